/**
 * Which of the open notes are held as they were read. What is found in a note takes some twenty times its text. If many are open,
 * those that were asked about last keep it; the others are read again when needed.
 */

/** How many notes are held, whatever their length. */
const LEAST = 8;
/** How much text further notes may have together, in UTF-16 units. */
const MOST = 1 << 19;

export class HeldNotes {
  private readonly rest: (uri: string) => void;
  /** Lengths of the notes that are held, the one that was asked about last at the end. */
  private readonly lengths = new Map<string, number>();
  private total = 0;

  /** @param rest lets go of what was found in a note */
  constructor(rest: (uri: string) => void) {
    this.rest = rest;
  }

  /** A note is asked about. @param length of its text, in UTF-16 units */
  use(uri: string, length: number): void {
    this.delete(uri);
    this.lengths.set(uri, length);
    this.total += length;
    for (const oldest of this.lengths.keys()) {
      if (this.total <= MOST || this.lengths.size <= LEAST) return;
      this.delete(oldest);
      this.rest(oldest);
    }
  }

  /** A note is closed. */
  delete(uri: string): void {
    this.total -= this.lengths.get(uri) ?? 0;
    this.lengths.delete(uri);
  }
}
