/**
 * What closed notes took is given back soon after many were closed. V8 collects nothing before some hundred megabytes were
 * allocated, and nothing at all as long as nothing goes on: who had thousands of notes open would pay for them until then.
 */

/** So much text must have been closed, in UTF-16 units. */
const ENOUGH = 4 << 20;
/** So long nothing more must be closed, in milliseconds. */
const QUIET = 500;

export class ClosedNotes {
  private readonly giveBack: (() => void) | undefined;
  private total = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param giveBack collects garbage; nothing where that cannot be asked for */
  constructor(giveBack: (() => void) | undefined) {
    this.giveBack = giveBack;
  }

  /** A note is closed, of a length in UTF-16 units. */
  closed(length: number): void {
    this.total += length;
    if (!this.giveBack || this.total < ENOUGH) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.total = 0;
      this.giveBack?.();
    }, QUIET);
  }
}
