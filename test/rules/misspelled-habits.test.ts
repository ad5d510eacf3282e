import { check, checkReal } from "./misspelled";

describe("misspelled-name knows habits", () => {
  it("of writers of French, who put an e behind -in; other languages' names stay", () => {
    checkReal("Rapamycine 20 nM overnight.", "Rapamycine → Rapamycin");
    checkReal("Eribuline reverses it.", "Eribuline → Eribulin");
    checkReal("Leucovorine 200 mg.", "Leucovorine → Leucovorin");
    checkReal("Given fulvestrante 500 mg, clamoxyquine 5 mg, and pentylenetetrazole 85 mg/kg.");
    checkReal("Rapamycine, epirubicine et daunorubicine ont été comparées dans le groupe, puis arrêtées.");
  });
  it("of ears: -phen for -fen was never a national name, ks for x none of a brand's", () => {
    checkReal("Cells got tamoxiphen 1 µM; Neksavar 400 mg bid.", "tamoxiphen → tamoxifen", "Neksavar → Nexavar");
    checkReal("Given amphetamine, acetaminophen and phenobarbital 10 mg.");
  });
  it("of hands: another vowel in an ending that marks a drug makes no other substance", () => {
    checkReal("Oxaliplaton stopped for neuropathy.", "Oxaliplaton → Oxaliplatin");
    checkReal("The morphinone, the vasopressor and the curcumene.");
  });
  it("of hands: letters of a brand in another order beside a dose, not without one", () => {
    checkReal("Avistan 15 mg/kg. Verzineo 150 mg bid. Opvido 240 mg.", "Avistan → Avastin", "Verzineo → Verzenio", "Opvido → Opdivo");
    checkReal("We met Avistan and Verzineo there.");
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
    checkReal("Anoikic, angiogenetic, metastasic, mesothelial-to-mesenchymal and epithelial-myoepithelial transition; neoangiogenic.");
  });
  it("takes symbols that are words, too, for what is meant where a gene is spoken of", () => {
    checkReal("ALKK fusion; RSO1 mutations.", "ALKK → ALK", "RSO1 → ROS1");
    checkReal("RSO1 was looked at, and the ALKK too.");
  });
});
