/** Notebooks as editors send them: cells that are notes, and speak for each other. */
import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Location,
  MarkupContent,
} from "vscode-languageserver";
import { initialize, rangeOf, type ServerProcess, startProcess } from "./client";

const ABLE: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
  notebookDocument: { synchronization: {} },
};
const NOTEBOOK = "file:///notes/screen.ipynb";
const addressOf = (cell: number) => `vscode-notebook-cell:/notes/screen.ipynb#${cell}`;

/** A client with a notebook that is open; its cells are edited by `write`. */
class Notebook {
  readonly client: ServerProcess = startProcess();
  private readonly cells: readonly string[];
  private version = 1;

  constructor(cells: readonly string[]) {
    this.cells = cells;
  }

  async open(): Promise<this> {
    const { capabilities } = await initialize(this.client, ABLE);
    assert.deepEqual(capabilities.notebookDocumentSync, { notebookSelector: [{ notebook: "*", cells: [{ language: "markdown" }] }] });
    this.client.notify("notebookDocument/didOpen", {
      notebookDocument: {
        uri: NOTEBOOK,
        notebookType: "jupyter-notebook",
        version: 1,
        cells: this.cells.map((_, i) => ({ kind: 1, document: addressOf(i) })),
      },
      cellTextDocuments: this.cells.map((text, i) => ({ uri: addressOf(i), languageId: "markdown", version: 1, text })),
    });
    return this;
  }

  write(cell: number, text: string): void {
    this.version++;
    const document = { uri: addressOf(cell), version: this.version };
    this.client.notify("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: this.version },
      change: { cells: { textContent: [{ document, changes: [{ text }] }] } },
    });
  }

  /** The card of the word in a cell; empty where there is none. */
  async card(cell: number, word: string, text = this.cells[cell]!): Promise<string> {
    const position = rangeOf(text, word).start;
    const hover = await this.client.request<Hover | null>("textDocument/hover", { textDocument: { uri: addressOf(cell) }, position });
    return (hover?.contents as MarkupContent | undefined)?.value ?? "";
  }

  async findings(cell: number): Promise<string[]> {
    return ((await this.report(cell)) as { items: Diagnostic[] }).items.map(({ code }) => String(code));
  }

  /** @param previousResultId of the report that the client has */
  report(cell: number, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const textDocument = { uri: addressOf(cell) };
    return this.client.request(
      "textDocument/diagnostic",
      previousResultId === undefined ? { textDocument } : { textDocument, previousResultId },
    );
  }
}

describe("notebooks", () => {
  let notebook: Notebook;
  const openNotebook = (...cells: string[]) => {
    notebook = new Notebook(cells);
    return notebook.open();
  };

  it("have cards, findings and completion in each cell", async () => {
    const { client } = await openNotebook("# Screen\n\nTreated with bevacizumb 10 mg/kg.", "Then pembr");
    assert.deepEqual([await notebook.findings(0), await notebook.findings(1)], [["misspelled-name"], []]);
    notebook.write(0, "Treated with bevacizumab.");
    assert.match(await notebook.card(0, "bevacizumab", "Treated with bevacizumab."), /VEGF/);
    assert.deepEqual(await notebook.findings(0), []);
    const list = await client.request<CompletionList>("textDocument/completion", {
      textDocument: { uri: addressOf(1) },
      position: { line: 0, character: 10 },
    });
    assert.ok(list.items.some(({ label }: CompletionItem) => label === "pembrolizumab"));
  });

  it("get no front matter by a fix, which would be seen in the notebook", async () => {
    const text = "Given bevacizumb 10 mg.";
    const { client } = await openNotebook(text);
    const params = { textDocument: { uri: addressOf(0) }, range: rangeOf(text, "bevacizumb"), context: { diagnostics: [] } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", params);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Replace with “bevacizumab”", "Ignore misspelled-name here"],
    );
  });
  it("read an abbreviation in each cell as another one defines it, and again when that is edited", async () => {
    await openNotebook("The matrix metalloproteinase 9 (MXP) came.", "Then MXP left.");
    assert.match(await notebook.card(1, "MXP"), /MMP/);
    await notebook.findings(0);
    notebook.write(0, "Nothing is defined.");
    assert.doesNotMatch(await notebook.card(1, "MXP"), /MMP/);
    notebook.client.take("workspace/diagnostic/refresh");
    await notebook.findings(0);
    await notebook.client.next("workspace/diagnostic/refresh");
  });

  it("are all looked at again where a cell defines something else, though its own findings stay", async () => {
    await openNotebook("The matrix metalloproteinase 9 (MXP) came.", "Then MXP left.");
    const { resultId } = await notebook.report(0);
    notebook.write(0, "Nothing is defined.");
    notebook.client.take("workspace/diagnostic/refresh");
    await notebook.report(0, resultId);
    await notebook.client.next("workspace/diagnostic/refresh");
  });

  it("hold uses of what stands in other cells", async () => {
    const { client } = await openNotebook("Given Keytruda.", "And pembrolizumab.");
    const params = { textDocument: { uri: addressOf(0) }, position: { line: 0, character: 8 }, context: { includeDeclaration: true } };
    const found = await client.request<Location[]>("textDocument/references", params);
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [addressOf(0), addressOf(1)],
    );
  });

  it("forget a cell that is taken away", async () => {
    const { client } = await openNotebook("The matrix metalloproteinase 9 (MXP) came.", "Then MXP left.");
    client.notify("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: 2 },
      change: { cells: { structure: { array: { start: 0, deleteCount: 1, cells: [] }, didClose: [{ uri: addressOf(0) }] } } },
    });
    assert.equal(await notebook.card(0, "metalloproteinase"), "");
    assert.doesNotMatch(await notebook.card(1, "MXP"), /MMP/);
  });

  it("follow the order of their cells, and are all looked at again where it changes", async () => {
    const texts = ["The matrix metalloproteinase 9 (MXP) came.", "The matrix metalloproteinase 2 (MXP) came.", "Then MXP left."];
    const { client } = await openNotebook(...texts);
    assert.match(await notebook.card(2, "MXP"), /MMP2/);
    const cells = [0, 2, 1].map((cell) => ({ kind: 1, document: addressOf(cell) }));
    client.notify("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: 2 },
      change: { cells: { structure: { array: { start: 0, deleteCount: 3, cells } } } },
    });
    assert.match(await notebook.card(2, "MXP"), /MMP9/);
    await client.next("workspace/diagnostic/refresh");
  });

  it("end nothing when they are sent in no known shape", async () => {
    const { client } = await openNotebook("Given bevacizumab.");
    for (const params of [
      null,
      {},
      { notebookDocument: null },
      { notebookDocument: { uri: NOTEBOOK, version: 2 }, change: { cells: { data: [{}] } } },
    ])
      for (const what of ["didOpen", "didChange", "didSave", "didClose"]) client.notify(`notebookDocument/${what}`, params);
    assert.match(await notebook.card(0, "bevacizumab"), /VEGF/);
  });
});
