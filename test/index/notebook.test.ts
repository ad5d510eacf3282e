/** Notebooks that are not open: their Markdown cells, and where these stand in the file. */
import assert from "node:assert/strict";
import { markdownCells, offsetInFile } from "../../server/index/notebook";
import { inUnits, tableOfText, WIDTH } from "../../server/index/table";
import { isNotebook } from "../../server/noteNames";
import { example, noteOf } from "../example";

/** A notebook as Jupyter writes it; `source` as it is given, a text or a list of lines. */
const notebook = (...cells: ReadonlyArray<readonly [type: string, source: unknown]>): string => {
  const written = cells.map(([cell_type, source]) => ({ attachments: { "a.png": { cells: "Avastin" } }, cell_type, metadata: {}, source }));
  return JSON.stringify({ cells: written, metadata: { source: "Avastin" }, nbformat: 4, nbformat_minor: 5 }, null, 1);
};

/** What the uses in a notebook are, as its file has them, and in which line from 1. */
function check(json: string, ...expected: readonly string[]): void {
  const steps = tableOfText(example, "file:///a.ipynb", json, inUnits);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const [table, file] = [step.value, noteOf(json)];
  const shown = Array.from({ length: table.length / WIDTH }, (_, i) => {
    const [, line, character, lastLine, last] = [...table.subarray(i * WIDTH, (i + 1) * WIDTH)] as [number, number, number, number, number];
    return `${line + 1}: ${json.slice(file.offsetAt({ line, character }), file.offsetAt({ line: lastLine, character: last }))}`;
  });
  assert.deepEqual(shown, expected);
}

const problemOf = (json: string): string => {
  try {
    markdownCells(json);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("notebooks that are not open", () => {
  it("are told by their names", () => {
    assert.deepEqual(["file:///a/b.ipynb", "file:///B.IPYNB", "file:///ipynb.md"].map(isNotebook), [true, true, false]);
  });
  it("are read in their Markdown cells alone, at the places of the file", () => {
    const json = notebook(
      ["markdown", ["# Arms\n", "\n", "Then **Avastin** here\n"]],
      ["code", ["# Avastin\n"]],
      ["markdown", "bevacizumab"],
    );
    check(
      json,
      `${json.split("\n").findIndex((line) => line.includes("Then")) + 1}: Avastin`,
      `${json.split("\n").findIndex((line) => line.includes("bevacizumab")) + 1}: bevacizumab`,
    );
  });
  it("have whatever JSON writes in its own way before a name", () => {
    const before = 'a "b" \\ \t é 😀 ';
    const text = `${before}Avastin`;
    const [cell] = markdownCells(notebook(["markdown", text]));
    assert.equal(cell!.text, text);
    for (const json of [notebook(["markdown", text]), notebook(["markdown", text]).replace("é 😀", "\\u00e9 \\ud83d\\ude00")]) {
      const at = offsetInFile(json, markdownCells(json)[0]!, before.length);
      assert.equal(json.slice(at, at + 7), "Avastin");
      check(json, `${json.split("\n").findIndex((line) => line.includes(' Avastin"')) + 1}: Avastin`);
    }
  });
  it("speak for each other: what one cell defines holds in all", () => {
    const defined = "Bevacizumab (BVZ) was given.";
    const lines = notebook(["markdown", defined], ["markdown", "More BVZ then."]).split("\n");
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    check(lines.join("\n"), `${lineOf(defined)}: Bevacizumab`, `${lineOf(defined)}: BVZ`, `${lineOf("More")}: BVZ`);
    check(notebook(["markdown", "More BVZ then."]));
  });
  it("may be empty, without cells, or with cells of no use", () => {
    check("");
    check(notebook());
    check('{"cells": [1, "x", {"cell_type": "markdown"}, {"cell_type": "markdown", "source": {"source": "Avastin"}}], "nbformat": 4}');
    check('{"nbformat": 4, "cells": [{"source": "Avastin", "cell_type": "markdown"}]}', "1: Avastin");
  });
  it("say what is wrong with them, where, and what to do", () => {
    assert.equal(problemOf('{"worksheets": [], "nbformat": 3}'), "is a notebook of format 3; save it anew with today's Jupyter");
    assert.equal(problemOf("[]"), "is no notebook: it has no list “cells”");
    assert.equal(problemOf('{\n<<<<<<< HEAD\n "cells": []}'), "holds a conflict of git in line 2; resolve it");
    assert.match(problemOf('{"cells": [],\n "nbformat" 4}'), /^is broken JSON in line 2 \(.*\); mend it, or take an earlier version$/);
    assert.match(problemOf('{"cells": ['), /^is broken JSON/);
  });
});
