/** Regular variants of names: older national names and the forms of other languages, which are no slips. */
import type { Dataset } from "../dataset/dataset";
import { isDrugKind } from "../dataset/records";
import { spellingOf } from "../dataset/spelling";
import { mentionsOf } from "../note/mentions";
import type { Passage } from "../note/passage";

/** Shortest word that may be one. */
const SHORTEST = 7;

/** Whether a word is a drug's name spelled by the rules of another list or language. */
export const isVariantOfDrug = (dataset: Dataset, text: string): boolean =>
  text.length >= SHORTEST &&
  spellingOf(dataset)
    .nearest(text, 2)
    .some((near) => isDrugKind(dataset.kind(dataset.lexicon.entity(near.name))) && isVariant(text.toLowerCase(), near.text.toLowerCase()));

/**
 * Whether two words are two ways to spell one name. WHO's rules for INNs put f for ph, t for th, e for ae and oe, i for y, where
 * older national names have what is Greek in them (sulph-, ceph-, -phosph-, -phen-, meth-, -thal-, oestr-, amoxy-, cyclo-); mitozantrone is such a
 * name, too. Others have k for c and ks for x, and no e at the end: karboplatin, docetaksel, metotrexat. Romance languages put a
 * vowel behind a name or another in place of its last: cetuximabe, cisplatino, gemcitabina.
 */
function isVariant(word: string, name: string): boolean {
  const [written, meant] = [asInn(word), asInn(name)];
  if (written === meant || (`${written}e` === meant && `${word}e` !== name)) return true;
  return stem(word) === stem(name) && (/[ao]$/.test(name) || (/[aeo]$/.test(word) && word.length >= name.length));
}

/** So many other names of a passage that lack it show that its author leaves the last e out on purpose. */
const LEAST_WITHOUT_E = 2;

/** Whether a word lacks nothing but the last e of what it may stand for, as names do in German, among others that do (Gemcitabin, Dexamethason). */
export const isGermanForm = (dataset: Dataset, passage: Passage, text: string, meant = ""): boolean =>
  meant.toLowerCase() === `${text.toLowerCase()}e` &&
  mentionsOf(dataset, passage).filter(({ start, end, names: [name] }) => {
    const preferred = dataset.preferredName(dataset.lexicon.entity(name!));
    return `${passage.text.slice(start, end).toLowerCase()}e` === preferred.toLowerCase();
  }).length >= LEAST_WITHOUT_E;

const asInn = (text: string): string =>
  text
    .replace(/(?<=sul|ce|gr|am|os)ph|ph(?=en|yl)/g, "f")
    .replace(/(?<=me|r)th|th(?=al|ia|io)/g, "t")
    .replace(/[ao]e/g, "e")
    .replace(/(?<=[cx])y/g, "i")
    .replace("oza", "oxa")
    .replaceAll("ks", "x")
    .replaceAll("k", "c");
const stem = (text: string): string => text.replace(/[aeo]$/, "");
