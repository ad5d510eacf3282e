/** A lab's own 20,000 names: start and keystroke with them, and how long they take to be read while somebody types. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pick, type Random, randomOf } from "../random";

const ROWS = 20_000;
const SYLLABLES = "ba be di fo ga ki la lo ma mi na ne po ra ri so ta te vi zu".split(" ");

/** A folder of notes with names of its own. */
export interface OwnNames {
  /** Address of the folder. */
  readonly folder: string;
  /** Address of the table. */
  readonly table: string;
  /** Writes the table anew; a name that only this table has is on its last row. @returns that name */
  write(): string;
  remove(): void;
}

/** Makes a folder with a table of names: codes, words, words with numbers, names of several words. */
export function ownNames(seed: number): OwnNames {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bench-own-"));
  const file = path.join(folder, ".metastasis-notes/names.tsv");
  const rows = rowsOf(randomOf(seed));
  let written = 0;
  mkdirSync(path.dirname(file));
  return {
    folder: pathToFileURL(folder).href,
    table: pathToFileURL(file).href,
    write: () => {
      const last = `QZ-${++written}00417`;
      writeFileSync(file, `name\tkind\tpreferred\tnote\n${rows.join("\n")}\n${last}\tdrug\t\tThe last row.\n`);
      return last;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function rowsOf(random: Random): string[] {
  return Array.from({ length: ROWS - 1 }, (_, i) => {
    const word = Array.from({ length: 2 + random(3) }, () => pick(random, SYLLABLES)).join("");
    const name = [`MB-${i}`, `${word}${i}`, `${word} factor ${i}`, `${word}tinib-${i}`][random(4)];
    const preferred = i > 9 && random(5) === 0 ? `MB-${random(i)}` : "";
    return [name, pick(random, ["drug", "drug", "target", "process"]), preferred, random(3) ? `Our note on number ${i}.` : ""].join("\t");
  });
}
