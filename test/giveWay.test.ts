import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { giveWay } from "../server/giveWay";

describe("several long tasks at once", () => {
  it("go on one in each turn, so that what comes waits for one of them and not for all", async () => {
    let [turn, isOver] = [0, false];
    const count = () => {
      turn++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const turns: number[] = [];
    const task = async () => {
      for (let i = 0; i < 3; i++) {
        await giveWay();
        turns.push(turn);
      }
    };
    await Promise.all(Array.from({ length: 20 }, task));
    isOver = true;
    assert.equal(new Set(turns).size, 60);
  });

  it("let in what comes between their slices", async () => {
    let [slices, seen] = [0, Number.POSITIVE_INFINITY];
    const task = async () => {
      for (let i = 0; i < 40; i++) {
        for (const end = performance.now() + 3; performance.now() < end; );
        slices++;
        await giveWay();
      }
    };
    const read = readFile(__filename).then(() => {
      seen = slices;
    });
    await Promise.all([task(), task(), read]);
    assert.ok(seen < 60, `a file that was asked for as they began was read after ${seen} of 80 slices`);
  });
});
