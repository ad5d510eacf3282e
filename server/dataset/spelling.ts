/** Which names are spelled nearly so? */
import { foldName, LONGEST } from "./fold";
import { hash } from "./hash";
import type { Lexicon } from "./lexicon";
import { bytes, type Sections, sums, uint16, uint32 } from "./pack";
import { slipCost } from "./slips";

/** A name near a misspelling. */
export interface Near {
  readonly name: number;
  /** What stands in the word's place: the name, or one word of it where it has several. */
  readonly text: string;
  /** Edits between the two: letters inserted, dropped, replaced, or swapped with their neighbour. */
  readonly distance: number;
  /** How unlikely it is that this was meant, in bits; only the order counts. */
  readonly cost: number;
}

/** Shapes of what may be proposed: one word of letters, capitals and digits, a word inside a name of several. */
const SHAPES = ["word", "symbol", "part"] as const;
export type Shape = (typeof SHAPES)[number];

/** Lengths of keys that the index distinguishes. */
const LENGTHS = 48;

/** Bucket of the spelling index: keys of one shape, one first letter and one length. */
const bucket = (shape: Shape, first: number, length: number): number =>
  (SHAPES.indexOf(shape) * 26 + first - 97) * LENGTHS + Math.min(length, LENGTHS - 1);
/** Count of buckets. */
const BUCKETS = SHAPES.length * 26 * LENGTHS;

/** Where a word stands in the text of its name, in 16 bits; 0 is the whole name. */
export const partOf = (start: number, length: number): number => (start << 8) | length;

/** One bit for each letter that occurs in a key. */
function signature(key: Uint16Array, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= 1 << (key[i]! & 31);
  return bits;
}

/** How much how well known a name is counts against how likely the slip is. */
const WEIGHT = 0.6;

/** So many names are put into the index before others have their turn. */
const STEP = 4096;

/** Count of words that are remembered. */
const MOST_HELD = 4096;

export class Spelling {
  private readonly lexicon: Lexicon;
  /** Names of several words whose words may be proposed, and where each word stands in its name. */
  private readonly partNames: Uint32Array;
  private readonly partPlaces: Uint16Array;
  private made: Index | undefined;
  /** For each name of the lexicon how well known it is; 0 is never proposed. */
  private readonly known: Uint8Array;
  /** What was found for words asked of before: a note has the same unknown words again and again. */
  private readonly held = new Map<string, readonly Near[]>();
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, sections: Sections) {
    this.lexicon = lexicon;
    this.partNames = uint32(sections, "spellNames");
    this.partPlaces = uint16(sections, "spellParts");
    this.known = bytes(sections, "spellKnown");
  }

  /**
   * The names nearest to a word, by Damerau-Levenshtein distance (optimal string alignment) on folded keys.
   * @param word one word
   * @param most greatest distance looked for
   * @param shape what is looked among; the first letter must be equal, but in symbols, where it may be the slip
   * @returns the names of the smallest distance found, the likeliest first; empty when none is so near
   */
  nearest(word: string, most: number, shape: Shape = "word"): readonly Near[] {
    const asked = `${shape} ${most} ${word}`;
    let found = this.held.get(asked);
    if (!found) {
      found = this.search(word, most, shape);
      if (this.held.size >= MOST_HELD) this.held.clear();
      this.held.set(asked, found);
    }
    return found;
  }

  private search(word: string, most: number, shape: Shape): Near[] {
    const length = foldName(this.lexicon.fold, word, this.key);
    const first = this.key[0]!;
    if (length === 0 || first < 97 || first > 122) return [];
    const { names, signatures, starts } = this.index;
    // the index is built with the same scratch arrays
    foldName(this.lexicon.fold, word, this.key);
    const letters = signature(this.key, length);
    let found: Near[] = [];
    let best = most;
    const take = (at: number) => {
      for (let i = starts[at]!; i < starts[at + 1]!; i++) {
        if (bitCount(signatures[i]! ^ letters) > 2 * best) continue;
        const otherLength = this.keyAt(i);
        const distance = editDistance(this.key, length, this.other, otherLength, best);
        if (distance > best) continue;
        if (distance < best) found = [];
        best = distance;
        found.push(this.near(names[i]!, this.textAt(i), distance, length, otherLength));
      }
    };
    const takeAll = (letter: number) => {
      for (let size = Math.max(1, length - most); size <= length + most; size++) take(bucket(shape, letter, size));
    };
    takeAll(first);
    if (shape === "symbol" && most > 0 && found[0]?.distance !== 0) {
      const others: Near[] = [];
      this.firstLetter(length, others);
      if (others.length > 0) found = [...found.filter(({ distance }) => distance === 1), ...others];
      else if (found.length === 0) for (let letter = 97; letter <= 122; letter++) if (letter !== first) takeAll(letter);
    }
    found.sort((a, b) => a.cost - b.cost || a.name - b.name);
    return found.filter((near, i) => found.findIndex((other) => other.text === near.text) === i);
  }

  /** Adds the symbols that one edit of the first letter makes. `key` holds the word's key. */
  private firstLetter(length: number, found: Near[]): void {
    const { key, lexicon } = this;
    const edited = new Uint16Array(length + 1);
    const take = (size: number) => {
      let name = lexicon.first(edited, size, hash(edited, size));
      for (; name >= 0 && name < lexicon.size; name++) {
        if (this.known[name]! > 0) found.push(this.near(name, lexicon.name(name), 1, length, lexicon.keyOf(name, this.other)));
        if (name + 1 >= lexicon.size || !lexicon.isSameKey(name + 1)) break;
      }
    };
    edited.set(key.subarray(1, length));
    take(length - 1);
    if (length > 1 && key[0] !== key[1]) {
      edited.set(key.subarray(0, length));
      edited[0] = key[1]!;
      edited[1] = key[0]!;
      take(length);
    }
    for (let letter = 97; letter <= 122; letter++) {
      if (letter === key[0]) continue;
      edited.set(key.subarray(0, length));
      edited[0] = letter;
      take(length);
      edited.set(key.subarray(0, length), 1);
      edited[0] = letter;
      take(length + 1);
    }
  }

  private near(name: number, written: string, distance: number, length: number, otherLength: number): Near {
    const cost = slipCost(this.key, length, this.other, otherLength) - WEIGHT * this.known[name]!;
    // in a gene's further names hyphens come and go (IL-6, IL6); in approved symbols they do not (HLA-A)
    const text = /^[A-Z0-9-]+$/.test(written) && this.lexicon.type(name) !== "symbol" ? written.replaceAll("-", "") : written;
    return { name, text, distance, cost };
  }

  private textAt(i: number): string {
    const text = this.lexicon.name(this.index.names[i]!);
    const part = this.index.parts[i]!;
    return part === 0 ? text : text.slice(part >>> 8, (part >>> 8) + (part & 255));
  }

  /** Puts the key of a place of the index into `other`; returns its length. */
  private keyAt(i: number): number {
    const { names, parts } = this.index;
    const part = parts[i]!;
    return part === 0 ? this.lexicon.keyOf(names[i]!, this.other) : this.lexicon.keyOfPart(names[i]!, part >>> 8, part & 255, this.other);
  }

  /** The index, made when it is first asked for (some tens of milliseconds): stored, it would be a tenth of the dataset. */
  private get index(): Index {
    if (!this.made) for (const _ of this.making());
    return this.made!;
  }

  /** Makes the index before it is asked for, in small steps. */
  *making(): Generator<void> {
    if (this.made) return;
    const { lexicon, known, partNames, partPlaces, other } = this;
    const most = lexicon.size + partNames.length;
    const buckets = new Uint16Array(most);
    const found: Omit<Index, "starts"> = { names: new Uint32Array(most), parts: new Uint16Array(most), signatures: new Uint32Array(most) };
    let count = 0;
    const counts = new Uint32Array(BUCKETS);
    const add = (shape: Shape, name: number, part: number, length: number) => {
      const first = other[0]!;
      if (length === 0 || first < 97 || first > 122) return;
      const at = bucket(shape, first, length);
      buckets[count] = at;
      found.names[count] = name;
      found.parts[count] = part;
      found.signatures[count++] = signature(other, length);
      counts[at]!++;
    };
    const addNames = (from: number, to: number) => {
      for (let name = from; name < to; name++)
        if (known[name]! > 0) add(lexicon.hasSmallLetter(name) ? "word" : "symbol", name, 0, lexicon.keyOf(name, other));
    };
    const addParts = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        const part = partPlaces[i]!;
        add("part", partNames[i]!, part, lexicon.keyOfPart(partNames[i]!, part >>> 8, part & 255, other));
      }
    };
    for (let from = 0; from < lexicon.size; from += STEP) {
      addNames(from, Math.min(lexicon.size, from + STEP));
      yield;
    }
    for (let from = 0; from < partNames.length; from += STEP) {
      addParts(from, Math.min(partNames.length, from + STEP));
      yield;
    }
    const index: Index = {
      names: new Uint32Array(count),
      parts: new Uint16Array(count),
      signatures: new Uint32Array(count),
      starts: sums(counts),
    };
    const next = index.starts.slice();
    const put = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        const at = next[buckets[i]!]!++;
        index.names[at] = found.names[i]!;
        index.parts[at] = found.parts[i]!;
        index.signatures[at] = found.signatures[i]!;
      }
    };
    for (let from = 0; from < count; from += 4 * STEP) {
      put(from, Math.min(count, from + 4 * STEP));
      yield;
    }
    this.made = index;
  }
}

/** What may be proposed, in buckets: whole names, and words inside names of several. */
interface Index {
  readonly names: Uint32Array;
  /** Where the word stands in its name, see {@link partOf}; 0 is the whole name. */
  readonly parts: Uint16Array;
  /** The letters that each holds, see {@link signature}. */
  readonly signatures: Uint32Array;
  /** For each bucket where it starts. */
  readonly starts: Uint32Array;
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
