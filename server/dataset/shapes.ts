/** What words and the places behind them look like, before anything is looked up. */
import { ALPHA, type Codes, type FoldTable, HIDDEN, JOINER, kindOf, SPACE, WORD } from "./fold";

/** Least lengths of an unknown word, of one in capitals as symbols are, and of one with a digit, its capitals not counted; the greatest. */
const SHORTEST_UNKNOWN = 5;
const SHORTEST_SYMBOL = 4;
const SHORTEST_WITH_DIGIT = 7;
const LONGEST_UNKNOWN = 40;

/**
 * Whether a word may be reported as unknown: it is long enough and either all ASCII letters, with at most one digit in a long one,
 * or of capitals and digits as gene symbols are, with at most one small l. Invisible characters in it do not count.
 */
export function isUnknownWord(fold: FoldTable, codes: Codes, start: number, end: number): boolean {
  if (end - start < SHORTEST_SYMBOL || end - start > LONGEST_UNKNOWN || codes[start - 1] === 95 || codes[end] === 95) return false;
  let length = end - start;
  let capitals = 0;
  let digits = 0;
  let ls = 0;
  for (let i = start; i < end; i++) {
    const c = codes[i]!;
    if (c === 108) ls++;
    if (c >= 48 && c <= 57) digits++;
    else if (c >= 65 && c <= 90) capitals++;
    else if (c < 97 || c > 122) {
      if (kindOf(fold, c) !== HIDDEN) return false;
      length--;
    }
  }
  if (length < SHORTEST_SYMBOL) return false;
  const isSymbol = capitals >= 2 && capitals + digits + (ls === 1 ? 1 : 0) === length && codes[start]! >= 65;
  return isSymbol || (length >= SHORTEST_UNKNOWN && (digits === 0 || (digits === 1 && length - capitals >= SHORTEST_WITH_DIGIT)));
}

/**
 * Whether a word may hold a name: it has four characters or more, one of them behind the first that is no small letter, or three
 * like the start of "sPD-L1" or "αIL-6".
 */
export function isMixed(codes: Codes, start: number, end: number): boolean {
  if (end - start === 3)
    return (isSmall(codes[start]!) || codes[start] === ALPHA) && isCapital(codes[start + 1]!) && isCapital(codes[start + 2]!);
  if (end - start < 4 || (codes[start]! >= 48 && codes[start]! <= 57)) return false;
  for (let i = start + 1; i < end; i++) if (codes[i]! < 97 || codes[i]! > 0x2af) return true;
  return false;
}

/** Whether a unit is a small letter of the Latin alphabet. */
export const isSmall = (code: number): boolean => code >= 97 && code <= 122;
/** Whether a unit is a capital of the Latin alphabet. */
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/**
 * Whether a word is a single letter that belongs to the symbol behind its hyphen: in "the protein c-Raf" it does not end the name
 * protein C.
 */
export const isPrefix = (codes: Codes, start: number, end: number, size: number): boolean =>
  end === start + 1 &&
  end + 1 < size &&
  codes[end] === 45 &&
  PREFIXES.has(codes[start]!) &&
  (isCapital(codes[end + 1]!) || isSmall(codes[end + 1]!));
const PREFIXES = new Set([..."chmprsv"].map((letter) => letter.charCodeAt(0)));

/** Length of the ending that says how much of a protein there is, behind a capital or a digit: 2 in "PD-1hi"; 0 where there is none. */
export function stateLength(codes: Codes, start: number, end: number): number {
  let at = end;
  while (at > start && isSmall(codes[at - 1]!)) at--;
  const before = at > start ? codes[at - 1]! : 0;
  const isBehindSymbol = isDigit(before) || isCapital(before);
  return isBehindSymbol && at < end && STATES.has(String.fromCharCode(...codes.subarray(at, end))) ? end - at : 0;
}
const STATES: ReadonlySet<string> = new Set(["hi", "high", "int", "lo", "low", "neg", "pos"]);

/** Whether a hyphen and the end of a line follow at an offset. */
export function isLineHyphen(fold: FoldTable, codes: Codes, at: number, size: number): boolean {
  if (at >= size || kindOf(fold, codes[at]!) !== JOINER) return false;
  for (at++; at < size && kindOf(fold, codes[at]!) === SPACE; at++) if (codes[at] === 10 || codes[at] === 13) return true;
  return false;
}

/**
 * Where a subscript ends: one to four letters and digits in brackets right behind a word, as in "D(2)". Capitals behind more than
 * one letter are a state, not a subscript: RAS(ON).
 * @param at the place of an opening bracket
 * @returns the index behind its closing bracket; -1 where there is none
 */
export function subscriptEnd(fold: FoldTable, codes: Codes, at: number, size: number): number {
  let end = at + 1;
  while (end < size && end <= at + LONGEST_SUBSCRIPT && kindOf(fold, codes[end]!) >= WORD) end++;
  if (end === at + 1 || end >= size || codes[end] !== CLOSE) return -1;
  if (end === at + 1 + LONGEST_SUBSCRIPT && !codes.subarray(at + 1, end).every(isSmall)) return -1;
  const isLong = at > 1 && kindOf(fold, codes[at - 2]!) >= WORD;
  return isLong && end > at + 2 && codes.subarray(at + 1, end).every(isCapital) ? -1 : end + 1;
}
export const OPEN = 40;
const CLOSE = 41;
/** That of a Greek letter; nothing else is so long. */
const LONGEST_SUBSCRIPT = 5;

/** Whether a key holds nothing but letters: "béva", not "4" or "pd1". */
export function isLetters(key: Codes, length: number): boolean {
  for (let i = 0; i < length; i++) if (key[i]! < 97) return false;
  return true;
}

/** Whether a number that ends a would-be name is an amount: "fibronectin 1 mg/ml", "TSH 1.2". */
export function isDose(codes: Codes, end: number, size: number): boolean {
  let at = end;
  while (at > 0 && isDigit(codes[at - 1]!)) at--;
  if (at === 0 || at === end || !/\s/.test(String.fromCharCode(codes[at - 1]!))) return false;
  const after = String.fromCharCode(...codes.subarray(end, Math.min(size, end + 16)));
  if (/^[’'](?!s)/.test(after)) return !isOpenQuotation(String.fromCharCode(...codes.subarray(Math.max(0, at - LONGEST_QUOTED), at)));
  return /^(?:[.,]\d|′|\s?(?:%|(?:[pnuµμm]?g|[pnuµμm]?M|m?l|IU|U|Gy|h|min|days?|weeks?|months?|years?|patients?|mice|cells|times|of)\b))/.test(
    after,
  );
}
/** How far the beginning of a quotation is looked for. */
export const LONGEST_QUOTED = 60;
/** Whether a single quotation mark stands at the beginning of a word, and none behind it: one that follows ends the quotation, 'LY 2157299', and is no prime. */
export const isOpenQuotation = (before: string): boolean => /(?:^|[\s([])[‘'][^\s‘’'][^‘’']*$/.test(before);

/** Whether a unit is a digit of ASCII. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
