import assert from "node:assert/strict";
import { conceptAt, eachUse, usesOf } from "../../server/features/uses";
import { atOnce } from "../../server/giveWay";
import { example, noteOf } from "../example";
import { readBrackets, readMarked, withBrackets } from "../marked";

/** Checks that the pieces in brackets are the uses of the concept at `$0`, and no others; without brackets there is no concept. */
function check(source: string): void {
  const marked = readMarked(source);
  const { text } = readBrackets(marked.text);
  const cursor = marked.text.slice(0, marked.cursor).replace(/[⟦⟧]/g, "").length;
  const note = noteOf(text);
  const concept = conceptAt(example, note, cursor);
  const uses = concept ? atOnce(usesOf(example, note, concept.entity)) : [];
  assert.equal(withBrackets(text, uses), marked.text, source);
}

describe("uses", () => {
  it("are those of a concept, by whatever name", () => {
    check("⟦Avas$0tin⟧ and ⟦bevacizumab⟧, not sunitinib.\n\n- ⟦rhuMAb-VEGF⟧\n\n| Drug |\n|:--|\n| **⟦Bevacizumab⟧** |");
    check("⟦PD-1⟧ and ⟦PD$0CD1⟧, then PD-L1.");
  });
  it("are found from any of them, at its start and its end", () => {
    for (const text of ["$0⟦HER2⟧ by ⟦ERBB2⟧", "⟦HER2$0⟧ by ⟦ERBB2⟧", "⟦HER2⟧ by ⟦ERBB2$0⟧"]) check(text);
  });
  it("are none of what stands in code, and none where no concept is named", () => {
    check("⟦p5$03⟧ and `p53`\n\n```\np53\n```");
    check("given$0 with p53");
    check("PFS$0 and PFS");
  });
  it("count an abbreviation that the note defines for what it defines", () => {
    const note = noteOf("The ⟦vascular endothelial growth factor A (VEGF-A)⟧".replace(/[⟦⟧]/g, ""));
    assert.ok(conceptAt(example, note, note.text.indexOf("VEGF-A")));
    const defined = noteOf("⟦Transforming growth factor beta⟧ (⟦TGB⟧) acts.\n\nMore ⟦TGB⟧ here.".replace(/[⟦⟧]/g, ""));
    const concept = conceptAt(example, defined, defined.text.lastIndexOf("TGB"));
    assert.equal(concept && atOnce(usesOf(example, defined, concept.entity)).length, 3);
    assert.deepEqual(concept?.definition, { from: defined.text.indexOf("TGB"), to: defined.text.indexOf("TGB") + 3 });
  });
  it("say which are declared in the front matter", () => {
    const note = noteOf("---\ndrugs: [Avastin]\n---\nbevacizumab");
    const uses: string[] = [];
    atOnce(eachUse(example, note, ({ from, to, isDeclaration }) => uses.push(`${note.text.slice(from, to)} ${isDeclaration}`)));
    assert.deepEqual(uses, ["Avastin true", "bevacizumab false"]);
  });
});
