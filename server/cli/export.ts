/** `metastasis-notes export`: writes the names in notes in a format that other programs read. */
import { version } from "../../package.json";
import type { Dataset } from "../dataset/dataset";
import { EXPORTS, type ExportFormat } from "../features/export/formats";
import type { NotesOptions } from "./arguments";
import { readMentions } from "./readMentions";
import type { Surroundings } from "./surroundings";

/**
 * Exports notes to standard output; what cannot be read is told and left out.
 * @returns exit status: 0 all written, 2 something could not be read
 */
export async function exportNotes(
  dataset: Dataset,
  bytes: Uint8Array,
  options: NotesOptions,
  format: ExportFormat,
  around: Surroundings,
): Promise<number> {
  const problems: string[] = [];
  const writer = EXPORTS[format](dataset, { version });
  await around.out(writer.begin());
  for await (const note of readMentions(dataset, bytes, options, problems, around)) await around.out(writer.note(note));
  await around.out(writer.end());
  return problems.length > 0 ? 2 : 0;
}
