/** Regular variants of names: older national names and the forms of other languages, which are no slips. */
import type { Dataset } from "../dataset/dataset";
import { isDrugKind } from "../dataset/records";

/** Shortest word that may be one. */
const SHORTEST = 7;

/** Whether a word is a drug's name spelled by the rules of another list or language. */
export const isVariantOfDrug = (dataset: Dataset, text: string): boolean =>
  text.length >= SHORTEST &&
  dataset.spelling
    .nearest(text, 2)
    .some((near) => isDrugKind(dataset.kind(dataset.lexicon.entity(near.name))) && isVariant(text.toLowerCase(), near.text.toLowerCase()));

/**
 * Whether two words are two ways to spell one name. WHO's rules for INNs put f for ph, t for th, e for ae and oe, i for y,
 * which older national names have (sulph-, oestr-, -thalidone, amoxycillin); mitozantrone is such a name, too. Romance languages put a
 * vowel behind a name or another in place of its last: cetuximabe, cisplatino, gemcitabina.
 */
function isVariant(word: string, name: string): boolean {
  return asInn(word) === asInn(name) || (/[aeo]$/.test(word) && word.length >= name.length && stem(word) === stem(name));
}

const asInn = (text: string): string =>
  text.replaceAll("ph", "f").replaceAll("th", "t").replace(/[ao]e/g, "e").replaceAll("y", "i").replace("oza", "oxa");
const stem = (text: string): string => text.replace(/[aeo]$/, "");
