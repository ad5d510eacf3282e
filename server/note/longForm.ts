/**
 * Which words at the end of a text an abbreviation stands for, as Schwartz and Hearst describe it (Pacific Symposium on
 * Biocomputing 2003): its characters must occur in the long form in order, from the right, the first one at the
 * beginning of a word.
 */
import { SMALL } from "./letters";
import { isInWord } from "./wordsIn";

/** Small letters that a word has and an abbreviation lacks. */
export const IN_WORDS = new RegExp(`[${SMALL}]{3}`);
/** Small words inside a long form, of which its abbreviation has no letter. */
export const SMALL_WORDS = /[ -](?:of|for|and|the|in|to)(?=[ -])/g;

/** Length of the words at the end of a text whose first letters are the abbreviation's, each, or spelled as in Britain before it: "oestrogen receptor" for ER; 0 where they are not. */
export function initialForm(abbreviation: string, text: string): number {
  const low = text.toLowerCase();
  let at = text.length;
  for (let i = abbreviation.length - 1; i >= 0; i--) {
    if (!isInWord(abbreviation, i)) continue;
    while (at > 0 && !isInWord(low, at - 1)) at--;
    if (at === 0) return 0;
    while (at > 0 && isInWord(low, at - 1)) at--;
    const letter = abbreviation[i]!.toLowerCase();
    if (low[at] !== letter && (letter !== "e" || !BRITISH.test(low.slice(at, at + 2)))) return 0;
  }
  return text.length - at;
}

const BRITISH = /^[ao]e/;

/** Whether the words of a whole text, but for the small ones, begin with the letters of an abbreviation, each with one. */
export function isOfInitials(abbreviation: string, text: string): boolean {
  const words = text.replace(SMALL_WORDS, "");
  return initialForm(abbreviation, words) === words.length;
}

/**
 * Length of the long form of an abbreviation that ends a text, 0 where none does. A long form has at most five words
 * more than the abbreviation has characters, and at most twice as many.
 */
export function longForm(abbreviation: string, text: string): number {
  let at = text.length - 1;
  for (let i = abbreviation.length - 1; i >= 0; i--) {
    const c = abbreviation[i]!.toLowerCase();
    if (!isInWord(c, 0)) continue;
    while (at >= 0 && (text[at]!.toLowerCase() !== c || (i === 0 && at > 0 && isInWord(text, at - 1)))) {
      if (".;:!?".includes(text[at]!) && /\s/.test(text[at + 1] ?? "")) return 0;
      at--;
    }
    if (at < 0) return 0;
    if (i > 0) at--;
  }
  const form = text.slice(at);
  const words = form.split(/[\s-]+/).length;
  const isLonger =
    form.length > abbreviation.length &&
    !form
      .toLowerCase()
      .split(/[\s,;:]+/)
      .includes(abbreviation.toLowerCase());
  return isLonger && words <= Math.min(abbreviation.length + 5, abbreviation.length * 2) ? form.length : 0;
}

/** Length of the long form of an abbreviation that ends a text, without a bracket that was opened before it; 0 where there is none. */
export function looseForm(abbreviation: string, text: string): number {
  const length = longForm(abbreviation, text);
  const form = text.slice(text.length - length);
  return length > 0 && (form.match(/[([]/g) ?? []).length >= (form.match(/[)\]]/g) ?? []).length ? length : 0;
}

/** An abbreviation, and the words that begin with its letters, where a link shows one for the other: `[[DNA damage response|DDR]]`; else nothing. */
export function linkedBy(target: string, label: string): { readonly abbreviation: string; readonly longForm: string } | undefined {
  for (const [abbreviation, form] of [
    [label, target],
    [target, label],
  ] as const) {
    const words = form.replace(SMALL_WORDS, "");
    const length = /^[A-Z]{3,8}$/.test(abbreviation) && IN_WORDS.test(form) ? initialForm(abbreviation, words) : 0;
    if (length > 0) return { abbreviation, longForm: length === words.length ? form : words.slice(-length) };
  }
  return undefined;
}
