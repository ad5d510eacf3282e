import assert from "node:assert/strict";
import { compareMarks, readBrackets, readMarked, withBrackets } from "../marked";

describe("marked notes", () => {
  it("are read without their cursor and marks", () => {
    assert.deepEqual(readMarked("a $0b\n  ^^ warning some-rule: because\nc\n^ hint other\n^ hint more"), {
      text: "a b\nc",
      cursor: 2,
      marks: [
        { line: 0, from: 2, to: 4, severity: "warning", rule: "some-rule", message: "because" },
        { line: 1, from: 0, to: 1, severity: "hint", rule: "other", message: "" },
        { line: 1, from: 0, to: 1, severity: "hint", rule: "more", message: "" },
      ],
    });
    assert.deepEqual(readMarked("a ^^ b\r\n"), { text: "a ^^ b\r\n", cursor: undefined, marks: [] });
  });
  it("are compared both ways", () => {
    const mark = { line: 0, from: 1, to: 3, severity: "warning", rule: "r", message: "part" };
    const found = { ...mark, message: "the whole, part and all" };
    compareMarks([mark, { ...mark, line: 2 }], [{ ...found, line: 2 }, found]);
    const differ: ReadonlyArray<readonly [(typeof mark)[], (typeof mark)[]]> = [
      [[mark], []],
      [[], [found]],
      [[mark], [found, found]],
      [[mark], [{ ...found, to: 4 }]],
      [[mark], [{ ...found, severity: "hint" }]],
      [[{ ...mark, message: "other" }], [found]],
    ];
    for (const [expected, actual] of differ) assert.throws(() => compareMarks(expected, actual), assert.AssertionError);
  });
  it("show pieces of text in brackets", () => {
    const source = "a ⟦b⟧⟦c⟧ d⟦⟧";
    const { text, ranges } = readBrackets(source);
    assert.equal(text, "a bc d");
    assert.equal(withBrackets(text, ranges), source);
  });
});
