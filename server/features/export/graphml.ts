/** GraphML (http://graphml.graphdrawing.org/): what notes mention as nodes, what the records say between them as edges. */
import type { Dataset } from "../../dataset/dataset";
import { edgesAmong } from "./edges";
import { type Count, Tally } from "./tally";
import { thingOf } from "./things";
import type { About, Writer } from "./writer";

type Values = Readonly<Record<string, string | number>>;

const NODE_KEYS = {
  ...{ label: "string", kind: "string", hgnc: "string", chembl: "string", drugbank: "string" },
  ...{ status: "string", statusAsOf: "string", setbacks: "string", written: "string", uses: "int", notes: "int" },
};
const EDGE_KEYS = { verb: "string", predicate: "string", sources: "string" };
const GRAPH_KEYS = { dataset: "string", datasetDate: "string", program: "string" };

export function graphmlWriter(dataset: Dataset, { version }: About): Writer {
  const tally = new Tally();
  const keys = [
    ...Object.entries(GRAPH_KEYS).map(([key, type]) => keyOf(key, type, "graph")),
    ...Object.entries(NODE_KEYS).map(([key, type]) => keyOf(key, type, "node")),
    ...Object.entries(EDGE_KEYS).map(([key, type]) => keyOf(key, type, "edge")),
  ];
  return {
    begin: () =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        ...keys,
        '<graph id="notes" edgedefault="directed">',
        data({ dataset: dataset.version, datasetDate: dataset.date, program: `metastasis-notes ${version}` }),
        "",
      ].join("\n"),
    note: (note) => {
      tally.add(note);
      return "";
    },
    end: () => {
      const nodes = tally.all().map(node);
      const edges = edgesAmong(tally).map(({ from, to, verb, predicate, sources }, i) => {
        const ends = `source="${escapeXml(from.id)}" target="${escapeXml(to.id)}"`;
        return `<edge id="e${i}" ${ends}>${data({ verb, predicate, sources: sources.join("; ") })}</edge>`;
      });
      return `${[...nodes, ...edges, "</graph>", "</graphml>"].join("\n")}\n`;
    },
  };
}

function node({ dataset, entity, uses, notes, written }: Count): string {
  const { id, name, kind, hgnc, chembl, drugbank, status, statusAsOf, setbacks } = thingOf(dataset, entity);
  const values = { label: name, kind, hgnc, chembl, drugbank, status, statusAsOf, setbacks, uses, notes };
  return `<node id="${escapeXml(id)}">${data({ ...values, written: [...written.keys()].join("; ") })}</node>`;
}

/** The declaration of a key; no two kinds of elements share one. */
const keyOf = (key: string, type: string, of: string): string => `<key id="${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>`;

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
