/** Lists the notes in the open folders, or has the client list them where only it can; has the client watch them. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from "vscode-languageserver";
import type { Listed, NoteSource } from "./index/backgroundHost";
import { inTime } from "./inTime";
import type { Server } from "./navigation";
import { endingsOf } from "./noteNames";
import { LIST_NOTES } from "./protocol";

export class Listing implements NoteSource {
  private readonly connection: Connection;
  private readonly server: Server;
  /** The pattern of names that the client was asked to watch. */
  private asked: string | undefined;
  /** The pattern of names that it does watch. */
  private watched: string | undefined;
  private watching: Disposable | undefined;

  constructor(connection: Connection, server: Server) {
    this.connection = connection;
    this.server = server;
  }

  /** Whether the client tells of notes that change. */
  get isWatched(): boolean {
    return this.watched !== undefined;
  }

  /** All notes of the open folders, without documents that these say are none. */
  async list(): Promise<readonly Listed[]> {
    const { client, listNotes, folders, settings, capabilities } = this.server;
    const endings = endingsOf((await settings()).languages);
    // letter case counts in patterns
    const globPattern = `**/*{${[...endings, ...endings.map((ending) => ending.toUpperCase())].join(",")}}`;
    if (this.asked !== globPattern && capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) await this.watch(globPattern);
    const onDisk = listNotes ? folders().filter((folder) => folder.startsWith("file:")) : [];
    const others = folders().filter((folder) => !onDisk.includes(folder));
    const lists = others.map(async (folder): Promise<readonly Listed[]> => {
      const uris: unknown = client.readsFiles ? await this.connection.sendRequest(LIST_NOTES, { folder, endings }) : [];
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === "string").map((uri) => ({ uri })) : [];
    });
    if (listNotes && onDisk.length > 0) lists.push(listNotes(onDisk, endings));
    const all = (await Promise.all(lists.map((list) => list.catch(() => [])))).flat();
    const notes = new Set(await this.server.notesAmong(all.map(({ uri }) => uri)));
    return all.filter(({ uri }) => notes.has(uri));
  }

  /** The text of a note; nothing where it cannot be read. */
  read(uri: string): Promise<string | undefined> {
    return this.server.readText(uri);
  }

  private async watch(globPattern: string): Promise<void> {
    // with all that goes, for with a folder its notes go and nobody names them
    const watchers = [{ globPattern }, { globPattern: "**/.gitignore" }, { globPattern: "**/*", kind: 4 as const }];
    const { watching } = this;
    this.asked = globPattern;
    this.watched = this.watching = undefined;
    const registered = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).then((one) => {
      this.watching = one;
      this.watched = globPattern;
    });
    await inTime(registered);
    watching?.dispose();
  }
}
