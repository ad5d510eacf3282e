import assert from "node:assert/strict";
import { buildFoldTable, foldName, LONGEST } from "../../server/dataset/fold";

const table = buildFoldTable();

/** The key of a spelling, as text. */
function key(text: string): string {
  const codes = new Uint16Array(LONGEST + 1);
  return String.fromCharCode(...codes.subarray(0, foldName(table, text, codes)));
}

/** Checks that all spellings fold to the key of the first. */
function check(...spellings: string[]): void {
  for (const spelling of spellings) assert.equal(key(spelling), key(spellings[0]!), `${spelling} and ${spellings[0]}`);
}

describe("fold", () => {
  it("takes hyphens of all kinds, none, and a space before a digit for the same", () => {
    check("PD-1", "PD1", "PD 1", "PD\u20111", "PD\u20131", "PD\u22121", "pd-1");
    check("MK-3475", "MK3475", "MK 3475");
  });
  it("spells Greek letters out", () => {
    check("TGF-β1", "TGF-beta1", "TGFβ1", "TGF- β1", "TGF-\u00a0β 1");
    check("αvβ3", "alphavbeta3", "ΑvΒ3");
    check("µM", "μM");
  });
  it("drops soft hyphens and zero-width characters", () =>
    check("bevacizumab", "beva\u00adcizumab", "beva\u200bcizumab", "beva-\ncizumab"));
  it("keeps spaces between words, one for any run", () => {
    check("breast cancer", "breast  cancer", "breast\ncancer", "breast\u00a0cancer");
    assert.notEqual(key("the in"), key("thein"));
  });
  it("keeps slashes and drops spaces beside them", () => check("PI3K/AKT", "PI3K / AKT", "pi3k/ akt"));
  it("gives no key to what breaks a name", () => {
    assert.equal(key("患者"), "");
    assert.equal(key("a😀b"), "");
  });
  it("reads subscripts as digits and superscripts as the end of a name", () => {
    check("αvβ3", "αvβ₃");
    assert.equal(key("PD²"), "");
  });
  it("takes letters of any case, width and composition for the same", () => {
    check("nivolumab", "NIVOLUMAB", "Nivolumab", "ｎｉｖｏｌｕｍａｂ".normalize("NFKC"));
    check("straße", "strasse", "STRAẞE");
    check("σ", "ς", "Σ", "sigma");
    assert.notEqual(key("bévacizumab"), key("bevacizumab"));
  });
  it("keeps marks other than hyphens, and both kinds of apostrophe as one", () => {
    check("5'-FU", "5’-FU");
    assert.notEqual(key("CD8+"), key("CD8"));
    assert.notEqual(key("a.b"), key("ab"));
    assert.notEqual(key("p53"), key("p5 3"));
  });
  it("gives a key of the same length for any boundaries asked for, each before a later word", () => {
    const codes = new Uint16Array(LONGEST + 1);
    const boundaries: number[] = [];
    const length = foldName(table, "TGF-β receptor/kinase 1", codes, boundaries);
    assert.equal(String.fromCharCode(...codes.subarray(0, length)), "tgfbeta receptor/kinase1");
    assert.deepEqual(boundaries, [3, 7, 16, 23]);
  });
  it("cuts a name that is too long and gives none for nothing", () => {
    assert.equal(key("a".repeat(1000)).length, LONGEST);
    assert.equal(key("αβγ ".repeat(200)).length <= LONGEST, true);
    for (const nothing of ["", " ", "-", "\u00ad", "\ud83d"]) assert.equal(key(nothing), "");
  });
});
