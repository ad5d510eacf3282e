/** What one note names, and where, as numbers. */
import type { Dataset } from "../dataset/dataset";
import { eachUse } from "../features/uses";
import type { Position } from "../note/lines";
import { Note } from "../note/note";
import { isNotebook, languageOf } from "../noteNames";
import { cellNotes } from "./notebook";

/** For each use in order, {@link WIDTH} numbers: the dataset's name, line and column of its start, line and column of its end, and {@link DECLARATION}, {@link ABBREVIATION} or 0. */
export type Table = Uint32Array;

/** How many numbers stand for one use. */
export const WIDTH = 6;
/** Flag: the use is a declaration in the front matter. */
export const DECLARATION = 1;
/** Flag: the use is an abbreviation that the note defines. */
export const ABBREVIATION = 2;

/** Finds the place of an offset in a note: line and column, from 0. */
export type PlaceOf = (note: Note, offset: number) => Position;

/** Columns in UTF-16 units. */
export const inUnits: PlaceOf = (note, offset) => note.positionAt(offset);

/** Makes a note's table in small steps. What its blocks already hold is not read again. */
export function* tableOf(dataset: Dataset, note: Note, placeOf: PlaceOf = inUnits): Generator<void, Table> {
  const numbers: number[] = [];
  yield* eachUse(dataset, note, ({ name, from, to, isDeclaration, isAbbreviation }) => {
    const [start, end] = [placeOf(note, from), placeOf(note, to)];
    numbers.push(
      name,
      start.line,
      start.character,
      end.line,
      end.character,
      isDeclaration ? DECLARATION : isAbbreviation ? ABBREVIATION : 0,
    );
  });
  return Uint32Array.from(numbers);
}

/**
 * Makes the table of an open note with another dataset than that of its folder, in small steps, and leaves what is held for the
 * note as it is.
 */
export function* tableApart(dataset: Dataset, { uri, languageId, text }: Note, placeOf: PlaceOf): Generator<void, Table> {
  const note = Note.create(uri, languageId, 0, text);
  yield* note.readBindings(dataset);
  return yield* tableOf(dataset, note, placeOf);
}

/** Makes a table of the text of a file, in small steps. For a notebook that cannot be read it throws a sentence. */
export function* tableOfText(dataset: Dataset, uri: string, text: string, placeOf: PlaceOf): Generator<void, Table> {
  const plain = text.replace(/^\ufeff/, "");
  if (isNotebook(uri)) return yield* tableOfNotebook(dataset, uri, plain, placeOf);
  return yield* tableApart(dataset, Note.create(uri, languageOf(uri), 0, plain), placeOf);
}

/** Makes the table of a notebook's Markdown cells, with places in its file. */
function* tableOfNotebook(dataset: Dataset, uri: string, json: string, placeOf: PlaceOf): Generator<void, Table> {
  const file = Note.create(uri, "json", 0, json);
  const numbers: number[] = [];
  for (const { note, inFile } of cellNotes(uri, json)) {
    yield* note.readBindings(dataset);
    const table = yield* tableOf(dataset, note, (_, offset) => placeOf(file, inFile(offset)));
    for (const number of table) numbers.push(number);
  }
  return Uint32Array.from(numbers);
}
