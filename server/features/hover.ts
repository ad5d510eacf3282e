/** Hover: the card of the name under the cursor, with the name's range. */
import type { Dataset } from "../dataset/dataset";
import { isProtein, preferredFor } from "../dataset/nameKinds";
import { isSettled } from "../note/bindings";
import type { Definition } from "../note/definitions";
import type { Mention } from "../note/mentions";
import type { Note } from "../note/note";
import { type Passage, sourceRange, textOffset } from "../note/passage";
import { mentionsOf, reading } from "../note/reading";
import { cardOfReadings } from "./card";
import type { Match } from "./cards/head";
import { variantBehind } from "./cards/target";
import type { Card } from "./print";

export interface Hover {
  readonly card: Card;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/**
 * Whether the meaning of the text at an offset depends on the rest of the note, which may define it or call its record by another
 * name. If so, the note must be read to its end, in slices, before {@link hoverOnName} is asked, which would read it in one go.
 */
export function awaitsNote(dataset: Dataset, note: Note, offset: number): boolean {
  const place = note.passageAt(offset);
  return place !== undefined && !isSettled(dataset, place.passage, textOffset(place.passage, offset - place.start));
}

/**
 * The hover on a name.
 * @param offset where the cursor is, in UTF-16 units of the note
 * @returns nothing if no name with a card stands there
 */
export function hoverOnName(dataset: Dataset, note: Note, offset: number): Hover | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const { passage, start } = place;
  for (const mention of mentionsAt(dataset, note, passage, offset - start)) {
    const card = cardOfReadings(dataset, mention.names, {
      written: passage.text.slice(mention.start, mention.end),
      defined: mention.definition && definedIn(dataset, note, mention.definition),
      variant: variantBehind(passage.text.slice(mention.end, mention.end + VARIANT_REACH)),
    });
    if (card) return { card: withPartner(dataset, note, passage, mention, card), from: start + mention.from, to: start + mention.to };
  }
  return undefined;
}

/** The mention at an offset of the note whose card would be shown; nothing if there is none. */
export function mentionAt(dataset: Dataset, note: Note, offset: number): Mention | undefined {
  const place = note.passageAt(offset);
  return place && mentionsAt(dataset, note, place.passage, offset - place.start)[0];
}

/** How far behind a target its variant is looked for, in UTF-16 units. */
const VARIANT_REACH = 24;

/** The abbreviation that the note defines, and the line in which it does. */
function definedIn(dataset: Dataset, note: Note, definition: Definition): Match["defined"] {
  const place = definedAt(dataset, note, definition);
  return place && { word: definition.abbreviation, line: note.positionAt(place.from).line + 1 };
}

/** Where a note defines an abbreviation; nothing where it does not. */
export function definedAt(dataset: Dataset, note: Note, definition: Definition): { from: number; to: number } | undefined {
  let place: { from: number; to: number } | undefined;
  note.eachPassage((passage, start) => {
    if (!reading(dataset, passage).definitions.includes(definition)) return true;
    const { from, to } = sourceRange(passage, definition.at, definition.at + definition.abbreviation.length);
    place = { from: start + from, to: start + to };
    return false;
  });
  return place;
}

/**
 * The names at an offset of a passage's block, in the order in which they are tried: names before phrases that only point to
 * something, the one that begins there before the one that ends, short before long.
 */
function mentionsAt(dataset: Dataset, note: Note, passage: Passage, offset: number): Mention[] {
  const at = textOffset(passage, offset);
  const here = mentionsAround(dataset, note, passage, at).filter((mention) => mention.start <= at && at <= mention.end);
  return here.sort(
    (a, b) => Number(a.pointer) - Number(b.pointer) || Number(a.end === at) - Number(b.end === at) || a.end - a.start - (b.end - b.start),
  );
}

const mentionsAround = (dataset: Dataset, note: Note, passage: Passage, at: number): readonly Mention[] =>
  isSettled(dataset, passage, at) ? mentionsOf(dataset, passage) : note.mentions(dataset, passage);

/** What stands between the genes of a fusion. */
const FUSED = /^(?:[-‐–]|::?)$/;

/** The card of a gene without a record, and beneath it what it is joined to: EML4-ALK. */
function withPartner(dataset: Dataset, note: Note, passage: Passage, { start, end, names }: Mention, card: Card): Card {
  if (card.groups.length > 1 || !isProtein(dataset, names[0]!)) return card;
  const partner = mentionsAround(dataset, note, passage, start).find(
    (other) =>
      FUSED.test(passage.text.slice(Math.min(end, other.end), Math.max(start, other.start))) && isProtein(dataset, other.names[0]!),
  );
  if (!partner) return card;
  const name = preferredFor(dataset, partner.names[0]!);
  return { groups: [...card.groups, [[{ text: `here joined to ${name}` }]]] };
}
