/** Items of lists that give a name and what belongs to it: "nivolumab: PD-1", "sunitinib – VEGFR – approved 2006". */

/** What parts the two, and what is said besides. */
const BETWEEN = /→|[–—:=]|\s->?\s/;
const BEHIND = /[\n\r;,(]|\s\/\s|\.(?=\s|$)/;
/** What no name has. */
const NO_NAME = /[\n\r,;|()[\]?\ufffc]/;
/** How long the two may be, and as much of the text as may hold them. */
const LONGEST = [60, 40] as const;
const MOST = 120;
const MARK = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+/;

/** A pair as it is written. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** The pair that a text begins with; nothing where it begins with none. */
export function pairOf(text: string): Pair | undefined {
  const [before = "", after = ""] = text.slice(0, MOST).split(BETWEEN, 2);
  const [first, second] = [before.trim(), after.split(BEHIND, 1)[0]!.trim()];
  const isPair = first && second && first.length <= LONGEST[0] && second.length <= LONGEST[1] && !NO_NAME.test(first + second);
  return isPair ? { first, second } : undefined;
}

/** The pairs that the items of lists in a block of Markdown begin with, without marks of emphasis. */
export const pairsIn = (source: string): Pair[] =>
  source.split("\n").flatMap((line) => {
    const mark = MARK.exec(line)?.[0].length;
    return (mark && pairOf(line.slice(mark, mark + MOST).replace(/[*_`]/g, ""))) || [];
  });
