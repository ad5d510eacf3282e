/** Drug names clipped side by side, as people write combinations, "vem + cobi", "dab/tram", or before a dose, "Lenva 8 mg". */
import type { Dataset } from "../dataset/dataset";
import type { Found } from "../dataset/scan";
import { LETTER } from "./letters";
import { placesOf } from "./search";

const ONE = new RegExp(String.raw`(?<![${LETTER}\d+/-])([A-Za-z]{3,6})\s?$`);
const OTHER = new RegExp(String.raw`^\s?([A-Za-z]{3,6})(?![${LETTER}\d+/-])`);
/** How much of the text on each side of a sign these look at. */
const AROUND = 8;
/** By how many letters a name is longer than what is left of it. */
const LEAST_CLIPPED = 3;
/** How many names that begin so are looked at. */
const MOST = 60;

/**
 * The clipped names in a text.
 * @param found names that are found already, in order; what overlaps them is left alone
 * @returns in no order; empty where there are none
 */
export const clippedNames = (dataset: Dataset, text: string, found: readonly Found[]): Found[] => [
  ...clippedPairs(dataset, text, found),
  ...(text.includes("mg") ? clippedBeforeDose(dataset, text, found) : []),
];

const BEFORE_DOSE = new RegExp(String.raw`(?<![${LETTER}\d+/-])([A-Za-z][a-z]{2,5})(?= \d{1,4}(?:[.,]\d{1,2})? ?mg)`, "g");

/** Names right before their dose: a record's abbreviation with a capital ("Bev 10 mg/kg"), or, of four letters and no word of English, the beginning of an INN. */
function clippedBeforeDose(dataset: Dataset, text: string, found: readonly Found[]): Found[] {
  const { lexicon } = dataset;
  return [...text.matchAll(BEFORE_DOSE)].flatMap(({ 1: clipped, index: start }) => {
    const end = start + clipped!.length;
    if (found.some((name) => name.start < end && start < name.end)) return [];
    const small = clipped!.toLowerCase();
    const abbreviation = lexicon.lookUp(small).find((name) => lexicon.type(name) === "abbreviation" && isRecordOfDrug(dataset, name));
    const name = abbreviation ?? (isClear(dataset, small) ? begunBy(dataset, small) : undefined);
    return name === undefined ? [] : [{ start, end, names: [name], pointer: false }];
  });
}

/**
 * Two clipped names are read where each is the beginning of the INN of one record alone, and one of the two records speaks
 * of the other or neither is a word of English: two words that only happen to begin like drugs do not. Beside the name of a
 * drug one of four letters is enough: "lenva + pembro".
 */
function clippedPairs(dataset: Dataset, text: string, found: readonly Found[]): Found[] {
  const pairs: Found[] = [];
  const add = (start: number, clipped: string, name: number) =>
    pairs.push({ start, end: start + clipped.length, names: [name], pointer: false });
  for (const sign of placesOf(text, "+/")) {
    const before = ONE.exec(text.slice(Math.max(0, sign - AROUND), sign));
    const after = OTHER.exec(text.slice(sign + 1, sign + 1 + AROUND));
    const [one, other] = [before?.[1] ?? "", after?.[1] ?? ""];
    const start = sign - (before?.[0].length ?? 0);
    const end = sign + 1 + (after?.[0].length ?? 0);
    const isFree = (from: number, to: number) => from < to && !found.some((name) => name.start < to && from < name.end);
    const [isOneFree, isOtherFree] = [isFree(start, sign), isFree(sign + 1, end)];
    if (isOneFree && isOtherFree) {
      const first = begunBy(dataset, one);
      const second = first === undefined ? undefined : begunBy(dataset, other);
      if (first === undefined || second === undefined) continue;
      if (!areRelated(dataset, first, second) && !(isClear(dataset, one) && isClear(dataset, other))) continue;
      add(start, one, first);
      add(end - other.length, other, second);
    } else if (
      isOneFree &&
      isClear(dataset, one) &&
      found.some((name) => sign < name.start && name.start <= sign + 2 && isRecordOfDrug(dataset, name.names[0]!))
    ) {
      const name = begunBy(dataset, one);
      if (name !== undefined) add(start, one, name);
    } else if (
      isOtherFree &&
      isClear(dataset, other) &&
      found.some((name) => sign - 1 <= name.end && name.end <= sign && isRecordOfDrug(dataset, name.names[0]!))
    ) {
      const name = begunBy(dataset, other);
      if (name !== undefined) add(end - other.length, other, name);
    }
  }
  return pairs;
}

const isClear = ({ lexicon }: Dataset, clipped: string): boolean => clipped.length >= CLEAR && !lexicon.isWord(clipped);
const CLEAR = 4;

/** Whether a name is that of a drug with a record. */
function isRecordOfDrug(dataset: Dataset, name: number): boolean {
  const entity = dataset.lexicon.entity(name);
  return dataset.hasRecord(entity) && dataset.kind(entity) === "drug";
}

/** The only INN of a record that begins so, though longer ones may begin with it (cetuximab sarotalocan); nothing where none does, or several. */
function begunBy(dataset: Dataset, clipped: string): number | undefined {
  const { lexicon } = dataset;
  const [name, ...others] = lexicon
    .complete(clipped, MOST)
    .filter((one) => {
      const isInn = lexicon.type(one) === "inn" || lexicon.type(one) === "preferred";
      return isInn && isRecordOfDrug(dataset, one) && lexicon.name(one).length >= clipped.length + LEAST_CLIPPED;
    })
    .sort((a, b) => lexicon.name(a).length - lexicon.name(b).length);
  const isPart = (other: number) =>
    lexicon.entity(other) === lexicon.entity(name!) || lexicon.name(other).startsWith(`${lexicon.name(name!)} `);
  return others.every(isPart) ? name : undefined;
}

function areRelated(dataset: Dataset, one: number, other: number): boolean {
  const [a, b] = [dataset.lexicon.entity(one), dataset.lexicon.entity(other)];
  return a !== b && (dataset.related(a).has(b) || dataset.related(b).has(a));
}
