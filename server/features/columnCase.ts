/** How the names of a table's column begin. A brand has a capital wherever it stands; what replaces it is written as the others. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import type { Passage } from "../note/passage";
import { tableAt } from "../note/table";

/** The first word of a cell, behind marks. */
const FIRST_WORD = /^[*_[“"(]*(\p{L}[\p{L}\d-]*)/u;
const IN_SMALL_LETTERS = /^[a-z]{3}/;
const WITH_CAPITAL = /^[A-Z][a-z]{2}/;

/** Whether the other cells of the column at an offset begin with small letters, as far as they are looked at; false outside tables and in headers. */
export function isSmallColumn({ lexicon }: Dataset, note: Note, offset: number): boolean {
  const table = tableAt(note, offset);
  if (!table || table.row < 0) return false;
  let small = 0;
  for (const [i, row] of table.rows.entries()) {
    const [, word = ""] = FIRST_WORD.exec(row[table.column]?.text ?? "") ?? [];
    if (i === table.row) continue;
    if (IN_SMALL_LETTERS.test(word)) small++;
    else if (WITH_CAPITAL.test(word) && !lexicon.lookUp(word).some((name) => lexicon.type(name) === "brand")) small--;
  }
  return small > 0;
}

/** The same for many cells of a note: each column is looked at once. The offset is one in the cell. */
export function smallColumns(dataset: Dataset, note: Note): (cell: Passage, offset: number) => boolean {
  const known = new Map<Passage, boolean>();
  return ({ row, heading }, offset) => {
    if (!row) return false;
    const isSmall = (heading && known.get(heading)) ?? isSmallColumn(dataset, note, offset);
    if (heading) known.set(heading, isSmall);
    return isSmall;
  };
}
