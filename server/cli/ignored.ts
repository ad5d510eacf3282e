/** `.gitignore` and `.git/info/exclude`: which files of a folder git leaves out. */
import path from "node:path";
import { readNow } from "../disk";
import { readPatterns, verdict } from "./gitPattern";
import { slashes } from "./paths";

/** Greatest size of such a file, in bytes. */
const LARGEST = 1e6;
/** As git does where it is not told otherwise. */
const IGNORE_CASE = process.platform === "win32" || process.platform === "darwin";

/** Where a repository says what it leaves out and does not share, in its `.git`. */
const OWN = "info/exclude";

/** The text of a small file; nothing where there is none. */
function textOf(file: string): string | undefined {
  const read = readNow(file, LARGEST);
  return read instanceof Uint8Array ? new TextDecoder().decode(read) : undefined;
}

/** A path in a file of git's, up to the line's end; none on another machine is followed. */
const HERE = String.raw`(?![\\/]{2})(.+)`;
const ELSEWHERE = new RegExp(`^gitdir: ${HERE}`);
const SHARED = new RegExp(`^${HERE}`);

/** What a repository leaves out for itself. In a worktree or submodule `.git` is a file that says where it lies; worktrees share it. */
function ownOf(folder: string): string | undefined {
  const git = path.join(folder, ".git");
  const inside = textOf(path.join(git, OWN));
  const elsewhere = inside === undefined ? ELSEWHERE.exec(textOf(git) ?? "")?.[1] : undefined;
  if (elsewhere === undefined) return inside;
  const there = path.resolve(folder, elsewhere);
  return textOf(path.resolve(there, SHARED.exec(textOf(path.join(there, "commondir")) ?? "")?.[1] ?? "", OWN));
}

/** What these files of a folder and of those above it say; the inner ones are heard first. */
export class Ignored {
  private readonly levels: ReadonlyArray<{ readonly folder: string; readonly patterns: ReturnType<typeof readPatterns> }>;

  private constructor(levels: Ignored["levels"]) {
    this.levels = levels;
  }

  private static in(folder: string): Ignored {
    return new Ignored([]).below(folder);
  }

  /** For a folder below another, whose parents do not count. What git leaves out counts where it was asked for by name. */
  static from(top: string, folder: string): Ignored {
    let ignored = Ignored.in(top);
    let at = top;
    for (const name of path.relative(top, folder).split(path.sep).filter(Boolean)) {
      at = path.join(at, name);
      ignored = ignored.has(at, true) ? Ignored.in(at) : ignored.below(at);
    }
    return ignored;
  }

  /** For a folder inside. */
  below(folder: string): Ignored {
    // what is heard first stands first
    const said = [textOf(path.join(folder, ".gitignore")), ownOf(folder)];
    const levels = said.flatMap((text) => (text === undefined ? [] : [{ folder, patterns: readPatterns(text, IGNORE_CASE) }]));
    return levels.length > 0 ? new Ignored([...levels, ...this.levels]) : this;
  }

  /** Whether git leaves out a file or folder. @param file absolute path of something inside */
  has(file: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of this.levels) {
      const inside = slashes(path.relative(folder, file));
      const said = verdict(patterns, IGNORE_CASE ? inside.toLowerCase() : inside, isFolder);
      if (said !== undefined) return said;
    }
    return false;
  }
}
