/** Finds the names that begin in a given way. Names are sorted by key, so they are a range. */
import { foldName, kindOf, LONGEST, WORD } from "./fold";
import { hash } from "./hash";
import type { Keys } from "./keys";
import type { Lexicon } from "./lexicon";
import type { Sorts } from "./sorts";

/** More than there can be names. */
const NAMES = 2 ** 32;
/** How many beginnings are remembered with their names: a note says the same names again and again. */
const REMEMBERED = 128;

/** The names that begin in one way: [from, to), and the first of them. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly names: readonly number[];
}

export class Prefixes {
  private readonly lexicon: Lexicon;
  private readonly keys: Keys;
  private readonly sorts: Sorts;
  /** The ranks of a range, for one search. */
  private ranks = new Uint8Array(512);
  /** How many names of a range have each rank. */
  private readonly counts = new Uint32Array(256);
  private readonly wordEnds: number[] = [];
  private readonly known = new Map<string, Range>();
  private room = new Float64Array(512);
  private readonly key = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, keys: Keys, sorts: Sorts) {
    this.lexicon = lexicon;
    this.keys = keys;
    this.sorts = sorts;
  }

  /**
   * Completes a beginning.
   * @param beginning what was typed, at least one character
   * @param limit how many names at most
   * @param also names that count, whatever their rank, where they begin so
   * @returns names that begin so, in order of rank, then of length and key; empty when there are none
   */
  complete(beginning: string, limit: number, also: readonly number[]): number[] {
    let range = this.known.get(beginning);
    if (range?.limit !== limit) {
      range = this.find(beginning, limit);
      if (this.known.size === REMEMBERED) this.known.clear();
      this.known.set(beginning, range);
    }
    const { from, to } = range;
    const names = range.names.slice();
    for (const name of also) if (name >= from && name < to && this.sorts.rank(name) < 255 && !names.includes(name)) names.push(name);
    return names;
  }

  private find(beginning: string, limit: number): Range {
    const { lexicon, keys, sorts, counts, key, wordEnds } = this;
    wordEnds.length = 0;
    const length = foldName(lexicon.fold, beginning, key, wordEnds);
    const end = wordEnds.at(-1) ?? -1;
    const isLetter = (at: number) => at < length && kindOf(lexicon.fold, key[at]!) >= WORD;
    const hasNext = key[end] === 32 && isLetter(end + 1) && isLetter(end + 2);
    // no name goes on with this word behind those before it
    if (length === 0 || (hasNext && !lexicon.goesOn(hash(key, end), key[end + 1]!, key[end + 2]!)))
      return { from: 0, to: 0, limit, names: [] };
    const from = keys.lowerBound(key, length, false, 0, lexicon.size);
    // most ranges are short: widen the search step by step
    let reach = 64;
    while (from + reach < lexicon.size && keys.order(from + reach, key, length) === 0) reach *= 4;
    const to = keys.lowerBound(key, length, true, from, Math.min(lexicon.size, from + reach));
    if (to - from > this.ranks.length) this.ranks = new Uint8Array(2 * (to - from));
    const { ranks } = this;
    sorts.writeRanks(from, to, ranks);
    counts.fill(0);
    for (let i = 0; i < to - from; i++) counts[ranks[i]!]!++;
    // the rank down to which there are enough
    let worst = 0;
    let enough = counts[0]!;
    while (enough < limit && worst < 254) enough += counts[++worst]!;
    // sorted as numbers, which costs no call for each two: rank, length and name are digits of one
    const order = this.orderOf(enough);
    for (let name = from, i = 0; i < enough; name++) {
      const rank = ranks[name - from]!;
      if (rank <= worst) order[i++] = (rank * 256 + (lexicon.endOf(name) - lexicon.startOf(name))) * NAMES + name;
    }
    order.sort();
    const names: number[] = [];
    for (let i = 0; i < enough && i < limit; i++) names.push(order[i]! % NAMES);
    return { from, to, limit, names };
  }

  /** An array of so many numbers; the next call gives the same memory. */
  private orderOf(count: number): Float64Array {
    if (count > this.room.length) this.room = new Float64Array(2 * count);
    return this.room.subarray(0, count);
  }
}
