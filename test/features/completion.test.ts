import assert from "node:assert/strict";
import { cardOf } from "../../server/features/card";
import { type Completions, complete } from "../../server/features/completion";
import { findings } from "../../server/features/diagnostics";
import { print } from "../../server/features/print";
import { DEFAULTS, type Settings } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { readMarked } from "../marked";

const AS_TYPED: Settings = { ...DEFAULTS, completion: { ...DEFAULTS.completion, prefer: "asTyped" } };

/** What is offered at `$0`, after a look at what an editor relies on. */
function offered(source: string, settings = DEFAULTS, dataset = example): Completions | undefined {
  const { text, cursor } = readMarked(source);
  const found = complete(dataset, noteOf(text), cursor!, settings);
  if (!found) return undefined;
  assert.equal(found.to, cursor, source);
  assert.ok(found.items.length > 0 && found.items.length <= 20, `${source}: ${found.items.length} items`);
  for (const { label, filter, from } of found.items) {
    const typed = text.slice(from, found.to);
    assert.ok(!/[\r\n]/.test(typed), `${source}: a completion may not reach into another line`);
    assert.ok(filter.toLowerCase().startsWith(typed.toLowerCase()), `${source}: an editor would not show ${label}`);
  }
  assert.equal(new Set(found.items.map((item) => `${item.label} ${item.insert}`)).size, found.items.length, source);
  return found;
}

/** Checks the note after the choice of a label; nothing may be offered where no label is given. */
function check(source: string, label?: string, expected?: string, settings = DEFAULTS): void {
  const found = offered(source, settings);
  if (label === undefined) {
    assert.equal(found?.items[0]?.label, undefined, source);
    return;
  }
  const item = found?.items.find((candidate) => candidate.label === label);
  assert.ok(item, `${source}: ${label} is not offered, but ${found?.items.map((candidate) => candidate.label).join(", ")}`);
  const { text } = readMarked(source);
  assert.equal(text.slice(0, item.from) + item.insert + text.slice(found!.to), expected, source);
}

describe("completion", () => {
  it("writes the preferred name for a brand, a code or an abbreviation", () => {
    check("Given Avas$0", "Avastin", "Given bevacizumab");
    check("Given avas$0", "Avastin", "Given bevacizumab");
    check("given ly215$0", "LY2157299", "given galunisertib");
    check("VEGFA$0", "VEGFA", "VEGF-A");
    check("T-D$0", "T-DXd", "Trastuzumab deruxtecan");
  });
  it("writes a Greek letter for a small one only where the name is on record so", () => {
    const first = (typed: string) => offered(`loss of ${typed}$0`, DEFAULTS, real())?.items[0]?.label;
    for (const [typed, label] of [
      ["PKCa", "PKCα"],
      ["IRE1a", "IRE1α"],
    ] as const)
      assert.equal(first(typed), label);
    for (const typed of ["CD11d", "CD16a", "GPIIb", "BAF250a"]) assert.equal(first(typed), typed);
  });
  it("is asked anew at another place of the same note", () => {
    const note = noteOf("Given Avas and sunit");
    const first = (offset: number) => complete(real(), note, offset, DEFAULTS)?.items[0]?.label;
    assert.deepEqual([first(10), first(20)], ["Avastin", "sunitinib"]);
  });
  it("writes the name itself where that is set", () => {
    check("Given Avas$0", "Avastin", "Given Avastin", AS_TYPED);
    check("ly215$0", "LY2157299", "LY2157299", AS_TYPED);
    check("VEGFA$0", "VEGFA", "VEGFA", AS_TYPED);
    check("beva$0", "bevacizumab", "bevacizumab", AS_TYPED);
  });
  it("replaces the whole name typed so far, back across hyphens, spaces and slashes", () => {
    check("anti PD-L$0 here", "PD-L1", "anti PD-L1 here");
    check("pd-l$0", "PD-L1", "PD-L1");
    check("PDL$0", "PD-L1", "PD-L1");
    check("PD\u2011L$0", "PD-L1", "PD-L1");
    check("got sunitinib m$0", "sunitinib malate", "got sunitinib");
    check("got sunitinib m$0", "sunitinib malate", "got sunitinib malate", AS_TYPED);
    check("HER-2/n$0", "HER-2/neu", "HER2");
    check("with anti-VEGF th$0", "anti-VEGF therapy", "with anti-VEGF therapy");
    check("p53/PD-$0", "PD-1", "p53/PD-1");
  });
  it("shouts no name for a code or symbol in capitals", () => {
    check("given LY215$0", "LY2157299", "given galunisertib");
    check("given AVAS$0", "Avastin", "given bevacizumab");
    check("GIVEN BEVAC$0", "bevacizumab", "GIVEN BEVACIZUMAB");
  });
  it("stays in its line, and goes on after a space only with what has one", () => {
    check("sunitinib\nbeva$0", "bevacizumab", "sunitinib\nbevacizumab");
    check("sunitinib $0", "sunitinib malate", "sunitinib malate", AS_TYPED);
    check("sunitinib $0");
    check("bevacizumab $0");
    check("患者beva$0", "bevacizumab", "患者bevacizumab");
  });
  it("does not go on with the end of a name that has a hyphen", () => {
    const labels = (source: string) => offered(source, DEFAULTS, real())?.items.map(({ label }) => label) ?? [];
    assert.deepEqual(labels("loss of E-cadherin$0"), ["E-cadherin"]);
    assert.deepEqual(labels("loss of E-cadherin $0"), []);
    assert.match(labels("loss of cadherin $0")[0] ?? "", /^cadherin /);
    assert.equal(labels("after non-trastuzumab d$0")[0], "trastuzumab deruxtecan");
  });
  it("gives editors nothing to go on with behind a space but names that have one", () => {
    for (const source of ["loss of HIF-1a$0", "Given pem$0"])
      for (const { filter, label } of offered(source, DEFAULTS, real())!.items)
        assert.ok(!filter.startsWith(`${source.slice(8, -2)} `) || label.includes(" "), `${source}: ${label} by ${filter}`);
  });
  it("offers nothing in code or a link's target that is not closed yet", () => {
    check("see `beva$0");
    check("see [a](beva$0");
  });
  it("offers nothing in an address, a path, a command, an entity, a template or a tag that is being typed", () => {
    const begun = [
      "http://", "www.", "zotero://x/", "./", "~/x/", "C:\\", "/a/", "{{", "{{ drug.", "<% ", "{% include ", '<img alt="',
    ]; // biome-ignore format: a list
    for (const open of begun) check(`see ${open}beva$0`);
    for (const open of ["$\\bev$0", "TGF-&bev$0", "$\\alpha_v\\bev$0"]) check(open);
    check("nivolumab/beva$0", "bevacizumab", "nivolumab/bevacizumab");
    check("a < beva$0", "bevacizumab", "a < bevacizumab");
    check("{{c1::beva$0", "bevacizumab", "{{c1::bevacizumab");
  });
  it("completes the first word of a footnote", () => check("a[^1]\n\n[^1]: beva$0", "bevacizumab", "a[^1]\n\n[^1]: bevacizumab"));
  it("takes Greek letters however they are typed", () => {
    check("TGF-β$0", "TGF-β1", "TGF-β1");
    check("tgf-beta1$0", "TGF-β1", "TGF-β1");
    check("αv$0", "αvβ3", "integrin αvβ3");
    check("αv$0", "αvβ3", "αvβ3", AS_TYPED);
  });
  it("keeps a capital and capitals that were typed", () => {
    check("Bev$0", "bevacizumab", "Bevacizumab");
    check("BEVA$0", "bevacizumab", "BEVACIZUMAB");
    check("Angio$0", "angiogenesis", "Angiogenesis");
    check("Pd-l$0", "PD-L1", "PD-L1");
    check("Suniti$0", "sunitinib malate", "Sunitinib malate", AS_TYPED);
  });
  it("works in headings, lists, tables, quotes, emphasis and beside other scripts and signs", () => {
    check("# beva$0", "bevacizumab", "# bevacizumab");
    check("- [ ] beva$0", "bevacizumab", "- [ ] bevacizumab");
    check("| beva$0 | x |\n|---|---|", "bevacizumab", "| bevacizumab | x |\n|---|---|");
    check("> a\n> beva$0", "bevacizumab", "> a\n> bevacizumab");
    check("**beva$0**", "bevacizumab", "**bevacizumab**");
    check("`x` beva$0", "bevacizumab", "`x` bevacizumab");
    check("😀beva$0 😀", "bevacizumab", "😀bevacizumab 😀");
    check("a (beva$0)", "bevacizumab", "a (bevacizumab)");
    check("[beva$0](x)", "bevacizumab", "[bevacizumab](x)");
    check("a\r\nbeva$0\r\nb", "bevacizumab", "a\r\nbevacizumab\r\nb");
  });
  it("says kind and status, and where another name leads", () => {
    const items = offered("beva$0")!.items;
    const [first] = items;
    assert.deepEqual([first?.label, first?.kind, first?.leadsTo], ["bevacizumab", "drug", undefined]);
    const avastin = offered("Avas$0")!.items[0];
    assert.deepEqual([avastin?.label, avastin?.leadsTo], ["Avastin", "bevacizumab"]);
    assert.match(print(cardOf(example, avastin!.entity)!, "plaintext"), /^bevacizumab/);
  });
  it("offers nothing inside what programs call so", () => {
    check("arm_beva$0");
    check("_beva$0", "bevacizumab", "_bevacizumab");
  });
  it("offers nothing in code, addresses and other places that are no prose", () => {
    const places = [
      "`beva$0`", "```\nbeva$0\n```", "[a](beva$0)", '[a](b "beva$0")', "https://example.org/beva$0", "---\na: beva$0\n---\n",
      "<!-- beva$0 -->", "$x beva$0$",
    ]; // biome-ignore format: a list
    for (const source of places) check(source);
    for (const source of ['<img alt="beva$0">', "    beva$0", "@beva$0", "#beva$0", "[x]: beva$0", "beva@beva$0"]) check(source);
  });
  it("offers nothing where nothing was typed, or nothing begins so", () => {
    for (const source of ["$0", "a\n\n$0", "- $0", "bevacizumabx$0", "zzz$0", "a ($0", "😀$0", "(-$0", "\ud83d$0"]) check(source);
  });
  it("offers no word that counts in some sentences only, no misspelling and no phrase that points", () => {
    for (const source of ["adhesi$0", "befotertni$0", "loss of$0"]) check(source);
  });
  it("never fails outside the note", () => {
    for (const offset of [-1, 99, Number.NaN, 0.5])
      for (const text of ["", "beva", "\r\n"]) complete(example, noteOf(text), offset, DEFAULTS);
  });
});

describe("completion of what is no name", () => {
  it("knows the keys of the front matter, and names in its slots", () => {
    check("---\ndr$0\n---\n", "drugs:", "---\ndrugs:\n---\n");
    check("---\nmetastasis-notes:\n  ac$0\n---\n", "accept:", "---\nmetastasis-notes:\n  accept:\n---\n");
    check("---\nmetastasis-notes:\n  off: [missp$0\n---\n", "misspelled-name", "---\nmetastasis-notes:\n  off: [misspelled-name\n---\n");
    check("---\ndrugs: [x, beva$0]\n---\n", "bevacizumab", "---\ndrugs: [x, bevacizumab]\n---\n");
    check("Given [[drug:beva$0]] once", "bevacizumab", "Given [[drug:bevacizumab]] once");
    check("Given [[drug:beva$0", "bevacizumab", "Given [[drug:bevacizumab");
    check("---\ntargets:\n  - PD-L$0\n---\n", "PD-L1", "---\ntargets:\n  - PD-L1\n---\n");
    check("---\ntitle: beva$0\n---\n");
    check('+++\ndrugs = ["beva$0"]\n+++\n', "bevacizumab", '+++\ndrugs = ["bevacizumab"]\n+++\n');
    check('+++\ntitle = "x"\ndr$0\n+++\n');
  });
  it("offers in a slot what may be declared there alone: all else would be reported once it is chosen", () => {
    for (const source of ["---\ntargets: [her2$0]\n---\n", "[[target:pem$0]]", "[[drug:pem$0]]", "---\ndrugs:\n  - PEM$0\n---\n"]) {
      const { items } = offered(source, DEFAULTS, real())!;
      for (const { insert } of items) {
        const declared = noteOf(readMarked(source).text.replace(/her2|pem/i, insert));
        assert.deepEqual(findings(real(), declared, DEFAULTS), [], insert);
      }
    }
  });
  it("offers what the record says for an empty cell", () => {
    const head = "| Drug | Targets |\n|---|---|\n";
    check(`${head}| bevacizumab | $0 |`, "VEGF-A", `${head}| bevacizumab | VEGF-A |`);
    check(`${head}| bevacizumab | veg$0 |`, "VEGF-A", `${head}| bevacizumab | VEGF-A |`);
    const status = "| Drug | Status |\n|---|---|\n";
    check(`${status}| MB-217 | in$0 |`, "in trials", `${status}| MB-217 | in trials |`);
    check(`${status}| bevacizumab | disc$0 |`);
    check(`${head}| bevacizumab | $0`, "VEGF-A", `${head}| bevacizumab | VEGF-A`);
    check(`${status}| MB-217 | $0`, "approved", `${status}| MB-217 | approved`);
    check(`${status}| MB-217 | filed | $0`);
    check("| Drug | Status | $0\n|---|---|\n");
  });
});

describe("the order of completions", () => {
  it("is not turned round by editors, which bring what was typed to its end first", () => {
    const { items } = offered("Given pem$0", DEFAULTS, real())!;
    assert.equal(items[0]!.label, "pembrolizumab");
    assert.ok(items.some(({ label }) => label === "PEM"));
    for (const { filter, label } of items) assert.notEqual(filter, "pem", label);
    const family = offered("Loss of MEK$0", DEFAULTS, real())!.items.find(({ label }) => label === "MEK");
    assert.equal(family?.filter, "MEK", "typed as it is written, it may be first");
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

describe("completion on the real dataset", () => {
  it("offers at most 20 names and says that there are more", () => {
    const found = offered("c$0", DEFAULTS, real())!;
    assert.equal(found.items.length, 20);
    assert.ok(found.isIncomplete);
    assert.equal(offered("bevacizumab-aw$0", DEFAULTS, real())!.isIncomplete, false);
  });
  it("offers the drugs of the review at four letters, first of all", () => {
    for (const name of ["bevacizumab", "cilengitide", "marimastat", "pembrolizumab", "sunitinib"]) {
      assert.equal(offered(`${name.slice(0, 4)}$0`, DEFAULTS, real())!.items[0]!.label, name);
    }
  });
});
