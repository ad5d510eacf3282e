import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { check, checkReal } from "./misspelled";

describe("misspelled-name knows habits", () => {
  it("of writers of French, who put an e behind -in; other languages' names stay", () => {
    checkReal("The cells were treated with rapamycine 20 nM overnight.", "rapamycine → rapamycin");
    checkReal("Eribuline reverses it in the mice that were given it.", "Eribuline → Eribulin");
    // a list may be in any language
    checkReal("- metformine 850 mg\n- simvastatine 40 mg\n- leucovorine 200 mg\n");
    checkReal("Given fulvestrante 500 mg, clamoxyquine 5 mg, and pentylenetetrazole 85 mg/kg.");
    checkReal("Rapamycine, epirubicine et daunorubicine ont été comparées dans le groupe, puis arrêtées.");
  });
  it("of ears: -phen for -fen was never a national name, ks for x none of a brand's", () => {
    checkReal("Cells got tamoxiphen 1 µM; Neksavar 400 mg bid.", "tamoxiphen → tamoxifen", "Neksavar → Nexavar");
    checkReal("Given amphetamine, acetaminophen and phenobarbital 10 mg.");
  });
  it("of hands: another vowel in an ending that marks a drug makes no other substance", () => {
    checkReal("Oxaliplaton stopped for neuropathy.", "Oxaliplaton → Oxaliplatin");
    checkReal("The trifluoperazane and the vinorelbane.", "trifluoperazane → trifluoperazine", "vinorelbane → vinorelbine");
    checkReal("The morphinone, the vasopressor, the curcumene, tetracyclone, estrane and androstene.");
  });
  it("of hands: letters of a brand in another order beside a dose, not without one", () => {
    checkReal("Avistan 15 mg/kg. Verzineo 150 mg bid. Opvido 240 mg.", "Avistan → Avastin", "Verzineo → Verzenio", "Opvido → Opdivo");
    checkReal("We met Avistan and Verzineo there.");
  });
  it("of hands: a symbol's letters swapped in brackets behind another name of its gene", () => {
    checkReal("HER2 (EBRB2) and COX-2 (PTSG2) rose in these patients.", "EBRB2 → ERBB2", "PTSG2 → PTGS2");
    checkReal("CUL5 (VACM1), PADI4 (PAD4) and COX-2 (PTGS2) were lost.");
  });
  it("of hands: in cells that hold several targets, and before a drug that acts on what is meant", () => {
    const row = (target: string) => `| Drug | Target |\n|---|---|\n| lapatinib | ${target} |`;
    checkReal(row("EFGR, HER2"), "EFGR → EGFR");
    checkReal(row("EFGR/HER2"), "EFGR → EGFR");
    checkReal("- FTL3: midostaurin", "FTL3 → FLT3");
    checkReal("- FTL3: ferritin, iron");
  });
  it("are none in a word that the note explains: *[word]: …", () => {
    checkReal("Vimentn was high in cells.", "Vimentn → Vimentin");
    checkReal("*[vimentn]: what we call the kit\n\nThe vimentn was high in cells.");
    checkReal("Thrombin and the prethrombins.");
  });
  it("behind a sentence that ends in a letter: that of a trial is no initial of a person", () => {
    checkReal("Two trials ended, GA-CARES and VAPOR-C. Vimentn was measured.", "Vimentn → Vimentin");
    checkReal("Asked by J.-P. Vimentn and C. Vimentn.");
  });
  it("of the ward: days of a cycle without a hyphen", () => {
    checkReal("Trodelvi d1 d8. Abraxene d1, 8, 15.", "Trodelvi → Trodelvy", "Abraxene → Abraxane");
    checkReal("The Trodelvi house, a hotel.");
  });
  it("finds slips in processes and pathways, and lets their adjectives be", () => {
    check("Angiogenisis was seen.", "Angiogenisis → Angiogenesis");
    checkReal(
      "Epithelial-mesenchimal transition, anoikes resistance, lymphangiogenisis; extravasaton was imaged.",
      "mesenchimal → mesenchymal",
      "anoikes → anoikis",
      "lymphangiogenisis → lymphangiogenesis",
      "extravasaton → extravasation",
    );
    checkReal(
      "By epithelial-to-mesenchymal transtion and neutrofil extracellular traps.",
      "transtion → transition",
      "neutrofil → neutrophil",
    );
    checkReal("Lymphangiogeneses, angiogenesin and metastasing cells.");
    checkReal(
      "Anoikic, angiogenetic, metastasic, mesothelial-to-mesenchymal and epithelial-myoepithelial transition; neoangiogenic; anti-angiogenetic.",
    );
  });
  it("finds slips behind a beginning that is written without its hyphen, not in the beginning", () => {
    checkReal(
      "The premetastatc niche; nonsteroidal antiinflamatory drugs.",
      "premetastatc → premetastatic",
      "antiinflamatory → antiinflammatory",
    );
    checkReal("The prometastatic and the postmetastatic niche; an antimetastatic niche.");
  });
  it("finds a slip among older spellings in English, and none among names of another language", () => {
    checkReal(
      "Sulphasalazine, cephalexin, amoxycillin, oestradiol and sulphinpyrazone were given to her, then bevacizumb.",
      "bevacizumb → bevacizumab",
    );
    checkReal("Doxorubicina, cisplatino, gemcitabina, vinorelbina, pemetrexedo con sinvastatina.");
  });
  it("finds slips in classes of drugs, one or several, also in a list of them", () => {
    checkReal(
      "Antracyclines, nitrosoreas, taxanse, antimetabolits and fluropyrimidines; bronghodilator, antiemtics and cephalosporns.",
      "Antracyclines → Anthracyclines",
      "nitrosoreas → nitrosoureas",
      "taxanse → taxanes",
      "antimetabolits → antimetabolites",
      "fluropyrimidines → fluoropyrimidines",
      "bronghodilator → bronchodilator",
      "antiemtics → antiemetics",
      "cephalosporns → cephalosporins",
    );
    checkReal(
      "Anthracyclins, nitrosurea and nitrosureas; the proteosome was blocked.",
      "Anthracyclins → Anthracyclines",
      "nitrosurea → nitrosourea",
      "nitrosureas → nitrosoureas",
      "proteosome → proteasome",
    );
    // chemistry and biology have words two letters off, or with an ending of their own
    checkReal("A furopyrimidine, nematicides, glucosaminoglycan, Oleum antibioticus, benzothiazine, quinoline and retinal.");
  });
  it("finds other endings in names of proteins where the slip is likely and the name well known", () => {
    checkReal(
      "It acts by integran and adhesion to vitronection, and modulates integrni.",
      "integran → integrin",
      "vitronection → vitronectin",
      "integrni → integrin",
    );
    checkReal("The keratan, the heparan and the lumicin; musculus longi.");
  });
  it("knows what is said of genes: orthologues, signal transduction, what is homozygous, two that share a number", () => {
    checkReal("The human ortholog of COXX20.", "COXX20 → COX20");
    checkReal("Treated with CDJ4/6 inhibitor palbociclib; FABCC homozygous deletion.", "CDJ4 → CDK4", "FABCC → FANCC");
  });
  it("takes a letter too many in an integrin's symbol for no other gene behind ITG", () =>
    checkReal("Expression of ITGBB1 rose.", "ITGBB1 → ITGB1"));
  it("knows which names registers spell wrong, and which are names after all", () => {
    checkReal("Given propanalol 5 mg, then ibuprophen.", "propanalol → propranolol", "ibuprophen → ibuprofen");
    checkReal("Pepleomycin 5 mg, merphalan 2 mg and methoxylamine 10 mM; PT by Neoplastin. Mitostatin, cystatin and progerin rose.");
  });
  it("takes symbols that are words, too, for what is meant where a gene is spoken of", () => {
    checkReal("ALKK fusion; RSO1 mutations.", "ALKK → ALK", "RSO1 → ROS1");
    checkReal("RSO1 was looked at, and the ALKK too.");
  });
  it("takes two capitals that were swapped before a hyphen and a number for a slip, where the words beside it speak of a protein", () => {
    checkReal("PD-1 and CTAL-4 blockade, MPM-9 expression.", "CTAL-4 → CTLA-4", "MPM-9 → MMP-9");
    checkReal("Anti-CTAL-4 antibodies.", "CTAL-4 → CTLA-4");
    checkReal("CKD-4 patients; TRL-4 was reached; CTAL-4 cells; CTAL-4 was assayed at noon; HTC-8 xenografts.");
    checkReal("The central assay level (CTAL-4) sets CTAL-4 activity.");
  });
  it("reads what p-, phospho- and anti- lead, also where an antibody is against it, which may be against no protein", () => {
    checkReal("p-STTA3 was high.", "STTA3 → STAT3");
    checkReal("phospho-EFGR levels.", "EFGR → EGFR");
    checkReal("The anti-EFGR antibody cetuximab.", "EFGR → EGFR");
    checkReal("Anti-LKM1, anti-ANNA1 and anti-HIS6 antibodies. The EFGR antibody.");
  });
  it("proposes a thing by one of its names", () => {
    const [found] = findings(real(), noteOf("She was given dipyridamol."), DEFAULTS);
    assert.deepEqual(found?.replacements, ["dipyridamole"]);
  });
  it("takes an s behind an s for a slip, not for a plural", () => checkReal("Given everolimuss 10 mg.", "everolimuss → everolimus"));
  it("finds slips in what is done against metastasis, and lets forms of other languages and participles be", () => {
    checkReal(
      "He had a metastatectomy, another metastectomy, biphosphonates, chemotherpy and immune checkpiont blockade.",
      "metastatectomy → metastasectomy",
      "metastectomy → metastasectomy",
      "biphosphonates → bisphosphonates",
      "chemotherpy → chemotherapy",
      "checkpiont → checkpoint",
    );
    checkReal("Radiotherapie was planned, and immunotherapie; bisphosphonated and immunomodulatory nanotechnologists.");
  });
  it("takes another beginning of a process's name for another word, and an o between its parts for a way to write it", () => {
    checkReal("Nodes with macrometastases and with micrometastases; a macrometastasis; lymphoangiogenesis.");
    checkReal(
      "Nodes with micrometasteses; lymphangiogenisis.",
      "micrometasteses → micrometastases",
      "lymphangiogenisis → lymphangiogenesis",
    );
  });
  it("takes what no language has for slips: an e behind k for c, ciclo- before ph, cy- but in cyclo- and cyt-", () => {
    checkReal(
      "She was given kapecitabine, vinkristine 2 mg, ciclophosphamide and cysplatin.",
      "kapecitabine → capecitabine",
      "vinkristine → vincristine",
      "ciclophosphamide → cyclophosphamide",
      "cysplatin → cisplatin",
    );
    checkReal("She was given karboplatin, ciclofosfamida 5 mg, citarabina, doketaksel and cyclosporin.");
  });
  it("takes for slips what no language has: k for a c before i, half of -phosph-, th in the INN's own endings, a long vowel in -mab", () => {
    checkReal(
      "Given abemakiclib 150 mg, cyclophosfamide 1 g, tramethinib 2 mg, cetuxymab 400 mg, metotrexate 15 mg, Gemzitabine 1 g, nivolumaab 240 mg, everolimuus 10 mg.",
      "abemakiclib → abemaciclib",
      "cyclophosfamide → cyclophosphamide",
      "tramethinib → trametinib",
      "cetuxymab → cetuximab",
      "metotrexate → methotrexate",
      "Gemzitabine → Gemcitabine",
      "nivolumaab → nivolumab",
      "everolimuus → everolimus",
    );
    checkReal("Given methylprednisolone, amoxycillin 1 g, cyklofosfamid 1 g.");
  });
  it("takes another language's spelling for a slip in an English sentence, alone among names that are spelled so", () => {
    checkReal("She was treated with karboplatin and the tumour shrank.", "karboplatin → carboplatin");
    checkReal("The patients were treated with metotrexat and then they were followed.", "metotrexat → methotrexate");
    checkReal("She was treated with cetuximabe and the tumour shrank.", "cetuximabe → cetuximab");
    checkReal("Stable on karboplatin; fulvestrante 500 mg.");
    checkReal("In Spanish the drug is called fulvestranto by the firm, and cetuximabe is what the Brazilian label of the drug has.");
    checkReal("| Drug | Name in Poland |\n|---|---|\n| the drug of the trial | docetaksel, as it was given to them |");
    checkReal("The thesis “Efeito da doxorrubicina e cisplatino” is by Silva and was read by us.");
    checkReal(
      "Der Patient wurde nach der Linie nicht mehr behandelt.\n\n- Karboplatin was given for 4 cycles, and then the rest of the drugs.",
    );
    checkReal("She was treated with karboplatin and with docetaksel.");
    checkReal("Patienten fick karboplatin och recebeu cetuximabe.");
    checkReal("She was treated with amoxycillin and with cephalexin.");
  });
  it("knows the s for c of Turkish and Indonesian, where the passage has their words, and the u of Slavic cases", () => {
    checkReal("Hasta sisplatin ve bevasizumab aldı.\n\nPasien mendapat sisplatin dan karboplatin.");
    checkReal("Dostal cisplatinu a etoposid; imatinibu 400 mg.");
    checkReal("Bevasizumab 10 mg/kg was given.", "Bevasizumab → Bevacizumab");
  });
  it("takes a syllable's letters in another order for one slip, whatever ending they make", () => {
    checkReal("We compared apalumatide with placebo.", "apalumatide → apalutamide");
    checkReal("Given sarkomycin 5 mg.");
  });
  it("takes a letter twice in a known enzyme for a slip, and the one of several for what is meant", () => {
    checkReal("Expression of heparannase was high.", "heparannase → heparanase");
    checkReal("Expression of flippase was high.");
    checkReal("Expression of tubuline was high.", "tubuline → tubulin");
  });
  it("takes -some for -sone where the name is long and known well, but for no carrier of it", () => {
    checkReal("Dexamethasome 8 mg was given.", "Dexamethasome → Dexamethasone");
    checkReal("Accutase, transfersome and niosome were given.");
  });
  it("ranks two letters swapped before others, in letters alone: another number is another name", () => {
    checkReal("VEGRF inhibitors were given.", "VEGRF → VEGFR");
    checkReal("HSPC197 and CILD32 were seen.");
  });
  it("finds letters swapped in another country's brand, a brand that sounds alike, and one at an interval", () => {
    checkReal(
      "Acctuane 40 mg, then Tecentric 1200 mg, Temodor 100 mg and Proliaa every 6 months.",
      "Acctuane → Accutane",
      "Tecentric → Tecentriq",
      "Temodor → Temodar",
      "Proliaa → Prolia",
    );
    checkReal("The tecentric view, and xgevaa.");
  });
  it("parts and and with from a drug whatever is beside them", () =>
    checkReal("Letrozoleand palbociclib.", "Letrozoleand → Letrozole and"));
  it("finds letters swapped in symbols that are other names or words, where a drug, a relative or a variant speaks for them", () => {
    checkReal("KARS G12C mutations. BARF V600E was found.", "KARS → KRAS", "BARF → BRAF");
    checkReal("KARS, NRAS and PIK3CA. The BARF inhibitor vemurafenib.", "KARS → KRAS", "BARF → BRAF");
    checkReal("NARS and olaparib; HARS, KRAS and BRAF.", "HARS → HRAS");
    checkReal(
      "KARS mutations cause deafness, and KARS1 was lost. They barf. AMPK, ERK and trametinib; TSC1 and everolimus; PRAP1 and olaparib.",
    );
  });
  it("takes what is written again and again, or by another of its names, for no swap of letters", () => {
    checkReal("The lysyl-tRNA synthetase KARS and sotorasib. KARS and sotorasib.", "KARS → KRAS");
    checkReal("A KARS inhibitor and sotorasib; KARS binds laminin receptors, and KARS fell.");
    checkReal("Sequenced: GARS, KARS, NRAS and BRAF. Palbociclib in CKD: for CKD4 the dose stays.");
  });
  it("finds letters swapped before a hyphen or in symbols with a slash, where a gene is spoken of", () => {
    checkReal("CTAL-4 blockade, MPM-9 expression and CKD4/6 inhibitors.", "CTAL-4 → CTLA-4", "MPM-9 → MMP-9", "CKD4/6 → CDK4/6");
    checkReal("ARC-1, CREB-2 and CLF-1 expression; the MPM-9 cells; patients at CKD4/5 and CTAL-4.");
  });
  it("hears the drug that acts on a target beside a slip in its symbol", () => {
    checkReal("RNAKL and denosumab; palbociclib, a CKD4 inhibitor; anti-VEFG antibodies.", "RNAKL → RANKL", "CKD4 → CDK4", "VEFG → VEGF");
    checkReal("RNAKL and aspirin; palbociclib in CKD3 and CKD4; EGFZ and cetuximab.");
  });
  it("joins a drug's name that a space broke", () => {
    checkReal(
      "She had pembro lizumab 200 mg, tras tuzumab, af libercept and Key truda.",
      "pembro lizumab → pembrolizumab",
      "tras tuzumab → trastuzumab",
      "af libercept → aflibercept",
      "Key truda → Keytruda",
    );
    checkReal("An old nib, a big mab and the lizumab of pembro.");
  });
});
