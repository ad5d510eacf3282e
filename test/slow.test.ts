/** Inputs that a pattern once took the square of their length for, or worse: four times as long must not take much more than four times. */
import assert from "node:assert/strict";
import { acceptedWordsIn } from "../server/acceptedWords";
import { findings, groundsOf, readForFindings } from "../server/features/diagnostics";
import { mentionsOfNote } from "../server/features/export/noteMentions";
import { keysAt, slotAt } from "../server/features/keyCompletion";
import { print } from "../server/features/print";
import { atOnce } from "../server/giveWay";
import { markdown, parserFor } from "../server/note/markdown";
import { Note } from "../server/note/note";
import { DEFAULTS } from "../server/settings";
import { example, noteOf } from "./example";

/** The least of three times that a task takes, in milliseconds. */
function time(task: () => void): number {
  const once = () => {
    const began = performance.now();
    task();
    return performance.now() - began;
  };
  return Math.min(once(), once(), once());
}

/** Runs a task on inputs longer and longer until it can be measured, then on one four times as long. */
function check(name: string, task: (length: number) => void): void {
  it(name, () => {
    task(10);
    let length = 1000;
    while (length < 32_000 && time(() => task(length)) < 4) length *= 2;
    // other work on the machine makes one measurement wrong, not all: the least of each counts
    let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // the square would be sixteen times
    const isLinear = () => short < 4 || long < 11 * short;
    for (let i = 0; i < 8 && !isLinear(); i++) {
      short = Math.min(
        short,
        time(() => task(length)),
      );
      long = Math.min(
        long,
        time(() => task(4 * length)),
      );
    }
    assert.ok(isLinear(), `${length}: ${short.toFixed(1)} ms, ${4 * length}: ${long.toFixed(1)} ms`);
  });
}

/** What completes at the end of a line of the front matter. */
function inFrontMatter(line: string): void {
  const note = noteOf(`---\n${line}\n---\n`);
  keysAt(note, 4 + line.length);
  slotAt(note, 4 + line.length);
}

function read(text: string, language = "markdown"): void {
  const note = Note.create("file:///note", language, 1, text);
  note.eachPassage(() => true);
}

/** Finds everything in a note after a letter was typed in its middle. */
function edited(text: string, settings = DEFAULTS): void {
  const before = noteOf(text);
  atOnce(readForFindings(example, before));
  const end = before.positionAt(text.length / 2);
  const note = Note.update(before, [{ range: { start: end, end }, text: "x" }], 2);
  atOnce(readForFindings(example, note));
  atOnce(groundsOf(example, note, settings));
  findings(example, note, settings);
}
const HOUSE_STYLE = { ...DEFAULTS, rules: { ...DEFAULTS.rules, "inconsistent-form": "hint", "brand-name": "hint" } } as const;

describe("time grows with length alone for", () => {
  check("marks of emphasis that close nothing", (n) => markdown.parse(`${"a* b** c_ ".repeat(80)}\n`.repeat(n / 100)));
  check("brackets that are links", (n) => markdown.parse(`${"x[^1] ".repeat(80)}\n`.repeat(n / 100)));
  check("spaces within a line", (n) => markdown.parse(`a${" ".repeat(n)}b`));
  check("spaces within a line of MDX", (n) => parserFor("mdx").parse(`a${" ".repeat(n)}b`));
  check("misspellings in a list that is one block and edited", (n) => edited("- bevacizumb was given\n\n".repeat(n / 20)));
  check("brands in a list that is one block and edited", (n) => edited("- Avastin was given\n\n".repeat(n / 20), HOUSE_STYLE));
  check("an abbreviation that is defined otherwise again and again", (n) => {
    const note = noteOf("Tumour cells (TC) were seen. Tissue culture (TC) was used.\n\n".repeat(n / 20));
    note.eachPassage((passage) => note.mentions(example, passage));
  });
  check("the rows of a wide table in an export", (n) => {
    const row = (cell: string) => `|${`${cell}|`.repeat(n / 20)}\n`;
    atOnce(mentionsOfNote(example, noteOf(row("a") + row("-") + row("Avastin")), "a.md"));
  });
  check("commas in a declared list", (n) => inFrontMatter(`drugs: ${", ".repeat(n)}:`));
  check("spaces in a declared list", (n) => inFrontMatter(`- ${" ".repeat(n)}:`));
  check("a declared name with spaces in it", (n) => read(`---\ndrugs: a${" ".repeat(n)}]b\n---\n`));
  check("comments in a word list", (n) => acceptedWordsIn(`${" #".repeat(n)}\u2028`));
  check("escaped dollars", (n) => read(`${"a\\$".repeat(Math.min(n, 6000))}\n`.repeat(Math.max(1, n / 24_000))));
  for (const piece of ["{", "{/*", '<a b="', "<a {", "{`", '{"'])
    check(`MDX that never ends ${piece}`, (n) => read(`${piece.repeat(Math.min(n, 3000))}\n`.repeat(Math.max(1, n / 3000)), "mdx"));
  check("spaces on a card", (n) => print({ groups: [[[{ text: `a${" ".repeat(n)}b` }]]] } as never, "markdown"));
  it("slips in a paragraph: what language its other words are of is asked once, not by each", () => {
    const short = lookUps("bevaci zumab\n".repeat(50));
    const long = lookUps("bevaci zumab\n".repeat(200));
    assert.ok(short > 0 && long < 6 * short, `${short} words looked up, ${long} where there are four times as many`);
  });
});

/** How many words are looked up in finding what is wrong with a text. */
function lookUps(text: string): number {
  const { lexicon } = example;
  const lookUp = lexicon.lookUp.bind(lexicon);
  let count = 0;
  lexicon.lookUp = (word) => {
    count++;
    return lookUp(word);
  };
  findings(example, noteOf(text), DEFAULTS);
  lexicon.lookUp = lookUp;
  return count;
}
