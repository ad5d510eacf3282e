/** GraphML (http://graphml.graphdrawing.org/): what notes mention as nodes, what the records say between them as edges. */
import type { Dataset } from "../../dataset/dataset";
import { edgesAmong } from "./edges";
import { type Count, Tally } from "./tally";
import { thingOf } from "./things";
import { type About, atEnd, type Writer } from "./writer";

type Values = Readonly<Record<string, string | number>>;

/** Keys of each kind of element; no two kinds share one. */
const KEYS = {
  graph: ["dataset", "datasetDate", "program"],
  node: ["label", "kind", "hgnc", "chembl", "drugbank", "status", "statusAsOf", "setbacks", "written", "uses", "notes"],
  edge: ["verb", "predicate", "sources"],
};
/** Those of them that hold numbers. */
const COUNTS = ["uses", "notes"];

/** One directed graph of all notes, written when all are there. */
export function graphmlWriter(dataset: Dataset, { version }: About): Writer {
  const tally = new Tally();
  const keys = Object.entries(KEYS).flatMap(([element, own]) => own.map((key) => declared(key, element)));
  const begin = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph id="notes" edgedefault="directed">',
    data({ dataset: dataset.version, datasetDate: dataset.date, program: `metastasis-notes ${version}` }),
    "",
  ].join("\n");
  const end = () => {
    const nodes = tally.all().map(node);
    const edges = edgesAmong(tally).map(({ from, to, verb, predicate, sources }, i) => {
      const ends = `source="${escapeXml(from.id)}" target="${escapeXml(to.id)}"`;
      return `<edge id="e${i}" ${ends}>${data({ verb, predicate, sources: sources.join("; ") })}</edge>`;
    });
    return `${[...nodes, ...edges, "</graph>", "</graphml>"].join("\n")}\n`;
  };
  return atEnd((note) => tally.add(note), end, begin);
}

function node({ dataset, entity, uses, notes, written }: Count): string {
  const { id, name, kind, hgnc, chembl, drugbank, status, statusAsOf, setbacks } = thingOf(dataset, entity);
  const values = { label: name, kind, hgnc, chembl, drugbank, status, statusAsOf, setbacks, uses, notes };
  return `<node id="${escapeXml(id)}">${data({ ...values, written: [...written.keys()].join("; ") })}</node>`;
}

/** The declaration of a key. */
const declared = (key: string, element: string): string =>
  `<key id="${key}" for="${element}" attr.name="${key}" attr.type="${COUNTS.includes(key) ? "int" : "string"}"/>`;

/** Values, those that are empty left out. */
const data = (values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
    .join("");

/** A text as XML 1.0 has it: without the characters that it cannot hold. */
const escapeXml = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
