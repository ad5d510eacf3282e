/** A piece of prose: what it says, where that stands in the note, and what was found in it. */
import type { Directive } from "./directives";
import type { SlotKind } from "./frontmatter";
import type { Reading } from "./reading";
import type { Readings } from "./readings";
import { lastUpTo } from "./search";
import type { UnknownWord } from "./unknownWord";

/** A piece of prose: a paragraph, heading, table cell, task or list text. Offsets count from its block's start. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  /** The text without markup. */
  readonly text: string;
  /** Where the parts of `text` come from, in order; nothing if it is the source as it stands from `from` on. */
  readonly segments: readonly Segment[] | undefined;
  /** For a comment that is meant for us, whose text is empty: what it says. */
  readonly directive: Directive | undefined;
  /** For a name that is declared in the front matter or by a link: the kind that it must be of. */
  readonly slot: SlotKind | undefined;
  /** The readings that its note chooses. */
  readings: Readings | undefined;
  /** For a cell of a table: the cells of its row, itself among them, and the cell that heads its column. */
  row: readonly Passage[] | undefined;
  heading: Passage | undefined;
  /** The names and words that were found in it; see mentions.ts and words.ts. */
  reading: Reading | undefined;
  words: readonly UnknownWord[] | undefined;
  /** What the rules say of it; see features/diagnostics.ts. */
  remarks: unknown;
}

/**
 * A passage in which nothing was found yet. It has all its fields from the start, so that the code that reads passages is compiled
 * for one shape.
 */
export const newPassage = (
  from: number,
  to: number,
  text: string,
  segments?: readonly Segment[],
  slot?: SlotKind,
  directive?: Directive,
): Passage => ({
  from,
  to,
  text,
  segments,
  directive,
  slot,
  readings: undefined,
  row: undefined,
  heading: undefined,
  reading: undefined,
  words: undefined,
  remarks: undefined,
});

/** A part of a passage's text, from `at` to the next part: it comes from [from, to) of the block, verbatim when both are as long. */
export interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Whether a mark of emphasis stands between the part before and this one. */
  readonly afterMark?: true;
}

/**
 * Where a piece of a passage stands in its block.
 * @param start first unit of the piece in the passage's text
 * @param end unit after its last; greater than `start`
 * @returns offsets in the block
 */
export function sourceRange(passage: Passage, start: number, end: number): { from: number; to: number } {
  const { segments } = passage;
  if (!segments) return { from: passage.from + start, to: passage.from + end };
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  let from = isVerbatim(passage, first) ? segments[first]!.from + start - segments[first]!.at : segments[first]!.from;
  let to = isVerbatim(passage, last) ? segments[last]!.from + end - segments[last]!.at : segments[last]!.to;
  // where emphasis begins inside and ends at the edge, or the other way round, its mark belongs to the range
  let marks = 0;
  for (let i = first + 1; i <= last; i++) if (segments[i]!.afterMark) marks++;
  if (marks % 2 === 1) {
    if (to === segments[last]!.to && segments[last + 1]?.afterMark) to = segments[last + 1]!.from;
    else if (to === segments[last]!.to && last === segments.length - 1 && passage.to > to) to = passage.to;
    else if (from === segments[first]!.from && segments[first]!.afterMark) from = segments[first - 1]?.to ?? passage.from;
  }
  return { from, to };
}

/**
 * The unit of a passage's text for an offset of the block; for one inside markup, the end of the part before it. Math that is said
 * otherwise than it stands has the unit that is as far from its start, in proportion.
 */
export function textOffset(passage: Passage, offset: number): number {
  const { segments } = passage;
  if (!segments) return offset - passage.from;
  const index = lastUpTo(segments.length, (i) => segments[i]!.from, offset);
  const segment = segments[index];
  if (!segment) return 0;
  const next = segments[index + 1]?.at ?? passage.text.length;
  const into = Math.max(0, offset - segment.from);
  const [said, stands] = [next - segment.at, segment.to - segment.from];
  return Math.min(segment.at + (said > 1 && into < stands ? Math.floor((into * said) / stands) : into), next);
}

/** Whether an offset of the block stands in the text of a passage or at its edge, not between the lines of a cell, where other cells are. */
export function holds(passage: Passage, offset: number): boolean {
  const { segments } = passage;
  if (!segments) return true;
  const index = lastUpTo(segments.length, (i) => segments[i]!.from, offset);
  return index >= 0 && (offset === segments[index]!.from || isVerbatim(passage, index));
}

/** Whether a part of a passage's text is the source as it stands. */
const isVerbatim = ({ segments, text }: Passage, i: number): boolean =>
  segments![i]!.to - segments![i]!.from === (segments![i + 1]?.at ?? text.length) - segments![i]!.at;

/** Index of the part that holds a unit of the text. */
const segmentAt = (segments: readonly Segment[], at: number): number => lastUpTo(segments.length, (i) => segments[i]!.at, at);
