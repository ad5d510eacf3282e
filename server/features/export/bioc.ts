/**
 * BioC JSON, as PubTator gives it: a collection of documents, these of passages, these with annotations (Comeau et al.,
 * Database 2013, bat064). Offsets are characters of the note, Markdown included, so that they hold in the file; in a notebook,
 * whose file writes some characters as several, those of annotations count from where their passage begins in it.
 */
import type { Dataset } from "../../dataset/dataset";
import type { NamedSpan } from "./noteMentions";
import { type Thing, thingOf } from "./things";
import type { About, Writer } from "./writer";

/** Types of PubTator, where it has one; others by our kinds. */
const TYPES: Readonly<Record<string, string>> = {
  drug: "Chemical",
  "drug class": "Chemical",
  target: "Gene",
  gene: "Gene",
  cancer: "Disease",
};

/** One collection; a note is a document of it, written as it comes. */
export function biocWriter(dataset: Dataset, { version }: About): Writer {
  let documents = 0;
  const infons = { "metastasis-notes": version, dataset: dataset.version, offsets: "Unicode code points of the note's file" };
  const head = { source: "Metastasis Notes", date: dataset.date, key: "metastasis-notes", infons };
  return {
    begin: () => `${JSON.stringify(head).slice(0, -1)},"documents":[`,
    note: ({ dataset: own, file, passages }) => {
      let annotations = 0;
      const document = {
        id: file,
        infons: {},
        passages: passages.map(({ start, text, names }) => ({
          offset: start,
          infons: {},
          text,
          sentences: [],
          annotations: names.map((name) => annotation(String(++annotations), start, name, thingOf(own, name.entity))),
          relations: [],
        })),
        annotations: [],
        relations: [],
      };
      return `${documents++ > 0 ? "," : ""}\n${JSON.stringify(document)}`;
    },
    end: () => "\n]}\n",
  };
}

function annotation(id: string, passage: number, { inPassage, text, matched, nameType }: NamedSpan, thing: Thing): object {
  const { kind, name, hgnc, chembl, drugbank, status, statusAsOf, setbacks } = thing;
  const entrez = thing.xrefs.find(([database]) => database === "entrez")?.[1];
  const infons = {
    type: TYPES[kind] ?? kind,
    // PubTator names genes by their number in NCBI Gene
    identifier: entrez ?? (chembl || drugbank || hgnc || thing.id),
    kind,
    name,
    record: thing.id,
    matched,
    name_type: nameType,
    ...Object.fromEntries(
      Object.entries({ hgnc, chembl, drugbank, status, status_as_of: statusAsOf, setbacks }).filter(([, value]) => value),
    ),
  };
  return { id, infons, text, locations: [{ offset: passage + inPassage, length: [...text].length }] };
}
