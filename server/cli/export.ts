/** `metastasis-notes export`: writes the names in notes in a format that other programs read. */
import { version } from "../../package.json";
import { EXPORTS, type ExportFormat } from "../features/export/formats";
import type { NotesOptions } from "./arguments";
import type { Opened } from "./pool";
import { readMentions } from "./readMentions";
import type { Surroundings } from "./surroundings";
import { Telling } from "./telling";

/**
 * Exports notes to standard output; what cannot be read is told and left out.
 * @returns exit status: 0 all written, 2 something could not be read
 */
export async function exportNotes(opened: Opened, options: NotesOptions, format: ExportFormat, around: Surroundings): Promise<number> {
  const telling = new Telling(around);
  const writer = EXPORTS[format](opened.dataset, { version });
  await around.out(writer.begin());
  for await (const note of readMentions(opened, options, telling, around)) await around.out(writer.note(note));
  await around.out(writer.end());
  return telling.problems.length > 0 ? 2 : 0;
}
