/**
 * `names.tsv`, for people who have a spreadsheet: a name in a row, with its kind, the name to show, and a note. Rows that show
 * the same name are one record.
 */
import { type Dataset, KINDS, type Kind, type Name } from "../dataset/dataset";
import type { OwnData } from "../dataset/own";
import type { DataFile, OwnRecord } from "./dataFile";
import type { Problem } from "./workspace";

const COLUMNS = ["name", "kind", "preferred", "note"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** After so many rows others have their turn. */
const STEPS = 256;
/** A table has no more rows. */
const MOST_ROWS = 100_000;
const LONGEST = { name: 120, note: 400 };
/** So many problems are told of one file. */
const MOST_PROBLEMS = 100;

/** Kinds of records, and other words for them. */
const RECORDED = KINDS.slice(0, KINDS.indexOf("known-drug")) as readonly Kind[];
const WORDS: Readonly<Record<string, Kind>> = { compound: "drug", gene: "target", protein: "target" };

/** A record while its rows are gathered. */
interface Gathered {
  readonly line: number;
  readonly data: OwnData & { names: Name[]; summary?: string };
}

export function* readTable(text: string, bundled: Dataset | undefined): Generator<void, DataFile> {
  const problems: Problem[] = [];
  const tell = (line: number, row: string, message: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, from: 0, to: row.length, message });
  };
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first < 0)
    return { records: [], problems: [{ line: 0, from: 0, to: 1, message: `This is empty; write ${HEAD}, or delete the file.` }] };
  const columns = lines[first]!.split("\t").map((cell) => cell.trim().toLowerCase());
  if (!columns.includes("name") || !columns.includes("kind")) {
    const isOther = !lines[first]!.includes("\t") && /[,;]/.test(lines[first]!);
    const cure = isOther ? "save the sheet as tab-separated text" : `write ${HEAD}`;
    return {
      records: [],
      problems: [{ line: first, from: 0, to: lines[first]!.length, message: `The columns “name” and “kind” are missing; ${cure}.` }],
    };
  }
  const gathered = new Map<string, Gathered>();
  /** Where each name stands, by its kind and spelling. */
  const seen = new Map<string, number>();
  let count = 0;
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (++count % STEPS === 0) yield;
    if (count > MOST_ROWS) {
      tell(i, line, `Rows from here on are not read: there are more than ${MOST_ROWS}; split the table.`);
      break;
    }
    const row = rowOf(columns, line);
    const kind = WORDS[row.kind.toLowerCase()] ?? (row.kind.toLowerCase() as Kind);
    const problem = problemOf(row, kind);
    const same = `${kind} ${row.name.toLowerCase()}`;
    if (problem) tell(i, line, problem);
    else if (seen.has(same)) tell(i, line, `“${row.name}” stands in line ${seen.get(same)} already; keep one of the rows.`);
    else {
      seen.set(same, i + 1);
      gather(gathered, bundled, row, kind, i + 1);
    }
  }
  return { records: [...gathered.values()].filter(({ data }) => data.names.length > 0 || data.summary) satisfies OwnRecord[], problems };
}

const HEAD = "“name⇥kind⇥preferred⇥note” into the first line, with tabs between";

function rowOf(columns: readonly string[], line: string): Row {
  const cells = line.split("\t");
  const cell = (column: string) => (cells[columns.indexOf(column)] ?? "").trim().replace(/^"(.*)"$/, "$1");
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Row;
}

/** What is wrong with a row, and the cure. */
function problemOf({ name, kind: written, preferred, note }: Row, kind: Kind): string | undefined {
  if (name.length < 2) return "The name is missing, or a single letter; write it, or take the row out.";
  if (!RECORDED.includes(kind)) return `The kind is “${written}”; write one of ${RECORDED.join(", ")}.`;
  for (const text of [name, preferred]) {
    if (text.length > LONGEST.name) return `A name is longer than ${LONGEST.name} characters; shorten it.`;
    if (text && !/^[\p{L}\p{N}]/u.test(text)) return `“${text}” begins with a sign; a name begins with a letter or a digit.`;
  }
  return note.length > LONGEST.note ? `The note is longer than ${LONGEST.note} characters; shorten it.` : undefined;
}

/** Puts a row into the record that it belongs to: one that is bundled, one of a row before, or a new one. */
function gather(gathered: Map<string, Gathered>, bundled: Dataset | undefined, row: Row, kind: Kind, line: number): void {
  const shown = row.preferred || row.name;
  const reference = bundledReference(bundled, kind, shown);
  const id = reference ? reference.slice(kind.length + 1) : idOf(shown);
  const held = gathered.get(`${kind}:${id}`);
  const record: Gathered = held ?? { line, data: { id, kind, ...(reference ? {} : { preferred_name: shown }), names: [] } };
  if (!held) {
    gathered.set(`${kind}:${id}`, record);
    if (!reference && row.preferred && row.preferred !== row.name) record.data.names.push(nameOf(bundled, shown, kind, "preferred"));
  }
  if (!record.data.names.some(({ text }) => text === row.name))
    record.data.names.push(nameOf(bundled, row.name, kind, row.name === shown ? "preferred" : "synonym"));
  if (row.note && record.data.summary !== row.note)
    record.data.summary = record.data.summary ? `${record.data.summary} ${row.note}` : row.note;
}

/** The bundled record of a kind that a name stands for. */
function bundledReference(bundled: Dataset | undefined, kind: Kind, name: string): string | undefined {
  if (!bundled) return undefined;
  const { lexicon } = bundled;
  for (const found of lexicon.lookUp(name)) {
    const record = lexicon.type(found) === "misspelling" ? undefined : bundled.record(lexicon.entity(found));
    if (record?.kind === kind) return `${kind}:${record.id}`;
  }
  return undefined;
}

/** A name, and when it counts: short ones and ordinary words only as they are written. */
function nameOf(bundled: Dataset | undefined, text: string, kind: Kind, type: "preferred" | "synonym"): Name {
  const isCode = kind === "drug" && /\p{L}.*\d{2}/u.test(text);
  const isExact = text.length <= 4 || bundled?.lexicon.isWord(text) === true;
  return { text, type: isCode ? "code" : type, match: { case: isExact ? "exact" : "insensitive", context: "none" } };
}

/** An id from a name: "MB-217 (salt)" → "mb-217-salt"; letters of other scripts as numbers. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, (sign) => `-${sign.codePointAt(0)!.toString(16)}-`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
