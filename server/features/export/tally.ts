/** Counts what notes talk about: each thing with its uses, its notes and the names it is given. */
import type { Dataset } from "../../dataset/dataset";
import type { NamedSpan, NoteMentions } from "./noteMentions";
import { thingOf } from "./things";

export interface Count {
  /** Its number in the dataset of the note where it stands first. */
  readonly entity: number;
  readonly dataset: Dataset;
  uses: number;
  /** In how many notes. */
  notes: number;
  /** Names as they are written, on one line, with how often each is. */
  readonly written: Map<string, number>;
  /** Where it stands first. */
  readonly first: { readonly file: string; readonly span: NamedSpan };
}

/** Counts notes. Holds one entry for each thing, in the order of first use, however many notes there are. */
export class Tally {
  /** The counts by the ids of things, since datasets may number entities differently. */
  private readonly counts = new Map<string, Count>();
  /** Notes that were counted. */
  notes = 0;
  /** Names in them. */
  uses = 0;

  /** Counts a note. */
  add({ dataset, file, passages }: NoteMentions): void {
    this.notes++;
    const here = new Set<string>();
    for (const span of passages.flatMap(({ names }) => names)) {
      this.uses++;
      const { id } = thingOf(dataset, span.entity);
      const none = (): Count => ({ entity: span.entity, dataset, uses: 0, notes: 0, written: new Map(), first: { file, span } });
      const count = this.counts.get(id) ?? none();
      this.counts.set(id, count);
      count.uses++;
      if (!here.has(id)) count.notes++;
      here.add(id);
      const written = span.text.replace(/\s+/g, " ");
      count.written.set(written, (count.written.get(written) ?? 0) + 1);
    }
  }

  /** The counts, one for each thing, in the order of first use. */
  all(): readonly Count[] {
    return [...this.counts.values()];
  }

  /** Whether a thing was counted. */
  has(id: string): boolean {
    return this.counts.has(id);
  }
}
