/** What the views have in common: asking the server, and which note they are about. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CARD_SCHEME, VIEW, type ViewParams } from "../../server/protocol";

/** Asks the server for what a view shows; nothing where it has none. Rejects where it does not run. */
export async function ask<T>(client: BaseLanguageClient, params: ViewParams): Promise<T | undefined> {
  const answer = await client.sendRequest<T | null>(VIEW, params);
  return answer ?? undefined;
}

/** The note in the active editor; nothing where there is none, or a full card. */
export function activeNote(notes: vscode.DocumentSelector): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && editor.document.uri.scheme !== CARD_SCHEME && vscode.languages.match(notes, editor.document) ? editor : undefined;
}

/** The active note: one in an editor, or the Markdown cell selected in a notebook, which is mostly only shown; nothing if there is none. */
export function activeDocument(notes: vscode.DocumentSelector): vscode.TextDocument | undefined {
  const note = activeNote(notes)?.document;
  const notebook = vscode.window.activeNotebookEditor;
  if (note || !notebook) return note;
  const selected = notebook.notebook.getCells(notebook.selection);
  return selected.find(({ document }) => vscode.languages.match(notes, document))?.document;
}
