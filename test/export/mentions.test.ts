/** Places, names and identifiers of what a note mentions: what every export is written from. */
import assert from "node:assert/strict";
import path from "node:path";
import { readTable } from "../../data/source";
import { mentionsOfNote } from "../../server/features/export/noteMentions";
import { thingOf } from "../../server/features/export/things";
import { atOnce } from "../../server/giveWay";
import { example, noteOf, real } from "../example";
import { pick, randomOf, SEED } from "../random";
import { namesIn } from "./written";

describe("mentions of a note", () => {
  it("have offsets in characters and in UTF-16 units, and both find the name again", () => {
    const text = "🧬🧬 Avastin 𝛼 and\r\n> **nivo**lumab 🧪 then p53.";
    const spans = namesIn(text);
    assert.deepEqual(
      spans.map((span) => span.text),
      ["Avastin", "**nivo**lumab", "p53"],
    );
    for (const { start, end, startUtf16, endUtf16, text: written } of spans) {
      assert.equal([...text].slice(start, end).join(""), written);
      assert.equal(text.slice(startUtf16, endUtf16), written);
    }
    assert.deepEqual([spans[0]!.start, spans[0]!.startUtf16], [3, 5]);
    assert.deepEqual(
      [spans[1]!.from, spans[2]!.from],
      [
        { line: 2, column: 3 },
        { line: 2, column: 25 },
      ],
    );
  });

  it(`hold for any text: what stands at an offset is the name, in both units (seed ${SEED})`, () => {
    const pieces = ["Avastin", "p53", "🧬", "𝛼", " ", ", ", "\n", "\r\n", "\n\n", "- ", "| ", "`p53` ", "**", "TGF-β", "word ", "é"];
    const random = randomOf(SEED);
    for (let round = 0; round < 40; round++) {
      const text = Array.from({ length: 60 }, () => pick(random, pieces)).join("");
      const characters = [...text];
      for (const span of namesIn(text)) {
        assert.equal(characters.slice(span.start, span.end).join(""), text.slice(span.startUtf16, span.endUtf16), text);
        const { line, column } = span.from;
        const lines = text.split(/\r\n|\n|\r/);
        assert.ok(lines[line - 1]!.slice(column - 1).startsWith(span.text.split(/\r\n|\n|\r/)[0]!), text);
      }
    }
  });

  it("have the sentence as context, in tables the row, without markup and code", () => {
    const contexts = (text: string) => namesIn(text).map(({ context }) => context);
    assert.deepEqual(contexts("One thing. We gave *Avastin*\nand `x` twice. Another."), ["We gave Avastin and … twice."]);
    assert.deepEqual(contexts("| Drug | Dose |\n|---|---|\n| Avastin | 5 |"), ["Avastin | 5"]);
  });

  it("say by which name they were found, and what else may be meant", () => {
    const [brand, code] = namesIn("Avastin and LY2157299 were given.");
    assert.deepEqual([brand!.matched, brand!.nameType], ["Avastin", "brand"]);
    assert.deepEqual([code!.matched, code!.nameType], ["LY2157299", "code"]);
    const [tam] = namesIn("TAM was given at 20 mg daily.", real());
    assert.deepEqual([thingOf(real(), tam!.entity).id, tam!.also.map((other) => thingOf(real(), other).id)], ["drug:tamoxifen", []]);
  });

  it("leave out code, merely known abbreviations and phrases that only point", () => {
    assert.deepEqual(namesIn("`Avastin`, PFS and\n\n```\np53\n```\n"), []);
  });

  it("have the identifiers of the record, or of the vocabulary, and a dated status", () => {
    const thing = (text: string) => thingOf(real(), namesIn(text, real())[0]!.entity);
    const { id, chembl, drugbank, status, statusAsOf, setbacks } = thing("cilengitide");
    assert.deepEqual([id, chembl, drugbank], ["drug:cilengitide", "CHEMBL429876", "DB11890"]);
    assert.match(`${status} ${statusAsOf} ${setbacks}`, /^discontinued\b.* \d{4}(-\d{2})* failed: CENTRIC/);
    assert.equal(thing("ITGB3").hgnc, "HGNC:6156");
    assert.deepEqual([thing("FLG expression").id, thing("FLG expression").hgnc], ["known-gene:FLG", "HGNC:3748"]);
  });

  it("have for a drug without a record what the vocabulary's table says of it, each its own", () => {
    // several may be called the same: a mirror image is, by its plain name
    const held = new Map<string, string[]>();
    for (let entity = real().recordCount; real().has(entity); entity++) {
      if (real().kind(entity) !== "known-drug") continue;
      const { name, drugbank, chembl } = thingOf(real(), entity);
      held.set(name, [...(held.get(name) ?? []), `${drugbank} ${chembl}`]);
    }
    const rows = readTable(path.resolve("data/lexicon/drugs.tsv")).filter((row) => held.has(row["name"]!));
    for (const row of rows) assert.ok(held.get(row["name"]!)!.includes(`${row["drugbank_id"]} ${row["chembl_id"]}`), row["name"]);
    assert.ok(rows.length > 15_000, String(rows.length));
    assert.deepEqual(thingOf(example, example.find("drug:bevacizumab")!).drugbank, "");
  });

  it("are read in steps, one or more for each passage", () => {
    const passages = 500;
    const steps = mentionsOfNote(example, noteOf("Avastin was given.\n\n".repeat(passages)), "a.md");
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count >= passages, String(count));
  });

  it("have in each cell of a row the same text of the row", () => {
    const note = noteOf("| a | b |\n|---|---|\n| Avastin | bevacizumab |\n| Avastin | x |\n");
    const { passages } = atOnce(mentionsOfNote(example, note, "a.md"));
    assert.deepEqual(
      passages.flatMap(({ names }) => names.map(({ context }) => context)),
      ["Avastin | bevacizumab", "Avastin | bevacizumab", "Avastin | x"],
    );
  });

  it("come with the abbreviations that the note explains", () => {
    const text = "The vascular niche factor (VNF) and transforming growth factor beta (TGFb).";
    const { definitions } = atOnce(mentionsOfNote(example, noteOf(text), "a.md"));
    assert.deepEqual(
      definitions.map(({ short, long, place }) => [short, long, place.column]),
      [
        ["VNF", "vascular niche factor", 28],
        ["TGFb", "transforming growth factor beta", 70],
      ],
    );
  });
});
