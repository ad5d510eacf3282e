/** What the YAML parser finds wrong, with what to do about it. */
import type { ErrorCode } from "yaml";

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

/** What the parser says and what to do about it. Of a bracket it says how its end must be indented, which is nearly always missing. */
export function inYaml(code: ErrorCode, message: string): string {
  const end = /end with a ([\]}])/.exec(message)?.[1];
  if (end) return `a ${end === "]" ? "[" : "{"} above is not closed; end its list with ${end}, or put the text into quotes`;
  return `${lowerFirst(message)}; ${CURES[code] ?? "put text with signs such as : # [ { into quotes"}`;
}

/** A text whose first letter is a small one. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
