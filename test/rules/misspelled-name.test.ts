import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf } from "../example";

/** Checks what is said of a sentence: "word → replacement", or nothing. */
function check(sentence: string, ...expected: string[]): void {
  const found = findings(example, noteOf(sentence), DEFAULTS).filter(({ rule }) => rule === "misspelled-name");
  assert.deepEqual(
    found.map(({ word, replacements }) => `${word} → ${replacements.join(", ")}`),
    expected,
    sentence,
  );
  for (const { level, message, word } of found) {
    assert.equal(level, "warning");
    assert.ok(message.startsWith(`“${word}” is no known name; the drug `), message);
  }
}

describe("misspelled-name", () => {
  it("takes one edit from six letters on, two from nine", () => {
    check("Given sunitinb 50 mg.", "sunitinb → sunitinib");
    check("Given sunitnb 50 mg.");
    check("Given bevazicumab 10 mg.", "bevazicumab → bevacizumab");
    check("Given bevazicumub 10 mg.");
    check("Given Opdvo 10 mg.");
    check("Given Opdivvo 10 mg.", "Opdivvo → Opdivo");
  });
  it("takes another ending for another word (vasopressor is no vasopressin)", () => {
    check("Given sunitinibol 50 mg, then bevacizumor.");
    check("Given sunitinin 50 mg.", "sunitinin → sunitinib");
  });
  it("asks for the same first letter", () => check("Given vevacizumab, unitinib and ivolumab 10 mg."));
  it("asks for a stem, a dose, a treatment or a known drug beside it, unless one edit parts it from a long name", () => {
    check("The doxycyclne, for once.", "doxycyclne → doxycycline");
    check("The doxicyclne, for once.");
    for (const frame of [
      "treated with X",
      "X 10 mg",
      "10 mg of X",
      "receiving X",
      "X therapy",
      "X-treated",
      "resistance to X",
      "X BID",
      "nivolumab plus X",
      "X and nivolumab",
      "nivolumab/X",
    ]) {
      check(`Mice, ${frame.replace("X", "doxicyclne")}.`, "doxicyclne → doxycycline");
    }
    check("The Opdivvo.");
    check("The bevazicumab.", "bevazicumab → bevacizumab");
  });
  it("proposes no name where two are as near", () => check("Given trastuzumab and galunisertib."));
  it("knows misspellings on record", () => {
    check("The befotertnib.", "befotertnib → befotertinib");
    check("BEFOTERTNIB.", "BEFOTERTNIB → BEFOTERTINIB");
  });
  it("says nothing of names, ordinary words and what is no plain word", () => {
    check("Given bevacizumab, Avastin, bevasiranib, befotertinib, patients, aspirin 10 mg.");
    check("Given bévacizumb, bevacizumb2, bevacizumb_x, 3bevacizumb, bevacizumbα 10 mg.");
  });
  it("keeps the letter case of the note", () => {
    check("Given Sunitinb 50 mg.", "Sunitinb → Sunitinib");
    check("Given SUNITINB 50 mg.", "SUNITINB → SUNITINIB");
    check("Given sUNITINB 50 mg.", "sUNITINB → sunitinib");
    check("Given herceptn 50 mg.", "herceptn → Herceptin");
  });
});
