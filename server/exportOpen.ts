/** Exports notes for a client: open ones as they stand, others from their files. */
import type { Dataset } from "./dataset/dataset";
import { EXPORTS } from "./features/export/formats";
import { mentionsOfNote, mentionsOfText, type NoteMentions } from "./features/export/noteMentions";
import { giveWay, inSlices } from "./giveWay";
import type { Note } from "./note/note";
import type { Exported, ExportParams } from "./protocol";

/** What the export needs of the server. */
export interface Source {
  readonly version: string;
  /** The dataset for a note, with what its folders add. */
  datasetOf(uri: string): Promise<Dataset | undefined>;
  /** Whether a document is a note, as its folders say. */
  isNote(uri: string): Promise<boolean>;
  /** The note of an address, if it is open. */
  open(uri: string): Note | undefined;
  /** The text of a file that is not open; nothing where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  readonly token?: { readonly isCancellationRequested: boolean } | undefined;
}

/**
 * Writes an export.
 * @returns the whole of it; `unread` names the notes that could not be read, or are none as their folders say. Nothing without a dataset, for a format that does not exist, or where it was cancelled
 */
export async function exportOpen(data: Dataset | undefined, { format, notes }: ExportParams, source: Source): Promise<Exported | null> {
  if (!data || !Object.hasOwn(EXPORTS, format)) return null;
  const writer = EXPORTS[format](data, { version: source.version });
  const parts = [writer.begin()];
  const unread: string[] = [];
  for (const { uri, name } of notes) {
    if (source.token?.isCancellationRequested) return null;
    const mentions = await mentionsIn(data, uri, name, source);
    if (mentions) parts.push(writer.note(mentions));
    else unread.push(name);
    // others may want something meanwhile
    await giveWay();
  }
  parts.push(writer.end());
  return { text: parts.join(""), unread };
}

/** What a note mentions; nothing where it cannot be read, or is none. */
async function mentionsIn(data: Dataset, uri: string, name: string, source: Source): Promise<NoteMentions | undefined> {
  if (!(await source.isNote(uri))) return undefined;
  const dataset = (await source.datasetOf(uri)) ?? data;
  const open = source.open(uri);
  if (open) return inSlices(mentionsOfNote(dataset, open, name));
  const text = await source.readText(uri);
  try {
    return text === undefined ? undefined : await inSlices(mentionsOfText(dataset, text.replace(/^\ufeff/, ""), name));
  } catch {
    // a broken notebook
    return undefined;
  }
}
