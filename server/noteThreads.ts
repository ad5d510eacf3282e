/**
 * Threads that read notes for the index: this file starts them, and is what each of them runs. A bundle of its own in Node;
 * a thread takes the reading itself from those of the server.
 */
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { Dataset } from "./dataset/dataset";
import type { OwnPart } from "./dataset/own";
import { readNow } from "./disk";
import { atOnce } from "./giveWay";
import type { Readers, ReadNote } from "./index/background";
import { messageOf } from "./messageOf";
import type { Encoding } from "./positions";

/** More threads than these hold more memory than they save time. */
const MOST_THREADS = 3;
/** Notes that each is given ahead. */
const AHEAD = 4;
/** Bytes of a note, as for those that are open. */
const LARGEST = 64e6;
/** Memory of a thread, in MB: left to itself it takes three times as much before it looks for what is no longer used. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 };
/** How much a thread gives way to others, where the system knows that of threads: whoever types does not wait for it. */
const NICE = 5;

interface ThreadData {
  /** The file of the dataset, shared by all threads. */
  readonly bytes: Uint8Array;
  readonly own: readonly OwnPart[];
  readonly encoding: Encoding;
}

type Answer = (read: ReadNote | undefined) => void;

/** Starts threads, as many as there are processors, at most three. */
export async function openReaders({ ownParts: own }: Dataset, encoding: Encoding): Promise<Readers> {
  const file = readFileSync(path.join(__dirname, "../data/dataset.bin"));
  const bytes = new Uint8Array(new SharedArrayBuffer(file.length));
  bytes.set(file);
  const data: ThreadData = { bytes, own, encoding };
  const threads = Array.from({ length: Math.min(MOST_THREADS, os.availableParallelism()) }, () => new Thread(data));
  return {
    most: AHEAD * threads.length,
    canRead: (uri) => uri.startsWith("file:"),
    read: (uri, hash) => threads.reduce((idlest, thread) => (thread.asked < idlest.asked ? thread : idlest)).read(uri, hash),
    end: () => {
      for (const thread of threads) thread.end();
    },
  };
}

class Thread {
  private readonly worker: Worker;
  private readonly waiting = new Map<string, { readonly resolve: Answer; readonly reject: (error: Error) => void }>();
  private ended: Error | undefined;

  constructor(workerData: ThreadData) {
    this.worker = new Worker(__filename, { workerData, resourceLimits: LIMITS });
    this.worker.on("message", ([uri, read]: [uri: string, read: ReadNote | undefined]) => {
      this.waiting.get(uri)?.resolve(read);
      this.waiting.delete(uri);
    });
    this.worker.on("error", (error: Error) => this.lose(error));
    this.worker.on("exit", () => this.lose(new Error("the thread has ended")));
  }

  /** Notes that it is to read; more than any other has, once it has ended. */
  get asked(): number {
    return this.ended ? Number.POSITIVE_INFINITY : this.waiting.size;
  }

  read(uri: string, hash: number | undefined): Promise<ReadNote | undefined> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.waiting.set(uri, { resolve, reject });
      this.worker.postMessage([uri, hash]);
    });
  }

  end(): void {
    void this.worker.terminate();
  }

  private lose(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** The work of a thread: reads every note that it is told of, until it is ended. */
async function serve({ bytes, own, encoding }: ThreadData): Promise<void> {
  const { Dataset, positionOf, tableOfText, textHash } = await import("./later");
  const opened = Dataset.open(bytes);
  if (typeof opened === "string") throw new Error(opened);
  const dataset = own.length > 0 ? atOnce((await import("./workspace/workspace")).extend(opened, own)) : opened;
  const read = (uri: string, knownHash: number | undefined): ReadNote | undefined => {
    const file = readNow(fileURLToPath(uri), LARGEST);
    if (!(file instanceof Uint8Array) || file.includes(0)) return undefined;
    const text = new TextDecoder().decode(file);
    const hash = textHash(text);
    if (hash === knownHash) return { hash };
    return { hash, table: atOnce(tableOfText(dataset, uri, text, (note, offset) => positionOf(note, offset, encoding))) };
  };
  parentPort!.on("message", ([uri, hash]: [uri: string, hash: number | undefined]) => {
    let found: ReadNote | undefined;
    try {
      found = read(uri, hash);
    } catch (error) {
      found = { problem: messageOf(error) };
    }
    parentPort!.postMessage([uri, found], found && "table" in found ? [found.table.buffer as ArrayBuffer] : []);
  });
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
