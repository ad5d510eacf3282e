/** What the names and codes around a name tell: it is a residue, one of the labels or cell lines that are listed there, or explains the name before it. */
import type { Dataset } from "../dataset/dataset";
import { isProtein, kindNamed } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { AROUND } from "./spans";

/**
 * Whether a letter with a number is a residue of the protein named right before it ("STMN1 S16/S38"), or one of the labels that a
 * text counts through: clusters, wells of a plate ("A1 DMSO, A2 …").
 */
export function isNumberedLetter(dataset: Dataset, text: string, { start, end }: Found, certain: readonly Found[]): boolean {
  const letter = text[start]!;
  if (RESIDUES.includes(letter)) {
    const before = RESIDUE_BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))![0].length;
    const of = start - before;
    if (before > 0 && PHOSPHORYLATED.test(text.slice(Math.max(0, of - AROUND), of))) return true;
    if (before > 0 && certain.some((other) => other.end === of && isProtein(dataset, other.names[0]!))) return true;
  }
  if (/[/-]/.test(text[end] ?? "")) return false;
  const near = text.slice(Math.max(0, start - COUNT), end + COUNT);
  const labels = new Set(near.match(LABEL)?.filter((label) => label.startsWith(letter)));
  return labels.size >= LEAST_COUNTED && (labels.has(`${letter}0`) || labels.has(`${letter}1`));
}
/** What is phosphorylated: serine, threonine, tyrosine. */
const RESIDUES = "STY";
const RESIDUE_BEFORE = /(?:[ -]|\s\(p?)?(?:[STY]\d{1,4}\/){0,6}$/;
const PHOSPHORYLATED = /\bp(?:hospho)?-?[A-Z]\w{1,8}$/;
/** A letter with a number by itself. */
const LABEL = /(?<![\w-])[A-Z]\d{1,2}(?![\w-])/g;
/** How many labels of one letter are a count, and how far from each other, in UTF-16 units; the components of complement are hardly named all. */
const LEAST_COUNTED = 5;
const COUNT = 1000;

/** What may stand in brackets behind an item of a list, and how many items are looked at on each side. */
const ASIDE = /\s\([^()]{1,16}\)/g;
const ITEMS = 3;
const LISTED = /\d.*,\s|,\s.*\d/s;
/** A code that "and" joins to another, before and after: lines of cells are named in pairs, PC-9 and HCC827, residues with their proteins, YAP S127 and TAZ. */
const PAIRED_BEFORE = /(?<![\w-])(?![SY]\d|T\d{3})([A-Z]{1,5}-?\d{2,5}) (?:and|or) $/;
const PAIRED_AFTER = /^ (?:and|or) ([A-Z]{1,5}-?\d{2,5})(?![\w-])/;

/** Capitals as data sets and their columns are called. */
const SERIES = /^[A-Z]{4,6}$/;

/** Whether capitals stand in a list among others in no list of ours with the same two first, as data sets are called: ADSL, ADTTE, ADRS, ADAE. */
export function isInSeries({ lexicon }: Dataset, written: string, before: string, after: string): boolean {
  if (!SERIES.test(written)) return false;
  const left = /,\s$/.test(before) ? before.split(/,\s/).slice(-1 - ITEMS, -1) : [];
  const items = [...left, ...after.split(/,\s|[;.]/).slice(1, 1 + ITEMS)];
  const isLike = (item: string) => SERIES.test(item) && item.startsWith(written.slice(0, 2)) && !lexicon.isName(item);
  return items.filter(isLike).length >= ITEMS;
}

/** An abbreviation in letters; how many such that name no protein make its list one of abbreviations, and to how many of them one may name one by chance. */
const ABBREVIATION = /^[A-Z][A-Za-z]?[A-Z]{1,4}$/;
const LEAST_ABBREVIATED = 5;
const TO_ONE_PROTEIN = 4;

/** Whether capitals stand in a list of abbreviations, of which hardly another is a protein's name: "PMC, ODD, BTD, RTOR, PDUFA, BLA". */
export function isAmongAbbreviations(dataset: Dataset, written: string, text: string, { start, end }: Found): boolean {
  if (!ABBREVIATION.test(written)) return false;
  const [others, proteins] = countedAround(dataset, text, start, end, ABBREVIATION);
  return others >= LEAST_ABBREVIATED && others >= TO_ONE_PROTEIN * proteins;
}

/** Whether capitals stand in a list of regimens, which are called so, too: "TIP, BEP, VIP, ICE, FLOT". */
export const isAmongRegimens = (dataset: Dataset, written: string, text: string, { start, end }: Found): boolean =>
  CAPITALS.test(written) && isItem(text, start, end) && itemsAround(text, start, end, NAME).filter(isRegimen(dataset)).length >= ITEMS;
const CAPITALS = /^[A-Z]{2,5}$/;
const isRegimen = (dataset: Dataset) => (item: string) =>
  dataset.lexicon.lookUp(item).some((name) => kindNamed(dataset, name) === "regimen");

/** A single name of whatever kind: it has a capital or a number. */
const NAME = /^(?=\S*[A-Z\d])[^\s()]{2,20}$/;
/** To how many other names of a list one names a protein, where what is in no list there is no slip in a protein's. */
const TO_ONE_LISTED = 2;

/**
 * Whether [start, end) stands in a list of names of which few are proteins': databases, clones, reagents. That a gene is known beside
 * it tells nothing then, for some names of lists are genes' by chance.
 */
export function isAmongOthers(dataset: Dataset, text: string, start: number, end: number): boolean {
  if (!isItem(text, start, end)) return false;
  const [others, proteins] = countedAround(dataset, text, start, end, NAME);
  return others >= LEAST_ABBREVIATED && others >= TO_ONE_LISTED * proteins;
}

/** A word or code of a list, and how many in no list of ours say that what is listed there is not what we know. */
const ITEM = /^[A-Za-z][\w-]{3,20}$/;
const LEAST_UNKNOWN = 3;

/** Whether [start, end) stands in a list of which several other items are in no list of ours, either: "cecropin, buforin, dermaseptin". */
export function isAmongUnknown({ lexicon }: Dataset, text: string, start: number, end: number): boolean {
  if (!isItem(text, start, end)) return false;
  return itemsAround(text, start, end, ITEM).filter((item) => lexicon.isUnknown(item)).length >= LEAST_UNKNOWN;
}

const isItem = (text: string, start: number, end: number): boolean =>
  ITEM_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || ITEM_AFTER.test(text.slice(end, end + 2));
const ITEM_BEFORE = /[,;]\s$/;
const ITEM_AFTER = /^[,;]\s/;

/** How many names around [start, end) in its list name no protein, and how many name one. */
function countedAround(
  dataset: Dataset,
  text: string,
  start: number,
  end: number,
  item: RegExp,
): readonly [others: number, proteins: number] {
  const items = itemsAround(text, start, end, item);
  const proteins = items.filter((one) => dataset.lexicon.lookUp(one).some((name) => isProtein(dataset, name))).length;
  return [items.length - proteins, proteins];
}

/** The items of a list around [start, end) that look like `item`. What is cut off at either end, and what goes on at the word itself, is left out. */
function itemsAround(text: string, start: number, end: number, item: RegExp): readonly string[] {
  const left = text.slice(Math.max(0, start - 2 * AROUND), start).split(/[,;]\s/);
  const right = text.slice(end, end + 2 * AROUND).split(/[,;]\s/);
  return [...left.slice(1, -1), ...right.slice(1, -1)].filter((one) => item.test(one));
}

/** Whether an alias stands alone in the brackets behind another gene or a drug: CDH1 (HDGC) names its disease, leucovorin (IFL) the regimen. */
export const isExplanation = (dataset: Dataset, text: string, { start, end }: Found, name: number, certain: readonly Found[]): boolean =>
  text[start - 1] === "(" &&
  text[end] === ")" &&
  certain.some((other) => {
    const of = dataset.lexicon.entity(other.names[0]!);
    const ofKind = dataset.kind(of);
    if (other.end !== start - 2 || of === dataset.lexicon.entity(name)) return false;
    // what is numbered behind a drug is what it acts on: epcoritamab (CD20)
    return isProteinKind(ofKind) || (isDrugKind(ofKind) && !/^[A-Z]{2,}\d/.test(text.slice(start, end)));
  });

/** Whether a certain name of the same thing stands right before. */
export const isNamedBefore = ({ lexicon }: Dataset, start: number, name: number, certain: readonly Found[]): boolean =>
  certain.some(
    (other) => other.end < start && other.end >= start - 2 && other.names.some((one) => lexicon.entity(one) === lexicon.entity(name)),
  );

/** Whether an alias is paired with a code that is no name, or stands in a list between two such codes or among three of them that are most of it: cell lines are listed so. */
export function isAmongCodes({ lexicon }: Dataset, before: string, after: string): boolean {
  const paired = PAIRED_BEFORE.exec(before)?.[1] ?? PAIRED_AFTER.exec(after)?.[1];
  if (paired !== undefined && !lexicon.isName(paired)) return true;
  if (!LISTED.test(before) && !LISTED.test(after)) return false;
  // what is joined to a numbered name is no code: the antibody CD45-BV510
  const isCode = (item = "") =>
    /^[A-Z\d][\w./-]{1,14}$/.test(item) &&
    /\d/.test(item) &&
    [item, /^.*\d(?=-)/.exec(item)?.[0] ?? ""].every((part) => !lexicon.isName(part));
  // the alias stands behind the last comma before it, and before the first one behind it
  const left = before.replace(ASIDE, "").split(/,\s/).slice(0, -1).slice(-ITEMS);
  const right = after
    .replace(ASIDE, "")
    .split(/,\s/)
    .slice(1, 1 + ITEMS);
  const items = [...left, ...right].map((item, i) => (i < left.length ? item.split(" ").at(-1)! : item.split(/[\s.;]/)[0]!));
  if (/,\s$/.test(before) && isCode(items[left.length - 1]) && isCode(items[left.length])) return true;
  const codes = items.filter(isCode).length;
  return codes >= ITEMS && 2 * codes > items.length;
}
