/** `.gitignore`: which files of a folder git leaves out. */
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { readNow } from "../disk";
import { slashes } from "./paths";

/** Greatest size of such a file, in bytes. */
const LARGEST = 1e6;

/** What the `.gitignore` files of a folder and of those above it say; the inner ones are heard first. */
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
    const read = readNow(path.join(folder, ".gitignore"), LARGEST);
    if (!(read instanceof Uint8Array)) return this;
    // as git does where it is not told otherwise
    const ignorecase = process.platform === "win32" || process.platform === "darwin";
    return new Ignored([{ folder, rules: ignore({ ignorecase }).add(new TextDecoder().decode(read)) }, ...this.levels]);
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
