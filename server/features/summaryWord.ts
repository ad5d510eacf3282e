/** What a record is and, for a drug, what became of it, in a few words for the rows of lists. */
import { held } from "../dataset/held";
import type { DrugRecord } from "../dataset/records";
import { setbacksOf } from "../dataset/setbacks";
import { dateOf, decisiveEvents, statusOf, stopDate } from "../dataset/status";
import { isOwn, quotedFolders } from "./cards/own";
import { kindWord } from "./cards/words";

/** Kind and, for a drug, status: "drug, withdrawn 2019". */
export const summaryWord = held((dataset, entity): string => {
  const record = dataset.record(entity);
  const kind = kindWord(dataset.kind(entity));
  if (record && isOwn(record)) return `${kind} of ${quotedFolders(record)[0]}`;
  return record?.kind === "drug" ? `drug, ${fateInShort(record)}` : kind;
});

/**
 * The status of a drug for a row of a list, with the year where that is sure: "approved", "withdrawn 2019", and of what has no
 * approval whether a pivotal trial failed: "in trials, failed 2013"; of an approval that rests on unconfirmed events alone: "approved, unconfirmed".
 */
export function fateInShort(drug: DrugRecord): string {
  const { word } = statusOf(drug);
  const [last] = decisiveEvents(drug);
  const yearOf = (date: string) => date.replace(/-.*/, "");
  if (word === "withdrawn" || word === "discontinued") return last && !last.unconfirmed ? `${word} ${yearOf(stopDate(last))}` : word;
  if (word.startsWith("approved")) return decisiveEvents(drug).every(({ unconfirmed }) => unconfirmed) ? `${word}, unconfirmed` : word;
  const failed = setbacksOf(drug).find((setback) => setback.word === "failed" && !setback.event.unconfirmed)?.event;
  return failed ? `${word}, failed ${yearOf(dateOf(failed))}` : word;
}
