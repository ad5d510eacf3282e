/** What went wrong with a drug: approvals taken back, refusals, applications taken back, failed trials. */
import { addTo } from "./lists";
import type { DrugRecord, RegulatoryEvent } from "./records";
import { dateOf, doubtOf, place, statusOf } from "./status";

/** Something that went wrong with a drug. */
interface Setback {
  readonly word: "withdrawn" | "refused" | "application withdrawn" | "failed";
  /** The trial or agency, and when: "CENTRIC 2013", "FDA 2024, 2025". */
  readonly what: string;
  /** What it was tried in; empty where that is not on record. */
  readonly disease: string;
  /** The event, or the last of several alike. */
  readonly event: RegulatoryEvent;
}

/** A setback in words: "failed: CENTRIC 2013". */
export const setbackText = ({ word, what }: Setback): string => `${word}: ${what}`;
/** With what it was tried in: "failed: CENTRIC 2013, glioblastoma". */
export const setbackInFull = (setback: Setback): string => [setbackText(setback), setback.disease].filter(Boolean).join(", ");

const SETBACKS: ReadonlyArray<readonly [word: Setback["word"], events: readonly string[]]> = [
  ["withdrawn", ["withdrawn", "indication-withdrawn"]],
  ["refused", ["refused"]],
  ["application withdrawn", ["application-withdrawn"]],
  ["failed", ["pivotal-trial-negative"]],
];

/**
 * What went wrong with a drug, as visible as what went well: approvals taken back though others stand, refusals, applications that
 * their makers took back, failed pivotal trials.
 * @returns in this order, the newest of each first; empty when there are none
 */
export function setbacksOf(drug: DrugRecord): Setback[] {
  const { events } = drug.regulatory;
  const isWithdrawn = statusOf(drug).word === "withdrawn";
  return SETBACKS.flatMap(([word, kinds]) => {
    if (word === "withdrawn" && isWithdrawn) return [];
    const alike = new Map<string, RegulatoryEvent[]>();
    for (const event of events.filter((one) => kinds.includes(one.event))) {
      addTo(alike, word === "failed" ? `${alike.size}` : `${event.agency} ${event.indication}`, event);
    }
    return [...alike.values()].reverse().map((same) => {
      const event = same.at(-1)!;
      const dates = [...new Set(same.map((one) => (same.length > 1 ? one.date.slice(0, 4) : dateOf(one)) + doubtOf(one)))].join(", ");
      const what = word === "failed" ? trial(event) : `${place(event)} ${dates}`.trim();
      return { word, what, disease: event.indication ?? "", event };
    });
  });
}

/** What trials are called, without the numbers of those that have a name. */
export const trialName = ({ trial }: RegulatoryEvent): string => trial?.replace(/ \([^()]*\)/g, "") ?? "pivotal trial";

/** A failed trial in short: its name and year. */
function trial(event: RegulatoryEvent): string {
  const date = dateOf(event);
  return `${trialName(event)} ${date.startsWith("by") ? date : date.slice(0, 4)}${doubtOf(event)}`;
}
