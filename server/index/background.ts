/**
 * Keeps the index of all notes: reads them when somebody first asks, and again what has changed since when somebody asks
 * again. Many are read on other threads, where there are such, few and all others here, in slices; both wait for whoever
 * types. Nothing happens in between.
 */
import type { Dataset } from "../dataset/dataset";
import { textHash } from "../dataset/hash";
import { giveWay } from "../giveWay";
import { messageOf } from "../messageOf";
import { addressKey, NoteIndex } from "./noteIndex";
import { inUnits, type PlaceOf, type Table, tableOfText } from "./table";

/** How long the reading of notes holds up requests, in milliseconds. */
const SLICE = 8;
/** How long nobody must have typed before it goes on, in milliseconds. */
const QUIET = 300;
/** Notes that are fetched at once while others are read. */
const AHEAD = 16;
/** Notes that another thread is given at once: few, since it reads them to the end when somebody begins to type. */
const BATCH = 8;

/** Fewer notes than these are read here: threads take time to begin. */
const FEW = 64;

/** A note in the workspace. */
export interface Listed {
  readonly uri: string;
  /** Something that changes with the file, as its time and size; where it is known. */
  readonly stamp?: string;
}

/** Where notes come from. Neither function rejects. */
export interface NoteSource {
  /** All notes of the workspace. */
  list(): Promise<readonly Listed[]>;
  /** The text of one; nothing where it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** What comes of a note that another thread has read: its table, unless its text has the hash that is known; or what went wrong. */
export type ReadNote = { readonly hash: number; readonly table?: Table } | { readonly problem: string };

/** A note that another thread is to read, with the hash of its text where that was read before. */
export interface Asked {
  readonly uri: string;
  readonly knownHash: number | undefined;
}

/** Other threads that read notes. */
export interface Readers {
  /** So many batches of notes may be under way at once. */
  readonly most: number;
  canRead(uri: string): boolean;
  /** @returns what comes of each, nothing where it cannot be read; rejects where the thread has ended */
  read(notes: readonly Asked[]): Promise<ReadonlyArray<ReadNote | undefined>>;
  /** Ends the threads. */
  end(): void;
}

/** What an earlier session knew of a note: its address and stamp, the hash of its text, and its table. */
export type KeptNote = readonly [uri: string, stamp: string, hash: number, table: Table];

/** Keeps what is known of notes from one session to the next. Neither function rejects. */
export interface Memory {
  recall(dataset: Dataset): Promise<readonly KeptNote[]>;
  keep(dataset: Dataset, notes: readonly KeptNote[]): Promise<void>;
}

/** What a {@link Background} needs. */
export interface BackgroundHost {
  readonly source: NoteSource;
  /** Whether {@link Background.changed} is told of files; if not, all notes are listed at each request. */
  readonly isWatched: () => boolean;
  /** Shows that so many notes are being read. */
  readonly begin: (count: number) => Promise<Progress>;
  /** Tells the user's log. */
  readonly warn: (message: string) => void;
  /** Counts columns as the client does; in UTF-16 units where it is not given. */
  readonly placeOf?: PlaceOf;
  /** Starts threads that read with a dataset, where there can be any. */
  readonly openReaders?: ((dataset: Dataset) => Promise<Readers>) | undefined;
  readonly memory?: Memory | undefined;
}

/** Shown while notes are read. */
export interface Progress {
  report(done: number, all: number): void;
  end(): void;
  /** Whether the user has asked to stop. */
  readonly isCancelled: boolean;
}

export class Background {
  private readonly host: BackgroundHost;
  private index: NoteIndex | undefined;
  /** What was listed, by {@link addressKey}. */
  private listed = new Map<string, Listed>();
  /** Notes to be read anew, by {@link addressKey}. */
  private readonly stale = new Map<string, string>();
  /** Texts of some of them, which are fetched while others are read; by the same. */
  private readonly fetched = new Map<string, Promise<string | undefined>>();
  private mustList = true;
  private lastEdit = Number.NEGATIVE_INFINITY;
  private work: Promise<NoteIndex> | undefined;

  constructor(host: BackgroundHost) {
    this.host = host;
  }

  /** The index with every note read that could be; with fewer where the user stopped it, which the next call goes on with. */
  ready(dataset: Dataset): Promise<NoteIndex> {
    if (this.index?.dataset !== dataset) {
      this.index = new NoteIndex(dataset);
      this.listed = new Map();
      this.mustList = true;
    }
    const { index } = this;
    this.work ??= this.update(index).finally(() => {
      this.work = undefined;
    });
    // what goes on may be for another dataset
    return this.work.then((done) => (done === index ? done : this.ready(dataset)));
  }

  /** What was read up to now. */
  soFar(dataset: Dataset): NoteIndex {
    return this.index?.dataset === dataset ? this.index : new NoteIndex(dataset);
  }

  /** Whether there is no note left to be read: there is one where the user has stopped the reading. */
  get isComplete(): boolean {
    return this.stale.size === 0;
  }

  /** Somebody types: reading waits. */
  edited(): void {
    this.lastEdit = performance.now();
  }

  /** A note was changed or made, or is no longer open. */
  changed(uri: string): void {
    const key = addressKey(uri);
    this.fetched.delete(key);
    // whether a new file is one of the notes, only a list says
    if (this.listed.has(key)) this.stale.set(key, uri);
    else this.mustList = true;
  }

  /** A file or a folder is gone. */
  deleted(uri: string): void {
    const key = addressKey(uri);
    this.index?.delete(uri);
    // nobody names the notes of a folder that goes; another may have come in its place
    if (!this.listed.delete(key) && !/\/\.|\.\w+$/.test(uri)) this.mustList = true;
  }

  /** There may be other notes than those that were listed. */
  listAnew(): void {
    this.mustList = true;
  }

  private async update(index: NoteIndex): Promise<NoteIndex> {
    if (this.mustList || !this.host.isWatched()) await this.list(index);
    if (this.stale.size === 0) return index;
    const progress = await this.host.begin(this.stale.size);
    let done = 0;
    const count = (read = 1) => {
      done += read;
      progress.report(done, done + this.stale.size);
    };
    const goesOn = () => !progress.isCancelled && this.index === index;
    try {
      if (this.stale.size >= FEW) await this.readElsewhere(index, goesOn, count);
      await this.readHere(index, goesOn, count);
    } finally {
      progress.end();
    }
    if (done >= FEW && this.index === index) void this.host.memory?.keep(index.dataset, this.known(index));
    return index;
  }

  /** Reads notes on other threads; those that none of them can read are left. */
  private async readElsewhere(index: NoteIndex, goesOn: () => boolean, count: (read: number) => void): Promise<void> {
    const readers = await this.host.openReaders?.(index.dataset).catch((error: unknown) => {
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
          const read = await readers.read(batch.map(([, uri]) => ({ uri, knownHash: index.hashOf(uri) })));
          for (const [i, [, uri]] of batch.entries()) this.take(index, uri, read[i]);
        } catch {
          for (const [key, uri] of batch) this.stale.set(key, uri);
        }
        count(batch.length);
      }
    };
    await Promise.all(Array.from({ length: readers.most }, readInTurn));
    readers.end();
  }

  private async readHere(index: NoteIndex, goesOn: () => boolean, count: () => void): Promise<void> {
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
      if (text === undefined) this.take(index, uri, undefined);
      else began = await this.read(index, uri, text, began);
      count();
      if (performance.now() - began > SLICE) began = await this.giveWay();
    }
  }

  /** Reads a note into the index, unless its text is there. @returns when the slice began in which it ended */
  private async read(index: NoteIndex, uri: string, text: string, began: number): Promise<number> {
    const hash = textHash(text);
    if (index.hashOf(uri) === hash) return began;
    try {
      const steps = tableOfText(index.dataset, uri, text, this.host.placeOf ?? inUnits);
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          this.take(index, uri, { hash, table: value as Table });
          return began;
        }
        if (performance.now() - began > SLICE) began = await this.giveWay();
      }
    } catch (error) {
      this.take(index, uri, { problem: messageOf(error) });
    }
    return began;
  }

  /** Takes what came of a note, unless its file has gone meanwhile. */
  private take(index: NoteIndex, uri: string, read: ReadNote | undefined): void {
    if (read && "problem" in read) this.host.warn(`${uri} could not be read for the index: ${read.problem}`);
    if (!read || "problem" in read || !this.listed.has(addressKey(uri))) index.delete(uri);
    else if (read.table) index.set(uri, read.hash, read.table);
  }

  private async list(index: NoteIndex): Promise<void> {
    this.mustList = false;
    const found = await this.host.source.list();
    const listed = new Map(found.map((note) => [addressKey(note.uri), note]));
    const kept = this.listed.size === 0 && listed.size >= FEW ? await this.recalled(index, listed) : undefined;
    index.keepOnly(listed);
    for (const key of this.stale.keys()) if (!listed.has(key)) this.stale.delete(key);
    for (const [key, { uri, stamp }] of listed) {
      const held = this.listed.get(key) ?? kept?.get(key);
      if (!held || (stamp === undefined ? !this.host.isWatched() : stamp !== held.stamp)) this.stale.set(key, uri);
    }
    this.listed = listed;
  }

  /** Takes into the index what an earlier session knew of notes. @returns how they were then; one that has changed is read again unless its text is the same */
  private async recalled(index: NoteIndex, listed: ReadonlyMap<string, Listed>): Promise<Map<string, { readonly stamp: string }>> {
    const kept = new Map<string, { readonly stamp: string }>();
    for (const [uri, stamp, hash, table] of (await this.host.memory?.recall(index.dataset)) ?? []) {
      const key = addressKey(uri);
      if (!listed.has(key)) continue;
      index.set(uri, hash, table);
      kept.set(key, { stamp });
    }
    return kept;
  }

  /** All that is known of notes whose files tell when they change. */
  private known(index: NoteIndex): KeptNote[] {
    return [...this.listed.values()].flatMap(({ uri, stamp }): KeptNote[] => {
      const held = index.of(uri);
      return held && stamp !== undefined ? [[uri, stamp, held.hash, held.table]] : [];
    });
  }

  /** Lets requests be answered, and waits while somebody types. @returns when it goes on */
  private async giveWay(): Promise<number> {
    await giveWay();
    await this.untilQuiet();
    return performance.now();
  }

  private async untilQuiet(): Promise<void> {
    for (let wait = this.quietIn(); wait > 0; wait = this.quietIn()) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  /** In how many milliseconds nobody will have typed for long enough, if nobody does. */
  private quietIn(): number {
    return Math.ceil(this.lastEdit + QUIET - performance.now());
  }
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  for (const item of items) {
    if (count-- <= 0) return;
    yield item;
  }
}
