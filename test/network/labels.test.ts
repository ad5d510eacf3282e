/** Names in the boxes of the network. */
import assert from "node:assert/strict";
import { linesOf } from "../../client/network/page/labels";
import { real } from "../example";

/** What is drawn in a network. */
const DRAWN = ["drug", "target", "family", "complex", "strategy", "nanoplatform", "pathway", "process"];

describe("the label of a node", () => {
  it("stands in one line where it fits", () => assert.deepEqual(linesOf("PD-1/PD-L1 blockade"), ["PD-1/PD-L1 blockade"]));

  it("goes on in a second line behind a space, a hyphen or a slash", () => {
    assert.deepEqual(linesOf("cytotoxic chemotherapy"), ["cytotoxic", "chemotherapy"]);
    assert.deepEqual(linesOf("epithelial-to-mesenchymal transition"), ["epithelial-to-", "mesenchymal transition"]);
  });

  it("loses its brackets before a letter of the name", () =>
    assert.deepEqual(linesOf("matrix metalloproteinases (MMPs)"), ["matrix", "metalloproteinases"]));

  it("is whole for nearly all records", () => {
    const dataset = real();
    const names = [...dataset.records()].flatMap((entity) => (DRAWN.includes(dataset.kind(entity)) ? [dataset.preferredName(entity)] : []));
    const cut = names.filter((name) => linesOf(name).some((line) => line.endsWith("…")));
    assert.ok(names.length > 1000 && cut.length < 10, `${cut.length} of ${names.length} are cut: ${cut.join("; ")}`);
  });
});
