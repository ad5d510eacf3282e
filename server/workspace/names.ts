/** Which names of a folder count only as they are written, or had better be none: a drug "WAS" is not in every "was". */
import type { Dataset } from "../dataset/dataset";
import { ENGLISH } from "../note/language";

/** Greatest length of a name that is as likely something else in another letter case. */
const SHORT = 4;

export const EXACT = { case: "exact", context: "none" };

/** Whether a name is short, or an ordinary word. */
export const countsExactly = (text: string, bundled: Dataset | undefined): boolean =>
  text.length <= SHORT || bundled?.lexicon.isWord(text) === true;

/** Words of nearly every sentence that other languages have as well, so that they tell nothing of a note's. */
const SHARED: ReadonlySet<string> = new Set("a in on at no so has have had also may can than more all when after".split(" "));

export const isEverywhere = (name: string): boolean => ENGLISH.has(name) || SHARED.has(name);

/** Whether a name has an editor's quotation marks around it, which no file takes for such. */
export const isQuoted = (name: string): boolean => /^[\u2018-\u201f\u00ab'].*[\u2018-\u201f\u00bb']$/.test(name);
