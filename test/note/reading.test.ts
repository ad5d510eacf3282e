import assert from "node:assert/strict";
import { kindNamed } from "../../server/dataset/nameKinds";
import { mentionsOf, reading } from "../../server/note/reading";
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
          assert.ok(!mentionsOf(real(), passage).some(({ names }) => names.some(isOne)), JSON.stringify([text, k]));
        }
        return true;
      });
    }
    assert.ok(no > 0);
  });
});
