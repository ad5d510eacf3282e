/** Finds the names in a text, and the words that are in no list. */
import {
  BREAK,
  type Codes,
  closes,
  type FoldTable,
  foldGap,
  foldName,
  foldWord,
  HIDDEN,
  JOINER,
  kindOf,
  LIMIT,
  LONGEST,
  MARK,
  SPACE,
  WORD,
  wordEnd,
} from "./fold";
import { hash, hyphenated } from "./hash";
import { LetterCase } from "./letterCase";
import type { Lexicon } from "./lexicon";
import { REGISTERED } from "./policy";
import {
  isDigit,
  isDose,
  isLetters,
  isLineHyphen,
  isMixed,
  isPrefix,
  isSmall,
  isUnknownWord,
  OPEN,
  stateLength,
  subscriptEnd,
} from "./shapes";

/** Names found in a text: `start` and `end` in UTF-16 units of the text; `names` the readings that fit, never empty. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly names: readonly number[];
  /** The text only points to something (a phrase of the review, a class of drugs that begins with its target): names inside it count for themselves. */
  readonly pointer: boolean;
}

/** What a text holds: names, and words that are in no list. */
export interface Scan {
  readonly names: readonly Found[];
  /** Starts and ends, by turns, of the words of ASCII letters, or of capitals and digits, that are neither a name nor an ordinary word. */
  readonly unknown: readonly number[];
  /** Starts and ends, by turns, of other words that are no name but may hold one: with a capital inside, a digit or a Greek letter (pSMAD2, BRAFV600E). */
  readonly mixed: readonly number[];
}

/** What starts at a word. */
interface Longest {
  name: Found | undefined;
  pointer: Found | undefined;
  /** It is spelled like a name, whatever its letter case. */
  spelled: boolean;
}

const SPACE_CODE = 32;
/** Ordinary words that are remembered. */
const REMEMBERED = 1 << 14;
/** How many ways to go on are tried from one word: every hyphen doubles them. No name has so many. */
const MOST_TRIED = 64;
/** Least length of the key of a name that begins with a letter and a space, where its own has a hyphen. */
const SHORTEST_LETTERED = 9;
/** Shorter words are never unknown: lists of ordinary words do without them. */
const SHORTEST_LISTED = 4;

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (REMEMBERED - 1);

export class Scanner {
  private readonly lexicon: Lexicon;
  private readonly fold: FoldTable;
  private readonly letterCase: LetterCase;
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);
  private codes = new Uint16Array(4096);
  /** Ways to go on that were tried from the word at hand. */
  private tried = 0;
  /** Lengths of the key where the text has a space that a name may have as a hyphen. */
  private readonly spaces: number[] = [];
  /** Hash of the word at hand as it is written, 0 where it is not of plain letters and digits alone. */
  private written = 0;
  /** Such hashes of words seen to be ordinary or short, spelled like no name and holding none: most words of a note are among them. */
  private readonly seen = new Int32Array(REMEMBERED);
  /** The hashes of their keys. */
  private readonly ordinary = new Int32Array(REMEMBERED);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.fold = lexicon.fold;
    this.letterCase = new LetterCase(lexicon);
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
    const mixed: number[] = [];
    for (let at = this.passOver(size, 0); at < size; at = this.passOver(size, at)) {
      const start = at;
      const length = foldWord(fold, codes, size, start, key, 0);
      const end = wordEnd;
      const h = hash(key, length);
      const slot = slotOf(this.written);
      const isOrdinary = this.ordinary[slot] === h;
      const mayGoOn = isOrdinary || this.mayGoOn(size, end, h);
      const found = this.longest(text, size, start, end, length, h, isOrdinary, mayGoOn);
      if (found.pointer) names.push(found.pointer);
      if (found.name) {
        names.push(found.name);
        at = found.name.end;
        // a name may end inside a word, before its plural s
        while (at < size && kindOf(fold, codes[at - 1]!) >= WORD && kindOf(fold, codes[at]!) >= WORD) at++;
        continue;
      }
      // a short word with a letter before it, "sIL-6R", may be spelled like something else by itself
      const isMixedWord = (!found.spelled || end - start === 3) && isMixed(codes, start, end);
      if (isMixedWord) mixed.push(start, end);
      if (length < SHORTEST_LISTED || this.lexicon.isWordHash(h)) {
        // what is remembered is passed over from now on
        if (!found.spelled && !isMixedWord) {
          this.seen[slot] = this.written;
          this.ordinary[slot] = h;
        }
      } else if (isUnknownWord(codes, start, end)) {
        const from = this.termStart(codes, start, end, size);
        if (from >= 0) unknown.push(from, end);
      }
      at = end;
    }
    return { names, unknown, mixed };
  }

  /**
   * Start of the first word from `at` on that is not known to be ordinary, or behind which a name may go on; `size` where none
   * is left. No function is called for a letter: most of a scan is done here, and young code calls none for nothing.
   */
  private passOver(size: number, at: number): number {
    const { fold, codes, seen } = this;
    const { kind } = fold;
    for (;;) {
      let first = kindOf(fold, codes[at]!);
      while (at < size && (first < WORD || first === HIDDEN)) first = kindOf(fold, codes[++at]!);
      const start = at;
      let written = 0;
      let c = codes[at]!;
      // behind the text stands what ends a word
      for (; c < LIMIT && kind[c] === WORD; c = codes[++at]!) written = Math.imul(written ^ c, 0x01000193);
      if (kindOf(fold, c) > WORD) written = 0;
      const slot = slotOf(written);
      if (written !== 0 && seen[slot] === written && !this.mayGoOn(size, at, this.ordinary[slot]!)) continue;
      this.written = written;
      return start;
    }
  }

  /** Whether a longer name may go on behind a word of hash `h` that ends at `at`; false is certain, and cheap to know. */
  private mayGoOn(size: number, at: number, h: number): boolean {
    // a hyphen may stand anywhere in a name (P-gp, cyclo-oxygenase, one at a line's end), and so may a subscript
    if (at < size && (kindOf(this.fold, this.codes[at]!) === JOINER || this.hasSubscript(at, size))) return true;
    return this.isFollowed(size, at, h);
  }

  private hasSubscript(at: number, size: number): boolean {
    return this.codes[at] === OPEN && subscriptEnd(this.fold, this.codes, at, size) > 0;
  }

  /** Whether a name holds a word of hash `h` and after it one that begins like the first one from `at` on; false is certain. */
  private isFollowed(size: number, at: number, h: number): boolean {
    const { fold, codes } = this;
    const { code } = fold;
    for (; at < size; at++) {
      const c = codes[at]!;
      const k = kindOf(fold, c);
      if (k === SPACE || k === JOINER || (k === MARK && !closes(c))) continue;
      if (k === BREAK) return false;
      // a letter and its subscript may be the name's: "phospholipase A(2)"
      if (k !== WORD || this.hasSubscript(at + 1, size)) return true;
      const second = codes[at + 1]!;
      const next = at + 1 < size ? kindOf(fold, second) : BREAK;
      return next > WORD || this.lexicon.goesOn(h, code[c]!, next === WORD ? code[second]! : 0);
    }
    return false;
  }

  /** The longest name and the longest pointing phrase that start at a word. `key` holds the word's key, of `length`. */
  private longest(
    text: string,
    size: number,
    start: number,
    end: number,
    length: number,
    h: number,
    isOrdinary: boolean,
    mayGoOn: boolean,
  ): Longest {
    const found: Longest = { name: undefined, pointer: undefined, spelled: false };
    if (!isOrdinary) this.takeWithPlural(text, start, end, length, h, found);
    this.tried = 0;
    if (mayGoOn) this.extend(text, size, start, end, length, h, found);
    return found;
  }

  /** Looks at the names that go on behind `end`; the key so far stands in `this.key`. */
  private extend(text: string, size: number, start: number, end: number, length: number, h: number, found: Longest): void {
    if (++this.tried > MOST_TRIED) return;
    const { fold, key, codes } = this;
    const subscript = codes[end] === OPEN ? subscriptEnd(fold, codes, end, size) : -1;
    if (subscript > 0) this.withSubscript(text, size, start, end, subscript, length, found);
    const { end: next, length: joined, before, closed, closedLength } = foldGap(fold, codes, size, end, key, length);
    if (closed >= 0) this.take(text, start, closed, closedLength, hash(key, closedLength), found);
    if (next < 0 || next >= size) return;
    const isHyphenated = kindOf(fold, codes[end]!) === JOINER;
    this.goOn(text, size, start, next, joined, isHyphenated, h, found);
    if (isHyphenated) {
      // the name may have a space where the text has a hyphen, "growth factor-beta1"
      if (next > end + 1) return;
      key[before] = SPACE_CODE;
      this.goOn(text, size, start, next, before + 1, false, h, found);
    } else if (joined === before + 1 && key[before] === SPACE_CODE) {
      // or the other way round, "C reactive protein"
      this.spaces.push(before);
      this.goOn(text, size, start, next, before, false, hyphenated(h), found);
      this.spaces.pop();
    }
  }

  /** Reads a subscript in brackets as if these were not there, and goes on behind it: "D(2) receptor", "alpha(v)beta(3)". */
  private withSubscript(text: string, size: number, start: number, end: number, after: number, length: number, found: Longest): void {
    const { fold, key, codes } = this;
    const longer = foldWord(fold, codes, size, end + 1, key, length);
    const h = hash(key, longer);
    this.take(text, start, after, longer, h, found);
    // what is measured is written so, too: S(c)O(2) is no SCO2, but K(v)1.3 a channel and α(v)β(3) an integrin
    const isMeasure = end === start + 1 && codes[start]! < 128 && !isDigit(codes[after]!);
    if (after < size && kindOf(fold, codes[after]!) >= WORD) {
      if (!isMeasure) this.goOn(text, size, start, after, longer, true, h, found);
    } else if (this.mayGoOn(size, after, h)) this.extend(text, size, start, after, longer, h, found);
  }

  /** Goes on with the word at `next`; its key begins at `from` in `this.key`. `isCertain`: though no name is known to go on so. */
  private goOn(text: string, size: number, start: number, next: number, from: number, isCertain: boolean, h: number, found: Longest): void {
    const { fold, key, codes } = this;
    if (!isCertain && !this.isFollowed(size, next, h)) return;
    const longer = foldWord(fold, codes, size, next, key, from);
    const stop = wordEnd;
    if (longer >= LONGEST) return;
    const g = hash(key, longer);
    if (this.isShortWord(next, stop)) this.take(text, start, stop, longer, g, found);
    else if (!isPrefix(codes, next, stop, size)) this.takeWithPlural(text, start, stop, longer, g, found);
    const state = stateLength(codes, next, stop);
    if (state > 0) this.take(text, start, stop - state, longer - state, hash(key, longer - state), found);
    if (this.mayGoOn(size, stop, g)) this.extend(text, size, start, stop, longer, g, found);
  }

  /** Whether two small letters stand behind a space: "HDAC is" is no plural of "HDAC I". */
  private isShortWord(start: number, end: number): boolean {
    const { codes } = this;
    return end - start === 2 && isSmall(codes[start]!) && kindOf(this.fold, codes[start - 1]!) === SPACE;
  }

  /** Notes the readings of a spelling or, where there are none, of what stands before its plural s. */
  private takeWithPlural(text: string, start: number, end: number, length: number, h: number, found: Longest): void {
    const { codes, key, fold } = this;
    if (this.take(text, start, end, length, h, found)) return;
    // a short word of small letters is one: "bias"
    const isWord = length <= SHORTEST_LISTED && isSmall(codes[end - 2]!) && this.lexicon.isWordHash(h);
    const isPlural = codes[end - 1] === 115 && end - start > 2 && kindOf(fold, codes[end - 2]!) >= WORD && !isWord;
    if (isPlural) this.take(text, start, end - 1, length - 1, hash(key, length - 1), found);
  }

  /** Notes the readings of a spelling, if it is a name; the key stands in `this.key`. @returns whether it has any */
  private take(text: string, start: number, end: number, length: number, h: number, found: Longest): boolean {
    const fitting = this.letterCase.fitting(this.key, length, h, this.codes, start, end);
    if (!fitting) return false;
    found.spelled = true;
    const { pointer } = fitting;
    const names = this.spaces.length > 0 ? fitting.names.filter((name) => this.isHyphenated(name)) : fitting.names;
    if (names.length === 0 || isDose(text, end)) return false;
    const longest = pointer ? found.pointer : found.name;
    if (longest && end <= longest.end) return true;
    const longer = { start, end, names, pointer };
    if (pointer) found.pointer = longer;
    else found.name = longer;
    return true;
  }

  /** Whether a name has hyphens where the text has {@link spaces}, and may be written so: a letter before a short word is no name ("S protein"). */
  private isHyphenated(name: number): boolean {
    const { lexicon, fold, other, spaces } = this;
    if (REGISTERED.has(lexicon.type(name))) return false;
    const boundaries: number[] = [];
    const length = foldName(fold, lexicon.name(name), other, boundaries);
    return spaces.every((at) => boundaries.includes(at) && !isDigit(other[at - 1]!) && (at > 1 || length >= SHORTEST_LETTERED));
  }

  /** Start of the term that a word belongs to, with the part before a hyphen where that is no word; -1 where it is broken at a line's end. */
  private termStart(codes: Codes, start: number, end: number, size: number): number {
    const { fold, other } = this;
    if (isLineHyphen(fold, codes, end, size)) return -1;
    let at = start;
    while (at > 0 && kindOf(fold, codes[at - 1]!) === SPACE) at--;
    if (at === 0 || kindOf(fold, codes[at - 1]!) !== JOINER) return start;
    if (at < start) return codes.subarray(at, start).some((c) => c === 10 || c === 13) ? -1 : start;
    let first = at - 1;
    while (first > 0 && kindOf(fold, codes[first - 1]!) >= WORD) first--;
    const length = foldWord(fold, codes, at - 1, first, other, 0);
    return length > 0 && !this.lexicon.isWordHash(hash(other, length)) && isLetters(other, length) ? first : start;
  }

  /** The units of a text, and a 0 behind them: the array holds those of a longer text before. */
  private codesOf(text: string): Codes {
    if (this.codes.length <= text.length) this.codes = new Uint16Array(text.length * 2);
    const { codes } = this;
    for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
    codes[text.length] = 0;
    return codes;
  }
}
