/** The views and what inserts, through VS Code's own API; run in the desktop and in the web extension host. */
import * as vscode from "vscode";
import { isWritable } from "../../client/noteFile";
import { equal, home, matches, openNote, removeLater, select, tidy, undoLater, until, writeOwn } from "./editor";
import { memory } from "./memory";

const run = (command: string, ...given: unknown[]) => vscode.commands.executeCommand(`metastasisNotes.${command}`, ...given);

/** A row of a tree, and one that leads to a word of `CILENGITIDE`. */
const ROW = { id: "x", label: "cilengitide", kind: "drug" };
const PLACED = { ...ROW, range: { start: { line: 2, character: 5 }, end: { line: 2, character: 16 } } };
const CILENGITIDE = "# Notes\n\nThen cilengitide was given.\n";

/** What stands on all tabs. */
const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

describe("the views", () => {
  afterEach(tidy);

  it("insert a table of the drugs of a strategy below the cursor's line", async () => {
    const note = await openNote("# Integrins\n\nWhat was tried:\nNext.\n");
    await select(note, "What");
    await run("insertDrugTable", "strategy:integrin-blockade");
    matches(
      note.getText(),
      /tried:\n\n\| Drug \| [\s\S]*\n\| cilengitide \|.*failed: CENTRIC 2013.*\n[\s\S]*medical advice\.\*\n\nNext\.\n$/,
    );
  });

  it("insert the table and the name of a row of a tree", async () => {
    const note = await openNote("");
    const row = { ...ROW, label: "integrin blockade", kind: "strategy", reference: "strategy:integrin-blockade" };
    await run("row.insertName", row);
    equal(note.getText(), "integrin blockade", "the note");
    await run("row.insertTable", row);
    matches(note.getText(), /^integrin blockade\n\n\| Drug \|/);
  });

  it("know a note that can only be read: the editor would change what it shows, and save nothing", async () => {
    const at = memory({ "/lab/note.md": CILENGITIDE }, { isReadonly: true });
    const note = await vscode.workspace.openTextDocument(at("/lab/note.md"));
    await vscode.window.showTextDocument(note);
    await run("row.insertName", ROW);
    equal(note.getText(), CILENGITIDE, "the note");
    equal([isWritable(note.uri), isWritable((await openNote("")).uri)], [false, true], "whether the notes may be changed");
  });

  it("insert a citation for what the drug at the cursor does", async () => {
    const note = await openNote("Then cilengitide was given.\n");
    await select(note, "cilengitide");
    const done = run("insertCitation");
    await until("the citation is there", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return note.getText().includes("blocks");
    });
    await done;
    matches(note.getText(), /^Then cilengitide was given\. Cilengitide blocks integrin αvβ3 \(\[PMID 25163906\].*\)\.\n$/);
  });

  it("lead from a row to its place in the note", async () => {
    const note = await openNote(CILENGITIDE);
    await run("note.focus");
    await until("the place is selected", async () => {
      await run("goToPlace", PLACED);
      const editor = vscode.window.activeTextEditor;
      return editor?.document === note && note.getText(editor.selection) === "cilengitide";
    });
  });

  it("lead to the place where the note is seen, not to a second view of it", async () => {
    const note = await openNote(CILENGITIDE);
    await run("note.focus");
    await until("the view knows the note", async () => {
      await vscode.window.showTextDocument(note, vscode.ViewColumn.One);
      await run("goToPlace", PLACED);
      return note.getText(vscode.window.activeTextEditor?.selection) === "cilengitide";
    });
    const other = await vscode.workspace.openTextDocument({ language: "json", content: "{}" });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Two);
    await run("goToPlace", PLACED);
    const name = note.uri.path.split("/").at(-1);
    equal(labels().filter((label) => label === name).length, 1, "the count of the note's tabs");
  });

  it("export what the notes of a folder mention into a file", async function () {
    this.timeout(60_000);
    await writeOwn("names.tsv", "name\tkind\tpreferred\nMB-217\tdrug\t\n", "lab");
    await openNote("Given Keytruda and MB-217.\n", "lab");
    const folder = vscode.Uri.joinPath(home(), "lab");
    for (const [name, text] of [
      [".gitignore", "old.md\n"],
      ["old.md", "Given Opdivo.\n"],
    ] as const)
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    for (const [format, told] of [
      ["csv", /,Keytruda,Keytruda,brand,drug,pembrolizumab,[\s\S]*,MB-217,/],
      ["graphml", /<graphml [\s\S]*pembrolizumab[\s\S]*<\/graphml>/],
    ] as const) {
      const file = vscode.Uri.joinPath(folder, `mentions.${format}`);
      // what it says at its end waits for nobody
      void run("exportFolder", folder, format, file);
      const text = await until(`${format} is written`, () =>
        vscode.workspace.fs.readFile(file).then(
          (bytes) => new TextDecoder().decode(bytes),
          () => "",
        ),
      );
      matches(text, told);
      // a worker has no disk to look at
      equal(text.includes("nivolumab"), folder.scheme !== "file", "what git leaves out is there");
    }
  });

  it("export a note of another file system than the folder's into a document without a name: it would be saved in the folder's", async () => {
    const at = memory({ "/lab/note.md": "Given Keytruda.\n" });
    const note = await vscode.workspace.openTextDocument(at("/lab/note.md"));
    await vscode.window.showTextDocument(note);
    await vscode.commands.executeCommand("metastasisNotes.exportNote", "csv");
    const { uri, isUntitled } = vscode.window.activeTextEditor!.document;
    equal([isUntitled, uri.path.startsWith("/lab")], [true, false], "it has no place yet");
    matches(vscode.window.activeTextEditor!.document.getText(), /,Keytruda,/);
  });

  it("take nothing for a note that the editor makes to be read, as the accessible view of a card", async () => {
    const made = vscode.workspace.registerTextDocumentContentProvider("made", { provideTextDocumentContent: () => CILENGITIDE });
    undoLater(() => made.dispose());
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("made:/view.md"));
    await vscode.window.showTextDocument(document, { preview: false });
    void run("showNetwork");
    await until("a tab is there", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return labels().some((label) => label.startsWith("Network: "));
    });
    equal(labels().includes("Network: view.md"), false, "it is that of the view");
  });

  it("draw the network of a record in a tab", async () => {
    await openNote("");
    await run("showNetwork", "strategy:integrin-blockade", "integrin blockade");
    await until("its tab is there", () => labels().includes("Network: integrin blockade"));
  });

  it("draw the network of the folder that is open where no note is", async () => {
    const label = `Network: Notes in ${vscode.workspace.workspaceFolders![0]!.name}`;
    void run("showNetwork");
    await until("its tab is there", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return labels().includes(label);
    });
  });

  it("call the network of a note as it is called, also once it is renamed", async () => {
    const note = await openNote("Then cilengitide was given.\n");
    const name = note.uri.path.split("/").at(-1);
    void run("showNetwork");
    await until("its tab is there", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return labels().includes(`Network: ${name}`);
    });
    const edit = new vscode.WorkspaceEdit();
    const renamed = vscode.Uri.joinPath(note.uri, "../renamed.md");
    removeLater(renamed);
    edit.renameFile(note.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    await until("its tab is called so", () => labels().includes("Network: renamed.md"));
  });

  it("take a filter, and give it up", async () => {
    await openNote("");
    await run("strategies.filter", "premetastatic-niche");
    await run("strategies.clearFilter");
  });
});
