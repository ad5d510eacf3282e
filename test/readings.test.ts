/** What the client writes into a note's front matter when a reading is chosen. */
import assert from "node:assert/strict";
import { parse } from "yaml";
import { withReading } from "../client/readings";

/** Checks the note after a reading was chosen, and that its front matter says so to a YAML reader. */
function check(note: string, expected: string, word = "TAM", name = "tamoxifen"): void {
  const { from, to, text } = withReading(note, word, name);
  const after = note.slice(0, from) + text + note.slice(to);
  assert.equal(after, expected);
  const matter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(after)![1]!;
  assert.equal((parse(matter) as { "metastasis-notes": { readings: Record<string, string> } })["metastasis-notes"].readings[word], name);
}

const READING = "metastasis-notes:\n  readings:\n    TAM: tamoxifen\n";

describe("a chosen reading", () => {
  it("makes front matter where there is none", () => {
    check("# Note\n", `---\n${READING}---\n\n# Note\n`);
    check("", `---\n${READING}---\n`);
    check("a\r\n", `${`---\n${READING}---\n`.replaceAll("\n", "\r\n")}\r\na\r\n`);
    check("text\n---\n", `---\n${READING}---\n\ntext\n---\n`);
  });
  it("joins front matter that is there, and leaves the rest as it is", () => {
    check("---\ntitle: x # y\n---\nt", `---\ntitle: x # y\n${READING}---\nt`);
    check("---\n---\nt", `---\n${READING}---\nt`);
  });
  it("joins our part of it", () => {
    check(
      "---\nmetastasis-notes:\n  off: [brand-name]\na: 1\n---\n",
      "---\nmetastasis-notes:\n  readings:\n    TAM: tamoxifen\n  off: [brand-name]\na: 1\n---\n",
    );
    check(
      "---\nmetastasis-notes:\n    readings:\n        MET: MET\n---\n",
      "---\nmetastasis-notes:\n    readings:\n        TAM: tamoxifen\n        MET: MET\n---\n",
    );
    check("---\nmetastasis-notes:\n  readings:\n    TAM: TAM kinases\n---\n", `---\n${READING}---\n`);
  });
  it("joins what is written in braces", () => {
    check("---\nmetastasis-notes: { off: [x] }\n---\n", "---\nmetastasis-notes: { readings: { TAM: tamoxifen }, off: [x] }\n---\n");
    check("---\nmetastasis-notes: {}\n---\n", "---\nmetastasis-notes: { readings: { TAM: tamoxifen } }\n---\n");
    check(
      "---\nmetastasis-notes: { readings: { MET: MET } }\n---\n",
      "---\nmetastasis-notes: { readings: { TAM: tamoxifen, MET: MET } }\n---\n",
    );
    check("---\nmetastasis-notes: { readings: { TAM: x } }\n---\n", "---\nmetastasis-notes: { readings: { TAM: tamoxifen } }\n---\n");
    check(
      "---\nmetastasis-notes:\n  readings: { MET: MET }\n---\n",
      "---\nmetastasis-notes:\n  readings: { TAM: tamoxifen, MET: MET }\n---\n",
    );
  });
  it("quotes what YAML would read otherwise", () => {
    check("", '---\nmetastasis-notes:\n  readings:\n    "NO": "a: b"\n---\n', "NO", "a: b");
    check("", '---\nmetastasis-notes:\n  readings:\n    "αvβ3 (x)": integrin αvβ3\n---\n', "αvβ3 (x)", "integrin αvβ3");
  });
});
