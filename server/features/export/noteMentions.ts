/** All names of a note with their places, as plain data: what every export is written from. */
import type { Dataset } from "../../dataset/dataset";
import type { NameType } from "../../dataset/nameFlags";
import { cellNotes } from "../../index/notebook";
import { GAP } from "../../note/mask";
import { Note } from "../../note/note";
import { type Passage, sourceRange } from "../../note/passage";
import { reading } from "../../note/reading";
import { lastUpTo } from "../../note/search";
import { sentenceAround } from "../../note/sentence";
import { isNotebook, languageOf } from "../../noteNames";
import { hasMeaning } from "../uses";

/** A range of a note, in characters (Unicode code points) and in UTF-16 units, both from 0. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** A line and a column in UTF-16 units, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface NamedSpan extends Span {
  /** Characters of its passage's text before it. */
  readonly inPassage: number;
  readonly from: Place;
  readonly to: Place;
  /** As it is written in the note, markup inside it included. */
  readonly text: string;
  /** The name in the dataset that it was matched with, and of what type that is. */
  readonly matched: string;
  readonly nameType: NameType;
  /** The likeliest reading; the others follow in `also`. */
  readonly entity: number;
  readonly also: readonly number[];
  /** The sentence around it without markup; in a table the row. */
  readonly context: string;
}

/** A passage of prose with its source text. */
interface NotePassage extends Span {
  readonly text: string;
  readonly names: readonly NamedSpan[];
}

/** An abbreviation that the note itself explains. */
interface NoteDefinition {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
  /** What it stands for, where that is known. */
  readonly entity: number | undefined;
}

export interface NoteMentions {
  /** What its entities are numbers of: folders may add to the dataset. */
  readonly dataset: Dataset;
  /** Path or address of the note. */
  readonly file: string;
  readonly passages: readonly NotePassage[];
  readonly definitions: readonly NoteDefinition[];
  /** How many of its lines are too long to be read. */
  readonly unreadLines: number;
}

/**
 * Reads the text of a file in small steps: a note, or a notebook in its Markdown cells, with the places of the file's JSON.
 * Throws a sentence where it is a notebook that cannot be read.
 * @param file what the export calls it, by which it is told what it is
 */
export function* mentionsOfText(dataset: Dataset, text: string, file: string): Generator<void, NoteMentions> {
  if (!isNotebook(file)) return yield* mentionsOfNote(dataset, Note.create(file, languageOf(file), 0, text), file);
  const within = (whole: Note) => ({ whole, spanOf: spans(whole.text) });
  const json = within(Note.create(file, "json", 0, text));
  const cells: NoteMentions[] = [];
  for (const { note, inFile } of cellNotes(file, text)) cells.push(yield* mentionsOfNote(dataset, note, file, { ...json, inFile }));
  return {
    dataset,
    file,
    passages: cells.flatMap(({ passages }) => passages),
    definitions: cells.flatMap(({ definitions }) => definitions),
    unreadLines: cells.reduce((sum, { unreadLines }) => sum + unreadLines, 0),
  };
}

/** The file that a note is a part of. */
interface File {
  readonly whole: Note;
  readonly spanOf: (from: number, to: number) => Span;
  /** Where in it an offset of the note stands. */
  readonly inFile: (offset: number) => number;
}

/**
 * Reads a whole note in small steps.
 * @param file what the export calls the note
 * @param part where it is a part of another file: places and offsets are those of that
 * @returns its prose in order, passages without names included; offsets count in the text as the note holds it
 */
export function* mentionsOfNote(dataset: Dataset, note: Note, file: string, part?: File): Generator<void, NoteMentions> {
  const { lexicon } = dataset;
  const { text: whole } = note;
  const spanHere = spans(whole);
  const spanOf = part ? (from: number, to: number) => part.spanOf(part.inFile(from), part.inFile(to)) : spanHere;
  const placeOf = part ? (offset: number) => placeIn(part.whole, part.inFile(offset)) : (offset: number) => placeIn(note, offset);
  const passages: NotePassage[] = [];
  const definitions: NoteDefinition[] = [];
  const contextOf = contexts();
  const add = (passage: Passage, start: number) => {
    if (passage.text.trim() === "") return;
    const names: NamedSpan[] = [];
    const before = spanHere(start + passage.from, start + passage.to).start;
    for (const { start: at, end, from, to, pointer, names: readings } of note.mentions(dataset, passage)) {
      // a phrase that only points to its record holds names that count for themselves
      const named = pointer ? undefined : conceptsAmong(dataset, readings);
      if (!named) continue;
      const { name, also } = named;
      const span = spanOf(start + from, start + to);
      names.push({
        // field by field: a spread in each name takes longer than all the rest
        start: span.start,
        end: span.end,
        startUtf16: span.startUtf16,
        endUtf16: span.endUtf16,
        inPassage: spanHere(start + from, start + to).start - before,
        from: placeOf(start + from),
        to: placeOf(start + to),
        text: whole.slice(start + from, start + to),
        matched: lexicon.name(name),
        nameType: lexicon.type(name),
        entity: lexicon.entity(name),
        also,
        context: contextOf(passage, at, end),
      });
    }
    for (const { abbreviation: short, longForm, names: known, at } of reading(dataset, passage).definitions) {
      const place = placeOf(start + sourceRange(passage, at, at + 1).from);
      definitions.push({ short, long: clean(longForm), place, entity: known[0] === undefined ? undefined : lexicon.entity(known[0]) });
    }
    const text = whole.slice(start + passage.from, start + passage.to);
    passages.push({ ...spanOf(start + passage.from, start + passage.to), text, names });
  };
  yield* note.readMentions(dataset);
  yield* note.visiting(add);
  return { dataset, file, passages, definitions, unreadLines: note.blocks.unreadLines };
}

/** The likeliest reading that is no mere abbreviation, and the other entities that may be meant; nothing where all are. */
function conceptsAmong(
  dataset: Dataset,
  readings: readonly number[],
): { readonly name: number; readonly also: readonly number[] } | undefined {
  const { lexicon } = dataset;
  const [name, ...others] = readings.filter((one) => hasMeaning(dataset, lexicon.entity(one)));
  if (name === undefined) return undefined;
  const entity = lexicon.entity(name);
  const also = others.length > 0 ? [...new Set(others.map((one) => lexicon.entity(one)))].filter((one) => one !== entity) : [];
  return { name, also };
}

/** Gives the spans of a text, by their UTF-16 offsets. */
function spans(text: string): (from: number, to: number) => Span {
  /** Where characters of two units begin. */
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  const characters = (offset: number) => offset - (lastUpTo(pairs.length, (i) => pairs[i]!, offset - 1) + 1);
  return (from, to) => ({ start: characters(from), end: characters(to), startUtf16: from, endUtf16: to });
}

/** Where an offset of a note stands. */
export function placeIn(note: Note, offset: number): Place {
  const { line, character } = note.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

/** Gives the sentence around a name, in a table the row; the row of a wide one is put together once for all of its names. */
function contexts(): (passage: Passage, start: number, end: number) => string {
  let last: { readonly row: readonly Passage[]; readonly context: string } | undefined;
  return ({ row, text }, start, end) => {
    if (!row) {
      const [from, to] = sentenceAround(text, start, end);
      return clean(text.slice(from, to + 1));
    }
    if (last?.row !== row) last = { row, context: row.map((cell) => clean(cell.text)).join(" | ") };
    return last.context;
  };
}

/** Prose on one line; what is no prose in it becomes an ellipsis. */
const clean = (text: string): string => text.replaceAll(GAP, "…").replace(/\s+/g, " ").trim();
