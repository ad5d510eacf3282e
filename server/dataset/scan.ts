/** Goes through a text word by word: finds the names in it, and the words that are in no list. */
import { type FoldTable, foldWord, HIDDEN, JOINER, kindOf, LIMIT, LONGEST, SPACE, WORD, wordEnd } from "./fold";
import { hash } from "./hash";
import type { Lexicon } from "./lexicon";
import { NamesAt } from "./namesAt";
import { isLetters, isLineHyphen, isMixed, isUnknownWord } from "./shapes";

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
  /** Whether a word of four to six small letters stands in it that is in no list: it may be a name cut short. */
  readonly hasClipped: boolean;
}

/** Ordinary words that are remembered. */
const REMEMBERED = 1 << 14;
/** Shorter words are never unknown: lists of ordinary words do without them. */
const SHORTEST_LISTED = 4;
/** Longer words are no names cut short. */
export const LONGEST_CLIPPED = 6;

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (REMEMBERED - 1);

export class Scanner {
  private readonly lexicon: Lexicon;
  private readonly fold: FoldTable;
  private readonly here: NamesAt;
  private readonly other = new Uint16Array(LONGEST + 1);
  /** Hash of the word at hand as it is written, 0 where it is not of plain letters and digits alone. */
  private written = 0;
  /** Such hashes of words seen to be ordinary or short, spelled like no name and holding none: most words of a note are among them. */
  private readonly seen = new Int32Array(REMEMBERED);
  /** The hashes of their keys. */
  private readonly ordinary = new Int32Array(REMEMBERED);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.fold = lexicon.fold;
    this.here = new NamesAt(lexicon);
  }

  /**
   * Finds the names in a text: the longest at each place, none inside another. Phrases that only point to a
   * record may overlap others. Contexts are not looked at.
   * @param text prose, any length
   * @returns names and unknown words, each in order of their start
   */
  scan(text: string): Scan {
    const names: Found[] = [];
    const unknown: number[] = [];
    const mixed: number[] = [];
    let hasClipped = false;
    const { fold, here } = this;
    here.take(text);
    const { codes, key, size } = here;
    for (let at = this.passOver(0); at < size; at = this.passOver(at)) {
      const start = at;
      const length = foldWord(fold, codes, size, start, key, 0);
      const end = wordEnd();
      const h = hash(key, length);
      const slot = slotOf(this.written);
      here.find(start, end, length, h, this.ordinary[slot] === h);
      if (here.pointer) names.push(here.pointer);
      if (here.name) {
        names.push(here.name);
        at = here.name.end;
        // a name may end inside a word, before its plural s
        while (at < size && kindOf(fold, codes[at - 1]!) >= WORD && kindOf(fold, codes[at]!) >= WORD) at++;
        continue;
      }
      // a short word with a letter before it, "sIL-6R", may be spelled like something else by itself
      const isMixedWord = (!here.isSpelled || end - start === 3) && isMixed(codes, start, end);
      if (isMixedWord) mixed.push(start, end);
      if (length < SHORTEST_LISTED || this.lexicon.isWordHash(h)) {
        // what is remembered is passed over from now on
        if (!here.isSpelled && !isMixedWord) {
          this.seen[slot] = this.written;
          this.ordinary[slot] = h;
        }
      } else {
        if (length <= LONGEST_CLIPPED) hasClipped = true;
        if (isUnknownWord(fold, codes, start, end)) {
          const from = this.termStart(start, end);
          if (from >= 0) unknown.push(from, end);
        }
      }
      at = end;
    }
    return { names, unknown, mixed, hasClipped };
  }

  /**
   * Start of the first word from `at` on that is not known to be ordinary, or behind which a name may go on; `size` where none
   * is left. No function is called for a letter: most of a scan is done here, and young code calls none for nothing.
   */
  private passOver(at: number): number {
    const { fold, seen, here } = this;
    const { codes, size } = here;
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
      if (written !== 0 && seen[slot] === written && !here.mayGoOn(at, this.ordinary[slot]!)) continue;
      this.written = written;
      return start;
    }
  }

  /** Start of the term that a word belongs to, with the part before a hyphen where that is no word; -1 where it is broken at a line's end. */
  private termStart(start: number, end: number): number {
    const { fold, other } = this;
    const { codes, size } = this.here;
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
}
