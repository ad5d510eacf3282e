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
 * of the other: two words that only happen to begin like drugs do not.
 * @param found names that are found already; what overlaps them is left alone
 */
export function clippedPairs(dataset: Dataset, text: string, found: readonly Found[]): Found[] {
  const pairs: Found[] = [];
  for (const sign of placesOf(text, "+/")) {
    const after = OTHER.exec(text.slice(sign + 1, sign + 1 + AROUND));
    const before = after && ONE.exec(text.slice(Math.max(0, sign - AROUND), sign));
    if (!before) continue;
    const [one, other] = [before[1]!, after[1]!];
    const index = sign - before[0].length;
    const end = sign + 1 + after[0].length;
    const start = end - other.length;
    if (found.some((name) => name.start < end && index < name.end)) continue;
    const first = begunBy(dataset, one);
    const second = first === undefined ? undefined : begunBy(dataset, other);
    if (first === undefined || second === undefined || !areRelated(dataset, first, second)) continue;
    pairs.push({ start: index, end: index + one.length, names: [first], pointer: false }, { start, end, names: [second], pointer: false });
  }
  return pairs;
}

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
