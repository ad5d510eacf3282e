/** A near miss of a known drug, gene or protein name, with evidence that such a name is meant. */
import type { Dataset } from "../../dataset/dataset";
import { drugNamed, isDrug, isOnRecord, kindNamed, preferredFor } from "../../dataset/nameKinds";
import { isConcept, isDrugKind, isProteinKind } from "../../dataset/records";
import { type Near, spellingOf } from "../../dataset/spelling";
import type { UnknownWord } from "../../note/unknownWord";
import { kindWord } from "../cards/words";
import { isEnzymeOf, isKnown, isSystematic } from "../chemical";
import { isSpokenFor } from "../company";
import { isMeant, isOtherWord, ONE_EDIT, TWO_EDITS, TWO_LIKELY } from "../meantName";
import { MOST_OFTEN, misspeltSymbol } from "../misspeltSymbol";
import { isFormOf, isVariant } from "../variants";
import { withCase } from "../written";
import type { Verdict } from "./finding";

/** Length from which two likely edits count as near. */
const TWO_LIKELY_EDITS = 8;
/** How many names are proposed. */
const MOST = 3;

/**
 * Near means one edit from six letters on, two from nine, the first letter equal; another ending makes another word.
 * Symbols of capitals and digits have limits of their own (`misspeltSymbol.ts`); which near names count is in `meantName.ts`. The less the words around a word speak for
 * such a name, the likelier the slip and the better known the name must be; two edits ask for a stem or for words beside it,
 * unless both are likely and the name is a well-known drug's.
 * @returns nothing when the word is not near, or too little speaks for such a name being meant
 */
export function misspelledName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (word.misspelt !== undefined) return verdict(dataset, word, word.misspelt, [dataset.preferredName(word.misspelt)]);
  if (word.readAs !== undefined) {
    const entity = dataset.lexicon.entity(dataset.lexicon.lookUp(word.readAs)[0]!);
    if (word.mayBeMeant) return isMeantSwapped(dataset, word, entity) ? verdict(dataset, word, entity, [word.readAs]) : undefined;
    // of an l for a 1 in the symbol of a gene that few speak of, the words around it must speak: CLPl is a clearance
    const isSure = !L_FOR_ONE.test(word.text) || dataset.hasRecord(entity) || word.gene;
    return isSure ? verdict(dataset, word, entity, [word.readAs]) : undefined;
  }
  const symbols = word.isSymbol ? misspeltSymbol(dataset, word) : [];
  const found = symbols.length > 0 ? ofNear(dataset, word, symbols) : (mended(dataset, word) ?? misspeltPart(dataset, word));
  if (!found || isCutOff(word, found.replacements[0]!) || word.endsName) return undefined;
  return symbols.length === 0 && isSystematic(dataset, word) ? undefined : found;
}

/**
 * Whether a symbol is that of a target with two letters swapped. One that is no name by itself, but for its hyphen or slash, may be so
 * wherever a gene is spoken of: CTAL-4 blockade. What is written again and again, or also by another of its names (the lysyl-tRNA synthetase KARS), is meant as it stands.
 */
function isMeantSwapped(dataset: Dataset, word: UnknownWord, target: number): boolean {
  if (word.isCalledOther || word.isDefined || word.count > MOST_OFTEN) return false;
  if (/\W/.test(word.text) && word.isGeneBeside) return true;
  return isSpokenFor(dataset, word, target) && !isNamedOtherwise(dataset, word);
}

/**
 * Whether the sentence names what a word may stand for as it is written, what was KARS being KARS1 now, or beside it another that is
 * called so but for its first letter (GARS, HARS, KARS).
 */
function isNamedOtherwise(dataset: Dataset, word: UnknownWord): boolean {
  const { lexicon } = dataset;
  const { text } = word;
  const alike = `(?!${text})[A-Z]${text.slice(1)}`;
  const besides = new RegExp(`(?<![\\w-])${alike}${AND}$|^${AND}${alike}(?![\\w-])`);
  if (/^[A-Z]{4,}$/.test(text) && (besides.test(word.before) || besides.test(word.after))) return true;
  const own = new Set([text, `${text}1`].flatMap((name) => lexicon.lookUp(name)).map((name) => lexicon.entity(name)));
  return word.company.some(({ names }) => own.has(lexicon.entity(names[0]!)));
}
const AND = "(?:, |/| and | or )";

const L_FOR_ONE = /^[A-Z\d]*l[A-Z\d]*$/;

/** Whether a word is the beginning of what may be meant, and a sign says that it goes on: "trastuzuma*", as searches have it. */
const isCutOff = ({ text, after }: UnknownWord, meant: string): boolean => meant.startsWith(text) && /^(?:\*|~|…|\.\.)/.test(after);

/** The verdict on a word by itself, unless the next word makes a drug's name with another: "sacetuzumab tirumotecan" is no dacetuzumab. */
function mended(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const found = misspeltWord(dataset, word);
  const [next] = (found && /^ [a-z]{6,}/.exec(word.after)) ?? [];
  const part = next ? misspeltPart(dataset, word) : undefined;
  return part && drugNamed(dataset, part.replacements[0] + next!) !== undefined ? part : found;
}

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
  // a known name with its number, letter or subunit, its long or short form, or several: DNaseI, GranzymeB, TFIIICalpha, cFLIPL, snRNPs
  const [added] = ADDED.exec(word.text) ?? [];
  if (added && isKnown(dataset, word.text.slice(0, -added.length))) return undefined;
  const near = meant(word.text, length >= TWO_LIKELY_EDITS || isLikeBrand(word) ? 2 : 1);
  const other = withOtherFirst(dataset, word);
  const all =
    other.length > 0 ? [...other, ...near].sort((a, b) => a.distance - b.distance || a.cost - b.cost) : ofSpokenKind(dataset, word, near);
  // among names that are all new to us, one that is near to what few speak of is none either
  const isNewToo = (name: number) => !isOnRecord(dataset, name) && !isConcept(kindNamed(dataset, name));
  if (all.length > 0 && isNewToo(all[0]!.name) && !word.stem?.[2] && word.isAmongUnknown) return undefined;
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

/** Whether a short word may be a brand in which letters were swapped: "Opvido 240 mg". */
const isLikeBrand = (word: UnknownWord): boolean => /^[A-Z][a-z]{5,6}$/.test(word.text) && word.drug === "beside";

const ADDED = /(?:(?<=[a-z])[A-Z]|(?<=[a-z][A-Z]{2,6})[LS]|(?<=[A-Z])(?:s|alpha|beta|gamma|delta|epsilon|zeta))$/;

/** A word that is written on at the name of a drug, whose space was missed: "bevacizumaband". */
const WRITTEN_ON = /^(?:(and|plus|with|than)([a-z]{8,})|([a-z]{8,}?)(and|plus|with|versus))$/i;

/** The verdict on a drug's name and a small word that were written as one. */
function writtenOn(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const [, before, behind, front, after] = WRITTEN_ON.exec(word.text) ?? [];
  const text = behind ?? front;
  const name = text && dataset.lexicon.lookUp(text).find((one) => dataset.lexicon.type(one) === "inn" && isDrug(dataset, one));
  // products are called so: Magnesiumplus
  if (!name || (after?.toLowerCase() === "plus" && !word.drug)) return undefined;
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
  for (let at = SHORTEST_PART; at <= word.text.length - SHORTEST_PART; at++) {
    const [front, rest] = [word.text.slice(0, at), word.text.slice(at)];
    const parted = `${front} ${rest}`;
    const both = at >= ONE_EDIT && rest.length >= ONE_EDIT ? drugNamed(dataset, front) : undefined;
    const name = drugNamed(dataset, parted) ?? (both && drugNamed(dataset, rest));
    if (name) return verdict(dataset, word, dataset.lexicon.entity(name), [parted], dataset.lexicon.name(name));
  }
  return undefined;
}
const SHORTEST_PART = 4;

/** Names in order, but first those of the kind that the words beside the word speak of, where they speak of one: "asprin 100 mg" is no asporin. */
function ofSpokenKind(dataset: Dataset, word: UnknownWord, near: readonly Near[]): readonly Near[] {
  if (near.length < 2) return near;
  const isOfDrugs = word.drug === "beside";
  if (isOfDrugs === word.isGeneBeside) return near;
  const isSpokenOf = ({ name }: Near) => isDrug(dataset, name) === isOfDrugs;
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
  return stems.some(([ending]) => low.startsWith(ending) && (low.length === ending.length || low === `${ending}s`));
};

/** A name must have more characters than this beyond the mended word: a space and a letter tell nothing ("manumycin A" is no Magnamycin A). */
const LEAST_REST = 2;
const JOINED_BEGINNING = /^(?:anti|non|pre)(?=[a-z]{6})/;
/** Least length of a word that the rest of a name stands beside: "zoledronic accid". */
const SHORTEST_BESIDE = 5;

/** The verdict on a word that, once mended, makes a name with the words around it: "vascular endotelial growth factor". */
function misspeltPart(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  const { length } = word.text;
  if (length < SHORTEST_BESIDE || word.isSymbol) return undefined;
  // a beginning that names join by a hyphen, and many people without one: "premetastatc niche"
  const [front = ""] = JOINED_BEGINNING.exec(word.text.toLowerCase()) ?? [];
  const near = (written: string) => spellingOf(dataset).nearest(written, length >= TWO_EDITS ? 2 : 1, "part");
  const behind = front ? near(word.text.slice(front.length)).map((one) => ({ ...one, text: front + one.text })) : [];
  for (const { text, distance } of [...near(word.text), ...behind]) {
    const low = text.toLowerCase();
    if (isOtherWord(word.text.toLowerCase(), low, distance)) continue;
    // a hyphen and a letter tell which product it is: sipuleucel-T
    const isLettered = length >= TWO_EDITS && /^-[A-Z](?![\w-])/.test(word.after);
    const start = word.before.length;
    const end = start + low.length;
    const name = dataset.lexicon
      .find(word.before + withCase(low, word.text) + word.after)
      .find(
        (match) =>
          !match.pointer &&
          match.start <= start &&
          end <= match.end &&
          match.end - match.start > low.length + (isLettered ? 1 : LEAST_REST),
      );
    const kind = name && kindNamed(dataset, name.names[0]!);
    if (kind && (isDrugKind(kind) ? !isVariant(word.text.toLowerCase(), low) : isProteinKind(kind) || isConcept(kind)))
      return verdict(dataset, word, dataset.lexicon.entity(name.names[0]!), [low], dataset.lexicon.name(name.names[0]!));
  }
  return undefined;
}

/** @param near names that may be meant, the likeliest first; of several for one thing the first is proposed */
function ofNear(dataset: Dataset, word: UnknownWord, near: readonly Near[]): Verdict {
  const ordered = singularFirst(word, near);
  const entities = ordered.map(({ name }) => dataset.lexicon.entity(name));
  const distinct = ordered.filter((_, i) => entities.indexOf(entities[i]!) === i);
  return verdict(
    dataset,
    word,
    entities[0]!,
    distinct.map(({ name, text }) => {
      // a form of another language, or an old national name, is not what to write: dexametasone; unless it shows that it is meant: methamphetamine
      const preferred = preferredFor(dataset, name);
      const isForm =
        dataset.lexicon.type(name) === "synonym" &&
        text.length - preferred.length < TWO_LETTERS &&
        isFormOf(text.toLowerCase(), preferred.toLowerCase());
      // an s in it, the last or the last but one, is that of several drugs: "taxanse", "antimetabolits"
      const isOfSeveral = kindNamed(dataset, name) === "known-class" && /s[a-z]?$/.test(word.text) && !/s[a-z]?$/.test(text);
      const meant = isForm ? preferred : isOfSeveral ? `${text}s` : text;
      return dataset.lexicon.letterCase(name) === "insensitive" && CAPITALISED.test(meant) ? meant.toLowerCase() : meant;
    }),
  );
}

/** Near names, but what is called so in the plural behind the one of it where no s is written: "tubuline" is tubulin, not the family of tubulins. */
function singularFirst({ text }: UnknownWord, near: readonly Near[]): readonly Near[] {
  const plural = near[0]!.text.toLowerCase();
  const one = near.find((other) => `${other.text.toLowerCase()}s` === plural);
  return one && !/s[a-z]?$/.test(text) ? [one, ...near.filter((other) => other !== one)] : near;
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
    message: `“${word.text}” is ${word.mayBeMeant && !/\W/.test(word.text) ? "hardly meant here" : "not a known name"}: did you mean ${first}${context}?`,
    replacements: [...new Set(meant.map((text) => withCase(text, word.text)))].slice(0, MOST),
    // an INN of its own, newer than the lists, may be that near to one that few speak of: pirotinib and pyrotinib are both drugs
    maybeNew: word.misspelt === undefined && word.stem?.[2] === true && !dataset.hasRecord(entity),
    entity,
  };
}
