/** Evidence joined to records: counted, in order, and shown in one line that says what it is about. */
import assert from "node:assert/strict";
import { joinEvidence } from "../data/evidence";
import type { Row } from "../data/source";
import { buildFoldTable } from "../server/dataset/fold";
import type { AnyRecord, DrugRecord, Evidence, EvidenceItem } from "../server/dataset/records";
import { cardOf } from "../server/features/card";
import { evidenceLine } from "../server/features/cards/evidence";
import { lineCount, print } from "../server/features/print";
import { example, real, records } from "./example";

const fold = buildFoldTable();

/** "EID1 A+5 sunitinib KIT: Sensitivity/Response in GIST, KIT D816V" → a row of CIViC; "a + b" or "a or b" gives two. */
function rowsOf(written: string): Row[] {
  const [, id, level, sign, rating, drugs, genes, significance, disease, profile] =
    /^(EID\d+) ([A-E])([+-])(\d) (.*) (\S+): (.+) in (.+), (.+)$/.exec(written)!;
  const together = drugs!.includes(" + ") ? "Combination" : drugs!.includes(" or ") ? "Substitutes" : "";
  return drugs!.split(/ \+ | or /).map((drug) => ({
    drug: drug === "-" ? "" : drug,
    genes: genes!,
    molecular_profile: profile!,
    disease: disease!,
    evidence_type: "Predictive",
    evidence_level: level!,
    evidence_direction: sign === "+" ? "Supports" : "Does Not Support",
    significance: significance!,
    therapy_interaction: together,
    rating: rating!,
    pmid: `${id!.slice(3)}00`,
    civic_id: id!,
  }));
}

function joined(reference: string, written: readonly string[], mechanisms: readonly Row[] = []): Evidence | undefined {
  const [kind, id] = reference.split(":");
  const all = joinEvidence(records, { evidence: written.flatMap(rowsOf), mechanisms }, fold);
  return all.find((record) => record.kind === kind && record.id === id)?.evidence;
}

describe("Evidence", () => {
  /** Joins items and tells them as the record has them: best first, with the counts before. */
  function check(reference: string, written: readonly string[], expected: readonly string[]) {
    const evidence = joined(reference, written);
    const items = (evidence?.items ?? []).map(
      ([level, supports, significance, , profile, therapy, rating]) =>
        `${level}${supports ? "+" : "-"}${rating} ${significance}: ${profile}${therapy ? ` (${therapy})` : ""}`,
    );
    const counts = (evidence?.levels ?? []).map(([level, supporting, against]) => `${level} ${supporting}/${against}`).join(", ");
    assert.deepEqual(evidence ? [counts, ...items] : [], expected);
  }

  it("is, of equals, on the disease first that most of it is on; whatever a gene is fused with is not named", () =>
    check(
      "drug:sunitinib",
      [
        "EID1 A+5 sunitinib KIT: Sensitivity/Response in leukaemia, KIT one",
        "EID2 A+5 sunitinib KIT: Sensitivity/Response in GIST, v::KIT Fusion",
        "EID3 B+5 sunitinib KIT: Sensitivity/Response in GIST, KIT two",
      ],
      ["A 2/0, B 1/0", "A+5 Sensitivity/Response: KIT Fusion", "A+5 Sensitivity/Response: KIT one", "B+5 Sensitivity/Response: KIT two"],
    ));
  it("comes highest level first, then rating, then what supports, then the drug alone", () =>
    check(
      "drug:sunitinib",
      [
        "EID5 C+5 sunitinib KIT: Sensitivity/Response in GIST, KIT a",
        "EID4 B-4 sunitinib KIT: Sensitivity/Response in GIST, KIT b",
        "EID3 B+4 sunitinib + nivolumab KIT: Sensitivity/Response in GIST, KIT c",
        "EID2 B+4 sunitinib KIT: Resistance in GIST, KIT d",
        "EID1 B+2 sunitinib KIT: Resistance in GIST, KIT e",
      ],
      [
        "B 3/1, C 1/0",
        "B+4 Resistance: KIT d",
        "B+4 Sensitivity/Response: KIT c (nivolumab + sunitinib)",
        "B-4 Sensitivity/Response: KIT b",
        "B+2 Resistance: KIT e",
        "C+5 Sensitivity/Response: KIT a",
      ],
    ));

  it("is found by any name of a drug, and counts once for each of several drugs", () => {
    const item = ["EID1 A+5 Sutent or Opdivo KIT: Sensitivity/Response in GIST, KIT a"];
    check("drug:sunitinib", item, ["A 1/0", "A+5 Sensitivity/Response: KIT a"]);
    check("drug:nivolumab", item, ["A 1/0", "A+5 Sensitivity/Response: KIT a"]);
    check("target:KIT", item, ["A 1/0", "A+5 Sensitivity/Response: KIT a (Opdivo or Sutent)"]);
    check("drug:bevacizumab", item, []);
  });

  it("of a target needs no drug", () =>
    check("target:KIT", ["EID1 B+3 - KIT|PDGFRA: Poor Outcome in GIST, KIT a"], ["B 1/0", "B+3 Poor Outcome: KIT a"]));

  it("is cut to 60 items for a drug and 20 for a target, and counted whole", () => {
    const many = Array.from({ length: 70 }, (_, i) => `EID${i + 1} D+3 sunitinib KIT: Resistance in GIST, KIT ${i}`);
    const [ofDrug, ofTarget] = ["drug:sunitinib", "target:KIT"].map((reference) => joined(reference, many)!);
    assert.deepEqual([ofDrug!.items.length, ofTarget!.items.length, ofDrug!.levels, ofDrug!.resistance], [60, 20, [["D", 70, 0]], 70]);
  });

  it("that denies a resistance is counted apart from what is against a response", () => {
    const ofSunitinib = (...items: string[]) => joined("drug:sunitinib", items, [])?.denied;
    const against = "EID1 C-3 sunitinib KIT: Sensitivity/Response in GIST, KIT a";
    assert.equal(ofSunitinib(against), undefined);
    assert.equal(ofSunitinib(against, "EID2 C-3 sunitinib KIT: Resistance in GIST, KIT b"), 1);
  });

  it("has the ways of action of DrugMechDB", () => {
    const row = { drug: "Sunitinib", disease: "GIST", targets: "KIT|PDGFRA", pmids: "1|2", drugmechdb_id: "DB1_1" };
    const way = { drug: "Sunitinib", disease: "GIST", targets: ["KIT", "PDGFRA"], pmids: ["1", "2"], id: "DB1_1" };
    for (const reference of ["drug:sunitinib", "target:KIT"]) {
      assert.deepEqual(joined(reference, [], [row]), { levels: [], resistance: 0, items: [], mechanisms: [way] });
    }
  });

  it("leaves the other records as they were", () => {
    const all = joinEvidence(records, { evidence: [], mechanisms: [] }, fold);
    assert.ok(all.every((record, i) => record === records[i]));
  });
});

describe("The evidence line of a card", () => {
  const item = (...changes: Array<readonly [number, string | number]>): EvidenceItem => {
    const parts: Array<string | number> = ["A", 1, "Sensitivity/Response", "Melanoma", "BRAF V600E", "", 5, "21639808"];
    for (const [at, value] of changes) parts[at] = value;
    return parts as unknown as EvidenceItem;
  };

  function check(evidence: Partial<Evidence>, expected: string) {
    const whole: Evidence = { levels: [["A", 3, 0]], resistance: 0, items: [item()], mechanisms: [], ...evidence };
    assert.equal(print({ groups: [[evidenceLine(example, whole)!]] }, "plaintext"), expected);
  }

  it("says that it is by molecular profile, counts levels and shows the best item", () => {
    const start = "Evidence: CIViC by molecular profile:";
    check({}, `${start} 3 at level A · best (A): BRAF V600E, response in Melanoma PMID 21639808`);
    const levels: Evidence["levels"] = [
      ["A", 3, 0],
      ["B", 12, 2],
    ];
    const counts = "3 at level A, 12 B; 4 on resistance; 2 against response";
    check({ levels, resistance: 4 }, `${start} ${counts} · best (A): BRAF V600E, response in Melanoma PMID 21639808`);
    // bosutinib: 38 items that a mutant is not resistant had stood as 38 against the drug
    const denied = "3 at level A, 12 B; 2 against resistance";
    check({ levels, denied: 2 }, `${start} ${denied} · best (A): BRAF V600E, response in Melanoma PMID 21639808`);
  });

  it("says resistance, what is against, and drugs given together", () => {
    const start = "Evidence: CIViC by molecular profile: 3 at level A · best (A):";
    check({ items: [item([2, "Resistance"])] }, `${start} BRAF V600E, resistance in Melanoma PMID 21639808`);
    check({ items: [item([1, 0])] }, `${start} BRAF V600E, against response in Melanoma PMID 21639808`);
    check({ items: [item([5, "a + b"])] }, `${start} BRAF V600E, response in Melanoma, given as a + b PMID 21639808`);
  });

  it("cuts a profile of many alternatives", () => {
    const profile = Array.from({ length: 9 }, (_, i) => `PIK3CA H1047${i}`).join(" OR ");
    const shown = "PIK3CA H10470 OR PIK3CA H10471 OR …";
    const start = "Evidence: CIViC by molecular profile: 3 at level A · best (A):";
    check({ items: [item([4, profile])] }, `${start} ${shown}, response in Melanoma PMID 21639808`);
  });

  it("names no PMID where CIViC has an abstract of a meeting: tepotinib", () => {
    const expected = "Evidence: CIViC by molecular profile: 3 at level A · best (A): BRAF V600E, response in Melanoma";
    check({ items: [item([7, ""])] }, expected);
  });

  it("is none where there is nothing", () => {
    assert.equal(evidenceLine(example, undefined), undefined);
    assert.equal(evidenceLine(example, { levels: [], resistance: 0, items: [], mechanisms: [] }), undefined);
  });
});

describe("The real cards with evidence", () => {
  const dataset = real();
  const all: AnyRecord[] = Array.from({ length: dataset.recordCount }, (_, entity) => dataset.record(entity)!);
  const drugs = all.flatMap((record, entity) => (record.kind === "drug" && record.evidence?.items.length ? [{ record, entity }] : []));

  it("show it, and still what the drug acts on and its strategy, in twelve lines", () => {
    assert.ok(drugs.length > 100, `${drugs.length} drugs with evidence`);
    const bad = drugs.filter(({ record, entity }) => {
      const card = cardOf(dataset, entity)!;
      const text = print(card, "plaintext");
      const { mechanisms, no_target_reason: reason } = record as DrugRecord;
      const acts = mechanisms.length > 0 ? ["\nActs on:"] : reason ? ["\nAction:"] : [];
      const wanted = ["\nEvidence: CIViC by molecular profile", "\nStrategy:", ...acts];
      return lineCount(card) > 12 || !wanted.every((part) => text.includes(part));
    });
    assert.deepEqual(
      bad.map(({ record }) => record.id),
      [],
    );
  });

  it("add less than 480 kB to the dataset", () => {
    const added = all.reduce((sum, { evidence }) => sum + (evidence ? Buffer.byteLength(JSON.stringify({ evidence })) : 0), 0);
    assert.ok(added < 480_000, `${added} bytes`);
  });

  it("hold items best first", () => {
    const wrong = all.filter(({ evidence }) => {
      const levels = (evidence?.items ?? []).map(([level]) => level);
      return levels.join("") !== [...levels].sort().join("");
    });
    assert.deepEqual(wrong, []);
  });
});
