/** Finds the names that start at a word of a text. */
import { BREAK, closes, type FoldTable, foldGap, foldName, foldWord, JOINER, kindOf, LONGEST, MARK, SPACE, WORD, wordEnd } from "./fold";
import { hash, hyphenated } from "./hash";
import { LetterCase } from "./letterCase";
import type { Lexicon } from "./lexicon";
import { REGISTERED } from "./policy";
import type { Found } from "./scan";
import { isDigit, isDose, isPrefix, isSmall, OPEN, stateLength, subscriptEnd } from "./shapes";

const SPACE_CODE = 32;
/** How many ways to go on are tried from one word: every hyphen doubles them. No name has so many. */
const MOST_TRIED = 64;
/** Least length of a name's key where the text has a space for the hyphen behind the name's first letter. */
const SHORTEST_LETTERED = 9;
/** A capital behind small letters. */
const INNER_CAPITAL = /[a-z][A-Z]/;
/** Longest word of small letters that is no plural where it is an ordinary word. */
const LONGEST_SINGULAR = 4;

/**
 * Reads on from one word of a text as long as a name may go on. In all methods, what was read so far ends at `end` in the text,
 * and its key stands in {@link NamesAt.key}, with `length` codes and the hash `h`.
 */
export class NamesAt {
  /** The units of the text at hand, and a 0 behind them; then what is left of longer texts before. */
  codes = new Uint16Array(4096);
  /** Length of the text at hand. */
  size = 0;
  readonly key = new Uint16Array(LONGEST + 1);
  /** The longest name that was found. */
  name: Found | undefined;
  /** The longest phrase that only points to something. */
  pointer: Found | undefined;
  /** Whether something is spelled like a name, whatever its letter case. */
  isSpelled = false;
  private readonly lexicon: Lexicon;
  private readonly fold: FoldTable;
  private readonly letterCase: LetterCase;
  private readonly other = new Uint16Array(LONGEST + 1);
  /** Where the word starts, and with it the names. */
  private start = 0;
  /** Ways to go on that were tried. */
  private tried = 0;
  /** Lengths of the key before each space of the text for which the name must have a hyphen. */
  private readonly spaces: number[] = [];
  /** Lengths of the key before each hyphen of the text between two digits, where the name must have one, or a space: G1–2 is no G12. */
  private readonly ranges: number[] = [];

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.fold = lexicon.fold;
    this.letterCase = new LetterCase(lexicon);
  }

  /** Takes up a text. */
  take(text: string): void {
    if (this.codes.length <= text.length) this.codes = new Uint16Array(text.length * 2);
    const { codes } = this;
    for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
    codes[text.length] = 0;
    this.size = text.length;
  }

  /**
   * Finds the names that start with the word [start, end), and leaves the longest in {@link name} and {@link pointer}.
   * @param isOrdinary whether the word is known to be no name by itself
   */
  find(start: number, end: number, length: number, h: number, isOrdinary: boolean): void {
    this.start = start;
    this.name = this.pointer = undefined;
    this.isSpelled = false;
    this.tried = 0;
    if (!isOrdinary) this.noteWithPlural(end, length, h);
    if (isOrdinary || this.mayGoOn(end, h)) this.extend(end, length, h);
  }

  /** Whether a longer name may go on behind a key of hash `h` that ends at `at`; false is certain, and cheap to know. */
  mayGoOn(at: number, h: number): boolean {
    // a hyphen may stand anywhere in a name (P-gp, cyclo-oxygenase, one at a line's end), and so may a subscript
    if (at < this.size && (kindOf(this.fold, this.codes[at]!) === JOINER || this.hasSubscript(at))) return true;
    return this.isFollowed(at, h);
  }

  private hasSubscript(at: number): boolean {
    return this.codes[at] === OPEN && subscriptEnd(this.fold, this.codes, at, this.size) > 0;
  }

  /** Whether a name may go on, behind a key of hash `h`, with a word that begins like the next one from `at` on; false is certain. */
  private isFollowed(at: number, h: number): boolean {
    const { fold, codes, size } = this;
    const { code } = fold;
    for (; at < size; at++) {
      const c = codes[at]!;
      const k = kindOf(fold, c);
      if (k === SPACE || k === JOINER || (k === MARK && !closes(c))) continue;
      if (k === BREAK) return false;
      // a letter and its subscript may be the name's: "phospholipase A(2)"
      if (k !== WORD || this.hasSubscript(at + 1)) return true;
      const second = codes[at + 1]!;
      const next = at + 1 < size ? kindOf(fold, second) : BREAK;
      return next > WORD || this.lexicon.goesOn(h, code[c]!, next === WORD ? code[second]! : 0);
    }
    return false;
  }

  /** Looks at the names that go on behind `end`. */
  private extend(end: number, length: number, h: number): void {
    if (++this.tried > MOST_TRIED) return;
    const { fold, key, codes, size } = this;
    const subscript = codes[end] === OPEN ? subscriptEnd(fold, codes, end, size) : -1;
    if (subscript > 0) this.withSubscript(end, subscript, length);
    const { end: next, length: joined, before, closed, closedLength } = foldGap(fold, codes, size, end, key, length);
    if (closed >= 0) this.note(closed, closedLength, hash(key, closedLength));
    if (next < 0 || next >= size) return;
    const isHyphenated = kindOf(fold, codes[end]!) === JOINER;
    const isRange = isHyphenated && isDigit(codes[end - 1]!) && isDigit(codes[next]!);
    if (isRange) this.ranges.push(before);
    this.goOn(next, joined, isHyphenated, h);
    if (isRange) this.ranges.pop();
    if (isHyphenated) {
      // the name may have a space where the text has a hyphen, "growth factor-beta1"
      if (next > end + 1) return;
      key[before] = SPACE_CODE;
      this.goOn(next, before + 1, false, h);
    } else if (joined === before + 1 && key[before] === SPACE_CODE) {
      // or the other way round, "C reactive protein"
      this.spaces.push(before);
      this.goOn(next, before, false, hyphenated(h));
      this.spaces.pop();
    }
  }

  /** Reads the subscript in brackets at `end` as if these were not there, and goes on `after` them: "D(2) receptor", "alpha(v)beta(3)". */
  private withSubscript(end: number, after: number, length: number): void {
    const { fold, key, codes, size, start } = this;
    const longer = foldWord(fold, codes, size, end + 1, key, length);
    const h = hash(key, longer);
    this.note(after, longer, h);
    // what is measured is written so, too: S(c)O(2) is no SCO2, but K(v)1.3 a channel and α(v)β(3) an integrin
    const isMeasure = end === start + 1 && codes[start]! < 128 && !isDigit(codes[after]!);
    if (after < size && kindOf(fold, codes[after]!) >= WORD) {
      if (!isMeasure) this.goOn(after, longer, true, h);
    } else if (this.mayGoOn(after, h)) this.extend(after, longer, h);
  }

  /**
   * Goes on with the word at `next`.
   * @param from length of the key before this word
   * @param isCertain whether to go on even if no name is known to go on so; then `h` does not matter
   * @param h hash of the key before the gap
   */
  private goOn(next: number, from: number, isCertain: boolean, h: number): void {
    const { fold, key, codes, size } = this;
    if (!isCertain && !this.isFollowed(next, h)) return;
    const longer = foldWord(fold, codes, size, next, key, from);
    const stop = wordEnd();
    if (longer >= LONGEST) return;
    const g = hash(key, longer);
    if (this.isShortWord(next, stop)) this.note(stop, longer, g);
    else if (!isPrefix(codes, next, stop, size)) this.noteWithPlural(stop, longer, g);
    const state = stateLength(codes, next, stop);
    if (state > 0) this.note(stop - state, longer - state, hash(key, longer - state));
    if (this.mayGoOn(stop, g)) this.extend(stop, longer, g);
  }

  /** Whether two small letters stand behind a space: "HDAC is" is no plural of "HDAC I". */
  private isShortWord(start: number, end: number): boolean {
    const { codes } = this;
    return end - start === 2 && isSmall(codes[start]!) && kindOf(this.fold, codes[start - 1]!) === SPACE;
  }

  /** Notes the readings of a spelling or, where there are none, of what stands before its plural s. */
  private noteWithPlural(end: number, length: number, h: number): void {
    const { codes, key, fold } = this;
    if (this.note(end, length, h)) return;
    // a short word of small letters is one, "bias", and behind an s there is none: "everolimuss"
    const isWord = length <= LONGEST_SINGULAR && isSmall(codes[end - 2]!) && this.lexicon.isWordHash(h);
    const isPlural =
      codes[end - 1] === 115 && codes[end - 2] !== 115 && end - this.start > 2 && kindOf(fold, codes[end - 2]!) >= WORD && !isWord;
    if (isPlural) this.note(end - 1, length - 1, hash(key, length - 1), isSmall(codes[end - 2]!));
  }

  /**
   * Notes the readings of a spelling, if it is a name.
   * @param isAsWritten whether a symbol with capitals inside must be spelled as it is on record: AcLys are no several of ACLY
   * @returns whether it has any
   */
  private note(end: number, length: number, h: number, isAsWritten = false): boolean {
    const { start, codes } = this;
    const fitting = this.letterCase.fitting(this.key, length, h, codes, start, end);
    if (!fitting) return false;
    this.isSpelled = true;
    const { pointer } = fitting;
    let names = this.spaces.length > 0 ? fitting.names.filter((name) => this.isHyphenated(name)) : fitting.names;
    if (this.ranges.length > 0) names = names.filter((name) => this.isParted(name));
    if (isAsWritten && INNER_CAPITAL.test(fitting.text)) names = names.filter((name) => this.isAsWritten(name, fitting.text));
    if (names.length === 0 || isDose(codes, end, this.size)) return false;
    const longest = pointer ? this.pointer : this.name;
    if (longest && end <= longest.end) return true;
    const longer = { start, end, names, pointer };
    if (pointer) this.pointer = longer;
    else this.name = longer;
    return true;
  }

  /** Whether a name is no symbol, or is written exactly so. */
  private isAsWritten(name: number, text: string): boolean {
    return this.lexicon.letterCase(name) !== "symbol" || this.lexicon.name(name) === text;
  }

  /** Whether a name is parted where the text has {@link ranges}; codes are parted anywhere: ADXS31-164 is ADXS-31164. */
  private isParted(name: number): boolean {
    if (this.lexicon.type(name) === "code") return true;
    const { boundaries } = this.folded(name);
    return this.ranges.every((at) => boundaries.includes(at));
  }

  /** Whether a name has hyphens where the text has {@link spaces}, and may be written so: a letter before a short word is no name ("S protein"). */
  private isHyphenated(name: number): boolean {
    const { lexicon, other, spaces } = this;
    if (REGISTERED.has(lexicon.type(name))) return false;
    const { boundaries, length } = this.folded(name);
    return spaces.every((at) => boundaries.includes(at) && !isDigit(other[at - 1]!) && (at > 1 || length >= SHORTEST_LETTERED));
  }

  /** Folds a name into {@link other}. @returns the length of its key, and the lengths before each place where it is parted */
  private folded(name: number): { boundaries: readonly number[]; length: number } {
    const boundaries: number[] = [];
    const length = foldName(this.fold, this.lexicon.name(name), this.other, boundaries);
    return { boundaries, length };
  }
}
