/** Files of one's own: their text, what they must be called, words and a configuration. */
import assert from "node:assert/strict";
import { readConfig } from "../../server/config";
import { atOnce } from "../../server/giveWay";
import { isOwnFile, NOTHING, readOwnFile } from "../../server/workspace/ownFile";
import { decoded } from "../../server/workspace/text";
import { example } from "../example";

describe("the text of a file", () => {
  it("is UTF-8, with or without a mark, or UTF-16, which a spreadsheet writes as “Unicode text”", () => {
    assert.equal(decoded(Buffer.from("\ufeffαvβ3\tdrug", "utf16le")), "αvβ3\tdrug");
    assert.match((decoded(Buffer.from("\ufeffa\ud800b", "utf16le")) as { message: string }).message, /^From here on this is not UTF-8/);
    assert.equal(decoded(new TextEncoder().encode("\ufeffαvβ3")), "αvβ3");
    assert.deepEqual(decoded(new Uint8Array([0x61, 0x0a, 0x62, 0xc3, 0x28])), {
      line: 1,
      from: 1,
      to: 2,
      message: "From here on this is not UTF-8 text; save it as UTF-8.",
    });
  });
});

describe("a file that is nearly called as it must be", () => {
  const place = { uri: "file:///n/.metastasis-notes", from: "n", isFolder: true };
  const told = (name: string, text: string) =>
    atOnce(readOwnFile(place, `${place.uri}/${name}`, name, new TextEncoder().encode(text), NOTHING, example));

  it("is told what to be called: Windows hides the ending that its editor adds", () => {
    for (const name of ["own.yaml.txt", "names.tsv.txt", "words.txt.txt", "config.yaml.txt"]) {
      assert.ok(isOwnFile(name, place), name);
      assert.equal(told(name, "").problems[0]!.message, `This is not read, because of its ending; call it ${name.slice(0, -4)}.`);
    }
    assert.ok(!isOwnFile("readme.txt", place));
  });
  it("of words is refused where it is so long that to read it would hold up the server", () => {
    const { words, problems } = told("words.txt", "foltinib\n".repeat(120_000));
    assert.deepEqual(words, []);
    assert.match(problems[0]!.message, /longer than a million characters; leave some words out\.$/);
  });
  it("accepts words between commas, semicolons and tabs, and is told that a pattern is none", () => {
    const { words, problems } = told("words.txt", "foltinib;bartinib\tbaztinib, 1,2-foo # *\n# *tinib\n*tinib\n");
    assert.deepEqual(words, ["foltinib", "bartinib", "baztinib", "1,2-foo", "*tinib"]);
    assert.deepEqual(
      problems.map(({ line, from, to }) => [line, from, to]),
      [[2, 0, 1]],
    );
    assert.match(problems[0]!.message, /is no pattern and accepts nothing; write each word out\.$/);
  });
});

describe("a folder's configuration", () => {
  it("is told where a rule belongs, and nothing of names that a mistake of YAML has moved", () => {
    assert.deepEqual(
      readConfig("misspelled-name: off\n").problems.map(({ message }) => message),
      ["there is no setting “misspelled-name”; it is a rule; write it under “rules:”"],
    );
    assert.equal(readConfig("rules:\n\tmisspelled-name: off\n").problems.length, 1);
  });
  it("is told in sentences, as all own files are; names of rules stay as they are written", () => {
    const text = "rule: 1\nrules:\n  mispelled: off\n  brand-name: loud\ncompletion: [";
    const place = { uri: "file:///n/.metastasis-notes", from: "n", isFolder: true };
    const bytes = new TextEncoder().encode(text);
    const file = atOnce(readOwnFile(place, `${place.uri}/config.yaml`, "config.yaml", bytes, NOTHING, example));
    const told = file.problems.map(({ message }) => message);
    assert.ok(told.length >= 4);
    const lines = text.split("\n");
    const marked = file.problems.map(({ line, from, to }) => lines[line]!.slice(from, to));
    for (const key of ["brand-name", "mispelled", "rule"]) assert.ok(marked.includes(key), `${key} is not marked: ${marked.join()}`);
    for (const message of told) assert.match(message, /^(?:[A-Z]|brand-name must be one of).*\.$/);
  });
});
