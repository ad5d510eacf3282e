/** A lab's own records in the editor, on the desktop and in the web extension host. */
import * as vscode from "vscode";
import { equal, home, hover, matches, openNote, removeLater, select, textOf, tidy, until, untilFindings, writeOwn } from "./editor";
import { memory } from "./memory";

const RECORD = "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our lead.\n";
const TEXT = "We gave MB-217 to mice.\n";

/** Waits until the card of a word says something. */
const untilCard = (note: vscode.TextDocument, word: string, told: RegExp) =>
  until(`the card of ${word} says ${told}`, async () => told.test(textOf(await hover(note, word))));

/** What is told of a file, each with the text that it marks. */
const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Metastasis Notes");

describe("a lab's own records", () => {
  afterEach(tidy);

  it("are on cards once they are saved, told where they are broken, kept meanwhile, and mended", async () => {
    const note = await openNote(TEXT);
    const file = await writeOwn("mb-217.yaml", RECORD);
    await untilCard(note, "MB-217", /Our lead/);
    await writeOwn("mb-217.yaml", RECORD.replace("drug", "pill"));
    await until("the problem is told", () => problems(file).length === 1);
    equal(problems(file)[0]!.range.start.line, 1, "the line of the problem");
    matches(problems(file)[0]!.message, /^Kind must be one of drug, target/);
    await untilCard(note, "MB-217", /Our lead/);
    await writeOwn("mb-217.yaml", RECORD.replace("lead", "best"));
    await untilCard(note, "MB-217", /Our best/);
    equal(problems(file).length, 0, "the count of problems");
    await vscode.workspace.fs.delete(file);
    await writeOwn("names.tsv", "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tFrom the table.\n");
    await untilCard(note, "MB-217", /From the table/);
  });

  it("are told of where a file of them is shown alone, and no note asks for it", async () => {
    const file = await writeOwn("names.tsv", "name\tkind\nMB-217\tpill\n", "alone/in/here");
    const editor = await vscode.window.showTextDocument(file);
    await until("the problem is told", () => problems(file).length === 1);
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 7, 1, 11), "drug"));
    await editor.document.save();
    await until("it is mended", () => problems(file).length === 0);
  });

  it("count in a virtual file system too", async () => {
    const at = memory({ "/lab/bone/note.md": TEXT, "/lab/.metastasis-notes/mb-217.yaml": RECORD });
    const note = await vscode.workspace.openTextDocument(at("/lab/bone/note.md"));
    await vscode.window.showTextDocument(note, { preview: false });
    await untilCard(note, "MB-217", /Our lead/);
  });

  it("are those of another branch once it is checked out, many files at once, and never none meanwhile", async () => {
    const note = await openNote(TEXT);
    const file = await writeOwn("mb-217.yaml", RECORD);
    const others = Array.from({ length: 20 }, (_, i) => `other-${i}.yaml`);
    const other = (i: number) => RECORD.replaceAll("217", `${900 + i}`).replace("mb-", "other-mb-");
    await Promise.all(others.map((name, i) => writeOwn(name, other(i))));
    await untilCard(note, "MB-217", /Our lead/);
    const branch = "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOf the other branch.\n";
    const checkout = [
      writeOwn("names.tsv", branch),
      writeOwn("config.yaml", "rules: { unknown-drug-name: off }\n"),
      vscode.workspace.fs.delete(file),
      ...others.map((name) => vscode.workspace.fs.delete(vscode.Uri.joinPath(file, "..", name))),
    ];
    await until("the card is that of the other branch", async () => {
      const text = textOf(await hover(note, "MB-217"));
      matches(text, /Our lead|Of the other branch/);
      return /Of the other branch/.test(text) && !/Our lead/.test(text);
    });
    await Promise.all(checkout);
    equal(problems(file).length, 0, "the count of problems");
  });

  it("are on a full card that is shown, as they are now", async () => {
    const file = await writeOwn("mb-217.yaml", RECORD);
    await untilCard(await openNote(TEXT), "MB-217", /Our lead/);
    const card = await vscode.workspace.openTextDocument(vscode.Uri.parse("metastasis-notes:/drug/mb-217.md"));
    await vscode.window.showTextDocument(card, vscode.ViewColumn.Beside);
    matches(card.getText(), /Our lead/);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(RECORD.replace("lead", "best")));
    await until("the card follows", () => /Our best/.test(card.getText()));
  });

  it("mean in each folder what this folder says", async () => {
    await writeOwn("mb-217.yaml", RECORD.replace("Our lead", "Of the bone group"), "bone");
    await writeOwn("mb-217.yaml", RECORD.replace("Our lead", "Of the lung group"), "lung");
    await untilCard(await openNote(TEXT, "bone"), "MB-217", /Of the bone group/);
    await untilCard(await openNote(TEXT, "lung"), "MB-217", /Of the lung group/);
  });

  it("are typed into a new table, whose end is shown and where the Tab key writes tabs", async () => {
    removeLater(vscode.Uri.joinPath(home(), ".metastasis-notes"));
    const note = await openNote(TEXT);
    await vscode.commands.executeCommand("metastasisNotes.newDataset");
    const editor = vscode.window.activeTextEditor!;
    matches(editor.document.uri.path, /\/\.metastasis-notes\/names\.tsv$/);
    await vscode.commands.executeCommand("type", { text: "MB-217" });
    await vscode.commands.executeCommand("tab");
    await vscode.commands.executeCommand("type", { text: "drug" });
    equal(editor.document.lineAt(editor.selection.active.line).text, "MB-217\tdrug", "the row");
    await editor.document.save();
    await untilCard(note, "MB-217", /drug/);
  });

  it("begin with a word that is added as a drug, which opens its record", async () => {
    removeLater(vscode.Uri.joinPath(home(), ".metastasis-notes"));
    const note = await openNote("Patients received foltinib 5 mg daily.\n");
    await untilFindings(note, ["warning unknown-drug-name: foltinib"]);
    await vscode.commands.executeCommand("metastasisNotes.addOwn", "foltinib", "drug", note.uri.toString());
    const editor = vscode.window.activeTextEditor;
    matches(editor?.document.uri.path ?? "", /\/\.metastasis-notes\/foltinib\.yaml$/);
    equal(editor?.document.getText(editor.selection), "What it is, in a sentence.", "what is selected");
    await untilFindings(note, []);
    await editor?.edit((edit) => edit.replace(editor.selection, 'Ours: a "TKI" # 1'));
    await editor?.document.save();
    await untilCard(note, "foltinib", /Ours: a "?TKI/);
    await select(note, "foltinib");
    await vscode.commands.executeCommand("metastasisNotes.showOrigin");
    matches(vscode.window.activeTextEditor?.document.uri.path ?? "", /foltinib\.yaml$/);
  });
});
