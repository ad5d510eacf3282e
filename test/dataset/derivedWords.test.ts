import assert from "node:assert/strict";
import { derivedFrom, ringNames } from "../../data/derivedWords";

describe("words that follow from rules:", () => {
  it("names small rings as chemists do", () => {
    const rings = new Set(ringNames());
    for (const ring of [
      "azetidine",
      "oxazoline",
      "thiazolidines",
      "dioxolane",
      "aziridine",
      "oxirane",
      "diazepane",
      "tetrazine",
      "isoxazole",
    ])
      assert(rings.has(ring), ring);
    for (const drug of ["azatadine", "oxazepam", "diazepam"]) assert(!rings.has(drug), drug);
  });
  it("knows the salt of an acid", () => {
    assert.deepEqual(derivedFrom("kynurenic acid"), ["kynurenate", "kynurenates"]);
    assert.deepEqual(derivedFrom("4-hydroxycoumaric acid"), ["hydroxycoumarate", "hydroxycoumarates"]);
    assert.deepEqual(derivedFrom("nucleic acid binding"), []);
  });
  it("knows words in British spelling", () => {
    assert.deepEqual(derivedFrom("hyperpolarized xe-129"), ["hyperpolarised"]);
    assert.deepEqual(derivedFrom("micronized oxidizer"), ["micronised", "oxidiser"]);
    assert.deepEqual(derivedFrom("trastuzumab"), []);
  });
});
