/** Symbols that may be words by their letter case or what is written on to them. */
import { checkReadings as check } from "./names";

describe("Names with what is written on to them", () => {
  it("are proteins by how much there is of them, a state of their gene, a chain's letters, what they are fused to", () => {
    check("p38high/ERKlow cells; RASwt tumours; POLE mut", { p38: "p38", ERK: "ERK", RAS: "RAS", POLE: "POLE" });
    check("ITGα6β4 and OPG-Fc; Mena11a", { ITGα6β4: "integrin α6β4", OPG: "osteoprotegerin", Mena11a: "ENAH" });
    check("LDH > 2 x ULN; E-sel, P-sel, GRO-α and RANTES", { LDH: "LDH", "E-sel": "E-selectin", "P-sel": "P-selectin", RANTES: "CCL5" });
    check("LDH > 2 rows", { LDH: undefined });
    check("E-SEL rose, P-SEL fell.", { "E-SEL": "E-selectin", "P-SEL": "P-selectin" });
    check("P38 MAPK signaling rose.", { "P38 MAPK": "p38" });
    check("A species of low mol wt; Mol wt 345.", { mol: undefined, Mol: undefined });
  });
});

describe("Symbols of three letters as mice have them", () => {
  it("count where words beside them speak for a gene, and none of English at the start of a sentence", () => {
    check("Expression of Fap in mice; Apc-mutant mice; knockdown of Ezr.", { Fap: "FAP", Apc: "APC", Ezr: "ezrin" });
    check("| gene | log2FC |\n|---|---|\n| Bgn | 1 |", { Bgn: "BGN" });
    check("Apc-deficient mice", { Apc: "APC" });
    check("Fap is a Belgian town; we met Apc there.", { Fap: undefined, Apc: undefined });
    check("Max expression was at 24 h. Ran protein gels. Bad protein preps were discarded.", {
      Max: undefined,
      Ran: undefined,
      Bad: undefined,
    });
    check("The Cat gene expression; Clock expression", { Cat: undefined, Clock: undefined });
  });
});

describe("KIT in capitals", () => {
  it("is what is sold in a box behind what it is for, else the receptor", () => {
    check("The ELISA KIT arrived.", { KIT: undefined });
    check("The staining KIT and an RT-PCR KIT were used.", { KIT: undefined });
    check("KIT was quantified by ELISA.", { KIT: "KIT" });
    check("Detection of KIT mutations by PCR.", { KIT: "KIT" });
  });
});

describe("Names in German notes", () => {
  it("are genes beside what German says of them", () => {
    check("Kolonkarzinom, RAS Wildtyp.", { RAS: "RAS" });
    check("PSA undetectable in most; PSA nadir later.", { PSA: "PSA" });
  });
});
