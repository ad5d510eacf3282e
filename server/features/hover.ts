/** Hover: the card of the name under the cursor, with the name's range. */
import type { Dataset } from "../dataset/dataset";
import { isSettled } from "../note/bindings";
import { type Mention, mentionsOf } from "../note/mentions";
import type { Note } from "../note/note";
import { textOffset } from "../note/prose";
import { cardOfReadings } from "./card";
import type { Card } from "./print";

export interface Hover {
  readonly card: Card;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/**
 * Whether the rest of the note has a say in what stands at an offset: it may define it, or name its record otherwise.
 * Then the note is to be read to its end before {@link hover} is asked, which else does so at once.
 */
export function awaitsNote(dataset: Dataset, note: Note, offset: number): boolean {
  const place = note.passageAt(offset);
  return place !== undefined && !isSettled(dataset, place.passage, textOffset(place.passage, offset - place.start));
}

/**
 * @param offset where the cursor is, in UTF-16 units of the note
 * @returns nothing where no name with a card stands
 */
export function hover(dataset: Dataset, note: Note, offset: number): Hover | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const { passage, start } = place;
  const at = textOffset(passage, offset - start);
  const mentions = isSettled(dataset, passage, at) ? mentionsOf(dataset, passage) : note.mentions(dataset, passage);
  for (const mention of mentionsAt(mentions, at)) {
    const card = cardOfReadings(dataset, mention.names);
    if (card) return { card, from: start + mention.from, to: start + mention.to };
  }
  return undefined;
}

/** The names at a unit of the passage's text: plain ones before phrases that point; at the seam of two the one that begins there first; short before long. */
function mentionsAt(mentions: readonly Mention[], at: number): Mention[] {
  const here = mentions.filter((mention) => mention.start <= at && at <= mention.end);
  return here.sort(
    (a, b) => Number(a.pointer) - Number(b.pointer) || Number(a.end === at) - Number(b.end === at) || a.end - a.start - (b.end - b.start),
  );
}
