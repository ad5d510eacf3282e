/**
 * After an edit, carries over what was found in a block's passages to the passages that still say the same: nearly all of a long
 * list or table.
 */
import type { Block } from "./block";
import { isMonth } from "./headings";
import { pairOf } from "./pairs";
import type { Passage } from "./passage";

/**
 * Carries over what was found.
 * @param before the block before the edit, whose passages are known
 * @param after the passages after it, in order; nothing was looked for in them yet
 * @param isQuoting whether a quotation may stand in the block after the edit
 */
export function carryOver(before: Block, after: readonly Passage[], isQuoting: boolean): void {
  const passages = before.passages!;
  const notable = isQuoting || before.isQuoting || !before.notable ? undefined : new Set(before.notable.list);
  const most = Math.min(passages.length, after.length);
  const take = (old: Passage, now: Passage): boolean => {
    if (!isAlike(old, now)) return false;
    const isRowSame = isInSameRow(old, now);
    now.reading = old.reading?.movedTo(now, now.from - old.from, isRowSame);
    // what is said of a passage hangs on its row, on whose words it stands in, and that of a pair on the other pairs of its list
    if (notable && !notable.has(old) && isRowSame && !pairOf(now.text)) now.remarks = old.remarks;
    return true;
  };
  let same = 0;
  while (same < most && take(passages[same]!, after[same]!)) same++;
  for (let i = 1; i <= most - same && take(passages.at(-i)!, after.at(-i)!); i++);
}

/** Whether two passages have the same text and markup, are of the same kind, and stand under the same heading. */
function isAlike(old: Passage, now: Passage): boolean {
  const by = now.from - old.from;
  return (
    old.text === now.text &&
    old.to + by === now.to &&
    old.slot === now.slot &&
    !old.directive &&
    !now.directive &&
    old.heading?.text === now.heading?.text &&
    isMonth(old) === isMonth(now) &&
    old.segments?.length === now.segments?.length &&
    (now.segments ?? []).every(({ at, from, to, afterMark }, i) => {
      const other = old.segments![i]!;
      return other.at === at && other.from + by === from && other.to + by === to && other.afterMark === afterMark;
    })
  );
}

const isInSameRow = ({ row }: Passage, now: Passage): boolean =>
  row?.length === now.row?.length && (row ?? []).every(({ text }, i) => text === now.row![i]!.text);
