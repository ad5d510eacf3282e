/** Names of drugs that notes clip: read with evidence. */
import { checkReadings as check } from "./names";

describe("Clipped names behind a treatment", () => {
  it("are the one drug that begins so, and no words", () => {
    check("PD on lenva; the patient started palbo, resistant to enza.", {
      lenva: "lenvatinib",
      palbo: "palbociclib",
      enza: "enzalutamide",
    });
    check("Ra-223 plus enza; placebo vs durva", { enza: "enzalutamide", durva: "durvalumab" });
    check("He started soda, is on para leave; PD on tale.", { soda: undefined, para: undefined, tale: undefined });
    check("We like enza.", { enza: undefined });
    check("After dexa scan, start vitamin D. Then dexa 4 mg.", { dexa: undefined, "dexa 4": "dexamethasone" });
  });
  it("are none where another drug is clipped so as well: carbamazepine, voriconazole, semaglutide, midodrine", () => {
    check("She stopped carb intake; he started carb 200 mg bid.", { carb: undefined, "carb 2": undefined });
    check("Started vori for aspergillus, stopped sema; responded to mido 5 mg.", { vori: undefined, sema: undefined, mido: undefined });
    check("carb + pac weekly; pemi + pembro", { carb: "carboplatin", pemi: "pemigatinib" });
  });
});

describe("Clipped names of a drug that the note has in full", () => {
  it("need nothing else to speak for them", () => {
    check("Durvalumab was added.\n\nADRIATIC: durva after cCRT. Durva is fine.", { "durva a": "durvalumab", "Durva i": "durvalumab" });
    check("- osi 1L for 22 mo\n- now osimertinib + savolitinib", { "osi 1L": "osimertinib" });
    check("veh 9% vs cabo 21%\n\n| Drug |\n|---|\n| cabozantinib |\n", { "cabo 2": "cabozantinib" });
  });
  it("are none in other notes, nor words, nor parts of longer ones", () => {
    check("ADRIATIC: durva after it. osi 1L for 22 mo.", { durva: undefined, osi: undefined });
    check("Methotrexate was given; MGMT meth; pali-durva and durva-2 of durvalumab.", {
      meth: undefined,
      "durva and": undefined,
      "durva-2": undefined,
    });
    check("Letrozole was given; let us go.", { let: undefined });
  });
});

describe("Clipped names before a dose", () => {
  it("may be a concentration in a dish, or a number of doses", () => {
    check("capma 1 µM, dasa 100 nM", { capma: "capmatinib", dasa: "dasatinib" });
    check("Capeci 2×1500 mg", { Capeci: "capecitabine" });
  });
  it("may be words where the sentence names what they act on", () => {
    check("The KRAS G12C cohort got soto 960 mg.", { soto: "sotorasib" });
    check("We met soto 960 mg later.", { soto: undefined });
    check("tram 10 nM + dab 100 nM", { tram: "trametinib", dab: "dabrafenib" });
    check("She had tale 20 mg and stat 5 mg.", { tale: undefined, stat: undefined });
  });
});
