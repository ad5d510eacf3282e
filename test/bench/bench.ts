/**
 * `npm run bench`: how long we take, beside what nobody can go below and beside spell checkers with the same names.
 * All is measured by turns in one run: ratios count, since machines and their load differ. Each figure stands beside its goal.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { Dataset } from "../../server/dataset/dataset";
import { growth, readingAlone, suggestions } from "./core";
import { ms, Table } from "./measure";
import { type OwnNames, ownNames } from "./ownNames";
import { type Checked, checker, type Peers, type Session, session } from "./servers";
import { type BenchNote, noteOfSize, typos } from "./texts";

const SIZES = [
  ["5 kB", 5 << 10],
  ["100 kB", 100 << 10],
  ["1 MB", 1 << 20],
] as const;
/** Rounds of starts, and how many of them go on to type. */
const ROUNDS = 9;
const TYPING = 3;

/**
 * Runs all benchmarks and prints them.
 * @param root the checkout, built
 */
export async function run(root: string): Promise<void> {
  const bytes = readFileSync(path.join(root, "dist/data/dataset.bin"));
  const dataset = Dataset.open(bytes);
  if (typeof dataset === "string") throw new Error(dataset);
  const notes = new Map(SIZES.map(([label, size]) => [label as string, noteOfSize(root, size)]));
  const table = new Table();
  const wrong = typos(dataset, 600, 5);
  console.log(`${dataset.lexicon.size} names, ${dataset.recordCount} records; node ${process.version}`);
  const peers = await spellCheckers(
    root,
    dataset,
    [...notes.values()],
    wrong.slice(0, 20).map(({ word }) => word),
  );
  await servers(root, table, notes, peers);
  readingAlone(dataset, table, notes.get("1 MB")!.text);
  suggestions(dataset, table, wrong, peers);
  growth(root, dataset, table);
  table.end();
}

/** Installs the spell checkers where they are not yet, and runs each once. */
async function spellCheckers(root: string, dataset: Dataset, notes: readonly BenchNote[], words: readonly string[]): Promise<Peers> {
  const folder = path.join(root, "test/bench/peers");
  const found = new Map<string, Checked>();
  try {
    if (!existsSync(path.join(folder, "node_modules")))
      execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], {
        cwd: folder,
        stdio: "pipe",
        shell: process.platform === "win32",
      });
  } catch (error) {
    console.log(
      `spell checkers cannot be installed (${error instanceof Error ? error.message.split("\n")[0] : error}); the rest is measured without them`,
    );
    return found;
  }
  const names = path.join(root, "dist/build/names.txt");
  mkdirSync(path.dirname(names), { recursive: true });
  writeFileSync(names, Array.from({ length: dataset.lexicon.size }, (_, i) => dataset.lexicon.name(i)).join("\n"));
  for (const peer of ["nspell", "cspell"]) {
    try {
      found.set(
        peer,
        await checker(
          path.join(folder, "check.mjs"),
          peer,
          names,
          notes.map(({ text }) => text),
          words,
        ),
      );
    } catch (error) {
      console.log(`${peer} cannot be measured: ${error instanceof Error ? error.message : error}`);
    }
  }
  return found;
}

/** Start, keystroke, hover, completion and memory of our server beside the no-op one. */
async function servers(root: string, table: Table, notes: ReadonlyMap<string, BenchNote>, peers: Peers): Promise<void> {
  const noop = path.join(root, "dist/build/noop.js");
  await build({
    entryPoints: [path.join(root, "test/bench/noop.ts")],
    outfile: noop,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  const own = ownNames(20);
  own.write();
  const server = path.join(root, "dist/server/node.js");
  const files = [[server], [noop], [server, own]] as ReadonlyArray<readonly [string, OwnNames?]>;
  const best = new Map([...notes.keys()].map((label) => [label, files.map((): Partial<Session> => ({}))]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [label, note] of notes) {
      for (const i of round % 2 === 0 ? [0, 1, 2] : [2, 1, 0]) {
        const [file, folder] = files[i]!;
        const took = await session(file, note, round >= 0 && round < TYPING ? 100 : 0, folder);
        if (round < 0) continue;
        const held = best.get(label)![i]!;
        for (const key of Object.keys(took) as Array<keyof Session>)
          held[key] = Math.min(held[key] ?? Number.POSITIVE_INFINITY, took[key]!);
      }
    }
  }
  own.remove();
  const row = (name: string, label: string, key: keyof Session, goal: number, others = "") => {
    const [own, floor, withOwn] = best.get(label)!.map((held) => held[key]!) as [number, number, number];
    table.add(`${name}, ${label}`, ms(own), { beside: `no-op ${ms(floor)}${others}`, ratio: own / floor, goal });
    table.add(`${name}, ${label}, 20,000 own names`, ms(withOwn), { beside: `without ${ms(own)}`, ratio: withOwn / floor, goal });
  };
  row("start to first hover", "5 kB", "start", 1.25);
  row("start to first hover", "1 MB", "start", 1.6);
  for (const [peer, { start }] of peers) {
    const own = best.get("5 kB")![0]!.start!;
    table.add(`${peer}'s start to first check, 5 kB`, ms(own), {
      beside: `${peer} ${ms(start)}`,
      ratio: start / own,
      ...(peer === "cspell" ? { goal: 25, least: true } : {}),
    });
  }
  [...notes.keys()].forEach((label, i) => {
    const others = [...peers].map(([peer, { texts }]) => `, ${peer} ${ms(texts[i])}`).join("");
    row("keystroke to findings", label, "keystroke", [3, 3, 2][i]!, others);
  });
  row("hover", "5 kB", "hover", 1.5);
  row("completion", "5 kB", "completion", 1.5);
  const [load, pause] = [best.get("5 kB")![2]!.load!, best.get("5 kB")![2]!.pause!];
  table.add("20,000 own names are read, while typing", ms(load), { value: load, goal: 500, unit: "ms" });
  table.add("longest keystroke meanwhile, 5 kB", ms(pause), { value: pause, goal: 50, unit: "ms" });
  const [alone, floor] = best.get("5 kB")!.map((held) => held.memory!) as [number, number];
  const others = [...peers].map(([peer, { memory }]) => `, ${peer} ${memory.toFixed(0)}`).join("");
  table.add("peak memory, 5 kB", `${alone.toFixed(1)} MB`, {
    beside: `no-op ${floor.toFixed(1)}${others}`,
    value: alone - floor,
    goal: 24,
    unit: "MB more",
  });
}
