/** What rules receive and what they return. */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../../dataset/dataset";
import { kindNamed } from "../../dataset/nameKinds";
import { columnOf } from "../../note/headings";
import type { Mention } from "../../note/mentions";
import { type Passage, sourceRange } from "../../note/passage";
import { mentionsOf, reading } from "../../note/reading";
import { sentenceAround } from "../../note/sentence";
import type { RuleId } from "../../settings";

export interface Verdict {
  readonly rule: RuleId;
  /** One sentence: what, why, and as of when. */
  readonly message: string;
  /** Words to replace it, the best first, in the letter case of the note. */
  readonly replacements: readonly string[];
  /** Whether the rule is less sure than its setting says, so that it reports information at most. */
  readonly mild?: boolean;
  /** Whether the word may be what is meant, though we do not know it: no fix is made unasked, and nothing is said in notes of other languages. */
  readonly maybeNew?: boolean;
  /** Whether the word is spelled as another language has it, so that it is heard in a note all of which may be English. */
  readonly isForeign?: boolean;
  /** Whether the word is out of use, so that editors strike it through. */
  readonly deprecated?: boolean;
  /** Whose card tells more. */
  readonly entity?: number;
}

/** A verdict on a piece of a passage. */
export interface Remark extends Verdict {
  readonly text: string;
  /** Offsets in the block. */
  readonly from: number;
  readonly to: number;
  /** Whether no fix may touch it, or only one that is asked for. */
  readonly kept?: "always" | "unasked" | undefined;
  /** Another place that has to do with it; offsets in the block. */
  readonly related?: { readonly from: number; readonly to: number; readonly message: string };
}

/** Where a rule looks: a passage and the block that it stands in. */
export interface Place {
  readonly passage: Passage;
  readonly tree: Tree;
  /** The block's text. */
  readonly source: string;
}

/** The drug with a record that a mention stands for; nothing where it may be anything else. */
export function drugOf(dataset: Dataset, { names, pointer }: Pick<Mention, "names" | "pointer">): number | undefined {
  const entity = dataset.lexicon.entity(names[0]!);
  const isAlone = !pointer && names.every((name) => dataset.lexicon.entity(name) === entity);
  return isAlone && dataset.kind(entity) === "drug" ? entity : undefined;
}

/** Whether a passage may name a drug with a record: false is certain, and sooner known than what its names mean. */
export const mayNameDrug = (dataset: Dataset, passage: Passage): boolean =>
  reading(dataset, passage).mayMention((name) => kindNamed(dataset, name) === "drug");

/** What shows that a cell names several things, or asks. */
const SEVERAL = /[+&,;?]|\/|\b(?:and|or|plus|with|vs|versus)\b/;

/** The one drug that a table's row is about, and where it stands; nothing where its cells name several, or none by itself. */
export function drugOfRow(dataset: Dataset, row: readonly Passage[]): { entity: number; mention: Mention; text: string } | undefined {
  const [cell, other] = row.filter((one) => columnOf(one) === "drug");
  if (!cell || other || SEVERAL.test(cell.text)) return undefined;
  const [mention, ...others] = mentionsOf(dataset, cell);
  const entity = mention && drugOf(dataset, mention);
  if (entity === undefined || others.some((one) => drugOf(dataset, one) !== entity)) return undefined;
  return { entity, mention: mention!, text: cell.text.slice(mention!.start, mention!.end) };
}

/** What parts the drugs of a cell that lists them; a plus joins partners. */
const LISTED = /^[®™]?\s*(?:[,;/]|,?\s(?:and|or)\s)\s*$/;

/** The drugs that a table's row lists in its one cell of drugs; none where anything else stands there. */
export function drugsOfRow(dataset: Dataset, row: readonly Passage[]): ReadonlyArray<{ entity: number; mention: Mention; text: string }> {
  const [cell, other] = row.filter((one) => columnOf(one) === "drug");
  if (!cell || other) return [];
  const { text } = cell;
  const mentions = mentionsOf(dataset, cell);
  const isList = mentions.every(({ start }, i) =>
    i === 0 ? text.slice(0, start).trim() === "" : LISTED.test(text.slice(mentions[i - 1]!.end, start)),
  );
  if (!isList || !/^[®™]?\s*$/.test(text.slice(mentions.at(-1)?.end ?? 0))) return [];
  const drugs = mentions.map((mention) => ({ entity: drugOf(dataset, mention)!, mention, text: text.slice(mention.start, mention.end) }));
  return drugs.every(({ entity }) => entity !== undefined) ? drugs : [];
}

/** How far apart two names of one thing stand at most where one explains the other: "bevacizumab (Avastin®)", "leuprorelin/leuprolide". */
const BESIDE = 4;
/** Inside brackets that open right behind a name, whatever else stands there before: "elacestrant (EMERALD; Orserdu". */
const IN_BRACKETS = /^[®™]?\s?[([][^()[\]]{0,60}$/;

/** Whether another name of the same thing stands right beside a mention, or before the brackets that it stands in. */
export function isBesideOther(dataset: Dataset, text: string, mentions: readonly Mention[], i: number): boolean {
  const { lexicon } = dataset;
  const { start, end, names } = mentions[i]!;
  const isSame = (other: Mention) => lexicon.entity(other.names[0]!) === lexicon.entity(names[0]!);
  const isNear = (other: Mention | undefined) => other && isSame(other) && other.start - end <= BESIDE && start - other.end <= BESIDE;
  if (isNear(mentions[i - 1]) || isNear(mentions[i + 1])) return true;
  for (let before = i - 1; before >= 0 && start - mentions[before]!.end <= 64; before--)
    if (isSame(mentions[before]!) && IN_BRACKETS.test(text.slice(mentions[before]!.end, start))) return true;
  return false;
}

/** Whether another mention in the same sentence has readings that fulfil a condition, which those of the mention itself must not fulfil. */
export function isInSentence(
  text: string,
  mentions: readonly Mention[],
  { start, end }: Mention,
  isOne: (names: readonly number[]) => boolean,
): boolean {
  const [from, to] = sentenceAround(text, start, end);
  return mentions.some((other) => other.start >= from && other.end <= to && isOne(other.names));
}

/** The result of most rules on most passages: no remark. */
export const NONE: Remark[] = [];

/** A remark: a verdict on a piece of a passage's text. */
export function remark(passage: Passage, start: number, end: number, verdict: Verdict): Remark {
  return { ...verdict, text: passage.text.slice(start, end), ...sourceRange(passage, start, end) };
}
