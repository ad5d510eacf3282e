/** Fixes: those that are certain, made in a text or shown as a diff. */
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { certainFix } from "../features/codeActions";
import type { Finding } from "../features/diagnostics";
import type { Edit } from "../features/frontMatterEdits";
import { keptBars } from "../features/keptBars";
import { pathInside, slashes } from "./paths";

/**
 * Makes the certain fixes of a note.
 * @param found all its findings
 * @param isReported whether a finding is one that was asked for; its further places are mended with it
 * @returns the text afterwards, and the count of words that were replaced
 */
export function mend(text: string, found: readonly Finding[], isReported: (finding: Finding) => boolean): { text: string; count: number } {
  const mended = new Set<number>();
  for (const finding of found) if (isReported(finding)) for (const { from } of [finding, ...finding.others]) mended.add(from);
  const edits: Edit[] = [];
  for (const finding of found) {
    const replacement = mended.has(finding.from) ? certainFix(finding) : undefined;
    if (replacement === undefined || finding.from < (edits.at(-1)?.to ?? 0)) continue;
    edits.push({ from: finding.from, to: finding.to, text: replacement });
  }
  let result = "";
  let at = 0;
  for (const edit of keptBars(text, edits)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return { text: result + text.slice(at), count: edits.length };
}

/**
 * What changed in a note, as `git apply` and `patch -p1` take it.
 * @param file path of the note
 */
export function diffOf(file: string, before: string, after: string): string {
  const inside = pathInside(process.cwd(), file);
  const [a, b] = inside === undefined ? [file, file] : [`a/${inside}`, `b/${inside}`];
  const diff = createTwoFilesPatch(slashes(a), slashes(b), before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // to `patch` a name ends at its first space, unless a tab ends it
  const ended = (line: string) => (line.includes(" ", "--- ".length) && line["--- ".length] !== '"' ? `${line}\t` : line);
  const [old, mended, ...rest] = diff.split("\n");
  return [ended(old!), ended(mended!), ...rest].join("\n");
}

/**
 * Writes a text over another in its file, whose mode and links stay. Where that is impossible, as on a full disk, what was
 * overwritten is put back: a file that is emptied first would have lost its text then.
 * @throws why it is impossible
 */
export function overwrite(file: string, before: string, after: string): void {
  const [held, bytes] = [Buffer.from(before), Buffer.from(after)];
  const handle = openSync(file, "r+");
  try {
    put(handle, bytes);
  } catch (fault) {
    try {
      put(handle, held);
    } finally {
      ftruncateSync(handle, held.length);
      closeSync(handle);
    }
    throw fault;
  }
  ftruncateSync(handle, bytes.length);
  closeSync(handle);
}

/** Writes bytes from a file's start on. */
function put(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, at);
}
