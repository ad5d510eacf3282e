/**
 * Finds some words in a text by looking at its words. A regular expression would have to be compiled for each note that defines
 * abbreviations, which takes longer than all else that is read of it.
 */

/** For each ASCII character 1 for a digit, 2 for a letter. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 2 : code >= 48 && code <= 57 ? 1 : 0,
);

/**
 * Finds words that stand by themselves or before a plural's s.
 * @param words words with the order of each; they begin with a letter and have two units or more, at most `longest`
 * @returns their places in order, none in another; of several that begin at one place the first by their order
 */
export function wordsIn(text: string, words: ReadonlyMap<string, number>, longest: number): ReadonlyArray<{ start: number; word: string }> {
  const all: Array<{ start: number; word: string }> = [];
  const beginnings = beginningsOf(words);
  for (let start = 0; start < text.length - 1; start++) {
    if (!isLetter(text, start) || isInWord(text, start - 1) || !beginnings.has(twoUnits(text, start))) continue;
    let first = Number.POSITIVE_INFINITY;
    let found = "";
    for (let end = Math.min(text.length, start + longest); end > start + 1; end--) {
      if (!endsAt(text, end)) continue;
      const word = text.slice(start, end);
      const order = words.get(word);
      if (order === undefined || order > first) continue;
      first = order;
      found = word;
    }
    if (found === "") continue;
    all.push({ start, word: found });
    start += found.length - 1;
  }
  return all;
}

/** The first two units of some words: nearly all words of a text begin otherwise. The same words are asked for many times. */
function beginningsOf(words: ReadonlyMap<string, number>): ReadonlySet<number> {
  const held = BEGINNINGS.get(words) ?? new Set([...words.keys()].map((word) => twoUnits(word, 0)));
  BEGINNINGS.set(words, held);
  return held;
}

const BEGINNINGS = new WeakMap<ReadonlyMap<string, number>, ReadonlySet<number>>();

const twoUnits = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

const endsAt = (text: string, end: number): boolean => !isInWord(text, end) || (text[end] === "s" && !isInWord(text, end + 1));

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII[code] === 2 : code >= 128 && /\p{L}/u.test(characterAt(text, at));
}

/** Whether a letter or digit stands at an index; false outside the text. */
export function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII[code]! > 0 : code >= 128 && /[\p{L}\p{N}]/u.test(characterAt(text, at));
}

/** The word that stands behind an index, spaces and hyphens between them left out; empty where something else does. */
export function wordAfter(text: string, at: number): string {
  let start = at;
  while (isBetween(text, start)) start++;
  let end = start;
  while (isInWord(text, end)) end++;
  return isLetter(text, start) ? text.slice(start, end) : "";
}

/** The word that stands before an index, spaces and hyphens between them left out; empty where something else does. */
export function wordBefore(text: string, at: number): string {
  let end = at;
  while (isBetween(text, end - 1)) end--;
  let start = end;
  while (isInWord(text, start - 1)) start--;
  while (start < end && !isLetter(text, start)) start++;
  return text.slice(start, end);
}

/** Whether a space or hyphen stands at an index. */
function isBetween(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 45 || (code > 8 && code < 14) || (code >= 128 && /\s/.test(text[at]!));
}

/** The character that a unit of the text belongs to. */
function characterAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const start = code >= 0xdc00 && code < 0xe000 && at > 0 ? at - 1 : at;
  return String.fromCodePoint(text.codePointAt(start)!);
}
