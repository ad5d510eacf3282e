/**
 * What a name has in common with many others: its flags, its rank among completions, how well known it is. Names that are alike in all
 * three are of one sort, of which there are some 2,000; for a name its sort is stored.
 */
import { bytes, type Sections, uint16 } from "./pack";

/** What names of a sort have in common. */
export interface Sort {
  /** As `nameFlags` packs them. */
  readonly flags: number;
  /** Order among completions, 0 (first) to 255 (never offered). */
  readonly rank: number;
  /** How well known it is, 1 to 16; 0 is never proposed for a misspelling. */
  readonly known: number;
}

export class Sorts {
  /** Count of names. */
  readonly size: number;
  /** For each name the lower and the upper byte of its sort: apart, they are compressed better. */
  private readonly low: Uint8Array;
  private readonly high: Uint8Array;
  private readonly sortFlags: Uint16Array;
  private readonly sortRank: Uint8Array;
  private readonly sortKnown: Uint8Array;

  constructor(sections: Sections) {
    const both = bytes(sections, "nameSort");
    this.size = both.length >> 1;
    this.low = both.subarray(0, this.size);
    this.high = both.subarray(this.size);
    this.sortFlags = uint16(sections, "sortFlags");
    this.sortRank = bytes(sections, "sortRank");
    this.sortKnown = bytes(sections, "sortKnown");
  }

  /** The number of a name's sort. */
  of(name: number): number {
    return this.low[name]! | (this.high[name]! << 8);
  }

  flags(name: number): number {
    return this.sortFlags[this.of(name)]!;
  }

  rank(name: number): number {
    return this.sortRank[this.of(name)]!;
  }

  /** Writes the ranks of names in a row, from the first up to another, into an array. */
  writeRanks(first: number, end: number, into: Uint8Array): void {
    const { low, high, sortRank } = this;
    for (let name = first, i = 0; name < end; name++, i++) into[i] = sortRank[low[name]! | (high[name]! << 8)]!;
  }

  known(name: number): number {
    return this.sortKnown[this.of(name)]!;
  }

  /** All sorts, in the order of their numbers. */
  all(): Sort[] {
    return Array.from(this.sortFlags, (flags, i) => ({ flags, rank: this.sortRank[i]!, known: this.sortKnown[i]! }));
  }
}

/** Numbers sorts. */
export class SortNumbers {
  private readonly numbers = new Map<number, number>();
  /** All of them, in the order of their numbers. */
  readonly sorts: Sort[] = [];

  /** @param sorts those that have their numbers already */
  constructor(sorts: readonly Sort[]) {
    for (const sort of sorts) this.of(sort);
  }

  /** The number of a sort; a new one has the next. */
  of(sort: Sort): number {
    const identity = (sort.flags * 256 + sort.rank) * 256 + sort.known;
    const held = this.numbers.get(identity);
    if (held !== undefined) return held;
    this.numbers.set(identity, this.sorts.length);
    return this.sorts.push(sort) - 1;
  }

  /** The sections that say what each sort is. */
  sections(): { readonly sortFlags: Uint16Array; readonly sortRank: Uint8Array; readonly sortKnown: Uint8Array } {
    return {
      sortFlags: Uint16Array.from(this.sorts, ({ flags }) => flags),
      sortRank: Uint8Array.from(this.sorts, ({ rank }) => rank),
      sortKnown: Uint8Array.from(this.sorts, ({ known }) => known),
    };
  }
}
