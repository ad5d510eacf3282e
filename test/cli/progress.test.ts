/** What somebody sees who waits. */
import assert from "node:assert/strict";
import { isWatched } from "../../server/cli/progress";
import { inFolder, runIn } from "./run";

describe("on a terminal", () => {
  const { at, write } = inFolder();

  it("a long run says how far it is, and takes that away where it prints", async () => {
    for (let i = 0; i < 6; i++) write(`${i}.md`, i === 4 ? undefined : "Nothing.\n");
    let time = 0;
    const seen: string[] = [];
    const around = {
      isTerminal: true,
      now: () => {
        time += 200;
        return time;
      },
      out: (text: string) => void (text !== "" && seen.push(`out ${text.slice(at("").length + 1).split(" ")[0]}`)),
      error: (text: string) => void seen.push(text),
    };
    await runIn(around, "check", at(""));
    assert.deepEqual(seen, [
      "\r4 notes checked, 0 findings\x1b[K",
      "\r\x1b[K",
      "out 4.md:1:28",
      "\r5 notes checked, 1 finding\x1b[K",
      "\r6 notes checked, 1 finding\x1b[K",
      "\r\x1b[K",
      "1 finding in 1 of 6 notes\n",
    ]);
  });

  it("that cannot write over a line nothing is, nor where nobody watches", () => {
    assert.deepEqual([isWatched({ isTTY: true }, "xterm"), isWatched({ isTTY: true }, undefined)], [true, true]);
    assert.deepEqual([isWatched({ isTTY: true }, "dumb"), isWatched({}, "xterm")], [false, false]);
  });

  it("a short one says what came of it alone", async () => {
    const { out, error } = await runIn({ isTerminal: true }, "check", write("a.md", "Nothing.\n"));
    assert.deepEqual([out, error], ["", "1 note, nothing found\n"]);
  });
});
