/** What first readings of public manuscripts, vaults and abstracts on oncology, rich in names, had missed or taken for something else. */
import { check, checkReadings } from "./names";

describe("Oncology prose", () => {
  it("has tumours that are called as the genes found in them but for a number", () => {
    check("diffuse large B-cell ⟦lymphoma⟧; ⟦B-cell lymphoma 2⟧", "cancer:lymphoma", "target:BCL2");
  });
  it("has types of tissue, which are no death receptors", () => {
    check("carriers of ⟦HLA-DR3⟧ and ⟦HLA-DQ2⟧", "known-family Histocompatibility complex", "known-family Histocompatibility complex");
  });
  it("has variants written on to symbols with a hyphen", () => {
    check("⟦B-Raf⟧V600E, ⟦K-Ras⟧G12D and ⟦c-Kit⟧D816V", "target:BRAF", "target:KRAS", "target:KIT");
    check("lines 4-RafV600E");
  });
  it("has the hormone that releases another, in both spellings", () => {
    check("a ⟦luteinising hormone-releasing hormone⟧ agonist", "known-family GNRH");
    check("⟦gonadotrophin-releasing hormone⟧ analogues", "known-family GNRH");
  });
  it("has building blocks only where they are not the beginning of something else", () => {
    check("many tyrosine and ⟦serine/threonine kinase⟧s", "known-family serine/threonine kinase");
    check("the adenosine-5' triphosphate-binding site; adenosine diphosphate; ⟦adenosine⟧ rose", "known-drug adenosine");
  });
  it("has fragments of proteins that restrain vessels, without a dose", () => {
    check("⟦endostatin⟧ and ⟦angiostatin⟧", "drug:recombinant-human-endostatin", "target:PLG");
  });
  it("has T cells with a chimeric receptor, by the strategy", () => {
    check("⟦chimeric antigen receptor T-cell⟧ infusion", "strategy:car-t-therapy");
  });
});

describe("Oncology prose of vaults, tables and news", () => {
  it("has PI 3-kinase with a space, which is not elafin, nor is it beside what it activates", () => {
    check("The ⟦PI3 kinase⟧ pathway; ⟦PI 3 kinase⟧ signals.", "family:PI3K", "family:PI3K");
    check("⟦Protein Kinase B⟧ (PI3/⟦AKT⟧) signaling", "family:AKT", "family:AKT");
    check("⟦PI3⟧ mRNA was high in skin.", "known-gene PI3");
    checkReadings("PI3 resists kinase inhibitors in lung.", { PI3: "PI3" });
    checkReadings("PI4 kinase was inhibited.", { PI4: undefined });
  });
  it("has a complex of mitosis that begins like a tumour suppressor", () => {
    check("⟦APC/C⟧ is a ligase; ⟦APC⟧ is mutated.", "known-family Anaphase promoting complex", "known-gene APC");
    checkReadings("Securin is a substrate of APC/C and Cdh1.", { Cdh1: undefined });
    checkReadings("Cdh1-null mice had mitotic figures.", { Cdh1: "E-cadherin" });
    checkReadings("The SCF ubiquitin ligase degrades it; SCF(Skp2), too.", { SCF: undefined });
    checkReadings("Cells grew in SCF and IL-3 before DNA ligase transfection.", { SCF: "KITLG" });
  });
  it("has the ligands of a receptor, which are not the receptor", () => {
    check("⟦PD-1 ligand 1⟧ and ⟦PD1 ligand 2⟧", "target:CD274", "target:PDCD1LG2");
    check("⟦programmed death-1 ligand 1⟧ or ⟦programmed death 1 ligand-2⟧", "target:CD274", "target:PDCD1LG2");
  });
  it("has MEK as labels say it, which is not ERK", () => {
    check("⟦mitogen-activated extracellular signal-regulated kinase 1⟧ (⟦MEK1⟧)", "target:MAP2K1", "target:MAP2K1");
    check("⟦mitogen-activated extracellular signal-regulated kinase⟧", "family:MEK");
  });
  it("has medicines whose names were made for them, which name no protein of the body", () => {
    check("⟦tenecteplase⟧ versus ⟦alteplase⟧", "known-drug tenecteplase", "known-drug alteplase");
    check("⟦somatropin⟧; ⟦agalsidase alfa⟧", "known-drug somatotropin", "known-drug agalsidase alfa");
    check("⟦trafermin⟧ and ⟦bFGF⟧ signaling", "known-drug trafermin", "target:FGF2");
  });
  it("has families on record by their long names", () => {
    check("⟦fibroblast growth factor receptor⟧ fusions; ⟦platelet-derived growth factor receptor⟧s", "family:FGFR", "family:PDGFR");
    check("⟦transforming growth factor-beta receptor⟧ kinase", "family:TGFBR");
    check("⟦MAP kinase kinase kinase⟧ activity", "known-family MAP3K");
  });
  it("has a receptor in metastasis, which is the process beside EMT alone", () => {
    checkReadings("A pro-metastatic phenotype through MET.", { MET: undefined });
    check("⟦EMT⟧ and ⟦MET⟧ at the metastatic site", "process:emt", "process:met-transition");
  });
  it("has enzymes that write on histones, which are none of histamine", () =>
    checkReadings("2. HMT inhibitors: tazemetostat", { HMT: undefined }));
  it("has RAS in its active state, which is no gene of that name", () => {
    check("⟦RAS-ON inhibitor⟧s", "strategy:kras-inhibition");
    checkReadings("the RAS-ON state of tumour cells", { "RAS-ON": undefined });
  });
});

describe("Oncology prose, read once more", () => {
  it("has receptors said out as trials and papers do", () => {
    check("against ⟦programmed death receptor-1⟧", "target:PDCD1");
    check("⟦T-cell immunoglobulin and mucin domain 3⟧; ⟦epithelial cellular adhesion molecule⟧", "target:HAVCR2", "target:EPCAM");
    check("⟦neurotrophic tyrosine receptor kinase⟧ fusions; ⟦delta-like protein 3⟧", "family:NTRK", "target:DLL3");
    check("⟦poly ADP-ribose polymerase⟧; ⟦p38MAPK⟧", "family:PARP", "family:p38");
  });
  it("has British homologues", () => {
    check("⟦phosphatase and tensin homologue⟧; ⟦enhancer of zeste homologue 2⟧", "target:PTEN", "target:EZH2");
  });
  it("has S-1 among cytotoxic drugs, and not in a supplement", () => {
    check(
      "⟦S-1⟧ and ⟦cisplatin⟧ in advanced ⟦gastric cancer⟧",
      "drug:tegafur-gimeracil-oteracil",
      "drug:cisplatin",
      "cancer:gastric-cancer",
    );
    checkReadings("Table S-1 lists patients with gastric cancer.", { "S-1": undefined });
    checkReadings("The fragment S-1 was cut.", { "S-1": undefined });
  });
  it("has splice forms of a kinase by a Roman number", () => {
    check("⟦PKCβII⟧ phosphorylates ⟦ACSL4⟧", "known-gene PRKCB", "known-gene ACSL4");
  });
  it("has an amino acid that an enzyme changes as part of the enzyme's name", () => {
    check("the arginine ⟦methyltransferase⟧ ⟦PRMT5⟧", "known-family Methyltransferases", "known-gene PRMT5");
  });
});
