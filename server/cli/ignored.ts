/** `.gitignore` and `.git/info/exclude`: which files of a folder git leaves out. */
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { readNow } from "../disk";
import { slashes } from "./paths";

/** Greatest size of such a file, in bytes. */
const LARGEST = 1e6;
/** As git does where it is not told otherwise. */
const ignorecase = process.platform === "win32" || process.platform === "darwin";

/** Where they are said in a folder; the first is heard first. The second is a repository's own, which it does not share. */
const SAID_IN = [".gitignore", ".git/info/exclude"];

/** What these files of a folder and of those above it say; the inner ones are heard first. */
export class Ignored {
  private readonly levels: ReadonlyArray<{ readonly folder: string; readonly rules: Ignore }>;

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
    const levels = SAID_IN.flatMap((name): Ignored["levels"] => {
      const read = readNow(path.join(folder, name), LARGEST);
      return read instanceof Uint8Array ? [{ folder, rules: ignore({ ignorecase }).add(new TextDecoder().decode(read)) }] : [];
    });
    return levels.length > 0 ? new Ignored([...levels, ...this.levels]) : this;
  }

  /** Whether git leaves out a file or folder. @param file absolute path of something inside */
  has(file: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.levels) {
      const inside = slashes(path.relative(folder, file));
      const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
