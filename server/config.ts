/** `.metastasis-notes/config.yaml`: what holds for the notes beside it and below. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Level, PREFERENCES, type RuleId, type RuleLevels, ruleProblem, type Settings } from "./settings";
import { inYaml } from "./workspace/inYaml";

/** What is wrong with a file, and how to mend it. Line and column from 1. */
interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Prefer = Settings["completion"]["prefer"];

/** What a configuration says. */
export interface ConfigRead {
  readonly rules: RuleLevels;
  /** Languages of the documents that are notes, by the editor's identifiers; nothing if it does not say. */
  readonly languages?: readonly string[];
  /** What completion writes; see the setting. */
  readonly prefer?: Prefer;
  readonly problems: readonly ConfigProblem[];
}

/** Greatest length of a configuration, in UTF-16 units: the parser compares each key with all others. */
const LONGEST = 20_000;
/** How many problems are told, at most. */
const MOST_PROBLEMS = 100;

/** A configuration that is being read: what it says so far. */
interface Reading {
  readonly text: string;
  readonly rules: RuleLevels;
  languages?: readonly string[];
  prefer?: Prefer;
  /** Notes a problem at an offset of the text. */
  readonly tell: (offset: number, message: string) => void;
}

const READERS: Readonly<Record<string, (node: unknown, reading: Reading) => void>> = {
  rules: readRules,
  languages: readLanguages,
  completion: readCompletion,
};

/**
 * Reads a configuration.
 * @param text YAML such as `rules: { misspelled-name: error }`
 * @returns what of it is sound, and a problem for each part that is not
 */
export function readConfig(text: string): ConfigRead {
  const problems: ConfigProblem[] = [];
  const lines = new LineCounter();
  const tell = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    if (problems.length < MOST_PROBLEMS) problems.push({ line: Math.max(1, line), column: Math.max(1, col), message });
  };
  if (text.length > LONGEST) {
    tell(0, `the configuration is longer than ${LONGEST} characters, and is not read; shorten it`);
    return { rules: {}, problems };
  }
  // a carriage return ends a line of YAML, but not to the parser
  const plain = text.replace(/^\ufeff/, "").replace(/\r(?!\n)/g, "\n");
  const document = parseDocument(plain, { lineCounter: lines, prettyErrors: false });
  const reading: Reading = { text: plain, rules: {}, tell };
  for (const error of document.errors) tell(error.pos[0], `this is no YAML: ${inYaml(error, plain)}`);
  for (const { name, at, value } of partsOf(document.contents, "the configuration", "rules: { misspelled-name: error }", tell)) {
    if (Object.hasOwn(READERS, name)) READERS[name]!(value, reading);
    // behind a mistake of YAML, a name may have lost its place
    else if (document.errors.every(({ pos }) => at < pos[0])) {
      const cure = ruleProblem(name, "off") ? `there are ${Object.keys(READERS).join(", ")}` : "it is a rule; write it under “rules:”";
      tell(at, `there is no setting “${name}”; ${cure}`);
    }
  }
  const { rules, languages, prefer } = reading;
  return { rules, ...(languages && { languages }), ...(prefer && { prefer }), problems };
}

/** The parts of a map, by their names; where there is no map, says that `what` must be one. */
function partsOf(node: unknown, what: string, example: string, tell: Reading["tell"]): Array<{ name: string; at: number; value: unknown }> {
  if (node === null || node === undefined || (isScalar(node) && node.value === null)) return [];
  if (isMap(node)) return node.items.map(({ key, value }) => ({ name: String(key), at: startOf(key), value }));
  tell(startOf(node), `${what} must be names with values, such as “${example}”`);
  return [];
}

function readRules(node: unknown, { rules, tell }: Reading): void {
  for (const { name, at, value } of partsOf(node, "rules", "misspelled-name: error", tell)) {
    const level = isScalar(value) ? value.value : undefined;
    const problem = ruleProblem(name, level);
    if (problem) tell(at, problem);
    else rules[name as RuleId] = level as Level;
  }
}

function readCompletion(node: unknown, reading: Reading): void {
  const { tell } = reading;
  for (const { name, at, value } of partsOf(node, "completion", "prefer: symbol", tell)) {
    const choice = isScalar(value) ? (value.value as Prefer) : undefined;
    if (name !== "prefer") tell(at, `there is no setting “completion.${name}” here; there is prefer`);
    else if (!choice || !PREFERENCES.includes(choice)) tell(at, `prefer must be one of ${PREFERENCES.join(", ")}`);
    else reading.prefer = choice;
  }
}

function readLanguages(node: unknown, reading: Reading): void {
  const { text, tell } = reading;
  if (!isSeq(node)) {
    tell(startOf(node), "languages must be a list such as [markdown, quarto]");
    return;
  }
  const named = node.items.flatMap((item) => {
    const name = isScalar(item) && typeof item.value === "string" ? item.value : "";
    if (name.length > 2) return name;
    const shown = name || text.slice(...((item as Node | null)?.range ?? [0, 0]).slice(0, 2)).slice(0, 40);
    tell(startOf(item) || startOf(node), `“${shown}” is no language of documents, as editors call them: markdown, quarto, rmd, mdx`);
    return [];
  });
  if (named.length > 0 || node.items.length === 0) reading.languages = named;
}

const startOf = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
