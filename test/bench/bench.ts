/**
 * `npm run bench`: how long the core takes, beside what nobody can go below. Ratios within one run count, since
 * machines and their load differ; a figure is the median of many, the two sides taken by turns.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { GFM, parser } from "@lezer/markdown";
import { Dataset } from "../../server/dataset/dataset";
import { complete } from "../../server/features/completion";
import { findings } from "../../server/features/diagnostics";
import { hover } from "../../server/features/hover";
import { mentionsOf } from "../../server/note/mentions";
import { Note } from "../../server/note/note";
import { DEFAULTS } from "../../server/settings";

const markdown = parser.configure(GFM);

/**
 * Runs all benchmarks and prints them.
 * @param root the checkout, built
 */
export async function run(root: string): Promise<void> {
  const file = path.join(root, "dist/data/dataset.bin");
  const dataset = load(file);
  const text = sampleText(root);
  for (const [label, size] of [
    ["5 kB", 5 << 10],
    ["100 kB", 100 << 10],
    ["1 MB", 1 << 20],
  ] as const) {
    const note = text.repeat(Math.ceil(size / text.length)).slice(0, size);
    wholeNote(dataset, label, note);
    keystrokes(dataset, label, note);
  }
  pointAndType(dataset, text);
  suggestions(dataset);
  const { heapUsed, rss } = process.memoryUsage();
  console.log(`memory at the end: heap ${megabytes(heapUsed)} MB, resident ${megabytes(rss)} MB`);
}

function load(file: string): Dataset {
  let dataset: Dataset | string = "";
  const read = median(9, () => readFileSync(file));
  const bytes = readFileSync(file);
  const open = median(9, () => {
    dataset = Dataset.open(bytes);
  });
  if (typeof dataset === "string") throw new Error(dataset);
  const { recordCount, lexicon } = dataset as Dataset;
  console.log(
    `dataset: ${recordCount} records, ${lexicon.size} names, ${megabytes(bytes.length)} MB; read ${read.toFixed(1)} ms, opened ${open.toFixed(1)} ms`,
  );
  return dataset;
}

/** The sample notes without front matter, one after the other. */
function sampleText(root: string): string {
  const folder = path.join(root, "test/vscode/sample");
  const notes = readdirSync(folder).sort();
  return notes.map((name) => readFileSync(path.join(folder, name), "utf8").replaceAll(/<!-- metastasis-notes: \w+ -->/g, "")).join("\n\n");
}

/** Parse, scan and all rules of a note that is opened, beside the Markdown parse alone. */
function wholeNote(dataset: Dataset, label: string, text: string): void {
  const rounds = text.length > 500_000 ? 5 : 15;
  const [alone = 0, whole = 0] = byTurns(
    rounds,
    () => markdown.parse(text),
    () => findings(dataset, Note.create("note", "markdown", 1, text), DEFAULTS),
  );
  const note = Note.create("note", "markdown", 1, text);
  let mentions = 0;
  note.eachPassage((passage) => {
    mentions += mentionsOf(dataset, passage).length;
    return true;
  });
  console.log(
    `${label}: parse alone ${alone.toFixed(2)} ms; parse, scan and rules ${whole.toFixed(2)} ms, × ${(whole / alone).toFixed(2)}; ${mentions} mentions`,
  );
}

/** A letter typed in the middle of a note and all findings after it, beside the edit of the text alone. */
function keystrokes(dataset: Dataset, label: string, text: string): void {
  let note = Note.create("note", "markdown", 1, text);
  findings(dataset, note, DEFAULTS);
  let plain = text;
  let version = 1;
  const at = text.indexOf(" ", text.length >> 1);
  const [edit = 0, all = 0] = byTurns(
    60,
    () => {
      plain = `${plain.slice(0, at)}x${plain.slice(at)}`;
      plain.charCodeAt(at);
    },
    () => {
      const place = note.positionAt(at);
      note = Note.update(note, [{ range: { start: place, end: place }, text: "x" }], ++version);
      findings(dataset, note, DEFAULTS);
    },
  );
  console.log(`${label}: a keystroke to its findings ${all.toFixed(3)} ms; the edit of the text alone ${edit.toFixed(3)} ms`);
}

function pointAndType(dataset: Dataset, text: string): void {
  const note = Note.create("note", "markdown", 1, `${text}\n\nThen pembr`);
  findings(dataset, note, DEFAULTS);
  const drug = text.indexOf("bevacizumab") + 3;
  const card = median(500, () => hover(dataset, note, drug));
  const list = median(500, () => complete(dataset, note, note.text.length, DEFAULTS));
  console.log(`hover ${card.toFixed(3)} ms; completion ${list.toFixed(3)} ms`);
}

/** Every drug name of the records with one letter left out: how long until the name is proposed, and how often it is. */
function suggestions(dataset: Dataset): void {
  const times: number[] = [];
  let right = 0;
  let asked = 0;
  for (let entity = 0; entity < dataset.recordCount; entity++) {
    const name = dataset.preferredName(entity);
    if (dataset.kind(entity) !== "drug" || !/^[a-z]{8,}$/.test(name)) continue;
    for (let drop = 1; drop < name.length; drop += 3) {
      const begun = performance.now();
      const near = dataset.spelling.nearest(name.slice(0, drop) + name.slice(drop + 1), 2);
      times.push(performance.now() - begun);
      asked++;
      if (near.some((other) => dataset.lexicon.entity(other.name) === entity)) right++;
    }
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)]!.toFixed(3);
  console.log(
    `suggestion: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the name among those proposed in ${((100 * right) / asked).toFixed(1)} % of ${asked}`,
  );
}

function median(rounds: number, work: () => unknown): number {
  return byTurns(rounds, work)[0]!;
}

/** Medians of several pieces of work that are done by turns, in milliseconds; the first round is not counted. */
function byTurns(rounds: number, ...work: ReadonlyArray<() => unknown>): number[] {
  const times = work.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    work.forEach((piece, i) => {
      const begun = performance.now();
      piece();
      if (round > 0) times[i]!.push(performance.now() - begun);
    });
  }
  return times.map((all) => all.sort((a, b) => a - b)[all.length >> 1]!);
}

const megabytes = (bytes: number): string => (bytes / (1 << 20)).toFixed(1);
