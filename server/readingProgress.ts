/** Shows in the client that notes are read. */
import type { Progress } from "./index/backgroundHost";
import { inTime } from "./inTime";

/** What is needed of the connection. */
interface Wire {
  sendRequest(method: string, params: object): Promise<unknown>;
  sendNotification(method: string, params: object): Promise<void>;
  onNotification(method: string, handler: (params: { readonly token: unknown } | undefined) => void): { dispose(): void };
}

/** Fewer notes than these are read without showing progress. */
const FEW = 40;
const SILENT: Progress = { isCancelled: false, report: () => undefined, end: () => undefined };

/**
 * Makes the function that begins to show progress for a number of notes.
 * @param shows whether the client can show progress
 */
export function beginReading(wire: Wire, shows: boolean): (count: number) => Promise<Progress> {
  let begun = 0;
  return async (count) => {
    if (count < FEW || !shows) return SILENT;
    begun += 1;
    const token = `metastasis-notes-${begun}`;
    const tell = (value: object) => void wire.sendNotification("$/progress", { token, value });
    let shown = 0;
    const progress = {
      isCancelled: false,
      report: (done: number, all: number): void => {
        const percentage = Math.floor((100 * done) / all);
        if (percentage <= shown) return;
        shown = percentage;
        tell({ kind: "report", percentage, message: `${done}/${all}` });
      },
      end: (): void => {
        tell({ kind: "end" });
        cancelling.dispose();
      },
    };
    const cancelling = wire.onNotification("window/workDoneProgress/cancel", (params) => {
      if (params?.token === token) progress.isCancelled = true;
    });
    // listened to before: a client may stop what it is just asked to show
    if ((await inTime(wire.sendRequest("window/workDoneProgress/create", { token }).then(() => true))) === undefined) {
      cancelling.dispose();
      return SILENT;
    }
    tell({ kind: "begin", title: "Reading notes", cancellable: true, percentage: 0 });
    return progress;
  };
}
