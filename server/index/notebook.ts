/**
 * Notebooks that are not open (Jupyter's format 4): their Markdown cells, and where these stand in the file. A cell gets an
 * address only when an editor opens its notebook; so places are those in the file's JSON.
 */
import { messageOf } from "../messageOf";
import { Note } from "../note/note";
import { lastUpTo } from "../note/search";

/** A string in the file: where it begins in its cell's text, and where in the file, behind the quote. */
interface Piece {
  readonly from: number;
  readonly at: number;
}

/** A Markdown cell. Its text stands in one string, or in one for each line. */
export interface Cell {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/**
 * The Markdown cells of a notebook, in order.
 * @param json the file's text
 * @returns none for an empty file, as editors make them; for a file that is no notebook, throws a sentence that says what is wrong
 *   with it
 */
export function markdownCells(json: string): Cell[] {
  if (json.trim() === "") return [];
  const { cells, nbformat } = parsed(json) as { cells?: unknown; nbformat?: unknown };
  if (!Array.isArray(cells)) {
    const before = typeof nbformat === "number" && nbformat < 4;
    throw new Error(
      before ? `is a notebook of format ${nbformat}; save it anew with today's Jupyter` : "is no notebook: it has no list “cells”",
    );
  }
  const found: Cell[] = [];
  let type = "";
  let text = "";
  let pieces: Piece[] = [];
  // how deep in objects and lists, and the last key at each depth, none in a list: cells[i] is at depth 3
  let depth = 0;
  const keys: string[] = [];
  for (let i = 0; i < json.length; ) {
    const sign = json[i]!;
    if (sign === '"') {
      const end = endOfString(json, i);
      const isInCell = keys[1] === "cells" && keys[2] === "";
      const isSource = keys[3] === "source" && (depth === 3 || (depth === 4 && keys[4] === ""));
      if (isKey(json, end)) keys[depth] = json.slice(i + 1, end - 1);
      else if (isInCell && depth === 3 && keys[3] === "cell_type") type = json.slice(i + 1, end - 1);
      else if (isInCell && isSource) {
        pieces.push({ from: text.length, at: i + 1 });
        text += JSON.parse(json.slice(i, end));
      }
      i = end;
      continue;
    }
    if (sign === "{" || sign === "[") keys[++depth] = "";
    else if (sign === "}" || sign === "]") {
      depth--;
      if (depth === 2) {
        if (type === "markdown") found.push({ text, pieces });
        [type, text, pieces] = ["", "", []];
      }
    }
    i++;
  }
  return found;
}

/** A Markdown cell as a note, and a function for where one of its offsets stands in the file. */
interface CellNote {
  readonly note: Note;
  readonly inFile: (offset: number) => number;
}

/** The Markdown cells of a notebook as notes; what one of them defines holds in all. Throws as {@link markdownCells} does. */
export function cellNotes(uri: string, json: string): CellNote[] {
  const cells = markdownCells(json).map((cell): CellNote => {
    return { note: Note.create(uri, "markdown", 0, cell.text), inFile: (offset) => offsetInFile(json, cell, offset) };
  });
  const notes = cells.map(({ note }) => note);
  for (const note of notes) note.beside = notes;
  return cells;
}

/** The offset in the file for an offset in a cell's text. */
export function offsetInFile(json: string, { pieces }: Cell, offset: number): number {
  const piece = pieces[lastUpTo(pieces.length, (i) => pieces[i]!.from, offset)];
  if (!piece) return 0;
  let { at } = piece;
  for (let unit = piece.from; unit < offset; unit++) at += json[at] !== "\\" ? 1 : json[at + 1] === "u" ? 6 : 2;
  return at;
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? value : {};
  } catch (error) {
    const conflict = json.search(/^(?:<{7}|>{7}) /m);
    if (conflict >= 0) throw new Error(`holds a conflict of git in line ${lineOf(json, conflict)}; resolve it`);
    const [at] = /(?<=position )\d+/.exec(messageOf(error)) ?? [];
    const place = at === undefined ? "" : ` in line ${lineOf(json, Number(at))}`;
    throw new Error(`is broken JSON${place} (${messageOf(error)}); mend it, or take an earlier version`);
  }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** Where the string ends that begins at a quote: index behind its closing quote. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  for (; ; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
}

function isKey(json: string, at: number): boolean {
  while (/\s/.test(json[at] ?? "")) at++;
  return json[at] === ":";
}
