/** Does something with many notes on several threads; what comes of them is in the order of the notes, and little of it is held. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { Dataset } from "../dataset/dataset";
import type { NoteFile } from "./files";
import type { Scope } from "./scopes";
import type { Surroundings } from "./surroundings";

/** Notes from which several threads are faster than one. */
const MANY = 64;
/** Notes that a thread takes at once. */
const BATCH = 24;
/** Batches a thread that are under way or wait to be printed: what bounds memory. */
const AHEAD = 3;
/** More threads than these hold more memory than they save time. */
const MOST_THREADS = 4;

/** What is done with a note, as all threads know it by its name. What comes of it is plain data. */
export type Work<Options, Result> = (dataset: Dataset, file: string, scope: Scope, options: Options) => Result;

interface ThreadData {
  /** Bytes of the dataset, shared by all threads. */
  readonly bytes: Uint8Array;
  /** The name of the work. */
  readonly does: string;
  readonly options: unknown;
}

/** Something to be done with notes. */
export interface Task<Options, Result> {
  readonly does: string;
  readonly work: Work<Options, Result>;
  readonly options: Options;
  /** What comes of a note whose thread has ended. */
  readonly lost: (file: string, problem: string) => Result;
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
  result: readonly unknown[] | undefined;
}

/**
 * Does something with every note: here where there are few, else on as many threads as there are processors, at most four.
 * @param bytes of the dataset, in memory that threads can share
 * @returns each note with what came of it, in order
 */
export async function* onNotes<Options, Result>(
  notes: Iterator<NoteFile>,
  task: Task<Options, Result>,
  dataset: Dataset,
  bytes: Uint8Array,
  { script, processors }: Surroundings,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  const { does, work, options, lost } = task;
  const first: NoteFile[] = [];
  for (let next = notes.next(); !next.done && first.push(next.value) < MANY; next = notes.next());
  const all = chain(first, notes);
  if (first.length >= MANY && script !== undefined && processors > 1)
    yield* onThreads(all, { bytes, does, options }, script, processors, lost);
  else for (const note of all) yield [note, work(dataset, note.file, note.settings, options)];
}

function* chain(first: readonly NoteFile[], rest: Iterator<NoteFile>): Generator<NoteFile> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** @param script file that calls {@link serve} when it is run in a thread */
async function* onThreads<Result>(
  notes: Iterator<NoteFile>,
  data: ThreadData,
  script: string,
  processors: number,
  failed: (file: string, problem: string) => Result,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  const numbers = new Map<Scope, number>();
  const waiting: Job[] = [];
  let wake: () => void = () => undefined;
  let isAtEnd = false;
  const threads: Thread[] = [];

  const finish = (thread: Thread, result: readonly unknown[]) => {
    if (thread.job) thread.job.result = result;
    thread.job = undefined;
    give(thread);
    wake();
  };
  const start = () => {
    const worker = new Worker(script, { workerData: data });
    const thread: Thread = { worker, knows: new Set(), job: undefined };
    worker.on("message", (result: readonly unknown[]) => finish(thread, result));
    worker.on("error", (fault: Error) => {
      // its notes are lost, the others are not
      const lost = thread.job?.notes ?? [];
      threads.splice(threads.indexOf(thread), 1);
      if (lost.length > 0) start();
      if (thread.job) thread.job.result = lost.map(({ file }) => failed(file, fault.message));
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
        for (const [i, note] of next.notes.entries()) yield [note, next.result[i] as Result];
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

/**
 * The work of a thread: answers every batch until it is ended.
 * @param works all that may be asked for
 */
export function serve(works: Readonly<Record<string, Work<never, unknown>>>): void {
  const { bytes, does, options } = workerData as ThreadData;
  const dataset = Dataset.open(bytes);
  if (typeof dataset === "string") throw new Error(dataset);
  const settings = new Map<number, Scope>();
  parentPort!.on("message", (batch: Batch) => {
    for (const [number, sent] of batch.settings) settings.set(number, sent);
    parentPort!.postMessage(batch.files.map(([file, number]) => works[does]!(dataset, file, settings.get(number)!, options as never)));
  });
}
