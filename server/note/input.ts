/** Prepares a note for the Markdown parser: lines that are no prose are left out. */
import type { Lines } from "./lines";
import { lastUpTo } from "./search";
import type { Input, Text } from "./text";

/** Longest line that is read, in UTF-16 units. Longer ones are data or minified text, and slow to parse. */
const LONGEST_LINE = 20_000;
/**
 * Longest run of lines without a blank one, in UTF-16 units. The line at which it gets longer is not read, so that the block ends
 * there.
 */
const LONGEST_RUN = 100_000;
/** Greatest indentation that is read, in characters. No list is so deep, and the time to parse one grows with the square of its depth. */
const DEEPEST = 200;

/** A part of a text. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** No part of a text. */
export const NOTHING: Part = { from: Number.POSITIVE_INFINITY, to: 0 };

/** A part of a text, enlarged by what an edit put in the place of [from, to). */
export const grown = (part: Part, from: number, to: number, growth: number): Part => ({
  from: Math.min(from, part.from),
  to: Math.max(to, part.to) + growth,
});

/**
 * The lines that are blank to the parser.
 * @param part where such lines may be, if they can be nowhere else; by default the whole text
 * @returns their indexes in order; `breaks` tells whether one of them ends a run, which other edits would move
 */
export function unreadLines(text: Text, lines: Lines, part: Part = { from: 0, to: text.length }): { unread: number[]; breaks: boolean } {
  const unread: number[] = [];
  let breaks = false;
  if (text.length <= LONGEST_LINE) return { unread, breaks };
  const sizeOf = (line: number) => (lines[line + 1] ?? text.length) - lines[line]!;
  const isEmpty = (line: number) => sizeOf(line) <= 2 && text.charCodeAt(lines[line]!) <= 13;
  // the run of lines that the part begins in is looked at from its start, the one that it ends in to its end
  let first = lastUpTo(lines.length, (i) => lines[i]!, part.from);
  while (first > 0 && !isEmpty(first - 1)) first--;
  let run = 0;
  for (let i = first; i < lines.length && (lines[i]! <= part.to || run > 0); i++) {
    const start = lines[i]!;
    const size = sizeOf(i);
    const isUnread = size > LONGEST_LINE || (size > DEEPEST && isBlank(text, start, start + DEEPEST));
    if (isUnread) unread.push(i);
    run = isUnread || isEmpty(i) ? 0 : run + size;
    if (run > LONGEST_RUN) {
      unread.push(i);
      breaks = true;
      run = 0;
    }
  }
  return { unread, breaks };
}

/** Whether there are spaces and tabs alone in [from, to). */
function isBlank(text: Text, from: number, to: number): boolean {
  while (from < to && (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9)) from++;
  return from === to;
}

/** The sentence about lines that are not read. */
export const unreadMessage = (count: number): string =>
  `${count} line${count === 1 ? " is" : "s are"} not read: longer than ${LONGEST_LINE} characters, indented by more than ${DEEPEST}, or in more than ${LONGEST_RUN} without a blank line. Break them up if they are prose.`;

/** The end of a table's row with Windows line ends. */
const ROW_END = /(\|[ \t]*)\r(?=\n)/g;
/** The line below a table's header with blanks behind its last stroke, where the parser knows no table. */
const DELIMITERS = /^([ \t>|:-]*-[ \t:]*)\|([ \t]+)$/gm;
/** The same with the blanks before that stroke: as long, and known. */
export const asDelimiters = (lines: string): string => lines.replace(DELIMITERS, "$1$2|");

/**
 * The text as the parser reads it: unread lines are blank, a lone carriage return is a line end, and the one of a blank line or of a
 * table's row a space: it ends no HTML at a line with a carriage return, and no table. The parser takes whole lines, and each piece is
 * made as it takes it: a key in a long note changes few.
 */
export function inputOf(text: Text, lines: Lines, unread: readonly number[]): Input {
  const lineAt = (offset: number) => lastUpTo(lines.length, (i) => lines[i]!, offset);
  return {
    length: text.length,
    indexOf: (_, start = 0) => (lines[lineAt(start) + 1] ?? 0) - 1,
    lastIndexOf: (_, start = text.length) => lines[lineAt(start + 1)]! - 1,
    slice: (from = 0, to = text.length) => {
      const written = text.slice(from, to);
      const plain = written.includes("\r") ? withoutReturns(written) : written;
      const parts: string[] = [];
      let at = 0;
      for (const line of unread) {
        const start = lines[line]! - from;
        if (start < 0 || start >= plain.length) continue;
        const end = (lines[line + 1] === undefined ? text.length : lines[line + 1]! - 1) - from;
        parts.push(plain.slice(at, start), " ".repeat(Math.max(0, end - start)));
        at = Math.max(start, end);
      }
      return parts.length > 0 ? parts.join("") + plain.slice(at) : plain;
    },
  };
}

function withoutReturns(lines: string): string {
  const plain = lines.replace(/\r+(?!\n)/g, ({ length }) => "\n".repeat(length)).replace(/((?:^|\n)[ \t]*)\r(?=\n)/g, "$1 ");
  return plain.includes("|") ? asDelimiters(plain.replace(ROW_END, "$1 ")) : plain;
}

/** Whether what stands between two such lines is a text, and they are rules: an empty line comes first, and no line has a key. */
const isText = (text: string): boolean => /^---[ \t]*\r?\n[ \t]*\r?\n\s*\S/.test(text) && !/^[\w"'][^\n:]{0,99}:(?:\s|$)/m.test(text);

/** How long the byte-order mark is that a text begins with: some clients leave it there. */
export const markLength = (text: Text): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);

/** How the front matter of a note begins, by its language, and the first characters and the whole of the line that ends it. */
const HEADS: ReadonlyArray<readonly [begins: RegExp, first: string, ends: RegExp]> = [
  [/^---[ \t]*\r?\n/, "-.", /^(?:---|\.\.\.)[ \t]*\r?$/],
  [/^\+{3}[ \t]*\r?\n\s*(?:["'\w.-]+[ \t]*=|\[)/, "+", /^\+{3}[ \t]*\r?$/],
  [/^\{[ \t]*\r?\n\s*"[^"\n]*"[ \t]*:/, "}", /^\}[ \t]*\r?$/],
];

/** Offset after the front matter (`---` … `---` or `...`, `+++` … `+++` for TOML, `{` … `}` for JSON), 0 when there is none. */
export function frontMatterEnd(text: Text): number {
  const from = markLength(text);
  const opening = text.slice(from, from + 200);
  const head = HEADS.find(([begins]) => begins.test(opening));
  if (!head) return 0;
  const [, first, ends] = head;
  for (let newline = text.indexOf("\n", from); newline >= 0; ) {
    const start = newline + 1;
    newline = text.indexOf("\n", start);
    if (!first.includes(text.slice(start, start + 1)) || !ends.test(text.slice(start, newline < 0 ? text.length : newline))) continue;
    return isText(text.slice(from, start)) ? 0 : newline < 0 ? text.length : newline + 1;
  }
  return 0;
}
