import assert from "node:assert/strict";
import { blockSums, inTwoBytes, sums } from "../../server/dataset/pack";
import { real } from "../example";

describe("numbers of names and parts, block by block", () => {
  it("what comes before each block is what its numbers come to, from any start", () => {
    const numbers = [3, 0, 300, 1, 5];
    assert.deepEqual(blockSums([], 2), []);
    assert.deepEqual(blockSums(numbers, 2), [3, 301, 5]);
    assert.deepEqual([...sums(Uint16Array.from(blockSums(numbers, 2)), 7)], [7, 10, 311, 316]);
  });
  it("what needs more than two bytes is refused, not cut off", () => {
    assert.deepEqual([...inTwoBytes([0, 0xffff])], [0, 0, 255, 255]);
    assert.throws(() => inTwoBytes([1, 0x10000]), /65536/);
  });
  it("the name that shows an entity is one of its names", () => {
    const { lexicon } = real();
    for (let entity = 0; real().has(entity); entity++) {
      const name = lexicon.preferred(entity);
      if (name >= 0) assert.equal(lexicon.entity(name), entity);
    }
  });
});
