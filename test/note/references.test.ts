import assert from "node:assert/strict";
import { citationsIn, referencesOf, titleOf } from "../../server/note/references";
import { noteOf } from "../example";

const entriesIn = (text: string) => Object.fromEntries(referencesOf(noteOf(text)).entries);

describe("the references of a note", () => {
  it("are numbered entries below a heading, in brackets or not, over several lines", () => {
    const list = ['- [1] A. One, "First."', "- [2] B. Two,", '  "Second."', "", "Other text."];
    assert.deepEqual(entriesIn(["Text [1].", "", "## References", "", ...list].join("\n")), {
      1: 'A. One, "First."',
      2: 'B. Two, "Second."',
    });
    assert.deepEqual(entriesIn("**Bibliography:**\n\n1. First.\n2. Second.\n"), { 1: "First.", 2: "Second." });
    assert.equal(referencesOf(noteOf("Text.\n\nReferences:\n\n[1] One.\n")).firstLine, 2);
  });
  it("are footnotes, wherever they stand", () => {
    assert.deepEqual(entriesIn("Text.[^a]\n\n[^a]: A paper.\n\nMore.\n"), { "^a": "A paper." });
  });
  it("are not numbered lists elsewhere, nor link definitions", () => {
    assert.deepEqual(entriesIn("1. First\n2. Second\n\n[1]: https://example.org\n[2] is no entry here.\n"), {});
  });
  it("give their title where it is in quotation marks, else all of it", () => {
    assert.equal(titleOf('T. Hoang *et al.*, "TP53 and APR-246," *The Prostate*, 2024.'), "TP53 and APR-246");
    assert.equal(titleOf("Doe J. TP53 and APR-246. Prostate 2024."), "Doe J. TP53 and APR-246. Prostate 2024.");
  });
});

describe("the citations in a text", () => {
  const keysIn = (text: string) => citationsIn(text, 0).map(({ from, to, keys }) => `${text.slice(from, to)} ${keys.join("|")}`);
  it("are numbers in brackets, lists and ranges of them", () => {
    assert.deepEqual(keysIn("so [1], and [2, 4-6]."), ["[1] 1", "[2, 4-6] 2|4|5|6"]);
    assert.deepEqual(keysIn("spread\\[7\\] and[8–9]."), ["\\[7\\] 7", "[8–9] 8|9"]);
  });
  it("are footnotes and citation keys", () => {
    assert.deepEqual(keysIn("so.[^n] As [see @smith2019, p. 3; @doe:2020] and @roe_21 say."), [
      "[^n] ^n",
      "[see @smith2019, p. 3; @doe:2020] @smith2019|@doe:2020",
      "@roe_21 @roe_21",
    ]);
  });
  it("are not links, years, tasks or addresses", () => {
    assert.deepEqual(keysIn("[1](https://example.org) in [2019], [x] me@example.org [1]: x"), []);
  });
});
