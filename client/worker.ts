/** The server as a worker that ends when it breaks, as a process does; then it is started again, see `restarts.ts`. */
import type { MessageReader } from "vscode-languageclient";

/** What there is to know of a worker here. */
export type Breakable = Pick<Worker, "addEventListener" | "terminate">;

/**
 * Messages of a worker; they end where it throws what nothing in it catches, or its script cannot be loaded.
 * @param reader reads its messages; by itself it never tells that there will be no more
 */
export function endingWith(worker: Breakable, reader: MessageReader): MessageReader {
  const onClose: MessageReader["onClose"] = (listener, thisArg) => {
    let isOver = false;
    worker.addEventListener("error", () => {
      if (isOver) return;
      isOver = true;
      worker.terminate();
      listener.call(thisArg);
    });
    return {
      dispose: () => {
        isOver = true;
      },
    };
  };
  return {
    onClose,
    onError: reader.onError,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen(callback),
    dispose: () => reader.dispose(),
  };
}
