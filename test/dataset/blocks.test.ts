import assert from "node:assert/strict";
import { BLOCK, blocksOf, Starts } from "../../server/dataset/pack";
import { real } from "../example";

describe("numbers of names and parts, block by block", () => {
  it("starts of parts are the sums of what stands before them, in whatever order they are asked for", () => {
    for (const count of [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7]) {
      const lengths = Uint16Array.from({ length: count }, (_, i) => (i * 7919) % 300);
      const starts = new Starts(lengths, blocksOf(lengths));
      for (let i = 0; i < count; i++) {
        const part = (i * 101) % count;
        const sum = lengths.subarray(0, part).reduce((a, b) => a + b, 0);
        assert.deepEqual([starts.of(part), starts.end(part)], [sum, sum + lengths[part]!]);
      }
    }
  });
  it("the name that shows an entity is one of its names", () => {
    const { lexicon } = real();
    for (let entity = 0; real().has(entity); entity++) {
      const name = lexicon.preferred(entity);
      if (name >= 0) assert.equal(lexicon.entity(name), entity);
    }
  });
});
