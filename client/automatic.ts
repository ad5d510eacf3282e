/** Opens the completion list by itself while a name is being typed. Whether one is likely, the server says. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { IS_NAME_LIKELY, type PlaceParams, SETTINGS } from "../server/protocol";

/** How far back the word that is typed is looked at, in UTF-16 units. */
const REACH = 80;

/**
 * Watches what is typed into notes.
 * @param client the running client
 * @param notes which documents are notes
 * @returns what ends the watch
 */
export function openListsFor(client: BaseLanguageClient, notes: vscode.DocumentSelector): vscode.Disposable {
  /** Where the word begins for which a list was opened: it is not opened twice, so that Escape closes it for good. */
  let opened = "";
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    // what comes back by undoing is not typed
    if (reason !== undefined) return;
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || editor?.document !== document || editor.selections.length > 1) return;
    if (!/^[\p{L}\p{N}]$/u.test(change.text) || !change.range.isEmpty || !vscode.languages.match(notes, document)) return;
    if (!isWanted(document)) return;
    const end = change.range.start.translate(0, change.text.length);
    const word = /[\p{L}\p{N}-]*$/u.exec(document.lineAt(end.line).text.slice(Math.max(0, end.character - REACH), end.character))![0];
    const place = `${document.uri.toString()} ${end.line} ${end.character - word.length}`;
    if (place === opened) return;
    const { version } = document;
    // behind the client's own listener, so that the server knows the letter
    setTimeout(() => void ask(), 0);

    async function ask(): Promise<void> {
      // the protocol's own position: a worker would be sent the editor's fields, not its line and character
      const position = client.code2ProtocolConverter.asPosition(end);
      const params: PlaceParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) }, position };
      // a server that does not answer opens nothing
      const isLikely = await client.sendRequest<boolean>(IS_NAME_LIKELY, params).catch(() => false);
      // a server in a worker may answer before the editor has told where the cursor is now
      if (isLikely && !editor?.selection.active.isEqual(end)) await nextSelection();
      const isCurrent = document.version === version && vscode.window.activeTextEditor === editor && editor?.selection.active.isEqual(end);
      if (!isLikely || !isCurrent) return;
      opened = place;
      await vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
    }
  });
}

/** Waits for the next move of a cursor. */
const nextSelection = (): Promise<void> =>
  new Promise((resolve) => {
    const once = vscode.window.onDidChangeTextEditorSelection(() => {
      once.dispose();
      resolve();
    });
  });

/** Whether lists are to open by themselves: the setting, and not where the editor's own quick suggestions do it already. */
function isWanted(document: vscode.TextDocument): boolean {
  if (!vscode.workspace.getConfiguration(SETTINGS, document).get<boolean>("completion.automatic", true)) return false;
  const quick = vscode.workspace.getConfiguration("editor", document).get<boolean | Record<string, unknown>>("quickSuggestions");
  const inText = typeof quick === "object" ? quick["other"] : quick;
  return inText !== true && inText !== "on" && inText !== "inline";
}
