/** Has the server's worker throw what nothing catches. */
import type { Host } from "./crash.test";
import { until } from "./editor";

const running = new Set<Worker>();

/** Workers are held from now on. */
globalThis.Worker = class extends Worker {
  constructor(script: string | URL, options?: WorkerOptions) {
    super(script, options);
    if (/dist\/server\/browser\.js/.test(String(script))) running.add(this);
  }

  override terminate(): void {
    running.delete(this);
    super.terminate();
  }
};

export const workers: Host = {
  answers: false,
  running: () => running.size,
  crash: async () => {
    const [worker] = await until("a server runs", () => (running.size > 0 ? [...running] : undefined));
    worker!.dispatchEvent(new Event("error"));
    await until("it has ended", () => !running.has(worker!));
  },
};
