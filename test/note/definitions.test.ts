import { check } from "./names";

describe("abbreviations that a note defines", () => {
  it("stand for what they are defined as, before and after the definition", () => {
    check(
      "GAL early.\n\n⟦Galunisertib⟧ (⟦GAL⟧) was given.\n\n- ⟦GAL⟧ 80 mg".replace("GAL early", "⟦GAL⟧ early"),
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
    );
    check("⟦GAL⟧ (⟦galunisertib⟧)", "drug:galunisertib", "drug:galunisertib");
    check("⟦GAL⟧, ⟦galunisertib⟧; ⟦GAL⟧s", "drug:galunisertib", "drug:galunisertib", "drug:galunisertib");
  });
  it("may be clipped names, stand among others in the brackets, or follow a salt", () => {
    check(
      "⟦galunisertib⟧ (⟦galu⟧). ⟦Galu⟧ and ⟦galu⟧.",
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
    );
    check(
      "⟦sodium nitroprusside⟧ (⟦SNP⟧) rose; ⟦SNP⟧ fell",
      "known-drug nitroprusside",
      "known-drug nitroprusside",
      "known-drug nitroprusside",
    );
    check("⟦sunitinib malate⟧ (XQ, ⟦SNM⟧) and ⟦SNM⟧", "drug:sunitinib", "drug:sunitinib", "drug:sunitinib");
  });
  it("may be introduced in the brackets, stand for several by one of them, or be listed as MkDocs has it: *[X]: …", () => {
    const GAL = "drug:galunisertib";
    check("⟦Galunisertib⟧ (hereafter ⟦GAL⟧), ⟦galunisertib⟧ (also called ⟦GNS⟧). ⟦GAL⟧ and ⟦GNS⟧.", GAL, GAL, GAL, GAL, GAL, GAL);
    const CELLS = "strategy:car-t-therapy";
    check("⟦Chimeric antigen receptor T cell⟧s (⟦CANRT⟧) or (CARTs). ⟦CANRT⟧ homed.", CELLS, CELLS, CELLS);
    check("*[⟦GNS⟧]: ⟦galunisertib⟧\n\n⟦GNS⟧ was held.", GAL, GAL, GAL);
    check("*[MET]: multiple endocrine test\n\nMET was measured by ELISA.");
  });
  it("may be explained by the columns of a table", () => {
    const [CET, VIM] = ["drug:cetuximab", "target:VIM"];
    const drugs = "| Abbreviation | Drug |\n|---|---|\n| ⟦CTX⟧ | ⟦cetuximab⟧ |\n| BWT | body weight |";
    check(`${drugs}\n\n⟦CTX⟧ and BWT.`, CET, CET, CET);
    check("| Meaning | Abbr. |\n|---|---|\n| ⟦vimentin⟧ | ⟦VMN⟧ |\n\n⟦VMN⟧ rose.", VIM, VIM, VIM);
    check("| Acronym | Stands for |\n|---|---|\n| MET | multiple endocrine test |\n\nMET was measured by ELISA.");
    const [CTLA4, IPI] = ["target:CTLA4", "drug:ipilimumab"];
    check("| Abbreviation | Target | Drug |\n|---|---|---|\n| ⟦IPI⟧ | ⟦CTLA-4⟧ | ⟦ipilimumab⟧ |", IPI, CTLA4, IPI);
    // another heading explains nothing
    check("| Arm | Drug |\n|---|---|\n| DOC | ⟦cetuximab⟧ |\n\nDOC again.", CET);
  });
  it("are no heading of several drugs", () => {
    check("⟦IO⟧: ⟦ivonescimab⟧, ⟦cadonilimab⟧. Later IO was stopped.", "strategy:immunotherapy", "drug:ivonescimab", "drug:cadonilimab");
    check("⟦AFA⟧: ⟦afatinib⟧, ⟦gefitinib⟧. ⟦AFA⟧ 10 nM.", "drug:afatinib", "drug:afatinib", "drug:gefitinib", "drug:afatinib");
    check("⟦DTX⟧: ⟦docetaxel⟧, ⟦PTX⟧: ⟦paclitaxel⟧.", "drug:docetaxel", "drug:docetaxel", "drug:paclitaxel", "drug:paclitaxel");
  });
  it("may stand in a column of abbreviations, each with what another cell of its row says", () => {
    const HEAD = "| Abbr. | Meaning | Where |\n|---|---|---|\n";
    check(`${HEAD}| TAM | tumour-associated macrophage | Fig. 1 |\n\nTAM; ⟦tamoxifen⟧.`, "drug:tamoxifen");
    check(`${HEAD}| ⟦GNS⟧ | ⟦galunisertib⟧ | Fig. 1 |\n\n⟦GNS⟧ was held.`, ...Array(3).fill("drug:galunisertib"));
    check("| Term | Acronym |\n|---|---|\n| metabolic equivalent of task | MET |\n\nMET was measured by ELISA.");
    check("| Gene | Role |\n|---|---|\n| ⟦MET⟧ | metabolic equivalent of task |", "target:MET");
    check(`${HEAD}| MET | see the text | 3 |\n\n⟦MET⟧ was measured by ELISA.`, "target:MET");
  });
  it("are no lists that have the abbreviation itself", () =>
    check("⟦MET⟧, ⟦VEGFR2⟧, ⟦RET⟧ 1.3 nM (⟦MET⟧)", "target:MET", "target:KDR", "target:RET", "target:MET"));
  it("may be said to be for short", () => {
    check("⟦Galunisertib⟧, or ⟦GAL⟧ for short, and ⟦GAL⟧.", ...Array(3).fill("drug:galunisertib"));
    check("Metastatic evaluation test, MET for short. MET was measured by ELISA.");
    check("He sold it, GAL for short.");
  });
  it("may have what they stand for in quotation marks, which are no part of it: EMT stood for nothing then, in the whole note", () => {
    for (const [open, close] of ['""', "“”", "„“", "''", "‘’", "«»"].map((marks) => [...marks]))
      check(`${open}⟦Epithelial-mesenchymal transition⟧${close} (⟦EMT⟧). Then ⟦EMT⟧.`, "process:emt", "process:emt", "process:emt");
  });
  it("of two drugs stand for neither, and in a list line by line for what each line says", () => {
    check("EC = ⟦epirubicin⟧ and ⟦cyclophosphamide⟧\n\nEC was given.", "drug:epirubicin", "drug:cyclophosphamide");
    check("⟦CP⟧ = ⟦capecitabine⟧ and water\n\n⟦CP⟧ 1 g", "drug:capecitabine", "drug:capecitabine", "drug:capecitabine");
    check("IV: intravenous\nFAP: familial adenomatous polyposis\nIM: intramuscular\n\nA mutation in patients with FAP.");
  });
  it("of a drug by another of its names, or by a code in no list", () => {
    check("⟦phenytoin⟧ (⟦DPH⟧) rose; ⟦DPH⟧ fell", "known-drug phenytoin", "known-drug phenytoin", "known-drug phenytoin");
    // no symbol is short for another
    check("A CHARMM CARD (CRD) file and the CRD object.");
    // a catalogue's number
    check("⟦nicotinamide⟧ [N0078] was added; N0078.", "known-drug nicotinamide");
    // a trial, no neratinib maleate
    check("⟦neratinib⟧ (NALA, ExteNET)", "drug:neratinib");
    check("⟦imatinib⟧ (⟦ZQ-98321⟧), ⟦ZQ-98321⟧", "drug:imatinib", "drug:imatinib", "drug:imatinib");
    // nor is a gene called by its variant
    check("⟦PIK3CA⟧ (H1047) mutations", "target:PIK3CA");
    check("⟦sorafenib⟧ (RCC), ⟦imatinib⟧ (ZQ-9)".replace("RCC", "⟦RCC⟧"), "drug:sorafenib", "cancer:renal-cell-carcinoma", "drug:imatinib");
  });
  it("of a thing by another of its names, which counts then, whatever its letters, or by a word as Britain spells it", () => {
    check("⟦Hepatocyte growth factor receptor⟧ (⟦MET⟧) rose.\n\nLater, ⟦MET⟧ fell.", "target:MET", "target:MET", "target:MET");
    check("⟦Oestrogen receptor⟧ (⟦ER⟧) rose. Later, ⟦ER⟧ fell.", ...Array(3).fill("target:ESR1"));
    check("The ward round (MET) met. Later, MET fell.");
  });
  it("leave the symbol of a member alone behind its family's name", () => {
    check("⟦aldolase⟧ A (⟦ALDOA⟧) rose. ⟦ALDOA⟧ fell.", "known-family Aldolases", "known-gene ALDOA", "known-gene ALDOA");
    check("⟦tenascin⟧ (⟦TNC⟧); ⟦TNC⟧ expression", "known-family Tenascin", "target:TNC", "target:TNC");
  });
  it("by an abbreviation that is never read alone, before the symbol that fills the brackets; no list of symbols", () => {
    check("⟦TACE⟧ (⟦ADAM17⟧) sheds ligands; ⟦TACE⟧ was blocked.", "target:ADAM17", "target:ADAM17", "target:ADAM17");
    check("TACE, ⟦ADAM17⟧ and surgery; TACE (DEB)", "target:ADAM17");
  });
  it("are no parts of other abbreviations: methods, trials", () => {
    check("⟦Radiotherapy⟧ (⟦RT⟧). ⟦RT⟧ and RT-qPCR of ⟦SNAI1⟧.", ...Array(3).fill("strategy:radiotherapy"), "target:SNAI1");
    check("⟦Enfortumab vedotin⟧ (⟦EV⟧). ⟦EV⟧ in EV-302.", ...Array(3).fill("drug:enfortumab-vedotin"));
  });
  it("are none of the first of several drugs, which make a regimen, but the name before its own words is", () => {
    check("XC (⟦capecitabine⟧-⟦cyclophosphamide⟧). XC twice.", "drug:capecitabine", "drug:cyclophosphamide");
    check("AC (⟦Adriamycin⟧, ⟦cyclophosphamide⟧). AC twice.", "drug:doxorubicin", "drug:cyclophosphamide");
    check("⟦TAZ⟧ (⟦transcriptional co-activator with PDZ-binding motif⟧)", "target:WWTR1", "target:WWTR1");
  });
  it("mean what their words mean first", () => check("⟦Basic fibroblast growth factor⟧ (⟦bFGF⟧) was added.", "target:FGF2", "target:FGF2"));
  it("are no codes with the firm that has them in its catalogue", () => {
    check("⟦imatinib⟧ (ZQ98321; Sigma), ⟦sunitinib⟧ (S-98321, Selleck Chemical)", "drug:imatinib", "drug:sunitinib");
    check("⟦imatinib⟧ (⟦ZQ-98321⟧, ⟦Glivec⟧)", "drug:imatinib", "drug:imatinib", "drug:imatinib");
  });
  it("silence a name that they are defined otherwise than", () => {
    check("⟦Calcineurin inhibitors⟧ (⟦CNI⟧) were given. ⟦CNIs⟧ were stopped.", ...Array(3).fill("known-class calcineurin inhibitor"));
    check("TAM 20 mg".replace("TAM", "⟦TAM⟧"), "drug:tamoxifen");
    check("tumour-associated macrophages (TAM); TAM 20 mg");
  });
  it("by the link of a wiki, either way round, known or not", () => {
    check("[[⟦Epithelial-to-mesenchymal transition⟧|⟦EMT⟧]]; ⟦EMT⟧", "process:emt", "process:emt", "process:emt");
    check("[[e-money-token|EMT]] rules.\n\nEMT of cells is sold; [[⟦EGFR⟧|receptor]].", "target:EGFR");
    check("[[asset|⟦EMT⟧]] and ⟦EMT⟧", "process:emt", "process:emt");
  });
  it("may be links themselves in the brackets", () => {
    const names = ["target:KLK3", "target:KLK3", "target:KLK3"];
    for (const link of ["[⟦PSA⟧](psa.md)", "[[⟦PSA⟧]]", "[[antigen|⟦PSA⟧]]", "**[⟦PSA⟧](psa.md)**"])
      check(`⟦Prostate-specific antigen⟧ (${link}) fell. ⟦PSA⟧ rose.`, ...names);
    for (const link of ["[PSA](psa.md)", "[[PSA]]", "[[amplitude|PSA]]"]) check(`Peak secretory amplitude (${link}) fell. PSA rose.`);
    check("⟦galunisertib⟧ ([[⟦GAL⟧]]) and ⟦GAL⟧", "drug:galunisertib", "drug:galunisertib", "drug:galunisertib");
  });
  it("are none of genes where several of something are spoken of", () =>
    check("⟦Antigen presentation⟧ machinery (APM) genes fell.", "pathway:antigen-presentation"));
  it("are no items of a list, and no links of one", () => {
    for (const list of ["[[Peak Track Ending]], [[⟦PTEN⟧]]", "[Peak Track Ending](a.md), [⟦PTEN⟧](b.md)", "[Peak Track Ending], [⟦PTEN⟧]"])
      check(`Of ${list}. ⟦PTEN⟧ loss.`, "target:PTEN", "target:PTEN");
  });
  it("are none of several in brackets that have their letters by chance, nor a word", () => {
    check(
      "⟦RTKs⟧ also translocate to the nucleus (⟦IGF1R⟧, ⟦ROR⟧). ⟦ROR⟧ loss.",
      "known-family Receptor tyrosine kinases",
      "target:IGF1R",
      "known-family ROR",
      "known-family ROR",
    );
    check("Cells (XQ1⁻⟦CD4⟧⁺) and others (⟦CD4⟧⁺)", "known-gene CD4", "known-gene CD4");
    check("[⟦Epidermal growth factor receptor⟧](a.md) (⟦EGFR⟧)", "target:EGFR", "target:EGFR");
  });
  it("are no brand cut short where a drug's target stands in the brackets", () =>
    check("⟦selpercatinib⟧ (⟦RET⟧)", "drug:selpercatinib", "target:RET"));
  it("are no lists of symbols, and do not silence a gene where a word beside it speaks of one", () => {
    check("⟦CD4⟧, ⟦CD44⟧ and ⟦EGF⟧, ⟦EGFR⟧", "known-gene CD4", "target:CD44", "target:EGF", "target:EGFR");
    check("Reticulocyte (RET) count, RET. The ⟦RET⟧ fusion and ⟦RET⟧ M918T.", "target:RET", "target:RET");
    check("Estimated GFR (EGFR) fell; EGFR was 40; eGFR was 41.");
  });
  it("twice: the nearest definition before holds, and the first one before all", () =>
    check(
      "⟦GAL⟧ early. ⟦Galunisertib⟧ (⟦GAL⟧) at first: ⟦GAL⟧.\n\nGreen algae liquor (GAL) now: GAL.\n\nGAL again.",
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
      "drug:galunisertib",
    ));
  it("before a bracket, as what is in no list", () => {
    check("FAP (familial adenomatous polyposis) is rare; FAP in children");
    check("MET (metabolic equivalent of task) of 4, inhibits MET");
    check("Loss of ⟦FAP⟧ (fibroblasts of pancreas)", "target:FAP");
  });
  it("in a list of abbreviations, as what is in no list", () => {
    check(
      "FAP, familial adenomatous polyposis; MET, metabolic equivalent of task; ⟦EGF⟧, ⟦epidermal growth factor⟧.\n\nGenes in FAP; MET.",
      "target:EGF",
      "target:EGF",
    );
    check("Masson, FAP / familial adenomatous polyposis (venous), ⟦EGFR⟧/⟦KRAS⟧.\n\nGenes in FAP", "target:EGFR", "target:KRAS");
    check("- **FAP**: familial adenomatous polyposis\n- ⟦CD4⟧: ⟦CD44⟧\n\nGenes of FAP", "known-gene CD4", "target:CD44");
    check("⟦EGFR⟧, ⟦KRAS⟧ and ⟦MET⟧, most often.", "target:EGFR", "target:KRAS", "target:MET");
  });
  it("by the first letters of each word, rather than of fewer", () =>
    check(
      "Galunisertib Ablation Lymphoma (GAL) and GAL".replace("Galunisertib", "⟦Galunisertib⟧").replace("Lymphoma", "⟦Lymphoma⟧"),
      "drug:galunisertib",
      "cancer:lymphoma",
    ));
  it("as what is said of many genes, which is none of them", () => {
    check("A tumor suppressor gene (TSG) is lost; TSG and others");
    check("Differentially expressed genes (DEG) are DEG; transcription factors (TF), TF");
  });
  it("in words that end as proteins do, which are none", () => {
    check("Coronary artery disease (CAD) and its genes; CAD");
    check("Chronic pain (CPA) and its genes; CPA");
  });
  it("that say no more of a gene than the lists do, or of a record by letters here and there, and leave it", () => {
    check(
      "The von Hippel-Lindau (⟦VHL⟧) gene; the gene ⟦VHL⟧. ⟦APC⟧ (adenomatous polyposis coli) mutations.",
      "target:VHL",
      "target:VHL",
      "known-gene APC",
    );
    check("The cAMP response element-binding (⟦CREB⟧) protein, ⟦CREB⟧.", "known-family CREB", "known-family CREB");
    check(
      "⟦B-cell receptor⟧ (⟦BCR⟧) signalling; ⟦BCR⟧.",
      "known-family B cell receptor",
      "known-family B cell receptor",
      "known-family B cell receptor",
    );
    check(
      "von Hippel-Lindau disease (VHL): VHL. Von Hippel-Lindau (VHL)-related tumours, VHL patients. Antigen-presenting cells (APC), the APC.",
    );
    check("Kirsten rat sarcoma (⟦KRAS⟧), ⟦KRAS⟧.", "target:KRAS", "target:KRAS");
    check("Estimated glomerular filtration rate (EGFR), EGFR.");
  });
  it("need letters of the long form in order, and are no words", () => {
    check("⟦galunisertib⟧ (XYZ) and XYZ", "drug:galunisertib");
    check("⟦galunisertib⟧ (given) and given", "drug:galunisertib");
    check("⟦galunisertib⟧ (20 mg)", "drug:galunisertib");
  });
  it("are read where the note calls the record by another name", () => {
    check("KGFR was high.");
    check("KGFR was high. ⟦FGFR2⟧ too.".replace("KGFR", "⟦KGFR⟧"), "target:FGFR2", "target:FGFR2");
  });
  it("but no target before a colon, which the drug acts on, nor what says more of a drug", () => {
    check("⟦SRC⟧: ⟦saracatinib⟧. The ⟦SRC⟧ gene.", "target:SRC", "drug:saracatinib", "target:SRC");
    check("⟦octreotide⟧ LAR, ⟦lanreotide⟧; LAR", "drug:octreotide", "drug:lanreotide");
  });
  it("but no end of the name that they stand before, nor another protein behind a drug", () => {
    check("Taxel: ⟦docetaxel⟧ stopped", "drug:docetaxel");
    check("⟦revacept⟧ (GPVI)", "known-drug revacept");
    check("⟦Trastuzumab⟧ (HERA, B-31); HERA.", "drug:trastuzumab");
    check("Dato – ⟦dexamethasone⟧ rinse. Dato.", "drug:dexamethasone");
    check("TC (⟦topotecan⟧/cyclo); TC again.", "drug:topotecan");
    check("⟦ganitumab⟧ (⟦IGF1R⟧; AEWS1221); AEWS1221.", "drug:ganitumab", "target:IGF1R");
    check("⟦Heparanase⟧-2 (⟦HPSE2⟧); ⟦HPSE2⟧ loss.", "target:HPSE", "known-gene HPSE2", "known-gene HPSE2");
  });
  it("leave a protein of that symbol where the words beside it, or a drug that acts on it, speak of it", () =>
    check(
      "⟦Mesenchymal-epithelial transition⟧ (⟦MET⟧).\n\n⟦MET⟧ amplification. ⟦Capmatinib⟧ blocks ⟦MET⟧. ⟦MET⟧ reverses it.",
      "process:met-transition",
      "process:met-transition",
      "target:MET",
      "drug:capmatinib",
      "target:MET",
      "process:met-transition",
    ));
});
