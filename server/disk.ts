/** Files on this machine's disk, read with care: pipes, devices and links in a circle are refused, each with its reason. */
import {
  close,
  closeSync,
  constants,
  fstat,
  fstatSync,
  lstat,
  lstatSync,
  open,
  openSync,
  read,
  readdir,
  readSync,
  type Stats,
  stat,
  statSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type FileRead, type Files, type FolderRead, tooLarge, type Unread } from "./files";

/** Node's own promises of files are a module that takes a millisecond of each start. */
const namesIn = promisify(readdir);
const statOf = promisify(stat);
const linkAt = promisify(lstat);
const opened = promisify(open);
const statOfOpen = promisify(fstat);
const readInto = promisify(read);

/** A pipe that takes the place of a file while that is opened must not hold us up. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The names in a folder, in their order; see {@link Files}. */
async function list(folder: string): Promise<FolderRead> {
  try {
    return (await namesIn(folder)).sort();
  } catch (error) {
    // most folders have nothing of their own: the disk, which may be slow, holds nobody up for that
    const isThere = await linkAt(folder).then(
      () => true,
      () => false,
    );
    return isThere ? folderProblem(folder, error) : undefined;
  }
}

/** Why a folder cannot be read, from what was thrown; nothing where there is none of that name. */
export function folderProblem(folder: string, fault: unknown): Unread | undefined {
  try {
    lstatSync(folder);
  } catch {
    return undefined;
  }
  const { code = "unknown error" } = fault as NodeJS.ErrnoException;
  return code === "ENOTDIR" ? { problem: "is a file, and a folder is wanted; rename it" } : reasonOf(folder, code, "folder");
}

/**
 * Reads a file without giving way to others.
 * @param path on this disk
 * @param most how many bytes at most
 * @returns its bytes, or why it cannot be read; nothing where there is no such file
 */
export function readNow(path: string, most: number): FileRead {
  try {
    const before = problemOf(statSync(path), most);
    if (before) return { problem: before };
    const file = openSync(path, READ_ONLY);
    try {
      const now = fstatSync(file);
      const problem = problemOf(now, most);
      if (problem) return { problem };
      const bytes = new Uint8Array(now.size);
      let length = 0;
      for (let count = -1; count !== 0 && length < bytes.length; length += count)
        count = readSync(file, bytes, length, bytes.length - length, length);
      return bytes.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return reasonOf(path, (error as NodeJS.ErrnoException).code ?? "unknown error");
  }
}

/** As {@link readNow}, but others have their turn while a slow disk is waited for. */
async function readSoon(path: string, most: number): Promise<FileRead> {
  try {
    const before = problemOf(await statOf(path), most);
    if (before) return { problem: before };
    const file = await opened(path, READ_ONLY);
    try {
      const now = await statOfOpen(file);
      const problem = problemOf(now, most);
      if (problem) return { problem };
      const bytes = new Uint8Array(now.size);
      let length = 0;
      for (let count = -1; count !== 0 && length < bytes.length; length += count)
        count = (await readInto(file, bytes, length, bytes.length - length, length)).bytesRead;
      return bytes.subarray(0, length);
    } finally {
      close(file, () => undefined);
    }
  } catch (error) {
    return reasonOf(path, (error as NodeJS.ErrnoException).code ?? "unknown error");
  }
}

/** This disk as {@link Files}; addresses of files elsewhere give nothing. */
export const disk: Files = {
  list: async (uri) => {
    try {
      return uri.startsWith("file:") ? await list(fileURLToPath(uri)) : undefined;
    } catch {
      // an address of another machine
      return undefined;
    }
  },
  read: async (uri, most) => {
    try {
      return await readSoon(fileURLToPath(uri), most);
    } catch {
      // an address of another machine
      return undefined;
    }
  },
};

function problemOf(stat: Stats, most: number): string | undefined {
  if (stat.isDirectory()) return "is a folder, and a file is wanted; rename it";
  if (stat.isFIFO()) return "is a pipe, not a file; put a file in its place";
  if (stat.isSocket()) return "is a socket, not a file; put a file in its place";
  if (!stat.isFile()) return "is a device, not a file; put a file in its place";
  return stat.size > most ? tooLarge(most) : undefined;
}

function reasonOf(path: string, code: string, wanted = "file"): Unread | undefined {
  if (code === "ELOOP") return { problem: `is a link that leads back to itself; put a ${wanted} in its place` };
  if (code === "EACCES" || code === "EPERM") return { problem: "may not be read; change its permissions" };
  // below a file there is nothing, not even for a look at links
  if (code === "ENOTDIR") return undefined;
  if (code !== "ENOENT") return { problem: `cannot be read (${code})` };
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink) return { problem: `is a link to something that is not there; put a ${wanted} in its place` };
  // what a folder lists and nobody can name
  return path.includes("\ufffd") ? { problem: "is named in bytes that are no UTF-8; rename it" } : undefined;
}
