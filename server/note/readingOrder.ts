/** Which reading of a name comes first, where the words around it allow several. */
import type { Dataset } from "../dataset/dataset";
import { proteinsAmong } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { inside } from "./context";
import { isGiven, isInDish } from "./given";
import { sentenceAround } from "./sentence";

/** A score of how strongly something is stained, with or without the clone before it: "MET (SP44) 2+". */
const SCORED = /^(?: \([\w-]+\))? ?[0-3]\+/;

/**
 * Puts proteins before drugs of the same name (interferon, factor VII), unless the first reading has a record; behind them where the
 * substance is given to somebody, but not where something is stained.
 * @param names the readings of `match`
 * @returns the same readings in their new order
 */
export function proteinsFirst(dataset: Dataset, text: string, match: Found, names: readonly number[]): readonly number[] {
  const proteins = proteinsAmong(dataset, names);
  if (proteins.length === 0 || proteins.length === names.length) return names;
  const others = names.filter((name) => !proteins.includes(name));
  if (!SCORED.test(text.slice(match.end, match.end + 16))) {
    if (isGiven(text, match) && !isInDish(text, match)) return [...others, ...proteins];
    if (dataset.hasRecord(dataset.lexicon.entity(names[0]!))) return names;
  }
  return [...proteins, ...others];
}

/**
 * Puts the reading first whose record is related to most other names of the sentence.
 * @param names the readings of `match`
 * @param certain the names of the text that need no support, in order
 * @returns the same readings in their new order
 */
export function byCompany(
  dataset: Dataset,
  text: string,
  match: Found,
  names: readonly number[],
  certain: readonly Found[],
): readonly number[] {
  // what has no record has to do with nothing
  if (!names.some((name) => dataset.hasRecord(dataset.lexicon.entity(name)))) return names;
  const [from, to] = sentenceAround(text, match.start, match.end);
  const company = inside(certain, from, to)
    .filter((other) => other !== match)
    .map((other) => dataset.lexicon.entity(other.names[0]!));
  if (company.length === 0) return names;
  const support = (name: number) => {
    const related = dataset.related(dataset.lexicon.entity(name));
    return company.filter((entity) => related.has(entity)).length;
  };
  return names
    .map((name) => ({ name, count: support(name) }))
    .sort((a, b) => b.count - a.count)
    .map(({ name }) => name);
}
