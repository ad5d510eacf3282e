/**
 * Gives memory back soon after many notes were closed. V8 collects nothing until some hundred megabytes were allocated, and
 * nothing at all while nothing happens; so thousands of closed notes would take memory until then.
 */

/** How much text must have been closed, in UTF-16 units. */
const ENOUGH = 4 << 20;
/** How long no further note must have been closed before garbage is collected, in milliseconds. */
const QUIET = 500;

export class ClosedNotes {
  private readonly giveBack: (() => void) | undefined;
  private total = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param giveBack collects garbage; nothing where that cannot be asked for */
  constructor(giveBack: (() => void) | undefined) {
    this.giveBack = giveBack;
  }

  /** A note was closed. @param length of its text, in UTF-16 units */
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
