import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import { hoverOnName } from "../../server/features/hover";
import { hoverOnUnknown } from "../../server/features/hoverOnUnknown";
import { print } from "../../server/features/print";
import { atOnce } from "../../server/giveWay";
import type { Note } from "../../server/note/note";
import { DEFAULTS, type Settings } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { readMarked } from "../marked";

/** What the server shows at an offset. */
const hover = (dataset: Dataset, note: Note, offset: number, settings?: Settings) =>
  hoverOnName(dataset, note, offset) ?? atOnce(hoverOnUnknown(dataset, note, offset, settings));

/** Checks the first line of the card at `$0` and the text it stands for; nothing is expected where none is given. */
function check(source: string, line?: string, range?: string, dataset = example): void {
  const { text, cursor } = readMarked(source);
  const found = hover(dataset, noteOf(text), cursor!);
  assert.equal(found && print(found.card, "plaintext").split("\n")[0], line, source);
  assert.equal(found && text.slice(found.from, found.to), range, source);
}

const BEVACIZUMAB = "bevacizumab · drug · anti-VEGF-A monoclonal antibody";

describe("hover", () => {
  it("shows a card at the start, inside and at the end of a name", () => {
    for (const text of ["$0bevacizumab", "a bevaci$0zumab b", "bevacizumab$0", "(bevacizumab$0)"]) check(text, BEVACIZUMAB, "bevacizumab");
    for (const text of ["a$0 bevacizumab", "bevacizumab $0", "$0", "bevacizumabx$0", "\n$0\nbevacizumab"]) check(text);
  });
  it("shows a card at each place of a name that math says", () => {
    const [math, text] = ["$\\mathrm{BRAF}^{V600E}$", "in cells"];
    const note = noteOf(`${text} ${math} ${text}`);
    for (let at = text.length + 1; at < text.length + 1 + math.length; at++)
      assert.match(print(hover(real(), note, at)!.card, "plaintext"), /^BRAF/, `${at}`);
    assert.equal(hover(real(), note, text.length - 1), undefined);
  });
  it("shows the record behind a brand, a code, a salt and an abbreviation", () => {
    check("Avas$0tin®", BEVACIZUMAB, "Avastin");
    check("given rhuMAb-$0VEGF 10 mg", BEVACIZUMAB, "rhuMAb-VEGF");
    check("LY 2157$0299", "galunisertib · drug · small molecule", "LY 2157299");
    check("$0Sunitinib malate", "sunitinib · drug · small molecule", "Sunitinib malate");
    check("BEV$0 10 mg/kg", BEVACIZUMAB, "BEV");
    check("T-$0DXd", "trastuzumab deruxtecan · drug · small molecule", "T-DXd");
  });
  it("shows targets, families, complexes, processes, strategies, platforms, cancers and regimens", () => {
    check("VEGF$0-A", "VEGF-A (VEGFA) · target", "VEGF-A");
    check("TGF-$0β drives", "TGF-β · target family", "TGF-β");
    check("αv$0β3", "integrin αvβ3 · complex · vitronectin receptor", "αvβ3");
    check("angio$0genesis", "angiogenesis · process · step 2 of the metastatic cascade", "angiogenesis");
    check("anti-VEGF$0 therapy", "VEGF ligand blockade · strategy", "anti-VEGF therapy");
    check("LNP$0s", "lipid nanoparticles · carrier", "LNPs");
    check("FOL$0FOX", "FOLFOX · regimen", "FOLFOX");
    check("drug resis$0tance", "drug resistance · challenge", "drug resistance");
  });
  it("says of a code in no list, where a drug is spoken of, which codes begin so", () => {
    const line = (code: string) => `${code} · a code in none of our lists of ${real().date}: mistyped, or newer than they are`;
    check("Given TAK-$09876 20 mg.", line("TAK-9876"), "TAK-9876", real());
    check("treated with BAY 99$0-1234 daily", line("BAY 99-1234"), "BAY 99-1234", real());
    for (const text of ["See TAK-$09876 for details.", "Given XQZ-$09876 20 mg.", "Given TAK-$098.76 mg", "treated BT-$0474 cells"])
      check(text, undefined, undefined, real());
  });
  it("reads no long note at once: none of it for an ordinary word, and for an unknown drug in steps what may silence that", () => {
    const paragraphs = 2000;
    const text = `Given zorfanatinib 20 mg to the patients.\n\n${"Patients got Avastin.\n\n".repeat(paragraphs)}`;
    const note = noteOf(text);
    assert.equal(hover(real(), note, text.indexOf("patients")), undefined);
    assert.ok(note.blocks.count < paragraphs / 2, String(note.blocks.count));
    let steps = 0;
    for (const _ of hoverOnUnknown(real(), note, text.indexOf("zorfa"))) steps++;
    assert.ok(steps >= paragraphs, String(steps));
  });
  it("calls no word unknown where a directive silences the finding", () => {
    const UNKNOWN = `zorfanatinib · in none of our lists of ${example.date}: misspelled, or newer than they are`;
    check("Given zorfa$0natinib 20 mg.", UNKNOWN, "zorfanatinib");
    check("Given sunit$0nib 20 mg.");
    check("<!-- metastasis-notes: off -->\n\nGiven zorfa$0natinib 20 mg.");
    check("<!-- metastasis-notes: ignore-next unknown-drug-name -->\n\nGiven zorfa$0natinib 20 mg.");
  });
  it("shows one line for a name that is only recognised, none for an abbreviation", () => {
    check(
      "befoter$0tinib",
      "befotertinib · drug · small molecule, phase 3 · recognised only, no record yet · lists of 2026-11-26",
      "befotertinib",
    );
    check("$0FLG", "FLG · filaggrin · protein-coding gene · HGNC:3748 · recognised only, no record yet · lists of 2026-11-26", "FLG");
    check("PF$0S");
    check("befotert$0nib");
  });
  it("says what a gene without a record is fused with, and shows a card between the colons of a fusion", () => {
    const { text, cursor } = readMarked("EM$0L4-ALK was found.");
    const lines = print(hover(real(), noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.match(lines[0]!, /^EML4 · EMAP like 4 /);
    assert.equal(lines.at(-1), "here joined to ALK");
    check("BCR:$0:ABL1 was found.", "ABL1 · target · ABL proto-oncogene 1, non-receptor tyrosine kinase", "ABL1", real());
    for (const source of ["KI$0F5B, RET", "KI$0F5B-positive RET", "EML4-A$0LK"]) {
      const { text, cursor } = readMarked(source);
      assert.doesNotMatch(print(hover(real(), noteOf(text), cursor!)!.card, "plaintext"), /joined/, source);
    }
  });
  it("shows the gene of a variant that stands behind it", () => {
    for (const [source, range] of [
      ["BRAF V6$000E", "BRAF V600E"],
      ["BRAF p.Val$0600Glu,", "BRAF p.Val600Glu"],
      ["BRAF^V60$00E^ cells", "BRAF^V600E"],
      ["BRAF(V6$000E)", "BRAF(V600E"],
      ["BRAF-V$0600E", "BRAF-V600E"],
    ] as const)
      check(source, "BRAF · target · B-Raf proto-oncogene, serine/threonine kinase", range, real());
    check("MET exon 14 skip$0ping", "MET · target · MET proto-oncogene, receptor tyrosine kinase", "MET exon 14 skipping", real());
    for (const text of ["BRAF A54$09 cells", "BRAF, V60$00E", "cells V60$00E", "BRAF V600E m$0elted"])
      check(text, undefined, undefined, real());
  });
  it("shows the drug that a word is in another language", () => {
    const { text, cursor } = readMarked("La paciente recibió cispla$0tino.");
    const lines = print(hover(real(), noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.match(lines[0]!, /^cisplatin · drug/);
    const title = (word: string) => print(hover(real(), noteOf(`Recebeu ${word} ontem.`), 10)!.card, "plaintext").split(" ·")[0];
    assert.deepEqual(["bevacizumabe", "gemcitabina", "karboplatin", "oestramustine"].map(title), [
      "bevacizumab",
      "gemcitabine",
      "carboplatin",
      "estramustine",
    ]);
    check("cispla$0tim", undefined, undefined, real());
  });
  it("shows the drug that a word with an accent is, and in a note of another language one with another ending", () => {
    const title = (word: string, of: string) => {
      const { text, cursor } = readMarked(of.replace("*", `${word.slice(0, 3)}$0${word.slice(3)}`));
      const shown = hover(real(), noteOf(text), cursor!);
      return shown && `${print(shown.card, "plaintext").split(" ·")[0]} ${text.slice(shown.from, shown.to)}`;
    };
    const french = "Le * a été administré aux patientes dans cette étude sur les métastases osseuses.";
    assert.equal(title("bévacizumab", french), "bevacizumab bévacizumab");
    assert.equal(title("zolédronate", french), "zoledronic acid zolédronate");
    assert.equal(title("cisplatine", french), "cisplatin cisplatine");
    assert.equal(title("tamoxifène", "She had taken * before."), "tamoxifen tamoxifène");
    assert.equal(title("étude", french), undefined);
    assert.equal(title("résistance", french), undefined);
    assert.equal(title("protéines", french), undefined);
  });
  it("takes the longer of two names, and at a seam the one that begins", () => {
    check("trastuzumab$0 deruxtecan", "trastuzumab deruxtecan · drug · small molecule", "trastuzumab deruxtecan");
    check("p53/$0HER2", "HER2 (ERBB2) · target", "HER2");
    check("p53$0/HER2", "p53 (TP53) · target", "p53");
  });
  it("takes a name inside a pointing phrase before the phrase", () => {
    check("loss $0of E-cadherin in cells", "detachment from the primary tumour · process", "loss of E-cadherin in cells");
    check("loss of E-$0cadherin in cells", "E-cadherin (CDH1) · target", "E-cadherin");
  });
  it("shows what an unknown word's ending says, unless the word is accepted or its rule is off", () => {
    const { text, cursor } = readMarked("given zorbi$0tinib 10 mg");
    const at = (settings = DEFAULTS) => hover(example, noteOf(text), cursor!, settings);
    assert.deepEqual(print(at()!.card, "plaintext").split("\n"), [
      `zorbitinib · in none of our lists of ${example.date}: misspelled, or newer than they are`,
      "By its ending: -tinib marks a drug, likely: tyrosine kinase inhibitor",
    ]);
    const actions = at()!
      .card.groups.flat(2)
      .flatMap(({ action }) => (action ? [action] : []));
    assert.deepEqual(actions, [{ kind: "accept-word", word: "zorbitinib" }]);
    assert.equal(at({ ...DEFAULTS, acceptedWords: new Set(["zorbitinib"]) }), undefined);
    assert.equal(at({ ...DEFAULTS, rules: { ...DEFAULTS.rules, "unknown-drug-name": "off" } }), undefined);
  });
  it("says what else an ambiguous name may mean", () => {
    const { text, cursor } = readMarked("Acquired$0 resistance of tumours.");
    const lines = print(hover(example, noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.match(lines[2]!, /^2\. immune resistance · challenge/, lines.join("\n"));
  });
  it("says how the text matched", () => {
    const { text, cursor } = readMarked("Avastin$0");
    const lines = print(hover(example, noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.ok(lines.includes("“Avastin” is a brand name of bevacizumab"), lines.join("\n"));
  });
  it("says where the note itself defines what stands there", () => {
    const { text, cursor } = readMarked("Trastuzumab deruxtecan (TDX) was given.\n\nThen T$0DX was stopped.");
    const lines = print(hover(example, noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.ok(lines.includes("“TDX” is defined in line 1 of this note"), lines.join("\n"));
  });
  it("gives the range in the source, with markup inside and none around", () => {
    check("**beva$0cizumab**", BEVACIZUMAB, "bevacizumab");
    check("be**va$0ci**zumab", BEVACIZUMAB, "be**vaci**zumab");
    check("> sunitinib\n> mal$0ate", "sunitinib · drug · small molecule", "sunitinib\n> malate");
    check("TGF-$\\be$0ta$ drives", "TGF-β · target family", "TGF-$\\beta$");
    check("😀 TGF-&be$0ta; drives", "TGF-β · target family", "TGF-&beta;");
    check("| a | p5$03 |\n|---|---|", "p53 (TP53) · target", "p53");
  });
  it("shows nothing in code, links and other places that are no prose", () => {
    const places = [
      "`p5$03`", "[a](p5$03)", "```\np5$03\n```", "---\na: p5$03\n---\n", "<!-- p5$03 -->", "https://example.org/p5$03", "$$p5$03$$",
      "#p5$03",
    ]; // biome-ignore format: a list
    for (const text of places) check(text);
  });
  it("shows nothing outside the note, and never fails", () => {
    for (const offset of [-1, 99, Number.NaN, Number.POSITIVE_INFINITY, 0.5]) {
      for (const text of ["", "p53 x", "\ud83d", "\r\n"]) hover(example, noteOf(text), offset);
    }
    assert.equal(hover(example, noteOf("x p53"), 99), undefined);
  });
});

describe("hover on the real dataset", () => {
  it("names the drugs that need the variant behind a target", () => {
    for (const [source, variant] of [
      ["KR$0AS G12C", "G12C"],
      ["KR$0AS p.G12C", "G12C"],
      ["KR$0AS(G12C)", "G12C"],
      ["the BR$0AF-V600E mutation", "V600E"],
      ["EG$0FR ex20ins", "ex20ins"],
      ["EG$0FR exon 20 insertions", "exon 20 insertions"],
    ] as const) {
      const { text, cursor } = readMarked(source);
      const card = print(hover(real(), noteOf(text), cursor!)!.card, "plaintext");
      assert.match(card, new RegExp(`^${variant}: needed by `, "m"), source);
    }
    const { text, cursor } = readMarked("KR$0AS is mutated");
    assert.doesNotMatch(print(hover(real(), noteOf(text), cursor!)!.card, "plaintext"), /needed by/);
  });
  it("shows the status of a drug with its date in the second line", () => {
    const { text, cursor } = readMarked("Patients were given beva$0cizumab.");
    const lines = print(hover(real(), noteOf(text), cursor!)!.card, "plaintext").split("\n");
    assert.match(lines[1]!, /^approved: FDA 2004, EMA 2005; for colorectal cancer, non-small cell lung cancer.* · as of \d{4}/);
  });
  it("takes the code of a drug before a gene's old symbol, and offers both where the gene is spoken of", () => {
    const drug = `Liposome-encapsulated miR-34 Mimic MRX34 · drug · also “MRX34” · recognised only, no record yet · lists of ${real().date}`;
    check("MRX$034 was the first miRNA mimic in the clinic.", drug, "MRX34", real());
    check("MRX$034 (liposomal miR-34a) was stopped for immune toxicity.", drug, "MRX34", real());
    check("The MRX$034 gene was sequenced.", "“MRX34” has 2 readings, and this sentence does not decide between them:", "MRX34", real());
  });
  it("says how a drug without a record acts, and by which table: three ways at most", () => {
    const known = (says: string) => `${says} (Drug Repurposing Hub, 2020) · recognised only, no record yet · lists of ${real().date}`;
    check(
      "Doxyla$0mine was given.",
      known(
        "doxylamine · drug · small molecule, has been approved in the US (FDA and MEDI lists, to 2025; use not on record) · histamine receptor antagonist; targets HRH1",
      ),
      "Doxylamine",
      real(),
    );
    const several =
      "BMS-777607 · drug · MET Tyrosine Kinase inhibitor, phase 1/2 · AXL kinase inhibitor, c-Met inhibitor, FLT3 inhibitor +3 more; targets AXL, MERTK, MET, MST1R, TYRO3";
    check("Cells got BMS-777$0607.", known(several), "BMS-777607", real());
  });
  it("shows the seed's own form of an integrin", () => {
    const { text, cursor } = readMarked("integrin $\\alpha\\text{v}\\be$0ta 3$ is");
    assert.match(print(hover(real(), noteOf(text), cursor!)!.card, "plaintext"), /^integrin αvβ3/);
  });
  it("says what a name strictly means", () => {
    const card = print(hover(real(), noteOf("Expression of VLA-4 rose."), 16)!.card, "plaintext");
    assert.match(card, /\n“VLA-4” is strictly the heterodimer α4β1; shown is integrin α4\n/);
    assert.doesNotMatch(card, /Also called.*VLA-4/);
  });
  it("says that a symbol is the mouse's", () => {
    const found = hover(real(), noteOf("Trp53 was lost."), 2);
    assert.match(print(found!.card, "plaintext"), /^p53 \(TP53\) .*\n“Trp53” is the symbol of the mouse orthologue of p53\n/);
    assert.doesNotMatch(print(hover(real(), noteOf("TP53 was lost."), 2)!.card, "plaintext"), /mouse orthologue/);
  });
});
