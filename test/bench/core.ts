/** What the core takes in this process: reading a note, suggestions, growth. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GFM, parser } from "@lezer/markdown";
import { compileRecords } from "../../data/compile";
import { Dataset } from "../../server/dataset/dataset";
import { codesOf, editDistance } from "../../server/dataset/distance";
import { buildFoldTable, WORD } from "../../server/dataset/fold";
import { headLength } from "../../server/dataset/pack";
import { spellingOf } from "../../server/dataset/spelling";
import { complete } from "../../server/features/completion";
import { findings } from "../../server/features/diagnostics";
import { hasRemarks } from "../../server/features/remarks";
import { Note } from "../../server/note/note";
import { DEFAULTS } from "../../server/settings";
import { leastByTurns, ms, p50p99, quantile, share, type Table } from "./measure";
import type { Peers } from "./servers";
import { madeUp, noteOfSize, type Typo, typos } from "./texts";

const markdown = parser.configure(GFM);
const noteOf = (text: string): Note => Note.create("file:///note.md", "markdown", 1, text);
const least = (rounds: number, work: () => unknown): number => leastByTurns(rounds, work)[0]!;

function once(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Parse, scan and all rules of a note that is opened, beside the Markdown parse alone; the scan beside hashing every word. */
export function readingAlone(dataset: Dataset, table: Table, text: string): void {
  const texts: string[] = [];
  noteOf(text).eachPassage((passage) => {
    texts.push(passage.text);
    return true;
  });
  const [alone, whole, hashing, scan] = leastByTurns(
    9,
    () => markdown.parse(text),
    () => findings(dataset, noteOf(text), DEFAULTS),
    () => texts.map((passage) => hashWords(dataset, passage)),
    () => texts.map((passage) => dataset.lexicon.scan(passage)),
  ) as [number, number, number, number];
  table.add("whole 1 MB note: parse, scan, rules", ms(whole), {
    beside: `@lezer/markdown's parse alone ${ms(alone)}`,
    ratio: whole / alone,
    goal: 1.35,
  });
  table.add("scan of its prose", ms(scan), { beside: `a hash of every word ${ms(hashing)}`, ratio: scan / hashing, goal: 3.6 });
}

/** Hashes each word of a text: what no scan can go below. */
function hashWords({ lexicon }: Dataset, text: string): number {
  const { kind, code } = lexicon.fold;
  let sum = 0;
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < kind.length && kind[c]! >= WORD) hash = Math.imul(hash ^ code[c]!, 0x01000193);
    else {
      sum ^= hash;
      hash = 0;
    }
  }
  return sum;
}

/** Suggestions for misspelt names, beside those of the spell checkers. */
export function suggestions(dataset: Dataset, table: Table, wrong: readonly Typo[], peers: Peers): void {
  const times: number[] = [];
  const nearest = (word: string) =>
    spellingOf(dataset)
      .nearest(word, 2)
      .map((near) => dataset.lexicon.name(near.name));
  // what was asked before is remembered: warm up with other words
  for (const { word } of typos(dataset, 300, 11)) nearest(word);
  const right = wrong.filter(({ word, name }) => {
    const begun = performance.now();
    const found = nearest(word);
    times.push(performance.now() - begun);
    // a name nearer than the one that was meant is as right
    return found.some((other) => other.toLowerCase() === name || distance(other.toLowerCase(), word) < distance(name, word));
  }).length;
  const others = [...peers].map(([peer, { suggestions: all }]) => `${peer} ${p50p99(all)}`).join("; ");
  table.add("suggestion p50", ms(quantile(times, 0.5)), { beside: others, value: quantile(times, 0.5), goal: 0.03, unit: "ms" });
  table.add("suggestion p99", ms(quantile(times, 0.99)), { value: quantile(times, 0.99), goal: 1, unit: "ms" });
  const recalls = [...peers].map(([peer, { found }]) => {
    const count = found.filter((words, i) => words.some((word) => word.toLowerCase() === wrong[i]!.name)).length;
    return `${peer} ${share(count, found.length)}`;
  });
  table.add("suggestion recall, up to two edits", share(right, wrong.length), {
    beside: recalls.join("; "),
    value: (100 * right) / wrong.length,
    goal: 99,
    unit: "%",
    least: true,
  });
}

/** Edits between two words, up to three. */
const distance = (a: string, b: string): number => editDistance(codesOf(a), a.length, codesOf(b), b.length, 3);

/** How work grows with the count of names and the length of the note. */
export function growth(root: string, dataset: Dataset, table: Table): void {
  const { text } = noteOfSize(root, 100 << 10);
  const sizes = [10_000, 100_000, 1_000_000].map((count) => withNames(count, text));
  const row = (name: string, key: keyof (typeof sizes)[number], goal?: number) => {
    const [small, middle, large] = sizes.map((size) => size[key]) as [number, number, number];
    table.add(`growth, 10,000 to 1,000,000 names: ${name}`, ms(large), {
      beside: `${ms(small)}, 100,000: ${ms(middle)}`,
      ratio: large / small,
      ...(goal === undefined ? {} : { goal }),
    });
  };
  row("bytes read", "reading");
  row("load", "load", 12);
  row("scan", "scan", 3);
  row("completion", "completion", 8);
  row("suggestion", "suggestion", 12);
  const lengths = [100 << 10, 1 << 20, 10 << 20].map((size) => withLength(dataset, noteOfSize(root, size).text));
  const [first, , last] = lengths as [(typeof lengths)[0], (typeof lengths)[0], (typeof lengths)[0]];
  const exponent = Math.log(last.whole / first.whole) / Math.log(100);
  table.add("growth, 100 kB to 10 MB: exponent of reading", exponent.toFixed(2), {
    beside: lengths.map(({ whole }) => ms(whole)).join(", "),
    value: exponent,
    goal: 1.1,
  });
  table.add("growth, 100 kB to 10 MB: rescan after an edit", ms(last.rescan), {
    beside: lengths.map(({ rescan }) => ms(rescan)).join(", "),
    ratio: last.rescan / first.rescan,
  });
}

/** Times with so many made-up names. */
function withNames(count: number, text: string) {
  const file = compileRecords(buildFoldTable(), [], madeUp(count), { version: "bench", date: "2026-01-01" }, {});
  const dataset = Dataset.open(file);
  if (typeof dataset === "string") throw new Error(dataset);
  const { lexicon } = dataset;
  const spelling = spellingOf(dataset);
  const names = Array.from({ length: 200 }, (_, i) => lexicon.name(Math.floor((i * lexicon.size) / 200)));
  const mixed = text
    .split("\n\n")
    .map((paragraph, i) => `${paragraph} ${names[i % names.length]}`)
    .join("\n\n");
  const note = noteOf(`${text}\n\nThen ${names[100]!.slice(0, 4)}`);
  const words = names.filter((name) => !name.includes(" ")).map((name) => name.slice(0, 4) + name.slice(5));
  return {
    ...loading(file),
    scan: least(15, () => lexicon.scan(mixed)),
    completion: least(50, () => complete(dataset, note, note.text.length, DEFAULTS)),
    // other words each time: what was asked before is remembered
    suggestion:
      Math.min(...[..."xyzqw"].map((letter) => once(() => words.map((word) => spelling.nearest(word + letter, 2))))) / words.length,
  };
}

/**
 * Times until a compiled dataset answers. Its bytes are read while the server's code is loaded (`datasetFile.ts`), and are as
 * many as they are: that is a figure of its own, with no goal. What a start waits for then is the opening.
 */
function loading(file: Uint8Array) {
  const folder = mkdtempSync(path.join(tmpdir(), "names-"));
  const place = path.join(folder, "dataset.bin");
  writeFileSync(place, file.subarray(0, headLength(file)));
  const reading = least(5, () => readFileSync(place));
  rmSync(folder, { recursive: true });
  return { reading, load: least(5, () => Dataset.open(file)) };
}

/** Times for a note of this text: read as it is opened, and the block read again after a letter was typed in its middle. */
function withLength(dataset: Dataset, text: string) {
  const whole = least(text.length > 5e6 ? 2 : 5, () => findings(dataset, noteOf(text), DEFAULTS));
  let note = noteOf(text);
  findings(dataset, note, DEFAULTS);
  const times: number[] = [];
  const place = note.positionAt(text.indexOf(" ", text.length >> 1));
  for (let version = 2; version < 40; version++) {
    note = Note.update(note, [{ range: { start: place, end: place }, text: "x" }], version);
    // the joined text is copied when it is first looked at: not the reading's doing
    note.text.charCodeAt(0);
    const begun = performance.now();
    for (const _ of note.blocks.readThrough(dataset, hasRemarks));
    times.push(performance.now() - begun);
  }
  return { whole, rescan: quantile(times, 0.25) };
}
