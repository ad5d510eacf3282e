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
  const RECORDS = 7;
  const taken = (held: readonly string[], isWord: (word: string) => boolean, of: Partial<EncodedName> = {}) =>
    slipsTakenForWords([{ ...name, ...of }], RECORDS, (word) => held.includes(word), isWord).map(
      ({ text, type, entity, proposed }) => `${text} ${type} ${entity} ${proposed}`,
    );

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
    assert.deepEqual(
      taken(["trastuzamab"], () => true),
      [],
    );
    assert.deepEqual(
      taken(["trastuzamab"], () => false, { proposed: 1 }),
      [],
    );
    // of those with a record all are looked for
    assert.deepEqual(
      taken(["trastuzamab"], () => false, { proposed: 1, entity: 6 }),
      ["trastuzamab misspelling 6 0"],
    );
    assert.deepEqual(
      taken(["trastuzumba"], () => false),
      [],
    );
  });
});
