/** What is spelled like a name and read as one only where its sentence does not speak of something else; and clipped names with evidence. */
import assert from "node:assert/strict";
import { noteOf, real } from "../example";
import { namesIn } from "./names";

/** Checks what a text means by some words: the preferred name each stands for, or nothing. */
function check(text: string, expected: Readonly<Record<string, string | undefined>>): void {
  const dataset = real();
  const found = namesIn(noteOf(text), dataset).filter(({ pointer }) => !pointer);
  for (const [word, meant] of Object.entries(expected)) {
    const at = text.indexOf(word);
    assert.ok(at >= 0, word);
    const name = found.find(({ from, to }) => from < at + word.length && at < to);
    assert.equal(name && dataset.preferredName(name.entity), meant, `${word} in: ${text}`);
  }
}

describe("Homonyms", () => {
  it("are cash machines, and no kinase", () => {
    check("There is an ATM in the lobby.", { ATM: undefined });
    check("The ATM of the bank ate my card.", { ATM: undefined });
    check("ATM loss was found in samples of the tissue bank.", { ATM: "ATM" });
    check("Patients whose ATM variants were withdrawn from the list.", { ATM: "ATM" });
  });
  it("are markers and methods, and no drugs; with a dose they are drugs", () => {
    check("Serum CTX levels and P1NP fell in patients under denosumab treatment.", { CTX: undefined, denosumab: "denosumab" });
    check("CTX 50 mg/kg was given to mice with high serum CTX.", { CTX: "cyclophosphamide" });
    check("CTX plus doxorubicin was given.", { CTX: "cyclophosphamide" });
    check("Binding of inhibitors was confirmed by DSF.", { DSF: undefined });
    check("DSF 250 mg was given daily.", { DSF: "disulfiram" });
  });
  it("are lipids and splice forms, and no genes", () => {
    check("LPA signalling drives invasion.", { LPA: undefined });
    check("LPA gene variants raise lipoprotein(a).", { LPA: "LPA" });
    check("The fibronectin EDA domain is bound by F8; EDA gene mutations.", { EDA: undefined, "EDA gene": "EDA" });
    check("Tumour vessels have EDA fibronectin.", { "EDA fibronectin": "fibronectin" });
    check("DRG1 is a suppressor of metastasis in the colon.", { DRG1: undefined });
    check("DRG1 binds GTP and is expressed in the cytosol.", { DRG1: "DRG1" });
  });
  it("are alleles, applications, files, libraries and hybrid orbitals, and no genes or substances", () => {
    check("Variants with more than one ALT allele, as the VCF has them.", { ALT: undefined });
    check("ALT rose to 120 U/l under treatment.", { ALT: "GPT" });
    check("Types of variants: SNP/DEL/INS.", { INS: undefined });
    check("Start the Shiny App of the lab; App mice carry the Swedish mutation.", { "Shiny App": undefined, "App mice": "APP" });
    check("F2 mice of an F1 intercross expressed the gene.", { F2: undefined });
    check("Reads were given in the SAM file.", { SAM: undefined });
    check("SAM 400 mg was given daily.", { SAM: "ademetionine" });
    check("An SP3 hybridized carbon; SP3 binds GC boxes.", { "SP3 hyb": undefined, "SP3 binds": "SP3" });
    check("We docked compounds of the ZINC library; zinc binds.", { ZINC: undefined, "zinc binds": "zinc" });
  });
  it("are persons that are called like a drug for short", () => {
    check("Q (Dr. Bev Harris): why 5 mg/kg and not 10?", { Bev: undefined });
    check("Bev says that 5 mg/kg is enough for all patients.", { Bev: undefined });
    check("Ask Bev about the 5 mg/kg dose.", { Bev: undefined });
    check("Bev 5 mg/kg was given.", { Bev: "bevacizumab" });
  });
  it("are capitals with a hyphen of their own", () => {
    check("Both P-TX arms received treatment.", { "P-TX": undefined });
    check("PTX was given weekly; 5FU, too.", { PTX: "paclitaxel", "5FU": "fluorouracil" });
    check("JAMA 2020; JAM-A is high in basal tumours.", { JAMA: undefined, "JAM-A": "F11R" });
  });
});

describe("Names that only one thing is written like", () => {
  it("need nobody to speak for them: a capital at the end, which the name has as well", () => {
    check("FasL on tumour endothelium kills T cells.", { FasL: "FASLG" });
    check("FASL was there.", { FASL: undefined });
  });
  it("are two names of one receptor, an isoform, a pair of drugs", () => {
    check("Agonists of FPR2/ALX resolve inflammation.", { "FPR2/ALX": "FPR2" });
    check("Mena expression rose, MenaINV most. Talk to Mena.", { "Mena exp": "ENAH", MenaINV: "ENAH", "Mena.": undefined });
    check("5-FU/LV was given, though LV function was low.", { "5-FU/LV": "5-FU/LV", "LV function": undefined });
    check("CTSS cuts JAM-B; SSTR2A 3+", { "JAM-B": "JAM2", SSTR2A: "SSTR2" });
    check("VE-cad blots", { "VE-cad": "VE-cadherin" });
  });
  it("are proteins where they are added to cells, and drugs where somebody is given them", () => {
    check("Cells were treated with PDGF-BB (20 ng/ml) for a day.", { "PDGF-BB": "PDGFB" });
    check("Patients were treated with PDGF-BB for their ulcers.", { "PDGF-BB": "becaplermin" });
  });
});

describe("Names in German notes", () => {
  it("are salts without their e, and genes beside what German says of them", () => {
    check("Knochenmetastasen: Zoledronat 4 mg alle vier Wochen.", { Zoledronat: "zoledronic acid" });
    check("Kolonkarzinom, RAS Wildtyp.", { RAS: "RAS" });
    check("PSA undetectable in most; PSA nadir later.", { PSA: "PSA" });
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
