/** Columns of `names.tsv` that are not read: of those in which something stands it is told, at their heading. */
import { codesOf, editDistance } from "../dataset/distance";
import { COLUMNS, textIn } from "./row";
import type { Problem } from "./workspace";

/** How many columns are told of. */
const MOST = 20;
/** What a heading begins with whose column is somebody's own affair, as lines that begin so are. */
const OWN = "#";

export class UnreadColumns {
  private readonly columns: readonly string[];
  /** Those in which nothing was found so far, and those in which something was, by their numbers. */
  private readonly empty: Set<number>;
  private readonly filled: number[] = [];

  /** @param columns the headings as they are read, in small letters */
  constructor(columns: readonly string[]) {
    this.columns = columns;
    const isUnread = (column: string, i: number) => !isColumn(column) || columns.indexOf(column) !== i;
    this.empty = new Set(columns.flatMap((column, i) => (column && !column.startsWith(OWN) && isUnread(column, i) ? [i] : [])));
  }

  /** Notes what stands in a row. */
  see(cells: readonly string[]): void {
    for (const i of this.empty)
      if (textIn(cells[i])) {
        this.empty.delete(i);
        this.filled.push(i);
      }
  }

  /**
   * What is to be told, in the order of the columns.
   * @param line the number of the line that holds the headings
   * @param head that line
   */
  problems(line: number, head: string): Problem[] {
    const cells = head.split("\t");
    return [...this.filled]
      .sort((a, b) => a - b)
      .slice(0, MOST)
      .map((i) => {
        const from = cells.slice(0, i).reduce((sum, { length }) => sum + length + 1, 0);
        return { line, from, to: from + cells[i]!.length, ...this.problemOf(i) };
      });
  }

  private problemOf(i: number): Pick<Problem, "message" | "isRead"> {
    const { columns } = this;
    const heading = columns[i]!;
    const meant = COLUMNS.find((one) => !columns.includes(one) && isNearly(heading, one));
    const which = `The column “${heading}” (${i + 1}) is not read`;
    if (meant) return { message: `${which}; if it is meant, call it “${meant}”.` };
    const reason = isColumn(heading) ? ", for there is one of that name before it" : "";
    const cure = columns.includes("note") ? "write what cards are to show into “note”" : "if cards are to show it, call it “note”";
    return { message: `${which}${reason}; ${cure}. If it is for you alone, begin its heading with “${OWN}”.`, isRead: true };
  }
}

const isColumn = (heading: string): boolean => (COLUMNS as readonly string[]).includes(heading);

/** Whether a heading looks like that of a column: "Notes", "preferred_name", "prefered". */
const isNearly = (heading: string, column: string): boolean =>
  heading
    .split(/[ _]/)
    .some(
      (word) =>
        word.length > 2 && editDistance(codesOf(word), word.length, codesOf(column), column.length, 2) <= (column.length > 4 ? 2 : 1),
    );
