/** A passage as claims are looked for in it: without the marks of its links, "the [[cetuximab|antibody]]", "[cetuximab](…) is". */
import { GAP, LINE_END } from "./mask";
import type { Mention } from "./mentions";

export interface Unlinked {
  readonly text: string;
  /** The names of that text, at their places in it. */
  readonly mentions: readonly Mention[];
  /** Where a piece of that text stands in the passage's. */
  piece(start: number, end: number): [start: number, end: number];
}

/** What stands around the text of a link, and the target of one that says something else. */
const MARKS = /\[\[(?:[^[\]|]{1,80}\|)?|\]\]|\[(?=[^[\]]{1,200}\](?:\(\ufffc|\ufffc))|\](?:\(\ufffc[^()]{0,9}\)|\ufffc)/g;

/**
 * Takes the marks of links out of a text, and makes gaps of the ends of lines that `<br>` makes.
 * @param mentions the names in the text; names in the target of a link that shows other words are left out
 */
export function unlinked(written: string, mentions: readonly Mention[]): Unlinked {
  const text = written.replaceAll(LINE_END, GAP);
  const cuts = text.includes("[") ? Array.from(text.matchAll(MARKS), ({ index, 0: all }) => [index, all.length] as const) : [];
  if (cuts.length === 0) return { text, mentions, piece: (start, end) => [start, end] };
  const moved = (at: number) => cuts.reduce((left, [index, length]) => (index < at ? left - length : left), at);
  const isCut = ({ start }: Mention) => cuts.some(([index, length]) => index < start && start < index + length);
  return {
    text: text.replace(MARKS, ""),
    mentions: mentions.flatMap((one) => (isCut(one) ? [] : [{ ...one, start: moved(one.start), end: moved(one.end) }])),
    piece(start, end) {
      let [from, to] = [start, end];
      for (const [index, length] of cuts) {
        if (index <= from) from += length;
        if (index < to) to += length;
      }
      return [from, to];
    },
  };
}
