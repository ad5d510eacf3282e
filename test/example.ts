/** A tiny dataset that covers every case, compiled in memory, and the real one, opened when a test first asks for it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { compileRecords } from "../data/compile";
import type { Vocabulary } from "../data/vocabulary";
import { Dataset } from "../server/dataset/dataset";
import { buildFoldTable } from "../server/dataset/fold";
import type { AnyRecord, ConceptRecord, DrugRecord, Name, TargetRecord } from "../server/dataset/records";
import { Note } from "../server/note/note";

/** A note of this text. */
export const noteOf = (text: string): Note => Note.create("file:///note.md", "markdown", 1, text);

const review = { checked: "2026-11", confidence: "A" } as const;

type DrugParts = Partial<DrugRecord> & { readonly asOf?: string; readonly events: DrugRecord["regulatory"]["events"] };

function drug(id: string, names: readonly Name[], { events, asOf = "2026-11", ...parts }: DrugParts): DrugRecord {
  return {
    id,
    kind: "drug",
    preferred_name: id.replaceAll("-", " "),
    modality: "small_molecule",
    summary: `What ${id} is.`,
    names,
    mechanisms: [],
    strategies: ["strategy:vegf-ligand-blockade"],
    regulatory: { as_of: asOf, events },
    review,
    ...parts,
  };
}

function target(id: string, preferred: string, names: readonly Name[], parts: Partial<TargetRecord> = {}): TargetRecord {
  return { id, kind: "target", preferred_name: preferred, summary: `What ${preferred} is.`, names, review, ...parts };
}

function concept(kind: ConceptRecord["kind"], id: string, names: readonly Name[], parts: Partial<ConceptRecord> = {}): ConceptRecord {
  return { id, kind, preferred_name: names[0]!.text, summary: `What ${id} is.`, names, review, ...parts };
}

/** "inn bevacizumab" → a name of type inn. */
function name(typed: string, match?: Name["match"], more: Partial<Name> = {}): Name {
  const space = typed.indexOf(" ");
  return { type: typed.slice(0, space), text: typed.slice(space + 1), ...(match ? { match } : {}), ...more };
}

const acts = (on: string, verb: string) => [{ target: on, action: "INHIBITOR", verb, primary: true, sources: ["curator:domain"] }];
const sources = ["curator:domain"];

const drugs: readonly DrugRecord[] = [
  drug(
    "bevacizumab",
    [
      name("inn bevacizumab"),
      name("brand Avastin"),
      name("code rhuMAb-VEGF"),
      name("usan bevacizumab-awwb"),
      name("abbreviation BEV", { case: "exact", context: "drug" }),
      name("abbreviation bev", { case: "exact", context: "drug" }),
    ],
    {
      modality: "antibody",
      class: "anti-VEGF-A monoclonal antibody",
      mechanisms: acts("target:VEGFA", "neutralises"),
      events: [
        { date: "2004-02", agency: "FDA", event: "approved", indication: "colorectal cancer", cancer: "cancer:colorectal-cancer", sources },
        { date: "2005", agency: "EMA", event: "approved", indication: "colorectal cancer", cancer: "cancer:colorectal-cancer", sources },
      ],
      claims: [
        { id: "C1", voice: "seed", text: "It starves metastases.", sources: ["seed:TT-15"], assessment: "ok" },
        {
          id: "C2",
          voice: "seed",
          text: "It holds back all spread.",
          sources: ["seed:TT-13"],
          assessment: "overstated",
          corrected_by: "C2n",
        },
        { id: "C2n", voice: "curated", text: "It did not prevent relapse.", sources: ["pmid:23233715"], evidence_level: "phase3-negative" },
      ],
      xrefs: { chembl: "CHEMBL1201583" },
    },
  ),
  drug("sunitinib", [name("inn sunitinib"), name("salt sunitinib malate"), name("brand Sutent")], {
    mechanisms: acts("target:KIT", "inhibits"),
    events: [{ date: "2006", agency: "FDA", event: "approved", sources }],
  }),
  drug("galunisertib", [name("inn galunisertib"), name("code LY2157299")], {
    mechanisms: acts("family:TGFB", "inhibits signalling of"),
    events: [
      { date: "2014", agency: "none", event: "phase2", sources },
      { date: "2020-01", agency: "none", event: "discontinued", sources },
    ],
  }),
  drug("olaratumab", [name("inn olaratumab"), name("brand Lartruvo")], {
    events: [
      { date: "2016", agency: "FDA", event: "approved-accelerated", sources },
      { date: "2020-02", agency: "FDA", event: "withdrawn", sources },
    ],
  }),
  drug("doxycycline", [name("inn doxycycline")], {
    events: [{ date: "1967", agency: "FDA", event: "approved", oncology: false, sources }],
  }),
  drug("nivolumab", [name("inn nivolumab"), name("brand Opdivo"), name("abbreviation nivo", { case: "insensitive", context: "drug" })], {
    modality: "antibody",
    mechanisms: acts("target:PDCD1", "blocks"),
    events: [{ date: "2014", agency: "PMDA", event: "approved", sources }],
  }),
  drug("trastuzumab", [name("inn trastuzumab"), name("brand Herceptin")], {
    mechanisms: acts("target:ERBB2", "binds"),
    events: [{ date: "1998", agency: "FDA", event: "approved", sources }],
  }),
  drug("trastuzumab-deruxtecan", [name("inn trastuzumab deruxtecan"), name("abbreviation T-DXd"), name("brand Enhertu")], {
    mechanisms: acts("target:ERBB2", "delivers its payload to"),
    asOf: "2026-10",
    events: [{ date: "2019-12", agency: "FDA", event: "approved", sources }],
  }),
];

const gene = { case: "exact", context: "gene" } as const;
const exact = { case: "exact" } as const;

const targets: readonly TargetRecord[] = [
  target("VEGFA", "VEGF-A", [name("symbol VEGFA"), name("prose VEGF-A")]),
  target("PDCD1", "PD-1", [name("symbol PDCD1"), name("prose PD-1")]),
  target("CD274", "PD-L1", [name("symbol CD274"), name("prose PD-L1"), name("synonym B7-H1 (CD274)")]),
  target("ERBB2", "HER2", [name("symbol ERBB2"), name("prose HER2"), name("synonym HER-2/neu")]),
  target("TGFB1", "TGF-β1", [name("symbol TGFB1"), name("prose TGF-β1")]),
  target("TGFB", "TGF-β", [name("prose TGF-β"), name("prose transforming growth factor beta")], {
    kind: "family",
    members: [{ ref: "target:TGFB1" }],
    default_member: "target:TGFB1",
  }),
  target("SNAI1", "Snail", [name("symbol SNAI1", exact), name("prose Snail", gene)], { processes: ["process:emt"] }),
  target("TWIST1", "Twist", [name("symbol TWIST1", exact), name("prose Twist", gene)], { processes: ["process:emt"] }),
  target("CDH1", "E-cadherin", [name("symbol CDH1", exact), name("prose E-cadherin")]),
  target("TP53", "p53", [name("symbol TP53"), name("prose p53")]),
  target("MET", "MET", [name("symbol MET", gene, { shared_with: ["process:met-transition"] }), name("prose c-MET")]),
  target("KIT", "KIT", [name("symbol KIT", gene)]),
  target("HER", "HER family", [name("prose HER family"), name("abbreviation HER", { case: "exact", context: "never" })], {
    kind: "family",
    members: [{ ref: "target:ERBB2" }],
  }),
  target("ITGAV", "integrin αv", [name("symbol ITGAV"), name("prose integrin αv")]),
  target("ITGB3", "integrin β3", [name("symbol ITGB3"), name("prose integrin β3")]),
  target("ITGAV_ITGB3", "integrin αvβ3", [name("prose integrin αvβ3"), name("prose αvβ3"), name("prose avb3", gene)], {
    kind: "complex",
    full_name: "vitronectin receptor",
    members: [{ ref: "target:ITGAV" }, { ref: "target:ITGB3" }],
  }),
  target("MMP2", "MMP-2", [name("symbol MMP2"), name("prose MMP-2")]),
];

const tumour = { case: "insensitive", context: "tumour" } as const;

const concepts: readonly ConceptRecord[] = [
  concept("process", "angiogenesis", [name("preferred angiogenesis")], { cascade_order: 2 }),
  concept("process", "emt", [name("preferred epithelial-to-mesenchymal transition"), name("abbreviation EMT")]),
  concept(
    "process",
    "met-transition",
    [
      name("preferred mesenchymal-to-epithelial transition"),
      name("abbreviation MET", { case: "exact", context: "tumour", not_before: ["exon", "kinase"] }, { shared_with: ["target:MET"] }),
    ],
    { see_also: ["process:emt"] },
  ),
  concept("process", "detachment", [
    name("preferred detachment from the primary tumour"),
    name("seed-form loss of E-cadherin in cells"),
    name("prose adhesion", { ...tumour, not_before: ["molecule", "molecules"], not_after: ["focal"] }),
  ]),
  concept("strategy", "vegf-ligand-blockade", [name("preferred VEGF ligand blockade"), name("prose anti-VEGF therapy")], {
    acts_on: ["target:VEGFA"],
    challenges: ["challenge:drug-resistance"],
  }),
  concept("strategy", "car-t-therapy", [name("preferred CAR-T cell therapy"), name("prose CAR-T cells"), name("abbreviation CAR-T")]),
  concept("nanoplatform", "lipid-nanoparticles", [name("preferred lipid nanoparticles"), name("abbreviation LNPs")]),
  concept("challenge", "drug-resistance", [
    name("preferred drug resistance"),
    name("prose acquired resistance", tumour, { shared_with: ["challenge:immune-resistance"] }),
  ]),
  concept("challenge", "immune-resistance", [name("preferred immune resistance"), name("prose acquired resistance", tumour)]),
  concept("cancer", "colorectal-cancer", [name("preferred colorectal cancer")]),
  concept("regimen", "FOLFOX", [name("abbreviation FOLFOX")], { components: [{ name: "oxaliplatin" }, { ref: "drug:sunitinib" }] }),
];

/** Its records, in the order of their entities. */
export const records: readonly AnyRecord[] = [...drugs, ...targets, ...concepts];

type VocabularyEntry = Vocabulary["entries"][number];

function known(kind: VocabularyEntry["kind"], preferred: string, names: readonly Name[], detail: string): VocabularyEntry {
  return {
    kind,
    preferred,
    detail,
    names: names.map(({ text, type, match }) => ({
      text,
      type: type as VocabularyEntry["names"][number]["type"],
      letterCase: (match?.case ?? "insensitive") as "exact",
      context: (match?.context ?? "none") as "gene",
      hidden: kind === "known-abbreviation" || type === "misspelling",
    })),
  };
}

/** Its vocabulary: drugs and genes without a record, abbreviations, a misspelling on record, ordinary words. */
export const vocabulary: Vocabulary = {
  entries: [
    known("known-drug", "befotertinib", [name("inn befotertinib"), name("misspelling befotertnib")], "small molecule, phase 3"),
    known("known-drug", "bevasiranib", [name("inn bevasiranib")], "oligonucleotide"),
    known("known-gene", "FLG", [name("symbol FLG", exact), name("preferred filaggrin")], "protein-coding gene · HGNC:3748"),
    known("known-gene", "CAT", [name("symbol CAT", gene)], "protein-coding gene · HGNC:1516"),
    ...["OS", "PFS", "ELISA", "PD"].map((text) => known("known-abbreviation", text, [name(`abbreviation ${text}`, exact)], "")),
  ],
  words: new Set("patients were treated with received daily twice after before growth mother hiking behaviour behavior aspirin".split(" ")),
  english: "patients were treated with received daily twice after before growth mother hiking behaviour".split(" "),
  frequency: new Map(),
  stems: [
    ["mab", "monoclonal antibody", true],
    ["tinib", "tyrosine kinase inhibitor", true],
    ["sertib", "serine/threonine kinase inhibitor", true],
    ["tide", "peptide", false],
  ],
};

/** Compiles records, with the example's vocabulary. */
export function compiled(own: readonly AnyRecord[]): Uint8Array {
  const about = { version: "2026.11", date: "2026-11-26" };
  return compileRecords(buildFoldTable(), own, vocabulary, about, { "src:hub": "Drug Repurposing Hub" });
}

/** Opens a compiled dataset that must be whole. */
export function opened(file: Uint8Array): Dataset {
  const dataset = Dataset.open(file);
  if (typeof dataset === "string") throw new Error(`the dataset cannot be opened: ${dataset}`);
  return dataset;
}

/** The example, opened. */
export const example: Dataset = opened(compiled(records));

let dataset: Dataset | undefined;

/** The real dataset as the build made it. */
export function real(): Dataset {
  if (dataset) return dataset;
  const places = ["../data", "../../data"].map((folder) => path.join(__dirname, folder, "dataset.bin"));
  const file = [...places, path.resolve("dist/data/dataset.bin")].find((place) => existsSync(place));
  if (!file) throw new Error("dist/data/dataset.bin is not there; run node esbuild.mjs first");
  dataset = opened(readFileSync(file));
  return dataset;
}
