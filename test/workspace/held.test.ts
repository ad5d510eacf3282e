/** How long what folders add to the dataset is held. */
import assert from "node:assert/strict";
import { DEFAULTS } from "../../server/settings";
import { foldersOf } from "../ownFoldersOf";

describe("folders with names of their own", () => {
  it("are joined to the dataset once, though sixteen of them are asked about by turns, as notes of a project each", async () => {
    const names = Array.from({ length: 16 }, (_, i) => `file:///lab/project${i}`);
    const files = names.map((name, i) => [`${name}/.metastasis-notes/names.tsv`, `name\tkind\nMB-${i}00\tdrug\n`]);
    const { folders } = foldersOf(Object.fromEntries(files), ["file:///lab"]);
    const datasets = () => Promise.all(names.map((name) => folders.datasetFor(`${name}/a.md`, DEFAULTS)));
    const [before, after] = [await datasets(), await datasets()];
    assert.equal(new Set(before).size, names.length);
    for (const [i, data] of before.entries()) assert.equal(after[i], data, names[i]);
  });
});
