/** What a word list holds. */
import assert from "node:assert/strict";
import { acceptedWordsIn } from "../server/acceptedWords";

describe("a list of accepted words", () => {
  const check = (text: string, ...words: string[]) => assert.deepEqual(acceptedWordsIn(text), words);

  it("holds a word in a line, as it is written, once", () =>
    check("Foltinib\n\n  MB-217\t\nlab drug\nFoltinib\n", "Foltinib", "MB-217", "lab drug"));
  it("takes several in a line apart at commas, which names of chemicals keep", () =>
    check("Foltinib, MB-217; lab drug,\n1,2-dolinib", "Foltinib", "MB-217", "lab drug", "1,2-dolinib"));
  it("may have comments", () => check("# ours\nfoltinib # until it has an INN\nC#\n   # end", "foltinib", "C#"));
  it("may have a byte-order mark and any line ends", () => check("\ufeffone\r\ntwo\rthree\nfour", "one", "two", "three", "four"));
  it("may be empty", () => check(""));
});
