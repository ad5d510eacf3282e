/** The texts that the client shows can be translated; `EXPECTED=write npm run test:fast` writes their list anew. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./client";
import { checkFile } from "./expected";

type Texts = Readonly<Record<string, string>>;
const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as Texts;

const sources = readdirSync(path.join(ROOT, "client"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join(ROOT, "client", file), "utf8"));

describe("texts of the client", () => {
  it("stand in the bundle that translators are given, and no others", () => {
    const texts = sources.flatMap((source) =>
      [...source.matchAll(/(?:\bl10n\.|(?<![\w.]))t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`) as string),
    );
    assert.ok(texts.length > 30, `${texts.length} texts`);
    const bundle = Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
    checkFile("l10n/bundle.l10n.json", `${JSON.stringify(bundle, undefined, 2)}\n`);
  });
  it("are never shown but by way of it", () => {
    const shown =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*["`](?!\$\{)|l10n\.t\(\s*[^"\s]|\b(?:placeHolder|prompt|title): ["`]/;
    for (const source of sources) assert.doesNotMatch(source, shown);
  });
});

/** What must be the same in a translation: places for values, links and keys of settings. */
const fixed = (text: string): string[] => (text.match(/\{\d\}|\]\(command:[^)]*\)|`[^`]*`/g) ?? []).sort();

describe("a translation", () => {
  const languages = [...readdirSync(path.join(ROOT, "l10n"))].flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? []);

  it("is there in German", () => assert.ok(languages.includes("de")));
  for (const language of languages)
    for (const [original, translated] of [
      ["l10n/bundle.l10n.json", `l10n/bundle.l10n.${language}.json`],
      ["package.nls.json", `package.nls.${language}.json`],
    ] as const)
      it(`has each text, and keeps values, links and names of settings: ${translated}`, () => {
        const [texts, others] = [read(original), read(translated)];
        assert.deepEqual(Object.keys(others), Object.keys(texts));
        for (const [key, text] of Object.entries(texts)) {
          assert.ok(others[key]!.trim() !== "", key);
          assert.deepEqual(fixed(others[key]!), fixed(text), key);
        }
      });
});
