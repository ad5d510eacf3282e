import assert from "node:assert/strict";
import { codeNames, NameText } from "../../server/dataset/nameText";
import { BLOCK } from "../../server/dataset/pack";
import { randomOf, SEED } from "../random";

/** Checks that names are written and read as they are, whichever of them is asked for first. */
function check(names: readonly string[]): void {
  const sections = new Map(codeNames(names.map((name) => new TextEncoder().encode(name))));
  const text = new NameText(sections, names.length);
  const decoder = new TextDecoder();
  for (let i = 0; i < names.length; i++) {
    const name = (i * 101) % names.length;
    // either of the two may be asked first
    const [first, second] = i % 2 ? [text.start(name), text.end(name)] : [text.end(name), text.start(name)];
    assert.equal(decoder.decode(text.bytes.subarray(Math.min(first, second), Math.max(first, second))), names[name]);
  }
}

describe("names as they are written", () => {
  it("are read as they were, in blocks of any size", () => {
    check([]);
    for (const count of [1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 7])
      check(Array.from({ length: count }, (_, i) => `name ${i % 90}`));
  });
  it("may share more than is written, or half of a letter", () => {
    check(["a".repeat(40), "a".repeat(90), "a".repeat(31), "a".repeat(32), "a".repeat(32)]);
    check(["TGF-α", "TGF-β", "TGF-β1", "TGF", "葉酸", "蛋白", "𝛼", "𝛽"]);
  });
  it(`may be any (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    check(Array.from({ length: 2000 }, () => Array.from({ length: 1 + random(60) }, () => "aαb β-"[random(6)]).join("")));
  });
});
