/** The notes on this machine's disk, as the command line finds them: without what git leaves out. A bundle of its own in Node. */
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ignored } from "./cli/ignored";
import { pathInside, repositoryOf } from "./cli/paths";
import { LARGEST } from "./cli/readNote";
import { folderProblem } from "./disk";
import { giveWay } from "./giveWay";
import type { Listed } from "./index/backgroundHost";
import { endsIn } from "./noteNames";

export { keepNotes, keptNotes } from "./keptIndex";

/** How long names may be looked at before others have their turn, in milliseconds. */
const SLICE = 8;

/**
 * All notes in folders and below them, and in folders that links there lead to, as in the editor's own search. Each counts once,
 * at the place where it lies, not at a link to it.
 * @param folders their URIs
 * @param endings of notes' names, with their dots
 * @param workspace URI of a folder above them, by default each itself: outside a repository, no `.gitignore` above it counts
 * @param unread is told of each folder that cannot be listed, and why
 * @returns those that could be found, in the order of their names; those behind links last
 */
export async function listNotes(
  folders: readonly string[],
  endings: readonly string[],
  workspace?: string,
  unread?: (folder: string, problem: string) => void,
): Promise<Listed[]> {
  const found: Listed[] = [];
  const links: Array<{ readonly at: string; readonly real: string; readonly ignored: Ignored }> = [];
  /** The real paths of folders and notes that were met. */
  const seen = new Set<string>();
  let began = performance.now();
  // an address of another machine has none
  for (const folder of folders) await begin(folder).catch(() => undefined);
  // it grows: links may lead to links
  for (const { at, real, ignored } of links) await follow(at, real, ignored);
  return found;

  async function begin(folder: string): Promise<void> {
    const root = fileURLToPath(folder);
    const real = await realpath(root).catch(() => root);
    await inside(root, real, Ignored.from(repositoryOf(root) ?? fileURLToPath(workspace ?? folder), root));
  }

  async function inside(at: string, real: string, ignored: Ignored): Promise<void> {
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(at, { withFileTypes: true }).catch((fault: unknown) => {
      const unlisted = folderProblem(at, fault);
      if (unlisted) unread?.(at, unlisted.problem);
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // a long .gitignore takes its time with each name
      if (performance.now() - began > SLICE) {
        await giveWay();
        began = performance.now();
      }
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") continue;
      const file = path.join(at, name);
      if (entry.isDirectory()) {
        if (!ignored.has(file, true)) await inside(file, path.join(real, name), ignored.below(file));
      } else if (entry.isSymbolicLink()) links.push({ at: file, real, ignored });
      else if (entry.isFile() && endsIn(name, endings) && !ignored.has(file, false)) await add(file, path.join(real, name));
    }
  }

  /** @param real where the link lies */
  async function follow(at: string, real: string, ignored: Ignored): Promise<void> {
    // a link to nothing, to itself or to a folder above is none
    const to = await realpath(at).catch(() => undefined);
    if (to === undefined || pathInside(to, real) !== undefined) return;
    if ((await stat(to).catch(() => undefined))?.isDirectory()) {
      if (!ignored.has(at, true)) await inside(at, to, ignored.below(at));
    } else if (endsIn(path.basename(at), endings) && !ignored.has(at, false)) await add(at, to);
  }

  async function add(file: string, real: string): Promise<void> {
    if (seen.has(real)) return;
    seen.add(real);
    const about = await stat(file).catch(() => undefined);
    if (!about?.isFile() || about.size > LARGEST * 1e6) return;
    found.push({ uri: pathToFileURL(file).href, stamp: `${about.mtimeMs} ${about.size}` });
  }
}
