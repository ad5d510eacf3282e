/** Slips in drugs' names that the set of known words holds by chance: it takes one word in 1,024 for one that it has. */
import { NEVER } from "../server/dataset/rank";
import type { EncodedName } from "../server/dataset/recordNames";

/** How well known the name of a drug without a record must be for its slips to be looked for. */
const LEAST_KNOWN = 4;
/** Names of one word that is long enough for any slip in it to be one. */
const ONE_WORD = /^[A-Za-z]{7,}$/;

/**
 * Finds the likely slips in well-known drugs' names that would never be reported, since the set of known words seems to hold them.
 * @param names names of all kinds
 * @param records entities below this number have a record
 * @param isHeld whether the set seems to hold a word, in small letters
 * @param isWord whether it is known, or a name, in truth
 * @returns a misspelling on record for each
 */
export function slipsTakenForWords(
  names: readonly EncodedName[],
  records: number,
  isHeld: (word: string) => boolean,
  isWord: (word: string) => boolean,
): EncodedName[] {
  const found = new Map<string, EncodedName>();
  for (const name of names) {
    if (name.type !== "inn" || (name.proposed < LEAST_KNOWN && name.entity >= records) || !ONE_WORD.test(name.text)) continue;
    for (const text of likelySlips(name.text.toLowerCase()))
      if (!isWord(text) && !found.has(text) && isHeld(text))
        found.set(text, { ...name, text, type: "misspelling", letterCase: "insensitive", rank: NEVER, proposed: 0 });
  }
  return [...found.values()];
}

/** Letters at the end of a name, where its forms in other languages differ. */
const ENDING = 2;

/**
 * The likeliest slips in a word: a letter left out or doubled, two swapped, or another vowel or a y for one. Its first letter and its last two
 * stay, but for a vowel before the last: "trastuzumb", "atorvastaton".
 */
function* likelySlips(word: string): Generator<string> {
  for (let i = 1; i < word.length - 1; i++) {
    const [before, letter, next, after] = [word.slice(0, i), word[i]!, word[i + 1]!, word.slice(i + 2)];
    const isVowel = "aeiou".includes(letter);
    const isInside = i < word.length - ENDING;
    if (isInside || isVowel) yield before + next + after;
    if (isVowel) for (const vowel of "aeiouy") if (vowel !== letter) yield before + vowel + next + after;
    if (!isInside || letter === next) continue;
    yield before + letter + letter + next + after;
    yield before + next + letter + after;
  }
}
