import assert from "node:assert/strict";
import { EditedText } from "../../server/note/text";
import { pick, randomOf, SEED } from "../random";

describe("an edited text", () => {
  it(`reads as the string that the same edits make (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 300; i++) {
      let text = Array.from({ length: random(60) }, () => pick(random, ["a", "\n", "-", "ß", "word "])).join("");
      let edited = EditedText.of(text);
      let at = 0;
      for (let k = 0; k < 12; k++) {
        // as people type: mostly where the last edit was
        at = random(3) > 0 ? Math.min(at, text.length) : random(text.length + 1);
        const from = Math.max(0, at - random(4));
        const to = Math.min(text.length, at + random(3));
        const inserted = pick(random, ["", "x", "\r\n", "typed", "z".repeat(random(50) === 0 ? 5000 : 2)]);
        text = text.slice(0, from) + inserted + text.slice(to);
        edited = edited.edited(from, to, inserted);
        at = from + inserted.length;
        const [start, end] = [random(text.length + 3), random(text.length + 3)];
        assert.equal(edited.length, text.length);
        assert.equal(edited.slice(start, end), text.slice(start, end), `${i}.${k}: [${start}, ${end})`);
        assert.equal(edited.slice(start), text.slice(start));
        assert.deepEqual(edited.charCodeAt(start), text.charCodeAt(start));
        for (const sign of ["\n", "z"]) {
          assert.equal(edited.indexOf(sign, start), text.indexOf(sign, start), `${i}.${k}: ${sign} from ${start}`);
          assert.equal(edited.lastIndexOf(sign, start), text.lastIndexOf(sign, start), `${i}.${k}: ${sign} up to ${start}`);
        }
        assert.equal(edited.startsWith(text.slice(0, start)), true);
        assert.ok(edited.mayHaveReturn || !text.includes("\r"));
        if (random(6) === 0) assert.equal(edited.toString(), text);
      }
      assert.equal(edited.toString(), text);
    }
  });
});
