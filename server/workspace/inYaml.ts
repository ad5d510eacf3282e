/** What the YAML parser finds wrong, with what to do about it. */
import type { ErrorCode, YAMLError } from "yaml";

/** The cures for problems that the parser finds. */
const CURES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: "write out what it stands for",
  BAD_DQ_ESCAPE: "write two backslashes for one, or put the text into single quotes",
  BLOCK_IN_FLOW: "put a comma behind each value between the brackets",
  BAD_INDENT: "begin what belongs together in one column",
  DUPLICATE_KEY: "keep one of the two",
  MISSING_CHAR: "write the sign that is missing, or put the text into quotes",
  TAB_AS_INDENT: "indent with spaces",
  UNEXPECTED_TOKEN: "take it out, or put the text into quotes",
};

/** A line that a tab indents, and a key with its value right behind the colon. */
const TAB_AHEAD = /^ *\t/;
const GLUED_KEY = /^\s*(?:- +)?([A-Za-z_-]+:)(?!\/\/)\S/;

/**
 * What the parser says and what to do about it. Of a bracket it says how its end must be indented, which is nearly always missing,
 * of a tab before a key and of a colon without a space behind it, what it then takes the text for.
 * @param text the whole text, in whose line with the mistake its cause may be seen
 */
export function inYaml({ code, message, pos: [at] }: YAMLError, text: string): string {
  const [line] = text.slice(text.slice(0, at).lastIndexOf("\n") + 1).split("\n", 1) as [string];
  if (TAB_AHEAD.test(line)) return "tabs are not allowed as indentation; indent with spaces";
  const glued = GLUED_KEY.exec(line)?.[1];
  if (glued && !MEANS_OTHER.has(code)) return `“${glued}” has no space behind its colon; put one there`;
  const end = /end with a ([\]}])/.exec(message)?.[1];
  if (end) return `a ${end === "]" ? "[" : "{"} above is not closed; end its list with ${end}, or put the text into quotes`;
  return `${lowerFirst(message)}; ${CURES[code] ?? "put text with signs such as : # [ { into quotes"}`;
}

/** Mistakes that a colon without a space is not the cause of. */
const MEANS_OTHER: ReadonlySet<ErrorCode> = new Set(["DUPLICATE_KEY", "BAD_DQ_ESCAPE", "BAD_ALIAS"]);

/** A text whose first letter is a small one. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
