/** The texts that the client shows can be translated; `EXPECTED=write npm run test:fast` writes their list anew. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./client";

const BUNDLE = path.join(ROOT, "l10n/bundle.l10n.json");

const sources = readdirSync(path.join(ROOT, "client"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join(ROOT, "client", file), "utf8"));

describe("texts of the client", () => {
  it("stand in the bundle that translators are given, and no others", () => {
    const texts = sources.flatMap((source) =>
      [...source.matchAll(/\bl10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`) as string),
    );
    assert.ok(texts.length > 30, `${texts.length} texts`);
    const bundle = Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
    if (process.env["EXPECTED"] === "write") writeFileSync(BUNDLE, `${JSON.stringify(bundle, undefined, 2)}\n`);
    assert.deepEqual(JSON.parse(readFileSync(BUNDLE, "utf8")), bundle);
  });
  it("are never shown but by way of it", () => {
    const shown =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*["`](?!\$\{)|l10n\.t\(\s*[^"\s]|\b(?:placeHolder|prompt|title): ["`]/;
    for (const source of sources) assert.doesNotMatch(source, shown);
  });
});
