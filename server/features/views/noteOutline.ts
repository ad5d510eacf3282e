/** The view *In this note*: what a note names, by kind, with counts and places. */
import type { Dataset } from "../../dataset/dataset";
import { addTo } from "../../dataset/lists";
import type { Kind } from "../../dataset/records";
import type { Note } from "../../note/note";
import type { NotePlace, Row } from "./shown";
import { shown } from "./tree";

/** The groups in the order in which they are shown, with the kinds in each. Abbreviations without a meaning for us are left out. */
const GROUPS: ReadonlyArray<readonly [title: string, kinds: readonly Kind[]]> = [
  ["Drugs", ["drug", "known-drug"]],
  ["Targets", ["target", "complex", "known-gene"]],
  ["Target families", ["family", "known-family"]],
  ["Strategies and carriers", ["strategy", "nanoplatform"]],
  ["Regimens and classes", ["regimen", "known-class"]],
  ["Processes", ["process"]],
  ["Pathways", ["pathway"]],
  ["Cancers", ["cancer"]],
  ["Challenges", ["challenge"]],
];

/**
 * The names of a note that has been read, of a cell's whole notebook, by kind; in each group the most frequent first, then by first place.
 * @returns empty where the note names nothing
 */
export function noteOutline(dataset: Dataset, note: Note): Row[] {
  const places = placesOf(dataset, note);
  return GROUPS.flatMap(([title, kinds]): Row[] => {
    const entities = [...places.keys()].filter((entity) => kinds.includes(dataset.kind(entity)));
    if (entities.length === 0) return [];
    entities.sort((a, b) => places.get(b)!.length - places.get(a)!.length);
    const use = entities.reduce((sum, entity) => sum + places.get(entity)!.length, 0);
    const rows = entities.map((entity) => entityRow(dataset, entity, title, places.get(entity)!));
    return [{ id: title, label: title, kind: "group", counts: { name: entities.length, use }, rows }];
  });
}

/** The places of each entity that a note, or a cell's whole notebook, names by its likeliest reading, in their order. */
export function placesOf(dataset: Dataset, opened: Note): Map<number, NotePlace[]> {
  const places = new Map<number, NotePlace[]>();
  for (const note of opened.beside ?? [opened])
    note.eachPassage((passage, start) => {
      for (const { names, from, to } of note.mentions(dataset, passage))
        addTo(places, dataset.lexicon.entity(names[0]!), { note, from: start + from, to: start + to });
    });
  return places;
}

function entityRow(dataset: Dataset, entity: number, under: string, places: readonly NotePlace[]): Row {
  const record = dataset.record(entity);
  const said = record ? shown(record) : { label: dataset.preferredName(entity), kind: dataset.kind(entity) };
  const { label, reference = label } = said;
  const forms = [...new Set(places.map(({ note, from, to }) => inOneLine(note.text.slice(from, to))))].filter(
    (form) => form.toLowerCase() !== label.toLowerCase(),
  );
  const id = `${under}/${reference}`;
  const rows = places.map((place, i) => placeRow(place, `${id}/${i}`));
  return { ...said, id, counts: { use: places.length }, forms, place: places[0]!, rows };
}

/** How much of its line is shown around a name, in UTF-16 units on either side. */
const AROUND = 40;

function placeRow(place: NotePlace, id: string): Row {
  const { note } = place;
  const { line, character } = note.positionAt(place.from);
  const text = note.lineAt(line);
  const start = Math.max(0, character - AROUND);
  const end = character + place.to - place.from + AROUND;
  const excerpt = inOneLine(`${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`);
  return { id, label: excerpt, kind: "place", place };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
