/** Places in a text: what stands there, before and behind, and which of them overlap. */

/** A piece of a text, by the offset of its first unit and the one behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far before and behind a place is looked, in UTF-16 units. */
export const AROUND = 40;

export const writtenAt = (text: string, { start, end }: Span): string => text.slice(start, end);
export const textBefore = (text: string, { start }: Span): string => text.slice(Math.max(0, start - AROUND), start);
export const textAfter = (text: string, { end }: Span): string => text.slice(end, end + AROUND);

/** Whether a place shares a character with one of some others. */
export const overlaps = ({ start, end }: Span, others: readonly Span[]): boolean =>
  others.some((other) => other.start < end && start < other.end);

/** The places of two lists in order of their start. */
export const joinedByStart = <T extends Span>(places: readonly T[], further: readonly T[]): readonly T[] =>
  further.length > 0 ? [...places, ...further].sort((a, b) => a.start - b.start) : places;
