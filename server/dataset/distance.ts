/** How many edits two spellings are apart. */
import type { Codes } from "./fold";

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters inserted, dropped, replaced, or swapped with their neighbour.
 * Equal beginnings cost nothing, whatever comes behind them; where two letters differ, each edit is tried in turn. So most pairs
 * are told apart by their first few letters, but the time grows with the power of `most`: it is meant for small bounds.
 * @param i where to begin in `a`
 * @param j where to begin in `b`
 * @returns the distance, or `most + 1` when it is greater than `most`
 */
export function editDistance(a: Codes, aLength: number, b: Codes, bLength: number, most: number, i = 0, j = 0): number {
  while (i < aLength && j < bLength && a[i] === b[j]) {
    i++;
    j++;
  }
  while (i < aLength && j < bLength && a[aLength - 1] === b[bLength - 1]) {
    aLength--;
    bLength--;
  }
  const longer = bLength - j - (aLength - i);
  const apart = Math.abs(longer);
  if (apart > most) return most + 1;
  if (i === aLength || j === bLength) return apart;
  if (most === 0) return 1;
  let least = most + 1;
  // an edit that leaves too different lengths need not be tried
  if (apart < most) least = 1 + editDistance(a, aLength, b, bLength, most - 1, i + 1, j + 1);
  if (apart < least - 1 && a[i] === b[j + 1] && a[i + 1] === b[j] && i + 1 < aLength && j + 1 < bLength)
    least = 1 + editDistance(a, aLength, b, bLength, least - 2, i + 2, j + 2);
  if (Math.abs(longer + 1) < least - 1) least = 1 + editDistance(a, aLength, b, bLength, least - 2, i + 1, j);
  if (Math.abs(longer - 1) < least - 1) least = 1 + editDistance(a, aLength, b, bLength, least - 2, i, j + 1);
  return least;
}

/** The UTF-16 units of a text, as {@link editDistance} compares them. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}

/** A text in which the character at an offset and the one before it are swapped. */
export const swappedAt = (text: string, at: number): string => text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);

/**
 * A word with two neighbouring characters swapped, so that it is one that is meant; nothing where no swap makes one.
 * @param from the first place whose character may have changed places with the one before it; `to` stands behind the last
 */
export function swapped(word: string, from: number, to: number, isMeant: (other: string) => boolean): string | undefined {
  for (let i = from; i < to; i++) {
    const other = swappedAt(word, i);
    if (other !== word && isMeant(other)) return other;
  }
  return undefined;
}
