import assert from "node:assert/strict";
import { titlesInBibtex } from "../../server/note/bibtex";

const check = (text: string, expected: Readonly<Record<string, string>>) =>
  assert.deepEqual(Object.fromEntries(titlesInBibtex(text)), expected);

describe("a BibTeX file", () => {
  it("gives the titles by key, in braces or quotation marks", () =>
    check(
      '@article{smith2019, author = {A. Smith}, title = {Loss of {P53} in\n  cancer}, year = 2019}\n\n@book(doe:20, booktitle = "Not this", title="A \\emph{book} on {MMP}s")',
      { "@smith2019": "Loss of P53 in cancer", "@doe:20": "A book on MMPs" },
    ));
  it("makes TeX plain", () => check("@misc{a,\n title = {TGF-$\\beta$ \\& caf{\\'e}s -- {\\alpha}v}\n}", { "@a": "TGF-β & cafés – αv" }));
  it("passes over what is no entry, has no title or is not closed", () => {
    check("@comment{x, title={No}}\n@string{j = {J}}\n@article{b, year = 2000}\n@article{c, title = {Never closed", {});
    check("", {});
  });
});
