/** Sets of hashes: what was put in is found, hardly anything else. */
import assert from "node:assert/strict";
import { hashSet, inHashSet } from "../../server/dataset/hashSet";
import { randomOf, SEED } from "../random";

describe("a set of hashes", () => {
  for (const size of [0, 1, 2, 30, 1000, 50_000])
    it(`of ${size} has all of them, and one in a thousand others (seed ${SEED})`, () => {
      const next = randomOf(SEED + size);
      const hashes = () => Array.from({ length: size }, () => next(2 ** 32) | 0);
      const members = hashes();
      const set = hashSet([...members, ...members]);
      assert.ok(members.every((h) => inHashSet(set, h)));
      const held = Array.from({ length: 100_000 }, () => next(2 ** 32) | 0).filter((h) => inHashSet(set, h)).length;
      assert.ok(held < 200, `${held} of 100,000`);
    });

  it("that is not there has none", () => assert.ok(!inHashSet(new Uint8Array(0), 0)));
});
