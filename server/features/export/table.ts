/** Mentions as a table, one row each, for spreadsheets (CSV) and scripts (TSV). */
import type { Dataset } from "../../dataset/dataset";
import { BYTE_ORDER_MARK, csvRow, tsvRow } from "./spreadsheet";
import { thingOf, versionOf } from "./things";
import type { Writer } from "./writer";

/** Lines, columns and offsets are as in {@link noteMentions}; `also` are further readings, `context` is the sentence. */
const COLUMNS = [
  ...["file", "line", "column", "endLine", "endColumn", "start", "end", "startUtf16", "endUtf16"],
  ...["text", "matched", "nameType", "kind", "name", "id", "hgnc", "chembl", "drugbank", "xrefs"],
  ...["status", "statusAsOf", "setbacks", "also", "context", "dataset"],
] as const;

/** A row for each name, written as notes come. */
export const tsvWriter = (dataset: Dataset): Writer => tableWriter(dataset, tsvRow);
/** The same for spreadsheets. */
export const csvWriter = (dataset: Dataset): Writer => tableWriter(dataset, csvRow, BYTE_ORDER_MARK);

function tableWriter(dataset: Dataset, row: (cells: ReadonlyArray<string | number>) => string, before = ""): Writer {
  return {
    begin: () => before + row(COLUMNS),
    note: ({ dataset: own, file, passages }) =>
      passages
        .flatMap(({ names }) => names)
        .map(({ from, to, start, end, startUtf16, endUtf16, text, matched, nameType, entity, also, context }) => {
          const { kind, name, id, hgnc, chembl, drugbank, xrefs, status, statusAsOf, setbacks } = thingOf(own, entity);
          return row([
            ...[file, from.line, from.column, to.line, to.column, start, end, startUtf16, endUtf16],
            ...[text, matched, nameType, kind, name, id, hgnc, chembl, drugbank],
            xrefs.map(([database, value]) => `${database}:${value}`).join("; "),
            ...[status, statusAsOf, setbacks],
            also.map((other) => thingOf(own, other).id).join("; "),
            ...[context, versionOf(dataset)],
          ]);
        })
        .join(""),
    end: () => "",
  };
}
