import assert from "node:assert/strict";
import { grown, NOTHING, type Part, unreadLines } from "../../server/note/input";
import { lineStartsOf } from "../../server/note/lines";
import { pick, randomOf, SEED } from "../random";

describe("lines that are not read", () => {
  it(`are found around edits as they are in the whole text (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const pieces = [
      "",
      "\n",
      "\n\n",
      "\r\n\r\n",
      "\r",
      "p53 ".repeat(2000),
      `${"x".repeat(9000)}\n`,
      `${" ".repeat(150)}word\n`,
      " \n",
      "end\n",
    ];
    let text = "start\n".repeat(5000);
    let edited: Part | undefined = NOTHING;
    let [known, unknown] = [0, 0];
    for (let i = 0; i < 500; i++) {
      const from = random(Math.ceil((text.length + 1) / (i % 3 === 0 ? 1 : 20)));
      const to = Math.min(text.length, from + random(i % 5 === 0 ? 12_000 : 3));
      const inserted = pick(random, pieces);
      text = text.slice(0, from) + inserted + text.slice(to);
      edited &&= grown(edited, from, to, inserted.length - (to - from));
      // several edits may come before the note is looked at again
      if (random(10) < 4) continue;
      const lines = lineStartsOf(text);
      const whole = unreadLines(text, lines);
      assert.deepEqual(unreadLines(text, lines, edited), whole, `after edit ${i}`);
      edited = whole.unread.length === 0 ? NOTHING : undefined;
      if (edited) known++;
      else unknown++;
      if (text.length > 400_000 || (unknown > 0 && whole.unread.length > 3)) text = text.slice(0, 30_000).replace(/[^\n]{5000,}/g, "");
      if (text.length <= 30_000) edited = undefined;
    }
    assert.ok(known > 5 && unknown > 5, `${known} texts were read in whole, ${unknown} not`);
  });
});
