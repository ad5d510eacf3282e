import { real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("outdated-symbol", real);

describe("outdated-symbol", () => {
  it("finds previous symbols of records and of other genes", () =>
    check("⟦ACPP→ACP3⟧ is the antigen of sipuleucel-T.", "Mutations of the gene ⟦MLL3→KMT2C⟧ were frequent."));
  it("is silent on approved symbols, aliases and what proteins are called", () =>
    check("ACP3, KMT2C, HER2, PD-1 and p53.", "G-CSF was given to patients, and the protein VEGF rose."));
});
