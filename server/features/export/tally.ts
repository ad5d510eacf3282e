/** Counts what notes talk about: each thing with its uses, its notes and the names it is given. */
import type { NamedSpan, NoteMentions } from "./noteMentions";

export interface Count {
  readonly entity: number;
  uses: number;
  /** In how many notes. */
  notes: number;
  /** Names as they are written, on one line, with how often each is. */
  readonly written: Map<string, number>;
  /** Where it stands first. */
  readonly first: { readonly file: string; readonly span: NamedSpan };
}

/** Holds one entry a thing, whatever the count of notes; in the order in which things are first used. */
export class Tally {
  private readonly counts = new Map<number, Count>();
  /** Notes that were counted. */
  notes = 0;
  /** Names in them. */
  uses = 0;

  add({ file, passages }: NoteMentions): void {
    this.notes++;
    const here = new Set<number>();
    for (const span of passages.flatMap(({ names }) => names)) {
      this.uses++;
      const count = this.counts.get(span.entity) ?? {
        ...{ entity: span.entity, uses: 0, notes: 0, written: new Map<string, number>(), first: { file, span } },
      };
      this.counts.set(span.entity, count);
      count.uses++;
      if (!here.has(span.entity)) count.notes++;
      here.add(span.entity);
      const written = span.text.replace(/\s+/g, " ");
      count.written.set(written, (count.written.get(written) ?? 0) + 1);
    }
  }

  /** One entry a thing, in the order of first use. */
  all(): readonly Count[] {
    return [...this.counts.values()];
  }

  has(entity: number): boolean {
    return this.counts.has(entity);
  }
}
