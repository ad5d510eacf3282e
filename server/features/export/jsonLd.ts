/**
 * JSON-LD 1.1: notes and what they mention in terms of schema.org, places as W3C Web Annotations, things and what the
 * records say of them in terms of the Biolink model (https://w3id.org/biolink/). The context is part of the file: nothing
 * is to be fetched to read it.
 */
import type { Dataset } from "../../dataset/dataset";
import { edgesAmong } from "./edges";
import type { NamedSpan } from "./noteMentions";
import { Tally } from "./tally";
import { type Thing, thingOf } from "./things";
import type { About, Writer } from "./writer";

const PREFIX = "urn:metastasis-notes:";

const CONTEXT = {
  schema: "https://schema.org/",
  biolink: "https://w3id.org/biolink/vocab/",
  oa: "http://www.w3.org/ns/oa#",
  mn: PREFIX,
};

/** Classes of the Biolink model by our kinds; all others are a NamedThing. */
const CLASSES: Readonly<Record<string, string>> = {
  drug: "Drug",
  target: "Gene",
  gene: "Gene",
  family: "GeneFamily",
  complex: "MacromolecularComplex",
  pathway: "Pathway",
  process: "BiologicalProcess",
  cancer: "Disease",
  regimen: "Treatment",
};

/** Where databases have their identifiers; HGNC's and GO's hold their own prefix. */
const ADDRESSES: Readonly<Record<string, string>> = {
  hgnc: "https://identifiers.org/",
  entrez: "https://identifiers.org/ncbigene:",
  ensembl: "https://identifiers.org/ensembl:",
  uniprot: "https://identifiers.org/uniprot:",
  chembl: "https://identifiers.org/chembl:",
  chembl_target: "https://identifiers.org/chembl:",
  drugbank: "https://identifiers.org/drugbank:",
  pubchem_cid: "https://identifiers.org/pubchem.compound:",
  mesh: "https://identifiers.org/mesh:",
  unii: "https://identifiers.org/unii:",
  go: "https://identifiers.org/",
  reactome: "https://identifiers.org/reactome:",
  wikipathways: "https://identifiers.org/wikipathways:",
};

/** A source that is a publication, by its key. */
const PUBLICATION = /^(?:pmid|doi):/;

/** One graph: each note with its annotations as it comes, things and what the records say of them at the end. */
export function jsonLdWriter(dataset: Dataset, { version }: About): Writer {
  const tally = new Tally();
  const about = {
    "@id": `${PREFIX}dataset:${dataset.version}`,
    "@type": "schema:Dataset",
    "schema:name": "Metastasis Notes",
    "schema:version": dataset.version,
    "schema:dateModified": dataset.date,
    "mn:program": `metastasis-notes ${version}`,
  };
  return {
    begin: () => `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n${JSON.stringify(about)}`,
    note: (note) => {
      tally.add(note);
      const id = `${PREFIX}note:${note.file.split("/").map(encodeURIComponent).join("/")}`;
      const names = note.passages.flatMap((passage) => passage.names);
      const mentioned = [...new Set(names.map(({ entity }) => iriOf(thingOf(note.dataset, entity))))];
      const document = {
        "@id": id,
        "@type": "schema:DigitalDocument",
        "schema:name": note.file,
        "schema:mentions": mentioned.map((thing) => ({ "@id": thing })),
      };
      return nodes([document, ...names.map((name) => annotation(id, name, thingOf(note.dataset, name.entity)))]);
    },
    end: () => {
      const things = tally.all().map(({ dataset: own, entity }) => node(thingOf(own, entity)));
      const associations = edgesAmong(tally).map(({ from, to, verb, predicate, sources }) => ({
        "@type": "biolink:Association",
        "biolink:subject": { "@id": iriOf(from) },
        "biolink:predicate": { "@id": `biolink:${predicate}` },
        "biolink:object": { "@id": iriOf(to) },
        "mn:verb": verb,
        "biolink:publications": sources.filter((source) => PUBLICATION.test(source)).map((source) => source.replace(/^pmid/, "PMID")),
        "mn:source": sources,
      }));
      return `${nodes([...things, ...associations])}\n]}\n`;
    },
  };
}

const nodes = (list: readonly object[]): string => list.map((one) => `,\n${JSON.stringify(one)}`).join("");

/** A name of ours for a thing, without characters that an IRI may not hold. */
const iriOf = ({ id }: Thing): string => {
  const colon = id.indexOf(":");
  return `${PREFIX}${id.slice(0, colon)}:${encodeURIComponent(id.slice(colon + 1))}`;
};

function annotation(note: string, { start, end, text, matched, nameType, from }: NamedSpan, thing: Thing): object {
  return {
    "@type": "oa:Annotation",
    "oa:hasBody": { "@id": iriOf(thing) },
    "oa:hasTarget": {
      "oa:hasSource": { "@id": note },
      "oa:hasSelector": [
        { "@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end },
        { "@type": "oa:TextQuoteSelector", "oa:exact": text },
      ],
    },
    "mn:line": from.line,
    "mn:matched": matched,
    "mn:nameType": nameType,
  };
}

function node(thing: Thing): object {
  const { id, kind, name, xrefs, status, statusAsOf, setbacks } = thing;
  const known = xrefs.flatMap(([database, value]) => (ADDRESSES[database] ? [{ "@id": ADDRESSES[database] + value }] : []));
  const others = xrefs.flatMap(([database, value]) =>
    ADDRESSES[database] ? [] : [{ "@type": "schema:PropertyValue", "schema:propertyID": database, "schema:value": value }],
  );
  return {
    "@id": iriOf(thing),
    "@type": `biolink:${CLASSES[kind] ?? "NamedThing"}`,
    "schema:name": name,
    "mn:kind": kind,
    "mn:record": id,
    "biolink:xref": known,
    "schema:identifier": others,
    ...(status ? { "mn:status": status, "mn:statusAsOf": statusAsOf } : {}),
    ...(setbacks ? { "mn:setbacks": setbacks } : {}),
  };
}
