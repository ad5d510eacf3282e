import assert from "node:assert/strict";
import { foldName, LONGEST } from "../../server/dataset/fold";
import { slipCost } from "../../server/dataset/slips";
import { editDistance, type Shape } from "../../server/dataset/spelling";
import { example } from "../example";
import { pick, type Random, randomOf, SEED } from "./random";

const { lexicon, spelling } = example;

function keyOf(text: string): Uint16Array {
  const codes = new Uint16Array(LONGEST + 1);
  return codes.slice(0, foldName(lexicon.fold, text, codes));
}

/** Distance by its definition: the cheapest way to make the ends of both equal. */
function distanceByDefinition(a: Uint16Array, b: Uint16Array): number {
  const known = new Map<number, number>();
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const held = known.get(i * 1000 + j);
    if (held !== undefined) return held;
    let least = Math.min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, distance(i - 2, j - 2) + 1);
    known.set(i * 1000 + j, least);
    return least;
  };
  return distance(a.length, b.length);
}

describe("editDistance", () => {
  const codes = (text: string) => Uint16Array.from(text, (char) => char.charCodeAt(0));
  /** Checks the distance of two words, in both directions and under every bound. */
  function check(a: string, b: string, expected: number): void {
    for (const [left, right] of [
      [codes(a), codes(b)],
      [codes(b), codes(a)],
    ] as const) {
      for (let most = 0; most < 6; most++) {
        const found = editDistance(left, left.length, right, right.length, most);
        assert.equal(found, Math.min(expected, most + 1), `${a} and ${b}, at most ${most}`);
      }
    }
  }
  it("counts letters inserted, dropped, replaced and swapped", () => {
    check("", "", 0);
    check("", "abc", 3);
    check("sunitinib", "sunitinib", 0);
    check("sunitinib", "sunitnib", 1);
    check("sunitinib", "sunittinib", 1);
    check("sunitinib", "sunatinib", 1);
    check("sunitinib", "suntiinib", 1);
    check("bevacizumab", "bevazicumab", 2);
    check("kitten", "sitting", 3);
    check("ca", "abc", 3);
    check("abcdef", "badcfe", 3);
  });
  it(`is what its definition says, for random words (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const word = () => Array.from({ length: random(8) }, () => pick(random, ["a", "b", "c"])).join("");
    for (let i = 0; i < 2000; i++) {
      const [a, b] = [word(), word()];
      check(a, b, distanceByDefinition(codes(a), codes(b)));
    }
  });
  it("counts as many edits as the longest words need", () => check("a".repeat(LONGEST), "b".repeat(LONGEST), LONGEST));
});

describe("slipCost", () => {
  /** Checks that of the words typed for a name each is likelier than the next. */
  function check(meant: string, ...typed: string[]): void {
    const costs = typed.map((word) => slipCost(keyOf(word), keyOf(word).length, keyOf(meant), keyOf(meant).length));
    for (let i = 1; i < costs.length; i++)
      assert.ok(costs[i - 1]! < costs[i]!, `${typed[i - 1]} before ${typed[i]} for ${meant}: ${costs}`);
  }
  it("is nothing for the word itself", () => check("sunitinib", "sunitinib", "sunittinib"));
  it("takes doubled and swapped letters for likelier than a wrong key, that for likelier than any other letter", () =>
    check("sunitinib", "sunittinib", "suintinib", "sunirinib", "sunipinib"));
  it("knows what sounds or looks alike", () => {
    check("cyclin", "ciclin", "cwclin");
    check("IL1B", "ILLB", "ILXB");
  });
  it("takes a letter too few for likelier than a letter too many", () => check("vimentin", "vimntin", "vimenxtin"));
});

describe("spelling.nearest", () => {
  // a name may be proposed if it is proposed for itself
  const proposedIn = (shape: Shape) =>
    Array.from({ length: lexicon.size }, (_, name) => name).filter((name) =>
      spelling.nearest(lexicon.name(name), 0, shape).some((near) => near.name === name),
    );
  const proposed = proposedIn("word");
  const names = proposed.map((name) => lexicon.name(name));
  const symbols = proposedIn("symbol").map((name) => lexicon.name(name).replaceAll("-", ""));

  /** Checks a word against a search through all names. */
  function check(word: string, most: number): void {
    const key = keyOf(word);
    const distances = proposed.map((name) => ({ name, distance: distanceByDefinition(key, keyOf(lexicon.name(name))) }));
    const near = distances.filter(({ name, distance }) => distance <= most && keyOf(lexicon.name(name))[0] === key[0]);
    const least = Math.min(...near.map(({ distance }) => distance));
    const expected = near.filter(({ distance }) => distance === least).map(({ name }) => `${lexicon.name(name)} ${least}`);
    const found = spelling.nearest(word, most).map(({ name, distance }) => `${lexicon.name(name)} ${distance}`);
    assert.deepEqual([...found].sort(), expected.sort(), `${word}, at most ${most}`);
  }

  it("proposes names of drugs and proteins, and no codes, salts, abbreviations or processes", () => {
    for (const name of ["bevacizumab", "Avastin", "galunisertib", "befotertinib", "filaggrin"]) assert.ok(names.includes(name), name);
    for (const name of ["LY2157299", "bev", "sunitinib malate", "TGFB1", "angiogenesis"]) assert.ok(!names.includes(name), name);
  });
  it("proposes symbols among symbols, but those that are words too", () => {
    for (const name of ["TGFB1", "VEGFA", "FLG"]) assert.ok(symbols.includes(name), name);
    for (const name of ["CAT", "bevacizumab", "LY2157299"]) assert.ok(!symbols.includes(name), name);
  });
  it("finds a symbol whose first letter is the slip, and the likelier slip first", () => {
    const found = (word: string) => spelling.nearest(word, 1, "symbol").map(({ text }) => text);
    for (const word of ["BEGFA", "EGFA", "EVGFA", "VEGFAA", "VEGGA", "XVEGFA"]) assert.equal(found(word)[0], "VEGFA", word);
    assert.deepEqual(found("XYZ12"), []);
  });
  it("finds one word of a name of several", () => {
    const [near] = spelling.nearest("transformng", 1, "part");
    assert.equal(near?.text, "transforming");
  });
  it(`finds for random edits what a search through all names finds (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 600; i++) {
      let word = pick(random, names);
      for (let edits = random(4); edits > 0; edits--) word = edited(random, word);
      check(word, random(3));
    }
  });
  it("finds nothing for what is no word", () => {
    for (const word of ["", " ", "1234567", "βcatenin", "😀", "-", "x".repeat(400), "b".repeat(60)])
      assert.deepEqual(spelling.nearest(word, 2), [], word);
  });
});

/** A word with one letter inserted, dropped, replaced or swapped. */
function edited(random: Random, word: string): string {
  const at = random(word.length + 1);
  const letter = String.fromCharCode(97 + random(26));
  switch (random(4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
  }
}

describe("isWord", () => {
  it("knows ordinary words in any letter case, both spellings of English among them", () => {
    for (const word of ["patients", "Patients", "PATIENTS", "behaviour", "behavior"]) assert.ok(lexicon.isWord(word), word);
  });
  it("knows no others", () => {
    for (const word of ["bevacizumb", "patientz", "", "zorfanatinib"]) assert.ok(!lexicon.isWord(word), word);
  });
});
