/** Full cards as read-only files: after a reload the editor asks for them again, and starts the extension for that. */
import * as vscode from "vscode";
import { CARD_SCHEME } from "../server/protocol";

/**
 * Registers the files.
 * @param textOf gives the text at an address
 * @param changed fires when files that are shown may have changed
 */
export function registerCardFiles(textOf: (uri: vscode.Uri) => Promise<string>, changed: vscode.Event<void>): vscode.Disposable {
  const bytesOf = async (uri: vscode.Uri): Promise<Uint8Array> => new TextEncoder().encode(await textOf(uri));
  const renewed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let mtime = Date.now();
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: renewed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime, size: (await bytesOf(uri)).length }),
    readFile: bytesOf,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(
    renewed,
    changed(() => {
      mtime = Date.now();
      const shown = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === CARD_SCHEME);
      renewed.fire(shown.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
    }),
    vscode.workspace.registerFileSystemProvider(CARD_SCHEME, files, { isCaseSensitive: true, isReadonly: true }),
  );
}
