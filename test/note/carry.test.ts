import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { hasRemarks } from "../../server/features/remarks";
import { Note } from "../../server/note/note";
import { mentionsOf, type Reading } from "../../server/note/reading";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { pick, randomOf, SEED } from "../random";

/** Lines of one block each, that say something of names or hold what is reported. */
const BLOCKS = [
  ["- bevacizumab inhibits VEGFA", "- given **sunitinb** 50 mg", "  - > cilengitide is approved", "- sunitinib (anti-EGFR) was given", "- ~~cilengitide is approved~~", "- *p53* and $\\beta$1 integrin"],
  ["| Drug | Target | Status |", "| --- | --- | --- |", "| nivolumab | EGFR | approved |", "| cilengitide | αvβ3 | approved |", "| sunitinb 50 mg | KIT | phase 3 |", "| p53 | 2-Sep | |"],
  ["| Gene | A | B |", "| --- | --- | --- |", "| x | KIT | imatinib |", "| x | MET | sunitinib |", "| x | RET, AR | alectinib |", "| x | ALK | enzalutamide |"],
  ["> [!note] On trials", "> Cilengitide is approved.", "> Given bevacizumb 10 mg/kg.", "> “Cilengitide is approved for glioma”", "> - sunitinib malate"],
  ["- loncastuximab tesirine: CD19", "- polatuzumab vedotin – CD22", "- inotuzumab ozogamicin: CD22", "- **nivolumab**: PD-1 / IgG4", "- tisotumab vedotin: tissue factor"],
  ["Given bevacizumb, then", "sunitinib malate and [[drug:nivolumab]];", "cilengitide is approved.", "<!-- metastasis-notes: off -->", "Given sunitinb."],
]; // biome-ignore format: a list
const PIECES = [
  "", "", "x", " ", "\n", "\n\n", "|", "> ", "- ", "**", "~~", "[", "](u)", "$", "!", "not ", "Gene ", "bevacizumb", "sunitinib", "KIT ",
  "“", "\\", "`",
]; // biome-ignore format: a list

/** All that is found in a note: names, and what the rules say of them. */
function readAll(note: Note): unknown[] {
  const all: unknown[] = findings(real(), note, DEFAULTS).map(({ from, to, rule, message, level, kept }) => [
    from,
    to,
    rule,
    message,
    level,
    kept,
  ]);
  note.eachPassage((passage, start) => {
    for (const { from, to, names } of mentionsOf(real(), passage)) all.push([start + from, start + to, ...names]);
    return true;
  });
  return all;
}

/** The reading of the passage that says a text; nothing where none was made. */
function readingAt(note: Note, text: string): Reading | undefined {
  return note.passageAt(note.text.indexOf(text))!.passage.reading;
}

describe("what was found in a block", () => {
  it(`is after an edit inside it what it is from scratch (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 40; i++) {
      const lines = pick(random, BLOCKS);
      const head = lines.slice(0, lines[0]!.startsWith("|") ? 2 : 1);
      let note = noteOf([...head, ...Array.from({ length: 8 }, () => pick(random, lines))].join("\n"));
      for (let k = 0; k < 15; k++) {
        for (const _ of note.blocks.readThrough(real(), hasRemarks));
        const start = note.positionAt(random(note.text.length + 1));
        const end = note.positionAt(note.offsetAt(start) + pick(random, [0, 0, 1, 2, 30]));
        note = Note.update(note, [{ range: { start, end }, text: pick(random, PIECES) }], k);
        assert.deepEqual(readAll(note), readAll(noteOf(note.text)), JSON.stringify(note.text));
      }
    }
  });
  it("follows an edit of the cell that explains an abbreviation", () => {
    const explained = (note: Note): string[] => {
      const all = new Set<string>();
      note.blocks.addExplained(real(), all);
      return [...all];
    };
    const before = noteOf("| Abbr. | Meaning |\n|---|---|\n| TAM | tumour-associated macrophage |\n");
    assert.deepEqual(explained(before), ["TAM"]);
    const start = before.positionAt(before.text.indexOf("tumour"));
    const end = before.positionAt(before.text.indexOf(" |\n", before.text.indexOf("tumour")));
    assert.deepEqual(explained(Note.update(before, [{ range: { start, end }, text: "see below" }], 1)), []);
  });
  it("is kept where the edit is elsewhere in the block", () => {
    const text = "- sunitinib one\n- nivolumab two\n- bevacizumab three\n";
    const before = noteOf(text);
    for (const _ of before.blocks.readThrough(example, hasRemarks));
    for (const _ of before.readBindings(example));
    const place = before.positionAt(text.indexOf(" two"));
    const after = Note.update(before, [{ range: { start: place, end: place }, text: "s" }], 2);
    assert.equal(readingAt(after, "sunitinib")?.mentions, readingAt(before, "sunitinib")?.mentions);
    assert.equal(readingAt(after, "nivolumab"), undefined);
    assert.deepEqual(readingAt(after, "bevacizumab")?.mentions[0]?.from, text.indexOf("bevacizumab") + 1);
  });
  it("is looked for again in a cell whose row becomes one of months", () => {
    const text = "| Jun | Jug |\n|---|---|\n| 1 | 2 |";
    const before = noteOf(text);
    assert.equal(readAll(before).length, 1);
    const start = before.positionAt(text.indexOf("g |"));
    const end = before.positionAt(text.indexOf("g |") + 1);
    assert.deepEqual(readAll(Note.update(before, [{ range: { start, end }, text: "l" }], 2)), []);
  });
  it("is looked for again in a cell whose row gets a drug, or another one", () => {
    const text = "| A | B |\n|---|---|\n| ALK | aspirin |\n";
    const before = noteOf(text);
    readAll(before);
    const start = before.positionAt(text.indexOf("aspirin"));
    const end = before.positionAt(text.indexOf("aspirin") + 7);
    const after = Note.update(before, [{ range: { start, end }, text: "alectinib" }], 2);
    assert.equal(readAll(after).length, 2);
    const back = Note.update(after, [{ range: { start, end: after.positionAt(text.indexOf("aspirin") + 9) }, text: "aspirin" }], 3);
    assert.equal(readAll(back).length, 1);
  });
  it("is looked for again in a quotation that becomes a callout", () => {
    const text = "> [note]\n>\n> Cilengitide is approved.";
    const quoted = noteOf(text);
    for (const _ of quoted.blocks.readThrough(real(), hasRemarks));
    assert.deepEqual(findings(real(), quoted, DEFAULTS), []);
    const place = quoted.positionAt(text.indexOf("note"));
    const callout = Note.update(quoted, [{ range: { start: place, end: place }, text: "!" }], 2);
    assert.deepEqual(
      findings(real(), callout, DEFAULTS).map(({ rule }) => rule),
      ["status-conflict"],
    );
  });
});
