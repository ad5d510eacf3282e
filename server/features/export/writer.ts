/** What an export is. Notes are written as they come; what needs all of them is written at the end. */
import type { NoteMentions } from "./noteMentions";

/** What is written besides notes. */
export interface About {
  /** Version of the program. */
  readonly version: string;
}

export interface Writer {
  /** What stands before the first note. */
  begin(): string;
  note(note: NoteMentions): string;
  /** What stands after the last note. */
  end(): string;
}

/**
 * A writer that has nothing to write of a note before all are there.
 * @param add takes note of one
 * @param end what is written of all
 * @param begin what stands before that
 */
export const atEnd = (add: (note: NoteMentions) => void, end: () => string, begin = ""): Writer => ({
  begin: () => begin,
  note: (note) => {
    add(note);
    return "";
  },
  end,
});
