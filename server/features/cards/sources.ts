/** How sources and identifiers are printed and where they lead. */
import type { Dataset } from "../../dataset/dataset";
import type { Span } from "../print";

const SECTIONS: Readonly<Record<string, string>> = {
  ABS: "Abstract",
  KW: "Keywords",
  INT: "Introduction",
  TT: "Targeted therapy",
  IO: "Immunotherapy",
  NG: "Nanotechnology",
  CON: "Conclusion",
  REF: "References",
};

/** A sentence of the review as readers find it: "Targeted therapy, sentence 8"; a further one of the same section by its number. */
export function sentences(sources: readonly string[]): string {
  const places = sources.filter((source) => source.startsWith("seed:")).map((source) => source.slice(5).split("-") as [string, string]);
  return places
    .slice(0, 3)
    .map(([section, number], i) =>
      i > 0 && places[i - 1]![0] === section
        ? String(Number(number))
        : `${SECTIONS[section] ?? section}, ${i < 2 && places[i + 1]?.[0] === section ? "sentences" : "sentence"} ${Number(number)}`,
    )
    .join(", ");
}

/** A source as a span, with a link where it has an address. */
export function sourceSpan(dataset: Dataset, source: string): Span {
  const colon = source.indexOf(":");
  const kind = source.slice(0, colon);
  const id = source.slice(colon + 1);
  switch (kind) {
    case "pmid":
      return { text: `PMID ${id}`, link: `https://pubmed.ncbi.nlm.nih.gov/${id}/` };
    case "doi":
      return { text: `doi:${id}`, link: `https://doi.org/${encodeURI(id).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"))}` };
    case "nct":
      return { text: id, link: `https://clinicaltrials.gov/study/${id}` };
    case "chembl":
      return { text: "ChEMBL", link: `https://www.ebi.ac.uk/chembl/explore/compound/${id}` };
    case "web":
      return { text: id.replace(/^https?:\/\/(?:www\.)?([^/]+)[\s\S]*$/, "$1"), link: id };
    case "fplx":
      return { text: `FamPlex ${id}` };
    case "note":
      return { text: id };
    case "seed":
      return { text: `the review, ${sentences([source])}` };
    case "fda":
    case "ema":
    case "nmpa":
    case "pmda":
      return { text: `${kind.toUpperCase()} ${id}` };
    default:
      return { text: dataset.sources[source] ?? (kind === "curator" ? "curator's note" : source) };
  }
}

const ADDRESSES: ReadonlyArray<readonly [xref: string, title: string, address: string]> = [
  ["chembl", "ChEMBL", "https://www.ebi.ac.uk/chembl/explore/compound/"],
  ["drugbank", "DrugBank", "https://go.drugbank.com/drugs/"],
  ["hgnc", "HGNC", "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/"],
  ["uniprot", "UniProt", "https://www.uniprot.org/uniprotkb/"],
  ["go", "GO", "https://www.ebi.ac.uk/QuickGO/term/"],
  ["reactome", "Reactome", "https://reactome.org/content/detail/"],
  ["wikipathways", "WikiPathways", "https://www.wikipathways.org/pathways/"],
];

/** Databases whose pages no card links to, by their keys in records. */
const TITLES: Readonly<Record<string, string>> = {
  atc: "ATC",
  cas: "CAS",
  chembl_target: "ChEMBL target",
  ensembl: "Ensembl",
  entrez: "Entrez Gene",
  famplex: "FamPlex",
  kegg: "KEGG",
  mesh: "MeSH",
  ncit: "NCI Thesaurus",
  oncotree: "OncoTree",
  pubchem_cid: "PubChem CID",
  rxnorm: "RxNorm",
  unii: "UNII",
};

/** The title of a database by its key in records: "PubChem CID". */
export const databaseOf = (xref: string): string =>
  ADDRESSES.find(([kind]) => kind === xref)?.[1] ?? TITLES[xref] ?? xref.replaceAll("_", " ");

/** An identifier as a span, with a link where its database has a page for it. */
export function identifierSpan(xref: string, id: string): Span {
  const address = ADDRESSES.find(([kind]) => kind === xref)?.[2];
  return { text: id, ...(address ? { link: address + id } : {}) };
}

/** Links of a record's identifiers, at most `most`. */
export function identifierSpans(xrefs: Readonly<Record<string, string | readonly string[]>> | undefined, most: number): Span[] {
  if (!xrefs) return [];
  return ADDRESSES.flatMap(([xref, title, address]) => {
    const value = xrefs[xref];
    const id = typeof value === "string" ? value : value?.[0];
    return id ? [{ text: title, link: address + id }] : [];
  }).slice(0, most);
}
