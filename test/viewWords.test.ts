/** The rows of the trees in the user's language. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { choiceWords, lensTitle, type Translate, usesTitle, wordsOf } from "../client/views/words";
import { tableChoices } from "../server/features/views/insert";
import { noteOutline } from "../server/features/views/noteOutline";
import type { Row } from "../server/features/views/shown";
import { strategyTree } from "../server/features/views/strategyTree";
import { atOnce } from "../server/giveWay";
import type { Uses, ViewRow } from "../server/protocol";
import { ROOT } from "./client";
import { noteOf, real } from "./example";

const NOTE = noteOf("Sunitinib, then Avastin.\n\n- **bevacizumab** against VEGF-A\n- EMT; VEGFA; FOLFOX in melanoma\n");

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A row with those below it, each place in the first line. */
const all = ({ place, rows = [], ...row }: Row): ViewRow[] => {
  return [{ ...row, ...(place ? { range: START } : {}) }, ...rows.flatMap(all)];
};
const rows = () => [...noteOutline(real(), NOTE), ...atOnce(strategyTree(real()))].flatMap(all);

const inPlaces = (text: string, values: ReadonlyArray<string | number>) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
const english: Translate = (text, ...values) => inPlaces(text, values);
const texts = JSON.parse(readFileSync(path.join(ROOT, "l10n/bundle.l10n.de.json"), "utf8")) as Readonly<Record<string, string>>;
const german: Translate = (text, ...values) => inPlaces(texts[text]!, values);

describe("the words of a row", () => {
  it("are the server's in English", () => {
    for (const row of rows().filter(({ kind }) => kind !== "place")) {
      const { label, description, spoken } = wordsOf(row, english);
      assert.deepEqual([label, description], [row.label, row.description]);
      if (row.kind !== "group") assert.equal(spoken, row.spoken);
    }
  });

  it("are the user's elsewhere, but for names and statuses", () => {
    const said = rows().map((row) => wordsOf(row, german));
    const shown = new Set(said.map(({ label, description }) => `${label} [${description}]`));
    for (const one of [
      "Wirkstoffe [2 Namen, 3 Nennungen]",
      "bevacizumab [2× · approved · als Avastin]",
      "Krebsarten [1 Name, 1 Nennung]",
      "angiogenesis [Schritt 2]",
      "Snail [Zielstruktur SNAI1]",
      "bone-targeted therapy [13 Wirkstoffe, 2 Zielstrukturen]",
      "Sunitinib, then Avastin. [Zeile 1]",
    ])
      assert.ok(shown.has(one), `${one} is not among ${[...shown].slice(0, 40).join("; ")}`);
    const left = /\b(?:names?|uses?|drugs?|targets?|strategy|strategies|step \d)\b/;
    for (const { label, description } of said)
      if (/^\d/.test(description) || description.startsWith("step")) assert.doesNotMatch(description, left, label);
  });

  it("are spoken in the user's language as they are shown in it", () => {
    const said = rows().map((row) => wordsOf(row, german).spoken);
    const [drug, step] = ["bevacizumab, Wirkstoff, approved", "angiogenesis, "].map((begin) => said.find((one) => one.startsWith(begin)));
    assert.match(drug!, /, 2 Nennungen, als Avastin$/);
    assert.match(step!, /^angiogenesis, Schritt 2 der metastatischen Kaskade, \d+ Strategien, \d+ Wirkstoffe?$/);
    assert.ok(said.includes("Snail, Zielstruktur, snail family transcriptional repressor 1"), "the kind of a target");
    for (const one of said) assert.doesNotMatch(one, /, \d+ (?:uses?|drugs?|targets?|strateg(?:y|ies))\b|\bstep \d/);
  });

  it("say in a lens how often notes name a thing", () => {
    for (const [title, said] of [
      ["bevacizumab: 1 use in 1 note", "bevacizumab: 1 Nennung in 1 Notiz"],
      ["bevacizumab: 3 uses in 1 note", "bevacizumab: 3 Nennungen in 1 Notiz"],
      ["HER2: 1,234 uses in 5 notes; others are not read", "HER2: 1,234 Nennungen in 5 Notizen; others are not read"],
    ] as const) {
      assert.equal(lensTitle(title, german), said);
      assert.equal(lensTitle(title, english), title);
    }
  });

  it("say of what tables can be made of in the user's language what they are", () => {
    const choices = tableChoices(real());
    for (const { description } of choices) assert.equal(choiceWords(description, english), description);
    const said = choices.map(({ label, description }) => `${label}, ${choiceWords(description, german)}`);
    for (const one of [
      /^angiogenesis, Schritt 2 der metastatischen Kaskade, \d+ Wirkstoffe$/,
      /^Smoothened, Zielstruktur SMO, \d+ Wirkstoffe?$/,
    ])
      assert.ok(
        said.some((text) => one.test(text)),
        `${one} is not among ${said.filter((text) => /^[aS]/.test(text)).join("; ")}`,
      );
    for (const text of said) assert.doesNotMatch(text, /, (?:\d+ drugs?|step \d|target\b)/);
  });

  it("say of uses how many there are, by which names and in how many notes", () => {
    const of = (name: string, names: string[], count: number, notes: number): Uses => ({
      ...{ name, names, spellings: [] },
      locations: Array.from({ length: count }, (_, i) => ({ uri: `file:///${i % notes}.md`, range: START })),
    });
    const check = (uses: Uses, ...expected: string[]) => assert.deepEqual([usesTitle(uses, english), usesTitle(uses, german)], expected);
    const [name, brand] = ["pembrolizumab", "Keytruda"];
    check(of(name, ["Pembrolizumab"], 1, 1), "1 use of pembrolizumab in 1 note", "1 Nennung von pembrolizumab in 1 Notiz");
    check(
      of(name, [brand], 2, 1),
      "2 uses of pembrolizumab as Keytruda in 1 note",
      "2 Nennungen von pembrolizumab als Keytruda in 1 Notiz",
    );
    check(
      { ...of("HER2", ["ERBB2", "HER2", "HER-2", "neu", "c-erbB-2", "p185"], 1234, 5), isOfOpen: true },
      "1,234 uses of HER2, also as ERBB2, HER-2, neu, c-erbB-2 …, in 5 notes; only open notes were looked at",
      "1,234 Nennungen von HER2, auch als ERBB2, HER-2, neu, c-erbB-2 …, in 5 Notizen; nur offene Notizen wurden durchsucht",
    );
    check(of(name, [], 0, 1), "0 uses of pembrolizumab in 0 notes", "0 Nennungen von pembrolizumab in 0 Notizen");
  });
});
