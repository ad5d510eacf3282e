/** Records as the editor's views show them, so that a client needs to know no drug. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, referenceOf } from "../../dataset/records";
import { datedText, statusOf } from "../../dataset/status";
import { fullNameOf, stepOf, symbolOf } from "../cards/words";
import type { Row, Shown } from "./shown";

/** A drug with its status, "discontinued, phase III, 2014 (as of 2025-12)", a target with its full name, a process with its step. */
export function shown(record: AnyRecord): Shown {
  const status = record.kind === "drug" ? statusOf(record) : undefined;
  const detail = status ? datedText(status, ", ") : fullNameOf(record);
  const symbol = symbolOf(record);
  const step = stepOf(record);
  return {
    label: record.preferred_name,
    kind: record.kind,
    reference: referenceOf(record),
    ...(symbol ? { symbol } : {}),
    ...(status ? { status: status.word } : {}),
    ...(detail ? { detail } : {}),
    ...(step ? { step } : {}),
  };
}

/** The row of a record. @param under the id of the row that holds it */
export const recordRow = (record: AnyRecord, under: string): Row => ({ ...shown(record), id: `${under}/${referenceOf(record)}` });

/** The records of references that have one, each once. */
export function recordsOf(dataset: Dataset, references: readonly string[] | undefined): AnyRecord[] {
  return [...new Set(references)].flatMap((reference) => dataset.recordOf(reference) ?? []);
}
