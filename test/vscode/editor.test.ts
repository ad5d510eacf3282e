/** What a person meets in the editor, through VS Code's own API; run in the desktop and in the web extension host. */
import * as vscode from "vscode";
import {
  apply,
  change,
  changeEditor,
  colours,
  equal,
  findings,
  fixes,
  home,
  hover,
  matches,
  openNote,
  openUntitled,
  openWordList,
  rangeOf,
  removeLater,
  restoreLater,
  select,
  textOf,
  tidy,
  undoLater,
  until,
  untilFindings,
} from "./editor";

const dose = "Patients were treated with bevacizumb 10 mg/kg.\n";
const warning = "warning misspelled-name: bevacizumb";

describe("the editor", () => {
  afterEach(tidy);

  it("activates the extension with a Markdown note", async () => {
    await openNote("# Notes\n");
    const extension = vscode.extensions.getExtension("metastasis-notes.metastasis-notes");
    await until("the extension is active", () => extension?.isActive);
  });

  for (const [name, told] of [
    ["bevacizumab", /VEGF/],
    ["αvβ3", /integrin/i],
  ] as const)
    it(`shows a card for ${name}`, async () => {
      const note = await openNote(`The **${name}** arm stopped early.\n`);
      const card = await until("a card comes", () => hover(note, name));
      equal(note.getText(card.range), name, "the card's range");
      matches(textOf(card), told);
    });

  it("shows no card for an ordinary word", async () => {
    const note = await openNote("The bevacizumab arm stopped early.\n");
    await until("a card comes", () => hover(note, "bevacizumab"));
    equal(await hover(note, "stopped"), undefined, "the card");
  });

  it("opens the full card of the name at the cursor as a document that cannot be written", async () => {
    const note = await openNote("Given bevacizumab twice.\n");
    await until("a card comes", () => hover(note, "bevacizumab"));
    await select(note, "bevacizumab");
    await vscode.commands.executeCommand("metastasisNotes.openCard");
    const card = await vscode.workspace.openTextDocument(vscode.Uri.parse("metastasis-notes:/drug/bevacizumab.md"));
    matches(card.getText(), /^# bevacizumab\n[\s\S]*## Timeline\n[\s\S]*not medical advice/);
    await until("its tab is active", () => cardShown() === "/drug/bevacizumab.md");
    equal(vscode.workspace.fs.isWritableFileSystem("metastasis-notes"), false, "that it can be written");
  });

  it("shows the next card where one is, and goes back to the last one", async () => {
    const note = await openNote("Given bevacizumab twice.\n");
    await until("a card comes", () => hover(note, "bevacizumab"));
    for (const reference of ["drug:bevacizumab", "drug:cilengitide"]) {
      await vscode.commands.executeCommand("metastasisNotes.openCard", reference);
      await until("its tab is active", () => cardShown() === `/${reference.replace(":", "/")}.md`);
    }
    equal(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1, 2],
      "tabs beside each other",
    );
    await vscode.commands.executeCommand("workbench.action.navigateBack");
    await until("the first card is back", () => cardShown() === "/drug/bevacizumab.md");
  });

  it("copies the identifiers of the name at the cursor", async () => {
    const note = await openNote("Given bevacizumab twice.\n");
    await until("a card comes", () => hover(note, "bevacizumab"));
    await select(note, "bevacizumab");
    await vscode.env.clipboard.writeText("");
    await vscode.commands.executeCommand("metastasisNotes.copyIdentifiers");
    matches(await vscode.env.clipboard.readText(), /^metastasis-notes: drug:bevacizumab\nchembl: CHEMBL\d+/);
  });

  it("finds a concept in all notes, and writes one spelling of it everywhere", async () => {
    const other = await openNote("Earlier MK-3475 was given.\n");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    const note = await openNote("Given Keytruda twice.\n");
    const { start } = rangeOf(note, "Keytruda");
    const ours = (uris: readonly vscode.Uri[]) =>
      [note, other].map(({ uri }) => uris.filter((one) => one.toString() === uri.toString()).length);
    const found = await until("both are found", async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", note.uri, start);
      const count = ours(places.map(({ uri }) => uri));
      return count.includes(0) ? undefined : count;
    });
    equal(found, [1, 1], "the uses in each note");
    const spelling = "pembrolizumab";
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      note.uri,
      start,
      spelling,
    );
    equal(ours(edit.entries().map(([uri]) => uri)), [1, 1], "the notes that are changed");
    const [card] = await vscode.commands.executeCommand<vscode.LocationLink[]>("vscode.executeDefinitionProvider", note.uri, start);
    equal(card && cardIn(card.targetUri), "/drug/pembrolizumab.md", "the definition");
  });

  it("exports what the open note mentions into a new document", async () => {
    const note = await openNote("Given Keytruda, then nivolumab.\n");
    await until("a card comes", () => hover(note, "nivolumab"));
    await vscode.window.showTextDocument(note);
    await vscode.commands.executeCommand("metastasisNotes.exportNote", "csv");
    const exported = vscode.window.activeTextEditor!.document;
    equal(exported.uri.path, note.uri.path.replace(/\.md$/, ".csv"), "where it is saved");
    equal([exported.isUntitled, exported.eol], [true, vscode.EndOfLine.CRLF], "it is not saved yet, and ends its lines as CSV does");
    matches(exported.getText(), /^file,line,column,[\s\S]*,Keytruda,Keytruda,brand,drug,pembrolizumab,drug:pembrolizumab,,CHEMBL3137343,/);
    removeLater(exported.uri.with({ scheme: note.uri.scheme }));
    await exported.save();
    await vscode.window.showTextDocument(note);
    await vscode.commands.executeCommand("metastasisNotes.exportNote", "csv");
    equal(vscode.window.activeTextEditor!.document.uri.path.endsWith(".csv"), false, "the second takes the file's name");
    matches(vscode.window.activeTextEditor!.document.getText(), /Keytruda/);
  });

  it("exports a note outside all folders without its path", async () => {
    const file = vscode.Uri.joinPath(home(), "..", `outside-${Date.now()}.md`);
    removeLater(file);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("Given Keytruda.\n"));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    await vscode.commands.executeCommand("metastasisNotes.exportNote", "csv");
    matches(vscode.window.activeTextEditor!.document.getText(), /\noutside-\d+\.md,1,7,[^\n]*,Keytruda,/);
  });

  it("lets assistants look names up, where the editor has tools for them", async () => {
    const { lm } = vscode as unknown as {
      lm?: {
        tools?: ReadonlyArray<{ name: string }>;
        invokeTool(name: string, options: object): Promise<{ content: Array<{ value: string }> }>;
      };
    };
    const note = await openNote("Given Keytruda.\n");
    await until("a card comes", () => hover(note, "Keytruda"));
    if (!lm?.tools) return;
    const tool = await until("the tool is there", () => lm.tools!.find(({ name }) => name === "metastasisNotes_lookup"));
    const { content } = await lm.invokeTool(tool.name, { input: { name: "Keytruda" }, toolInvocationToken: undefined });
    matches(content[0]!.value, /^## pembrolizumab \(drug\)[\s\S]*not medical advice/);
    for (const [name, input, told] of [
      ["checkText", { text: "Patients were treated with bevacizumb 10 mg/kg." }, /bevacizumb[\s\S]*bevacizumab/],
      ["drugsFor", { name: "CXCR4" }, /plerixafor/],
    ] as const) {
      const answer = await lm.invokeTool(`metastasisNotes_${name}`, { input, toolInvocationToken: undefined });
      matches(answer.content[0]!.value, told);
    }
  });

  it("writes a chosen reading into the front matter", async () => {
    const note = await openNote("MAPK in these tumours.\n");
    const card = await until("a card comes", () => hover(note, "MAPK"));
    const link = /command:metastasisNotes\.useReading\?([^)]*)\)/.exec(textOf(card));
    await vscode.commands.executeCommand("metastasisNotes.useReading", ...(JSON.parse(decodeURIComponent(link?.[1] ?? "[]")) as unknown[]));
    matches(note.getText(), /^---\nmetastasis-notes:\n {2}readings: \{ MAPK: MAPK \}\n---\n/);
  });

  it("warns of a misspelled drug name, at the name", async () => {
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
  });

  it("replaces a misspelled name by the right one", async () => {
    const note = await openNote(dose);
    await replace(note, "bevacizumb", "bevacizumab");
    equal(note.getText(), dose.replace("bevacizumb", "bevacizumab"), "the note");
    await untilFindings(note, []);
  });

  it("keeps the letter case when it replaces a name", async () => {
    const note = await openNote("Bevacizumb 10 mg/kg was given every two weeks.\n");
    await replace(note, "Bevacizumb", "Bevacizumab");
    equal(note.getText(), "Bevacizumab 10 mg/kg was given every two weeks.\n", "the note");
  });

  it("reports no word before it is written: neither a name that is being declared nor one in the text", async () => {
    for (const [text, mark, word] of [
      ["---\ndrugs: []\n---\n", "[", "zorfan"],
      ["We gave 10 mg of \n", "mg of ", "bevacizuma"],
    ] as const) {
      const note = await openNote(text);
      const place = rangeOf(note, mark).end;
      vscode.window.activeTextEditor!.selection = new vscode.Selection(place, place);
      let [typed, shown] = [0, 0];
      const watch = vscode.languages.onDidChangeDiagnostics(() => {
        if (shown === 0 && vscode.languages.getDiagnostics(note.uri).length > 0) shown = Date.now();
      });
      for (const letter of word) {
        await vscode.commands.executeCommand("type", { text: letter });
        typed = Date.now();
      }
      await until("the finding comes", () => shown > 0);
      watch.dispose();
      equal(shown - typed > 1500, true, `a finding after ${shown - typed} ms is one that waits`);
      equal(note.getText(vscode.languages.getDiagnostics(note.uri)[0]!.range), word, "what it is on");
    }
  });

  it("accepts a word for the workspace, in its settings; of several folders in those of the note's", async () => {
    const { title, held, setting, forget } = accepting();
    undoLater(forget);
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    await fix(note, "bevacizumb", title);
    await untilFindings(note, []);
    equal(held(), ["bevacizumb"], setting);
  });

  it("accepts a word for the workspace, in its word list where it has one, and follows that list", async () => {
    const list = await openWordList("# ours\n");
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    await fix(note, "bevacizumb", accepting().title);
    await untilFindings(note, []);
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(list)), "# ours\nbevacizumb\n", "the word list");
    await vscode.workspace.fs.writeFile(list, new TextEncoder().encode("other\n"));
    await untilFindings(note, [warning]);
  });

  it("accepts a word of a note without a file in the workspace's settings, though a folder has a word list", async () => {
    restoreLater("acceptedWords");
    await openWordList("# ours\n");
    const note = await openUntitled(dose);
    await untilFindings(note, [warning]);
    await fix(note, "bevacizumb", "Accept “bevacizumb” as a word in this workspace");
    await untilFindings(note, []);
  });

  it("accepts a word for a note, in one step", async () => {
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    await fix(note, "bevacizumb", "Accept “bevacizumb” as a word in this note");
    await untilFindings(note, []);
    matches(note.getText(), /^---\nmetastasis-notes:\n {2}accept: \[bevacizumb\]\n---\n\nPatients/);
    await vscode.window.showTextDocument(note);
    await vscode.commands.executeCommand("undo");
    equal(note.getText(), dose, "the note");
  });

  it("ignores a finding by a directive", async () => {
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    await fix(note, "bevacizumb", "Ignore misspelled-name here");
    await untilFindings(note, []);
    equal(note.getText(), `<!-- metastasis-notes: ignore-next misspelled-name -->\n${dose}`, "the note");
  });

  it("fixes all that is certain on saving, where that is asked for", async () => {
    const text = `${dose}Then Bevacizumb and \`bevacizumb\`.\n`;
    const note = await openNote(text);
    await until("the findings come", () => findings(note).length === 2);
    await changeEditor("codeActionsOnSave", { "source.fixAll.metastasisNotes": "explicit" });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(note.uri, new vscode.Position(0, 0), "# Arms\n\n");
    await vscode.workspace.applyEdit(edit);
    await note.save();
    equal(note.getText(), `# Arms\n\n${text.replace("bevacizumb", "bevacizumab").replace("Bevacizumb", "Bevacizumab")}`, "the note");
  });

  it("colours drugs, targets and processes", async () => {
    const note = await openNote("Given bevacizumab, VEGFA falls and angiogenesis slows.\n");
    const found = await until("there are colours", async () => {
      const names = await colours(note);
      return names.length > 0 && names;
    });
    equal(found, ["drug: bevacizumab", "target: VEGFA", "process: angiogenesis"], "the list of colours");
  });

  it("leaves the colours out where they are not wanted", async () => {
    const note = await openNote("Given bevacizumab, all was well.\n");
    await until("there are colours", async () => (await colours(note)).length > 0);
    await change("semanticColours", false);
    await until("the colours are gone", async () => (await colours(note)).length === 0);
    await change("semanticColours", true);
    await until("the colours are back", async () => (await colours(note)).length > 0);
  });

  it("says nothing between the directives off and on", async () => {
    const note = await openNote(`<!-- metastasis-notes: off -->\n\n${dose}\n<!-- metastasis-notes: on -->\n\n${dose}`);
    await until("a finding comes", () => findings(note).length > 0);
    equal(
      vscode.languages.getDiagnostics(note.uri).map((found) => found.range.start.line),
      [6],
      "the list of lines with a finding",
    );
  });

  it("follows a rule's severity while the note is open", async () => {
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    await change("rules.misspelled-name", "information");
    await untilFindings(note, [warning.replace("warning", "information")]);
    await change("rules.misspelled-name", "off");
    await untilFindings(note, []);
    await change("rules.misspelled-name", "error");
    await untilFindings(note, [warning.replace("warning", "error")]);
  });

  it("follows what is typed", async () => {
    const note = await openNote("Patients were treated with \n");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(note.uri, note.lineAt(0).range.end, "bevacizumb 10 mg/kg.");
    await vscode.workspace.applyEdit(edit);
    await untilFindings(note, [warning]);
  });

  it("reads a note that is in no file", async () => {
    const note = await openUntitled(dose);
    await untilFindings(note, [warning]);
    await replace(note, "bevacizumb", "bevacizumab");
    const card = await until("a card comes", () => hover(note, "bevacizumab"));
    equal(note.getText(card.range), "bevacizumab", "the card's range");
  });

  it("leaves other languages alone", async () => {
    const other = await vscode.workspace.openTextDocument({ language: "plaintext", content: dose });
    await vscode.window.showTextDocument(other, { preview: false });
    const note = await openNote(dose);
    await untilFindings(note, [warning]);
    equal(findings(other), [], "the list of findings");
    equal(await hover(other, "bevacizumb"), undefined, "the card");
  });

  it("follows the setting of the languages of notes at once, and has the usual ones where it is of no use", async () => {
    const other = await vscode.workspace.openTextDocument({ language: "plaintext", content: dose });
    await vscode.window.showTextDocument(other, { preview: false });
    await change("languages", ["markdown", "plaintext"]);
    await untilFindings(other, [warning]);
    const quarto = await vscode.workspace.openTextDocument({ language: "quarto", content: dose });
    await change("languages", "plaintext");
    await untilFindings(other, []);
    await untilFindings(quarto, [warning]);
  });
});

/** The path of the full card that is shown, rendered, in the active tab. */
function cardShown(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? cardIn(input.uri) : undefined;
}

/** The path of a full card, without the folder that it names where several are open; nothing for other documents. */
function cardIn({ scheme, path }: vscode.Uri): string | undefined {
  return scheme === "metastasis-notes" ? path.replace(/^\/in\/[^/]+/, "") : undefined;
}

/** Applies the fix of this title at a word. */
async function fix(note: vscode.TextDocument, word: string, title: string): Promise<void> {
  const offered = await fixes(note, word);
  await apply(offered.find((one) => one.title === title) ?? missing(`${title} among ${offered.map((one) => one.title).join(", ")}`));
}

/** How a misspelling is accepted for the workspace, and where that stands then: of several open folders in the first, the note's. */
function accepting() {
  const [folder, other] = vscode.workspace.workspaceFolders!;
  const [where, key, target] = other
    ? (["folder", "workspaceFolderValue", vscode.ConfigurationTarget.WorkspaceFolder] as const)
    : (["workspace", "workspaceValue", vscode.ConfigurationTarget.Workspace] as const);
  const settings = () => vscode.workspace.getConfiguration("metastasisNotes", folder);
  return {
    title: `Accept “bevacizumb” as a word in this ${where}`,
    held: () => settings().inspect("acceptedWords")?.[key],
    setting: key,
    forget: () => settings().update("acceptedWords", undefined, target),
  };
}

/** Applies the fix that replaces a word by another. */
async function replace(note: vscode.TextDocument, word: string, other: string): Promise<void> {
  await until("a finding comes", () => findings(note).length > 0);
  const offered = await fixes(note, word);
  const replacing = offered.find((one) => one.edit?.get(note.uri).some((edit) => edit.newText === other));
  await apply(replacing ?? missing(`${other} among ${offered.map((one) => one.title).join(", ")}`));
}

function missing(what: string): never {
  throw new Error(`there is no fix ${what}`);
}
