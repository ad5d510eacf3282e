/** Whether a near name is what the author of an unknown word meant: how likely the slip is, how well known the name, what speaks for it. */
import type { Dataset, Stem } from "../dataset/dataset";
import { swappedAt } from "../dataset/distance";
import { LONGEST_BEGINNING } from "../dataset/lexicon";
import { drugNamed, isDrug, isOnRecord, kindNamed } from "../dataset/nameKinds";
import { isConcept } from "../dataset/records";
import { LIKELY, SWAPPED } from "../dataset/slips";
import type { Near } from "../dataset/spelling";
import type { UnknownWord } from "../note/unknownWord";
import { MOST_OFTEN } from "./misspeltSymbol";
import { isVariant } from "./variants";

/** Lengths from which one edit and any two count as near. */
export const ONE_EDIT = 6;
export const TWO_EDITS = 9;

/** As these for two likely edits in what happens in a body or is done to it, which many words are near to: metastectomy. */
const TWO_IN_PROCESS = 12;

/** Whether a name joins an ordinary word to something by a hyphen: whoever leaves it out writes two words ("P-protein"). */
const isCompound = ({ lexicon }: Dataset, name: string): boolean =>
  name.includes("-") && name.split("-").some((part) => part.length >= ONE_EDIT && lexicon.isWord(part));

/**
 * The greatest cost of a slip in a word of seven letters that nothing around it speaks for: a likely slip (a sound alike, a key
 * beside, 3 bits) in a name that is spoken of now and then. Each further letter adds what it tells, 1.3 bits (Shannon's upper
 * bound for English, 1951): by so much less likely is another word that near.
 */
const LETTER = 1.3;
const WORD_LIMIT = LETTER;
/** A sentence on treatment adds this, the logarithm of how much more often it has a drug than another word in no list has such a sentence (1,817 words of abstracts marked by hand). */
const SENTENCE = 0.7;
/** Where no name is near it must be as unlike a slip as if it were a letter shorter: in notes on something else, words of other trades are unknown. */
const ALONE = LETTER;
/** The greatest cost of two slips, which is that of three likely ones; a stem or words beside it must speak for a drug as well. */
const TWO_SLIPS = 9;
/** As that, where no stem speaks for a drug: what laboratories treat with is often a substance of nature in no list, which is that near to some drug (atranorin, vindoline). */
const TWO_WITHOUT_STEM = 5;
/**
 * The greatest cost of two slips in an INN where nothing speaks for a drug, or the word is short: two likely ones, in a name that
 * is known well. Of 860,000 words of abstracts, definitions and manuals, none that is no slip is that near to an INN, and of
 * 16,500 names of drugs 7 to that of another (prednisone, prednisolone); where the limit is two bits higher, 58 are.
 */
export const TWO_LIKELY = 1;

/**
 * The greatest cost of two edits that are one slip of a hand or an ear, and are judged as one: the letters of a syllable in another
 * order, ph for f, a syllable written once for two. Fewer words are that near to a name than by any one edit.
 */
const ONE_SLIP = 4;

/** Whether an unknown word is a slip in a name that is near to it. */
export function isMeant(dataset: Dataset, word: UnknownWord, near: Near): boolean {
  const { name, text, distance, cost, slip } = near;
  const [low, meant] = [word.text.toLowerCase(), text.toLowerCase()];
  // a participle: adenylated, metastasing
  if ((low === `${meant}d` && low.endsWith("ated")) || (low === `${meant}g` && low.endsWith("ing"))) return false;
  if (isConcept(kindNamed(dataset, name))) return isMeantConcept(dataset, word, near);
  const isOfDrug = isDrug(dataset, name);
  const evidence = isOfDrug ? word.drug : word.gene;
  const isBeside = evidence === "beside" || evidence === "named";
  const isBrand = dataset.lexicon.type(name) === "brand";
  if (isBrand && slip > LAST_LETTER && low.slice(0, -1) === meant.slice(0, -1)) return false;
  if (distance === 1 && word.otherName?.entity === dataset.lexicon.entity(name)) return !isVariant(low, meant);
  const isSwapped = slip === SWAPPED && low.length === text.length;
  if ((isNational(dataset, name) && !isSwapped) || (isOfDrug && (word.isAmongBrands || (word.isBrandLike && !isOnRecord(dataset, name)))))
    return false;
  if (!isOfDrug && isBrandOfOther(dataset, word)) return false;
  // a name that needs a gene's company to be read needs it where it is misspelt; so does a protein that few speak of in a word with
  // a capital, as products have: Synovetin is no synoretin
  const isProduct = () =>
    !isOfDrug && /^[A-Z][a-z]/.test(word.text) && (word.isProper || word.before.endsWith("(")) && !isOnRecord(dataset, name);
  if ((dataset.lexicon.context(name) === "gene" || isProduct()) && !isBeside) return false;
  if (!low.includes("-") && isCompound(dataset, text)) return false;
  if (COINED.test(word.text) && !COINED.test(text)) return false;
  if (isBrand && !isSwapped && isTrialOf(dataset, word)) return false;
  // a symbol and one letter more, as genes of mice are named: Siglech, SiglecH
  if (!isOfDrug && /^[A-Z][a-z]+[A-Z]?$/.test(word.text) && /^[A-Z]{2}/.test(text) && low.slice(0, -1) === meant.replace(/s$/, ""))
    return false;
  // a word of English cut short, as notes have it, and no slip in the name of a drug that few know: "stabil" for stability
  if (isOfDrug && low.length <= LONGEST_BEGINNING && !isOnRecord(dataset, name) && dataset.lexicon.beginsWord(low)) return false;
  // whatever speaks for a name, such an ending makes another thing of it: Accutase
  if (isOfDrug && !meant.startsWith(low) && isClipped(dataset, low)) return false;
  const most = WORD_LIMIT + LETTER * (low.length - 7);
  if (isOfDrug && CALLED_BY_ENDING.test(low) && !CALLED_BY_ENDING.test(text) && cost > most - OTHER_ENDING) return false;
  // which of two mirror images is meant: L-idonate
  if (/^[dl]-/.test(low) && !meant.startsWith(low.slice(0, 2))) return false;
  // no adjective has a capital and a dose behind it: Tecentric 1200 mg
  if (SAID_OF_THINGS.test(low) && !SAID_OF_THINGS.test(text) && !(isBrand && isBeside && /^[A-Z]/.test(word.text))) return false;
  if (isNounInTion(dataset, low)) return false;
  // no Latin ending is that of a protein with its last letters swapped: integrni
  if (!isOfDrug && !isBeside && LATIN.test(low) && !LATIN.test(text) && !isSwappedAtEnd(low, meant)) return false;
  if (isOtherWord(low, meant, distance)) {
    if (distance > 1) return false;
    // of drugs, in which each ending tells a class, another vowel alone may be one: trifluoperazane, but vincristide
    const isLikely = cost <= most - OTHER_ENDING && (!isOfDrug || slip <= LIKELY);
    if (!isBeside && !(isOfDrug && hasDrugEnding(dataset, text)) && !isLikely) return false;
  }
  if (distance > 1) {
    const isMeantTwice = byTwoEdits(dataset, word, near, isBeside);
    if (isMeantTwice !== undefined) return isMeantTwice;
  }
  if (isBrand && !isBeside)
    return low.length >= LONG_BRAND && distance === 1 && slip <= LIKELY && cost <= SURE_BRAND && word.count <= MOST_OFTEN;
  if (isBeside || (isOfDrug && word.stem?.[2])) return true;
  if ((word.isProper && low.length < TWO_EDITS) || (word.count > MOST_OFTEN && !evidence)) return false;
  const gain = evidence === "sentence" ? SENTENCE : word.isAlone ? -ALONE : 0;
  return cost <= most + gain;
}

/** {@link isMeant} for a name that is two edits away; nothing where these are one slip, which is judged as a single edit is. */
function byTwoEdits(dataset: Dataset, word: UnknownWord, { name, text, cost, slip }: Near, isBeside: boolean): boolean | undefined {
  const { stem } = word;
  const { length } = word.text;
  const isOfDrug = isDrug(dataset, name);
  const type = dataset.lexicon.type(name);
  // two slips do not make an ending that many words have from that of another class (sarkomycin and sarcolysin), but one does: apalumatide
  const isReordered = slip <= ONE_SLIP && length === text.length;
  if (stem && !stem[2] && !text.toLowerCase().endsWith(stem[0]) && !isReordered) return false;
  const isSpokenFor = stem ? hasLongHead(word.text, stem) && (stem[2] || isBeside) : isBeside;
  const isLong = length >= TWO_EDITS;
  if (isLong && isSpokenFor && cost <= (isOfDrug && !stem ? TWO_WITHOUT_STEM : TWO_SLIPS)) return true;
  if (isOfDrug && type === "inn" && (isLong || isBeside) && cost <= TWO_LIKELY) return true;
  if (isBeside && type === "brand" && (slip <= ONE_SLIP || (length > LONG_BRAND && cost <= TWO_LIKELY))) return true;
  return isLong && slip <= ONE_SLIP ? undefined : false;
}

/** {@link isMeant} for what happens in a body or is done to it, and for a class of substances. */
function isMeantConcept(dataset: Dataset, word: UnknownWord, { name, text, distance, slip }: Near): boolean {
  const [low, meant] = [word.text.toLowerCase(), text.toLowerCase()];
  const isOwn = low.length >= TWO_EDITS || !dataset.lexicon.isWord(text);
  // -ie is that of other languages: radiotherapie
  const isOther =
    SAID_OF_THINGS.test(low) ||
    /ie$/.test(low) ||
    (OF_PROCESS.test(low) && text.endsWith("sis")) ||
    (LATIN.test(low) && !LATIN.test(text)) ||
    hasOtherBeginning(low, meant);
  // classes of substances are two letters from each other: furopyrimidines, fluoropyrimidines
  const mayHaveTwo = low.length >= TWO_IN_PROCESS && kindNamed(dataset, name) !== "known-class";
  const isNear = distance === 1 || (mayHaveTwo && slip <= 2 * LIKELY && low.endsWith("s") === text.endsWith("s"));
  // several of a class that is looked for by one of it: "anthracyclins"
  const one = !meant.endsWith("s") && /[a-z]s$/.test(low) ? low.slice(0, -1) : low;
  return isNear && isOwn && !word.isProper && !isOther && !isOtherWord(one, meant, distance);
}

/** Length of a brand, which nothing speaks for, less than that of one with two slips, and the greatest cost of a slip in it: a likely one, in a brand that is known well. */
const LONG_BRAND = 7;
const SURE_BRAND = -1;

/**
 * Whether a brand is one of a drug without a record. Of these the lists have the brands of some countries only, and another country's is
 * often a letter off (Ciproxin and Ciproxine, Catapresan and Catapressan), so that no near miss of one tells a slip but two letters swapped.
 */
const isNational = (dataset: Dataset, name: number): boolean => dataset.lexicon.type(name) === "brand" && !isOnRecord(dataset, name);

/** Greatest cost of another last letter, in bits, that may be a slip, a likely one: one country's brand ends otherwise than another's (Indocin, Indocid), and few slip in a last letter. */
const LAST_LETTER = 3;

/** Whether a word with a capital opens the brackets behind a drug, where its brands stand: "streptonigrin (Nigrin)". */
function isBrandOfOther(dataset: Dataset, { text, before }: UnknownWord): boolean {
  const other = before.endsWith(" (") && /^[A-Z][a-z]+$/.test(text) ? before.split(" ").at(-2) : undefined;
  return other !== undefined && drugNamed(dataset, other) !== undefined;
}

/** Whether a word is the beginning of a drug's name whose rest is long enough to be left out on purpose: chlorphen. */
const isClipped = ({ lexicon }: Dataset, low: string): boolean =>
  lexicon.complete(low, 8).some((name) => {
    const text = lexicon.name(name).toLowerCase();
    return lexicon.type(name) === "inn" && text.startsWith(low) && text.length >= low.length + LEAST_CLIPPED;
  });
const LEAST_CLIPPED = 4;

/** Whether a word in capitals begins as a drug of its sentence does, as trials are called: rilotumumab in RILOMET is no Riomet. */
const isTrialOf = ({ lexicon }: Dataset, { text, company }: UnknownWord): boolean =>
  /^[A-Z]{5,}$/.test(text) &&
  company.some(({ names }) => lexicon.type(names[0]!) === "inn" && lexicon.name(names[0]!).toUpperCase().startsWith(text.slice(0, 3)));

/** Capitals inside a word: products, companies and trials are called so (ThermoDox, HARMONi), hardly any substance or protein. */
const COINED = /[a-z][A-Z][a-z]|[A-Z]{3}[a-z]$/;

/** What ends so is an enzyme, or all there is of something, and no slip in the name of a drug that is neither: accutase is not Accutane, nor is a methylome a drug. */
const CALLED_BY_ENDING = /(?:(?:as|om|crin|okin)es?|grams?)$/i;
/** So end adjectives, diseases and processes, which hardly any name ends like: no slip makes an n into a c (lymphotoxic, desmoplasia, lamellipodia). */
const SAID_OF_THINGS = /(?:i[ac]|is[mt]s?|oids?|omas?)$/i;
/** So end several of what ends in -sis, and a substance that does it: lymphangiogeneses, angiogenesin. */
const OF_PROCESS = /s(?:es|ins?)$/i;
/** So end words of Latin in anatomy and the names of beings: gyrus cinguli, theca folliculi, Clathrina fibrillaris. */
const LATIN = /(?:[^aeou]i|is|us|um|ens|ae|[ao]rum)$/i;
/** Whether a word is one of English with a slip in its -tion, which makes it look like a protein in -tin: secretoin, relatin. */
function isNounInTion({ lexicon }: Dataset, low: string): boolean {
  const meant = low.replace(/t(?:[io]|[io]i|i[a-z])n(s?)$/, "tion$1");
  return meant !== low && lexicon.isWord(meant);
}

/** Whether a stem leaves enough of a word that two edits in it do not make another drug of the same stem. */
const hasLongHead = (text: string, [ending]: Stem): boolean => text.length - ending.length >= ONE_EDIT;

/** Endings that make words of their own: another one is no slip (vasopressor and vasopressin, chelation and chelator). */
const ENDING = /(?:ine?|ide?|[ai]te|[ao]ses?|one|ic|al|an|ol|yl|[ae]ne|ia|ium|ous|i?on|ive|[ae]nt|[eo]r|is[tm]|oid|oma)s?$/;

/** Whether what is left of a word is an ending, or the e of one that is shared otherwise: morphinone and morphine, curcumene and curcumin. */
const isEnding = (rest: string): boolean => rest === "e" || ENDING.exec(rest)?.[0] === rest;

/** Whether a name has an ending that marks a drug, which another word hardly has but for its last letters: "oxaliplaton" is no other substance. */
const hasDrugEnding = ({ stems }: Dataset, name: string): boolean =>
  stems.some(([ending, , alone]) => alone && ending.length >= LONG_ENDING && name.toLowerCase().endsWith(ending));
const LONG_ENDING = 4;
/** How much less a slip may cost, in bits, where it makes another ending, or that of an enzyme: integran, dexamethasome and trifluoperazane are nothing else, lumicin may be. */
const OTHER_ENDING = 4;

/** Whether two words differ in the order of their last two letters. */
const isSwappedAtEnd = (word: string, name: string): boolean => swappedAt(name, name.length - 1) === word;

/** Endings that two spellings have and no two meanings: "fulvestrent", "recepter" and "extravasaton" are slips. */
const ONE_ENDING = /^(?:[ae]nts?[ae]nts?|[eo]rs?[eo]rs?|onion)$/;

/** How much, where or how many, which a letter or two make another: micro- and macrometastases. */
const BEGINNING = /^(?:micro|macro|hyper|hypo|intra|inter|extra|endo|exo|mono|oligo|poly)/;

/** Whether a word is a process's name with another such beginning, or with an o between its parts, which some leave out: lymphoangiogenesis. */
function hasOtherBeginning(word: string, name: string): boolean {
  const [one, other] = [BEGINNING.exec(word)?.[0], BEGINNING.exec(name)?.[0]];
  if (one && other && one !== other) return word.slice(one.length) === name.slice(other.length);
  return word.replace(/o(?=[aei])/, "") === name;
}

/** Whether two words differ in their endings alone. A final e that is left out is a slip. */
export function isOtherWord(word: string, name: string, distance: number): boolean {
  if (distance > 1) {
    let same = 0;
    while (same < word.length && word[same] === name[same]) same++;
    const [rest, other] = [word.slice(same), name.slice(same)];
    return Math.max(rest.length, other.length) <= 2 || (isEnding(rest) && isEnding(other));
  }
  const [one] = ENDING.exec(word) ?? [];
  const [other] = ENDING.exec(name) ?? [];
  if (!one || !other || one === other || `${one}e` === other || one === `${other}e` || ONE_ENDING.test(one + other)) return false;
  return word.slice(0, -one.length) === name.slice(0, -other.length);
}
