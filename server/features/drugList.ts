/** The drugs that a list joins: "A, B and C". */
import type { Dataset } from "../dataset/dataset";
import type { Mention } from "../note/mentions";
import { drugOf } from "./rules/finding";

/** Which drug of a list is in question, and how many they are. */
export interface DrugList {
  /** Where the first begins. */
  readonly start: number;
  /** Where the last ends. */
  readonly end: number;
  readonly index: number;
  readonly count: number;
}

/** What joins two drugs of a list. */
const JOINT = /^[®™]?(?:,\s|,?\s(?:and|or)\s)$/;
/** Length of the longest such joint, in UTF-16 units. */
export const LONGEST_JOINT = 7;

/**
 * The list of drugs that one stands in.
 * @param mentions the names of the text, in order
 * @param i which of them is the drug
 * @returns where the list begins and ends; of a drug by itself, where that does
 */
export function listAround(dataset: Dataset, text: string, mentions: readonly Mention[], i: number): DrugList {
  const isJoined = (one: Mention | undefined, other: Mention | undefined) =>
    one !== undefined &&
    other !== undefined &&
    other.start - one.end <= LONGEST_JOINT &&
    JOINT.test(text.slice(one.end, other.start)) &&
    drugOf(dataset, one) !== undefined &&
    drugOf(dataset, other) !== undefined;
  let first = i;
  let last = i;
  while (isJoined(mentions[first - 1], mentions[first])) first--;
  while (isJoined(mentions[last], mentions[last + 1])) last++;
  return { start: mentions[first]!.start, end: mentions[last]!.end, index: i - first, count: last - first + 1 };
}

/**
 * Whether what is said before a list is said of one of its drugs. In the singular it is said of the first; two behind a plural are
 * meant both, and in brackets and behind a colon all. The last of others may be a partner: "PARP inhibitors such as olaparib and bevacizumab".
 */
export function isSureOf({ index, count }: DrugList, joint: string, isPlural: boolean): boolean {
  if (index === 0 && (count === 1 || isPlural || !/[a-z]/.test(joint))) return true;
  if (!isPlural) return false;
  return /[:(]/.test(joint) || index < count - 1 || (count === 2 && joint.trim() === "");
}
