import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("target-mismatch", real);

describe("target-mismatch", () => {
  it("finds a wrong target in each closed pattern, and puts the right one in its place", () => {
    check(
      "Nivolumab (⟦anti-PD-L1→anti-PD-1⟧) was given.",
      "Nivolumab (an ⟦anti-PD-L1→anti-PD-1⟧ antibody) was given.",
      "Atezolizumab (⟦αPD-1→αPD-L1⟧) was added.",
      "Bevacizumab, an ⟦anti-EGFR→anti-VEGF-A⟧ antibody, was given.",
      "The ⟦anti-CTLA-4→anti-PD-1⟧ antibody nivolumab was given.",
      "We used the ⟦anti-EGFR→anti-HER2⟧ monoclonal antibody trastuzumab.",
      "Sotorasib, a selective ⟦EGFR→KRAS⟧ inhibitor, was well tolerated.",
      "Niraparib, an oral and potent ⟦SMO→PARP⟧ inhibitor, was given.",
      "Palbociclib (an ⟦EGFR→CDK4/6⟧ inhibitor) was stopped.",
      "The ⟦PARP→EZH2⟧ inhibitor tazemetostat was active.",
      "Cells were exposed to the oral ⟦CXCR4→EGFR⟧ antagonist gefitinib.",
    );
  });
  it("is silent on a variant of what is called so for its relation to the drug's target", () =>
    check("Sotorasib, a RAS G12D inhibitor, and sotorasib, an SOS1 E12K inhibitor."));
  it("needs no word before what is led by anti", () => check("Responses to ⟦anti-PD-L1→anti-PD-1⟧ antibody nivolumab lasted."));
  it("writes a symbol where a symbol stood", () => check("Nivolumab (⟦anti-CD274→anti-PDCD1⟧) was given."));
  it("takes the drug's target, a family that holds it, and a member of its family for right", () => {
    check(
      "Nivolumab (anti-PD-1), an anti-PD-1 antibody nivolumab, nivolumab, a PD-1 inhibitor.",
      "Bevacizumab (anti-VEGF) and bevacizumab (anti-VEGF-A) are the same.",
      "Trametinib, a MEK inhibitor, and trametinib, a MEK1/2 inhibitor, are the same.",
      "Sotorasib, a RAS inhibitor. The VEGFR2 inhibitor axitinib. Trastuzumab (anti-HER2/neu).",
    );
  });
  it("knows what is commonly said of a drug beside its record's first target", () => {
    check(
      "The IL-6 inhibitor tocilizumab. The EGFR inhibitor ibrutinib. The NF-κB inhibitor bortezomib. Thalidomide, a TNF-α inhibitor.",
      "The COX inhibitor aspirin. The HDAC6 inhibitor vorinostat. The JAK/STAT inhibitor ruxolitinib. The RAS inhibitor MRTX1133.",
      "The ⟦PD-1→CSF-1R⟧ inhibitor BLZ945 was given.",
    );
  });
  it("holds no target against a drug of which its record says that more is reported in tumours", () => {
    check("Simvastatin, a RhoA inhibitor, and the YAP inhibitor atorvastatin.");
    check("Dexamethasone, an NF-κB inhibitor; the MYC inhibitor JQ1; the MAPK inhibitor SB203580.");
    check("The TGF-β inhibitor losartan, the HIF-1α inhibitor digoxin and the VEGFR2 inhibitor mebendazole.");
    check("Zibotentan, a ⟦MET→endothelin A receptor⟧ inhibitor.");
  });
  it("takes for right what is said of a chemical and a target that no drug on record acts on", () => {
    check(
      "The P-glycoprotein inhibitor lapatinib, the DDR2 inhibitor dasatinib and the xCT inhibitor sorafenib were compared.",
      "The ⟦FOXP3→CTLA-4⟧ inhibitor tremelimumab was given.",
    );
  });
  it("takes loose words for chemicals for right: relatives in a family, and the pathway", () => {
    check("The VEGF inhibitor sunitinib, the TGF-β inhibitor galunisertib.", "The HER2 inhibitor erlotinib was given.");
  });
  it("knows that one pathway has several classes of inhibitors: one of KRAS is none of BRAF", () => {
    check(
      "Patients received the ⟦BRAF→KRAS⟧ inhibitor sotorasib, and the ⟦MEK→BRAF⟧ inhibitor dabrafenib after it.",
      "The ⟦PI3K→mTOR⟧ inhibitor everolimus raised glucose.",
      "Vemurafenib, a first-generation ⟦MEK1/2→BRAF⟧ inhibitor, was stopped.",
      "The MAPK inhibitor trametinib, the Notch inhibitor nirogacestat and the Hedgehog inhibitor vismodegib.",
    );
  });
  it("reads what antibodies lead, by what they are directed against", () => {
    check(
      "The ⟦HER2→Nectin-4⟧-targeting ADC enfortumab vedotin and the ⟦CD19→BCMA⟧ CAR-T idecabtagene vicleucel.",
      "The ⟦PD-L1→PD-1⟧-blocking antibody nivolumab, the ⟦PD-L1→PD-1⟧ antibody pembrolizumab.",
      "Trastuzumab (an ⟦EGFR→HER2⟧-targeting antibody) was given.",
      "The TROP2-directed antibody-drug conjugate sacituzumab govitecan, the αvβ3 antibody etaracizumab.",
      "The BCMA-directed CAR-T cell product ide-cel; the VEGF trap aflibercept; the TGF-β2 antisense trabedersen.",
    );
  });
  it("reads targets in words, with variants and what kinds of inhibitors they have", () => {
    check(
      "The selective ⟦androgen receptor→oestrogen receptor⟧ antagonist fulvestrant was given.",
      "The ⟦EGFR→MEK⟧ TKI trametinib, the pan-⟦FGFR→CDK4/6⟧ inhibitor palbociclib.",
      "The KRAS G12C inhibitor sotorasib, the BRAF V600E inhibitor vemurafenib, the oestrogen receptor antagonist fulvestrant.",
    );
  });
  it("reads what is said of several drugs at once, and of those only that are surely meant", () => {
    check(
      "The ⟦EGFR⟧ inhibitors gefitinib and olaparib were compared.",
      "⟦PD-1⟧ inhibitors such as atezolizumab and pembrolizumab were allowed.",
      "⟦PD-1⟧ inhibitors (pembrolizumab, atezolizumab, cemiplimab) were allowed.",
      "⟦PD-1→PD-L1⟧ inhibitor: atezolizumab",
      "The EGFR inhibitors gefitinib and erlotinib; BRAF and MEK inhibitors such as dabrafenib and trametinib.",
      "Combining PARP inhibitors such as olaparib and bevacizumab. The EGFR inhibitors, gefitinib and erlotinib, and olaparib.",
      "CTLA-4 inhibitors (with nivolumab) were stopped; the EGFR inhibitor olaparib combination.",
      "Ipilimumab and nivolumab (anti-CTLA-4, anti-PD-1) and ipilimumab plus nivolumab (anti-CTLA-4 and anti-PD-1, respectively).",
    );
  });
  it("reads what a drug is directed against, what it neutralises, and a target behind its name in a list", () =>
    check(
      "Bevacizumab, directed against ⟦VEGFR2→VEGF-A⟧, was given. Denosumab neutralises ⟦VEGF→RANKL⟧.",
      "- nivolumab: ⟦anti-PD-L1→anti-PD-1⟧\n- atezolizumab: anti-PD-L1",
      "- nivolumab: resistant to anti-PD-L1\n- ipilimumab: anti-PD-1 failed",
    ));
  it("reads a target in small letters that is no word", () => check("Vismodegib, a ⟦gamma-secretase→Smoothened⟧ inhibitor, failed."));
  it("reads what several drugs are said to do, as of one", () =>
    check(
      "Palbociclib and ribociclib target ⟦PARP⟧. Cetuximab and panitumumab both bind ⟦HER2⟧.",
      "Olaparib and niraparib selectively inhibit PARP. Palbociclib and ribociclib inhibit PARP. Nivolumab and ipilimumab target genes.",
    ));
  it("reads sentences and list items that say what a drug is", () => {
    check(
      "Atezolizumab is an ⟦anti-PD-1→anti-PD-L1⟧ antibody.",
      "- ipilimumab: ⟦anti-PD-1→anti-CTLA-4⟧ antibody",
      "The partner of nivolumab is a CTLA-4 antibody. Trametinib is a good partner for a BRAF inhibitor.",
      "- ipilimumab: after anti-PD-1 antibody failure",
    );
  });
  it("reads the column of targets beside that of drugs", () => {
    check(
      "| Drug | Target |\n|---|---|\n| nivolumab | ⟦PD-L1→PD-1⟧ |\n| trametinib | MEK |\n| Keytruda® | ⟦anti-PD-L1→anti-PD-1⟧ |\n",
      "| Drug | Target |\n|---|---|\n| olaparib | BRCA1/2 |\n| ipilimumab + nivolumab | PD-1 |\n| cetuximab | KRAS wild type |\n",
      "| ADC | Target |\n|---|---|\n| polatuzumab vedotin | ⟦CD22→CD79b⟧ |\n| trastuzumab deruxtecan | topoisomerase I |\n",
      "| Drug | Target | IC50 (nM) |\n|---|---|---|\n| sotorasib | EGFR | >10,000 |\n",
      "| Drug | Biomarker |\n|---|---|\n| pembrolizumab | PD-L1 |\n",
      "| Drug | Target population |\n|---|---|\n| osimertinib | HER2 |\n",
    );
  });
  it("reads nothing across a line's end that a cell makes, whose lines are items", () => {
    check("| Arms |\n|---|\n| anti-PD-L1 antibody<br>nivolumab |\n| the BRAF inhibitor<br/>sotorasib |");
    check("| Arms |\n|---|\n| cetuximab<br>the ⟦BRAF→KRAS⟧ inhibitor sotorasib |");
  });
  it("takes what an open table says for right", () => check("The KIT inhibitor dasatinib and the EPHA2 inhibitor dasatinib."));
  it("is silent in negation, question and quotation, and where the sentence calls it wrong", () => {
    check(
      "Nivolumab is not the anti-PD-L1 antibody nivolumab.",
      "Is it the EGFR inhibitor olaparib?",
      "Unlike the EGFR inhibitor olaparib.",
      "It was wrongly called the EGFR inhibitor olaparib.",
      "Nivolumab (anti-PD-L1) is an error of ours.",
      "> Nivolumab (anti-PD-L1) was given.",
      "They write: “nivolumab (anti-PD-L1) was given to all”.",
      'They write: "nivolumab (anti-PD-L1) was given to all".',
    );
  });
  it("reads a callout, which is the author's own", () => check("> [!note]\n> Nivolumab (⟦anti-PD-L1→anti-PD-1⟧) was given."));
  it("is silent where two things may be meant", () => {
    check(
      "We compared nivolumab, a CTLA-4 inhibitor, and ipilimumab.",
      "We gave olaparib, an EGFR inhibitor and a statin.",
      "On an EGFR inhibitor nivolumab was added.",
      "Nivolumab (anti-PD-1/PD-L1) and the anti-PD-L1/anti-CTLA-4 antibody nivolumab.",
      "Trastuzumab deruxtecan, a TOP1 inhibitor, carries its payload.",
      "The tyrosine kinase inhibitor olaparib; olaparib, a potent inhibitor.",
      "Nivolumab (an anti-cancer antibody), nivolumab (anti-inflammatory).",
    );
  });
  it("names the record's date, what is right, and where the drug stands", () => {
    const text = "Nivolumab (anti-PD-L1) was given.";
    const [found] = findings(real(), noteOf(text), DEFAULTS);
    assert.match(found!.message, /^“anti-PD-L1” is said of Nivolumab, which by its record of \d{4}-\d{2} acts on PD-1, not on PD-L1\.$/);
    assert.equal(text.slice(found!.related!.from, found!.related!.to), "Nivolumab");
  });
  it("tells two drugs apart that the same is said of", () => {
    const note = noteOf("Nivolumab (anti-PD-L1) was given.\n\nIpilimumab (anti-PD-L1) was not; nivolumab (anti-PD-L1) again.\n");
    const found = findings(real(), note, DEFAULTS);
    assert.deepEqual(
      found.map(({ level, replacements, others }) => [level, replacements[0], others.length]),
      [
        ["warning", "anti-PD-1", 1],
        ["warning", "anti-CTLA-4", 0],
        ["hint", "anti-PD-1", 0],
      ],
    );
  });
  it("finds a wrong target behind what binds it", () => {
    check(
      "Denosumab, an antibody to ⟦VEGF→RANKL⟧, lowers events.",
      "Enfortumab vedotin is an ADC that targets ⟦TROP2→Nectin-4⟧.",
      "Denosumab is a human antibody against RANKL. Bevacizumab is an antibody directed against the VEGF-A ligand.",
      "Trametinib is an inhibitor of EGFR. Amivantamab is an antibody to EGFR and MET. Nivolumab is an antibody to PD-L1 signalling.",
    );
  });
  it("finds a wrong target behind a verb of what the drug itself does, where others of its kind are made against it", () => {
    check(
      "Nivolumab targets ⟦PD-L1→PD-1⟧. Atezolizumab binds to ⟦PD-1→PD-L1⟧ on T cells. Ipilimumab is directed against ⟦PD-1→CTLA-4⟧.",
      "The antibody trastuzumab targets ⟦EGFR→HER2⟧, whereas cetuximab selectively binds ⟦HER2→EGFR⟧.",
      "Denosumab, which binds ⟦VEGF→RANKL⟧, was given. Sacituzumab govitecan targets ⟦HER2→TROP2⟧ in urothelial cancer.",
      "Denosumab targets ⟦PD-1→RANKL⟧ and slows bone loss. Denosumab targets RANKL and reduces fractures.",
      "Olaparib selectively inhibits ⟦CDK4/6→PARP⟧. Palbociclib works by blocking ⟦EGFR→CDK4/6⟧. Sotorasib covalently inhibits ⟦ALK→KRAS⟧ and is oral.",
      "Nivolumab targets PD-1, whereas ipilimumab targets CTLA-4. Osimertinib irreversibly inhibits EGFR. Bevacizumab, which binds VEGF, works.",
      "Tarlatamab binds CD3 on T cells. Trametinib targets MEK1/2. Lapatinib targets HER2. Everolimus works by inhibiting mTOR.",
    );
  });
  it("is silent on effects, on what is found, and where the verb may have another subject or object", () => {
    check(
      "Trastuzumab inhibits AKT. Gefitinib blocks AKT. Cetuximab inhibits VEGF. Nivolumab blocks PD-L1. Olaparib inhibits EGFR.",
      "Olaparib inhibited EGFR expression. Palbociclib selectively inhibits EGFR phosphorylation. Nivolumab targeted PD-L1.",
      "Nivolumab targets PD-L1-positive tumours, PD-L1 expression, the PD-L1 axis. Trastuzumab targets EGFR signalling.",
      "We found that palbociclib targets EGFR. Surprisingly, palbociclib selectively inhibits EGFR. Palbociclib also targets EGFR.",
      "Vemurafenib targets MEK. Everolimus selectively inhibits AKT. Verteporfin targets YAP. Sorafenib targets CDK4/6.",
      "Axitinib targets ABL1 T315I. Selpercatinib, an inhibitor of VEGFR3, was given. Axitinib targets ABL1.",
      "Trastuzumab deruxtecan targets TOP1. The combination of ipilimumab and nivolumab targets CTLA-4. Resistance to nivolumab targets PD-L1.",
      "Ipilimumab plus nivolumab, which targets CTLA-4 and PD-1. Nivolumab does not target PD-L1, nor is it that nivolumab targets PD-L1.",
      "If nivolumab targets PD-L1, it fails. Nivolumab targets PD-L1? Nivolumab targets PD-L1, wrongly. Nivolumab will target PD-L1.",
      "> Nivolumab targets PD-L1.",
      "He wrote “nivolumab targets PD-L1” there.",
    );
  });
  it("finds a wrong target of an inhibitor of it, and of what is directed against it", () => {
    check(
      "Palbociclib, a selective inhibitor of ⟦EGFR→CDK4/6⟧, was stopped. Olaparib is an inhibitor of ⟦CDK4/6→PARP⟧.",
      "The ⟦HER2→PD-1⟧-directed drug nivolumab was given. ⟦EGFR→PD-1⟧-targeted agents such as pembrolizumab are others.",
      "Trastuzumab, an ⟦EGFR→HER2⟧-directed agent, was added. ⟦PD-L1⟧-targeting agents (nivolumab, pembrolizumab) are in use.",
      "Palbociclib, an inhibitor of CDK4/6, and olaparib, an inhibitor of angiogenesis and of EGFR signalling. Gefitinib, an inhibitor of AKT signalling.",
      "HER2-directed agents such as tucatinib and trastuzumab. BRCA-targeted drugs such as olaparib. BRAF-targeted drugs (dabrafenib, trametinib).",
      "On EGFR-targeted therapy nivolumab was added. EGFR-mutant disease drug nivolumab. TOP1-directed agents such as sacituzumab govitecan.",
    );
  });
  it("says nothing of what its author takes back, or says that others got wrong", () => {
    check("Corrections: last week I wrote that capivasertib is a PI3K inhibitor; it inhibits AKT.");
    check("The leaflet wrongly says that capivasertib is a PI3K inhibitor.");
    check(
      "Suppose zanubrutinib is an EGFR inhibitor. Let us pretend zanubrutinib is an EGFR inhibitor. Myth: zanubrutinib is an EGFR inhibitor.",
    );
    check("Capivasertib is a ⟦PI3K→AKT⟧ inhibitor, I wrote.");
  });
  it("reads over a brand, a code or a maker in brackets", () =>
    check(
      "Nivolumab (Opdivo), an ⟦anti-PD-L1→anti-PD-1⟧ antibody, was given. Atezolizumab (Tecentriq®; Genentech) targets ⟦PD-1→PD-L1⟧.",
      "Sacituzumab govitecan (IMMU-132) targets ⟦Nectin-4→TROP2⟧. Nivolumab (Opdivo), an anti-PD-1 antibody, was given.",
      "Nivolumab (plus ipilimumab), a CTLA-4 antibody, was given. Nivolumab (n = 20), ipilimumab, a CTLA-4 antibody, and others were given.",
    ));
  it("takes a pathway's name for its drugs, not for what an antibody binds", () =>
    check(
      "VEGF inhibitors such as bevacizumab, ramucirumab and aflibercept. The VEGF inhibitor ramucirumab. VEGF-targeted agents such as ramucirumab.",
      "MET-targeted agents such as rilotumumab; RANK-targeted agents such as denosumab.",
      "Ramucirumab is an antibody against ⟦VEGF→VEGFR2⟧. The ⟦PD-L1→PD-1⟧ inhibitor nivolumab.",
    ));
  it("reads the column of what drugs are", () => {
    const table = (heading: string, drug: string, cell: string) =>
      `| Drug | ${heading} | Phase |\n|---|---|---|\n| ${drug} | ${cell} | III |\n`;
    check(
      table("Mechanism of action", "atezolizumab", "⟦PD-1→PD-L1⟧ inhibitor"),
      table("MoA", "trametinib", "⟦BRAF→MEK⟧ inhibitor (oral)"),
      table("Class", "cetuximab", "⟦anti-HER2→anti-EGFR⟧ mAb"),
      table("Class", "nivolumab", "anti-PD-1 mAb (IgG4)"),
      table("Class", "regorafenib", "multikinase inhibitor"),
      table("Class", "encorafenib + cetuximab", "BRAF inhibitor"),
      table("Class", "dabrafenib", "no MEK inhibitor"),
      table("Class", "sacituzumab govitecan", "topoisomerase I inhibitor"),
      table("Class", "axitinib", "VEGF inhibitor"),
      table("Prior class", "axitinib", "PD-1 inhibitor"),
    );
  });
  it("reads what is done with a drug in brackets, and anti-T agents", () =>
    check(
      "⟦Anti-EGFR→Anti-HER2⟧ therapy (trastuzumab) and then ⟦MEK→PARP⟧ inhibition (olaparib) was given. ⟦HER2→PD-1⟧ blockade (nivolumab) failed.",
      "Then ⟦MEK→PARP⟧ inhibition (olaparib) was given.",
      "⟦Anti-HER2⟧ agents (atezolizumab, durvalumab) were allowed. Anti-VEGF agents such as ramucirumab and aflibercept were allowed.",
      "PD-1 blockade with ipilimumab, PD-1 blockade (with ipilimumab), PD-1 blockade plus ipilimumab, BRAF inhibition (vemurafenib) were given.",
      "After HER2-positive therapy (nivolumab), targeted treatment (olaparib), anti-PD-1 therapy (nivolumab, ipilimumab).",
    ));
  it("knows which variant a drug needs, where it acts on that alone", () =>
    check(
      "Sotorasib, a ⟦KRAS G12D→KRAS G12C⟧ inhibitor, was given. The ⟦KRAS G12V→KRAS G12C⟧ inhibitor adagrasib was given.",
      "Sotorasib, a KRAS G12C inhibitor, and vemurafenib, a BRAF V600K inhibitor. Osimertinib, an EGFR T790M inhibitor. Divarasib, a KRAS inhibitor.",
    ));
  it("reads names that are links, in what they say", () => {
    check(
      "[[nivolumab]] (⟦anti-CTLA-4→anti-PD-1⟧) was given. [Nivolumab](nivo.md), a [⟦CTLA-4→PD-1⟧](a.md) antibody, was given.",
      "The [[⟦CTLA-4→PD-1⟧]] inhibitor [[drugs/nivolumab|nivolumab]] was given.",
      "[[pembrolizumab]] (anti-PD-1), [[nivolumab|the CTLA-4 antibody]], [[CTLA-4]] inhibitor [[nivolumab|ipilimumab]].",
    );
  });
  it("reads on behind a brand or code in the same brackets", () =>
    check(
      "Nivolumab (Opdivo®, ⟦anti-CTLA-4→anti-PD-1⟧) and nivolumab (BMS-936558; a ⟦CTLA-4→PD-1⟧ antibody) were given.",
      "Nivolumab (Opdivo, anti-PD-1), nivolumab (ipilimumab, anti-CTLA-4) and nivolumab (Opdivo, day 1; anti-CTLA-4 later).",
    ));
  it("reads what is said of several drugs at once", () =>
    check(
      "Erlotinib and gefitinib are ⟦ALK⟧ inhibitors. Erlotinib, afatinib and gefitinib, all ⟦ALK⟧ inhibitors, were given.",
      "Nivolumab and atezolizumab are both ⟦PD-1⟧ inhibitors.",
      "Erlotinib and crizotinib are EGFR and ALK inhibitors. Nivolumab and atezolizumab are PD-1/PD-L1 inhibitors.",
      "The partners of erlotinib and gefitinib are ALK inhibitors. Are erlotinib and gefitinib ALK inhibitors?",
    ));
  it("reads what nouns of blockers have before and behind them", () =>
    check(
      "Nivolumab, a fully human IgG4 monoclonal antibody that binds to ⟦CTLA-4→PD-1⟧, was given.",
      "Nivolumab, an immune checkpoint inhibitor targeting ⟦CTLA-4→PD-1⟧, was given. The ⟦CTLA-4→PD-1⟧ checkpoint inhibitor nivolumab.",
      "Avelumab, an antibody that blocks the PD-1/PD-L1 axis. Sunitinib, a tyrosine kinase inhibitor targeting VEGFR, PDGFR and KIT.",
    ));
  it("puts no line end or space into what it marks", () =>
    check(
      "Nivolumab, a ⟦CTLA-4→PD-1⟧\r\nantibody, was given. The ⟦CTLA-4→PD-1⟧\r\ninhibitor nivolumab and the ⟦CTLA-4→PD-1⟧  inhibitor nivolumab.",
    ));
  it("reads short notes: anti-T (drug), drug = T inhibitor", () => {
    check("⟦Anti-CTLA-4→Anti-PD-1⟧ (nivolumab) was given, then anti-PD-1 and anti-CTLA-4 (nivolumab).");
    check("- nivolumab = ⟦CTLA-4→PD-1⟧ inhibitor\n- alectinib - ⟦EGFR→ALK⟧ inhibitor\n- osimertinib → MET inhibitor at progression\n");
  });
  it("takes what follows a comma by with or plus for a partner", () =>
    check("Atezolizumab, a ⟦PD-1→PD-L1⟧ inhibitor, plus bevacizumab. Nivolumab, a CTLA-4 inhibitor and ipilimumab."));
  it("finds a drug called the inhibitor of a target, or one of its inhibitors, and what a column names so", () =>
    check(
      "Pembrolizumab, the ⟦anti-PD-L1→anti-PD-1⟧ antibody, was given. Olaparib is one of the ⟦CDK4/6→PARP⟧ inhibitors.",
      "⟦CDK4/6⟧ inhibitors include olaparib and talazoparib.",
      "| Antibody | Target(s) |\n|---|---|\n| pembrolizumab | ⟦PD-L1→PD-1⟧ |\n| trastuzumab | HER2 |",
      "| Compound | Mode of action |\n|---|---|\n| olaparib | ⟦CDK4/6→PARP⟧ inhibitor |",
      "Trials gave nivolumab, the anti-PD-L1 antibody atezolizumab, and chemotherapy; then nivolumab, the PD-L1 antibody, and that.",
      "Options after CDK4/6 inhibitors include alpelisib. Partners of PD-1 inhibitors include bevacizumab.",
      "Osimertinib was a CDK4/6 inhibitor comparator; osimertinib, a CDK4/6 inhibitor combination partner, was given.",
    ));
  it("knows what else is commonly said of old drugs and kinase inhibitors", () =>
    check(
      "Disulfiram, an NF-κB inhibitor; zoledronate, a Ras inhibitor; celecoxib, an AKT inhibitor; buparlisib, a tubulin inhibitor.",
      "Nilotinib, a PDGFR inhibitor, and nilotinib, a CSF1R inhibitor; the TNIK inhibitor mebendazole.",
    ));
  it("reads an inhibitor in short behind its target", () => {
    check(
      "Ribociclib (⟦EGFR→CDK4/6⟧i) was added. The ⟦CDK4/6→PARP⟧i olaparib was stopped.",
      "Olaparib, a ⟦CDK4/6→PARP⟧i, was given. - none",
      "⟦CDK4/6→PARP⟧is such as olaparib are oral.",
    );
    check("Olaparib (PARPi), erlotinib (EGFRi, HER2i), olaparib + CDK4/6i, no CDK4/6i olaparib. After CDK4/6i olaparib was given.");
  });
  it("reads what a drug acts as or belongs to, and an apposition that begins the sentence", () => {
    check(
      "Olaparib acts as a ⟦CDK4/6→PARP⟧ inhibitor in these cells.",
      "Olaparib belongs to the ⟦CDK4/6→PARP⟧ inhibitors.",
      "A second-generation ⟦CDK4/6→PARP⟧ inhibitor, olaparib, entered the clinic.",
      "Nivolumab is a fully human IgG antibody that binds ⟦PD-L1→PD-1⟧.",
    );
    check(
      "Combined with a CDK4/6 inhibitor, fulvestrant, which degrades ER, was active.",
      "A CDK4/6 inhibitor, fulvestrant, and radiotherapy were given. A CDK4/6 inhibitor, olaparib and letrozole.",
      "A CDK4/6 inhibitor, fulvestrant, for two weeks, and then surgery. A BRAF inhibitor, trametinib, in that order, were given.",
    );
  });
  it("knows families whose members alone have drugs on record", () => {
    check("The ⟦NTRK→PARP⟧ inhibitor olaparib was given. The ⟦PI3K→PARP⟧ inhibitor niraparib was given.");
    check("The NTRK inhibitor larotrectinib, the PI3K inhibitor alpelisib.");
  });
  it("takes what follows a plus for no partner where it is no drug", () => {
    check("The ⟦ALK→PARP⟧ inhibitor olaparib + chemo was stopped.", "The MEK inhibitor dabrafenib + trametinib was stopped.");
  });
  it("reads a variant in the column of targets, and leaves it to the author", () => {
    check("| Drug | Target |\n|---|---|\n| olaparib | ⟦KRAS G12C⟧ |", "| Drug | Target |\n|---|---|\n| adagrasib | KRAS G12C |");
    check("The ⟦KRAS⟧ G12C inhibitor olaparib was given.");
  });
  it("reads tables with Windows line ends", () =>
    check("| Drug | Target |\r\n|---|---|\r\n| nivolumab | ⟦PD-L1→PD-1⟧ |\r\n| atezolizumab | PD-L1 |\r\n"));
  it("reads lists of drugs and their targets, which the other pairs show it to be", () => {
    const right = "- tisotumab vedotin: tissue factor / MMAE\n- **inotuzumab ozogamicin**: CD22\n- loncastuximab tesirine: CD19\n";
    check(
      `${right}- polatuzumab vedotin: ⟦CD22→CD79b⟧ / MMAE`,
      right.replaceAll(": ", " – ").replaceAll("-", "1.").replaceAll("\n", "\r\n") +
        "4. polatuzumab vedotin – ⟦CD22→CD79b⟧ – approved 2019",
      // too few, and too many that are wrong
      "- loncastuximab tesirine: CD19\n- inotuzumab ozogamicin: CD22\n- polatuzumab vedotin: CD22",
      `${right}- polatuzumab vedotin: CD22\n- talquetamab: BCMA`,
    );
    // in whom they work, a drug's partner, its pathway, a question, a quotation
    check(
      `${right}- datopotamab deruxtecan: EGFR\n- pembrolizumab: PD-L1`,
      `Combinations\n\n${right}- polatuzumab vedotin: CD22 (combination)`,
      `${right}- polatuzumab vedotin: CD22?`,
      `${right}- polatuzumab vedotin: “CD22”`,
      `${right}- polatuzumab vedotin: CD22 (?)`,
      // another list, and what comes next
      `- Targets\n${right.replace(/^/gm, "  ").trimEnd()}\n- Next\n  - polatuzumab vedotin: CD22`,
      `${right}- polatuzumab vedotin → CD22`,
    );
  });
  it("reads a long list of them once", () => {
    const begun = performance.now();
    const note = noteOf(Array.from({ length: 3000 }, (_, i) => `- rituximab: ${i % 2 === 0 ? "TIGIT" : "LAG-3"}\n`).join(""));
    assert.deepEqual(findings(real(), note, DEFAULTS), []);
    assert.ok(performance.now() - begun < 5000);
  });
  it("reads the class of several drugs in a cell, where it is right of two and the third is of their kind", () => {
    const rows = (...cells: string[]) => `| Drugs | Class |\n|---|---|\n${cells.map((cell) => `| ${cell} |`).join("\n")}`;
    check(
      rows("rucaparib, talazoparib, ribociclib | ⟦PARP⟧ inhibitors", "nivolumab; pembrolizumab; durvalumab | ⟦anti-PD-1⟧ antibody"),
      rows(
        "rucaparib, talazoparib, ribociclib | PARP inhibitors (the first two)",
        "nivolumab, pembrolizumab, ipilimumab | anti-PD-1 (nivo), anti-CTLA-4 (ipi)",
      ),
      rows("rucaparib, talazoparib, ~~ribociclib~~ | PARP inhibitors"),
      rows("rucaparib, ribociclib | PARP inhibitors", "trastuzumab, pertuzumab, docetaxel | anti-HER2 antibody"),
      rows("olaparib, niraparib + ribociclib | PARP inhibitors", "olaparib, niraparib (not ribociclib) | PARP inhibitors"),
    );
  });
});
