/** What the views have in common: asking the server, and which note they are about. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CARD_SCHEME, VIEW, type ViewParams } from "../../server/protocol";
import { isOfFiles } from "../noteFile";

/** Asks the server for what a view shows; nothing where it has none. Rejects where it does not run. */
export async function ask<T>(client: BaseLanguageClient, params: ViewParams): Promise<T | undefined> {
  const answer = await client.sendRequest<T | null>(VIEW, params);
  return answer ?? undefined;
}

const isNote = (document: vscode.TextDocument, notes: vscode.DocumentSelector): boolean =>
  document.uri.scheme !== CARD_SCHEME && isOfFiles(document.uri) && vscode.languages.match(notes, document) > 0;

/**
 * The active note: one in an editor, or a Markdown cell of a notebook, which is mostly only shown: the selected one, else the first;
 * nothing if there is none.
 */
export function activeDocument(notes: vscode.DocumentSelector): vscode.TextDocument | undefined {
  const { activeTextEditor: text, activeNotebookEditor: editor } = vscode.window;
  if (text && isNote(text.document, notes)) return text.document;
  if (!editor) return undefined;
  const cells = [...editor.notebook.getCells(editor.selection), ...editor.notebook.getCells()];
  return cells.find(({ document }) => isNote(document, notes))?.document;
}

/** A note that is seen beside what is active, which may be a card. */
export const visibleNote = (notes: vscode.DocumentSelector): vscode.TextDocument | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => isNote(document, notes))?.document;
