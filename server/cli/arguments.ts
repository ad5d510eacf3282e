/** Reads the arguments of the command line. */
import { parseArgs } from "node:util";
import { EXPORT_FORMATS, type ExportFormat } from "../features/export/formats";
import { messageOf } from "../messageOf";
import { LEVELS, type Level, type RuleId, type RuleLevels, ruleProblem } from "../settings";
import type { Severity } from "./checked";

/** What `--help` prints. */
export const HELP = `Usage: metastasis-notes check [options] FILES, FOLDERS, PATTERNS OR -
       metastasis-notes export [--format FORMAT] FILES, FOLDERS, PATTERNS OR -
       metastasis-notes stats [--format FORMAT] FILES, FOLDERS, PATTERNS OR -
       metastasis-notes lookup [--format FORMAT] NAME
       metastasis-notes mcp [FOLDER]

check reports misspelt and unknown names in Markdown notes, as the editor does.
A folder stands for the notes in it (.md, .markdown and the like, .qmd, .Rmd, .mdx, .ipynb), without hidden folders,
node_modules and what .gitignore names. Of notebooks (.ipynb) the Markdown cells are read.
A pattern such as "notes/**/*.md" is taken where no such file exists; - reads one note from standard input.
Severities of rules come from .metastasis-notes/config.yaml, accepted words from .metastasis-notes/words.txt,
both beside the note or in a folder above it.

  --format FORMAT         text (default), json, sarif, github or tsv
  --severity LEVEL        least severity that is reported: error, warning, information (default) or hint
  --rule ID=LEVEL         severity of a rule, or off; may be given again for others
  --config FILE           this file instead of .metastasis-notes/config.yaml
  --baseline FILE         report only what is not in FILE
  --write-baseline FILE   write what is found to FILE, for --baseline
  --fix                   make the fixes that are certain, report the rest
  --fix --dry-run         print these fixes as a diff, change nothing
  --stdin-filepath FILE   name of the note on standard input
  --version               version of the program and of its dataset
  --help                  this text

export writes the names in notes with their places and identifiers: --format tsv (default), csv, bioc, jsonld, graphml,
glossary, glossary-csv, abbreviations or abbreviations-csv.
stats says what notes talk about: --format text (default) or json.
lookup prints what is known of a drug, target or any other name: --format text (default) or json.
mcp lets assistants look names up and check texts, over the Model Context Protocol on standard input and output,
with what FOLDER (else the current one) and the folders above it have in .metastasis-notes.

Exit status: 0 nothing found (lookup: something), 1 findings (lookup: nothing), 2 something could not be read or done.
`;

/** What findings may be printed as; see `formats/`. */
export const FORMATS = ["text", "json", "sarif", "github", "tsv"] as const;
type FormatName = (typeof FORMATS)[number];

/** What `stats` and `lookup` may be printed as. */
const PLAIN_FORMATS = ["text", "json"] as const;
export type PlainFormat = (typeof PLAIN_FORMATS)[number];

/** Which notes are read. */
export interface NotesOptions {
  readonly paths: readonly string[];
  /** Name of the note on standard input. */
  readonly stdinName: string;
}

/** Options of `check`. */
export interface CheckOptions extends NotesOptions {
  readonly format: FormatName;
  readonly severity: Severity;
  readonly rules: RuleLevels;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** `diff` shows the fixes, `write` makes them. */
  readonly fix: "no" | "diff" | "write";
}

type Arguments =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "mcp"; readonly folder: string }
  | { readonly command: "lookup"; readonly name: string; readonly format: PlainFormat }
  | { readonly command: "export"; readonly options: NotesOptions; readonly format: ExportFormat }
  | { readonly command: "stats"; readonly options: NotesOptions; readonly format: PlainFormat }
  | { readonly command: "check"; readonly options: CheckOptions }
  | { readonly command: "wrong"; readonly problem: string };

const COMMANDS = ["check", "export", "stats", "lookup", "mcp"] as const;
/** The options of commands that do not have all of them. */
const OPTIONS: Readonly<Partial<Record<(typeof COMMANDS)[number], readonly string[]>>> = {
  export: ["format", "stdin-filepath"],
  stats: ["format", "stdin-filepath"],
  lookup: ["format"],
  mcp: [],
};

/** The name of a note on standard input that was given none. */
const STDIN = "<stdin>";

/**
 * Reads the arguments.
 * @param args those after the program's name
 * @returns the command, or what is wrong with it
 */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: {
        format: { type: "string" },
        severity: { type: "string", default: "information" },
        rule: { type: "string", multiple: true, default: [] },
        config: { type: "string" },
        baseline: { type: "string" },
        "write-baseline": { type: "string" },
        fix: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        "stdin-filepath": { type: "string" },
        version: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return { command: "help" };
    if (values.version) return { command: "version" };
    const [command, ...rest] = positionals;
    if (command === undefined) return wrong("say what to do: check, export, stats, lookup or mcp");
    if (!isAmong(command, COMMANDS)) return wrong(`unknown command “${command}”`);
    // a variable that is not set would be no file, or the current folder
    if (tokens.some((token) => "value" in token && token.value === "")) return wrong("an argument is empty");
    for (const token of tokens)
      if (token.kind === "option" && !(OPTIONS[command]?.includes(token.name) ?? true))
        return wrong(`--${token.name} does not go with ${command}`);
    if (command === "mcp") return rest.length > 1 ? wrong("mcp takes one folder") : { command, folder: rest[0] ?? "." };
    const { format = command === "export" ? "tsv" : "text", severity, fix, "dry-run": dryRun } = values;
    const unknown = (formats: readonly string[]) => wrong(`unknown format “${format}”; ${command} has ${formats.join(", ")}`);
    if (command === "lookup") {
      if (!isAmong(format, PLAIN_FORMATS)) return unknown(PLAIN_FORMATS);
      return rest.length > 0 ? { command, name: rest.join(" "), format } : wrong("no name given");
    }
    const stdinName = values["stdin-filepath"];
    const paths = rest.length === 0 && stdinName !== undefined ? ["-"] : rest;
    if (paths.length === 0) return wrong("no files given");
    if (stdinName !== undefined && !paths.includes("-")) return wrong("--stdin-filepath goes with -, which reads standard input");
    const notes: NotesOptions = { paths, stdinName: stdinName ?? STDIN };
    if (command === "export") return isAmong(format, EXPORT_FORMATS) ? { command, options: notes, format } : unknown(EXPORT_FORMATS);
    if (command === "stats") return isAmong(format, PLAIN_FORMATS) ? { command, options: notes, format } : unknown(PLAIN_FORMATS);
    if (!isAmong(format, FORMATS)) return unknown(FORMATS);
    if (!isAmong(severity, SEVERITIES)) return wrong(`unknown severity “${severity}”; there are ${SEVERITIES.join(", ")}`);
    const { config, baseline, "write-baseline": writeBaseline } = values;
    const options = { ...notes, format, severity, config, baseline, writeBaseline, fix: fix ? (dryRun ? "diff" : "write") : "no" } as const;
    const problem = dryRun && !fix ? "--dry-run goes with --fix" : clashIn(options);
    if (problem) return wrong(problem);
    const rules = rulesIn(values.rule);
    return typeof rules === "string" ? wrong(rules) : { command, options: { ...options, rules } };
  } catch (fault) {
    return wrong(optionProblem(messageOf(fault)));
  }
}

/** What is wrong with an option, said shorter than Node says it. */
function optionProblem(message: string): string {
  const unknown = /^Unknown option '(.+?)'(?:\.\s|$)/s.exec(message)?.[1];
  if (unknown !== undefined)
    return `unknown option ${unknown}${unknown.startsWith("--") ? "" : "; write ./ before a file whose name begins so"}`;
  const option = /--[\w-]+/.exec(message)?.[0] ?? "";
  return message.includes("does not take") ? `${option} takes no value` : `${option} wants a value`;
}

/** What of the options of `check` does not go together; nothing where all does. */
function clashIn({ fix, format, paths, baseline, writeBaseline }: Omit<CheckOptions, "rules">): string | undefined {
  if (fix === "diff" && format !== "text") return "--dry-run prints a diff and goes with no --format";
  if (fix !== "no" && format !== "text" && paths.includes("-"))
    return "--fix prints a note of standard input and goes with no --format then";
  if (baseline !== undefined && writeBaseline !== undefined) return "--baseline and --write-baseline do not go together";
  return fix !== "no" && writeBaseline !== undefined ? "--fix and --write-baseline do not go together" : undefined;
}

/** Severities as `--rule` gives them, "misspelled-name=error"; or what is wrong with one of them. */
function rulesIn(all: readonly string[]): RuleLevels | string {
  const rules: RuleLevels = {};
  for (const given of all) {
    const [rule = "", level, ...more] = given.split("=");
    const problem = level === undefined || more.length > 0 ? "write it as --rule misspelled-name=error" : ruleProblem(rule, level);
    if (problem) return `--rule ${given}: ${problem}`;
    rules[rule as RuleId] = level as Level;
  }
  return rules;
}

const SEVERITIES = LEVELS.filter((level): level is Severity => level !== "off");
const wrong = (problem: string): Arguments => ({ command: "wrong", problem });
const isAmong = <T extends string>(value: string, allowed: readonly T[]): value is T => allowed.includes(value as T);
