/** Columns of `names.tsv` that are not read though they may be meant: of those in which something stands it is told, at their heading. */
import { codesOf, editDistance } from "../dataset/distance";
import { COLUMNS, textIn } from "./row";
import type { Problem } from "./workspace";

export class UnreadColumns {
  /** What is to be told of a column, by its number, and of which of them something was found. */
  private readonly messages: ReadonlyMap<number, string>;
  private readonly filled = new Set<number>();

  /** @param columns the headings as they are read, in small letters; what is called otherwise is the lab's own affair */
  constructor(columns: readonly string[]) {
    this.messages = new Map(
      columns.flatMap((heading, i) => {
        const cure = cureOf(columns, heading, i);
        return cure ? [[i, `The column “${heading}” (${i + 1}) is not read${cure}.`]] : [];
      }),
    );
  }

  /** Notes what stands in a row. */
  see(cells: readonly string[]): void {
    for (const i of this.messages.keys()) if (!this.filled.has(i) && textIn(cells[i])) this.filled.add(i);
  }

  /**
   * What is to be told, in the order of the columns.
   * @param line the number of the line that holds the headings
   * @param head that line
   */
  problems(line: number, head: string): Problem[] {
    const cells = head.split("\t");
    return [...this.messages]
      .filter(([i]) => this.filled.has(i))
      .map(([i, message]) => {
        const from = cells.slice(0, i).reduce((sum, { length }) => sum + length + 1, 0);
        return { line, from, to: from + cells[i]!.length, message };
      });
  }
}

/** Why a column is not read, with what to do; nothing for one that is, and for one of the lab's own. */
function cureOf(columns: readonly string[], heading: string, i: number): string | undefined {
  if ((COLUMNS as readonly string[]).includes(heading))
    return columns.indexOf(heading) < i ? ", for there is one of that name before it: join the two, or call it otherwise" : undefined;
  const meant = COLUMNS.find((one) => !columns.includes(one) && isNearly(heading, one));
  return meant && `; if it is meant, call it “${meant}”`;
}

/** Whether a heading looks like that of a column: "Notes", "preferred_name", "prefered". */
const isNearly = (heading: string, column: string): boolean =>
  heading
    .split(/[ _]/)
    .some(
      (word) =>
        word.length > 2 && editDistance(codesOf(word), word.length, codesOf(column), column.length, 2) <= (column.length > 4 ? 2 : 1),
    );
