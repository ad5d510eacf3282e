/** `export` and `stats` on the command line: which notes are read, what is said of others. */
import assert from "node:assert/strict";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { EXPORT_FORMATS } from "../../server/features/export/formats";
import type { Stats } from "../../server/features/export/stats";
import { inFolder, run, runIn } from "./run";

const NOTE = "Keytruda and nivolumab in EGFR-mutated tumours.\n";

describe("export", () => {
  const { write, at } = inFolder();

  it("writes the names of a folder's notes, as a table unless told otherwise", async () => {
    write("a.md", NOTE);
    write("b/c.md", "bevacizumab\n");
    write("b/x.txt", "bevacizumab\n");
    const { status, out, error } = await run("export", at(""));
    assert.deepEqual([status, error], [0, ""]);
    const rows = parse<Record<string, string>>(out, { columns: true, delimiter: "\t" });
    assert.deepEqual(
      rows.map(({ file, text, chembl, hgnc }) => [path.relative(at(""), file!), text, chembl || hgnc]),
      [
        ["a.md", "Keytruda", "CHEMBL3137343"],
        ["a.md", "nivolumab", "CHEMBL2108738"],
        ["a.md", "EGFR", "CHEMBL203"],
        [path.join("b", "c.md"), "bevacizumab", "CHEMBL1201583"],
      ],
    );
    assert.equal(rows[2]!["hgnc"], "HGNC:3236");
  });

  it("has every format, each with the dataset's version and without notes too", async () => {
    const file = write("a.md", NOTE);
    const { out: version } = await run("--version");
    const [, dataset] = /dataset (\S+)/.exec(version)!;
    for (const format of EXPORT_FORMATS) {
      const { status, out, error } = await run("export", "--format", format, file);
      assert.deepEqual([status, error], [0, ""], format);
      assert.ok(out.includes(dataset!) && out.includes("pembrolizumab") !== format.startsWith("abbrev"), format);
      assert.equal((await run("export", "--format", format, write("none.md", ""))).status, 0, format);
    }
  });

  it("reads standard input under a name", async () => {
    const { out } = await runIn({ input: NOTE }, "export", "--stdin-filepath", "x.md");
    assert.match(out, /\nx\.md\t1\t1\t/);
  });

  it("knows each folder's own names, in every format", async () => {
    const record = (id: string) => `id: ${id}\nkind: drug\npreferred_name: ${id}\nsummary: Ours.\n`;
    for (const [folder, drug] of [
      ["one", "zorbitinib"],
      ["two", "foltinib"],
    ]) {
      write(`${folder}/.metastasis-notes/own.yaml`, record(drug!));
      write(`${folder}/a.md`, `Given ${drug}, then Keytruda.\n`);
    }
    for (const format of EXPORT_FORMATS.filter((one) => !one.startsWith("abbrev"))) {
      const { status, out, error } = await run("export", "--format", format, at("one"), at("two"));
      assert.deepEqual([status, error], [0, ""], format);
      for (const drug of ["zorbitinib", "foltinib", "pembrolizumab"]) assert.ok(out.includes(drug), `${drug} in ${format}`);
    }
    const { things } = JSON.parse((await run("stats", "--format", "json", at("one"), at("two"))).out) as Stats;
    assert.deepEqual(
      things.map(({ id, uses, notes }) => `${id} ${uses} ${notes}`),
      ["drug:pembrolizumab 2 2", "drug:foltinib 1 1", "drug:zorbitinib 1 1"],
    );
  });

  it("goes on where a note cannot be read, and ends with 2", async () => {
    const { status, out, error } = await run("export", at("none.md"), write("bin.md", Buffer.from([0, 1, 2])), write("a.md", NOTE));
    assert.equal(status, 2);
    assert.match(error, /none\.md: there is no such file or folder\n.*bin\.md: is a binary file, no note\n/);
    assert.match(out, /Keytruda/);
  });

  it("reads the Markdown cells of a notebook, at the places that check gives", async () => {
    const cell = (cell_type: string, ...source: string[]) => ({ cell_type, metadata: {}, source });
    const cells = [
      cell("code", "Avastin"),
      cell("markdown", '# "Arms" 𝛼\n', "\n", 'Then "bevacizumab" 10 mg/kg,\n', "and bevacizumb 10 mg/kg."),
    ];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    const file = write("a/screen.ipynb", text);
    const lines = text.split("\n");
    const places = (await run("check", "--format", "tsv", "--severity", "hint", at("a"))).out;
    const misspelt = lines.findIndex((line) => line.includes("bevacizumb "));
    assert.ok(places.includes(`\t${misspelt + 1}\t${lines[misspelt]!.indexOf("bevacizumb") + 1}\t`), places);
    const { out, status } = await run("export", at("a"));
    assert.equal(status, 0);
    const rows = parse<Record<string, string>>(out, { columns: true, delimiter: "\t", quote: null });
    const line = lines.findIndex((one) => one.includes("bevacizumab"));
    assert.deepEqual(
      rows.map(({ file: name, text: word, line: at, column, startUtf16, endUtf16, start }) => [
        ...[path.basename(name!), word, Number(at), Number(column), text.slice(Number(startUtf16), Number(endUtf16))],
        [...text].slice(Number(start)).join("").startsWith(word!),
      ]),
      [["screen.ipynb", "bevacizumab", line + 1, lines[line]!.indexOf("bevacizumab") + 1, "bevacizumab", true]],
    );
    assert.match((await run("stats", at("a"))).out, /^1 use of 1 name in 1 note /);
    const { documents } = JSON.parse((await run("export", "--format", "bioc", file)).out) as {
      documents: [
        {
          passages: Array<{
            offset: number;
            text: string;
            annotations: Array<{ text: string; locations: [{ offset: number; length: number }] }>;
          }>;
        },
      ];
    };
    const [found] = documents[0].passages.flatMap(({ offset, text: prose, annotations }) =>
      annotations.map(({ text: word, locations: [{ offset: at, length }] }) => [
        word,
        [...prose].slice(at - offset, at - offset + length).join(""),
      ]),
    );
    assert.deepEqual(found, ["bevacizumab", "bevacizumab"]);
    const { error, status: broken } = await run("export", write("b/broken.ipynb", "{}"), write("b/c.md", NOTE));
    assert.deepEqual([broken, error], [2, `${at("b/broken.ipynb")}: is no notebook: it has no list “cells”\n`]);
  });
});

describe("stats", () => {
  const { write, at } = inFolder();

  it("says what notes talk about", async () => {
    write("a.md", NOTE);
    write("b.md", "pembrolizumab, MK-3475.\n");
    const { status, out } = await run("stats", at(""));
    assert.equal(status, 0);
    assert.match(out, /^5 uses of 3 names in 2 notes · dataset /);
    assert.match(out, /\n {5}3 {2}pembrolizumab as Keytruda, MK-3475, 2 notes · approved: FDA 2014, EMA \d{4} \(as of \d{4}-\d\d\)/);
    const { things } = JSON.parse((await run("stats", "--format", "json", at(""))).out) as Stats;
    assert.deepEqual([things[0]!.id, things[0]!.uses, things[0]!.notes], ["drug:pembrolizumab", 3, 2]);
  });
});
