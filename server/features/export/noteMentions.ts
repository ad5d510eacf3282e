/** All names of a note with their places, as plain data: what every export is written from. */
import type { Dataset } from "../../dataset/dataset";
import type { NameType } from "../../dataset/lexicon";
import { sentenceAround } from "../../note/context";
import type { Definition } from "../../note/definitions";
import { GAP } from "../../note/mask";
import { reading } from "../../note/mentions";
import type { Note } from "../../note/note";
import { type Passage, sourceRange } from "../../note/passage";
import { lastUpTo } from "../../note/search";

/** A range of a note, in characters (Unicode code points) and in UTF-16 units, both from 0. */
export interface Span {
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
}

/**
 * Reads a whole note.
 * @param file what the export calls the note
 * @returns its prose in order, passages without names included; offsets count in the text as the note holds it
 */
export function mentionsOfNote(dataset: Dataset, note: Note, file: string): NoteMentions {
  const spanOf = spans(note.text);
  const passages: NotePassage[] = [];
  const definitions: NoteDefinition[] = [];
  note.eachPassage((passage, start) => {
    if (passage.text.trim() === "") return true;
    const names: NamedSpan[] = [];
    for (const { start: at, end, from, to, pointer, names: readings } of note.mentions(dataset, passage)) {
      // a phrase that only points to its record holds names that count for themselves
      if (pointer) continue;
      const entities = [...new Set(readings.map((name) => dataset.lexicon.entity(name)))].filter(
        (entity) => dataset.kind(entity) !== "known-abbreviation",
      );
      const [entity, ...also] = entities;
      if (entity === undefined) continue;
      const name = readings.find((one) => dataset.lexicon.entity(one) === entity)!;
      names.push({
        ...spanOf(start + from, start + to),
        from: placeIn(note, start + from),
        to: placeIn(note, start + to),
        text: note.text.slice(start + from, start + to),
        matched: dataset.lexicon.name(name),
        nameType: dataset.lexicon.type(name),
        entity,
        also,
        context: contextOf(passage, at, end),
      });
    }
    for (const definition of reading(dataset, passage).definitions) definitions.push(definedIn(dataset, note, passage, start, definition));
    passages.push({
      ...spanOf(start + passage.from, start + passage.to),
      text: note.text.slice(start + passage.from, start + passage.to),
      names,
    });
    return true;
  });
  return { dataset, file, passages, definitions };
}

function definedIn(dataset: Dataset, note: Note, passage: Passage, start: number, definition: Definition): NoteDefinition {
  const { abbreviation, longForm, names, at } = definition;
  return {
    short: abbreviation,
    long: clean(longForm),
    place: placeIn(note, start + sourceRange(passage, at, at + 1).from),
    entity: names.length > 0 ? dataset.lexicon.entity(names[0]!) : undefined,
  };
}

/** Gives the spans of a text, by their UTF-16 offsets. */
function spans(text: string): (from: number, to: number) => Span {
  /** Where characters of two units begin. */
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  const characters = (offset: number) => offset - (lastUpTo(pairs.length, (i) => pairs[i]!, offset - 1) + 1);
  return (from, to) => ({ start: characters(from), end: characters(to), startUtf16: from, endUtf16: to });
}

function placeIn(note: Note, offset: number): Place {
  const { line, character } = note.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

function contextOf(passage: Passage, start: number, end: number): string {
  if (passage.row) return passage.row.map(({ text }) => clean(text)).join(" | ");
  const [from, to] = sentenceAround(passage.text, start, end);
  return clean(passage.text.slice(from, to + 1));
}

/** Prose on one line; what is no prose in it becomes an ellipsis. */
const clean = (text: string): string => text.replaceAll(GAP, "…").replace(/\s+/g, " ").trim();
