/** What may be done to a table: fill a row, add a column, sort by status. Filled cells are never written over. */
import type { Dataset } from "../dataset/dataset";
import { statusOf } from "../dataset/status";
import type { Note } from "../note/note";
import { type Table, tableAt } from "../note/table";
import type { Fix } from "./codeActions";
import { type Role, roleOf, subjectOf, TITLES, valueFor } from "./columns";
import type { Edit } from "./frontMatterEdits";

/** Columns that can be added. */
const ADDED = ["target", "status", "class"] as const;
/** Statuses in the order in which rows are sorted; rows without one come last. */
const ORDER = [
  "approved",
  "approved regionally",
  "supportive care only",
  "filed",
  "in trials",
  "preclinical",
  "not approved in oncology",
  "discontinued",
  "withdrawn",
  "status unknown",
];

/** The actions at a place. @returns none outside tables, and none that would change nothing */
export function tableActions(dataset: Dataset, note: Note, offset: number): Fix[] {
  const table = tableAt(note, offset);
  if (!table || table.rows.length === 0) return [];
  const actions: Fix[] = [];
  const offer = (title: string, edits: readonly Edit[]) => {
    if (edits.length > 0) actions.push({ title, kind: "refactor", does: "edit", edits });
  };
  offer("Fill this row from the dataset", rowEdits(dataset, note, table));
  // a table so long that its end is not looked at is not changed by half
  if (note.lineAt(table.lastLine + 1).includes("|")) return actions;
  const roles = table.header.map(({ text }) => roleOf(text));
  for (const role of ADDED)
    if (!roles.includes(role)) offer(`Add column: ${TITLES[role].toLowerCase()}`, columnEdits(dataset, note, table, role));
  offer("Sort by status", sortEdits(dataset, note, table));
  return actions;
}

function rowEdits(dataset: Dataset, note: Note, table: Table): Edit[] {
  const row = table.rows[table.row];
  const subject = row && subjectOf(dataset, table, table.row);
  if (!row || !subject) return [];
  const edits: Edit[] = [];
  let missing = "";
  let isFilled = false;
  for (const [column, { text }] of table.header.entries()) {
    const cell = row[column];
    const role = roleOf(text);
    const value = (role && cell?.text !== undefined && cell.text !== "" ? undefined : role && valueFor(dataset, subject, role)) ?? "";
    if (cell) {
      if (cell.text === "" && value) edits.push({ from: cell.start, to: cell.end, text: ` ${value} `.padEnd(cell.end - cell.start) });
    } else {
      missing += ` ${value} |`;
      isFilled ||= value !== "";
    }
  }
  if (isFilled) {
    const end = lineEnd(note, rowLine(table, table.row));
    edits.push({ from: end, to: end, text: `${endsWithBar(note, rowLine(table, table.row)) ? "" : " |"}${missing}` });
  }
  return edits;
}

/** A further column at the end, with a value where a row's subject has one; nothing where none has. */
function columnEdits(dataset: Dataset, note: Note, table: Table, role: Role): Edit[] {
  const values = table.rows.map((_, row) => {
    const subject = subjectOf(dataset, table, row);
    return (subject && valueFor(dataset, subject, role)) ?? "";
  });
  if (values.every((value) => value === "")) return [];
  const width = isAligned(note, table) ? Math.max(...[TITLES[role], ...values].map(({ length }) => length)) : 0;
  const { header, firstLine } = table;
  const append = (line: number, text: string, cells: Table["header"]): Edit => {
    // what a row has beyond the columns is not shown: the new cell stands before it
    const beyond = cells[header.length];
    if (beyond) return { from: beyond.start, to: beyond.start, text: ` ${text} |` };
    const end = lineEnd(note, line);
    // a row that lacks cells gets them, so that the new one stands in its column
    const lacking = " |".repeat(header.length - cells.length);
    return { from: end, to: end, text: `${endsWithBar(note, line) ? "" : " |"}${lacking} ${text.padEnd(width)} |` };
  };
  return [
    append(firstLine, TITLES[role], header),
    append(firstLine + 1, "-".repeat(Math.max(3, width)), header),
    ...values.map((value, row) => append(rowLine(table, row), value, table.rows[row]!)),
  ];
}

/** Whether a table's lines are of one length: then so are its cells, as a rule, and its bars stand below each other. */
function isAligned(note: Note, { firstLine, lastLine }: Table): boolean {
  const lengths = new Set<number>();
  for (let line = firstLine; line <= lastLine; line++) lengths.add(note.lineAt(line).trimEnd().length);
  return lengths.size === 1;
}

/** Rows in the order of their drugs' statuses; those of one status stay in their order. */
function sortEdits(dataset: Dataset, note: Note, table: Table): Edit[] {
  const places = table.rows.map((_, row) => {
    const subject = subjectOf(dataset, table, row);
    const place = subject?.kind === "drug" ? ORDER.indexOf(statusOf(subject).word) : -1;
    return { row, place: place < 0 ? ORDER.length : place };
  });
  if (places.every(({ place }) => place === ORDER.length)) return [];
  const sorted = [...places].sort((a, b) => a.place - b.place || a.row - b.row);
  return sorted.flatMap(({ row }, i): Edit[] => {
    if (row === i) return [];
    const line = rowLine(table, i);
    return [{ from: note.offsetAt({ line, character: 0 }), to: lineEnd(note, line), text: note.lineAt(rowLine(table, row)) }];
  });
}

const rowLine = (table: Table, row: number): number => table.firstLine + 2 + row;
/** End of a line's text, without space behind it. */
const lineEnd = (note: Note, line: number): number => note.offsetAt({ line, character: note.lineAt(line).trimEnd().length });
const endsWithBar = (note: Note, line: number): boolean => /(?<!\\)\|\s*$/.test(note.lineAt(line));
