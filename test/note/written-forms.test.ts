import { check } from "./names";

describe("written forms", () => {
  it("of modified proteins: prefixes belong to the span, variants and states do not", () => {
    check("⟦p-AKT⟧, ⟦phospho-AKT⟧ and ⟦pAKT⟧ fell", "family:AKT", "family:AKT", "family:AKT");
    check("⟦anti-AXL⟧ and ⟦c-MET⟧ signalling", "target:AXL", "target:MET");
    check("⟦KRAS⟧G12D, ⟦KRAS⟧ G12D and ⟦KRAS⟧-mutant", "target:KRAS", "target:KRAS", "target:KRAS");
    check("⟦EGFR⟧-positive, ⟦EGFR⟧+ and ⟦EGFR⟧'s", "target:EGFR", "target:EGFR", "target:EGFR");
    check("ap-AKTIVE and map-kinks");
    check("expression in hMSC and mTEC rose; phosphorylation of ⟦pSYK⟧ and ⟦hTERT⟧", "known-gene SYK", "target:TERT");
    check("bound to the protein ⟦c-Raf⟧; ⟦protein C⟧ levels", "target:RAF1", "known-gene PROC");
    check("expression of ⟦ADAMTS-2⟧ and ⟦ADAMTS-4⟧ rose", "known-gene ADAMTS2", "known-gene ADAMTS4");
    check("⟦γH2AX⟧ and ⟦γ-H2AX⟧ foci were counted", "known-gene H2AX", "known-gene H2AX");
    check("expression of ⟦α-SMA⟧, ⟦a-SMA⟧ and ⟦aSMA⟧ rose; a SMA patient", "known-gene ACTA2", "known-gene ACTA2", "known-gene ACTA2");
  });
  it("of proteins with a state that spells another's symbol: p-ERK is no PERK, sPD-L1 no SPDL1; a plasmid is none", () => {
    check("⟦p-ERK⟧ and ⟦pERK⟧ fell; ⟦PERK⟧ kinase activity", "family:ERK", "family:ERK", "known-gene EIF2AK3");
    check("⟦P-ERK⟧ and ⟦P-Akt⟧ fell; ⟦P-selectin⟧ rose", "family:ERK", "family:AKT", "target:SELP");
    check("the pGL3 reporter gene");
  });
  it("of names behind an article, which begins none: a RAF inhibitor is none of A-Raf", () =>
    check("It is a ⟦RAF⟧/⟦MEK⟧ clamp; ⟦A-RAF⟧ and ⟦B RAF⟧", "family:RAF", "family:MEK", "target:ARAF", "target:BRAF"));
  it("of names that a soft hyphen at a line's end breaks behind a digit", () =>
    check("⟦S100\u00ad\nA4⟧ and ⟦17\u00ad\nAAG⟧", "target:S100A4", "drug:tanespimycin"));
  it("of genes by old symbols with a number, which nothing else looks like", () => {
    check("⟦PVRL4⟧ is high, ⟦FRAP1⟧ is not.", "target:NECTIN4", "target:MTOR");
  });
  it("of antigens with a raised sign, which math may be", () =>
    check("⟦CD8⟧$^+$ and ⟦CD8⟧$^{+}$ T cells", "known-family CD8", "known-family CD8"));
  it("of integrins with one chain in Latin letters", () =>
    check("⟦αvb3⟧, ⟦αVb5⟧ and ⟦a5β1⟧; a5b", "complex:ITGAV_ITGB3", "complex:ITGAV_ITGB5", "complex:ITGA5_ITGB1"));
  it("of symbols that are words, too, with their state in cells and mice, however it is written on to them", () => {
    const states = [
      "^hi^ cells",
      "<sup>low</sup> cells",
      "⁻ cells",
      "(−) tumours",
      "−negative cells",
      "^fl/fl^ mice",
      "^flox/flox^ mice",
      "^−/−^ mice",
      "-KO mice",
    ];
    for (const state of [...states, "-targeted CAR", "-directed ADC", " blockade", " status"])
      check(`They saw ⟦AXL⟧${state}.`, "target:AXL");
    for (const before of ["nuclear", "soluble", "secreted", "It binds to", "It binds"]) check(`${before} ⟦LOX⟧ here`, "target:LOX");
    check("KIT ± mice; the RET point; MET in the soluble fraction; ER status");
  });
  it("of integrins with both chains spelled out are not all alpha chains", () => {
    check("⟦integrin alpha v beta 3⟧, ⟦integrins alpha v beta 5⟧", "complex:ITGAV_ITGB3", "complex:ITGAV_ITGB5");
    check("⟦integrin alpha-6 beta-4⟧, ⟦alpha 6 beta 4 integrin⟧", "known-family integrin α6β4", "known-family integrin α6β4");
    check("⟦integrin alpha v⟧ and ⟦integrin alpha⟧ chains", "target:ITGAV", "known-family ITGA");
  });
  it("of the ribosomal protein S6 and 4E-BP1 with their phosphate", () => {
    check("⟦pS6⟧, ⟦p-S6⟧ and ⟦phospho-S6⟧ fell; Table S6", "known-gene RPS6", "known-gene RPS6", "known-gene RPS6");
    check("⟦p4E-BP1⟧ and ⟦p-4EBP1⟧ fell", "known-gene EIF4EBP1", "known-gene EIF4EBP1");
  });
  it("of p63 with its first domain and without, whose letters say that it is no number of a page", () => {
    check("⟦ΔNp63⟧ binds ⟦TAp63⟧.", "known-gene TP63", "known-gene TP63");
  });
  it("of proteins that an α says an antibody to, though their names have two letters", () => {
    check("⟦αIL-6⟧ and ⟦α4-1BB⟧ were given.", "target:IL6", "target:TNFRSF9");
  });
  it("with a Latin letter in place of a Greek one before the name, where the name has one", () => {
    check("⟦b-actin⟧ was loaded.", "known-gene ACTB");
  });
  it("between two proteins of a list, though they look like no symbols; not at its end, where a word may stand", () => {
    check("⟦FYN⟧, ⟦Lck⟧, ⟦Kit⟧, ⟦EGFR⟧ were hit.", "target:FYN", "target:LCK", "target:KIT", "target:EGFR");
    check("⟦EGFR⟧, Kit and ice.", "target:EGFR");
  });
  it("with Cyrillic letters that look like Latin ones; a word of Cyrillic letters alone is none", () =>
    check("⟦Bеvacizumab⟧ and ⟦ЕGFR⟧, ⟦РD-L1⟧; КЕТ, рак and рН 7", "drug:bevacizumab", "target:EGFR", "target:CD274"));
  it("as plain keyboards write them: b1 integrin, E-Cad; with a deletion, and inhibitors of a variant", () => {
    check("⟦b1 integrin⟧, ⟦E-Cad⟧; CCR5Δ32".replace("CCR5", "⟦CCR5⟧"), "target:ITGB1", "target:CDH1", "target:CCR5");
    check("⟦KRASG12Ci⟧ and ⟦MEKi⟧", "strategy:kras-inhibition", "strategy:mapk-inhibition");
  });
  it("of a chain of an integrin alone are none: beta3", () => check("beta3 and alpha-5 rose; expression of ⟦pRb⟧", "target:RB1"));
  it("of the oestrogen receptor with its phosphate: p-ER", () => check("⟦p-ER⟧ (Ser118); ER stress, per ER", "target:ESR1"));
  it("of genes as those of zebrafish are written, where a text speaks of these", () => {
    check("⟦tp53⟧ and ⟦cdh1⟧ mutant zebrafish met in set 1", "target:TP53", "target:CDH1");
    check("tp53 of yeast");
  });
  it("of antisense transcripts are not the gene", () => check("the TP73-AS1 promoter and ⟦TP73⟧ gene", "known-gene TP73"));
  it("are genes with their variants raised in math", () => {
    check("⟦$BRAF^{V600E}$⟧ and ⟦$\\mathrm{KRAS}^{\\text{G12D}}$⟧ mutants; $MSE^{A1C}$, $BRAF^{2}$", "target:BRAF", "target:KRAS");
  });
  it("of a splice variant and what is written between Greek letters", () => {
    check("⟦AR-V7⟧; ⟦RORγt⟧, ⟦14-3-3σ⟧ and ⟦FcγRIIIa⟧", "target:AR", "known-gene RORC", "known-gene SFN", "known-gene FCGR3A");
    check("⟦TNFa⟧ was high; ⟦cGAS⟧ and ⟦c-Jun⟧", "target:TNF", "target:CGAS", "target:JUN");
    check("⟦SWI/SNF⟧ in ⟦PgR⟧-positive cells", "known-family SWI SNF", "target:PGR");
  });
  it("of what stands beside a word said of proteins: secreted, lost, in the nucleus", () => {
    check("⟦RANTES⟧ secretion; ⟦YAP⟧ activity; ⟦BIM⟧ induction by stress", "target:CCL5", "target:YAP1", "known-gene BCL2L11");
    check("the BIM induction week; the ALL induction phase");
  });
  it("of cell lines that are drugs' codes or in proteins' names: PC9 is no PCSK9 there", () => {
    check("PC-9 cells carry a mutation; ID8 tumours and PC9 xenografts");
    check("⟦ID-8⟧ 2 µM", "known-drug ID-8");
  });
  it("with Greek math before a number", () => {
    check("⟦TGF$\\beta$1⟧ and ⟦IFN$\\gamma$⟧; it cost $5 and $10", "target:TGFB1", "known-gene IFNG");
  });
  it("of what is measured in blood", () => {
    check("⟦CEA⟧ 45 ng/ml. ⟦CEA⟧ rose to 12. CEA 45. ER rose to 40 %.", "target:CEACAM5", "target:CEACAM5");
  });
  it("of soluble proteins, which are no other symbol", () => {
    check("⟦sPD-L1⟧, ⟦sVEGFR1⟧ and ⟦sIL-6R⟧ in serum; siRNA", "target:CD274", "target:FLT1", "target:IL6R");
  });
  it("with a Greek letter in brackets, or an inhibitor's letter behind a Latin one", () => {
    check("⟦TGF(alpha)⟧ and ⟦TNF(alpha)⟧ rose", "known-gene TGFA", "target:TNF");
    check("⟦TGFbi⟧ and ⟦TGFBI⟧ expression", "strategy:tgf-beta-inhibition", "known-gene TGFBI");
  });
  it("with the i of inhibitors: of several, behind a hyphen, and of what means other things elsewhere", () => {
    check("⟦PI3Ki⟧s and ⟦MEKi⟧s", "strategy:pi3k-akt-mtor-inhibition", "strategy:mapk-inhibition");
    check("⟦PD-1i⟧, ⟦CTLA-4i⟧", "strategy:pd-1-pd-l1-blockade", "strategy:ctla-4-blockade");
    check("⟦ATRi⟧ and ⟦RETi⟧ were held; we REST, interviewed by CATi", "target:ATR", "target:RET");
  });
  it("of a phosphorylated protein that is elsewhere a residue", () => check("⟦p-S6⟧ fell; S6 and pS16 are shown", "known-gene RPS6"));
  it("of what cells give off, in blood or urine", () => check("Serum ⟦OPG⟧ was high. OPG was high.", "target:TNFRSF11B"));
  it("of a receptor by its ligand's name", () =>
    check(
      "⟦urokinase plasminogen activator receptor⟧, ⟦thrombopoietin receptor⟧, ⟦osteopontin⟧ receptor",
      "target:PLAUR",
      "known-gene MPL",
      "target:SPP1",
    ));
  it("before a residue that is phosphorylated", () => check("⟦YAP⟧ S127 and ⟦TAZ⟧ S89", "target:YAP1", "target:WWTR1"));
  it("before a splice form", () => {
    check("⟦FGFR2⟧b-positive; T2b, Fig2a", "target:FGFR2");
    check("⟦CD44⟧v6; HCT116, COLO205 and MDA231 cells", "target:CD44");
    check("⟦VEGF165⟧, ⟦VEGF-A165⟧ and ⟦VEGF-121⟧", ...Array(3).fill("target:VEGFA"));
  });
  it("of inhibitors that hold what they inhibit, and of receptors by their type", () => {
    check("⟦tissue inhibitor of metalloproteinase-2⟧, ⟦tissue inhibitor of matrix metalloproteinase-3⟧", "target:TIMP2", "target:TIMP3");
    check("an ⟦endothelin B receptor⟧, ⟦Aurora B⟧ activity", "known-gene EDNRB", "target:AURKB");
  });
  it("of transcription factors, with Greek between spaces", () => {
    check("⟦NF-kappa B⟧ and ⟦nuclear factor-kappa B⟧, ⟦nuclear factor-κB⟧", ...Array(3).fill("complex:NFkappaB"));
  });
  it("before what an exon lost or gained, and before a value", () => {
    check("mutations: ⟦EGFR⟧19del, ⟦EGFR⟧ex20ins, ⟦HER2⟧ins20", "target:EGFR", "target:EGFR", "target:ERBB2");
    check("⟦EGFR⟧ mutated; TSH 1.2 mU/l, TSH 1,2", "target:EGFR");
  });
  it("with a German ß for β", () => {
    check("⟦TGF-ß1⟧, ⟦IL-1ß⟧ and ⟦αvß3⟧; große Dosis", "target:TGFB1", "target:IL1B", "complex:ITGAV_ITGB3");
  });
  it("with a Latin letter in place of a Greek one, which is no article", () => {
    check("Patients received ⟦plasminogen⟧; ⟦plasminogen⟧ fell", "known-drug plasminogen", "target:PLG");
    check("⟦interferon g⟧-treated, given ⟦interferon⟧ a day", "known-gene IFNG", "known-drug interferon");
    check("⟦hepatocyte nuclear factor 4a⟧, ⟦protein kinase C d⟧", "known-gene HNF4A", "known-gene PRKCD");
  });
  it("with the number of the symbol, and the letter of a subunit", () => {
    check("⟦vimentin⟧-2 and ⟦platelet endothelial cell adhesion molecule-1⟧", "target:VIM", "target:PECAM1");
    check("⟦platelet-derived growth factor A⟧ and ⟦succinate dehydrogenase subunit B⟧", "known-gene PDGFA", "known-gene SDHB");
  });
  it("before a variant in letters that make no symbol elsewhere", () => {
    check("⟦egfr⟧ L858R, ⟦braf⟧ p.V600E and ⟦eGFR⟧ T790M; eGFR 40 and L858R", "target:EGFR", "target:BRAF", "target:EGFR");
  });
  it("of genes that another gene has as an alias: the approved symbol is that of its gene", () => {
    check("⟦RB1⟧ loss and ⟦NRG1⟧ fusions", "target:RB1", "target:NRG1");
    check("THP-1 cells, PC-3 xenografts and HR+ disease");
  });
  it("with a hyphen where the name has a space, and an abbreviation inside", () => {
    check("⟦vascular-endothelial growth-factor⟧", "family:VEGF");
    check("⟦interleukin (IL)-6⟧ rose, ⟦tumor necrosis factor (TNF) alpha⟧ fell", "target:IL6", "target:TNF");
  });
  it("of receptors: by the symbol of the ligand", () => {
    check("⟦VEGF receptor 2⟧, ⟦VEGF receptor-1⟧/⟦-2⟧ and ⟦TGF-β receptor 2⟧", "target:KDR", "target:FLT1", "target:KDR", "target:TGFBR2");
    check("⟦VEGF receptor⟧ 2 mg", "family:VEGFR");
    check("⟦HGF receptor⟧ and ⟦FGF receptor 4⟧; ⟦CD28⟧ receptors", "target:MET", "target:FGFR4", "known-gene CD28");
  });
  it("as only symbols are written", () => check("⟦G-CSF⟧ and ⟦CDKs⟧.", "target:CSF3", "known-family CDK"));
  it("of proteins inside words whose name goes on", () => check("⟦pERK1/2⟧ fell", "family:ERK"));
  it("with a subscript in brackets behind a Greek letter", () => {
    check("⟦α(v)β(3)⟧ and ⟦α(5)β(1) integrin⟧; S(c)O(2)", "complex:ITGAV_ITGB3", "complex:ITGA5_ITGB1");
  });
  it("of a gene in the germline", () => check("⟦gBRCA1⟧/⟦2⟧ carriers", "target:BRCA1", "target:BRCA2"));
  it("with the ligatures of PDFs", () => check("⟦geﬁtinib⟧ and ⟦Aﬂibercept⟧ in the ﬁrst ﬂask", "drug:gefitinib", "drug:aflibercept"));
  it("of a gene that shares its alias: beside another protein, with all its genes", () => {
    check("⟦YAP⟧/⟦COT⟧ signalling; COT shines.", "target:YAP1", "known-family COT");
    check("⟦YAP⟧/⟦TAZ⟧ signalling, which papers mean one gene by; TAZ shines.", "target:YAP1", "target:WWTR1");
    check("⟦MCT4⟧ and ⟦LAT1⟧ carry fuel.", "known-gene SLC16A3", "known-gene SLC7A5");
  });
  it("of integrins by their subunits", () => {
    check(
      "Integrin ⟦α6β4⟧, ⟦α4β7⟧ and ⟦αIIbβ3⟧".replace("Integrin ⟦", "⟦Integrin "),
      "known-family integrin α6β4",
      "known-family integrin α4β7",
      "known-family ITGA2B3",
    );
  });
  it("of tests, dyes and cell lines are no drugs and genes", () => {
    check("The CCK-8 assay, a CCK8 kit, APC-conjugated ⟦anti-CD44⟧ and ⟦anti-CD44⟧-APC", "target:CD44", "target:CD44");
    check("B16-F10 and PC-3 cells; APCs present antigens");
    check("⟦APC⟧ mutation", "known-gene APC");
  });
  it("of activated factors and topoisomerases as prose shortens them", () => {
    check("⟦FVIIa⟧, ⟦factor Xa⟧ and ⟦topo II⟧", "known-gene F7", "known-gene F10", "known-family DNA topoisomerase II");
  });
  it("of proteins by the further names that HGNC has, and in British spelling", () => {
    check("serum ⟦osteocalcin⟧ and ⟦keratinocyte growth factor⟧", "known-gene BGLAP", "known-gene FGF7");
    check("⟦Sonic hedgehog⟧, ⟦tissue plasminogen activator⟧", "target:SHH", "known-gene PLAT");
    check("a ⟦D2 receptor⟧ and ⟦H1 receptors⟧".replace("s⟧", "⟧s"), "target:DRD2", "known-gene HRH1");
    check("⟦type III collagen⟧ and ⟦tumour necrosis factor⟧", "known-gene COL3A1", "target:TNF");
    check("Dent disease 2 is no protein");
  });
  it("of proteins without the number that ends their name, where no other has one", () => {
    check("⟦fibroblast activation protein⟧ and ⟦vascular cell adhesion molecule⟧", "target:FAP", "target:VCAM1");
    check("⟦X-box binding protein⟧ and ⟦TANK-binding kinase⟧", "known-gene XBP1", "known-gene TBK1");
  });
  it("of proteins by what their abbreviation stands for, whatever their registered name is by now", () => {
    check("⟦AMP-activated protein kinase⟧, ⟦p21 activated kinases⟧", "known-family AMPK", "known-family PAK");
    check("⟦B-cell lymphoma 2⟧ and ⟦N-myc downstream-regulated gene 1⟧", "target:BCL2", "target:NDRG1");
    check("⟦Rho-associated kinase⟧, ⟦Yes-associated protein⟧, ⟦delta-like ligand 4⟧", "target:ROCK1", "target:YAP1", "target:DLL4");
    check("⟦macrophage colony-stimulating factor receptor⟧", "target:CSF1R");
    check(
      "⟦Krüppel-like factor 4⟧, ⟦Kruppel-like factor 4⟧, ⟦heat shock factor 1⟧",
      "known-gene KLF4",
      "known-gene KLF4",
      "known-gene HSF1",
    );
    check("⟦glucose transporter 1⟧, ⟦ubiquitin-specific protease 7⟧", "target:SLC2A1", "known-gene USP7");
    check("⟦CXC chemokine receptor 4⟧, ⟦CC chemokine ligand 2⟧", "target:CXCR4", "target:CCL2");
    check("⟦sex determining region Y-box 2⟧, ⟦death receptor 5⟧", "target:SOX2", "target:TNFRSF10B");
    check("⟦cytokeratin 18⟧, ⟦cyclooxygenase⟧ activity", "known-gene KRT18", "known-family cyclooxygenase");
    check("⟦gp130⟧ and ⟦Tks5⟧", "known-gene IL6ST", "known-gene SH3PXD2A");
  });
  it("of MET as the protein is written, right beside a word that speaks for it", () => {
    check("⟦Met⟧ inhibitors, the ⟦Met⟧ receptor, ⟦AXL⟧ and ⟦Met⟧ kinases", "target:MET", "target:MET", "target:AXL", "target:MET");
    check("Met with the group of ⟦EGFR⟧. Met the endpoint; Val158Met; Met residues; Met levels of the protein.", "target:EGFR");
  });
  it("of an alias with a hyphen that is much more spoken of than the symbol without", () => {
    check("⟦TTF-1⟧ positive, ⟦TTF1⟧ binding", "known-gene NKX2-1", "known-gene TTF1");
    check("⟦SF-1⟧ in the adrenal cortex, ⟦SF1⟧ in splicing", "known-gene NR5A1", "known-gene SF1");
    check("⟦BAP-1⟧ loss, ⟦MAP-2⟧ staining, ⟦TSP-1⟧ levels", "known-gene BAP1", "known-gene MAP2", "target:THBS1");
    check("⟦PARP-1⟧ was cleaved", "target:PARP1");
  });
  it("of mutants, microRNAs and circular RNAs: EGFRm, hsa-miR-21-5p, circHIPK3", () => {
    check("⟦EGFR⟧m and ⟦ESR1⟧m; PDm", "target:EGFR", "target:ESR1");
    check("⟦hsa-miR-21-5p⟧, ⟦miR-193a-3p⟧ and ⟦miR-125b⟧", "target:MIR21", "known-gene MIR193A", "known-family miR-125b");
    check("⟦circHIPK3⟧", "known-gene HIPK3");
  });
  it("of what no gene makes: GD2, sLeX, and the enzymes that make it", () => {
    check(
      "⟦GD2⟧: ⟦dinutuximab⟧; ⟦GD3 synthase⟧; ⟦TXA2⟧",
      "known-family GD2",
      "drug:dinutuximab",
      "known-gene ST8SIA1",
      "known-family thromboxane A2",
    );
  });
  it("of antibodies with a for anti, and not inside the name of a cell line", () => {
    check("⟦aCSF1R⟧ (AFS98), ⟦aHER2⟧, and aCGH or aPTT", "target:CSF1R", "target:ERBB2");
    check("MIA PaCa-2 cells secrete ⟦MIA⟧ protein", "known-gene MIA");
  });
  it("before the allele of a mouse: Trp53fl/fl, KrasLSL-G12D", () =>
    check("⟦Trp53⟧fl/fl; ⟦Kras⟧LSL-G12D/+; ⟦Tgfbr2⟧flox/flox mice", "target:TP53", "target:KRAS", "target:TGFBR2"));
  it("before both alleles of a mouse, and before what became of a gene in a tumour", () => {
    check("⟦Cdh1⟧f/f, ⟦Trp53⟧f/f and ⟦Pten⟧lox/lox, ⟦Braf⟧CA/+; and/or", "target:CDH1", "target:TP53", "target:PTEN", "target:BRAF");
    check("⟦FGFR2⟧fus, ⟦MET⟧amp and ⟦TP53⟧null tumours", "target:FGFR2", "target:MET", "target:TP53");
  });
  it("with a space for the hyphen behind a number, and a Latin letter for the Greek one that ends it", () => {
    check("⟦phosphoinositide 3 kinase⟧ and ⟦phosphatidylinositol 3 kinase⟧ activity", "family:PI3K", "family:PI3K");
    check("⟦C/EBPa⟧ and ⟦C/EBPβ⟧ in granulocytes", "known-gene CEBPA", "known-gene CEBPB");
  });
  it("of a symbol that is approved for one gene and an alias of another", () => {
    check("⟦FGF2⟧ expression, ⟦DOK1⟧ phosphorylation", "target:FGF2", "known-gene DOK1");
  });
  it("with a subscript in brackets", () => {
    check("bound by ⟦5-HT(2)⟧ and ⟦phospholipase A(2)⟧", "known-gene HTR2A", "known-family PLA2");
    check("⟦EGFR⟧ (2) and ⟦imatinib⟧(3)", "target:EGFR", "drug:imatinib");
    check("by ⟦IL-1(beta)⟧", "target:IL1B");
    check("⟦dopamine D(2) receptor⟧s, ⟦alpha(v)beta(3)⟧-mediated", "target:DRD2", "complex:ITGAV_ITGB3");
    check("⟦K(v)1.3⟧ channels at an S(c)O(2) of 70 %", "known-gene KCNA3");
  });
  it("with a subscript of HTML, pandoc, math or Unicode", () => {
    check("⟦α<sub>v</sub>β<sub>3</sub>⟧, ⟦α~v~β~3~⟧ and ⟦αᵥβ₃⟧", ...Array(3).fill("complex:ITGAV_ITGB3"));
    check("⟦5-HT<sub>2A</sub>⟧, ⟦5-HT~2A~⟧, ⟦5-HT$_{2A}$⟧ and ⟦5-HT₂A⟧", ...Array(4).fill("known-gene HTR2A"));
    check("~5 ⟦EGFR⟧ and ~~7~~", "target:EGFR");
  });
  it("with a sign that pandoc raises, and with a capital that a quotation has changed", () => {
    check("⟦CD8⟧^+^ T cells were few, x^2^ and ^+^", "known-family CD8");
    check("“⟦[B]evacizumab⟧ and ⟦[t]amoxifen⟧ helped [a]fter all” [B] [1]evaluate", "drug:bevacizumab", "drug:tamoxifen");
  });
  it("with spaces for the hyphens of a protein's name, but for a letter before a short word", () => {
    check("⟦C reactive protein⟧ and ⟦pigment epithelium derived factor⟧", "known-gene CRP", "known-gene SERPINF1");
    check("the S protein of a virus, as part of it");
  });
  it("before how much of it there is, an exon, and the end of a transcript", () => {
    check("⟦CD44⟧high ⟦CD24⟧low cells, ⟦HER2⟧low", "target:CD44", "target:CD24", "target:ERBB2");
    check("⟦PD-1⟧hi ⟦LAG-3⟧int cells", "target:PDCD1", "target:LAG3");
    check("⟦MET⟧ex14, ⟦EGFR⟧ex20ins and the ⟦KRAS⟧ 3′UTR", "target:MET", "target:EGFR", "target:KRAS");
  });
  it("whatever the letter case of the words beside it, and in quotes and links", () => {
    check("Loss of ⟦PML⟧.", "known-gene PML");
    check(
      "Loss of [[⟦PML⟧]]; [⟦PML⟧](p.md) expression, “⟦KIT⟧” mutations, ⟦MET⟧'s activity",
      "known-gene PML",
      "known-gene PML",
      "target:KIT",
      "target:MET",
    );
  });
  it("of precursors, and of genes before the star of an allele", () => {
    check("⟦pro-MMP-9⟧ was cleaved; ⟦procaspase-7⟧ and ⟦procathepsin B⟧", "target:MMP9", "known-gene CASP7", "target:CTSB");
    check("⟦CYP2C9⟧*2 or ⟦CYP2C9⟧*3 carriers", "known-gene CYP2C9", "known-gene CYP2C9");
  });
  it("of cohorts and of abbreviations in capitals are no genes and drugs", () => {
    check("the TCGA-BRCA and BRCA-TCGA cohorts");
    check("EDTA tubes; ⟦EDTA⟧ 5 mg was given", "known-drug edetic acid");
  });
  it("of a short symbol beside a drug that acts on it", () => {
    check("⟦RET⟧: ⟦selpercatinib⟧; ⟦ALK⟧: ⟦alectinib⟧", "target:RET", "drug:selpercatinib", "target:ALK", "drug:alectinib");
    check("RET is not what ⟦palbociclib⟧ does", "drug:palbociclib");
  });
  it("of targets that antibodies are raised against, to their end", () => {
    check("an ⟦anti-VEGF-A⟧ antibody, ⟦anti-VEGF⟧-treated", "target:VEGFA", "strategy:vegf-ligand-blockade");
  });
  it("of genes that are counted in cells", () => {
    check("⟦RET⟧ FISH and ⟦ALK⟧ FISH; RET fishing", "target:RET", "target:ALK");
  });
  it("of receptors with a Greek letter, dominant negative too", () =>
    check("⟦TGFβR1⟧, ⟦TGF-βRII⟧ and ⟦dnTGFβRII⟧", "target:TGFBR1", "target:TGFBR2", "target:TGFBR2"));
  it("before what is known of a gene in a tumour, and where it is lost", () => {
    check("⟦PTEN⟧def, ⟦FGFR3⟧alt and ⟦MET⟧amp tumours", "target:PTEN", "target:FGFR3", "target:MET");
    check("a tumour with ⟦NF2⟧ loss", "target:NF2");
  });
  it("of what an RNA is made against", () => check("given ⟦siAXL⟧", "target:AXL"));
  it("of COX-2 beside what makes it or is made by it", () => check("⟦COX-2⟧/⟦PGE2⟧", "target:PTGS2", "known-drug dinoprostone"));
  it("of laminins, whichever is meant", () =>
    check("⟦anti-laminin⟧ and ⟦laminin-111⟧", "known-family laminin", "known-family Laminin 111"));
});
