/**
 * What may be proposed for a misspelling: whole names, and words inside names of several. Made when it is first asked for (some
 * tens of milliseconds): stored, it would be a tenth of the dataset.
 *
 * All that is of one shape, first letter and length stands in one bucket. A bucket is looked through by the letters that occur:
 * who looks for a word with at most two edits passes over whatever lacks three of its letters, or has three others.
 */
import { editDistance } from "./distance";
import type { Codes } from "./fold";
import type { Lexicon } from "./lexicon";
import { bytes, type Sections, sums, uint16 } from "./pack";
import { partNames } from "./proposals";

/** Shapes of what may be proposed: one word of letters, capitals and digits, a word inside a name of several. */
const SHAPES = ["word", "symbol", "part"] as const;
export type Shape = (typeof SHAPES)[number];

/** Keys from this length on are not looked among: the longest word of the dataset has 46 letters. */
const LENGTHS = 48;
const LETTERS = 26;
const FIRST_LETTER = 97;
const HYPHEN = 45;
const SMALL = 32;
const BUCKETS = SHAPES.length * LETTERS * LENGTHS;
/** The bucket of a key's length; what begins with anything but a letter has none. */
const bucketOf = (shape: Shape, first: number, length: number): number =>
  (SHAPES.indexOf(shape) * LETTERS + first - FIRST_LETTER) * LENGTHS + length;

/** What is written somewhere among the bytes of all names. */
export interface Written {
  /** Where it begins. */
  readonly at: number;
  /** Length of its key. */
  readonly length: number;
}

/** What was found at the least distance; where nothing was, the greatest distance looked for. */
export interface Nearest {
  distance: number;
  readonly written: Written[];
}

/** Letters that many names hold twice, each with a bit for the second. */
const TWICE = new Int32Array(32);
[..."aeinot"].forEach((letter, i) => {
  TWICE[letter.charCodeAt(0) & 31] = 1 << ((27 + i) & 31);
});

/** Adds a letter to the letters of a key: one bit for each that occurs, and of some one more where they occur twice. So a letter more or less changes one bit at most. */
function withLetter(bits: number, code: number): number {
  const letter = code & 31;
  return bits | (1 << letter) | (bits & (1 << letter) ? TWICE[letter]! : 0);
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Places that are passed over together. */
const BLOCK = 16;

/** So many names are put into the index before others have their turn. */
const STEP = 4096;

export class SpellingIndex {
  private readonly lexicon: Lexicon;
  private readonly text: Uint8Array;
  /** For each name of the lexicon how well known it is; 0 is never proposed. */
  private readonly known: Uint8Array;
  /** Names of several words whose words may be proposed, and where each word stands in its name. */
  private readonly partNames: Uint32Array;
  private readonly partPlaces: Uint16Array;
  /** For each bucket the place where it starts; empty before the index is made. */
  private starts = new Uint32Array(0);
  /** For each place where its text begins among the bytes of all names, and the letters of its key. */
  private texts = new Uint32Array(0);
  private letters = new Int32Array(0);
  /** For each block of places the letters that all of it hold, and those that any of it holds. */
  private inAll = new Int32Array(0);
  private inAny = new Int32Array(0);
  /** Which buckets are in the order of their letters, so that the places of a block are alike. */
  private readonly sorted = new Uint8Array(BUCKETS);
  private readonly key = new Uint16Array(LENGTHS);

  constructor(lexicon: Lexicon, sections: Sections) {
    this.lexicon = lexicon;
    this.text = lexicon.text;
    this.known = bytes(sections, "spellKnown");
    this.partNames = partNames(sections);
    this.partPlaces = uint16(sections, "spellParts");
  }

  /** How well known a name is, 1 to 16; 0 for one that is never proposed. */
  knownOf(name: number): number {
    return this.known[name]!;
  }

  /**
   * Looks for what is nearest to a key, and adds it to what was found.
   * @param first the first letter of what is looked among
   */
  find(key: Codes, length: number, shape: Shape, first: number, found: Nearest): void {
    if (this.starts.length === 0) for (const _ of this.making());
    let letters = 0;
    for (let i = 0; i < length; i++) letters = withLetter(letters, key[i]!);
    // what is as long is mostly nearest, and bounds the others
    for (let apart = 0; apart <= found.distance; apart++) {
      if (length > apart) this.findAmong(bucketOf(shape, first, length - apart), -apart, letters, key, length, found);
      if (apart > 0) this.findAmong(bucketOf(shape, first, length + apart), apart, letters, key, length, found);
    }
  }

  /** @param longer by how many letters the keys of the bucket are longer than `key` */
  private findAmong(bucket: number, longer: number, word: number, key: Codes, length: number, found: Nearest): void {
    const { letters, texts, inAll, inAny, key: other } = this;
    if (length + longer >= LENGTHS) return;
    if (this.sorted[bucket] === 0) this.sort(bucket);
    let best = found.distance;
    // an edit drops a letter, adds one or does both: so many may be gone, and so many new
    let gone = best - Math.max(longer, 0);
    let added = best + Math.min(longer, 0);
    for (let place = this.starts[bucket]!, end = this.starts[bucket + 1]!; place < end; ) {
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

  /** The name that holds a byte of all names. */
  nameAt(at: number): number {
    const { lexicon } = this;
    let [low, high] = [0, lexicon.size - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lexicon.startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Puts the key of what is written from a byte on into an array: letters, digits and hyphens of ASCII, for nothing else is proposed. */
  keyAt(at: number, length: number, into: Codes): void {
    const { text } = this;
    // a bit makes a capital small; digits have it
    for (let size = 0; size < length && at < text.length; at++) if (text[at] !== HYPHEN) into[size++] = text[at]! | SMALL;
  }

  /** Makes the index in small steps, where it is not made yet. */
  *making(): Generator<void> {
    if (this.starts.length > 0) return;
    // counted first: a list to be sorted would take the memory twice
    const counts = new Uint32Array(BUCKETS);
    yield* this.each((bucket) => counts[bucket]!++);
    const starts = sums(counts);
    const next = starts.slice();
    const texts = new Uint32Array(starts[BUCKETS]!);
    const letters = new Int32Array(texts.length);
    yield* this.each((bucket, at, held) => {
      const place = next[bucket]!++;
      texts[place] = at;
      letters[place] = held;
    });
    // it may have been asked for meanwhile
    if (this.starts.length > 0) return;
    const inAll = new Int32Array(Math.ceil(texts.length / BLOCK)).fill(-1);
    Object.assign(this, { starts, texts, letters, inAll, inAny: new Int32Array(inAll.length) });
  }

  /** Takes in turn all that may be proposed: its bucket, where it is written, and its letters. */
  private *each(take: (bucket: number, at: number, letters: number) => void): Generator<void> {
    for (let from = 0; from < this.lexicon.size; from += STEP) {
      this.takeNames(from, Math.min(this.lexicon.size, from + STEP), take);
      yield;
    }
    for (let from = 0; from < this.partNames.length; from += STEP) {
      this.takeParts(from, Math.min(this.partNames.length, from + STEP), take);
      yield;
    }
  }

  private takeNames(from: number, to: number, take: (bucket: number, at: number, letters: number) => void): void {
    const { lexicon, text, known } = this;
    for (let name = from, start = lexicon.startOf(from), end = start; name < to; name++, start = end) {
      end = start + lexicon.lengthOf(name);
      if (known[name] === 0) continue;
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
      if (length < LENGTHS) take(bucketOf(shape, text[start]! | SMALL, length), start, letters);
    }
  }

  private takeParts(from: number, to: number, take: (bucket: number, at: number, letters: number) => void): void {
    const { lexicon, text, partNames, partPlaces } = this;
    for (let i = from; i < to; i++) {
      const start = lexicon.startOf(partNames[i]!) + (partPlaces[i]! >>> 8);
      const length = partPlaces[i]! & 255;
      let letters = 0;
      for (let at = start; at < start + length; at++) letters = withLetter(letters, text[at]!);
      if (length < LENGTHS) take(bucketOf("part", text[start]! | SMALL, length), start, letters);
    }
  }

  /** Sorts a bucket by the letters, when it is first looked through. */
  private sort(bucket: number): void {
    const { starts, texts, letters, inAll, inAny } = this;
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
    this.sorted[bucket] = 1;
  }
}

/** More than a bucket can hold. */
const MOST = 2 ** 21;
