/** Paths as people and other programs write them. */
import { existsSync } from "node:fs";
import path from "node:path";

/** A path with `/` on every system. */
export const slashes = (file: string): string => file.split(path.sep).join("/");

/** The path of a file from a folder; nothing where it lies elsewhere. */
export function pathInside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, path.resolve(file));
  const isElsewhere = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isElsewhere ? undefined : relative;
}

/** A file as messages name it: from the current folder where it lies in there. */
export const shown = (file: string): string => pathInside(process.cwd(), file) || file;

/**
 * The folder above which nothing counts for notes in a folder (absolute): that of the repository, else the current
 * folder, else the folder itself.
 */
export function workspaceOf(folder: string): string {
  return repositoryOf(folder) ?? (pathInside(process.cwd(), folder) === undefined ? folder : process.cwd());
}

/** The folder of the repository that a folder (absolute) lies in; nothing where it lies in none. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, ".git"))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
