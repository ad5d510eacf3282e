/**
 * Every name, compiled: find the names in a text, complete a prefix. (Nearest spellings: `spelling.ts`.)
 *
 * Names are numbers: their index in the order of their keys, so that equal keys stand side by side. Columns of
 * bytes hold the rest; no object is made for a name. The layout is described in ARCHITECTURE.md.
 */
import { endOfWord, type FoldTable, foldGap, foldName, foldWord, kindOf, LONGEST, WORD } from "./fold";
import { bytes, type Sections, uint16, uint32 } from "./pack";

/** Types of names, by number: the schema's, then `variant` (another spelling of a name, computed at build time). */
export const NAME_TYPES = [
  "inn",
  "usan",
  "preferred",
  "synonym",
  "abbreviation",
  "brand",
  "code",
  "salt",
  "former-name",
  "symbol",
  "previous-symbol",
  "prose",
  "seed-form",
  "misspelling",
  "variant",
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Letter-case policies, by number. */
export const CASES = ["insensitive", "initial", "exact"] as const;
/** Contexts that a name needs in its sentence, by number. */
export const CONTEXTS = ["none", "gene", "drug", "tumour", "assay", "never"] as const;
export type Context = (typeof CONTEXTS)[number];

/** Packs what the matcher must know of a name into 16 bits. */
export function nameFlags(type: NameType, letterCase: (typeof CASES)[number], context: Context, sameKey: boolean): number {
  return NAME_TYPES.indexOf(type) | (CASES.indexOf(letterCase) << 4) | (CONTEXTS.indexOf(context) << 6) | (sameKey ? 1 << 9 : 0);
}
const SAME_KEY = 1 << 9;

/** Names found in a text: `start` and `end` in UTF-16 units of the text; `names` the readings that fit, never empty. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly names: readonly number[];
  /** The text only points to the record (a phrase of the review): names inside it count for themselves. */
  readonly pointer: boolean;
}

export class Lexicon {
  readonly fold: FoldTable;
  /** Count of names. */
  readonly size: number;
  private readonly text: Uint8Array;
  private readonly offsets: Uint32Array;
  private readonly entities: Uint32Array;
  private readonly flags: Uint16Array;
  private readonly ranks: Uint8Array;
  /** Open addressing: name index + 1 in the low 24 bits, eight bits of the hash above; 0 is empty. */
  private readonly slots: Uint32Array;
  /** Bloom filter of the beginnings of names of several words. */
  private readonly beginnings: Uint32Array;
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);
  private readonly decoder = new TextDecoder();

  constructor(sections: Sections) {
    this.fold = { kind: bytes(sections, "foldKind"), code: uint16(sections, "foldCode") };
    this.text = bytes(sections, "nameText");
    this.offsets = uint32(sections, "nameOffset");
    this.entities = uint32(sections, "nameEntity");
    this.flags = uint16(sections, "nameFlags");
    this.ranks = bytes(sections, "nameRank");
    this.slots = uint32(sections, "slots");
    this.beginnings = uint32(sections, "beginnings");
    this.size = this.entities.length;
  }

  /** A name as it is written in the dataset. */
  name(index: number): string {
    return this.decoder.decode(this.text.subarray(this.offsets[index]!, this.offsets[index + 1]!));
  }

  /** The entity that a name stands for. */
  entity(index: number): number {
    return this.entities[index]!;
  }

  type(index: number): NameType {
    return NAME_TYPES[this.flags[index]! & 15]!;
  }

  /** What must stand in the sentence for the name to count. */
  context(index: number): Context {
    return CONTEXTS[(this.flags[index]! >> 6) & 7]!;
  }

  /** Order among completions, 0 (first) to 255 (never offered). */
  rank(index: number): number {
    return this.ranks[index]!;
  }

  /**
   * Finds the names in a text: the longest at each place, none inside another. Phrases that only point to a
   * record may overlap others. Contexts are not looked at.
   * @param text prose, any length
   * @returns the names in order of their start; empty when there are none
   */
  find(text: string): Found[] {
    const found: Found[] = [];
    const { fold, key } = this;
    let at = 0;
    while (at < text.length) {
      if (kindOf(fold, text.charCodeAt(at)) < WORD) {
        at++;
        continue;
      }
      const start = at;
      const firstEnd = endOfWord(fold, text, at);
      let end = firstEnd;
      let length = foldWord(fold, text, start, key, 0);
      let longest: Found | undefined;
      let pointer: Found | undefined;
      const take = (stop: number, keyLength: number): boolean => {
        const names = this.readings(text, start, stop, keyLength);
        if (!names) return false;
        const isPointer = names.every((name) => this.type(name) === "seed-form");
        const match: Found = { start, end: stop, names, pointer: isPointer };
        if (isPointer) pointer = match;
        else longest = match;
        return true;
      };
      for (;;) {
        if (!take(end, length) && end - start > 2 && text.charCodeAt(end - 1) === 115) take(end - 1, length - 1);
        if (!this.begins(hash(key, length))) {
          // a bracket or plus sign may close the name
          const gap = foldGap(fold, text, end, key, length);
          if (gap.closed >= 0) take(gap.closed, gap.closedLength);
          break;
        }
        const gap = foldGap(fold, text, end, key, length);
        if (gap.closed >= 0) take(gap.closed, gap.closedLength);
        if (gap.end < 0 || gap.end >= text.length) break;
        end = endOfWord(fold, text, gap.end);
        length = foldWord(fold, text, gap.end, key, gap.length);
        if (length >= LONGEST) break;
      }
      if (pointer) found.push(pointer);
      if (longest) found.push(longest);
      at = longest ? Math.max(longest.end, start + 1) : firstEnd;
      // a match may end inside a word (plural s): go on after the word
      at = endOfWord(fold, text, at);
    }
    return found;
  }

  /** All names that are spelled like `word`, whatever their case or context; empty when there is none. */
  lookUp(word: string): number[] {
    const length = foldName(this.fold, word, this.key);
    const names: number[] = [];
    for (let name = this.first(length); name >= 0 && name < this.size; name++) {
      if (names.length > 0 && !(this.flags[name]! & SAME_KEY)) break;
      names.push(name);
    }
    return names;
  }

  /**
   * Completes a beginning.
   * @param beginning what was typed, at least one character
   * @param limit how many names at most
   * @returns names that begin so, in order of rank, then of length and key; empty when there are none
   */
  complete(beginning: string, limit: number): number[] {
    const length = foldName(this.fold, beginning, this.key);
    if (length === 0) return [];
    const from = this.lowerBound(length, false);
    const to = this.lowerBound(length, true);
    const byRank: number[][] = [];
    for (let name = from; name < to; name++) {
      const rank = this.ranks[name]!;
      if (rank === 255) continue;
      const same = byRank[rank];
      if (same) same.push(name);
      else byRank[rank] = [name];
    }
    const names: number[] = [];
    for (const same of byRank) {
      if (!same) continue;
      if (same.length > 1) same.sort((a, b) => this.lengthOf(a) - this.lengthOf(b) || a - b);
      for (const name of same) {
        names.push(name);
        if (names.length >= limit) return names;
      }
    }
    return names;
  }

  private lengthOf(name: number): number {
    return this.offsets[name + 1]! - this.offsets[name]!;
  }

  /** The readings of a spelling whose letter case fits, or nothing. The key stands in `this.key`. */
  private readings(text: string, start: number, end: number, length: number): number[] | undefined {
    let name = this.first(length);
    if (name < 0) return undefined;
    let names: number[] | undefined;
    do {
      if (this.caseFits(name, text, start, end)) {
        if (names) names.push(name);
        else names = [name];
      }
      name++;
    } while (name < this.size && this.flags[name]! & SAME_KEY);
    return names;
  }

  /** First name whose key is the first `length` codes of `this.key`, or -1. */
  private first(length: number): number {
    if (length === 0) return -1;
    const { slots, key, other } = this;
    const h = hash(key, length);
    const mask = slots.length - 1;
    const print = h >>> 24;
    for (let slot = h & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const value = slots[slot]!;
      if (value >>> 24 !== print) continue;
      const name = (value & 0xffffff) - 1;
      if (foldName(this.fold, this.name(name), other) === length && same(key, other, length)) return name;
    }
    return -1;
  }

  private begins(h: number): boolean {
    return inFilter(this.beginnings, h);
  }

  /** First name whose key is not before (`after`: is behind every one that begins with) the prefix in `this.key`. */
  private lowerBound(length: number, after: boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const size = foldName(this.fold, this.name(middle), this.other);
      const order = comparePrefix(this.other, size, this.key, length);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a spelling has the letter case that its name asks for. */
  private caseFits(name: number, text: string, start: number, end: number): boolean {
    const policy = (this.flags[name]! >> 4) & 3;
    if (policy === 0) return true;
    const wanted = letters(this.name(name));
    const written = letters(text.slice(start, end));
    if (wanted === written || wanted.length !== written.length) return true;
    if (policy === 1)
      return written === wanted[0]!.toUpperCase() + wanted.slice(1) || (written.length > 3 && written === wanted.toUpperCase());
    // the mouse's symbol of a human gene: Trp53, Vegfa
    return (
      this.type(name) === "symbol" &&
      this.context(name) === "none" &&
      wanted.length > 2 &&
      written === wanted[0]! + wanted.slice(1).toLowerCase()
    );
  }
}

const letters = (text: string): string => text.replace(/[^A-Za-z]/g, "");

/** Hash of the first `length` codes of a key. */
export function hash(key: Uint16Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ key[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Order of a key against a prefix: 0 when it begins with it. */
function comparePrefix(key: Uint16Array, size: number, prefix: Uint16Array, length: number): number {
  for (let i = 0; i < length; i++) {
    if (i >= size) return -1;
    if (key[i] !== prefix[i]) return key[i]! - prefix[i]!;
  }
  return 0;
}

function same(a: Uint16Array, b: Uint16Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Puts a hash into a Bloom filter whose length is a power of two. */
export function addToFilter(filter: Uint32Array, h: number): void {
  const mask = filter.length * 32 - 1;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g, 0x9e3779b1) >>> 0) filter[(g & mask) >>> 5]! |= 1 << (g & 31);
}

/** Whether a hash may be in a Bloom filter; false is certain. */
export function inFilter(filter: Uint32Array, h: number): boolean {
  const mask = filter.length * 32 - 1;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g, 0x9e3779b1) >>> 0) {
    if (!(filter[(g & mask) >>> 5]! & (1 << (g & 31)))) return false;
  }
  return true;
}
