import assert from "node:assert/strict";
import { conceptsIn, symbolsFor } from "../../server/features/conceptSymbols";
import { atOnce } from "../../server/giveWay";
import { NoteIndex } from "../../server/index/noteIndex";
import { tableOf } from "../../server/index/table";
import { example, noteOf } from "../example";

const NOTES: Readonly<Record<string, string>> = {
  "file:///a.md": "Avastin, bevacizumab and rhuMAb-VEGF against VEGF-A.",
  "file:///b.md": "# Bevacizumab\n\nnivolumab and PD-1",
  "file:///c.md": "All is well.",
};

/** Checks "name, detail, note and place" of each symbol that answers a query. */
function check(query: string, ...expected: string[]): void {
  const index = new NoteIndex(example);
  for (const [uri, text] of Object.entries(NOTES)) index.set(uri, 0, atOnce(tableOf(example, noteOf(text))));
  const found = symbolsFor(index, query, new Map());
  assert.deepEqual(
    found.map(({ label, detail, uri, range }) => `${label}, ${detail}, ${uri.slice(8, 9)} ${range.start.line}:${range.start.character}`),
    expected,
    query,
  );
}

describe("symbols of all notes", () => {
  it("are a concept in a note each, with how often it is named and where first", () =>
    check("bevacizumab", "bevacizumab, drug · 3 uses, a 0:0", "bevacizumab, drug · 1 use, b 0:2"));
  it("answer to any name of the concept, and show the one that was asked for", () => {
    check("avast", "bevacizumab (Avastin), drug · 3 uses, a 0:0", "bevacizumab (Avastin), drug · 1 use, b 0:2");
    check("PDCD", "PD-1 (PDCD1), target · 1 use, b 2:14");
    check("pd1", "PD-1 (PD-1), target · 1 use, b 2:14");
  });
  it("answer to a part of the name that they are shown by", () => check("volumab", "nivolumab, drug · 1 use, b 2:0"));
  it("are none of what no note names", () => {
    check("sunitinib");
    check("zzz");
  });
  it("are all where nothing is asked for, the commonest first", () =>
    check(
      "",
      "bevacizumab, drug · 3 uses, a 0:0",
      "VEGF-A, target · 1 use, a 0:45",
      "bevacizumab, drug · 1 use, b 0:2",
      "nivolumab, drug · 1 use, b 2:0",
      "PD-1, target · 1 use, b 2:14",
    ));
});

describe("symbols of a note", () => {
  it("are its concepts, in the order of their first mention", () => {
    const note = noteOf(NOTES["file:///a.md"]!);
    assert.deepEqual(
      atOnce(conceptsIn(example, note)).map(({ label, detail, from, to }) => [label, detail, note.text.slice(from, to)]),
      [
        ["bevacizumab", "drug · 3 uses", "Avastin"],
        ["VEGF-A", "target · 1 use", "VEGF-A"],
      ],
    );
  });
});
