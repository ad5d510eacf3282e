/** Quick fixes for the findings in a range. */
import type { Finding } from "./diagnostics";

export type Fix =
  | { readonly kind: "replace"; readonly title: string; readonly finding: Finding; readonly text: string; readonly isPreferred: boolean }
  | { readonly kind: "accept"; readonly title: string; readonly finding: Finding; readonly word: string };

/**
 * @param found all findings of the note
 * @param from start of the range, as an offset in the note
 * @param to its end
 * @returns the fixes of each finding that touches the range, the best first
 */
export function fixes(found: readonly Finding[], from: number, to: number): Fix[] {
  return found
    .filter((finding) => finding.from <= to && from <= finding.to)
    .flatMap((finding): Fix[] => [
      ...finding.replacements.map(
        (text, i): Fix => ({ kind: "replace", title: `Replace with “${text}”`, finding, text, isPreferred: i === 0 }),
      ),
      { kind: "accept", title: `Accept “${finding.word}” as a word`, finding, word: finding.word },
    ]);
}

/**
 * The replacement that may be made without asking.
 * @returns nothing where a person must choose, or where there is nothing to replace
 */
export function certainFix({ rule, replacements, isKept }: Finding): string | undefined {
  return rule === "misspelled-name" && replacements.length === 1 && !isKept ? replacements[0] : undefined;
}
