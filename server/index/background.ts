/**
 * Keeps the index of all notes: reads them when somebody first asks, and again what has changed since when somebody asks
 * again. Nothing happens in between. Folders with names of their own have a dataset of their own, and the numbers in an index
 * are its dataset's: there is one for each that was asked for lately, as long as that dataset counts.
 */
import type { Dataset } from "../dataset/dataset";
import type { BackgroundHost } from "./backgroundHost";
import { KnownNotes } from "./knownNotes";
import { addressKey, NoteIndex } from "./noteIndex";

/** How long nobody must have typed before reading goes on, in milliseconds. */
const QUIET = 300;
/** So many datasets have an index, those that were asked for last: of 10,000 notes one takes some ten megabytes. */
const MOST = 4;

export class Background {
  private readonly host: BackgroundHost;
  /** What is known with each dataset; it goes with the dataset. */
  private readonly known = new WeakMap<Dataset, KnownNotes>();
  /** The same, asked for last first. */
  private recent: ReadonlyArray<WeakRef<KnownNotes>> = [];
  /** What is being read, and whether it came to its end: another that was asked for meanwhile comes first. */
  private work: { readonly of: KnownNotes; readonly isDone: Promise<boolean> } | undefined;
  private lastEdit = Number.NEGATIVE_INFINITY;

  constructor(host: BackgroundHost) {
    this.host = host;
  }

  /** The index with every note read that could be; with fewer where the user stopped it, which the next call goes on with. */
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

  /** What was read up to now. */
  soFar(dataset: Dataset): NoteIndex {
    return this.known.get(dataset)?.index ?? new NoteIndex(dataset);
  }

  /** Whether there is no note left to be read with a dataset: there is one where the user has stopped the reading. */
  isComplete(dataset: Dataset): boolean {
    return this.known.get(dataset)?.isComplete !== false;
  }

  /** Somebody types: reading waits. */
  edited(): void {
    this.lastEdit = performance.now();
  }

  /** A note was changed or made, or is no longer open. */
  changed(uri: string): void {
    const key = addressKey(uri);
    for (const known of this.all()) known.changed(key, uri);
  }

  /** A file or a folder is gone. */
  deleted(uri: string): void {
    const key = addressKey(uri);
    for (const known of this.all()) known.deleted(key);
  }

  /** There may be other notes than those that were listed. */
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

  /** What is asked for, that which was asked for last. */
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

  /** What is known with a dataset, which is the one that was asked for last now. */
  private knownWith(dataset: Dataset): KnownNotes {
    const known = this.known.get(dataset) ?? new KnownNotes(dataset, this.host, () => this.untilQuiet());
    this.known.set(dataset, known);
    const all = [known, ...[...this.all()].filter((other) => other !== known)];
    const isKept = ({ waiting }: KnownNotes, i: number) => i < MOST || waiting > 0;
    for (const [i, other] of all.entries()) if (!isKept(other, i)) this.known.delete(other.index.dataset);
    this.recent = all.filter(isKept).map((one) => new WeakRef(one));
    return known;
  }

  private async untilQuiet(): Promise<void> {
    for (let wait = this.quietIn(); wait > 0; wait = this.quietIn()) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  /** How many milliseconds nobody must type from now on to have been quiet for long enough. */
  private quietIn(): number {
    return Math.ceil(this.lastEdit + QUIET - performance.now());
  }
}
