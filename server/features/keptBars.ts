/** Keeps the bars of drawn and aligned tables in their columns when words in their cells become longer or shorter. */
import type { Edit } from "./frontMatterEdits";

/**
 * The edits with the spaces behind the last of each cell taken in, as many more or fewer as keep the cell's width.
 * @param text of the note as it is
 * @param edits in order, without overlaps
 * @returns as many edits in the same order; as they are outside such tables, and where a cell has no room
 */
export function keptBars(text: string, edits: readonly Edit[]): Edit[] {
  let gained = 0;
  return edits.map((edit, i) => {
    gained += edit.text.length - (edit.to - edit.from);
    const bar = barBehind(text, edit.to);
    if (bar !== undefined && edits[i + 1] && edits[i + 1]!.from < bar) return edit;
    const more = gained;
    gained = 0;
    const least = bar === undefined || more === 0 ? undefined : leastSpaces(text, bar);
    if (least === undefined) return edit;
    let end = bar!;
    while (end > edit.to && text[end - 1] === " ") end--;
    const spaces = bar! - end - more;
    return spaces < least ? edit : { from: edit.from, to: bar!, text: edit.text + text.slice(edit.to, end) + " ".repeat(spaces) };
  });
}

/** Where the cell ends in whose text a place is; nothing where no bar follows in its line. */
function barBehind(text: string, at: number): number | undefined {
  const end = text.indexOf("\n", at);
  const length = text.slice(at, end < 0 ? undefined : end).indexOf("|");
  return length < 0 ? undefined : at + length;
}

/** How many spaces there must be before a bar: one, or none in a grid; nothing where the lines around have no bar in its column. */
function leastSpaces(text: string, bar: number): 0 | 1 | undefined {
  const start = text.lastIndexOf("\n", bar) + 1;
  const end = text.indexOf("\n", bar);
  const around = [text.slice(text.lastIndexOf("\n", start - 2) + 1, start), end < 0 ? "" : text.slice(end + 1)];
  const signs = around.map((lines) => lines.split("\n", 1)[0]![bar - start]);
  return signs.includes("+") ? 0 : signs.includes("|") ? 1 : undefined;
}
