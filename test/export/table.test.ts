/** Mentions as CSV and TSV: read again by csv-parse, and safe in spreadsheets. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { csvRow, mayChange, tsvRow } from "../../server/features/export/spreadsheet";
import { real } from "../example";
import { written } from "./written";

const NOTES = {
  "a, b.md": 'The "anti-angiogenic" Avastin, given\twith p53.\n\n| Drug | Seen |\n|---|---|\n| nivolumab | =1+1 |\n',
  "=cmd.md": "Snail expression and E-cadherin.\n",
};

type Row = Record<string, string>;
const readers = {
  csv: (text: string) => parse<Row>(text, { columns: true, bom: true }),
  tsv: (text: string) => parse<Row>(text, { columns: true, delimiter: "\t", relax_quotes: true }),
};

describe("mentions as tables", () => {
  for (const format of ["csv", "tsv"] as const)
    it(`are read by another program (${format})`, () => {
      const rows = readers[format](written(format, NOTES));
      assert.deepEqual(
        rows.map(({ file, line, text, id }) => [file, line, text, id]),
        [
          ["a, b.md", "1", "Avastin", "drug:bevacizumab"],
          ["a, b.md", "1", "p53", "target:TP53"],
          ["a, b.md", "5", "nivolumab", "drug:nivolumab"],
          ["'=cmd.md", "1", "Snail", "target:SNAI1"],
          ["'=cmd.md", "1", "E-cadherin", "target:CDH1"],
        ],
      );
      assert.equal(rows[0]!["context"], 'The "anti-angiogenic" Avastin, given with p53.');
      assert.match(rows[0]!["status"]!, /^approved: FDA 2004, EMA 2005$/);
      assert.match(rows[0]!["statusAsOf"]!, /^\d{4}-\d{2}$/);
      assert.match(rows[0]!["dataset"]!, /^\S+ of \d{4}-\d{2}-\d{2}$/);
    });

  it("quote what begins with a quotation mark, in both", () => {
    assert.equal(tsvRow(['"Twist" was', "b"]), '"""Twist"" was"\tb\n');
    assert.equal(csvRow(['say "x"', "a,b"]), '"say ""x""","a,b"\r\n');
  });

  it("keep spaces at the ends, as names of files have them", () => {
    assert.equal(csvRow([" a.md", "b "]), " a.md,b \r\n");
    assert.equal(tsvRow([" a.md", "b "]), " a.md\tb \n");
  });

  it("keep symbols that spreadsheets make dates or numbers of", () => {
    const changed = ["MARCH1", "SEPT2", "Sep-2", "DEC1", "OCT4", "OKT3", "APR-246", "2-Sep", "9-1-1", "17-1", "1E5", "2310009E13", "TRUE"];
    for (const text of changed) assert.ok(mayChange(text), text);
    for (const text of changed) assert.match(csvRow([text]), /^'/, text);
  });

  it("let nothing act as a formula", () => {
    for (const text of ["=1+1", "+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", " =1", "＝1+1", "＠SUM(A1)"]) {
      assert.match(csvRow([text]).replace(/^"/, ""), /^'/, text);
      assert.match(tsvRow([text]).replace(/^"/, ""), /^'/, text);
    }
  });

  it("are of one line to every reader, and hold nothing that a terminal obeys", () => {
    for (const row of [csvRow, tsvRow])
      assert.equal(row(["a \u2028 b\fc\x85d\x1ee \r\n f", "\x1b[31mred\x07"]).trim().replaceAll("\t", ","), "a b c d e f,?[31mred?");
  });

  it("leave all other names as they are", () => {
    for (const text of ["MMP-9", "CD44", "TP53", "5-FU", "αvβ3", "p53", "MARCHF1", "17-AAG", "SEMA3A", "MAR", "Mayo", "4EBP1", "2025-12"])
      assert.equal(csvRow([text]), `${text}\r\n`);
    let guarded = 0;
    const { lexicon } = real();
    for (let name = 0; name < lexicon.size; name++) if (mayChange(lexicon.name(name))) guarded++;
    // of all names few look like dates, formulas or numbers
    assert.ok(guarded > 0 && guarded < lexicon.size / 500, `${guarded} of ${lexicon.size}`);
  });
});
