/** Drug names clipped side by side, as people write combinations, "vem + cobi", "dab/tram", or before a dose, "Lenva 8 mg". */
import type { Dataset } from "../dataset/dataset";
import { isDrug, kindNamed } from "../dataset/nameKinds";
import { type Found, LONGEST_CLIPPED } from "../dataset/scan";
import { isApproval } from "../dataset/status";
import { isOtherSpokenOf } from "./homonyms";
import { inside } from "./joined";
import { LETTER } from "./letters";
import { placesOf } from "./search";
import { sentenceAround } from "./sentence";
import { joinedByStart, overlaps, type Span } from "./spans";

const ONE = new RegExp(String.raw`(?<![${LETTER}\d-])([A-Za-z][a-z]{2,5}|[A-Z]{3,6})(?: \d[\d.,]{0,4}(?: ?m?g)?)?\s?$`);
const OTHER = new RegExp(String.raw`^\s?([A-Za-z][a-z]{2,5}|[A-Z]{3,6})(?![${LETTER}\d-])`);
/** How much of the text behind a sign is looked at; before it a dose may stand, and it is twice as much. */
const AROUND = 8;
/** Greatest length of the name of a drug that is combined with others. */
const LONGEST_NAME = 64;
/** By how many letters a name is longer than its clipped form, at least. */
const LEAST_CLIPPED = 3;
/** How many names with the same beginning are looked at. */
const MOST = 300;
/** What stands between a drug and the sign behind it: nothing, or its dose, "Abraxane 125 + gem". */
const AMOUNT = /^®?(?: \d[\d.,]{0,5}(?: ?(?:mg|g)(?:\/(?:kg|m²|m2|d))?)?)? ?$/;
/** Small words that begin a drug's name as well. */
const SMALL_WORD = /^(?:and|car|for|per)$/i;
/** Least length of a clipped name that is hardly anything else, unless English has such a word. */
const CLEAR = 4;

/**
 * The clipped names in a text.
 * @param found names that are found already, in order; what overlaps them is left alone
 * @param hasClipped whether a word that may be one behind a treatment stands in it at all
 * @returns in no order; empty where there are none
 */
export function clippedNames(dataset: Dataset, text: string, found: readonly Found[], hasClipped: boolean): readonly Found[] {
  const pairs = clippedPairs(dataset, text, found);
  const dosed = DOSE.test(text) ? [BEFORE_DOSE, BEHIND_DOSE].flatMap((where) => clippedBeside(dataset, text, found, where)) : NONE;
  const treated = hasClipped ? clippedBeside(dataset, text, found, TREATED) : NONE;
  // most texts have none
  return pairs.length + dosed.length + treated.length > 0 ? [...pairs, ...dosed, ...treated] : NONE;
}
const NONE: readonly never[] = [];

/** A dose, or the concentration of a chemical in a dish. */
const DOSE = /\d ?(?:mg|[uµμ]g|[nuµμ]M\b)/;
const BEFORE_DOSE = new RegExp(
  String.raw`(?<![${LETTER}\d+/-])([A-Za-z][a-z]{2,5}|[A-Z]{4,6})(?= (?:\d ?[×x] ?)?\d{1,4}(?:[.,]\d{1,2})? ?(?:mg|[uµμ]g|[nuµμ]M\b))`,
  "g",
);

/** Behind them most words are no drugs: "5 mg once". */
const BEHIND_DOSE = new RegExp(String.raw`\d ?(?:m?g\/kg|mg|[nuµμ]M) ([a-z]{4,6})(?![${LETTER}\d+/-])`, "g");

/** What is said of treatments alone, before one: "PD on lenva", "resistance to palbo"; not "after dexa scan". */
const TREATED = new RegExp(
  String.raw`\b(?:(?:PD|progress\w*|is|was|were|still|pts?|patients?) on|after|started|stopped|resumed|received|(?:switched|resistan\w+|refractory|respon\w+) to|treated with|plus|vs\.?) ([a-z]{4,6})(?![${LETTER}\d+/-]| scans?\b)`,
  "g",
);

/**
 * Names right before their dose or behind a treatment: a record's abbreviation with a capital ("Bev 10 mg/kg"), or the beginning
 * of one INN, if it has four letters and is no word of English, or if the sentence names what that drug acts on or is given with
 * ("the KRAS G12C cohort got soto 960 mg", "tram 1 nM + dab 10 nM").
 */
function clippedBeside(dataset: Dataset, text: string, found: readonly Found[], pattern: RegExp): Found[] {
  const { lexicon } = dataset;
  const clippedAt = [...text.matchAll(pattern)].flatMap(({ 0: all, 1: clipped, index }) => {
    const end = index + all.length;
    const start = end - clipped!.length;
    const small = clipped!.toLowerCase();
    // most words behind a treatment or a dose are words
    if (pattern !== BEFORE_DOSE && lexicon.isWord(small)) return [];
    if (overlaps({ start, end }, found)) return [];
    const abbreviation = lexicon.lookUp(small).find((name) => lexicon.type(name) === "abbreviation" && kindNamed(dataset, name) === "drug");
    const name = abbreviation ?? onlyOne(begunBy(dataset, small));
    const isSure = abbreviation !== undefined || (name !== undefined && isClear(dataset, small) && isLeading(dataset, small, name));
    const one = { start, end, names: name === undefined ? [] : [name], pointer: false, isSure };
    return name === undefined || isOtherSpokenOf(dataset, text, one, name) ? [] : [one];
  });
  const isSpokenFor = ({ start, end, names: [name] }: Found) => {
    const [from, to] = sentenceAround(text, start, end);
    return [...inside(found, from, to), ...inside(clippedAt, from, to)].some((other) => areRelated(dataset, name!, other.names[0]!));
  };
  return clippedAt.flatMap(({ isSure, ...one }) => (isSure || isSpokenFor(one) ? [one] : []));
}

/**
 * Clipped names are read at a sign beside a drug, or beside each other: where the records of the two speak of each other, in one
 * way alone, since two words that only happen to begin like drugs do not; or where a word of four letters that is none of
 * English begins one INN alone: "lenva + pembro".
 */
function clippedPairs(dataset: Dataset, text: string, found: readonly Found[]): readonly Found[] {
  const hyphens = text.includes("-") ? hyphensBetween(dataset, text) : NONE;
  const plain = placesOf(text, "+/±");
  const signs = hyphens.length > 0 ? [...plain, ...hyphens].sort((a, b) => a - b) : plain;
  if (signs.length === 0) return NONE;
  const pairs: Found[] = [];
  const read = (sign: number): void => {
    const one = ONE.exec(text.slice(Math.max(0, sign - 2 * AROUND), sign));
    const other = OTHER.exec(text.slice(sign + 1, sign + 1 + AROUND));
    // none is given with itself: flox/flox are alleles
    if ((!one && !other) || one?.[1] === other?.[1]) return;
    const [start, end] = [sign - (one?.[0].length ?? 0), sign + 1 + (other?.[0].length ?? 0)];
    const all = [...inside(found, sign - LONGEST_NAME, sign + LONGEST_NAME), ...pairs];
    const begun = (word: string | undefined, start: number, end: number) =>
      word === undefined || overlaps({ start, end }, all) ? [] : begunBy(dataset, word);
    const drug = (isThere: (name: Found) => boolean) =>
      all.filter((name) => isThere(name) && TREATMENT.test(kindNamed(dataset, name.names[0]!))).map(({ names }) => names[0]!);
    const ones = begun(one?.[1], start, sign);
    const others = begun(other?.[1], sign + 1, end);
    const before = ones.length > 0 ? ones : drug(({ end: last }) => last <= sign && AMOUNT.test(text.slice(last, sign)));
    const after = others.length > 0 ? others : drug((name) => sign < name.start && name.start <= sign + 2);
    const [pair, ...further] = before.flatMap((a) => after.flatMap((b) => (areRelated(dataset, a, b) ? [[a, b] as const] : [])));
    const isSure = (names: readonly number[], word: string | undefined) => names.length === 0 || isClear(dataset, word!);
    const isOne = before.length === 1 && after.length === 1 && isSure(ones, one?.[1]) && isSure(others, other?.[1]);
    const [a, b] = (further.length > 0 ? undefined : pair) ?? (isOne ? [before[0]!, after[0]!] : []);
    if (ones.length > 0 && a !== undefined) pairs.push({ start, end: start + one![1]!.length, names: [a], pointer: false });
    if (others.length > 0 && b !== undefined) pairs.push({ start: end - other![1]!.length, end, names: [b], pointer: false });
  };
  for (const sign of signs) read(sign);
  // what is read at one sign speaks for what stands before an earlier one, too: "carbo/pem/pembro"
  if (pairs.length > 0) for (const sign of signs.toReversed()) read(sign);
  return pairs;
}

/** Two words of small letters that a hyphen joins: most such are of English. */
const JOINED = new RegExp(`-(?<=(?<![${LETTER}\\d-])([A-Za-z][a-z]{2,5})-)([a-z]{3,6})(?![${LETTER}\\d-])`, "g");

/** The hyphens between two words of which one is in no list, so that both may be clipped names: "durva-treme", "dabra-tram". */
const hyphensBetween = ({ lexicon }: Dataset, text: string): readonly number[] =>
  Array.from(text.matchAll(JOINED)).flatMap(({ 1: one, 2: other, index }) =>
    lexicon.isWord(one!.toLowerCase()) && lexicon.isWord(other!) ? [] : [index],
  );

const isClear = ({ lexicon }: Dataset, clipped: string): boolean => clipped.length >= CLEAR && !lexicon.isWord(clipped);

/** By how much the rank of a clipped drug must be better than that of any other drug that begins so, so that the other is hardly meant. */
const LEAD = 26;
/** The rank of what stands in registers and is spoken of by nobody. */
const UNHEARD = 104;

/** Whether no drug without a record is clipped so nearly as often, where no partner tells: carbamazepine, voriconazole, semaglutide. */
function isLeading(dataset: Dataset, clipped: string, name: number): boolean {
  const { lexicon } = dataset;
  const shown = lexicon.name(name).toLowerCase();
  const least = Math.min(UNHEARD, lexicon.rank(name) + LEAD);
  return !lexicon.complete(clipped, MOST).some((one) => {
    const isOther = kindNamed(dataset, one) === "known-drug" && lexicon.type(one) === "inn" && lexicon.rank(one) < least;
    // the antibody of a conjugate is no other: patritumab
    return isOther && !shown.startsWith(lexicon.name(one).toLowerCase());
  });
}

const onlyOne = (names: readonly number[]): number | undefined => (names.length === 1 ? names[0] : undefined);

/** A word that may be clipped, in small letters or with a capital. */
const CLIP = /^[A-Za-z][a-z]{3,5}$/;

/**
 * The words in no list that begin one INN alone: clipped names, if the note has that drug in full: "durva after cCRT".
 * @param unknown starts and ends of words, by turns
 */
export function clippedElsewhere(dataset: Dataset, text: string, unknown: readonly number[]): Found[] {
  const clipped: Found[] = [];
  for (let i = 0; i < unknown.length; i += 2) {
    const [start, end] = [unknown[i]!, unknown[i + 1]!];
    if (end - start > LONGEST_CLIPPED || !CLIP.test(text.slice(start, end)) || /[-\d]/.test((text[start - 1] ?? "") + (text[end] ?? "")))
      continue;
    const name = onlyOne(begunBy(dataset, text.slice(start, end)));
    if (name !== undefined) clipped.push({ start, end, names: [name], pointer: false });
  }
  return clipped;
}

/** Whether any INN begins so: a word that was declared to be a drug is then a clipped one, though it may be that of several. */
export function beginsDrug({ lexicon }: Dataset, word: string): boolean {
  if (!/^[A-Za-z]{3,6}$/.test(word)) return false;
  return lexicon
    .complete(word, MOST)
    .some((name) => lexicon.type(name) === "inn" && lexicon.name(name).length >= word.length + LEAST_CLIPPED);
}

/** A comma, or a word that joins the last item of a list, or two that are given together or compared; the longest. */
const LISTED = /^(?:, ?|,? (?:and|or|&|plus|with|vs\.?|versus) )$/;
const LONGEST_LISTED = 9;

/**
 * Clipped names in a list of which a drug is the item before or after, or another of them that is: "atezo, durva, envafolimab".
 * @param clipped what {@link clippedElsewhere} found, without what is read already
 * @param meant the names that are read, in order
 * @returns those of `clipped` that are meant so; empty where no drug begins or ends a list of them
 */
export function listedWithDrugs(
  dataset: Dataset,
  text: string,
  clipped: readonly Found[],
  meant: readonly (Span & Pick<Found, "names">)[],
): ReadonlySet<Found> {
  const isJoined = (left: Span, right: Span) =>
    left.end < right.start && right.start - left.end <= LONGEST_LISTED && LISTED.test(text.slice(left.end, right.start));
  const drugs = meant.filter(({ names }) => isDrug(dataset, names[0]!));
  const known = new Set<Span>(drugs);
  const items = joinedByStart<Span>(drugs, clipped);
  for (let i = 1; i < items.length; i++) if (known.has(items[i - 1]!) && isJoined(items[i - 1]!, items[i]!)) known.add(items[i]!);
  for (let i = items.length - 1; i > 0; i--) if (known.has(items[i]!) && isJoined(items[i - 1]!, items[i]!)) known.add(items[i - 1]!);
  return new Set(clipped.filter((one) => known.has(one)));
}

/** What a clipped drug is given with: another drug, a regimen, a treatment ("ADT + enza"). */
const TREATMENT = /^(?:drug|regimen|strategy)$/;

/**
 * The INNs that begin so, one of each record; those of one word where there are any: who clips "cetuximab" means no conjugate of it;
 * and of four letters and more the one that could ever be prescribed: "enza" is enzalutamide, not enzastaurin, which failed.
 */
function begunBy(dataset: Dataset, clipped: string): number[] {
  const { lexicon } = dataset;
  if (SMALL_WORD.test(clipped)) return [];
  const names = lexicon.complete(clipped, MOST).filter((one) => {
    const isInn = lexicon.type(one) === "inn" || lexicon.type(one) === "preferred";
    return isInn && kindNamed(dataset, one) === "drug" && lexicon.name(one).length >= clipped.length + LEAST_CLIPPED;
  });
  const single = names.filter((one) => !lexicon.name(one).includes(" "));
  const kept = single.length > 0 ? single : names;
  const drugs = kept.filter((one, i) => kept.findIndex((other) => lexicon.entity(other) === lexicon.entity(one)) === i);
  if (drugs.length < 2 || clipped.length < CLEAR) return drugs;
  const couldBeGiven = drugs.filter((one) => wasApproved(dataset, one));
  return couldBeGiven.length === 1 ? couldBeGiven : drugs;
}

/** Whether an agency ever approved a drug: what nobody could prescribe, nobody clips in a clinic. */
function wasApproved(dataset: Dataset, name: number): boolean {
  const record = dataset.record(dataset.lexicon.entity(name));
  return record?.kind === "drug" && record.regulatory.events.some(isApproval);
}

function areRelated(dataset: Dataset, one: number, other: number): boolean {
  const [a, b] = [dataset.lexicon.entity(one), dataset.lexicon.entity(other)];
  return a !== b && (dataset.related(a).has(b) || dataset.related(b).has(a));
}
