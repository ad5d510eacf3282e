/** A near miss of a known drug, gene or protein name, with evidence that such a name is meant. */
import type { Dataset, Stem } from "../../dataset/dataset";
import { isDrug, kindNamed } from "../../dataset/nameKinds";
import { isDrugKind, isProteinKind } from "../../dataset/records";
import { type Near, spellingOf } from "../../dataset/spelling";
import type { UnknownWord } from "../../note/words";
import { kindWord } from "../cards/words";
import { isEnzymeOf, isKnown, isSystematic } from "../chemical";
import { MOST_OFTEN, misspeltSymbol } from "../misspeltSymbol";
import { isVariant } from "../variants";
import { withCase } from "../written";
import type { Verdict } from "./finding";

/** Lengths from which one edit, two likely ones and any two count as near. */
const ONE_EDIT = 6;
const TWO_LIKELY_EDITS = 8;
const TWO_EDITS = 9;
/** How many names are proposed. */
const MOST = 3;

/**
 * Near means one edit from six letters on, two from nine, the first letter equal; another ending makes another word.
 * Symbols of capitals and digits have limits of their own (`misspeltSymbol.ts`). The less the words around a word speak for
 * such a name, the likelier the slip and the better known the name must be; two edits ask for a stem or for words beside it,
 * unless both are likely and the name is a well-known drug's.
 * @returns nothing when the word is not near, or too little speaks for such a name being meant
 */
export function misspelledName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (word.misspelt !== undefined) return verdict(dataset, word, word.misspelt, [dataset.preferredName(word.misspelt)]);
  if (word.readAs !== undefined) {
    const entity = dataset.lexicon.entity(dataset.lexicon.lookUp(word.readAs)[0]!);
    // of an l for a 1 in the symbol of a gene that few speak of, the words around it must speak: CLPl is a clearance
    const isSure = !L_FOR_ONE.test(word.text) || dataset.hasRecord(entity) || word.gene;
    return isSure ? verdict(dataset, word, entity, [word.readAs]) : undefined;
  }
  const symbols = word.isSymbol ? misspeltSymbol(dataset, word) : [];
  const found = symbols.length > 0 ? ofNear(dataset, word, symbols) : (misspeltWord(dataset, word) ?? misspeltPart(dataset, word));
  if (!found || isCutOff(word, found.replacements[0]!) || word.endsName) return undefined;
  return symbols.length === 0 && isSystematic(dataset, word) ? undefined : found;
}

const L_FOR_ONE = /^[A-Z\d]*l[A-Z\d]*$/;

/** Whether a word is the beginning of what may be meant, and a sign says that it goes on: "trastuzuma*", as searches have it. */
const isCutOff = ({ text, after }: UnknownWord, meant: string): boolean => meant.startsWith(text) && /^(?:\*|~|…|\.\.)/.test(after);

function misspeltWord(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  if (length < ONE_EDIT || isEnzymeOf(dataset, word.text) || isStemAlone(dataset, word.text)) return undefined;
  // of what has a number there are no several: "cadherine-6"
  const isOne = () => /^-\d/.test(word.after) && !word.text.endsWith("s");
  const meant = (text: string, most: number) =>
    spellingOf(dataset)
      .nearest(text, most)
      .filter((near) => isMeant(dataset, word, near) && !(/[a-z]s$/.test(near.text) && isOne()));
  const joined = writtenOn(dataset, word) ?? writtenAsOne(dataset, word);
  if (joined) return joined;
  // a known name with its number or subunit, or several: DNaseI, TFIIICalpha, snRNPs
  const [added] = ADDED.exec(word.text) ?? [];
  if (added && isKnown(dataset, word.text.slice(0, -added.length))) return undefined;
  const near = meant(word.text, length >= TWO_LIKELY_EDITS ? 2 : 1);
  const other = withOtherFirst(dataset, word);
  const all =
    other.length > 0 ? [...other, ...near].sort((a, b) => a.distance - b.distance || a.cost - b.cost) : ofSpokenKind(dataset, word, near);
  if (all.length > 0) return ofNear(dataset, word, all);
  if (!/[a-z]s$/.test(word.text) || length === ONE_EDIT || dataset.lexicon.isWord(word.text.slice(0, -1))) return undefined;
  const singular = meant(word.text.slice(0, -1), 1);
  return singular.length > 0
    ? ofNear(
        dataset,
        word,
        singular.map((other) => ({ ...other, text: other.text.endsWith("x") ? other.text : `${other.text}s` })),
      )
    : undefined;
}

const ADDED = /(?:(?<=[a-z])I|(?<=[A-Z])(?:s|alpha|beta|gamma|delta|epsilon|zeta))$/;

/** A word that is written on at the name of a drug, whose space was missed: "bevacizumaband". */
const WRITTEN_ON = /^(?:(and|plus|with|than)([a-z]{8,})|([a-z]{8,}?)(and|plus|with|versus))$/i;

/** The verdict on a drug's name and a small word that were written as one. */
function writtenOn(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const [, before, behind, front, after] = WRITTEN_ON.exec(word.text) ?? [];
  const text = behind ?? front;
  const name = text && dataset.lexicon.lookUp(text).find((one) => dataset.lexicon.type(one) === "inn" && isDrug(dataset, one));
  if (!name || !word.drug) return undefined;
  return verdict(
    dataset,
    word,
    dataset.lexicon.entity(name),
    [before ? `${before} ${text}` : `${text} ${after}`],
    dataset.lexicon.name(name),
  );
}

/** The verdict on the two words of a drug's name, or the names of two drugs, that were written as one: "trastuzumabderuxtecan". */
function writtenAsOne(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (!word.stem) return undefined;
  const drugNamed = (text: string) => dataset.lexicon.lookUp(text).find((one) => isDrug(dataset, one));
  for (let at = SHORTEST_PART; at <= word.text.length - SHORTEST_PART; at++) {
    const [front, rest] = [word.text.slice(0, at), word.text.slice(at)];
    const parted = `${front} ${rest}`;
    const both = at >= ONE_EDIT && rest.length >= ONE_EDIT ? drugNamed(front) : undefined;
    const name = drugNamed(parted) ?? (both && drugNamed(rest));
    if (name) return verdict(dataset, word, dataset.lexicon.entity(name), [parted], dataset.lexicon.name(name));
  }
  return undefined;
}
const SHORTEST_PART = 4;

/** Names in order, but first those of the kind that the words beside the word speak of, where they speak of one: "asprin 100 mg" is no asporin. */
function ofSpokenKind(dataset: Dataset, word: UnknownWord, near: readonly Near[]): readonly Near[] {
  if (near.length < 2) return near;
  const { drug, gene } = word;
  if ((drug === "beside") === (gene === "beside" || gene === "named")) return near;
  const isSpokenOf = ({ name }: Near) => isDrug(dataset, name) === (drug === "beside") && dataset.lexicon.type(name) !== "brand";
  return [...near.filter(isSpokenOf), ...near.filter((one) => !isSpokenOf(one))];
}

/** The greatest cost of a slip in the first letter: a likely one, such as one left out, or any in a name that is known well. */
const FIRST_LETTER = 3;

/**
 * The drugs that a slip in the first letter leads to, which names are not looked for by: "embrolizumab", "lmatinib". Where no ending
 * speaks for one, but words beside it, the slip must be a likely one, the name well known and long: "silengitide".
 */
function withOtherFirst(dataset: Dataset, word: UnknownWord): Near[] {
  const hasEnding = word.stem?.[2] === true;
  if (!hasEnding && word.text.length < TWO_EDITS) return [];
  const near = spellingOf(dataset)
    .nearest(word.text, 1, "symbol")
    .filter(
      ({ name, cost }) =>
        isDrug(dataset, name) && (hasEnding ? cost <= FIRST_LETTER : cost <= TWO_LIKELY && dataset.lexicon.type(name) === "inn"),
    );
  // asked last: of what nothing is near, nobody need look around again
  return hasEnding || near.length === 0 || word.drug === "beside" ? near : [];
}

/** Whether a word is the ending of drugs' names, which their class is called by: the platins. */
const isStemAlone = ({ stems }: Dataset, text: string): boolean => {
  const low = text.toLowerCase();
  return stems.some(([ending]) => low === ending || low === `${ending}s`);
};

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
/**
 * The greatest cost of two slips in an INN where nothing speaks for a drug, or the word is short: two likely ones, in a name that
 * is known well. Of 860,000 words of abstracts, definitions and manuals, none that is no slip is that near to an INN, and of
 * 16,500 names of drugs 7 to that of another (prednisone, prednisolone); where the limit is two bits higher, 58 are.
 */
const TWO_LIKELY = 1;

/**
 * The greatest cost of two edits that are one slip of a hand or an ear, and are judged as one: the letters of a syllable in another
 * order, ph for f, a syllable written once for two. Fewer words are that near to a name than by any one edit.
 */
const ONE_SLIP = 4;

function isMeant(dataset: Dataset, word: UnknownWord, { name, text, distance, cost, slip }: Near): boolean {
  const low = word.text.toLowerCase();
  const isOfDrug = isDrug(dataset, name);
  const evidence = isOfDrug ? word.drug : word.gene;
  const isBeside = evidence === "beside" || evidence === "named";
  if (dataset.lexicon.type(name) === "brand" && slip > LAST_LETTER && low.slice(0, -1) === text.slice(0, -1).toLowerCase()) return false;
  if (distance === 1 && word.otherName?.entity === dataset.lexicon.entity(name)) return !isVariant(low, text.toLowerCase());
  if (isNational(dataset, name) || (isOfDrug && (word.isAmongBrands || (word.isBrandLike && isMinor(dataset, name))))) return false;
  if (!isOfDrug && isBrandOfOther(dataset, word)) return false;
  // a name that needs a gene's company to be read needs it where it is misspelt
  if (dataset.lexicon.context(name) === "gene" && !isBeside) return false;
  if (!low.includes("-") && isCompound(dataset, text)) return false;
  if (COINED.test(word.text) && !COINED.test(text)) return false;
  // a symbol and one letter more, as genes of mice are named: Siglech, SiglecH
  if (
    !isOfDrug &&
    /^[A-Z][a-z]+[A-Z]?$/.test(word.text) &&
    /^[A-Z]{2}/.test(text) &&
    low.slice(0, -1) === text.toLowerCase().replace(/s$/, "")
  )
    return false;
  // whatever speaks for a name, such an ending makes another thing of it: Accutase
  if (isOfDrug && !text.toLowerCase().startsWith(low) && isClipped(dataset, low)) return false;
  if (isOfDrug && ((CALLED_BY_ENDING.test(low) && !CALLED_BY_ENDING.test(text)) || CELLS_OF.test(word.after))) return false;
  // which of two mirror images is meant: L-idonate
  if (/^[dl]-/.test(low) && !text.toLowerCase().startsWith(low.slice(0, 2))) return false;
  // a participle: adenylated
  if (low === `${text.toLowerCase()}d` && low.endsWith("ated")) return false;
  if (SAID_OF_THINGS.test(low) && !SAID_OF_THINGS.test(text)) return false;
  if (isNounInTion(dataset, low)) return false;
  if (!isOfDrug && !isBeside && LATIN.test(low) && !LATIN.test(text)) return false;
  if ((distance > 1 || !isBeside) && isOtherWord(low, text.toLowerCase(), distance)) return false;
  if (distance > 1) {
    // two slips do not make an ending that many words have from that of another class: sarkomycin and sarcolysin
    if (word.stem && !word.stem[2] && !text.toLowerCase().endsWith(word.stem[0])) return false;
    const isSpokenFor = word.stem ? hasLongHead(word.text, word.stem) && (word.stem[2] || isBeside) : isBeside;
    const isLong = low.length >= TWO_EDITS;
    if (isLong && isSpokenFor && cost <= TWO_SLIPS) return true;
    if (isOfDrug && dataset.lexicon.type(name) === "inn" && (isLong || isBeside) && cost <= TWO_LIKELY) return true;
    if (!isLong || slip > ONE_SLIP) return false;
  }
  if (dataset.lexicon.type(name) === "brand" && (word.isSymbol || !isBeside)) return false;
  if (isBeside || (isOfDrug && word.stem?.[2])) return true;
  if ((word.isProper && low.length < TWO_EDITS) || (word.count > MOST_OFTEN && !evidence)) return false;
  const gain = evidence === "sentence" ? SENTENCE : word.isAlone ? -ALONE : 0;
  return cost <= WORD_LIMIT + LETTER * (low.length - 7) + gain;
}

/**
 * Whether a brand is one of a drug without a record. Of these the lists have the brands of some countries only, and another country's is
 * often a letter off (Ciproxin and Ciproxine, Catapresan and Catapressan), so that no near miss of one tells a slip.
 */
const isNational = (dataset: Dataset, name: number): boolean => dataset.lexicon.type(name) === "brand" && isMinor(dataset, name);

/** Greatest cost of another last letter, in bits, that may be a slip, a likely one: one country's brand ends otherwise than another's (Indocin, Indocid), and few slip in a last letter. */
const LAST_LETTER = 3;

/** Whether a word with a capital opens the brackets behind a drug, where its brands stand: "streptonigrin (Nigrin)". */
function isBrandOfOther(dataset: Dataset, { text, before }: UnknownWord): boolean {
  const other = before.endsWith(" (") && /^[A-Z][a-z]+$/.test(text) ? before.split(" ").at(-2) : undefined;
  return other !== undefined && dataset.lexicon.lookUp(other).some((name) => isDrug(dataset, name));
}

const isMinor = (dataset: Dataset, name: number): boolean => !dataset.hasRecord(dataset.lexicon.entity(name));

/** Whether a word is the beginning of a drug's name whose rest is long enough to be left out on purpose: chlorphen. */
const isClipped = ({ lexicon }: Dataset, low: string): boolean =>
  lexicon.complete(low, 8).some((name) => {
    const text = lexicon.name(name).toLowerCase();
    return lexicon.type(name) === "inn" && text.startsWith(low) && text.length >= low.length + LEAST_CLIPPED;
  });
const LEAST_CLIPPED = 4;

/** Capitals inside a word: products, companies and trials are called so (ThermoDox, HARMONi), hardly any substance or protein. */
const COINED = /[a-z][A-Z][a-z]|[A-Z]{3}[a-z]$/;

/** What ends so is an enzyme, or all there is of something, and no slip in the name of a drug that is neither: accutase is not Accutane, nor is a methylome a drug. */
const CALLED_BY_ENDING = /(?:(?:as|om|crin|okin)es?|grams?)$/i;
/** So end adjectives, diseases and processes, which hardly any name ends like: no slip makes an n into a c (lymphotoxic, desmoplasia, lamellipodia). */
const SAID_OF_THINGS = /(?:i[ac]|is[mt]s?|oids?|omas?)$/i;
/** So end words of Latin in anatomy and the names of beings: gyrus cinguli, theca folliculi, Clathrina fibrillaris. */
const LATIN = /(?:[^aeou]i|is|us|um|ens|ae|[ao]rum)$/i;
/** Whether a word is one of English with a slip in its -tion, which makes it look like a protein in -tin: secretoin, relatin. */
function isNounInTion({ lexicon }: Dataset, low: string): boolean {
  const meant = low.replace(/t(?:[io]|[io]i|i[a-z])n(s?)$/, "tion$1");
  return meant !== low && lexicon.isWord(meant);
}
/** Cells are called after whoever found them, or by their tissue, whatever is said beside them: "activated Kupffer cells". */
const CELLS_OF = /^\s(?:stem )?cells?\b/;

/** Whether a stem leaves enough of a word that two edits in it do not make another drug of the same stem. */
const hasLongHead = (text: string, [ending]: Stem): boolean => text.length - ending.length >= ONE_EDIT;

/** Endings that make words of their own: another one is no slip (vasopressor and vasopressin, chelation and chelator). */
const ENDING = /(?:ine?|ide?|[ai]te|[ao]ses?|one|ic|al|an|ol|yl|[ae]ne|ia|ium|ous|i?on|ive|[ae]nt|[eo]r|is[tm]|oid|oma)s?$/;

/** Whether what is left of a word is an ending, or the e of one that is shared otherwise: morphinone and morphine, curcumene and curcumin. */
const isEnding = (rest: string): boolean => rest === "e" || ENDING.exec(rest)?.[0] === rest;

/** Endings that two spellings have and no two meanings: "fulvestrent" and "recepter" are slips. */
const ONE_ENDING = /^(?:[ae]nts?[ae]nts?|[eo]rs?[eo]rs?)$/;

/** Whether two words differ in their endings alone. A final e that is left out is a slip. */
function isOtherWord(word: string, name: string, distance: number): boolean {
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

/** A name must have more characters than this beyond the mended word: a space and a letter tell nothing ("manumycin A" is no Magnamycin A). */
const LEAST_REST = 2;
/** Least length of a word that the rest of a name stands beside: "zoledronic accid". */
const SHORTEST_BESIDE = 5;

/** The verdict on a word that, once mended, makes a name with the words around it: "vascular endotelial growth factor". */
function misspeltPart(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  if (length < SHORTEST_BESIDE || word.isSymbol) return undefined;
  // a hyphen and a letter tell which product it is: sipuleucel-T
  const isLettered = length >= TWO_EDITS && /^-[A-Z](?![\w-])/.test(word.after);
  for (const { text, distance } of spellingOf(dataset).nearest(word.text, length >= TWO_EDITS ? 2 : 1, "part")) {
    const low = text.toLowerCase();
    if (isOtherWord(word.text.toLowerCase(), low, distance)) continue;
    const start = word.before.length;
    const end = start + low.length;
    const name = dataset.lexicon
      .find(word.before + low + word.after)
      .find(
        (match) =>
          !match.pointer &&
          match.start <= start &&
          end <= match.end &&
          match.end - match.start > low.length + (isLettered ? 1 : LEAST_REST),
      );
    const kind = name && kindNamed(dataset, name.names[0]!);
    if (kind && (isDrugKind(kind) ? !isVariant(word.text.toLowerCase(), low) : isProteinKind(kind)))
      return verdict(dataset, word, dataset.lexicon.entity(name.names[0]!), [low], dataset.lexicon.name(name.names[0]!));
  }
  return undefined;
}

function ofNear(dataset: Dataset, word: UnknownWord, near: readonly Near[]): Verdict {
  return verdict(
    dataset,
    word,
    dataset.lexicon.entity(near[0]!.name),
    near.map(({ name, text }) => {
      // a form of another language, or an old national name, is not what to write: dexametasone; unless it shows that it is meant: methamphetamine
      const preferred = dataset.preferredName(dataset.lexicon.entity(name));
      const isForm =
        dataset.lexicon.type(name) === "synonym" &&
        text.length - preferred.length < TWO_LETTERS &&
        isVariant(text.toLowerCase(), preferred.toLowerCase());
      const meant = isForm ? preferred : text;
      return dataset.lexicon.letterCase(name) === "insensitive" && CAPITALISED.test(meant) ? meant.toLowerCase() : meant;
    }),
  );
}
/** By so many letters a form is longer than the INN where its author means it: nobody slips twice into it. */
const TWO_LETTERS = 2;

/** A name in words with the capital that registers begin names with: "Prothrombin". */
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/** @param meant names that may be meant, the likeliest first; `whole` is the name that the first is a word of, or has in it */
function verdict(dataset: Dataset, word: UnknownWord, entity: number, meant: readonly string[], whole = meant[0]!): Verdict {
  const first = meant[0] === whole ? `the ${kindWord(dataset.kind(entity))} ${whole}` : meant[0]!;
  const context = first.includes(whole) ? "" : `, as in ${whole}`;
  return {
    rule: "misspelled-name",
    message: `“${word.text}” is not a known name: did you mean ${first}${context}?`,
    replacements: [...new Set(meant.map((text) => withCase(text, word.text)))].slice(0, MOST),
    // an INN of its own, newer than the lists, may be that near to one that few speak of: pirotinib and pyrotinib are both drugs
    maybeNew: word.misspelt === undefined && word.stem?.[2] === true && !dataset.hasRecord(entity),
    entity,
  };
}
