/** A near miss of a known drug name, with evidence that such a name is meant. */
import type { Dataset } from "../../dataset/dataset";
import type { UnknownWord } from "../../note/words";
import { kindWord } from "../card";
import { withCase } from "../completion";
import type { Verdict } from "./finding";

/** Lengths from which one and two edits count as near. */
const ONE_EDIT = 6;
const TWO_EDITS = 9;

/**
 * Near means one edit from six letters on, two from nine, the first letter equal, and one name alone so near; two edits
 * that only change the ending make another word.
 * Evidence means a stem, a dose or treatment beside the word, or one edit from a name of nine letters and more.
 * @returns nothing when the word is not near, or nothing speaks for a drug being meant
 */
export function misspelledName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (word.misspelt !== undefined) return verdict(dataset, word, dataset.preferredName(word.misspelt), word.misspelt);
  const { length } = word.text;
  if (length < ONE_EDIT) return undefined;
  const near = dataset.spelling.nearest(word.text, length >= TWO_EDITS ? 2 : 1);
  const first = near[0];
  if (!first) return undefined;
  const entity = dataset.lexicon.entity(first.name);
  const rank = dataset.lexicon.rank(first.name);
  if (near.some((other) => dataset.lexicon.entity(other.name) !== entity && dataset.lexicon.rank(other.name) === rank)) return undefined;
  const name = dataset.lexicon.name(first.name);
  if (first.distance > 1 && differInEnding(word.text.toLowerCase(), name.toLowerCase())) return undefined;
  const isLong = first.distance === 1 && name.length >= TWO_EDITS;
  return word.stem || word.framed || isLong ? verdict(dataset, word, name, entity) : undefined;
}

/** Whether two words differ in their last letters alone: another ending makes another word (vasopressor, amrubicinol), not a slip. */
function differInEnding(word: string, name: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === name[same]) same++;
  return Math.max(word.length, name.length) - same <= 2;
}

function verdict(dataset: Dataset, word: UnknownWord, name: string, entity: number): Verdict {
  return {
    rule: "misspelled-name",
    message: `“${word.text}” is no known name; the ${kindWord(dataset, entity)} ${name} is spelled nearly so.`,
    replacements: [withCase(name, word.text)],
  };
}
