/** `.metastasis-notes/config.yaml`: what holds for the notes beside it and below. */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { type Level, PREFERENCES, type RuleId, type RuleLevels, ruleProblem, type Settings } from "./settings";

/** What is wrong with a file, and how to mend it. Line and column from 1. */
interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a configuration says. */
export interface ConfigRead {
  readonly rules: RuleLevels;
  /** Languages of the documents that are notes, as editors call them; nothing where it does not say. */
  readonly languages?: readonly string[];
  /** What completion writes; see the setting. */
  readonly prefer?: Settings["completion"]["prefer"];
  readonly problems: readonly ConfigProblem[];
}

/** A configuration is no longer, in UTF-16 units: the parser compares each key with all others. */
const LONGEST = 20_000;
/** So many problems are told. */
const MOST_PROBLEMS = 100;

/**
 * Reads a configuration.
 * @param text YAML such as `rules: { misspelled-name: error }`
 * @returns what of it is sound, and a problem for each part that is not
 */
export function readConfig(text: string): ConfigRead {
  const rules: RuleLevels = {};
  const more: { languages?: readonly string[]; prefer?: Settings["completion"]["prefer"] } = {};
  const problems: ConfigProblem[] = [];
  const lines = new LineCounter();
  const tell = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    if (problems.length < MOST_PROBLEMS) problems.push({ line: Math.max(1, line), column: Math.max(1, col), message });
  };
  if (text.length > LONGEST) {
    tell(0, `the configuration is longer than ${LONGEST} characters, and is not read; shorten it`);
    return { rules, problems };
  }
  // a carriage return ends a line of YAML, but not to the parser
  const plain = text.replace(/^\ufeff/, "").replace(/\r(?!\n)/g, "\n");
  const document = parseDocument(plain, { lineCounter: lines, prettyErrors: false });
  /** The parts of a map, by their names; says so where there is no map. */
  const parts = (node: unknown, what: string, example: string): Array<{ name: string; at: number; pair: Pair }> => {
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isMap(node)) return node.items.map((pair) => ({ name: String(pair.key), at: startOf(pair.key), pair }));
    tell(startOf(node), `${what} must be names with values, such as “${example}”`);
    return [];
  };
  const ofRules = (node: unknown) => {
    for (const { name, at, pair } of parts(node, "rules", "misspelled-name: error")) {
      const level = isScalar(pair.value) ? pair.value.value : undefined;
      const problem = ruleProblem(name, level);
      if (problem) tell(at, problem);
      else rules[name as RuleId] = level as Level;
    }
  };
  const ofCompletion = (node: unknown) => {
    for (const { name, at, pair } of parts(node, "completion", "prefer: symbol")) {
      const choice = isScalar(pair.value) ? (pair.value.value as Settings["completion"]["prefer"]) : undefined;
      if (name !== "prefer") tell(at, `there is no setting “completion.${name}” here; there is prefer`);
      else if (!choice || !PREFERENCES.includes(choice)) tell(at, `prefer must be one of ${PREFERENCES.join(", ")}`);
      else more.prefer = choice;
    }
  };
  const ofLanguages = (node: unknown) => {
    if (!isSeq(node)) return tell(startOf(node), "languages must be a list such as [markdown, quarto]");
    const named = node.items.flatMap((item) => {
      const name = isScalar(item) && typeof item.value === "string" ? item.value : "";
      if (name.length > 2) return name;
      const shown = name || plain.slice(...((item as Node | null)?.range ?? [0, 0]).slice(0, 2)).slice(0, 40);
      tell(startOf(item) || startOf(node), `“${shown}” is no language of documents, as editors call them: markdown, quarto, rmd, mdx`);
      return [];
    });
    if (named.length > 0 || node.items.length === 0) more.languages = named;
  };
  const readers: Readonly<Record<string, (node: unknown) => void>> = { rules: ofRules, languages: ofLanguages, completion: ofCompletion };
  for (const error of document.errors) tell(error.pos[0], `this is no YAML: ${error.message}`);
  for (const { name, at, pair } of parts(document.contents, "the configuration", "rules: { misspelled-name: error }")) {
    if (Object.hasOwn(readers, name)) readers[name]!(pair.value);
    else tell(at, `there is no setting “${name}”; there are ${Object.keys(readers).join(", ")}`);
  }
  return { rules, ...more, problems };
}

const startOf = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
