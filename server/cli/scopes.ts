/** What holds for the notes of a folder: `.metastasis-notes/` there and in the folders above. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { acceptedWordsIn } from "../acceptedWords";
import { type RuleLevels, readConfig } from "../config";
import { DEFAULTS, type Settings } from "../settings";
import { shown } from "./paths";
import { reason } from "./reason";

const FOLDER = ".metastasis-notes";
/** A configuration or word list is no larger, in MB. */
const LARGEST = 16;

/** The settings of every folder, each read once. */
export class Scopes {
  private readonly read = new Map<string, Settings>();
  private readonly base: Settings;
  private readonly last: RuleLevels;
  private readonly hasConfig: boolean;
  private readonly fail: (problem: string) => void;

  /**
   * @param config a file that stands for all `config.yaml`
   * @param rules severities that come before all others
   * @param fail is told what could not be read
   */
  constructor(config: string | undefined, rules: RuleLevels, fail: (problem: string) => void) {
    this.fail = fail;
    this.last = rules;
    this.hasConfig = config !== undefined;
    const given = config === undefined ? {} : this.rulesIn(config, true);
    this.base = { ...DEFAULTS, rules: { ...DEFAULTS.rules, ...given, ...rules } };
  }

  /**
   * The settings for notes in a folder (absolute).
   * @param workspace a folder above it, or itself; nothing further up counts
   */
  of(folder: string, workspace: string): Settings {
    const known = this.read.get(folder);
    if (known) return known;
    const above = path.dirname(folder);
    const outer = folder === workspace || above === folder ? this.base : this.of(above, workspace);
    const settings = this.withFolder(outer, path.join(folder, FOLDER));
    this.read.set(folder, settings);
    return settings;
  }

  private withFolder(outer: Settings, folder: string): Settings {
    if (!existsSync(folder)) return outer;
    const words = this.text(path.join(folder, "words.txt"));
    const rules = this.hasConfig ? {} : this.rulesIn(path.join(folder, "config.yaml"), false);
    return {
      ...outer,
      acceptedWords: words === undefined ? outer.acceptedWords : union(outer.acceptedWords, acceptedWordsIn(words)),
      rules: { ...outer.rules, ...rules, ...this.last },
    };
  }

  private rulesIn(file: string, isNeeded: boolean): RuleLevels {
    const text = this.text(file, isNeeded);
    if (text === undefined) return {};
    const { rules, problems } = readConfig(text);
    for (const { line, column, message } of problems) this.fail(`${shown(file)}:${line}:${column}: ${message}`);
    return rules;
  }

  /** The text of a file; nothing where there is none, or where it cannot be read, which is told. */
  private text(file: string, isNeeded = false): string | undefined {
    try {
      const stat = statSync(file, { throwIfNoEntry: isNeeded });
      if (!stat) return undefined;
      if (!stat.isFile()) throw new Error("is no file");
      if (stat.size > LARGEST * 1e6) throw new Error(`is larger than ${LARGEST} MB`);
      return readFileSync(file, "utf8");
    } catch (fault) {
      this.fail(`${shown(file)}: ${reason(fault)}`);
      return undefined;
    }
  }
}

const union = (words: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> =>
  new Set([...words, ...more.map((word) => word.toLowerCase())]);
