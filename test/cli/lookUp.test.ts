/** `lookup`: a card on the terminal. */
import assert from "node:assert/strict";
import { run } from "./run";

describe("lookup", () => {
  it("prints the card of a name, however it is written, and ends with 0", async () => {
    for (const name of [["AMD3100"], ["amd", "3100"], ["plerixafor"]]) {
      const { status, out, error } = await run("lookup", ...name);
      assert.deepEqual([status, error], [0, ""]);
      assert.match(out, /^plerixafor · drug · CXCR4 antagonist\n[\s\S]*\nChEMBL.*\n$/);
    }
  });

  it("prints a line for a name without a record", async () => {
    assert.match((await run("lookup", "erk")).out, /^ERK · [^\n]*MAPK1[^\n]*\n$/);
  });

  it("says which names are near where there is none, and ends with 1", async () => {
    const { status, out, error } = await run("lookup", "bevacizumb");
    assert.deepEqual([status, out], [1, ""]);
    assert.match(error, /^“bevacizumb” is in no list of \d{4}-\d{2}-\d{2}; spelled nearly so: bevacizumab\.\n$/);
    assert.match((await run("lookup", "qqqqq")).error, /^“qqqqq” is in no list of \d{4}-\d{2}-\d{2}\.\n$/);
  });
});
