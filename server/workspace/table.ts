/**
 * `names.tsv`, for people who have a spreadsheet: a name in a row, with its kind, the name to show, and a note. Rows that show
 * the same name are one record.
 */
import type { Dataset } from "../dataset/dataset";
import type { OwnData } from "../dataset/own";
import { type Kind, type Name, RECORDED } from "../dataset/records";
import type { DataFile } from "./dataFile";
import { countsExactly, EXACT, unrecognised } from "./names";
import { COLUMNS, cellsOf, FAULT, isOpen, LONGEST, problemOf, type Row, textIn, withoutTab } from "./row";
import { slipIn } from "./slipIn";
import { UnreadColumns } from "./unreadColumns";
import type { Problem } from "./workspace";

type Column = (typeof COLUMNS)[number];

/** How many rows are read before others have their turn. */
const STEPS = 64;
/** How many rows a table may have, names a record, and lines a cell. */
const MOST = { rows: 100_000, names: 1000, lines: 20 };
/** How many problems are told of one file. */
const MOST_PROBLEMS = 100;

/** The kinds of records, and other words for them. */
const WORDS = new Map<string, Kind>([
  ...RECORDED.map((kind) => [kind, kind] as const),
  ...([
    ["compound", "drug"],
    ["gene", "target"],
    ["protein", "target"],
  ] as const),
]);

const HEAD = "“name⇥kind⇥preferred⇥note” into the first line, with tabs between";

/** Reads a table, in small steps. @returns the records that are sound, and the problems */
export function* readTable(text: string, bundled: Dataset | undefined): Generator<void, DataFile> {
  const lines = (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text).split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first < 0) return nothingBut({ line: 0, from: 0, to: 1, message: `This is empty; write ${HEAD}, or delete the file.` });
  const head = lines[first]!;
  const columns = head.split("\t").map((cell) => textIn(cell).toLowerCase());
  if (!columns.includes("name") || !columns.includes("kind")) {
    const isOther = !head.includes("\t") && /[,;]/.test(head);
    const cure = isOther ? "save the sheet as tab-separated text" : `write ${HEAD}`;
    return nothingBut({ line: first, from: 0, to: head.length, message: `The columns “name” and “kind” are missing; ${cure}.` });
  }
  const table = new Table(columns, bundled);
  for (let i = first + 1; i < lines.length; i++) {
    if (i % STEPS === 0) yield;
    const row = isBroken(lines[i]!) ? joinedRow(lines, i) : undefined;
    if (!table.take(row ? row.join(" ") : lines[i]!, i)) break;
    if (row) i += row.length - 1;
  }
  yield* table.doubts(lines);
  return { records: table.records, problems: [...table.unread.problems(first, head), ...table.problems], pointers: [] };
}

const nothingBut = (problem: Problem): DataFile => ({ records: [], problems: [problem], pointers: [] });

/** Whether a cell begins with a quotation mark and does not end in the line. */
const isBroken = (line: string): boolean => line.includes('"') && line.split("\t").some(isOpen);

/**
 * The lines of a row: several if a cell holds line ends, which spreadsheets put in quotation marks; only the first if none of them
 * closes the cell.
 */
function joinedRow(lines: readonly string[], first: number): readonly string[] {
  for (let count = 2; count <= MOST.lines; count++) {
    const row = lines.slice(first, first + count);
    if (!isBroken(row.join(" "))) return row;
  }
  return [lines[first]!];
}

/** A record while its rows are gathered. */
interface Gathered {
  readonly line: number;
  readonly reference: string;
  readonly data: OwnData & { names: Name[]; summary?: string };
}

/** What a table says of a kind. */
interface OfKind {
  /** The line of each name, by its spelling in small letters. */
  readonly lines: Map<string, number>;
  /** What a name is another name of, by its own line, by {@link keyOf}. */
  readonly others: Map<string, { readonly shown: string; readonly line: number }>;
  /** Records of the dataset that it adds to, by their ids, and those of its own, by how they are called. */
  readonly bundled: Map<string, Gathered>;
  readonly named: Map<string, Gathered>;
}

class Table {
  readonly problems: Problem[] = [];
  readonly unread: UnreadColumns;
  private readonly bundled: Dataset | undefined;
  /** Where each column stands. */
  private readonly places: Readonly<Record<Column, number>>;
  /** The records that the rows make. */
  readonly records: Gathered[] = [];
  /** Those of them that show another name than that of their first row. */
  private readonly doubted: Gathered[] = [];
  private readonly references = new Set<string>();
  private readonly ofKinds = new Map(
    RECORDED.map((kind): [Kind, OfKind] => [kind, { lines: new Map(), others: new Map(), bundled: new Map(), named: new Map() }]),
  );
  private rows = 0;

  constructor(columns: readonly string[], bundled: Dataset | undefined) {
    this.bundled = bundled;
    this.unread = new UnreadColumns(columns);
    this.places = Object.fromEntries(COLUMNS.map((column) => [column, columns.indexOf(column)])) as Record<Column, number>;
  }

  /** Reads a line. @param number of the line, from 0 @returns whether more are read */
  take(line: string, number: number): boolean {
    if ((line.charCodeAt(0) === 35 && !FAULT.test(line)) || line.trim() === "") return true;
    if (++this.rows > MOST.rows) {
      this.tell(number, line, `Rows from here on are not read: there are more than ${MOST.rows}; split the table.`);
      return false;
    }
    const row = this.rowOf(line);
    const kind = WORDS.get(row.kind.toLowerCase());
    if (kind === undefined) {
      this.tell(
        number,
        line,
        withoutTab(line) ?? problemOf(row) ?? `The kind is ${row.kind ? `“${row.kind}”` : "missing"}; write one of ${RECORDED.join(", ")}.`,
      );
      return true;
    }
    const { lines, others } = this.ofKinds.get(kind)!;
    const name = row.name.toLowerCase();
    const before = lines.get(name);
    const problem =
      problemOf(row) ??
      (before === undefined ? undefined : `“${row.name}” stands in line ${before} already; keep one of the rows.`) ??
      this.gather(row, kind, number + 1);
    if (problem) this.tell(number, line, problem);
    else {
      lines.set(name, number + 1);
      const doubt = unrecognised(row.name, this.bundled);
      if (doubt) this.tell(number, line, doubt, true);
      if (row.preferred && row.preferred !== row.name) {
        const key = keyOf(row.name);
        if (keyOf(row.preferred) !== key) others.set(key, { shown: row.preferred, line: number + 1 });
      }
    }
    return true;
  }

  /**
   * Notes, in small steps, the names to be shown that are themselves another name of something, and those that no row is for and that
   * are spelled nearly as one of the dataset's.
   * @param lines of the file
   */
  *doubts(lines: readonly string[]): Generator<void> {
    for (const { line, data } of this.doubted) {
      yield;
      const { kind, preferred_name: shown } = data;
      if (shown === undefined || this.problems.length >= MOST_PROBLEMS) continue;
      const ofKind = this.ofKinds.get(kind)!;
      const other = ofKind.others.get(keyOf(shown));
      const near = !ofKind.lines.has(shown.toLowerCase()) && this.bundled ? slipIn(this.bundled, kind, shown) : undefined;
      const message = other
        ? `“${shown}” is itself another name, of “${other.shown}” (line ${other.line}); give all names of one thing the same “preferred”.`
        : near && `“${shown}” becomes a ${kind} of your own. Did you mean ${near}? If not, give “${shown}” a row.`;
      if (message === undefined) continue;
      const from = Math.max(0, lines[line - 1]!.lastIndexOf(shown));
      this.problems.push({ line: line - 1, from, to: from + shown.length, message, isRead: true });
    }
  }

  /** Notes what is wrong with a row. @param isRead whether it counts all the same */
  tell(line: number, row: string, message: string, isRead = false): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, from: 0, to: row.length, message, ...(isRead ? { isRead } : {}) });
  }

  private rowOf(line: string): Row {
    const cells = cellsOf(line);
    this.unread.see(cells);
    const { name, kind, preferred, note } = this.places;
    return { name: textIn(cells[name]), kind: textIn(cells[kind]), preferred: textIn(cells[preferred]), note: textIn(cells[note]) };
  }

  /**
   * Adds a row to the record that it belongs to: a bundled one, that of an earlier row, or a new one.
   * @returns what is wrong with the row, and the cure; nothing if all is well
   */
  private gather({ name, preferred, note }: Row, kind: Kind, line: number): string | undefined {
    const shown = preferred || name;
    const known = this.bundled?.lexicon.lookUp(shown) ?? NONE;
    const bundled = this.bundledId(kind, known);
    const held = this.ofKinds.get(kind)![bundled ? "bundled" : "named"];
    const key = bundled ?? keyOf(shown);
    const record = held.get(key);
    if (!record) {
      const other = bundled ? undefined : this.kindOf(known);
      if (other) return `“${shown}” is no ${kind} in the dataset; write ${other} for the kind, or another name.`;
      held.set(key, this.newRecord(kind, shown, bundled, { name, note }, line));
      return undefined;
    }
    const { data } = record;
    if (data.names.length >= MOST.names) return `“${shown}” has more than ${MOST.names} names; leave some of them out.`;
    if (data.names[0]?.text !== name) data.names.push(this.nameOf(name, kind, shown));
    if (!note || data.summary === note) return undefined;
    const summary = data.summary ? `${data.summary} ${note}` : note;
    if (summary.length > LONGEST.summary) return `The notes on “${shown}” are longer than ${LONGEST.summary} characters; shorten them.`;
    data.summary = summary;
    return undefined;
  }

  /** The id of the bundled record of a kind that one of some names stands for; nothing if there is none. */
  private bundledId(kind: Kind, names: readonly number[]): string | undefined {
    for (const name of names) {
      const { lexicon } = this.bundled!;
      const record = lexicon.type(name) === "misspelling" ? undefined : this.bundled!.record(lexicon.entity(name));
      if (record?.kind === kind) return record.id;
    }
    return undefined;
  }

  /** The kind of the bundled record that the first of some names stands for wherever it is written; nothing where there is none. */
  private kindOf(names: readonly number[]): Kind | undefined {
    for (const name of names) {
      const { lexicon } = this.bundled!;
      if (lexicon.context(name) === "none" && lexicon.type(name) !== "misspelling") return this.bundled!.record(lexicon.entity(name))?.kind;
    }
    return undefined;
  }

  /** A new record from its first row: only what is added, for a bundled one; else all of it. */
  private newRecord(kind: Kind, shown: string, bundled: string | undefined, row: Pick<Row, "name" | "note">, line: number): Gathered {
    const reference = bundled ? `${kind}:${bundled}` : this.newReference(kind, shown, line);
    const id = bundled ?? reference.slice(kind.length + 1);
    const name = this.nameOf(row.name, kind, shown);
    const names = bundled || shown === row.name ? [name] : [this.nameOf(shown, kind, shown), name];
    // an object of one piece each: a table has many
    const data: Gathered["data"] = bundled
      ? { id, kind, names }
      : row.note
        ? { id, kind, preferred_name: shown, names, summary: row.note }
        : { id, kind, preferred_name: shown, names };
    if (bundled && row.note) data.summary = row.note;
    const record = { line, reference, data };
    this.records.push(record);
    if (shown !== row.name) this.doubted.push(record);
    return record;
  }

  /** A reference that no other record has. */
  private newReference(kind: Kind, name: string, line: number): string {
    for (let reference = `${kind}:${idFrom(name)}`; ; reference += `-${line}`) {
      if (this.references.has(reference) || this.bundled?.find(reference) !== undefined) continue;
      this.references.add(reference);
      return reference;
    }
  }

  /**
   * A name, with the condition on which it counts: short and ordinary words only exactly as they are written.
   * @param shown the name that its record shows
   */
  private nameOf(text: string, kind: Kind, shown: string): Name {
    const isCode = kind === "drug" && /^\P{L}*\p{L}.*\d{2}/u.test(text);
    return {
      text,
      type: isCode ? "code" : text === shown ? "preferred" : "synonym",
      match: countsExactly(text, this.bundled) ? EXACT : ANY_CASE,
    };
  }
}

/** Equal for spellings that name the same record. */
const keyOf = (shown: string): string => {
  const low = shown.toLowerCase();
  return /[\s-]/.test(low) ? low.replace(/[\s-]+/g, "") : low;
};

const NONE: readonly number[] = [];

const ANY_CASE = { case: "insensitive", context: "none" };

/** An id from a name: "MB-217 (salt)" → "mb-217-salt"; letters of other scripts as numbers. */
function idFrom(name: string): string {
  const lower = name.toLowerCase();
  const plain = /^[\x20-\x7e]*$/.test(lower)
    ? lower
    : lower
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replace(/[^\x20-\x7e]/g, (sign) => `-${sign.codePointAt(0)!.toString(16)}-`);
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plain) ? plain : plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
