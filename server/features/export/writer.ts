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
