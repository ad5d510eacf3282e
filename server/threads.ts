/** Threads that all do the same work: those of the command line, and those that read notes for the index. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { parentPort, Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Makes the message for a thread. What is in `told` was sent to this thread before and may be left out; what is sent now is added
 * to it.
 */
export type Message = (told: Set<unknown>) => unknown;

interface Job {
  readonly message: Message;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly told: Set<unknown>;
  /** The job it is doing. */
  job: Job | undefined;
  isReady: boolean;
}

/** A number of threads. A job waits until one is idle. If a thread ends, its job fails, and another thread is started. */
export class Threads {
  private readonly script: string;
  private readonly options: WorkerOptions;
  private most: number;
  private readonly threads: Thread[] = [];
  private readonly waiting: Job[] = [];
  private isEnded = false;

  /** @param script file that calls {@link serveJobs} when it is run in a thread */
  constructor(script: string, options: WorkerOptions, most: number) {
    this.script = script;
    this.options = options;
    this.most = most;
  }

  /** Has a thread do a job. @returns its result; rejects if the thread ends over it */
  do<Result>(message: Message): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve: resolve as (result: unknown) => void, reject });
      this.give();
    });
  }

  /** Ends the threads; the promises of jobs that are not done stay open. */
  async end(): Promise<void> {
    this.isEnded = true;
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private give(): void {
    while (this.waiting.length > 0 && !this.isEnded) {
      const thread = this.threads.find(({ job }) => !job) ?? (this.threads.length < this.most ? this.start() : undefined);
      if (!thread) return;
      thread.job = this.waiting.shift()!;
      thread.worker.postMessage(thread.job.message(thread.told));
    }
  }

  private start(): Thread {
    const thread: Thread = { worker: new Worker(this.script, this.options), told: new Set(), job: undefined, isReady: false };
    let fault = new Error("the thread has ended");
    thread.worker.once("message", () => {
      thread.isReady = true;
      thread.worker.on("message", (result) => {
        const { job } = thread;
        thread.job = undefined;
        this.give();
        job?.resolve(result);
      });
    });
    thread.worker.on("error", (error: Error) => {
      fault = error;
    });
    thread.worker.on("exit", () => this.lose(thread, fault));
    this.threads.push(thread);
    return thread;
  }

  private lose(thread: Thread, fault: Error): void {
    if (this.isEnded) return;
    this.threads.splice(this.threads.indexOf(thread), 1);
    // one that did not come as far as to begin will do so no better again
    if (!thread.isReady) this.most--;
    thread.job?.reject(fault);
    if (this.most === 0) for (const { reject } of this.waiting.splice(0)) reject(fault);
    this.give();
  }
}

/** The program of a thread: does every job that it is sent until it is ended. */
export function serveJobs<Sent, Result>(work: (sent: Sent) => Result): void {
  parentPort!.on("message", (sent: Sent) => parentPort!.postMessage(work(sent)));
  parentPort!.postMessage("ready");
}

/** The bytes of a file in memory that threads can share; throws where it cannot be read. */
export function readShared(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size));
    for (let at = 0, count = -1; count !== 0; at += count) count = readSync(descriptor, bytes, at, bytes.length - at, at);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
