import assert from "node:assert/strict";
import { byFate } from "../../server/dataset/fate";
import type { DrugRecord } from "../../server/dataset/records";
import { cardOf, cardOfReadings } from "../../server/features/card";
import { kindWord } from "../../server/features/cards/words";
import { type Card, print } from "../../server/features/print";
import { fateInShort, summaryWord } from "../../server/features/summaryWord";
import { compiled, example, opened, real, records } from "../example";

const linesOf = (card: Card): string[] => print(card, "plaintext").split(/\n+/);

/** Checks the whole card of a reference. */
function check(reference: string, ...expected: string[]): void {
  assert.deepEqual(linesOf(cardOf(example, example.find(reference)!)!), expected, reference);
}

describe("card", () => {
  it("of a drug says class, status, what it is, what it acts on, what was claimed with its correction, names and confidence", () =>
    check(
      "drug:bevacizumab",
      "bevacizumab · drug · anti-VEGF-A monoclonal antibody",
      "approved: FDA 2004, EMA 2005; for colorectal cancer · as of 2026-11",
      "What bevacizumab is.",
      "Acts on: neutralises VEGF-A (VEGFA)",
      "Strategy: VEGF ligand blockade",
      "Names: brand Avastin · code rhuMAb-VEGF · also bevacizumab-awwb, BEV",
      "The review says (Targeted therapy, sentence 13): It holds back all spread. Assessed: overstated (+1 more)",
      "We say: It did not prevent relapse. PMID 23233715",
      "ChEMBL · confidence A · checked 2026-11 · dataset 2026.11",
    ));
  it("of a drug that is withdrawn, discontinued or approved outside oncology says so in words", () => {
    const status = (reference: string) => linesOf(cardOf(example, example.find(reference)!)!)[1];
    assert.equal(status("drug:olaratumab"), "withdrawn: FDA 2020-02; had been approved: FDA 2016 accelerated · as of 2026-11");
    assert.equal(status("drug:galunisertib"), "discontinued: 2020-01; phase II reached · as of 2026-11");
    assert.equal(status("drug:doxycycline"), "not approved in oncology: only outside it, FDA 1967 · as of 2026-11");
    assert.equal(status("drug:nivolumab"), "approved regionally: Japan 2014 · as of 2026-11");
  });
  it("has our own note where none stands against the review's: brain metastasis names the drug that reaches it", () => {
    const card = linesOf(cardOf(real(), real().find("cancer:brain-metastasis")!)!);
    assert.ok(
      card.some((line) => line.startsWith("We say: Tucatinib ")),
      card.join("\n"),
    );
  });
  it("counts narrower names under a process and calls them no other name of it: anoikis is not the resistance to it", () => {
    const card = linesOf(cardOf(real(), real().find("process:anoikis-resistance")!)!);
    assert.ok(card.includes("Counted under it: resistance to anoikis, anoikis"), card.join("\n"));
  });
  it("of a family, a complex and a target lists members and drugs with their fate", () => {
    check(
      "family:TGFB",
      "TGF-β · target family",
      "What TGF-β is.",
      "Drugs: dropped: galunisertib · as of 2026-11",
      "Usually means: TGF-β1 (TGFB1), when prose names no member",
      "Members: TGF-β1 (TGFB1)",
      "Also called: transforming growth factor beta",
      "confidence A · checked 2026-11 · dataset 2026.11",
    );
    check(
      "target:ERBB2",
      "HER2 (ERBB2) · target",
      "What HER2 is.",
      "Drugs: approved: trastuzumab, trastuzumab deruxtecan · as of 2026-10 to 2026-11",
      "Belongs to: HER family",
      "Also called: HER-2/neu",
      "confidence A · checked 2026-11 · dataset 2026.11",
    );
  });
  it("of a strategy, a regimen and a process says what belongs to it", () => {
    const shown = (reference: string) => linesOf(cardOf(example, example.find(reference)!)!).join("\n");
    assert.match(
      shown("strategy:vegf-ligand-blockade"),
      /\nActs on: VEGF-A\nDrugs: approved: bevacizumab, sunitinib, trastuzumab \+1 more · approved regionally: nivolumab · dropped: galunisertib, olaratumab · not approved in oncology: doxycycline · as of 2026-10 to 2026-11\n/,
    );
    assert.match(shown("strategy:vegf-ligand-blockade"), /\nLimited by: drug resistance\n/);
    assert.match(shown("regimen:FOLFOX"), /\nComponents: oxaliplatin, sunitinib\n/);
    assert.match(shown("process:angiogenesis"), /^angiogenesis · process · step 2 of the metastatic cascade\n/);
  });
  it("of a cancer claims of no subtype that it is another name", () => {
    const card = print(cardOfReadings(real(), real().lexicon.lookUp("TNBC"))!, "plaintext");
    assert.match(card, /^“TNBC” is counted under breast cancer$/m);
    assert.match(card, /^Counted under it: /m);
    const short = print(cardOfReadings(real(), real().lexicon.lookUp("NSCLC"))!, "plaintext");
    assert.match(short, /^“NSCLC” is an abbreviation of non-small cell lung cancer$/m);
  });
  it("of a strategy names no drugs that are only given with it", () => {
    const drugs = (reference: string) =>
      real()
        .recordOf(reference)!
        .drugs!.flatMap(([, references]) => references);
    assert.ok(!drugs("strategy:immune-checkpoint-inhibition").includes("drug:bevacizumab"));
    assert.ok(drugs("strategy:immune-checkpoint-inhibition").includes("drug:ivonescimab"));
    assert.ok(!drugs("strategy:anti-angiogenic-therapy").includes("drug:pembrolizumab"));
    assert.ok(drugs("strategy:ici-plus-antiangiogenic").includes("drug:bevacizumab"));
  });
  it("of a derivative says that the drug is shown that it is made of", () => {
    const cardOfText = (drug: string, written: string) =>
      linesOf(cardOfReadings(real(), real().lexicon.lookUp(drug), { written })!).join("\n");
    assert.match(
      cardOfText("amiodarone", "desethylamiodarone"),
      /“desethylamiodarone” is by its name a derivative of amiodarone; shown is/,
    );
    assert.match(cardOfText("tamoxifen", "N-desmethyltamoxifen"), /“N-desmethyltamoxifen” is by its name a derivative of tamoxifen/);
    assert.doesNotMatch(cardOfText("hydroxychloroquine", "hydroxychloroquine"), /by its name/);
  });
  it("of a name with several readings gives each a line and a way to choose it", () => {
    const names = example.lexicon.lookUp("acquired resistance");
    const card = cardOfReadings(example, names, { written: "acquired resistance" })!;
    assert.equal(linesOf(cardOfReadings(example, names)!)[0], "“acquired resistance” has 2 readings:");
    assert.deepEqual(linesOf(card), [
      "“acquired resistance” has 2 readings, and this sentence does not decide between them:",
      "1. drug resistance · challenge · What drug-resistance is.",
      "2. immune resistance · challenge · What immune-resistance is.",
    ]);
    const actions = card.groups.flat(2).flatMap(({ action }) => (action ? [action] : []));
    assert.deepEqual(actions, [
      { kind: "use-reading", word: "acquired resistance", name: "drug resistance" },
      { kind: "use-reading", word: "acquired resistance", name: "immune resistance" },
    ]);
    assert.equal(cardOfReadings(example, []), undefined);
  });
  it("of several readings says of a drug's status when somebody last looked", () => {
    const dataset = real();
    const names = ["tamoxifen", "PD-1"].map((name) => dataset.lexicon.lookUp(name)[0]!);
    assert.match(
      linesOf(cardOfReadings(dataset, names, { written: "TAM" })!)[1]!,
      /^1\. tamoxifen · drug · approved \(as of 20\d\d-\d\d\) · /,
    );
  });
  it("of families of the same genes from two lists is one, for nobody can choose between them", () => {
    const dataset = real();
    assert.match(linesOf(cardOfReadings(dataset, dataset.lexicon.lookUp("histamine receptor"))!)[0]!, /^HRH · family of 4 genes: HRH1, /);
  });
  it("of a record whose name a mere list has as well is the record's, with the other beneath", () => {
    const dataset = real();
    const lines = linesOf(cardOfReadings(dataset, dataset.lexicon.lookUp("DDP"))!);
    assert.match(lines[0]!, /^cisplatin · drug · /);
    assert.match(lines.at(-1)!, /^May also mean mitometh · drug · /);
  });
  it("says which drugs need the variant that is named", () => {
    const dataset = real();
    const said = (reference: string, variant: string) =>
      linesOf(cardOf(dataset, dataset.find(reference)!, { variant })!).find((line) => line.startsWith(`${variant}: `));
    assert.match(said("target:KRAS", "G12C")!, /needed by sotorasib \(approved\), adagrasib \(approved\)/);
    assert.match(said("target:BRAF", "V600E")!, /needed by .*vemurafenib \(approved\)|needed by .*\+\d more/);
    // it may be one of resistance: nothing is said of it
    assert.equal(said("target:KRAS", "G12V"), undefined);
    // a drug that acts on several needs none of them, and others act on it as well
    assert.equal(said("target:EGFR", "L858R"), undefined);
  });
  it("counts for a cancer only what was approved in it", () => {
    const dataset = real();
    const drug = dataset.record(dataset.find("drug:bevacizumab")!) as DrugRecord;
    const check = (cancer: string, agencies: readonly string[], fate: string) => {
      const events = drug.regulatory.events.filter(({ agency }) => agencies.includes(agency ?? ""));
      const own = { ...drug, regulatory: { ...drug.regulatory, events } };
      assert.deepEqual(byFate([own], new Set([cancer])), [[fate, ["drug:bevacizumab"]]]);
    };
    check("cancer:colorectal-cancer", ["FDA"], "approved");
    // revoked in the US, on the label in the EU
    check("cancer:breast-cancer", ["FDA"], "dropped");
    check("cancer:breast-cancer", ["FDA", "EMA"], "approved");
  });
  it("says of approvals that are all unconfirmed that they are, wherever a drug is listed", () => {
    const dataset = real();
    const drug = dataset.record(dataset.find("drug:bevacizumab")!) as DrugRecord;
    const check = (fate: string, inShort: string, ...unconfirmed: boolean[]) => {
      const approvals = unconfirmed.map((yes) => ({ ...drug.regulatory.events[0]!, ...(yes ? { unconfirmed: true as const } : {}) }));
      const own = { ...drug, regulatory: { ...drug.regulatory, events: approvals } };
      assert.deepEqual(byFate([own]), [[fate, ["drug:bevacizumab"]]]);
      assert.equal(fateInShort(own), inShort);
    };
    check("approved (unconfirmed)", "approved, unconfirmed", true);
    check("approved", "approved", true, false);
  });
  it("names the drugs first that the reader knows", () => {
    const lineOf = (id: string) => linesOf(cardOf(real(), real().find(id)!)!).find((line) => line.startsWith("Drugs:"));
    assert.match(lineOf("target:PDCD1")!, /^Drugs: approved: pembrolizumab, nivolumab\b/);
    assert.match(lineOf("target:ERBB2")!, /^Drugs: approved: trastuzumab\b/);
    // those made for a target come before those that hit it beside others
    assert.match(lineOf("target:RET")!, /^Drugs: approved: vandetanib, selpercatinib, pralsetinib \+/);
    assert.match(lineOf("target:KIT")!, /^Drugs: approved: imatinib, avapritinib(?:, ripretinib)? \+/);
  });
  it("says of an old record that it is old", () => {
    const [drug] = records as readonly DrugRecord[];
    const old: DrugRecord = {
      ...drug!,
      regulatory: { ...drug!.regulatory, as_of: "2025-10" },
      review: { checked: "2025-11", confidence: "A" },
    };
    const lines = linesOf(cardOf(opened(compiled([old])), 0)!);
    assert.match(lines[1]!, / · as of 2025-10, more than a year ago$/);
    assert.match(lines.at(-1)!, / · checked 2025-11 · /);
  });
  it("of a use that was taken back says that it was approved again since, as durvalumab in bladder cancer", () => {
    const [drug] = records as readonly DrugRecord[];
    const event = (date: string, name: string, cancer: string) => ({
      date,
      agency: "FDA",
      event: name,
      cancer,
      oncology: true,
      sources: [],
    });
    const taken = ["cancer:bladder", "cancer:breast"].flatMap((cancer) => [
      event("2017", "approved-accelerated", cancer),
      event("2018", "approved", cancer),
      event("2021", "indication-withdrawn", cancer),
    ]);
    const events = [...taken, event("2025", "approved", "cancer:bladder")];
    const lines = linesOf(cardOf(opened(compiled([{ ...drug!, regulatory: { as_of: "2026-11", events } }])), 0)!);
    assert.equal(lines[1], "approved: FDA 2017; for bladder · as of 2026-11");
  });
  it("of a name with the FDA’s suffix says that it has one, and what is a biosimilar’s", () => {
    for (const [written, said] of [
      ["bevacizumab-awwb", "“bevacizumab-awwb” is a US name, with the FDA’s suffix, of a biosimilar of bevacizumab"],
      ["Mvasi", "“Mvasi” is a brand name of a biosimilar of bevacizumab"],
      ["isatuximab-irfc", "“isatuximab-irfc” is a US name, with the FDA’s suffix, of isatuximab"],
      ["ziv-aflibercept", "“ziv-aflibercept” is a US adopted name of aflibercept"],
    ] as const) {
      const lines = linesOf(cardOfReadings(real(), real().lexicon.lookUp(written), { written })!);
      assert.ok(lines.includes(said), lines.join("\n"));
    }
  });
  it("goes by the name that the record prefers, for any record of the real dataset", () => {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++)
      assert.equal(dataset.preferredName(entity), dataset.record(entity)?.preferred_name);
  });
  it("says in a word what an entity is", () => {
    const said = (word: string) => {
      const entity = example.lexicon.entity(example.lexicon.lookUp(word)[0]!);
      return [kindWord(example.kind(entity)), summaryWord(example, entity)];
    };
    assert.deepEqual(said("bevacizumab"), ["drug", "drug, approved"]);
    assert.deepEqual(said("befotertinib"), ["drug", "drug"]);
    assert.deepEqual(said("FLG"), ["gene", "gene"]);
    assert.deepEqual(said("PFS"), ["abbreviation", "abbreviation"]);
    assert.deepEqual(said("αvβ3"), ["complex", "complex"]);
    assert.deepEqual(said("LNPs"), ["carrier", "carrier"]);
  });
});
