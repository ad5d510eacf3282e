/** Which names of a folder count only as they are written, or had better be none: a drug "WAS" is not in every "was". */
import type { Dataset } from "../dataset/dataset";
import { INVISIBLE } from "../dataset/fold";
import { isSpellable } from "../dataset/spelled";
import { ENGLISH } from "../note/language";

/** Greatest length of a name that is as likely something else in another letter case. */
const SHORT = 4;

export const EXACT = { case: "exact", context: "none" };

/** Whether a name is short, or an ordinary word. */
export const countsExactly = (text: string, bundled: Dataset | undefined): boolean =>
  text.length <= SHORT || bundled?.lexicon.isWord(text) === true;

/** Words of nearly every sentence that other languages have as well, so that they tell nothing of a note's. */
const SHARED: ReadonlySet<string> = new Set("a in on at no so has have had also may can than more all when after".split(" "));

/** Whether a name is such a word, or one that English has everywhere. */
export const isEverywhere = (name: string): boolean => ENGLISH.has(name) || SHARED.has(name);

/** Whether a name has an editor's quotation marks around it, which no file takes for such. */
export const isQuoted = (name: string): boolean => /^[\u2018-\u201f\u00ab'].*[\u2018-\u201f\u00bb']$/.test(name);

/** A name as it is meant: without signs that have no width, which come along from pages, and line ends, which YAML may leave at its end. */
export const tidy = (name: string): string => name.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/** What to tell of a name that is not recognised in notes, with the cure; nothing of others. */
export function unrecognised(name: string, bundled: Dataset | undefined): string | undefined {
  if (!bundled || isSpellable(bundled.lexicon.fold, name)) return undefined;
  const why = isQuoted(name)
    ? 'its quotation marks count as letters; write straight ones, "…"'
    : /^[\p{L}\p{N}]/u.test(name)
      ? "it is too long, or holds a sign that ends names, such as a Chinese one; write it in Latin or Greek letters"
      : "a name begins with a letter or a digit";
  return `“${name}” is not recognised in notes: ${why}.`;
}
