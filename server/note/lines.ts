/** The lines of a text, and places in them. Columns are UTF-16 units. */
import { lastUpTo } from "./search";
import type { Text } from "./text";

/** A place in a note: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets at which lines start; at least one. */
export type Lines = Uint32Array;

/** The starts of the lines of a text. Line ends are LF, CRLF and a lone CR, as in LSP. */
export function lineStartsOf(text: string): Lines {
  const starts = [0];
  addStarts(starts, text, 0, text.length);
  return new Uint32Array(starts);
}

/** Adds the starts of the lines that begin after a line end in [from, to). */
function addStarts(starts: number[], text: Text, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) starts.push(i + 1);
    else if (c === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
}

/** Line starts after an edit that replaced [from, to) by `inserted` units. */
export function editedLines(lines: Lines, before: Text, after: Text, from: number, to: number, inserted: number): Lines {
  // a carriage return at the edit's edge may join a line feed or lose it: look at the units around as well
  const start = Math.max(0, from - 1);
  const shift = after.length - before.length;
  const keep = Math.max(1, countUpTo(lines, start));
  const added: number[] = [];
  addStarts(added, after, start, Math.min(after.length, from + inserted + 1));
  const last = added.at(-1) ?? lines[keep - 1]!;
  let resume = countUpTo(lines, to + 1);
  while (resume < lines.length && lines[resume]! + shift <= last) resume++;
  const edited = new Uint32Array(keep + added.length + lines.length - resume);
  edited.set(lines.subarray(0, keep));
  edited.set(added, keep);
  for (let i = resume, at = keep + added.length; i < lines.length; i++, at++) edited[at] = lines[i]! + shift;
  return edited;
}

/** How many lines start at or before an offset. */
const countUpTo = (lines: Lines, offset: number): number => lastUpTo(lines.length, (i) => lines[i]!, offset) + 1;

/** Offset of a place; one outside the text is moved to the nearest place inside. */
export function offsetIn(text: Text, lines: Lines, position: Position): number {
  const { line, character } = position;
  if (!(line >= 0)) return 0;
  if (line >= lines.length) return text.length;
  const start = lines[Math.floor(line)]!;
  const next = lines[Math.floor(line) + 1];
  let end = next ?? text.length;
  if (next !== undefined) {
    if (text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 && end - 2 >= start) end -= 2;
    else end -= 1;
  }
  const column = Number.isFinite(character) ? Math.floor(character) : character > 0 ? end - start : 0;
  return Math.max(start, Math.min(start + column, end));
}

/** Place of an offset; one outside the text is moved to its edge. */
export function placeOf(text: Text, lines: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, text.length));
  const line = lastUpTo(lines.length, (i) => lines[i]!, at);
  return { line, character: at - lines[line]! };
}
