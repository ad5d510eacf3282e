import assert from "node:assert/strict";
import { kindNamed } from "../../server/dataset/nameKinds";
import { findings, readForFindings } from "../../server/features/diagnostics";
import type { Mention } from "../../server/note/mentions";
import { mentionsOf, reading } from "../../server/note/reading";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { pick, type Random, randomOf, SEED } from "../random";

const BEFORE = ["", "", "", "", "anti-", "p-", "phospho-", "[18F]", "c-", "non-", "given ", "Gene ", "the ", "(", "**"];
const BEHIND = [
  "",
  "",
  "",
  "",
  "s",
  "'s",
  "-/-",
  "+",
  "-mutant",
  "1-3",
  "/2",
  "-Fc",
  "i",
  " inhibitors",
  " 5 mg",
  " sodium",
  "-abcd",
  ")",
  "**",
];
const BETWEEN = [" ", " ", ", ", "-", "/", " and ", " + ", " (", ") ", "\n", ". ", "–", " → "];

/** Names of any sort, some cut short, with what may stand around them. */
function textOf(random: Random): string {
  const { lexicon } = real();
  return Array.from({ length: 1 + random(8) }, () => {
    const name = lexicon.name(random(lexicon.size));
    const written = pick(random, [name, name, name, name.toLowerCase(), name.slice(0, 3 + random(4))]);
    return pick(random, BEFORE) + written + pick(random, BEHIND) + pick(random, BETWEEN);
  }).join("");
}

/** What rules ask. */
const QUESTIONS: ReadonlyArray<(name: number) => boolean> = [
  (name) => kindNamed(real(), name) === "drug",
  (name) => real().lexicon.type(name) === "previous-symbol",
  (name) => real().lexicon.type(name) === "brand",
];

const OF_SYMBOLS = 1;

describe("what a passage may mention", () => {
  it(`holds what it mentions (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    let no = 0;
    for (let i = 0; i < 1000; i++) {
      const text = textOf(random);
      noteOf(text).eachPassage((passage) => {
        const may = QUESTIONS.map((isOne, k) => reading(real(), passage).mayMention(isOne, k !== OF_SYMBOLS));
        for (const [k, isOne] of QUESTIONS.entries()) {
          if (may[k]) continue;
          no++;
          const isInFull = (name: number, written: string) => k !== OF_SYMBOLS || real().lexicon.name(name) === written;
          const isSaid = ({ start, end, names }: Mention) =>
            names.some((name) => isOne(name) && isInFull(name, passage.text.slice(start, end)));
          assert.ok(!mentionsOf(real(), passage).some(isSaid), JSON.stringify([text, k]));
        }
        return true;
      });
    }
    assert.ok(no > 0);
  });
});

describe("a list that is one block", () => {
  const items = 300;
  const note = () => noteOf("- tumour cells (TC) were METs\n\n".repeat(items));
  it("takes a step for each item to be read for what defines its names", () => assert.ok([...note().readBindings(real())].length >= items));
  it("takes a step for each item to be read for what it explains", () => assert.ok([...note().readExplained(real())].length >= items));
});

describe("a note that is read for its findings in steps", () => {
  const paragraphs = "Matrix metalloproteinase (MMP) levels rose in tumour cells (TC).\n\n".repeat(50);
  const readAll = (text: string) => {
    const note = noteOf(text);
    for (const _ of readForFindings(real(), note));
    return { found: findings(real(), note, DEFAULTS).map(({ word }) => word), left: [...note.readExplained(real())].length };
  };
  it("leaves nothing of what decides them to be read at once: what it explains, where a symbol is misspelt", () =>
    assert.deepEqual(readAll(`${paragraphs}CCDN1 amplification was seen.`), { found: ["CCDN1"], left: 0 }));
  it("is not read for what it explains where nothing asks for that", () => assert.deepEqual(readAll(paragraphs), { found: [], left: 50 }));
});
