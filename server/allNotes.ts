/** What all notes name: an index of those in the folders, and tables of the open ones as they stand. */
import type { Connection } from "vscode-languageserver";
import { addressKey, folderOf } from "./addresses";
import type { Dataset } from "./dataset/dataset";
import { inSlices } from "./giveWay";
import { Background } from "./index/background";
import { type IndexedUse, NoteIndex } from "./index/noteIndex";
import { type Table, tableApart, tableOf } from "./index/table";
import { inTime } from "./inTime";
import { Listing } from "./listing";
import type { Server } from "./navigation";
import type { Note } from "./note/note";
import { beginReading } from "./readingProgress";

export class AllNotes {
  /** Reads the notes of the folders when nobody types. */
  readonly background: Background;
  private readonly server: Server;
  /** Tables of open notes, by the dataset that they were read with. */
  private readonly tables = new WeakMap<Note, WeakMap<Dataset, Table>>();

  constructor(connection: Connection, server: Server) {
    const { capabilities, client, openReaders, memoryIn, storageUri, reading, warn } = server;
    const source = new Listing(connection, server);
    this.server = server;
    this.background = new Background({
      source,
      isWatched: () => source.isWatched,
      begin: beginReading(connection, capabilities.window?.workDoneProgress === true),
      warn,
      placeOf: reading.placeOf,
      openReaders: openReaders && ((dataset) => openReaders(dataset, client.encoding)),
      memory: storageUri?.startsWith("file:") ? memoryIn?.(storageUri, client.encoding) : undefined,
    });
  }

  /**
   * The index of the notes in the folders; an empty one if the user wants none.
   * @param patience how many milliseconds to wait for notes to be read; without it until all are
   */
  async index(data: Dataset, patience?: number): Promise<NoteIndex> {
    if (!(await this.server.settings()).index.enabled) return new NoteIndex(data);
    const ready = this.background.ready(data);
    if (patience === undefined) return ready;
    return (await inTime(ready, undefined, patience, this.background.soFar(data))) ?? ready;
  }

  /** Tables of the open notes by address, `note` among them. Without notes that show another version of a file, as a comparison does. */
  async open(data: Dataset, note?: Note): Promise<Map<string, Table>> {
    const { reading, openNotes, fileOf, folders } = this.server;
    const open = new Map<string, Table>();
    const inside = folders().map((folder) => `${addressKey(folder)}/`);
    for (const { uri } of openNotes()) {
      const file = fileOf(uri);
      const isOfFolder = inside.some((folder) => addressKey(file).startsWith(folder));
      if (uri !== note?.uri && !/^(?:file|untitled):/.test(file) && !isOfFolder) continue;
      let read = await reading.now(uri);
      if (read?.data === data && !this.tables.get(read.note)?.has(data)) read = await reading.whole(uri);
      if (!read) continue;
      const { note: one, data: its } = read;
      const tables = this.tables.get(one) ?? new WeakMap<Dataset, Table>();
      const { placeOf } = reading;
      const table = tables.get(data) ?? (await inSlices((its === data ? tableOf : tableApart)(data, one, placeOf)));
      this.tables.set(one, tables.set(data, table));
      open.set(uri, table);
      // the cells of an open notebook count instead of its file
      if (file !== uri) open.set(file, NO_USES);
    }
    return open;
  }

  /** All uses of an entity. @param note an open note, which counts wherever it lies */
  async usesOf(data: Dataset, entity: number, note?: Note): Promise<IndexedUse[]> {
    const index = await this.index(data);
    return this.known(data, entity, index.usesOf(entity, await this.open(data, note)));
  }

  /** Those of some uses whose notes know the thing by that name, too: another folder may add none such, or call another thing so. */
  async known(data: Dataset, entity: number, uses: readonly IndexedUse[]): Promise<IndexedUse[]> {
    const isOwn = data.ownParts.some(({ reference }) => data.find(reference) === entity);
    if (!isOwn) return [...uses];
    const isKnown = new Map<string, boolean>();
    const found: IndexedUse[] = [];
    for (const use of uses) {
      const key = `${use.name} ${folderOf(use.uri)}`;
      if (!isKnown.has(key)) isKnown.set(key, knows(await this.server.datasetOf(use.uri), data, entity, use.name));
      if (isKnown.get(key)) found.push(use);
    }
    return found;
  }
}

/** Whether a note's dataset has a name for the same thing as another dataset has it. */
function knows(its: Dataset | undefined, data: Dataset, entity: number, name: number): boolean {
  if (!its || its === data) return true;
  const isSame = (other: number) => its.kind(other) === data.kind(entity) && its.preferredName(other) === data.preferredName(entity);
  return its.lexicon.lookUp(data.lexicon.name(name)).some((held) => isSame(its.lexicon.entity(held)));
}

const NO_USES: Table = new Uint32Array(0);
