/** Carries what was found in a block's passages over an edit to those that say the same behind it: nearly all of a long list or table. */
import type { Block } from "./blocks";
import type { Reading } from "./mentions";
import type { Passage } from "./passage";

/**
 * @param before the block as it was, whose passages are known
 * @param after the passages of the block as it is, in order; nothing was looked for in them yet
 * @param isQuoting whether the block as it is holds a quotation
 */
export function carryOver(before: Block, after: readonly Passage[], isQuoting: boolean): void {
  const passages = before.passages!;
  const notable = isQuoting || before.isQuoting ? undefined : before.notable;
  const most = Math.min(passages.length, after.length);
  const take = (old: Passage, now: Passage): boolean => {
    if (!isAlike(old, now)) return false;
    now.reading = old.reading && moved(old.reading, now.from - old.from);
    // what is said of a passage hangs on its row, and on whose words it stands in
    if (notable && !notable.passages.includes(old) && isInSameRow(old, now)) now.remarks = old.remarks;
    return true;
  };
  let same = 0;
  while (same < most && take(passages[same]!, after[same]!)) same++;
  for (let i = 1; i <= most - same && take(passages.at(-i)!, after.at(-i)!); i++);
}

/** Whether two passages say the same with the same markup, of the same kind and under the same heading. */
function isAlike(old: Passage, now: Passage): boolean {
  const by = now.from - old.from;
  return (
    old.text === now.text &&
    old.to + by === now.to &&
    old.slot === now.slot &&
    !old.directive &&
    !now.directive &&
    old.heading?.text === now.heading?.text &&
    old.segments?.length === now.segments?.length &&
    (now.segments ?? []).every(({ at, from, to, afterMark }, i) => {
      const other = old.segments![i]!;
      return other.at === at && other.from + by === from && other.to + by === to && other.afterMark === afterMark;
    })
  );
}

const isInSameRow = ({ row }: Passage, now: Passage): boolean =>
  row?.length === now.row?.length && (row ?? []).every(({ text }, i) => text === now.row![i]!.text);

/** What was found in a passage that stands elsewhere in its block now. */
function moved(reading: Reading, by: number): Reading {
  if (by === 0) return reading;
  const { bound: _, ...rest } = reading;
  return { ...rest, mentions: rest.mentions.map((one) => ({ ...one, from: one.from + by, to: one.to + by })) };
}
