/** What tests begin and make: a server ends with the test that began it, folders go when all tests are done. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const made: string[] = [];
process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder of its own. @param files their texts by their paths in it */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}, name = "metastasis-notes-"): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), name)));
  made.push(folder);
  writeFiles(folder, files);
  return folder;
}

/** Writes files into a folder, with the folders in which they lie. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

let begun: Array<() => unknown> | undefined;
beforeEach(() => {
  begun = [];
});
afterEach(() => {
  for (const end of begun ?? []) end();
  begun = undefined;
});

/** Has something ended with the test that runs. What is begun before the tests of a block, the block ends itself. */
export const endWithTest = (end: () => unknown): void => void begun?.push(end);
