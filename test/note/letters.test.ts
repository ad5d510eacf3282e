import assert from "node:assert/strict";
import { ANY_LETTER, CAPITAL, FIGURE, LETTER, SMALL } from "../../server/note/letters";

describe("classes of letters", () => {
  const signs = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code));
  const matching = (source: string, flags = "") => signs.filter((sign) => new RegExp(source, flags).test(sign));

  it("hold every letter of the alphabets up to U+1FFF, and no digit, space or mark of ASCII or Latin-1", () => {
    const letters = new Set(matching(`[${LETTER}]`));
    // ª and º are raised signs
    assert.deepEqual(
      matching(String.raw`\p{L}`, "u").filter((letter) => !letters.has(letter)),
      ["ª", "º"],
    );
    assert.deepEqual(
      [...letters].filter((letter) => letter < "\u0100" && !/\p{L}/u.test(letter)),
      [],
    );
  });

  it("tell capitals from small letters in Latin-1, Greek and Cyrillic", () => {
    for (const [source, unicode] of [
      [CAPITAL, String.raw`\p{Lu}`],
      [SMALL, String.raw`\p{Ll}`],
    ] as const) {
      const unlike = matching(`[${source}]`).filter((letter) => !new RegExp(unicode, "u").test(letter));
      // not given to any letter
      assert.deepEqual(unlike, source === CAPITAL ? ["\u03a2"] : []);
      for (const letter of "aäñλжµAÄÑΛЖ") if (new RegExp(unicode, "u").test(letter)) assert.match(letter, new RegExp(`[${source}]`));
    }
  });

  it("take the signs of Chinese, Japanese and Korean for letters, and none of their punctuation", () => {
    for (const letter of "瘤々〇あアｱー한豈") assert.match(letter, new RegExp(`[${ANY_LETTER}]`));
    for (const sign of "、。「」（），！：；　｡") assert.doesNotMatch(sign, new RegExp(`[${ANY_LETTER}]`));
  });

  it("take raised and lowered digits for digits", () => {
    for (const digit of "07²₂⁹") assert.match(digit, new RegExp(`[${FIGURE}]`));
    assert.doesNotMatch("½", new RegExp(`[${FIGURE}]`));
  });
});
