/** What holds for the notes of a folder: `.metastasis-notes/` there and in the folders above. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ConfigRead } from "../config";
import type { Dataset } from "../dataset/dataset";
import type { OwnPart } from "../dataset/own";
import { folderProblem, readNow } from "../disk";
import { atOnce } from "../giveWay";
import { CONFIG, FOLDER } from "../protocol";
import { DEFAULTS, type RuleLevels, type Settings } from "../settings";
import { textIn } from "../textIn";
import {
  LARGEST,
  NOTHING,
  type OwnFile,
  ownFilesOf,
  type Place,
  type Problem,
  readConfig,
  readOwnFile,
  sharedIds,
  unknown,
  withSaid,
} from "../workspace/workspace";
import { shown } from "./paths";

/** What holds for the notes of a folder; the same object for all of them. */
export interface Scope extends Settings {
  /** What the folders say of names and records, the nearest first; nothing where they say nothing. */
  readonly own?: readonly OwnPart[];
}

/** What a file said, and its path. */
type Read = OwnFile & { readonly file: string };

/** The scope of every folder, each read once. */
export class Scopes {
  private readonly read = new Map<string, Scope>();
  private readonly base: Settings;
  private readonly last: RuleLevels;
  private readonly hasConfig: boolean;
  private readonly bundled: Dataset;
  private readonly fail: (problem: string) => void;
  private readonly tell: (problem: string) => void;
  private readonly said: Map<string, OwnFile>;

  /**
   * @param bundled the dataset, which folders may add to
   * @param config a file that stands for all `config.yaml`
   * @param rules severities that come before all others
   * @param fail is told what could not be read
   * @param tell is told what was read, but may be a mistake
   * @param said what files said when they were read before, by their paths: those that have not changed are not read again
   */
  constructor(
    bundled: Dataset,
    config: string | undefined,
    rules: RuleLevels,
    fail: (problem: string) => void,
    tell: (problem: string) => void,
    said = new Map<string, OwnFile>(),
  ) {
    this.bundled = bundled;
    this.said = said;
    this.fail = fail;
    this.tell = tell;
    this.last = rules;
    this.hasConfig = config !== undefined;
    const given = withSaid(DEFAULTS, config === undefined ? [] : [{ words: [], config: this.configIn(config) }]);
    this.base = { ...given, rules: { ...given.rules, ...rules } };
  }

  /**
   * The scope of notes in a folder (absolute).
   * @param workspace a folder above it, or itself; nothing further up counts
   */
  of(folder: string, workspace: string): Scope {
    const key = `${workspace}\n${folder}`;
    const known = this.read.get(key);
    if (known) return known;
    const above = path.dirname(folder);
    const outer = folder === workspace || above === folder ? this.base : this.of(above, workspace);
    const scope = this.withFolder(outer, folder);
    this.read.set(key, scope);
    return scope;
  }

  private withFolder(outer: Scope, folder: string): Scope {
    const own = path.join(folder, FOLDER);
    const files = this.filesOf(own, path.basename(folder));
    if (!files) return outer;
    const parts = files.flatMap((file) => file.parts);
    const known = new Set([...parts, ...(outer.own ?? [])].map(({ reference }) => reference));
    for (const file of files) this.doubt(file, known);
    const settings = withSaid(outer, [{ words: files.flatMap(({ words }) => words), config: files.find(({ config }) => config)?.config }]);
    return {
      ...settings,
      rules: { ...settings.rules, ...this.last },
      ...(parts.length > 0 ? { own: [...parts, ...(outer.own ?? [])] } : {}),
    };
  }

  /** What the files of a folder say; nothing where it is not there, or cannot be read, which is told. */
  private filesOf(folder: string, from: string): Read[] | undefined {
    const place: Place = { uri: pathToFileURL(folder).href, from, isFolder: true };
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (fault) {
      const unread = folderProblem(folder, fault);
      if (unread) this.fail(`${shown(folder)}: ${unread.problem}`);
      return undefined;
    }
    const own = ownFilesOf(names, place);
    if (own.left !== undefined) this.fail(`${shown(path.join(folder, own.left))}: ${own.problem}`);
    const all = own.read.flatMap((name): Read[] => {
      // one configuration given by name stands for all
      if (name === CONFIG && this.hasConfig) return [];
      const file = path.join(folder, name);
      const read = readNow(file, LARGEST);
      if (read === undefined) return [];
      const own = atOnce(readOwnFile(place, pathToFileURL(file).href, name, read, this.said.get(file) ?? NOTHING, this.bundled));
      this.said.set(file, own);
      this.failIn(file, own.problems);
      return [{ ...own, file }];
    });
    for (const [uri, problems] of sharedIds(all.flatMap(({ parts }) => parts))) this.failIn(fileURLToPath(uri), problems);
    return all;
  }

  private failIn(file: string, problems: readonly Problem[]): void {
    for (const { line, from, message, isRead } of problems) if (!isRead) this.fail(`${shown(file)}:${line + 1}:${from + 1}: ${message}`);
  }

  /** Tells what counts and may be a mistake all the same: a name that looks like a slip, a reference to no record. */
  private doubt({ file, problems, pointers }: Read, known: ReadonlySet<string>): void {
    const doubtful = [
      ...problems.filter(({ isRead }) => isRead),
      ...pointers.filter(({ reference }) => !known.has(reference)).map(unknown),
    ];
    for (const { line, from, message } of doubtful) this.tell(`${shown(file)}:${line + 1}:${from + 1}: ${message}`);
  }

  private configIn(file: string): ConfigRead | undefined {
    const read = readNow(file, LARGEST);
    const text = read instanceof Uint8Array ? textIn(read) : undefined;
    if (text === undefined) {
      const problem = read instanceof Uint8Array ? "is no text" : read?.problem;
      this.fail(`${shown(file)}: ${problem ?? "there is no such file or folder"}`);
      return undefined;
    }
    const config = readConfig(text);
    for (const { line, column, message } of config.problems) this.fail(`${shown(file)}:${line}:${column}: ${message}`);
    return config;
  }
}
