import assert from "node:assert/strict";
import { cardOf } from "../../server/features/card";
import { complete } from "../../server/features/completion";
import { findings } from "../../server/features/diagnostics";
import { print } from "../../server/features/print";
import { DEFAULTS, type Settings } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { readMarked } from "../marked";
import { check, offered } from "./offered";

const AS_TYPED: Settings = { ...DEFAULTS, completion: { ...DEFAULTS.completion, prefer: "asTyped" } };

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
  it("takes the b of a keyboard for an integrin's β, however its α is written", () => {
    const first = (typed: string) => offered(`loss of ${typed}$0`, DEFAULTS, real())?.items[0];
    for (const typed of ["avb3", "αvb3", "αvβ3"]) assert.equal(first(typed)?.insert, "integrin αvβ3", typed);
    for (const typed of ["a5b1", "α5b1", "α5b"]) assert.equal(first(typed)?.label, "α5β1", typed);
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
  it("writes a drug's code without the hyphen that was not typed", () => {
    const first = (typed: string) => offered(`treated with ${typed}$0`, DEFAULTS, real())?.items[0]?.insert;
    assert.deepEqual(["PD17", "PD-17", "pd17"].map(first), ["PD173074", "PD-173074", "PD173074"]);
    assert.ok(offered("treated with HER3$0", DEFAULTS, real())?.items.some(({ label }) => label === "HER3-DXd"));
    check("anti PD1$0", "PD-1", "anti PD-1");
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
    for (const source of ["loss of MMP-9s$0", "the MMP-2s$0", "are HER2-pos$0", "MMP-9-pos$0", "PD-L1-hi$0"])
      assert.deepEqual(labels(source), [], source);
    assert.ok(labels("carried EGFR-mut$0").every((label) => label.startsWith("EGFR-")));
    assert.equal(labels("cisplatin-gem$0")[0], "gemcitabine", "two drugs may be joined");
    assert.equal(labels("EML4-AL$0")[0], "ALK");
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
  it("writes what a brand stands for as the column has its names", () => {
    const column = (...cells: string[]) => `| Drug |\n|---|\n${cells.map((cell) => `| ${cell} |\n`).join("")}`;
    check(column("sunitinib", "Avas$0"), "Avastin", column("sunitinib", "bevacizumab"));
    check(column("Sunitinib", "Avas$0"), "Avastin", column("Sunitinib", "Bevacizumab"));
    check(column("sunitinib", "Bev$0"), "bevacizumab", column("sunitinib", "Bevacizumab"));
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
    check("---\n$0\n---\n\nText", "drugs:", "---\ndrugs:\n---\n\nText");
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
