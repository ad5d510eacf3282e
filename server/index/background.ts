/**
 * Keeps the index of all notes. They are read when somebody first asks, and what has changed is read again with the next question;
 * in between nothing happens. Folders with names of their own have a dataset of their own, and an index holds numbers of its
 * dataset: so there is an index for each dataset that was lately asked for.
 */
import { addressKey } from "../addresses";
import type { Dataset } from "../dataset/dataset";
import type { BackgroundHost } from "./backgroundHost";
import { KnownNotes } from "./knownNotes";
import { NoteIndex } from "./noteIndex";

/** How long nobody must have typed before reading goes on, in milliseconds. */
const QUIET = 300;
/**
 * How many datasets have an index: those that were asked for last. For 10,000 notes an index takes some ten megabytes: of fewer
 * notes there may be more indexes, as where many folders have names of their own and all are counted.
 */
const MOST = { indexes: 4, notes: 40_000 };

export class Background {
  private readonly host: BackgroundHost;
  private readonly most: typeof MOST;
  /** The index of each dataset; it goes when the dataset goes. */
  private readonly known = new WeakMap<Dataset, KnownNotes>();
  /** The same indexes, the one that was asked for last first. */
  private recent: ReadonlyArray<WeakRef<KnownNotes>> = [];
  /** The index that is being read, and whether that ends; one that is asked for meanwhile comes first. */
  private work: { readonly of: KnownNotes; readonly isDone: Promise<boolean> } | undefined;
  private lastEdit = Number.NEGATIVE_INFINITY;

  constructor(host: BackgroundHost, most = MOST) {
    this.host = host;
    this.most = most;
  }

  /** The index of a dataset once all notes are read; with fewer notes if the user stopped the reading, which the next call continues. */
  async ready(dataset: Dataset): Promise<NoteIndex> {
    const known = this.knownWith(dataset);
    known.waiting++;
    try {
      for (;;) {
        this.work ??= this.begin();
        const { of, isDone } = this.work;
        if ((await isDone) && of === known) return known.index;
      }
    } finally {
      known.waiting--;
    }
  }

  /** The index of a dataset as far as it is read. */
  soFar(dataset: Dataset): NoteIndex {
    return this.known.get(dataset)?.index ?? new NoteIndex(dataset);
  }

  /** Whether no note waits to be read with a dataset: false if the user stopped the reading, true if it was never asked for. */
  isComplete(dataset: Dataset): boolean {
    return this.known.get(dataset)?.isComplete !== false;
  }

  /** Somebody types: reading waits. */
  edited(): void {
    this.lastEdit = performance.now();
  }

  /** A note was changed, created or closed. */
  changed(uri: string): void {
    const key = addressKey(uri);
    for (const known of this.all()) known.changed(key, uri);
  }

  /** A file or folder was deleted. */
  deleted(uri: string): void {
    const key = addressKey(uri);
    for (const known of this.all()) known.deleted(key);
  }

  /** The list of notes may have changed. */
  listAnew(): void {
    for (const known of this.all()) known.listAnew();
  }

  private begin(): NonNullable<Background["work"]> {
    const of = this.first()!;
    const isDone = of
      .update(() => this.first() === of)
      .finally(() => {
        this.work = undefined;
      });
    return { of, isDone };
  }

  /** The index that somebody waits for; of several the one that was asked for last. */
  private first(): KnownNotes | undefined {
    for (const known of this.all()) if (known.waiting > 0) return known;
    return undefined;
  }

  private *all(): Generator<KnownNotes> {
    for (const held of this.recent) {
      const known = held.deref();
      if (known) yield known;
    }
  }

  /** The index of a dataset, which from now on is the one that was asked for last. */
  private knownWith(dataset: Dataset): KnownNotes {
    const known = this.known.get(dataset) ?? new KnownNotes(dataset, this.host, () => this.untilQuiet());
    this.known.set(dataset, known);
    const all = [known, ...[...this.all()].filter((other) => other !== known)];
    let notes = 0;
    const kept = all.filter(({ waiting, count }, i) => {
      notes += count;
      return i < this.most.indexes || waiting > 0 || notes <= this.most.notes;
    });
    for (const other of all) if (!kept.includes(other)) this.known.delete(other.index.dataset);
    this.recent = kept.map((one) => new WeakRef(one));
    return known;
  }

  private async untilQuiet(): Promise<void> {
    for (let wait = this.quietIn(); wait > 0; wait = this.quietIn()) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  /** How long nobody must type from now on, in milliseconds, for reading to go on. */
  private quietIn(): number {
    return Math.ceil(this.lastEdit + QUIET - performance.now());
  }
}
