/** Which cells of a table stand in the same row, and which cell heads a column. */
import type { Passage } from "./passage";

/** Gives each cell of a table its row and the heading of its column. */
export class TableReader {
  private headings: Array<Passage | undefined> = [];
  private row: Passage[] = [];
  private column = 0;
  private isHeader = false;

  /** A node begins; rows and delimiters count. */
  enter(name: string): void {
    if (name === "TableDelimiter") this.column++;
    else if (name === "TableHeader" || name === "TableRow") {
      this.isHeader = name === "TableHeader";
      if (this.isHeader) this.headings = [];
      this.row = [];
      this.column = 0;
    }
  }

  /** A cell was read. @param column which one it stands in, counted by delimiters where it is not said @returns the cell */
  add(cell: Passage, column = this.column): Passage {
    this.row.push(cell);
    cell.row = this.row;
    if (this.isHeader) this.headings[column] = cell;
    else cell.heading = this.headings[column];
    return cell;
  }
}
