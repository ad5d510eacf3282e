import assert from "node:assert/strict";
import { reviewCitations } from "../../../server/features/views/reviewCitations";
import { titlesInBibtex } from "../../../server/note/bibtex";
import { noteOf, real } from "../../example";

/** Checks which citations are doubted, as `marker sentence's beginning`, in a text with this list of references. */
function check(text: string, references: readonly string[], expected: readonly string[]): void {
  const note = noteOf(`${text}\n\n## References\n\n${references.map((title, i) => `${i + 1}. ${title}`).join("\n")}\n`);
  const { doubts } = reviewCitations(real(), note);
  assert.deepEqual(
    doubts.map(({ marker, sentence }) => `${marker} ${sentence.split(" ", 2).join(" ")}`),
    expected,
    text,
  );
}

describe("reviewing citations", () => {
  const POWER = '"Voltage control in rural power grids," 2021.';
  const TRIAL = '"Bevacizumab after resection of colon cancer," 2012.';

  it("doubts a reference that shares nothing with its sentence", () =>
    check("Bevacizumab was given [1]. Sunitinib inhibits KIT [2].", [TRIAL, POWER], ["[2] Sunitinib inhibits"]));
  it("doubts none that names the same by another name, or what the record joins with it", () => {
    check("Avastin was given [1]. VEGF-A is what it takes away [1]. Anti-VEGF therapy came first [1].", [TRIAL], []);
    check("αvβ3 holds cells to the matrix [1].", ['"Cilengitide in newly diagnosed glioblastoma," 2014.'], []);
  });
  it("takes metastasis as such for no concept: in these notes all are about it", () =>
    check("Angiogenesis feeds metastasis [1].", ['"Imaging of metastasis in dogs," 2001.'], ["[1] Angiogenesis feeds"]));
  it("does not judge a sentence that names nothing", () => {
    check("This was shown before [1].", [POWER], []);
    assert.equal(reviewCitations(real(), noteOf(`This was shown before [1].\n\n# References\n\n1. ${POWER}\n`)).silent, 1);
  });
  it("counts a citation behind the full stop to the sentence before it, over line ends", () =>
    check("Sunitinib inhibits\nKIT.[2] Bevacizumab was\ngiven.[1]", [TRIAL, POWER], ["[2] Sunitinib inhibits"]));
  it("marks a sentence with its citation, without the space behind it", () => {
    const note = noteOf(`Sunitinib inhibits KIT. [1] Bevacizumab came later.\n\n# References\n\n1. ${POWER}\n`);
    const marked = reviewCitations(real(), note).doubts.map(({ place: { from, to } }) => note.text.slice(from, to));
    assert.deepEqual(marked, ["Sunitinib inhibits KIT. [1]"]);
  });
  it("judges each of several references, and none of the list itself", () => {
    check("Bevacizumab was given [1, 2].", [TRIAL, POWER], ["[1, 2] Bevacizumab was"]);
    check("Nothing is cited.", [`${POWER} Cited by [1] with bevacizumab.`], []);
  });
  it("looks up keys in bibliographies and footnotes in the note; what is nowhere is told", () => {
    const bib = titlesInBibtex("@article{grid, title = {Voltage control in rural power grids}}");
    const note = noteOf("Sunitinib inhibits KIT [@grid; @lost] and bevacizumab came later.[^1]\n\n[^1]: Voltage control in grids.\n");
    const { doubts, missing, judged } = reviewCitations(real(), note, bib);
    assert.deepEqual([doubts.map(({ marker }) => marker), missing, judged], [["[@grid; @lost]", "[^1]"], ["@lost"], 2]);
  });
  it("says what sentence and title are about", () => {
    const [doubt] = reviewCitations(
      real(),
      noteOf(`Sunitinib came [1].\n\n# References\n\n1. "TP53 mutations in prostate cancer," 1999.\n`),
    ).doubts;
    assert.deepEqual([doubt?.about, doubt?.titleAbout], [["sunitinib"], ["p53", "prostate cancer"]]);
  });
  it("reviews all cells of a notebook, whichever lists the references", () => {
    const cells = [
      noteOf("Bevacizumab was given [1]."),
      noteOf("Sunitinib inhibits KIT [2]."),
      noteOf(`# References\n\n1. ${TRIAL}\n2. ${POWER}\n`),
    ];
    for (const cell of cells) cell.beside = cells;
    const { doubts, judged } = reviewCitations(real(), cells[0]!);
    assert.deepEqual([doubts.map(({ place }) => cells.indexOf(place.note)), judged], [[1], 2]);
  });
  it("reviews a cell by its own footnotes, though another has some of the same number", () => {
    const cells = [
      noteOf(`Bevacizumab was given [^1].\n\n[^1]: ${TRIAL}\n`),
      noteOf('Sunitinib inhibits KIT [^1].\n\n[^1]: "Sunitinib in gastrointestinal tumours," 2006.\n'),
    ];
    for (const cell of cells) cell.beside = cells;
    const { doubts, judged } = reviewCitations(real(), cells[0]!);
    assert.deepEqual([doubts.map(({ sentence }) => sentence), judged], [[], 2]);
  });
});
