/**
 * Threads that read notes for the index: this file starts them, and is the program that each of them runs. A bundle of its own in
 * Node; it takes the code that reads notes from the server's bundles.
 */
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, workerData } from "node:worker_threads";
import type { Dataset } from "./dataset/dataset";
import type { OwnPart } from "./dataset/own";
import { readNow } from "./disk";
import { atOnce } from "./giveWay";
import type { Asked, Readers, ReadNote } from "./index/backgroundHost";
import { messageOf } from "./messageOf";
import type { Encoding } from "./positions";
import { textIn } from "./textIn";
import { readShared, serveJobs, Threads } from "./threads";

/** How many threads there are at most: more take more memory than they save time. */
const MOST_THREADS = 3;
/** Greatest size of a note, in bytes, as for open notes. */
const LARGEST = 64e6;
/** Memory of a thread for new objects, in MB: without a limit it takes three times as much before it collects garbage. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 128 };
/** How far threads give way to others, on systems that allow it, so that whoever types does not wait for them. */
const NICE = 5;

interface ThreadData {
  /** The file of the dataset, shared by all threads. */
  readonly bytes: Uint8Array;
  readonly own: readonly OwnPart[];
  readonly encoding: Encoding;
}

/** Starts threads, as many as there are processors, at most three. */
export async function openReaders({ ownParts: own }: Dataset, encoding: Encoding): Promise<Readers> {
  const workerData: ThreadData = { bytes: readShared(path.join(__dirname, "../data/dataset.bin")), own, encoding };
  const count = Math.min(MOST_THREADS, os.availableParallelism());
  const threads = new Threads(__filename, { workerData, resourceLimits: LIMITS }, count);
  return {
    // one batch waits, so that no thread does
    most: count + 1,
    canRead: (uri) => uri.startsWith("file:"),
    read: (notes) => threads.do(() => notes),
    end: () => void threads.end(),
  };
}

/** The work of a thread: reads the notes that it is told of, until it is ended. */
async function serve({ bytes, own, encoding }: ThreadData): Promise<void> {
  const { Dataset, positionOf, tableOfText, textHash } = await import("./later");
  const opened = Dataset.open(bytes);
  if (typeof opened === "string") throw new Error(opened);
  const dataset = own.length > 0 ? atOnce((await import("./workspace/workspace")).extend(opened, own)) : opened;
  serveJobs((notes: readonly Asked[]) =>
    notes.map(({ uri, knownHash }): ReadNote | undefined => {
      try {
        const file = readNow(fileURLToPath(uri), LARGEST);
        const text = file instanceof Uint8Array ? textIn(file) : undefined;
        if (text === undefined) return undefined;
        const hash = textHash(text);
        if (hash === knownHash) return { hash };
        return { hash, table: atOnce(tableOfText(dataset, uri, text, (note, offset) => positionOf(note, offset, encoding))) };
      } catch (error) {
        return { problem: messageOf(error) };
      }
    }),
  );
}

if (!isMainThread) {
  try {
    // a priority is a thread's own there, a process's elsewhere
    if (process.platform === "linux") os.setPriority(NICE);
  } catch {
    // then the system shares as it likes
  }
  void serve(workerData as ThreadData);
}
