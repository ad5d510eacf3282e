/**
 * Notebooks that are not open. The server gives places in them as places in the file's JSON, since a cell has an address only
 * while its notebook is open; but an editor that is sent to the file shows its first cell. So the notebooks are opened, unseen,
 * and the server is asked once more.
 */
import * as vscode from "vscode";

/** How many are opened for one answer; places in others stay those of the file. */
const MOST = 16;

/**
 * Asks for something and gives the answer with the addresses of cells.
 * @param ask asks the server; called again if notebooks were opened
 * @param filesOf the files that an answer leads to
 */
export async function withCells<Answer>(
  ask: (isAgain: boolean) => Answer,
  filesOf: (answer: Awaited<Answer>) => readonly vscode.Uri[],
): Promise<Awaited<Answer>> {
  const answer = await ask(false);
  return (await openNotebooks(filesOf(answer))) ? await ask(true) : answer;
}

/** Shows a place of a note, where the note is seen already; a cell is shown in its notebook. */
export async function showPlace(uri: vscode.Uri, selection: vscode.Range, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  await vscode.commands.executeCommand("vscode.open", uri, { viewColumn: columnOf(uri), ...options, selection });
}

/** The column in which a document is seen; nothing where it is not. */
export const columnOf = (uri: vscode.Uri): vscode.ViewColumn | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.viewColumn;

/** Opens the notebooks among some files that are not open yet. @returns whether there was one that could be opened */
async function openNotebooks(files: readonly vscode.Uri[]): Promise<boolean> {
  const open = new Set(vscode.workspace.notebookDocuments.map(({ uri }) => uri.toString()));
  const closed = new Map<string, vscode.Uri>();
  for (const uri of files)
    if (/\.ipynb$/i.test(uri.path) && uri.fragment === "" && !open.has(uri.toString())) closed.set(uri.toString(), uri);
  const opening = [...closed.values()].slice(0, MOST).map((uri) =>
    vscode.workspace.openNotebookDocument(uri).then(
      () => true,
      // broken, or nothing is installed that reads notebooks: the file itself is all there is to show
      () => false,
    ),
  );
  return (await Promise.all(opening)).includes(true);
}
