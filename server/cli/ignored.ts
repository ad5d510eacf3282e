/** `.gitignore`: which files of a folder git leaves out. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { slashes } from "./paths";

/** What the `.gitignore` files of a folder and of those above it say; the inner ones are heard first. */
export class Ignored {
  private readonly levels: ReadonlyArray<{ readonly folder: string; readonly rules: Ignore }>;

  private constructor(levels: Ignored["levels"]) {
    this.levels = levels;
  }

  /** For a folder whose parents do not count. */
  static in(folder: string): Ignored {
    return new Ignored([]).below(folder);
  }

  /** For a folder inside. */
  below(folder: string): Ignored {
    let text: string;
    try {
      text = readFileSync(path.join(folder, ".gitignore"), "utf8");
    } catch {
      return this;
    }
    // as git does where it is not told otherwise
    const ignorecase = process.platform === "win32" || process.platform === "darwin";
    return new Ignored([{ folder, rules: ignore({ ignorecase }).add(text.replace(/^\ufeff/, "")) }, ...this.levels]);
  }

  /** @param file absolute path of something inside */
  has(file: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.levels) {
      const inside = slashes(path.relative(folder, file));
      const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
