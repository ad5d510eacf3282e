import { real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("outdated-symbol", real);

describe("outdated-symbol", () => {
  it("finds previous symbols of records and of other genes", () =>
    check("⟦ACPP→ACP3⟧ is the antigen of sipuleucel-T.", "Mutations of the gene ⟦MLL3→KMT2C⟧ were frequent."));
  it("is silent where the approved symbol stands right beside it", () =>
    check("Rename MLL3 → KMT2C; C10orf54 = VSIR; VSIR (C10orf54) expression.", "The gene ⟦MLL3→KMT2C⟧ was lost."));
  it("is silent on what several genes are called whose symbols have a number or letter", () =>
    check("P4HA expression and P4HA inhibitors. IL17 in serum; CDK11 is essential."));
  it("is silent on approved symbols, aliases and what proteins are called", () =>
    check("ACP3, KMT2C, HER2, PD-1 and p53; BACE1AS expression rose.", "G-CSF was given to patients, and the protein VEGF rose."));
  it("is silent on leucocyte antigens, whose names are in use for the protein", () =>
    check("CD45, CD20 and CD30 were stained by antibodies; CD39 is expressed on T cells."));
  it("is silent on short ones without a digit, which are diseases and reagents as well", () =>
    check(
      "LPS induced the expression of the gene; ALD is caused by mutations of this gene, ED2 expression rose; mutations of CTNND and INDO.",
    ));
  it("takes them for symbols in a column of genes, where no protein is called so", () => {
    check("| Gene | logFC |\n|---|---|\n| ⟦PTRF→CAVIN1⟧ | 1.2 |\n", "| HGNC symbol | p |\n|---|---|\n| ⟦CTGF→CCN2⟧ | 0.1 |\n");
    check("| Drug | Target |\n|---|---|\n| pamrevlumab | CTGF |\n", "PTRF and CTGF expression rose.");
  });
  it("is silent on what the protein is called to this day, whatever its gene was", () =>
    check(
      "GLUT1, GLUT4, ENT1, SGLT2 and VMAT2 carry glucose and the like; MDR1 exports drugs.",
      "PKM2, GRP78, PTP1B, TNFR1 and TNFR2 were expressed. ⟦ADPRTL2→PARP2⟧ was, too.",
    ));
  it("is silent where the protein is spoken of, which may keep its name", () =>
    check(
      "MTH1 inhibitors failed; the kinase MEKK1 and anti-MTH1 antibodies; inhibition of MTH1; MEKK1 phosphorylates JNK kinases.",
      "The expression of ⟦MTH1→NUDT1⟧ and mutations of ⟦MEKK1→MAP3K1⟧ were measured.",
    ));
  it("is silent on diseases by which genes once were called", () =>
    check("MEN2A is caused by mutations of RET; families with MODY2, LQT2 and SCA17 genes, DFNA5 expression."));
  it("is silent where the sentence has the new symbol as well, and in quotations", () =>
    check(
      "ACPP (now ACP3) was expressed. C10orf54/VSIR is a checkpoint. ACP3 is what ACPP is today. ⟦ACPP→ACP3⟧ was measured.",
      "> ACPP was expressed.\n\nThe array says “expression of ACPP was high” of it.",
    ));
  it("finds symbols that a spreadsheet made dates, in a column of genes", () => {
    const table = (heading: string, cell: string) => `| n | ${heading} |\n|---|---|\n| 1 | TP53 |\n| 2 | ${cell} |\n`;
    check(
      table("Gene", "⟦2-Sep→SEPTIN2⟧"),
      table("HGNC symbol", "⟦1-Mar→MARCHF1⟧"),
      table("gene_name", "⟦Sep-09→SEPTIN9⟧"),
      table("Hugo_Symbol", "⟦01-Dec→DELEC1⟧"),
      table("**Protein**", "⟦10-Mar→MARCHF10⟧"),
    );
    for (const heading of ["visit", "Date of gene test", "planned", ""]) check(table(heading, "2-Sep"));
    check(table("Gene", "30-Mar"), table("Gene", "2-Sep-24"), table("Gene", "4-Oct"), "Gene: 2-Sep and 1-Mar.\n");
  });
  it("is silent on what is also the code of a drug", () => check("MRX34 (miR-34a mimic) was stopped."));
});
