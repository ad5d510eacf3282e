/** `.metastasis-notes/config.yaml`: how loud each rule is in the notes beside it. */
import { isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import { LEVELS, type Level, RULES, type RuleId } from "./settings";

/** Severities by rule; a rule that is not named keeps its own. */
export type RuleLevels = Partial<Record<RuleId, Level>>;

/** What is wrong with a file, and how to mend it. Line and column from 1. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Keys that only the editor reads. */
const OF_THE_EDITOR = ["languages", "completion"];

/**
 * Reads a configuration.
 * @param text YAML such as `rules: { misspelled-name: error }`
 * @returns what of it is sound, and a problem for each part that is not
 */
export function readConfig(text: string): { rules: RuleLevels; problems: ConfigProblem[] } {
  const rules: RuleLevels = {};
  const problems: ConfigProblem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ""), { lineCounter: lines, prettyErrors: false });
  const tell = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ line: Math.max(1, line), column: Math.max(1, col), message });
  };
  /** The parts of a map, by their names; says so where there is no map. */
  const parts = (node: unknown, what: string): Array<{ name: string; at: number; pair: Pair }> => {
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isMap(node)) return node.items.map((pair) => ({ name: String(pair.key), at: startOf(pair.key), pair }));
    tell(startOf(node), `${what} must be names with values, such as “misspelled-name: error”`);
    return [];
  };
  for (const error of document.errors) tell(error.pos[0], `this is no YAML: ${error.message}`);
  for (const { name, at, pair } of parts(document.contents, "the configuration")) {
    if (OF_THE_EDITOR.includes(name)) continue;
    if (name !== "rules") {
      tell(at, `there is no setting “${name}”; there are rules, ${OF_THE_EDITOR.join(", ")}`);
      continue;
    }
    for (const rule of parts(pair.value, "rules")) {
      const level = isScalar(rule.pair.value) ? rule.pair.value.value : undefined;
      const problem = ruleProblem(rule.name, level);
      if (problem) tell(rule.at, problem);
      else rules[rule.name as RuleId] = level as Level;
    }
  }
  return { rules, problems };
}

/** What is wrong with a severity that somebody gave a rule; nothing where all is well. */
export function ruleProblem(rule: string, level: unknown): string | undefined {
  if (!RULES.includes(rule as RuleId)) return `there is no rule “${rule}”; the rules are ${RULES.join(", ")}`;
  if (!LEVELS.includes(level as Level)) return `${rule} must be one of ${LEVELS.join(", ")}`;
  return undefined;
}

const startOf = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
