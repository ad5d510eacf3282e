/**
 * Every name, compiled: find the names in a text, complete a prefix. (Nearest spellings: `spelling.ts`.)
 *
 * Names are numbers: their index in the order of their keys, so that equal keys stand side by side. Columns of
 * bytes hold the rest; no object is made for a name. The layout is described in ARCHITECTURE.md.
 */
import {
  type Codes,
  closes,
  type FoldTable,
  foldCodes,
  foldGap,
  foldName,
  foldWord,
  HIDDEN,
  JOINER,
  kindOf,
  LONGEST,
  SPACE,
  WORD,
  wordEnd,
} from "./fold";
import { bytes, type Sections, sums, uint16, uint32 } from "./pack";

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
export function nameFlags(type: NameType, letterCase: (typeof CASES)[number], context: Context, sameKey: boolean, vetoed: boolean): number {
  const policy = NAME_TYPES.indexOf(type) | (CASES.indexOf(letterCase) << 4) | (CONTEXTS.indexOf(context) << 6);
  return policy | (sameKey ? SAME_KEY : 0) | (vetoed ? VETOED : 0);
}
const SAME_KEY = 1 << 9;
const VETOED = 1 << 10;
const NEVER = CONTEXTS.indexOf("never");
const SEED_FORM = NAME_TYPES.indexOf("seed-form");

/** Names found in a text: `start` and `end` in UTF-16 units of the text; `names` the readings that fit, never empty. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly names: readonly number[];
  /** The text only points to the record (a phrase of the review): names inside it count for themselves. */
  readonly pointer: boolean;
}

/** What a text holds: names, and words that are in no list. */
export interface Scan {
  readonly names: readonly Found[];
  /** Starts and ends, by turns, of the words of ASCII letters that are neither a name nor an ordinary word. */
  readonly unknown: readonly number[];
}

/** What starts at a word. */
interface Longest {
  name?: Found;
  pointer?: Found;
  /** The word is spelled like a name, whatever its letter case, or begins one. */
  spelled: boolean;
}

/** Words that unknown ones are looked for among, in letters. */
const SHORTEST_UNKNOWN = 5;
const LONGEST_UNKNOWN = 40;

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
  /** Bloom filter of the words that are no misspellings: English, and every word inside a known name. */
  private readonly words: Uint32Array;
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);
  private readonly nameCodes = new Uint16Array(1024);
  private codes = new Uint16Array(4096);
  /** Hashes of words seen to be ordinary and to begin no name; most words of a note are among them. */
  private readonly ordinary = new Uint32Array(1 << 13);
  private readonly decoder = new TextDecoder();

  constructor(sections: Sections) {
    this.fold = { kind: bytes(sections, "foldKind"), code: uint16(sections, "foldCode") };
    this.text = bytes(sections, "nameText");
    this.offsets = sums(bytes(sections, "nameLength"));
    this.entities = uint32(sections, "nameEntity");
    this.flags = uint16(sections, "nameFlags");
    this.ranks = bytes(sections, "nameRank");
    this.slots = uint32(sections, "slots");
    this.beginnings = uint32(sections, "beginnings");
    this.words = uint32(sections, "words");
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

  /** The best ranked name of a type that an entity has, or nothing. Looks through all names: for single cards. */
  nameOfType(entity: number, type: NameType): string | undefined {
    const wanted = NAME_TYPES.indexOf(type);
    let best = -1;
    for (let name = 0; name < this.size; name++) {
      if (this.entities[name] !== entity || (this.flags[name]! & 15) !== wanted) continue;
      if (best < 0 || this.ranks[name]! < this.ranks[best]!) best = name;
    }
    return best < 0 ? undefined : this.name(best);
  }

  type(index: number): NameType {
    return NAME_TYPES[this.flags[index]! & 15]!;
  }

  /** What must stand in the sentence for the name to count. */
  context(index: number): Context {
    return CONTEXTS[(this.flags[index]! >> 6) & 7]!;
  }

  /** Whether words beside it may rule the name out (`not_before`, `not_after` in its record). */
  isVetoed(index: number): boolean {
    return (this.flags[index]! & VETOED) !== 0;
  }

  /** Order among completions, 0 (first) to 255 (never offered). */
  rank(index: number): number {
    return this.ranks[index]!;
  }

  /** Whether a word is an ordinary one (American or British English, or part of a known name), in any letter case. */
  isWord(word: string): boolean {
    return inFilter(this.words, hash(this.key, foldName(this.fold, word, this.key)));
  }

  /**
   * Finds the names in a text: the longest at each place, none inside another. Phrases that only point to a
   * record may overlap others. Contexts are not looked at.
   * @param text prose, any length
   * @returns names and unknown words, each in order of their start
   */
  scan(text: string): Scan {
    const { fold, key } = this;
    const codes = this.codesOf(text);
    const size = text.length;
    const names: Found[] = [];
    const unknown: number[] = [];
    let at = 0;
    while (at < size) {
      const kind = kindOf(fold, codes[at]!);
      if (kind < WORD || kind === HIDDEN) {
        at++;
        continue;
      }
      const start = at;
      const length = foldWord(fold, codes, size, start, key, 0);
      const end = wordEnd;
      const h = hash(key, length);
      const remembered = h & (this.ordinary.length - 1);
      if (this.ordinary[remembered] === h && !closes(codes[end] ?? 0)) {
        at = end;
        continue;
      }
      const found = this.longest(text, size, start, end, length, h);
      if (found.pointer) names.push(found.pointer);
      if (found.name) {
        names.push(found.name);
        at = found.name.end;
        // a name may end inside a word, before its plural s
        while (at < size && kindOf(fold, codes[at]!) >= WORD) at++;
        continue;
      }
      if (inFilter(this.words, h)) {
        if (!found.spelled) this.ordinary[remembered] = h;
      } else if (isUnknownWord(codes, start, end) && !this.isPart(codes, start, end, size)) unknown.push(start, end);
      at = end;
    }
    return { names, unknown };
  }

  /** Whether a word is but a part of one: broken at a line's end, or behind a hyphen and a part that is no word. */
  private isPart(codes: Codes, start: number, end: number, size: number): boolean {
    const { fold, other } = this;
    if (isLineHyphen(fold, codes, end, size)) return true;
    let at = start;
    while (at > 0 && kindOf(fold, codes[at - 1]!) === SPACE) at--;
    if (at === 0 || kindOf(fold, codes[at - 1]!) !== JOINER) return false;
    if (at < start) return codes.subarray(at, start).some((c) => c === 10 || c === 13);
    let first = at - 1;
    while (first > 0 && kindOf(fold, codes[first - 1]!) >= WORD) first--;
    const length = foldWord(fold, codes, at - 1, first, other, 0);
    return length > 0 && !inFilter(this.words, hash(other, length)) && isLetters(other, length);
  }

  /** The names of a text; see {@link scan}. */
  find(text: string): readonly Found[] {
    return this.scan(text).names;
  }

  /** All names that are spelled like `word`, whatever their case or context; empty when there is none. */
  lookUp(word: string): number[] {
    const length = foldName(this.fold, word, this.key);
    const names: number[] = [];
    for (let name = this.first(length, hash(this.key, length)); name >= 0 && name < this.size; name++) {
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

  /** Folds a name of the lexicon; returns the length of its key. */
  keyOf(name: number, into: Codes): number {
    return foldCodes(this.fold, this.nameCodes, this.decode(name), into);
  }

  private codesOf(text: string): Codes {
    if (this.codes.length < text.length) this.codes = new Uint16Array(text.length * 2);
    const { codes } = this;
    for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
    return codes;
  }

  private lengthOf(name: number): number {
    return this.offsets[name + 1]! - this.offsets[name]!;
  }

  /** The longest name and the longest pointing phrase that start at a word. `key` holds the word's key, of `length`. */
  private longest(text: string, size: number, start: number, wordStop: number, length: number, h: number): Longest {
    const { fold, key, codes } = this;
    const found: Longest = { spelled: false };
    let end = wordStop;
    for (;;) {
      if (!this.take(text, start, end, length, h, found) && codes[end - 1] === 115 && end - start > 2) {
        this.take(text, start, end - 1, length - 1, hash(key, length - 1), found);
      }
      const begins = inFilter(this.beginnings, h);
      const broken = !begins && isLineHyphen(fold, codes, end, size);
      if (begins) found.spelled = true;
      else if (!broken && (end >= size || !(closes(codes[end]!) || codes[end] === 40))) return found;
      const gap = foldGap(fold, codes, size, end, key, length);
      if (gap.closed >= 0) this.take(text, start, gap.closed, gap.closedLength, hash(key, gap.closedLength), found);
      if (!(begins || broken) || gap.end < 0 || gap.end >= size) return found;
      length = foldWord(fold, codes, size, gap.end, key, gap.length);
      end = wordEnd;
      if (length >= LONGEST) return found;
      h = hash(key, length);
    }
  }

  /** Notes the readings of a spelling, if it is a name; the key stands in `this.key`. */
  private take(text: string, start: number, end: number, length: number, h: number, found: Longest): boolean {
    let name = this.first(length, h);
    if (name < 0) return false;
    found.spelled = true;
    let names: number[] | undefined;
    let pointer = true;
    do {
      const flags = this.flags[name]!;
      if (((flags >> 6) & 7) !== NEVER && this.caseFits(name, text, start, end)) {
        if (names) names.push(name);
        else names = [name];
        if ((flags & 15) !== SEED_FORM) pointer = false;
      }
      name++;
    } while (name < this.size && this.flags[name]! & SAME_KEY);
    if (!names || isDose(text, end)) return false;
    found[pointer ? "pointer" : "name"] = { start, end, names, pointer };
    return true;
  }

  /** First name whose key is the first `length` codes of `this.key`, of hash `h`, or -1. */
  private first(length: number, h: number): number {
    if (length === 0) return -1;
    const { slots, key, other } = this;
    const mask = slots.length - 1;
    const print = h >>> 24;
    for (let slot = h & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const value = slots[slot]!;
      if (value >>> 24 !== print) continue;
      const name = (value & 0xffffff) - 1;
      if (this.keyOf(name, other) === length && same(key, other, length)) return name;
    }
    return -1;
  }

  /** First name whose key is not before (`after`: is behind every one that begins with) the prefix in `this.key`. */
  private lowerBound(length: number, after: boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = comparePrefix(this.other, this.keyOf(middle, this.other), this.key, length);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Decodes a name's UTF-8 into `nameCodes`; returns its length in UTF-16 units. */
  private decode(name: number): number {
    const { text, nameCodes } = this;
    const end = this.offsets[name + 1]!;
    let length = 0;
    for (let at = this.offsets[name]!; at < end && length < nameCodes.length; ) {
      const b = text[at++]!;
      if (b < 0x80) nameCodes[length++] = b;
      else if (b < 0xe0) nameCodes[length++] = ((b & 0x1f) << 6) | (text[at++]! & 0x3f);
      else {
        const code = b < 0xf0 ? ((b & 0x0f) << 12) | ((text[at]! & 0x3f) << 6) | (text[at + 1]! & 0x3f) : 0xfffd;
        nameCodes[length++] = code;
        at += b < 0xf0 ? 2 : 3;
      }
    }
    return length;
  }

  /** Whether a spelling has the letter case that its name asks for. */
  private caseFits(name: number, text: string, start: number, end: number): boolean {
    const policy = (this.flags[name]! >> 4) & 3;
    if (policy === 0) return true;
    const wanted = letters(this.name(name));
    const written = letters(text.slice(start, end));
    if (wanted === written || wanted.length !== written.length) return true;
    if (policy === 1) {
      return written === wanted[0]!.toUpperCase() + wanted.slice(1) || (written.length > 3 && written === wanted.toUpperCase());
    }
    // the mouse's symbol of a human gene: Trp53, Vegfa
    return (
      this.type(name) === "symbol" &&
      this.context(name) === "none" &&
      wanted.length > 2 &&
      written === wanted[0]! + wanted.slice(1).toLowerCase()
    );
  }
}

/** Whether a word is made of ASCII letters alone and long enough to be looked at. */
function isUnknownWord(codes: Codes, start: number, end: number): boolean {
  if (end - start < SHORTEST_UNKNOWN || end - start > LONGEST_UNKNOWN || codes[start - 1] === 95 || codes[end] === 95) return false;
  for (let i = start; i < end; i++) {
    const c = codes[i]! | 32;
    if (c < 97 || c > 122) return false;
  }
  return true;
}

/** Whether a hyphen at the end of a line follows a word. */
function isLineHyphen(fold: FoldTable, codes: Codes, at: number, size: number): boolean {
  if (at >= size || kindOf(fold, codes[at]!) !== JOINER) return false;
  for (at++; at < size && kindOf(fold, codes[at]!) === SPACE; at++) if (codes[at] === 10 || codes[at] === 13) return true;
  return false;
}

/** Whether a key holds letters alone: a part such as "béva", not "4" or "pd1". */
function isLetters(key: Codes, length: number): boolean {
  for (let i = 0; i < length; i++) if (key[i]! < 97) return false;
  return true;
}

/** Whether a number that ends a would-be name is the amount of a dose: "fibronectin 1 mg/ml". */
function isDose(text: string, end: number): boolean {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) >= 48 && text.charCodeAt(at - 1) <= 57) at--;
  if (at === end || !/\s/.test(text[at - 1] ?? "")) return false;
  return /^[.,\d]*\s?(?:%|(?:[pnµμm]?g|[pnµμm]?M|m?l|IU|U|Gy|h|min|days?|weeks?|months?|years?|patients?|mice|cells|times|of)\b)/.test(
    text.slice(end, end + 16),
  );
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

/** Puts a hash into a Bloom filter of any length. */
export function addToFilter(filter: Uint32Array, h: number): void {
  const bits = filter.length * 32;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g ^ (g >>> 15), 0x9e3779b1) >>> 0) {
    const bit = g % bits;
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
}

/** Whether a hash may be in a Bloom filter; false is certain. */
export function inFilter(filter: Uint32Array, h: number): boolean {
  const bits = filter.length * 32;
  if (bits === 0) return false;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g ^ (g >>> 15), 0x9e3779b1) >>> 0) {
    const bit = g % bits;
    if (!(filter[bit >>> 5]! & (1 << (bit & 31)))) return false;
  }
  return true;
}
