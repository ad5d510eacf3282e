/** Regular variants of names: older national names and the forms of other languages, which are no slips. */
import type { Dataset } from "../dataset/dataset";
import { heldWords } from "../dataset/held";
import { isDrug, isProtein, preferredFor } from "../dataset/nameKinds";
import { type Near, spellingOf } from "../dataset/spelling";
import { isEnglishPassage, isOtherPassage, namesLanguage } from "../note/language";
import type { Passage } from "../note/passage";
import { quotationAt } from "../note/quoted";
import { type Reading, reading } from "../note/reading";
import type { UnknownWord } from "../note/unknownWord";

/** Shortest word that may be one. */
const SHORTEST = 7;

/** The drug's name that a word is, spelled by the rules of another list or language, or a protein's spelled sulph-, or nothing; brands are spelled alike in all. */
export const drugInOtherWords = heldWords((dataset, text): number | undefined => {
  const low = text.toLowerCase();
  if (text.length < SHORTEST) return undefined;
  const isOfDrug = (name: number) => isDrug(dataset, name) && dataset.lexicon.type(name) !== "brand";
  // near names have the same first letter, and are two edits away at most: karboplatin, oestramustine, rytuksymab
  const inn = (/[kw]|^oe/.test(low) ? [asInn(low), asInn(low, true)] : []).filter((name) => isVariant(low, name));
  const otherFirst = inn.flatMap((name) => dataset.lexicon.lookUp(name)).find(isOfDrug);
  if (otherFirst !== undefined) return otherFirst;
  const spelledSulf = low.includes("sulph") ? nameIn(dataset, low.replace("sulph", "sulf")) : undefined;
  if (spelledSulf !== undefined) return spelledSulf;
  const isVariantOf = ({ name, text: meant }: Near) =>
    isOfDrug(name) && [meant, preferredFor(dataset, name)].some((one) => isVariant(low, one.toLowerCase()));
  return spellingOf(dataset).nearest(text, 2).find(isVariantOf)?.name;
});

/**
 * Whether two words are two ways to spell one name. WHO's rules for INNs put f for ph, t for th, e for ae and oe, i for y, where
 * older national names have what is Greek in them (sulph-, ceph-, -phosph-, -phen-, meth-, -thal-, oestr-, amoxy-, cyclo-); mitozantrone is such a
 * name, too; what ends in -ciclib never was. Others have k for c, ks for x and w for v, with these y for i, and no e at the end: karboplatin, docetaksel,
 * bewacyzumab, metotrexat. Romance languages put a
 * vowel behind a name or another in place of its last: cetuximabe, cisplatino, gemcitabina; Slavic ones a u of cases: imatinibu.
 */
export function isVariant(word: string, name: string): boolean {
  const isPolish = /[wk]/.test(word);
  const [written, meant] = [asInn(word, isPolish), asInn(name, isPolish)];
  if (NO_LANGUAGE_HAS.some(([one, other]) => one.test(word) && other.test(name))) return false;
  if (written === meant || (`${written}e` === meant && `${word}e` !== name)) return true;
  if (stem(word) !== stem(name)) return false;
  return /[ao]$/.test(name) || (/[aeou]$/.test(word) && word.length >= name.length);
}

/** Whether a listed name is another spelled by such rules, or by two of them: metotrexato. */
export const isFormOf = (name: string, preferred: string): boolean => isVariant(name, preferred) || hasStemOf(name, preferred);
const hasStemOf = (word: string, name: string): boolean => stem(asInn(word)) === stem(asInn(name));

/**
 * What a word has, each with what a name has for which no language has it. Spanish has -dipino, chemistry -amino; French, which has -ine as
 * English does, spells the rest as English; who writes k for c has no e at the end, who has ciclo- no ph; and cy- for ci- was never but in cyclo- and cyt-.
 * None has k for a c before an i, half of -phosph-, an x before a Polish y, met- for meth- before -ate, nor th in the INN's own endings: abemakiclib, tramethinib.
 */
const NO_LANGUAGE_HAS = [
  [/(?<!dip|am)ino$/, /ine$/],
  [/ono$/, /one$/],
  [/ine$/, /ina$/],
  [/^[^k]*k.*(?:ine|one|ane|ate|ide)$/, /^[^k]*e$/],
  [/^ciclo.*ph/, /^cyclo/],
  [/^cy(?!cl|t)/, /^ci/],
  [/k[iy]/, /c[iy]/],
  [/phosf|fosph/, /phosph/],
  [/xymab$/, /ximab$/],
  [/^met(?!h).*ate$/, /^meth.*ate$/],
  [/th(?:inib|ide)$/, /t(?:inib|ide)$/],
] as const;

/** How many other names of a passage must end as in another language to show that its author writes them so on purpose. */
const LEAST_FOREIGN = 2;
/** As that, of what differs otherwise: sinvastatina. */
const SURELY_FOREIGN = 4;
/** As that, of forms that a language has and slips hardly make, twice in one paragraph: nouns of German, which have a capital and no e at the end, and -ina. */
const LEAST_MARKED = 1;
/** Before a word in the middle of a sentence whose words have small letters. */
const AMID_SMALL = /(?<!\p{L})\p{Ll}+[\s(]{1,2}$/u;
const MARKED = [/^\p{Lu}\p{Ll}*[^aeiou\W]$/u, /ina$/] as const;

/**
 * Whether a word differs from what may be meant in its last vowel alone, as names do in other languages, among others that do:
 * Gemcitabin and Dexamethason, vimentina and doxorubicina, vimentine and integrine. A capital where English has none tells a noun of German: "anaesthetised
 * (Isofluran)". Of drugs rapamycine is a slip where the passage is English, and only there.
 */
export function isForeignForm(dataset: Dataset, passage: Passage, { text, before, from }: UnknownWord, meant: readonly string[]): boolean {
  if (AMID_SMALL.test(before) && MARKED[0].test(text) && meant.includes(`${text}e`)) return true;
  const isOther = isOtherLanguages(text, meant[0]) && drugInOtherWords(dataset, text) !== undefined;
  const isOfFrench = isFrench(text, meant[0]) && drugInOtherWords(dataset, text) !== undefined;
  if ((isOther || isOfFrench) && (!isEnglishPassage(passage) || namesLanguage(passage))) return true;
  const low = text.toLowerCase();
  const names = meant.map((name) => name.toLowerCase());
  if (isOtherPassage(passage) && names.some((name) => isSForC(low, name))) return true;
  if (isOtherSpelling(text, meant[0]) && !isEnglishPassage(passage, 1)) return true;
  const said = { text: quotationAt(passage, from) ?? passage.text };
  if (names.some((name) => isRomance(low, name)) && !isEnglishPassage(said, 1)) return true;
  const isForm = names.some((name) => hasStemOf(low, name));
  const others = [...foreignIn(dataset, passage)].flatMap(([one, other]) => (one === low ? [] : [other]));
  const marked = MARKED.find((form) => form.test(text));
  const alike = marked ? others.filter((other) => marked.test(other)).length : 0;
  if (isOther && !isOfFrench && others.length >= LEAST_MARKED) return true;
  if (isForm) return others.length >= LEAST_FOREIGN || alike >= LEAST_MARKED;
  // older spellings in an English sentence say nothing of its slips
  return others.length >= SURELY_FOREIGN && !isEnglishPassage(passage);
}

/** The names of a passage that are spelled as in another language, by their small letters, each as it stands first; found once, since each slip asks. */
function foreignIn(dataset: Dataset, passage: Passage): ReadonlyMap<string, string> {
  const held = reading(dataset, passage);
  const known = foreign.get(held);
  if (known) return known;
  const { mentions, unknown } = held;
  const found = new Map<string, string>();
  const add = (other: string) => {
    const low = other.toLowerCase();
    if (!found.has(low)) found.set(low, other);
  };
  for (const { start, end, names } of mentions) {
    const other = passage.text.slice(start, end);
    const written = other.toLowerCase();
    const preferred = preferredFor(dataset, names[0]!).toLowerCase();
    if (written !== preferred && (stem(written) === stem(preferred) || isVariant(written, preferred))) add(other);
  }
  for (let i = 0; i < unknown.length; i += 2) {
    const other = passage.text.slice(unknown[i]!, unknown[i + 1]!);
    const isForeign = ["", "e"].some((end) => nameIn(dataset, stem(other.toLowerCase()) + end) !== undefined);
    if (isForeign || drugInOtherWords(dataset, other) !== undefined) add(other);
  }
  foreign.set(held, found);
  return found;
}
const foreign = new WeakMap<Reading, ReadonlyMap<string, string>>();

/** Whether a word is a name and an e behind its -in, as French and Dutch have it: who writes so takes that in English for a name in -ine. */
export const isFrench = (text: string, name = ""): boolean => /ine$/i.test(text) && text.toLowerCase() === `${name.toLowerCase()}e`;

/**
 * Whether a word is a drug's name as another language of today writes it, not as older lists of English did (sulph-, ceph-): with k, ks or w, or with another
 * last vowel. In English, alone among names that are spelled as there, it is a slip: karboplatin, cetuximabe.
 */
export function isOtherLanguages(text: string, name = ""): boolean {
  const [word, meant] = [text.toLowerCase(), name.toLowerCase()];
  return (/[kw]/.test(word) && !/[kw]/.test(meant)) || (word !== meant && stem(word) === stem(meant));
}

/**
 * Whether a word is a name as other languages write it by a rule: most have no e at its end (Posaconazol, prednison), Dutch a long
 * vowel before an l or n (collageen), German, Polish and Scandinavian languages k or z for c, and then no e at the end (Vitronektin).
 */
function isOtherSpelling(text: string, name = ""): boolean {
  const [word, meant] = [text.toLowerCase(), name.toLowerCase()];
  if (`${word}e` === meant || word.replace(/([aeou])\1(?=[ln]$)/, "$1") === meant) return true;
  return (
    !word.endsWith("e") && word.length === meant.length && [...word].every((c, i) => c === meant[i] || (meant[i] === "c" && /[kz]/.test(c)))
  );
}

/** Whether a word is a name as Italian, Spanish and Portuguese write it, an a behind its -in, or what happens in a body without the s of its -sis: osteopontina, metastasi. */
const isRomance = (word: string, name: string): boolean =>
  (name.endsWith("in") && word === `${name}a`) || (name.endsWith("sis") && `${word}s` === name);

/** Whether a word is a name but for an s where that has a c before an e, i or y, as Turkish and Indonesian have it: sisplatin, bevasizumab. */
const isSForC = (word: string, name: string): boolean => word === name.replace(/c(?=[eiy])/g, "s");

/** The name of a drug or protein that a text is, or nothing. */
const nameIn = (dataset: Dataset, text: string): number | undefined =>
  dataset.lexicon.lookUp(text).find((name) => isDrug(dataset, name) || isProtein(dataset, name));

/** A word as WHO would spell it. @param isPolish whether it is one of Polish, which has w for v, k for c and y for i behind some consonants */
const asInn = (text: string, isPolish = false): string =>
  text
    .replaceAll("w", "v")
    .replaceAll("ks", "x")
    .replaceAll("k", "c")
    .replace(isPolish ? /(?<=[cdrstxz])y(?!clib)/g : /(?<=[cx])y(?!clib)/g, "i")
    .replace(/(?<=sul|ce|gr|am|os)ph|ph(?=en.|yl|os[pf])/g, "f")
    .replace(/(?<=me|r)th|th(?=al|ia|io)/g, "t")
    .replace(/[ao]e/g, "e")
    .replace("toza", "toxa");
const stem = (text: string): string => text.replace(/[aeou]$/, "");
