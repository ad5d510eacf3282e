/** The words of a passage that are in no list, each with what speaks for a drug being meant. */
import type { Dataset } from "../dataset/dataset";
import { mentionsOf } from "../note/mentions";
import { type Passage, sourceRange } from "../note/prose";

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
}

/** Shortest word that is looked at, and shortest that a stem may mark. */
const SHORTEST = 5;
const SHORTEST_STEMMED = 7;

const kept = new WeakMap<Passage, { dataset: Dataset; words: readonly UnknownWord[] }>();

/** The unknown words of a passage; found once. */
export function unknownWords(dataset: Dataset, passage: Passage): readonly UnknownWord[] {
  const held = kept.get(passage);
  if (held?.dataset === dataset) return held.words;
  const words = read(dataset, passage);
  kept.set(passage, { dataset, words });
  return words;
}

// a run of letters; digits, other scripts and letters with marks right beside it make it something else
const WORD = /(?<![\p{L}\p{N}\p{M}_])[A-Za-z]{5,40}(?![\p{L}\p{N}\p{M}_])/gu;

function read(dataset: Dataset, passage: Passage): UnknownWord[] {
  const { text } = passage;
  if (text.length < SHORTEST) return [];
  const mentions = mentionsOf(dataset, passage);
  const words: UnknownWord[] = [];
  let next = 0;
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    const word = found[0];
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    const mention = mentions[next];
    if (mention && mention.start < start + word.length && !mention.pointer) continue;
    if (dataset.spelling.isWord(word)) continue;
    const readings = dataset.lexicon.lookUp(word);
    const misspelt = readings.find((name) => dataset.lexicon.type(name) === "misspelling");
    if (readings.length > 0 && misspelt === undefined) continue;
    const { from, to } = sourceRange(passage, start, start + word.length);
    words.push({
      text: word,
      from,
      to,
      stem: stemOf(dataset, word),
      framed: isFramed(dataset, passage, start, start + word.length),
      misspelt: misspelt === undefined ? undefined : dataset.lexicon.entity(misspelt),
    });
  }
  return words;
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
function isFramed(dataset: Dataset, passage: Passage, start: number, end: number): boolean {
  const before = passage.text.slice(Math.max(0, start - 40), start);
  const after = passage.text.slice(end, end + 40);
  if (DOSE_AFTER.test(after) || DOSE_BEFORE.test(before) || FRAME_BEFORE.test(before) || FRAME_AFTER.test(after)) return true;
  const joinedBefore = JOINED_BEFORE.exec(before)?.[0].length;
  const joinedAfter = JOINED_AFTER.exec(after)?.[0].length;
  if (joinedBefore === undefined && joinedAfter === undefined) return false;
  return mentionsOf(dataset, passage).some(
    (mention) =>
      isDrug(dataset, mention.names[0]!) &&
      ((joinedBefore !== undefined && mention.end === start - joinedBefore - spaceBefore(before, joinedBefore)) ||
        (joinedAfter !== undefined && mention.start === end + joinedAfter)),
  );
}

/** Count of spaces before a joining word. */
const spaceBefore = (before: string, joined: number): number => /\s*$/.exec(before.slice(0, before.length - joined))![0].length;

function isDrug(dataset: Dataset, name: number): boolean {
  const kind = dataset.kind(dataset.lexicon.entity(name));
  return kind === "drug" || kind === "known-drug";
}
