/** Columns as clients count them: in UTF-16 units, in bytes, in characters. */
import assert from "node:assert/strict";
import { type Encoding, encodingOf, offsetOf, positionOf, widthOf } from "../server/positions";
import { changeNote } from "../server/sync";
import { noteOf } from "./example";
import { pick, randomOf, SEED } from "./random";

const ENCODINGS: readonly Encoding[] = ["utf-16", "utf-8", "utf-32"];
/** How many columns a text takes, found by other means than the server's. */
const columns = (text: string, encoding: Encoding): number =>
  encoding === "utf-8" ? Buffer.byteLength(text) : encoding === "utf-32" ? [...text].length : text.length;

const TEXT = "α-SMA 😀 and\r\nTGF‑β\ud800x\r\u0301\n\n😀😀";

describe("positions", () => {
  it("are counted as the client likes best of what we know", () => {
    assert.equal(encodingOf(undefined), "utf-16");
    assert.equal(encodingOf([]), "utf-16");
    assert.equal(encodingOf("utf-8"), "utf-16");
    assert.equal(encodingOf(["utf-7", 5, "utf-8", "utf-16"]), "utf-8");
    assert.equal(encodingOf(["utf-16", "utf-8"]), "utf-16");
    assert.equal(encodingOf(["utf-32"]), "utf-32");
  });

  for (const encoding of ENCODINGS) {
    it(`in ${encoding} there and back are the same at every character`, () => {
      const note = noteOf(TEXT);
      for (let offset = 0; offset <= TEXT.length; offset++) {
        const [before, after] = [TEXT.charCodeAt(offset - 1), TEXT.charCodeAt(offset)];
        if ((before === 13 && after === 10) || (before >> 10 === 0x36 && after >> 10 === 0x37)) continue;
        const start = Math.max(...[...TEXT.slice(0, offset).matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length), 0);
        const position = positionOf(note, offset, encoding);
        assert.equal(position.character, columns(TEXT.slice(start, offset), encoding));
        assert.equal(offsetOf(note, position, encoding), offset);
      }
      assert.equal(widthOf(TEXT, encoding), columns(TEXT, encoding));
    });

    it(`in ${encoding} one outside the note or inside a character is moved inside, whatever its shape`, () => {
      const note = noteOf("a😀b\nc");
      const at = (line: unknown, character: unknown) => offsetOf(note, { line, character } as never, encoding);
      assert.equal(at(0, 1e9), 4);
      assert.equal(at(0, Number.POSITIVE_INFINITY), 4);
      assert.equal(at(0, -5), 0);
      assert.equal(at(9, 0), 6);
      assert.equal(at(0, 2), encoding === "utf-32" ? 3 : encoding === "utf-8" ? 1 : 2);
      for (const odd of [undefined, null, Number.NaN, "x", {}, []])
        for (const [l, c] of [
          [odd, 1],
          [0, odd],
          [odd, odd],
        ]) {
          const offset = at(l, c);
          assert.ok(offset >= 0 && offset <= 6, `${l}:${c} is at ${offset}`);
        }
    });

    it(`edits in ${encoding} make the text that they make of a string (seed ${SEED})`, () => {
      const random = randomOf(SEED);
      let text = TEXT;
      let note = noteOf(text);
      for (let i = 0; i < 300; i++) {
        const edits = [];
        for (let k = random(3); k >= 0; k--) {
          const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
          const place = () => {
            const line = random(starts.length);
            const content = [.../^[^\r\n]*/.exec(text.slice(starts[line]))![0]];
            const before = content.slice(0, random(content.length + 1)).join("");
            return { offset: starts[line]! + before.length, position: { line, character: columns(before, encoding) } };
          };
          const [a, b] = [place(), place()].sort((one, other) => one.offset - other.offset) as [
            ReturnType<typeof place>,
            ReturnType<typeof place>,
          ];
          const added = pick(random, ["", "x", "β", "😀", "\r\n", "\n", "\ud83d", "sunitinib"]);
          text = text.slice(0, a.offset) + added + text.slice(b.offset);
          edits.push({ range: { start: a.position, end: b.position }, text: added });
        }
        note = changeNote(note, edits, i, encoding);
        assert.equal(note.text, text);
        if (text.length > 200 || text.length < 10) {
          text = TEXT;
          note = changeNote(note, [{ text }], i, encoding);
        }
      }
    });
  }
});
