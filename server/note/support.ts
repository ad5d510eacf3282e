/** What must speak for a name as it is written here: an alias may be something else that is counted or measured. */
import type { Dataset } from "../dataset/dataset";
import type { Lexicon } from "../dataset/lexicon";
import type { Context } from "../dataset/nameFlags";
import { isOneGene, isOnRecord, kindNamed } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { isDigit } from "../dataset/shapes";
import { SURNAME } from "./persons";

/** Letters with a number make short names; longer ones need not be looked at. */
const LONGEST_NUMBERED = 6;
const LONGEST_COUNTED = 9;
/** A name that is parted from its number; p is a phosphate: p-4EBP1. */
const PARTED = /^(?!CD-|p-\d[A-Z\d]*[A-Z])[A-Za-z\u0370-\u03ff]+([ \u00a0-])\d/;
/** An abbreviation that is counted: PFS2 is the second progression-free survival, "ADA 2" of 40 patients. */
const COUNTED = /^(?!IL)([A-Z]{2,4}) ?\d$/;
/** An alias in small letters that may be a clipped drug with its dose: "ipi3/nivo1". */
const CLIPPED = /^[a-z]{3}\d$/;
/** A word in small letters with a number: mat1. */
const NUMBERED_WORD = /^([a-z]{3,})\d$/;
/** A symbol of three letters as mice have it, which at the start of a sentence or in a title looks like any word: Ace, App, Ins. */
const LIKE_A_WORD = /^[A-Z][a-z]{2}$/;
/** A symbol as mice have it: Apc. */
const OF_MICE = /^[A-Z][a-z]{2,}\d{0,2}$/;
/** Whether a text in capitals is a noun of English; the dictionary has no words of three letters, but their plurals. */
const isCountable = ({ lexicon }: Dataset, text: string): boolean => /^[A-Z]{3,}$/.test(text) && lexicon.isWord(`${text.toLowerCase()}s`);
const isCounted = (dataset: Dataset, text: string): boolean => {
  const [, counted] = COUNTED.exec(text) ?? [];
  const names = counted ? dataset.lexicon.lookUp(counted) : [];
  return names.some((name) => kindNamed(dataset, name) === "known-abbreviation");
};

/**
 * What must speak for a name as it is written. An alias that is a counted abbreviation may be that. The alias of a gene without a
 * record that is parted from its number otherwise than HGNC has it may be anything that is counted: "ARM 1", "Oct 4", B-27
 * supplement; but for leucocyte antigens (CD-31).
 */
export function supportFor(dataset: Dataset, text: string, { start, end }: Found, name: number): Context {
  const { lexicon } = dataset;
  const context = lexicon.context(name);
  const type = lexicon.type(name);
  const length = end - start;
  const written = text.slice(start, end);
  const isAlias = type === "synonym" || type === "previous-symbol";
  if (context !== "none" || !isAlias) {
    if (length < 3 || length > LONGEST_COUNTED) return context;
    if (isOfMice(lexicon, written, name)) return "beside";
    const kind = kindNamed(dataset, name);
    if (context === "none" && kind === "known-gene" && LIKE_A_WORD.test(written)) return "gene";
    const parting = text[end - 2];
    // most names have no number
    if (kind !== "known-family" && parting !== " " && parting !== "-" && !isDigit(text.charCodeAt(end - 1))) return context;
    const [, word] = NUMBERED_WORD.exec(written) ?? [];
    if (word && !isOnRecord(dataset, name) && (lexicon.isWord(word) || lexicon.isWord(`${word}s`))) return "beside";
    // of a symbol, too, the number may count what it abbreviates, or a word in capitals: AIM 2
    if (kind === "known-gene" && parting === " " && (isCounted(dataset, written) || isCountable(dataset, written.slice(0, -2))))
      return "beside";
    if (kind === "known-gene" && parting === "-" && lexicon.isWord(written.slice(0, -2).toLowerCase()) && isOfTrial(text, start, end))
      return "beside";
    // what is measured has a value: TSH 2
    if (kind === "known-family" && parting === " " && /^[A-Z]{3} \d$/.test(written)) return "beside";
    if (kind !== "known-family" || length > 4) return context;
    // a word is none of a family's symbols: Haus, Acad.
    return SURNAME.test(written) && !SURNAME.test(lexicon.name(name)) ? "beside" : context;
  }
  if (length < LONGEST_NUMBERED && (isCounted(dataset, written) || (CLIPPED.test(written) && !isOnRecord(dataset, name)))) return "beside";
  const parted = PARTED.exec(written)?.[1];
  if (parted === undefined || !isOneGene(dataset, name)) return context;
  return parted === "-" ? (/-/.test(lexicon.name(name)) ? context : "gene") : / /.test(lexicon.name(name)) ? context : "beside";
}

/** Whether a symbol that means other things, too, is written as mice have it, which at the start of a sentence may be any word: Apc, but Max and Ran. */
export const isOfMice = (lexicon: Lexicon, written: string, name: number): boolean =>
  lexicon.context(name) === "gene" && lexicon.type(name) === "symbol" && OF_MICE.test(written) && written !== lexicon.name(name);

/** How far around a name words of trials are looked for, in UTF-16 units. */
const OF_TRIAL = 40;
/** Whether a word with a number stands beside what is said of trials: TOPAZ-1. */
const isOfTrial = (text: string, start: number, end: number): boolean =>
  /\b(?:trials?|stud(?:y|ies)|phase|randomi[sz]ed|enroll?ed|placebo|arms?|OS|PFS)\b/.test(
    text.slice(Math.max(0, start - OF_TRIAL), end + OF_TRIAL),
  );
