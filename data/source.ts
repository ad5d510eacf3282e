/** Reads the dataset's source files: YAML records and TSV tables, each with what is wrong in them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isNode, LineCounter, type ParsedNode, parseAllDocuments } from "yaml";
import type { AnyRecord } from "../server/dataset/records";
import { messageOf } from "../server/messageOf";
import { inYaml, lowerFirst } from "../server/workspace/inYaml";

/** A problem: where, what, and what to write instead. */
export interface Problem {
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  readonly message: string;
}

/** A record with the place it came from. */
export interface Sourced {
  readonly record: AnyRecord;
  /** Path below `data/`, with slashes. */
  readonly file: string;
  /** Line of a path inside the record ("claims", 0, "sources"), from 1; the record's first line if there is no such place. */
  lineOf(...place: Place): number;
}

/** A place in a record: keys and indices. */
export type Place = Array<string | number>;

/** Makes a function that adds a problem at a place of a record. */
export const blaming =
  (problems: Problem[], { file, lineOf }: Sourced) =>
  (place: Place, message: string): void => {
    problems.push({ file, line: lineOf(...place), message });
  };

/** Calls `visit` with every text anywhere in a record, with its place. */
export function eachText(value: unknown, visit: (text: string, place: Place) => void, place: Place = []): void {
  if (typeof value === "string") visit(value, place);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) eachText(item, visit, [...place, Array.isArray(value) ? Number(key) : key]);
}

/** Everything read from YAML. */
export interface Records {
  readonly records: Sourced[];
  readonly problems: Problem[];
  /** The ids of records and claims in files that could not be read: a reference to them is not a second fault. */
  readonly lost: Set<string>;
}

/** Every `id:` in a text that may be no YAML. */
const idsIn = (text: string): string[] => [...text.matchAll(/\bid:\s*["']?([\w+.-]+)/g)].map(([, id]) => id!);

const FOLDERS = ["drugs", "targets", "strategies", "vocab"];

/**
 * Reads every record below `data/`: one a file in drugs, targets and strategies, lists in vocab.
 * @param data path of the folder
 * @returns the records that could be read, in order of their files, and a problem for each file or part that could not
 */
export function readRecords(data: string): Records {
  const records: Sourced[] = [];
  const problems: Problem[] = [];
  const lost = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of listYaml(path.join(data, folder))) {
      const file = `${folder}/${name}`;
      const text = readFileSync(path.join(data, folder, name), "utf8");
      const before = problems.length;
      readYaml(file, text, folder === "vocab", records, problems);
      if (problems.length > before) for (const id of [name.replace(/\.ya?ml$/, ""), ...idsIn(text)]) lost.add(id);
    }
  }
  return { records, problems, lost };
}

function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Reads the records of one YAML text.
 * @param file path to name in problems
 * @param text the file's text
 * @param isList whether the file holds a list of records
 * @param records receives what could be read
 * @param problems receives what could not
 */
export function readYaml(file: string, text: string, isList: boolean, records: Sourced[], problems: Problem[]): void {
  if (text.startsWith("\ufeff")) {
    problems.push({ file, line: 1, message: "starts with a byte-order mark; save it as UTF-8 without one" });
    text = text.slice(1);
  }
  const lines = new LineCounter();
  const [document, second] = parseAllDocuments(text, { version: "1.2", lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  if (!document || Array.isArray(document) || !("contents" in document) || document.contents === null) {
    problems.push({ file, line: 1, message: "is empty; write a record, or delete the file" });
    return;
  }
  // the rest mostly follows from the first
  const [fault] = document.errors;
  if (fault) {
    problems.push({ file, line: lines.linePos(fault.pos[0]).line, message: `is not valid YAML: ${inYaml(fault, text)}` });
  }
  if (second) problems.push({ file, line: 1, message: 'holds two documents; take out the line "---" between them' });
  if (fault) return;
  const lineAt = (place: Place): number => {
    for (let depth = place.length; depth > 0; depth--) {
      const node = document.getIn(place.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos((node as ParsedNode).range[0]).line;
    }
    return 1;
  };
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    const message = messageOf(error);
    const alias = text.indexOf(`*${/: ([^:]+)$/.exec(message)?.[1] ?? ""}`);
    problems.push({ file, line: alias < 0 ? 1 : lines.linePos(alias).line, message: `is not valid YAML: ${lowerFirst(message)}` });
    return;
  }
  if (isList !== Array.isArray(value)) {
    problems.push({ file, line: 1, message: isList ? 'is not a list; begin each record with "- id:"' : "is a list; one record a file" });
    return;
  }
  const items = isList ? (value as unknown[]) : [value];
  items.forEach((record, index) => {
    const start = isList ? [index] : [];
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      problems.push({ file, line: lineAt(start), message: 'is not a record; write keys and values ("id: …")' });
    } else records.push({ record: record as AnyRecord, file, lineOf: (...place) => lineAt([...start, ...place]) });
  });
}

/** A row of a table by column name. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads a table: tab-separated, first line the column names, no quoting.
 * @param file its path
 * @returns the rows; a short row has empty cells
 */
export function readTable(file: string): Row[] {
  const [head, ...lines] = readFileSync(file, "utf8").replace(/\r/g, "").split("\n");
  const columns = head!.split("\t");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      const row: Record<string, string> = {};
      for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i] ?? "";
      return row;
    });
}

/** The items that a cell lists, with bars between them. */
export const cellsIn = (cell: string | undefined): string[] => (cell ?? "").split("|").filter(Boolean);
/** References of the targets that a cell lists by their symbols. */
export const targetsIn = (cell: string | undefined): string[] => cellsIn(cell).map((symbol) => `target:${symbol}`);
