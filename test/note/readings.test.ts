import assert from "node:assert/strict";
import { Note } from "../../server/note/note";
import { example, noteOf } from "../example";
import { namesIn } from "./names";

const head = (readings: string) => `---\nmetastasis-notes:\n  readings: { ${readings} }\n---\n`;

/** The names of a note with the records they lead to: "MET: MET". */
const said = (note: Note) => namesIn(note).map(({ from, to, entity }) => `${note.text.slice(from, to)}: ${example.preferredName(entity)}`);

const check = (readings: string, text: string, ...expected: string[]) => assert.deepEqual(said(noteOf(head(readings) + text)), expected);

describe("the readings that a note chooses", () => {
  it("hold wherever the name stands, whatever its sentence says", () => {
    check("MET: c-MET", "They MET after EMT.", "MET: MET", "EMT: epithelial-to-mesenchymal transition");
    check("HER: HER2", "**HER** rose; HER2 fell; her tumour grew.", "HER: HER2", "HER2: HER2");
    check(
      "MET: c-MET",
      "After EMT they MET, then EMT.",
      "EMT: epithelial-to-mesenchymal transition",
      "MET: MET",
      "EMT: epithelial-to-mesenchymal transition",
    );
    check('"lab 1": nivolumab', "Given lab 1 and lab 12.", "lab 1: nivolumab");
  });
  it("leave longer names alone, and do nothing where nothing is meant", () => {
    check("PD-1: nivolumab", "PD-1 and PD-L1, VEGF-A.", "PD-1: nivolumab", "PD-L1: PD-L1", "VEGF-A: VEGF-A");
    check("MET: xyz", "They MET.");
    check("trastuzumab: nivolumab", "trastuzumab deruxtecan", "trastuzumab deruxtecan: trastuzumab deruxtecan");
  });
  it("take effect at once, in every block, and end at once", () => {
    const before = noteOf("---\ntitle: x\n---\nThey MET.\n\nThey MET again.\n");
    assert.deepEqual(said(before), []);
    const start = { line: 1, character: 0 };
    const change = { range: { start, end: { line: 1, character: 8 } }, text: "metastasis-notes: { readings: { MET: c-MET } }" };
    const chosen = Note.update(before, [change], 2);
    assert.deepEqual(said(chosen), ["MET: MET", "MET: MET"]);
    assert.deepEqual(said(Note.update(chosen, [{ range: { start, end: { line: 1, character: 99 } }, text: "title: x" }], 3)), []);
  });
});
