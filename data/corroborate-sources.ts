/** Checks `sources.yaml`: it says what each paper and trial that the records cite is, and lists no other. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { eachText, type Problem, type Sourced } from "./source";

const FILE = "sources.yaml";
const CITED = /^(?:pmid|nct|doi):/;

/** What an entry of `sources.yaml` may say; one besides `id` must be there. */
const KEYS = ["id", "citation", "trial", "disease", "cited_for", "note"];

/**
 * Compares `sources.yaml` with what the records cite.
 * @returns a problem for each source that is not listed, listed twice, no longer cited or not described
 */
export function checkSources(data: string, sourced: readonly Sourced[]): Problem[] {
  return checkSourceList(readFileSync(path.join(data, FILE), "utf8"), sourced);
}

/** {@link checkSources} for the list's text. */
export function checkSourceList(text: string, sourced: readonly Sourced[]): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) return [{ file: FILE, line: lines.linePos(error.pos[0]).line, message: `is not valid YAML: ${error.message}` }];
  const entries: unknown = document.toJS();
  if (!Array.isArray(entries)) return [{ file: FILE, line: 1, message: 'is not a list; begin each source with "- { id:"' }];
  const problems: Problem[] = [];
  const cited = citedSources(sourced);
  const listed = new Set<string>();
  entries.forEach((entry: unknown, i) => {
    const node = document.getIn([i], true) as { range?: readonly number[] | null } | undefined;
    const line = lines.linePos(node?.range?.[0] ?? 0).line;
    const blame = (message: string) => problems.push({ file: FILE, line, message });
    const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const id = String(fields["id"]);
    if (listed.has(id)) blame(`${id} is listed twice; keep one`);
    listed.add(id);
    if (!cited.has(id)) blame(`no record cites ${id}; take the line out`);
    const unknown = Object.keys(fields).filter((key) => !KEYS.includes(key));
    if (unknown.length > 0) blame(`${id} has an unknown key "${unknown[0]}"; known keys are ${KEYS.join(", ")}`);
    if (Object.keys(fields).length < 2) blame(`nothing is said of ${id}; write what it is, or note: not described in our tables`);
  });
  for (const [id, { file, line }] of cited) {
    if (!listed.has(id)) problems.push({ file, line, message: `${id} is not in ${FILE}; add a line there that says what it is` });
  }
  return problems;
}

/** Every paper and trial that a record cites, with the first place. */
function citedSources(sourced: readonly Sourced[]): Map<string, { readonly file: string; readonly line: number }> {
  const cited = new Map<string, { file: string; line: number }>();
  for (const { record, file, lineOf } of sourced)
    eachText(record, (text, place) => {
      if (CITED.test(text) && !cited.has(text)) cited.set(text, { file, line: lineOf(...place) });
    });
  return cited;
}
