/**
 * Keeps what the index knows of each note from one session to the next: to read ten thousand notes takes half a minute, to see
 * which of them have changed a second. It lies in files in a folder that the client has for us, outside the workspace, and holds
 * addresses of notes and numbers, none of their text. Only in Node.
 *
 * There is a file for each dataset that notes were read with. If it was made by another build, or with another dataset or
 * encoding, all notes are read again.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import type { Dataset } from "./dataset/dataset";
import type { KeptNote } from "./index/backgroundHost";
import type { Encoding } from "./positions";

/** How many files are kept, those written last: each folder with names of its own has one, as many as datasets are held. */
const MOST = 16;
/** The files of ours that an index depends on. */
const MADE_BY = ["process.js", "later.js", "../data/dataset.bin"];

/**
 * What the notes said when {@link keepNotes} was last called; empty if that was with another build, dataset or encoding, or if the
 * file is damaged.
 */
export async function keptNotes(folder: string, dataset: Dataset, encoding: Encoding): Promise<readonly KeptNote[]> {
  try {
    const about = await aboutOf(dataset, encoding);
    const file = fileIn(folder, about);
    // a pipe in its place would be waited for
    if (!(await stat(file)).isFile()) return [];
    // gzip tells by a sum whether all of it is as it was written
    const bytes = await promisify(gunzip)(await readFile(file));
    const kept = deserialize(bytes) as { about: string; notes: readonly KeptNote[] };
    return kept.about === about ? kept.notes : [];
  } catch {
    return [];
  }
}

/** Keeps what notes say. Never rejects: if it fails, they are read again. */
export async function keepNotes(folder: string, dataset: Dataset, encoding: Encoding, notes: readonly KeptNote[]): Promise<void> {
  try {
    const about = await aboutOf(dataset, encoding);
    const bytes = await promisify(gzip)(serialize({ about, notes }), { level: 1 });
    const file = fileIn(folder, about);
    await mkdir(path.dirname(file), { recursive: true });
    // whoever reads it meanwhile has the one before; another window may write the same, or remove what we would
    const written = `${file}.${randomUUID()}.new`;
    await writeFile(written, bytes);
    await removeOld(path.dirname(file), [file, written]).catch(() => undefined);
    await rename(written, file);
  } catch {
    // a disk that is full, a folder that cannot be written
  }
}

const fileIn = (folder: string, about: string): string => path.join(fileURLToPath(folder), `index-${about.slice(0, 16)}.gz`);

/** Removes the oldest files, so that {@link MOST} are left with the one that is being written. */
async function removeOld(folder: string, but: readonly string[]): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^index.*\.gz(?:\..*new)?$/.test(name));
  const others = names.map((name) => path.join(folder, name)).filter((file) => !but.includes(file));
  const files = await Promise.all(others.map(async (file) => ({ file, written: (await stat(file)).mtimeMs })));
  const old = files.sort((a, b) => b.written - a.written).slice(MOST - 1);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

/** What an index must have been made with to be of use: names are known by their numbers in the dataset. */
async function aboutOf({ version, ownParts }: Dataset, encoding: Encoding): Promise<string> {
  const files = await Promise.all(MADE_BY.map((file) => stat(path.join(__dirname, file))));
  const said = JSON.stringify([version, encoding, files.map(({ mtimeMs, size }) => [mtimeMs, size]), ownParts]);
  return createHash("sha256").update(said).digest("hex");
}
