/** Has the client watch the files that folders have of their own, where it can. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { addressOf, nameOf } from "./addresses";
import { FOLDER } from "./protocol";

export class Watching {
  private readonly connection: Connection;
  private readonly capabilities: () => ClientCapabilities;
  private paths = "";
  private registered: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(connection: Connection, capabilities: () => ClientCapabilities) {
    this.connection = connection;
    this.capabilities = capabilities;
  }

  /** Whether the client tells of changes. */
  get isOn(): boolean {
    return this.capabilities().workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Begins to watch `.metastasis-notes` in all folders. */
  begin(): void {
    if (this.isOn) void this.register([{ globPattern: `**/${FOLDER}/*` }, { globPattern: `**/${FOLDER}` }]);
  }

  /** Watches the files and folders of the setting `datasets`, and no longer those it named before. */
  also(paths: readonly string[]): void {
    if (!this.isOn || paths.join("\n") === this.paths) return;
    this.paths = paths.join("\n");
    const before = this.registered;
    this.registered = before.then((held) => {
      held?.dispose();
      return paths.length > 0 ? this.register(paths.flatMap((path) => this.watchersOf(path))) : undefined;
    });
  }

  private register(watchers: FileSystemWatcher[]): Promise<Disposable | undefined> {
    return this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  }

  private watchersOf(path: string): FileSystemWatcher[] {
    const address = addressOf(path, undefined);
    if (address === undefined) {
      const below = path.replaceAll("\\", "/").replace(/^(?:\.\/)+|(?<!\/)\/+$/g, "");
      return [{ globPattern: `**/${below}` }, { globPattern: `**/${below}/*` }];
    }
    if (!this.capabilities().workspace?.didChangeWatchedFiles?.relativePatternSupport) return [];
    const slash = address.lastIndexOf("/");
    const file = { baseUri: address.slice(0, slash), pattern: nameOf(address) };
    return [{ globPattern: file }, { globPattern: { baseUri: address, pattern: "*" } }];
  }
}
