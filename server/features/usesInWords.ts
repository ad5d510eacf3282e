/** What is said of the uses of a concept in all notes: how many, by which names. */
import type { Dataset } from "../dataset/dataset";
import type { IndexedUse } from "../index/noteIndex";
import { counted } from "./counted";
import { isSpelling } from "./oneSpelling";

/** "14 uses in 5 notes". */
export const total = (uses: readonly IndexedUse[]): string => `${counted(uses.length, "use")} in ${counted(notesOf(uses), "note")}`;

/** What may stand for a concept everywhere: its preferred name, then the names that are used, the commonest first. */
export const spellingsOf = (data: Dataset, entity: number, uses: readonly IndexedUse[]): string[] =>
  [...new Set([data.preferredName(entity), ...namesIn(data, uses)])].filter((name) => isSpelling(data, entity, name));

/** In how many notes the uses are. */
export const notesOf = (uses: readonly IndexedUse[]): number => new Set(uses.map(({ uri }) => uri)).size;

/** The names that are used, the commonest first. */
export function namesIn(data: Dataset, uses: readonly IndexedUse[]): string[] {
  const counts = new Map<number, number>();
  for (const { name } of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => data.lexicon.name(name));
}
