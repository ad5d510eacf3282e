/** Which drug names are spelled nearly so? */
import { foldName, LONGEST } from "./fold";
import type { Lexicon } from "./lexicon";
import { type Sections, uint32 } from "./pack";

/** A name near a misspelling. */
export interface Near {
  readonly name: number;
  /** Edits between the two: letters inserted, dropped, replaced, or swapped with their neighbour. */
  readonly distance: number;
}

/** Lengths of keys that the index distinguishes. */
export const LENGTHS = 48;

/** Bucket of the spelling index: names of one first letter and one length. */
export const bucket = (first: number, length: number): number => (first - 97) * LENGTHS + Math.min(length, LENGTHS - 1);
/** Count of buckets. */
export const BUCKETS = 26 * LENGTHS;

/** One bit for each letter that occurs in a key. */
export function signature(key: Uint16Array, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= 1 << (key[i]! & 31);
  return bits;
}

export class Spelling {
  private readonly lexicon: Lexicon;
  /** Names that may be proposed, in buckets. */
  private readonly names: Uint32Array;
  private readonly signatures: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, sections: Sections) {
    this.lexicon = lexicon;
    this.names = uint32(sections, "spellNames");
    this.signatures = uint32(sections, "spellLetters");
    this.starts = uint32(sections, "spellStarts");
  }

  /**
   * The drug names nearest to a word, by Damerau-Levenshtein distance (optimal string alignment) on folded keys.
   * @param word one word
   * @param most greatest distance looked for
   * @returns the names of the smallest distance found, one for each spelling, nearest kind of name first; empty when none is so near
   */
  nearest(word: string, most: number): Near[] {
    const length = foldName(this.lexicon.fold, word, this.key);
    const first = this.key[0]!;
    if (length === 0 || first < 97 || first > 122) return [];
    const letters = signature(this.key, length);
    let found: Near[] = [];
    let best = most;
    for (let size = Math.max(1, length - most); size <= length + most; size++) {
      const at = bucket(first, size);
      for (let i = this.starts[at]!; i < this.starts[at + 1]!; i++) {
        if (bitCount(this.signatures[i]! ^ letters) > 2 * best) continue;
        const name = this.names[i]!;
        const otherLength = this.lexicon.keyOf(name, this.other);
        const distance = editDistance(this.key, length, this.other, otherLength, best);
        if (distance > best) continue;
        if (distance < best) found = [];
        best = distance;
        found.push({ name, distance });
      }
    }
    return found.sort((a, b) => this.lexicon.rank(a.name) - this.lexicon.rank(b.name) || a.name - b.name);
  }
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)];

/** Distance of two keys (insert, drop, replace, swap neighbours), or `most + 1` when it is greater than `most`. */
export function editDistance(a: Uint16Array, aLength: number, b: Uint16Array, bLength: number, most: number): number {
  if (Math.abs(aLength - bLength) > most) return most + 1;
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= bLength; j++) previous[j] = j;
  for (let i = 1; i <= aLength; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= bLength; j++) {
      const equal = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j - 1]! + (equal ? 0 : 1), previous[j]! + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[bLength]!, most + 1);
}
