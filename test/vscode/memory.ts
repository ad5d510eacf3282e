/** A file system in memory, as extensions bring them: its addresses have no authority, and the editor's search knows nothing of it. */
import * as vscode from "vscode";
import { undoLater } from "./editor";

export const SCHEME = "metastasis-memory";

/** Registers the file system with some files, by their paths, until `tidy()`. @returns the address of a path */
export function memory(files: Readonly<Record<string, string>>, { isReadonly = false } = {}): (path: string) => vscode.Uri {
  const provider = vscode.workspace.registerFileSystemProvider(SCHEME, new Memory(files), { isCaseSensitive: true, isReadonly });
  undoLater(() => provider.dispose());
  return (path) => vscode.Uri.from({ scheme: SCHEME, path });
}

class Memory implements vscode.FileSystemProvider {
  private readonly files: Map<string, Uint8Array>;
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const size = this.files.get(uri.path)?.length;
    const type = size === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    if (size === undefined) this.readDirectory(uri);
    return { type, ctime: 0, mtime: 0, size: size ?? 0 };
  }

  readDirectory(uri: vscode.Uri): Array<[string, vscode.FileType]> {
    const folder = uri.path.replace(/\/?$/, "/");
    const entries = new Map<string, vscode.FileType>();
    for (const path of this.files.keys())
      if (path.startsWith(folder)) {
        const [name, ...below] = path.slice(folder.length).split("/");
        entries.set(name!, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
      }
    if (entries.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...entries];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {}

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
  }

  rename(): void {}
}
