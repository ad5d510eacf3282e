/** Makes a card: what can be seen at a glance of a drug, target or idea. The files in `cards/` make the parts for each kind. */
import type { Dataset } from "../dataset/dataset";
import { isOnRecord } from "../dataset/nameKinds";
import type { AnyRecord } from "../dataset/records";
import { claims } from "./cards/claims";
import { conceptFacts } from "./cards/concept";
import { drugFacts } from "./cards/drug";
import { CHARACTERS, type Draft, fitted, LINES } from "./cards/fit";
import { foot, head, type Match } from "./cards/head";
import { knownCard } from "./cards/known";
import { ownLines } from "./cards/own";
import { otherReadings, readingsCard } from "./cards/readings";
import { targetFacts } from "./cards/target";
import { isSame } from "./cards/words";
import { type Card, type Line, lineCount, textLength } from "./print";

/**
 * The card of an entity: at most 12 lines and 900 characters.
 * @param match how a text led to it; nothing if none did
 * @returns nothing for an entity without a card (an abbreviation that is merely known)
 */
export function cardOf(dataset: Dataset, entity: number, match: Match = {}): Card | undefined {
  const record = dataset.record(entity);
  if (!record) return knownCard(dataset, entity, match.name, match.written);
  const top = head(dataset, record, match);
  const own = ownLines(dataset, record);
  const known = facts(dataset, record, match.variant);
  const bottom = foot(dataset, record, match);
  const names = bottom.slice(0, -1);
  // a second claim of the review only where all else has room
  for (const most of [2, 1]) {
    const { card, dropped } = fitted([top, own, [...known, ...names], claims(dataset, record, most), bottom.slice(-1)]);
    if (dropped === 0 || most === 1) return card;
  }
  return undefined;
}

/**
 * The card for a name: that of its only reading; if of several the first alone has a record, its card with a line for each other; else
 * a card with a line for each. Nothing if no reading has a card.
 * @param match how the name stands in a note
 * @param asked the text that somebody looks up outside a note
 */
export function cardOfReadings(dataset: Dataset, names: readonly number[], match: Match = {}, asked?: string): Card | undefined {
  const readings: number[] = [];
  for (const name of names) {
    const entity = dataset.lexicon.entity(name);
    const isCard = dataset.kind(entity) !== "known-abbreviation";
    if (isCard && !readings.some((other) => isOne(dataset, dataset.lexicon.entity(other), entity))) readings.push(name);
  }
  const [first, ...others] = readings;
  if (first === undefined) return undefined;
  const card = cardOf(dataset, dataset.lexicon.entity(first), { ...match, name: first });
  if (others.length === 0 || !card) return card;
  const written = match.written ?? asked ?? dataset.lexicon.name(first);
  if (!isOnRecord(dataset, first) || others.some((name) => isOnRecord(dataset, name)))
    return readingsCard(dataset, readings, written, match.written !== undefined);
  // the one that has a record is meant, unless the reader knows better
  return withLines(card, otherReadings(dataset, others, written));
}

/**
 * Whether two entities are the same to a reader: one entity, or families with one name or the same genes from two lists, between
 * which nobody can choose.
 */
function isOne(dataset: Dataset, a: number, b: number): boolean {
  if (a === b) return true;
  if ([a, b].some((entity) => dataset.kind(entity) !== "known-family")) return false;
  const genes = dataset.detail(a);
  return (genes.includes(":") && genes === dataset.detail(b)) || isSame(dataset.preferredName(a), dataset.preferredName(b));
}

/** A card with further lines beneath it, as far as they have room. */
function withLines(card: Card, lines: readonly Line[]): Card {
  const longer = { groups: [...card.groups, lines] };
  if (lines.length === 0) return card;
  return lineCount(longer) <= LINES && textLength(longer) <= CHARACTERS ? longer : withLines(card, lines.slice(0, -1));
}

function facts(dataset: Dataset, record: AnyRecord, variant: string | undefined): Draft[] {
  switch (record.kind) {
    case "drug":
      return drugFacts(dataset, record);
    case "target":
    case "family":
    case "complex":
      return targetFacts(dataset, record, variant);
    default:
      return conceptFacts(dataset, record);
  }
}
