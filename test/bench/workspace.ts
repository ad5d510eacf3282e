/**
 * A workspace of many notes: how long it takes until uses in all of them are known, how long the command line checks them, and
 * how much memory the server takes. All are whole programs from their start to their answer, by turns, the least of some rounds:
 * our server, the command line, and one that finds the same notes and reads them as UTF-8. What a program that has read them
 * before needs to read them again would be no measure: it is warm, ours begin cold.
 */
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { USES } from "../../server/protocol";
import { randomOf } from "../random";
import { ms, type Table } from "./measure";
import { ended, peakOf, speak } from "./servers";
import { DRUG, noteOfSize } from "./texts";

const NOTES = 10_000;
/** Least and greatest length of a note. */
const [SHORTEST, LONGEST] = [1200, 7800];
const ROUNDS = 3;
/** What is to be reached: times reading the files, times checking them, and MB. */
const [OF_READING, OF_CHECKING, MEMORY] = [25, 1, 250];

/** Finds the notes in a folder and reads them. */
const READ = `
const { readdirSync, readFileSync } = require("node:fs");
for (const one of readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))
  if (one.isFile()) readFileSync((one.parentPath ?? one.path) + "/" + one.name, "utf8");
`;

/** What the server took from its start to the first answer, what it took to answer again, and its peak memory in MB. */
interface Answered {
  readonly first: number;
  readonly again: number;
  readonly memory: number;
}

/** Measures on notes that are written into the system's folder for temporary files. */
export async function manyNotes(root: string, table: Table): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-bench-"));
  try {
    writeNotes(root, folder);
    const least = { read: Number.POSITIVE_INFINITY, checked: Number.POSITIVE_INFINITY };
    const answers: Answered[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      least.read = Math.min(least.read, await run(["-e", READ, folder]));
      answers.push(await answer(root, folder));
      least.read = Math.min(least.read, await run(["-e", READ, folder]));
      least.checked = Math.min(least.checked, await run([path.join(root, "dist/server/cli.js"), "check", folder]));
    }
    const leastOf = (key: keyof Answered) => Math.min(...answers.map((one) => one[key]));
    const [first, memory] = [leastOf("first"), Math.max(...answers.map((one) => one.memory))];
    const beside = `reading them ${ms(least.read)}`;
    const notes = `${NOTES.toLocaleString("en")} notes`;
    table.add(`check of ${notes}`, ms(least.checked), { beside, ratio: least.checked / least.read, goal: OF_READING });
    table.add(`start to uses in ${notes}`, ms(first), { beside, ratio: first / least.read, goal: OF_READING });
    table.add("the same", ms(first), { beside: `check ${ms(least.checked)}`, ratio: first / least.checked, goal: OF_CHECKING });
    table.add("the same again", ms(leastOf("again")));
    table.add("peak memory, threads included", `${memory.toFixed(0)} MB`, { value: memory, goal: MEMORY, unit: "MB" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program of Node to its end. @returns how long that took, in milliseconds */
async function run(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  await once(spawn(process.execPath, args, { stdio: "ignore" }), "exit");
  return performance.now() - begun;
}

async function answer(root: string, folder: string): Promise<Answered> {
  const begun = performance.now();
  const server = fork(path.join(root, "dist/server/node.js"), ["--node-ipc"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const { request, notify } = speak(server);
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "notes" }];
  const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
  await request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: { workspace } });
  notify("initialized", {});
  const ask = async (from: number) => {
    await request(USES, { reference: `drug:${DRUG}` });
    return performance.now() - from;
  };
  const first = await ask(begun);
  const again = Math.min(await ask(performance.now()), await ask(performance.now()));
  const memory = peakOf(server);
  await ended(server);
  return { first, again, memory };
}

/** Parts of a long note, each with the drug in its head. */
function writeNotes(root: string, folder: string): void {
  const random = randomOf(11);
  const { text } = noteOfSize(root, 1 << 20);
  for (let i = 0; i < NOTES; i++) {
    const from = text.indexOf("\n\n", random(text.length - 2 * LONGEST));
    const part = text.slice(from, from + SHORTEST + random(LONGEST - SHORTEST));
    const file = path.join(folder, String(i % 200), `${i}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `# Note ${i}\n\nGiven ${DRUG} 10 mg/kg.${part}\n`);
  }
}
