/** Markdown cells of a Jupyter notebook, through VS Code's own API; run in the desktop and in the web extension host. */
import * as vscode from "vscode";
import {
  apply,
  equal,
  fixes,
  home,
  hover,
  matches,
  openNote,
  openWordList,
  rangeOf,
  removeLater,
  textOf,
  tidy,
  until,
  untilFindings,
} from "./editor";

const cell = (kind: "markdown" | "code", source: string) =>
  kind === "code"
    ? { cell_type: kind, metadata: {}, source, execution_count: null, outputs: [] }
    : { cell_type: kind, metadata: {}, source };

/** Writes a Jupyter notebook of these cells, which `tidy()` removes. */
async function writeNotebook(name: string, ...cells: ReturnType<typeof cell>[]): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(home(), name);
  removeLater(file);
  const metadata = { language_info: { name: "python" } };
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 })));
  return file;
}

let opened = 0;

/** Opens a Jupyter notebook of these cells and shows it. Each has a name of its own: the editor keeps one that was only shown for a while. */
async function openNotebook(...cells: ReturnType<typeof cell>[]): Promise<vscode.TextDocument[]> {
  const file = await writeNotebook(`screen-${++opened}.ipynb`, ...cells);
  // as a person opens it
  await vscode.commands.executeCommand("vscode.open", file);
  const notebook = await until("the notebook is open", () => vscode.workspace.notebookDocuments.find(({ uri }) => uri.path === file.path));
  return notebook.getCells().map(({ document }) => document);
}

/** Edits the first cell: one that is only shown has no editor that could be asked for fixes. */
async function editFirst(): Promise<void> {
  await vscode.commands.executeCommand("notebook.focusTop");
  await vscode.commands.executeCommand("notebook.cell.edit");
  await until("the cell is edited", () => vscode.window.activeTextEditor?.document.uri.scheme === "vscode-notebook-cell");
}

const cardOn = async (note: vscode.TextDocument, word: string): Promise<string> => textOf(await hover(note, word));

describe("a Jupyter notebook", function () {
  // the first notebook has the editor load what shows one
  this.timeout(60_000);
  afterEach(tidy);

  it("has cards, completion, findings and fixes in its Markdown cells, and none in code", async () => {
    const [first, code, second] = await openNotebook(
      cell("markdown", "# Screen\n\nPatients were treated with bevacizumb 10 mg/kg."),
      cell("code", "drug = 'bevacizumb'  # 10 mg/kg"),
      cell("markdown", "Then nivolumab and pembr"),
    );
    await untilFindings(first!, ["warning misspelled-name: bevacizumb"]);
    matches(await until("a card comes", () => cardOn(second!, "nivolumab")), /PD-1/);
    equal(vscode.languages.getDiagnostics(code!.uri).filter(({ source }) => source === "Metastasis Notes").length, 0, "findings in code");
    const end = second!.positionAt(second!.getText().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", second!.uri, end);
    equal(
      list.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "pembrolizumab"),
      true,
      "pembrolizumab is offered",
    );
    await editFirst();
    const [mend] = await fixes(first!, "bevacizumb");
    await apply(mend!);
    matches(first!.getText(), /treated with bevacizumab 10/);
    await untilFindings(first!, []);
  });

  it("reads abbreviations as another of its cells defines them", async () => {
    const [, second] = await openNotebook(
      cell("markdown", "The matrix metalloproteinase 9 (MXP) came."),
      cell("markdown", "Then MXP left."),
    );
    matches(await until("a card comes", () => cardOn(second!, "MXP")), /MMP/);
  });

  it("is found while it is closed, and what is found leads to its cells", async () => {
    const file = await writeNotebook("closed.ipynb", cell("markdown", "# Arms"), cell("code", "x = 1"), cell("markdown", "So:\nAvastin."));
    const note = await openNote("# Note\n\nGiven bevacizumab 10 mg/kg.\n");
    const place = rangeOf(note, "bevacizumab").start;
    const found = await until("the notebook's use is found", async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", note.uri, place);
      return places.find(({ uri }) => uri.path === file.path);
    });
    equal(found.uri.scheme, "vscode-notebook-cell", "the scheme of what is found");
    await vscode.commands.executeCommand("vscode.open", found.uri, { selection: found.range });
    const there = await until("its cell is edited", () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === "vscode-notebook-cell" && !editor.selection.isEmpty ? editor : undefined;
    });
    equal(there.document.getText(there.selection), "Avastin", "what is selected");
  });

  it("is the note of views and exports while its cells are only shown", async () => {
    await openNotebook(cell("markdown", "Then Avastin came."), cell("code", "x = 1"), cell("markdown", "VEGF-A left."));
    await vscode.commands.executeCommand("notebook.focusTop");
    await until("no cell is edited", () => vscode.window.activeTextEditor === undefined);
    await vscode.commands.executeCommand("metastasisNotes.exportNote", "tsv");
    const exported = vscode.window.activeTextEditor?.document.getText() ?? "nothing was exported";
    matches(exported, /\nscreen-\d+\.ipynb#1\t1\t6\t[^\n]*\tAvastin\t[\s\S]*\nscreen-\d+\.ipynb#3\t1\t1\t[^\n]*\tVEGF-A\t/);
  });

  it("takes words into the word list of its folder", async () => {
    const list = await openWordList("");
    const [note] = await openNotebook(cell("markdown", "Patients were treated with bevacizumb 10 mg/kg."));
    await untilFindings(note!, ["warning misspelled-name: bevacizumb"]);
    await editFirst();
    const accept = (await fixes(note!, "bevacizumb")).find(({ title }) => /this (?:workspace|folder)$/.test(title));
    await apply(accept!);
    matches(new TextDecoder().decode(await vscode.workspace.fs.readFile(list)), /bevacizumb\n/);
    await untilFindings(note!, []);
  });
});
