/** The notes on this machine's disk, as the command line finds them: without what git leaves out. A bundle of its own in Node. */
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ignored } from "./cli/ignored";
import { repositoryOf } from "./cli/paths";
import { LARGEST } from "./cli/readNote";
import type { Listed } from "./index/backgroundHost";
import { endsIn } from "./noteNames";

export { keepNotes, keptNotes } from "./keptIndex";

/**
 * All notes in a folder and those below it. Links to folders are not followed; one to a file is a note of its own where that
 * file is none of the others.
 * @param folder its URI
 * @param endings of notes' names, with their dots
 * @param workspace URI of a folder above it, or itself; in no repository, no `.gitignore` further up counts
 * @returns those that could be found, in the order of their names, links last
 */
export async function listNotes(folder: string, endings: readonly string[], workspace = folder): Promise<Listed[]> {
  const found: Listed[] = [];
  const links: string[] = [];
  const root = fileURLToPath(folder);
  await inside(root, Ignored.from(repositoryOf(root) ?? fileURLToPath(workspace), root));
  if (links.length > 0) await addLinked();
  return found;

  async function inside(at: string, ignored: Ignored): Promise<void> {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") continue;
      const file = path.join(at, name);
      if (entry.isDirectory()) {
        if (!ignored.has(file, true)) await inside(file, ignored.below(file));
      } else if (endsIn(name, endings) && !ignored.has(file, false)) {
        if (entry.isFile()) await add(file);
        else if (entry.isSymbolicLink()) links.push(file);
      }
    }
  }

  async function addLinked(): Promise<void> {
    const real = await realpath(root);
    const seen = new Set(found.map(({ uri }) => path.join(real, path.relative(root, fileURLToPath(uri)))));
    for (const link of links) {
      // a link to nothing, or to itself, is none
      const file = await realpath(link).catch(() => undefined);
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      await add(link);
    }
  }

  async function add(file: string): Promise<void> {
    const about = await stat(file).catch(() => undefined);
    if (!about?.isFile() || about.size > LARGEST * 1e6) return;
    found.push({ uri: pathToFileURL(file).href, stamp: `${about.mtimeMs} ${about.size}` });
  }
}
