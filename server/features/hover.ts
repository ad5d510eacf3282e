/** Hover: the card of the name under the cursor, with the name's range. */
import type { Dataset } from "../dataset/dataset";
import type { Mention } from "../note/mentions";
import type { Note } from "../note/note";
import { cardOfReadings } from "./card";
import type { Card } from "./print";

export interface Hover {
  readonly card: Card;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/**
 * @param offset where the cursor is, in UTF-16 units of the note
 * @returns nothing where no name with a card stands
 */
export function hover(dataset: Dataset, note: Note, offset: number): Hover | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  for (const mention of mentionsAt(note.mentions(dataset, place.passage), offset - place.start)) {
    const card = cardOfReadings(dataset, mention.names);
    if (card) return { card, from: place.start + mention.from, to: place.start + mention.to };
  }
  return undefined;
}

/** The names at an offset of the block: plain ones before phrases that point; at the seam of two the one that begins there first; short before long. */
function mentionsAt(mentions: readonly Mention[], offset: number): Mention[] {
  const here = mentions.filter((mention) => mention.from <= offset && offset <= mention.to);
  return here.sort(
    (a, b) => Number(a.pointer) - Number(b.pointer) || Number(a.to === offset) - Number(b.to === offset) || a.to - a.from - (b.to - b.from),
  );
}
