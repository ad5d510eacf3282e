/** A line for each finding: `file:line:column severity message [rule]`, as terminals and editors link it. */
import type { Severity } from "../checked";
import type { Format } from "./format";

/** Colours by their numbers in a terminal (ECMA-48, SGR). */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };
const BOLD = 1;
const GREY = 90;

/** @param colours whether the terminal shows them */
export function textFormat(colours: boolean): Format {
  const paint = (number: number, text: string): string => (colours ? `\x1b[${number}m${text}\x1b[0m` : text);
  return {
    note: ({ file, findings }) =>
      findings
        .map(({ start, level, message, rule }) => {
          const place = `${paint(BOLD, printable(file))}:${start.line}:${start.column}`;
          return `${place} ${paint(COLOURS[level], level)} ${message} ${paint(GREY, `[${rule}]`)}\n`;
        })
        .join(""),
  };
}

/** A name of a file, which may hold anything, without what a terminal would obey or show in another order. */
export const printable = (name: string): string => name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "?");
