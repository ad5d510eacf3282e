/** An array of findings as objects. */
import type { About, Format } from "./format";

/** Each finding is printed as it comes: `[]` where there is none. */
export function jsonFormat({ dataset }: About): Format {
  let count = 0;
  return {
    begin: () => "[",
    note: ({ file, findings }) =>
      findings
        .map(({ start, end, level, rule, message, word, replacements }) => {
          const finding = {
            file,
            line: start.line,
            column: start.column,
            endLine: end.line,
            endColumn: end.column,
            severity: level,
            code: rule,
            word,
            message,
            replacements,
            dataset,
          };
          return `${count++ > 0 ? "," : ""}\n  ${JSON.stringify(finding)}`;
        })
        .join(""),
    end: () => (count > 0 ? "\n]\n" : "]\n"),
  };
}
