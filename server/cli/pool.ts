/** Checks many notes on several threads; what comes of them is in the order of the notes, and little of it is held. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { Dataset } from "../dataset/dataset";
import type { Checked } from "./checked";
import { checkNote, failure, type NoteOptions } from "./checkNote";
import type { NoteFile } from "./files";
import { readNote } from "./readNote";
import type { Scope } from "./scopes";

/** Notes that a thread takes at once. */
const BATCH = 24;
/** Batches a thread that are under way or wait to be printed: what bounds memory. */
const AHEAD = 3;
/** More threads than these hold more memory than they save time. */
const MOST_THREADS = 4;

interface ThreadData {
  /** Bytes of the dataset, shared by all threads. */
  readonly dataset: Uint8Array;
  readonly options: NoteOptions;
}

/** A batch; settings are sent once to a thread and named by their number afterwards. */
interface Batch {
  readonly files: ReadonlyArray<readonly [file: string, settings: number]>;
  readonly settings: ReadonlyArray<readonly [number: number, settings: Scope]>;
}

interface Thread {
  readonly worker: Worker;
  readonly knows: Set<Scope>;
  /** The batch it is at. */
  job: Job | undefined;
}

interface Job {
  readonly notes: readonly NoteFile[];
  result: readonly Checked[] | undefined;
}

/**
 * Checks notes on as many threads as there are processors, at most four.
 * @param script file that calls {@link serve} when it is run in a thread
 * @param processors count of them
 * @returns what came of each note, in order
 */
export async function* checkOnThreads(
  notes: Iterator<NoteFile>,
  { script, processors, ...data }: ThreadData & { readonly script: string; readonly processors: number },
): AsyncGenerator<Checked> {
  const numbers = new Map<Scope, number>();
  const waiting: Job[] = [];
  let wake: () => void = () => undefined;
  let isAtEnd = false;
  const threads: Thread[] = [];

  const finish = (thread: Thread, result: readonly Checked[]) => {
    if (thread.job) thread.job.result = result;
    thread.job = undefined;
    give(thread);
    wake();
  };
  const start = () => {
    const worker = new Worker(script, { workerData: data });
    const thread: Thread = { worker, knows: new Set(), job: undefined };
    worker.on("message", (result: readonly Checked[]) => finish(thread, result));
    worker.on("error", (fault: Error) => {
      // its notes are lost, the others are not
      const lost = thread.job?.notes ?? [];
      threads.splice(threads.indexOf(thread), 1);
      if (lost.length > 0) start();
      if (thread.job) thread.job.result = lost.map(({ file }) => failure(file, `could not be checked: ${fault.message}`));
      wake();
    });
    threads.push(thread);
    give(thread);
  };
  /** Gives a thread its next batch, unless enough is under way. */
  const give = (thread: Thread) => {
    if (isAtEnd || thread.job || waiting.length >= AHEAD * MOST_THREADS) return;
    const batch: NoteFile[] = [];
    while (batch.length < BATCH) {
      const { value, done } = notes.next();
      if (done) {
        isAtEnd = true;
        break;
      }
      batch.push(value);
    }
    if (batch.length === 0) return;
    thread.job = { notes: batch, result: undefined };
    waiting.push(thread.job);
    thread.worker.postMessage(toMessage(batch, thread.knows, numbers));
  };

  try {
    for (let i = 0; i < Math.min(processors, MOST_THREADS) && !isAtEnd; i++) start();
    while (waiting.length > 0 || !isAtEnd) {
      if (threads.length === 0) start();
      for (const thread of [...threads]) give(thread);
      const [next] = waiting;
      if (!next) continue;
      if (next.result) {
        waiting.shift();
        yield* next.result;
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

function toMessage(batch: readonly NoteFile[], known: Set<Scope>, numbers: Map<Scope, number>): Batch {
  const settings: Array<[number, Scope]> = [];
  const files = batch.map(({ file, settings: own }): [string, number] => {
    const number = numbers.get(own) ?? numbers.size;
    numbers.set(own, number);
    if (!known.has(own)) {
      known.add(own);
      settings.push([number, own]);
    }
    return [file, number];
  });
  return { files, settings };
}

/** The work of a thread: answers every batch until it is ended. */
export function serve(): void {
  const { dataset: bytes, options } = workerData as ThreadData;
  const dataset = Dataset.open(bytes);
  if (typeof dataset === "string") throw new Error(dataset);
  const settings = new Map<number, Scope>();
  parentPort!.on("message", (batch: Batch) => {
    for (const [number, sent] of batch.settings) settings.set(number, sent);
    parentPort!.postMessage(batch.files.map(([file, number]) => checkNote(dataset, file, readNote(file), settings.get(number)!, options)));
  });
}
