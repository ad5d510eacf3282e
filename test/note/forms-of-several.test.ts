import { check } from "./names";

describe("written forms of several proteins at once, and of one among others", () => {
  it("of families as fly genetics and mouse work write them", () => {
    check("⟦Erk⟧ phosphorylation; ⟦Son of sevenless⟧ binds; ⟦GLA⟧ deficiency", "family:ERK", "known-family SOS", "known-gene GLA");
  });
  it("of isoforms and members: a Greek letter or number goes with a family's name", () => {
    check("⟦FGFRα⟧ and ⟦FGFR-delta⟧", "family:FGFR", "family:FGFR");
    check("⟦EGFR⟧ alpha-test and ⟦EGFR⟧ beta-test", "target:EGFR", "target:EGFR");
  });
  it("of lists that say the common part once", () => {
    check("⟦MMP2⟧/⟦9⟧ and ⟦MMP-2⟧, ⟦-9⟧ and ⟦-14⟧", "target:MMP2", "target:MMP9", "target:MMP2", "target:MMP9", "target:MMP14");
    check("⟦FGFR1-4⟧ and ⟦VEGFR1–3⟧", "family:FGFR", "family:VEGFR");
    // LOXL was LOXL1, which is none of these
    check("⟦LOXL2–4⟧ cross-link it", "target:LOXL2");
    check("⟦pSMAD2⟧/⟦3⟧ and ⟦p-SMAD1⟧/⟦5⟧/⟦9⟧", "target:SMAD2", "target:SMAD3", "known-gene SMAD1", "known-gene SMAD5", "known-gene SMAD9");
    check("⟦TGF-β1⟧, ⟦-β2⟧ and ⟦-β3⟧; ⟦TGF-β1⟧/⟦β2⟧", "target:TGFB1", "target:TGFB2", "target:TGFB3", "target:TGFB1", "target:TGFB2");
    check("⟦miR-221⟧/⟦222⟧, ⟦miR-34b⟧/⟦c⟧", ...["221", "222", "34B", "34C"].map((number) => `known-gene MIR${number}`));
    check("⟦miR-34a⟧/⟦b⟧", "target:MIR34A", "known-gene MIR34B");
    check("the ⟦miR-200 family⟧ and ⟦ZEB⟧; ⟦plasmin⟧ activity", "known-family MicroRNA MIR141/200 family", "family:ZEB", "target:PLG");
    check("⟦cathepsin B⟧/⟦L⟧ and ⟦Aurora A⟧/⟦B⟧", "target:CTSB", "target:CTSL", "target:AURKA", "target:AURKB");
    check("⟦MMP-2⟧, 9 mice; ⟦MMP-2⟧/9.5; ⟦MMP-2⟧ and 9 others", "target:MMP2", "target:MMP2", "target:MMP2");
  });
  it("of lists that go on in the next line, of Greek letters alone or with their number, and of what a plural counts", () => {
    check("⟦MMP-2⟧,\n⟦-9⟧ and\n⟦-14⟧ rose", "target:MMP2", "target:MMP9", "target:MMP14");
    check(
      "⟦HIF-1α⟧ and ⟦-2α⟧; ⟦HIF1α⟧/⟦2α⟧; ⟦IL-1β⟧ and ⟦6⟧ were high",
      "target:HIF1A",
      "target:EPAS1",
      "target:HIF1A",
      "target:EPAS1",
      "target:IL1B",
      "target:IL6",
    );
    check("⟦RARα⟧, ⟦β⟧ and ⟦γ⟧ agonists; ⟦RARα⟧, β cells", "target:RARA", "known-gene RARB", "known-gene RARG", "target:RARA");
    check("⟦FGFRs 1-4⟧ and ⟦HDACs 1–3⟧, ⟦HDAC⟧s 1-3 mg", "family:FGFR", "known-family HDAC", "known-family HDAC");
  });
  it("of isoforms by a family's name in words", () => {
    check("⟦PKCζ⟧, ⟦PKC$\\zeta$⟧ and ⟦PKC-theta⟧", "known-gene PRKCZ", "known-gene PRKCZ", "known-gene PRKCQ");
    check("⟦protein kinase Cε⟧, ⟦Protein kinase C-ε⟧ and ⟦protein kinase Cα⟧", "known-gene PRKCE", "known-gene PRKCE", "target:PRKCA");
  });
  it("of several in a list that a word joins, but for what is counted", () => {
    check("⟦CDK4⟧ and ⟦6⟧ were high; ⟦CDK4⟧ and 6 patients", "target:CDK4", "target:CDK6", "target:CDK4");
    check("⟦MICA⟧/⟦B⟧ expression", "target:MICA", "known-gene MICB");
    check("inhibitors of ⟦HDAC1⟧, ⟦2⟧ and ⟦6⟧", "target:HDAC1", "target:HDAC2", "target:HDAC6");
    check(
      "⟦CCR2⟧ and ⟦5⟧ antagonists, ⟦TIMP1⟧ and ⟦2⟧ on cells; ⟦CCR2⟧ and 5 mice",
      "target:CCR2",
      "target:CCR5",
      "target:TIMP1",
      "target:TIMP2",
      "target:CCR2",
    );
    check("⟦CDK4⟧, ⟦6⟧, and ⟦9⟧ were high; ⟦CDK4⟧, 6 and 9 patients", "target:CDK4", "target:CDK6", "known-gene CDK9", "target:CDK4");
    check("⟦CDK4⟧, 6 mice; ⟦CDK4⟧, 6, 9", "target:CDK4", "target:CDK4");
  });
  it("of one whose letters a tag of HTML stands between, or its words a thin space", () => {
    const AVELUMAB = "drug:avelumab";
    check("⟦avelum<ins>ab</ins>⟧, ⟦<abbr title='x'>ave</abbr>lumab⟧", AVELUMAB, AVELUMAB);
    check("⟦enfortumab&emsp14;vedotin⟧", "drug:enfortumab-vedotin");
    // a reference is no number of it
    check('⟦EGFR⟧<a href="#1">1</a>', "target:EGFR");
  });
  it("on both sides of a space, where nothing speaks for the longer name", () =>
    check("⟦CD19⟧ ⟦CAR-T⟧ works", "target:CD19", "strategy:car-t-therapy"));
  it("of two letters, a symbol's but for its number, right beside a word that speaks for it", () => {
    check("⟦Rb⟧ phosphorylation, ⟦RB⟧-deficient tumours", "target:RB1", "target:RB1");
    check("Rb was mined; ER-positive");
  });
  it("of integrin chains before the word, and of isoforms behind a space that are names of their own", () => {
    check("⟦β1 integrin⟧ and ⟦beta3-integrin⟧ fell, ⟦β1 integrin⟧s", "target:ITGB1", "target:ITGB3", "target:ITGB1");
    check("expression of ⟦IL-1 beta⟧ rose", "target:IL1B");
  });
  it("of members that a plural counts", () => {
    check("⟦caspases 8⟧ and ⟦10⟧", "target:CASP8", "known-gene CASP10");
    check(
      "⟦VEGF receptors 1⟧, ⟦2⟧ and ⟦3⟧; ⟦cyclins D1⟧ or ⟦E⟧",
      "target:FLT1",
      "target:KDR",
      "target:FLT4",
      "target:CCND1",
      "known-family Cyclin E",
    );
    check("⟦caspases⟧ 8 and 10 mg; ⟦caspases⟧ 8 and others", "known-family Caspases", "known-family Caspases");
  });
  it("before a short word that is no plural", () => {
    check("⟦HDAC⟧ is lost, ⟦HDAC I⟧ stays", "known-family HDAC", "known-family HDAC I");
  });
  it("of a protein and its abbreviation are two", () => {
    check("⟦acidic fibroblast growth factor⟧ (⟦aFGF⟧)", "known-gene FGF1", "known-gene FGF1");
  });
  it("in another letter case: of symbols with a digit or two capitals, not of words", () => {
    check("⟦Her2⟧, ⟦Kras⟧, ⟦cdk4⟧ and ⟦CenpH⟧", "target:ERBB2", "target:KRAS", "target:CDK4", "known-gene CENPH");
    check("ran and set and catalog");
  });
  it("of a group beside its member: one name", () => {
    check("integrin $⟦\\alpha_v\\beta_3⟧$".replace("$⟦", "⟦$").replace("⟧$", "$⟧"), "complex:ITGAV_ITGB3");
    check("the ⟦αvβ3 integrin⟧ and the ⟦MMP-9 matrix metalloproteinase⟧", "complex:ITGAV_ITGB3", "target:MMP9");
  });
  it("of fusions and axes: each gene by itself", () => {
    check("⟦EML4⟧-⟦ALK⟧ and ⟦EWS⟧-⟦FLI1⟧ but EWS alone", "known-gene EML4", "target:ALK", "known-gene EWSR1", "known-gene FLI1");
  });
  it("of recombinant proteins of mice, and of markers with how much there is of each", () => {
    check("⟦rmIL-6⟧, ⟦rmGM-CSF⟧ and ⟦rmCCL2⟧", "target:IL6", "target:CSF2", "target:CCL2");
    check(
      "⟦CD44⟧hi⟦CD62L⟧lo and CD4+⟦CD25⟧hi⟦FOXP3⟧+".replace("CD4+", "⟦CD4⟧+"),
      "target:CD44",
      "known-gene SELL",
      "known-gene CD4",
      "target:IL2RA",
      "target:FOXP3",
    );
  });
  it("of aliases that others have in another letter case, or for a pseudogene", () => {
    check("⟦iNOS⟧ rose; ⟦TSP-1⟧ fell; ⟦p16⟧ expression", "known-gene NOS2", "target:THBS1", "target:CDKN2A");
  });
  it("of receptors behind their abbreviation: the list goes on", () => {
    check("⟦vascular endothelial growth factor receptor (VEGFR)-1⟧, ⟦-2⟧ and ⟦-3⟧", "target:FLT1", "target:KDR", "target:FLT4");
  });
  it("in a column of genes need no more support, and what a spreadsheet made a date is none", () => {
    check("| Gene | Fold |\n|---|---|\n| ⟦KIT⟧ | 2 |\n| ⟦RET⟧ | 3 |\n| Mar-1 | 4 |", "target:KIT", "target:RET");
    check("| Item | Price |\n|---|---|\n| KIT | 2 |\n| RET | 3 |");
    check("| Antibody | Clone |\n|---|---|\n| ⟦Snail⟧ | SP6 |", "target:SNAI1");
    const inhibitors = "| Inhibitor | Kinase target |\n|---|---|\n";
    check(`${inhibitors}| A | ⟦KIT⟧, ⟦RET⟧/⟦MET⟧ |\n`, "target:KIT", "target:RET", "target:MET");
    check(`${inhibitors}| A | a kit for the rest, KIT at hand |\n`);
  });
  it("of proteins beside others that the words around speak for, and of those that a drug acts on", () => {
    check(
      "⟦YAP⟧/⟦TAZ⟧ (⟦WWTR1⟧) activate; ⟦BMF⟧; ⟦caveolin-1⟧.",
      "target:YAP1",
      "target:WWTR1",
      "target:WWTR1",
      "known-gene BMF",
      "target:CAV1",
    );
    check(
      "⟦P-gp⟧ and ⟦BCRP⟧ efflux → ⟦plasmin⟧ → ⟦TRAIL⟧ & ⟦L1CAM⟧",
      "target:ABCB1",
      "target:ABCG2",
      "target:PLG",
      "target:TNFSF10",
      "target:L1CAM",
    );
    check("⟦ERK⟧: ⟦ulixertinib⟧", "family:ERK", "known-drug ulixertinib");
    check("Pain: ⟦NGF⟧ (⟦tanezumab⟧, phase 3)", "known-gene NGF", "known-drug tanezumab");
    check(
      "| ⟦ALK⟧ | ⟦alectinib⟧ |\n|---|---|\n| ⟦RET⟧ | ⟦pralsetinib⟧ |\n| MET | ⟦olaparib⟧ |",
      "target:ALK",
      "drug:alectinib",
      "target:RET",
      "drug:pralsetinib",
      "drug:olaparib",
    );
    check(
      "| ⟦dasatinib⟧ | Yes |\n|---|---|\n| ⟦crizotinib⟧ | Met |\n| ⟦trastuzumab⟧ | neu |\n| ⟦catumaxomab⟧ | KSA |",
      ...["dasatinib", "crizotinib", "trastuzumab", "catumaxomab"].map((drug) => `drug:${drug}`),
    );
    check("| Trial | Primary endpoint | x |\n|---|---|---|\n| ⟦capmatinib⟧ | MET | y |", "drug:capmatinib");
    check(
      "⟦proMMP-2⟧ and ⟦proIL-1β⟧; ⟦VEGF⟧ ⟦phosphoERK⟧; ⟦p44/42⟧ and ⟦p44/42 MAPK⟧; ⟦c-Src kinase⟧",
      "target:MMP2",
      "target:IL1B",
      "family:VEGF",
      "family:ERK",
      "family:ERK",
      "family:ERK",
      "target:SRC",
    );
    check("⟦topoisomerase IIα⟧ and ⟦DNA topoisomerase IIβ⟧", "target:TOP2A", "known-gene TOP2B");
    check("cGAMP activates ⟦STING⟧ in cells", "target:STING1");
    check("⟦STING⟧: ⟦ulevostinag⟧", "target:STING1", "known-drug ulevostinag");
    check("It activates ⟦Smad⟧ and ⟦NF-κB signalling⟧.", "known-family SMAD", "pathway:nf-kb");
    check(
      "⟦MAP⟧ (⟦cisplatin⟧, ⟦doxorubicin⟧) then ⟦epcoritamab⟧ (⟦CD20⟧)",
      "regimen:MAP",
      "drug:cisplatin",
      "drug:doxorubicin",
      "drug:epcoritamab",
      "target:MS4A1",
    );
  });
  it("in lists that say a letter again, or differ in the last one: S100A8/A9, VEGF-A/C, HLA-A/B/C", () => {
    check("⟦S100A8⟧/⟦A9⟧ and ⟦COL1A1⟧/⟦A2⟧", "target:S100A8", "target:S100A9", "target:COL1A1", "known-gene COL1A2");
    check("⟦VEGF-A⟧/⟦C⟧ or ⟦VEGF-C⟧ and ⟦-D⟧", "target:VEGFA", "target:VEGFC", "target:VEGFC", "target:VEGFD");
    check("⟦PDGFRA⟧/⟦B⟧ but ⟦EGFR⟧/K", "target:PDGFRA", "target:PDGFRB", "target:EGFR");
  });
  it("of aliases that several genes have: the gene that more papers are on", () => {
    check(
      "⟦NRF2⟧ activity, ⟦p62⟧ protein, ⟦DRP1⟧ and ⟦RIP1⟧ levels",
      "target:NFE2L2",
      ...["SQSTM1", "DNM1L", "RIPK1"].map((gene) => `known-gene ${gene}`),
    );
  });
  it("of Greek letters and letters that a list says once", () => {
    check("⟦interferon-alpha⟧/⟦beta⟧ signals", "known-family interferon alpha", "known-gene IFNB1");
    check("⟦E-⟧, ⟦P-⟧ and ⟦L-selectin⟧", "target:SELE", "target:SELP", "known-gene SELL");
    check("⟦P-⟧/⟦L-selectin⟧ inhibition", "target:SELP", "known-gene SELL");
  });
  it("of symbols in lists with certain ones, but for lists of cells", () => {
    check("levels of ⟦EGFR⟧, ⟦KGFR⟧ and ⟦MMP-9⟧", "target:EGFR", "target:FGFR2", "target:MMP9");
    check("⟦EWS⟧-⟦FLI⟧ was found; AGS and SPC-A1 cells grew", "known-gene EWSR1", "known-gene FLII");
    check("⟦SS18⟧-⟦SSX1⟧", "known-gene SS18", "known-gene SSX1");
    check("⟦p18⟧(⟦Ink4c⟧) fell, p18 (see below)", "known-family p18", "known-gene CDKN2C");
  });
  it("but not of cells in the plural, nor of the dye behind a marker", () => {
    check("⟦Tamoxifen⟧ was given.\n\nTAM ⟦SPP1⟧+, ⟦F4/80⟧+ TAM", "drug:tamoxifen", "target:SPP1", "known-gene ADGRE1");
    check("⟦Trem2⟧⁺ TAMs were kept; ⟦TAM⟧ 20 mg", "known-gene TREM2", "drug:tamoxifen");
    check("⟦CD44⟧-APC/Cy7, ⟦CD11b⟧-APC and APC-Cy7; ⟦APC⟧ mutations", "target:CD44", "known-gene ITGAM", "known-gene APC");
  });
  it("of mouse symbols of two letters and a number, and codes of many letters", () => {
    check("⟦Cx43⟧ and Ca2+; ⟦PEGPH20⟧ is left", "known-gene GJA1", "drug:pegvorhyaluronidase-alfa");
  });
  it("of two letters and a number, in capitals, before how much is stained", () =>
    check("⟦KI67⟧ 20%, ⟦Ki-67⟧ 15 %", "known-gene MKI67", "known-gene MKI67"));
  it("joined by &, and with a space before their numbers, which count nothing else", () => {
    check("⟦MMP-2⟧ & ⟦-9⟧; ⟦MMP2⟧ & ⟦9⟧.", "target:MMP2", "target:MMP9", "target:MMP2", "target:MMP9");
    check("A&B, ⟦MMP2⟧&⟦9⟧, ⟦caspases 8⟧&⟦10⟧.", "target:MMP2", "target:MMP9", "target:CASP8", "known-gene CASP10");
    check("⟦BRCA 1⟧/⟦2⟧; ⟦CD8⟧ & 4 mice", "target:BRCA1", "target:BRCA2", "known-family CD8");
  });
  it("of an antigen of leucocytes among others", () => {
    check(
      "⟦CD68⟧, ⟦CD8⟧ (C8/144B); anti-CD8 (2.43)".replace("anti-CD8", "⟦anti-CD8⟧"),
      "known-gene CD68",
      "known-family CD8",
      "known-family CD8",
    );
    check("a CD 8 of songs");
    check("- ⟦CD8⟧ PE", "known-family CD8");
  });
});
