/** Texts that are shortened by phrases they share read as before. */
import assert from "node:assert/strict";
import { shorten } from "../../data/phrases";
import { expand } from "../../server/dataset/phrases";
import { randomOf, SEED } from "../random";

const bytes = (texts: readonly string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

function check(texts: readonly string[]) {
  const { phrases, shortened } = shorten(texts);
  assert.deepEqual(
    shortened.map((text) => expand(text, phrases)),
    texts,
  );
  assert.ok(phrases.every((phrase) => phrase !== "" && !phrase.includes("\n")));
  assert.ok(bytes(shortened) + bytes(phrases) <= bytes(texts));
  return { phrases, shortened };
}

describe("shortened texts", () => {
  it("say the same, with what they share as a single letter", () => {
    const { phrases, shortened } = check(Array.from({ length: 9 }, (_, i) => `protein-coding gene · HGNC:${i}`));
    assert.deepEqual(phrases, ["protein-coding gene · HGNC:"]);
    assert.equal(shortened[3], "\u04003");
  });
  it("stay as they are where they share nothing", () => {
    check([]);
    check(["", "", ""]);
    assert.deepEqual(check(["αvβ3", "ein 𝛼"]).phrases, []);
  });
  it(`say the same at random (seed ${SEED})`, () => {
    const next = randomOf(SEED);
    const parts = ["drug", "target:", "αvβ3", '"},{"', " ", "\\n", "𝛼", "é", "(", "12", "\u0001"];
    for (let round = 0; round < 40; round++)
      check(Array.from({ length: next(60) }, () => Array.from({ length: next(30) }, () => parts[next(parts.length)]!).join("")));
  });
  it("are refused if they hold a letter that would stand for a phrase", () => {
    assert.throws(() => shorten(["gene", "альфа"]), /альфа/);
    assert.throws(() => shorten(["two\nlines"]), /line end/);
  });
});
