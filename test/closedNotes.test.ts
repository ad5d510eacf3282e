import assert from "node:assert/strict";
import { Script } from "node:vm";
import { ClosedNotes } from "../server/closedNotes";
import { collectGarbage } from "../server/garbage";

describe("what closed notes took", () => {
  /** Closes notes of these lengths. @returns how often garbage is collected once all is quiet, and how many waits were begun */
  function collections(...lengths: readonly number[]): { collected: number; waits: number } {
    const [start, stop] = [globalThis.setTimeout, globalThis.clearTimeout];
    const due = new Map<number, () => void>();
    let [collected, waits] = [0, 0];
    try {
      globalThis.setTimeout = ((run: () => void) => {
        due.set(++waits, run);
        return waits;
      }) as unknown as typeof setTimeout;
      globalThis.clearTimeout = ((timer: number) => due.delete(timer)) as typeof clearTimeout;
      const notes = new ClosedNotes(() => collected++);
      for (const length of lengths) notes.closed(length);
    } finally {
      [globalThis.setTimeout, globalThis.clearTimeout] = [start, stop];
    }
    for (const run of due.values()) run();
    return { collected, waits };
  }

  it("is not looked for after few", () => assert.deepEqual(collections(8000, 100_000, 1_000_000), { collected: 0, waits: 0 }));
  it("is given back once after many", () => {
    const { collected, waits } = collections(...Array.from({ length: 2000 }, () => 8000));
    assert.equal(collected, 1);
    assert.ok(waits > 1);
  });
  it("is collected by Node without a flag on its command line, and bytecode made before still fits", () => {
    const held = new WeakRef({});
    const code = "(function () { return 'x'; })";
    const cachedData = new Script(code).createCachedData();
    return new Promise<void>((resolve) => {
      // what a turn has looked at lives until its end
      setImmediate(() => {
        collectGarbage();
        assert.equal(held.deref(), undefined);
        assert.equal(new Script(code, { cachedData }).cachedDataRejected, false);
        resolve();
      });
    });
  });
});
