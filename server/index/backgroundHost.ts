/** What the index of all notes needs from outside: where notes come from, who else can read them, where to keep what is known. */
import type { Dataset } from "../dataset/dataset";
import type { PlaceOf, Table } from "./table";

/** A note in the workspace. */
export interface Listed {
  readonly uri: string;
  /** A text that changes when the file does, made of its time and size; nothing if that is not known. */
  readonly stamp?: string;
}

/** Where notes come from. Neither function rejects. */
export interface NoteSource {
  /** All notes of the workspace. */
  list(): Promise<readonly Listed[]>;
  /** The text of a note; nothing if it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** The result of reading a note on another thread: its table, left out if its text still has the known hash; or what went wrong. */
export type ReadNote = { readonly hash: number; readonly table?: Table } | { readonly problem: string };

/** A note that another thread is to read, with the hash of its text where that was read before. */
export interface Asked {
  readonly uri: string;
  readonly knownHash: number | undefined;
}

/** Other threads that read notes. */
export interface Readers {
  /** How many batches of notes may be read at the same time. */
  readonly most: number;
  canRead(uri: string): boolean;
  /**
   * Reads notes.
   * @returns the result for each, nothing for a note that cannot be read; rejects if the thread has ended
   */
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
  /** Whether {@link Background.changed} is told of changed files; if not, all notes are listed for each question. */
  readonly isWatched: () => boolean;
  /** Begins to show that a number of notes is being read. */
  readonly begin: (count: number) => Promise<Progress>;
  /** Tells the user's log. */
  readonly warn: (message: string) => void;
  /** Counts columns as the client does; without it UTF-16 units are counted. */
  readonly placeOf?: PlaceOf;
  /** Starts threads that read with a dataset; not there where there can be none. */
  readonly openReaders?: ((dataset: Dataset) => Promise<Readers>) | undefined;
  readonly memory?: Memory | undefined;
}

/** The display of progress while notes are read. */
export interface Progress {
  report(done: number, all: number): void;
  end(): void;
  /** Whether the user has asked to stop. */
  readonly isCancelled: boolean;
}
