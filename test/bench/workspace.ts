/** A workspace of many notes: how long it takes until uses in all of them are known, and how much memory. */
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { USES } from "../../server/protocol";
import { randomOf } from "../dataset/random";
import { ms, type Table } from "./measure";
import { ended, peakOf, speak } from "./servers";
import { DRUG, noteOfSize } from "./texts";

const NOTES = 10_000;
/** Least and greatest length of a note. */
const [SHORTEST, LONGEST] = [1200, 7800];
/** What is to be reached: times reading the files, and MB. */
const [RATIO, MEMORY] = [25, 250];

/** Measures the first question and the second on notes that are written into the system's folder for temporary files. */
export async function manyNotes(root: string, table: Table): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-bench-"));
  try {
    const files = writeNotes(root, folder);
    const readAll = () => {
      const begun = performance.now();
      for (const file of files) readFileSync(file, "utf8");
      return performance.now() - begun;
    };
    const reading = Math.min(readAll(), readAll(), readAll());
    const server = fork(path.join(root, "dist/server/node.js"), ["--node-ipc"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const { request, notify } = speak(server);
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "notes" }];
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    await request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: { workspace } });
    notify("initialized", {});
    const ask = async () => {
      const begun = performance.now();
      await request(USES, { reference: `drug:${DRUG}` });
      return performance.now() - begun;
    };
    const first = await ask();
    const again = Math.min(await ask(), await ask(), await ask());
    const memory = peakOf(server);
    await ended(server);
    table.add(`uses in ${NOTES.toLocaleString("en")} notes, all read`, ms(first), {
      beside: `reading the files ${ms(reading)}`,
      ratio: first / reading,
      goal: RATIO,
    });
    table.add("the same again", ms(again));
    table.add("peak memory, threads included", `${memory.toFixed(0)} MB`, { value: memory, goal: MEMORY, unit: "MB" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Parts of a long note, each with the drug in its head. */
function writeNotes(root: string, folder: string): string[] {
  const random = randomOf(11);
  const { text } = noteOfSize(root, 1 << 20);
  return Array.from({ length: NOTES }, (_, i) => {
    const from = text.indexOf("\n\n", random(text.length - 2 * LONGEST));
    const part = text.slice(from, from + SHORTEST + random(LONGEST - SHORTEST));
    const file = path.join(folder, String(i % 200), `${i}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `# Note ${i}\n\nGiven ${DRUG} 10 mg/kg.${part}\n`);
    return file;
  });
}
