/**
 * Notebooks: each Markdown cell is a note, and what one of them defines holds in all. The LSP library keeps the list of cells;
 * here they are told of each other.
 */
import { type Connection, NotebookDocuments, type TextDocuments } from "vscode-languageserver";
import type { Bindings } from "./note/bindings";
import type { Note } from "./note/note";

/** Which notebooks send their cells: all of them send their Markdown cells. */
export const NOTEBOOKS = { notebookSelector: [{ notebook: "*", cells: [{ language: "markdown" }] }] };

export class Notebooks {
  private readonly documents: NotebookDocuments<Note>;
  private readonly notes: TextDocuments<Note>;
  /** What the cells of a notebook defined when findings were last given. */
  private readonly said = new Map<string, string>();
  /** The addresses of the cells of a notebook, in order. */
  private readonly order = new Map<string, string>();
  private readonly changed: () => void;

  /**
   * @param notes the notes, which the cells become part of
   * @param changed is called when a notebook has other cells, or the same in another order
   */
  constructor(connection: Connection, notes: TextDocuments<Note>, changed: () => void) {
    this.notes = notes;
    this.changed = changed;
    this.documents = new NotebookDocuments(notes);
    this.documents.onDidOpen(({ uri }) => this.introduce(uri));
    this.documents.onDidClose(({ uri }) => {
      this.said.delete(uri);
      this.order.delete(uri);
    });
    const { synchronization } = connection.notebooks;
    const telling: typeof synchronization = {
      ...synchronization,
      // the library's own event does not tell of cells that are moved
      onDidChangeNotebookDocument: (take) =>
        synchronization.onDidChangeNotebookDocument(async (params) => {
          await take(params);
          this.introduce(params.notebookDocument.uri);
        }),
    };
    this.documents.listen({ notebooks: { synchronization: telling } } as Connection);
  }

  /** The address of the file that a note lies in; for a cell that of its notebook. */
  fileOf(uri: string): string {
    return this.documents.findNotebookDocumentForCell(uri)?.uri ?? uri;
  }

  /** Whether the cells of a note's notebook define something else than when this was last asked; then all of them must be read again. */
  hasChanged(note: Note, bindings: () => Bindings): boolean {
    if (!note.beside) return false;
    const file = this.fileOf(note.uri);
    const { defined, named } = bindings();
    const says = JSON.stringify([[...defined].map(([word, all]) => [word, ...all.map(({ definition }) => definition.names)]), [...named]]);
    const before = this.said.get(file);
    this.said.set(file, says);
    return before !== undefined && before !== says;
  }

  private introduce(uri: string): void {
    const cells = this.documents.getNotebookDocument(uri)?.cells ?? [];
    const beside = cells.flatMap(({ document }) => this.notes.get(document) ?? []);
    const [before, order] = [this.order.get(uri), cells.map(({ document }) => document).join("\n")];
    const isOther = before !== undefined && before !== order;
    this.order.set(uri, order);
    for (const note of beside) {
      note.beside = beside;
      if (isOther) note.unbind();
    }
    if (isOther) this.changed();
  }
}
