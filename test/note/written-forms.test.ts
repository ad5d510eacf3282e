import { check } from "./names";

const NSAID = "known-class nonsteroidal anti-inflammatory drug";

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
    check("the pGL3 reporter gene");
  });
  it("of genes by old symbols with a number, which nothing else looks like", () => {
    check("⟦PVRL4⟧ is high, ⟦FRAP1⟧ is not.", "target:NECTIN4", "target:MTOR");
  });
  it("of antigens with a raised sign, which math may be", () =>
    check("⟦CD8⟧$^+$ and ⟦CD8⟧$^{+}$ T cells", "known-family CD8", "known-family CD8"));
  it("of antisense transcripts are not the gene", () => check("the TP73-AS1 promoter and ⟦TP73⟧ gene", "known-gene TP73"));
  it("of a splice variant and what is written between Greek letters", () => {
    check("⟦AR-V7⟧; ⟦RORγt⟧, ⟦14-3-3σ⟧ and ⟦FcγRIIIa⟧", "target:AR", "known-gene RORC", "known-gene SFN", "known-gene FCGR3A");
    check("⟦TNFa⟧ was high; ⟦cGAS⟧ and ⟦c-Jun⟧", "target:TNF", "target:CGAS", "target:JUN");
    check("⟦SWI/SNF⟧ in ⟦PgR⟧-positive cells", "known-family SWI SNF", "target:PGR");
  });
  it("of what stands beside a word said of proteins: secreted, lost, in the nucleus", () => {
    check("⟦RANTES⟧ secretion; ⟦YAP⟧ activity; ⟦BIM⟧ induction by stress", "target:CCL5", "target:YAP1", "known-gene BCL2L11");
    check("the BIM induction week; the ALL induction phase");
  });
  it("of regimens as patients write them", () =>
    check(
      "⟦Folfirinox⟧, then ⟦Folfox⟧; ⟦mFOLFOX6⟧ or ⟦Capox⟧.",
      "regimen:FOLFIRINOX",
      "regimen:FOLFOX",
      "regimen:FOLFOX",
      "regimen:CAPOX",
    ));
  it("of cell lines that are drugs' codes or in proteins' names: PC9 is no PCSK9 there", () => {
    check("PC-9 cells carry a mutation; ID8 tumours and PC9 xenografts");
    check("⟦ID-8⟧ 2 µM", "known-drug ID-8");
  });
  it("of a regimen that is short for a cancer, too: GC patients have it", () => {
    check("GC tissues were collected when treated; GC patients received none.");
  });
  it("of families as fly genetics and mouse work write them", () => {
    check("⟦Erk⟧ phosphorylation; ⟦Son of sevenless⟧ binds; ⟦GLA⟧ deficiency", "family:ERK", "known-family SOS", "known-gene GLA");
  });
  it("of drugs by codes from before they had a name, and of combinations by theirs", () => {
    check("⟦BLU-285⟧ 300 mg, ⟦TAS-120⟧ 20 mg", "drug:avapritinib", "drug:futibatinib");
    check("⟦MEDI-551⟧ and ⟦VX-970⟧ were given.", "known-drug inebilizumab", "known-drug berzosertib");
    check("⟦TAS-102⟧ is ⟦FTD/TPI⟧", ...Array(2).fill("drug:trifluridine-tipiracil"));
    check("Payloads: ⟦MMAE⟧ and ⟦vedotin⟧", "known-drug monomethyl auristatin E", "known-drug vedotin");
    check("Treated with ⟦DXd⟧ 10 nM.", "known-drug DXd");
    check("⟦ABT-414⟧ is no ⟦denintuzumab mafodotin⟧", "drug:depatuxizumab-mafodotin", "known-drug denintuzumab mafodotin");
    check("Intravesical ⟦BCG⟧, ⟦bacillus Calmette-Guérin⟧", "drug:bcg", "drug:bcg");
  });
  it("of drugs that have their name since 2024, and their codes from before", () => {
    check("⟦pumitamig⟧ (⟦BNT327⟧) and ⟦calderasib⟧", ...Array(2).fill("known-drug pumitamig"), "known-drug calderasib");
    check("⟦enzomenib⟧ is ⟦DSP-5336⟧", ...Array(2).fill("known-drug enzomenib"));
    check("⟦Gumarontinib⟧ or ⟦oritinib⟧ 200 mg", "known-drug glumetinib", "known-drug rilertinib");
    check("⟦emiltatug ledadotin⟧, then ⟦trastuzumab botidotin⟧", "known-drug emiltatug ledadotin", "known-drug trastuzumab botidotin");
    check("⟦Jobevne⟧ and ⟦Imkeldi⟧; ⟦zadavotide guraxetan⟧", "drug:bevacizumab", "drug:imatinib", "known-drug zadavotide guraxetan");
  });
  it("of isoforms and members: a Greek letter or number goes with a family's name", () => {
    check("⟦FGFRα⟧ and ⟦FGFR-delta⟧", "family:FGFR", "family:FGFR");
    check("⟦EGFR⟧ alpha-test and ⟦EGFR⟧ beta-test", "target:EGFR", "target:EGFR");
  });
  it("of lists that say the common part once", () => {
    check("⟦MMP2⟧/⟦9⟧ and ⟦MMP-2⟧, ⟦-9⟧ and ⟦-14⟧", "target:MMP2", "target:MMP9", "target:MMP2", "target:MMP9", "target:MMP14");
    check("⟦FGFR1-4⟧ and ⟦VEGFR1–3⟧", "family:FGFR", "family:VEGFR");
    check("⟦pSMAD2⟧/⟦3⟧ and ⟦p-SMAD1⟧/⟦5⟧/⟦9⟧", "target:SMAD2", "target:SMAD3", "known-gene SMAD1", "known-gene SMAD5", "known-gene SMAD9");
    check("⟦TGF-β1⟧, ⟦-β2⟧ and ⟦-β3⟧; ⟦TGF-β1⟧/⟦β2⟧", "target:TGFB1", "target:TGFB2", "target:TGFB3", "target:TGFB1", "target:TGFB2");
    check("⟦miR-221⟧/⟦222⟧, ⟦miR-34b⟧/⟦c⟧", ...["221", "222", "34B", "34C"].map((number) => `known-gene MIR${number}`));
    check("⟦miR-34a⟧/⟦b⟧", "target:MIR34A", "known-gene MIR34B");
    check("the ⟦miR-200 family⟧ and ⟦ZEB⟧; ⟦plasmin⟧ activity", "known-family MicroRNA MIR141/200 family", "family:ZEB", "target:PLG");
    check("⟦cathepsin B⟧/⟦L⟧ and ⟦Aurora A⟧/⟦B⟧", "target:CTSB", "target:CTSL", "target:AURKA", "known-gene AURKB");
    check("⟦MMP-2⟧, 9 mice; ⟦MMP-2⟧/9.5; ⟦MMP-2⟧ and 9 others", "target:MMP2", "target:MMP2", "target:MMP2");
  });
  it("of isoforms by a family's name in words", () => {
    check("⟦PKCζ⟧, ⟦PKC$\\zeta$⟧ and ⟦PKC-theta⟧", "known-gene PRKCZ", "known-gene PRKCZ", "known-gene PRKCQ");
  });
  it("with Greek math before a number", () => {
    check("⟦TGF$\\beta$1⟧ and ⟦IFN$\\gamma$⟧; it cost $5 and $10", "target:TGFB1", "known-gene IFNG");
  });
  it("of what is measured in blood", () => {
    check("⟦CEA⟧ 45 ng/ml. ⟦CEA⟧ rose to 12. CEA 45. ER rose to 40 %.", "target:CEACAM5", "target:CEACAM5");
  });
  it("of drugs: salts, prefixes and suffixes that tell products of one substance apart", () => {
    check("⟦sunitinib malate⟧ and ⟦imatinib mesylate⟧", "drug:sunitinib", "drug:imatinib");
    check("⟦sunitinib L-malate⟧ and ⟦doxorubicin HCl⟧ 20 mg", "drug:sunitinib", "drug:doxorubicin");
    check("⟦trastuzumab-dkst⟧ and ⟦bevacizumab⟧-like, ⟦bevacizumab⟧-free", "drug:trastuzumab", "drug:bevacizumab", "drug:bevacizumab");
    check("⟦Avastin⟧® and ⟦Avastin⟧™", "drug:bevacizumab", "drug:bevacizumab");
  });
  it("of classes: the inhibitors of a target", () => {
    check("⟦MEKi⟧ and ⟦PARPi⟧", "strategy:mapk-inhibition", "strategy:parp-inhibition");
  });
  it("of classes that people speak of: to the s of their plural, before the target in their name", () => {
    check("⟦NSAIDs⟧, ⟦β-blockers⟧ and ⟦beta blockers⟧", NSAID, ...Array(2).fill("known-class beta-blocker"));
    check(
      "an ⟦ACE inhibitor⟧ or ⟦H2-receptor antagonists⟧; ⟦ACE⟧ levels",
      "known-class ACE inhibitor",
      "known-class H2 blocker",
      "known-gene ACE",
    );
    check(
      "⟦nitrosoureas⟧, ⟦BH3-mimetics⟧ and ⟦IMiDs⟧",
      "known-class nitrosourea",
      "known-class BH3 mimetic",
      "known-class immunomodulator",
    );
    check(
      "⟦LHRH analogues⟧, ⟦proteasome inhibitors⟧",
      "known-class Gonadotropin Releasing Hormone Receptor Agonist",
      "known-class proteasome inhibitor",
    );
    check("⟦RU486⟧ 10 µM, ⟦coenzyme Q10⟧", "drug:mifepristone", "known-drug ubidecarenone");
    check("⟦tetracyclines⟧ such as ⟦tetracycline⟧", "known-class tetracycline", "known-drug tetracycline");
    check("hypnotic and cholinergic effects of ⟦hypnotics⟧", "known-class hypnotics");
    check("natural killer cells lyse them");
  });
  it("of a class that a slash joins another protein to: the noun is said of both", () => {
    check("an ⟦AXL⟧/⟦MET⟧ inhibitor; a ⟦MEK inhibitor⟧", "target:AXL", "target:MET", "strategy:mapk-inhibition");
  });
  it("of a synonym that only says what a drug is against: it is that of others, too", () => {
    check("a ⟦HER2/neu⟧ inhibitor", "target:ERBB2");
  });
  it("of soluble proteins, which are no other symbol", () => {
    check("⟦sPD-L1⟧, ⟦sVEGFR1⟧ and ⟦sIL-6R⟧ in serum; siRNA", "target:CD274", "target:FLT1", "target:IL6R");
  });
  it("of radioligands, whichever way the isotope is written", () => {
    check("⟦Lu-177 dotatate⟧, ⟦Lu-177-DOTATATE⟧ and ⟦[177Lu]Lu-DOTATATE⟧", ...Array(3).fill("drug:lutetium-177lu-oxodotreotide"));
    check("⟦[177Lu]Lu-PSMA-617⟧ or ⟦Lu-177 PSMA-617⟧", ...Array(2).fill("drug:lutetium-177lu-vipivotide-tetraxetan"));
    check("⟦Lutetium-177⟧ and ⟦PSMA⟧", "known-drug Lutetium Lu-177", "target:FOLH1");
  });
  it("with a Greek letter in brackets, or an inhibitor's letter behind a Latin one", () => {
    check("⟦TGF(alpha)⟧ and ⟦TNF(alpha)⟧ rose", "known-gene TGFA", "target:TNF");
    check("⟦TGFbi⟧ and ⟦TGFBI⟧ expression", "strategy:tgf-beta-inhibition", "known-gene TGFBI");
  });
  it("of several in a list that a word joins, but for what is counted", () => {
    check("⟦CDK4⟧ and ⟦6⟧ were high; ⟦CDK4⟧ and 6 patients", "target:CDK4", "target:CDK6", "target:CDK4");
    check("⟦MICA⟧/⟦B⟧ expression", "target:MICA", "known-gene MICB");
  });
  it("of a receptor by its ligand's name", () =>
    check(
      "⟦urokinase plasminogen activator receptor⟧, ⟦thrombopoietin receptor⟧, ⟦osteopontin⟧ receptor",
      "target:PLAUR",
      "known-gene MPL",
      "target:SPP1",
    ));
  it("on both sides of a space, where nothing speaks for the longer name", () =>
    check("⟦CD19⟧ ⟦CAR-T⟧ works", "target:CD19", "strategy:car-t-therapy"));
  it("before a residue that is phosphorylated", () => check("⟦YAP⟧ S127 and ⟦TAZ⟧ S89", "target:YAP1", "target:WWTR1"));
  it("before a splice form", () => {
    check("⟦FGFR2⟧b-positive; T2b, Fig2a", "target:FGFR2");
    check("⟦CD44⟧v6; HCT116, COLO205 and MDA231 cells", "target:CD44");
    check("⟦VEGF165⟧, ⟦VEGF-A165⟧ and ⟦VEGF-121⟧", ...Array(3).fill("target:VEGFA"));
  });
  it("of two letters, a symbol's but for its number, right beside a word that speaks for it", () => {
    check("⟦Rb⟧ phosphorylation, ⟦RB⟧-deficient tumours", "target:RB1", "target:RB1");
    check("Rb was mined; ER-positive");
  });
  it("of inhibitors that hold what they inhibit, and of receptors by their type", () => {
    check("⟦tissue inhibitor of metalloproteinase-2⟧, ⟦tissue inhibitor of matrix metalloproteinase-3⟧", "target:TIMP2", "target:TIMP3");
    check("an ⟦endothelin B receptor⟧, ⟦Aurora B⟧ activity", "known-gene EDNRB", "known-gene AURKB");
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
  it("of a protein and its abbreviation are two", () => {
    check("⟦acidic fibroblast growth factor⟧ (⟦aFGF⟧)", "known-gene FGF1", "known-gene FGF1");
  });
  it("of esters: half of what they are called is no salt", () => check("⟦ceruletide⟧ sulfate ester", "known-drug ceruletide"));
  it("of genes that another gene has as an alias: the approved symbol is that of its gene", () => {
    check("⟦RB1⟧ loss and ⟦NRG1⟧ fusions", "target:RB1", "target:NRG1");
    check("THP-1 cells, PC-3 xenografts and HR+ disease");
  });
  it("in another letter case: of symbols with a digit or two capitals, not of words", () => {
    check("⟦Her2⟧, ⟦Kras⟧, ⟦cdk4⟧ and ⟦CenpH⟧", "target:ERBB2", "target:KRAS", "target:CDK4", "known-gene CENPH");
    check("ran and set and catalog");
  });
  it("with a hyphen where the name has a space, and an abbreviation inside", () => {
    check("⟦vascular-endothelial growth-factor⟧", "family:VEGF");
    check("⟦interleukin (IL)-6⟧ rose, ⟦tumor necrosis factor (TNF) alpha⟧ fell", "target:IL6", "target:TNF");
  });
  it("of a group beside its member: one name", () => {
    check("integrin $⟦\\alpha_v\\beta_3⟧$".replace("$⟦", "⟦$").replace("⟧$", "$⟧"), "complex:ITGAV_ITGB3");
    check("the ⟦αvβ3 integrin⟧ and the ⟦MMP-9 matrix metalloproteinase⟧", "complex:ITGAV_ITGB3", "target:MMP9");
  });
  it("of receptors: by the symbol of the ligand", () => {
    check("⟦VEGF receptor 2⟧, ⟦VEGF receptor-1⟧/⟦-2⟧ and ⟦TGF-β receptor 2⟧", "target:KDR", "target:FLT1", "target:KDR", "target:TGFBR2");
    check("⟦VEGF receptor⟧ 2 mg", "family:VEGFR");
    check("⟦HGF receptor⟧ and ⟦FGF receptor 4⟧; ⟦CD28⟧ receptors", "target:MET", "target:FGFR4", "known-gene CD28");
  });
  it("as only symbols are written", () => check("⟦G-CSF⟧ and ⟦CDKs⟧.", "target:CSF3", "known-family CDK"));
  it("of proteins inside words whose name goes on", () => check("⟦pERK1/2⟧ fell", "family:ERK"));
  it("of mirror images and ions: as prose has them", () => {
    check("⟦d,l-sotalol⟧ and ⟦lithium⟧", "known-drug sotalol", "known-drug lithium cation");
  });
  it("of fusions and axes: each gene by itself", () => {
    check("⟦EML4⟧-⟦ALK⟧ and ⟦EWS⟧-⟦FLI1⟧ but EWS alone", "known-gene EML4", "target:ALK", "known-gene EWSR1", "known-gene FLI1");
  });
  it("of a conjugate by its antibody alone, where no other drug has it", () => {
    check("⟦polatuzumab⟧, ⟦enfortumab⟧ and ⟦trastuzumab⟧", "drug:polatuzumab-vedotin", "drug:enfortumab-vedotin", "drug:trastuzumab");
  });
  it("with a subscript in brackets behind a Greek letter", () => {
    check("⟦α(v)β(3)⟧ and ⟦α(5)β(1) integrin⟧; S(c)O(2)", "complex:ITGAV_ITGB3", "complex:ITGA5_ITGB1");
  });
  it("of a gene in the germline", () => check("⟦gBRCA1⟧/⟦2⟧ carriers", "target:BRCA1", "target:BRCA2"));
  it("of amino acids in the description of a variant are no drugs", () => {
    check("replaces arginine by cysteine at codon 132");
    check("fed with ⟦arginine⟧", "known-drug arginine");
  });
  it("of brands in small letters: of a record that is no word, else where a dose or a treatment stands beside", () => {
    check("On ⟦herceptin⟧, then ⟦tagrisso⟧; ⟦taxol⟧-resistant", "drug:trastuzumab", "drug:osimertinib", "drug:paclitaxel");
    check("treated with ⟦antabuse⟧ 250 mg; an antabuse debate, and the advantage of prograf", "drug:disulfiram");
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
  it("of clipped drugs beside a regimen or a kind of treatment", () => {
    check("⟦FOLFIRI⟧ ± ⟦Bev⟧; ⟦mFOLFOX6⟧ + ⟦pani⟧", "regimen:FOLFIRI", "drug:bevacizumab", "regimen:FOLFOX", "drug:panitumumab");
    check("⟦ADT⟧ + ⟦enza⟧; ⟦chemo⟧/beam", "strategy:endocrine-therapy", "drug:enzalutamide", "strategy:cytotoxic-chemotherapy");
  });
  it("with the ligatures of PDFs", () => check("⟦geﬁtinib⟧ and ⟦Aﬂibercept⟧ in the ﬁrst ﬂask", "drug:gefitinib", "drug:aflibercept"));
  it("of a gene that shares its alias: beside another protein, with all its genes", () => {
    check("⟦YAP⟧/⟦COT⟧ signalling; COT shines.", "target:YAP1", "known-family COT");
    check("⟦YAP⟧/⟦TAZ⟧ signalling, which papers mean one gene by; TAZ shines.", "target:YAP1", "target:WWTR1");
  });
  it("of aliases that others have in another letter case, or for a pseudogene", () => {
    check("⟦iNOS⟧ rose; ⟦TSP-1⟧ fell; ⟦p16⟧ expression", "known-gene NOS2", "target:THBS1", "target:CDKN2A");
  });
  it("of integrins by their subunits", () => {
    check(
      "Integrin ⟦α6β4⟧, ⟦α4β7⟧ and ⟦αIIbβ3⟧".replace("Integrin ⟦", "⟦Integrin "),
      "known-family integrin α6β4",
      "known-family integrin α4β7",
      "known-family ITGA2B3",
    );
  });
  it("of combinations clipped: the beginnings of one drug each, which belong together", () => {
    check(
      "⟦vem⟧ + ⟦cobi⟧; ⟦dab⟧/⟦tram⟧; ⟦Enco⟧/⟦bini⟧",
      "drug:vemurafenib",
      "drug:cobimetinib",
      "drug:dabrafenib",
      "drug:trametinib",
      "drug:encorafenib",
      "drug:binimetinib",
    );
    check("⟦pem⟧ + ⟦cis⟧, and/or, with/without; dab + tramway", "drug:pemetrexed", "drug:cisplatin");
  });
  it("of receptors behind their abbreviation: the list goes on", () => {
    check("⟦vascular endothelial growth factor receptor (VEGFR)-1⟧, ⟦-2⟧ and ⟦-3⟧", "target:FLT1", "target:KDR", "target:FLT4");
  });
  it("in a column of genes need no more support, and what a spreadsheet made a date is none", () => {
    check("| Gene | Fold |\n|---|---|\n| ⟦KIT⟧ | 2 |\n| ⟦RET⟧ | 3 |\n| Mar-1 | 4 |", "target:KIT", "target:RET");
    check("| Item | Price |\n|---|---|\n| KIT | 2 |\n| RET | 3 |");
    check("| Antibody | Clone |\n|---|---|\n| ⟦Snail⟧ | SP6 |", "target:SNAI1");
  });
  it("of tests, dyes and cell lines are no drugs and genes", () => {
    check("The CCK-8 assay, a CCK8 kit, APC-conjugated ⟦anti-CD44⟧ and ⟦anti-CD44⟧-APC", "target:CD44", "target:CD44");
    check("B16-F10 and PC-3 cells; APCs present antigens");
    check("⟦APC⟧ mutation", "known-gene APC");
  });
  it("of codes that two drugs share: the one whose own name it is", () => check("⟦SD-101⟧ was injected", "known-drug TLR9 Agonist SD-101"));
  it("of activated factors and topoisomerases as prose shortens them", () => {
    check("⟦FVIIa⟧, ⟦factor Xa⟧ and ⟦topo II⟧", "known-gene F7", "known-gene F10", "known-family DNA topoisomerase II");
  });
  it("of substances inside the names of proteins are not drugs", () => {
    check("uptake by the ⟦dopamine transporter⟧", "known-gene SLC6A3");
    check("a glucose/xylose co-transporter and a glucose co-transporter");
    check("⟦dopamine⟧ was given", "known-drug dopamine");
    check("tyrosine-⟦protein phosphatases⟧, inhibidores de tirosina quinasa", "known-family Protein phosphatases");
    check("the ⟦inositol-requiring enzyme 1⟧", "known-gene ERN1");
    check(
      "a zinc-binding enzyme, a guanine nucleotide exchange factor and ⟦glucose⟧-regulated growth",
      "known-drug dextrose, unspecified form",
    );
  });
  it("of proteins by the further names that HGNC has, and in British spelling", () => {
    check("serum ⟦osteocalcin⟧ and ⟦keratinocyte growth factor⟧", "known-gene BGLAP", "known-gene FGF7");
    check("⟦Sonic hedgehog⟧, ⟦tissue plasminogen activator⟧", "known-gene SHH", "known-gene PLAT");
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
      "⟦MAP⟧ (⟦cisplatin⟧, ⟦doxorubicin⟧) then ⟦epcoritamab⟧ (⟦CD20⟧)",
      "regimen:MAP",
      "drug:cisplatin",
      "drug:doxorubicin",
      "drug:epcoritamab",
      "target:MS4A1",
    );
  });
  it("of mutants, microRNAs and circular RNAs: EGFRm, hsa-miR-21-5p, circHIPK3", () => {
    check("⟦EGFR⟧m and ⟦ESR1⟧m; PDm", "target:EGFR", "target:ESR1");
    check("⟦hsa-miR-21-5p⟧, ⟦miR-193a-3p⟧ and ⟦miR-125b⟧", "target:MIR21", "known-gene MIR193A", "known-family miR-125b");
    check("⟦circHIPK3⟧", "known-gene HIPK3");
  });
  it("of drugs by their first word, where no other has it, and of antigens in a column of them", () => {
    check(
      "⟦cretostimogene⟧, ⟦eftilagimod⟧ and ⟦nemvaleukin⟧",
      "known-drug cretostimogene grenadenorepvec",
      "drug:eftilagimod-alfa",
      "known-drug nemvaleukin alfa",
    );
    check("| antigen | clone |\n|---|---|\n| ⟦CD8⟧ | 53-6.7 |", "known-family CD8");
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
  it("in lists that say a letter again, or differ in the last one: S100A8/A9, VEGF-A/C, HLA-A/B/C", () => {
    check("⟦S100A8⟧/⟦A9⟧ and ⟦COL1A1⟧/⟦A2⟧", "target:S100A8", "target:S100A9", "target:COL1A1", "known-gene COL1A2");
    check("⟦VEGF-A⟧/⟦C⟧ or ⟦VEGF-C⟧ and ⟦-D⟧", "target:VEGFA", "target:VEGFC", "target:VEGFC", "target:VEGFD");
    check("⟦PDGFRA⟧/⟦B⟧ but ⟦EGFR⟧/K", "target:PDGFRA", "target:PDGFRB", "target:EGFR");
  });
  it("of antibodies with a for anti, and not inside the name of a cell line", () => {
    check("⟦aCSF1R⟧ (AFS98), ⟦aHER2⟧, and aCGH or aPTT", "target:CSF1R", "target:ERBB2");
    check("MIA PaCa-2 cells secrete ⟦MIA⟧ protein", "known-gene MIA");
  });
  it("before the allele of a mouse: Trp53fl/fl, KrasLSL-G12D", () =>
    check("⟦Trp53⟧fl/fl; ⟦Kras⟧LSL-G12D/+; ⟦Tgfbr2⟧flox/flox mice", "target:TP53", "target:KRAS", "target:TGFBR2"));
  it("with a space for the hyphen behind a number, and a Latin letter for the Greek one that ends it", () => {
    check("⟦phosphoinositide 3 kinase⟧ and ⟦phosphatidylinositol 3 kinase⟧ activity", "family:PI3K", "family:PI3K");
    check("⟦C/EBPa⟧ and ⟦C/EBPβ⟧ in granulocytes", "known-gene CEBPA", "known-gene CEBPB");
  });
  it("of a symbol that is approved for one gene and an alias of another", () => {
    check("⟦FGF2⟧ expression, ⟦DOK1⟧ phosphorylation", "target:FGF2", "known-gene DOK1");
  });
  it("of aliases that several genes have: the gene that more papers are on", () => {
    check(
      "⟦NRF2⟧ activity, ⟦p62⟧ protein, ⟦DRP1⟧ and ⟦RIP1⟧ levels",
      "target:NFE2L2",
      ...["SQSTM1", "DNM1L", "RIPK1"].map((gene) => `known-gene ${gene}`),
    );
  });
  it("of a mixture that the tables have under a mirror image, too", () => {
    check("⟦propranolol⟧, ⟦omeprazole⟧, ⟦ketamine⟧", "drug:propranolol", "known-drug omeprazole", "known-drug ketamine");
    check("⟦esomeprazole⟧ 20 mg", "known-drug esomeprazole");
  });
  it("of a radioligand that the table had under another's name", () =>
    check("a scan with ⟦68Ga-DOTATOC⟧", "known-drug Edotreotide gallium Ga-68"));
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
  it("with the alpha that an INN spells alfa", () =>
    check(
      "⟦bintrafusp alpha⟧, ⟦interferon alpha-2b⟧ and ⟦epoetin alpha⟧",
      "drug:bintrafusp-alfa",
      "drug:interferon-alfa-2b",
      "known-drug erythropoietin",
    ));
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
  it("with an entity before the rest of it", () => check("Given ⟦&alpha;-tocopherol acetate⟧.", "known-drug alpha-tocopherol acetate"));
  it("of salts by either part, and of anions in no list", () => {
    check("⟦sodium nitroprusside⟧ and ⟦calcium⟧ intake", "known-drug nitroprusside", "known-drug calcium");
    check("⟦chlorhexidine phosphanilate⟧ cream, ⟦chlorhexidine⟧ candidate", "known-drug chlorhexidine", "known-drug chlorhexidine");
  });
  it("of Greek letters and letters that a list says once", () => {
    check("⟦interferon-alpha⟧/⟦beta⟧ signals", "known-family interferon alpha", "known-gene IFNB1");
    check("⟦E-⟧, ⟦P-⟧ and ⟦L-selectin⟧", "target:SELE", "target:SELP", "known-gene SELL");
    check("⟦P-⟧/⟦L-selectin⟧ inhibition", "target:SELP", "known-gene SELL");
  });
  it("of precursors, and of genes before the star of an allele", () => {
    check("⟦pro-MMP-9⟧ was cleaved; ⟦procaspase-7⟧ and ⟦procathepsin B⟧", "target:MMP9", "known-gene CASP7", "target:CTSB");
    check("⟦CYP2C9⟧*2 or ⟦CYP2C9⟧*3 carriers", "known-gene CYP2C9", "known-gene CYP2C9");
  });
  it("of symbols in lists with certain ones, but for lists of cells", () => {
    check("levels of ⟦EGFR⟧, ⟦KGFR⟧ and ⟦MMP-9⟧", "target:EGFR", "target:FGFR2", "target:MMP9");
    check("⟦EWS⟧-⟦FLI⟧ was found; AGS and SPC-A1 cells grew", "known-gene EWSR1", "known-gene FLII");
    check("⟦SS18⟧-⟦SSX1⟧", "known-gene SS18", "known-gene SSX1");
    check("⟦p18⟧(⟦Ink4c⟧) fell, p18 (see below)", "known-family p18", "known-gene CDKN2C");
  });
  it("of cohorts and of abbreviations in capitals are no genes and drugs", () => {
    check("the TCGA-BRCA and BRCA-TCGA cohorts");
    check("EDTA tubes; ⟦EDTA⟧ 5 mg was given", "known-drug edetic acid");
  });
  it("of a short symbol beside a drug that acts on it", () => {
    check("⟦RET⟧: ⟦selpercatinib⟧; ⟦ALK⟧: ⟦alectinib⟧", "target:RET", "drug:selpercatinib", "target:ALK", "drug:alectinib");
    check("RET is not what ⟦palbociclib⟧ does", "drug:palbociclib");
  });
  it("of combinations where one name is whole or known and the other clipped", () => {
    check("⟦Lenva⟧+⟦pembro⟧ and ⟦palbo⟧ + ⟦fulvestrant⟧", "drug:lenvatinib", "drug:pembrolizumab", "drug:palbociclib", "drug:fulvestrant");
    check(
      "⟦abema⟧ + ⟦fulv⟧, ⟦enco⟧/⟦bini⟧/⟦cetux⟧",
      ...["abemaciclib", "fulvestrant", "encorafenib", "binimetinib", "cetuximab"].map((id) => `drug:${id}`),
    );
    check("⟦pembro⟧/⟦axi⟧, ⟦axi⟧ + ⟦avelumab⟧", "drug:pembrolizumab", "drug:axitinib", "drug:axitinib", "drug:avelumab");
    check("mono/⟦nivolumab⟧ and/or ⟦nivolumab⟧, ⟦nivolumab⟧/car; abeam/fulvous", ...Array(3).fill("drug:nivolumab"));
    check("dose + ⟦fulvestrant⟧, same/⟦sunitinib⟧", "drug:fulvestrant", "drug:sunitinib");
  });
  it("of combinations clipped that no record knows, where neither is a word", () => {
    check("⟦enco⟧ + ⟦cetux⟧, ⟦daro⟧/⟦doce⟧", "drug:encorafenib", "drug:cetuximab", "drug:darolutamide", "drug:docetaxel");
    check("tuca/cape");
  });
  it("of drugs clipped in capitals", () => {
    check("⟦NIVO⟧+⟦IPI⟧; ⟦PEMBRO⟧ 200 mg; COPD/ASTH and ARDS 200 mg", "drug:nivolumab", "drug:ipilimumab", "drug:pembrolizumab");
  });
  it("of drugs clipped before a dose", () => {
    check("⟦Bev⟧ 7.5 mg/kg, ⟦abema⟧ 150 mg bid; ⟦Osi⟧ 80mg", "drug:bevacizumab", "drug:abemaciclib", "drug:osimertinib");
    check("The 80 mg, total 80 mg, daily 20 mg, dosis 5 mg and Doce on 5 mg");
  });
  it("of targets that antibodies are raised against, to their end", () => {
    check("an ⟦anti-VEGF-A⟧ antibody, ⟦anti-VEGF⟧-treated", "target:VEGFA", "strategy:vegf-ligand-blockade");
  });
  it("but not of cells in the plural, nor of the dye behind a marker", () => {
    check("⟦Trem2⟧⁺ TAMs were kept; ⟦TAM⟧ 20 mg", "known-gene TREM2", "drug:tamoxifen");
    check("⟦CD44⟧-APC/Cy7, ⟦CD11b⟧-APC and APC-Cy7; ⟦APC⟧ mutations", "target:CD44", "known-gene ITGAM", "known-gene APC");
  });
  it("of genes that are counted in cells", () => {
    check("⟦RET⟧ FISH and ⟦ALK⟧ FISH; RET fishing", "target:RET", "target:ALK");
  });
  it("of mouse symbols of two letters and a number, and codes of many letters", () => {
    check("⟦Cx43⟧ and Ca2+; ⟦PEGPH20⟧ is left", "known-gene GJA1", "drug:pegvorhyaluronidase-alfa");
  });
  it("of receptors with a Greek letter, dominant negative too", () =>
    check("⟦TGFβR1⟧, ⟦TGF-βRII⟧ and ⟦dnTGFβRII⟧", "target:TGFBR1", "target:TGFBR2", "target:TGFBR2"));
  it("before what is known of a gene in a tumour, and where it is lost", () => {
    check("⟦PTEN⟧def, ⟦FGFR3⟧alt and ⟦MET⟧amp tumours", "target:PTEN", "target:FGFR3", "target:MET");
    check("a tumour with ⟦NF2⟧ loss", "target:NF2");
  });
  it("of two letters and a number, in capitals, before how much is stained", () =>
    check("⟦KI67⟧ 20%, ⟦Ki-67⟧ 15 %", "known-gene MKI67", "known-gene MKI67"));
  it("of what an RNA is made against", () => check("given ⟦siAXL⟧", "target:AXL"));
  it("of an antigen of leucocytes among others", () => {
    check(
      "⟦CD68⟧, ⟦CD8⟧ (C8/144B); anti-CD8 (2.43)".replace("anti-CD8", "⟦anti-CD8⟧"),
      "known-gene CD68",
      "known-family CD8",
      "known-family CD8",
    );
    check("a CD8 of songs");
  });
  it("of combinations clipped with a hyphen, which is no biosimilar's", () =>
    check("⟦ipi⟧-⟦nivo⟧ (colitis), ⟦bevacizumab-awwb⟧", "drug:ipilimumab", "drug:nivolumab", "drug:bevacizumab"));
  it("of tromethamine and meglumine salts", () => check("⟦ketorolac tromethamine⟧ 30 mg", "drug:ketorolac"));
  it("of COX-2 beside what makes it or is made by it", () => check("⟦COX-2⟧/⟦PGE2⟧", "target:PTGS2", "known-drug dinoprostone"));
  it("of laminins, whichever is meant", () =>
    check("⟦anti-laminin⟧ and ⟦laminin-111⟧", "known-family laminin", "known-family Laminin 111"));
  it("of hormones that the body makes, unless they are given; a change of a base is no dose", () => {
    check("Serum ⟦growth hormone⟧ and ⟦ghrelin⟧ rose.", "known-gene GH1", "known-gene GHRL");
    check("⟦human growth hormone⟧ (⟦hGH⟧)", "known-gene GH1", "known-gene GH1");
    check("She received ⟦growth hormone⟧.", "known-drug somatotropin");
    check("⟦prothrombin⟧ 20210G>A", "known-gene F2");
    check("⟦prothrombin⟧ 20 mg", "known-drug prothrombin");
  });
});
