/** The text of a note out of the bytes of its file. */
import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { isUtf16 } from "../workspace/text";
import { reason } from "./reason";

export interface NoteText {
  /** Without a byte-order mark. */
  readonly text: string;
  readonly hasMark: boolean;
  /** Whether the bytes are UTF-8 throughout; if not, the text must not be written back. */
  readonly isUtf8: boolean;
}

/** No note is larger, in MB: reading more would cost memory for what is surely data. */
export const LARGEST = 64;
/** How many bytes at the start of a file are searched for a NUL, which shows that it is no text. */
const START = 8000;

/**
 * Reads a note.
 * @returns the note, or why it cannot be read
 */
export function readNote(file: string): NoteText | string {
  try {
    if (statSync(file).size > LARGEST * 1e6) return `is larger than ${LARGEST} MB; split it if it is a note`;
    return decodeNote(readFileSync(file));
  } catch (fault) {
    return reason(fault);
  }
}

/**
 * Decodes a note.
 * @param bytes UTF-8; wrong bytes become U+FFFD
 * @returns the note, or why the bytes are none
 */
export function decodeNote(bytes: Buffer): NoteText | string {
  if (isUtf16(bytes)) return "is UTF-16 text; save it as UTF-8";
  if (bytes.subarray(0, START).includes(0)) return "is a binary file, no note";
  const text = bytes.toString("utf8");
  const hasMark = text.startsWith("\ufeff");
  return { text: hasMark ? text.slice(1) : text, hasMark, isUtf8: isUtf8(bytes) };
}
