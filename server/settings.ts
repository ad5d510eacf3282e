/** The settings, their defaults, and how they are read out of JSON that anybody may have written. */

/** How loud a finding is; `off` silences its rule. */
export const LEVELS = ["error", "warning", "information", "hint", "off"] as const;
export type Level = (typeof LEVELS)[number];

/** The rules: each id is a file in features/rules, the diagnostic's code, a setting and a README heading. */
export const RULES = [
  "misspelled-name",
  "unknown-drug-name",
  "undeclared-term",
  "target-mismatch",
  "status-conflict",
  "unknown-code",
  "outdated-symbol",
  "inconsistent-form",
  "brand-name",
  "unknown-directive",
] as const;
export type RuleId = (typeof RULES)[number];

/** What a completion writes: the preferred name, a target's approved symbol, or the chosen name itself. */
export const PREFERENCES = ["name", "symbol", "asTyped"] as const;

export interface Settings {
  /** Words that are never reported, lower case. */
  readonly acceptedWords: ReadonlySet<string>;
  readonly card: { readonly layout: "table" | "list" };
  /** See package.json. */
  readonly completion: {
    readonly prefer: (typeof PREFERENCES)[number];
    /** Whether the list opens by itself, and after how many letters. */
    readonly automatic: boolean;
    readonly minimumLetters: number;
  };
  readonly semanticColours: boolean;
  /** Whether all notes of the workspace are read where somebody asks for uses in all. */
  readonly index: { readonly enabled: boolean };
  /** Whether the concepts of a note are symbols of it. */
  readonly documentSymbols: boolean;
  readonly codeLens: boolean;
  /** Languages of notes, by the editor's identifiers. */
  readonly languages: readonly string[];
  /** Further files and folders with own names: absolute, relative to a workspace's folder, or addresses. */
  readonly datasets: readonly string[];
  /** Languages of documents that are notes here, as a folder has it; nothing where it does not say. */
  readonly onlyLanguages?: readonly string[];
  readonly rules: Readonly<Record<RuleId, Level>>;
}

/** What holds where nobody says otherwise; the same as in package.json, which the tests hold. */
export const DEFAULTS: Settings = {
  acceptedWords: new Set(),
  card: { layout: "list" },
  completion: { prefer: "name", automatic: true, minimumLetters: 3 },
  semanticColours: true,
  index: { enabled: true },
  documentSymbols: false,
  codeLens: false,
  languages: ["markdown", "quarto", "rmd", "mdx"],
  datasets: [],
  rules: {
    "misspelled-name": "warning",
    "unknown-drug-name": "warning",
    "undeclared-term": "error",
    "target-mismatch": "warning",
    "status-conflict": "information",
    "unknown-code": "information",
    "outdated-symbol": "hint",
    "inconsistent-form": "off",
    "brand-name": "off",
    "unknown-directive": "warning",
  },
};

/** So many problems are told. */
const MOST_PROBLEMS = 40;
/** So much of a value is shown, in UTF-16 units. */
const LONGEST_SHOWN = 60;

/**
 * Reads the section `metastasisNotes`.
 * @param value what the client sent, of any shape
 * @returns settings, each from its default where the value is missing or of no use, and a sentence for each that was of no use
 */
export function readSettings(value: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const tell = (problem: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  /** The value if it is of use, else the default; says what is wrong with any other. */
  const take = <T>(name: string, given: unknown, isRight: (given: unknown) => given is T, wanted: string, usual: T, used: string): T => {
    if (given === undefined || given === null) return usual;
    if (isRight(given)) return given;
    tell(`${name} is ${show(given)}; it must be ${wanted}. ${used}`);
    return usual;
  };
  const among = <T extends string>(name: string, given: unknown, allowed: readonly T[], usual: T): T =>
    take(
      `metastasisNotes.${name}`,
      given,
      (choice): choice is T => allowed.includes(choice as T),
      `one of ${allowed.join(", ")}`,
      usual,
      `"${usual}" is used.`,
    );
  const group = (name: string, given: unknown) => take(name, given, isObject, "an object with settings", {}, "The defaults are used.");
  const section = group("metastasisNotes", value);
  const rules = group("metastasisNotes.rules", section["rules"]);
  const card = group("metastasisNotes.card", section["card"]);
  const completion = group("metastasisNotes.completion", section["completion"]);
  /** What is of use in a list of texts; says what is wrong with each other entry. */
  const list = (name: string, one: string, usual: readonly string[], used: string): readonly string[] => {
    const listed = take<readonly unknown[]>(
      `metastasisNotes.${name}`,
      section[name],
      Array.isArray,
      `a list, each entry ${one}`,
      usual,
      used,
    );
    return listed.filter((entry, i): entry is string => {
      const isRight = typeof entry === "string" && entry.trim() !== "";
      if (!isRight) tell(`metastasisNotes.${name}[${i}] is ${show(entry)}; it must be ${one}. It is left out.`);
      return isRight;
    });
  };
  for (const rule of Object.keys(rules).filter((name) => !RULES.includes(name as RuleId)))
    tell(
      `metastasisNotes.rules.${rule.slice(0, LONGEST_SHOWN)} is ${show(rules[rule])}; it must be named as a rule is: ${RULES.join(", ")}.`,
    );
  const flag = (name: string, given: unknown, usual: boolean): boolean =>
    take(
      `metastasisNotes.${name}`,
      given,
      (value): value is boolean => typeof value === "boolean",
      "true or false",
      usual,
      `${usual} is used.`,
    );
  const settings: Settings = {
    acceptedWords: new Set(list("acceptedWords", "a word in quotes", [], "No word is accepted.").map((word) => word.trim().toLowerCase())),
    card: { layout: among("card.layout", card["layout"], ["table", "list"], DEFAULTS.card.layout) },
    completion: {
      prefer: among("completion.prefer", completion["prefer"], PREFERENCES, DEFAULTS.completion.prefer),
      automatic: flag("completion.automatic", completion["automatic"], DEFAULTS.completion.automatic),
      minimumLetters: take(
        "metastasisNotes.completion.minimumLetters",
        completion["minimumLetters"],
        (given): given is number => Number.isInteger(given) && (given as number) >= 2 && (given as number) <= 10,
        "a number from 2 to 10",
        DEFAULTS.completion.minimumLetters,
        "3 is used.",
      ),
    },
    semanticColours: flag("semanticColours", section["semanticColours"], DEFAULTS.semanticColours),
    index: { enabled: flag("index.enabled", group("metastasisNotes.index", section["index"])["enabled"], DEFAULTS.index.enabled) },
    documentSymbols: flag("documentSymbols", section["documentSymbols"], DEFAULTS.documentSymbols),
    codeLens: flag("codeLens", section["codeLens"], DEFAULTS.codeLens),
    languages: list("languages", "a language identifier", DEFAULTS.languages, "The defaults are used."),
    datasets: list("datasets", "a file or a folder", [], "None is read."),
    rules: Object.fromEntries(RULES.map((rule) => [rule, among(`rules.${rule}`, rules[rule], LEVELS, DEFAULTS.rules[rule])])) as Record<
      RuleId,
      Level
    >,
  };
  return { settings, problems };
}

/** Whether documents of a language are no notes here, as a folder has it. */
export const isLeftAlone = ({ onlyLanguages }: Settings, language: string): boolean =>
  onlyLanguages !== undefined && !onlyLanguages.includes(language);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, LONGEST_SHOWN) ?? String(value);
