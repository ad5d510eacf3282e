/** How far a long run is, on a terminal. */
import { counted } from "../features/counted";

/** How long the first message waits, so that short runs say nothing, and the time between two, in milliseconds. */
const FIRST = 700;
const BETWEEN = 100;

/**
 * Whether somebody watches a run on a terminal that can write over its line.
 * @param term the terminal's name: Emacs and others call theirs “dumb”, which shows what it is told to do as letters
 */
export const isWatched = ({ isTTY }: { readonly isTTY?: boolean }, term: string | undefined): boolean => isTTY === true && term !== "dumb";

/** A line that is written over; other output goes between {@link clear} and the next {@link tell}. */
export class Progress {
  private readonly write: (text: string) => void;
  private readonly now: () => number;
  private next: number;
  private isShown = false;

  /**
   * @param write to the terminal
   * @param now a clock, in milliseconds
   */
  constructor(write: (text: string) => void, now: () => number) {
    this.write = write;
    this.now = now;
    this.next = now() + FIRST;
  }

  /** Says how far the run is, when it is time again. */
  tell(notes: number, findings: number): void {
    const now = this.now();
    if (now < this.next) return;
    this.next = now + BETWEEN;
    this.write(`\r${counted(notes, "note")} checked, ${counted(findings, "finding")}\x1b[K`);
    this.isShown = true;
  }

  /** Takes the line away, so that others can be printed there. */
  clear(): void {
    if (this.isShown) this.write("\r\x1b[K");
    this.isShown = false;
  }
}
