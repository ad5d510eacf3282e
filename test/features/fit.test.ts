import assert from "node:assert/strict";
import { CHARACTERS, type Draft, fitted, LINES, shorten } from "../../server/features/cards/fit";
import { type Line, lineCount, textLength } from "../../server/features/print";
import { randomOf, SEED } from "../random";

const draft = (rank: number, ...line: Line): Draft => ({ line, rank });
const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i % 10}`).join(" ");

describe("fitting a card", () => {
  it("leaves alone what fits", () => {
    const { card, dropped } = fitted([[draft(0, { text: "a" })], [], [draft(3, { text: words(20), atLeast: 10 })]]);
    assert.deepEqual(card.groups, [[[{ text: "a" }]], [[{ text: words(20), atLeast: 10 }]]]);
    assert.equal(dropped, 0);
  });
  it("cuts the longest texts first, at a word, and no further than they allow", () => {
    const { card, dropped } = fitted([[draft(0, { text: words(20), atLeast: 20 }), draft(1, { text: words(200), atLeast: 100 })]]);
    const [short, long] = card.groups[0]!.map((line) => line[0]!.text);
    assert.equal(short, words(20));
    assert.match(long!, /^word0 .* word\d …$/);
    assert.ok(textLength(card) <= CHARACTERS && textLength(card) > CHARACTERS - 12);
    assert.equal(dropped, 0);
  });
  it("cuts no text that fits into what the cuts of others leave", () => {
    // the long one is cut before a word of 40 letters, which leaves room for the end of the other
    const long = `${words(100)} ${"x".repeat(40)} ${words(100)}`;
    const { card } = fitted([[draft(0, { text: words(45), atLeast: 20 }), draft(1, { text: long, atLeast: 20 })]]);
    assert.equal(card.groups[0]![0]![0]!.text, words(45));
    assert.ok(textLength(card) <= CHARACTERS);
  });
  it("lets the least important lines go, those of one rank together", () => {
    const many = Array.from({ length: 11 }, (_, i) => draft(i === 0 ? 0 : 1 + i / 100, { text: `${i}` }));
    const { card, dropped } = fitted([[...many, draft(5, { text: "they" }), draft(5, { text: "we" })]]);
    assert.equal(lineCount(card), 11);
    assert.equal(dropped, 2);
    const tooLong = fitted([[draft(0, { text: words(100) }), draft(1, { text: "kept" }), draft(2, { text: words(100) })]]);
    assert.equal(tooLong.card.groups[0]!.at(-1)![0]!.text, "kept");
  });
  it(`never gives more lines or characters than a card may have (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 300; i++) {
      const drafts = Array.from({ length: random(30) }, () =>
        draft(1 + random(9), { text: words(1 + random(60)), ...(random(2) ? { atLeast: 5 + random(100) } : {}) }),
      );
      const { card } = fitted([[draft(0, { text: "title" })], drafts]);
      assert.ok(lineCount(card) <= LINES && textLength(card) <= CHARACTERS);
    }
  });
  it("shortens at a word and marks it", () => {
    assert.equal(shorten("one two three", 13), "one two three");
    assert.equal(shorten("one two, three", 12), "one two …");
    assert.equal(shorten("unbreakable", 8), "unbrea …");
  });
  it("ends no text in a word that leads on, or that begins a sentence", () => {
    assert.equal(shorten("It did not lengthen survival and its makers gave it up.", 37), "It did not lengthen survival …");
    assert.equal(shorten("One chain of each; 18 of these and 8 of those.", 40), "One chain of each; 18 of these …");
    assert.equal(shorten("Vessels leak. Pericytes are lost.", 28), "Vessels leak. …");
    assert.equal(shorten("It failed in phase 3 of two trials.", 23), "It failed in phase 3 …");
  });
});
