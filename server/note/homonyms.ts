/** Short names that mean several things, each told by the words of its sentence: the dataset's homonyms. */
import type { Dataset } from "../dataset/dataset";
import { heldOnce } from "../dataset/held";
import { addTo } from "../dataset/lists";
import type { Found } from "../dataset/scan";
import { sentenceAround } from "./sentence";

/** What a name may stand for, and the words that say that it does not, or does; nothing where none do. */
type Told = readonly [of: string, unless: RegExp | undefined, where: RegExp | undefined];

const toldOf = heldOnce(({ homonyms }) => {
  const all = new Map<string, Told[]>();
  for (const [name, ...told] of homonyms)
    addTo(all, name, told.map((part, i) => (i > 0 && part ? new RegExp(part) : part)) as unknown as Told);
  return all;
});

/** Whether the sentence of a name speaks of something else that is called so (1), or of what the name stands for (2). */
export function isTold(dataset: Dataset, text: string, { start, end }: Found, name: number, by: 1 | 2): boolean {
  const rows = toldOf(dataset).get(text.slice(start, end));
  if (!rows) return false;
  const of = dataset.preferredName(dataset.lexicon.entity(name));
  const sentence = text.slice(...sentenceAround(text, start, end));
  return rows.some((told) => told[0] === of && told[by] && told[by].test(sentence));
}
