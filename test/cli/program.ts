/** Runs the program as it is installed. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "../client";
import type { Run } from "./run";

export const PROGRAM = path.join(ROOT, "dist/server/cli.js");

export function runProgram(args: readonly string[], options: SpawnSyncOptions = {}, script = PROGRAM): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { status, out: stdout?.toString() ?? "", error: stderr?.toString() ?? "" };
}
