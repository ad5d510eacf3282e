import assert from "node:assert/strict";
import { actsOn, asItsMaker, described } from "../data/described";

describe("a code that its name describes", () => {
  it("says what it acts on, and how its maker writes it", () => {
    const check = (text: string, on: string, phrase: string, code: string) => assert.deepEqual(described(text), { on, phrase, code });
    check("PI3Kbeta Inhibitor AZD8186", "PI3Kbeta", "PI3Kbeta inhibitor", "AZD8186");
    check("Anti-VEGFR2 Monoclonal Antibody HLX06", "VEGFR2", "anti-VEGFR2 monoclonal antibody", "HLX06");
    check("Anti-pd-1 monoclonal antibody gls-010", "PD-1", "anti-PD-1 monoclonal antibody", "gls-010");
    check("Anti-egfr/c-met bispecific antibody emb-01", "EGFR/c-met", "anti-EGFR/c-met bispecific antibody", "emb-01");
    for (const text of ["erlotinib", "EGFR inhibitor", "AZD8186", "factor VIII inhibitor", "Long Peptide Vaccine 7"])
      assert.equal(described(text), undefined, text);
  });
  it("is written as its maker does, and only where it is the same code", () => {
    const all = ["AKT Inhibitor MK-2206", "PI3Kbeta Inhibitor AZD8186"].flatMap((text) => described(text) ?? []);
    assert.equal(asItsMaker("AZD-8186", all), "AZD8186");
    assert.equal(asItsMaker("AZD-8055", all), "AZD-8055");
  });
  it("leads to the longest names of what has a record, and to a family by its member", () => {
    const known = ["fak", "ros1", "pi3k", "adenosine a2a receptor", "adenosine"];
    const found = (on: string) =>
      actsOn(on, (text) => (known.includes(text.toLowerCase()) ? known.indexOf(text.toLowerCase()) : undefined));
    assert.deepEqual(found("FAK/ALK/ROS1"), [0, 1]);
    assert.deepEqual(found("PI3Kbeta"), [2]);
    assert.deepEqual(found("Adenosine A2A Receptor"), [3]);
    assert.deepEqual(found("Multi-AGC Kinase"), []);
  });
});
