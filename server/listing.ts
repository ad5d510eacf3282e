/** Lists the notes in the open folders, or has the client list them where only it can; has the client watch them. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
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
  /** Folders whose user was told that they cannot be listed. */
  private readonly told = new Set<string>();

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
    const unread: string[] = [];
    const note = (at: string, problem: string) => {
      if (!this.told.has(at)) unread.push(`The folder ${at} ${problem}.`);
      this.told.add(at);
    };
    if (listNotes && onDisk.length > 0) lists.push(listNotes(onDisk, endings, undefined, note));
    const all = (await Promise.all(lists.map((list) => list.catch(() => [])))).flat();
    if (unread.length > 0) this.tell(unread);
    const notes = new Set(await this.server.notesAmong(all.map(({ uri }) => uri)));
    return all.filter(({ uri }) => notes.has(uri));
  }

  /** The text of a note; nothing where it cannot be read. */
  read(uri: string): Promise<string | undefined> {
    return this.server.readText(uri);
  }

  /** Tells once that notes are missing, since whoever looks for uses would take what is found for all there are. */
  private tell([first, ...others]: readonly string[]): void {
    for (const problem of others) this.server.warn(problem);
    const folders = others.length === 1 ? "folder" : "folders";
    const more = others.length > 0 ? ` So are those of ${others.length} further ${folders}, which the log names.` : "";
    const message = `${first} Its notes are left out of uses, symbols and counts.${more}`;
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
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
