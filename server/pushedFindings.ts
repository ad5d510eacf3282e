/**
 * Sends findings to clients that do not ask for them. The note that changed last comes first, few notes are looked at together,
 * and never one twice at a time, so that the last report on a note is up to date.
 */
import { giveWay } from "./giveWay";

/** In how many notes findings are looked for together: a short note need not wait for a long one. */
const AT_ONCE = 2;

export class PushedFindings {
  private readonly say: (uri: string) => Promise<void>;
  /** Notes that changed since they were last looked at, the last one at the end. */
  private readonly changed = new Set<string>();
  private readonly inWork = new Set<string>();
  private isWaiting = false;
  private changes = 0;

  /** @param say looks for the findings of a note as it stands and sends them; none if it is closed. Does not reject */
  constructor(say: (uri: string) => Promise<void>) {
    this.say = say;
  }

  /** A note was opened, edited or closed, or its findings may have changed. */
  push(uri: string): void {
    this.changed.delete(uri);
    this.changed.add(uri);
    this.changes++;
    if (!this.isWaiting) void this.goOn();
  }

  private async goOn(): Promise<void> {
    this.isWaiting = true;
    // a client that opens or closes many notes is heard first: its next message has its turn after this one or the next
    for (let before = -1; before !== this.changes; ) {
      before = this.changes;
      await giveWay();
      await giveWay();
    }
    this.isWaiting = false;
    const free = [...this.changed].reverse().filter((uri) => !this.inWork.has(uri));
    for (const uri of free.slice(0, AT_ONCE - this.inWork.size)) {
      this.changed.delete(uri);
      this.inWork.add(uri);
      void this.say(uri).then(() => {
        this.inWork.delete(uri);
        if (this.changed.size > 0 && !this.isWaiting) void this.goOn();
      });
    }
  }
}
