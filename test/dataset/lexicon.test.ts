import assert from "node:assert/strict";
import { foldName, LONGEST } from "../../server/dataset/fold";
import type { NameType } from "../../server/dataset/nameFlags";
import { policy, variants } from "../../server/dataset/policy";
import type { Name } from "../../server/dataset/records";
import { example, real, records, vocabulary } from "../example";
import { pick, type Random, randomOf, SEED } from "../random";

const { lexicon } = example;

/** The key of a spelling, as text. */
function key(text: string): string {
  const codes = new Uint16Array(LONGEST + 1);
  return String.fromCharCode(...codes.subarray(0, foldName(lexicon.fold, text, codes)));
}

/** A name as the slow matcher knows it. */
interface Known {
  readonly text: string;
  readonly keys: readonly string[];
  readonly entity: string;
  readonly type: NameType;
  readonly letterCase: string;
  readonly context: string;
}

/** The keys of a name: it may have spaces for its hyphens, but for one behind a lone letter of a short name. */
function keysOf(text: string, type: string): string[] {
  if (/^(?:inn|brand|code|misspelling|symbol|previous-symbol)$/.test(type)) return [key(text)];
  const isLong = key(text).length >= 9;
  const respelled = (rest: string, from: number): string[] => {
    const hyphen = /(?<=\p{L})[-\u2010-\u2015](?=\p{L})/u.exec(rest.slice(from));
    if (!hyphen) return [rest];
    const at = from + hyphen.index;
    const spaced = key(rest.slice(0, at)).length > 1 || isLong ? respelled(`${rest.slice(0, at)} ${rest.slice(at + 1)}`, at + 1) : [];
    return [...respelled(rest, at + 1), ...spaced];
  };
  return respelled(text, 0).map(key);
}

/** Every name of the example, read from its records and not from the compiled dataset. */
function knownNames(): Known[] {
  const names: Known[] = [];
  const add = (text: string, entity: string, type: string, letterCase: string, context: string) =>
    names.push({ text, keys: keysOf(text, type), entity, type: type as NameType, letterCase, context });
  for (const record of records) {
    for (const name of record.names ?? []) {
      const { letterCase, context } = policy(name as Name, record.kind);
      add(name.text, record.preferred_name, name.type, letterCase, context);
      const isOwn = (text: string) =>
        record.names?.some(
          (own) => own.type !== "seed-form" && key(own.text) === key(text) && policy(own as Name, record.kind).letterCase === letterCase,
        );
      for (const text of name.type === "seed-form" ? [] : variants(name.text).filter((text) => !isOwn(text)))
        add(text, record.preferred_name, "variant", letterCase, context);
    }
  }
  for (const entry of vocabulary.entries)
    for (const name of entry.names) add(name.text, entry.preferred, name.type, name.letterCase, name.context);
  return names;
}

const known = knownNames();
const letters = (text: string): string => text.replace(/[^A-Za-z]/g, "");

function caseFits(name: Known, written: string): boolean {
  const [want, have] = [letters(name.text), letters(written)];
  if (name.letterCase === "insensitive" || want.length !== have.length || want === have) return true;
  const isSmallBrand = have.length >= 5 && have === want.toLowerCase() && name.context === "none";
  if (name.letterCase === "initial") return have === want[0]!.toUpperCase() + want.slice(1) || have === want.toUpperCase() || isSmallBrand;
  if (name.letterCase !== "symbol" || /\s/.test(written)) return false;
  const isMouse = have === want[0] + want.slice(1).toLowerCase();
  if (/^[^a-z]+s$/.test(have) && want.endsWith("S")) return false;
  const digits = name.text.replace(/\D/g, "").length;
  if (isMouse && (want.length > 2 || (want.length === 2 && digits > 1)) && name.context === "none") return true;
  if (digits === 0) return want.length >= 4 && /[A-Z].*[A-Z]/.test(have) && !/^[a-z][A-Z]+$/.test(have);
  return want.length >= 3 && !/^[a-gi-lnoqt-z][A-Z]{2,}$/.test(have);
}

/** Longer than any name of the example in any spelling, in UTF-16 units. */
const REACH = 100;

/** A match as a line of text: what is written, which entities it may mean. */
type Line = string;

const HIDDEN = "[\\u00ad\\u034f\\u200b-\\u200d\\u2060]";
const LETTER = "(?![\\u2070-\\u207e\\u00b2\\u00b3\\u00b9\\u02b0-\\u02ff\\u1d2c-\\u1d61]|[^\\0-\\u25ff\\ufb00-\\ufb06])[\\p{L}\\p{N}\\p{M}]";
/** Letters, digits and their marks, with what is invisible between them. */
const WORD = new RegExp(`${LETTER}(?:${HIDDEN}*(?:${LETTER}))*`, "gu");

/**
 * A text as it is, and with a space for any of its lone hyphens, and without the brackets of any of its subscripts: names may
 * have the one where a text has the other.
 */
function spellings(text: string): string[] {
  const subscript = new RegExp(`(?<=${LETTER})(?<!${LETTER}{2}(?=\\([A-Z]{2,}\\)))\\((${LETTER}{1,4})\\)`, "u").exec(text);
  if (subscript) {
    const [head, rest] = [text.slice(0, subscript.index), text.slice(subscript.index + subscript[0].length)];
    // a lone letter goes on behind its subscript with a digit alone
    const isMeasure =
      new RegExp(`(?<!${LETTER}${HIDDEN}*)${LETTER}$`, "u").test(head) && new RegExp(`^${LETTER}`, "u").test(rest) && !/^\d/.test(rest);
    return hyphened(head).flatMap((one) =>
      spellings(subscript[1]! + rest).flatMap((other) => [
        ...(isMeasure ? [] : [one + other]),
        `${one}(${subscript[1]})${other.slice(subscript[1]!.length)}`,
      ]),
    );
  }
  return hyphened(text);
}

/** A text as it is, and with a space for any of its lone hyphens. */
function hyphened(text: string): string[] {
  const hyphen = new RegExp(`(?<=${LETTER}${HIDDEN}*)[-\\u2010-\\u2015\\u2212](?=${LETTER})`, "u").exec(text);
  if (!hyphen) return [text];
  const head = text.slice(0, hyphen.index);
  return hyphened(text.slice(hyphen.index + 1)).flatMap((rest) => [`${head}-${rest}`, `${head} ${rest}`]);
}

/** How much there is of a protein, written on to its name. */
const STATE = /(?<=[A-Z\d])(?:hi|high|int|lo|low|neg|pos)$/;

/** Finds names the slow way: from each word to each later one the stretch is folded and compared with every name. */
function findSlowly(text: string): Line[] {
  const found: Line[] = [];
  const words = [...text.matchAll(WORD)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
  const read = (from: number, to: number): Known[] => {
    const spelled = spellings(text.slice(from, to)).map(key);
    return known.filter(
      (name) => name.keys.some((one) => spelled.includes(one)) && name.context !== "never" && caseFits(name, text.slice(from, to)),
    );
  };
  let reached = 0;
  words.forEach(({ start }, first) => {
    if (start < reached) return;
    let longest: [number, Known[]] | undefined;
    let pointer: [number, Known[]] | undefined;
    const take = (to: number): boolean => {
      const names = read(start, to);
      if (names.length === 0) return false;
      if (names.every((name) => name.type === "seed-form")) pointer = [to, names];
      else longest = [to, names];
      return true;
    };
    for (const { start: last, end } of words.slice(first)) {
      if (end - start > REACH) break;
      const state = last > start ? STATE.exec(text.slice(last, end)) : null;
      const isShortWord = /^[a-z]{2}$/.test(text.slice(last, end)) && /\s/.test(text[last - 1] ?? "");
      if (!take(end) && end - start > 2 && end - last > 1 && text[end - 1] === "s" && text[end - 2] !== "s" && !isShortWord) take(end - 1);
      else if (state) take(end - state[0].length);
      const closing = /^[^\p{L}\p{N}]*?[)+]/u.exec(text.slice(end))?.[0];
      if (closing) take(end + closing.length);
    }
    if (pointer) found.push(line(text.slice(start, pointer[0]), pointer[1], true));
    if (longest) found.push(line(text.slice(start, longest[0]), longest[1], false));
    if (longest) reached = longest[0];
  });
  return found;
}

const line = (written: string, names: readonly { entity: string }[], pointer: boolean): Line =>
  `${JSON.stringify(written)} ${[...new Set(names.map((name) => name.entity))].sort().join(" | ")}${pointer ? " (pointer)" : ""}`;

/** Checks that the fast matcher finds what the slow one finds. */
function check(text: string): void {
  const fast = lexicon.find(text).map(({ start, end, names, pointer }) =>
    line(
      text.slice(start, end),
      names.map((name) => ({ entity: example.preferredName(lexicon.entity(name)) })),
      pointer,
    ),
  );
  assert.deepEqual(fast, findSlowly(text), JSON.stringify(text));
}

const GREEK: Readonly<Record<string, string>> = { α: "alpha", β: "beta" };

/** Another spelling of a name: letter case, hyphens, spaces, Greek letters spelled out. */
function respell(random: Random, text: string): string {
  const hyphen = pick(random, ["-", "\u2011", "\u2013", "- ", "", " ", "-\n"]);
  let spelled = text;
  if (random(3) === 0) spelled = spelled.replace(/-/g, hyphen);
  if (random(3) === 0) spelled = spelled.replace(/[αβ]/g, (letter) => GREEK[letter]!);
  if (random(3) === 0) spelled = spelled.replace(/ /g, pick(random, ["  ", "\n", "\u00a0", "-"]));
  if (random(6) === 0) spelled = spelled.replace(/(?<=[a-z]{2})(?=[a-z]{2})/, pick(random, ["\u00ad", "\u200b"]));
  if (random(4) === 0) spelled = spelled.replace(/(?<=\p{L})(?:\d{1,2}|v)(?!\p{L})/gu, "($&)");
  const letterCase = random(5);
  if (letterCase === 0) spelled = spelled.toUpperCase();
  if (letterCase === 1) spelled = spelled.toLowerCase();
  if (letterCase === 2) spelled = spelled[0]!.toUpperCase() + spelled.slice(1);
  return spelled;
}

const GLUE = [
  " ", " ", " ", ", ", ". ", "-", "/", " / ", " + ", "\n", " (", ") ", "s ", "[", "+", "'s ", "", "\u00ad", "😀", "患者", "² ", "_", "…",
]; // biome-ignore format: a list
const OTHER = ["the", "CAR", "1", "A", "B", "PD", "L1", "loss of", "in", "TGF", "VEGF", "ﬁ", "é", "x1", "malat", "malate", "high"];

function randomText(random: Random): string {
  let text = "";
  for (let i = random(12); i >= 0; i--) {
    text += random(3) === 0 ? pick(random, OTHER) : respell(random, pick(random, known).text);
    text += pick(random, GLUE);
  }
  return text;
}

describe("lexicon.find", () => {
  it(`finds in random texts what a slow matcher finds (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 1200; i++) check(randomText(random));
  });
  it("takes the longest name at each place", () => {
    check("trastuzumab deruxtecan, trastuzumab and trastuzumab derux");
    check("sunitinib malate, sunitinib\nmalate, sunitinib. malate");
    check("integrin αvβ3 and αvβ3");
  });
  it("ends a name at a closing bracket or plus sign, and before a plural s", () => {
    check("B7-H1 (CD274) and B7-H1 (CD274");
    check("METs, LNPs, LNPss, VEGF-As, αvβ3s");
  });
  it("lets a pointing phrase overlap the names in it", () => {
    check("loss of E-cadherin in cells");
    check("Loss of E-cadherin in cell");
  });
  it("asks for the letter case of the name", () =>
    check("KIT kit Kit; TP53 Trp53 Tp53 tp53; AVASTIN Avastin avastin aVastin; snail Snail SNAIL"));
  it("reads a ligature as its letters", () => check("suni ﬁ nib; o\ufb03ce; VEGF\ufb01; αvβ3\ufb00"));
  it("finds nothing in nothing", () => {
    for (const text of ["", " ", "-", "(((((", "\ud83d", "\ude00\ud83d", "\u0000", "s", "+".repeat(300)]) check(text);
  });
  it("reads the last word the same, whatever was read before: units of a longer text are no part of it", () => {
    for (const text of ["given qpembrolizumab", "given sunitinib", "the QVEGFA", "PD-1hi"]) {
      const read = ["_", "-", "(", "a", "1", "s", ")", " "].map((before) => {
        lexicon.scan(before.repeat(200));
        return lexicon.scan(text);
      });
      for (const one of read) assert.deepEqual(one, read[0], text);
    }
    assert.deepEqual(lexicon.scan("qpembrolizumab").unknown, [0, 14]);
  });
  it("is not led astray by very long words and gaps", () => {
    check(`${"a".repeat(5000)} sunitinib${" ".repeat(5000)}malate ${"-".repeat(300)}nivolumab`);
    check(`${"αβ".repeat(400)} p53 ${"x ".repeat(200)}`);
  });
});

describe("lexicon.complete", () => {
  /** Checks the names a beginning leads to, best first. */
  function check(beginning: string, ...expected: string[]): void {
    assert.deepEqual(
      lexicon.complete(beginning, 50).map((name) => lexicon.name(name)),
      expected,
      beginning,
    );
  }

  it("puts the preferred name before brands, codes and what is only recognised", () =>
    check("bev", "bevacizumab", "bevacizumab-awwb", "BEV", "bev", "bevasiranib"));
  it("takes any letter case", () => {
    check("AVAS", "Avastin");
    check("tgfb1", "TGFB1");
  });
  it("takes hyphens, spaces and Greek letters however they are typed", () => {
    for (const typed of ["PD-L", "pd-l", "PDL", "pd\u2011l"]) check(typed, "PD-L1");
    for (const typed of ["TGF-β1", "tgf-beta1", "TGFβ1", "tgfbeta1"]) check(typed, "TGF-β1");
    check("αvβ", "αvβ3");
    check("sunitinib m", "sunitinib malate");
  });
  it("gives nothing where nothing was typed, or nothing begins so", () => {
    for (const typed of ["", " ", "-", "(", "😀", "zzzz", "bevacizumabx"]) check(typed);
  });
  it("gives no misspelling, no variant, no phrase that points", () => {
    check("befotertni");
    check("loss of");
    check("adhes");
  });
  it("gives every name that begins so, in order of rank, and no more than asked for", () => {
    const offered = Array.from({ length: lexicon.size }, (_, name) => name).filter((name) => lexicon.rank(name) < 255);
    const beginnings = new Set(offered.flatMap((name) => [1, 2, 3, 5, 8].map((length) => lexicon.name(name).slice(0, length))));
    for (const beginning of beginnings) {
      const all = lexicon.complete(beginning, 1000);
      const expected = offered.filter((name) => key(lexicon.name(name)).startsWith(key(beginning)));
      assert.deepEqual([...all].sort(), expected.sort(), beginning);
      const ranks = all.map((name) => lexicon.rank(name));
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
        beginning,
      );
      for (const limit of [1, 2, 50]) assert.deepEqual(lexicon.complete(beginning, limit), all.slice(0, limit));
    }
  });
});

describe("a chain of hyphens", () => {
  /** How often a spelling is looked up while a text is read. */
  function lookUps(text: string): number {
    const dataset = real();
    const { keys } = dataset.lexicon;
    const { mayBe } = keys;
    let count = 0;
    keys.mayBe = (...given) => {
      count++;
      return mayBe.apply(keys, given);
    };
    try {
      dataset.lexicon.scan(text);
    } finally {
      keys.mayBe = mayBe;
    }
    return count;
  }

  it("is read in a time that grows with its length, though each hyphen may stand for a space", () => {
    for (const part of ["a-", "PD-", "TGF-", "α-"]) {
      const [short, long] = [lookUps(part.repeat(200)), lookUps(part.repeat(800))];
      assert.ok(short > 0 && long < 5 * short, `${part}: ${short} look-ups for 200, ${long} for 800`);
    }
  });
});

describe("lexicon.lookUp", () => {
  it("gives every name of a spelling, whatever its case and context", () => {
    for (let name = 0; name < lexicon.size; name++) {
      const text = lexicon.name(name);
      for (const spelling of [text, text.toUpperCase(), text.toLowerCase()]) {
        assert.ok(lexicon.lookUp(spelling).includes(name), spelling);
        for (const other of lexicon.lookUp(spelling)) assert.equal(key(lexicon.name(other)), key(text));
      }
    }
  });
  it("gives nothing for what is no name", () => {
    for (const word of ["", " ", "sunitini", "sunitinibs", "😀", "-", "sunitinib malate x"])
      assert.deepEqual(lexicon.lookUp(word), [], word);
  });
  it("gives both readings of a shared name", () => {
    const kinds = lexicon.lookUp("MET").map((name) => example.kind(lexicon.entity(name)));
    assert.deepEqual(kinds.sort(), ["process", "target"]);
  });
});
