import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Row } from "../../../server/features/views/shown";
import { strategyTree } from "../../../server/features/views/strategyTree";
import { atOnce } from "../../../server/giveWay";
import { ROOT } from "../../client";
import { example, real } from "../../example";
import { inWords } from "../../words";

function treeOf(filter = "", dataset = example): Row[] {
  return atOnce(strategyTree(dataset, filter));
}

/** Rows as indented lines, "label [description]". */
const print = (rows: readonly Row[], indent = ""): string[] =>
  rows.flatMap((row) => [`${indent}${row.label} [${inWords(row).description}]`, ...print(row.rows ?? [], `${indent}  `)]);

const all = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...all(row.rows ?? [])]);

describe("the tree of strategies", () => {
  it("has the strategies that name no step under a row of their own", () => {
    const lines = print(treeOf());
    const none = lines.indexOf("no step on record [3 strategies]");
    assert.ok(none >= 0, lines.join("\n"));
    assert.ok(lines.slice(none).includes("  VEGF ligand blockade [8 drugs]"), lines.join("\n"));
    assert.ok(lines.includes("    cilengitide [discontinued]") === false);
    assert.ok(lines.includes("    galunisertib [discontinued]"), lines.join("\n"));
  });

  it("is as the walkthrough shows a piece of it", () => {
    const shown = readFileSync(path.join(ROOT, "docs/walkthrough/views.md"), "utf8").split("\n\n")[1]!.split("\n");
    let rows: readonly Row[] | undefined = treeOf("", real());
    for (const line of shown.slice(0, 2)) rows = rows?.find(({ label }) => line.trim().split("  ")[0] === label)?.rows;
    const labels = rows?.map(({ label }) => label) ?? [];
    for (const line of shown.slice(2, -2)) assert.ok(labels.includes(line.trim()), `${line} in ${labels.join()}`);
    assert.equal(shown.length, 6);
  });
  it("goes through the steps of the cascade in their order", () => {
    const steps = treeOf("", real()).map(({ step = 9 }) => step);
    assert.deepEqual(
      steps,
      [...steps].sort((a, b) => a - b),
    );
    assert.deepEqual([...new Set(steps)], [1, 2, 3, 4, 5, 6, 9]);
  });

  it("finds a step by its id, with all that is done against it", () => {
    const lines = print(treeOf("premetastatic-niche", real()));
    assert.equal(lines[0], "pre-metastatic niche formation [step 5]");
    for (const name of ["LOX", "S100A4", "TIMP-1"])
      assert.ok(
        lines.some((line) => line.trim().startsWith(`${name} [`)),
        name,
      );
    assert.ok(lines.some((line) => /simtuzumab \[discontinued\]$/.test(line)));
  });

  it("wants every word of the filter, in a name, a code or a status, on the way down", () => {
    const lines = print(treeOf("adhesion EMD-121974", real()));
    assert.deepEqual(
      lines.map((line) => line.trim().replace(/ \[.*/, "")),
      ["cell-matrix adhesion", "integrin blockade", "cilengitide"],
    );
    const dropped = all(treeOf("angiogenesis discontinued", real())).filter(({ kind }) => kind === "drug");
    assert.ok(dropped.length > 3 && dropped.every(({ status }) => status === "discontinued"));
  });

  it("is empty where nothing answers", () => {
    assert.deepEqual(treeOf("nonesuch"), []);
  });

  it("gives every row an id of its own and a sentence, every drug its status as a word", () => {
    const rows = all(treeOf("", real()));
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const row of rows) {
      const { spoken } = inWords(row);
      assert.ok(spoken.startsWith(row.label), row.id);
      if (row.kind === "drug") assert.match(spoken, /\(as of \d{4}-\d\d(?:-\d\d)?\)$/, row.id);
    }
  });
});
