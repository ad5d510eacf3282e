/** Glossary, abbreviations and statistics of notes. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { mentionsOfNote } from "../../server/features/export/noteMentions";
import { statsOf, statsText } from "../../server/features/export/stats";
import { Tally } from "../../server/features/export/tally";
import { atOnce } from "../../server/giveWay";
import { example, noteOf, real } from "../example";
import { written } from "./written";

const NOTES = {
  "a.md": "Lartruvo, then Avastin and PD-1 expression. Epithelial-mesenchymal transition (EMT).\n",
  "b.md": "bevacizumab, Avastin; befotertinib; EMT, TGF-β.\n",
};

describe("a glossary", () => {
  it("lists drugs and targets once each, in the order of first use, with dated status", () => {
    const text = written("glossary", NOTES);
    assert.match(
      text,
      /^# Glossary\n\n## Drugs\n\n\| Name .*\n.*\n\| olaratumab \| Lartruvo .*withdrawn.*as of 2026-11.*\n\| bevacizumab \|/,
    );
    assert.match(
      text,
      /\| bevacizumab \| Avastin \| anti-VEGF-A monoclonal antibody \| approved: FDA 2004, EMA 2005 \(as of 2026-11\) \| CHEMBL1201583 \| 3 \|/,
    );
    assert.deepEqual(
      text.split("\n## ").map((part) => [
        part.split("\n")[0],
        part
          .match(/^\| [^|]+(?= \|)/gm)
          ?.slice(2)
          .map((cell) => cell.slice(2)),
      ]),
      [
        ["# Glossary", undefined],
        ["Drugs", ["olaratumab", "bevacizumab", "befotertinib"]],
        ["Targets", ["PD-1", "TGF-β"]],
        ["Further terms", ["epithelial-to-mesenchymal transition"]],
      ],
    );
    assert.match(text, /not medical advice\.\*\n$/);
  });

  it("is a table for spreadsheets as well", () => {
    const rows = parse<Record<string, string>>(written("glossary-csv", NOTES), { columns: true, bom: true });
    const drug = rows.find(({ id }) => id === "drug:bevacizumab")!;
    assert.deepEqual(
      [drug["written"], drug["uses"], drug["notes"], drug["firstFile"], drug["firstLine"]],
      ["Avastin; bevacizumab", "3", "2", "a.md", "1"],
    );
  });

  it("says so where nothing is known", () =>
    assert.match(written("glossary", { "a.md": "words" }), /^# Glossary\n\nNo known name is used\.\n\n\*Metastasis Notes/));
});

describe("abbreviations", () => {
  const pairs = (notes: Record<string, string>) =>
    parse<Record<string, string>>(written("abbreviations-csv", notes, real()), { columns: true, bom: true }).map(({ short, long, by }) => [
      short,
      long,
      by,
    ]);

  it("are those that the note explains, and those of the dataset", () => {
    assert.deepEqual(pairs({ "a.md": "The Quiet Dormant Niche (QDN) and EGFR; FAK, HER2 and phospho-AKT." }), [
      ["EGFR", "epidermal growth factor receptor", "dataset"],
      ["FAK", "focal adhesion kinase", "dataset"],
      ["HER2", "human epidermal growth factor receptor 2", "dataset"],
      ["QDN", "Quiet Dormant Niche", "note"],
    ]);
  });

  it("stand for what has their letters, where a name of it has", () => {
    assert.deepEqual(pairs({ "a.md": "Of mCRPC, CRPC and VEGFR2; PD-L1 expression; CDDP 75 mg/m2." }), [
      ["CDDP", "cis-diamminedichloroplatinum", "dataset"],
      ["CRPC", "castration-resistant prostate cancer", "dataset"],
      ["PD-L1", "programmed cell death 1 ligand 1", "dataset"],
      ["VEGFR2", "vascular endothelial growth factor receptor 2", "dataset"],
    ]);
  });
  it("are not explained by another spelling of the same", () => {
    assert.deepEqual(pairs({ "a.md": "Anti-PD1, anti PD-1 and HER-2 are used." }), [
      ["HER-2", "human epidermal growth factor receptor 2", "dataset"],
    ]);
  });

  it("stand in Markdown with who says so", () => {
    assert.match(written("abbreviations", NOTES, real()), /\| EMT \| Epithelial-mesenchymal transition \| the note, a\.md:1 \|/);
    assert.match(written("abbreviations", { "a.md": "words" }), /None is used\./);
  });
});

describe("statistics", () => {
  const tally = new Tally();
  for (const [file, text] of Object.entries(NOTES)) tally.add(atOnce(mentionsOfNote(example, noteOf(text), file)));
  const stats = statsOf(example, tally);

  it("count uses, notes and names of each thing, the most used first", () => {
    const [first] = stats.things;
    assert.deepEqual([first!.id, first!.uses, first!.notes], ["drug:bevacizumab", 3, 2]);
    assert.deepEqual(first!.written, [
      { name: "Avastin", uses: 2 },
      { name: "bevacizumab", uses: 1 },
    ]);
    assert.deepEqual([stats.notes, stats.uses], [2, stats.kinds.reduce((sum, { uses }) => sum + uses, 0)]);
  });

  it("read as sentences, with status and date", () => {
    assert.match(statsText(stats), /^\d+ uses of \d+ names in 2 notes · dataset .*\n\ndrug · 3 · 5 uses\n/);
    assert.match(statsText(stats), / 3 {2}bevacizumab as Avastin, 2 notes · approved: FDA 2004, EMA 2005 \(as of 2026-11\)\n/);
  });
});
