import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { noteOf, real } from "../example";
import { checkFor, levels } from "../findings";

const check = checkFor("inconsistent-form", real);

describe("inconsistent-form", () => {
  it("finds the rarer spelling, of equals the later", () =>
    check(
      "HER2 and ⟦Her-2/neu→HER2⟧ status was unknown.",
      "⟦TGF-beta→TGF-β⟧ rose.\n\nTGF-β fell, then TGF-β rose.",
      "Given PD-L1 and ⟦PDL1→PD-L1⟧.",
    ));
  it("is silent on capitals, on kinds of hyphens, and on names that stand beside each other for a reason", () =>
    check(
      "Nivolumab, nivolumab and NIVOLUMAB. PD-L1 and PD‑L1. Galectin-3 rose; then galectin-3 fell.",
      "ERBB2 encodes HER2. Avastin is bevacizumab. LY2157299 is galunisertib.",
      "Transforming growth factor beta (TGF-β) and TGF-β.",
      "> Her-2/neu\n\nHER2 and HER2.",
    ));
  it("is silent on what says more than the name, on parts of a strategy, and where both names stand side by side", () =>
    check(
      "AKT and p-AKT fell. siZEB1 lowered ZEB1; CD4 and anti-CD4; the mouse's Erbb2 and human ERBB2.",
      "Anti-PD-1 was followed by anti-PD-L1. SERMs and SERDs are given.",
      "PD-1 (PDCD1, CD279) is a receptor. Leuprorelin/leuprolide; paracetamol = acetaminophen.",
    ));
  it("takes no measure of quotations and links, in which a name is spelled as somebody else has it", () =>
    check("> Her-2/neu was high.\n\nHER2 was low.", "[[Her-2/neu]] is HER2.", "[Her-2/neu](her2.md) and HER2."));
  it("is silent on a family beside those of its members that are meant", () => check("MEK and MEK1/2, VEGFR and VEGFR1-3 were blocked."));
  it("is silent on a word beside its abbreviation", () => check("hTERT fell; telomerase rose. Osteopontin rose, then OPN fell."));
  it("says whether it is another spelling or another name", () => {
    const said = (text: string) => findings(real(), noteOf(text), levels({ "inconsistent-form": "warning" })).map(({ message }) => message);
    assert.match(said("HER2 rose. Her-2/neu fell.").join(), /two spellings of HER2/);
    assert.match(said("Pethidine was given. Then meperidine was given.").join(), /two names of pethidine/);
  });
});
