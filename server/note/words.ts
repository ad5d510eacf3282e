/** The words of a passage that are in no list, each with what speaks for a drug being meant. */
import type { Dataset } from "../dataset/dataset";
import { type Mention, mentionsOf, reading } from "./mentions";
import { type Passage, sourceRange } from "./prose";
import { lastUpTo } from "./search";

export interface UnknownWord {
  readonly text: string;
  /** Offsets in the block. */
  readonly from: number;
  readonly to: number;
  /** The ending that marks a drug name and what it means, or nothing. */
  readonly stem: readonly [ending: string, meaning: string] | undefined;
  /** A dose, a treatment or a known drug stands beside it. */
  readonly framed: boolean;
  /** It is a misspelling on record: the entity it is a misspelling of. */
  readonly misspelt: number | undefined;
  /** What the rules say of it, once they were asked; see diagnostics.ts. */
  verdict?: unknown;
}

/** Shortest word that a stem may mark. */
const SHORTEST_STEMMED = 7;

/** The unknown words of a passage; found once for each dataset. */
export function unknownWords(dataset: Dataset, passage: Passage): readonly UnknownWord[] {
  const held = passage.reading?.dataset === dataset;
  const { unknown, misspelt } = reading(dataset, passage);
  if (!held || !passage.words) passage.words = unknown.length + misspelt.length > 0 ? describe(dataset, passage) : NONE;
  return passage.words;
}

const NONE: readonly UnknownWord[] = [];

function describe(dataset: Dataset, passage: Passage): UnknownWord[] {
  const { unknown, misspelt } = reading(dataset, passage);
  const words: UnknownWord[] = [];
  const add = (start: number, end: number, entity: number | undefined) => {
    const text = passage.text.slice(start, end);
    if (entity === undefined && dataset.lexicon.lookUp(text).length > 0) return;
    const { from, to } = sourceRange(passage, start, end);
    words.push({ text, from, to, stem: stemOf(dataset, text), framed: isFramed(dataset, passage, start, end), misspelt: entity });
  };
  for (let i = 0; i < unknown.length; i += 2) add(unknown[i]!, unknown[i + 1]!, undefined);
  for (const match of misspelt) add(match.start, match.end, dataset.lexicon.entity(match.names[0]!));
  return misspelt.length > 0 ? words.sort((a, b) => a.from - b.from) : words;
}

function stemOf(dataset: Dataset, word: string): UnknownWord["stem"] {
  if (word.length < SHORTEST_STEMMED) return undefined;
  const low = word.toLowerCase();
  return dataset.stems.find(([ending]) => low.endsWith(ending));
}

const DOSE_AFTER =
  /^[\s(,]{0,3}(?:at\s|of\s)?[\d.,]+\s?(?:mg|g|µg|μg|mcg|ng|IU|nM|µM|μM|mM|AUC)\b|^\s(?:BID|TID|QD|QW|Q\dW|b\.i\.d|once daily|twice daily|daily|weekly)\b/i;
const DOSE_BEFORE = /[\d.,]+\s?(?:mg|g|µg|μg|mcg|nM|µM|μM|mM)(?:\/\w+)?\s(?:of\s)?$/i;
const FRAME_BEFORE =
  /\b(?:treated (?:\w+ )?with|treatment with|therapy with|receiv(?:ed|ing|e)|given|gave|administered|inhibitor of|added|started(?: on)?|switched to|doses? of|dosed with|resistan(?:t|ce) to|exposure to|response to|anti-)\s?$/i;
const FRAME_AFTER = /^[\s-](?:treated|treatment|therapy|monotherapy|resistan(?:t|ce)|arm|dose)\b/i;
const JOINED_BEFORE = /(?:\band|\bor|\bplus|\bversus|\bvs\.?|\bwith|[+/&,])\s{0,2}$/i;
const JOINED_AFTER = /^\s{0,2}(?:and\b|or\b|plus\b|versus\b|vs\b|with\b|[+/&,])\s{0,2}/i;

/** Whether a dose, a treatment or a known drug beside it says that a drug is meant. */
export function isFramed(dataset: Dataset, passage: Passage, start: number, end: number): boolean {
  const before = passage.text.slice(Math.max(0, start - 40), start);
  const after = passage.text.slice(end, end + 40);
  if (DOSE_AFTER.test(after) || DOSE_BEFORE.test(before) || FRAME_BEFORE.test(before) || FRAME_AFTER.test(after)) return true;
  const joinedBefore = JOINED_BEFORE.exec(before)?.[0].length;
  const joinedAfter = JOINED_AFTER.exec(after)?.[0].length;
  if (joinedBefore === undefined && joinedAfter === undefined) return false;
  const mentions = mentionsOf(dataset, passage);
  const next = lastUpTo(mentions.length, (i) => mentions[i]!.start, start) + 1;
  const previous = mentions[next - 1];
  const following = mentions[next];
  const follows = joinedAfter !== undefined && following?.start === end + joinedAfter && isDrug(dataset, following);
  const precedes =
    joinedBefore !== undefined && previous?.end === start - joinedBefore - spaceBefore(before, joinedBefore) && isDrug(dataset, previous);
  return follows || precedes;
}

/** Count of spaces before a joining word. */
const spaceBefore = (before: string, joined: number): number => /\s*$/.exec(before.slice(0, before.length - joined))![0].length;

function isDrug(dataset: Dataset, mention: Mention): boolean {
  const kind = dataset.kind(dataset.lexicon.entity(mention.names[0]!));
  return kind === "drug" || kind === "known-drug";
}
