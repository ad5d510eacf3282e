import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { check, checkReal } from "./misspelled";

describe("misspelled-name is silent:", () => {
  it("takes no ganglioside, no part of collagen and no secreted proteoglycan for a slip", () => {
    checkReal("Glioma stem cells express CD133, A2B5 and nestin.");
    checkReal("Inhibitors of angiogenesis: arresten, tumstatin and canstatin; tip cells express ESM1 (endocan).");
  });
  it("takes no nucleotide's enzyme and no part of a systematic name for a slip", () => {
    checkReal("TTPase and dUTPase activity.");
    checkReal("2-amino-4-quinolon 10 mg were given.");
  });
  it("takes neither another first letter of few nor all there is of something for a slip", () => {
    checkReal("Mutations from the GDAC Firehose; landscapes of cancer methylomes and the methylome of tumours.");
    checkReal("Treated with an HDACC inhibitor.", "HDACC → HDAC");
  });
  it("takes salts as German has them for no slips, though in English they are", () => {
    checkReal("Knochenmetastasen: Zoledronat 4 mg alle vier Wochen.");
    checkReal("Patients received zoledronat 4 mg, not ibandronate.", "zoledronat → zoledronate");
  });
  it("takes what is quoted in another language, or stands where no English does, by its spelling there, and in English for a slip", () => {
    checkReal("I met a man from Porto, who is with them; they study “o papel da osteopontina”.");
    checkReal("# Quaderno di laboratorio – metastasi ossee");
    checkReal("I valori di Pthlh sono saliti. Western: RUNX2 e osteopontina.");
    checkReal("The expression of osteopontina and CD44 rose in the bone.", "osteopontina → osteopontin");
  });
  it("takes a trial that is called after its drug for no brand", () => {
    checkReal("- onartuzumab failed METLung; rilotumumab RILOMET, deaths up");
    checkReal("Given KEYTRDUA 200 mg.", "KEYTRDUA → Keytruda");
  });
  it("takes no English word with an accent for another language", () => {
    checkReal("The TKI-naïve cohort, chemo-naïve and IO-naïve, was treated with docetaxeel 10 mg.", "docetaxeel → docetaxel");
  });
  it("takes the products of the laboratory, lines of cells and trials for no slips", () => {
    checkReal("Digested with collagenase, 2 U/ml Dispase and 0.1 mg/ml DNaseI; furimazine (10 µM) was added.");
    checkReal("Mutations in SKOV3 and OVCAR3 include TP53; PIVKA, AFP and CEA expression.");
  });
  it("takes no other member of a family for a slip", () => {
    checkReal("The switch from PKM2 to PKM1 expression; PKM3 expression.");
    checkReal("LC3B and p62 expression; CD45RB-high cells, CD45RC expression.");
    checkReal("Flow: CD3, CD4, CD45RA/RO, CD8 and PD-1.");
    checkReal("Liver: ITGA5B1, ITGA3B1, CLDN2 and MIF.");
  });
  it("takes no gene that rats have and men have not for a slip, nor an enzyme of the liver", () => {
    checkReal("Expression of CYP2B1, CYP2C11, CYP3A11 and GSTP2 in rats; serum ALAT and ASAT levels.");
    checkReal("Expression of CYP2B66 and CPY3A4 rose.", "CYP2B66 → CYP2B6", "CPY3A4 → CYP3A4");
  });
  it("takes nothing for a slip that the note defines elsewhere, nor what members of a family are called", () => {
    checkReal("Kidney rate in quiet sleep.\n\nKRQS and EGFR.", "KRQS → KRAS");
    checkReal("Kidney rate in quiet sleep (KRQS).\n\nKRQS and EGFR.");
    checkReal("Knockdown of PP6R1 and ANKRD28.");
    checkReal("The methylation-MOFA highlighted genes: ADAM10 and NEK2.");
    checkReal("G-CSF + decitabine + BUCY vs G-CSF.");
  });
  it("takes enzymes by what they act on, and substances by what is bound to them, for no slips", () => {
    checkReal("A lactonase, a ribulokinase, a rhamnogalacturonan endolyase, a floppase and a TTPase; fructosyltransferase activity.");
    checkReal(
      "Inhibited by methylgallic acid, 2,3-pyridinedicarboxylic acid, propanethiol and isoquinolin-1(2H)-one; adenylated proteins.",
    );
    checkReal("Binding of morphinone, gamma-curcumene and L-idonate; phosphatidylserine and 2-lysophosphatidylserine.");
    checkReal(
      "Expression of pyruvate carboxilase and methytransferase.",
      "carboxilase → carboxylase",
      "methytransferase → methyltransferase",
    );
  });
  it("takes what a bracket or a slash calls by another name for no slip, nor prostaglandins, subunits and several", () => {
    checkReal("Expression of PDB1 (Paget disease of bone 1) and the spacer ITS2 (internal transcribed spacer).");
    checkReal("Expression of TMP1 (aka TMED10), KHDC3/KHDC3L and GET3 (ASNA1/TRC4).");
    checkReal("PTGS2 makes PGG2 and PGH2; GTF3C1/TFIIICalpha expression; proteins of snRNPs; the lectin SiglecH.");
    checkReal("PGG2 and TXB2 levels; expression of PGH2 protein, PGJ2 protein.");
    checkReal("The phosphatidylinositol 3-kinase-related protein kinase (PIKK) family.");
    checkReal("The epidermal growth factor receptor (EFGR).", "EFGR → EGFR");
    checkReal("EFGR (epidermal growth factor receptor) expression.", "EFGR → EGFR");
  });
  it("takes nothing in a list of other names for a slip because one of them is a gene's, but a slip in a list of genes", () => {
    checkReal("Databases: LOINC, SEER, NCDB, Flatiron, COTA, CPRD, HES, SIDIAP, EUROCARE, CONCORD, GLOBOCAN.");
    checkReal("Clones: RPA-T4, 3G8, CD4, M5E2, BNI3, CD8, MOPC-21, RTK2758, TS2/18, W6/32, L243.");
    checkReal("Genes: EGFR, KRAS, BRFA, PTEN, ERBB2, SMAD4, CDH1.", "BRFA → BRAF");
    checkReal("Tubes: A1, B2, FITC-9, X77; mutations in BRFA, KRAS and NRAS.", "BRFA → BRAF");
  });
  it("takes nothing that few speak of for meant in a list of things that are all unknown, but a drug on record", () => {
    checkReal("Peptides: melittin, mastoparan, buforin, cecropin, dermaseptin, tachyplesin, bombinin.");
    checkReal("Drugs: dermaseptin, mastoparan, bevacizumb, cecropin, tachyplesin, bombinin.", "bevacizumb → bevacizumab");
    checkReal("Treated with buforin 500 mg.", "buforin → buformin");
  });
  it("takes nothing for a slip that a glossary explains, whatever parts the two, nor a name with its letter", () => {
    checkReal("FISH, fluorescence in situ hybridisation; FNAC, fine-needle aspiration cytology, and FANCA.");
    checkReal("| Term | Means |\n|---|---|\n| NAPL | nipple-areola pedicle length |");
    checkReal("GranzymeB and CathepsinD staining.");
  });
  it("takes no German noun, no form among others of its language and no brand among brands for a slip", () => {
    checkReal("All mice were anaesthetised (Isofluran) and the patient received Vinflunin and docetaxel.");
    checkReal("All mice were anaesthetised with isofluran.", "isofluran → isoflurane");
    checkReal("Letrozol, omeprazol, metamizol, furosemid, sinvastatina, bisoprolol, ondansetrom.");
    checkReal("On the shelf: Ibrunat, Palbace, Verzenios; sulfadiazine, mometasone, Flamazine and trolamine.");
    checkReal("We gave ibrutinib, letrozole and Tamoxifn 20 mg; Ibrunat, Ibrutinb, Verzenios.", "Tamoxifn → Tamoxifen");
    checkReal("Order: Gloves, Nivolumba, Saline.", "Nivolumba → Nivolumab");
  });
  it("takes an l for a 1 only where a gene is spoken of, or one that many speak of", () => {
    checkReal("CLPl/F was 234 l/h; BRCAl was sequenced, and so was the CLPl gene.", "BRCAl → BRCA1", "CLPl → CLP1");
  });
  it("takes what something on the web is called, by its address, for no slip", () => {
    checkReal(
      "See [lab/osimertinb.nvim](https://git.example/lab/osimertinb.nvim) and [nivolumub-tools](https://x.example/Nivolumub-tools).",
    );
    checkReal("Given [bevacizumb](https://x.example/bevacizumab) 10 mg.", "bevacizumb → bevacizumab");
    checkReal("Given [bevacizumb](bevacizumb.md) 10 mg.", "bevacizumb → bevacizumab");
  });
  it("takes words of Latin for no slips, but where words beside them speak for a name", () => {
    checkReal("The gyrus cinguli, theca folliculi, corpus striati and foramen omenti; endothelii fibrillaris.");
    checkReal("The caput pancreatis and os palatinum.");
    checkReal("Vimenti expression.", "Vimenti → Vimentin");
  });
  it("takes words of medicine and the laboratory for no slips, whatever stands beside them", () => {
    checkReal("Treated with extranodal irradiation, received transoral surgery; cuprizone 0.2 % or oxazolone was given.");
    checkReal("Given betacarotene 15 mg in sodium desoxycholate 1 %; androstanediol 5 mg; treated in microtiter plates.");
  });
  it("takes a variable for no slip", () => {
    checkReal("Given $" + "{bevacizumb} mg daily, and $nivolumub 3 mg.");
    checkReal("For $20 given bevacizumb 10 mg.", "bevacizumb → bevacizumab");
  });
  it("takes no name with its splice form for a slip", () => checkReal("VEGF-A vs VEGF145 and VEGF165; VEGFR2 binds VEGF206."));
  it("takes another ending for another word (vasopressor is no vasopressin)", () => {
    check("Given sunitinibol 50 mg, then bevacizumor.");
    check("Given sunitinin 50 mg.", "sunitinin → sunitinib");
    checkReal("The vincristide, vinblastide and angiogenic ones.");
    check("Given doxycyclin 50 mg.", "doxycyclin → doxycycline");
  });
  it("takes two ways to spell a chemical name, or a word of one, for one name", () =>
    checkReal("Given pentylenetetrazole 10 mg, oestradiole 2 mg, amtolmetin guacyl."));
  it("takes the words of systematic chemical names, and what comes of a drug, for no slips", () => {
    checkReal("Trans-11-tetradecenoic acid, N-docosanoyl sphinganine, propynoate, 2-hexadecenal; a methylidene group.");
    checkReal("Dichlorodipphenyltrichloroethane 10 mg was given.", "Dichlorodipphenyltrichloroethane → Dichlorodiphenyltrichloroethane");
    checkReal("A 2-(pyrrolidin-1-ylmethyl) group; 1,4-benzodiazepin-2-one; phosphothreonine binding.");
    checkReal("The pyrimidinecarboxylic acid.");
    checkReal("A stable ketoamine linkage; arylalkylamine N-acetyltransferase; a ketmine inhibitor.", "ketmine → ketamine");
    checkReal("Given pyrrolidin, N-docosanal and zidovudin 5 mg.", "pyrrolidin → pyrrolidine", "zidovudin → zidovudine");
  });
  it("takes a pathway that is called by what happens in it for no slip", () => {
    checkReal("The ERAD pathway; the non-mevalonate MEP/DOXP pathway.");
    checkReal("The KRSA pathway.", "KRSA → KRAS");
  });
  it("takes what is counted or explained beside it for no slip in a symbol", () => {
    checkReal("Residues called SOL, WAT, TIP3, or TIP4; PMI1, PMI2 and PMI3.");
    checkReal("A heatmap of FPKM expression values.");
    checkReal("Sphinganine and heptanedioic acid were measured in Oxygent, an emulsion of perflubron.");
    checkReal("TIMP1 and TMIP2 expression.", "TMIP2 → TIMP2");
  });
  it("takes one of several things for no slip in a symbol, whatever it is called", () =>
    checkReal("A fine tube called a PICC is put into a vein; flush the PICC, a loss of a PICC."));
  it("leaves enzymes alone that are called by what they cleave", () => checkReal("Treated with heparinase and chondroitinase."));
  it("leaves alone what looks like a symbol and is a unit, a dye, a cell line or an abbreviation with a number", () => {
    checkReal("Expression of EGFR in log2 FPKM units; DAPI-phalloidin staining of the gene.");
    checkReal("Lines with wild-type EGFR (FaDu; SCC25) and loss of MHC1.");
    checkReal("FPKM genes and a mutation of EFGR.", "EFGR → EGFR");
  });
  it("leaves alone catalogue numbers and clones in brackets behind a protein, and the initials of a protein's name", () => {
    checkReal("Anti-integrin β1 (AIIB2) and anti-α4");
    checkReal("ELISA kits: TGF-β1 (DB100B), MMP-9 (DMP900) and IL-6 (D6050); blots for ubiquitin (P4D1).");
    checkReal("PAD4 inhibitors were given.");
    // the initials of anthrax toxin receptor's "adhesion molecule" are none of ICAM1's business
    checkReal("Expression of ACAM1 rose in the vessels.", "ACAM1 → ICAM1");
    checkReal("Expression of growth arrest-specific 6 (GSA6) rose.", "GSA6 → GAS6");
  });
  it("leaves alone what is called a cell line or an antibody elsewhere in its passage, with a hyphen or without", () => {
    checkReal("TERT and TSRA2 were high in these tumours. TSRA2 cells grew.");
    checkReal("Positive for SOX2, GCTM2 and OCT4. The GCTM-2 antibody was a gift.");
    checkReal("EFGR and MSH2 were high. The EGFR antibody was a gift.", "EFGR → EGFR");
  });
  it("leaves alone what ends a chemical's systematic name", () =>
    checkReal(
      "We tested bis(2-fluorobenzylidene)-4-piperidone, 2-methyl-4-imidazolone and 5-flurouracil; Boc-piperidone.",
      "flurouracil → fluorouracil",
    ));
  it("leaves alone coined names of products, companies and trials, and positions of chemistry", () => {
    checkReal("HARMONi-2 compared ivonescimab with pembrolizumab; ThermoDox was given.");
    checkReal("Levels of CgA, 5-HIAA and calcitonin.");
  });
  it("leaves alone codes of cancers and cohorts in a list, and the level of a grant", () => {
    checkReal("TCGA codes: BRCA, LUAD, BLCA, PCPG, ACC.");
    checkReal("We pay a postdoc at NRSA level.");
    checkReal("In the TCGA cohort mutations in EFGR were rare.", "EFGR → EGFR");
  });
  it("takes no end of a name for another name's slip, which a bracket or the mark of a PDF's ligature broke", () =>
    checkReal("Given be\u0002vacizumab 8 mg/kg, pem[brolizumab] 200 mg, ra\u0002mucirumab 8 mg/kg and af/libercept 4 mg/kg."));
  it("says nothing of cell lines written without a hyphen", () => {
    for (const line of ["MCF7", "SKBR3", "DLD1", "ASPC1", "CAKI1", "SAOS2", "HELA", "C42B"])
      checkReal(`${line}/HER2 grew; ${line} expression of ESR1 rose. CDH1 loss in ${line}.`);
  });
  it("says nothing of products with a number behind their point", () => checkReal("Stained for GATA3, EGFR, CAM5.2 and KRAS."));
  it("says nothing of a name that is cut off with a sign, as in searches", () => {
    checkReal("Searched for trastuzuma* and pertuzuma… as treatment; trastuzuma 5 mg.", "trastuzuma → trastuzumab");
    checkReal("Given sunitinb* 50 mg.", "sunitinb → sunitinib");
  });
  it("says nothing in a paragraph of Indonesian", () =>
    checkReal("Kami menguji tukatinib dengan trastuzumab emtansin; kapesitabin dihentikan karena efek samping sebagai akibat."));
  it("says nothing of drugs clipped, clones behind their antigens and genes of mice that are a letter longer", () => {
    checkReal("H1/H2: chlorphen, famotidine 10 mg.");
    checkReal("IHC: MLH1 M1, MSH2 G219, MSH6 SP93, PMS2 A16-4.");
    checkReal("Both cFLIPL and cFLIPS were cleaved.");
    checkReal("The anti-VEGFR2 antibody DC101 was given; VEGFR2 blockade with DC101.");
    checkReal("Loading: vinculin hVIN-1, β-tubulin DM1A, Hsp90 AC88, β-actin AC-15.");
    checkReal("CXCL12 and CXRC4 rose.", "CXRC4 → CXCR4");
    checkReal("Clusters: pDC (Siglech, Tcf4), PC (Jchain).");
  });
  it("says nothing of analytes as tables of laboratories call them, nor of what keeps something constant", () => {
    checkReal("Labs: ALB, ALT, BUN, CREAT, GGT, TROPONI.");
    checkReal("The biostat group met; the chemostat, turbidostat and morbidostat group as well.");
  });
  it("says nothing of products near a protein that few speak of, nor of concentrations in a cycle", () => {
    checkReal("Sn-117m (Synovetin OA) was given. CAVG1 vs oedema; CMAX1 rose.");
    checkReal("Expression of synoretn rose.", "synoretn → synoretin");
  });
  it("says nothing of an enzyme whose name begins as a drug's does", () => checkReal("Detached with trypsin, Accutase or collagenase."));
  it("says nothing of laboratory abbreviations beside genes", () =>
    checkReal("Stained for VIM, DAPI and CDH1; HUVEC, EGFR; EGFP and KRAS; BRAF, EGTA, VEGFA."));
  it("says nothing of units with their prefix in letters", () =>
    checkReal("Given 5 microg, 2 nanomol or 3 microM of bevacizumab; given picogram 5 mg."));
  it("says nothing of doses and concentrations of half an effect", () =>
    checkReal("Mutations in LD50 were seen, and so were IC90, ED50, LC50, CC50 and GI50 genes."));
  it("says nothing of names as older lists and other languages spell them", () => {
    checkReal("Given mitozantrone 12 mg, cetuximabe 400 mg, imatinibe 400 mg, cisplatino 50 mg and gemcitabina 1 g.");
    checkReal("Given karboplatin 400 mg, docetaksel 75 mg, paklitaxel 80 mg, metotrexat 15 mg and vinkristin 1 mg.");
    checkReal("Given bewacyzumab 5 mg/kg, cetuksymab 400 mg, niwolumab 240 mg, kabozantynib 60 mg and hydrokortyzon 10 mg.");
    checkReal("Given trametynib 2 mg.", "trametynib → trametinib");
    checkReal("Given sulforaphane, then sulphoraphane 10 mg.");
    checkReal("Given cetuximabs 400 mg or cetuximb 400 mg.", "cetuximb → cetuximab");
    assert.deepEqual(findings(real(), noteOf("Given mitozantrone 12 mg and imatinibe 400 mg."), DEFAULTS), []);
    checkReal("Given ifosphamide 1 g, cephalexin 1 g, amoxycillin 1 g and chlorthalidone 5 mg.");
  });
  it("says nothing of an ordinary word near one that a name joins to something", () => checkReal("The perotein and antagonisg of PD-1."));
  it("says nothing of symbols that are known, short for something, families' roots, variants, codes, alleles or cells", () => {
    checkReal("The TGFBI gene, induced by TGFB1; MDR1 and COX1 expression; the AURK gene.");
    checkReal("Mutations in restriction length polymorphism (RSLP) sites: the RSLP gene.");
    checkReal("The G12D mutation and the V601E variants; CYP2C9*2 or CYP2C9*3 alleles; the UBEI-41 gene.");
    checkReal("Mutations in MCF7X cells; the cell line EGFS; the EGFQ trial; yeast KRQS mutants.");
    checkReal("KRQS expression, KRQS mutation, KRQS loss.");
    checkReal("Tables follow CDISC: ADSL, ADAE, ADTTE, ADRS, ADLB, ADQS.");
    checkReal("The tables ADAE, ADTTE, ADLB, ADRS and ADSL of the gene; expression of ADAE, ADTTE, ADCM and ADLB.");
  });
  it("says nothing of ordinary words cut short behind an amount, linkers of conjugates, clones and lectins among markers, genes that mice alone have", () => {
    checkReal("- blinatumomab bag 4 mL stabil (IVSS)");
    checkReal("Linkers: MC, SMCC, SPDB, AcLys-VC-AHPAO; payload MMAE.");
    checkReal("TTF1+, PAX8+. HBME1, CK19, UEA1 +.");
    checkReal("It raised the NKG2D ligands RAE1 and MULT1.");
    checkReal("PI glossary: REMS, AA, PMC, ODD, BTD, RTOR, PDUFA, BLA, NDA, ODAC.");
  });
  it("says nothing of names, ordinary words and what is no plain word", () => {
    check("Given bevacizumab, Avastin, bevasiranib, befotertinib, patients, aspirin 10 mg.");
    check("Given bévacizumb, bevacizumb2, bevacizumb_x, 3bevacizumb, bevacizumbα 10 mg.");
  });
  it("says nothing in notes of another language", () => {
    check("---\nlang: fr\n---\n\nTraités par sunitinb 50 mg.");
    for (const language of ["en_US", "eng", "English (UK)", "British English", "R", "python", "null"])
      check(`---\nlanguage: ${language}\n---\n\nGiven sunitinb 50 mg.`, "sunitinb → sunitinib");
    check("---\nlang: en\n---\n\nDer der die und das sunitinb 50 mg.", "sunitinb → sunitinib");
  });
  it("says nothing in a paragraph or quotation of another language", () => {
    check("The patients got sunitinb 50 mg.\n\n> Die Gabe von Sunitinb und der Verlauf.", "sunitinb → sunitinib");
    check("Given sunitinb 50 mg per day, et al.", "sunitinb → sunitinib");
  });
  it("says nothing of the target of a link that shows something else", () => {
    check("[[drugs/sunitinb-50|the drug]], [[a#sunitinb 50 mg|dose]], [[sunitinb|sunitinib]], ![[sunitinb]] and #[[sunitinb]].");
    check("| Drug |\n|---|\n| [[sunitinb\\|sunitinib]] |\n");
    check("See [[sunitinb-notes]], [[Sunitinb 50 mg]], [[2024-05 sunitinb]], [[sunitinb_arm|it]] and [[sunitinb#dose]].");
    // two brackets that nothing closes hide nothing
    check("See [[ and give sunitinb 50 mg.", "sunitinb → sunitinib");
    for (const link of ["[[sunitinb]]", "[[ sunitinb ]]s", "[[sunitinib|sunitinb]]", "[sunitinb](b.md)"])
      check(`Given ${link}.`, "sunitinb → sunitinib");
  });
  it("is silent on cells called after a person, behind signs too, and on enzymes", () => {
    checkReal("Kupffer cells took up the drug. MARCO+ Kupffer cells; exosomes → Kupffer TGF-β; treated with Kupffer cells.");
    checkReal("Trypsin/EDTA or accutase (keeps CD44).");
  });
  it("is silent where a number stands for a letter that is far from it, and where one letter alone speaks for a longer name", () => {
    checkReal("Serum: CTX-I, P1NP, PTHrP were measured.");
    checkReal("Drugs: manumycin A, tipifarnib and others.");
  });
  it("is silent on receptors by their ligand and number, clones behind their antigen, and cells behind a colon", () => {
    checkReal("Losartan blocks AT1R, not EP4R; a CB1R agonist.");
    checkReal("Stained: granzyme B (GB11), IFN-γ (XMG1.2).");
    checkReal("| Blocker | Site |\n|---|---|\n| tasquinimod | liver: Kupffer F4/80, FN1 |");
  });
  it("is silent on ph for f in sulph, in proteins too", () => checkReal("Sulphotransferase SULT2A1 and sulphatase activity."));
  it("is silent on halves of a name in a cell that is drawn with lines, and mends words in one line of it", () => {
    const line = "+------------+--------+";
    checkReal(`${line}\n| beva-      | 10     |\n| cizumab    | mg/kg  |\n${line}`);
    checkReal(`${line}\n| received   | 10     |\n| bevacizumb | mg/kg  |\n${line}`, "bevacizumb → bevacizumab");
  });
  it("is silent where a slip is struck out, or said to be one", () => {
    for (const slip of [
      "~~bevacizumb~~",
      "<del>bevacizumb</del>",
      "<s>given bevacizumb</s>",
      "{--given bevacizumb--}",
      "{~~bevacizumb~>bevacizumab~~}",
    ])
      checkReal(`Given ${slip} bevacizumab 10 mg.`);
    for (const sic of ["[sic]", "(sic)", "[*sic*]", "[sic!]"]) checkReal(`Given bevacizumb ${sic} 10 mg.`);
    checkReal("“Given bevacizumb” [sic] 10 mg.");
    checkReal('Read by OCR "rnab", "lmatinib"; he typed "bevacizumb".', "bevacizumb → bevacizumab");
    checkReal('The ‘bevacizumb’ typo; changed "bevacizumb" to "bevacizumab"; “nivolumub” should read “nivolumab”.');
    checkReal('Given "bevacizumb" 10 mg.', "bevacizumb → bevacizumab");
    checkReal("Given ~~x~~ {--x--} <del>x</del> bevacizumb (sickness) 10 mg.", "bevacizumb → bevacizumab");
  });
  it("takes nobody for a drug whose trial is told of", () => {
    checkReal("In the trial of Alberton and Miller, EGFR was expressed.");
    checkReal("Author: Erlotini A, Nivolini B (2020). Erlotini A & Smith B 2020. Erlotini A and Smith B et al.");
    checkReal("Melina et al. treated patients with cisplatin. Grasse et al. and Dr. Pantin received EGFR siRNA.");
    checkReal("Annexinn was expressed.", "Annexinn → Annexin");
  });
  it("takes no word for an enzyme of a gene whose symbol it begins with", () =>
    checkReal("Apoptosis was only partly capsase-dependent.", "capsase → caspase"));
  it("is silent on adjectives, diseases, processes and fields that differ from a name in their ending", () => {
    checkReal("An isodense lesion treated with paracrine 10 mg; the hepatokine 5 mg; an immunogram 3 mg.");
    checkReal("Desmoplasia signalling, lamellipodia signalling and lymphotoxic genes.");
  });
  it("takes no inhibitor for a gene: DAPT, BAPN", () => {
    checkReal("The γ-secretase inhibitor DAPT and the lysyl oxidase inhibitor BAPN were given.");
    checkReal("Loss of PTNE and inhibitors of EFGR.", "PTNE → PTEN", "EFGR → EGFR");
  });
  it("takes no disease for a gene that comes with one", () => {
    checkReal("Patients in ADHD with KRAS mutations and CPPD with EGFR amplification.");
    checkReal("Given cisplatin with pemetrexd 500.", "pemetrexd → pemetrexed");
  });
  it("is silent on databases, programs, statistics and study groups, and on what has identifiers, sets or lists of genes", () => {
    checkReal("The role of GWAS genes; ENSEMBL gene IDs and UCSC gene annotations; the RAAS pathway; DESEQ2, TP53 and EGFR.");
    checkReal("QZCB gene IDs were mapped, and QZEF gene sets.");
    checkReal(
      "The MGNC gene nomenclature; symbols of the CGIC gene catalogue. Our SLCG gene definitions and the TPRS gene records changed.",
    );
  });
  it("takes no ring of chemistry and no salt of an acid on record for a slip in a drug", () => {
    checkReal("Fragments: nicotinonitrile, thiazole, oxadiazole, azetidine, morpholine. Dioxolane 10 mg/kg; pyrazolidine 5 mg/kg.");
    checkReal("The mice were given kynurenate 10 mg/kg and coumarate 5 mg/kg daily by gavage.");
    checkReal("The patient was given azatadyne 1 mg.", "azatadyne → azatadine");
  });
  it("takes the ending that a class of drugs is called by for no slip", () => checkReal("The platins, mycins and parins."));
  it("takes British spelling of a name's word for no slip", () => {
    checkReal("IVIM, CEST glucose, 31P; hyperpolarised 129Xe; MR elastography.");
    checkReal("Inhaled hyperpolarysed 129Xe.", "hyperpolarysed → hyperpolarized");
  });
  it("takes nobody who gives a drug for a protein, and no analyte beside enzymes for a gene", () => {
    checkReal("Kerstin gave the mice trametinib 1 mg/kg. Tenzin bled the mice given cisplatin 5 mg/kg.");
    checkReal("Bloods: ALKP, ALT, GGT, creatinine. GLDH, ALT, GGT. Domes of Matrigel, Cultrex BME2 and collagen I.");
    checkReal("Expression of kerattin and vimentine.", "kerattin → keratin", "vimentine → vimentin");
  });
  it("takes no chain of a collagen for a gene", () => {
    checkReal("Upregulated genes were collagen VI, collagen XIA1 and connexin 43.");
    checkReal("Upregulated genes were XIA1 and DIA2.", "XIA1 → DIA1");
  });
  it("takes no brand that ends otherwise than another country's, and none in brackets behind its drug, for a slip", () => {
    checkReal("Given flurbiprofen (Froben), indometacin (Indocid) and streptonigrin (Nigrin, rufocromomycin).");
    checkReal("Given trastuzumab (Herceptim) and indometacin (Indocon).", "Herceptim → Herceptin", "Indocon → Indocin");
    checkReal("The gene nigrin is expressed.", "nigrin → nibrin");
  });
  it("takes no antibiotic for two slips in another name", () => {
    checkReal("Antibiotics from soil: dactinomycin, sarkomycin, azotomycin.");
    checkReal("Antibiotics: dactinomycin, clarithromicyn, azotomycin.", "clarithromicyn → clarithromycin");
  });
  it("takes no noun in -tion with a slip in its end for a protein in -tin", () => {
    checkReal("The secretoin of VEGF, the actiin on cells and nerve conductoin; selectoin of clones, fibrillatin.");
    checkReal("Expression of vimentiin and fibronectoin was lost.", "vimentiin → vimentin", "fibronectoin → fibronectin");
  });
  it("takes Fc with the Greek letter of its antibody for no slip (Fcgamma is no FcRgamma)", () =>
    checkReal("Fcgamma receptor (FCGR) dependent phagocytosis; Fcepsilon on mast cells."));
  it("takes the disease that a gene is changed in for no gene", () => checkReal("BRAF fusion PLGG: tovorafenib; KRAS mutant LGSOC."));
  it("takes no drug that WHO named long ago for another or for an unknown one, and no regulon for a protein", () => {
    checkReal("Given rovelizumab 5 mg, erlizumab 5 mg and aselizumab 5 mg; activity of regulons.");
    const found = findings(real(), noteOf("Given keliximab 5 mg, zeniplatin 5 mg and ledoxantrone 5 mg."), DEFAULTS);
    assert.deepEqual(found, []);
  });
  it("takes no substance of nature that is two unlikely slips from some drug for that", () => {
    for (const name of ["atranorin", "vindoline", "amentoflavone", "tomatidine", "destruxin"])
      checkReal(`Cells were treated with ${name} 10 µM.`);
    checkReal("Cells were treated with rhynchophylline, surfactin, cynarin or carnosol 10 µM; expression of XBP1S rose.");
  });
});
