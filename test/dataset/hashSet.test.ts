/** Sets of hashes: what was put in is found, hardly anything else. */
import assert from "node:assert/strict";
import { HashSet, hashSet } from "../../server/dataset/hashSet";
import { randomOf, SEED } from "../random";

describe("a set of hashes", () => {
  for (const size of [0, 1, 2, 30, 1000, 50_000])
    it(`of ${size} has all of them, and one in a thousand others (seed ${SEED})`, () => {
      const next = randomOf(SEED + size);
      const hashes = () => Array.from({ length: size }, () => next(2 ** 32) | 0);
      const members = hashes();
      const set = new HashSet(hashSet([...members, ...members]));
      assert.ok(members.every((h) => set.has(h)));
      const held = Array.from({ length: 100_000 }, () => next(2 ** 32) | 0).filter((h) => set.has(h)).length;
      assert.ok(held < 200, `${held} of 100,000`);
    });

  it("that is not there has none", () => assert.ok(!new HashSet(new Uint8Array(0)).has(0)));
});
