/** Decides what to do when the server ends by itself: it is started again with all open notes, three times; then the user is asked. */
import type { CloseAction, CloseHandlerResult, ErrorAction, ErrorHandler, ErrorHandlerResult } from "vscode-languageclient";

/** How often the server is started again within this time, in milliseconds: one that ends more often will end again. */
const MOST = 3;
const WITHIN = 10 * 60_000;

// the library's own values, without the library, which only runs inside an editor
const CONTINUE: ErrorAction.Continue = 1;
const DO_NOT_RESTART: CloseAction.DoNotRestart = 1;
const RESTART: CloseAction.Restart = 2;

export class Restarts implements ErrorHandler {
  private readonly ask: () => void;
  private readonly now: () => number;
  /** When the server lately ended. */
  private ends: number[] = [];
  private hasRun = false;

  /**
   * @param ask tells the user that the server stays down, and offers to start it
   * @param now the time in milliseconds
   */
  constructor(ask: () => void, now: () => number = Date.now) {
    this.ask = ask;
    this.now = now;
  }

  /** A message was not read or not sent: where the server is gone, `closed` follows. */
  error(): ErrorHandlerResult {
    return { action: CONTINUE, handled: true };
  }

  /** The server runs. */
  ran(): void {
    this.hasRun = true;
  }

  /** The server has ended unasked. One that never ran would not run the next time either: whoever starts it reports that. */
  closed(): CloseHandlerResult {
    if (!this.hasRun) return { action: DO_NOT_RESTART, handled: true, message: "The server has ended before it ran." };
    const now = this.now();
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    if (this.ends.length <= MOST) return { action: RESTART, handled: true, message: "The server has ended and is started again." };
    this.ask();
    return { action: DO_NOT_RESTART, handled: true, message: `The server has ended ${this.ends.length} times and is not started again.` };
  }

  /** The user starts the server: it gets all its chances again. */
  forget(): void {
    this.ends = [];
    this.hasRun = false;
  }
}

/**
 * The version of a server that is not the client's own, as after an update without a reload.
 * @param own version of the client
 * @param server what the server calls its own, if it does
 * @returns nothing where they are the same
 */
export const versionSkew = (own: string, server: string | undefined): string | undefined => (server === own ? undefined : server);
