/** Tables that pandoc draws with lines, `+---+---+` between rows: a cell's text goes on in the lines below. */

/** A line of a cell, without the spaces around its text; offsets in the block. */
interface Line {
  readonly from: number;
  readonly to: number;
}

export interface GridRow {
  readonly isHeader: boolean;
  /** For each column its lines. */
  readonly cells: readonly Line[][];
}

const BORDER = /^\+(?:[-=:]+\+)+$/;

/**
 * Reads a table.
 * @param text that of a paragraph
 * @param from where it begins in its block
 * @returns its rows in order; nothing where it is no table, or has cells that span several columns
 */
export function gridRows(text: string, from: number): GridRow[] | undefined {
  const rows: GridRow[] = [];
  let columns = 0;
  let cells: Line[][] = [];
  let at = from;
  for (const line of text.split("\n")) {
    const drawn = line.replace(/^[\s>]+/, "");
    const bars = drawn.trimEnd();
    if (BORDER.test(bars)) {
      columns = bars.split("+").length - 2;
      if (cells.length > 0) rows.push({ isHeader: bars.includes("="), cells });
      cells = [];
    } else {
      const [left, ...texts] = bars.split("|");
      if (left || texts.pop() !== "" || texts.length !== columns) return undefined;
      let bar = at + line.length - drawn.length + 1;
      for (const [i, cell] of texts.entries()) {
        const start = bar + cell.length - cell.trimStart().length;
        cells[i] ??= [];
        cells[i].push({ from: start, to: start + cell.trim().length });
        bar += cell.length + 1;
      }
    }
    at += line.length + 1;
  }
  return cells.length > 0 ? undefined : rows;
}
