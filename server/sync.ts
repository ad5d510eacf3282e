/** The text of notes as clients send it, read with no trust in its shape. */
import { type Change, Note } from "./note/note";
import { type Encoding, toUnits } from "./positions";

/** A note as it was opened; an empty one if its text is no text. */
export const openNote = (uri: string, languageId: string, version: number, text: unknown): Note =>
  Note.create(uri, languageId, version, typeof text === "string" ? text : "");

/** The note after its edits; anything that is no edit is ignored. */
export function changeNote(note: Note, changes: readonly unknown[], version: number, encoding: Encoding): Note {
  const edits = changes.filter(isChange);
  if (encoding === "utf-16") return Note.update(note, edits, version);
  // each edit counts columns of the note as the ones before left it
  for (const { range, text } of edits) {
    const edit = range
      ? { range: { start: toUnits(note, range.start, encoding), end: toUnits(note, range.end, encoding) }, text }
      : { text };
    note = Note.update(note, [edit], version);
  }
  return note;
}

function isChange(change: unknown): change is Change {
  const { text, range } = (change ?? {}) as { text?: unknown; range?: { start?: unknown; end?: unknown } };
  return typeof text === "string" && (range == null || (isObject(range) && isObject(range.start) && isObject(range.end)));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
