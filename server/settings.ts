/** The settings, their defaults, and how they are read out of JSON that anybody may have written. */

/** How loud a finding is; `off` silences its rule. */
export const LEVELS = ["error", "warning", "information", "hint", "off"] as const;
export type Level = (typeof LEVELS)[number];

/** The rules, with how loud they are by default: each id is a file in features/rules, the diagnostic's code, a setting and a README heading. */
const LOUDNESS = {
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
} as const satisfies Readonly<Record<string, Level>>;
export type RuleId = keyof typeof LOUDNESS;
export const RULES = Object.keys(LOUDNESS) as readonly RuleId[];

/** Severities by rule; a rule that is not named keeps its own. */
export type RuleLevels = Partial<Record<RuleId, Level>>;

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
  /** Languages of the documents that are notes, as a folder's configuration says; nothing if it does not say. */
  readonly onlyLanguages?: readonly string[];
  readonly rules: Readonly<Record<RuleId, Level>>;
}

/** The settings of each open folder, by its address; at `undefined` those that hold where no folder's do. */
export type SettingsByFolder = ReadonlyMap<string | undefined, Settings>;

/** The defaults; the same as in package.json, which a test checks. */
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
  rules: LOUDNESS,
};

/** How many problems are told, at most. */
const MOST_PROBLEMS = 40;
/** How many places `datasets` may name: a note has no findings before each of them was looked at. */
const MOST_DATASETS = 200;
/** How much of a value is shown, in UTF-16 units. */
const LONGEST_SHOWN = 60;

/** A group of settings in an object that anybody may have written. Values of no use are told, and the defaults stand. */
class Group {
  private readonly name: string;
  private readonly problems: string[];
  private readonly given: Readonly<Record<string, unknown>>;

  /**
   * @param name of the group, in full
   * @param problems is given a sentence for each setting that is of no use
   */
  constructor(name: string, given: unknown, problems: string[]) {
    this.name = name;
    this.problems = problems;
    this.given = this.usable(name, given, isGroup, "an object with settings", {}, "The defaults are used.");
  }

  /** A group in this one; an empty one where there is none. */
  group(key: string): Group {
    return new Group(`${this.name}.${key}`, this.given[key], this.problems);
  }

  among<T extends string>(key: string, allowed: readonly T[], usual: T): T {
    return this.take(key, (given): given is T => allowed.includes(given as T), `one of ${allowed.join(", ")}`, usual);
  }

  /** A setting that is true or false; else the usual value. */
  flag(key: string, usual: boolean): boolean {
    return this.take(key, (given): given is boolean => typeof given === "boolean", "true or false", usual);
  }

  /** A whole number from one to another; else the usual value. */
  number(key: string, least: number, most: number, usual: number): number {
    const isRight = (given: unknown): given is number => Number.isInteger(given) && Number(given) >= least && Number(given) <= most;
    return this.take(key, isRight, `a number from ${least} to ${most}`, usual);
  }

  /** The usable texts of a list. @param one what each of them must be */
  texts(key: string, one: string, usual: readonly string[], used: string): readonly string[] {
    const listed = this.take<readonly unknown[]>(key, Array.isArray, `a list, each entry ${one}`, usual, used);
    return listed.filter((entry, i): entry is string => {
      const isRight = typeof entry === "string" && entry.trim() !== "";
      if (!isRight) this.tell(`${this.name}.${key}[${i}]`, entry, one, "It is left out.");
      return isRight;
    });
  }

  /** Tells which of its settings do not exist. */
  expect(known: readonly string[], wanted: string): void {
    for (const [key, value] of Object.entries(this.given))
      if (!known.includes(key)) this.tell(`${this.name}.${key.slice(0, LONGEST_SHOWN)}`, value, wanted);
  }

  private take<T>(
    key: string,
    isRight: (given: unknown) => given is T,
    wanted: string,
    usual: T,
    used = `${JSON.stringify(usual)} is used.`,
  ): T {
    return this.usable(`${this.name}.${key}`, this.given[key], isRight, wanted, usual, used);
  }

  private usable<T>(name: string, given: unknown, isRight: (given: unknown) => given is T, wanted: string, usual: T, used: string): T {
    if (given === undefined || given === null) return usual;
    if (isRight(given)) return given;
    this.tell(name, given, wanted, used);
    return usual;
  }

  private tell(name: string, given: unknown, wanted: string, used = ""): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(`${name} is ${show(given)}; it must be ${wanted}. ${used}`.trimEnd());
  }
}

/**
 * Reads the section `metastasisNotes`.
 * @param value what the client sent, of any shape
 * @returns settings, each from its default where the value is missing or of no use, and a sentence for each that was of no use
 */
export function readSettings(value: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const section = new Group("metastasisNotes", value, problems);
  const [rules, card, completion] = [section.group("rules"), section.group("card"), section.group("completion")];
  rules.expect(RULES, `named as a rule is: ${RULES.join(", ")}`);
  const words = section.texts("acceptedWords", "a word in quotes", [], "No word is accepted.");
  const datasets = section.texts("datasets", "a file or a folder", [], "None is read.");
  if (datasets.length > MOST_DATASETS)
    problems.push(
      `metastasisNotes.datasets names ${datasets.length} files and folders, of which the first ${MOST_DATASETS} are read; put files into one folder, and name that.`,
    );
  const settings: Settings = {
    acceptedWords: new Set(words.map((word) => word.trim().toLowerCase())),
    card: { layout: card.among("layout", ["table", "list"], DEFAULTS.card.layout) },
    completion: {
      prefer: completion.among("prefer", PREFERENCES, DEFAULTS.completion.prefer),
      automatic: completion.flag("automatic", DEFAULTS.completion.automatic),
      minimumLetters: completion.number("minimumLetters", 2, 10, DEFAULTS.completion.minimumLetters),
    },
    semanticColours: section.flag("semanticColours", DEFAULTS.semanticColours),
    index: { enabled: section.group("index").flag("enabled", DEFAULTS.index.enabled) },
    documentSymbols: section.flag("documentSymbols", DEFAULTS.documentSymbols),
    codeLens: section.flag("codeLens", DEFAULTS.codeLens),
    languages: section.texts("languages", "a language identifier", DEFAULTS.languages, "The defaults are used."),
    datasets: datasets.slice(0, MOST_DATASETS),
    rules: Object.fromEntries(RULES.map((rule) => [rule, rules.among(rule, LEVELS, DEFAULTS.rules[rule])])) as Settings["rules"],
  };
  return { settings, problems };
}

/** What is wrong with a severity for a rule; nothing if all is well. */
export function ruleProblem(rule: string, level: unknown): string | undefined {
  if (!RULES.includes(rule as RuleId)) return `there is no rule “${rule}”; the rules are ${RULES.join(", ")}`;
  if (!LEVELS.includes(level as Level)) return `${rule} must be one of ${LEVELS.join(", ")}`;
  return undefined;
}

/** Whether documents of a language are no notes here, as a folder has it. */
export const isLeftAlone = ({ onlyLanguages }: Settings, language: string): boolean =>
  onlyLanguages !== undefined && !onlyLanguages.includes(language);

/** Whether a value is a group of settings. */
export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as JSON; what lies too deep to be written as such by its kind. */
export function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value;
  }
}

const show = (value: unknown): string => asText(value).slice(0, LONGEST_SHOWN);
