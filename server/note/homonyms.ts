/** Short names that mean several things, each told by the words of its sentence: the dataset's homonyms. */
import type { Dataset } from "../dataset/dataset";
import { heldOnce } from "../dataset/held";
import { addTo } from "../dataset/lists";
import { isDrug, preferredFor } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { isGiven } from "./given";
import { sentenceAround } from "./sentence";

/** What a name may stand for, and the words that say that it does not (all of them are looked for), or does; nothing where none do. */
type Told = readonly [of: string, unless: RegExp | undefined, where: RegExp | undefined];

const toldOf = heldOnce(({ homonyms }) => {
  const patternOf = (source: string, flags = "") => (source ? new RegExp(source, flags) : undefined);
  const all = new Map<string, Told[]>();
  for (const [name, of, unless, where] of homonyms) addTo(all, name, [of, patternOf(unless, "g"), patternOf(where)]);
  return { all, longest: Math.max(0, ...homonyms.map(([name]) => name.length)) };
});

/** Whether a row of the table that speaks of what a name stands for tells something of the name's sentence. */
function isTold(
  dataset: Dataset,
  text: string,
  { start, end }: Found,
  name: number,
  tells: (row: Told, sentence: string, from: number, to: number) => boolean,
): boolean {
  const { all, longest } = toldOf(dataset);
  const rows = end - start > longest ? undefined : all.get(text.slice(start, end));
  // most names mean one thing
  if (!rows) return false;
  const meant = preferredFor(dataset, name);
  const [from, to] = sentenceAround(text, start, end);
  return rows.some((row) => row[0] === meant && tells(row, text.slice(from, to), start - from, end - from));
}

/**
 * Whether words of a sentence say that its name [from, to) is something else. Words that hold the same name speak of it alone: "ALK phos"
 * says nothing of another ALK.
 */
function isOther(unless: RegExp | undefined, sentence: string, from: number, to: number): boolean {
  const told = unless ? [...sentence.matchAll(unless)] : [];
  // most sentences say nothing of the kind
  if (told.length === 0) return false;
  const same = new RegExp(`(?<![A-Za-z\\d])${sentence.slice(from, to).replace(/\W/g, "\\$&")}(?![A-Za-z\\d])`);
  return told.some(({ index, 0: words }) => (index <= from && to <= index + words.length) || !same.test(words));
}

/** Whether the sentence of a name speaks of what the name stands for. */
export const isSpokenOf = (dataset: Dataset, text: string, match: Found, name: number): boolean =>
  isTold(dataset, text, match, name, ([, , where], sentence) => where?.test(sentence) ?? false);

/** Whether the sentence of a name speaks of something else that is called so, whatever is given: "pCW-Cas9, dox 1 µg/ml". */
export const isOtherSpokenOf = (dataset: Dataset, text: string, match: Found, name: number): boolean =>
  isTold(dataset, text, match, name, ([, unless], ...here) => isOther(unless, ...here));

/**
 * Whether the sentence of a name speaks of something else that is called so. What is given to somebody is the drug, if a drug is called so,
 * unless words must speak for it, since another drug has the name as well: azathioprine (AZA).
 */
export function isSomethingElse(dataset: Dataset, text: string, match: Found, name: number): boolean {
  return isTold(
    dataset,
    text,
    match,
    name,
    ([, unless, where], ...here) => isOther(unless, ...here) && !(!where && isDrug(dataset, name) && isGiven(text, match)),
  );
}
