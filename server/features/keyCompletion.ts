/** Completion of other things than names: keys of the front matter, and what the records say for a cell. */
import type { Dataset } from "../dataset/dataset";
import type { Status } from "../dataset/status";
import { OUR_KEY, OUR_KEYS, type SlotKind, slotKind } from "../note/frontmatter";
import type { Note } from "../note/note";
import { tableAt } from "../note/table";
import { RULES } from "../settings";
import { roleOf, subjectOf, valueFor } from "./columns";
import type { Completion, Completions } from "./completion";

/** Keys of the front matter that we read. */
const KEYS = ["drugs", "targets", "lang", OUR_KEY] as const;

/** The number in place of an entity, for completions that are no names. */
const NO_ENTITY = -1;

/** The keys of ours, and the rules behind them, that begin as typed. @returns nothing if none may stand at the place */
export function keysAt(note: Note, offset: number): Completions | undefined {
  if (!isInFrontMatter(note, offset) || note.frontMatter.syntax !== "yaml") return undefined;
  const { line, character } = note.positionAt(offset);
  const before = note.lineAt(line).slice(0, character);
  const key = /^(\s*)([\w-]*)$/.exec(before);
  const owner = ownerAt(note, line);
  if (key) {
    const keys = key[1] === "" ? KEYS : owner === OUR_KEY ? OUR_KEYS : [];
    const written = keys.map((each) => `${each}:`);
    return words(written, key[2]!, offset);
  }
  const rule = /^\s+off:\s*\[?(?:[\w-]+,\s*)*([\w-]*)$/.exec(before);
  return rule && owner === OUR_KEY ? words(RULES, rule[1]!, offset) : undefined;
}

/** The part of a line of the front matter that may begin a name, and of which kind: behind `drugs:` and `targets:`. Nothing elsewhere. */
export function slotAt(note: Note, offset: number): { readonly typed: string; readonly role: SlotKind } | undefined {
  if (!isInFrontMatter(note, offset)) return undefined;
  const { line, character } = note.positionAt(offset);
  const before = note.lineAt(line).slice(0, character);
  const [begun, own] = /^(?:\s*-\s|([\w-]+)(?::| ?=))/.exec(before) ?? [];
  if (begun === undefined) return undefined;
  const list = before.slice(begun.length).replace(/^\s*\[?/, "");
  const comma = list.lastIndexOf(",");
  if (/[[\]]/.test(list)) return undefined;
  const typed = /^["']?([^:"']*)$/.exec(list.slice(comma + 1).trimStart())?.[1];
  const role = slotKind(own ?? ownerAt(note, line) ?? "");
  return role && typed ? { typed, role } : undefined;
}

/** The statuses that a column may hold for drugs without a record, in the words of the cards. */
const STATUSES: ReadonlyArray<Status["word"]> = [
  "approved",
  "approved regionally",
  "supportive care only",
  "filed",
  "in trials",
  "not approved in oncology",
  "discontinued",
  "withdrawn",
  "preclinical",
];

/**
 * The completions for a cell of a table: what the record of the drug or target in its row says; for a status, where the row names no
 * record, all the words for one. Nothing in a cell that says something else.
 */
export function cellValueAt(dataset: Dataset, note: Note, offset: number): Completions | undefined {
  const table = tableAt(note, offset);
  const role = table && roleOf(table.header[table.column]?.text ?? "");
  const subject = role && subjectOf(dataset, table, table.row);
  const value = subject && valueFor(dataset, subject, role);
  const values = value ? [value] : role === "status" && !subject ? STATUSES : [];
  const row = table?.rows[table.row];
  const cell = row?.[table!.column];
  // a row that is being written has no bar yet behind its last cell
  if (row && !cell) return words(values, "", offset);
  if (!cell || offset < cell.start || offset > cell.end) return undefined;
  const typed = note.slice(cell.start, offset).trimStart();
  return cell.text === typed.trimEnd() ? words(values, typed, offset) : undefined;
}

/**
 * The words that begin as typed, without one that was typed to its end.
 * @param kind what is shown beside each
 * @returns nothing if there is none
 */
export function words(all: readonly string[], typed: string, offset: number, kind = ""): Completions | undefined {
  const same = { kind, leadsTo: undefined, deprecated: false, from: offset - typed.length, entity: NO_ENTITY };
  const items = all
    .filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()) && word !== typed)
    .map((word): Completion => ({ label: word, insert: word, filter: word, ...same }));
  return items.length > 0 ? { items, to: offset, wordEnd: offset, isIncomplete: false } : undefined;
}

const isInFrontMatter = (note: Note, offset: number): boolean => offset > 3 && offset < note.frontMatter.end;

/** The top-level key under which a line of the front matter stands; nothing if there is none. */
function ownerAt(note: Note, line: number): string | undefined {
  for (let at = line; at > 0; at--) {
    const key = /^([\w-]+):/.exec(note.lineAt(at));
    if (key) return key[1];
  }
  return undefined;
}
