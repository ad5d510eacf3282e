/** Compares approvals in the records with the open tables, and adds those that tables know without a date. */
import type { FoldTable } from "../server/dataset/fold";
import { addTo } from "../server/dataset/lists";
import { type AnyRecord, type DrugRecord, type RegulatoryEvent, referenceOf } from "../server/dataset/records";
import { isApproval } from "../server/dataset/status";
import { type Book, bookOf } from "./corroborate-names";
import { cellsIn, type Row } from "./source";

/** Whether an agency approved a drug, by the record and by the tables. */
export interface Approval {
  readonly drug: string;
  readonly agency: string;
  readonly verdict: "both" | "record only" | "table only";
  readonly reason?: string;
}

/** A decision that a table dates, beside the record's. */
export interface DatedApproval {
  readonly drug: string;
  readonly agency: string;
  /** "approved" or "refused". */
  readonly event: string;
  readonly brand: string;
  readonly date: string;
  /** How the record's event fits: the same date, only the year or month of it, or no such event. */
  readonly verdict: "same" | "coarser" | "differs";
  readonly reason?: string;
}

/** An agency, its region in the tables, and the name of that region on cards. */
const AGENCIES: ReadonlyArray<readonly [agency: string, region: string, place: string]> = [
  ["FDA", "US", "US"],
  ["EMA", "EU", "EU"],
  ["PMDA", "JP", "Japan"],
];
/** The sources of the tables for a region: keys of `sources.tsv`. */
const TELLERS: Readonly<Record<string, readonly string[]>> = { US: ["fda", "medi"], EU: ["ema", "medi"], JP: ["medi"] };

/**
 * The agencies that approved a drug by its record, by the tables (FDA, EMA and MEDI), or by both.
 * @param rows of the cross-reference table that concern the drug
 */
export function compareApprovals(drug: DrugRecord, rows: readonly Row[]): Approval[] {
  const regions = regionsOf(rows);
  return AGENCIES.flatMap(([agency, region]): Approval[] => {
    const here = drug.regulatory.events.some((event) => event.agency === agency && isApproval(event));
    const there = regions.has(region);
    const verdict = here ? (there ? "both" : "record only") : "table only";
    return here || there ? [{ drug: referenceOf(drug), agency, verdict }] : [];
  });
}

/** Finds the dated decisions on a drug, by any of its names. */
export function datedApprovals(rows: readonly Row[], book: Book): (drug: DrugRecord) => readonly Row[] {
  const held = new Map<string, Row[]>();
  for (const row of rows) {
    for (const reference of book.drugs(row["drug"]!)) addTo(held, reference, row);
  }
  return (drug) => held.get(referenceOf(drug)) ?? [];
}

/** Each decision that a table dates, with the event of the record that says it best. */
export function compareDates(drug: DrugRecord, rows: readonly Row[]): DatedApproval[] {
  return rows.map((row): DatedApproval => {
    const { agency = "", event = "", brand = "", date = "" } = row;
    const own = drug.regulatory.events.filter((one) => one.agency === agency && one.event.startsWith(event) && date.startsWith(one.date));
    const verdict = own.some((one) => one.date === date) ? "same" : own.length > 0 ? "coarser" : "differs";
    return { drug: referenceOf(drug), agency, event, brand, date, verdict };
  });
}

/**
 * Adds to drugs the regions where open tables have them approved, where the record has no event of that agency at all:
 * an event needs a date, which these tables do not give.
 * @param rows of `imported/identifiers.tsv`
 * @returns the records in their order; those that need nothing as they were
 */
export function joinApprovals(records: readonly AnyRecord[], rows: readonly Row[], fold: FoldTable): AnyRecord[] {
  const book = bookOf(records, fold);
  const held = new Map<string, Row[]>();
  for (const row of rows) {
    if (!row["approved_in"]) continue;
    for (const reference of book.drugs(row["name"]!)) addTo(held, reference, row);
  }
  return records.map((record) => {
    const own = held.get(referenceOf(record));
    if (!own) return record;
    const { events } = (record as DrugRecord).regulatory;
    const isTold = (agency: string) => events.some((event: RegulatoryEvent) => event.agency === agency);
    const regions = regionsOf(own);
    const sources = new Set(own.flatMap((row) => cellsIn(row["source"])));
    const listed = AGENCIES.filter(([agency, region]) => regions.has(region) && !isTold(agency)).map(
      ([, region, place]) => [place, TELLERS[region]!.filter((key) => sources.has(key)).map((key) => `src:${key}`)] as const,
    );
    return listed.length > 0 ? { ...record, also_approved: listed } : record;
  });
}

const regionsOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.flatMap((row) => cellsIn(row["approved_in"])));
