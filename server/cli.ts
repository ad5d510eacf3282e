/** `metastasis-notes check notes/`: the same findings as in the editor, from a terminal. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { version } from "../package.json";
import { Dataset } from "./dataset/dataset";
import { type Finding, findings } from "./features/diagnostics";
import { unreadMessage } from "./note/input";
import { Note } from "./note/note";
import { toSarif } from "./sarif";
import { DEFAULTS } from "./settings";

const HELP = `Usage: metastasis-notes check [--format text|json|sarif] FILES AND FOLDERS…

Reports misspelt and unknown drug names in Markdown notes, as the editor does.
A folder stands for the notes in it (.md, .markdown), without hidden folders and node_modules.

  --format FORMAT   text (default), json or sarif
  --version         version of the program and of its dataset
  --help            this text

Exit status: 0 nothing found, 1 findings, 2 something could not be read.
`;

/** A note's findings with their places. */
export interface Report {
  readonly file: string;
  readonly note: Note;
  readonly findings: readonly Finding[];
}

/** Where output goes; tests give their own. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Runs the command line.
 * @param args arguments after the program's name
 * @returns exit status
 */
export function main(args: readonly string[], { out, error }: Output): number {
  let options: { format?: string; version?: boolean; help?: boolean };
  let positionals: string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string" }, version: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    options = parsed.values;
    positionals = parsed.positionals;
  } catch (fault) {
    error(`${fault instanceof Error ? fault.message : String(fault)}\nSee metastasis-notes --help.\n`);
    return 2;
  }
  if (options.help) {
    out(HELP);
    return 0;
  }
  const dataset = openDataset();
  if (typeof dataset === "string") {
    error(`${dataset}\n`);
    return 2;
  }
  if (options.version) {
    out(`metastasis-notes ${version}, dataset ${dataset.version} of ${dataset.date}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  const format = options.format ?? "text";
  if (command !== "check" || paths.length === 0 || !["text", "json", "sarif"].includes(format)) {
    const what =
      command !== "check" ? `unknown command “${command ?? ""}”` : paths.length === 0 ? "no files given" : `unknown format “${format}”`;
    error(`${what}\n\n${HELP}`);
    return 2;
  }
  return check(dataset, paths, format, { out, error });
}

function check(dataset: Dataset, paths: readonly string[], format: string, { out, error }: Output): number {
  let failed = false;
  let count = 0;
  const fail = (message: string) => {
    failed = true;
    error(`${message}\n`);
  };
  const reports: Report[] = [];
  const seen = new Set<string>();
  for (const file of paths.flatMap((given) => notesIn(given, fail))) {
    const real = realpathSync(file);
    if (seen.has(real)) continue;
    seen.add(real);
    const text = readNote(file, fail);
    if (text === undefined) continue;
    const note = Note.create(file, "markdown", 0, text);
    const report = { file, note, findings: findings(dataset, note, DEFAULTS).filter((finding) => finding.level !== "hint") };
    count += report.findings.length;
    if (note.unreadLines > 0) error(`${file}: ${unreadMessage(note.unreadLines)}\n`);
    if (format === "text") out(report.findings.map((finding) => `${textLine(report, finding)}\n`).join(""));
    else if (report.findings.length > 0) reports.push(report);
  }
  if (format === "json")
    out(
      `${JSON.stringify(
        reports.flatMap((report) => report.findings.map((finding) => toJson(report, finding))),
        null,
        2,
      )}\n`,
    );
  if (format === "sarif") out(`${JSON.stringify(toSarif(reports, version), null, 2)}\n`);
  return failed ? 2 : count > 0 ? 1 : 0;
}

function textLine({ file, note }: Report, finding: Finding): string {
  const { line, character } = note.positionAt(finding.from);
  return `${file}:${line + 1}:${character + 1} ${finding.level} ${finding.message} [${finding.rule}]`;
}

/** A finding as an object: line and column from 1, columns in UTF-16 units. */
function toJson({ file, note }: Report, finding: Finding): object {
  const start = note.positionAt(finding.from);
  const end = note.positionAt(finding.to);
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: finding.level,
    code: finding.rule,
    message: finding.message,
    replacements: finding.replacements,
  };
}

/** The notes that a path stands for. */
function notesIn(given: string, fail: (message: string) => void): string[] {
  try {
    const stat = statSync(given);
    if (stat.isFile()) return [given];
    if (!stat.isDirectory()) {
      fail(`${given}: is neither a file nor a folder`);
      return [];
    }
    const entries = readdirSync(given, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
      if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
      const inside = path.join(given, entry.name);
      if (entry.isDirectory()) return notesIn(inside, fail);
      return isNote(entry, inside) ? [inside] : [];
    });
  } catch (fault) {
    fail(`${given}: ${reason(fault)}`);
    return [];
  }
}

/** Whether an entry of a folder is a note, or a link to one. */
function isNote(entry: Dirent, file: string): boolean {
  if (!/\.(md|markdown)$/i.test(entry.name)) return false;
  return entry.isFile() || (entry.isSymbolicLink() && statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function readNote(file: string, fail: (message: string) => void): string | undefined {
  try {
    const bytes = readFileSync(file);
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      fail(`${file}: is UTF-16 text; save it as UTF-8`);
      return undefined;
    }
    const text = bytes.toString("utf8");
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  } catch (fault) {
    fail(`${file}: ${reason(fault)}`);
    return undefined;
  }
}

/** Why a file could not be read, in words. */
function reason(fault: unknown): string {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "may not be read (permissions)";
  return message ?? String(fault);
}

function openDataset(): Dataset | string {
  const file = path.join(__dirname, "../data/dataset.bin");
  try {
    const opened = Dataset.open(readFileSync(file));
    return typeof opened === "string" ? `The dataset ${file} cannot be used: ${opened}. Install again, or run the build.` : opened;
  } catch (fault) {
    return `The dataset ${file} cannot be read: ${reason(fault)}. Install again, or run the build.`;
  }
}

if (require.main === module) {
  // whoever reads the output may stop reading
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => process.exit(fault.code === "EPIPE" ? 0 : 2));
  process.exitCode = main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
}
