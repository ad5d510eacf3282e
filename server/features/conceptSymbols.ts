/** Concepts as an editor lists symbols: those of a note, and those of all notes by any of their names. */
import type { Dataset, Kind } from "../dataset/dataset";
import type { Count } from "../index/noteIndex";
import type { Note } from "../note/note";
import { kindWord } from "./card";
import { eachUse } from "./uses";

/** A concept in one note. */
export interface ConceptSymbol {
  readonly label: string;
  readonly kind: Kind;
  /** "drug · 3 uses". */
  readonly detail: string;
}

/** How many symbols a list has at most: nobody reads more, and editors filter on. */
const MOST = 256;
/** Names of one concept among those that begin as was typed are beyond this many never the ones that are meant. */
const MOST_NAMES = 10_000;

/**
 * Which concepts a query stands for: it begins one of their names, in any spelling, or is part of the name they are shown by.
 * @param query as it was typed; every concept answers an empty one
 */
export class ConceptQuery {
  private readonly dataset: Dataset;
  private readonly wanted: string;
  /** The best name of each entity that begins so. */
  private readonly names = new Map<number, number>();

  constructor(dataset: Dataset, query: string) {
    this.dataset = dataset;
    this.wanted = query.trim().toLowerCase();
    for (const name of this.wanted ? dataset.lexicon.complete(this.wanted, MOST_NAMES) : []) {
      const entity = dataset.lexicon.entity(name);
      if (!this.names.has(entity)) this.names.set(entity, name);
    }
  }

  isAnsweredBy(entity: number): boolean {
    return this.names.has(entity) || this.dataset.preferredName(entity).toLowerCase().includes(this.wanted);
  }

  /** What answers the query, best first: a name that begins so before one that holds it, then by the count of uses. */
  ranked(counts: readonly Count[]): Array<Count & { readonly symbol: ConceptSymbol }> {
    const order = (count: Count) => (this.names.has(count.entity) ? 0 : 1);
    return [...counts]
      .sort((a, b) => order(a) - order(b) || b.uses - a.uses || (a.uri < b.uri ? -1 : 1))
      .slice(0, MOST)
      .map((count) => ({ ...count, symbol: symbolOf(this.dataset, count.entity, count.uses, this.label(count.entity)) }));
  }

  /** The concept's name, with the one that was asked for where that is another: editors show only what looks like the query. */
  private label(entity: number): string {
    const preferred = this.dataset.preferredName(entity);
    const name = this.names.get(entity);
    if (name === undefined || preferred.toLowerCase().includes(this.wanted)) return preferred;
    return `${preferred} (${this.dataset.lexicon.name(name)})`;
  }
}

function symbolOf(dataset: Dataset, entity: number, uses: number, label: string): ConceptSymbol {
  return { label, kind: dataset.kind(entity), detail: `${kindWord(dataset, entity)} · ${countOf(uses, "use")}` };
}

/** The concepts of a note in the order of their first mention, each with the place of that. */
export function conceptsIn(dataset: Dataset, note: Note): Array<ConceptSymbol & { readonly from: number; readonly to: number }> {
  const found = new Map<number, { from: number; to: number; uses: number }>();
  eachUse(dataset, note, ({ entity, from, to }) => {
    const held = found.get(entity);
    if (held) held.uses++;
    else found.set(entity, { from, to, uses: 1 });
  });
  return [...found].map(([entity, { from, to, uses }]) => ({
    ...symbolOf(dataset, entity, uses, dataset.preferredName(entity)),
    from,
    to,
  }));
}

/** "1 use", "14 uses". */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
