/** Adds to drugs what the open tables say they act on, beyond the mechanisms in their records: no rule may call such a pair wrong. */
import type { FoldTable } from "../server/dataset/fold";
import { type AnyRecord, referenceOf } from "../server/dataset/records";
import { bookOf } from "./corroborate-names";
import type { Row } from "./source";

/**
 * Adds to drugs the targets that the tables name.
 * @param rows of `imported/interactions.tsv`; those of relation "association" say no action and are left out
 * @returns the records in their order; those that the table does not know are unchanged
 */
export function joinInteractions(records: readonly AnyRecord[], rows: readonly Row[], fold: FoldTable): AnyRecord[] {
  const book = bookOf(records, fold);
  const targets = new Map<string, Set<string>>();
  for (const { drug = "", target = "", relation } of rows) {
    if (relation === "association" || target === "") continue;
    for (const reference of book.drugs(drug)) targets.set(reference, (targets.get(reference) ?? new Set()).add(target));
  }
  return records.map((record) => {
    if (record.kind !== "drug") return record;
    const own = new Set(record.mechanisms.map(({ target }) => target));
    const found = [...(targets.get(referenceOf(record)) ?? [])].filter((name) => !own.has(`target:${name}`)).sort();
    return found.length > 0 ? { ...record, also_targets: found } : record;
  });
}
