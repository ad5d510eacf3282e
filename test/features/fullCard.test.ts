import assert from "node:assert/strict";
import { parser as commonmark, GFM } from "@lezer/markdown";
import type { AnyRecord, ConceptRecord, DrugRecord } from "../../server/dataset/records";
import { cardPath } from "../../server/features/cards/markdown";
import { citation, citationKeys, identifiers } from "../../server/features/copy";
import { fullCard } from "../../server/features/fullCard";
import { compiled, example, opened, real, records } from "../example";

const markdown = commonmark.configure(GFM);
const recordOf = (reference: string, dataset = example): AnyRecord => dataset.record(dataset.find(reference)!)!;

describe("full card", () => {
  it("of a drug holds its timeline, its mechanisms, both voices, names, identifiers and how to correct it", () => {
    const text = fullCard(example, recordOf("drug:bevacizumab"));
    for (const part of [
      "# bevacizumab\n",
      "**approved**: FDA 2004, EMA 2005 · as of 2026-11",
      "- **2004-02** FDA approved: colorectal cancer (curator's note)\n",
      "- neutralises [VEGF-A](../target/VEGFA.md): inhibitor (",
      "| It holds back all spread. *(Targeted therapy, sentence 13)* | *Assessed:* **overstated** · It did not prevent relapse. *(phase III, negative)* [PMID 23233715](https://pubmed.ncbi.nlm.nih.gov/23233715/) |",
      "| brand | Avastin |",
      "| ChEMBL | [CHEMBL1201583](https://www.ebi.ac.uk/chembl/explore/compound/CHEMBL1201583) |",
      "`data/drugs/bevacizumab.yaml`",
      "not medical advice",
    ])
      assert.ok(text.includes(part), `${part} is not in\n${text}`);
  });
  it("is called as its tab is, by the name of what it is on, and by its id where that says something else", () => {
    const path = (reference: string) => decodeURIComponent(cardPath(reference, real().nameOf(reference)));
    for (const [reference, expected] of [
      ["drug:bevacizumab", "/drug/bevacizumab.md"],
      ["target:MMP9", "/target/MMP9.md"],
      ["target:CD274", "/target/PD-L1 (CD274).md"],
      ["complex:ITGAV_ITGB3", "/complex/integrin αvβ3 (ITGAV_ITGB3).md"],
      ["strategy:integrin-blockade", "/strategy/integrin-blockade.md"],
    ] as const)
      assert.equal(path(reference), expected);
    assert.equal(cardPath("target:X", "a\ud800\n"), "/target/a--%20%28X%29.md");
    assert.equal(cardPath("family:CDK4_6", "CDK4/6 (both)"), "/family/CDK4-6%20%28both%29%20%28CDK4_6%29.md");
  });
  it("of a drug says where lists have it approved that give no date", () => {
    const drug = { ...(records[0] as DrugRecord), also_approved: [["Japan", ["curator:x"]]] as const };
    const said = "\n\nApproved also, by lists that give neither date nor use: Japan (curator's note).\n\n## What it acts on";
    assert.ok(fullCard(example, drug).includes(said));
    assert.ok(!fullCard(example, records[0]!).includes("Approved also"));
    const withdrawn = { ...(records.find(({ id }) => id === "olaratumab") as DrugRecord), also_approved: drug.also_approved };
    assert.ok(fullCard(example, withdrawn).includes("\n\nHad been approved also, by lists"));
  });
  it("of a drug says what it is given with, on the cards of all partners, and what of its timeline is unconfirmed", () => {
    const dataset = real();
    const said = "- [atezolizumab](../drug/atezolizumab.md) in [hepatocellular carcinoma](../cancer/hepatocellular-carcinoma.md): ";
    assert.ok(fullCard(dataset, recordOf("drug:bevacizumab", dataset)).includes(said));
    assert.ok(fullCard(dataset, recordOf("drug:atezolizumab", dataset)).includes(said.replaceAll("atezolizumab", "bevacizumab")));
    const [drug] = records as readonly DrugRecord[];
    const events = drug!.regulatory.events.map((event) => ({ ...event, unconfirmed: true as const }));
    const doubted = { ...drug!, regulatory: { ...drug!.regulatory, events } };
    assert.ok(fullCard(example, doubted).includes("- **2004-02** FDA approved (unconfirmed): "));
  });
  it("says what a drug is once, and each of its names in one spelling", () => {
    const antibody: DrugRecord = { ...(records[0] as DrugRecord), modality: "antibody", class: "humanised antibody" };
    assert.ok(fullCard(example, antibody).includes("\n\ndrug · humanised antibody\n"));
    const vaccine = { ...antibody, modality: "vaccine_peptide", class: "HER2-derived peptide vaccine" };
    assert.ok(fullCard(example, vaccine).includes("\n\ndrug · HER2-derived peptide vaccine\n"));
    const names = ["AB 12", "AB-12", "AB12", "CD 3"].map((text) => ({ text, type: "code" }));
    assert.ok(fullCard(example, { ...antibody, names }).includes("| code | AB 12, CD 3 |"));
  });
  it("of another kind says what it is connected with, and its drugs by their fate", () => {
    const text = fullCard(example, recordOf("strategy:vegf-ligand-blockade"));
    assert.match(text, /\| Acts on \| \[VEGF-A\]\(\.\.\/target\/VEGFA\.md\) \|/);
    assert.match(text, /\| approved \| \[bevacizumab\]\(\.\.\/drug\/bevacizumab\.md\), /);
    assert.match(fullCard(example, recordOf("regimen:FOLFOX")), /\| Components \| oxaliplatin, \[sunitinib\]/);
    const sourced = { ...(recordOf("regimen:FOLFOX") as ConceptRecord), sources: ["pmid:19895249"] };
    assert.match(fullCard(example, sourced), /\| Components \| oxaliplatin, \[sunitinib\]\([^)]*\) \(\[PMID 19895249\]/);
    assert.match(fullCard(example, recordOf("regimen:FOLFOX")), /`data\/vocab\/regimens\.yaml`, id `FOLFOX`/);
  });
  it("says keys of the records in a reader's words", () => {
    const dataset = real();
    const text = fullCard(dataset, recordOf("drug:olaratumab", dataset));
    for (const part of ["** FDA approved (accelerated): ", "| INN | olaratumab |", "| RxNorm |"]) assert.ok(text.includes(part), text);
    assert.match(fullCard(dataset, recordOf("target:EGFR", dataset)), /\| only with exon 19 deletion, L858R, T790M \| \[lazertinib\]/);
    assert.match(fullCard(dataset, recordOf("challenge:t-cell-exhaustion", dataset)), /\| Limits \| \[adoptive cell therapy\]/);
    assert.match(fullCard(dataset, recordOf("target:MMP9", dataset)), /1 of those for is on resistance/);
  });
  it("fits a narrow preview: no table has a third column, which would scroll out of sight", () => {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++) {
      const text = fullCard(dataset, dataset.record(entity)!);
      for (const row of text.match(/^\|.*\|$/gm) ?? []) assert.equal(row.split(/(?<!\\)\|/).length, 4, row);
    }
  });
  it("names sources that are called the same once", () => {
    const [drug] = records as readonly DrugRecord[];
    const mechanisms = [{ ...drug!.mechanisms[0]!, sources: ["curator:a", "curator:b"] }];
    assert.ok(fullCard(example, { ...drug!, mechanisms }).includes(": inhibitor (curator's note)\n"));
  });
  it("says no more of an agency than which of its papers, and of an action than its verb does", () => {
    const [drug] = records as readonly DrugRecord[];
    const dataset = real();
    const [event] = drug!.regulatory.events;
    const regulatory = { ...drug!.regulatory, events: [{ ...event!, sources: ["src:ema", "ema:EMEA/H/C/000582"] }] };
    assert.match(fullCard(dataset, { ...drug!, regulatory }), /\(EMA EMEA\/H\/C\/000582\)\n/);
    const inhibits = { ...drug!.mechanisms[0]!, verb: "inhibits", target: "target:KDR", action: "INHIBITOR", note: "by day", sources: [] };
    const mechanisms = [inhibits, { ...inhibits, verb: "blocks" }];
    const text = fullCard(dataset, { ...drug!, mechanisms });
    assert.match(text, /- inhibits \[VEGFR2\]\([^)]*\): by day\n- blocks \[VEGFR2\]\([^)]*\): inhibitor; by day\n/);
  });
  it("of every record is sound Markdown whose links lead to records that are there", () => {
    const dataset = real();
    for (let entity = 0; entity < dataset.recordCount; entity++) {
      const record = dataset.record(entity)!;
      const text = fullCard(dataset, record);
      assert.ok(!/undefined|\[object|NaN/.test(text), record.id);
      for (const [, kind, id] of text.matchAll(/\]\(\.\.\/([^/)]+)\/([^)]+)\.md\)/g))
        assert.ok(
          dataset.find(`${kind}:${decodeURIComponent(id!).replace(/^.* \(|\)$/g, "")}`) !== undefined,
          `${record.id}: ${kind}/${id}`,
        );
      for (const row of text.split("\n## ").flatMap((section) => section.match(/^\|.*\|$/gm)?.slice(0, 1) ?? [])) assert.ok(row.length > 4);
    }
  });
  it("shows what a dataset says as it is written", () => {
    const evil = "[a](command:x) <img src=x> `x` **b** | c\n\n# h\n- [x](https://evil.example)";
    const drug = records[0] as DrugRecord;
    const hostile: DrugRecord = {
      ...drug,
      preferred_name: evil,
      summary: evil,
      class: evil,
      names: [{ text: evil, type: "brand", note: evil }],
      mechanisms: [{ ...drug.mechanisms[0]!, verb: evil, note: evil, variant: evil }],
      regulatory: {
        as_of: evil,
        events: [{ date: evil, agency: evil, event: evil, indication: evil, note: evil, sources: [`web:${evil}`] }],
      },
      claims: [{ voice: "seed", id: "x", text: evil, sources: ["seed:TT-01"], assessment: evil }],
      xrefs: { chembl: evil },
      review: { checked: evil, confidence: "B", todo: [evil] },
    };
    const text = fullCard(opened(compiled([hostile])), hostile);
    const found = new Set<string>();
    markdown.parse(text).iterate({ enter: ({ name }) => void found.add(name) });
    for (const construct of ["Image", "HTMLTag", "HTMLBlock", "Autolink", "FencedCode", "LinkReference"])
      assert.ok(!found.has(construct), construct);
    assert.ok(!/(?<!\\)\]\((?:command|https:\/\/evil)/.test(text), text);
    assert.equal(text.match(/^# /gm)?.length, 1);
  });
});

describe("copies", () => {
  it("cite a record with its date and its papers", () => {
    assert.equal(
      citation(example, recordOf("drug:bevacizumab")),
      "bevacizumab: approved, FDA 2004, EMA 2005 (as of 2026-11). Metastasis Notes, dataset 2026.11 of 2026-11-26, record drug:bevacizumab, checked 2026-11. Sources: curator's note, [PMID 23233715](https://pubmed.ncbi.nlm.nih.gov/23233715/).",
    );
  });
  it("cite what the status rests on, agencies as well: that of pembrolizumab is in no paper", () => {
    const said = citation(real(), recordOf("drug:pembrolizumab", real()));
    assert.match(said, /: approved, FDA 2014, EMA 2015 .* Sources: FDA BLA125514, EMA EMEA\/H\/C\/003820, /);
  });
  it("give papers and trials as keys, in braces where a key has other signs", () => {
    assert.equal(citationKeys(recordOf("drug:bevacizumab")), "[@pmid:23233715]");
    assert.equal(citationKeys(recordOf("drug:sunitinib")), "");
    const keys = citationKeys(recordOf("drug:bevacizumab", real()));
    assert.match(keys, /@pmid:23233715/);
    assert.match(keys, /@\{doi:10\.1016\/S1470-2045\(12\)70509-0\}/);
  });
  it("give identifiers one a line", () => {
    assert.equal(identifiers(recordOf("drug:bevacizumab")), "metastasis-notes: drug:bevacizumab\nchembl: CHEMBL1201583");
  });
});
