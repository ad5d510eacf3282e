/**
 * Which of the names with the same key a spelling stands for: its letter case decides. The answers are remembered, since a note
 * says the same names again and again.
 */
import type { Codes } from "./fold";
import type { Lexicon } from "./lexicon";

/** What a spelling stands for. */
interface Fitting {
  /** The spelling. */
  readonly text: string;
  /** Hash of its key. One spelling may have two keys, since a hyphen may be read as a space. */
  readonly hash: number;
  /** Whether any name is spelled so, in whatever letter case. */
  readonly isName: boolean;
  /** The names whose letter case it has, of the first entity the one written exactly so first; empty where it has that of none. */
  readonly names: readonly number[];
  /** Whether all of them only point to something. */
  readonly pointer: boolean;
}

/** How many spellings are remembered. */
const REMEMBERED = 1 << 13;
/** Brand names with fewer letters must have their capital. */
const SHORTEST_SMALL_BRAND = 5;
/** A capital behind small letters in a word that begins with one. */
const INNER_CAPITAL = /^[A-Z][a-z]+[A-Z]/;
/** A name of two parts in letters, and what may be the word that it would be without its hyphen. */
const JOINED = /^[A-Za-z]+-[A-Za-z]+$/;
const SHORT_WORD = /^[A-Z]?[a-z]{2,5}$/;
/** A name whose last letter is parted from it, and that in capitals may be another word: JAM-A is no JAMA, nor SNAR-E a SNARE. */
const LETTERED = /^[A-Z]{3,4}-[A-Z]$/;
/** The letter for a protein's state before its symbol: s (soluble) before a symbol with a hyphen, p (phosphorylated). */
const STATE = /^(?:s(?=[A-Z][^-]*-)|p-?(?=[A-Z])|P-(?=[A-Z]{2}))/;

/** The letter for human or mouse before a symbol in capitals: mPD1, but mGluR5 and mDia2 are proteins called so. */
const SPECIES = /^[hm](?=[^a-z]+$)/;

/** Letters with one capital at their end, which are written so: SNAr is no snaR. */
const CAPITAL_LAST = /^[a-z]{2,3}[A-Z]$/;

/** A symbol that is no Greek letter with a number: η1 in math is no ETA-1, early T-lymphocyte activation 1. */
const CAPITALS = /^[A-Z]+-?\d*$/;

/** A protein and the letter of what inhibits it. */
const INHIBITOR = /^[A-Z]{2,}[a-z]?i$/;

export class LetterCase {
  private readonly lexicon: Lexicon;
  private readonly held: Array<Fitting | undefined> = new Array(REMEMBERED).fill(undefined);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Finds the names that a spelling stands for.
   * @param key the spelling's key, of `length` and hash `h`
   * @param codes the text, in which the spelling is [start, end)
   * @returns nothing where no name has this key
   */
  fitting(key: Codes, length: number, h: number, codes: Codes, start: number, end: number): Fitting | undefined {
    // spellings of one key differ in their first letter for the most part
    const slot = (h ^ codes[start]!) & (REMEMBERED - 1);
    const held = this.held[slot];
    if (held?.hash === h && isSame(held.text, codes, start, end)) return held.isName ? held : undefined;
    if (!this.lexicon.keys.mayBe(h)) return undefined;
    const fitting = this.of(this.lexicon.keys.first(key, length, h), h, codes, start, end);
    this.held[slot] = fitting;
    return fitting.isName ? fitting : undefined;
  }

  /** @param first the first name with the spelling's key, or -1 */
  private of(first: number, hash: number, codes: Codes, start: number, end: number): Fitting {
    const { lexicon } = this;
    const text = String.fromCharCode.apply(null, codes.subarray(start, end) as unknown as number[]);
    const names: number[] = [];
    if (first < 0 || this.isWithState(first, text)) return { text, hash, isName: false, names, pointer: false };
    for (let name = first; name === first || (name < lexicon.size && lexicon.isSameKey(name)); name++)
      if (lexicon.context(name) !== "never" && this.fits(name, text)) names.push(name);
    const pointer = names.every((name) => lexicon.isPointer(name));
    return { text, hash, isName: true, names: names.length > 1 ? this.asWritten(names, text) : names, pointer };
  }

  /**
   * Whether a spelling looks like one symbol but is another protein's with its state in front: sPD-L1 is soluble PD-L1, not SPDL1;
   * p-ERK is phosphorylated ERK, not PERK; or with its species: mPD1 is PD-1 of mice, not MPD1. Nor is a plasmid such as pGL3 any
   * symbol, or what inhibits a protein another one: TGFbi.
   */
  private isWithState(name: number, text: string): boolean {
    const { lexicon } = this;
    if (INHIBITOR.test(text) && lexicon.name(name).endsWith("I") && lexicon.lookUp(text.slice(0, -1)).length > 0) return true;
    if (SPECIES.test(text) && !this.isWritten(name, text) && this.isSymbol(text.slice(1))) return true;
    const [state] = STATE.exec(text) ?? [];
    if (!state || lexicon.letterCase(name)[0] === "i" || /^p|-/.test(lexicon.name(name))) return false;
    return /^p[A-Z]+\d/.test(text) || this.isSymbol(text.slice(state.length));
  }

  /** Whether one of the names with the key of `first` is spelled exactly so: mTOR. */
  private isWritten(first: number, text: string): boolean {
    const { lexicon } = this;
    for (let name = first; name === first || (name < lexicon.size && lexicon.isSameKey(name)); name++)
      if (lexicon.name(name) === text) return true;
    return false;
  }

  private isSymbol(text: string): boolean {
    return this.lexicon.lookUp(text).some((name) => this.lexicon.letterCase(name) === "symbol");
  }

  /**
   * If the entity that comes first has a name that is spelled exactly as the text, puts this name first. Among symbols alone, where
   * one is spelled exactly so, only such symbols count (TSP-1 is not T-SP1), and approved ones behind them: SF-1 is NR5A1, or else
   * SF1.
   */
  private asWritten(names: readonly number[], text: string): readonly number[] {
    const { lexicon } = this;
    const written = names.filter((name) => lexicon.name(name) === text);
    if (written.length === 0) return names;
    const isOfSymbols = names.every((name) => lexicon.letterCase(name) === "symbol");
    const approved = names.filter((name) => lexicon.type(name) === "symbol" && !written.includes(name));
    const counting = isOfSymbols ? [...written, ...approved] : names;
    const first = counting.find((name) => lexicon.entity(name) === lexicon.entity(counting[0]!) && written.includes(name));
    return first === undefined ? counting : [first, ...counting.filter((name) => name !== first)];
  }

  /** Whether a text is in the letter case that a name asks for. */
  private fits(name: number, text: string): boolean {
    const { lexicon } = this;
    const policy = lexicon.letterCase(name);
    const given = lexicon.name(name);
    // no word is a name that has a hyphen: Retin-A, Emi-Le
    if (
      text.length < given.length &&
      (LETTERED.test(given) || (SHORT_WORD.test(text) && JOINED.test(given))) &&
      lexicon.isWord(text.toLowerCase())
    )
      return false;
    if (CAPITAL_LAST.test(given) && !text.endsWith(given.slice(1))) return false;
    if (policy === "insensitive") return true;
    const wanted = letters(given);
    const written = letters(text);
    if (written === "" && policy === "symbol" && CAPITALS.test(given)) return false;
    if (given === text || wanted === written || wanted.length !== written.length) return true;
    if (policy === "initial") {
      if (written === wanted[0]!.toUpperCase() + wanted.slice(1) || (written.length > 3 && written === wanted.toUpperCase())) return true;
      // tables write the capitals inside a brand small: CellCept, OxyContin
      if (written.length >= SHORTEST_SMALL_BRAND && INNER_CAPITAL.test(written) && written.toLowerCase() === wanted.toLowerCase())
        return true;
      // in small letters it asks for a dose: see context.ts
      return written.length >= SHORTEST_SMALL_BRAND && written === wanted.toLowerCase() && lexicon.context(name) === "none";
    }
    if (policy !== "symbol" || /\s/.test(text)) return false;
    return isSymbolCase(wanted, written, given.match(/\d/g)?.length ?? 0, this.mayBeMurine(name, written));
  }

  /**
   * Whether a symbol may be written as mice have it. One that means other things, too, may be if that is no word, Apc and Fap, but
   * no Clock; words beside it must speak for it then (see supportFor).
   */
  private mayBeMurine(name: number, written: string): boolean {
    const { lexicon } = this;
    const context = lexicon.context(name);
    if (context === "none") return true;
    if ((context !== "gene" && context !== "beside") || lexicon.type(name) !== "symbol") return false;
    // the dictionary has no words of three letters, but their plurals
    return !["", "s"].some((end) => lexicon.isWord(written.toLowerCase() + end));
  }
}

/**
 * Whether letters are a gene's symbol in another case: as mice have it (Vegfa), or with a digit or two capitals, so that they can
 * be no word (bmp5, CaSR, PPARa).
 */
function isSymbolCase(wanted: string, written: string, digits: number, mayBeMurine: boolean): boolean {
  // two letters with one digit may be an element's (Ca2+), with two they are none: Cx43
  const hasDigit = digits > 0;
  if (mayBeMurine && (wanted.length > 2 || (wanted.length === 2 && digits > 1)) && written === wanted[0]! + wanted.slice(1).toLowerCase())
    return true;
  // KI67
  if (mayBeMurine && wanted.length === 2 && digits > 1 && written === wanted.toUpperCase()) return true;
  // an s behind capitals is a plural's (APCs is not APCS)
  if (/^[^a-z]+s$/.test(written) && wanted.endsWith("S")) return false;
  // one small letter before capitals makes another abbreviation (eGFR; with a digit cDC1, but for what is put before: sFRP2, p15INK4B)
  if ((hasDigit ? /^[a-gi-lnoqt-z][A-Z]{2,}$/ : /^[a-z][A-Z]+$/).test(written)) return false;
  return wanted.length >= (hasDigit ? 3 : 4) && (hasDigit || /[A-Z].*[A-Z]/.test(written));
}

const letters = (text: string): string => text.replace(/[^A-Za-z]/g, "");

function isSame(text: string, codes: Codes, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== codes[start + i]) return false;
  return true;
}
