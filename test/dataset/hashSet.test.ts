/** Sets of hashes: what was put in is found, hardly anything else. */
import assert from "node:assert/strict";
import { HashSet, hashSet, type Member } from "../../server/dataset/hashSet";
import { randomOf, SEED } from "../random";

describe("a set of hashes", () => {
  for (const size of [0, 1, 2, 30, 1000, 50_000])
    for (const bits of [5, 6, 10])
      it(`of ${size} has all of them, and one in ${2 ** bits} others (seed ${SEED})`, () => {
        const next = randomOf(SEED + size);
        const some = (count: number) => Array.from({ length: count }, (): Member => [next(2 ** 32) | 0, next(3)]);
        const members = some(size);
        const set = new HashSet(hashSet([...members, ...members], bits));
        assert.ok(members.every(([h, member]) => set.has(h, member)));
        const held = some(100_000).filter(([h, member]) => set.has(h, member)).length;
        const expected = 100_000 / 2 ** bits;
        assert.ok(held < expected + 5 * Math.sqrt(expected), `${held} of 100,000`);
      });

  it("tells members with the same hash apart", () => {
    const set = new HashSet(
      hashSet(
        Array.from({ length: 500 }, (_, i): Member => [i, i]),
        10,
      ),
    );
    assert.ok(Array.from({ length: 500 }, (_, i) => set.has(i, i + 1)).filter(Boolean).length < 10);
  });

  it("that is not there has none", () => assert.ok(!new HashSet(new Uint8Array(0)).has(0)));
});
