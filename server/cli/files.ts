/** The notes that paths, folders and patterns stand for. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { Minimatch, type MinimatchOptions } from "minimatch";
import { isNoteName } from "../noteNames";
import { Ignored } from "./ignored";
import { pathInside, slashes, workspaceOf } from "./paths";
import { reason } from "./reason";
import type { Scope, Scopes } from "./scopes";

export interface NoteFile {
  /** The path as it is printed: what was given, and below it the rest. */
  readonly file: string;
  readonly settings: Scope;
}

/** A folder that is gone through. */
interface Folder {
  /** As it is printed. */
  readonly shown: string;
  readonly absolute: string;
  /** Without links, so that a note counts once. */
  readonly real: string;
  readonly workspace: string;
  readonly ignored: Ignored;
  /** The folders below the one that was given which were entered, without links; and links to folders, which come last. */
  readonly entered: Set<string>;
  readonly links: Folder[];
}

/** Which entries of a folder are wanted. */
interface Choice {
  folder(entry: Dirent, shown: string): boolean;
  file(entry: Dirent, shown: string): boolean;
}

/** A pattern that ends so names files by their ending, notes or others. */
const ENDING = /\.[^/*.]+$/;
const PATTERN: MinimatchOptions = {
  windowsPathsNoEscape: process.platform === "win32",
  magicalBraces: true,
  nocomment: true,
  nonegate: true,
};

const NOTES: Choice = {
  folder: ({ name }) => !name.startsWith(".") && name !== "node_modules",
  file: ({ name }) => !name.startsWith(".") && isNoteName(name),
};

/** Finds the notes that were given, in order; a note comes once, however often it is named. */
export class Files {
  private readonly scopes: Scopes;
  private readonly fail: (problem: string) => void;
  private readonly tell: (line: string) => void;
  private readonly seen = new Set<string>();
  /** Count of the notes that were met, each time. */
  private met = 0;

  /**
   * @param fail is told what is not there or cannot be read
   * @param tell is told what may be meant otherwise
   */
  constructor(scopes: Scopes, fail: (problem: string) => void, tell: (line: string) => void) {
    this.scopes = scopes;
    this.fail = fail;
    this.tell = tell;
  }

  /** The notes that paths and patterns stand for, found one by one. */
  *of(paths: readonly string[]): Generator<NoteFile> {
    for (const given of paths) yield* this.standingFor(given);
  }

  /** A note that needs no file, as if it lay where its name says. */
  named(file: string): NoteFile {
    const folder = path.dirname(path.resolve(file));
    return { file, settings: this.scopes.of(folder, workspaceOf(folder)) };
  }

  private *standingFor(given: string): Generator<NoteFile> {
    try {
      const { met } = this;
      const stat = statSync(given, { throwIfNoEntry: false });
      if (stat?.isFile()) yield* this.once(given, path.dirname(path.resolve(given)), realpathSync(given));
      else if (stat?.isDirectory()) {
        yield* this.below(start(given), NOTES);
        if (this.met === met) this.tell(`${given}: there is no note in there`);
      } else if (stat) this.fail(`${given}: is neither a file nor a folder; what a program writes is read with -`);
      else if (new Minimatch(given, PATTERN).hasMagic()) yield* this.matching(given);
      else this.fail(`${given}: there is no such file or folder`);
    } catch (fault) {
      this.fail(`${given}: ${reason(fault)}`);
    }
  }

  private *matching(pattern: string): Generator<NoteFile> {
    const matcher = new Minimatch(path.posix.normalize(process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern), PATTERN);
    const takesAll = ENDING.test(matcher.pattern);
    const choice: Choice = {
      folder: ({ name }, shown) => (name !== "node_modules" || pattern.includes(name)) && matcher.match(slashes(shown), true),
      file: ({ name }, shown) => (takesAll || isNoteName(name)) && matcher.match(slashes(shown)),
    };
    const { met } = this;
    for (const base of new Set(matcher.set.map(firstFolder))) {
      if (!existsSync(base || ".")) continue;
      yield* this.below(start(base), choice);
    }
    if (this.met === met) this.fail(`${pattern}: no note is named so`);
  }

  /** The notes in a folder that was given, and those that links there lead to. */
  private *below(given: Folder, wanted: Choice): Generator<NoteFile> {
    yield* this.inside(given, wanted);
    // it grows: links may lead to links
    for (const link of given.links) yield* this.inside(link, wanted);
  }

  private *inside(folder: Folder, wanted: Choice): Generator<NoteFile> {
    if (folder.entered.has(folder.real)) return;
    folder.entered.add(folder.real);
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (fault) {
      this.fail(`${folder.shown}: ${reason(fault)}`);
      // there may be notes in it
      this.met++;
      return;
    }
    for (const entry of entries) {
      const shown = path.join(folder.shown, entry.name);
      const absolute = path.join(folder.absolute, entry.name);
      const linked = entry.isSymbolicLink() ? linkedTo(absolute) : undefined;
      const real = linked?.real ?? path.join(folder.real, entry.name);
      if (entry.isDirectory() || linked?.isFolder) {
        if (!wanted.folder(entry, shown) || folder.ignored.has(absolute, true)) continue;
        const inner = { ...folder, shown, absolute, real, ignored: folder.ignored.below(absolute) };
        if (!linked) yield* this.inside(inner, wanted);
        // a link to a folder above is a circle
        else if (pathInside(real, folder.real) === undefined) folder.links.push(inner);
      } else if ((entry.isFile() || linked) && wanted.file(entry, shown) && !folder.ignored.has(absolute, false))
        yield* this.once(shown, folder.absolute, real, folder.workspace);
    }
  }

  private *once(file: string, folder: string, real: string, workspace = workspaceOf(folder)): Generator<NoteFile> {
    this.met++;
    if (this.seen.has(real)) return;
    this.seen.add(real);
    yield { file, settings: this.scopes.of(folder, workspace) };
  }
}

/** A folder that was given. What git leaves out is left out in it, unless that is the folder itself. */
function start(given: string): Folder {
  const absolute = path.resolve(given);
  const workspace = workspaceOf(absolute);
  return {
    shown: given,
    absolute,
    real: realpathSync(absolute),
    workspace,
    ignored: Ignored.from(workspace, absolute),
    entered: new Set(),
    links: [],
  };
}

/** Where a link leads, without links, if it leads to a file or a folder. */
function linkedTo(link: string): { readonly real: string; readonly isFolder: boolean } | undefined {
  try {
    const stat = statSync(link);
    return stat.isFile() || stat.isDirectory() ? { real: realpathSync(link), isFolder: stat.isDirectory() } : undefined;
  } catch {
    return undefined;
  }
}

/** The folder before the first part of a pattern that has a star or the like; empty for the current one. */
function firstFolder(parts: Minimatch["set"][number]): string {
  const magic = parts.findIndex((part) => typeof part !== "string");
  const plain = parts.slice(0, magic < 0 ? -1 : magic) as string[];
  return plain.length === 1 && plain[0] === "" ? "/" : plain.join("/");
}
