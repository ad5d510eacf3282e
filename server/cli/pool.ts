/** Does some work with many notes on several threads. The results come in the order of the notes, and few are held at a time. */
import { workerData } from "node:worker_threads";
import { Dataset } from "../dataset/dataset";
import { type Message, serveJobs, Threads } from "../threads";
import type { NotesOptions } from "./arguments";
import type { Files, NoteFile } from "./files";
import { decodeNote, type NoteText, readNote } from "./readNote";
import type { Scope } from "./scopes";
import type { Surroundings } from "./surroundings";

/** From how many notes on several threads are faster than one. */
const MANY = 64;
/** How many notes a thread takes at a time. */
const BATCH = 24;
/** How many batches for each thread are under way or wait to be printed: this bounds the memory. */
const AHEAD = 3;
/** How many threads there are, at most: more take more memory than they save time. */
const MOST_THREADS = 4;

/** Memory of a thread for new objects, in MB: without a limit it takes twice as much and is no faster. */
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

/** The work on a note, which all threads know by its name. Its result is plain data. */
type Work<Options, Result> = (dataset: Dataset, note: Given, options: Options) => Result;

interface ThreadData {
  /** Bytes of the dataset, shared by all threads. */
  readonly bytes: Uint8Array;
  /** The name of the work. */
  readonly does: string;
  readonly options: unknown;
}

/** Work to be done with notes. */
export interface Task<Options, Result> {
  readonly does: string;
  readonly work: Work<Options, Result>;
  readonly options: Options;
  /** The result for a note whose thread has ended. */
  readonly lost: (file: string, problem: string) => Result;
}

/** A batch of notes. Settings are sent to a thread once, and then named by their number. */
interface Batch {
  readonly files: ReadonlyArray<readonly [file: string, settings: number]>;
  readonly settings: ReadonlyArray<readonly [number: number, settings: Scope]>;
}

/**
 * Does some work with every note that was given.
 * @returns each note with the result: the note on standard input first, then the others in the order in which they were given
 */
export async function* onNotes<Options, Result>(
  { paths, stdinName }: NotesOptions,
  files: Files,
  task: Task<Options, Result>,
  opened: Opened,
  around: Surroundings,
): AsyncGenerator<readonly [note: NoteFile, result: Result]> {
  if (paths.includes("-")) {
    const input = await around.readInput();
    const read = typeof input === "string" ? input : decodeNote(input);
    const note = files.named(stdinName);
    yield [note, task.work(opened.dataset, { ...note, read, isInput: true }, task.options)];
  }
  yield* onFiles(files.of(paths.filter((given) => given !== "-")), task, opened, around);
}

/** The same with files: on this thread if there are few, else on as many threads as there are processors, at most four. */
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
 * The program of a thread: does the work on every batch that it is sent, until it is ended.
 * @param works all kinds of work, by name
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
