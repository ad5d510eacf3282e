/** Which of the names with one key a spelling stands for: its letter case decides. Remembered for each spelling, since a note says the same names again and again. */
import type { Codes } from "./fold";
import type { Lexicon } from "./lexicon";

/** What a spelling stands for. */
interface Fitting {
  /** The spelling. */
  readonly text: string;
  /** Of its key; a hyphen may be read as a space, which makes another. */
  readonly hash: number;
  /** A name is spelled so, whatever the case. */
  readonly isName: boolean;
  /** Names whose letter case it has, the one written just so first; empty where none has it. */
  readonly names: readonly number[];
  /** All of them only point to something. */
  readonly pointer: boolean;
}

/** Spellings that are remembered. */
const REMEMBERED = 1 << 13;
/** Brand names of fewer letters are not read in small letters. */
const SHORTEST_SMALL_BRAND = 5;
/** A protein's state before its symbol: s where a hyphen follows in that, p. */
const STATE = /^(?:s(?=[A-Z][^-]*-)|p-?(?=[A-Z]))/;

export class LetterCase {
  private readonly lexicon: Lexicon;
  private readonly held: Array<Fitting | undefined> = new Array(REMEMBERED).fill(undefined);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param key the spelling's key, of `length` and hash `h`
   * @param codes the text, in which the spelling is [start, end)
   * @returns nothing where no name is spelled so, whatever the case
   */
  fitting(key: Codes, length: number, h: number, codes: Codes, start: number, end: number): Fitting | undefined {
    // spellings of one key differ in their first letter for the most part
    const slot = (h ^ codes[start]!) & (REMEMBERED - 1);
    const held = this.held[slot];
    if (held?.hash === h && isSame(held.text, codes, start, end)) return held.isName ? held : undefined;
    if (!this.lexicon.mayBeKey(h)) return undefined;
    const fitting = this.of(this.lexicon.first(key, length, h), h, codes, start, end);
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
   * Whether a spelling is a symbol's but for its hyphen or case, and that of another protein with its state before it: s for soluble,
   * sPD-L1 is no SPDL1; p for phosphorylated, p-ERK is no PERK. Nor is a plasmid with a number any: pGL3.
   */
  private isWithState(name: number, text: string): boolean {
    const { lexicon } = this;
    const [state] = STATE.exec(text) ?? [];
    if (!state || lexicon.letterCase(name)[0] === "i" || /^p|-/.test(lexicon.name(name))) return false;
    return /^p[A-Z]+\d/.test(text) || lexicon.lookUp(text.slice(state.length)).some((other) => lexicon.letterCase(other) === "symbol");
  }

  /**
   * Of the names of the first entity, puts the one first that is spelled just as the text. Of symbols of several genes
   * only those count that are spelled so, where one is (TSP-1 is not T-SP1), and behind them approved ones: SF-1 is NR5A1, or SF1.
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

  /** Whether a spelling has the letter case that its name asks for. */
  private fits(name: number, text: string): boolean {
    const { lexicon } = this;
    const policy = lexicon.letterCase(name);
    if (policy === "insensitive") return true;
    const given = lexicon.name(name);
    const wanted = letters(given);
    const written = letters(text);
    if (given === text || wanted === written || wanted.length !== written.length) return true;
    if (policy === "initial") {
      if (written === wanted[0]!.toUpperCase() + wanted.slice(1) || (written.length > 3 && written === wanted.toUpperCase())) return true;
      // in small letters it asks for a dose: see context.ts
      return written.length >= SHORTEST_SMALL_BRAND && written === wanted.toLowerCase() && lexicon.context(name) === "none";
    }
    if (policy !== "symbol" || /\s/.test(text)) return false;
    return isSymbolCase(wanted, written, given.match(/\d/g)?.length ?? 0, lexicon.context(name) === "none");
  }
}

/**
 * Whether letters are those of a gene symbol in another case: the mouse's (Vegfa), or what can be no word since it
 * holds a digit or two capitals (bmp5, CaSR, PPARa).
 */
function isSymbolCase(wanted: string, written: string, digits: number, isFree: boolean): boolean {
  // two letters with one digit may be an element's (Ca2+), with two they are none: Cx43
  const hasDigit = digits > 0;
  if (isFree && (wanted.length > 2 || (wanted.length === 2 && digits > 1)) && written === wanted[0]! + wanted.slice(1).toLowerCase())
    return true;
  // KI67
  if (isFree && wanted.length === 2 && digits > 1 && written === wanted.toUpperCase()) return true;
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
