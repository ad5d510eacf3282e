/** The readings that a note chooses for its names: `readings: { TAM: tamoxifen }` in its front matter. */
import type { Dataset } from "../dataset/dataset";
import { preferredFor } from "../dataset/nameKinds";
import type { FrontMatter } from "./frontmatter";
import type { Mention } from "./mentions";
import { type Passage, sourceRange } from "./passage";
import { joinedByStart, overlaps } from "./spans";

/** Names as they are written, each with the name of what is meant. */
export type Readings = ReadonlyArray<readonly [written: string, meant: string]>;

/** The readings that a front matter chooses; nothing where it chooses none. */
export function readingsOf({ readings }: FrontMatter): Readings | undefined {
  return readings.length > 0 ? readings.map(([written, meant]) => [written.text, meant.text] as const) : undefined;
}

/**
 * The mentions of a passage with the chosen readings in the place of others; a chosen name counts wherever it stands
 * as a word, whatever its sentence says.
 * @returns in order of their start
 */
export function withReadings(dataset: Dataset, passage: Passage, mentions: readonly Mention[]): readonly Mention[] {
  const chosen: Mention[] = [];
  for (const [written, meant] of passage.readings ?? []) {
    const spelled = dataset.lexicon.lookUp(meant).filter((name) => dataset.lexicon.type(name) !== "misspelling");
    // a record's own name means that record, though others have it as well
    const own = spelled.filter((name) => preferredFor(dataset, name) === meant);
    const names = own.length > 0 ? own : spelled;
    const escaped = written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (names.length === 0 || escaped === "") continue;
    for (const { index } of passage.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu"))) {
      const end = index + written.length;
      const isInside = (other: Mention) => other.start <= index && end <= other.end && other.end - other.start > written.length;
      if (mentions.some(isInside)) continue;
      chosen.push({ start: index, end, ...sourceRange(passage, index, end), names, pointer: false });
    }
  }
  if (chosen.length === 0) return mentions;
  return joinedByStart(
    mentions.filter((mention) => !overlaps(mention, chosen)),
    chosen,
  );
}
