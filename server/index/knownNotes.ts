/**
 * What is known of the notes with one dataset: the index, which notes there are, and which of them have changed. Many are read on
 * other threads, if there are any, and few in slices on this one; both wait while somebody types.
 */
import { addressKey } from "../addresses";
import type { Dataset } from "../dataset/dataset";
import { textHash } from "../dataset/hash";
import { giveWay } from "../giveWay";
import { messageOf } from "../messageOf";
import type { BackgroundHost, KeptNote, Listed, ReadNote } from "./backgroundHost";
import { NoteIndex } from "./noteIndex";
import { inUnits, type Table, tableOfText } from "./table";

/** How long the reading of notes may hold up requests, in milliseconds. */
const SLICE = 8;
/** How many notes are fetched while others are read. */
const AHEAD = 16;
/** How many notes another thread is given at a time: few, since it reads them to the end even if somebody begins to type. */
const BATCH = 8;

/** Fewer notes than these are read on this thread: others take a second of time each to start and to make their code fast. */
const FEW = 512;
/** Of fewer notes than these nothing is kept for the next session. */
const WORTH_KEEPING = 64;
/** How often notes are listed for one answer, if new ones come meanwhile. */
const MOST_ROUNDS = 3;

export class KnownNotes {
  readonly index: NoteIndex;
  /** How many requests wait for all notes to be read. */
  waiting = 0;
  private readonly host: BackgroundHost;
  /** Resolves when nobody types. */
  private readonly untilQuiet: () => Promise<void>;
  /** The notes that were listed, by {@link addressKey}. */
  private listed = new Map<string, Listed>();
  /** The folders that they lie in, by {@link addressKey}. */
  private folders = new Set<string>();
  /** Notes to be read anew, by {@link addressKey}. */
  private readonly stale = new Map<string, string>();
  /** Texts that are fetched while other notes are read, by {@link addressKey}. */
  private readonly fetched = new Map<string, Promise<string | undefined>>();
  private mustList = true;

  constructor(dataset: Dataset, host: BackgroundHost, untilQuiet: () => Promise<void>) {
    this.index = new NoteIndex(dataset);
    this.host = host;
    this.untilQuiet = untilQuiet;
  }

  /** Whether no note waits to be read; false if the user stopped the reading. */
  get isComplete(): boolean {
    return this.stale.size === 0;
  }

  /** How many notes there are. */
  get count(): number {
    return this.listed.size;
  }

  /** A note was changed, created or closed. */
  changed(key: string, uri: string): void {
    this.fetched.delete(key);
    // whether a new file is one of the notes, only a list says
    if (this.listed.has(key)) this.stale.set(key, uri);
    else this.mustList = true;
  }

  /** A file or folder was deleted. */
  deleted(key: string): void {
    this.index.delete(key);
    if (this.listed.delete(key)) return;
    // nobody names the notes of a folder that goes; another may have come in its place
    if (this.folders.has(key) || key.endsWith("/.gitignore") || !/\/\.|\.\w+$/.test(key)) this.mustList = true;
  }

  /** The list of notes may have changed. */
  listAnew(): void {
    this.mustList = true;
  }

  /**
   * Reads the notes that have changed.
   * @param isWanted whether to go on; if not, the reading ends where it is
   * @returns whether it came to its end: all is read, or the user has stopped it
   */
  async update(isWanted: () => boolean): Promise<boolean> {
    // files may come while others are read
    for (let round = 0; round === 0 || (this.mustList && round < MOST_ROUNDS && isWanted()); round++) {
      if (this.mustList || !this.host.isWatched()) await this.list();
      if (this.stale.size > 0 && (await this.readStale(isWanted))) return true;
    }
    return this.isComplete;
  }

  /** @returns whether the user has stopped it */
  private async readStale(isWanted: () => boolean): Promise<boolean> {
    const progress = await this.host.begin(this.stale.size);
    let done = 0;
    const count = (read = 1) => {
      done += read;
      progress.report(done, done + this.stale.size);
    };
    const goesOn = () => !progress.isCancelled && isWanted();
    try {
      if (this.stale.size >= FEW) await this.readElsewhere(goesOn, count);
      await this.readHere(goesOn, count);
    } finally {
      progress.end();
    }
    if (done >= WORTH_KEEPING) void this.host.memory?.keep(this.index.dataset, this.toKeep());
    return progress.isCancelled;
  }

  /** Reads notes on other threads; those that no thread can read stay unread. */
  private async readElsewhere(goesOn: () => boolean, count: (read: number) => void): Promise<void> {
    const readers = await this.host.openReaders?.(this.index.dataset).catch((error: unknown) => {
      this.host.warn(`notes are read without threads: ${messageOf(error)}`);
      return undefined;
    });
    if (!readers) return;
    const notes = [...this.stale].filter(([, uri]) => readers.canRead(uri));
    let next = 0;
    const readInTurn = async (): Promise<void> => {
      for (;;) {
        await this.untilQuiet();
        const batch = notes.slice(next, next + BATCH);
        if (batch.length === 0 || !goesOn()) return;
        next += BATCH;
        // one may change again while it is read: then it is put down again
        for (const [key] of batch) this.stale.delete(key);
        try {
          const read = await readers.read(batch.map(([, uri]) => ({ uri, knownHash: this.index.hashOf(uri) })));
          for (const [i, [, uri]] of batch.entries()) this.take(uri, read[i]);
        } catch {
          for (const [key, uri] of batch) this.stale.set(key, uri);
        }
        count(batch.length);
      }
    };
    await Promise.all(Array.from({ length: readers.most }, readInTurn));
    readers.end();
  }

  private async readHere(goesOn: () => boolean, count: () => void): Promise<void> {
    let began = performance.now();
    this.fetched.clear();
    while (this.stale.size > 0 && goesOn()) {
      for (const [key, uri] of take(this.stale, AHEAD)) if (!this.fetched.has(key)) this.fetched.set(key, this.host.source.read(uri));
      const [key, uri] = this.stale.entries().next().value!;
      const fetching = this.fetched.get(key);
      const text = await fetching;
      // it has changed since it was asked for
      if (this.fetched.get(key) !== fetching) continue;
      this.fetched.delete(key);
      this.stale.delete(key);
      if (text === undefined) this.take(uri, undefined);
      else began = await this.read(uri, text, began);
      count();
      if (performance.now() - began > SLICE) began = await this.giveWay();
    }
  }

  /** Reads a note into the index, unless its text is there already. @returns when the current slice began */
  private async read(uri: string, text: string, began: number): Promise<number> {
    const hash = textHash(text);
    if (this.index.hashOf(uri) === hash) return began;
    try {
      const steps = tableOfText(this.index.dataset, uri, text, this.host.placeOf ?? inUnits);
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          this.take(uri, { hash, table: value as Table });
          return began;
        }
        if (performance.now() - began > SLICE) began = await this.giveWay();
      }
    } catch (error) {
      this.take(uri, { problem: messageOf(error) });
    }
    return began;
  }

  /** Takes over the result of reading a note, unless its file was deleted meanwhile. What cannot be read is told to the log. */
  private take(uri: string, read: ReadNote = { problem: "it is no text, or may not be read" }): void {
    const isListed = this.listed.has(addressKey(uri));
    if ("problem" in read && isListed) this.host.warn(`${uri} could not be read for the index: ${read.problem}`);
    if ("problem" in read || !isListed) this.index.delete(uri);
    else if (read.table) this.index.set(uri, read.hash, read.table);
  }

  private async list(): Promise<void> {
    this.mustList = false;
    const found = await this.host.source.list();
    const listed = new Map(found.map((note) => [addressKey(note.uri), note]));
    const kept = this.listed.size === 0 && listed.size >= WORTH_KEEPING ? await this.recalled(listed) : undefined;
    this.index.keepOnly(listed);
    for (const key of this.stale.keys()) if (!listed.has(key)) this.stale.delete(key);
    for (const [key, { uri, stamp }] of listed) {
      const held = this.listed.get(key) ?? kept?.get(key);
      if (!held || (stamp === undefined ? !this.host.isWatched() : stamp !== held.stamp)) this.stale.set(key, uri);
    }
    this.listed = listed;
    this.folders = foldersOf(listed.keys());
  }

  /**
   * Takes over what an earlier session knew of notes.
   * @returns the notes as they were then; one that has changed is read again unless its text is the same
   */
  private async recalled(listed: ReadonlyMap<string, Listed>): Promise<Map<string, { readonly stamp: string }>> {
    const kept = new Map<string, { readonly stamp: string }>();
    for (const [uri, stamp, hash, table] of (await this.host.memory?.recall(this.index.dataset)) ?? []) {
      const key = addressKey(uri);
      if (!listed.has(key)) continue;
      this.index.set(uri, hash, table);
      kept.set(key, { stamp });
    }
    return kept;
  }

  /** What the next session may know: notes whose files tell when they change, without those that have changed and were not read since. */
  private toKeep(): KeptNote[] {
    return [...this.listed].flatMap(([key, { uri, stamp }]): KeptNote[] => {
      const held = this.stale.has(key) ? undefined : this.index.of(uri);
      return held && stamp !== undefined ? [[uri, stamp, held.hash, held.table]] : [];
    });
  }

  /** Lets requests be answered, and waits while somebody types. @returns when the next slice begins */
  private async giveWay(): Promise<number> {
    await giveWay();
    await this.untilQuiet();
    return performance.now();
  }
}

/** The folders above some notes, all by {@link addressKey}. */
function foldersOf(keys: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const key of keys)
    for (let at = key.lastIndexOf("/"); at > 0 && !folders.has(key.slice(0, at)); at = key.lastIndexOf("/", at - 1))
      folders.add(key.slice(0, at));
  return folders;
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  for (const item of items) {
    if (count-- <= 0) return;
    yield item;
  }
}
