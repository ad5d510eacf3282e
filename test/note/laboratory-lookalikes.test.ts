/** What laboratories and clinics write that is spelled as a name and is something else has no card. */
import { checkMeant as check } from "./names";

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
    check("CA1 expression; anti-CA1 antibody", "CA1 → CA1", "anti-CA1 → CA1");
    check("In PEAK-1, bezuclastinib was given. The PEAK-1 trial.", "bezuclastinib → bezuclastinib");
    check("PEAK1 and PEAK-1 bind GRB2.", "PEAK1 → PEAK1", "PEAK-1 → PEAK1", "GRB2 → GRB2");
    check("Cells were depleted by anti-NK1.1 PK136.");
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
    check("Hyperosmotic sodium rose.", "sodium → sodium");
    check("Sodium fell under heparin sodium.", "Sodium → sodium", "heparin sodium → heparin");
  });
});
