import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { mentionsOf } from "../../server/note/reading";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("undeclared-term", real);
const head = (...lines: string[]) => `---\n${lines.join("\n")}\n---\nNotes.\n`;

describe("undeclared-term", () => {
  it("finds a declared name that is unknown, in every way to write a list", () =>
    check(
      head("drugs: [sunitinib, ⟦sorafenibe→sorafenib⟧]"),
      head("drugs:", "  - sunitinib", "  - ⟦sorafenibe→sorafenib⟧"),
      head("drugs:", "- ⟦sorafenibe→sorafenib⟧ # to do", "tags: [sorafenibe]"),
      head("drugs: [\"⟦Sorafenibe→Sorafenib⟧\", 'sunitinib']"),
      head("drugs: sunitinib, ⟦sorafenibe→sorafenib⟧"),
      head("drug: ⟦sorafenibe→sorafenib⟧"),
      head("drug: ⟦sorafxnibe→sorafenib⟧"),
      head("drugs: [", "  sunitinib,", "  ⟦sorafenibe→sorafenib⟧,", "]"),
      head('drugs: ["[[sunitinib]]", "[[⟦sorafenibe→sorafenib⟧|Nexavar]]"]', "targets: [⟦XYZZY9⟧]"),
    ));
  it("takes any name of the kind, whatever it needs elsewhere, and combinations with doses", () =>
    check(
      head("drugs: [Avastin, LY2157299, T-DXd, FOLFOX, befotertinib, nivolumab + ipilimumab, sunitinib 50 mg]"),
      head("targets: [ER+, HR+, HER2-, MET, KIT, HER2, ERBB2, αvβ3, VEGF, Twist, ACPP]"),
      head("drugs: []", "targets:", "drug:"),
    ));
  it("proposes the symbols that a slip in one leads to", () => check(head("targets: [⟦CXRC4→CXCR4⟧, ⟦EFGR→EGFR⟧, ⟦TP35→TP53⟧]")));
  it("takes the whole of what is declared for a name before it looks for names inside: drugs may be called like proteins", () =>
    check(head("drugs: [endothelin-1, fibronectin, kisspeptin, AC T]")));
  it("mends a misspelling on record, and marks what is unknown beside a known name", () =>
    check(head("drugs: [⟦acetylccysteine→acetylcysteine⟧, sunitinib ⟦sorafenibe→sorafenib⟧]")));
  it("takes a variant behind its gene", () =>
    check(head("targets: [KRAS G12C, BRAF V600E, EGFR T790M/C797S, ⟦XYZZY9⟧]", "target: ⟦V600E⟧")));
  it("says when a name is of another kind, what it is near, or that nothing is called so", () => {
    check(head("drugs: [⟦PD-L1⟧]", "targets: [⟦sunitinib⟧, ⟦XYZZY9⟧]"));
    const said = (line: string) =>
      findings(real(), noteOf(head(line)), DEFAULTS).map(({ message }) => message.replace(/^.*? is known/, ""));
    assert.deepEqual(said("drugs: [PD-L1, sorafenibe]"), ["; it is known as a target.", ": did you mean sorafenib?"]);
    assert.match(said("targets: [QQZ9]").join(), /^; nothing in the lists of \d{4}-\d\d-\d\d is called so\.$/);
  });
  it("finds one that a link declares, wherever prose is", () =>
    check(
      "Given [[drug:⟦sorafenibe→sorafenib⟧]] twice, then [[drug:sunitinib]].",
      "# On [[target: ⟦XYZZY9⟧ ]]\n\n- [[Drug:⟦sorafenibe→sorafenib⟧|the second]]\n> [[target:⟦sunitinib⟧#dose]]\n",
      "| Drug |\n|---|\n| [[drug:⟦sorafenibe→sorafenib⟧\\|Nexavar]] |\n",
      "[[drug:sunitinib + sorafenib]], [[target:MET]], [[target:KIT|it]], [[drug:]], [[drug: ]], [[drug:x",
      "`[[drug:sorafenibe]]`, [[drugs:qqq]], [drug:sorafenibx](a.md), $[[drug:sorafenibx]]$\n\n    [[drug:sorafenibe]]\n",
    ));
  it("is silent on phrases of ordinary words, where the key means something else", () =>
    check(head("target: publication in March", "drugs: [see the table, ⟦xorafenibe arm⟧]")));
  it("is silent on what is meant as it stands: processes, matter and pathways under targets, abbreviations of the clinic", () =>
    check(
      head(
        "targets: [angiogenesis, Hippo, tumour microenvironment, DNA, microtubules, multi-kinase, MSI-H, HRD]",
        "drugs: [⟦angiogenesis⟧, ADT]",
      ),
      head("drugs: [isotype, all, various]", "target: any", "targets: [n.a.]"),
    ));
  it("is silent on classes by their targets, clipped drugs, variants joined to their gene and what is short for anything", () =>
    check(
      head(
        "drugs: [MEKi, BTKi, SHP2i, GCN2i, PD-1i, anti-CD20, anti-KIR, aCSF1R, anti-IL6R (MR16-1), rhIL-6, siSNAI1, sh-TWIST1, lenva, ola, dab/tram, nab-ptx, dex, BSC, mAb, GnRHa, AI, EC, VCR, ⟦sorafenibe→sorafenib⟧]",
      ),
      head("targets: [KRAS-G12D, EGFR-T790M, BRAFmut, TAMs, TAM, FAO, bone, macrophages, lipids, breast cancer, ⟦KRAZ→KRAS⟧]"),
      head("drugs: [EPO, insulin, ⟦PD-L1⟧]", "targets: [cholesterol, hyaluronan, ⟦sunitinib⟧]"),
    ));
  it("is silent on proteins that are given, biosimilars, antibodies, and one of what is known as several", () =>
    check(head("drugs: [G-CSF, GM-CSF, IL-15, trastuzumab biosimilar, mAbs, AI, ⟦PD-L1⟧]", "targets: [G-quadruplex, V-ATPase, ⟦XYZZY9⟧]")));
  it("is silent on growth factors and chemokines that are given as stimuli; what several proteins are called is a target", () =>
    check(
      head("drugs: [HGF, TGF-β1, TGF-beta1, EGF, bFGF, PDGF-BB, VEGF165, VEGF-C, IFN-γ, CXCL12, SDF-1α, BMP-4, Wnt3a, IGF-1]"),
      head("drugs: [⟦VEGF⟧, ⟦TGF-β⟧, ⟦PD-L1⟧]"),
    ));
  it("is silent on former symbols that several genes carry", () => check(head("targets: [ADH2, ADH3, ⟦CXRC4→CXCR4⟧]")));
  it("is silent on compounds by their formulas, isotopes, exposures, isotypes and RNA against microRNA", () =>
    check(
      head("drugs: [As2O3, H2O2, CuSO4, N2O, I-131, 131I, Y90, carboplatin AUC5, IgG2a, antagomir-21, LNA-anti-miR-21]"),
      head("drugs: [⟦As2O3-42⟧, ⟦MB-2171⟧, carboplatin ⟦AVC5⟧]"),
    ));
  it("is silent on kinds of treatments, processes and words with hyphens, marks of histones, kinds of RNA and states", () =>
    check(
      head("drugs: [chemoradiation, immunochemotherapy, xenografts, probiotics, Matrigel, ⟦sorafenibe→sorafenib⟧]"),
      head(
        "targets: [efferocytosis, osteolysis, super-enhancers, tumour-stroma, H3K27me3, circRNA, mtDNA, ctDNA, TMB-high, UPR, ⟦XYZZY9⟧]",
      ),
    ));
  it("is silent on reagents, vehicles and words in capitals", () =>
    check(head("drugs: [D-luciferin, Cremophor, Kolliphor, OXPHOS, GLYCOLYSIS, Pamorelin, ⟦XYZZYABC⟧]")));
  it("is silent on what a template is to fill in", () =>
    check(head('drugs: ["<drug>", "<% tp.drug %>", xxx, DRUG, "{{drug}}"]', "targets: [Target, ⟦XYZZY9⟧]")));
  it("reads clipped names and names inside words that are declared", () => {
    const [lenva, gene] = ["drugs: [lenva]", "targets: [BRAFmut]"].map((line) =>
      mentionsOf(real(), noteOf(head(line)).frontMatter.slots[0]!),
    );
    assert.deepEqual(
      [lenva, gene].map((read) => real().preferredName(real().lexicon.entity(read![0]!.names[0]!))),
      ["lenvatinib", "BRAF"],
    );
  });
  it("knows what French has, and the cells that are a target", () =>
    check(head("drugs: [bévacizumab, oxaliplatine, ⟦sorafenibe→sorafenib⟧]", "targets: [claudine-2, NK cells, pericytes, ⟦CXRC4→CXCR4⟧]")));
  it("is heard in other languages only where a known name is near", () => {
    const french = "Le patient est traité par une chimiothérapie avec les drogues et pour la tumeur il est suivi dans le service.\n".repeat(
      3,
    );
    assert.deepEqual(
      findings(real(), noteOf(`${head("drugs: [chimio IAH, sorafenibe]")}\n${french}`), DEFAULTS).map((one) => one.word),
      ["sorafenibe"],
    );
  });
  it("is silent on identifiers, files and the arms of a trial", () =>
    check(
      head("targets: [HGNC:6407, P04637, ENSG00000141510, chr7:55019017, lab-book.html]", "drugs: [CHEMBL941, DB00619, NCT01234567, A, B]"),
    ));
  it("is silent where a link's template is not filled in", () => check("[[drug:{{title}}]] and [[target:<% tp.target %>|it]]."));
  it("is silent on other keys, and outside front matter", () =>
    check(head("title: sorafenibe", "name: { drugs: [x] }"), "drugs: [sorafenibe]\n", "Notes.\n\n---\ndrugs: [sorafenibe]\n---\n"));
});
