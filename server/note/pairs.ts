/** Items of lists that give a name and what belongs to it: "nivolumab: PD-1", "sunitinib – VEGFR – approved 2006". */

/** What parts the two, and what is said besides. */
const BETWEEN = /→|[–—:=]|\s->?\s/;
const BEHIND = /[\n\r;,(]|\s\/\s|\.(?=\s|$)/;
/** What no name has. */
const NO_NAME = /[\n\r,;|()[\]?\ufffc]/;
/** How long the two may be, and as much of the text as may hold them. */
const LONGEST = [60, 40] as const;
const MOST = 120;
const MARK = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** A pair as it is written. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  /** Whether an arrow parts them, which may say what comes next. */
  readonly isArrow: boolean;
}

/** The pair that a text begins with; nothing where it begins with none. */
export function pairOf(text: string): Pair | undefined {
  const beginning = text.slice(0, MOST);
  const [before = "", after = ""] = beginning.split(BETWEEN, 2);
  const [first, second] = [before.trim(), after.split(BEHIND, 1)[0]!.trim()];
  const isPair = first && second && first.length <= LONGEST[0] && second.length <= LONGEST[1] && !NO_NAME.test(first + second);
  return isPair ? { first, second, isArrow: /[→>]/.test(BETWEEN.exec(beginning)![0]) } : undefined;
}

/** The pairs that items of lists begin with, without marks of emphasis. @param items as they stand in Markdown, from their mark on */
export const pairsIn = (items: readonly string[]): Pair[] => items.flatMap((item) => pairOf(beginningOf(item)) ?? []);

const beginningOf = (item: string): string =>
  item
    .slice(0, 2 * MOST)
    .replace(MARK, "")
    .split("\n", 1)[0]!
    .replace(/[*_`]/g, "");
