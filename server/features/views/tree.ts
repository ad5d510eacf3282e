/** The rows of records in the editor's trees, in words, so that a client can show them without knowing a drug. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, type DrugRecord, referenceOf, type TargetRecord } from "../../dataset/records";
import { datedText, statusOf } from "../../dataset/status";
import { kindWord, symbolOf } from "../cards/words";
import type { Row } from "./shown";

/** Status of a drug as a word with what follows it and when somebody last looked: "discontinued, phase III, 2014 (as of 2025-12)". */
export const datedStatus = (drug: DrugRecord): string => datedText(statusOf(drug), ", ");

/** The row of a record: a drug with its status, a target with its full name. @param under the id of the row that holds it */
export function recordRow(record: AnyRecord, under: string, rows?: readonly Row[], description = ""): Row {
  const { kind, preferred_name: label } = record;
  const reference = referenceOf(record);
  const said = record.kind === "drug" ? datedStatus(record) : ((record as TargetRecord).full_name ?? "");
  const symbol = symbolOf(record);
  const shown = record.kind === "drug" ? statusOf(record).word : `${kindWord(kind)}${symbol && ` ${symbol}`}`;
  return {
    id: `${under}/${reference}`,
    label,
    description: description || shown,
    spoken: [label, kindWord(kind), description, said].filter(Boolean).join(", "),
    kind,
    reference,
    ...(rows && rows.length > 0 ? { rows } : {}),
  };
}

/** The records of references that have one, each once. */
export function recordsOf(dataset: Dataset, references: readonly string[] | undefined): AnyRecord[] {
  return [...new Set(references)].flatMap((reference) => dataset.recordOf(reference) ?? []);
}
