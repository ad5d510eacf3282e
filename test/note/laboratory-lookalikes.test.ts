/** What laboratories and clinics write that is spelled as a name and is something else has no card. */
import { checkMeant as check, checkReadings } from "./names";

describe("Lookalikes of the laboratory", () => {
  it("are grades, scores and reactions, whose hyphen, space or capitals no name has there", () => {
    check("Toxicity was G1–2, then G2-3.");
    check("Patients with mGPS 2 or mGPS 1 died sooner.");
    check("rhIL 2 and pSMAD 2", "rhIL 2 → aldesleukin", "pSMAD 2 → SMAD2");
    check("SNAr in DMSO at 90 °C. snaRs bind NF90.", "snaRs → Small NF90 (ILF3) associated RNAs", "NF90 → ILF3");
    check("ADXS31-164, NKX2-1 and CA15-3", "ADXS31-164 → ADXS-31164", "NKX2-1 → NKX2-1", "CA15-3 → MUC1");
  });
  it("are products, trials and clones", () => {
    check("Kinavet-CA1 (masitinib)", "masitinib → masitinib");
    check("Verdinexor (Laverdia-CA1) next.", "Verdinexor → verdinexor", "Laverdia → verdinexor");
    check("P-selectin blocking antibody (clone AK4)", "P-selectin → P-selectin");
    check("CA1 expression; anti-CA1 antibody", "CA1 → CA1", "anti-CA1 → CA1");
    check("In PEAK-1, bezuclastinib was given. The PEAK-1 trial.", "bezuclastinib → bezuclastinib");
    check("PEAK1 and PEAK-1 bind GRB2.", "PEAK1 → PEAK1", "PEAK-1 → PEAK1", "GRB2 → GRB2");
    check("Cells were depleted by anti-NK1.1 PK136.");
  });
  it("are methods of sequencing, values below zero, and regimens among such", () => {
    check("CLIC-seq and CEL-seq2 libraries.");
    check("PROGENy: TGFb 3.3, JAK-STAT -1, NFkB -2.", "TGFb → TGF-β", "JAK → JAK", "STAT → STAT", "NFkB → NF-κB");
    check("Serum IL -6 and MMP -9 rose.", "IL -6 → IL-6", "MMP -9 → MMP-9");
    check("FLOT, BEP, VIP, ICE, ABVD, CAPOX.", "FLOT → FLOT", "BEP → BEP", "ABVD → ABVD", "CAPOX → CAPOX");
  });
  it("are symbols with the letter for human or mouse, which in capitals are other genes'", () => {
    check("Primers for mPD1, hPD1 and hCDH1.", "mPD1 → PD-1", "hPD1 → PD-1", "hCDH1 → E-cadherin");
    check("mTOR, hSSB1 and MPD1.", "mTOR → mTOR", "hSSB1 → NABP2", "MPD1 → MYH7");
    check("The mGluR5 receptor, mDia2 and hERG channels.", "mGluR5 → GRM5", "mDia2 → DIAPH3", "hERG → KCNH2");
  });
  it("are linkers with a plural's s, and ends of peptides", () => {
    check("MC, SMCC and AcLys-VC linkers");
    check("EphAs and siRNAs", "EphA → EPHA");
    check("CTX-I fell under alendronate.", "alendronate → alendronic acid");
  });
  it("are hormones among medicines in a list of semicolons: the medicine is meant", () =>
    check("Cinacalcet; calcitonin; pamidronate.", "Cinacalcet → cinacalcet", "calcitonin → calcitonin", "pamidronate → pamidronic acid"));
  it("are abbreviations in a list of such", () => {
    check("Glossary: SAE, TEAE, DILI, PMC, ODD, ADA, RTOR, PDUFA, BLA, NDA.");
    check(
      "Panel: ADA, TP53, KRAS, PTEN, BRAF, EGFR.",
      ...["ADA", "TP53", "KRAS", "PTEN", "BRAF", "EGFR"].map((symbol) => `${symbol} → ${symbol === "TP53" ? "p53" : symbol}`),
    );
  });
  it("are the cations of substances in no list", () => {
    check("Tablets hold croscarmellose sodium.");
    check("Keep in 0.02 % sodium azide; potassium ferricyanide and lithium triflate.");
    check("Sodium nitroprusside; zinc despite calcium.", "Sodium nitroprusside → nitroprusside", "zinc → zinc", "calcium → calcium");
    check("Calcium and zinc regulate it.", "Calcium → calcium", "zinc → zinc");
    check("Hyperosmotic sodium rose.", "sodium → sodium");
    check("Sodium fell under heparin sodium.", "Sodium → sodium", "heparin sodium → heparin");
  });
  it("are thyroid tests among blood tests, and trifluridine beside tipiracil", () => {
    check("Amiodarone: TFT and LFT at baseline.", "Amiodarone → amiodarone");
    check("Check TFT, LFT and U&E before lithium.", "lithium → lithium cation");
    check("TFT plus tipiracil for weeks in T4 disease.", "TFT → trifluridine", "tipiracil → tipiracil");
  });
  it("are products of clotting, of viruses and cell lines, and no genes or drugs", () => {
    check("D-dimer and FDP levels were high. D-dimer rose, as did FDPs.");
    check("The coronavirus spike protein S was expressed; the polyproteins pp1a and pp1ab.");
    check("Protein S deficiency.", "Protein S → PROS1");
    check("Lenti-NS2 cells got 1 mg/ml of it.");
    check("Lysates of DLD-1 and HKE3 were stained for KRAS.", "KRAS → KRAS");
  });
  it("are companies, and the phospholipase elsewhere", () => {
    check("The EGFR antibody of Alizyme PLC inhibits signalling.", "EGFR → EGFR");
    check("Bovine PLC activity and levels of PLC.", "PLC → PLC", "PLC → PLC");
  });
  it("are rates per minute", () => {
    check("A kinase activity of 3 min-1 and 4 min−1 was measured.");
    check("MIN1 expression was measured.", "MIN1 → CD59");
  });
  it("are the guides and siRNAs against a gene, which a number counts, and those against one whose name has it", () => {
    check(
      "Cells with sgPTEN-2, siALK-1, shMET-1, sgAR-1 and siPKR-3.",
      "sgPTEN → PTEN",
      "siALK → ALK",
      "shMET → MET",
      "sgAR → androgen receptor",
      "siPKR → EIF2AK2",
    );
    check("siAKT-1, sgHDAC-1 and shSTAT-3 cells.", "siAKT-1 → AKT1", "sgHDAC-1 → HDAC1", "shSTAT-3 → STAT3");
    check("Cells with siNRF-2 and siLOX-1.", "siNRF-2 → NRF2", "siLOX-1 → OLR1");
  });
  it("are the ends of an mRNA, and no range", () => {
    check("CDK4-5′UTR and SERINC1-3'UTR luciferase.", "CDK4 → CDK4", "SERINC1 → SERINC1");
    check("CDK4-6 were inhibited.", "CDK4-6 → CDK");
    check("Visits TDM 1–5; TDM 1 mg. CDK 4–6 were inhibited.", "CDK 4–6 → CDK");
    check("NAV1_7 and Nav1.7 channels; TP53_1 tumours.", "Nav1.7 → SCN9A", "TP53 → p53");
  });
  it("are what the note says that they are, of which levels, activity and staining are spoken as well", () => {
    check("Celsius trace blue (CTB). After CTB staining cells were counted.");
    check("Acetone rinse stain (ARS); ARS levels and loss of ARS activity.");
    check("Peak tubular absorption (PTA): PTA-dependent changes. PTA gene expression.", "PTA → PTCRA");
  });
  it("are assays by sequencing", () => {
    check("PhIP-Seq and CEL-Seq2 libraries: expression of PHIP.", "PHIP → PHIP");
  });
  it("are criteria for variants, whose guideline is no nucleotide, and phosphatases and presenilin elsewhere", () => {
    check("ACMG/AMP criteria for this BRCA2 variant: PM2, PP1 and PP4 met, BP4 and PS1 not.", "BRCA2 → BRCA2");
    check("PVS1 and PP5 apply to the gene.");
    check("PP1 and PP2A are phosphatases.", "PP1 → PPP1", "PP2A → PPP2", "phosphatases → Phosphatases");
    check("PS1 mutations and PP4 activity.", "PS1 → presenilin-1", "PP4 → PPP4C");
  });
  it("are remissions and a screen of drugs", () => {
    check("Allo-HCT in CR1 or CR2 for AML.");
    check("CR1 expression on erythrocytes.", "CR1 → CR1");
    check("The CTRP2 dataset of expression in cell lines.");
  });
});

/** What notes, vignettes and change logs of public repositories write that looks like a name. */
describe("Lookalikes of statistics and software", () => {
  it("are a publisher, a test, axes, the second generation of a cross, and tags of antibodies", () => {
    checkReadings("Bayesian Data Analysis. Chapman &\nHall/CRC, 2013; Chapman & Hall /\nCRC.", {
      "CRC, 2013": undefined,
      "CRC.": undefined,
    });
    checkReadings("Treatment of CRC with liver metastases.", { CRC: "colorectal cancer" });
    checkReadings("The protected LSD allows comparisons.", { LSD: undefined });
    checkReadings("Samples lie along the first axis (CA1), towards the CA2 direction.", { CA1: undefined, CA2: undefined });
    checkReadings("For dominant markers in an F2, and F2-type markers in a cross.", { "F2,": undefined, "F2-": undefined });
    checkReadings("The HTO and ADT counts are read in as matrices.", { ADT: undefined });
    checkReadings("ADT and docetaxel in prostate cancer.", { ADT: "endocrine therapy" });
    checkReadings("DNase sensitivity of chromatin; the AAAS palette.", { DNase: undefined, AAAS: undefined });
  });
  it("are persons by a first name in no list, parts of a case's number, and nucleotides", () => {
    checkReadings("With Danny Arends, Pjotr Prins, and Ritsert Jansen,\nwe wrote it.", { Prins: undefined });
    checkReadings("Added code from Pjotr Prins enabling it.", { Prins: undefined });
    checkReadings("The gene in case LIT-DPYD-001 is DPYD.", { LIT: undefined });
    checkReadings("Ara-CMP is made of Ara-C and ara-C.", { CMP: undefined, "Ara-C ": "cytarabine", "ara-C": "cytarabine" });
    checkReadings("AraC is a regulator of the arabinose operon.", { AraC: undefined });
  });
  it("are Greek letters with a number, whose name in capitals is another thing", () =>
    checkReadings("For identifiability, $\\eta_{1}$ is zero and η1 is not.", { eta_: undefined, η1: undefined }));
  it("are polymers and vectors, unless they are made of what is on record", () => {
    checkReadings("Coat with poly-L-lysine or poly-D-lysine; L-lysine 1 mM.", {
      "L-lysine or": undefined,
      "D-lysine": undefined,
      "L-lysine 1": "lysine",
    });
    checkReadings("Micelles of poly-doxorubicin.", { doxorubicin: "doxorubicin" });
    checkReadings("Cloned into pCDH-EF1-FHC; pTWIST-GFP was sorted.", { pCDH: undefined, pTWIST: "TWIST family" });
    checkReadings("Blots of pAKT-S473 and pAKT.", { "pAKT-": "AKT", "pAKT.": "AKT" });
  });
  it("are no addresses below HTML in a file with carriage returns", () => {
    const lines = ['<div id="index">', "", "[KRAS](basics.html#recs1) and recs1", ""];
    for (const end of ["\n", "\r\n"]) checkReadings(lines.join(end), { "recs1)": undefined, KRAS: "KRAS" });
  });
});
