/** What stands first where people type: the beginning of a name in its place, and what is written once the first row is chosen. */
import assert from "node:assert/strict";
import { complete } from "../../server/features/completion";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { readMarked } from "../marked";

/** What is written by the rows of the list at `$0`. */
function inserted(source: string): string[] {
  const { text, cursor } = readMarked(source);
  return complete(real(), noteOf(text), cursor!, DEFAULTS)?.items.map(({ insert }) => insert) ?? [];
}

const FIRST: Readonly<Record<string, ReadonlyArray<readonly [source: string, first: string]>>> = {
  "drugs behind what is done to them, and in lists": [
    ["treated with pem$0", "pembrolizumab"],
    ["received niv$0", "nivolumab"],
    ["We gave beva$0", "bevacizumab"],
    ["given trastuzumab d$0", "trastuzumab deruxtecan"],
    ["Given dab$0 and trametinib", "dabrafenib"],
    ["dabrafenib plus tram$0", "trametinib"],
    ["ipilimumab and niv$0", "nivolumab"],
    ["encorafenib plus bin$0", "binimetinib"],
    ["resistance to osi$0", "osimertinib"],
    ["paclit$0", "paclitaxel"],
    ["carbopl$0", "carboplatin"],
    ["doxor$0", "doxorubicin"],
    ["temoz$0", "temozolomide"],
    ["zoled$0", "zoledronic acid"],
    ["cabo$0", "cabozantinib"],
    ["5-flu$0", "fluorouracil"],
  ],
  "the drugs of a target that was named": [
    ["the EGFR inhibitor gef$0", "gefitinib"],
    ["the ALK inhibitor cri$0", "crizotinib"],
    ["the MET inhibitor cap$0", "capmatinib"],
    ["MEK inhibitors such as tra$0", "trametinib"],
    ["the PARP inhibitor ola$0", "olaparib"],
  ],
  "brands, codes and abbreviations": [
    ["Keytr$0", "pembrolizumab"],
    ["Hercep$0", "trastuzumab"],
    ["Glee$0", "imatinib"],
    ["MK-34$0", "pembrolizumab"],
    ["AMG 51$0", "sotorasib"],
    ["LY215$0", "galunisertib"],
    ["PLX40$0", "vemurafenib"],
    ["T-DX$0", "trastuzumab deruxtecan"],
    ["T-DM$0", "trastuzumab emtansine"],
    ["SB4315$0", "SB431542"],
    ["SB-4315$0", "SB-431542"],
    ["PD1730$0", "PD173074"],
  ],
  "genes and proteins by symbol": [
    ["expression of EGF$0", "EGFR"],
    ["loss of PTE$0", "PTEN"],
    ["mutation of KRA$0", "KRAS"],
    ["activation of STA$0", "STAT3"],
    ["BRA$0", "BRAF"],
    ["her2$0", "HER2"],
    ["pd-l1$0", "PD-L1"],
    ["PD-L$0", "PD-L1"],
    ["anti-PD-L$0", "anti-PD-L1"],
    ["anti-CTLA$0", "anti-CTLA-4"],
    ["We gave anti-VEG$0", "anti-VEGF"],
    ["anti-EGF$0", "anti-EGFR"],
    ["anti-HER$0", "anti-HER2"],
    ["PI3$0", "PI3K"],
    ["the PI3$0", "PI3K"],
    ["AK$0", "AKT"],
    ["VEG$0", "VEGF"],
    ["levels of pAK$0", "AKT"],
    ["levels of p-AK$0", "AKT"],
    ["p-EGF$0", "EGFR"],
    ["pSTA$0", "STAT3"],
    ["P-cad$0", "CDH3"],
    ["c-my$0", "MYC"],
    ["c-me$0", "MET"],
    ["levels of b-cat$0", "β-catenin"],
    ["g-secr$0", "γ-secretase"],
    ["TGFβ$0", "TGF-β"],
    ["NFκB$0", "NF-κB"],
    ["avb3$0", "integrin αvβ3"],
    ["αvβ$0", "integrin αvβ3"],
    ["e-cad$0", "E-cadherin"],
    ["N-cadh$0", "N-cadherin"],
    ["viment$0", "vimentin"],
    ["fibronec$0", "fibronectin"],
    ["integrin b$0", "integrin β1"],
    ["MMP-9 and MM$0", "MMP-2"],
    ["TGF-b$0", "TGF-β"],
    ["NF-k$0", "NF-κB"],
    ["HIF-1$0", "HIF-1α"],
    ["IL-6$0", "IL-6"],
    ["interleukin 6$0", "interleukin-6"],
    ["CXCR$0", "CXCR4"],
    ["c-Me$0", "MET"],
    ["osteop$0", "osteopontin"],
    ["SNAI$0", "Snail"],
    ["CD4$0", "CD4"],
    ["CDK4$0", "CDK4"],
    ["vegf$0", "VEGF"],
    ["VEGF$0", "VEGF-A"],
    ["MEK$0", "MEK1"],
    ["TGF-beta$0", "TGF-β"],
    ["ZEB$0", "ZEB1"],
    ["heparan$0", "heparanase"],
    ["Ki-6$0", "MKI67"],
    ["loss of CDKN2$0", "CDKN2A"],
    ["loss of STK1$0", "STK11"],
    ["ABCG$0", "ABCG2"],
  ],
  "the long names of proteins, hyphenated as they were typed": [
    ["tumor nec$0", "tumor necrosis factor"],
    ["levels of tumor necrosis factor a$0", "tumor necrosis factor alpha"],
    ["tumor necrosis factor-a$0", "tumor necrosis factor-alpha"],
    ["tumour necrosis factor a$0", "tumour necrosis factor alpha"],
    ["hepatocyte growth f$0", "hepatocyte growth factor"],
    ["hepatocyte growth factor rec$0", "hepatocyte growth factor receptor"],
    ["vascular endothelial growth factor rec$0", "vascular endothelial growth factor receptor"],
    ["vascular endothelial growth factor receptor 2$0", "vascular endothelial growth factor receptor 2"],
    ["vascular endothelial growth factor-A$0", "vascular endothelial growth factor-A"],
    ["epidermal growth factor r$0", "epidermal growth factor receptor"],
    ["fibroblast growth factor rec$0", "fibroblast growth factor receptor"],
    ["platelet-derived gr$0", "platelet-derived growth factor receptor"],
    ["with platelet d$0", "platelet derived growth factor"],
    ["cyclin-dependent kin$0", "cyclin-dependent kinase"],
    ["cyclin-dependent kinase 4$0", "cyclin-dependent kinase 4"],
    ["mitogen-activated pro$0", "mitogen-activated protein kinase"],
    ["integrin-linked k$0", "integrin-linked kinase"],
    ["insulin-like growth factor 1 r$0", "insulin-like growth factor 1 receptor"],
    ["hypoxia-ind$0", "hypoxia-inducible factor"],
    ["focal adhesion kin$0", "focal adhesion kinase"],
    ["matrix metalloproteinases$0", "matrix metalloproteinases"],
    ["urokinase pl$0", "urokinase plasminogen activator"],
    ["epithelial-m$0", "epithelial-mesenchymal transition"],
    ["KRAS G12$0", "KRAS G12C inhibitor"],
    ["pertuzumab/tras$0", "trastuzumab"],
  ],
  "variants, slashes and combinations": [
    ["CXCL12/CXC$0", "CXCR4"],
    ["EGFR/HE$0", "HER2"],
    ["BRCA1/BRC$0", "BRCA2"],
    ["PI3K/AK$0", "PI3K/AKT/mTOR"],
    ["RAF/ME$0", "MEK"],
    ["RAS-RAF-ME$0", "MEK"],
    ["MEK/ER$0", "ERK"],
    ["HGF/ME$0", "MET"],
    ["the Wnt/bet$0", "β-catenin"],
    ["CDK4/6 inh$0", "CDK4/6 inhibition"],
    ["ALK-positive, ROS$0", "ROS1"],
    ["| Drug | Target |\n|---|---|\n| pem$0 |", "pembrolizumab"],
  ],
  "tables, front matter, lists and headings": [
    ["| Drug | Target |\n|---|---|\n| pembrolizumab | pd$0 |", "PD-1"],
    ["| Compound | Gene |\n|---|---|\n| sotorasib | kr$0 |", "KRAS"],
    ["---\ndrugs:\n  - beva$0\n---\n", "bevacizumab"],
    ["---\ntargets: [PD-L1, vegf$0]\n---\n", "VEGF"],
    ["- nivolumab\n- pem$0", "pembrolizumab"],
    ["## Pem$0", "pembrolizumab"],
  ],
};

describe("the first row while one types", () => {
  for (const [kind, situations] of Object.entries(FIRST))
    it(`is what was begun: ${kind}`, () => {
      for (const [source, first] of situations) assert.equal(inserted(source)[0]?.toLowerCase(), first.toLowerCase(), source);
    });
});

describe("a list while one types", () => {
  it("has behind a slash also the name of two letters that a longer one begins with: PD-L1 in PD-1/PD", () => {
    assert.ok(inserted("PD-1/PD$0").includes("PD-L1"));
    assert.ok(inserted("PI3K/AK$0").includes("AKT"));
  });

  const check = (source: string, unwanted: RegExp): void => {
    for (const insert of inserted(source)) assert.doesNotMatch(insert, unwanted, source);
  };
  it("takes a variant behind its gene for no name: BRAF V6, KRAS G12", () => {
    for (const source of ["BRAF V6$0", "BRAF-V6$0", "EGFR L8$0", "KIT D8$0"]) assert.deepEqual(inserted(source), [], source);
    check("KRAS G12$0", /^G/);
    assert.ok(inserted("EGFR, L8$0").length > 0, "it stands behind no name");
  });
  it("has no drug by a vendor's description of it", () => {
    check("c-Met inh$0", /GST-HG161/);
    check("PD-L1/4-1BB b$0", /ATG-101/);
  });
  it("offers nothing behind a space that would only take it back", () => check("the KRAS $0", /^KRAS$/));
  it("has a strategy by its agents too", () => {
    for (const [source, name] of [
      ["FAK inh$0", "FAK inhibitor"],
      ["mTOR inh$0", "mTOR inhibitor"],
      ["PARP inhi$0", "PARP inhibitor"],
    ] as const)
      assert.ok(inserted(source).slice(0, 3).includes(name), source);
  });
});
