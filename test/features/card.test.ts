import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import { byFate } from "../../server/dataset/fate";
import type { AnyRecord, DrugRecord } from "../../server/dataset/records";
import { setbacksOf } from "../../server/dataset/status";
import { cardOf, cardOfReadings } from "../../server/features/card";
import { kindWord } from "../../server/features/cards/words";
import { type Card, lineCount, print, textLength } from "../../server/features/print";
import { summaryWord } from "../../server/features/summaryWord";
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
  it("names the drugs first that the reader knows", () => {
    const lineOf = (id: string) => linesOf(cardOf(real(), real().find(id)!)!).find((line) => line.startsWith("Drugs:"));
    assert.match(lineOf("target:PDCD1")!, /^Drugs: approved: pembrolizumab, nivolumab\b/);
    assert.match(lineOf("target:ERBB2")!, /^Drugs: approved: trastuzumab\b/);
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

describe("cards of the real dataset", () => {
  /** Looks at the card of every record, by each of its names. */
  function check(look: (record: AnyRecord, lines: readonly string[], card: Card, dataset: Dataset) => void): void {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++) {
      const card = cardOf(dataset, entity)!;
      look(dataset.record(entity)!, linesOf(card), card, dataset);
    }
  }

  it("have at most 12 lines and 900 characters, by whatever name they are found", () => {
    const dataset = real();
    check((record, lines, card) => assert.ok(lines.length <= 12 && lineCount(card) <= 12 && textLength(card) <= 900, record.id));
    const seen = new Set<string>();
    for (let name = 0; name < dataset.lexicon.size; name++) {
      if (dataset.lexicon.entity(name) >= dataset.recordCount) continue;
      const names = dataset.lexicon.lookUp(dataset.lexicon.name(name));
      const readings = names.map((other) => `${dataset.lexicon.entity(other)} ${dataset.lexicon.type(other)}`).join();
      if (seen.has(readings)) continue;
      seen.add(readings);
      const card = cardOfReadings(dataset, names);
      assert.ok(card && lineCount(card) <= 12 && textLength(card) <= 900, dataset.lexicon.name(name));
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
        /^(approved|approved regionally|supportive care only|withdrawn|filed|in trials|discontinued|preclinical|not approved in oncology|status unknown)\b.* · as of \d{4}(-\d\d)*/,
        record.id,
      );
    });
  });
  it("say of every record of confidence B what is to be confirmed", () => {
    let unsure = 0;
    check(({ id, review }, lines) => {
      assert.equal(
        lines.some((line) => line.startsWith("To be confirmed: ")),
        review.confidence === "B",
        id,
      );
      unsure += Number(review.confidence === "B");
    });
    assert.ok(unsure > 0);
  });
  it("say the status of a drug wherever it is listed", () => {
    const fates =
      /^(approved|approved regionally|supportive care only|filed|in trials|dropped|preclinical|not approved in oncology|status unknown): /;
    check((record, lines) => {
      // the second line may be a summary that begins so
      const drugs = lines.slice(2).find((line) => /^Drugs[a-z ]*: /.test(line));
      for (const group of drugs
        ?.replace(/^Drugs[a-z ]*: /, "")
        .replace(/ · as of \d{4}-\d{2}(?: to \d{4}-\d{2})?(?:, more than a year ago)?$/, "")
        .split(" · ") ?? [])
        assert.match(group, fates, record.id);
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
  it("refer to nothing that is not there", () => {
    check((record, _, card, dataset) => {
      for (const { action } of card.groups.flat(2))
        if (action?.kind === "open-card") assert.ok(dataset.find(action.reference) !== undefined, record.id);
      const text = print(card, "plaintext");
      assert.doesNotMatch(
        text,
        /\b(?:drug|target|family|complex|process|pathway|strategy|challenge|cancer|regimen|nanoplatform|src|curator):[a-z]/i,
        record.id,
      );
    });
  });
  it("show what went wrong with a drug right beneath its status", () => {
    let shown = 0;
    check((record, lines) => {
      if (record.kind !== "drug" || setbacksOf(record as DrugRecord).length === 0) return;
      assert.match(lines[2]!, /^setbacks: (?:withdrawn|refused|application withdrawn|failed): /, record.id);
      shown++;
    });
    assert.ok(shown > 30, `only ${shown} drugs with setbacks`);
  });
  it("link of what went wrong the trial alone, not the word before it: LEAP-002", () => {
    const links: string[] = [];
    check((_, __, card) => {
      for (const { text, link } of card.groups.flat(2)) if (link) links.push(text);
    });
    assert.ok(links.includes("LEAP-002 2022"));
    assert.deepEqual(
      links.filter((text) => text.includes(": ")),
      [],
    );
  });
  it("say no symbol twice: OCT4 (POU5F1), and integrin α2 (ITGA2) among the integrins", () => {
    check(({ id }, lines) => assert.doesNotMatch(lines.join("\n"), /(\([A-Z0-9]+\)) \1/, id));
  });
  it("say what an approved drug is approved for: dasatinib in leukaemia only, 5-ALA to see a glioma", () => {
    const uses = new Map<string, string>();
    check((record, lines) => {
      if (record.kind === "drug") uses.set(record.id, /^approved.*; for (.*) · as of/.exec(lines[1]!)?.[1] ?? "");
    });
    const expected: Record<string, string> = {
      dasatinib: "chronic myeloid leukaemia, Philadelphia chromosome-positive acute lymphoblastic leukaemia",
      "aminolevulinic-acid": "imaging of glioma",
      denosumab: "prevention of skeletal-related events in bone metastases",
      selumetinib: "plexiform neurofibroma in neurofibromatosis type 1",
      // the most common use comes first, what a list of the EMA has without a date comes last
      atezolizumab: "non-small cell lung cancer, extensive-stage small cell lung cancer, hepatocellular carcinoma …",
      // a cancer of many kinds is said by the kind, a use that a wider one says already not at all
      tarlatamab: "extensive-stage small cell lung cancer",
      enzalutamide: "prostate cancer",
      ibrutinib: "chronic lymphocytic leukaemia, relapsed or refractory mantle cell lymphoma",
      olaparib: "ovarian cancer, breast cancer, pancreatic cancer, prostate cancer",
      plerixafor: "",
      // however full the card is, three uses are kept, and none is cut within
      bevacizumab: "colorectal cancer, non-small cell lung cancer, recurrent glioblastoma, renal cell carcinoma, cervical cancer +3 more",
      nivolumab: "melanoma, non-small cell lung cancer, renal cell carcinoma …",
      lenvatinib: "differentiated thyroid carcinoma, renal cell carcinoma, hepatocellular carcinoma …",
    };
    for (const [id, use] of Object.entries(expected)) assert.equal(uses.get(id), use, id);
  });
  it("say what a drug that is not approved is tried in, and where; what it was dropped for stands among its setbacks alone", () => {
    const said = new Map<string, string>();
    check((record, lines) => {
      if (record.kind === "drug") said.set(record.id, lines[1]!.replace(/ · as of .*/, ""));
    });
    const expected: Record<string, string> = {
      casdatifan: "in trials: phase III in renal cell carcinoma (PEAK-1)",
      lirafugratinib: "filed: FDA 2026-01-28 for second-line cholangiocarcinoma with FGFR2 fusion or rearrangement (ReFocus)",
      // what is outside oncology comes behind
      digoxin: "in trials: phase I in breast cancer (DICCT); approved outside oncology: FDA 1954 (unconfirmed; heart failure)",
      navarixin:
        "status unknown: phase II reached in advanced castration-resistant prostate cancer, microsatellite-stable colorectal cancer, non-small cell lung cancer (NCT03473925); last trial known 2021",
      belrestotug: "discontinued: 2025-05-13; phase III reached in non-small cell lung cancer (GALAXIES Lung-301)",
      xevinapant: "discontinued: 2024-06-24; phase III reached",
      // several trials of one event keep their names without the numbers
      opevesostat: "in trials: phase III in prostate cancer (MK-5684-003, MK-5684-004)",
    };
    for (const [id, line] of Object.entries(expected)) assert.equal(said.get(id), line);
    const status = cardOf(real(), real().find("drug:casdatifan")!)!.groups[0]![1]!;
    assert.equal(status.find(({ text }) => text === "PEAK-1")?.link, "https://clinicaltrials.gov/study/NCT07011719");
  });
  it("never begin with approved where no approval is in oncology", () => {
    check((record, lines) => {
      const approvals = (record as Partial<DrugRecord>).regulatory?.events.filter(({ event }) => event.startsWith("approved")) ?? [];
      if (approvals.length > 0 && approvals.every(({ oncology }) => oncology === false))
        assert.doesNotMatch(lines[1]!, /^approved/, record.id);
    });
  });
});
