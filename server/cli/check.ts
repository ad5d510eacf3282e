/** `metastasis-notes check`: goes through the notes and prints what is found. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import type { Dataset } from "../dataset/dataset";
import { counted } from "../features/counted";
import type { CheckOptions } from "./arguments";
import { baselineKey, readBaseline, writeBaseline } from "./baseline";
import type { Checked } from "./checked";
import { CHECKING, type NoteOptions } from "./checkNote";
import { Files } from "./files";
import type { About, Format } from "./formats/format";
import { githubFormat } from "./formats/github";
import { jsonFormat } from "./formats/json";
import { sarifFormat } from "./formats/sarif";
import { printable, textFormat } from "./formats/text";
import { tsvFormat } from "./formats/tsv";
import { onNotes } from "./pool";
import { Progress } from "./progress";
import { Scopes } from "./scopes";
import type { Surroundings } from "./surroundings";

/**
 * Checks notes.
 * @param bytes of the dataset, in memory that threads can share
 * @returns exit status: 0 nothing found, 1 findings, 2 something could not be read or done
 */
export async function check(dataset: Dataset, bytes: Uint8Array, options: CheckOptions, around: Surroundings): Promise<number> {
  const problems: string[] = [];
  const progress = around.isTerminal ? new Progress(around.error, around.now) : undefined;
  const fail = (problem: string) => {
    problems.push(problem);
    tell(problem);
  };
  const tell = (line: string) => {
    progress?.clear();
    around.error(`${printable(line)}\n`);
  };

  const baseline = options.baseline === undefined ? new Set<string>() : readBaseline(options.baseline);
  if (typeof baseline === "string") fail(`${options.baseline}: ${baseline}`);
  const baselineFolder = path.dirname(path.resolve(options.baseline ?? options.writeBaseline ?? "."));
  const noteOptions: NoteOptions = {
    severity: options.severity,
    fix: options.fix,
    known: typeof baseline === "string" ? new Set() : baseline,
    baselineFolder,
  };
  const files = new Files(new Scopes(dataset, options.config, options.rules, fail), fail, tell);
  // a diff, a mended note and the word that a baseline was written stand alone on standard output
  const mendsStdin = options.fix === "write" && options.paths.includes("-");
  const format = formatOf(options, { version, dataset: dataset.version }, around);
  const print = mendsStdin || options.fix === "diff" || options.writeBaseline !== undefined ? undefined : format;
  const entries = new Set<string>();
  let [notes, found, mended, withFindings] = [0, 0, 0, 0];

  const take = async (checked: Checked): Promise<void> => {
    notes++;
    found += checked.findings.length;
    mended += checked.mended;
    if (checked.findings.length > 0) withFindings++;
    for (const problem of checked.problems) (checked.failed ? fail : tell)(`${checked.file}: ${problem}`);
    if (options.writeBaseline !== undefined)
      for (const finding of checked.findings) entries.add(baselineKey(baselineFolder, checked.file, finding));
    const text = checked.diff ?? checked.text ?? print?.note(checked) ?? "";
    if (text !== "") {
      progress?.clear();
      await around.out(text);
    }
    if (mendsStdin) around.error(format.note(checked));
    progress?.tell(notes, found);
  };

  await around.out(print?.begin() ?? "");
  const task = { ...CHECKING, options: noteOptions };
  for await (const [, checked] of onNotes(options, files, task, dataset, bytes, around)) await take(checked);
  if (options.writeBaseline !== undefined) {
    const problem = writeBaseline(options.writeBaseline, entries);
    if (problem) fail(`${options.writeBaseline}: ${problem}`);
    else tell(`${counted(entries.size, "finding")} written to ${options.writeBaseline}`);
  }
  await around.out(print?.end(problems) ?? "");
  if (mended > 0) tell(`${counted(mended, "word")} ${options.fix === "diff" ? "would be mended" : "mended"}`);
  if (progress && print && options.format === "text")
    tell(
      found > 0
        ? `${counted(found, "finding")} in ${withFindings} of ${counted(notes, "note")}`
        : `${counted(notes, "note")}, nothing found`,
    );
  if (problems.length > 0) return 2;
  return (found > 0 && options.writeBaseline === undefined) || (options.fix === "diff" && mended > 0) ? 1 : 0;
}

/** A file's text with lines as Unix ends them; empty where it cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}

function formatOf({ format }: CheckOptions, about: About, { colours, root, readme }: Surroundings): Format {
  if (format === "json") return jsonFormat(about);
  if (format === "sarif") return sarifFormat(about, textOf(readme));
  if (format === "github") return githubFormat(root);
  return format === "tsv" ? tsvFormat(about) : textFormat(colours);
}
