import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import type { AnyRecord, DrugRecord } from "../../server/dataset/records";
import { setbacksOf } from "../../server/dataset/setbacks";
import { cardOf, cardOfReadings } from "../../server/features/card";
import { fullCard } from "../../server/features/fullCard";
import { type Card, lineCount, print, textLength } from "../../server/features/print";
import { real } from "../example";

const linesOf = (card: Card): string[] => print(card, "plaintext").split(/\n+/);

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
  it("say of an accelerated approval that it is one, and of a trial that neither won nor lost that it is mixed", () => {
    const lines = (name: string) => linesOf(cardOfReadings(real(), real().lexicon.lookUp(name))!);
    for (const name of ["camizestrant", "iberdomide", "Tudriqev"]) assert.match(lines(name)[1]!, /^approved: FDA 2026 accelerated;/, name);
    const nimotuzumab = real().record(real().lexicon.entity(real().lexicon.lookUp("nimotuzumab")[0]!))!;
    assert.match(fullCard(real(), nimotuzumab), /NOTABLE.*\(phase III, mixed\)/);
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
  it("link of what went wrong the trial alone, not the word before it: VENICE", () => {
    const links: string[] = [];
    check((_, __, card) => {
      for (const { text, link } of card.groups.flat(2)) if (link) links.push(text);
    });
    assert.ok(links.includes("VENICE 2012"));
    assert.deepEqual(
      links.filter((text) => text.includes(": ")),
      [],
    );
  });
  it("say no symbol twice: OCT4 (POU5F1), MUC16 (CA-125), and integrin α2 (ITGA2) among the integrins", () => {
    check(({ id }, lines) => assert.doesNotMatch(lines.join("\n"), /(\([A-Z0-9]+\)) \1|\b([A-Z0-9]+) \([^()]*\) \(\2\)/, id));
  });
  it("say what an approved drug is approved for: dasatinib in leukaemia only, 5-ALA to see a glioma", () => {
    const uses = new Map<string, string>();
    check((record, lines) => {
      if (record.kind === "drug") uses.set(record.id, /^approved.*; for (.*) · as of/.exec(lines[1]!)?.[1] ?? "");
    });
    const expected: Record<string, string> = {
      dasatinib: "chronic myeloid leukaemia, Philadelphia …",
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
      // a comma within a number ends nothing
      pacritinib: "myelofibrosis with fewer than 50,000 platelets per microlitre",
      // however full the card is, the first use is not cut, nor is the second where both are short
      bevacizumab: "colorectal cancer, non-small cell lung cancer …",
      nivolumab: "melanoma, non-small cell lung cancer …",
      sunitinib: "renal cell carcinoma …",
      lenvatinib: "differentiated thyroid carcinoma …",
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
      // without a trial on record the stop says it
      rociletinib: "discontinued: 2016-05-05 in non-small cell lung cancer",
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
