/** What is spelled as a name and is something else has no card. */
import { checkMeant as check } from "./names";

describe("Lookalikes", () => {
  it("are letters before a dose, phosphorylated residues, and what a trial is called", () => {
    check("zoledronic ac 100 ug/kg sc");
    check("stathmin pS16 and vimentin pS56 rose.", "stathmin → Stathmins", "vimentin → vimentin");
    check("Western blot of pHH3 S10 protein.");
    check("Lenvatinib failed in KN-B21.", "Lenvatinib → lenvatinib");
    check("qPCR: MMP9 -50; PLOD2 -50", "MMP9 → MMP-9", "PLOD2 → PLOD2");
    check("Sabatolimab failed in STIMULUS-MDS2.", "Sabatolimab → sabatolimab");
    check("Entinostat + exemestane (E2112) failed.", "Entinostat → entinostat", "exemestane → exemestane");
    check("Given nefiracetam (DM-9384).", "nefiracetam → nefiracetam", "DM-9384 → nefiracetam");
  });
  it("are products, genes of worms and flies, trials in lists, codes of a company and authors among authors", () => {
    check("Lit by Nano-Glo and NanoGlo, in Tissue-Tek.");
    check("NANOG expression in NANOGlo cells; Bcr-Abl.", "NANOG → NANOG", "NANOG → NANOG", "Bcr-Abl → BCR/ABL");
    check("Phospho-Akt and Total-Akt rose. Anti-Met antibodies.", "Akt → AKT", "Akt → AKT", "Anti-Met → MET");
    check("In C. elegans mig-6, pat-3 and lam-1 were lost; so was Dcp-1 in Drosophila.");
    check("Expression of mig-6 and sox-2.", "mig-6 → ERRFI1", "sox-2 → SOX2");
    check("TOPAZ-1, KEYNOTE-966 and ICI 118,630.");
    check("Stephen Chia, Peter A. Fasching, Giulia Bianchi.");
  });
  it("are what they are though the sentence speaks of genes and proteins", () => {
    check("The gene's primer was 5'-GCAP-3'; 5 μl antibody were added to the kinase.");
    check("XMU-MP-1 inhibits the kinase MST1.", "MST1 → MST1");
    check("The C-X2-C motif of the protein, in the patent EP 3 456 789 on inhibitors of the gene.");
    check("The antagonist ICI 174,864 was given. Flies lacking Rab5 protein.");
    check("The receptor AR_0012 and AR mutations.", "AR → androgen receptor");
    check("MCC and HER2-positive cancers.", "HER2 → HER2");
    check("Metformin and insulin secretagogues.", "Metformin → metformin", "insulin → INS");
  });
  it("are months of a year; an antibody behind its maker is one where it is diluted", () => {
    check("Scans in Apr 2020 and Apr-2020, APR-246 in May 2021.", "APR-246 → eprenetapopt");
    check("Abcam Gapdh (1:5000) and Pjotr Gapdh.", "Gapdh → GAPDH");
  });
  it("are people behind a title or an initial, and in lines of people", () => {
    check("Discussed with Prof. Anna Notch, Dr Axl and R. Jun, who like Notch signalling.", "Notch signalling → Notch signalling");
    check("Present: Ida Ras, Tom Notch, Max Myc-Nowak\n\nFrom: Sarah Jun");
    check("Loss of Notch and Myc expression.", "Notch → Notch", "Myc → MYC");
  });
  it("are authors in references, firms, and people in a line of people further down", () => {
    check("Kit OI, Met S, Ras P, Src B, Jun M, Myc R. Title. (Jun et al., 2018; Ras, 2015), Src, B., Snail (2004)");
    check("Notch Therapeutics, Wnt Solutions and Akt Pharma signed.\nAttending: Lyn Src");
    check("Loss of Ras P loops, of Notch in 2018 and Src, Akt.", "Ras → RAS", "Notch → Notch", "Src → SRC", "Akt → AKT");
  });
  it("are money, words in a list, accession numbers, media, clones and formulas", () => {
    check("EGFR, Men and Women; KRAS and San Francisco.", "EGFR → EGFR", "KRAS → KRAS");
    check("Acquired for 4.1B; $KRAS, $MET +3%; (clone F9).");
    check("A $4.1B market; NP_000537.3; DMEM/F12, Ham's F12, DMEM/Ham's F-12, B27 and linker C6; BBr3, MoS2, CCl4.");
    check("EP 3 456 789 B1; BIAcore T200; GAL4/UAS; MEDI9197 (EMA/CHMP); LPS/TLR4; MRC-5.", "TLR4 → TLR4");
    check(
      "CD45 (30-F11), CD3 and D2-40; 12-LOX and LOX.",
      "CD45 → PTPRC",
      "CD3 → CD3ε",
      "D2-40 → podoplanin",
      "12-LOX → ALOX12",
      "LOX → LOX",
    );
    check("CD31/D2-40; MMP-2/9; C6 expression.", "CD31 → PECAM-1 (CD31)", "D2-40 → podoplanin", "MMP-2 → MMP-2", "9 → MMP-9", "C6 → C6");
  });
  it("are bands of chromosomes, and chromosomes that are changed", () => {
    check("IGH translocations t(4;14)(p16;q32) and t(12;21)(p13;q22); inv(2)(p21p23); der(1)t(1;19)(q23;p13.3); t(4; 14)(p16;q32).");
    check("MM with t(4;14)(p16.3;q32) lost p16 (p53 was normal).", "p16 → CDKN2A (p16, p14ARF)", "p53 → p53");
  });
  it("are ends of strands", () => {
    check("The motif 5'-TGA[CG]TCA-3' is bound; the order is 5'-epsilon-delta-beta-3'.");
    check("Caspase-3's substrates; TCA-3 protein.", "Caspase-3 → caspase 3", "TCA-3 → CCL1");
  });
  it("are functions of programs, and a haemoglobin", () => {
    check("Since read.pdb2 reads files, page1 is PAGE1.", "page1 → PAGE1", "PAGE1 → PAGE1");
    check("HbA2 rose; HBA2 mutations.", "HBA2 → HBA2");
  });
  it("are kits that count cells, and lines of cells", () => {
    check("Cell viability (CCK-8); viability by CCK8. The octapeptide CCK-8 in seizures.", "CCK-8 → sincalide");
    check("DU145 and PC3 express MYC; RCC4 lost VHL.", "MYC → MYC", "VHL → VHL");
    check("FSP-1 and CXCL1; PR-A expression; GAPs of RHOA.", "CXCL1 → CXCL1", "RHOA → RhoA");
    check("GEFs such as VAV2.", "GEF → GEF", "VAV2 → VAV2");
  });
  it("are counts, classes and doses", () => {
    check("ADA 2/40, RPA 2, ROS, MSC, TNT, DFI, CBR; MSK-IMPACT found KRAS.", "KRAS → KRAS");
    check("PS 1, PN 4, IL 2 and IL 10; SMAD4-RFP.", "IL 2 → IL2", "IL 10 → IL-10", "SMAD4 → SMAD4");
    check("BRAF: ipi3/nivo1, 4 mg/kg BID.", "BRAF → BRAF");
    check("GAS6/AXL/TAM signalling and the AXL/TAM axis.", "GAS6/AXL → TAM receptor signalling", "AXL → AXL");
    check("A TAM/VEGFR/MET inhibitor; TAM/AI.", "VEGFR → VEGFR", "MET → MET", "TAM → tamoxifen");
  });
  it("are nodes, toxins, lectins and light chains, antibodies against what a drug is against, rates of survival", () => {
    check("ALN-positive patients; H. pylori CagA expression; L-PHA levels; pMLC rose.");
    check("Anti-CD3/CD28 beads.", "Anti-CD3 → CD3ε", "CD28 → CD28");
    check("The 3-year DSF of treated patients; DSF 250 mg.", "DSF → disulfiram");
  });
  it("are journals before a year and its volume", () => {
    check("KRAS G12C (CCR 2018;24:1038) and CCR gene expression in 2018;", "KRAS → KRAS", "CCR → C-C motif chemokine receptors");
  });
  it("are no definitions: symbols of mice side by side", () =>
    check("Rab25, Mal2, Marveld2", "Rab25 → RAB25", "Mal2 → MAL2", "Marveld2 → MARVELD2"));
  it("are what registers call one gene and notes many: families, classes of drugs, what is said of any protein", () => {
    check("An E3 ubiquitin ligase and phospholipase A2.", "E3 ubiquitin ligase → E3 Ub ligase", "phospholipase A2 → PLA2");
    check("A calcineurin inhibitor; P-glycoprotein.", "calcineurin inhibitor → calcineurin inhibitor", "P-glycoprotein → P-glycoprotein");
    check(
      "Activator protein 1, signal transducers and activators of transcription (STAT).",
      "Activator protein 1 → AP1",
      "signal transducers and activators of transcription → STAT",
      "STAT → STAT",
    );
    check("BET inhibitors and BRAF.", "BET inhibitors → BET Inhibitor", "BRAF → BRAF");
    check("Acid β-galactosidase, which a family of several is called by in the plural.", "Acid β-galactosidase → GLB1");
    check(
      "A transcription factor E3 fusion; an E3 ubiquitin ligase.",
      "transcription factor E3 → TFE3",
      "E3 ubiquitin ligase → E3 Ub ligase",
    );
    check("The heavy chain, a tyrosine kinase receptor, secreted growth factors and nuclear-associated proteins.");
    check(
      "Common words together may tell one all the same: proline oxidase, a Ras-related nuclear protein.",
      "proline oxidase → PRODH",
      "Ras-related nuclear protein → RAN",
    );
    check("Heparan sulfate proteoglycans, complement proteins.");
    check("SASP secretion in senescent cells, chronic DDR signalling; annotated GTF and MAF files, OTU levels.");
  });
  it("are a surname in s, a counted word, a part of a variable's name, an ester", () => {
    check("Henmi and Copas (2010); kinesins.", "kinesins → Kinesins");
    check("AIM 2: to find it in cells. AIM2 inflammasome.", "AIM2 → AIM2");
    check("By *chrom_start* and Frame_Shift_Ins; chromium.", "chromium → chromium");
    check("Caffeic acid phenethyl ester, caffeic acid.", "caffeic acid → 3,4-Dihydroxycinnamic Acid");
    check("The activators UBCS039 and BRAF-039; BRAFV600E.", "BRAF → BRAF");
    check("Shown at the level in the PNG; levels of KIT.", "KIT → KIT");
  });
  it("are organs where tumours begin: none of metastasis", () => {
    check("Glioma is a tumour that starts in the brain; tumours of the lungs and liver.");
    check("Metastases in the brain.", "Metastases → metastasis", "brain → brain metastasis");
    check("Homing to bones; the cells home to the liver.", "bones → bone metastasis", "liver → liver metastasis");
    check("Tumour cells extravasate into the lungs; dye in the brain.", "lungs → lung metastasis");
    check("Distant relapses in brain.", "brain → brain metastasis");
  });
  it("do not hide what a bispecific binds", () =>
    check("EGFRxHER3 and PD-1xVEGF", "EGFR → EGFR", "HER3 → HER3", "PD-1 → PD-1", "VEGF → VEGF"));
  it("are no single names of what is a range", () =>
    check(
      "CXCL1-3, CXCL9–11, MMP1–3, IL1-8; NKX2-1 and SMAD1-5.",
      "CXCL1-3 → CXCL1",
      "CXCL9–11 → CXCL9",
      "MMP1–3 → matrix metalloproteinases (MMPs)",
      "IL1-8 → IL1",
      "NKX2-1 → NKX2-1",
      "SMAD1-5 → SMAD",
    ));
  it("are antibodies in brackets, and their dyes", () => {
    check("ER (SP1), CD3 (SP7); CD45 (HI30-APC).", "CD3 → CD3ε", "CD45 → PTPRC");
    check("dTAG-47 and DAPT 10 µM.", "DAPT → DAPT");
    check("Rip1-Tag2 mice; Rip1 kinase.", "Rip1 → RIPK1");
    check("IFNAR1 (MAR1-5A3); the transcription factors (SP1, SP3).", "IFNAR1 → IFNAR1", "SP1 → SP1", "SP3 → SP3");
  });
  it("are operations: total mesorectal excision", () =>
    check("After TME. The TME specimen. The TME of mice.", "TME → tumour microenvironment"));
  it("are reactive oxygen species, unless rearranged or beside ALK", () => {
    check("ROS levels rose; ROS-induced damage; inhibition of ROS production.");
    check("A ROS rearrangement; ROS fusion-positive; ALK/ROS negative.", "ROS → ROS1", "ROS → ROS1", "ALK → ALK", "ROS → ROS1");
  });
  it("are cells in the plural, though a sentence speaks of genes", () =>
    check("Mature APCs express CD80; APC mutations.", "CD80 → CD80", "APC → APC"));
  it("are lines of cells and ratios", () => {
    check("HK-2 cells; HK2 expression.", "HK2 → HK2");
    check("The AHR was 0.67 (0.5-0.9). AHR signalling.", "AHR → AHR");
  });
  it("are abstracts of a meeting, calls, and fields of a citation", () => {
    check("CT114: mutant KRAS. See CT129.", "KRAS → KRAS");
    check("LBA1: HER2-ultralow tumours. See LBA12.", "HER2 → HER2");
    check("With geno(x) and matrix(In) of KRAS.", "KRAS → KRAS");
    check("IP  - 10\n\nIP-10 rose.", "IP-10 → CXCL10");
  });
  it("are words that a family's symbols look like", () => check("Proc Natl Acad Sci. Haus C. Loss of HAUS proteins.", "HAUS → Augmin"));
  it("are instruments behind their makers", () => check("Imaged on a Leica SP8; SP8 expression rose.", "SP8 → SP8"));
  it("are recombinases, clones, plasmids and parts of codes", () => {
    check("Cre-ERT2 mice and MSCV-IRES-Thy1.1; NK1.1 and GK1.5; pMD2.G");
    check("HERIZON-BTC-01, Calu-1, RPE-1 and MDA-MB-231 were used.");
    check("CXCL9-11 rose, as did NK1.", "CXCL9-11 → CXCL9", "NK1 → TACR1".replace("NK1 → TACR1", "NK1 → CD160"));
  });
  it("are cell lines and tests, whose letters are a drug's too", () => {
    check("Given MTX-R-5 cells or MTX 50 mg.", "MTX → methotrexate");
    check("The CTX assay was run; CTX 100 mg/kg was given.", "CTX → cyclophosphamide");
  });
  it("are months beside a day, a year or another month", () => {
    check("N Engl J Med. 2004 Jun 3;350(23):2335. Cancer 2010 Jun;9. Due Jun 5. On 03-Jun-24, 3 Jun and in May/Jun; Jun 2024.");
    check("Loss of Jun, and 12 h later of Jun.", "Jun → c-Jun", "Jun → c-Jun");
  });
  it("are microseconds", () => {
    check("From 4µs or 4μs to 400 ns; cells got 4-MU.", "4-MU → hymecromone");
  });
  it("are months in a table's row of months or column of dates", () => {
    check("| drug | Jan | Jun |\n|---|---|---|\n| Jun | 2 | 3 |", "Jun → c-Jun");
    check("| Month | n |\n|---|---|\n| Jun | 2 |");
    check("| Jun | Myc |\n|---|---|\n| 1 | 2 |", "Jun → c-Jun", "Myc → MYC");
  });
  it("are words of three letters with a capital, which symbols of mice are only where a sentence speaks for them", () => {
    check("The App crashed. Ace pilots; the Ins and Outs of dosing. Fas is long.");
    check("APP and ACE rose; App expression; Ace knockout mice.", "APP → APP", "ACE → ACE", "App → APP", "Ace → ACE");
  });
  it("are words of a sentence in capitals, but not what a word of molecular biology stands beside", () => {
    check("CAMP WAS MEASURED IN THE REST. THE KINASE WAS ACTIVE.");
    check("MET AMPLIFICATION IN THE LUNG; VIM, CDH2, SET AND REST ROSE.", "MET → MET", "VIM → vimentin", "CDH2 → N-cadherin", "SET → SET");
    check("VIM\nCDH2\nSET\nREST", "VIM → vimentin", "CDH2 → N-cadherin", "SET → SET", "REST → REST");
  });
  it("are regimens in brackets behind a list of drugs", () =>
    check(
      "Given irinotecan, fluorouracil, and leucovorin (IFL); IFL plus placebo.",
      "irinotecan → irinotecan",
      "fluorouracil → fluorouracil",
      "leucovorin → leucovorin",
    ));
  it("do not hide drugs before the raised numbers of references", () =>
    check("Given bevacizumab12,13, sunitinib14 and water15.", "bevacizumab → bevacizumab", "sunitinib → sunitinib"));
  it("do not hide drugs before an amount that nothing parts from them", () =>
    check(
      "Given bevacizumab10mg/kg, sunitinib50 mg, sorafenib5µM.",
      "bevacizumab → bevacizumab",
      "sunitinib → sunitinib",
      "sorafenib → sorafenib",
    ));
  it("are aliases in lists of cell lines, and no antibodies with their dyes", () => {
    check("Frozen: A549, H1299, HCC827, PC-9, PC9, H3122, Calu-3; THP-1, U937, HL-60, RAW264.7");
    check("CD45-BV510, Ly6G-AF700, CD206-PE, Ki67-AF488, NK1.1-BV650", "CD45 → PTPRC", "CD206 → MRC1", "Ki67 → MKI67");
  });
  it("are a dye behind its antigen and a space, on a line of a panel", () =>
    check("- CD45 BV421\n- F4/80 APC\n- CD8 PE", "CD45 → PTPRC", "F4/80 → ADGRE1", "CD8 → CD8"));
  it("are cells among others of the immune system", () => check("Treg, NK, DC, APC, MHC", "MHC → Histocompatibility complex"));
  it("are the chains of acylcarnitines", () =>
    check("Acetylcarnitine (C2) rose; complement C2", "Acetylcarnitine → acetylcarnitine", "complement C2 → C2"));
  it("are a stage of mass spectrometry and tags of RNA, and a vector that is called like a brand", () => {
    check("MS2 spectra were acquired. MS2-tagged RNA bound the MS2 coat protein.");
    check("Valium20 shRNA flies; Valium 5 mg was given", "Valium → diazepam");
  });
  it("are doses twice a day, and kinds of diabetes", () => {
    check("EGFR rose on 4 mg BID, 500 BID and PO BID. DM2.", "EGFR → EGFR");
    check("Expression of EGFR, BID and BAX rose.", "EGFR → EGFR", "BID → BID", "BAX → BAX");
  });
  it("are numbered boxes and lanes, carbon tetrachloride, and an assay", () => {
    check("Box C2: KRAS. Lane C3 has EGFR.", "KRAS → KRAS", "EGFR → EGFR");
    check("Expression of EGFR and C3 rose.", "EGFR → EGFR", "C3 → C3");
    check("CCl4 was injected; expression of CCL4 and Ccl4.", "CCL4 → CCL4", "Ccl4 → CCL4");
    check("Kits: WST-1, MTT; EGFR was measured.", "EGFR → EGFR");
  });
  it("are aliases among codes of cell lines, and a disease in brackets behind its gene", () => {
    check("Lines: B16-OVA, YUMM1.7, LLC1 (3LL), CMT167, KP2");
    check("We quantified proteins in PC-9 and HCC827, then in HCC827 or PC9.");
    check("CDH1 (HDGC) and STK11", "CDH1 → E-cadherin", "STK11 → STK11 (LKB1)");
  });
  it("are aliases parted from their number otherwise than they are spelled, but where a word beside them speaks for a gene", () => {
    check("ARM 1 and ARM 2 got gliclazide MR 60; due Oct 4; B-27 supplement.", "gliclazide → gliclazide");
    check("Expression of Oct 4 was high; the OCT-4 gene.", "Oct 4 → OCT4 (POU5F1)", "OCT-4 → OCT4 (POU5F1)");
  });
  it("are quantities and chains named alone", () => {
    check("DC50 8 nM, Dmax 92 %; bonds with Arg214 (β3).");
    check("HTN (amlodipine 5 mg)", "amlodipine → amlodipine");
  });
  it("are regimens with rituximab, and macrophages", () => {
    check("R-DHAP was given, then TAM infiltration rose in treated mice.");
    check("Given R-GDP, R-MTX, R-AraC.");
    check("TAM 20 mg was given.", "TAM → tamoxifen");
  });
  it("are residues of the protein before them, and labels that a text counts through", () => {
    check("STMN1 S16/S38 and pAKT (S473) rose.", "STMN1 → STMN1", "pAKT → AKT");
    check("F1 vehicle, F2 drug, F3 drug, F4 drug, F5 drug, F7 drug");
    check("F2 and F7 mutations", "F2 → F2", "F7 → F7");
  });
  it("are parts of codes, whose number no isoform has", () => {
    check("NCT-502, STX-478, IMP-1575, FAK-039 and PAI-039 were ordered.", "STX-478 → tersolisib", "PAI-039 → tiplaxtinin");
    check("NCT-502 lowers VEGF-A.", "VEGF-A → VEGF-A");
    check("NVP-9 inhibits CDK9; NVP 200 mg was given.", "CDK9 → CDK9", "NVP → nevirapine");
  });
  it("are microRNAs with the alias of another gene, and abbreviations that are counted", () => {
    check("miR-16 and miR-34a mimics; PFS2 was longer than PFS1.", "miR-16 → miR-16", "miR-34a → miR-34a");
    check("The PFS2 gene was cloned.", "PFS2 → GINS2");
  });
  it("are sex and age, a line of treatment, the end of a code, the beginning of a trial's, a locant", () => {
    check(
      "F 52, HER2+; RCC 1L and EGFR; XMU-MP-1 (2 µM) and MP-1 activity.",
      "HER2 → HER2",
      "RCC → renal cell carcinoma",
      "EGFR → EGFR",
      "MP-1 → MP1",
    );
    check(
      "Nucleolar RCC 1–4; RCC1–4 and MMP 1–3.",
      "RCC → renal cell carcinoma",
      "RCC1 → RCC1",
      "MMP 1–3 → matrix metalloproteinases (MMPs)",
    );
    check("LOXL2-AS and TP73-AS1; linker alkyl-C7; LOXL2-ASO.", "LOXL2 → LOXL2");
    check("ADaM: ADSL, ADTTE, ADRS, ADAE; ADSL expression, ADAM9, ADAE.", "ADSL → ADSL", "ADAM9 → ADAM9");
    check("Capintec CRC-55tR and CRC-derived cells; CDK4i.", "CRC → colorectal cancer");
    check("NRG-BR002 enrolled EGFR-mutated cancers; NRG and EGFR expression.", "EGFR → EGFR", "NRG → NRG", "EGFR → EGFR");
    check("7-DHC 10 mg and 7-DHC.");
    check("BTC on durvalumab; CD19 CAR.", "durvalumab → durvalumab", "CD19 → CD19");
  });
  it("are how often a dose is taken, and a score behind a name", () => {
    check("BRAF V600E: dabrafenib 150 mg BID plus trametinib.", "BRAF → BRAF", "dabrafenib → dabrafenib", "trametinib → trametinib");
    check("PSMA 3+ cells; HER2 2+ tumours.", "PSMA → PSMA", "HER2 → HER2");
  });
  it("are receptors of a family or of adrenaline under another's abbreviation", () => {
    check("The pan-TAM inhibitor was given with UNC2250.", "UNC2250 → UNC2250");
    check(
      "Signals of the β2-AR receptor were blocked by propranolol.",
      "β2-AR receptor → β2-adrenergic receptor",
      "propranolol → propranolol",
    );
    check(
      "Signals of the β(2)-AR and beta2-AR were blocked; AR mutations.",
      "β(2)-AR → β2-adrenergic receptor",
      "beta2-AR → β2-adrenergic receptor",
      "AR → androgen receptor",
    );
  });
  it("are cells and drugs in the plural, where a gene is one", () => {
    check("HSCs, MSCs and LECs were sorted; PPIs were taken.");
    check("FAPs were sorted from muscle; PVRs were low.");
    check("INS-1 cells; reads on HG38; anti-caspase 8 5F7.", "anti-caspase 8 → CASP8");
    check("CDKs were blocked.", "CDKs → CDK");
  });
  it("are states in brackets, and other cells that begin with a small letter", () => {
    check("the RAS(ON) state");
    check("cDC1 infiltration");
  });
  it("are months in capitals", () => {
    check("Next: 12 JUN 2026 / JUN 2027; JUN was silenced.", "JUN → c-Jun");
    check("Jun and MAX bind DNA.", "Jun → c-Jun", "MAX → MAX");
  });
  it("are macrophages beside what they are positive for, and kinases of a family", () => {
    check("SPP1+ TAM infiltrated; a blocker of TAM kinases (AXL), nivo.", "SPP1 → osteopontin", "TAM kinase → TAM receptors", "AXL → AXL");
    check("AC + TAM; AC+TAM", "TAM → tamoxifen", "TAM → tamoxifen");
  });
  it("are codes that a number or letters make of an abbreviation", () =>
    check("ICI-174864 and metastatic cancer; PRO-C3 with C3 activation.", "metastatic cancer → metastatic cancer", "C3 → C3"));
  it("are microlitres, a detergent, elements with the number of an isotope, a kit", () => {
    check("10 µl and 5 μl were used for gene expression.");
    check("Nanoparticles were lysed in 1% NP-40 and given.", "Nanoparticles → nanotechnology-based therapy");
    check("Expression and (13)C(2) labelling; complement C2 protein.", "complement C2 → C2");
    check("By cell counting kit-8 (CCK-8); CCK-8 was added.");
    check("CCK-8 was injected.", "CCK-8 → sincalide");
  });
  it("are atoms, formulas, sugars, motifs, pieces of words and collections of gene sets", () => {
    check("Expression: the acyl groups at C-1 and C-2 have 4 double bonds; an oxide that has formula CHO2; R'N=CR2.");
    check("Expression: alpha-D-Galp-(1->3)-Xyl; the consensus C-X2-C-X(9-39)-C; a manno-oct-2-ulose.");
    check("Expression of NPY-(3-36).", "NPY → NPY");
    check("Expression: MSigDB C2 pathways; libcommons-math3-java-doc.");
    check(
      "Expression of CR2, GALP and complement C2; Math3 expression.",
      "CR2 → CR2",
      "GALP → GALP",
      "complement C2 → C2",
      "Math3 → NEUROD4",
    );
  });
  it("are none of the many proteins that regulate a phosphatase", () =>
    check("Protein phosphatases 1 and 2A were inhibited.", "Protein phosphatases 1 → PPP1", "2A → PPP2"));
  it("are strains, clones and firms", () => {
    check("Clone 2A9-1, the POR1 strain and E14 mESCs: gene expression.");
    check("Clone 2A9-1 has S100A6.", "S100A6 → S100A6");
    check("Anti-mouse CD45.1 (A20) and anti-caspase 8 5F7.", "CD45 → PTPRC", "anti-caspase 8 → CASP8");
    check("Anti-PTPRC (B220) antibody.", "Anti-PTPRC → PTPRC", "B220 → PTPRC");
    check("ELISA kits were bought from Beijing Ray Antibody Biotech.");
  });
  it("are RNAs against nothing", () => check("siCtrl, shControl, sgCtrl, shCTRL and siAXL.", "siAXL → AXL"));
  it("are codes of clones and dyes in a table's column of them", () => {
    check(
      "| Antibody | Clone/Cat. no. | Fluor |\n|---|---|---|\n| Ki-67 | SP6 | APC |\n| CD45 | AE1 | PE |",
      "Ki-67 → MKI67",
      "CD45 → PTPRC",
    );
    check("| Fluorouracil | Category |\n|---|---|\n| EGFR | KRAS |", "Fluorouracil → fluorouracil", "EGFR → EGFR", "KRAS → KRAS");
  });
  it("are receptors of adrenaline, and lines of cells in pairs", () => {
    check("The α1-AR receptors and AR expression.", "AR → androgen receptor");
    check("Gene expression in RC1 and RC77 protein.");
  });
  it("are short words that end as a plural does", () => check("Patients received it (immortal time bias + confounding)."));
  it("are no transitions where they are stained", () => check("Tumour: ZEB1 neg, MET (SP44) 2+.", "ZEB1 → ZEB1", "MET → MET"));
});
