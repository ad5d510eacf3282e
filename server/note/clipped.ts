/** Drug names clipped side by side, as people write combinations: "vem + cobi", "dab/tram". */
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
 * Two clipped names are read where each is the beginning of the INN of one record alone, and one of the two records speaks
 * of the other: two words that only happen to begin like drugs do not. Beside the name of a drug a word of four letters is
 * enough that is none of English: "lenva + pembro".
 * @param found names that are found already, in order; what overlaps them is left alone
 */
export function clippedPairs(dataset: Dataset, text: string, found: readonly Found[]): Found[] {
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
      if (first === undefined || second === undefined || !areRelated(dataset, first, second)) continue;
      add(start, one, first);
      add(end - other.length, other, second);
    } else if (
      isOneFree &&
      isClear(dataset, one) &&
      found.some((name) => sign < name.start && name.start <= sign + 2 && isDrug(dataset, name))
    ) {
      const name = begunBy(dataset, one);
      if (name !== undefined) add(start, one, name);
    } else if (
      isOtherFree &&
      isClear(dataset, other) &&
      found.some((name) => sign - 1 <= name.end && name.end <= sign && isDrug(dataset, name))
    ) {
      const name = begunBy(dataset, other);
      if (name !== undefined) add(end - other.length, other, name);
    }
  }
  return pairs;
}

const isClear = ({ lexicon }: Dataset, clipped: string): boolean => clipped.length >= CLEAR && !lexicon.isWord(clipped);
const CLEAR = 4;

const isDrug = (dataset: Dataset, { names }: Found): boolean => {
  const entity = dataset.lexicon.entity(names[0]!);
  return dataset.hasRecord(entity) && dataset.kind(entity) === "drug";
};

/** The only INN of a record that begins so; nothing where none does, or several. */
function begunBy(dataset: Dataset, clipped: string): number | undefined {
  const { lexicon, recordCount } = dataset;
  const [name, another] = lexicon.complete(clipped, MOST).filter((one) => {
    const entity = lexicon.entity(one);
    const isInn = lexicon.type(one) === "inn" || lexicon.type(one) === "preferred";
    return isInn && entity < recordCount && dataset.kind(entity) === "drug" && lexicon.name(one).length >= clipped.length + LEAST_CLIPPED;
  });
  return name !== undefined && (another === undefined || lexicon.entity(another) === lexicon.entity(name)) ? name : undefined;
}

function areRelated(dataset: Dataset, one: number, other: number): boolean {
  const [a, b] = [dataset.lexicon.entity(one), dataset.lexicon.entity(other)];
  return a !== b && (dataset.related(a).has(b) || dataset.related(b).has(a));
}
