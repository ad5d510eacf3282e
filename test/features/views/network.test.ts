import assert from "node:assert/strict";
import { network } from "../../../server/features/views/network";
import { placesOf } from "../../../server/features/views/noteOutline";
import { example, noteOf, real } from "../../example";

/** The edges of a text's network as sentences, and the labels of its nodes; what was added is in brackets. */
function read(text: string, dataset = example, most = 300) {
  const found = network(dataset, placesOf(dataset, noteOf(text)).keys(), most);
  const label = (id: string) => found.nodes.find((node) => node.id === id)!.label;
  return {
    nodes: found.nodes.map(({ label: name, isNamed }) => (isNamed ? name : `(${name})`)).sort(),
    edges: found.edges.map(({ from, verb, to, variant }) => `${label(from)} ${verb} ${label(to)}${variant ? ` ${variant}` : ""}`).sort(),
    left: found.left,
  };
}

describe("a network", () => {
  it("has what a note names, and what the records say of each pair", () => {
    assert.deepEqual(read("Avastin takes VEGF-A; Snail in EMT; HER2 and the HER family."), {
      nodes: ["HER family", "HER2", "Snail", "VEGF-A", "bevacizumab", "epithelial-to-mesenchymal transition"],
      edges: ["HER2 is one of HER family", "Snail takes part in epithelial-to-mesenchymal transition", "bevacizumab neutralises VEGF-A"],
      left: 0,
    });
  });

  it("brings the targets of a drug along where none of them is named", () => {
    const { nodes, edges } = read("bevacizumab alone");
    assert.deepEqual([nodes, edges], [["(VEGF-A)", "bevacizumab"], ["bevacizumab neutralises VEGF-A"]]);
  });

  it("leaves out what is only recognised, cancers and challenges", () => {
    assert.deepEqual(read("befotertinib in colorectal cancer with drug resistance").nodes, []);
  });

  it("says of each edge who says so, and in which variant", () => {
    const dataset = real();
    const found = network(
      dataset,
      [dataset.find("drug:cilengitide")!, dataset.find("drug:sotorasib")!, dataset.find("process:adhesion")!],
      300,
    );
    const edge = found.edges.find(({ from, to }) => from === "drug:cilengitide" && to === "complex:ITGAV_ITGB3");
    assert.deepEqual(edge?.sources, ["the review, Targeted therapy, sentence 11", "PMID 25163906", "ChEMBL"]);
    assert.equal(found.edges.find(({ from, verb }) => from === "drug:sotorasib" && verb !== "is used in")?.variant, "G12C");
    for (const { sources } of found.edges) assert.ok(sources.length > 0);
    assert.ok(found.edges.some(({ to, sources }) => to === "process:adhesion" && /^record of cilengitide, checked /.test(sources[0]!)));
  });

  it("says nothing twice", () => {
    const dataset = real();
    const { edges } = network(
      dataset,
      Array.from({ length: dataset.recordCount }, (_, entity) => entity),
      300,
    );
    assert.equal(new Set(edges.map(({ from, verb, to }) => `${from} ${verb} ${to}`)).size, edges.length);
  });

  it("keeps the nodes with the most edges, and counts the others", () => {
    const { nodes, left } = read("Avastin takes VEGF-A; doxycycline and E-cadherin.", example, 2);
    assert.deepEqual([nodes, left], [["VEGF-A", "bevacizumab"], 2]);
  });
});
