/**
 * Positions as a client counts their columns. The core counts in UTF-16 units, which every client understands; bytes and
 * characters are converted here.
 */
import type { Position } from "./note/lines";
import type { Note } from "./note/note";

/** Ways to count columns, by LSP's names. */
const ENCODINGS = ["utf-16", "utf-8", "utf-32"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The way of counting that the client prefers among those we know; UTF-16 units if it names none. */
export function encodingOf(offered: unknown): Encoding {
  const known = Array.isArray(offered) ? ENCODINGS.filter((encoding) => offered.includes(encoding)) : [];
  return known.sort((a, b) => (offered as unknown[]).indexOf(a) - (offered as unknown[]).indexOf(b))[0] ?? "utf-16";
}

/** Offset of a client's position. A position outside the note is moved to the nearest place inside, one inside a character to its start. */
export function offsetOf(note: Note, position: Position, encoding: Encoding): number {
  return note.offsetAt(toUnits(note, position, encoding));
}

/** Position of an offset, as the client counts. */
export function positionOf(note: Note, offset: number, encoding: Encoding): Position {
  const position = note.positionAt(offset);
  if (encoding === "utf-16") return position;
  const start = note.offsetAt({ line: position.line, character: 0 });
  return { line: position.line, character: widthOf(note.text.slice(start, start + position.character), encoding) };
}

/** A client's position with its column in UTF-16 units. */
export function toUnits(note: Note, position: Position, encoding: Encoding): Position {
  const { line, character } = position;
  if (encoding === "utf-16" || !(character > 0)) return position;
  const text = note.lineAt(Math.floor(line));
  let units = 0;
  for (let width = 0; units < text.length; ) {
    const code = text.codePointAt(units)!;
    width += widthOfCode(code, encoding);
    if (width > character) break;
    units += code > 0xffff ? 2 : 1;
  }
  return { line, character: units };
}

/** How many columns a text takes. */
export function widthOf(text: string, encoding: Encoding): number {
  if (encoding === "utf-16") return text.length;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    width += widthOfCode(code, encoding);
    if (code > 0xffff) i++;
  }
  return width;
}

/** Columns of a character; a surrogate without its other half takes the three bytes of the character that replaces it. */
const widthOfCode = (code: number, encoding: Encoding): number =>
  encoding === "utf-32" ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
