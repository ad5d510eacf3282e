/**
 * Keeps the index of all notes: reads them when somebody first asks, in slices that give way to whoever types, and again
 * what has changed since when somebody asks again. Nothing happens in between.
 */
import type { Dataset } from "../dataset/dataset";
import { Note } from "../note/note";
import { languageOf } from "../settings";
import { addressKey, NoteIndex } from "./noteIndex";
import { inUnits, type PlaceOf, tableOf, textHash } from "./table";

/** How long the reading of notes holds up requests, in milliseconds. */
const SLICE = 8;
/** How long nobody must have typed before it goes on, in milliseconds. */
const QUIET = 300;
/** Notes that are fetched at once while others are read. */
const AHEAD = 16;

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

/** Shown while notes are read. */
export interface Progress {
  report(done: number, all: number): void;
  end(): void;
  /** Whether the user has asked to stop. */
  readonly isCancelled: boolean;
}

export class Background {
  private readonly source: NoteSource;
  private readonly isWatched: () => boolean;
  private readonly begin: (count: number) => Promise<Progress>;
  private readonly warn: (message: string) => void;
  private readonly placeOf: PlaceOf;
  private index: NoteIndex | undefined;
  /** What was listed, by {@link addressKey}. */
  private listed = new Map<string, Listed>();
  /** Notes to be read anew, by {@link addressKey}. */
  private readonly stale = new Map<string, string>();
  private mustList = true;
  private lastEdit = Number.NEGATIVE_INFINITY;
  private work: Promise<NoteIndex> | undefined;

  /**
   * @param isWatched whether {@link changed} is told of files; if not, all notes are listed at each request
   * @param begin shows that so many notes are being read
   * @param warn tells the user's log
   * @param placeOf counts columns as the client does
   */
  constructor(
    source: NoteSource,
    isWatched: () => boolean,
    begin: (count: number) => Promise<Progress>,
    warn: (message: string) => void = () => undefined,
    placeOf: PlaceOf = inUnits,
  ) {
    this.source = source;
    this.isWatched = isWatched;
    this.begin = begin;
    this.warn = warn;
    this.placeOf = placeOf;
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

  /** Somebody types: reading waits. */
  edited(): void {
    this.lastEdit = performance.now();
  }

  /** A note was changed or made, or is no longer open. */
  changed(uri: string): void {
    const key = addressKey(uri);
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

  /** All that is known is read anew when it is asked for. */
  forget(): void {
    this.index = undefined;
  }

  private async update(index: NoteIndex): Promise<NoteIndex> {
    if (this.mustList || !this.isWatched()) await this.list(index);
    if (this.stale.size === 0) return index;
    const progress = await this.begin(this.stale.size);
    const texts = new Map<string, Promise<string | undefined>>();
    let began = performance.now();
    try {
      for (let done = 0; this.stale.size > 0 && !progress.isCancelled && this.index === index; done++) {
        for (const uri of take(this.stale.values(), AHEAD)) if (!texts.has(uri)) texts.set(uri, this.source.read(uri));
        const [key, uri] = this.stale.entries().next().value!;
        const text = await texts.get(uri);
        texts.delete(uri);
        // it may change again while it is read: then it is put down again
        this.stale.delete(key);
        if (text === undefined) index.delete(uri);
        else began = await this.read(index, uri, text, began);
        progress.report(done + 1, done + 1 + this.stale.size);
        if (performance.now() - began > SLICE) began = await this.giveWay();
      }
    } finally {
      progress.end();
    }
    return index;
  }

  /** Reads a note into the index, unless its text is there. @returns when the slice began in which it ended */
  private async read(index: NoteIndex, uri: string, text: string, began: number): Promise<number> {
    const hash = textHash(text);
    if (index.holds(uri, hash)) return began;
    try {
      const note = Note.create(uri, languageOf(uri), 0, text.replace(/^\ufeff/, ""));
      for (const _ of note.readBindings(index.dataset)) if (performance.now() - began > SLICE) began = await this.giveWay();
      index.set(uri, hash, tableOf(index.dataset, note, this.placeOf));
    } catch (error) {
      index.delete(uri);
      this.warn(`${uri} could not be read for the index: ${error instanceof Error ? error.message : String(error)}`);
    }
    return began;
  }

  private async list(index: NoteIndex): Promise<void> {
    this.mustList = false;
    const found = await this.source.list();
    const listed = new Map(found.map((note) => [addressKey(note.uri), note]));
    index.keepOnly(listed);
    for (const key of this.stale.keys()) if (!listed.has(key)) this.stale.delete(key);
    for (const [key, { uri, stamp }] of listed) {
      const held = this.listed.get(key);
      if (!held || (stamp === undefined ? !this.isWatched() : stamp !== held.stamp)) this.stale.set(key, uri);
    }
    this.listed = listed;
  }

  /** Lets requests be answered, and waits while somebody types. @returns when it goes on */
  private async giveWay(): Promise<number> {
    do {
      const wait = Math.max(0, Math.ceil(this.lastEdit + QUIET - performance.now()));
      await new Promise((resolve) => setTimeout(resolve, wait));
    } while (performance.now() - this.lastEdit < QUIET);
    return performance.now();
  }
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  for (const item of items) {
    if (count-- <= 0) return;
    yield item;
  }
}
