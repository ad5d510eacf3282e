/** Writes exports of notes given as texts, for the tests of the formats. */
import type { Dataset } from "../../server/dataset/dataset";
import { EXPORTS, type ExportFormat } from "../../server/features/export/formats";
import { mentionsOfNote, type NamedSpan } from "../../server/features/export/noteMentions";
import { atOnce } from "../../server/giveWay";
import { example, noteOf } from "../example";

/** What a format makes of notes by their names. */
export function written(format: ExportFormat, notes: Readonly<Record<string, string>>, dataset: Dataset = example): string {
  const writer = EXPORTS[format](dataset, { version: "9.9.9" });
  const parts = Object.entries(notes).map(([file, text]) => writer.note(atOnce(mentionsOfNote(dataset, noteOf(text), file))));
  return [writer.begin(), ...parts, writer.end()].join("");
}

/** The names in a text, in order. */
export const namesIn = (text: string, dataset: Dataset = example): NamedSpan[] =>
  atOnce(mentionsOfNote(dataset, noteOf(text), "note.md")).passages.flatMap(({ names }) => names);
