/** JSON-LD and GraphML: read again by jsonld and graphology. */
import assert from "node:assert/strict";
import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-graphml";
import jsonld from "jsonld";
import { edgesOf } from "../../server/features/export/edges";
import { example, real } from "../example";
import { written } from "./written";

const NOTES = {
  "notes/a b.md": "Avastin neutralises VEGF-A; Sutent inhibits KIT signalling & more <i>. Avastin again.\n",
  "b.md": "bevacizumab and TGF-β with TGF-β1; befotertinib.\n",
};

describe("GraphML", () => {
  const graph = parse(MultiDirectedGraph, written("graphml", NOTES));

  it("has the things as nodes, with kind, status and counts", () => {
    const { label, kind, status, statusAsOf, chembl, uses, notes, written: names } = graph.getNodeAttributes("drug:bevacizumab");
    assert.deepEqual([label, kind, chembl, uses, notes], ["bevacizumab", "drug", "CHEMBL1201583", 3, 2]);
    assert.deepEqual([status, statusAsOf, names], ["approved: FDA 2004, EMA 2005", "2026-11", "Avastin; bevacizumab"]);
    assert.ok(graph.hasNode("known-drug:befotertinib"));
  });

  it("has what the records say between them as edges, with verb and source", () => {
    const edges = graph.mapEdges((_, { verb, sources }, from, to) => `${from} ${verb} ${to} [${sources}]`);
    assert.ok(edges.includes("drug:bevacizumab neutralises target:VEGFA [curator:domain]"), edges.join("\n"));
    assert.ok(edges.includes("family:TGFB has member target:TGFB1 [record family:TGFB, checked 2026-11]"), edges.join("\n"));
    assert.ok(edges.every((edge) => !/\[\]$/.test(edge)));
    assert.equal(graph.getAttribute("dataset"), example.version);
  });

  it("is well formed whatever a note holds", () => {
    const strange = parse(MultiDirectedGraph, written("graphml", { "a.md": '**Av**ast<b>in</b> "p53" \u0001 & TGF-β' }));
    assert.ok(strange.hasNode("target:TP53"));
  });
});

describe("edges of records", () => {
  it("say no relation from both sides, and none without a source", () => {
    const said = new Set<string>();
    for (let entity = 0; entity < example.recordCount; entity++)
      for (const { from, to, verb, sources } of edgesOf(example, entity)) {
        assert.ok(sources.length > 0);
        assert.ok(!said.has(`${to} ${verb} ${from}`), `${verb} both ways`);
        said.add(`${from} ${verb} ${to}`);
      }
    assert.ok(said.size > 10);
  });
});

describe("JSON-LD", () => {
  type Triple = { subject: { value: string }; predicate: { value: string }; object: { value: string } };
  let triples: Triple[] = [];
  before(async () => {
    // no document loader: nothing may be fetched to read it
    const documentLoader = (url: string) => Promise.reject(new Error(`${url} was asked for`));
    const document = JSON.parse(written("jsonld", NOTES)) as jsonld.JsonLdDocument;
    triples = (await jsonld.toRDF(document, { documentLoader, safe: true } as object)) as Triple[];
  });
  const objects = (subject: string, predicate: string) =>
    triples.filter((one) => one.subject.value === subject && one.predicate.value === predicate).map(({ object }) => object.value);
  const mn = "urn:metastasis-notes:";
  const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

  it("says which note mentions what, in terms of schema.org", () => {
    const note = `${mn}note:notes/a%20b.md`;
    assert.deepEqual(objects(note, type), ["https://schema.org/DigitalDocument"]);
    assert.deepEqual(objects(note, "https://schema.org/mentions"), [
      `${mn}drug:bevacizumab`,
      `${mn}target:VEGFA`,
      `${mn}drug:sunitinib`,
      `${mn}target:KIT`,
    ]);
    assert.deepEqual(objects(`${mn}dataset:${example.version}`, "https://schema.org/version"), [example.version]);
  });

  it("says what things are, in terms of Biolink, and where else they are known", () => {
    const drug = `${mn}drug:bevacizumab`;
    assert.deepEqual(objects(drug, type), ["https://w3id.org/biolink/vocab/Drug"]);
    assert.deepEqual(objects(drug, "https://w3id.org/biolink/vocab/xref"), ["https://identifiers.org/chembl:CHEMBL1201583"]);
    assert.deepEqual(objects(drug, `${mn}statusAsOf`), ["2026-11"]);
    const { "@graph": nodes } = JSON.parse(written("jsonld", { "a.md": "sunitinib\n" }, real()));
    const { "biolink:xref": known, "schema:identifier": others } = nodes.find((one: object) => "biolink:xref" in one);
    assert.ok(known.every((one: { "@id": string }) => one["@id"].startsWith("https://identifiers.org/")));
    assert.deepEqual(others, [{ "@type": "schema:PropertyValue", "schema:propertyID": "rxnorm", "schema:value": "357977" }]);
    assert.deepEqual(objects(`${mn}family:TGFB`, type), ["https://w3id.org/biolink/vocab/GeneFamily"]);
  });

  it("says what the records say, with predicate, verb and source", () => {
    const [association] = triples.filter(({ predicate, object }) => predicate.value === `${mn}verb` && object.value === "neutralises");
    const of = (predicate: string) => objects(association!.subject.value, predicate);
    assert.deepEqual(of("https://w3id.org/biolink/vocab/subject"), [`${mn}drug:bevacizumab`]);
    assert.deepEqual(of("https://w3id.org/biolink/vocab/predicate"), ["https://w3id.org/biolink/vocab/affects"]);
    assert.deepEqual(of(`${mn}source`), ["curator:domain"]);
  });

  it("has Biolink's predicates as they are meant, and publications by their identifiers", () => {
    const text = "VEGFR family, VEGFR-2; pegylated liposomal doxorubicin, a liposome; aumolertinib and EGFR.\n";
    const { "@graph": nodes } = JSON.parse(written("jsonld", { "a.md": text }, real()));
    const edges: Array<Record<string, { "@id": string }> & { "mn:verb": string; "biolink:publications": string[] }> = nodes.filter(
      (one: object) => "mn:verb" in one,
    );
    const meant = new Map(edges.map((edge) => [edge["mn:verb"], edge["biolink:predicate"]!["@id"].slice("biolink:".length)]));
    assert.deepEqual([meant.get("has member"), meant.get("is carried by")], ["has_member", "related_to"]);
    const publications = edges.flatMap((edge) => edge["biolink:publications"]);
    assert.deepEqual(publications, ["PMID:35580297"]);
  });

  it("has the places as web annotations", () => {
    const exact = triples.filter(({ predicate }) => predicate.value === "http://www.w3.org/ns/oa#exact").map(({ object }) => object.value);
    assert.deepEqual(new Set(exact), new Set(["Avastin", "VEGF-A", "Sutent", "KIT", "bevacizumab", "TGF-β", "TGF-β1", "befotertinib"]));
    assert.equal(triples.filter(({ predicate }) => predicate.value === "http://www.w3.org/ns/oa#start").length, 9);
  });
});
