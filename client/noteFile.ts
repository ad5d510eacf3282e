/** Where a note lies: a cell of a notebook has an address of its own, and lies where its notebook does. */
import * as vscode from "vscode";

/** The file that a note is, or the notebook that a cell is of. */
export const fileOf = (note: vscode.Uri): vscode.Uri => notebookOf(note)?.uri ?? note;

/** The cells of the notebook that a note is a cell of; none where it is none. */
export const cellsBeside = (note: vscode.Uri): vscode.NotebookCell[] => notebookOf(note)?.getCells() ?? [];

function notebookOf(note: vscode.Uri): vscode.NotebookDocument | undefined {
  const isCell = (cell: vscode.NotebookCell) => cell.document.uri.toString() === note.toString();
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some(isCell));
}

/** The folder of the workspace that a note lies in; nothing where none does. */
export const folderOf = (note: vscode.Uri): vscode.WorkspaceFolder | undefined => vscode.workspace.getWorkspaceFolder(fileOf(note));

/** Whether several folders are open side by side. */
export const areSeveral = (): boolean => (vscode.workspace.workspaceFolders?.length ?? 0) > 1;

/** Whether a note is there to be written; else the editor only shows it, as the older side of a comparison or an answer in a chat. */
export function isOwn(note: vscode.Uri): boolean {
  const { scheme } = fileOf(note);
  return scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(scheme) === true || folderOf(note) !== undefined;
}

/** Whether a document is in a file system or may be saved: what the editor makes itself, as the accessible view of a card, is no note. */
export function isOfFiles(document: vscode.Uri): boolean {
  const { scheme } = fileOf(document);
  return scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined || folderOf(document) !== undefined;
}

/** Whether there is a file or folder. */
export const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    ),
  );

/** Whether a note may be changed: of one that can only be read the editor changes what it shows, and saves nothing. */
export const isWritable = (note: vscode.Uri): boolean => vscode.workspace.fs.isWritableFileSystem(fileOf(note).scheme) !== false;

/** Tells that a note cannot be changed. */
export const tellUnwritten = (note: vscode.Uri): void =>
  void vscode.window.showWarningMessage(vscode.l10n.t("{0} cannot be written.", fileOf(note).path.split("/").at(-1) ?? ""));
