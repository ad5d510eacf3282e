/** A table with a heading, one row a finding, for spreadsheets and scripts. */
import { tsvRow } from "../../features/export/spreadsheet";
import type { About, Format } from "./format";
import { printable } from "./text";

const COLUMNS = "file line column endLine endColumn severity rule word replacement message dataset".split(" ");

/** Of several replacements the first; a file or word that a spreadsheet would take for a formula or a date is kept from it. */
export function tsvFormat({ dataset }: About): Format {
  const row = (cells: ReadonlyArray<string | number>): string =>
    tsvRow(cells.map((cell) => (typeof cell === "number" ? cell : printable(cell.replace(/[\t\r\n]+/g, " ")))));
  return {
    begin: () => row(COLUMNS),
    note: ({ file, findings }) =>
      findings
        .map(({ start, end, level, rule, word, replacements, message }) =>
          row([file, start.line, start.column, end.line, end.column, level, rule, word, replacements[0] ?? "", message, dataset]),
        )
        .join(""),
  };
}
