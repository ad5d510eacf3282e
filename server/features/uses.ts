/** Where a note names which concept: every mention, by any name. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import { definedAt, mentionAt } from "./hover";

/** A place where a concept is named. */
interface Use {
  readonly entity: number;
  /** The name in the dataset that is written there. */
  readonly name: number;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
  /** Whether it is declared here, in the front matter. */
  readonly isDeclaration: boolean;
  /** Whether it is an abbreviation that the note defines. */
  readonly isAbbreviation: boolean;
}

/** Calls `visit` with every use in a note, in order and in small steps, except for abbreviations of which nothing more is known. */
export function eachUse(dataset: Dataset, note: Note, visit: (use: Use) => void): Generator<void> {
  return note.visiting((passage, start) => {
    for (const mention of note.mentions(dataset, passage)) {
      const name = mention.names[0]!;
      const entity = dataset.lexicon.entity(name);
      if (!hasMeaning(dataset, entity)) continue;
      const isDeclaration = passage.slot !== undefined;
      const isAbbreviation = mention.definition !== undefined;
      visit({ entity, name, from: start + mention.from, to: start + mention.to, isDeclaration, isAbbreviation });
    }
  });
}

/** Finds the uses of a concept in a note in small steps. @returns in order */
export function* usesOf(dataset: Dataset, note: Note, entity: number): Generator<void, Use[]> {
  const uses: Use[] = [];
  yield* eachUse(dataset, note, (use) => {
    if (use.entity === entity) uses.push(use);
  });
  return uses;
}

/** A concept at a place, with the range of its name. */
export interface Concept extends Omit<Use, "isDeclaration" | "isAbbreviation"> {
  /** Where the note defines the abbreviation that stands there. */
  readonly definition?: { readonly from: number; readonly to: number };
}

/** The concept that is named at an offset of a note, whose card a hover shows; nothing if there is none. */
export function conceptAt(dataset: Dataset, note: Note, offset: number): Concept | undefined {
  const mention = mentionAt(dataset, note, offset);
  const start = note.passageAt(offset)?.start;
  if (!mention || start === undefined) return undefined;
  const name = mention.names[0]!;
  const entity = dataset.lexicon.entity(name);
  if (!hasMeaning(dataset, entity)) return undefined;
  const definition = mention.definition && definedAt(dataset, note, mention.definition);
  return { entity, name, from: start + mention.from, to: start + mention.to, ...(definition ? { definition } : {}) };
}

/** Whether it is more than an abbreviation that nothing is known of. */
export const hasMeaning = (dataset: Dataset, entity: number): boolean => dataset.kind(entity) !== "known-abbreviation";
