/** A table with a heading, one row a finding, for spreadsheets and scripts. */
import type { About, Format } from "./format";
import { printable } from "./text";

const COLUMNS = "file line column endLine endColumn severity rule word replacement message dataset".split(" ");

/** Of several replacements the first; tabs and line ends inside a cell become spaces. */
export function tsvFormat({ dataset }: About): Format {
  const row = (cells: ReadonlyArray<string | number>): string =>
    `${cells.map((cell) => printable(String(cell).replace(/[\t\r\n]+/g, " "))).join("\t")}\n`;
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
