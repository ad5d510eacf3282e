import { real } from "../example";
import { checkFor } from "../findings";

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
      "Nivolumab, nivolumab and NIVOLUMAB. PD-L1 and PD‑L1.",
      "ERBB2 encodes HER2. Avastin is bevacizumab. LY2157299 is galunisertib.",
      "Transforming growth factor beta (TGF-β) and TGF-β.",
      "> Her-2/neu\n\nHER2 and HER2.",
    ));
});
