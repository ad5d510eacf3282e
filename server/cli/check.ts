/** `metastasis-notes check`: goes through the notes and prints what is found. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { counted } from "../features/counted";
import type { CheckOptions } from "./arguments";
import { baselineKey, readBaseline, writeBaseline } from "./baseline";
import type { Checked } from "./checked";
import { CHECKING, type NoteOptions } from "./checkNote";
import { Files } from "./files";
import type { About, Format } from "./formats/format";
import { githubFormat } from "./formats/github";
import { jsonFormat } from "./formats/json";
import { moreThanShown, sarifFormat } from "./formats/sarif";
import { textFormat } from "./formats/text";
import { tsvFormat } from "./formats/tsv";
import { type Opened, onNotes } from "./pool";
import { Progress } from "./progress";
import { Scopes } from "./scopes";
import type { Surroundings } from "./surroundings";
import { Telling, tellLeftOut } from "./telling";

/** The counts over all notes. */
interface Counts {
  notes: number;
  findings: number;
  /** How many notes have findings. */
  withFindings: number;
  /** How many words were mended, or would be by the diff. */
  mended: number;
  /** How many documents are no notes. */
  leftOut: number;
}

/**
 * Checks notes.
 * @returns exit status: 0 nothing found, 1 findings, 2 something could not be read or done
 */
export async function check(opened: Opened, options: CheckOptions, around: Surroundings): Promise<number> {
  const { dataset } = opened;
  const progress = around.isTerminal ? new Progress(around.error, around.now) : undefined;
  const telling = new Telling(around, progress);
  const { tell, fail, problems } = telling;
  const noteOptions = noteOptionsOf(options, telling);
  const files = new Files(new Scopes(dataset, options.config, options.rules, fail, tell), fail, tell);
  // a diff, a mended note and the word that a baseline was written stand alone on standard output
  const mendsStdin = options.fix === "write" && options.paths.includes("-");
  const format = formatOf(options, { version, dataset: dataset.version }, around);
  const print = mendsStdin || options.fix === "diff" || options.writeBaseline !== undefined ? undefined : format;
  const entries = new Set<string>();
  const counts: Counts = { notes: 0, findings: 0, withFindings: 0, mended: 0, leftOut: 0 };

  await around.out(print?.begin?.() ?? "");
  for await (const [, checked] of onNotes(options, files, { ...CHECKING, options: noteOptions }, opened, around)) {
    count(checked, counts);
    for (const problem of checked.problems) (checked.failed ? fail : tell)(`${checked.file}: ${problem}`);
    if (options.writeBaseline !== undefined)
      for (const finding of checked.findings) entries.add(baselineKey(noteOptions.baselineFolder, checked.file, finding));
    const text = checked.diff ?? checked.text ?? print?.note(checked) ?? "";
    if (text !== "") {
      progress?.clear();
      await around.out(text);
    }
    if (mendsStdin) around.error(format.note(checked));
    progress?.tell(counts.notes, counts.findings);
  }
  if (options.writeBaseline !== undefined) {
    const problem = writeBaseline(options.writeBaseline, entries);
    if (problem) fail(`${options.writeBaseline}: ${problem}`);
    else tell(`${counted(entries.size, "finding")} written to ${options.writeBaseline}`);
  }
  await around.out(print?.end?.(problems) ?? "");
  if (counts.mended > 0) tell(`${counted(counts.mended, "word")} ${options.fix === "diff" ? "would be mended" : "mended"}`);
  const unshown = print && options.format === "sarif" ? moreThanShown(counts.findings) : undefined;
  if (unshown) tell(unshown);
  tellLeftOut(counts.leftOut, tell);
  if (progress && print && options.format === "text") tell(summary(counts));
  if (problems.length > 0) return 2;
  return (counts.findings > 0 && options.writeBaseline === undefined) || (options.fix === "diff" && counts.mended > 0) ? 1 : 0;
}

/** The options for `checkNote`, with the baseline read; an empty one if it cannot be. */
function noteOptionsOf({ severity, fix, baseline, writeBaseline }: CheckOptions, { fail }: Telling): NoteOptions {
  const known = baseline === undefined ? new Set<string>() : readBaseline(baseline);
  if (typeof known === "string") fail(`${baseline}: ${known}`);
  const baselineFolder = path.dirname(path.resolve(baseline ?? writeBaseline ?? "."));
  return { severity, fix, known: typeof known === "string" ? new Set() : known, baselineFolder };
}

function count({ findings, mended, isLeftOut }: Checked, counts: Counts): void {
  counts[isLeftOut ? "leftOut" : "notes"]++;
  counts.findings += findings.length;
  counts.mended += mended;
  if (findings.length > 0) counts.withFindings++;
}

/** What a terminal is told at the end. */
const summary = ({ notes, findings, withFindings }: Counts): string =>
  findings > 0
    ? `${counted(findings, "finding")} in ${withFindings} of ${counted(notes, "note")}`
    : `${counted(notes, "note")}, nothing found`;

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
  if (format === "sarif") return sarifFormat(about, textOf(readme), root);
  if (format === "github") return githubFormat(root);
  return format === "tsv" ? tsvFormat(about) : textFormat(colours);
}
