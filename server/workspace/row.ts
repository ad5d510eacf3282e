/** A row of `names.tsv`: the text of its cells, and what is wrong with them. */
import { INVISIBLE } from "../dataset/fold";
import { isEverywhere, isQuoted } from "./names";

export const COLUMNS = ["name", "kind", "preferred", "note"] as const;
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The greatest length of a name, of a row's note, and of the note of a record, which is put together of its rows'. */
export const LONGEST = { name: 120, note: 400, summary: 600 };

/** The text of a cell, without the marks that spreadsheets put around some. */
export function textIn(cell = ""): string {
  const text = cell.replace(INVISIBLE, "").trim();
  const isMarked = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isMarked ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

/** The cells of a row. One in quotation marks may hold tabs, which become spaces, if its second mark ends a cell. */
export function cellsOf(line: string): string[] {
  const parts = line.split("\t");
  if (!line.includes('"')) return parts;
  const cells: string[] = [];
  let open = -1;
  for (const part of parts) {
    cells.push(part);
    if (!hasOpenMark(part)) continue;
    if (open >= 0 && part.endsWith('"')) {
      cells.push(cells.splice(open).join(" "));
      open = -1;
    } else open = part.startsWith('"') ? cells.length - 1 : -1;
  }
  return cells;
}

/** Whether a cell begins with a quotation mark and does not end. */
export const isOpen = (cell: string): boolean => cell.startsWith('"') && hasOpenMark(cell);
const hasOpenMark = (cell: string): boolean => cell.split('"').length % 2 === 0;

/** What spreadsheets write for a formula that is none, as "-5FU" is to them: "#NAME?", "#REF!", "#DIV/0!". */
export const FAULT = /^#(?:[A-Z]+(?:\/0)?[?!]|N\/A)(?=\t|$)/;
/** "3.14", "1,5E+05", "01.03.2020"; not "9-1-1", which is a complex of proteins. */
const NUMBER = /^(?!\d(?:-\d)+$)\d[\d.,/:\s-]*(?:E[+-]?\d+)?%?$/i;

/** "2-Sep", which was SEPT2, as spreadsheets write days in English and German, with a year or without; not "Oct-4", which is a protein. */
const DAY = /^\d{1,2}(?:-|\. ?| )(?:jan|feb|mar|mrz|apr|may|mai|jun|jul|aug|sept?|oct|okt|nov|dec|dez)(?:[-. ]{1,2}\d{2,4})?$/i;
/** "Sep-02", "Mar 2001"; "MAR-2001" and "Dec-1029" are codes. */
const MONTH = /^(?:Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[-. ](?:0\d|(?:19|20)\d\d)$/;

/** What is wrong with a row of any kind, and the cure; nothing if all is well. */
export function problemOf({ name, preferred, note }: Row): string | undefined {
  if (name.length < 2) return "The name is missing, or a single letter; write it, or take the row out.";
  if (name.length > LONGEST.name || preferred.length > LONGEST.name) return `A name is longer than ${LONGEST.name} characters; shorten it.`;
  for (const text of [name, preferred])
    if (FAULT.test(text)) return `“${text}” is what a spreadsheet puts in the place of what it cannot work out; write the name.`;
    else if (isQuoted(text)) return `“${text}” has quotation marks around it, which count as letters; take them out.`;
    else if (text && !/^[\p{L}\p{N}]/u.test(text)) return `“${text}” begins with a sign; a name begins with a letter or a digit.`;
    else if (NUMBER.test(text) || DAY.test(text) || MONTH.test(text))
      return `“${text}” is a number or a date, which spreadsheets make of some names; write the name, in a column of text.`;
    else if (isEverywhere(text))
      return `“${text}” is a word of nearly every sentence, and would be taken for this each time; take the row out.`;
  return note.length > LONGEST.note ? `The note is longer than ${LONGEST.note} characters; shorten it.` : undefined;
}

/** What is wrong with a row whose cells have spaces between them, as editors write for the Tab key; nothing in one of a single word. */
export const withoutTab = (line: string): string | undefined =>
  line.includes("\t") || !line.trim().includes(" ")
    ? undefined
    : "There is no tab in this row; put one between its cells. Your editor may write spaces for the Tab key.";
