/** How a note spells the names that it has: so it will spell those to come. */
import type { Dataset } from "../dataset/dataset";

export interface Spelled {
  /** What entities are called in the note, as it was last written. */
  readonly names: ReadonlyMap<number, string>;
  /** Whether a hyphen stands between letters and number, for each beginning that was met: MMP in "MMP-9". */
  readonly hyphens: ReadonlyMap<string, boolean>;
  /** The same for all others, where the note has left the house's way ("FGFR-4", "IL6") and always to one side. */
  readonly habit: boolean | undefined;
}

/** Letters and number, as the symbols of relatives are made. */
const NUMBERED = /^([A-Z]{2,})-?(\d+[A-Z]?)$/;

export const NOTHING_SPELLED: Spelled = { names: new Map(), hyphens: new Map(), habit: undefined };

/** @param names what entities are called in the note, as it was last written */
export function spelledIn(dataset: Dataset, names: ReadonlyMap<number, string>): Spelled {
  const hyphens = new Map<string, boolean>();
  const habits = new Set<boolean>();
  for (const [entity, text] of names) {
    const stem = NUMBERED.exec(text)?.[1];
    if (stem === undefined) continue;
    const hasHyphen = text.includes("-");
    hyphens.set(stem, hasHyphen);
    if (hasHyphen !== houseHyphen(dataset, stem, dataset.preferredName(entity))) habits.add(hasHyphen);
  }
  return { names, hyphens, habit: habits.size === 1 ? habits.has(true) : undefined };
}

/** A symbol with or without its hyphen, as the note has those of its relatives, else as the records do. */
export function inStyle(dataset: Dataset, name: string, { hyphens, habit }: Spelled): string {
  const [, stem, number] = NUMBERED.exec(name) ?? [];
  if (stem === undefined) return name;
  const hasHyphen = hyphens.get(stem) ?? habit ?? houseHyphen(dataset, stem, name);
  return hasHyphen ? `${stem}-${number}` : `${stem}${number}`;
}

const houseHyphen = ({ hyphenated }: Dataset, stem: string, name: string): boolean =>
  hyphenated.has(stem) || (NUMBERED.test(name) && name.includes("-"));
