/** The one line that says what became of a drug, computed from its dated events (schema §6). */
import { addTo } from "./lists";
import type { DrugRecord, RegulatoryEvent } from "./records";

export interface Status {
  /** The word that decides: never only a sign or a colour. */
  readonly word:
    | "approved"
    | "approved regionally"
    | "supportive care only"
    | "withdrawn"
    | "filed"
    | "in trials"
    | "discontinued"
    | "preclinical"
    | "not approved in oncology"
    | "status unknown";
  /** What follows the word: agencies with years, phase reached; may be empty. What went wrong: `setbacks.ts`. */
  readonly text: string;
  /** When somebody last looked, as precise as the record says. */
  readonly asOf: string;
  /** The approvals on which the word rests, where it is one of approval. */
  readonly approvals?: readonly RegulatoryEvent[];
  /** Where it is none: the application or the trials of the highest phase, and the beginning of the text that tells of them. */
  readonly trials?: { readonly told: string; readonly events: readonly RegulatoryEvent[] };
}

/** Compares dates as records write them. A first `localeCompare`, which loads an alphabet, takes as long as the rest of a first card. */
export const compareDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A status in words: "approved: FDA 2004, EMA 2005". */
export const statusText = ({ word, text }: Status, joint = ": "): string => (text ? `${word}${joint}${text}` : word);

/** The same with the date when somebody last looked, "approved: FDA 2004 (as of 2025-12)"; without one for a drug that has none. */
export const datedText = (status: Status, joint?: string): string =>
  statusText(status, joint) + (status.asOf ? ` (as of ${status.asOf})` : "");

const PLACES: Readonly<Record<string, string>> = { NMPA: "China", PMDA: "Japan", MFDS: "South Korea", MHRA: "UK" };
/** Agencies whose approval makes a drug "approved"; one by others only is regional. */
const WIDE = new Set(["FDA", "EMA", "MHRA"]);
const PHASES = ["phase1", "phase2", "phase3"];
const ROMAN = ["I", "II", "III"];
/** Years after which a trial of which nothing more is known is no longer said to go on. */
const TRIAL_LASTS = 3;

/** What became of a drug, without the date of the last look. */
type Fate = Omit<Status, "asOf">;

/**
 * Status of a drug in oncology. Approvals outside oncology never make it "approved", nor do those for supportive care alone.
 * @returns its word, details and date; "status unknown" where no event says anything
 */
export function statusOf({ regulatory: { events, as_of: asOf } }: DrugRecord): Status {
  return { ...(approved(events) ?? withdrawn(events) ?? notApproved(events, Number(asOf.slice(0, 4)))), asOf };
}

/** Whether an event is an approval, regular or accelerated. */
export const isApproval = ({ event }: RegulatoryEvent): boolean => event.startsWith("approved");
const isOfOncology = (event: RegulatoryEvent): boolean => event.oncology !== false;
/** Whether it concerns the care of people with cancer, not the tumour. */
export const isSupportive = ({ supportive }: RegulatoryEvent): boolean => supportive === true;
const isWithdrawal = ({ event }: RegulatoryEvent): boolean => event === "withdrawn" || event === "indication-withdrawn";

/** The fate of a drug that is approved in oncology; nothing for others. */
function approved(events: readonly RegulatoryEvent[]): Fate | undefined {
  const standing = events.filter((event) => isApproval(event) && isOfOncology(event) && !isUndone(event, events));
  if (standing.length === 0) return undefined;
  // an approval whose use is not on record may have been for another disease: it counts where no other stands
  const sure = standing.filter((event) => event.oncology === true);
  const approvals = sure.length > 0 ? sure : standing;
  const isWide = approvals.some((event) => WIDE.has(event.agency ?? ""));
  return { word: isWide ? "approved" : "approved regionally", text: byAgency(approvals, events, sure.length > 0), approvals };
}

/** The fate of a drug of whose approvals in oncology none stands any more; nothing for others. */
function withdrawn(events: readonly RegulatoryEvent[]): Fate | undefined {
  const approvals = events.filter((event) => isApproval(event) && isOfOncology(event));
  const withdrawals = events.filter(isWithdrawal);
  if (approvals.length === 0 || withdrawals.length === 0) return undefined;
  const text = withdrawals.map((event) => `${place(event) || "by its maker"} ${dateOf(event)}${doubtOf(event)}`).join(", ");
  return { word: "withdrawn", text: join(text, `had been approved: ${byAgency(approvals, events)}`) };
}

/** The fate of a drug that was never approved in oncology. @param year of the last look */
function notApproved(events: readonly RegulatoryEvent[], year: number): Fate {
  const outside = events.filter((event) => isApproval(event) && !isOfOncology(event));
  const care = ofUse(outside.filter(isSupportive), events);
  const elsewhere = ofUse(
    outside.filter((event) => !isSupportive(event)),
    events,
  );
  const device = events.findLast(({ event }) => event === "device-clearance");
  const cleared = device ? `cleared as a device ${device.date.slice(0, 4)}${inUse(device)}` : "";
  const tail = join(care && `approved for supportive care: ${care}`, elsewhere && `approved outside oncology: ${elsewhere}`, cleared);
  const inOncology = events.filter(isOfOncology);
  const tried = inOncology.some((event) => phaseOf(event) >= 0) ? inOncology : events;
  const phase = phaseIn(tried, tried === events);
  const reached = phase && `${phase} reached`;
  const stop = events.findLastIndex(({ event }) => event === "discontinued");
  if (stop >= 0 && !events.slice(stop + 1).some(({ event }) => PHASES.includes(event) || event === "filed"))
    return ofTrials(
      "discontinued",
      join(stopDate(events[stop]!) + doubtOf(events[stop]!), reached),
      phase ? highest(tried) : [events[stop]!],
      tail,
    );
  const filed = events.findLast(({ event }) => ["filed", "refused", "application-withdrawn"].includes(event));
  if (filed?.event === "filed") return ofTrials("filed", `${place(filed)} ${filed.date}${doubtOf(filed)}`, [filed], tail);
  const trials = inTrials(events, tried, tail, year);
  if (trials) return trials;
  if (events.some(({ event }) => event === "preclinical-only")) return { word: "preclinical", text: tail };
  if (care) {
    const others = join(elsewhere && `outside oncology, ${elsewhere}`, cleared);
    return { word: "supportive care only", text: join(care, reached && `${reached} against tumours`, others) };
  }
  // that it is approved is not said twice
  const only = join(elsewhere && `only outside it, ${elsewhere}`, cleared);
  return { word: tail ? "not approved in oncology" : "status unknown", text: join(reached, only) };
}

/** The fate of a drug that is or was in trials, or was studied as a device; nothing for others. */
function inTrials(events: readonly RegulatoryEvent[], tried: readonly RegulatoryEvent[], tail: string, year: number): Fate | undefined {
  // a trial that failed is none that goes on, nor is one of long ago
  const going = tried.filter(({ event }) => event !== "pivotal-trial-negative");
  const years = going.filter((event) => phaseOf(event) >= 0 || event.event === "device-study").map(({ date }) => date.slice(0, 4));
  const newest = years.sort().at(-1);
  const isOld = newest !== undefined && year - Number(newest) > TRIAL_LASTS;
  const word = isOld ? "status unknown" : "in trials";
  const last = isOld ? `last trial known ${newest}` : "";
  const running = phaseIn(going, tried === events);
  if (running) return ofTrials(word, running + doubtOfPhase(going) + (isOld ? " reached" : ""), highest(going), last, tail);
  const isStudied = events.some(({ event }) => event === "device-study");
  return isStudied ? { word, text: join(isOld ? "tried as a device" : "as a device", last, tail) } : undefined;
}

/** The fate of a drug that some trials or an application tell of. @param told what is said of these @param more what else there is to say */
const ofTrials = (word: Status["word"], told: string, events: readonly RegulatoryEvent[], ...more: readonly string[]): Fate => ({
  word,
  text: join(told, ...more),
  trials: { told, events },
});

/** The highest phase of some trials; empty without any. */
function phaseIn(events: readonly RegulatoryEvent[], isOutside: boolean): string {
  const [trial] = highest(events);
  return trial === undefined ? "" : `phase ${ROMAN[phaseOf(trial)]}${isOutside ? " outside oncology" : ""}`;
}

/** The trials of the highest phase; empty without any. */
function highest(events: readonly RegulatoryEvent[]): RegulatoryEvent[] {
  const phase = Math.max(...events.map(phaseOf));
  return phase < 0 ? [] : events.filter((event) => phaseOf(event) === phase);
}

/** What follows the highest phase where nothing sure says that it was reached. */
const doubtOfPhase = (events: readonly RegulatoryEvent[]): string =>
  highest(events).some(({ unconfirmed }) => !unconfirmed) ? "" : " (unconfirmed)";

/** Approvals with the use of the first, and whether there are others: "FDA 2008 (stem-cell mobilisation)"; empty without any. */
function ofUse(approvals: readonly RegulatoryEvent[], events: readonly RegulatoryEvent[]): string {
  const [first] = approvals;
  if (!first) return "";
  const isOne = approvals.every(({ indication }) => indication === undefined || indication === first.indication);
  return `${byAgency(approvals, events)}${inUse(first, isOne ? "" : " and other uses")}`.replace(") (", "; ");
}

/** What it is approved for, in brackets, which hold no further ones. @param more what follows it there */
const inUse = ({ indication }: RegulatoryEvent, more = ""): string =>
  indication ? ` (${indication.endsWith(")") ? indication.slice(0, -1).replace(" (", ", ") : indication}${more})` : "";

/** 0 to 2 for a trial of phase I to III; -1 for what is no trial. A pivotal trial is of phase III unless its note says phase II. */
const phaseOf = ({ event, note }: RegulatoryEvent): number =>
  event.startsWith("pivotal") ? (/phase IIb?\b/.test(note ?? "") ? 1 : 2) : PHASES.indexOf(event);

/**
 * The events on which the word of a drug's status rests: the approvals that stand, else what ended it, else all.
 * @returns the newest first
 */
export function decisiveEvents(drug: DrugRecord): RegulatoryEvent[] {
  const { events } = drug.regulatory;
  const { word } = statusOf(drug);
  const deciding = events.filter((event) => {
    if (word.startsWith("approved")) return isApproval(event) && isOfOncology(event) && !isUndone(event, events);
    if (word === "withdrawn") return isWithdrawal(event);
    return word !== "discontinued" || event.event === "discontinued";
  });
  return deciding.sort((a, b) => compareDates(b.date, a.date));
}

/** Whether a later event of the same agency took an approval back. */
export function isUndone(approval: RegulatoryEvent, events: readonly RegulatoryEvent[]): boolean {
  const index = events.indexOf(approval);
  return events.some((event, i) => {
    if (i <= index || (event.agency && event.agency !== "none" && event.agency !== approval.agency)) return false;
    if (event.event === "withdrawn") return !event.cancer || event.cancer === approval.cancer;
    if (event.event !== "indication-withdrawn") return false;
    if (event.indication === approval.indication) return true;
    const rivals = events.filter((other) => isApproval(other) && other.agency === approval.agency && other.cancer === event.cancer);
    return event.cancer !== undefined && event.cancer === approval.cancer && rivals.length === 1;
  });
}

/** Whether an approval is one of a drug that this agency later took back as a whole. */
const isOfFormerDrug = (approval: RegulatoryEvent, events: readonly RegulatoryEvent[]): boolean =>
  events.slice(events.indexOf(approval)).some(({ event, agency }) => event === "withdrawn" && agency === approval.agency);

/**
 * "FDA 2004, EMA 2005 conditional": the first year of each agency ("by 2025" where that is the look-up's), whether that is
 * unconfirmed, and whether none of its approvals is a full one. A drug that is still approved has been so since its first use,
 * though that be taken back (atezolizumab, olaparib).
 */
function byAgency(approvals: readonly RegulatoryEvent[], events: readonly RegulatoryEvent[], inOncology = false): string {
  const agencies = new Map<string, RegulatoryEvent[]>();
  for (const approval of approvals) addTo(agencies, place(approval), approval);
  const said = [...agencies].map(([agency, own]) => {
    const first = events.filter(
      (event) => inOncology && isApproval(event) && event.oncology && place(event) === agency && !isOfFormerDrug(event, events),
    );
    const all = [...own, ...first].sort((a, b) => compareDates(a.date, b.date));
    const year = all[0]!.date.slice(0, 4);
    const by = dateOf(all[0]!).startsWith("by") ? "by " : "";
    const doubt = doubtOf(all.find(({ date, unconfirmed }) => date.startsWith(year) && !unconfirmed) ?? all[0]!);
    const becameFull = events.some((event) => event.event === "converted-to-full" && place(event) === agency);
    const isProvisional = !becameFull && own.every(({ event }) => event !== "approved");
    const kept = isProvisional ? ` ${provisional(all[0]!)}` : becameFull ? "" : lastConditional(own);
    return { year, text: `${agency} ${by}${year}${kept}${doubt}`.trim() };
  });
  return said
    .sort((a, b) => compareDates(a.year, b.year))
    .map(({ text }) => text)
    .join(", ");
}

/** " (conditional in 2023)": of approvals by one agency, each of which its list of that year calls conditional; empty where one of them is full. */
const lastConditional = (own: readonly RegulatoryEvent[]): string =>
  own.every((event) => event.conditional_in) ? ` (conditional in ${own.at(-1)!.conditional_in})` : "";

/** What an agency calls an approval that waits for proof: the FDA's are accelerated, by the EMA and others conditional. */
export const provisional = ({ agency }: RegulatoryEvent): string => (agency === "FDA" ? "accelerated" : "conditional");

/** The agency of an event, or its country; empty where there is none. */
export const place = (event: RegulatoryEvent): string =>
  event.agency === "none" || event.agency === undefined
    ? ""
    : event.agency === "other"
      ? "elsewhere"
      : (PLACES[event.agency] ?? event.agency);

/** What follows an event that rests on memory or on one secondary source; else nothing. */
export const doubtOf = ({ unconfirmed }: Pick<RegulatoryEvent, "unconfirmed">): string => (unconfirmed ? " (unconfirmed)" : "");

/** When something happened; a date that is only that of the look-up, by the event's note, says so: "by 2025-12". */
export function dateOf({ date, note = "" }: RegulatoryEvent): string {
  const isLookUp = [...note.matchAll(/\b(?:as of|ended by|reported by) (\d{4}(?:-\d\d)?)/g)].some(([, on]) => on!.startsWith(date));
  return isLookUp ? `by ${date}` : date;
}

/** When development stopped; where the year of the stop is in no table, the event has that of the last report. */
export const stopDate = (event: RegulatoryEvent): string =>
  event.note?.includes("not in our tables") ? `by ${event.date}` : dateOf(event);

const join = (...parts: string[]): string => parts.filter(Boolean).join("; ");
