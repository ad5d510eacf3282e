/** What the index knows, kept in files. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { KeptNote } from "../../server/index/backgroundHost";
import { ROOT } from "../client";
import { example } from "../example";
import { temporaryFolder } from "../temporary";

const { keepNotes, keptNotes } = require(path.join(ROOT, "dist/server/noteFiles.js")) as typeof import("../../server/keptIndex");

describe("what is known of notes", () => {
  it("is whole, of one window or another, where many keep it at once", async () => {
    const folder = temporaryFolder();
    const uri = pathToFileURL(folder).href;
    const notesOf = (window: number): KeptNote[] =>
      Array.from({ length: 400 * (window + 1) }, (_, i) => [
        `file:///${i}.md`,
        "1",
        window,
        Uint32Array.of(i, window, i * window, 3, 4, 0),
      ]);
    await Promise.all(Array.from({ length: 24 }, (_, window) => keepNotes(uri, example, "utf-16", notesOf(window))));
    const kept = await keptNotes(uri, example, "utf-16");
    assert.deepEqual(kept, notesOf(kept[0]![2]));
    assert.deepEqual(await keptNotes(uri, example, "utf-8"), []);
    assert.equal(readdirSync(folder).length, 1);
  });
  it("is nothing where its file is damaged, or no file: requests waited for a pipe's writer for ever", async () => {
    const folder = temporaryFolder();
    const uri = pathToFileURL(folder).href;
    await keepNotes(uri, example, "utf-16", [["file:///a.md", "1", 1, Uint32Array.of()]]);
    const file = path.join(folder, readdirSync(folder)[0]!);
    const bytes = readFileSync(file);
    for (const damaged of [bytes.subarray(0, -9), Buffer.alloc(0), gzipSync("null"), gzipSync(bytes)]) {
      writeFileSync(file, damaged);
      assert.deepEqual(await keptNotes(uri, example, "utf-16"), []);
    }
    rmSync(file);
    if (process.platform === "win32" || spawnSync("mkfifo", [file]).status !== 0) mkdirSync(file);
    assert.deepEqual(await keptNotes(uri, example, "utf-16"), []);
  });
  it("is kept for the sixteen datasets of which it was kept last", async () => {
    const folder = temporaryFolder();
    const versions = Array.from({ length: 18 }, (_, i) => Object.create(example, { version: { value: `${i}` } }) as typeof example);
    for (const dataset of versions) await keepNotes(pathToFileURL(folder).href, dataset, "utf-16", []);
    assert.equal(readdirSync(folder).length, 16);
  });
});
