/** BioC JSON: of the right shape, and every annotation found again at its offset. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { ROOT } from "../client";
import { written } from "./written";

interface Annotation {
  readonly id: string;
  readonly infons: Record<string, string>;
  readonly text: string;
  readonly locations: ReadonlyArray<{ offset: number; length: number }>;
}
interface Collection {
  readonly infons: Record<string, string>;
  readonly documents: ReadonlyArray<{
    readonly id: string;
    readonly passages: ReadonlyArray<{ offset: number; text: string; annotations: readonly Annotation[] }>;
  }>;
}

const NOTES = {
  "a.md": "# 🧬 Avastin\n\n- 𝛼 *nivo*lumab, p53\n- nothing\n\n| a | TGF-β |\n|---|---|\n",
  "b.md": "",
};

describe("BioC JSON", () => {
  const collection = JSON.parse(written("bioc", NOTES)) as Collection;

  it("has the shape that readers take", () => {
    const validate = new Ajv({ allErrors: true }).compile(
      JSON.parse(readFileSync(path.join(ROOT, "test/schemas/bioc.json"), "utf8")) as object,
    );
    assert.ok(validate(collection), JSON.stringify(validate.errors));
    assert.ok(validate(JSON.parse(written("bioc", {}))));
  });

  it("has each annotation at its offset, in characters of the note and of its passage", () => {
    const found: string[] = [];
    for (const { id, passages } of collection.documents) {
      const note = [...NOTES[id as keyof typeof NOTES]];
      for (const { offset, text, annotations } of passages) {
        assert.equal(note.slice(offset, offset + [...text].length).join(""), text);
        for (const annotation of annotations) {
          const { offset: at, length } = annotation.locations[0]!;
          assert.equal([...text].slice(at - offset, at - offset + length).join(""), annotation.text);
          found.push(annotation.text);
        }
      }
    }
    assert.deepEqual(found, ["Avastin", "*nivo*lumab", "p53", "TGF-β"]);
  });

  it("types annotations as PubTator does and says what is known", () => {
    const [drug] = collection.documents[0]!.passages[0]!.annotations;
    const { type, identifier, record, matched, name_type, status, status_as_of } = drug!.infons;
    assert.deepEqual([type, identifier, record], ["Chemical", "CHEMBL1201583", "drug:bevacizumab"]);
    assert.deepEqual([matched, name_type, status, status_as_of], ["Avastin", "brand", "approved: FDA 2004, EMA 2005", "2026-11"]);
    const ids = collection.documents[0]!.passages.flatMap(({ annotations }) => annotations.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
  });
});
