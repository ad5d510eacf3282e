/** Answers what the editor's views and commands ask, from the features in `features/views/`. */
import type { Dataset } from "./dataset/dataset";
import { referenceOf } from "./dataset/records";
import { mentionAt } from "./features/hover";
import { drugTable, pairCitations, tableChoices } from "./features/views/insert";
import { network } from "./features/views/network";
import { noteOutline, placesOf } from "./features/views/noteOutline";
import { reviewCitations } from "./features/views/reviewCitations";
import type { NotePlace, Row, Shown } from "./features/views/shown";
import { strategyTree } from "./features/views/strategyTree";
import { inSlices } from "./giveWay";
import { titlesInBibtex } from "./note/bibtex";
import type { Position } from "./note/lines";
import type { Note } from "./note/note";
import type { Choice, CitationReview, Network, NetworkNode, Placed, ViewParams, ViewRow } from "./protocol";
import type { Read, Reading } from "./reading";

/** How long the making of a view holds up other requests, in milliseconds. */
const SLICE = 12;

/** What the notes of a folder name, each entity with the place of its first use; nothing without a dataset. */
export type NamedIn = (
  folder: string,
) => Promise<{ readonly data: Dataset; readonly places: ReadonlyMap<number, NetworkNode["place"]> } | undefined>;

/** The views that are lists. */
const LISTS: ReadonlySet<ViewParams["view"]> = new Set(["strategies", "note", "tables", "citations"]);

/** The whole tree of strategies, which is the same as long as the dataset is. */
const trees = new WeakMap<Dataset, ViewRow[]>();

/**
 * What a view shows.
 * @param data the dataset; nothing where none could be loaded
 * @param reading reads the open notes
 * @param namedIn what the notes of a folder name
 * @returns an empty list, or null, where there is nothing to show
 */
export async function view(
  params: ViewParams,
  data: Dataset | undefined,
  reading: Reading,
  namedIn: NamedIn,
): Promise<ViewRow[] | Choice[] | Shown[] | CitationReview | Network | string | null> {
  if (!data) return LISTS.has(params.view) ? [] : null;
  switch (params.view) {
    case "strategies":
      return strategies(data, params.filter ?? "");
    case "note": {
      const read = await withCells(params.textDocument.uri, reading);
      return read ? noteOutline(read.data, read.note).map((row) => toRow(row, reading)) : [];
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
    case "reviewCitations":
      return citationReview(params.textDocument.uri, params.bibliographies, reading);
    case "network":
      return networkOf(params, data, reading, namedIn);
    default:
      return null;
  }
}

/** A note that is read to its end, of a cell all of its notebook. */
async function withCells(uri: string, reading: Reading): Promise<Read | undefined> {
  const read = await reading.whole(uri);
  for (const cell of read?.note.beside ?? []) await reading.whole(cell.uri);
  return read;
}

async function strategies(data: Dataset, filter: string): Promise<ViewRow[]> {
  const held = filter.trim() === "" ? trees.get(data) : undefined;
  if (held) return held;
  const rows = (await inSlices(strategyTree(data, filter), SLICE)).map((row) => toRow(row));
  if (filter.trim() === "") trees.set(data, rows);
  return rows;
}

/** Reviews a note's citations. If two bibliographies have the same key, the first counts. */
async function citationReview(uri: string, bibliographies: readonly string[], reading: Reading): Promise<CitationReview | null> {
  const read = await withCells(uri, reading);
  if (!read) return null;
  const titles = new Map([...bibliographies].reverse().flatMap((text) => [...titlesInBibtex(text)]));
  const { doubts, ...counts } = reviewCitations(read.data, read.note, titles);
  return {
    ...counts,
    doubts: doubts.map(({ place, ...doubt }) => ({ ...doubt, ...placed(place, reading) })),
  };
}

/** How many nodes are drawn, at most. */
const MOST_NODES = 300;

async function networkOf(
  { textDocument, folder, reference }: Extract<ViewParams, { view: "network" }>,
  bundled: Dataset,
  reading: Reading,
  namedIn: NamedIn,
): Promise<Network | null> {
  const read = textDocument && (await withCells(textDocument.uri, reading));
  // of a note that is closed it is not known what it names
  if (textDocument && !read) return null;
  const inFolder = folder === undefined ? undefined : await namedIn(folder);
  const data = read?.data ?? inFolder?.data ?? bundled;
  const places = new Map<number, NetworkNode["place"]>(inFolder?.places);
  const about = reference === undefined ? undefined : data.find(reference);
  if (read) addPlaces(places, data, read.note, reading);
  else if (about !== undefined) for (const entity of [about, ...data.related(about)]) places.set(entity, undefined);
  else if (!textDocument && folder === undefined && reference === undefined)
    for (let entity = 0; entity < data.recordCount; entity++) places.set(entity, undefined);
  const { nodes, edges, left } = network(data, places.keys(), MOST_NODES);
  return {
    nodes: nodes.map((node) => {
      const place = places.get(data.find(node.id)!);
      return { ...node, ...(place ? { place } : {}) };
    }),
    edges,
    left,
  };
}

/** The first place of each name. */
function addPlaces(places: Map<number, NetworkNode["place"]>, data: Dataset, note: Note, reading: Reading): void {
  for (const [entity, [first]] of placesOf(data, note))
    if (first && !places.has(entity)) places.set(entity, { uri: first.note.uri, range: reading.rangeOf(first.note, first.from, first.to) });
}

/** The reference of the record of the name at a place of an open note; nothing if there is none. */
async function referenceAt(reading: Reading, uri: string, position: Position): Promise<string | undefined> {
  const read = await reading.around(uri, position);
  const mention = read && mentionAt(read.data, read.note, reading.offsetAt(read.note, position));
  const record = mention && read.data.record(read.data.lexicon.entity(mention.names[0]!));
  return record && referenceOf(record);
}

const placed = ({ note, from, to }: NotePlace, reading: Reading): Placed => ({
  range: reading.rangeOf(note, from, to),
  ...(note.beside ? { uri: note.uri } : {}),
});

function toRow({ place, rows, ...row }: Row, reading?: Reading): ViewRow {
  return {
    ...row,
    ...(place && reading ? placed(place, reading) : {}),
    ...(rows ? { rows: rows.map((inner) => toRow(inner, reading)) } : {}),
  };
}
