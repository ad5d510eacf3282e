/** What an export is. Notes are written as they come; whatever needs all of them is written at the end. */
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
 * A writer that writes everything at the end.
 * @param add takes a note
 * @param end the text for all notes
 * @param begin the text before that
 */
export const atEnd = (add: (note: NoteMentions) => void, end: () => string, begin = ""): Writer => ({
  begin: () => begin,
  note: (note) => {
    add(note);
    return "";
  },
  end,
});
