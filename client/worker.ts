/** Lets a worker that breaks end, as a process would, so that it is started again; see `restarts.ts`. */
import type { Disposable, MessageReader } from "vscode-languageclient";
import { BROKEN } from "../server/protocol";

/** The parts of a worker that are needed here. */
export type Breakable = Pick<Worker, "addEventListener" | "terminate">;

/**
 * Reads messages of a worker until it says that it is broken, or the browser does, as for a script that cannot be loaded.
 * @param reader reads the messages; by itself it never notices that there will be no more
 */
export function endingWith(worker: Breakable, reader: MessageReader): MessageReader {
  const listeners = new Set<() => void>();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    worker.terminate();
    for (const tell of listeners) tell();
  };
  worker.addEventListener("error", end);
  return {
    onClose: (listener, thisArg): Disposable => {
      const tell = () => listener.call(thisArg);
      listeners.add(tell);
      return { dispose: () => void listeners.delete(tell) };
    },
    onError: reader.onError,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen((message) => ((message as { method?: string }).method === BROKEN ? end() : callback(message))),
    dispose: () => reader.dispose(),
  };
}
