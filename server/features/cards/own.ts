/** What folders say of something, beside what the dataset says: a third voice, each line with the folder's name. */
import type { Dataset } from "../../dataset/dataset";
import type { OwnPart } from "../../dataset/own";
import type { AnyRecord, Claim, DrugRecord, Mechanism, RegulatoryEvent } from "../../dataset/records";
import { compareDates, statusOf } from "../../dataset/status";
import { type Line, SEPARATOR, type Span } from "../print";
import type { Draft } from "./fit";
import { sourceSpan } from "./sources";
import { few, MOST } from "./words";

/** Least length to which a folder's text may be cut. */
const LEAST = 90;
/** How many claims of folders are shown. */
const MOST_CLAIMS = 2;
/** How many events that a folder adds to a drug are shown: the last ones. */
const MOST_EVENTS = 2;

/** Whether only folders have a record. */
export const isOwn = (record: AnyRecord): boolean => record.own !== undefined && record.review.checked === "";

/** The names of the folders that speak of a record, each once. */
export const foldersOf = (record: AnyRecord): string[] => [...new Set((record.own ?? []).map(({ from }) => from))];

/** These names in quotation marks: a folder may be called “a”. */
export const quotedFolders = (record: AnyRecord): string[] => foldersOf(record).map((name) => `“${name}”`);

/** The lines of folders: a status or summary other than the record's, and their claims. None for a record that no folder speaks of. */
export function ownLines(dataset: Dataset, record: AnyRecord): Draft[] {
  const said = (record.own ?? []).flatMap((part): Draft[] =>
    differences(dataset, record, part).map((line, i) => ({ line, rank: i === 0 ? 0.6 : 2.6 })),
  );
  const claims = (record.claims ?? []).filter(({ voice }) => voice === "own");
  const more = claims.length > MOST_CLAIMS ? ` (+${claims.length - MOST_CLAIMS} more)` : "";
  const shown = claims
    .slice(0, MOST_CLAIMS)
    .map((claim, i): Draft => ({ line: claimLine(dataset, claim, i === MOST_CLAIMS - 1 ? more : ""), rank: 1.5 + i }));
  return [...said, ...shown];
}

/** What a folder says of a record otherwise than it stands there: events and mechanisms that it lacks, another name or summary. */
interface Differences {
  readonly events: readonly RegulatoryEvent[];
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly mechanisms: readonly Mechanism[];
}

/** What a part says that its record does not. */
export function differencesOf(record: AnyRecord, { data }: OwnPart): Differences {
  const drug = record as DrugRecord;
  const dated = record.kind === "drug" ? (data.regulatory?.events ?? []) : [];
  const { preferred_name: name, summary } = data;
  return {
    events: dated.filter((event) => !drug.regulatory.events.some((known) => isSameEvent(event, known))),
    name: name === record.preferred_name ? undefined : name,
    summary: summary === record.summary ? undefined : summary,
    mechanisms: data.mechanisms?.filter(({ target }) => !drug.mechanisms?.some((known) => known.target === target)) ?? [],
  };
}

/** "bone group says: discontinued (2026) · as of 2026-11; the dataset says otherwise". */
function differences(dataset: Dataset, record: AnyRecord, part: OwnPart): Line[] {
  const lines: Line[] = [];
  const says = (text: string) => lines.push([voice(part.from), { text: ` ${text}`, atLeast: LEAST }]);
  const { events, name, summary, mechanisms } = differencesOf(record, part);
  if (events.length > 0) lines.push(statusLine(record as DrugRecord, part.from, { as_of: part.data.regulatory!.as_of, events }));
  if (name) says(`it is called ${name}`);
  if (summary) says(summary);
  if (mechanisms.length > 0)
    says(
      few(
        mechanisms.map(({ verb, target }) => `${verb} ${dataset.nameOf(target)}`),
        MOST,
      ),
    );
  return lines;
}

const isSameEvent = (a: RegulatoryEvent, b: RegulatoryEvent): boolean => a.date === b.date && a.event === b.event && a.agency === b.agency;

/** "bone says: discontinued 2026-10 · as of 2026-11; this is not the status above". */
function statusLine(drug: DrugRecord, from: string, { as_of, events }: DrugRecord["regulatory"]): Line {
  const ours = statusOf(drug).word;
  const all = [...drug.regulatory.events, ...events].sort((a, b) => compareDates(a.date, b.date));
  const [alone, joined] = [events, all].map((known) => statusOf({ ...drug, regulatory: { as_of, events: known } }).word);
  const isOther = joined !== ours || (alone !== ours && alone !== "status unknown");
  const last = events
    .slice(-MOST_EVENTS)
    .map(({ event, agency, date, indication }) =>
      [event.replaceAll("-", " "), agency === "none" || agency === "other" ? "" : agency, date, indication].filter(Boolean).join(" "),
    );
  return [
    { ...voice(from), ...(isOther ? { icon: "warning" } : {}) },
    { text: ` ${last.join("; ")}`, atLeast: LEAST },
    { text: `${SEPARATOR}as of ${as_of}${isOther ? "; this is not the status above" : ""}` },
  ];
}

const voice = (from: string): Span => ({ text: `${from} says:`, style: "emphasis" });

function claimLine(dataset: Dataset, claim: Claim, more: string): Line {
  const [first] = claim.sources.map((source) => sourceSpan(dataset, source));
  const others = claim.sources.length > 1 ? ` +${claim.sources.length - 1} more` : "";
  return [
    voice(claim.from ?? ""),
    { text: ` ${claim.text}`, atLeast: LEAST },
    { text: " " },
    ...(first ? [first] : []),
    { text: others + more },
  ];
}
