/** Compares identifiers of the records with the cross-reference table. */
import { addTo } from "../server/dataset/lists";
import { type AnyRecord, referenceOf } from "../server/dataset/records";
import type { Book } from "./corroborate-names";
import { cellsIn, type Row } from "./source";

/** An identifier of a record beside those that tables have for it. */
export interface Identifier {
  readonly record: string;
  readonly key: string;
  readonly value: string;
  /** "unknown": no table has one for this record. */
  readonly verdict: "same" | "unknown" | "differs";
  readonly tables: readonly string[];
  /** Why it stands though it differs. */
  readonly reason?: string;
}

/**
 * Finds the table's rows of a record: a drug's by any of its names, a target's by its symbol.
 * @returns for each record its rows; all families' rows for a family, since ours and FamPlex share no names
 */
export function identifierTable(rows: readonly Row[], book: Book): (record: AnyRecord) => readonly Row[] {
  const held = new Map<string, Row[]>();
  for (const row of rows) {
    const references = row["kind"] === "drug" ? book.drugs(row["name"]!) : [`${row["kind"]}:${row["name"]}`];
    for (const reference of references) addTo(held, reference, row);
  }
  const families = rows.filter((row) => row["famplex"]);
  return (record) => (record.xrefs?.["famplex"] ? families : (held.get(referenceOf(record)) ?? []));
}

/** Kinds of identifiers that the table has a column for. */
const KEYS = ["chembl", "drugbank", "pubchem_cid", "unii", "mesh", "rxnorm", "atc", "hgnc", "entrez", "ensembl", "uniprot", "famplex"];

/** Every identifier of a record that the table has a column for, with its verdict. */
export function compareIdentifiers(record: AnyRecord, rows: readonly Row[]): Identifier[] {
  return Object.entries(record.xrefs ?? {}).flatMap(([key, values]) => {
    if (!KEYS.includes(key)) return [];
    const tables = [...new Set(rows.flatMap((row) => cellsIn(row[key])))].sort();
    return [values].flat().map((value): Identifier => {
      const verdict = tables.includes(value) ? "same" : tables.length === 0 ? "unknown" : "differs";
      return { record: referenceOf(record), key, value, verdict, tables: key === "famplex" ? [] : tables };
    });
  });
}
