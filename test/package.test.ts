/** The npm package: what `npm pack` puts into it, and what the editor's package leaves out. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bin, devDependencies } from "../package.json";
import { ROOT } from "./client";

interface Packed {
  readonly name: string;
  readonly files: ReadonlyArray<{ readonly path: string; readonly mode: number }>;
  readonly bundled: readonly string[];
}

describe("the npm package", () => {
  let packed: Packed;
  before(() => {
    // npm is found beside Node, as a script on every system
    const npm = process.env["npm_execpath"] ?? path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
    const { stdout, stderr, status } = spawnSync(process.execPath, [npm, "pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, npm_config_update_notifier: "false" },
    });
    assert.equal(status, 0, stderr);
    packed = (JSON.parse(stdout) as Packed[])[0]!;
  });

  it("holds the programs, the dataset and the papers", () => {
    const files = packed.files.map((file) => file.path);
    const wanted = ["cli", "workspace", "node", "later", "mcp"].map((name) => `dist/server/${name}.js`);
    const all = [
      ...wanted, "dist/data/dataset.bin", "README.md", "CHANGELOG.md", "SUPPORT.md", "package.nls.de.json", "l10n/bundle.l10n.de.json",
      "LICENSE", "THIRD-PARTY-NOTICES.md", "package.json",
    ]; // biome-ignore format: a list
    for (const file of all) assert.ok(files.includes(file), file);
    assert.equal(packed.name, "metastasis-notes");
    assert.deepEqual(packed.bundled, []);
  });

  it("holds nothing else: no sources, tests, maps or build", () => {
    const strange = packed.files
      .map((file) => file.path)
      .filter((file) => /\.(map|ts|tsv|mjs)$|^(server|client|test|dist\/(test|build))\/|\.test\./.test(file));
    assert.deepEqual(strange, []);
  });

  it("names each library in its bundles, in its version, among the third-party notices", () => {
    const notices = readFileSync(path.join(ROOT, "THIRD-PARTY-NOTICES.md"), "utf8");
    const sources = ["server", "client"].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(path.join(ROOT, folder, file), "utf8")),
    );
    const imported = new Set(sources.flatMap((source) => [...source.matchAll(/ from "((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name!)));
    const libraries = [...imported].filter((name) => name in devDependencies);
    assert.ok(libraries.length > 8, libraries.join());
    assert.deepEqual(
      libraries.filter(
        (name) => !new RegExp(`^### (?:.*, )?${name} ${devDependencies[name as keyof typeof devDependencies]}(?:,|$)`, "m").test(notices),
      ),
      [],
    );
  });

  it("has a program that can be run", () => {
    for (const program of Object.values(bin))
      assert.equal(packed.files.find((file) => file.path === program)!.mode & 0o111, 0o111, program);
  });
});
