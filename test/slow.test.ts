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

/** What a task takes of the processor, in milliseconds: the mean of as many runs as can be measured. Waiting for other programs is no part of it. */
function time(task: () => void): number {
  const began = process.cpuUsage();
  for (let runs = 1; ; runs++) {
    task();
    const { user, system } = process.cpuUsage(began);
    if (user + system > 40_000) return (user + system) / 1000 / runs;
  }
}

/** Runs a task on inputs of a length, and on inputs four times as long. */
function check(name: string, length: number, task: (length: number) => void): void {
  it(name, () => {
    time(() => task(length));
    // what shares the processor's caches makes one measurement wrong, not all: the least of each counts
    let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // the square would be sixteen times
    const isLinear = () => long < 10 * short;
    for (let i = 0; i < 3 || (i < 6 && !isLinear()); i++) {
      short = Math.min(
        short,
        time(() => task(length)),
      );
      long = Math.min(
        long,
        time(() => task(4 * length)),
      );
    }
    assert.ok(isLinear(), `${length}: ${short.toFixed(2)} ms, ${4 * length}: ${long.toFixed(2)} ms`);
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
  check("marks of emphasis that close nothing", 4000, (n) => markdown.parse(`${"a* b** c_ ".repeat(80)}\n`.repeat(n / 100)));
  check("brackets that are links", 1000, (n) => markdown.parse(`${"x[^1] ".repeat(80)}\n`.repeat(n / 100)));
  check("spaces within a line", 8000, (n) => markdown.parse(`a${" ".repeat(n)}b`));
  check("spaces within a line of MDX", 8000, (n) => parserFor("mdx").parse(`a${" ".repeat(n)}b`));
  check("misspellings in a list that is one block and edited", 1000, (n) => edited("- bevacizumb was given\n\n".repeat(n / 20)));
  check("brands in a list that is one block and edited", 1000, (n) => edited("- Avastin was given\n\n".repeat(n / 20), HOUSE_STYLE));
  check("an abbreviation that is defined otherwise again and again", 1000, (n) => {
    const note = noteOf("Tumour cells (TC) were seen. Tissue culture (TC) was used.\n\n".repeat(n / 20));
    note.eachPassage((passage) => note.mentions(example, passage));
  });
  check("the rows of a wide table in an export", 1000, (n) => {
    const row = (cell: string) => `|${`${cell}|`.repeat(n / 20)}\n`;
    atOnce(mentionsOfNote(example, noteOf(row("a") + row("-") + row("Avastin")), "a.md"));
  });
  check("commas in a declared list", 8000, (n) => inFrontMatter(`drugs: ${", ".repeat(n)}:`));
  check("spaces in a declared list", 8000, (n) => inFrontMatter(`- ${" ".repeat(n)}:`));
  check("a declared name with spaces in it", 8000, (n) => read(`---\ndrugs: a${" ".repeat(n)}]b\n---\n`));
  check("comments in a word list", 8000, (n) => acceptedWordsIn(`${" #".repeat(n)}\u2028`));
  check("escaped dollars", 1500, (n) => read("a\\$".repeat(n)));
  // stars and grave accents are paired in parts of 4,096, which take their square: more than that, so that only their number grows
  for (const [piece, length] of [
    ["{", 2000],
    ["{/*", 8000],
    ['<a b="', 2000],
    ["<a {", 2000],
    ["{`", 8000],
    ['{"', 2000],
  ] as const)
    check(`MDX that never ends ${piece}`, length, (n) => read(`${piece.repeat(100)}\n`.repeat(n / 100), "mdx"));
  check("spaces on a card", 8000, (n) => print({ groups: [[[{ text: `a${" ".repeat(n)}b` }]]] } as never, "markdown"));
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
