/** What the YAML parser finds wrong, with what to do about it. */
import type { ErrorCode, YAMLError } from "yaml";

/** The cures for problems that the parser finds. */
const CURES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: "write out what it stands for",
  BAD_DQ_ESCAPE: "write two backslashes for one, or put the text into single quotes",
  BLOCK_IN_FLOW: "put a comma behind each value between the brackets",
  BAD_INDENT: "begin what belongs together in one column",
  MISSING_CHAR: "write the sign that is missing, or put the text into quotes",
  TAB_AS_INDENT: "indent with spaces",
  UNEXPECTED_TOKEN: "take it out, or put the text into quotes",
};

/** A line that a tab indents, one before which stands what only looks like a space, or like a hyphen, and a key with its value right behind the colon. */
const TAB_AHEAD = /^ *\t/;
const NO_SPACE_AHEAD = /^ *[\u00a0\u2000-\u200b\u2060\u3000\ufeff]/;
const NO_HYPHEN_AHEAD = /^ *[\u2010-\u2015\u2022\u2212]/;
const GLUED_KEY = /^\s*(?:- +)?([A-Za-z_-]+:)(?!\/\/)\S/;

/**
 * What the parser says and what to do about it. Of a bracket it says how its end must be indented, which is nearly always missing,
 * of a tab before a key and of a colon without a space behind it, what it then takes the text for.
 * @param text the whole text, in whose line with the mistake its cause may be seen
 */
export function inYaml({ code, message, pos: [at] }: YAMLError, text: string): string {
  // our own refusals, which say what to do
  if (code === "RESOURCE_EXHAUSTION") return message;
  if (code === "MULTIPLE_DOCS") return "“---” begins another document here, and only the first counts; keep one";
  if (code === "DUPLICATE_KEY") return `“${/^[^\s:]*/.exec(text.slice(at, at + 80))![0]}” stands twice; keep one of the two`;
  const start = text.slice(0, at).lastIndexOf("\n") + 1;
  const [line] = text.slice(start).split("\n", 1) as [string];
  if (TAB_AHEAD.test(line)) return "tabs are not allowed as indentation; indent with spaces";
  if (NO_SPACE_AHEAD.test(line)) return "a sign that only looks like a space stands at the start of the line; indent with spaces";
  if (NO_HYPHEN_AHEAD.test(line)) return "the line begins with a dash or dot; write a hyphen, “-”";
  const glued = GLUED_KEY.exec(line)?.[1];
  if (glued && !MEANS_OTHER.has(code)) return `“${glued}” has no space behind its colon; put one there`;
  if (code === "BLOCK_AS_IMPLICIT_KEY")
    return /:(?:\s|$)/.test(line.slice(at - start))
      ? "a second colon stands in this line; put the text behind the first into quotes"
      : "the next line is indented deeper than this one; begin what belongs together in one column";
  if (WITHOUT_COLON.test(message)) return "a line has no colon; write “key: value”, or indent it as part of the text above";
  const before = line.slice(0, at - start);
  if (AT_END.test(message)) {
    const word = before.trimEnd().split(" ").at(-1)!;
    if (word.startsWith("*")) return "text that begins with * refers to what is called so; put it into quotes";
    const mark = word.at(-1);
    if (mark === '"' || mark === "'")
      return `the text goes on behind a closing ${mark}; put text with such marks between those of the other kind`;
  }
  if (OUT_OF_COLUMN.test(message) && before.trim() === "")
    return "this line begins left or right of those that it belongs to; begin what belongs together in one column";
  const quote = /closing (["'])quote/.exec(message)?.[1];
  if (quote) return `a text that begins with ${quote} does not end; write ${quote} behind it`;
  const end = /end with a ([\]}])/.exec(message)?.[1];
  if (end) return `a ${end === "]" ? "[" : "{"} above is not closed; end its list with ${end}, or put the text into quotes`;
  return `${lowerFirst(message)}; ${CURES[code] ?? "put text with signs such as : # [ { into quotes"}`;
}

/** What the parser says of a line that is not indented as the one before it, of one that is no key, and of what a text ends before. */
const OUT_OF_COLUMN = /without - indicator|scalar at node end|must start at the same column/;
const WITHOUT_COLON = /^Implicit (?:keys need to be on a single line|map keys need to be followed by map values)/i;
const AT_END = /scalar at node end/;

/** Mistakes that a colon without a space is not the cause of. */
const MEANS_OTHER: ReadonlySet<ErrorCode> = new Set(["BAD_DQ_ESCAPE", "BAD_ALIAS"]);

/** A text whose first letter is a small one. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
