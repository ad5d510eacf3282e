/** `check` without options: what is found where, and what is said of files that cannot be checked. */
import assert from "node:assert/strict";
import { chmodSync, closeSync, copyFileSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../client";
import { runProgram } from "./program";
import { DOSE, inFolder, run, runIn } from "./run";

describe("check", () => {
  const { at, write, json, places, words, fails, inside } = inFolder();

  it("prints a line for each finding and ends with 1", async () => {
    const file = write("a.md", `# Notes\n\n${DOSE}`);
    const { status, out, error } = await run("check", file);
    assert.equal(error, "");
    assert.match(out, /^[^\n]*\n$/);
    assert.ok(out.startsWith(`${file}:3:28 warning “bevacizumb” `), out);
    assert.ok(out.endsWith(" [misspelled-name]\n"), out);
    assert.equal(status, 1);
  });

  it("prints nothing and ends with 0 where nothing is wrong", async () => {
    assert.deepEqual(await run("check", write("a.md", "bevacizumab\n"), write("b.md", "")), { status: 0, out: "", error: "" });
  });

  it("counts columns in UTF-16 units, after a byte-order mark and with every kind of line end", async () => {
    const text = `\ufeff${DOSE}😀 given foltinib 5 mg\n`;
    for (const end of ["\n", "\r\n", "\r"])
      assert.deepEqual(await places(write("a.md", text.replaceAll("\n", end))), ["a.md:1:28", "a.md:2:10"], JSON.stringify(end));
  });

  it("says how loud a finding must be to count: --severity", async () => {
    const file = write("a.md", `${DOSE}\nThe name foltinib was new. Again bevacizumb.\n`);
    const severities = async (level: string) => (await json("--severity", level, file)).map(({ severity }) => severity);
    assert.deepEqual(await severities("error"), []);
    assert.deepEqual(await severities("warning"), ["warning"]);
    assert.deepEqual(await severities("information"), ["warning", "information"]);
    assert.deepEqual(await severities("hint"), ["warning", "information", "hint"]);
    assert.equal((await run("check", "--severity=error", file)).status, 0);
    assert.equal((await run("check", "--severity=warning", file)).status, 1);
  });

  it("reads a note from standard input: -", async () => {
    const { status, out } = await runIn({ input: DOSE }, "check", "-");
    assert.deepEqual([status, out.slice(0, 13)], [1, "<stdin>:1:28 "]);
    await inside(async () => {
      write("notes/.metastasis-notes/words.txt", "Bevacizumb\n");
      const named = (name: string) => runIn({ input: DOSE }, "check", "--stdin-filepath", name, "-");
      assert.match((await named("other/a.md")).out, /^other\/a\.md:1:28 /);
      assert.deepEqual(await named("notes/new/a.md"), { status: 0, out: "", error: "" });
      assert.deepEqual(await runIn({ input: DOSE }, "check", "--stdin-filepath=notes/a.md"), { status: 0, out: "", error: "" });
    });
    assert.match((await runIn({ input: "\0" }, "check", "-")).error, /^<stdin>: is a binary file/);
  });

  it("reads no folder from standard input, which would look like an empty note: - < notes", async () => {
    if (process.platform === "win32") return;
    const folder = openSync(at(""), "r");
    const args = [
      ["check", "-"],
      ["check", "--fix", "-"],
      ["export", "--format=tsv", "-"],
      ["stats", "-"],
    ];
    for (const each of args) {
      const { status, error } = runProgram(each, { stdio: [folder, "pipe", "pipe"] });
      assert.deepEqual([status, error], [2, "<stdin>: is a folder; name it instead of -\n"], each.join(" "));
    }
    closeSync(folder);
  });

  it("names what is not there, checks the rest and ends with 2", async () => {
    const [missing, found] = [at("missing.md"), write("a.md")];
    const { status, out, error } = await run("check", missing, found);
    assert.equal(error, `${missing}: there is no such file or folder\n`);
    assert.ok(out.startsWith(`${found}:1:28 warning `));
    assert.equal(status, 2);
    await fails("there is no such file or folder", path.join(found, "b.md"));
    await fails(
      "is neither a file nor a folder; what a program writes is read with -",
      process.platform === "win32" ? "\\\\.\\NUL" : "/dev/null",
    );
  });

  it("names what may not be read, checks the rest and ends with 2", () => {
    if (process.platform === "win32") return;
    // root may read everything: the program is run as somebody else, from where that one may read it
    const program = at("dist/server/cli.js");
    for (const file of ["dist/server/cli.js", "dist/server/workspace.js", "dist/data/dataset.bin"]) {
      write(file);
      copyFileSync(path.join(ROOT, file), at(file));
    }
    const [locked, closed] = [write("notes/locked.md"), path.dirname(write("notes/closed/a.md"))];
    write("notes/open.md");
    for (const file of [at(""), at("notes")]) chmodSync(file, 0o755);
    for (const file of [locked, closed]) chmodSync(file, 0);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, out, error } = runProgram(["check", "notes"], { cwd: at(""), ...nobody }, program);
    chmodSync(closed, 0o755);
    const why = "may not be read or written (permissions)";
    assert.equal(error, `notes/closed: ${why}\nnotes/locked.md: ${why}\n`);
    assert.ok(out.startsWith("notes/open.md:1:28 warning "), out);
    assert.equal(status, 2);
  });

  for (const [what, name, bytes, problem] of [
    ["a binary file", "a.md", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), ": is a binary file, no note"],
    ["UTF-32 text", "a.md", Buffer.from("\xff\xfe\0\0a\0\0\0", "latin1"), ": is a binary file, no note"],
    ["a notebook that is cut off", "a.ipynb", '{"cells": [', ": is broken JSON"],
    ["a notebook of an old format", "a.ipynb", '{"nbformat": 3, "worksheets": []}', ": is a notebook of format 3"],
    ["a notebook without cells", "a.ipynb", "{}", ": is no notebook: it has no list “cells”"],
    ["a broken configuration", ".metastasis-notes/config.yaml", "rules: [", ":1:9: This is no YAML: a [ above is not closed"],
    ["a broken table of own names", ".metastasis-notes/names.tsv", "name\tkind\nMB-217\tdrugs\n", ":2:1: The kind is “drugs”"],
  ] as const) {
    it(`is not through with ${what}: tells it, checks the rest, and ends with 2 at any --severity`, async () => {
      write(name, bytes);
      write("b.md");
      const { status, out, error } = await run("check", at(""));
      assert.match(out, /^[^\n]*b\.md:1:28 warning [^\n]*\n$/);
      assert.ok(error.startsWith(at(name) + problem), error);
      assert.equal(status, 2);
      assert.deepEqual(await run("check", "--severity", "error", at("")), { status: 2, out: "", error });
    });
  }

  it("tells what may be a mistake in names and records of the folder, and goes on", async () => {
    const names = write(".metastasis-notes/names.tsv", "name\tkind\tpreferred\nbeva\tdrug\tbevacizumbb\n");
    const text = 'id: mb-217\nkind: drug\npreferred_name: MB-217\nsee_also: ["target:CXCR44", "drug:bevacizumbb"]\n';
    const record = write(".metastasis-notes/mb.yaml", text);
    write("a.md", "We gave MB-217.\n");
    const { status, error } = await run("check", at(""));
    assert.deepEqual(error.split("\n"), [
      `${record}:4:12: There is no target:CXCR44, neither in the dataset nor in your folders; write the id of one that is, or a record with this one.`,
      `${names}:2:11: “bevacizumbb” becomes a drug of your own. Did you mean bevacizumab? If not, give “bevacizumbb” a row.`,
      "",
    ]);
    assert.equal(status, 0);
  });

  it("does not miss a broken note that .gitignore names", async () => {
    write("a.ipynb", "{");
    write("b.md", "bevacizumab\n");
    write(".gitignore", "a.ipynb\n");
    assert.deepEqual(await run("check", at("")), { status: 0, out: "", error: "" });
  });

  it("reads bytes that are no UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x0a]), Buffer.from(DOSE)]);
    assert.deepEqual(await places(write("a.md", bytes)), ["a.md:2:28"]);
  });

  it("reads UTF-16 with its byte-order mark, at the editor's columns", async () => {
    const little = Buffer.from(`\ufeff${DOSE}`, "utf16le");
    write("big.md", Buffer.from(little).swap16());
    write("little.md", little);
    assert.deepEqual(await places(at("")), ["big.md:1:28", "little.md:1:28"]);
  });

  it("checks the Markdown cells of a notebook that is named, at the places of its file, and mends none", async () => {
    const cell = (cell_type: string, ...source: string[]) => ({ cell_type, metadata: {}, source });
    const cells = [cell("code", DOSE), cell("markdown", "# Doses\n", "\n", DOSE), cell("markdown", "Bevacizumab helps.")];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    const line = text.split("\n").findLastIndex((one) => one.includes("bevacizumb")) + 1;
    const file = write("screen.ipynb", text);
    assert.deepEqual(await places(file), [`screen.ipynb:${line}:33`]);
    const { error, status } = await run("check", "--fix", file);
    assert.deepEqual([error, status], [`${file}: is a notebook, which is mended in an editor only\n`, 2]);
    assert.equal(readFileSync(file, "utf8"), text);
  });

  it("says which lines of a note it does not read, and ends as without them", async () => {
    const file = write("a.md", `${"x".repeat(20_001)}\n\n${DOSE}`);
    const { status, error } = await run("check", file);
    assert.deepEqual([status, error.startsWith(`${file}: 1 line is not read`)], [1, true]);
  });

  it("prints names of files so that a terminal does not obey them", async () => {
    if (process.platform === "win32") return;
    write("\x1b[31ma.md");
    write("\u202edm.b");
    assert.match((await run("check", at(""))).out, /\/\?\[31ma\.md:1:28 /);
    assert.match((await run("check", at("\u202edm.b"))).out, /\/\?dm\.b:1:28 /);
  });

  it("tells a file whose name is no UTF-8, which no program of ours can open", async () => {
    if (process.platform !== "linux") return;
    write("b.md");
    writeFileSync(Buffer.concat([Buffer.from(at("a")), Buffer.from([0xff]), Buffer.from(".md")]), DOSE);
    await fails("a\ufffd.md: is named in bytes that are no UTF-8; rename it", at(""));
  });

  it("says nothing of accepted words, in whatever letter case", async () => {
    write(".metastasis-notes/words.txt", "# ours\r\nBEVACIZUMB # as we write it\r\n");
    assert.deepEqual(await words(write("a.md", `${DOSE}Treated with foltinib.\n`)), ["foltinib"]);
  });
});
