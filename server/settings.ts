/** The settings, their defaults, and how they are read out of JSON that anybody may have written. */

/** How loud a finding is; `off` silences its rule. */
export const LEVELS = ["error", "warning", "information", "hint", "off"] as const;
export type Level = (typeof LEVELS)[number];

/** The rules: each id is a file in features/rules, the diagnostic's code, a setting and a README heading. */
export const RULES = ["misspelled-name", "unknown-drug-name"] as const;
export type RuleId = (typeof RULES)[number];

export interface Settings {
  /** Words that are never reported, lower case. */
  readonly acceptedWords: ReadonlySet<string>;
  readonly completion: { readonly insert: "preferred" | "asTyped" };
  readonly semanticColours: boolean;
  readonly rules: Readonly<Record<RuleId, Level>>;
}

export const DEFAULTS: Settings = {
  acceptedWords: new Set(),
  completion: { insert: "preferred" },
  semanticColours: true,
  rules: { "misspelled-name": "warning", "unknown-drug-name": "warning" },
};

/**
 * Reads the section `metastasisNotes`.
 * @param value what the client sent, of any shape
 * @returns settings, each from its default where the value is missing or of no use, and a sentence for each that was of no use
 */
export function readSettings(value: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const section = isObject(value) ? value : {};
  const choose = <T extends string>(name: string, given: unknown, allowed: readonly T[], usual: T): T => {
    if (given === undefined || given === null) return usual;
    if (allowed.includes(given as T)) return given as T;
    problems.push(`metastasisNotes.${name} is ${show(given)}; it must be one of ${allowed.join(", ")}. "${usual}" is used.`);
    return usual;
  };
  const accepted = section["acceptedWords"];
  const isList = Array.isArray(accepted);
  if (accepted !== undefined && accepted !== null && !isList) {
    problems.push(`metastasisNotes.acceptedWords is ${show(accepted)}; it must be a list of words. No word is accepted.`);
  }
  const words = (isList ? accepted : []).filter((word) => typeof word === "string");
  const colours = section["semanticColours"];
  if (colours !== undefined && colours !== null && typeof colours !== "boolean") {
    problems.push(`metastasisNotes.semanticColours is ${show(colours)}; it must be true or false. true is used.`);
  }
  const rules = isObject(section["rules"]) ? section["rules"] : {};
  const completion = isObject(section["completion"]) ? section["completion"] : {};
  const settings: Settings = {
    acceptedWords: new Set(words.map((word) => word.trim().toLowerCase())),
    completion: { insert: choose("completion.insert", completion["insert"], ["preferred", "asTyped"], DEFAULTS.completion.insert) },
    semanticColours: typeof colours === "boolean" ? colours : DEFAULTS.semanticColours,
    rules: Object.fromEntries(RULES.map((rule) => [rule, choose(`rules.${rule}`, rules[rule], LEVELS, DEFAULTS.rules[rule])])) as Record<
      RuleId,
      Level
    >,
  };
  return { settings, problems };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value);
