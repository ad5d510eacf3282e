/**
 * An index of what may be proposed for a misspelling: whole names, and words inside names of several words. The names that begin
 * with a letter are indexed when that letter is first asked for, in a few milliseconds; a stored index would be a tenth of the
 * dataset.
 *
 * All entries with the same shape, first letter and length stand in one bucket. A bucket is searched by the letters that occur:
 * with at most two edits, whatever lacks three of the word's letters, or has three others, can be passed over.
 */

import { firstWhere } from "./binarySearch";
import { editDistance } from "./distance";
import { type Codes, LONGEST } from "./fold";
import type { Lexicon } from "./lexicon";
import { type Sections, sums, uint16 } from "./pack";
import { partNames } from "./proposals";
import { Sorts } from "./sorts";

/** Shapes of what may be proposed: one word of letters, capitals and digits, a word inside a name of several. */
const SHAPES = ["word", "symbol", "part"] as const;
export type Shape = (typeof SHAPES)[number];

/** Keys of this length or longer are not indexed: the longest word of the dataset has 46 letters. */
const LENGTHS = 48;
const FIRST_LETTER = 97;
const LAST_LETTER = 122;
/** Stands for the words inside names, where others have a first letter. */
const PARTS = LAST_LETTER + 1;
const HYPHEN = 45;
const SMALL = 32;
const BUCKETS = (LAST_LETTER - FIRST_LETTER + 1) * LENGTHS;
/** The bucket of a key's length: among names with its first letter or, for words inside names, which are few, among all of them. */
const bucketOf = (shape: Shape, first: number, length: number): number =>
  (shape === "part" ? first - FIRST_LETTER : SHAPES.indexOf(shape)) * LENGTHS + length;

/** A piece of the bytes of all names. */
interface Written {
  /** Where it begins. */
  readonly at: number;
  /** Length of its key. */
  readonly length: number;
}

/** What was found, all at the same distance; where nothing was, the greatest distance to look for. */
export interface Nearest {
  distance: number;
  readonly written: Written[];
}

/** Letters that many names hold twice, each with a bit for the second. */
const TWICE = new Int32Array(32);
[..."aeinot"].forEach((letter, i) => {
  TWICE[letter.charCodeAt(0) & 31] = 1 << ((27 + i) & 31);
});

/**
 * Adds a letter to the set of a key's letters: a bit for each letter, and for some another bit for the second time. So one letter
 * more or less changes at most one bit.
 */
function withLetter(bits: number, code: number): number {
  const letter = code & 31;
  return bits | (1 << letter) | (bits & (1 << letter) ? TWICE[letter]! : 0);
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many places make a block, which can be passed over as a whole. */
const BLOCK = 16;

/** The names that begin with one letter, or all words inside names. */
interface Group {
  /** For each bucket the place where it starts. */
  readonly starts: Uint32Array;
  /** For each place where its text begins among the bytes of all names, and the letters of its key. */
  readonly texts: Uint32Array;
  readonly letters: Int32Array;
  /** For each block the letters that all of its places hold, and those that any of them holds. */
  readonly inAll: Int32Array;
  readonly inAny: Int32Array;
  /** Which buckets are sorted by their letters, so that the places of a block are alike. */
  readonly sorted: Uint8Array;
}

/** Receives an entry: its bucket, where it is written, and its letters. */
type Take = (bucket: number, at: number, letters: number) => void;

export class SpellingIndex {
  private readonly lexicon: Lexicon;
  private readonly text: Uint8Array;
  private readonly sorts: Sorts;
  /** Names of several words whose words may be proposed, and where each word stands in its name. */
  private readonly partNames: Uint32Array;
  private readonly partPlaces: Uint16Array;
  /** The groups that were asked for: by first letter, and {@link PARTS}. */
  private readonly made = new Map<number, Group>();
  private readonly key = new Uint16Array(LENGTHS);
  private readonly nameKey = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, sections: Sections) {
    this.lexicon = lexicon;
    this.text = lexicon.text;
    this.sorts = new Sorts(sections);
    this.partNames = partNames(sections);
    this.partPlaces = uint16(sections, "spellParts");
  }

  /** How well known a name is, 1 to 16; 0 for one that is never proposed. */
  knownOf(name: number): number {
    return this.sorts.known(name);
  }

  /**
   * Looks for what is nearest to a key, and adds it to what was found, which it clears where it finds something nearer.
   * @param key the key, of `length` codes
   * @param first the first letter of what is looked among, as its code
   */
  find(key: Codes, length: number, shape: Shape, first: number, found: Nearest): void {
    const among = this.group(shape === "part" ? PARTS : first);
    let letters = 0;
    for (let i = 0; i < length; i++) letters = withLetter(letters, key[i]!);
    // what is as long is mostly nearest, and bounds the others
    for (let apart = 0; apart <= found.distance; apart++) {
      if (length > apart) this.findAmong(among, bucketOf(shape, first, length - apart), -apart, letters, key, length, found);
      if (apart > 0) this.findAmong(among, bucketOf(shape, first, length + apart), apart, letters, key, length, found);
    }
  }

  /** @param longer by how many letters the keys of the bucket are longer than `key` */
  private findAmong(among: Group, bucket: number, longer: number, word: number, key: Codes, length: number, found: Nearest): void {
    const { starts, letters, texts, inAll, inAny, sorted } = among;
    const { key: other } = this;
    if (length + longer >= LENGTHS) return;
    if (sorted[bucket] === 0) sort(among, bucket);
    let best = found.distance;
    // an edit drops a letter, adds one or does both: so many may be gone, and so many new
    let gone = best - Math.max(longer, 0);
    let added = best + Math.min(longer, 0);
    for (let place = starts[bucket]!, end = starts[bucket + 1]!; place < end; ) {
      const block = Math.floor(place / BLOCK);
      const blockEnd = Math.min(end, (block + 1) * BLOCK);
      if (bitCount(word & ~inAny[block]!) > gone || bitCount(inAll[block]! & ~word) > added) place = blockEnd;
      for (; place < blockEnd; place++) {
        const differing = word ^ letters[place]!;
        if (bitCount(differing) > gone + added || bitCount(differing & word) > gone || bitCount(differing & ~word) > added) continue;
        this.keyAt(texts[place]!, length + longer, other);
        const distance = editDistance(key, length, other, length + longer, best);
        if (distance > best) continue;
        if (distance < best) found.written.length = 0;
        gone -= best - distance;
        added -= best - distance;
        found.distance = best = distance;
        found.written.push({ at: texts[place]!, length: length + longer });
      }
    }
  }

  /** The name that the byte at an offset belongs to. */
  nameAt(at: number): number {
    return firstWhere(this.lexicon.size, (name) => this.lexicon.startOf(name) > at) - 1;
  }

  /**
   * Writes the key of what stands at an offset of the bytes of all names into an array. Knows letters, digits and hyphens of ASCII
   * only, since nothing else is proposed.
   */
  keyAt(at: number, length: number, into: Codes): void {
    const { text } = this;
    // a bit makes a capital small; digits have it
    for (let size = 0; size < length && at < text.length; at++) if (text[at] !== HYPHEN) into[size++] = text[at]! | SMALL;
  }

  /** Indexes all letters, one in each step: whoever types is not to wait for it. */
  *making(): Generator<void> {
    for (let group = FIRST_LETTER; group <= PARTS; group++) {
      this.group(group);
      yield;
    }
  }

  /** The group of a letter or of {@link PARTS}; indexed when it is first asked for. */
  private group(which: number): Group {
    const held = this.made.get(which);
    if (held) return held;
    const each = (take: Take) => (which === PARTS ? this.takeParts(take) : this.takeNames(which, take));
    // counted first: a list to be sorted would take the memory twice
    const counts = new Uint32Array(BUCKETS);
    each((bucket) => counts[bucket]!++);
    const starts = sums(counts);
    const next = starts.slice();
    const texts = new Uint32Array(starts[BUCKETS]!);
    const letters = new Int32Array(texts.length);
    each((bucket, at, own) => {
      const place = next[bucket]!++;
      texts[place] = at;
      letters[place] = own;
    });
    const inAll = new Int32Array(Math.ceil(texts.length / BLOCK)).fill(-1);
    const group = { starts, texts, letters, inAll, inAny: new Int32Array(inAll.length), sorted: new Uint8Array(BUCKETS) };
    this.made.set(which, group);
    return group;
  }

  /** The first name whose key begins with this letter or a later one. */
  private firstName(letter: number): number {
    const { lexicon, nameKey } = this;
    return firstWhere(lexicon.size, (name) => lexicon.keyOf(name, nameKey) > 0 && nameKey[0]! >= letter);
  }

  private takeNames(first: number, take: Take): void {
    const { lexicon, text, sorts } = this;
    const [from, to] = [this.firstName(first), this.firstName(first + 1)];
    for (let name = from, start = 0, end = from < to ? lexicon.startOf(from) : 0; name < to; name++) {
      start = end;
      end = lexicon.endOf(name);
      if (sorts.known(name) === 0) continue;
      let length = 0;
      let letters = 0;
      let shape: Shape = "symbol";
      for (let at = start; at < end; at++) {
        const b = text[at]!;
        if (b === HYPHEN) continue;
        if (b >= FIRST_LETTER) shape = "word";
        letters = withLetter(letters, b);
        length++;
      }
      if (length < LENGTHS) take(bucketOf(shape, first, length), start, letters);
    }
  }

  private takeParts(take: Take): void {
    const { lexicon, text, partNames, partPlaces } = this;
    for (let i = 0; i < partNames.length; i++) {
      const start = lexicon.startOf(partNames[i]!) + (partPlaces[i]! >>> 8);
      const length = partPlaces[i]! & 255;
      let letters = 0;
      for (let at = start; at < start + length; at++) letters = withLetter(letters, text[at]!);
      if (length < LENGTHS) take(bucketOf("part", text[start]! | SMALL, length), start, letters);
    }
  }
}

/** Sorts a bucket by its letters, when it is first searched. */
function sort({ starts, texts, letters, inAll, inAny, sorted }: Group, bucket: number): void {
  const start = starts[bucket]!;
  const held = texts.slice(start, starts[bucket + 1]!);
  // sorted as numbers, which costs no call for each two: letters and place in the bucket are digits of one
  const order = new Float64Array(held.length);
  for (let i = 0; i < order.length; i++) order[i] = (letters[start + i]! >>> 0) * MOST + i;
  order.sort();
  for (let i = 0; i < order.length; i++) {
    const place = start + i;
    const block = Math.floor(place / BLOCK);
    texts[place] = held[order[i]! % MOST]!;
    letters[place] = order[i]! / MOST;
    inAll[block]! &= letters[place]!;
    inAny[block]! |= letters[place]!;
  }
  sorted[bucket] = 1;
}

/** More entries than a bucket can hold. */
const MOST = 2 ** 21;
