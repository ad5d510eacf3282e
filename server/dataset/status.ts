/** The one line that says what became of a drug, computed from its dated events (schema §6). */
import type { DrugRecord, RegulatoryEvent } from "./dataset";

export interface Status {
  /** The word that decides: never only a sign or a colour. */
  readonly word:
    | "approved"
    | "approved regionally"
    | "withdrawn"
    | "filed"
    | "in trials"
    | "discontinued"
    | "preclinical"
    | "not approved in oncology"
    | "status unknown";
  /** What follows the word: agencies with years, phase reached, failed trials; may be empty. */
  readonly text: string;
  /** When somebody last looked, as precise as the record says. */
  readonly asOf: string;
}

const PLACES: Readonly<Record<string, string>> = { NMPA: "China", PMDA: "Japan", MFDS: "South Korea", MHRA: "UK" };
/** Agencies whose approval makes a drug "approved"; one by others only is regional. */
const WIDE = new Set(["FDA", "EMA", "MHRA"]);
const PHASES = ["phase1", "phase2", "phase3"];
const ROMAN = ["I", "II", "III"];

/**
 * Status of a drug in oncology. Approvals outside oncology never make it "approved".
 * @returns its word, details and date; "status unknown" where no event says anything
 */
export function statusOf(drug: DrugRecord): Status {
  const { events, as_of: asOf } = drug.regulatory;
  const isApproval = (event: RegulatoryEvent) => event.event.startsWith("approved") && event.oncology !== false;
  const approvals = events.filter(isApproval);
  const standing = approvals.filter((approval) => !isUndone(approval, events));
  const outside = events.filter((event) => event.event.startsWith("approved") && event.oncology === false);
  const failed = events.filter((event) => event.event === "pivotal-trial-negative");
  if (standing.length > 0) {
    const wide = standing.some((event) => WIDE.has(event.agency ?? ""));
    return { word: wide ? "approved" : "approved regionally", text: byAgency(standing), asOf };
  }
  const tail = outside.length > 0 ? `approved outside oncology: ${byAgency(outside)}` : "";
  const withdrawals = events.filter((event) => event.event === "withdrawn" || event.event === "indication-withdrawn");
  if (approvals.length > 0 && withdrawals.length > 0) {
    const text = withdrawals.map((event) => `${place(event)} ${event.date}`.trim()).join(", ");
    return { word: "withdrawn", text: join(text, `had been approved: ${byAgency(approvals)}`), asOf };
  }
  const phase = Math.max(...events.map((event) => (event.event.startsWith("pivotal") ? 2 : PHASES.indexOf(event.event))), -1);
  const reached = phase >= 0 ? `phase ${ROMAN[phase]} reached` : "";
  const lost = failed.length > 0 ? `failed: ${failed.map(trial).join(", ")}` : "";
  const stop = events.findLastIndex((event) => event.event === "discontinued");
  if (stop >= 0 && !events.slice(stop + 1).some((event) => PHASES.includes(event.event) || event.event === "filed")) {
    return { word: "discontinued", text: join(stopDate(events[stop]!), lost || reached, tail), asOf };
  }
  const filed = events.findLast((event) => event.event === "filed" || event.event === "refused");
  if (filed?.event === "filed") return { word: "filed", text: join(`${place(filed)} ${filed.date}`, tail), asOf };
  if (phase >= 0) {
    const refused = filed ? `refused: ${place(filed)} ${filed.date}` : "";
    return { word: "in trials", text: join(`phase ${ROMAN[phase]}`, refused, lost, tail), asOf };
  }
  if (events.some((event) => event.event === "preclinical-only")) return { word: "preclinical", text: tail, asOf };
  return tail ? { word: "not approved in oncology", text: tail, asOf } : { word: "status unknown", text: "", asOf };
}

/** Whether a later event of the same agency took an approval back. */
function isUndone(approval: RegulatoryEvent, events: readonly RegulatoryEvent[]): boolean {
  const index = events.indexOf(approval);
  return events.some((event, i) => {
    if (i <= index || (event.agency && event.agency !== "none" && event.agency !== approval.agency)) return false;
    if (event.event === "withdrawn") return !event.cancer || event.cancer === approval.cancer;
    if (event.event !== "indication-withdrawn") return false;
    if (event.indication === approval.indication) return true;
    const rivals = events.filter(
      (other) => other.event.startsWith("approved") && other.agency === approval.agency && other.cancer === event.cancer,
    );
    return event.cancer !== undefined && event.cancer === approval.cancer && rivals.length === 1;
  });
}

/** "FDA 2004, EMA 2005": the first year of each agency. */
function byAgency(events: readonly RegulatoryEvent[]): string {
  const first = new Map<string, string>();
  for (const event of events) {
    const held = first.get(place(event));
    const year = event.date.slice(0, 4);
    if (!held || year < held) first.set(place(event), year);
  }
  return [...first].map(([agency, year]) => `${agency} ${year}`.trim()).join(", ");
}

const place = (event: RegulatoryEvent): string =>
  event.agency === "none" || event.agency === undefined
    ? ""
    : event.agency === "other"
      ? "elsewhere"
      : (PLACES[event.agency] ?? event.agency);

/** A failed trial in short: its name and year. */
function trial(event: RegulatoryEvent): string {
  const name = event.trial?.replace(/\s*\(.*\)$/, "") ?? "pivotal trial";
  return `${name} ${event.date.slice(0, 4)}`;
}

/** When development stopped; a date that is only that of the look-up says so. */
const stopDate = (event: RegulatoryEvent): string => (event.note?.includes("not in our tables") ? `by ${event.date}` : event.date);

const join = (...parts: string[]): string => parts.filter(Boolean).join("; ");
