/** How a name is spelled to the lexicon: its key, and the places where it goes on behind a word. */
import { type FoldTable, foldName, kindOf, LONGEST, WORD } from "./fold";
import { hash } from "./hash";
import { continuation } from "./lexicon";

/** A name is no longer, in bytes of UTF-8. */
export const LONGEST_NAME = 255;

/** The spelling of a name. */
export interface Spelled {
  readonly key: Uint16Array;
  /** Lengths of the key where a word may end inside it. */
  readonly boundaries: readonly number[];
}

const scratch = new Uint16Array(LONGEST + 1);

/** The spelling of a name; nothing for one that cannot start a match: it begins with a sign, breaks, or is too long. */
export function spelled(fold: FoldTable, text: string): Spelled | undefined {
  if (kindOf(fold, text.charCodeAt(0)) < WORD) return undefined;
  const boundaries: number[] = [];
  const length = foldName(fold, text, scratch, boundaries);
  if (length === 0 || length >= LONGEST) return undefined;
  const key = scratch.slice(0, length);
  for (let i = 1; i < length; i++) if (isDigit(key[i - 1]!) !== isDigit(key[i]!)) boundaries.push(i);
  return { key, boundaries };
}

/** Order of two keys, code by code; the first is as long as is said. */
export function compareKeys(a: Uint16Array, aLength: number, b: Uint16Array): number {
  const length = Math.min(aLength, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return aLength - b.length;
}

/**
 * The places where the name goes on behind a word, each with the two codes that its next word may begin with: at a space
 * or a mark, and between a letter and a digit, where a space may stand. (Behind a hyphen a name always may go on.)
 */
export function continuations(fold: FoldTable, key: Uint16Array, boundaries: ReadonlySet<number>): Array<[h: number, next: number]> {
  return [...boundaries].flatMap((length) => {
    const isWord = (at: number) => at < key.length && kindOf(fold, key[at]!) >= WORD;
    if (isWord(length) && !(isDigit(key[length]!) && key[length - 1]! > 57)) return [];
    let next = length;
    while (next < key.length && !isWord(next)) next++;
    if (next === key.length) return [];
    const seconds = isWord(next + 1) ? [key[next + 1]!] : [];
    if (!isWord(next + 1) || boundaries.has(next + 1)) seconds.push(0);
    if (next + 1 === key.length) seconds.push(PLURAL);
    return seconds.map((second): [number, number] => [hash(key, length), continuation(key[next]!, second)]);
  });
}
const PLURAL = "s".charCodeAt(0);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
