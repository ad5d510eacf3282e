/** A baseline: findings that were there before, so that only new ones are reported. */
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { overwrite } from "./fix";
import { slashes } from "./paths";
import { reason } from "./reason";

/** First line of the file; what has another is neither read nor written over. */
const TITLE = "# Baseline of metastasis-notes: file, rule, word. Findings listed here are not reported with --baseline.";

/**
 * What a finding is known by: not its line, which moves with every edit above it.
 * @param folder of the baseline, so that paths in it are the same on every machine
 */
export function baselineKey(folder: string, file: string, { rule, word }: { readonly rule: string; readonly word: string }): string {
  return [slashes(path.relative(folder, path.resolve(file))), rule, word.toLowerCase()].map(oneLine).join("\t");
}

/**
 * Reads a baseline.
 * @returns its entries, or why it cannot be used
 */
export function readBaseline(file: string): Set<string> | string {
  try {
    return entriesIn(readFileSync(file, "utf8")) ?? "is no baseline; write one with --write-baseline";
  } catch (fault) {
    return reason(fault);
  }
}

/** The entries of a baseline's text; nothing if it is none. */
function entriesIn(text: string): Set<string> | undefined {
  const [title, ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  return title === TITLE ? new Set(lines.filter((line) => line !== "")) : undefined;
}

/**
 * Writes a baseline, sorted so that it makes small diffs.
 * @returns why it cannot be written; nothing when all is well
 */
export function writeBaseline(file: string, entries: ReadonlySet<string>): string | undefined {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat && !stat.isFile()) return stat.isDirectory() ? "is a folder" : "is no file that can be written over";
    const before = stat ? readFileSync(file, "utf8") : "";
    if (before !== "" && !entriesIn(before)) return "is no baseline, and stays as it is; name another file";
    closeSync(openSync(file, "a"));
    overwrite(file, before, [TITLE, ...[...entries].sort()].map((line) => `${line}\n`).join(""));
    return undefined;
  } catch (fault) {
    return reason(fault);
  }
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]/g, " ");
