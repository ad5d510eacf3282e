import assert from "node:assert/strict";
import { complete } from "../../server/features/completion";
import { DEFAULTS, type Settings } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { readMarked } from "../marked";
import { offered } from "./offered";

describe("the order of completions", () => {
  it("is not turned round by editors, which bring what was typed to its end first", () => {
    const { items } = offered("Given pem$0", DEFAULTS, real())!;
    assert.equal(items[0]!.label, "pembrolizumab");
    assert.ok(items.some(({ label }) => label === "PEM"));
    for (const { filter, label } of items) assert.notEqual(filter, "pem", label);
  });
  it("has what goes on first, also in editors, where a family's name is written already", () => {
    for (const typed of ["PDGFR", "MEK"]) {
      const { items } = offered(`Loss of ${typed}$0`, DEFAULTS, real())!;
      assert.notEqual(items[0]!.label, typed);
      for (const { filter, label } of items) assert.notEqual(filter, typed, label);
    }
  });
  /** Checks which name comes first at `$0`. */
  const first = (source: string, label: string, settings = DEFAULTS): void =>
    assert.equal(offered(source, settings, real())?.items[0]?.label, label, source);

  it("puts first what the note speaks of", () => {
    first("Given tera$0", "terazosin");
    first("Teriparatide was stopped.\n\nGiven teri$0", "teriparatide");
    first("Our cells lost CDKN3.\n\nLoss of CDK$0", "CDKN3");
  });
  it("puts first what the words before it speak for", () => {
    first("The expression of hep$0", "heparanase");
    first("Patients were treated with hep$0", "heparin");
  });
  it("goes on with a list in its kind, and says nothing twice", () => {
    first("resistance to erlotinib, gef$0", "gefitinib");
    const listed = offered("MMP-9 and MMP$0", DEFAULTS, real())!.items.map((item) => item.insert);
    assert.ok(listed.indexOf("MMP-9") > listed.indexOf("MMP-2"), listed.join(" "));
  });
  it("puts an abbreviation in brackets behind its name", () => {
    first("anaplastic lymphoma kinase (AL$0", "ALK");
    first("poly(ADP-ribose) polymerase 1 (PAR$0", "PARP1");
  });
  it("writes into brackets what was begun there, not again the name before them, nor one that began before them", () => {
    for (const [before, begun, name] of [
      ["survivin", "BIR", "BIRC5"],
      ["heme oxygenase-1", "HO", "HO-1"],
      ["pembrolizumab", "Keyt", "Keytruda"],
      ["transforming growth factor-beta", "TGF", "TGF-beta"],
    ] as const)
      assert.equal(offered(`Given ${before} (${begun}$0`, DEFAULTS, real())!.items[0]!.insert, name);
  });
  it("spells an abbreviation as the name before it: its hyphen, and its Greek letter in words", () => {
    first("vascular endothelial growth factor receptor-1 (VEG$0", "VEGFR-1");
    first("vascular endothelial growth factor receptor 1 (VEG$0", "VEGFR1");
    first("interferon-gamma rose, and TNF-$0", "TNF-alpha");
    first("interferon-γ rose, and TNF-$0", "TNF-α");
  });
  it("puts first, behind the mark of a phosphorylated protein, what is written as it was begun", () => {
    for (const source of ["p-ER$0", "levels of p-ER$0", "Loss of p-ER$0"]) first(source, "ERK");
    first("p-HE$0", "HER2");
  });
  it("takes letter case as a sign", () => {
    first("with metfor$0", "metformin");
    first("with MET$0", "MET");
    first("with PTE$0", "PTEN");
  });
  it("gives editors nothing to score: what they filter by begins in the letter case typed", () => {
    for (const source of ["her2$0", "HER2$0", "pd-l$0", "Keytr$0", "mmp$0"]) {
      const { text, cursor } = readMarked(source);
      for (const { filter, from } of offered(source, DEFAULTS, real())!.items)
        assert.ok(filter.startsWith(text.slice(from, cursor)), filter);
    }
  });
  it("offers one item for what would be written once", () => {
    for (const source of ["CDK4$0", "fibronec$0", "her2$0"]) {
      const inserts = offered(source, DEFAULTS, real())!.items.map((item) => item.insert.toLowerCase());
      assert.equal(new Set(inserts).size, inserts.length, inserts.join(", "));
    }
  });
  it("knows a drug by its other names, behind all others", () => {
    const labels = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => `${item.label} → ${item.insert}`);
    assert.deepEqual(labels("given alen$0"), ["alendronic acid → alendronic acid", "alendronate → alendronic acid"]);
    first("given asp$0", "aspirin");
  });
  it("takes Greek letters spelled out for what they spell", () => {
    first("TGF-beta$0", "TGF-β");
    first("NF-kappaB$0", "NF-κB");
    first("TGF-β and PI3Ka$0", "PI3Kα");
    const integrins = offered("integrin a$0", DEFAULTS, real())!.items.slice(0, 3);
    assert.ok(
      integrins.every(({ label }) => label.startsWith("integrin α")),
      String(integrins.map(({ label }) => label)),
    );
  });
  it("writes the phrase of a strategy or process that was begun, since another says something else", () => {
    const item = (source: string, label: string) => offered(source, DEFAULTS, real())!.items.find((one) => one.label === label)?.insert;
    assert.equal(item("KRAS inh$0", "KRAS inhibition"), "KRAS inhibition");
    assert.equal(item("with anti-PD$0", "anti-PD-1"), "anti-PD-1");
    assert.equal(item("suppresses EM$0", "EMT"), "epithelial-to-mesenchymal transition");
  });
  it("gives a strategy's drugs behind it once its second word is begun, those that were dropped struck through", () => {
    const items = offered("Next: integrin inh$0", DEFAULTS, real())!.items;
    assert.equal(items[0]!.label, "integrin inhibitor");
    const drugs = items.filter(({ kind }) => kind === "drug").map(({ label, deprecated }) => `${label}: ${deprecated}`);
    assert.ok(drugs.includes("cilengitide: true"), drugs.join("; "));
    assert.ok(drugs.includes("ATN-161: false"), drugs.join("; "));
    assert.ok(offered("Next: integrin$0", DEFAULTS, real())!.items.every(({ kind }) => kind !== "drug"));
  });
  it("has behind the inhibitor of a target only what acts on it, of a strategy against several", () => {
    const drugs = (source: string) => offered(source, DEFAULTS, real())!.items.flatMap(({ kind, label }) => (kind === "drug" ? label : []));
    assert.ok(drugs("A FAK inh$0").includes("defactinib") && !drugs("A FAK inh$0").includes("dasatinib"));
    assert.ok(drugs("An mTOR inh$0").includes("everolimus") && !drugs("An mTOR inh$0").includes("alpelisib"));
  });
  it("writes a family without a record as it was begun", () => {
    const item = (source: string, label: string) => offered(source, DEFAULTS, real())!.items.find((one) => one.label === label)?.insert;
    assert.equal(item("HER$0", "HERC"), "HERC");
    assert.equal(item("by αv$0", "αvβ8"), "αvβ8");
  });
  it("finds an acid by its salt", () => {
    assert.equal(offered("given alendrona$0", DEFAULTS, real())!.items[0]!.insert, "alendronic acid");
  });
  it("shouts no drug's name for letters and a hyphen", () => {
    assert.ok(offered("CAR-T$0", DEFAULTS, real())!.items.every(({ insert }) => !/^CARTE/.test(insert)));
  });
  it("puts first the drugs that act on what stands before", () => {
    first("antibodies against EGFR, such as pan$0", "panitumumab");
    first("in cells treated with the FAK inhibitor de$0", "defactinib");
    first("inhibitors of AKT such as M$0", "MK-2206");
    first("the PI3K inhibitor AZD8$0", "AZD8186");
    first("with AZD8$0", "AZD8055");
  });
  it("takes the endings of drugs as a sign: of those in the list, and of a class that is named", () => {
    first("nilotinib (500 nM), bafetinib (500 nM), and reb$0", "rebastinib");
    first("and reb$0", "rebamipide");
    first("local anaesthetics such as pri$0", "prilocaine");
    first("sensitive to pri$0", "primaquine");
  });
  it("takes no capital as a sign where a sentence begins", () => {
    const places = (source: string) => offered(source, DEFAULTS, real())!.items.map(({ label }) => label);
    assert.ok(places("Gil$0").indexOf("gilteritinib") <= places("with Gil$0").indexOf("gilteritinib"));
    first("Gilt$0", "gilteritinib");
  });
  it("takes a word by itself where the words before it begin something else", () => {
    first("the anti-apoptotic BCL$0", "BCL2");
    first("with tumor necrosis f$0", "tumor necrosis factor");
  });
  it("spells a Greek letter as it was typed", () => {
    const item = offered("nuclear beta-cat$0", DEFAULTS, real())!.items[0]!;
    assert.deepEqual([item.label, item.insert, item.filter], ["beta-catenin", "β-catenin", "beta-catenin"]);
  });
  it("hyphenates symbols as the records do, and strikes through what was given up", () => {
    assert.equal(offered("IL10$0", DEFAULTS, real())!.items[0]!.insert, "IL-10");
    assert.ok(offered("MLL3$0", DEFAULTS, real())!.items.find((item) => item.leadsTo === "KMT2C")?.deprecated);
  });
  it("spells a name as the note does, and those of its relatives", () => {
    const inserted = (source: string) =>
      offered(source, DEFAULTS, real())!
        .items.slice(0, 6)
        .map((item) => item.insert);
    assert.ok(inserted("MMP9 was raised.\n\nLoss of MM$0").includes("MMP9"));
    assert.ok(inserted("MMP9 was raised.\n\nLoss of MMP2, MMP$0").includes("MMP1"));
    assert.ok(inserted("MMP-9 was raised.\n\nLoss of MMP$0").includes("MMP-2"));
    assert.ok(inserted("TNF-alpha was raised.\n\nLoss of TN$0").includes("TNF-alpha"));
    assert.ok(inserted("FGFR-4 was raised, not CDH1, and FGF$0").includes("FGF-2"), "FGFR-4 is not the house's way");
    assert.ok(inserted("PD-1 and IL-6, and FGF$0").includes("FGF2"), "PD-1 and IL-6 are written so everywhere");
    assert.ok(inserted("TSP-1 was raised, and CD4$0").includes("CD44"), "an alias has a way of its own");
    const labels = offered("Loss of TSP-1, and TSP$0", DEFAULTS, real())!.items.map((item) => item.label);
    assert.ok(labels.includes("TSP-2"), labels.join(", "));
  });
  it("has the very name among the first that ends in a number, whichever hyphen it has in the lists", () => {
    for (const source of ["levels of IL-1$0", "levels of IL-12$0", "il-12$0", "IL-2$0", "CD4$0", "GSK-3$0", "IL1$0"]) {
      const { text } = readMarked(source);
      const inserted = offered(source, DEFAULTS, real())!
        .items.slice(0, 5)
        .map((item) => item.insert);
      assert.ok(inserted.includes(text.slice(text.lastIndexOf(" ") + 1).toUpperCase()), `${source}: ${inserted.join(", ")}`);
    }
  });
  it("writes the Greek letter of a symbol, not the registers' Latin one", () => {
    const inserted = (source: string, settings = DEFAULTS) => offered(source, settings, real())!.items.map((item) => item.insert);
    for (const typed of ["IL-1b", "IL-1be", "IL-1β", "il-1b"]) assert.equal(inserted(`levels of ${typed}$0`)[0], "IL-1β", typed);
    for (const typed of ["IFN-g", "IFN-γ"]) assert.equal(inserted(`levels of ${typed}$0`)[0], "IFN-γ", typed);
    assert.equal(inserted("levels of TNFα$0")[0], "TNF-α");
    assert.ok(inserted("levels of IL-1$0").includes("IL-1β"));
    assert.ok(inserted("levels of IL-1$0").includes("IL-18"), "of IL18 some say IL1-gamma");
    const symbols: Settings = { ...DEFAULTS, completion: { ...DEFAULTS.completion, prefer: "symbol" } };
    assert.equal(inserted("levels of IFN-g$0", symbols)[0], "IFNG");
  });
  it("takes a small letter at the end of a symbol for a Greek one", () => {
    const inserted = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => item.insert);
    for (const [typed, name] of [
      ["TNFa", "TNF-α"],
      ["IL1b", "IL-1β"],
      ["TGFb", "TGF-β"],
      ["GSK3b", "GSK-3β"],
      ["HIF-1", "HIF-1α"],
    ] as const)
      assert.equal(inserted(`and ${typed}$0`)[0], name);
    first("and TGF$0", "TGF-β");
    assert.ok(!inserted("levels of PPARg$0").some((name) => name.startsWith("PPARGC-")), "PPARGC1A goes on");
  });
  it("writes Greek letters as the note does, and in both ways as long as it has none", () => {
    const inserted = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => item.insert);
    assert.deepEqual(inserted("levels of TNF-$0").slice(0, 2), ["TNF-α", "TNF-alpha"]);
    assert.deepEqual(inserted("and TGF-b$0").slice(0, 2), ["TGF-β", "TGF-beta"]);
    assert.equal(inserted("IFN-gamma and TNF-$0")[0], "TNF-alpha");
    assert.ok(!inserted("IFN-γ and TNF-$0").includes("TNF-alpha"));
    assert.ok(!inserted("loss of TG$0").includes("TGF-beta"), "the letter is not reached yet");
    assert.ok(inserted("IFN-gamma and α-SMA fell, and TNF-$0").includes("TNF-alpha"), "the note has both");
  });
  it("has a family with a Greek letter before its members", () => {
    first("and NF-k$0", "NF-κB");
    first("and TGF-$0", "TGF-β");
  });
  it("keeps the hyphen that was typed before a number", () => {
    const inserted = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => item.insert);
    first("levels of BMP-$0", "BMP-2");
    first("levels of bcl-$0", "Bcl-2");
    assert.ok(inserted("levels of PARP-$0").includes("PARP-1"));
    assert.ok(inserted("levels of PARP$0").includes("PARP1"), "none was typed");
    assert.ok(inserted("loss of K-ra$0").includes("KRAS"), "no number");
  });
  it("writes what people call a drug for which the lists have more words", () => {
    const inserted = offered("patients on lith$0", DEFAULTS, real())!.items.map((item) => item.insert);
    assert.ok(inserted.includes("lithium") && !inserted.includes("lithium cation"), inserted.join(", "));
  });
  it("writes further names in small letters where dictionaries have them so", () => {
    const labels = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => item.label);
    assert.ok(labels("rats given methamph$0").includes("methamphetamine"));
    assert.ok(labels("cells with cyclohex$0").includes("cycloheximide"));
  });
  it("writes one name of a heading that has two, and leaves what says which drug it is", () => {
    const item = (source: string) => offered(source, DEFAULTS, real())!.items[0]!;
    assert.equal(item("loss of STK1$0").insert, "STK11");
    assert.equal(item("loss of CDKN2$0").insert, "CDKN2A");
    assert.equal(item("loss of endogl$0").insert, "endoglin");
    assert.equal(item("the matrix metalloproteinases$0").insert, "matrix metalloproteinases");
    assert.equal(item("given tositu$0").insert, "tositumomab (131I)");
  });
  it("writes the words of a protein's name that was begun in words", () => {
    const item = offered("levels of prothr$0", DEFAULTS, real())!.items[0]!;
    assert.deepEqual([item.label, item.insert, item.leadsTo], ["prothrombin", "prothrombin", undefined]);
    assert.ok(offered("levels of ins$0", DEFAULTS, real())!.items.some((each) => each.insert === "insulin"));
    assert.equal(offered("the matrix metalloprot$0", DEFAULTS, real())!.items[0]!.insert, "matrix metalloprotease");
  });
  it("writes a word for one that was begun as a word, and a symbol for capitals", () => {
    first("spheroids with Nes$0", "Nestin");
    first("spheroids with NES$0", "NES");
  });
  it("names a family in the singular, and puts a hyphen before a number where the note has no space", () => {
    const inserted = (source: string) => offered(source, DEFAULTS, real())!.items.map((item) => item.insert);
    assert.ok(inserted("an integ$0").includes("integrin") && !inserted("an integ$0").includes("integrins"));
    assert.ok(inserted("the integrins$0").includes("integrins"));
    assert.ok(inserted("Integrins bind.\n\nSome integ$0").includes("integrins"), "as the note has it");
    assert.equal(
      inserted("cleaved casp$0")
        .filter((name) => /^caspase[- ]3$/.test(name))
        .join(),
      "caspase-3",
    );
    assert.ok(inserted("Caspase 9 fell, and casp$0").includes("caspase 3"));
    assert.ok(inserted("cleaved caspase $0").includes("caspase 3"));
  });
  it("offers a family once, and last what has been typed to its end", () => {
    const labels = offered("an annex$0", DEFAULTS, real())!.items.map((item) => item.label.toLowerCase());
    assert.equal(labels.filter((label) => /^annexins?$/.test(label)).length, 1, labels.join(", "));
    const treatments = offered("with her2$0", DEFAULTS, real())!.items.filter(({ label }) => /directed therap/.test(label));
    assert.equal(treatments.length, 1);
    first("with MMP$0", "MMP9");
    first("with mmp$0", "MMP9");
  });
  it("puts first what the records join to a name of the sentence", () => {
    first("the mTOR inhibitor tem$0", "temsirolimus");
    first("the drug tem$0", "temozolomide");
  });
  it("writes approved symbols where that is set", () => {
    const settings: Settings = { ...DEFAULTS, completion: { ...DEFAULTS.completion, prefer: "symbol" } };
    assert.equal(offered("anti PD-L$0", settings, real())!.items[0]!.insert, "CD274");
    assert.equal(offered("given Keytr$0", settings, real())!.items[0]!.insert, "pembrolizumab");
  });
  it("takes a brand's capital for the brand's within a sentence", () => {
    for (const [source, insert] of [
      ["given Keytr$0", "pembrolizumab"],
      ["It failed. Keytr$0", "Pembrolizumab"],
      ["- Keytr$0", "Pembrolizumab"],
      ["- **Keytr$0", "Pembrolizumab"],
      ["“Keytr$0", "Pembrolizumab"],
      ["It failed. (Keytr$0", "Pembrolizumab"],
      ["It failed!\nKeytr$0", "Pembrolizumab"],
      ["**It failed.** Keytr$0", "Pembrolizumab"],
      ["They said: “Keytr$0", "pembrolizumab"],
      ["Dose 2.5 mg **Keytr$0", "pembrolizumab"],
      ["| Drug |\n|---|\n| with **Keytr$0 |", "pembrolizumab"],
      ["`x` Keytr$0", "pembrolizumab"],
      ["given Pembr$0", "Pembrolizumab"],
    ] as const)
      assert.equal(offered(source, DEFAULTS, real())!.items[0]!.insert, insert, source);
  });
  it("says where the word ends that it is in", () => {
    const { text, cursor } = readMarked("given bevac$0umab 10 mg");
    assert.equal(complete(example, noteOf(text), cursor!, DEFAULTS)?.wordEnd, cursor! + 4);
  });
});
