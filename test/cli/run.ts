/** Runs the command line in this process, on notes in a folder of its own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { main } from "../../server/cli";
import type { Surroundings } from "../../server/cli/surroundings";
import { ROOT } from "../client";
import { temporaryFolder, writeFiles } from "../temporary";

/** A note with one finding: misspelled-name at 1:28. */
export const DOSE = "Patients were treated with bevacizumb 10 mg/kg.\n";

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** A finding of `--format json`. */
export interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly word: string;
  readonly message: string;
  readonly replacements: readonly string[];
  readonly dataset: string;
}

/** Runs `metastasis-notes` with arguments. */
export const run = (...args: string[]): Promise<Run> => runIn({}, ...args);

/**
 * Runs `metastasis-notes` where something is not as usual.
 * @param input what stands on standard input
 */
export async function runIn({ input = "", ...others }: Partial<Surroundings> & { input?: string }, ...args: string[]): Promise<Run> {
  let [out, error] = ["", ""];
  const status = await main(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    readInput: async () => Buffer.from(input),
    now: () => 0,
    isTerminal: false,
    colours: false,
    root: process.cwd(),
    dataset: path.join(ROOT, "dist/data/dataset.bin"),
    readme: path.join(ROOT, "README.md"),
    script: undefined,
    processors: 1,
    ...others,
  });
  return { status, out, error };
}

/** Does something in a folder as the current one. */
export async function inside<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  return work().finally(() => process.chdir(before));
}

/** A folder for the notes of each test of a suite; call it where the suite is described. */
export function inFolder() {
  let folder = "";
  beforeEach(() => {
    folder = temporaryFolder();
  });

  const at = (name: string): string => path.join(folder, name);
  const json = async (...args: string[]): Promise<Found[]> => JSON.parse((await run("check", "--format", "json", ...args)).out) as Found[];
  return {
    at,
    /** Writes a file. @returns its path */
    write(name: string, text: string | Buffer = DOSE): string {
      writeFiles(folder, { [name]: text });
      return at(name);
    },
    read: (name: string): string => readFileSync(at(name), "utf8"),
    /** What is found. */
    json,
    /** Where something is found: "a.md:1:28". */
    async places(...args: string[]): Promise<string[]> {
      return (await json(...args)).map(({ file, line, column }) => `${path.relative(folder, path.resolve(file))}:${line}:${column}`);
    },
    /** The words that are found. */
    words: async (...args: string[]): Promise<string[]> => (await json(...args)).map(({ word }) => word),
    /** Does something in the folder as the current one. */
    inside: <T>(work: () => Promise<T>): Promise<T> => inside(folder, work),
    /** That a run could not do something: its message, and exit status 2. */
    async fails(message: string | RegExp, ...args: string[]): Promise<void> {
      const { status, error } = await run("check", ...args);
      assert.match(error, typeof message === "string" ? new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : message);
      assert.equal(status, 2);
    },
  };
}
