/** Joins evidence of CIViC and mechanisms of DrugMechDB to drugs and targets, through all names of the records. */
import type { FoldTable } from "../server/dataset/fold";
import { addTo } from "../server/dataset/lists";
import { type AnyRecord, type Evidence, type EvidenceItem, referenceOf } from "../server/dataset/records";
import { bookOf } from "./corroborate-names";
import { cellsIn, type Row, targetsIn } from "./source";

/** How many items a record has, at most: all of a drug's are read, a target's are only looked into. */
const MOST_ITEMS = { drug: 60, target: 20 } as const;

/** Whether an item of CIViC is on each of its drugs alone. */
export const isAlone = (row: Row): boolean => !row["therapy_interaction"] || row["therapy_interaction"] === "Substitutes";

/**
 * Adds the tables' evidence to drugs and targets.
 * @param tables those of CIViC and of DrugMechDB
 * @returns the records in their order; those that the tables do not know are unchanged
 */
export function joinEvidence(
  records: readonly AnyRecord[],
  tables: { readonly evidence: readonly Row[]; readonly mechanisms: readonly Row[] },
  fold: FoldTable,
): AnyRecord[] {
  const book = bookOf(records, fold);
  const items = new Map<string, Ranked[]>();
  const mechanisms = new Map<string, Evidence["mechanisms"][number][]>();
  for (const rows of byItem(tables.evidence)) {
    const item = readItem(rows);
    const drugs = rows.flatMap((row) => book.drugs(row["drug"] ?? ""));
    for (const reference of new Set([...drugs, ...targetsIn(rows[0]!["genes"])])) addTo(items, reference, item);
  }
  for (const row of tables.mechanisms) {
    const { drug = "", disease = "", drugmechdb_id: id = "" } = row;
    const mechanism = { drug, disease, targets: cellsIn(row["targets"]), pmids: cellsIn(row["pmids"]), id };
    for (const reference of new Set([...book.drugs(drug), ...targetsIn(row["targets"])])) addTo(mechanisms, reference, mechanism);
  }
  return records.map((record) => {
    if (record.kind !== "drug" && record.kind !== "target") return record;
    const reference = referenceOf(record);
    const own = items.get(reference) ?? [];
    const inDisease = new Map<string, number>();
    for (const { item } of own) inDisease.set(item[3], (inDisease.get(item[3]) ?? 0) + 1);
    const found = [...own].sort((a, b) => byRank(a, b, inDisease));
    const ways = (mechanisms.get(reference) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (found.length + ways.length === 0) return record;
    const { kind } = record;
    const shown = found.slice(0, MOST_ITEMS[kind]).map((one) => itemFor(kind, one));
    return { ...record, evidence: { ...count(found), items: shown, mechanisms: ways } };
  });
}

interface Ranked {
  readonly item: EvidenceItem;
  readonly alone: boolean;
  /** Number of the item in CIViC. */
  readonly id: number;
}

/** CIViC's table has a row for each drug of an item; here are the rows of one item together. */
function byItem(rows: readonly Row[]): Iterable<Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) addTo(grouped, row["civic_id"]!, row);
  return grouped.values();
}

function readItem(rows: readonly Row[]): Ranked {
  const row = rows[0]!;
  const cell = (column: string) => row[column] ?? "";
  const drugs = [...new Set(rows.map((one) => one["drug"] ?? ""))].filter(Boolean).sort();
  const item: EvidenceItem = [
    cell("evidence_level"),
    cell("evidence_direction") === "Supports" ? 1 : 0,
    cell("significance"),
    cell("disease"),
    // CIViC's v is whatever a gene is fused with
    cell("molecular_profile").replace(/\bv::(?=\S+ Fusion)/g, ""),
    drugs.join(isAlone(row) ? " or " : " + "),
    Number(cell("rating")),
    cell("pmid"),
  ];
  return { item, alone: isAlone(row), id: Number(cell("civic_id").replace(/\D/g, "")) };
}

/** An item in the form of a record, which leaves out that a drug is meant alone. */
function itemFor(kind: "drug" | "target", { item, alone }: Ranked): EvidenceItem {
  const [level, supports, significance, disease, profile, therapy, rating, pmid] = item;
  return [level, supports, significance, disease, profile, kind === "drug" && alone ? "" : therapy, rating, pmid];
}

/**
 * Highest level, then rating, then what supports, then the drug alone, then the disease that most items are on; last CIViC's
 * number, so that the order is always the same.
 */
function byRank(a: Ranked, b: Ranked, inDisease: ReadonlyMap<string, number>): number {
  const [levelA, supportsA, , diseaseA, , , ratingA] = a.item;
  const [levelB, supportsB, , diseaseB, , , ratingB] = b.item;
  if (levelA !== levelB) return levelA < levelB ? -1 : 1;
  return (
    ratingB - ratingA ||
    supportsB - supportsA ||
    Number(b.alone) - Number(a.alone) ||
    inDisease.get(diseaseB)! - inDisease.get(diseaseA)! ||
    a.id - b.id
  );
}

function count(found: readonly Ranked[]): Pick<Evidence, "levels" | "resistance" | "denied"> {
  const items = found.map(({ item }) => item);
  const levels = [...new Set(items.map(([level]) => level))].sort();
  const ofLevel = (level: string, supports: 0 | 1) => items.filter((item) => item[0] === level && item[1] === supports).length;
  const onResistance = (asked: 0 | 1) =>
    items.filter(([, supports, significance]) => supports === asked && /^Resistance|^Reduced/.test(significance)).length;
  const denied = onResistance(0);
  return {
    levels: levels.map((level) => [level, ofLevel(level, 1), ofLevel(level, 0)] as const),
    resistance: onResistance(1),
    ...(denied > 0 ? { denied } : {}),
  };
}
