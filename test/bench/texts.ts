/** What is measured on: notes of any size, misspellings, and names that nobody has given. Deterministic. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Vocabulary } from "../../data/vocabulary";
import type { Dataset } from "../../server/dataset/dataset";
import { type Random, randomOf } from "../random";

/** The drug that every note names on its first screen, and one whose beginning is typed. */
export const DRUG = "bevacizumab";
const HEAD = `# Reading notes\n\nIn the second cohort, patients received ${DRUG} 10 mg/kg.\n\n- Then compare with bevac\n\n`;

/** A place in a note. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A note, and where to point, complete and type in it. */
export interface BenchNote {
  readonly text: string;
  readonly hover: Place;
  readonly completion: Place;
  /** Ends of lines of prose, spread over the note. */
  readonly ends: readonly Place[];
}

/** A note of about so many UTF-16 units, from the sample notes. */
export function noteOfSize(root: string, size: number): BenchNote {
  const folder = path.join(root, "test/vscode/sample");
  const texts = readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith(".md"));
  const sample = texts
    .map((name) =>
      readFileSync(path.join(folder, name), "utf8")
        .replace(/^---\n[\s\S]*?\n---\n/, "")
        .replaceAll(/<!-- metastasis-notes[^>]*-->/g, ""),
    )
    .join("\n\n");
  const body = `${sample}\n\n`.repeat(Math.ceil(size / sample.length)).slice(0, Math.max(0, size - HEAD.length));
  const text = HEAD + body.slice(0, body.lastIndexOf("\n"));
  const lines = text.split("\n");
  const prose = lines.flatMap((line, i) => (line.length > 60 && /^[A-Z]/.test(line) ? [{ line: i, character: line.length }] : []));
  const ends = Array.from({ length: 8 }, (_, i) => prose[Math.floor((prose.length * (i + 1)) / 9)]!);
  return {
    text,
    hover: { line: 2, character: HEAD.split("\n")[2]!.indexOf(DRUG) + 3 },
    completion: { line: 4, character: HEAD.split("\n")[4]!.length },
    ends,
  };
}

/** A misspelling and the name that is meant. */
export interface Typo {
  readonly word: string;
  readonly name: string;
}

/** One or two random edits of drug names from eight letters on; the first letter stays, as it does in nearly all misspellings. */
export function typos(dataset: Dataset, count: number, seed: number): Typo[] {
  const random = randomOf(seed);
  const { lexicon } = dataset;
  const found: Typo[] = [];
  while (found.length < count) {
    const index = random(lexicon.size);
    const name = lexicon.name(index);
    if (!/^[a-z]{8,}$/.test(name) || dataset.kind(lexicon.entity(index)) !== "known-drug" || lexicon.type(index) !== "inn") continue;
    let word = name;
    for (let edits = 1 + random(2); edits > 0; edits--) word = misspelt(random, word);
    if (word !== name && lexicon.lookUp(word).length === 0) found.push({ word, name });
  }
  return found;
}

function misspelt(random: Random, word: string): string {
  const at = 1 + random(word.length - 2);
  const letter = String.fromCharCode(97 + random(26));
  const edits = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return edits[random(4)]!;
}

const SYLLABLES =
  "ab ba bev ca ci da de do el fe fi ga gli il io ka la li lo ma me mi na ne ni o or pa pe ra ri ro sa se so ta te ti tu va ve vi xa za zo".split(
    " ",
  );
const ENDINGS = "mab tinib ciclib parib limus cept stat platin taxel rubicin".split(" ");

/** A vocabulary of so many drugs with names that nobody has given, a third of them of two words. */
export function madeUp(count: number): Vocabulary {
  const random = randomOf(7);
  const pick = (list: readonly string[]) => list[random(list.length)]!;
  const names = new Set<string>();
  while (names.size < count) {
    const word = Array.from({ length: 2 + random(4) }, () => pick(SYLLABLES)).join("") + pick(ENDINGS);
    names.add(random(3) === 0 ? `${word} ${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}` : word);
  }
  const entries = Array.from(names, (text) => ({
    kind: "known-drug" as const,
    preferred: text,
    detail: "made up",
    names: [{ text, type: "inn" as const, letterCase: "insensitive" as const, context: "none" as const, rank: 40 }],
  }));
  return { entries, english: [], words: new Set(["patients", "received", "with"]), stems: [] };
}
