import assert from "node:assert/strict";
import { fixes } from "../../server/features/codeActions";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf } from "../example";
import { readMarked } from "../marked";

/** The fixes offered at `$0`. */
function fixesAt(source: string) {
  const { text, cursor } = readMarked(source);
  return { text, offered: fixes(findings(example, noteOf(text), DEFAULTS), cursor!, cursor!) };
}

/** Checks the note after the first fix at `$0`, which must be the preferred one; no replacement is expected where none is given. */
function check(source: string, expected?: string): void {
  const { text, offered } = fixesAt(source);
  const first = offered.find((fix) => fix.kind === "replace");
  const fixed = first && text.slice(0, first.finding.from) + first.text + text.slice(first.finding.to);
  assert.equal(fixed, expected, source);
  if (first) assert.ok(first.isPreferred && offered[0] === first);
}

describe("fixes", () => {
  it("put the right name in the place of the wrong one, in its letter case", () => {
    check("Given beva$0cizumb 10 mg.", "Given bevacizumab 10 mg.");
    check("Bevacizumb$0 10 mg.", "Bevacizumab 10 mg.");
    check("$0BEVACIZUMB 10 mg.", "BEVACIZUMAB 10 mg.");
    check("Given **$0sunitinb** 50 mg.", "Given **sunitinib** 50 mg.");
    check("| sunit$0inb | 50 mg |\n|---|---|", "| sunitinib | 50 mg |\n|---|---|");
    check("Given befotert$0nib.", "Given befotertinib.");
  });
  it("are offered at each place of a term", () => {
    check("Given bevacizumb and given beva$0cizumb.", "Given bevacizumb and given bevacizumab.");
  });
  it("end with accepting the word, also where no name is near", () => {
    for (const source of ["Given beva$0cizumb 10 mg.", "Given zorfana$0tinib 10 mg."]) {
      const last = fixesAt(source).offered.at(-1)!;
      assert.equal(last.kind, "accept");
      assert.equal(last.title, `Accept “${last.finding.word}” as a word`);
    }
    check("Given zorfana$0tinib 10 mg.");
  });
  it("are none beside a finding", () => {
    for (const source of ["Giv$0en bevacizumb.", "Given bevacizumb .$0", "$0", "`beva$0cizumb 10 mg`"])
      assert.deepEqual(fixesAt(source).offered, [], source);
  });
  it("are those of every finding that the range touches", () => {
    const text = "Given bevacizumb and given sunitinb.";
    const titles = fixes(findings(example, noteOf(text), DEFAULTS), 0, text.length).map(({ title }) => title);
    assert.deepEqual(titles, [
      "Replace with “bevacizumab”",
      "Accept “bevacizumb” as a word",
      "Replace with “sunitinib”",
      "Accept “sunitinb” as a word",
    ]);
  });
});
