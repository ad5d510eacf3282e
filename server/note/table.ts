/** The table around a place in a note: its header, its rows and the cell. Read from the text alone, so that it works while a row is being typed. */
import type { Note } from "./note";

/** A cell of a table: its text without the space around it, and where it stands in the note, from bar to bar. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Table {
  readonly header: readonly Cell[];
  /** The rows below the delimiter, in order. */
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** Lines of the header and of the last row, from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Index of the row that holds the place: -1 in the header, -2 in the delimiter. */
  readonly row: number;
  /** Index of the column that holds the place. */
  readonly column: number;
}

/** How many lines of a table are looked at on each side of the place. */
const REACH = 400;
const DELIMITER = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;

/** The table that holds an offset. @returns nothing where there is none, in code too, or where its header is out of reach */
export function tableAt(note: Note, offset: number): Table | undefined {
  const { line } = note.positionAt(offset);
  if (!note.lineAt(line).includes("|")) return undefined;
  let first = line;
  while (first > 0 && line - first < REACH && note.lineAt(first - 1).includes("|")) first--;
  const delimiter = Math.max(first + 1, 1);
  if (!isDelimiter(note.lineAt(delimiter)) || delimiter >= note.lineCount) return undefined;
  let last = Math.max(line, delimiter);
  while (last + 1 < note.lineCount && last - line < REACH && note.lineAt(last + 1).includes("|")) last++;
  const cells = (at: number) => cellsOf(note.lineAt(at), note.offsetAt({ line: at, character: 0 }));
  const header = cells(first);
  const isProse = ({ text, start, end }: Cell) => text !== "" && note.passageAt(start + note.slice(start, end).indexOf(text)) !== undefined;
  if (!header.some(isProse)) return undefined;
  const rows: Cell[][] = [];
  for (let at = delimiter + 1; at <= last; at++) rows.push(cells(at));
  const start = note.offsetAt({ line, character: 0 });
  return {
    header,
    rows,
    firstLine: first,
    lastLine: last,
    row: line === first ? -1 : line - delimiter - 1 < 0 ? -2 : line - delimiter - 1,
    column: columnAt(note.lineAt(line), offset - start),
  };
}

const isDelimiter = (text: string): boolean => text.includes("-") && DELIMITER.test(text.trimEnd());

/** Cells of a table's line. Pipes with a backslash before them belong to the text. */
function cellsOf(text: string, start: number): Cell[] {
  const cells: Cell[] = [];
  const bars = barsOf(text);
  // what stands before a leading pipe and behind a closing one is no cell
  const edges = [...(text.slice(0, bars[0] ?? 0).trim() === "" ? [] : [-1]), ...bars];
  if (text.slice((bars.at(-1) ?? -1) + 1).trim() !== "") edges.push(text.length);
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]! + 1;
    cells.push({ text: text.slice(from, edges[i + 1]!).trim(), start: start + from, end: start + edges[i + 1]! });
  }
  return cells;
}

function columnAt(text: string, character: number): number {
  const bars = barsOf(text);
  const before = bars.filter((bar) => bar < character).length;
  return text.slice(0, bars[0] ?? 0).trim() === "" ? Math.max(0, before - 1) : before;
}

function barsOf(text: string): number[] {
  const bars: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "|") bars.push(i);
  }
  return bars;
}
