/** Does something with many notes on several threads; what comes of them is in the order of the notes, and little of it is held. */
import { workerData } from "node:worker_threads";
import { Dataset } from "../dataset/dataset";
import { type Message, serveJobs, Threads } from "../threads";
import type { NotesOptions } from "./arguments";
import type { Files, NoteFile } from "./files";
import { decodeNote, type NoteText, readNote } from "./readNote";
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

/** Memory of a thread for what is new, in MB: left to itself it takes twice as much and is no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** The dataset, opened from bytes in memory that threads can share. */
export interface Opened {
  readonly dataset: Dataset;
  readonly bytes: Uint8Array;
}

/** A note with its text. */
export interface Given extends NoteFile {
  /** What was read from the file, or why that was impossible. */
  readonly read: NoteText | string;
  /** Whether it comes from standard input: then there is no such file. */
  readonly isInput?: boolean;
}

/** What is done with a note, as all threads know it by its name. What comes of it is plain data. */
type Work<Options, Result> = (dataset: Dataset, note: Given, options: Options) => Result;

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

/**
 * Does something with every note that was given.
 * @returns each note with what came of it: that on standard input first, then the others in the order in which they were given
 */
export async function* onNotes<Options, Result>(
  { paths, stdinName }: NotesOptions,
  files: Files,
  task: Task<Options, Result>,
  opened: Opened,
  around: Surroundings,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  if (paths.includes("-")) {
    const read = decodeNote(await around.readInput());
    const note = files.named(stdinName);
    yield [note, task.work(opened.dataset, { ...note, read, isInput: true }, task.options)];
  }
  yield* onFiles(files.of(paths.filter((given) => given !== "-")), task, opened, around);
}

/** The same with files: here where there are few, else on as many threads as there are processors, at most four. */
async function* onFiles<Options, Result>(
  notes: Iterator<NoteFile>,
  { does, work, options, lost }: Task<Options, Result>,
  { dataset, bytes }: Opened,
  { script, processors }: Surroundings,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  const first = take(notes, MANY);
  const all = chain(first, notes);
  if (first.length < MANY || script === undefined || processors === 1)
    for (const note of all) yield [note, work(dataset, { ...note, read: readNote(note.file) }, options)];
  else {
    const count = Math.min(processors, MOST_THREADS);
    const workerData: ThreadData = { bytes, does, options };
    const threads = new Threads(script, { workerData, resourceLimits: LIMITS }, count);
    try {
      yield* onThreads(all, threads, AHEAD * count, lost);
    } finally {
      await threads.end();
    }
  }
}

function* chain(first: readonly NoteFile[], rest: Iterator<NoteFile>): Generator<NoteFile> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function take(notes: Iterator<NoteFile>, most: number): NoteFile[] {
  const taken: NoteFile[] = [];
  for (let next = notes.next(); !next.done; next = notes.next()) if (taken.push(next.value) === most) break;
  return taken;
}

async function* onThreads<Result>(
  notes: Iterator<NoteFile>,
  threads: Threads,
  ahead: number,
  lost: (file: string, problem: string) => Result,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  const numbers = new Map<Scope, number>();
  const underWay: Array<{ readonly batch: readonly NoteFile[]; readonly results: Promise<readonly Result[]> }> = [];
  for (;;) {
    while (underWay.length < ahead) {
      const batch = take(notes, BATCH);
      if (batch.length === 0) break;
      const results = threads.do<readonly Result[]>(toMessage(batch, numbers));
      // its notes are lost, the others are not
      underWay.push({ batch, results: results.catch(({ message }: Error) => batch.map(({ file }) => lost(file, message))) });
    }
    const next = underWay.shift();
    if (!next) return;
    for (const [i, result] of (await next.results).entries()) yield [next.batch[i]!, result];
  }
}

function toMessage(batch: readonly NoteFile[], numbers: Map<Scope, number>): Message {
  return (told): Batch => {
    const settings: Array<[number, Scope]> = [];
    const files = batch.map(({ file, settings: own }): [string, number] => {
      const number = numbers.get(own) ?? numbers.size;
      numbers.set(own, number);
      if (!told.has(own)) {
        told.add(own);
        settings.push([number, own]);
      }
      return [file, number];
    });
    return { files, settings };
  };
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
  serveJobs((batch: Batch) => {
    for (const [number, sent] of batch.settings) settings.set(number, sent);
    const work = ([file, number]: readonly [string, number]) =>
      works[does]!(dataset, { file, settings: settings.get(number)!, read: readNote(file) }, options as never);
    return batch.files.map(work);
  });
}
