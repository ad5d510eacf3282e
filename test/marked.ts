/**
 * Test notes as data. `$0` stands for the cursor; a line of `^^^^ severity rule: part of the message` marks the
 * columns above it (UTF-16 units) and is taken out; `⟦…⟧` stands around a piece of text.
 */
import assert from "node:assert/strict";

/** A finding as a test writes it. */
export interface Mark {
  /** Line of the text without its mark lines, from 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly severity: string;
  readonly rule: string;
  /** Part of the message; empty where any will do. */
  readonly message: string;
}

export interface Marked {
  /** The note without cursor and marks. */
  readonly text: string;
  /** Offset of the cursor, or nothing. */
  readonly cursor: number | undefined;
  readonly marks: readonly Mark[];
}

const MARK = /^(\s*)(\^+) (\w+) ([\w-]+)(?:: (.*))?$/;

/** Reads cursor and marks out of a test note. */
export function readMarked(source: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split("\n")) {
    const [all, indent, carets, severity, rule, message] = MARK.exec(line) ?? [];
    if (all === undefined) lines.push(line);
    else {
      const from = indent!.length;
      marks.push({ line: lines.length - 1, from, to: from + carets!.length, severity: severity!, rule: rule!, message: message ?? "" });
    }
  }
  const text = lines.join("\n");
  const cursor = text.indexOf("$0");
  return cursor < 0 ? { text, cursor: undefined, marks } : { text: text.slice(0, cursor) + text.slice(cursor + 2), cursor, marks };
}

/**
 * Compares both ways: each mark must be found, and each thing found must be marked.
 * @param expected the marks of the test; a message is a part of the one found
 * @param found what was found, with whole messages
 */
export function compareMarks(expected: readonly Mark[], found: readonly Mark[]): void {
  const free = [...expected];
  const shown = found.map((mark) => {
    const place = free.findIndex((other) => print({ ...mark, message: "" }) === print({ ...other, message: "" }));
    return place >= 0 && mark.message.includes(free[place]!.message) ? free.splice(place, 1)[0]! : mark;
  });
  assert.equal(inOrder(shown), inOrder(expected));
}

const inOrder = (marks: readonly Mark[]): string =>
  [...marks]
    .sort((a, b) => a.line - b.line || a.from - b.from)
    .map(print)
    .join("\n");
const print = ({ line, from, to, severity, rule, message }: Mark): string =>
  `line ${line + 1}, ${from} to ${to}: ${severity} ${rule}: ${message}`;

/** A piece of text by its offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Takes the brackets ⟦…⟧ out of a text and says where they stood. */
export function readBrackets(source: string): { text: string; ranges: Range[] } {
  let text = "";
  const ranges: Range[] = [];
  for (const [i, part] of source.split(/[⟦⟧]/).entries()) {
    if (i % 2 === 1) ranges.push({ from: text.length, to: text.length + part.length });
    text += part;
  }
  return { text, ranges };
}

/** Puts brackets around pieces of a text, which may not overlap. */
export const withBrackets = (text: string, ranges: readonly Range[]): string =>
  edited(
    text,
    ranges.map(({ from, to }) => ({ from, to, text: `⟦${text.slice(from, to)}⟧` })),
  );

/** The text after edits; they may not overlap. */
export function edited(text: string, edits: ReadonlyArray<Range & { readonly text: string }>): string {
  const last = [...edits].sort((a, b) => b.from - a.from);
  return last.reduce((all, { from, to, text: more }) => all.slice(0, from) + more + all.slice(to), text);
}
