/** `metastasis-notes stats`: what notes talk about, in numbers. */
import type { Dataset } from "../dataset/dataset";
import { statsOf, statsText } from "../features/export/stats";
import { Tally } from "../features/export/tally";
import type { NotesOptions, PlainFormat } from "./arguments";
import { readMentions } from "./readMentions";
import type { Surroundings } from "./surroundings";

/** @returns exit status: 0 all read, 2 something could not be read */
export async function stats(
  dataset: Dataset,
  bytes: Uint8Array,
  options: NotesOptions,
  format: PlainFormat,
  around: Surroundings,
): Promise<number> {
  const problems: string[] = [];
  const tally = new Tally();
  for await (const note of readMentions(dataset, bytes, options, problems, around)) tally.add(note);
  const found = statsOf(dataset, tally);
  await around.out(format === "json" ? `${JSON.stringify(found, undefined, 2)}\n` : statsText(found));
  return problems.length > 0 ? 2 : 0;
}
