import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf, real } from "../example";

/** Checks what is said of a sentence: "level word", or nothing. */
function check(sentence: string, ...expected: string[]): void {
  const found = findings(example, noteOf(sentence), DEFAULTS).filter(({ rule }) => rule === "unknown-drug-name");
  assert.deepEqual(
    found.map(({ level, word }) => `${level} ${word}`),
    expected,
    sentence,
  );
  for (const { replacements } of found) assert.deepEqual(replacements, []);
}

/** The same with the real dataset. */
function checkReal(sentence: string, ...expected: string[]): void {
  const found = findings(real(), noteOf(sentence), DEFAULTS).filter(({ rule }) => rule === "unknown-drug-name");
  assert.deepEqual(
    found.map(({ level, word }) => `${level} ${word}`),
    expected,
    sentence,
  );
}

describe("unknown-drug-name", () => {
  it("is no known drug behind what says when: postdocetaxel", () => {
    checkReal("Approved in pre- and postdocetaxel patients.");
  });
  it("says nothing of the ending by itself, which names the class", () => {
    checkReal("Treatment with a gliptin; the approved gliptin class.");
    checkReal("Treatment with zorfagliptin.", "warning zorfagliptin");
  });
  it("knows -ifene with an ox- before it and without, as ospemifene has it", () =>
    checkReal("Given viruploxifene 5 mg. Given viruplolifene 5 mg.", "warning viruploxifene", "warning viruplolifene"));
  it("says nothing of muscles and instruments whose names end as drugs' do", () =>
    checkReal("Injections: gluteus maximus injections, latissimus injection; a coccidiostat was given, the osmostat was reset."));
  it("warns where a treatment is spoken of, and else informs", () => {
    check("Zorfanatinib 20 mg was given orally.", "warning Zorfanatinib");
    check("Treated with zorfanatinib.", "warning zorfanatinib");
    check("nivolumab plus zorfanatinib", "warning zorfanatinib");
    check("A new agent, qelvotamab, is discussed.", "information qelvotamab");
  });
  it("informs where a known drug explains the name, in brackets", () => {
    checkReal("Given zorfanatinib (glumetinib) 20 mg.", "information zorfanatinib");
    checkReal("Given glumetinib (zorfanatinib) 20 mg.", "information zorfanatinib");
  });
  it("says nothing of antibodies for animals", () => checkReal("Given frunevetmab 7 mg and zorfavetmab."));
  it("says nothing of firms with as short a name as hardly a drug has, nor of bacteria's antibiotics", () => {
    checkReal("Given relacorilant (Corcept, nab-paclitaxel 100 mg).\n\nFrom soil: mitomycin, zorfamycin and bleomycin.");
    checkReal("Given relacorilant and zorfacept 10 mg.", "warning zorfacept");
    checkReal("The mice received mitomycin, zorfamycin and bleomycin.", "warning zorfamycin");
    checkReal("Cells were treated with zorfamycin (5 µM), 100 nM zorfamycin or zorfamycin 2 µg/ml.");
  });
  it("informs of what an antibody carries: a conjugate newer than the lists", () =>
    checkReal("Trastuzumab qelmodotin and pertuzumab were given.", "information qelmodotin"));
  it("proposes the one drug with a record that is two edits away and ends so, as what may be meant", () => {
    const proposed = (text: string) => findings(real(), noteOf(text), DEFAULTS).map(({ rule, replacements }) => [rule, ...replacements]);
    assert.deepEqual(proposed("Patients received Vinodegib 150 mg."), [["unknown-drug-name", "Vismodegib"]]);
    assert.deepEqual(proposed("Patients received zorfavotinib 20 mg."), [["unknown-drug-name"]]);
  });
  it("says nothing of a name as another language spells it", () =>
    checkReal("Given karboplatin 400 mg, kapecitabin, cetuksymab and rytuksymab."));
  it("says nothing of a piece of a name, nor of words written together", () => {
    checkReal("Given beva cizumab 5 mg, pembro[lizumab] 200 mg and beva/cizumab; armBevacizumab was closed.");
    checkReal("Given mRNA-4157 (intismeran) 1 mg, then intismeran.");
    checkReal("Given zorva qelcizumab 5 mg.", "warning qelcizumab");
  });
  it("says until when the lists go, and what the ending means", () => {
    const [finding] = findings(example, noteOf("The qelvotamab."), DEFAULTS);
    assert.equal(
      finding?.message,
      "“qelvotamab” is not in the drug lists of 2026-11-26; its ending -mab marks a drug (monoclonal antibody).",
    );
  });
  it("asks for a drug's ending and seven letters", () => {
    check("Given zorfanatine 20 mg, salinomicyn 5 mg.");
    check("Given rumab 5 mg, cotinib 5 mg.", "warning cotinib");
  });
  it("takes an ending that other words have too only beside a treatment, and not where the word ends in an ordinary one", () => {
    check("Treated with zorfatide 5 mg.", "warning zorfatide");
    check("The zorfatide, then.");
    checkReal("Treated with oligophosphopeptide, 10 mg of octadecanucleotide.");
  });
  it("takes a known drug behind a chemist's prefix for what comes of it", () => {
    checkReal("Treated with desmethylsunitinib, hydroxyimatinib 5 mg.");
    checkReal("Treated with zorfimatinibtinib.", "warning zorfimatinibtinib");
  });
  it("takes what an article makes a class of antibiotics for no drug", () => {
    checkReal("A glycylcycline antibiotic; an angucycline antibiotic was given.");
    checkReal("The qelcycline antibiotic 5 mg.", "warning qelcycline");
    checkReal("We read of a zorfagliptin.", "information zorfagliptin");
  });
  it("says nothing of an ending that is spoken of", () => check("Names in -rafitinib are given."));
  it("says nothing of known names, ordinary words and what is no plain word", () => {
    check("Given befotertinib, bevasiranib, nivolumab 10 mg.");
    check("Of zorfanatinib2, zörfanatinib, x_zorfanatinib, zorfanatinib-like ones.", "information zorfanatinib");
  });
});
