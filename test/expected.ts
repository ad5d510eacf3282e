/** What tests expect in files of the repository: with `EXPECTED=write` they write it anew, to be read before it is committed. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./client";

/** Whether what is expected is written anew. */
export const isWrittenAnew = process.env["EXPECTED"] === "write";

/** Checks that a file says this. @param name below the checkout */
export function checkFile(name: string, said: string): void {
  const file = path.join(ROOT, name);
  if (isWrittenAnew) writeFileSync(file, said);
  assert.equal(said, existsSync(file) ? readFileSync(file, "utf8") : undefined);
}
