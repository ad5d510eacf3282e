/** `metastasis-notes`: the same findings as in the editor, from a terminal. */
import { fstatSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { isMainThread } from "node:worker_threads";
import { version } from "../package.json";
import { HELP, readArguments } from "./cli/arguments";
import { check } from "./cli/check";
import { CHECKING } from "./cli/checkNote";
import { exportNotes } from "./cli/export";
import { lookUp } from "./cli/lookUp";
import { withOwn } from "./cli/ownDataset";
import { workspaceOf } from "./cli/paths";
import { type Opened, serve } from "./cli/pool";
import { isWatched } from "./cli/progress";
import { READING } from "./cli/readMentions";
import { reason } from "./cli/reason";
import { Scopes } from "./cli/scopes";
import { stats } from "./cli/stats";
import type { Surroundings } from "./cli/surroundings";
import { Dataset } from "./dataset/dataset";
import { compileQuickly, workAlone } from "./engine";
import { runTool, TOOLS } from "./features/tools/tools";
import { readShared } from "./threads";
import type { OwnFile } from "./workspace/workspace";

/**
 * Runs the command line.
 * @param args arguments after the program's name
 * @returns exit status
 */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  const read = readArguments(args);
  if (read.command === "wrong") {
    around.error(`${read.problem}\nSee metastasis-notes --help.\n`);
    return 2;
  }
  if (read.command === "help") {
    await around.out(HELP);
    return 0;
  }
  const opened = openDataset(around.dataset);
  if (typeof opened === "string") {
    around.error(`${opened}\n`);
    return 2;
  }
  const { dataset } = opened;
  if (read.command === "version") {
    await around.out(`metastasis-notes ${version}, dataset ${dataset.version} of ${dataset.date}\n`);
    return 0;
  }
  if (read.command === "mcp") return serveAssistants(dataset, read.folder, around);
  if (read.command === "lookup") {
    return lookUp(datasetIn(".", dataset, around), read.name, read.format, around);
  }
  if (read.command === "export") return exportNotes(opened, read.options, read.format, around);
  if (read.command === "stats") return stats(opened, read.options, read.format, around);
  return check(opened, read.options, around);
}

/**
 * The dataset with what a folder and those above it have of their own, as they say it now.
 * @param said what their files said when it was last asked for
 */
function datasetIn(folder: string, dataset: Dataset, { error }: Surroundings, said?: Map<string, OwnFile>): Dataset {
  const absolute = path.resolve(folder);
  const tell = (problem: string) => void error(`${problem}\n`);
  const { own } = new Scopes(dataset, undefined, {}, tell, tell, said).of(absolute, workspaceOf(absolute));
  return withOwn(dataset, own);
}

/** Answers an assistant until it goes away. @returns exit status */
async function serveAssistants(dataset: Dataset, folder: string, around: Surroundings): Promise<number> {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    around.error(`${folder}: ${stat ? "is no folder; name the one that the notes are in" : "there is no such folder"}\n`);
    return 2;
  }
  const { serveTools } = await import("./mcp").catch(() => ({ serveTools: undefined }));
  if (!serveTools) {
    around.error("mcp is not part of the editor's extension, which has its own tools for assistants; install the npm package.\n");
    return 2;
  }
  const said = new Map<string, OwnFile>();
  const problem = await serveTools(version, TOOLS, (name, input) => runTool(datasetIn(folder, dataset, around, said), name, input));
  if (problem !== undefined) around.error(`mcp ended: ${problem}\n`);
  return problem === undefined ? 0 : 2;
}

/** Opens the dataset in memory that threads can share; a sentence where that is impossible. */
function openDataset(file: string): Opened | string {
  try {
    const bytes = readShared(file);
    const dataset = Dataset.open(bytes);
    return typeof dataset === "string"
      ? `The dataset ${file} cannot be used: ${dataset}. Install again, or run the build.`
      : { dataset, bytes };
  } catch (fault) {
    return `The dataset ${file} cannot be read: ${reason(fault)}. Install again, or run the build.`;
  }
}

/** The process that this is, as the surroundings of a run. */
const PROCESS: Surroundings = {
  out: (text) =>
    text === "" || process.stdout.write(text) ? undefined : new Promise((resolve) => process.stdout.once("drain", () => resolve())),
  error: (text) => process.stderr.write(text),
  // a folder there reads as if it were empty
  readInput: async () => (fstatSync(0).isDirectory() ? "is a folder; name it instead of -" : buffer(process.stdin)),
  now: () => performance.now(),
  isTerminal: isWatched(process.stderr, process.env["TERM"]),
  colours: process.stdout.isTTY === true && process.stdout.hasColors(),
  get root() {
    return process.env["GITHUB_WORKSPACE"] ?? process.cwd();
  },
  dataset: path.join(__dirname, "../data/dataset.bin"),
  readme: path.join(__dirname, "../../README.md"),
  script: __filename,
  processors: os.availableParallelism(),
};

function start(): void {
  workAlone();
  process.stderr.on("error", () => process.exit(2));
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
    // whoever reads the output may stop reading: nothing is said, but it is no success, since not all was looked at
    if (fault.code !== "EPIPE") PROCESS.error(`the output cannot be written: ${reason(fault)}\n`);
    process.exit(2);
  });
  try {
    process.cwd();
  } catch {
    PROCESS.error("The current folder is not there any more; change to one that is.\n");
    process.exit(2);
  }
  main(process.argv.slice(2), PROCESS)
    .catch((fault: unknown) => {
      PROCESS.error(`metastasis-notes ${version} failed: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
      return 2;
    })
    .then((status) => {
      process.exitCode = status;
    });
}

if (!isMainThread) {
  compileQuickly();
  serve({ [CHECKING.does]: CHECKING.work, [READING.does]: READING.work });
} else if (require.main === module) start();
