/** A baseline: findings that were there before, so that only new ones are reported. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { slashes } from "./paths";
import { reason } from "./reason";

/** First line of the file; a reader refuses any other. */
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
    const [title, ...lines] = readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/);
    if (title !== TITLE) return "is no baseline; write one with --write-baseline";
    return new Set(lines.filter((line) => line !== ""));
  } catch (fault) {
    return reason(fault);
  }
}

/**
 * Writes a baseline, sorted so that it makes small diffs.
 * @returns why it cannot be written; nothing when all is well
 */
export function writeBaseline(file: string, entries: ReadonlySet<string>): string | undefined {
  try {
    writeFileSync(file, [TITLE, ...[...entries].sort()].map((line) => `${line}\n`).join(""));
    return undefined;
  } catch (fault) {
    return reason(fault);
  }
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]/g, " ");
