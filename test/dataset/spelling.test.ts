import assert from "node:assert/strict";
import { compileRecords } from "../../data/compile";
import type { Vocabulary } from "../../data/vocabulary";
import type { Dataset } from "../../server/dataset/dataset";
import { editDistance } from "../../server/dataset/distance";
import { buildFoldTable, foldName, LONGEST } from "../../server/dataset/fold";
import { uint16 } from "../../server/dataset/pack";
import { partNames } from "../../server/dataset/proposals";
import { slipCost } from "../../server/dataset/slips";
import { Sorts } from "../../server/dataset/sorts";
import { type Near, spellingOf } from "../../server/dataset/spelling";
import type { Shape } from "../../server/dataset/spellingIndex";
import { compiled, example, opened, real, records } from "../example";
import { pick, type Random, randomOf, SEED } from "../random";

const { lexicon } = example;
const spelling = spellingOf(example);

function keyOf(text: string): Uint16Array {
  const codes = new Uint16Array(LONGEST + 1);
  return codes.slice(0, foldName(lexicon.fold, text, codes));
}

/** Distance by its definition: the cheapest way to make the beginnings of both equal, for beginnings longer and longer. */
function distanceOf(a: Uint16Array, b: Uint16Array): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  }
  return rows[a.length]![b.length]!;
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
      check(a, b, distanceOf(codes(a), codes(b)));
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
  it("takes a number for no neighbour of a letter that is far from it", () => check("rnp", "4np", "1np"));
  it("is nothing for the word itself", () => check("sunitinib", "sunitinib", "sunittinib"));
  it("takes doubled and swapped letters for likelier than a wrong key, that for likelier than any other letter", () =>
    check("sunitinib", "sunittinib", "suintinib", "sunirinib", "sunipinib"));
  it("knows what sounds or looks alike", () => {
    check("cyclin", "ciclin", "cwclin");
    check("IL1B", "ILLB", "ILXB");
  });
  it("takes the letters of a syllable in another order for likelier than two other letters", () => {
    check("metoprolol", "metorpolol", "metropolol", "mexopnolol");
    check("gilteritinib", "gilteritinib", "gilterinitib", "gilteribihib");
  });
  it("knows two letters that sound or look like one, and a final e", () => {
    check("plerixafor", "plerixaphor", "plerixasdor");
    check("trametinib", "trarnetinib", "trawgetinib");
    check("endostatin", "endostatine", "endostatinx");
  });
  it("takes a syllable written once for two, or twice for one, for one slip", () => {
    check("intetumumab", "intetumab", "intemumab", "itetumab");
    check("bevacizumab", "bevacizizumab", "bevacizoxumab");
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

  it("proposes names of drugs, proteins and processes, and no codes, salts or abbreviations", () => {
    for (const name of ["bevacizumab", "Avastin", "galunisertib", "befotertinib", "filaggrin", "angiogenesis"])
      assert.ok(names.includes(name), name);
    for (const name of ["LY2157299", "bev", "sunitinib malate", "TGFB1"]) assert.ok(!names.includes(name), name);
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
  it("finds nothing for what is no word", () => {
    for (const word of ["", " ", "1234567", "βcatenin", "😀", "-", "x".repeat(400), "b".repeat(60)])
      assert.deepEqual(spelling.nearest(word, 2), [], word);
  });
});

describe(`spelling.nearest, for random names and random edits (seed ${SEED})`, () => {
  const random = randomOf(SEED);
  const dataset = opened(compileRecords(buildFoldTable(), [], crowded(random), { version: "test", date: "2026-01-01" }, {}));
  const asked = Array.from({ length: dataset.lexicon.size }, (_, name) => dataset.lexicon.name(name)).flatMap((name) => name.split(" "));

  it("finds the same when it is asked while it is being made", () => {
    const [asIs, asked] = [0, 1].map(() => opened(compiled(records)));
    const making = spellingOf(asked!).making();
    making.next();
    const word = "bevazicumab";
    const found = spellingOf(asIs!).nearest(word, 2);
    assert.equal(found[0]?.text, "bevacizumab");
    assert.deepEqual(spellingOf(asked!).nearest(word, 2), found);
    for (const _ of making);
    assert.deepEqual(
      spellingOf(asked!)
        .nearest("bevacizumb", 2)
        .map(({ text }) => text),
      ["bevacizumab"],
    );
  });

  for (const shape of ["word", "symbol", "part"] as const)
    it(`finds what a search through every ${shape} finds, in the same order`, () => {
      const slowly = slowSearch(dataset, shape);
      let found = 0;
      for (let i = 0; i < 200; i++) {
        let word = pick(random, asked);
        if (random(3) === 0) word = word.toUpperCase();
        for (let edits = random(4); edits > 0; edits--) word = edited(random, word);
        const most = random(3);
        const near = spellingOf(dataset).nearest(word, most, shape);
        assert.deepEqual(near, slowly(word, most), `${word}, at most ${most}`);
        found += near.length;
      }
      assert.ok(found > 50, `${found} found`);
    });
});

/** Names that are near one another: drugs, some of two words, and genes. */
function crowded(random: Random): Vocabulary {
  const spelled = (length: number, letters: string) => Array.from({ length }, () => pick(random, [...letters])).join("");
  const names = new Map<string, "known-drug" | "known-gene">();
  for (let i = 0; i < 800; i++) {
    const word = pick(random, ["me", "mate", "nalo"]) + spelled(2 + random(4), "aetnom-") + pick(random, ["tinib", "mab", "ne"]);
    names.set(random(3) === 0 ? `${word} ${spelled(6 + random(2), "aetn")}` : word, "known-drug");
    names.set(pick(random, ["M", "N", "TM"]) + spelled(2 + random(4), "MNT1"), "known-gene");
  }
  return {
    entries: Array.from(names, ([text, kind]) => ({
      kind,
      preferred: text,
      detail: "",
      count: random(200),
      names: [{ text, type: kind === "known-drug" ? ("inn" as const) : ("symbol" as const), letterCase: "insensitive", context: "none" }],
    })),
    english: [],
    words: new Set(),
    stems: [],
  };
}

/** What {@link Spelling.nearest} says it finds, by looking at everything. */
function slowSearch({ lexicon, sections }: Dataset, shape: Shape): (word: string, most: number) => readonly Near[] {
  interface Entry {
    readonly name: number;
    readonly text: string;
    readonly key: Uint16Array;
    readonly shape: Shape;
  }
  const sorts = new Sorts(sections);
  const entries: Entry[] = [];
  for (let name = 0; name < lexicon.size; name++) {
    const text = lexicon.name(name);
    if (sorts.known(name) > 0) entries.push({ name, text, key: keyOf(text), shape: /[a-z]/.test(text) ? "word" : "symbol" });
  }
  const parts = uint16(sections, "spellParts");
  partNames(sections).forEach((name, i) => {
    const text = lexicon.name(name).slice(parts[i]! >>> 8, (parts[i]! >>> 8) + (parts[i]! & 255));
    entries.push({ name, text, key: keyOf(text), shape: "part" });
  });
  return (word, most) => {
    const key = keyOf(word);
    const isLetter = key[0]! >= 97 && key[0]! <= 122;
    /** The nearest of some; none is farther than `bound`. */
    const nearest = (among: readonly Entry[], bound: number) => {
      const far = among.map((entry) => (Math.abs(entry.key.length - key.length) > bound ? 9 : distanceOf(key, entry.key)));
      const least = Math.min(bound, ...far);
      return among.flatMap((entry, i) => (far[i] === least ? [{ ...entry, distance: least }] : []));
    };
    const mine = entries.filter((entry) => entry.shape === shape);
    let found = isLetter
      ? nearest(
          mine.filter((entry) => entry.key[0] === key[0]),
          most,
        )
      : [];
    if (isLetter && shape === "symbol" && most > 0 && found[0]?.distance !== 0) {
      // a word that one edit of the first letter makes is looked at too
      const rest = `${key.subarray(1)}`;
      const others = entries.filter((entry) => entry.shape !== "part" && (entry.key[0] !== key[0] || `${entry.key}` === rest));
      const slips = nearest(others, 1).filter(({ distance }) => distance === 1);
      if (slips.length > 0) found = [...found.filter(({ distance }) => distance === 1), ...slips];
      else if (found.length === 0)
        found = nearest(
          mine.filter((entry) => entry.key[0] !== key[0]),
          most,
        );
    }
    const near = found.map(({ name, text, key: other, distance }): Near => {
      const slip = slipCost(key, key.length, other, other.length);
      const cost = slip - 0.6 * sorts.known(name);
      const isShort = /^[A-Z0-9-]+$/.test(text) && lexicon.type(name) !== "symbol";
      return { name, text: isShort ? text.replaceAll("-", "") : text, distance, cost, slip };
    });
    near.sort((a, b) => a.cost - b.cost || a.name - b.name || a.text.length - b.text.length);
    return near.filter((one, i) => near.findIndex((other) => other.text === one.text) === i);
  };
}

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
  it("takes hardly a letter left out of a drug's name for an ordinary word by chance", () => {
    const { lexicon: all } = real();
    const drugs = "imatinib atezolizumab bevacizumab nivolumab osimertinib trastuzumab sorafenib olaparib cetuximab".split(" ");
    for (const name of drugs)
      for (let at = 1; at < name.length; at++) {
        const slip = name.slice(0, at) + name.slice(at + 1);
        assert.ok(!all.isWord(slip), slip);
      }
  });
});
