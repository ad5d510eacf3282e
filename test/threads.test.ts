import assert from "node:assert/strict";
import { Threads } from "../server/threads";

/** A thread that doubles numbers; over a negative one it ends. */
const DOUBLES = `
const { parentPort } = require("node:worker_threads");
parentPort.on("message", (n) => n < 0 ? process.exit() : parentPort.postMessage(2 * n));
parentPort.postMessage("ready");`;

/** What comes of each number, in order; for one that is lost why. */
const doubled = (threads: Threads, numbers: readonly number[]): Promise<unknown[]> =>
  Promise.all(numbers.map((n) => threads.do<number>(() => n).catch(({ message }: Error) => message)));

describe("threads", () => {
  const all: Threads[] = [];
  const open = (script: string, most: number): Threads => {
    const threads = new Threads(script, { eval: true }, most);
    all.push(threads);
    return threads;
  };
  after(() => Promise.all(all.map((threads) => threads.end())));

  it("do more than there are of them; one that ends loses what it was at, and no more", async () => {
    assert.deepEqual(await doubled(open(DOUBLES, 2), [1, 2, -1, 3, -1, 4, 5]), [
      2,
      4,
      "the thread has ended",
      6,
      "the thread has ended",
      8,
      10,
    ]);
  });
  it("that cannot begin are not tried again and again", async () => {
    assert.deepEqual(await doubled(open("throw new Error('no dataset')", 2), [1, 2, 3]), ["no dataset", "no dataset", "no dataset"]);
  });
  it("are told once what all their jobs need", async () => {
    const told: number[] = [];
    const threads = open(DOUBLES, 1);
    const job = (known: Set<unknown>) => {
      told.push(known.size);
      known.add("settings");
      return 1;
    };
    await Promise.all([threads.do(job), threads.do(job)]);
    assert.deepEqual(told, [0, 1]);
  });
});
