import assert from "node:assert/strict";
import { slipsTakenForWords } from "../../data/chance";
import type { EncodedName } from "../../server/dataset/recordNames";

describe("slips that the set of known words holds by chance", () => {
  const name: EncodedName = {
    text: "Trastuzumab",
    entity: 7,
    type: "inn",
    letterCase: "insensitive",
    context: "none",
    rank: 3,
    proposed: 9,
  };
  /** Checks which of the words that the set holds, all of them words or none, become misspellings of the name, and how. */
  const check = (held: string, areWords: boolean, of: Partial<EncodedName>, ...expected: string[]) => {
    const isHeld = (word: string) => held.split(" ").includes(word);
    const taken = slipsTakenForWords([{ ...name, ...of }], isHeld, () => areWords);
    assert.equal(taken.map(({ text, type, entity, proposed }) => `${text} ${type} ${entity} ${proposed}`).join(), expected.join());
  };

  it("are misspellings on record", () => {
    assert.deepEqual(
      taken(["trastuzamab", "word"], () => false),
      ["trastuzamab misspelling 7 0"],
    );
  });
  it("are looked for in a vowel before the last letter, too", () => {
    assert.deepEqual(
      taken(["trastuzumob", "trastuzumb", "trastuzumbb"], () => false),
      ["trastuzumb misspelling 7 0", "trastuzumob misspelling 7 0"],
    );
  });
  it("are none where they are words, where the name is little known, or at its end, where languages differ", () => {
    check("trastuzamab", true, {});
    check("trastuzamab", false, { proposed: 1 });
    check("trastuzumba", false, {});
  });
});
