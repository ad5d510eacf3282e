import assert from "node:assert/strict";
import { rankOf, type Standing } from "../../server/dataset/rank";

const rank = (standing: Partial<Standing>, name = "xylotinib") => rankOf(name, "inn", true, { kind: "known-drug", count: 10, ...standing });

describe("the rank of a name", () => {
  it("is better for a drug of many tables than for one of few", () => {
    assert.ok(rank({ tables: 8 }) < rank({ tables: 4 }));
    assert.ok(rank({ tables: 4 }) < rank({ tables: 1 }));
    assert.equal(rank({}), rank({ tables: 4 }), "where that is not known it counts as usual");
  });
  it("is better for what dictionaries have, and the more so the fewer words they have", () => {
    assert.ok(rank({ inDictionary: () => "largest" }) < rank({}));
    const further = (inDictionary: Standing["inDictionary"]) =>
      rankOf("xylotin", "synonym", false, { kind: "known-drug", count: 10, ...(inDictionary && { inDictionary }) });
    assert.ok(further(() => "large") < further(() => "largest"));
    assert.ok(further(() => "largest") < further(undefined));
  });
  it("is better for what is spoken of more, further on and curated", () => {
    assert.ok(rank({ count: 100 }) < rank({}));
    assert.ok(rank({ stage: "approved" }) < rank({ stage: "trials" }));
    assert.ok(rank({ kind: "drug" }) < rank({}));
  });
});
