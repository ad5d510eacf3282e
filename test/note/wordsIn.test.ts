import assert from "node:assert/strict";
import { wordsIn } from "../../server/note/wordsIn";
import { pick, randomOf, SEED } from "../random";

const found = (text: string, words: readonly string[]): string[] =>
  wordsIn(text, new Map([...new Set(words)].map((word, i) => [word, i])), 12).map(({ start, word }) => `${start} ${word}`);

/** What is looked for, said as a regular expression. */
function plainly(text: string, words: readonly string[]): string[] {
  const escaped = words.map((word) => word.replace(/[/.]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?=s?(?![\\p{L}\\p{N}]))`, "gu");
  return [...text.matchAll(pattern)].map((match) => `${match.index} ${match[0]}`);
}

describe("words in a text", () => {
  it("stand by themselves or before a plural's s", () => {
    assert.deepEqual(found("TKI, TKIs; TKIx, aTKI, 2TKI, TKI2, TKI-a (TKI)", ["TKI"]), ["0 TKI", "5 TKI", "35 TKI", "42 TKI"]);
  });
  it("are the first by their order of those that begin at a place", () => {
    assert.deepEqual(found("TGF-β1, TGF-β", ["TGF-β1", "TGF"]), ["0 TGF-β1", "8 TGF"]);
    assert.deepEqual(found("TGF-β1, TGF-β", ["TGF", "TGF-β1"]), ["0 TGF", "8 TGF"]);
  });
  it("are no part of a word in letters of any kind", () => {
    assert.deepEqual(found("", ["ab"]), []);
    assert.deepEqual(found("𝛼ab ab𝛼 βab ab", ["ab"]), ["14 ab"]);
  });
  it(`are those that a regular expression finds (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const parts = ["TKI", "ab", "s", "-", "/", " ", "β", "1", "𝛼", "😀", "a/b", "."];
    const some = (most: number) => Array.from({ length: 1 + random(most) }, () => pick(random, parts)).join("");
    for (let round = 0; round < 150; round++) {
      const words = Array.from({ length: 4 }, () => some(3)).filter((word) => /^\p{L}\S+$/u.test(word) && word.length <= 12);
      const text = Array.from({ length: 12 }, () => pick(random, [...parts, ...words])).join("");
      if (words.length > 0) assert.deepEqual(found(text, words), plainly(text, words), `round ${round}: ${JSON.stringify([text, words])}`);
    }
  });
});
