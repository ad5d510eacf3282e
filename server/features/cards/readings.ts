/** The card of a name with several readings: a line for each, and a way to say which one this note means. */
import type { Dataset } from "../../dataset/dataset";
import { referenceOf } from "../../dataset/records";
import { datedText, statusOf } from "../../dataset/status";
import { type Card, type Line, SEPARATOR, type Span } from "../print";
import { shorten } from "./fit";
import { knownLine } from "./known";
import { isOwn, quotedFolders } from "./own";
import { few, firstSentence, kindWord, MOST } from "./words";

/** Longest line of what a reading is. */
const LONGEST = 160;

/**
 * The readings one by one, at most three.
 * @param names one of each entity, the likeliest first
 * @param written what stands in the note, or is asked for
 * @param isInNote whether there is a sentence around it
 */
export function readingsCard(dataset: Dataset, names: readonly number[], written: string, isInNote: boolean): Card {
  const more = names.length > MOST ? ` (+${names.length - MOST} more)` : "";
  const lines = names.slice(0, MOST).map((name, i): Line => [{ text: `${i + 1}. ` }, ...readingLine(dataset, name, written)]);
  const why: Line = [
    { text: `“${written}”`, style: "strong" },
    { text: ` has ${names.length} readings${more}${isInNote ? ", and this sentence does not decide between them" : ""}:` },
  ];
  return { groups: [[why, ...lines]] };
}

/** What may be meant as well, beneath a card; a line each. */
export const otherReadings = (dataset: Dataset, names: readonly number[], written: string): Line[] =>
  names.slice(0, MOST - 1).map((name): Line => [{ text: "May also mean " }, ...readingLine(dataset, name, written)]);

/** "tamoxifen · drug · approved (as of 2025-12) · what it is · use this one in this note". */
function readingLine(dataset: Dataset, name: number, written: string): Line {
  const entity = dataset.lexicon.entity(name);
  const preferred = dataset.preferredName(entity);
  const use: Span[] = [
    { text: SEPARATOR },
    { text: "use this one in this note", action: { kind: "use-reading", word: written, name: preferred } },
  ];
  const record = dataset.record(entity);
  if (!record) return [...(knownLine(dataset, entity) ?? [{ text: preferred, style: "strong" }]), ...use];
  const status = isOwn(record)
    ? ` of ${few(quotedFolders(record))}`
    : record.kind === "drug"
      ? `${SEPARATOR}${datedText({ ...statusOf(record), text: "" })}`
      : "";
  // a folder's record may say no more than that there is such a thing
  const summary = record.summary && SEPARATOR + shorten(firstSentence(record.summary), LONGEST);
  const title: Span = { text: preferred, style: "strong", opens: referenceOf(record) };
  return [title, { text: `${SEPARATOR}${kindWord(record.kind)}${status}${summary}` }, ...use];
}
