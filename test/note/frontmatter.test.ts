import assert from "node:assert/strict";
import { readFrontMatter } from "../../server/note/frontmatter";
import { pick, randomOf, SEED } from "../random";

const read = (head: string) => readFrontMatter(`---\n${head}\n---\nNotes.\n`);

/** What a head says, in short. */
function said(head: string) {
  const { slots, language, off, accepted, readings, faults, source } = read(head);
  for (const { from, to, text } of [...slots, ...accepted]) assert.equal(source.slice(from, to), text);
  return {
    ...(slots.length > 0 ? { slots: slots.map(({ slot, text }) => `${slot} ${text}`) } : {}),
    ...(language ? { language } : {}),
    ...(off === "all" ? { off } : off.length > 0 ? { off: off.map(({ text }) => text) } : {}),
    ...(accepted.length > 0 ? { accept: accepted.map(({ text }) => text) } : {}),
    ...(readings.length > 0 ? { readings: readings.map(([written, meant]) => `${written.text} ${meant.text}`) } : {}),
    ...(faults.length > 0 ? { faults: faults.map(({ message }) => message) } : {}),
  };
}

describe("front matter", () => {
  it("declares names in lists of every form", () => {
    for (const list of ["[a b, c]", "\n  - a b\n  - c", "\n- a b\n- c", "[\"a b\", 'c']", "[\n  a b, # first\n  c,\n]", "a b, c", "a b; c"])
      assert.deepEqual(said(`title: x\ndrugs: ${list}\ntags: [d]`), { slots: ["drug a b", "drug c"] }, list);
    assert.deepEqual(said("Targets: [[PD-L1]]\ndrug: [[a|b]]"), { slots: ["target PD-L1", "drug a"] });
    assert.deepEqual(said("drugs: [[a]], [[b|c]]\ntags: [d]"), { slots: ["drug a", "drug b"] });
    assert.deepEqual(said("drugs: ICI 182,780"), { slots: ["drug ICI 182,780"] });
    assert.deepEqual(said("drugs:\n  a b: 50 mg\n  c: 10 mg"), { slots: ["drug a b", "drug c"] });
    assert.deepEqual(said("drugs:\n  - name: a b\n    dose: 10 mg\n  - c: 5 mg\n  - drug: [d, e]\n  -\n    name: f\ntags: [g]"), {
      slots: ["drug a b", "drug c", "drug d", "drug e", "drug f"],
    });
  });
  it("declares what has a part in a mapping, not the part", () =>
    assert.deepEqual(said("drugs: {primary: a, combo: [b, c], d: 5 mg}\ntargets:\n  off-target: e\n  readout: f"), {
      slots: ["drug a", "drug b", "drug c", "drug d", "target e", "target f"],
    }));
  it("declares nothing where a name is not there, or not yet", () => {
    for (const none of ["~", "null", "TBD", "none", "n/a", "-", "?", "[]", "[unknown, ~]", "\n  - null\n  - '…'"])
      assert.deepEqual(said(`drug: ${none}\ntags: [d]`), {}, none);
  });
  it("declares no drug that an arm without one is given", () =>
    assert.deepEqual(said("drugs: [a, placebo, best supportive care, vehicle control]"), { slots: ["drug a"] }));
  it("declares nothing where the key means something else", () => {
    for (const value of ["2025-03-01", "80%", "5", "true", "_blank", "https://example.org/a", "7+3"])
      assert.deepEqual(said(`target: ${value}\ntags: [d]`), {}, value);
  });
  it("declares nothing under the name of an object's method", () => {
    for (const key of ["constructor", "toString", "__proto__"]) assert.deepEqual(said(`${key}: a`), {}, key);
  });
  it("declares nothing where a template is to be filled in", () => {
    for (const place of ["{{drug}}", '"{{VALUE:drug}}"', "<% tp.drug %>", "[{drug}, {{title}}]", '"[[{{drug}}]]"'])
      assert.deepEqual(said(`drugs: ${place}\ntags: [d]`), {}, place);
  });
  it("says its language, and what is asked of us", () => {
    assert.deepEqual(said("lang: FR"), { language: "fr" });
    assert.deepEqual(said("metastasis-notes:\n  off: [x, y]\n  accept:\n    - a b\n  readings:\n    TAM: tamoxifen\n"), {
      off: ["x", "y"],
      accept: ["a b"],
      readings: ["TAM tamoxifen"],
    });
    assert.deepEqual(said('metastasis-notes: { off: true, accept: word, readings: { TAM: tamoxifen, "A B": "c d" } }'), {
      off: "all",
      accept: ["word"],
      readings: ["TAM tamoxifen", "A B c d"],
    });
  });
  it("is nothing where there is none, or where it is not closed", () => {
    for (const text of ["", "Notes.", "---\ndrugs: [a]\n", "\n---\ndrugs: [a]\n---\n", "--- x\ndrugs: [a]\n---\n"]) {
      const { end, slots, root } = readFrontMatter(text);
      assert.deepEqual([end, slots, root.entries], [0, [], []], text);
    }
    assert.deepEqual(
      readFrontMatter("---\r\ndrugs: [a]\r\n...\r\n").slots.map(({ text }) => text),
      ["a"],
    );
    assert.deepEqual(readFrontMatter("---\n---\ndrugs: [a]\n---\n").slots, []);
  });
  it("may stand behind a byte-order mark", () => {
    for (const head of ["---\ndrugs: [a]\n---\n", '+++\ndrugs = ["a"]\n+++\n']) {
      const { end, slots } = readFrontMatter(`\ufeff${head}Notes.\n`);
      assert.deepEqual([end, slots.map(({ text, from }) => [text, from])], [head.length + 1, [["a", head.indexOf("a", 10) + 1]]]);
    }
  });
  it("of TOML declares names before its tables, and asks for nothing else", () => {
    const { slots, language, faults, accepted, source } = readFrontMatter(
      '+++\ntitle = "x: [y"\ndrugs = ["a b", \'c\'] # d\ntargets=["e"]\nlang = "fr"\ntext = """\n[ \n"""\n[metastasis-notes]\naccept = ["f"]\ndrugs = ["g"]\n+++\nNotes.\n',
    );
    assert.deepEqual(
      slots.map(({ slot, text, from, to }) => [slot, text, source.slice(from, to)]),
      [
        ["drug", "a b", "a b"],
        ["drug", "c", "c"],
        ["target", "e", "e"],
      ],
    );
    assert.deepEqual([language, faults, accepted], ["fr", [], []]);
  });
  it("of JSON, as site generators have it, says all that YAML says, and is no prose", () => {
    const head =
      '{\n  "title": "a \\"b: [\\\\",\n"drugs": ["a b", "\\u03b1b"],"target": "c",\r\n\t"lang": "fr",\n  "metastasis-notes": {"accept": ["d"], "readings": {"TAM": "tamoxifen"}}\n} \n';
    const { slots, language, accepted, readings, faults, end, source } = readFrontMatter(`\ufeff${head}\nNotes.\n`);
    assert.deepEqual(
      slots.map(({ slot, text, from, to }) => [slot, text, source.slice(from, to)]),
      [
        ["drug", "a b", "a b"],
        ["target", "c", "c"],
      ],
    );
    assert.deepEqual([language, accepted.map(({ text }) => text), readings.length, faults, end], ["fr", ["d"], 1, [], head.length + 1]);
    for (const text of ['{ "a": 1 }\n', "{\na: 1\n}\n", '{\n"a": 1\n', '{\n"a": 1 }\n']) assert.equal(readFrontMatter(text).end, 0, text);
    for (const broken of ['{\n"drugs": [\n}\n', '{\n"drugs": {"a": [}\n}\n']) {
      const { slots, faults, end } = readFrontMatter(broken);
      assert.deepEqual([slots, faults, end], [[], [], broken.length]);
    }
  });
  it("reads what is sound in what is not, and says what is wrong", () => {
    assert.deepEqual(said("drugs: [a, b\ntargets: [c]"), { slots: ["target c"], faults: ["“[” is not closed."] });
    assert.deepEqual(said("title: it's: a\n  - mess\n: x\n?\n&a *b !c\n- d\ndrugs: [a]"), { slots: ["drug a"] });
    assert.deepEqual(said("text: |\n  drugs: [x]\ndrugs: [a]"), { slots: ["drug a"] });
    assert.deepEqual(said("drugs:\n\t- a\n  # - b\n\n  - c # d"), { slots: ["drug a"] });
  });
  it(`never throws and never hangs, whatever stands there (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const pieces = [
      "drugs:", "metastasis-notes:", " ", "  ", "\n", "\r\n", "- ", "[", "]", "{", "}", ",", ":", "#", '"', "'", "a", "off", "|", "\t",
      "---",
    ]; // biome-ignore format: a list
    for (let round = 0; round < 3000; round++) {
      const head = Array.from({ length: random(30) }, () => pick(random, pieces)).join("");
      const { slots, accepted, source } = read(head);
      for (const { from, to, text } of [...slots, ...accepted]) assert.equal(source.slice(from, to), text, JSON.stringify(head));
    }
    assert.ok(read(`drugs: ${"[".repeat(5000)}`).faults.length > 0);
    read(`a: ${"x".repeat(100_000)}`);
  });
});
