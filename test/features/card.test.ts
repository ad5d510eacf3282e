import assert from "node:assert/strict";
import type { AnyRecord, Dataset } from "../../server/dataset/dataset";
import { cardOf, cardOfReadings, kindWord, summaryWord } from "../../server/features/card";
import { type Card, lineCount, print } from "../../server/features/print";
import { example, real } from "../example";

const linesOf = (card: Card): string[] => print(card, "plaintext", false).split(/\n+/);

/** Checks the whole card of a reference. */
function check(reference: string, ...expected: string[]): void {
  assert.deepEqual(linesOf(cardOf(example, example.find(reference)!)!), expected, reference);
}

describe("card", () => {
  it("of a drug says class, status, what it is, what it acts on, what was claimed with its correction, names and confidence", () => {
    check(
      "drug:bevacizumab",
      "bevacizumab · anti-VEGF-A monoclonal antibody",
      "approved: FDA 2004, EMA 2005 · as of 2026-11",
      "What bevacizumab is.",
      "Acts on: neutralises VEGF-A (VEGFA)",
      "Strategy: VEGF ligand blockade",
      "The review says (Targeted therapy, sentence 13): It holds back all spread. Assessed: overstated (+1 more)",
      "We say: It did not prevent relapse. PMID 23233715",
      "Names: brand Avastin · code rhuMAb-VEGF · also bevacizumab-awwb, BEV, bev",
      "ChEMBL · confidence A · checked 2026-11 · dataset 2026.11",
    );
  });
  it("of a drug that is withdrawn, discontinued or approved outside oncology says so in words", () => {
    const status = (reference: string) => linesOf(cardOf(example, example.find(reference)!)!)[1];
    assert.equal(status("drug:olaratumab"), "withdrawn: FDA 2020-02; had been approved: FDA 2016 · as of 2026-11");
    assert.equal(status("drug:galunisertib"), "discontinued: 2020-01; phase II reached · as of 2026-11");
    assert.equal(status("drug:doxycycline"), "not approved in oncology: approved outside oncology: FDA 1967 · as of 2026-11");
    assert.equal(status("drug:nivolumab"), "approved regionally: Japan 2014 · as of 2026-11");
  });
  it("of a family, a complex and a target lists members and drugs with their fate", () => {
    check(
      "family:TGFB",
      "TGF-β · target family of 1 member here",
      "What TGF-β is.",
      "Members: TGF-β1",
      "In prose it usually means: TGF-β1",
      "Drugs: galunisertib (discontinued)",
      "Names: also transforming growth factor beta",
      "confidence A · checked 2026-11 · dataset 2026.11",
    );
    check(
      "target:ERBB2",
      "HER2 (ERBB2) · target",
      "What HER2 is.",
      "Drugs: trastuzumab (approved), trastuzumab deruxtecan (approved)",
      "Names: symbol ERBB2 · also HER-2/neu",
      "confidence A · checked 2026-11 · dataset 2026.11",
    );
  });
  it("of a strategy, a regimen and a process says what belongs to it", () => {
    const shown = (reference: string) => linesOf(cardOf(example, example.find(reference)!)!).join("\n");
    assert.match(shown("strategy:vegf-ligand-blockade"), /\nActs on: VEGF-A\nDrugs: .*bevacizumab \(approved\), sunitinib \(approved\)/);
    assert.match(shown("strategy:vegf-ligand-blockade"), /\nLimited by: drug resistance\n/);
    assert.match(shown("regimen:FOLFOX"), /\nComponents: oxaliplatin, sunitinib\n/);
    assert.match(shown("process:angiogenesis"), /^angiogenesis · process, step 2 of the cascade\n/);
  });
  it("of a name with several readings shows the first and names the others", () => {
    const names = example.lexicon.lookUp("acquired resistance");
    assert.ok(linesOf(cardOfReadings(example, names)!).includes("May also mean: immune resistance (challenge)"));
    assert.equal(cardOfReadings(example, []), undefined);
  });
  it("goes by the name that the record prefers, for any record of the real dataset", () => {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++)
      assert.equal(dataset.preferredName(entity), dataset.record(entity)?.preferred_name);
  });
  it("says in a word what an entity is", () => {
    const said = (word: string) => {
      const entity = example.lexicon.entity(example.lexicon.lookUp(word)[0]!);
      return [kindWord(example, entity), summaryWord(example, entity)];
    };
    assert.deepEqual(said("bevacizumab"), ["drug", "drug, approved"]);
    assert.deepEqual(said("befotertinib"), ["drug", "drug"]);
    assert.deepEqual(said("FLG"), ["gene", "gene"]);
    assert.deepEqual(said("PFS"), ["abbreviation", "abbreviation"]);
    assert.deepEqual(said("αvβ3"), ["complex", "complex"]);
  });
});

describe("cards of the real dataset", () => {
  /** Looks at the card of every record, by each of its names. */
  function check(look: (record: AnyRecord, lines: readonly string[], card: Card, dataset: Dataset) => void): void {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++) {
      const card = cardOf(dataset, entity)!;
      look(dataset.record(entity)!, linesOf(card), card, dataset);
    }
  }

  it("have at most 12 lines, by whatever name they are found", () => {
    const dataset = real();
    check((record, lines, card) => assert.ok(lines.length <= 12 && lineCount(card) <= 12, record.id));
    const seen = new Set<string>();
    for (let name = 0; name < dataset.lexicon.size; name++) {
      if (dataset.lexicon.entity(name) >= dataset.recordCount) continue;
      const names = dataset.lexicon.lookUp(dataset.lexicon.name(name));
      const readings = names.map((other) => `${dataset.lexicon.entity(other)} ${dataset.lexicon.type(other)}`).join();
      if (seen.has(readings)) continue;
      seen.add(readings);
      const card = cardOfReadings(dataset, names);
      assert.ok(card && lineCount(card) <= 12, dataset.lexicon.name(name));
    }
  });
  it("begin with the name and hold neither empty lines nor holes", () => {
    check((record, lines) => {
      assert.ok(lines[0]!.startsWith(`${record.preferred_name} `), record.id);
      for (const line of lines) assert.ok(line.trim() !== "" && !/undefined|null|NaN|\[object/.test(line), `${record.id}: ${line}`);
    });
  });
  it("say of every drug what became of it, and when somebody last looked", () => {
    check((record, lines) => {
      if (record.kind !== "drug") return;
      assert.match(
        lines[1]!,
        /^(approved|approved regionally|withdrawn|filed|in trials|discontinued|preclinical|not approved in oncology|status unknown)\b.* · as of \d{4}(-\d\d)*/,
        record.id,
      );
    });
  });
  it("say the status of a drug wherever it is listed", () => {
    check((record, lines) => {
      const drugs = lines.find((line) => line.startsWith("Drugs: "));
      if (!drugs) return;
      const listed = drugs.slice(7).replace(/ \+\d+ more$/, "");
      for (const drug of listed.split(/(?<=\)), /)) assert.match(drug, /^.+ \([a-z ]+\)$/, record.id);
    });
  });
  it("never show a claim of the review without its correction", () => {
    let shown = 0;
    check((record, lines) => {
      lines.forEach((line, i) => {
        if (!line.startsWith("The review says")) return;
        shown++;
        const said = /: (.*?)(?: …)? Assessed: (\w+)/.exec(line)!;
        const claim = record.claims!.find(({ voice, text }) => voice === "seed" && text.startsWith(said[1]!));
        assert.equal(claim?.assessment, said[2], `${record.id}: ${line}`);
        const correction = record.claims!.find(({ id }) => id !== undefined && id === claim?.corrected_by);
        if (claim?.assessment !== "ok" || correction) {
          assert.ok(correction, record.id);
          assert.ok(lines[i + 1]?.startsWith(`We say: ${correction.text.slice(0, 60)}`), `${record.id}: ${line}`);
        }
      });
    });
    assert.ok(shown > 50, `only ${shown} claims are shown`);
  });
  it("show a claim of the review on every record that has one", () => {
    check((record, lines) => {
      if (!record.claims?.some(({ voice }) => voice === "seed")) return;
      assert.ok(
        lines.some((line) => line.startsWith("The review says")),
        record.id,
      );
    });
  });
  it("say how many more claims there are", () => {
    check((record, lines) => {
      const seed = record.claims?.filter(({ voice }) => voice === "seed").length ?? 0;
      const shown = lines.filter((line) => line.startsWith("The review says")).length;
      const more = Number(/Assessed: .*\(\+(\d+) more\)/.exec(lines.join("\n"))?.[1] ?? 0);
      if (shown > 0) assert.equal(shown + more, seed, record.id);
    });
  });
});
