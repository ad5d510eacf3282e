/** What the index of all notes needs of the world: where notes come from, who else can read them, where to keep what is known. */
import type { Dataset } from "../dataset/dataset";
import type { PlaceOf, Table } from "./table";

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
