/** Hover: the card of the name under the cursor, with the name's range. */
import type { Dataset } from "../dataset/dataset";
import { type Mention, mentionsOf } from "../note/mentions";
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
  const mention = mentionAt(mentionsOf(dataset, place.passage), offset - place.start);
  const card = mention && cardOfReadings(dataset, mention.names);
  return card && { card, from: place.start + mention.from, to: place.start + mention.to };
}

/** The name at an offset of the block: a plain one before a phrase that points, a shorter one before a longer. */
function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (offset < mention.from || offset > mention.to) continue;
    // at the seam of two names the one that begins there counts
    if (!best || (best.to === offset && mention.from <= offset) || (best.pointer && !mention.pointer)) best = mention;
    else if (best.pointer === mention.pointer && mention.to - mention.from < best.to - best.from && mention.from < offset) best = mention;
  }
  return best;
}
