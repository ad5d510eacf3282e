/** Abbreviations that mean something else than the gene or drug that has them among its names: `data/lexicon/other-meanings.tsv`. */
import assert from "node:assert/strict";
import path from "node:path";
import { readTable } from "../../data/source";
import { isProteinKind } from "../../server/dataset/records";
import { noteOf, real } from "../example";
import { check, namesIn } from "./names";

/** The kinds of what a text names. */
const kindsIn = (text: string) => namesIn(noteOf(text), real()).map(({ entity }) => real().kind(entity));

describe("abbreviations that mean something else", () => {
  const rows = readTable(path.resolve("data/lexicon/other-meanings.tsv"));
  it("are no genes where a sentence speaks of genes elsewhere", () => {
    for (const { name, of } of rows)
      if (of !== "drug")
        assert.ok(!kindsIn(`The genotype predicted more ${name} in this model.`).some((kind) => isProteinKind(kind)), name);
  });
  it("are no drugs where somebody is treated", () => {
    for (const { name, of } of rows)
      if (of === "drug" || of === "both") assert.ok(!kindsIn(`Patients received ${name} and water.`).includes("known-drug"), name);
  });
  it("are each what something has among its names", () => {
    assert.ok(rows.length > 200);
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  });
  it("leave what needs a word beside it: an approved symbol", () => {
    check("⟦EGFR⟧ mutations predicted longer EFS, PFS and DCR.", "target:EGFR");
    check("⟦HER2⟧ amplification was assessed by CISH; ⟦CISH⟧ mRNA was not.", "target:ERBB2", "known-gene CISH");
    check("SLN-positive ⟦melanoma⟧; SFN inhibits cells; ⟦SLN⟧ mRNA in muscle.", "cancer:melanoma", "known-gene SLN");
    check("A CAT scan, then ⟦CAT⟧ activity.", "known-gene CAT");
  });
  it("are keys and controls: Ctrl is no gene, the symbol is where it is said to be one", () => {
    check("Press Ctrl+Space or CTRL+C. Ctrl cells got siCtrl; ⟦EGFR⟧ expression in Ctrl and treated cells.", "target:EGFR");
    check("⟦CTRL⟧ mRNA was measured.", "known-gene CTRL");
  });
  it("leave drugs, also in what they bring about", () => {
    check("LPS-induced ⟦TNF⟧ and ⟦DDP⟧-induced apoptosis; ⟦MTX⟧-induced mucositis.", "target:TNF", "drug:cisplatin", "drug:methotrexate");
    check("Patients with SCC received ⟦cisplatin⟧; BNP and ROS levels rose.", "drug:cisplatin");
  });
  it("leave what cells are positive for", () => {
    check("⟦CD3⟧+⟦CD8⟧+ T cells and ⟦CD8⟧⁺ cells.", "target:CD3E", "known-family CD8", "known-family CD8");
    check("⟦Octreotide⟧ LAR and the LAR subtype.", "drug:octreotide");
  });
  it("are combinations that a drug ends", () =>
    check("⟦S-1⟧ plus ⟦oxaliplatin⟧ (SOX) was given, then SOX with surgery.", "drug:tegafur-gimeracil-oteracil", "drug:oxaliplatin"));
  it("are genes where they are said to be regulated or expressed", () =>
    check("⟦CAIX⟧ is upregulated; ⟦STS⟧ was highly expressed, STS rose.", "target:CA9", "known-gene STS"));
  it("are no genes where their size is measured", () =>
    check("The TS measured 4 × 3 cm on CT. The TS was 12 mm. ⟦LOX⟧ was measured.", "target:LOX"));
  it("are genes where they are said to be a target", () => check("⟦BTK⟧ is a validated target. BTK.", "target:BTK"));
  it("are cell lines, clones and abbreviations of trials among genes", () => {
    check("panCK (AE1/AE3), ⟦CD31⟧; CT26 and B16; ID8 cells; DC50 curves.", "target:PECAM1");
    check("RAS/RAF wt, MSS, ⟦HER2⟧".replace("RAS/RAF", "⟦RAS⟧/⟦RAF⟧"), "family:RAS", "family:RAF", "target:ERBB2");
    check("⟦CXCR4⟧ (SIRT); ⟦heparin⟧ and HSPG", "target:CXCR4", "drug:heparin");
  });
  it("are survival of patients, an antigen that the blood is tested for, what is left of a drug, and interferon", () => {
    check("Ten-year ⟦prostate cancer⟧ survival; short survival in tumours; survival after surgery.", "cancer:prostate-cancer");
    check("Hepatitis B surface antigen was negative; anhydrotetracycline induced it; INF-γ expression rose.");
  });
  it("are small words that somebody stresses", () =>
    check("⟦AXL⟧ was NOT expressed, ⟦LOX⟧ WAS phosphorylated; the BEST inhibitor.", "target:AXL", "target:LOX"));
  it("are promoters of phages, vesicles, parameters, databases and a reference allele among genes", () => {
    check("The ⟦EGFR⟧ gene was cloned behind the SP6 promoter; a gene PDF.", "target:EGFR");
    check("The SNARE protein ⟦SNAP-25⟧; delta1 and delta2 parameters; the DIP database; REF and ALT alleles.", "known-gene SNAP25");
    check("Identification of a putative ⟦ABC transporter⟧.", "known-family ATP binding cassette transporters");
  });
  it("are labels of two letters and a digit, and words with a number, where nobody takes them", () => {
    check("⟦PP1⟧ and ⟦PP2A⟧; the spectrum has SBS2 and ID8, on a grid at 101 points.", "known-family PPP1", "known-family PPP2");
    check("Cells were treated with ⟦PP1⟧ (10 µM) or ⟦AT 101⟧.", "known-drug PP-1", "known-drug gossypol");
  });
  it("are words that end as proteins do, and a lens", () =>
    check("The lupin extract; elfin features; a GRIN lens for cells with ⟦EGFR⟧.", "target:EGFR"));
  it("are gases, diseases, spiked RNAs, and a lipid that is defined", () => {
    check("Cells were kept at 5% CO2 or CO₂ for ⟦EGFR⟧ expression; ERCC spike-ins.", "target:EGFR");
    check("⟦Aflibercept⟧ for AMD and DME; patients with DCB received ⟦nivolumab⟧.", "drug:aflibercept", "drug:nivolumab");
    check("Maresin 2 (MaR2) in ⟦ARG1⟧ macrophages; the ligase CRL4; Q10 scaling of enzymes.", "known-gene ARG1");
  });
  it("are what pathologists write beside genes", () => check("PNI-positive, ⟦EGFR⟧ wt; PNI present.", "target:EGFR"));
  it("are tumours, in which another gene is mutated or expressed, or that such a gene marks; what is mutated itself is a gene", () => {
    check("⟦KRAS⟧ mutations in MCC; ⟦MYC⟧ amplification in human ACC.", "target:KRAS", "target:MYC");
    check("⟦HER2⟧ expression in CAD. MCC and ⟦HER2⟧-positive tumours.", "target:ERBB2", "target:ERBB2");
    check("Germline mutations in ⟦BLM⟧. ⟦SYK⟧, ⟦CAD⟧ and ⟦EGFR⟧.", "known-gene BLM", "known-gene SYK", "known-gene CAD", "target:EGFR");
  });
  it("are a receptor of B cells, or a recurrence; a gene where it is fused", () => {
    check("Tonic BCR signalling; BCR-free survival; ⟦PD-L1⟧ expression at BCR.", "target:CD274");
    const [gene, fused] = ["known-gene BCR", "target:ABL1"];
    check("⟦BCR⟧::⟦ABL1⟧, the ⟦BCR⟧ gene, ⟦BCR⟧-JAK2 fusion".replace("JAK2", "⟦JAK2⟧"), gene, fused, gene, gene, "target:JAK2");
  });
  it("are sets of patients, methods, classes and trials", () => {
    check("The FAS comprised 312, in the FAS and SAF. ⟦FAS⟧ expression.", "known-gene FAS");
    check("Viability was measured by CCK-8; CCK-8 and colony formation assays. ⟦CCK-8⟧ was infused.", "known-drug sincalide");
    check("Patients of ASA class III received ⟦ASA⟧.", "drug:acetylsalicylic-acid");
    check("In the TOPAZ-1 trial. ⟦TOPAZ-1⟧ mRNA.", "known-gene TOPAZ1");
    check("⟦SLURP-1⟧ is secreted.", "known-gene SLURP1");
  });
  it("are lines of cells, helper cells, stages, days and a performance status, also where genes are spoken of", () => {
    check("In PC9, ⟦EGFR⟧ was inhibited; THP1 and TH1 cells; pT1 tumours with ⟦MYC⟧ amplification.", "target:EGFR", "target:MYC");
    check("At E14 and on D12 ⟦VEGF⟧ expression rose; loss of ⟦A20⟧.", "family:VEGF", "known-gene TNFAIP3");
    check("Patients with PS1 or ECOG PS1 and ⟦EGFR⟧ mutations; ⟦PS1⟧ mutations.", "target:EGFR", "target:PSEN1");
  });
  it("are cells that present antigens, a model of survival, the value of a hormone", () => {
    check("The APC activates the T cell, and APC function fell. Loss of ⟦APC⟧ in T cells.", "known-gene APC");
    check("A COX proportional hazards model with ⟦PD-L1⟧ expression.", "target:CD274");
    check("TSH 2, fT4 14, ⟦IL 2⟧", "known-gene IL2");
  });
  it("are words that a name with a hyphen is spelled like, and people called like a brand", () => {
    check("Retina of patients; Emile sent it; ⟦Retin-A⟧ was given, then ⟦Emi-Le⟧.", "drug:tretinoin", "known-drug emiltatug ledadotin");
    check("Kirsty sent data. Given ⟦Kirsty⟧ 10 U.", "known-drug insulin aspart");
    check("The ides; ⟦IdeS⟧; Beta-2 microglobulin.", "known-drug imlifidase");
  });
  it("are what registers call otherwise than notes do", () => {
    check("⟦COX⟧ inhibitors and ⟦CCN⟧ proteins", "known-family cyclooxygenase", "known-family Cellular communication network factors");
    check("A ⟦type IV collagenase⟧, ⟦collagenase⟧ activity", "known-family type IV collagenases", "known-family collagenases");
    check("Digested with ⟦collagenase⟧ for an hour.", "known-drug collagenase clostridium histolyticum");
    check("The ⟦β-lactamase⟧ of bacteria; HAECs and MEFs were cultured.", "known-family lactamase");
  });
});
