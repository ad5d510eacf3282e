/** The rows of the trees in the user's language. */
import assert from "node:assert/strict";
import { choiceWords, doubtsTitle, lensTitle, usesTitle, withCounts, wordsOf } from "../client/views/words";
import { tableChoices } from "../server/features/views/insert";
import { noteOutline } from "../server/features/views/noteOutline";
import type { Row } from "../server/features/views/shown";
import { strategyTree } from "../server/features/views/strategyTree";
import { atOnce } from "../server/giveWay";
import type { Uses } from "../server/protocol";
import { noteOf, real } from "./example";
import { english, german, inWords } from "./words";

const NOTE = noteOf("Sunitinib, then Avastin.\n\n- **bevacizumab** against VEGF-A\n- EMT; VEGFA; FOLFOX in melanoma; befotertinib\n");

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const all = (row: Row): Row[] => [row, ...(row.rows ?? []).flatMap(all)];
const rows = () => [...noteOutline(real(), NOTE), ...atOnce(strategyTree(real()))].flatMap(all);

describe("the words of a row", () => {
  it("are the user's, but for names and statuses", () => {
    const said = rows().map((row) => inWords(row, german));
    const shown = new Set(said.map(({ label, description }) => `${label} [${description}]`));
    for (const one of [
      "Wirkstoffe [3 Namen, 4 Nennungen]",
      "bevacizumab [2× · approved · als Avastin]",
      "Krebsarten [1 Name, 1 Nennung]",
      "2 · angiogenesis [Schritt 2]",
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
    const said = rows().map((row) => inWords(row, german).spoken);
    const [drug, step] = ["bevacizumab, Wirkstoff, approved", "angiogenesis, "].map((begin) => said.find((one) => one.startsWith(begin)));
    assert.match(drug!, /, 2 Nennungen, als Avastin$/);
    assert.match(step!, /^angiogenesis, Schritt 2 der metastatischen Kaskade, \d+ Strategien, \d+ Wirkstoffe?$/);
    assert.ok(said.includes("befotertinib, Wirkstoff ohne Eintrag, 1 Nennung"), "a name without a record");
    assert.ok(said.includes("Snail, Zielstruktur, snail family transcriptional repressor 1"), "the kind of a target");
    for (const one of said) assert.doesNotMatch(one, /, \d+ (?:uses?|drugs?|targets?|strateg(?:y|ies))\b|\bstep \d/);
  });

  it("say in a lens how often notes name a thing", () => {
    for (const [uses, notes, said] of [
      [1, 1, "bevacizumab: 1 Nennung in 1 Notiz"],
      [3, 1, "bevacizumab: 3 Nennungen in 1 Notiz"],
      [1234, 5, "bevacizumab: 1234 Nennungen in 5 Notizen"],
    ] as const)
      assert.equal(lensTitle(["bevacizumab", uses, notes], german), said);
  });

  it("count the citations that are doubted", () => {
    assert.match(doubtsTitle(1, 2, english), /^1 of 2 citations shares no concept with its sentence/);
    assert.match(doubtsTitle(2, 9, english), /^2 of 9 citations share no concept with their sentence/);
    assert.match(doubtsTitle(1, 2, german), /^1 von 2 Literaturverweisen hat /);
  });

  it("write counts as the language does, and no line", () => {
    const [inGerman, inEnglish] = [withCounts(german, "de"), withCounts(english, "en")];
    assert.equal(lensTitle(["bevacizumab", 1234, 1000], inGerman), "bevacizumab: 1.234 Nennungen in 1.000 Notizen");
    assert.equal(lensTitle(["bevacizumab", 1234, 1000], inEnglish), "bevacizumab: 1,234 uses in 1,000 notes");
    const place = {
      id: "x",
      kind: "place",
      label: "So bevacizumab",
      range: { start: { line: 1233, character: 3 }, end: { line: 1233, character: 14 } },
    } as const;
    assert.equal(wordsOf(place, inEnglish).spoken, "line 1234: So bevacizumab");
  });

  it("say of what tables can be made of in the user's language what they are", () => {
    const choices = tableChoices(real());
    const said = choices.map((choice) => `${choice.label}, ${choiceWords(choice, german)}`);
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
      "1234 uses of HER2, also as ERBB2, HER-2, neu, c-erbB-2 …, in 5 notes; only open notes were looked at",
      "1234 Nennungen von HER2, auch als ERBB2, HER-2, neu, c-erbB-2 …, in 5 Notizen; nur offene Notizen wurden durchsucht",
    );
    check(of(name, [], 0, 1), "0 uses of pembrolizumab in 0 notes", "0 Nennungen von pembrolizumab in 0 Notizen");
  });
});
