/** A drug-shaped word that is in no list: real and newer than the lists, or wrong. */
import type { Dataset } from "../../dataset/dataset";
import { drugNamed, isOnRecord } from "../../dataset/nameKinds";
import { spellingOf } from "../../dataset/spelling";
import { CODE } from "../../note/otherNames";
import type { UnknownWord } from "../../note/unknownWord";
import { isDrugBehindPrefix } from "../chemical";
import { withCase } from "../written";
import type { Verdict } from "./finding";

/**
 * Judges an unknown word by its ending.
 * @returns nothing if the ending does not mark a drug, or marks other words, too, and no drug is spoken of beside it
 */
export function unknownDrugName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (
    !word.stem ||
    SHORT_FIRM.test(word.text) ||
    NOT_LISTED.test(word.text) ||
    isUnused(word) ||
    isPiece(dataset, word) ||
    word.isAmongBrands
  )
    return undefined;
  const [ending, meaning, alone] = word.stem;
  // the ending alone names the class: "a gliptin"
  if (word.text.toLowerCase() === ending || (/(?:^|\W)[Aa]n? $/.test(word.before) && OF_CLASS.test(word.after))) return undefined;
  // a product has a capital where a drug has none: "silver nitrate, Kaltostat"
  if (
    (!alone && (word.drug !== "beside" || word.isProper || endsInWord(dataset, word.text, ending))) ||
    isDrugBehindPrefix(dataset, word.text)
  )
    return undefined;
  return {
    rule: "unknown-drug-name",
    message: `“${word.text}” is not in the drug lists of ${dataset.date}; its ending -${ending} marks a drug (${meaning}).`,
    replacements: alone && word.drug ? nearRecord(dataset, word.text, ending) : [],
    mild: !word.drug || isExplained(dataset, word),
  };
}

/**
 * The one drug with a record that is two edits from a word and ends as it does: too far to call the word a slip, near enough to be what its author looks for
 * among the fixes ("ceplimab" for cemiplimab). Nothing where there are several.
 */
function nearRecord(dataset: Dataset, text: string, ending: string): string[] {
  const { lexicon } = dataset;
  const near = spellingOf(dataset)
    .nearest(text, 2)
    .filter(({ name }) => lexicon.type(name) === "inn" && isOnRecord(dataset, name) && lexicon.name(name).endsWith(ending));
  return near.length === 1 ? [withCase(lexicon.name(near[0]!.name), text)] : [];
}

/** Whether a word may be another name of a known drug, or of a company's compound by its code, one of the two standing in brackets behind the other; or it stands behind an antibody, which carries it. */
function isExplained(dataset: Dataset, { before, after }: UnknownWord): boolean {
  if (/(?:mab|tug) $/i.test(before)) return true;
  const other = after.startsWith(")") && before.endsWith(" (") ? before.split(" ").at(-2) : /^\s\(([^()]{3,40})\)/.exec(after)?.[1];
  return other !== undefined && (CODE.test(other) || drugNamed(dataset, other) !== undefined);
}

/** Behind an article and before these stands the name of a class: "a glycylcycline antibiotic". */
const OF_CLASS = /^ (?:anti(?:biotic|bacterial|fungal|malarial|viral)|fungicide|herbicide|insecticide|derivative)\b/;

/** Words written together as programs have them, `armBevacizumab`, and antibodies for animals, of which there are no lists. */
const NOT_LISTED = /\p{Ll}\p{Lu}\p{Ll}|vetmab$/u;

/** Whether a word names an antibiotic of bacteria, few of which became drugs, and nothing but cells is said to get it, no body and no weighed amount: "sarkomycin, azotomycin", "leinamycin 5 µM". */
const isUnused = ({ text, before, after }: UnknownWord): boolean => text.endsWith("mycin") && !USED.test(before + after);
const USED = /\b(?:receiv|g[ia]v|administ|dos(?:e|ing)|patients?\b)|\d ?m?[gM]\b(?!\/(?:m?L|l)\b)/i;

/** Whether a word begins a known name of two words, "intismeran" for intismeran autogene, or ends one. */
const isPiece = ({ lexicon }: Dataset, { text, endsName }: UnknownWord): boolean => lexicon.complete(`${text} `, 1).length > 0 || endsName;

/** Of drugs whose ending tells of a drug alone the lists have six with seven letters (nadolol); with a capital it is as likely a firm: Corcept. */
const SHORT_FIRM = /^[A-Z].{6}$/;

/** Shortest ordinary word that a longer one may end in. */
const SHORTEST_WORD = 5;

/** Whether a word ends in an ordinary one: `phosphopeptide` is no drug in -tide. */
function endsInWord({ lexicon }: Dataset, text: string, ending: string): boolean {
  const shortest = Math.max(SHORTEST_WORD, ending.length + 1);
  for (let at = 2; at <= text.length - shortest; at++) if (lexicon.isWord(text.slice(at))) return true;
  return false;
}
