/** Reads open notes as far as a request needs, in slices that give way to other requests. */
import type { Dataset } from "./dataset/dataset";
import { awaitsNote } from "./features/hover";
import { giveWay } from "./giveWay";
import { HeldNotes } from "./heldNotes";
import { unreadMessage } from "./note/input";
import type { Position } from "./note/lines";
import type { Note } from "./note/note";
import { type Encoding, offsetOf, positionOf } from "./positions";

/** How long the reading of a note may hold up other requests, in milliseconds. */
const SLICE = 12;

/** A note with the dataset it was read with. */
export interface Read {
  readonly data: Dataset;
  readonly note: Note;
}

/** Reads a note in small steps. */
type Steps = (dataset: Dataset, note: Note) => Generator<void>;

export class Reading {
  private readonly noteOf: (uri: string) => Note | undefined;
  private readonly dataset: (uri: string) => Promise<Dataset | undefined>;
  private readonly reader: () => Promise<Steps>;
  private readonly encoding: () => Encoding;
  private readonly warn: (message: string) => void;
  /** The notes whose reading is held. */
  private readonly held = new HeldNotes((uri) => this.noteOf(uri)?.rest());
  /** Notes whose user was told that a part is not read. */
  private readonly toldUnread = new Set<string>();

  /**
   * @param noteOf the open note of an address, as it stands
   * @param dataset the dataset for a note, once it is loaded; nothing also where the note is to be left alone
   * @param reader reads a note to its end for its findings
   * @param encoding how the client counts columns
   * @param warn tells the user's log
   */
  constructor(
    noteOf: (uri: string) => Note | undefined,
    dataset: (uri: string) => Promise<Dataset | undefined>,
    reader: () => Promise<Steps>,
    encoding: () => Encoding,
    warn: (message: string) => void,
  ) {
    this.noteOf = noteOf;
    this.dataset = dataset;
    this.reader = reader;
    this.encoding = encoding;
    this.warn = warn;
  }

  /**
   * The note, parsed up to a place; nothing if it is not open or has no dataset.
   * @param dataset to read it with
   */
  upTo(uri: string, place: Position, dataset: Dataset): Promise<Read | undefined> {
    return this.inSlices(uri, (note) => note.blocks.parsing(this.offsetAt(note, place)), dataset);
  }

  /**
   * The note, read as far as a hover at a place needs; nothing if it is not open or has no dataset.
   * @param dataset to read it with
   */
  around(uri: string, place: Position, dataset?: Dataset): Promise<Read | undefined> {
    const offsetAt = (note: Note) => this.offsetAt(note, place);
    const steps = function* (note: Note, data: Dataset) {
      const offset = offsetAt(note);
      yield* note.blocks.parsing(offset);
      if (awaitsNote(data, note, offset)) yield* note.readBindings(data);
    };
    return this.inSlices(uri, steps, dataset);
  }

  /** The note, read to its end, and what its names mean; nothing if it is not open or has no dataset. */
  async whole(uri: string): Promise<Read | undefined> {
    await this.checked(uri);
    return this.inSlices(uri, (note, data) => note.readBindings(data));
  }

  /** The note, read to its end for its findings; nothing if it is not open or has no dataset. */
  async checked(uri: string): Promise<Read | undefined> {
    const steps = await this.reader();
    const read = await this.inSlices(uri, (note, data) => steps(data, note));
    if (read && read.note.blocks.unreadLines > 0 && !this.toldUnread.has(uri)) {
      this.toldUnread.add(uri);
      this.warn(`${uri}: ${unreadMessage(read.note.blocks.unreadLines)}`);
    }
    return read;
  }

  /** Offset of a place that the client gave. */
  offsetAt(note: Note, place: Position): number {
    return offsetOf(note, place, this.encoding());
  }

  /** Place of an offset as the client counts. */
  readonly placeOf = (note: Note, offset: number): Position => positionOf(note, offset, this.encoding());

  /** A range as the client counts. */
  rangeOf(note: Note, from: number, to: number): { start: Position; end: Position } {
    return { start: this.placeOf(note, from), end: this.placeOf(note, to) };
  }

  /** The note as it stands, read or not; nothing if it is not open or has no dataset. */
  async now(uri: string): Promise<Read | undefined> {
    const data = await this.dataset(uri);
    const note = this.noteOf(uri);
    return data && note && { data, note };
  }

  /** Forgets what was said of a note that is closed. */
  forget(uri: string): void {
    this.toldUnread.delete(uri);
    this.held.delete(uri);
  }

  /** Goes through the steps of a note's reading; starts again if it was edited meanwhile. */
  private async inSlices(uri: string, steps: (note: Note, data: Dataset) => Generator<void>, dataset?: Dataset): Promise<Read | undefined> {
    const data = dataset ?? (await this.dataset(uri));
    for (;;) {
      const note = this.noteOf(uri);
      if (!data || !note) return undefined;
      this.held.use(uri, note.length);
      // to load Node's `performance` takes some two milliseconds, and here a first answer would wait for it; this clock may be set back
      let began = Date.now();
      for (const _ of steps(note, data)) {
        if (Math.abs(Date.now() - began) < SLICE) continue;
        await giveWay();
        if (this.noteOf(uri) !== note) break;
        began = Date.now();
      }
      if (this.noteOf(uri) === note) return { data, note };
    }
  }
}
