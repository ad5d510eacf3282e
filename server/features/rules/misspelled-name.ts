/** A near miss of a known drug, gene or protein name, with evidence that such a name is meant. */
import type { Dataset, Stem } from "../../dataset/dataset";
import { isDrug, kindNamed } from "../../dataset/nameKinds";
import { isDrugKind, isProteinKind } from "../../dataset/records";
import { isMistakable } from "../../dataset/slips";
import { type Near, spellingOf } from "../../dataset/spelling";
import type { UnknownWord } from "../../note/words";
import { kindWord } from "../cards/words";
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
 * In symbols of capitals and digits it means one edit, two where the words beside it say that it is one. The less the
 * words around it speak for such a name, the likelier the slip and the better known the name must be; two edits in a
 * word ask for a stem or for words beside it, unless both are likely and the name is a well-known drug's.
 * @returns nothing when the word is not near, or too little speaks for such a name being meant
 */
export function misspelledName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (word.misspelt !== undefined) return verdict(dataset, word, word.misspelt, [dataset.preferredName(word.misspelt)]);
  if (word.readAs !== undefined)
    return verdict(dataset, word, dataset.lexicon.entity(dataset.lexicon.lookUp(word.readAs)[0]!), [word.readAs]);
  const found = (word.isSymbol ? misspeltSymbol(dataset, word) : undefined) ?? misspeltWord(dataset, word) ?? misspeltPart(dataset, word);
  return found && isCutOff(word, found.replacements[0]!) ? undefined : found;
}

/** Whether a word is the beginning of what may be meant, and a sign says that it goes on: "trastuzuma*", as searches have it. */
const isCutOff = ({ text, after }: UnknownWord, meant: string): boolean => meant.startsWith(text) && /^(?:\*|~|…|\.\.)/.test(after);

/**
 * The greatest cost of a slip in a symbol of five characters, by what speaks for a gene; each further character adds one.
 * Where nothing does, the likeliest slip in the best known symbol is just too much. A sentence on genes adds 1.1 bits, words
 * beside it 4.3: by so much more often has such company a gene than another word in capitals (logarithms of the ratios in
 * 1,321 such words of abstracts marked by hand). What is named a gene is one: any slip counts, and two likely ones. What the passage defines is
 * hardly ever a slip, though a definition of genes speaks for one as a sentence does, in part.
 */
const SYMBOL_LIMITS = { named: 6, beside: 1.3, sentence: -1.9, none: -3, defined: -2.5 } as const;
/** Length from which two edits of a symbol count, where its neighbours say that it is one. */
const TWO_IN_SYMBOL = 5;
/** As five, where the first letter is another: it is hardly ever the one that is missed, and tells abbreviations apart (GDAC and HDAC). */
const OTHER_FIRST = 8;
/** What a passage has more often is no slip. */
const MOST_OFTEN = 2;

function misspeltSymbol(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  const spelling = spellingOf(dataset);
  let near = spelling.nearest(word.text, 1, "symbol");
  if ((near.length === 0 && length < TWO_IN_SYMBOL) || word.count > MOST_OFTEN) return undefined;
  const other = near.length > 0 ? word.otherName : undefined;
  const same = other && near.find(({ name }) => dataset.lexicon.entity(name) === other.entity);
  if (same && !isReadFrom(word.text, other.text) && !isOtherThing(dataset, word, same.text)) return ofNear(dataset, word, [same]);
  // what speaks for a gene is asked last: that takes longest
  if (near.length === 0 && word.gene === "named") near = spelling.nearest(word.text, 2, "symbol");
  if (near.length === 0 || word.gene === "against") return undefined;
  const limit = SYMBOL_LIMITS[word.isDefined ? "defined" : (word.gene ?? "none")];
  const isSure = near[0]!.text[0] === word.text[0] || word.gene === "beside" || word.gene === "named";
  const isSlip =
    near[0]!.cost <= limit + length - (isSure ? 5 : OTHER_FIRST) &&
    !isNumbered(word.text, near[0]!.text) &&
    !isOtherThing(dataset, word, near[0]!.text) &&
    !isRoot(dataset, word.text);
  return isSlip ? ofNear(dataset, word, near) : undefined;
}

/** Whether an abbreviation may be one of a name: it begins as that does, and has its letters in their order. */
function isReadFrom(abbreviation: string, name: string): boolean {
  const [short, long] = [abbreviation.toLowerCase(), name.toLowerCase()];
  let found = 0;
  for (const char of long) if (char === short[found]) found++;
  return long[0] === short[0] && found === short.length;
}

/**
 * Whether a would-be symbol is something else: another name in brackets behind a symbol (PADI4 (PAD4)), a chemical, the clone of an
 * antibody, a known symbol with the number of a reference that was raised in print (EGFR12), an abbreviation with a
 * number (MHC1), or the two chains of an integrin (ITGA5B1).
 */
function isOtherThing(dataset: Dataset, { text, before, isCalledOther }: UnknownWord, meant: string): boolean {
  const { lexicon } = dataset;
  if (isCalledOther) return true;
  if (/^ITGA\w+B\d$/.test(text)) return true;
  if (/[A-Z][A-Z0-9-]{2,}\s?\($/.test(before) || /\bclones?\s$/.test(before)) return true;
  // two symbols side by side: the second is the clone of an antibody against the first (MSH6 SP93)
  if (/\d$/.test(text) && /(?<![\w-])[A-Z]{2,}\d+\s$/.test(before)) return true;
  // a receptor by its ligand and number: AT1R, but GF1R for IGF1R
  if (/^[A-Z]{1,2}\d[A-Z]?R$/.test(text) && !meant.endsWith(text.slice(-2))) return true;
  // a position of chemistry: 5-HIAA
  if (/(?<![\w-])\d{1,2}-$/.test(before)) return true;
  if (isNamedAlike(dataset, text, meant)) return true;
  const symbol = /^([A-Z0-9]*[A-Z])\d{1,2}$/.exec(text)?.[1];
  const isCounted = (name: number) => lexicon.type(name) === "symbol" || kindNamed(dataset, name) === "known-abbreviation";
  return symbol !== undefined && lexicon.lookUp(symbol).some((name) => isCounted(name) && lexicon.context(name) === "none");
}

/** Whether another member of the family is called so: PP6R1 is PPP6R1 as PP6R3 is PPP6R3. */
const isNamedAlike = (dataset: Dataset, text: string, meant: string): boolean =>
  /\d$/.test(text) &&
  [..."123456789"].some((digit) =>
    dataset.lexicon
      .lookUp(text.slice(0, -1) + digit)
      .some((name) => dataset.preferredName(dataset.lexicon.entity(name)) === meant.slice(0, -1) + digit),
  );

/**
 * Whether a number stands in another's place, as genes of rats are numbered (CYP2B1), or in a letter's that is neither beside it on
 * the keyboard, nor looks alike, nor was swapped with it: P1NP is no PRNP.
 */
const isNumbered = (text: string, meant: string): boolean =>
  text.length === meant.length &&
  [...text].some((typed, i) => {
    const isSwapped = [i - 1, i + 1].some((other) => typed === meant[other] && text[other] === meant[i]);
    if (!/\d/.test(typed) || typed === meant[i] || isSwapped) return false;
    return /\d/.test(meant[i]!) || !isMistakable(typed.charCodeAt(0), meant.toLowerCase().charCodeAt(i));
  });

/** Whether several symbols begin so and go on with a letter or number: `AURK` is the family of AURKA and AURKB. */
function isRoot(dataset: Dataset, text: string): boolean {
  const { lexicon } = dataset;
  return (
    lexicon.complete(text, 8).filter((name) => lexicon.type(name) === "symbol" && lexicon.name(name).length <= text.length + 2).length > 1
  );
}

function misspeltWord(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  if (length < ONE_EDIT || isEnzymeOf(dataset, word.text)) return undefined;
  const meant = (text: string, most: number) =>
    spellingOf(dataset)
      .nearest(text, most)
      .filter((near) => isMeant(dataset, word, near));
  const near = meant(word.text, length >= TWO_LIKELY_EDITS ? 2 : 1);
  if (near.length > 0) return ofNear(dataset, word, ofSpokenKind(dataset, word, near));
  const other = word.stem?.[2] ? withOtherFirst(dataset, word) : [];
  if (other.length > 0) return ofNear(dataset, word, other);
  if (!/[a-z]s$/.test(word.text) || length === ONE_EDIT || dataset.lexicon.isWord(word.text.slice(0, -1))) return undefined;
  const singular = meant(word.text.slice(0, -1), 1);
  return singular.length > 0
    ? ofNear(
        dataset,
        word,
        singular.map((other) => ({ ...other, text: `${other.text}s` })),
      )
    : undefined;
}

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

/** The drugs that a slip in the first letter leads to, which names are not looked for by: "embrolizumab", "lmatinib". */
const withOtherFirst = (dataset: Dataset, { text }: UnknownWord): Near[] =>
  spellingOf(dataset)
    .nearest(text, 1, "symbol")
    .filter(({ name, cost }) => cost <= FIRST_LETTER && isDrug(dataset, name));

/** Whether a word is the name of a substance and -ase, as enzymes are called by what they cleave: heparinase. */
const isEnzymeOf = ({ lexicon }: Dataset, text: string): boolean =>
  text.endsWith("ase") && lexicon.lookUp(text.slice(0, -3)).some((name) => lexicon.letterCase(name) === "insensitive");

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

function isMeant(dataset: Dataset, word: UnknownWord, { name, text, distance, cost }: Near): boolean {
  const low = word.text.toLowerCase();
  const isOfDrug = isDrug(dataset, name);
  const evidence = isOfDrug ? word.drug : word.gene;
  const isBeside = evidence === "beside" || evidence === "named";
  if (distance === 1 && word.otherName?.entity === dataset.lexicon.entity(name)) return !isVariant(low, text.toLowerCase());
  if (!low.includes("-") && isCompound(dataset, text)) return false;
  if (COINED.test(word.text) && !COINED.test(text)) return false;
  // a symbol and one letter more, as genes of mice are named: Siglech
  if (!isOfDrug && /^[A-Z][a-z]+$/.test(word.text) && /^[A-Z]{2}/.test(text) && low.slice(0, -1) === text.toLowerCase().replace(/s$/, ""))
    return false;
  // whatever speaks for a name, such an ending makes another thing of it: Accutase
  if (isOfDrug && !text.toLowerCase().startsWith(low) && isClipped(dataset, low)) return false;
  if (isOfDrug && ((CALLED_BY_ENDING.test(low) && !CALLED_BY_ENDING.test(text)) || CELLS_OF.test(word.after))) return false;
  if (SAID_OF_THINGS.test(low) && !SAID_OF_THINGS.test(text)) return false;
  if ((distance > 1 || !isBeside) && isOtherWord(low, text.toLowerCase(), distance)) return false;
  if (distance > 1) {
    const isSpokenFor = word.stem?.[2] ? hasLongHead(word.text, word.stem) : isBeside;
    const isLong = low.length >= TWO_EDITS;
    if (isLong && isSpokenFor && cost <= TWO_SLIPS) return true;
    return isOfDrug && dataset.lexicon.type(name) === "inn" && (isLong || isBeside) && cost <= TWO_LIKELY;
  }
  if (dataset.lexicon.type(name) === "brand" && (word.isSymbol || !isBeside)) return false;
  if (isBeside || (isOfDrug && word.stem?.[2])) return true;
  if ((word.isProper && low.length < TWO_EDITS) || (word.count > MOST_OFTEN && !evidence)) return false;
  const gain = evidence === "sentence" ? SENTENCE : word.isAlone ? -ALONE : 0;
  return cost <= WORD_LIMIT + LETTER * (low.length - 7) + gain;
}

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
/** Cells are called after whoever found them, or by their tissue, whatever is said beside them: "activated Kupffer cells". */
const CELLS_OF = /^\s(?:stem )?cells?\b/;

/** Whether a stem leaves enough of a word that two edits in it do not make another drug of the same stem. */
const hasLongHead = (text: string, [ending]: Stem): boolean => text.length - ending.length >= ONE_EDIT;

/** Endings that make words of their own: another one is no slip (vasopressor and vasopressin, chelation and chelator). */
const ENDING = /(?:ine?|ide?|[ai]te|[ao]ses?|one|ic|al|an|ol|yl|[ae]ne|ia|ium|ous|i?on|ive|[ae]nt|[eo]r|is[tm]|oid|oma)s?$/;

/** Whether two words differ in their endings alone. A final e that is left out is a slip. */
function isOtherWord(word: string, name: string, distance: number): boolean {
  if (distance > 1) {
    let same = 0;
    while (same < word.length && word[same] === name[same]) same++;
    return Math.max(word.length, name.length) - same <= 2;
  }
  const [one] = ENDING.exec(word) ?? [];
  const [other] = ENDING.exec(name) ?? [];
  if (!one || !other || one === other || `${one}e` === other || one === `${other}e`) return false;
  return word.slice(0, -one.length) === name.slice(0, -other.length);
}

/** A name must have more characters than this beyond the mended word: a space and a letter tell nothing ("manumycin A" is no Magnamycin A). */
const LEAST_REST = 2;

/** The verdict on a word that, once mended, makes a name with the words around it: "vascular endotelial growth factor". */
function misspeltPart(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  if (length < ONE_EDIT || word.isSymbol) return undefined;
  for (const { text, distance } of spellingOf(dataset).nearest(word.text, length >= TWO_EDITS ? 2 : 1, "part")) {
    const low = text.toLowerCase();
    if (isOtherWord(word.text.toLowerCase(), low, distance)) continue;
    const start = word.before.length;
    const end = start + low.length;
    const name = dataset.lexicon
      .find(word.before + low + word.after)
      .find((match) => !match.pointer && match.start <= start && end <= match.end && match.end - match.start > low.length + LEAST_REST);
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

/** @param meant names that may be meant, the likeliest first; `whole` is the name that the first is a word of */
function verdict(dataset: Dataset, word: UnknownWord, entity: number, meant: readonly string[], whole = meant[0]!): Verdict {
  return {
    rule: "misspelled-name",
    message: `“${word.text}” is no known name; the ${kindWord(dataset.kind(entity))} ${whole} is spelled nearly so.`,
    replacements: [...new Set(meant.map((text) => withCase(text, word.text)))].slice(0, MOST),
    entity,
  };
}
