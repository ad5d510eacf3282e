/** A name's key, and the places where it goes on behind a word. */
import { type FoldTable, foldName, kindOf, LONGEST, WORD } from "./fold";
import { hash, hyphenated } from "./hash";
import { continuation } from "./lexicon";
import type { NameType } from "./nameFlags";
import { REGISTERED } from "./policy";
import { isDigit } from "./shapes";

/** Greatest length of a name, in bytes of UTF-8. */
export const LONGEST_NAME = 255;

const scratch = new Uint16Array(LONGEST + 1);

/** Whether a text can be a name in a note; not if it begins with a sign, holds a character that ends names, or is too long. */
export const isSpellable = (fold: FoldTable, text: string): boolean => spell(fold, text, scratch) > 0;

/**
 * Spells a name.
 * @param key receives the key
 * @param boundaries receives the lengths of the key where a word may end inside it, if anybody asks
 * @returns length of the key; 0 for a name that cannot start a match
 */
export function spell(fold: FoldTable, text: string, key: Uint16Array, boundaries?: number[]): number {
  if (kindOf(fold, text.charCodeAt(0)) < WORD) return 0;
  const length = foldName(fold, text, key, boundaries);
  if (length >= LONGEST) return 0;
  if (boundaries) for (let i = 1; i < length; i++) if (isDigit(key[i - 1]!) !== isDigit(key[i]!)) boundaries.push(i);
  return length;
}

/**
 * Finds the places where a name goes on behind a word: at each space or mark, and where a text may have a space that the name
 * has not, which is between a letter and a digit, and at a hyphen. (Behind a hyphen in a text a name always may go on.)
 * @param key holds the name's key, of so many codes
 * @param type of the name: what is {@link REGISTERED} has no space for a hyphen
 * @param take is given, for each place, the hash of what stands before it and the first two codes of the next word; for a hyphen
 *   once more with the {@link hyphenated} hash
 */
export function continuations(
  fold: FoldTable,
  key: Uint16Array,
  length: number,
  boundaries: readonly number[],
  type: NameType,
  take: (h: number, next: number) => void,
): void {
  const isWord = (at: number) => at < length && kindOf(fold, key[at]!) >= WORD;
  for (const at of boundaries) {
    if (isWord(at) && (isDigit(key[at - 1]!) || (!isDigit(key[at]!) && REGISTERED.has(type)))) continue;
    let next = at;
    while (next < length && !isWord(next)) next++;
    if (next === length) continue;
    const h = hash(key, at);
    const isHyphenated = next === at && !isDigit(key[at]!);
    for (const place of isHyphenated ? [h, hyphenated(h)] : [h]) {
      if (isWord(next + 1)) take(place, continuation(key[next]!, key[next + 1]!));
      if (!isWord(next + 1) || boundaries.includes(next + 1)) take(place, continuation(key[next]!, 0));
      if (next + 1 === length) take(place, continuation(key[next]!, PLURAL));
    }
  }
}
const PLURAL = "s".charCodeAt(0);
