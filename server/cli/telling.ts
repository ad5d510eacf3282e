/** What a run tells the user on standard error. */
import { counted } from "../features/counted";
import { printable } from "./formats/text";
import type { Progress } from "./progress";
import type { Surroundings } from "./surroundings";

export class Telling {
  /** What could not be read or done, a sentence each. */
  readonly problems: string[] = [];
  private readonly error: Surroundings["error"];
  private readonly progress: Progress | undefined;

  /** @param progress a line that makes room for others */
  constructor({ error }: Surroundings, progress?: Progress) {
    this.error = error;
    this.progress = progress;
  }

  /** Tells something in a line. */
  readonly tell = (line: string): void => {
    this.progress?.clear();
    this.error(`${printable(line)}\n`);
  };

  /** Tells what could not be read or done, and keeps it. */
  readonly fail = (problem: string): void => {
    this.problems.push(problem);
    this.tell(problem);
  };
}

/** Says how many documents were not looked at, so that nobody takes them for right. */
export function tellLeftOut(count: number, tell: Telling["tell"]): void {
  if (count > 0) tell(`${counted(count, "document")} left out: “languages” in a config.yaml has another list`);
}
