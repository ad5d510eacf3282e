import assert from "node:assert/strict";
import { REACH, sentenceAround } from "../../server/note/sentence";
import { pick, randomOf, SEED } from "../random";

const PIECES = ["a", "1", ".", ";", "!", "?", "(", ")", " ", "\n", ". ", "; ", " word", "e.g. ", " vs. ", ". 5", " (a; b) ", "Alk. phos. "];

/** The same in an obvious way: from the match to either side, a unit at a time. */
function slowly(text: string, start: number, end: number): [number, number] {
  const deeper = (depth: number, sign: string | undefined, open: string, close: string) =>
    sign === open ? depth + 1 : sign === close ? Math.max(0, depth - 1) : depth;
  const [first, last] = [Math.max(0, start - REACH), Math.min(text.length, end + REACH)];
  const isBracketed = /\([^()]*$/.test(text.slice(first, start));
  const isEnd = (at: number, depth: number) =>
    /^[.!?;](?:\s|$)/.test(text.slice(at, at + 2)) &&
    !(text[at] === "." && /(?:^|[^a-z\d])(?:i\.e|e\.g|vs|cf)$/.test(text.slice(0, at))) &&
    !(text[at] === "." && /(?:^|[^A-Za-z\d])[A-Za-z]{2,5}$/.test(text.slice(0, at)) && /^ [a-z]{2,5}\./.test(text.slice(at + 1))) &&
    (text[at] !== ";" || (!isBracketed && depth === 0));
  let from = start;
  for (let depth = 0; from > first && !(isEnd(from - 1, depth) && !/\d/.test(text[from + 1] ?? "")); from--)
    depth = deeper(depth, text[from - 1], ")", "(");
  let to = end;
  for (let depth = 0; to < last && !isEnd(to, depth); to++) depth = deeper(depth, text[to], "(", ")");
  return [from, to];
}

describe("sentenceAround", () => {
  it(`finds what a slow search finds (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 1 + random(i % 20 === 0 ? 500 : 40) }, () => pick(random, PIECES)).join("");
      for (let k = 0; k < 4; k++) {
        const start = random(text.length);
        const end = Math.min(text.length, start + 1 + random(6));
        assert.deepEqual(sentenceAround(text, start, end), slowly(text, start, end), JSON.stringify([text, start, end]));
      }
    }
  });
});
