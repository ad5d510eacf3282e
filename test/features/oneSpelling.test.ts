import assert from "node:assert/strict";
import { isSpelling, spellingActions, unify } from "../../server/features/oneSpelling";
import { conceptAt, usesOf } from "../../server/features/uses";
import { atOnce } from "../../server/giveWay";
import { example, noteOf, real } from "../example";
import { edited, readMarked } from "../marked";
import { pick, randomOf, SEED } from "../random";

/** Checks what a note becomes where the concept at `$0` is to be called by one name. */
function check(source: string, spelling: string, expected: string, dataset = example): void {
  const { text, cursor } = readMarked(source);
  const note = noteOf(text);
  const concept = conceptAt(dataset, note, cursor!);
  assert.ok(concept && isSpelling(dataset, concept.entity, spelling), source);
  assert.equal(edited(text, unify(dataset, note, concept.entity, spelling)), expected);
  if (dataset === example) checkKnown(text, concept.entity, spelling);
}

/** Checks that places which are known, as the index knows them, change the note as reading all of it does. */
function checkKnown(text: string, entity: number, spelling: string): void {
  const known = atOnce(usesOf(example, noteOf(text), entity));
  assert.deepEqual(unify(example, noteOf(text), entity, spelling, known), unify(example, noteOf(text), entity, spelling), text);
}

const titles = (source: string): string[] => {
  const { text, cursor } = readMarked(source);
  return atOnce(spellingActions(example, noteOf(text), cursor!)).map(({ title }) => title);
};

describe("one spelling", () => {
  it("replaces every other name of the concept", () => {
    check("Given $0Avastin, rhuMAb-VEGF and bevacizumab.", "bevacizumab", "Given bevacizumab, bevacizumab and bevacizumab.");
    check("$0HER2, HER-2/neu, ERBB2 and HER 2", "HER2", "HER2, HER2, HER2 and HER2");
    check("More $0TGF-beta and TGFβ.", "TGF-β", "More TGF-β and TGF-β.");
  });
  it("keeps the plural of a class of drugs, and takes one for its singular", () => {
    const source = "$0β-blockers helped; a beta-adrenergic blocker did not, nor did beta-blockers.";
    const expected = "beta-blockers helped; a beta-blocker did not, nor did beta-blockers.";
    for (const spelling of ["beta-blocker", "beta-blockers"]) check(source, spelling, expected, real());
    const spaced = "A $0beta-blocker helped; a beta blocker did not, nor did β-blockers.";
    check(spaced, "beta-blocker", "A beta-blocker helped; a beta-blocker did not, nor did beta-blockers.", real());
    check(spaced, "beta blocker", "A beta blocker helped; a beta blocker did not, nor did beta blockers.", real());
    check("Taking $0hypnotics or a hypnotic agent.", "hypnotic agent", "Taking hypnotic agents or a hypnotic agent.", real());
    check("Taking $0hypnotics or a hypnotic agent.", "hypnotics", "Taking hypnotics or a hypnotic agent.", real());
  });
  it("keeps the capital that begins a sentence, and letter case that is no other spelling", () => {
    check("Avastin helped. $0Bevacizumab did.", "bevacizumab", "Bevacizumab helped. Bevacizumab did.");
    check("LY2157299 is $0galunisertib.", "galunisertib", "Galunisertib is galunisertib.");
    const table = (drug: string, name: string) => `| Drug |\n|---|\n| ${drug} |\n| ${name} |\n\n`;
    check(`${table("sunitinib", "Avastin")}$0Bevacizumab`, "bevacizumab", `${table("sunitinib", "bevacizumab")}Bevacizumab`);
    check(`${table("Sunitinib", "Avastin")}$0Bevacizumab`, "bevacizumab", `${table("Sunitinib", "Bevacizumab")}Bevacizumab`);
  });
  it("leaves quotations, links, code and front matter", () => {
    const text = "---\ndrugs: [Avastin]\n---\n> Avastin\n\n[Avastin](a.md), “Avastin was given”, `Avastin`, ";
    check(`${text}$0Avastin`, "bevacizumab", `${text}bevacizumab`);
  });
  it("leaves what explains a name by another", () =>
    check("$0Bevacizumab (Avastin) and Avastin", "bevacizumab", "Bevacizumab (Avastin) and bevacizumab"));
  it("leaves what says more than the name: salts, biosimilars, modified proteins, markup", () => {
    check("$0Sutent, sunitinib malate", "sunitinib", "Sunitinib, sunitinib malate");
    check("$0Avastin, bevacizumab-awwb, **beva**cizumab", "Avastin", "Avastin, bevacizumab-awwb, **beva**cizumab");
    check("$0TP53, p-p53", "p53", "p53, p-p53");
  });
  it(`is the same where the places are known (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const parts = [
      "Avastin", "bevacizumab", "Bevacizumab", "rhuMAb-VEGF", "bevacizumab (BEV)", "BEV", "MET", "c-Met",
      "hepatocyte growth factor receptor",
    ]; // biome-ignore format: a list
    const between = [
      " ", ", ", " (", ") ", ". ", "\n\n", " | ", "\n- ", "\n> ", " “", "” ", "**", "[[", "]]", " expression of ",
      "\n| a | b |\n|---|---|\n| ",
    ]; // biome-ignore format: a list
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 14 }, () => pick(random, parts) + pick(random, between)).join("");
      checkKnown(text, example.find("drug:bevacizumab")!, pick(random, ["Avastin", "bevacizumab"]));
      checkKnown(text, example.find("target:MET")!, pick(random, ["MET", "c-Met"]));
    }
  });
  it("takes no name that is none of the concept's, and none that says more", () => {
    const entity = example.find("drug:sunitinib")!;
    const names = ["sunitinib", "Sutent", "sunitinib malate", "Avastin", "sunitinb", ""];
    assert.deepEqual(
      names.filter((name) => isSpelling(example, entity, name)),
      ["sunitinib", "Sutent"],
    );
  });
  it("is offered where a note calls something by two names, and there only", () => {
    assert.deepEqual(titles("Ava$0stin and bevacizumab"), [
      "Use one spelling for bevacizumab in this note: “Avastin”",
      "Use one spelling for bevacizumab in this note: “bevacizumab”",
    ]);
    assert.deepEqual(titles("bevaci$0zumab and Bevacizumab"), []);
    assert.deepEqual(titles("Avas$0tin and Avastin"), []);
    assert.deepEqual(titles("given$0"), []);
  });
});
