/** The view *Strategies*: steps of the metastatic cascade, the strategies against each, their drugs and targets. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, type ConceptRecord, referenceOf } from "../../dataset/records";
import { drugsOf } from "../cards/fate";
import type { Counts, Row } from "./shown";
import { recordRow, recordsOf } from "./tree";

/**
 * The tree: processes in the order of the cascade, then those of no step, then strategies that name no process. Under each
 * its strategies with their drugs and targets, then the targets and drugs that its own record names beside them. It is made
 * in small steps, since it reads most records: a server can answer others between them.
 * @param filter what is looked for, in any spelling; see {@link filtered}. Empty for all
 */
export function* strategyTree(dataset: Dataset, filter = ""): Generator<void, Row[]> {
  const strategies: ConceptRecord[] = [];
  const processes: ConceptRecord[] = [];
  for (const entity of dataset.records()) {
    const kind = dataset.kind(entity);
    const list = kind === "process" ? processes : kind === "strategy" || kind === "nanoplatform" ? strategies : undefined;
    const record = list && dataset.record(entity);
    if (record) list.push(record as ConceptRecord);
    if (record) yield;
  }
  strategies.sort(byName);
  const order = ({ cascade_order }: ConceptRecord) => cascade_order ?? Number.POSITIVE_INFINITY;
  processes.sort((a, b) => order(a) - order(b) || byName(a, b));
  const steps: Row[] = [];
  for (const process of processes) {
    const row = yield* stepRow(dataset, process, strategies);
    if (row) steps.push(row);
  }
  const rest = strategies.filter(({ acts_on }) => !acts_on?.some((reference) => reference.startsWith("process:")));
  const none: Row = {
    id: "none",
    label: "no step on record",
    kind: "group",
    counts: { strategy: rest.length },
    rows: rest.map((strategy) => strategyRow(dataset, strategy, "none")),
  };
  const all = rest.length > 0 ? [...steps, none] : steps;
  const words = wordsOf(filter);
  if (words.length === 0) return all;
  const kept: Row[] = [];
  for (const row of all) {
    const left = filtered(dataset, row, words);
    if (left) kept.push(left);
    yield;
  }
  return kept;
}

/** A process with what is done against it; nothing if nothing is done. */
function* stepRow(dataset: Dataset, process: ConceptRecord, strategies: readonly ConceptRecord[]): Generator<void, Row | undefined> {
  const reference = referenceOf(process);
  const acting = strategies.filter(({ acts_on }) => acts_on?.includes(reference));
  const inner: Row[] = [];
  for (const strategy of acting) {
    inner.push(strategyRow(dataset, strategy, reference));
    yield;
  }
  const shown = new Set(inner.flatMap(({ rows }) => rows ?? []).map((row) => row.reference));
  const own = [...drugsAndTargets(dataset, process)].filter((record) => !shown.has(referenceOf(record)));
  const rows = [...inner, ...own.map((record) => recordRow(record, reference))];
  if (rows.length === 0) return undefined;
  return { ...recordRow(process, ""), id: reference, counts: count(rows), rows };
}

function strategyRow(dataset: Dataset, strategy: ConceptRecord, under: string): Row {
  const id = `${under}/${referenceOf(strategy)}`;
  const rows = drugsAndTargets(dataset, strategy).map((record) => recordRow(record, id));
  return { ...recordRow(strategy, under), ...(rows.length > 0 ? { counts: count(rows), rows } : {}) };
}

/** The drugs of a record by their fate, then its targets by name. */
function drugsAndTargets(dataset: Dataset, record: ConceptRecord): AnyRecord[] {
  const targets = recordsOf(dataset, record.targets).sort(byName);
  return [...drugsOf(dataset, record), ...targets];
}

function count(rows: readonly Row[]): Counts {
  const of = (...kinds: string[]) => rows.filter(({ kind }) => kinds.includes(kind)).length;
  return { strategy: of("strategy", "nanoplatform"), drug: of("drug"), target: of("target", "family", "complex") };
}

const byName = (a: AnyRecord, b: AnyRecord): number => a.preferred_name.localeCompare(b.preferred_name, "en");

/** Letters and digits alone, so that "pre-metastatic niche" is found as `premetastatic-niche`. */
const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const wordsOf = (filter: string): string[] => filter.split(/\s+/).map(bare).filter(Boolean);

/**
 * A row with what answers the filter. Each word must be found in the row, or in one above it, in any of the record's names
 * or in what stands beside it (status, step); what is below such a row stays.
 * @returns nothing where neither it nor anything below answers
 */
function filtered(dataset: Dataset, row: Row, words: readonly string[]): Row | undefined {
  const names = (row.reference === undefined ? undefined : dataset.recordOf(row.reference)?.names) ?? [];
  const { label, status = "", step, reference = "" } = row;
  const texts = [label, status, step ? `step ${step}` : "", reference, ...names.map(({ text }) => text)].map(bare);
  const open = words.filter((word) => !texts.some((text) => text.includes(word)));
  if (open.length === 0) return row;
  const rows = row.rows?.flatMap((inner) => filtered(dataset, inner, open) ?? []);
  return rows && rows.length > 0 ? { ...row, rows } : undefined;
}
