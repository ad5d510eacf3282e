import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import { mentionsOf } from "../../server/note/reading";
import { sentenceAround } from "../../server/note/sentence";
import { example, noteOf, real } from "../example";
import { readBrackets, withBrackets } from "../marked";
import { namesIn } from "./names";

/** Checks that the names in brackets are found with a card, and which records they stand for, the likeliest reading first. */
function checkIn(dataset: Dataset, source: string, references: readonly string[]): void {
  const { text } = readBrackets(source);
  const found = namesIn(noteOf(text), dataset).filter(({ entity }) => dataset.hasRecord(entity));
  assert.equal(withBrackets(text, found), source);
  const records = found.map(({ entity }) => dataset.record(entity)!);
  assert.deepEqual(
    records.map(({ kind, id }) => `${kind}:${id}`),
    references,
    source,
  );
}

describe("mentions", () => {
  const check = (source: string, ...references: string[]) => checkIn(example, source, references);

  it("take an English word for a gene only where the sentence speaks of genes", () => {
    check("⟦Snail⟧ represses ⟦CDH1⟧.", "target:SNAI1", "target:CDH1");
    check("⟦Snail⟧ and ⟦Twist⟧ were silenced.", "target:SNAI1", "target:TWIST1");
    check("⟦KIT⟧-mutant tumours and ⟦KIT⟧ exon 11", "target:KIT", "target:KIT");
    check("⟦MET⟧ amplification", "target:MET");
    check("⟦KIT⟧ binds it", "target:KIT");
    check("⟦Snail⟧ with ⟦p53⟧", "target:SNAI1", "target:TP53");
    for (const silent of [
      "Snail mail took a Twist.",
      "At a snail's pace, the story took a twist.",
      "We MET the endpoint.",
      "A KIT was used.",
      "the snail gene",
    ])
      check(silent);
  });
  it("look at one sentence, not at its neighbours", () => {
    check("Snail was slow. The gene was cloned.");
    check("The gene was cloned; Snail was slow.");
    check("The gene of 1.5 kb was ⟦Snail⟧.", "target:SNAI1");
    check("The gene was cloned!\nSnail was slow? Genes.");
    check("The genes (one; ⟦Snail⟧)", "target:SNAI1");
  });
  it("take an abbreviation for a drug only beside a dose, a treatment or a drug", () => {
    check("⟦BEV⟧ 10 mg/kg", "drug:bevacizumab");
    check("treated with ⟦bev⟧", "drug:bevacizumab");
    check("⟦nivolumab⟧ and ⟦bev⟧", "drug:nivolumab", "drug:bevacizumab");
    check("⟦nivo⟧ + ipi", "drug:nivolumab");
    for (const silent of ["BEV of the car", "a bev a day", "The nivo text.", "Bev on 10 mg/kg"]) check(silent);
  });
  it("take a word of the cascade for one only where the sentence speaks of tumours", () => {
    check("⟦Adhesion⟧ of cancer cells", "process:detachment");
    check("metastatic ⟦adhesion⟧", "process:detachment");
    check("The adhesion of tape.");
  });
  it("are ruled out by a word before or after", () => {
    for (const silent of [
      "focal adhesion of cancer cells",
      "focal-adhesion in cancer",
      "adhesion molecules in cancer",
      "Adhesion\nmolecule of cancer",
    ])
      check(silent);
    check("⟦adhesion⟧, molecules of cancer", "process:detachment");
    check("focal. ⟦Adhesion⟧ of cancer", "process:detachment");
  });
  it("never take what is never meant", () => {
    for (const silent of ["HER gene expression in cancer", "Her tumour grew", "HER receptor kinase"]) check(silent);
    check("the ⟦HER family⟧", "family:HER");
  });
  it("put the reading first that its sentence speaks for", () => {
    check("⟦EMT⟧ and later ⟦MET⟧ at the metastatic site", "process:emt", "process:met-transition");
    check("⟦MET⟧ exon 14 in cancer", "target:MET");
    check("⟦MET⟧ kinase", "target:MET");
    check("⟦Acquired resistance⟧ of tumours", "challenge:drug-resistance");
  });
  it("are no misspellings on record", () => check("befotertnib 10 mg"));
  it("stand beside each other where names are joined", () => {
    check(
      "⟦nivolumab⟧/⟦bevacizumab⟧+⟦sunitinib⟧, ⟦PD-1⟧/⟦PD-L1⟧",
      "drug:nivolumab",
      "drug:bevacizumab",
      "drug:sunitinib",
      "target:PDCD1",
      "target:CD274",
    );
    check("⟦HER2⟧-low, ⟦HER2⟧+, ⟦HER2⟧⁺, ⟦HER2⟧-⟦p53⟧", "target:ERBB2", "target:ERBB2", "target:ERBB2", "target:ERBB2", "target:TP53");
  });
  it("are the same at the second look, and others for another dataset", () => {
    noteOf("Snail represses CDH1").eachPassage((passage) => {
      const first = mentionsOf(example, passage);
      assert.equal(mentionsOf(example, passage), first);
      assert.notEqual(mentionsOf(real(), passage), first);
      assert.deepEqual(mentionsOf(example, passage), first);
      return true;
    });
  });
});

describe("sentenceAround", () => {
  const check = (source: string) => {
    const [before, sentence, after] = source.split("|") as [string, string, string];
    const text = before + sentence + after;
    const at = text.indexOf("X");
    const [from, to] = sentenceAround(text, at, at + 1);
    assert.equal(text.slice(from, to).trim(), sentence.trim());
  };

  it("reaches from one end of a sentence to the other, and not across a decimal point", () => {
    check("|One X two|.");
    check("One. |Two X three|. Four.");
    check("One! |Two 1.5 X 2.5 three|? Four.");
    check("One; |two X|; three");
    check("|X|");
  });
  it("does not end at a semicolon in brackets, before or behind", () => {
    check("|X (a; b) three|; one (c; d)");
    check("One; |two (a; b) X (c; d) three|; four");
    check("|(One; X; two) three|. Four; five");
    check("|One) two X (three|. Four");
  });
});

describe("mentions with the real dataset", () => {
  const check = (source: string, ...references: string[]) => checkIn(real(), source, references);

  it("stand in the plural where that is a name itself, and a hyphen before an s makes none", () => {
    check("Patients were treated with ⟦OVs⟧.", "strategy:oncolytic-virotherapy");
    check("Patients were treated with TAMs.");
    check("Hypertension after ⟦TAM⟧-salt treatment of patients.", "drug:tamoxifen");
  });
  it("are the same whatever was read before", () => {
    const sentence = "⟦KIT⟧-mutant, ⟦Avastin⟧, ⟦Snail⟧ and ⟦Twist⟧ repress ⟦CDH1⟧.";
    const references = ["target:KIT", "drug:bevacizumab", "target:SNAI1", "target:TWIST1", "target:CDH1"];
    check(sentence, ...references);
    check("the kit, ⟦avastin⟧, at a snail's pace with a twist, ⟦cdh1⟧", "drug:bevacizumab", "target:CDH1");
    check(sentence, ...references);
  });
});
