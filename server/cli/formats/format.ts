/** What a format is. Notes are printed as they come, so that nothing is held. */
import type { Checked } from "../checked";

/** What is printed besides notes. */
export interface About {
  /** Version of the program. */
  readonly version: string;
  /** Version of the dataset, "2026.11". */
  readonly dataset: string;
}

export interface Format {
  /** What stands before the first note, if anything does. */
  begin?(): string;
  /** What is printed of a note; empty where nothing is wrong with it. */
  note(checked: Checked): string;
  /**
   * What stands after the last note, if anything does.
   * @param problems what could not be read or done, a sentence each
   */
  end?(problems: readonly string[]): string;
}
