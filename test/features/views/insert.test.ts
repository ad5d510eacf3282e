import assert from "node:assert/strict";
import { drugTable, pairCitations, tableChoices } from "../../../server/features/views/insert";
import { example, real } from "../../example";

describe("a table of drugs", () => {
  it("has a row for each drug, approved ones first, with status, date and sources", () => {
    const [head, rule, ...rows] = drugTable(example, "strategy:vegf-ligand-blockade")!.split("\n");
    assert.equal(head, "| Drug | Acts on | Status | As of | Sources |");
    assert.equal(rule, "| --- | --- | --- | --- | --- |");
    assert.equal(rows[0], "| bevacizumab | VEGF-A | approved: FDA 2004, EMA 2005 | 2026-11 | curator's note |");
    assert.ok(
      rows.includes("| galunisertib | TGF-β | discontinued: 2020-01; phase II reached | 2026-11 | curator's note |"),
      rows.join("\n"),
    );
    assert.match(rows.at(-2)!, /^\*Drugs: VEGF ligand blockade\..*2026\.11.*not medical advice\.\*$/);
  });

  it("tells what went wrong, with its sources", () => {
    const row = drugTable(real(), "complex:ITGAV_ITGB3")!.match(/^\| cilengitide .*$/m)![0];
    assert.match(row, /discontinued: 2014; .*; failed: CENTRIC 2013 \|.*PMID 25163906/);
  });

  it("cites for an approval that stands what speaks for it, not what speaks of another", () => {
    const row = drugTable(real(), "target:CD274")!.match(/^\| durvalumab .*$/m)![0];
    const sources = row.split(" | ").at(-1)!;
    assert.ok(row.includes("withdrawn: FDA 2021-02"), row);
    assert.match(sources, /^\[doi:10\.1001\/jama\.2018\.2928\]\(\S+\), EMA EMEA\/H\/C\/004771, \[thepharmaletter/);
    assert.ok(!sources.includes("compilation-cder"), sources);
  });

  it("can be made for every choice that is offered", () => {
    const choices = tableChoices(real());
    assert.equal(new Set(choices.map(({ reference }) => reference)).size, choices.length);
    for (const { reference } of choices) {
      const table = drugTable(real(), reference!)!;
      const columns = new Set(
        table
          .split("\n")
          .filter((line) => line.startsWith("|"))
          .map((line) => line.replaceAll("\\|", "").split("|").length),
      );
      assert.equal(columns.size, 1, reference);
    }
  });

  it("is not made for what has no drugs, or is not there", () => {
    assert.equal(drugTable(example, "target:TP53"), undefined);
    assert.equal(drugTable(example, "drug:nonesuch"), undefined);
  });
});

describe("a citation for a pair", () => {
  const values = (reference: string, dataset = example) => pairCitations(dataset, reference).map(({ value }) => value);

  it("says what the drug does to the target, and who says so", () => {
    assert.deepEqual(values("drug:bevacizumab"), ["bevacizumab neutralises VEGF-A (curator's note)"]);
    assert.deepEqual(values("target:PDCD1"), ["nivolumab blocks PD-1 (curator's note)"]);
    assert.match(values("drug:cilengitide", real())[0]!, /^cilengitide blocks integrin αvβ3 \(\[PMID 25163906\]\(https:\S+\), \[ChEMBL\]/);
  });

  it("does not pass the review off as a source: where it stands alone that is said", () => {
    assert.deepEqual(values("drug:her2-car-t-cells", real()), [
      "HER2 CAR-T cells recognises HER2 (the review, Immunotherapy, sentence 7; no other source on record)",
    ]);
    for (const value of values("drug:cilengitide", real())) assert.doesNotMatch(value, /the review/);
  });

  it("is offered for drugs and targets alone", () => {
    assert.deepEqual(values("process:emt"), []);
    assert.deepEqual(values("drug:nonesuch"), []);
  });
});
