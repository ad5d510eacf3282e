/** The text of a note out of the bytes of its file. */
import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { textIn } from "../textIn";
import { reason } from "./reason";

export interface NoteText {
  /** Without a byte-order mark. */
  readonly text: string;
  /** Whether a mark of UTF-8 stands there. */
  readonly hasMark: boolean;
  /** Whether the bytes are UTF-8 throughout; if not, the text must not be written back. */
  readonly isUtf8: boolean;
}

/** No note is larger, in MB: reading more would cost memory for what is surely data. */
export const LARGEST = 64;

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
 * @returns the note, or why the bytes are none
 */
export function decodeNote(bytes: Buffer): NoteText | string {
  const text = textIn(bytes);
  return text === undefined
    ? "is a binary file, no note"
    : { text, hasMark: bytes.toString("utf8", 0, 3) === "\ufeff", isUtf8: isUtf8(bytes) };
}
