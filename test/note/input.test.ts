import assert from "node:assert/strict";
import { asDelimiters, grown, inputOf, NOTHING, type Part, unreadLines } from "../../server/note/input";
import { lineStartsOf } from "../../server/note/lines";
import { pick, randomOf, SEED } from "../random";

describe("lines that are not read", () => {
  it(`are found around edits as they are in the whole text (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const pieces = [
      "",
      "\n",
      "\n\n",
      "\r\n\r\n",
      "\r",
      "p53 ".repeat(2000),
      `${"x".repeat(9000)}\n`,
      `${" ".repeat(150)}word\n`,
      " \n",
      "end\n",
    ];
    let text = "start\n".repeat(5000);
    let edited: Part | undefined = NOTHING;
    let [known, unknown] = [0, 0];
    for (let i = 0; i < 500; i++) {
      const from = random(Math.ceil((text.length + 1) / (i % 3 === 0 ? 1 : 20)));
      const to = Math.min(text.length, from + random(i % 5 === 0 ? 12_000 : 3));
      const inserted = pick(random, pieces);
      text = text.slice(0, from) + inserted + text.slice(to);
      edited &&= grown(edited, from, to, inserted.length - (to - from));
      // several edits may come before the note is looked at again
      if (random(10) < 4) continue;
      const lines = lineStartsOf(text);
      const whole = unreadLines(text, lines);
      assert.deepEqual(unreadLines(text, lines, edited), whole, `after edit ${i}`);
      edited = whole.unread.length === 0 ? NOTHING : undefined;
      if (edited) known++;
      else unknown++;
      if (text.length > 400_000 || (unknown > 0 && whole.unread.length > 3)) text = text.slice(0, 30_000).replace(/[^\n]{5000,}/g, "");
      if (text.length <= 30_000) edited = undefined;
    }
    assert.ok(known > 5 && unknown > 5, `${known} texts were read in whole, ${unknown} not`);
  });
});

describe("the text as the parser reads it", () => {
  /** All of it, made at once. */
  const whole = (text: string, unread: readonly number[]): string => {
    const lines = lineStartsOf(text);
    const blank = Array.from(lines, (start, i) => {
      const line = text.slice(start, lines[i + 1]);
      return unread.includes(i) ? (i + 1 < lines.length ? " ".repeat(line.length - 1) + line.at(-1) : " ".repeat(line.length)) : line;
    }).join("");
    const plain = blank.replace(/\r+(?!\n)/g, ({ length }) => "\n".repeat(length)).replace(/((?:^|\n)[ \t]*)\r(?=\n)/g, "$1 ");
    return asDelimiters(plain.replace(/(\|[ \t]*)\r(?=\n)/g, "$1 "));
  };

  it(`is the same in pieces of whole lines, and has its line ends at the same places (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: random(30) }, () =>
        pick(random, ["a", "b c", "|", "-", " ", "\t", "\n", "\r\n", "\r\n", "\r"]),
      ).join("");
      const lines = lineStartsOf(text);
      const unread = Array.from(lines.keys()).filter(() => random(9) === 0);
      const [input, expected] = [inputOf(text, lines, unread), whole(text, unread)];
      assert.equal(input.length, expected.length);
      assert.equal(input.slice(), expected, JSON.stringify(text));
      const first = random(lines.length);
      const [from, to] = [lines[first]!, lines[first + random(lines.length - first)]!];
      for (const end of [to, text.length]) assert.equal(input.slice(from, end), expected.slice(from, end), JSON.stringify(text));
      for (let at = 0; at < text.length; at++) {
        assert.equal(input.indexOf("\n", at), expected.indexOf("\n", at), `${at} in ${JSON.stringify(text)}`);
        assert.equal(input.lastIndexOf("\n", at), expected.lastIndexOf("\n", at), `${at} in ${JSON.stringify(text)}`);
      }
    }
  });

  it("is made in the pieces that are asked for: a key in a long note makes no other", () => {
    const text = "One line.\r\n\r\n".repeat(1000);
    const asked: number[] = [];
    const source = {
      ...{ length: text.length, charCodeAt: (at: number) => text.charCodeAt(at), startsWith: (other: string) => text.startsWith(other) },
      ...{ indexOf: (other: string) => text.indexOf(other), lastIndexOf: (other: string) => text.lastIndexOf(other) },
      slice: (from = 0, to = text.length) => {
        asked.push(to - from);
        return text.slice(from, to);
      },
    };
    assert.equal(inputOf(source, lineStartsOf(text), []).slice(13, 26), "One line.\r\n \n");
    assert.deepEqual(asked, [13]);
  });
});
