import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { giveWay } from "../server/giveWay";

describe("several long tasks at once", () => {
  /** How many slices of 3 ms two tasks have done when a file is read that is asked for as they begin. */
  async function slicesUntilRead(next: () => Promise<unknown>): Promise<number> {
    let slices = 0;
    let seen = Number.POSITIVE_INFINITY;
    const task = async () => {
      for (let i = 0; i < 40; i++) {
        for (const end = performance.now() + 3; performance.now() < end; );
        slices++;
        await next();
      }
    };
    const read = readFile(__filename).then(() => {
      seen = slices;
    });
    await Promise.all([task(), task()]);
    await read;
    return seen;
  }

  it("let in what comes between their slices", async () => {
    const seen = await slicesUntilRead(giveWay);
    assert.ok(seen < 60, `it was let in after ${seen} of 80 slices`);
  });
});
