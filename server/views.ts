/** Answers what the editor's views and commands ask, from the features in `features/views/`. */
import type { Dataset } from "./dataset/dataset";
import { mentionAt } from "./features/hover";
import { drugTable, pairCitations, tableChoices } from "./features/views/insert";
import { noteOutline } from "./features/views/noteOutline";
import { strategyTree } from "./features/views/strategyTree";
import type { Row } from "./features/views/tree";
import type { Choice, ViewParams, ViewRow } from "./protocol";
import type { Reading } from "./reading";

/** How long the making of a view holds up other requests, in milliseconds. */
const SLICE = 12;

/** The whole tree of strategies, which is the same as long as the dataset is. */
const trees = new WeakMap<Dataset, ViewRow[]>();

/**
 * What a view shows.
 * @param data the dataset; nothing where none could be loaded
 * @param reading reads the open notes
 * @returns an empty list, or null, where there is nothing to show
 */
export async function view(params: ViewParams, data: Dataset | undefined, reading: Reading): Promise<ViewRow[] | Choice[] | string | null> {
  if (!data) return params.view === "table" ? null : [];
  switch (params.view) {
    case "strategies":
      return strategies(data, params.filter ?? "");
    case "note": {
      const read = await reading.whole(params.textDocument.uri);
      return read ? noteOutline(read.data, read.note).map((row) => toRow(row, (from, to) => reading.rangeOf(read.note, from, to))) : [];
    }
    case "tables":
      return tableChoices(data);
    case "table":
      return drugTable(data, params.reference) ?? null;
    case "citations": {
      const { textDocument, position } = params;
      const reference = params.reference ?? (textDocument && position && (await referenceAt(reading, textDocument.uri, position)));
      return reference ? pairCitations(data, reference) : [];
    }
    default:
      return null;
  }
}

async function strategies(data: Dataset, filter: string): Promise<ViewRow[]> {
  const held = filter.trim() === "" ? trees.get(data) : undefined;
  if (held) return held;
  const rows = (await inSlices(strategyTree(data, filter))).map((row) => toRow(row));
  if (filter.trim() === "") trees.set(data, rows);
  return rows;
}

/** The record of the name at a place of an open note. */
async function referenceAt(reading: Reading, uri: string, position: { line: number; character: number }): Promise<string | undefined> {
  const read = await reading.around(uri, position);
  const mention = read && mentionAt(read.data, read.note, reading.offsetAt(read.note, position));
  const record = mention && read.data.record(read.data.lexicon.entity(mention.names[0]!));
  return record && `${record.kind}:${record.id}`;
}

/** Goes through steps to their end, and gives way to other requests between them. */
async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  }
}

function toRow({ place, rows, ...row }: Row, rangeOf?: (from: number, to: number) => ViewRow["range"]): ViewRow {
  const range = place && rangeOf?.(place.from, place.to);
  return {
    ...row,
    ...(range ? { range } : {}),
    ...(rows ? { rows: rows.map((inner) => toRow(inner, rangeOf)) } : {}),
  };
}
