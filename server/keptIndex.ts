/**
 * What the index knows of each note, from one session to the next: to read ten thousand notes takes half a minute, to see which
 * of them have changed a second. In a file that the client has a folder for, outside the workspace: addresses of notes and
 * numbers, none of their text. In Node only. What it was made by and for must be the same, else all notes are read again.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import type { Dataset } from "./dataset/dataset";
import type { KeptNote } from "./index/background";
import type { Encoding } from "./positions";

const NAME = "index.gz";
/** What an index rests on besides notes. */
const MADE_BY = ["process.js", "later.js", "../data/dataset.bin"];

/** What notes said when {@link keepNotes} was called last; none where that was of another build, dataset or encoding, or is damaged. */
export async function keptNotes(folder: string, dataset: Dataset, encoding: Encoding): Promise<readonly KeptNote[]> {
  try {
    // gzip tells by a sum whether all of it is as it was written
    const bytes = await promisify(gunzip)(await readFile(path.join(fileURLToPath(folder), NAME)));
    const { about, notes } = deserialize(bytes) as { about: string; notes: readonly KeptNote[] };
    return about === (await aboutOf(dataset, encoding)) ? notes : [];
  } catch {
    return [];
  }
}

/** Keeps what notes say. Never rejects: without it they are read again. */
export async function keepNotes(folder: string, dataset: Dataset, encoding: Encoding, notes: readonly KeptNote[]): Promise<void> {
  try {
    const bytes = await promisify(gzip)(serialize({ about: await aboutOf(dataset, encoding), notes }), { level: 1 });
    const file = path.join(fileURLToPath(folder), NAME);
    await mkdir(path.dirname(file), { recursive: true });
    // whoever reads it meanwhile has the one before
    const written = `${file}.new`;
    await writeFile(written, bytes);
    await rename(written, file);
  } catch {
    // a disk that is full, a folder that cannot be written
  }
}

/** What makes an index of no use where it is another: names are known by their numbers in the dataset. */
async function aboutOf({ version, ownParts }: Dataset, encoding: Encoding): Promise<string> {
  const files = await Promise.all(MADE_BY.map((file) => stat(path.join(__dirname, file))));
  const said = JSON.stringify([version, encoding, files.map(({ mtimeMs, size }) => [mtimeMs, size]), ownParts]);
  return createHash("sha256").update(said).digest("hex");
}
