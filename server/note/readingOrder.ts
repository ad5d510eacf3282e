/** Which reading of a name comes first, where the words around it allow several. */
import type { Dataset } from "../dataset/dataset";
import { isOnRecord, kindNamed, proteinsAmong } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { isGiven, isInDish } from "./given";
import { inside } from "./joined";
import { BETWEEN_ITEMS } from "./lists";
import { sentenceAround } from "./sentence";

/** A score of how strongly something is stained, with or without the clone before it: "MET (SP44) 2+". */
const SCORED = /^(?: \([\w-]+\))? ?[0-3]\+/;

/**
 * Puts proteins before drugs of the same name (interferon, factor VII), unless the first reading has a record; behind them where the
 * substance is given to somebody or listed with drugs, but not where something is stained.
 * @param names the readings of `match`
 * @param certain the names of the text that need no support, in order
 * @returns the same readings in their new order
 */
export function proteinsFirst(
  dataset: Dataset,
  text: string,
  match: Found,
  names: readonly number[],
  certain: readonly Found[] = [],
): readonly number[] {
  const proteins = proteinsAmong(dataset, names);
  if (proteins.length === 0 || proteins.length === names.length) return names;
  const others = names.filter((name) => !proteins.includes(name));
  if (!SCORED.test(text.slice(match.end, match.end + 16))) {
    if (isGiven(text, match) && !isInDish(text, match)) return [...others, ...proteins];
    if (isOnRecord(dataset, names[0]!)) return names;
    if (isListedWithDrug(dataset, text, match, certain)) return [...others, ...proteins];
  }
  return [...proteins, ...others];
}

/** What stands between the items of a list, and between drugs that are given together; a class of drugs may end before its plural's s. */
const BETWEEN = new RegExp(`^s?(?:; | plus | ?\\+ ?|${BETWEEN_ITEMS})$`);
/** What a name only says of whom: "insulin secretagogues". */
const ATTRIBUTE = /^[ -](?:secretagogues?|sensiti[sz]\w+|resistan\w+|levels?|secretion|receptors?|signall?ing)\b/;

/** Whether a medicine that is nothing else stands before or behind a name in a list: "corticosteroids and corticotropin". */
function isListedWithDrug(dataset: Dataset, text: string, { start, end }: Found, certain: readonly Found[]): boolean {
  if (ATTRIBUTE.test(text.slice(end, end + 16))) return false;
  return inside(certain, start - LONGEST_NEIGHBOUR, end + LONGEST_NEIGHBOUR).some(
    (other) =>
      (BETWEEN.test(text.slice(other.end, start)) || BETWEEN.test(text.slice(end, other.start))) &&
      other.names.every((name) => MEDICINES.has(kindNamed(dataset, name))),
  );
}
const LONGEST_NEIGHBOUR = 40;
const MEDICINES: ReadonlySet<string> = new Set(["drug", "known-drug", "known-class"]);

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
  if (!names.some((name) => isOnRecord(dataset, name))) return names;
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
