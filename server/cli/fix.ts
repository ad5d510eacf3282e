/** Fixes: those that are certain, made in a text or shown as a diff. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { certainFix } from "../features/codeActions";
import type { Finding } from "../features/diagnostics";
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
  let result = "";
  let count = 0;
  let at = 0;
  for (const finding of found) {
    const replacement = mended.has(finding.from) ? certainFix(finding) : undefined;
    if (replacement === undefined || finding.from < at) continue;
    result += text.slice(at, finding.from) + replacement;
    at = finding.to;
    count++;
  }
  return { text: result + text.slice(at), count };
}

/**
 * What changed in a note, as `git apply` and `patch -p1` take it.
 * @param file path of the note
 */
export function diffOf(file: string, before: string, after: string): string {
  const inside = pathInside(process.cwd(), file);
  const [a, b] = inside === undefined ? [file, file] : [`a/${inside}`, `b/${inside}`];
  return createTwoFilesPatch(slashes(a), slashes(b), before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
