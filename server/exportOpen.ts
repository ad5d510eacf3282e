/** Exports notes for a client: open ones as they stand, others from their files. */
import type { Dataset } from "./dataset/dataset";
import { EXPORTS } from "./features/export/formats";
import { mentionsOfNote } from "./features/export/noteMentions";
import { giveWay } from "./giveWay";
import { Note } from "./note/note";
import type { Exported, ExportParams } from "./protocol";
import { languageOf } from "./settings";

/** What the export needs of the server. */
export interface Source {
  readonly version: string;
  /** What is known in the folder of a note. */
  datasetOf(uri: string): Promise<Dataset | undefined>;
  /** The note of an address, if it is open. */
  open(uri: string): Note | undefined;
  /** The text of a file that is not open; nothing where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  readonly token?: { readonly isCancellationRequested: boolean } | undefined;
}

/**
 * Writes an export.
 * @returns the whole of it; `unread` names the notes that could not be read. Nothing without a dataset, for a format that does not exist, or where it was cancelled
 */
export async function exportOpen(data: Dataset | undefined, { format, notes }: ExportParams, source: Source): Promise<Exported | null> {
  if (!data || !Object.hasOwn(EXPORTS, format)) return null;
  const writer = EXPORTS[format](data, { version: source.version });
  const parts = [writer.begin()];
  const unread: string[] = [];
  for (const { uri, name } of notes) {
    if (source.token?.isCancellationRequested) return null;
    const text = source.open(uri) ? undefined : await source.readText(uri);
    const note = source.open(uri) ?? (text === undefined ? undefined : Note.create(uri, languageOf(uri), 0, text.replace(/^\ufeff/, "")));
    if (note) parts.push(writer.note(mentionsOfNote((await source.datasetOf(uri)) ?? data, note, name)));
    else unread.push(name);
    // others may want something meanwhile
    await giveWay();
  }
  parts.push(writer.end());
  return { text: parts.join(""), unread };
}
