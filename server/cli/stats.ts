/** `metastasis-notes stats`: what notes talk about, in numbers. */
import { statsOf, statsText } from "../features/export/stats";
import { Tally } from "../features/export/tally";
import type { NotesOptions, PlainFormat } from "./arguments";
import type { Opened } from "./pool";
import { readMentions } from "./readMentions";
import type { Surroundings } from "./surroundings";
import { Telling } from "./telling";

/**
 * Counts what notes name and prints it.
 * @returns exit status: 0 all read, 2 something could not be read
 */
export async function stats(opened: Opened, options: NotesOptions, format: PlainFormat, around: Surroundings): Promise<number> {
  const telling = new Telling(around);
  const tally = new Tally();
  for await (const note of readMentions(opened, options, telling, around)) tally.add(note);
  const found = statsOf(opened.dataset, tally);
  await around.out(format === "json" ? `${JSON.stringify(found, undefined, 2)}\n` : statsText(found));
  return telling.problems.length > 0 ? 2 : 0;
}
