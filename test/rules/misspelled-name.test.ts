import { check, checkReal } from "./misspelled";

describe("misspelled-name", () => {
  it("takes one edit from six letters on, two from nine", () => {
    check("Given sunitinb 50 mg.", "sunitinb → sunitinib");
    check("Given sunitnb 50 mg.");
    check("Given bevazicumab 10 mg.", "bevazicumab → bevacizumab");
    check("Given bevazicumub 10 mg.");
    check("Given Opdvo 10 mg.");
    check("Given Opdivvo 10 mg.", "Opdivvo → Opdivo");
  });
  it("takes a schedule, a class behind a comma, a concentration of protein and what a gene does for what speaks for a name", () => {
    checkReal("Relacorilent, a selective glucocorticoid receptor modulator, was new.", "Relacorilent → Relacorilant");
    checkReal("Bed 4: AML, midostorin day 8–21 with 7+3.", "midostorin → midostaurin");
    checkReal("Plates were coated with fibronection 10 µg/ml.", "fibronection → fibronectin");
    checkReal("Repression of CDH1 by TWSIT1 is indirect.", "TWSIT1 → TWIST1");
    checkReal("It targets cadherine-6; secreted dikkopf-1, an inhibitor of it.", "cadherine → cadherin", "dikkopf → dickkopf");
    checkReal("Expression was measured by TWSIT1.");
  });
  it("parts the two words of a drug's name that were written as one", () => {
    checkReal("Given trastuzumabderuxtecan 5.4 mg/kg.", "trastuzumabderuxtecan → trastuzumab deruxtecan");
    checkReal("She received sacetuzumab tirumotecan 5 mg/kg.", "sacetuzumab → sacituzumab");
    checkReal("The ADC sacituzumabgovitecan.", "sacituzumabgovitecan → sacituzumab govitecan");
  });
  it("takes what is done with drugs on a ward for a sign of one", () => {
    for (const said of ["@ was infused.", "We infused @.", "@ was held.", "Allergic to @.", "She progressed on @.", "Rechallenged with @."])
      checkReal(said.replace("@", "amsacrane"), "amsacrane → amsacrine");
    checkReal("The amsacrane file.");
  });
  it("parts the names of two drugs that were written as one", () => {
    checkReal("Given nivolumabipilimumab, then dabrafenib.", "nivolumabipilimumab → nivolumab ipilimumab");
    checkReal("Given ironimatinib 5 mg and thalidomidelike ones.");
  });
  it("reads a word over soft hyphens and characters without width in it", () => {
    checkReal(
      "Given beva\u00adcizumb 10 mg, nivo\u200blumub and cetu&shy;ximb.",
      "bevacizumb → bevacizumab",
      "nivolumub → nivolumab",
      "cetuximb → cetuximab",
    );
    checkReal("The pa\u00adtients had me\u00adta\u00adsta\u00adtic bre\u00adast can\u00adcer and beva\u00adcizu\u00admab.");
  });
  it("takes two likely slips in the name of a well-known drug, whatever stands beside it", () => {
    checkReal(
      "- Paciltaxle\n- Irintocean\n- metropolol\n",
      "Paciltaxle → Paclitaxel",
      "Irintocean → Irinotecan",
      "metropolol → metoprolol",
    );
    checkReal("Good response, then dacabarzine failed.", "dacabarzine → dacarbazine");
    checkReal("Treated with ipilumab and then rested.", "ipilumab → ipilimumab");
    // unlikely ones, others' names, and words of eight letters by themselves are left alone
    checkReal("- paclitunel\n- Proteome\n- tetrahydropyridine\n- carabine\n");
  });
  it("proposes the form that the author means, not the INN", () => {
    checkReal("Given mehtamphetamine 5 mg.", "mehtamphetamine → methamphetamine");
    checkReal("Given dexametsone 5 mg.", "dexametsone → dexamethasone");
  });
  it("asks for the same first letter, but where the ending marks a drug", () => {
    check("Given boxycycline and oxycycline 10 mg.");
    check("Given vevacizumab, unitinib and ivolumab 10 mg.", "vevacizumab → bevacizumab", "unitinib → sunitinib", "ivolumab → nivolumab");
    checkReal("lmatinib 400 mg and rtastuzumab were given.", "lmatinib → imatinib", "rtastuzumab → trastuzumab");
  });
  it("takes a first letter that is missed for likelier than two other slips, or one in a name that few know", () =>
    checkReal(
      "Given evacizumab 10 mg/kg, arboplatin AUC 5 and sbevacizumab 10 mg.",
      "evacizumab → bevacizumab",
      "arboplatin → carboplatin",
      "sbevacizumab → bevacizumab",
    ));
  it("takes a symbol for a gene's in a table of genes, or beside what happened to it", () => {
    for (const table of ["| Gene | n |\n|---|---|\n| NTOHC1 | 3 |", "| Found | Change |\n|---|---|\n| NTOHC1 | missense |"])
      checkReal(table, "NTOHC1 → NOTCH1");
    checkReal("| Found | n |\n|---|---|\n| NTOHC1 | 3 |");
  });
  it("parts a drug from a small word that was written on", () => {
    checkReal(
      "Given bevacizumabplus paclitaxel, Trastuzumaband pertuzumab, withnivolumab 3 mg/kg.",
      "bevacizumabplus → bevacizumab plus",
      "Trastuzumaband → Trastuzumab and",
      "withnivolumab → with nivolumab",
    );
    checkReal("Magnesiumplus, Aspirinplus and the sorafenibarm.");
  });
  it("knows that what ends in -ciclib has no older spelling", () => checkReal("Given palbocyclib 125 mg.", "palbocyclib → palbociclib"));
  it("takes a digit that a scanned page shows for a letter of a drug's name", () => {
    checkReal(
      "Given docetaxe1 75 mg; Nivo1umab and c0bimetinib.",
      "docetaxe1 → docetaxel",
      "Nivo1umab → Nivolumab",
      "c0bimetinib → cobimetinib",
    );
    checkReal("Bevacizumab1 and docetaxel1,2 were given to cohort1 at baseline0 with sample5.");
  });
  it("takes what a gene is mutated or expressed in for no gene, and knows what is said there most", () => {
    checkReal("KRAS mutations in ACGTB, EGFR expression in the GCTB group, TP53 alterations among metastatic MPNST.");
    checkReal("Mutations in KRQS; KRAS and EFGR mutations in NSCLC.", "KRQS → KRAS", "EFGR → EGFR");
    checkReal("Expression of PUFA, SCNA and ECAR; RB1 and NEPC; ILC2-positive tumours; CDH1, OSCC, VIM.");
  });
  it("takes a small l that a scanned page shows for 1 in a symbol", () => {
    checkReal("BRCAl mutations, CXCLl2 and MMPl4.", "BRCAl → BRCA1", "CXCLl2 → CXCL12", "MMPl4 → MMP14");
    checkReal("In KCl, HCl, NaCl, CCl4, PCl5, SnCl2, VCl3, KCl2 and URLl; BCl2 and BCl6.");
  });
  it("proposes a drug first where a dose stands beside it, a gene where genes are spoken of", () =>
    checkReal("Given asprin 100 mg daily.", "asprin → aspirin"));
  it("takes a number that a family has no member of for a slip, not for a residue", () =>
    checkReal("Mutations in STAT18 and AKTS473.", "STAT18 → STAT1"));
  it("takes a brand in capitals before its dose, and drugs before the cells that got them, for slips", () => {
    checkReal("KETRUDA 200 mg and XTANDDI 160 mg.", "KETRUDA → Keytruda", "XTANDDI → Xtandi");
    checkReal("Given paclitaxl cells died. KRAS-mutant cisplatn cells.", "paclitaxl → paclitaxel", "cisplatn → cisplatin");
    checkReal("KERYX 200 mg; activated Kupffer cells.");
  });
  it("takes swapped letters for a slip right behind another symbol, where a clone may stand", () =>
    checkReal("MSH2 MHS6 and MLH1 were lost by IHC; MSH6 SP93.", "MHS6 → MSH6"));
  it("takes a letter and a digit that were swapped in a symbol", () => checkReal("PIKC3A mutations in exon 20.", "PIKC3A → PIK3CA"));
  it("takes two capitals that were swapped before a Greek letter for a slip", () => {
    checkReal(
      "TFG-β, TFGβ1, INF-γ, INF-gamma and TFN-α rose.",
      "TFG-β → TGF-β",
      "TFGβ → TGFβ",
      "INF-γ → IFN-γ",
      "INF-gamma → IFN-gamma",
      "TFN-α → TNF-α",
    );
    checkReal("TGF-β, IFN-γ, TNF-α, IL-1β, PPARγ, PKCα, GSK-3β, RORα, FSHβ, CaMKIIα, MIP-1α, TCRα and HIF-1α rose.");
  });
  it("says nothing of what is near a brand of a drug without a record: another country may call it so", () =>
    checkReal("Given Fungizon 50 mg daily, then Avasten 10 mg/kg.", "Avasten → Avastin"));
  it("takes a brand with a vowel more for a slip: brands are spelled alike in all languages", () =>
    checkReal("Given Avastine 10 mg/kg and Keytrude 200 mg.", "Avastine → Avastin", "Keytrude → Keytruda"));
  it("asks for more evidence the shorter the word and the unlikelier the slip", () => {
    check("The doxycyclne, for once.", "doxycyclne → doxycycline");
    check("The doxicyclne, for once.");
    const frames = [
      "treated with X", "X 10 mg", "10 mg of X", "receiving X", "X therapy", "X-treated", "resistance to X", "X BID", "nivolumab plus X",
      "X and nivolumab", "nivolumab/X",
    ]; // biome-ignore format: a list
    for (const frame of frames) {
      check(`Mice, ${frame.replace("X", "doxicyclne")}.`, "doxicyclne → doxycycline");
    }
    check("The Opdivvo.");
    checkReal("Treated with fluroethyl.", "fluroethyl → flurothyl");
    checkReal("The fluroethyl.");
    checkReal("The expression of lumicin rose.", "lumicin → lumican");
    checkReal("The lumicin was seen.");
    check("The bevazicumab.", "bevazicumab → bevacizumab");
  });
  it("reads a table's headings and the other cells of a row", () => {
    check("| drug | x |\n|---|---|\n| doxicyclne | 1 |", "doxicyclne → doxycycline");
    check("| x | y |\n|---|---|\n| doxicyclne | 50 mg |", "doxicyclne → doxycycline");
    check("| | drug | |\n|---|---|---|\n| 1 | | doxicyclne |");
    check("| x | y |\n|---|---|\n| doxicyclne | 1 |");
  });
  it("takes capitals inside a sentence for a person's or a place's name", () => {
    checkReal("That was shown by Taxoll and Bevacizumob before.", "Bevacizumob → Bevacizumab");
    checkReal("Treated with Taxoll.", "Taxoll → Taxol");
  });
  it("finds a name of a gene that one slip made, the less is said of genes the likelier the slip", () => {
    for (const frame of ["Mutations in X", "The X gene", "X-mutant cells", "knockdown of X", "| gene |\n|---|\n| X |"])
      checkReal(frame.replace("X", "KRQS"), "KRQS → KRAS");
    checkReal("Expression of EFGR was high.", "EFGR → EGFR");
    checkReal("They grow by KRAS, EFGR and TP53.", "EFGR → EGFR");
    checkReal("EFGR was looked at.", "EFGR → EGFR");
    checkReal("DAVH1 was looked at.");
    checkReal("The DAVH1 gene was looked at.", "DAVH1 → DACH1");
    checkReal("The BCR-JAKK2 fusion.", "JAKK2 → JAK2");
  });
  it("takes a word that a hyphen joins to a known name by itself", () => {
    checkReal("A gemcitabine-capecitabene regimen, gemcitabine-containing and gemcitabine-refractory.", "capecitabene → capecitabine");
    checkReal("A levodopa-carbidopa and interferon-inducible regimen.");
  });
  it("takes two slips in a symbol where its neighbours say that it is one, and only there", () => {
    checkReal("Mutations in PIXK3AA were rare.", "PIXK3AA → PIK3CA");
    checkReal("Expression of PIXK3AA was rare.");
  });
  it("finds what no older list has: y, th and ph where nothing is Greek", () =>
    checkReal(
      "Given lorlatynib 100 mg, olarathumab 15 mg and mavorixaphor 1 mg.",
      "lorlatynib → lorlatinib",
      "olarathumab → olaratumab",
      "mavorixaphor → mavorixafor",
    ));
  it("finds names of proteins", () => {
    checkReal("Levels of prothrobmin fell. Nephrinn rose.", "prothrobmin → prothrombin", "Nephrinn → Nephrin");
    checkReal(
      "Loss of vimentine, fibronectn and E-cadherine.",
      "vimentine → vimentin",
      "fibronectn → fibronectin",
      "E-cadherine → E-cadherin",
    );
  });
  it("finds a word of a name of several words", () => {
    check("Transformng growth factor beta.", "Transformng → Transforming");
    check("Transformng and growth.");
    checkReal("The vascular endotelial growth factor and zoledornic acid.", "endotelial → endothelial", "zoledornic → zoledronic");
    checkReal("The epidermal grwth factor receptor.", "grwth → growth");
    checkReal("The non-bevacizumb arm, post-osimertinb.", "bevacizumb → bevacizumab", "osimertinb → osimertinib");
  });
  it("proposes no name where two are as near", () => check("Given trastuzumab and galunisertib."));
  it("knows misspellings on record", () => {
    check("The befotertnib.", "befotertnib → befotertinib");
    check("BEFOTERTNIB.", "BEFOTERTNIB → BEFOTERTINIB");
    // nearer to teplizumab
    checkReal("Given Teriplizumab.", "Teriplizumab → Toripalimab");
  });
  it("takes names for those of another language among others that end as they do there, and else for slips", () => {
    checkReal("Patient K.: Gemcitabin, danach Capecitabin, Etoposid 100 mg, Sunitinb 50 mg.", "Sunitinb → Sunitinib");
    checkReal("Given gemcitabine, then etoposid 100 mg.", "etoposid → etoposide");
    checkReal("Trattate con doxorubicina 1 µM, gemcitabina; WB: vimentina, E-caderina, β-actina.");
    checkReal("IF E-cadherine/vimentine/DAPI, integrine αvβ3; carboplatine.");
    checkReal("Invasie in collageen (PureCol 3 mg/ml), kwantificatie met Fiji.");
    checkReal("The cells were seeded in collageen.", "collageen → collagen");
    checkReal("TLS: Venetoclax ramp-up 20->50; Posaconazol beachten! Aszites, Torasemid 10. Kollagen IV, Vitronektin.");
    checkReal("ondansetron, metoclopramide, domperidon zn; colitis; prednison 1 mg/kg. Ultravist (iopromid).");
    checkReal("Cells were given posaconazol 1 µM and seeded on vitronektin.", "posaconazol → posaconazole", "vitronektin → vitronectin");
    checkReal("Chemo: cyclofosfamide, doxorubicine, vincristine en prednison, elke 21 dagen.");
    checkReal("Given prednison 5 mg daily.", "prednison → prednisone");
    checkReal("Morphin 40 mg → rotate to Hydromorphon 8 mg because of myoclonus; Levomepromazin 6.25 mg, Octreotid 600 µg.");
    checkReal("Morphin 40 mg → rotate to Hydromorphon 8 mg because of myoclonus.");
    checkReal("Correo: el Western de vimentina y E-cadherina; ZEB1 salió fatal.");
    checkReal("Given morphin 40 mg and hydromorphon 8 mg.", "hydromorphon → hydromorphone");
    checkReal("Expression of vimentine rose on doxorubicin and gemcitabine.", "vimentine → vimentin");
  });
  it("keeps the letter case of the note", () => {
    check("Given Sunitinb 50 mg.", "Sunitinb → Sunitinib");
    check("Given SUNITINB 50 mg.", "SUNITINB → SUNITINIB");
    check("Given sUNITINB 50 mg.", "sUNITINB → sunitinib");
    check("Given herceptn 50 mg.", "herceptn → Herceptin");
  });
  it("finds slips in notes that say OS again and again", () =>
    checkReal("OS HR 0.6; OS NR; OS 20 v 14; OS imm.; olomorasip + pembro OS 13.6 v 8.3", "olomorasip → olomorasib"));
  it("proposes a protein before a brand that is as near, and the name before its form in another language", () => {
    checkReal("Urine albumine/creatinine ratio.", "albumine → albumin");
    checkReal("Given dexametazone 4 mg.", "dexametazone → dexamethasone");
  });
  it("finds slips behind a joining word between hyphens", () =>
    checkReal("The argatroban-to-warfaren transition was followed.", "warfaren → warfarin"));
  it("finds slips behind a known name, whatever dash joins them", () => {
    for (const dash of ["-", "\u2011", "–", "—", "\u2212"])
      checkReal(`Given nivolumab${dash}bevacizumb 10 mg.`, "bevacizumb → bevacizumab");
  });
  it("finds slips in the word before the letter of a product", () => {
    checkReal("The cohort on sipuleucl-T; nelipepimutt-S.", "sipuleucl → sipuleucel", "nelipepimutt → nelipepimut");
    checkReal("The cohort on sipuleucel-T; a tubulinne-X gel.");
  });
  it("finds slips behind an em dash, whatever stands before it", () => {
    checkReal("The arm—nivolumub 10 mg—was closed; our arm—Bevacizumb.", "nivolumub → nivolumab", "Bevacizumb → Bevacizumab");
  });
  it("holds an ending against a slip only where a language has it", () => {
    checkReal("Such as risperidone, olanzapino and cloxapine.", "olanzapino → olanzapine", "cloxapine → clozapine");
    checkReal("Valproato, tamoxifeno, amlodipino, carfenazine and spiperona were given; 4-(methylamino)butyl.");
  });
  it("knows what is done with substances: they induce, are injected and abused", () => {
    checkReal("Animal model of mania induced by ouabian.", "ouabian → ouabain");
    checkReal("In scopolamene-injected rats.", "scopolamene → scopolamine");
    checkReal("Simvastatin (10 microM) and atorvastaton (30 microM).", "atorvastaton → atorvastatin");
  });
  it("takes what a bracket sets beside a name for a slip in another name of the same", () => {
    checkReal("The toxicity of Fubgizone (amphotericin B) in vitro.", "Fubgizone → Fungizone");
    checkReal("Serum fibroblast growth factor 23 (DGF23) was measured.", "DGF23 → FGF23");
    checkReal("Epithelial cell adhesion molecule (ECAM) was stained.");
  });
  it("finds slips in a symbol that a clause says to encode something, and in a receptor's that ends as it does", () => {
    checkReal("Variants of NHF4A, encoding HNF4alpha, were seen.", "NHF4A → HNF4A");
    checkReal("OSI-906, a GF1R/INSR inhibitor; MCYN amplification.", "GF1R → IGF1R", "MCYN → MYCN");
  });
  it("counts a list of genes and a mutation's kind as words of genes, and no name in words behind as its end", () => {
    checkReal("It induced target genes, KFBP5 in fibroblasts.", "KFBP5 → FKBP5");
    checkReal("It harboured a TSX1 frameshift mutation.", "TSX1 → TSC1");
    checkReal("The effects of quininee and 4-aminopyridine.", "quininee → quinine");
    checkReal("In platnium/paclitaxel-refractory cancers; everolimous 10 mg.", "platnium → platinum", "everolimous → everolimus");
  });
  it("finds an ending that is spelled otherwise, but makes no other word", () => {
    checkReal("Fulvestrent degrades the oestrogen receptor.", "Fulvestrent → Fulvestrant");
    checkReal("Epidermal growth factor recepter was blocked.", "recepter → receptor");
  });
  it("reads letters that print shows otherwise, whatever stands around them", () => {
    checkReal(
      "We saw trarnetinib, clasatinib, aIisertib, lmlunestrant and larninin.",
      "trarnetinib → trametinib",
      "clasatinib → dasatinib",
      "aIisertib → alisertib",
      "lmlunestrant → imlunestrant",
      "larninin → laminin",
    );
    checkReal("We saw warnerite, clatonib, aIphonse and lpsinum.");
  });
  it("takes two letters that sound like one for one slip, and a likely first letter where a drug is spoken of", () => {
    checkReal("We talked about plerixaphor.", "plerixaphor → plerixafor");
    checkReal("- Silengitide: ORR 34%\n", "Silengitide → Cilengitide");
    checkReal("We talked about silengitide.");
    checkReal("She was given degarelics.", "degarelics → degarelix");
  });
  it("knows words that are names in the company of genes, and the first word of two", () => {
    checkReal("Loss of perlican and expression of adiponectine.", "perlican → perlecan", "adiponectine → adiponectin");
    checkReal("We saw perlican.");
    checkReal("Given loncastuxmab, then inotuzmab.", "loncastuxmab → loncastuximab", "inotuzmab → inotuzumab");
  });
  it("takes two edits that are one slip for one, in any name: the letters of a syllable in another order, ph for f, a syllable once for two", () => {
    checkReal(
      "- hyaluranon\n- methyresgide\n- edotroxizine\n- visphatin\n- fibronectin and transgtulaminase\n- cirtuvint\n",
      "hyaluranon → hyaluronan",
      "methyresgide → methysergide",
      "edotroxizine → etodroxizine",
      "visphatin → visfatin",
      "transgtulaminase → transglutaminase",
      "cirtuvint → cirtuvivint",
    );
    checkReal("- methyrosgade\n- edotrozizine\n- dynurpin\n- cirtunt\n");
  });
});
