import assert from "node:assert/strict";
import { readMechanisms } from "../../data/mechanisms";

describe("how drugs without a record act", () => {
  const row = (name: string, mechanisms: string, targets: string) => ({ name, mechanisms, targets });
  const mechanisms = readMechanisms(
    [
      row("panelib", "XYZ inhibitor|ABC inhibitor|DEF inhibitor|GHI inhibitor", "ABC|DEF|GHI|KLM1|XYZ"),
      row("onlyib", "kinase inhibitor", "KLM1"),
      row("seldib", "KLM inhibitor", "KLM1|XYZ"),
      row("oftenib", "XYZ inhibitor", "ABC|XYZ"),
      row("somehowib", "", "NOP1"),
    ],
    [
      { name: "newmab", targets: "NEW1|NEW2", source: "phox" },
      { name: "panelomab", targets: "A|B|C|D|E|F|G", source: "gdc" },
    ],
    [{ name: "AB-456", synonyms: "", acts: "XYZ degrader" }],
    new Map([["oftenib", 30]]),
  );
  it("is said with the table and its year, three ways at most", () => {
    assert.equal(mechanisms.ofDrug("oftenib"), "XYZ inhibitor; targets ABC, XYZ (Drug Repurposing Hub, 2020)");
    assert.match(mechanisms.ofDrug("panelib")!, /^XYZ inhibitor, ABC inhibitor, DEF inhibitor \+1 more; /);
    assert.equal(mechanisms.ofDrug("unknownib"), undefined);
  });
  it("is said with its targets, unless the class names them", () => {
    assert.equal(mechanisms.ofDrug("onlyib"), "kinase inhibitor; targets KLM1 (Drug Repurposing Hub, 2020)");
    assert.match(mechanisms.ofDrug("panelib")!, /1 more; targets ABC, DEF, GHI, KLM1, XYZ \(/);
  });
  it("is said by the targets that another table has, all of them or none: the first of a panel are chance", () => {
    assert.equal(mechanisms.ofDrug("newmab"), "targets NEW1, NEW2 (pharmOncoX, 2026)");
    assert.equal(mechanisms.onGene("NEW2"), "target of newmab (pharmOncoX, 2026)");
    assert.equal(mechanisms.ofDrug("panelomab"), undefined);
  });
  it("is said of compounds of the laboratory by the curator's note", () =>
    assert.equal(mechanisms.ofDrug("AB-456"), "XYZ degrader (curator's note, 2026)"));
  it("is not said where only the target is known, which the gene says", () => {
    assert.equal(mechanisms.ofDrug("somehowib"), undefined);
    assert.match(mechanisms.onGene("NOP1")!, /^target of somehowib \(/);
  });
  it("is said on the gene: first what is called after it, of most trials, then what has fewest targets", () => {
    assert.match(mechanisms.onGene("XYZ")!, /^target of oftenib, panelib, seldib \(Drug Repurposing Hub, 2020\)$/);
    assert.match(mechanisms.onGene("KLM1")!, /^target of onlyib, seldib, panelib \(/);
    assert.equal(mechanisms.onGene("NONE"), undefined);
  });
  it("is said on the gene by what the drug's card is called: a code, where the table has a systematic name", () => {
    assert.match(mechanisms.onGene("NOP1", new Map([["somehowib", "AB-123"]]))!, /^target of AB-123 \(/);
  });
});
