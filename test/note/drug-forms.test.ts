import { check } from "./names";

const NSAID = "known-class nonsteroidal anti-inflammatory drug";

describe("written forms of drugs", () => {
  it("of regimens as patients write them", () =>
    check(
      "⟦Folfirinox⟧, then ⟦Folfox⟧; ⟦mFOLFOX6⟧ or ⟦Capox⟧.",
      "regimen:FOLFIRINOX",
      "regimen:FOLFOX",
      "regimen:FOLFOX",
      "regimen:CAPOX",
    ));
  it("of a regimen that is short for a cancer, too: GC patients have it", () => {
    check("GC tissues were collected when treated; GC patients received none.");
  });
  it("of drugs by codes from before they had a name, and of combinations by theirs", () => {
    check("⟦BLU-285⟧ 300 mg, ⟦TAS-120⟧ 20 mg", "drug:avapritinib", "drug:futibatinib");
    check("⟦MEDI-551⟧ and ⟦VX-970⟧ were given.", "known-drug inebilizumab", "drug:berzosertib");
    check("⟦TAS-102⟧ is ⟦FTD/TPI⟧", ...Array(2).fill("drug:trifluridine-tipiracil"));
    check("Payloads: ⟦MMAE⟧ and ⟦vedotin⟧", "known-drug monomethyl auristatin E", "known-drug vedotin");
    check("Treated with ⟦DXd⟧ 10 nM.", "known-drug DXd");
    check("⟦ABT-414⟧ is no ⟦denintuzumab mafodotin⟧", "drug:depatuxizumab-mafodotin", "known-drug denintuzumab mafodotin");
    check("Intravesical ⟦BCG⟧, ⟦bacillus Calmette-Guérin⟧", "drug:bcg", "drug:bcg");
  });
  it("of drugs by codes that are too long to be spelled like anything else, whatever stands beside them", () => {
    check("⟦CPT-11⟧, ⟦17-AAG⟧ and ⟦JQ1⟧ came next", "drug:irinotecan", "drug:tanespimycin", "drug:jq1");
    check("⟦KTE-C19⟧; ⟦MetMAb⟧, ⟦CALAA-01⟧", "drug:axicabtagene-ciloleucel", "drug:onartuzumab", "drug:calaa-01");
    check("box PI-88, WST-11 assay; patients received ⟦PI-88⟧ 250 mg", "drug:muparfostat");
  });
  it("of several words before the raised number of a reference", () => {
    check("⟦trastuzumab deruxtecan⟧12 and ⟦zoledronic acid⟧3,4 were given", "drug:trastuzumab-deruxtecan", "drug:zoledronic-acid");
    check("⟦trastuzumab⟧ and ⟦vemurafenib⟧12; the acid12 test", "drug:trastuzumab", "drug:vemurafenib");
  });
  it("of drugs that have their name since 2024, and their codes from before", () => {
    check("⟦pumitamig⟧ (⟦BNT327⟧) and ⟦calderasib⟧", ...Array(2).fill("drug:pumitamig"), "drug:calderasib");
    check("⟦enzomenib⟧ is ⟦DSP-5336⟧", ...Array(2).fill("known-drug enzomenib"));
    check("⟦Gumarontinib⟧ or ⟦oritinib⟧ 200 mg", "drug:glumetinib", "known-drug rilertinib");
    check("⟦emiltatug ledadotin⟧, then ⟦trastuzumab botidotin⟧", "known-drug emiltatug ledadotin", "drug:trastuzumab-botidotin");
    check("⟦Jobevne⟧ and ⟦Imkeldi⟧; ⟦zadavotide guraxetan⟧", "drug:bevacizumab", "drug:imatinib", "known-drug zadavotide guraxetan");
  });
  it("of drugs: salts, prefixes and suffixes that tell products of one substance apart", () => {
    check("⟦sunitinib malate⟧ and ⟦imatinib mesylate⟧", "drug:sunitinib", "drug:imatinib");
    check("⟦sunitinib L-malate⟧ and ⟦doxorubicin HCl⟧ 20 mg", "drug:sunitinib", "drug:doxorubicin");
    check("⟦trastuzumab-dkst⟧ and ⟦bevacizumab⟧-like, ⟦bevacizumab⟧-free", "drug:trastuzumab", "drug:bevacizumab", "drug:bevacizumab");
    check("⟦Avastin⟧® and ⟦Avastin⟧™", "drug:bevacizumab", "drug:bevacizumab");
  });
  it("of classes: the inhibitors of a target", () => {
    check("⟦MEKi⟧ and ⟦PARPi⟧", "strategy:mapk-inhibition", "strategy:parp-inhibition");
  });
  it("of classes that people speak of: to the s of their plural, before the target in their name", () => {
    check("⟦BETi⟧ and ⟦ACEi⟧, no MAXi", "known-class BET Inhibitor", "known-class ACE inhibitor");
    check("⟦NSAIDs⟧, ⟦β-blockers⟧ and ⟦beta blockers⟧", NSAID, ...Array(2).fill("known-class beta-blocker"));
    check(
      "an ⟦ACE inhibitor⟧ or ⟦H2-receptor antagonists⟧; ⟦ACE⟧ levels",
      "known-class ACE inhibitor",
      "known-class H2 blocker",
      "known-gene ACE",
    );
    check(
      "⟦nitrosoureas⟧, ⟦BH3-mimetics⟧ and ⟦IMiDs⟧",
      "known-class nitrosourea",
      "known-class BH3 mimetic",
      "known-class immunomodulator",
    );
    check(
      "⟦LHRH analogues⟧, ⟦proteasome inhibitors⟧",
      "known-class Gonadotropin Releasing Hormone Receptor Agonist",
      "known-class proteasome inhibitor",
    );
    check("⟦Platinums⟧ and ⟦platinum drugs⟧", ...Array(2).fill("known-class platinum compound"));
    check("The vitamin K epoxide reductase and Vitamin K Epoxide Reductase; ⟦vitamin K⟧ 1 mg", "known-drug phytomenadione");
    check("⟦RU486⟧ 10 µM, ⟦coenzyme Q10⟧", "drug:mifepristone", "known-drug ubidecarenone");
    check("⟦tetracyclines⟧ such as ⟦tetracycline⟧", "known-class tetracycline", "known-drug tetracycline");
    check("hypnotic and cholinergic effects of ⟦hypnotics⟧", "known-class hypnotics");
    check("natural killer cells lyse them");
  });
  it("of a class that a slash joins another protein to: the noun is said of both", () => {
    check("an ⟦AXL⟧/⟦MET⟧ inhibitor; a ⟦MEK inhibitor⟧", "target:AXL", "target:MET", "strategy:mapk-inhibition");
  });
  it("of a synonym that only says what a drug is against: it is that of others, too", () => {
    check("a ⟦HER2/neu⟧ inhibitor", "target:ERBB2");
  });
  it("of radioligands, whichever way the isotope is written", () => {
    check("⟦Lu-177 dotatate⟧, ⟦Lu-177-DOTATATE⟧ and ⟦[177Lu]Lu-DOTATATE⟧", ...Array(3).fill("drug:lutetium-177lu-oxodotreotide"));
    check("⟦[177Lu]Lu-PSMA-617⟧ or ⟦Lu-177 PSMA-617⟧", ...Array(2).fill("drug:lutetium-177lu-vipivotide-tetraxetan"));
    check("⟦123I-mIBG⟧ and ⟦123I-iobenguane⟧", ...Array(2).fill("known-drug Iobenguane sulfate I-123"));
    check("⟦I-131 MIBG⟧ and ⟦131I-MIBG⟧", ...Array(2).fill("drug:iobenguane-131i"));
    check("⟦Lutetium-177⟧ and ⟦PSMA⟧", "known-drug Lutetium Lu-177", "target:FOLH1");
  });
  it("of esters: half of what they are called is no salt", () => check("⟦ceruletide⟧ sulfate ester", "known-drug ceruletide"));
  it("of mirror images and ions: as prose has them", () => {
    check("⟦d,l-sotalol⟧ and ⟦lithium⟧", "known-drug sotalol", "known-drug lithium cation");
    check("⟦(S)-warfarin⟧, ⟦R(+)-verapamil⟧, ⟦(±)-sotalol⟧", "known-drug warfarin", "known-drug verapamil", "known-drug sotalol");
  });
  it("of metabolites and other derivatives that no list has, by the drug that they are made of", () => {
    check("⟦desethylamiodarone⟧, ⟦N-desmethyldiltiazem⟧", "known-drug amiodarone", "known-drug diltiazem");
    check("⟦10-hydroxynortriptyline⟧, ⟦1'-hydroxymidazolam⟧", "known-drug nortriptyline", "known-drug midazolam");
    check("⟦dehydro-aripiprazole⟧ and ⟦S-7-hydroxywarfarin⟧", "known-drug aripiprazole", "known-drug warfarin");
    check("⟦hydroxychloroquine⟧, northern, normalised", "drug:hydroxychloroquine");
  });
  it("of hormones among drugs: the medicine; among proteins or with what is said of them, the protein", () => {
    check("⟦prednisolone⟧ and ⟦insulin⟧", "known-drug prednisolone", "known-drug insulin human");
    check("⟦prednisolone⟧, ⟦insulin⟧ secretion", "known-drug prednisolone", "known-gene INS");
  });
  it("before verbs and nouns that end as enzymes do", () => {
    check(
      "⟦warfarin⟧ increases, ⟦furosemide⟧ decreases, ⟦codeine⟧ release",
      "known-drug warfarin",
      "known-drug furosemide",
      "known-drug codeine",
    );
    check("⟦dopamine⟧ and a dopamine hydroxylase", "known-drug dopamine");
  });
  it("with a capital inside a brand, which tables write small", () => {
    check("⟦CellCept⟧, ⟦OxyContin⟧; celLcept", "known-drug mycophenolate mofetil", "known-drug oxycodone");
  });
  it("with a space where American labels have one", () => {
    check("⟦ethinyl estradiol⟧, ⟦St John's wort⟧", "known-drug ethinylestradiol", "known-drug st. john's wort");
    check("⟦alcohol⟧ and polyvinyl alcohol", "known-drug ethanol");
  });
  it("of classes, in Britain and America, with what tells which and with their noun", () => {
    check("⟦hypoglycaemic agents⟧, ⟦hypoglycemic agents⟧", ...Array(2).fill("known-class oral hypoglycemic agent"));
    check("⟦class Ia and III antiarrhythmics⟧, ⟦antiarrhythmic preparations⟧", ...Array(2).fill("known-class antiarrhythmic"));
    check("⟦warfarin-type anticoagulants⟧, ⟦loop diuretics⟧", "known-class anticoagulant", "known-class Loop Diuretic");
    check(
      "⟦TCAs⟧, ⟦proton pump inhibitors⟧ (⟦PPIs⟧)",
      "known-class tricyclic antidepressant",
      ...Array(2).fill("known-class proton pump inhibitor"),
    );
  });
  it("of a conjugate by its antibody alone, where no other drug has it", () => {
    check("⟦polatuzumab⟧, ⟦enfortumab⟧ and ⟦trastuzumab⟧", "drug:polatuzumab-vedotin", "drug:enfortumab-vedotin", "drug:trastuzumab");
  });
  it("of amino acids in the description of a variant are no drugs", () => {
    check("replaces arginine by cysteine at codon 132");
    check("fed with ⟦arginine⟧", "known-drug arginine");
  });
  it("of brands in small letters: of a record that is no word, else where a dose or a treatment stands beside", () => {
    check("On ⟦herceptin⟧, then ⟦tagrisso⟧; ⟦taxol⟧-resistant", "drug:trastuzumab", "drug:osimertinib", "drug:paclitaxel");
    check("treated with ⟦antabuse⟧ 250 mg; an antabuse debate, and the advantage of prograf", "drug:disulfiram");
  });
  it("of clipped drugs beside a regimen or a kind of treatment", () => {
    check("⟦FOLFIRI⟧ ± ⟦Bev⟧; ⟦mFOLFOX6⟧ + ⟦pani⟧", "regimen:FOLFIRI", "drug:bevacizumab", "regimen:FOLFOX", "drug:panitumumab");
    check("⟦ADT⟧ + ⟦enza⟧; ⟦chemo⟧/beam", "strategy:endocrine-therapy", "drug:enzalutamide", "strategy:cytotoxic-chemotherapy");
  });
  it("of combinations clipped: the beginnings of one drug each, which belong together", () => {
    check(
      "⟦vem⟧ + ⟦cobi⟧; ⟦dab⟧/⟦tram⟧; ⟦Enco⟧/⟦bini⟧",
      "drug:vemurafenib",
      "drug:cobimetinib",
      "drug:dabrafenib",
      "drug:trametinib",
      "drug:encorafenib",
      "drug:binimetinib",
    );
    check("⟦pem⟧ + ⟦cis⟧, and/or, with/without; dab + tramway", "drug:pemetrexed", "drug:cisplatin");
  });
  it("of codes that two drugs share: the one whose own name it is", () => check("⟦SD-101⟧ was injected", "known-drug TLR9 Agonist SD-101"));
  it("of substances inside the names of proteins are not drugs", () => {
    check("uptake by the ⟦dopamine transporter⟧", "known-gene SLC6A3");
    check("a glucose/xylose co-transporter and a glucose co-transporter");
    check("⟦dopamine⟧ was given", "known-drug dopamine");
    check("tyrosine-⟦protein phosphatases⟧, inhibidores de tirosina quinasa", "known-family Protein phosphatases");
    check("the ⟦inositol-requiring enzyme 1⟧", "known-gene ERN1");
    check(
      "a zinc-binding enzyme, a guanine nucleotide exchange factor and ⟦glucose⟧-regulated growth",
      "known-drug dextrose, unspecified form",
    );
  });
  it("of drugs by their first word, where no other has it, and of antigens in a column of them", () => {
    check(
      "⟦cretostimogene⟧, ⟦eftilagimod⟧ and ⟦nemvaleukin⟧",
      "drug:cretostimogene-grenadenorepvec",
      "drug:eftilagimod-alfa",
      "drug:nemvaleukin-alfa",
    );
    check("| antigen | clone |\n|---|---|\n| ⟦CD8⟧ | 53-6.7 |", "known-family CD8");
  });
  it("of a mixture that the tables have under a mirror image, too", () => {
    check("⟦propranolol⟧, ⟦omeprazole⟧, ⟦ketamine⟧", "drug:propranolol", "known-drug omeprazole", "known-drug ketamine");
    check("⟦esomeprazole⟧ 20 mg", "known-drug esomeprazole");
  });
  it("of a radioligand that the table had under another's name", () =>
    check("a scan with ⟦68Ga-DOTATOC⟧", "known-drug Edotreotide gallium Ga-68"));
  it("with the alpha that an INN spells alfa", () =>
    check(
      "⟦bintrafusp alpha⟧, ⟦interferon alpha-2b⟧ and ⟦epoetin alpha⟧",
      "drug:bintrafusp-alfa",
      "drug:interferon-alfa-2b",
      "known-drug erythropoietin",
    ));
  it("before and behind amounts in units without µ, and behind the dose of another", () => {
    check("⟦ZOL⟧ 100 ug/kg, ⟦MTX⟧ 1 uM, ⟦lapa⟧ 1 uM", "drug:zoledronic-acid", "drug:methotrexate", "drug:lapatinib");
    check("5 uM ⟦lapa⟧ and 5 mg once; ⟦ribo⟧ 600 + ⟦letro⟧", "drug:lapatinib", "drug:ribociclib", "drug:letrozole");
    check("⟦Abraxane⟧ 125 + ⟦gem⟧ 1000", "drug:paclitaxel-protein-bound", "drug:gemcitabine");
  });
  it("of two drugs clipped beside a hyphen, behind which no biosimilar's letters stand", () => {
    check("⟦durva⟧-⟦treme⟧, ⟦palbo⟧-⟦fulv⟧", "drug:durvalumab", "drug:tremelimumab", "drug:palbociclib", "drug:fulvestrant");
    check("neo-adj, pre-dose, in-vivo");
  });
  it("with an entity before the rest of it", () => check("Given ⟦&alpha;-tocopherol acetate⟧.", "known-drug alpha-tocopherol acetate"));
  it("of salts by either part, and of anions in no list", () => {
    check("⟦sodium nitroprusside⟧ and ⟦calcium⟧ intake", "known-drug nitroprusside", "known-drug calcium");
    check("⟦chlorhexidine phosphanilate⟧ cream, ⟦chlorhexidine⟧ candidate", "known-drug chlorhexidine", "known-drug chlorhexidine");
  });
  it("of combinations where one name is whole or known and the other clipped", () => {
    check("⟦Lenva⟧+⟦pembro⟧ and ⟦palbo⟧ + ⟦fulvestrant⟧", "drug:lenvatinib", "drug:pembrolizumab", "drug:palbociclib", "drug:fulvestrant");
    check(
      "⟦abema⟧ + ⟦fulv⟧, ⟦enco⟧/⟦bini⟧/⟦cetux⟧",
      ...["abemaciclib", "fulvestrant", "encorafenib", "binimetinib", "cetuximab"].map((id) => `drug:${id}`),
    );
    check("⟦pembro⟧/⟦axi⟧, ⟦axi⟧ + ⟦avelumab⟧", "drug:pembrolizumab", "drug:axitinib", "drug:axitinib", "drug:avelumab");
    check("mono/⟦nivolumab⟧ and/or ⟦nivolumab⟧, ⟦nivolumab⟧/car; abeam/fulvous", ...Array(3).fill("drug:nivolumab"));
    check("dose + ⟦fulvestrant⟧, same/⟦sunitinib⟧", "drug:fulvestrant", "drug:sunitinib");
  });
  it("of combinations clipped that no record knows, where neither is a word", () => {
    check("⟦enco⟧ + ⟦cetux⟧, ⟦daro⟧/⟦doce⟧", "drug:encorafenib", "drug:cetuximab", "drug:darolutamide", "drug:docetaxel");
    check("tuca/cape");
    // no drug is given with itself: both alleles of a mouse
    check("⟦Rb1⟧ flox/flox mice", "target:RB1");
  });
  it("of drugs clipped in a list beside another, or beside one of them; a word of English is none", () => {
    check("⟦atezo⟧, ⟦durva⟧, ⟦envafolimab⟧", "drug:atezolizumab", "drug:durvalumab", "drug:envafolimab");
    check("⟦ipilimumab⟧ and ⟦treme⟧", "drug:ipilimumab", "drug:tremelimumab");
    check("⟦lenva⟧ plus ⟦pembro⟧", "drug:lenvatinib", "drug:pembrolizumab");
    check("⟦durva⟧ with ⟦tremelimumab⟧", "drug:durvalumab", "drug:tremelimumab");
    check("⟦cetuximab⟧, panic and durva", "drug:cetuximab");
  });
  it("of codes with a comma, as numbers have it, and no amounts", () => {
    check("⟦CP-690,550⟧ and ⟦LY 294,002⟧; U 73,122; 100,000 of them", "known-drug tofacitinib", "drug:ly-294002");
  });
  it("of radioligands whose isotope stands in brackets, to their end", () => {
    check(
      "⟦[68Ga]Ga-PSMA-11⟧ and ⟦[18F]FDG⟧ PET; see [12] and [3C]",
      "known-drug Gallium Ga-68 gozetotide",
      "known-drug Fludeoxyglucose (18F)",
    );
  });
  it("of an enzyme that is given with a drug, which is the medicine", () => {
    check("⟦daratumumab⟧ plus ⟦hyaluronidase⟧", "drug:daratumumab", "known-drug hyaluronidase");
  });
  it("of drugs with a dose as mouse work has it", () => {
    check("⟦DTX⟧ 15 mpk was given", "drug:docetaxel");
  });
  it("of drugs clipped in capitals", () => {
    check("⟦NIVO⟧+⟦IPI⟧; ⟦PEMBRO⟧ 200 mg; COPD/ASTH and ARDS 200 mg", "drug:nivolumab", "drug:ipilimumab", "drug:pembrolizumab");
  });
  it("of drugs clipped before a dose", () => {
    check("⟦Bev⟧ 7.5 mg/kg, ⟦abema⟧ 150 mg bid; ⟦Osi⟧ 80mg", "drug:bevacizumab", "drug:abemaciclib", "drug:osimertinib");
    check("The 80 mg, total 80 mg, daily 20 mg, dosis 5 mg and Doce on 5 mg");
  });
  it("of combinations clipped with a hyphen, which is no biosimilar's", () =>
    check("⟦ipi⟧-⟦nivo⟧ (colitis), ⟦bevacizumab-awwb⟧", "drug:ipilimumab", "drug:nivolumab", "drug:bevacizumab"));
  it("of tromethamine and meglumine salts", () => check("⟦ketorolac tromethamine⟧ 30 mg", "drug:ketorolac"));
  it("of hormones that the body makes, unless they are given; a change of a base is no dose", () => {
    check("Serum ⟦growth hormone⟧ and ⟦ghrelin⟧ rose.", "known-gene GH1", "known-gene GHRL");
    check("⟦human growth hormone⟧ (⟦hGH⟧)", "known-gene GH1", "known-gene GH1");
    check("She received ⟦growth hormone⟧.", "known-drug somatotropin");
    check("⟦prothrombin⟧ 20210G>A", "known-gene F2");
    check("⟦prothrombin⟧ 20 mg", "known-drug prothrombin");
  });
});
