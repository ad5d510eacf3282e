/** Entries of the vocabulary, and what decides whether a text may be a free name. */
import type { Kind } from "../server/dataset/dataset";
import type { CASES, Context, NameType } from "../server/dataset/lexicon";

/** A name as the matcher will know it. */
export interface VocabularyName {
  readonly text: string;
  readonly type: NameType;
  readonly letterCase: (typeof CASES)[number];
  readonly context: Context;
  /** Order among completions, 0 first, 255 never. */
  readonly rank: number;
}

/** Something that is known by name only. */
export interface VocabularyEntry {
  readonly kind: Kind;
  readonly preferred: string;
  /** A short phrase for its one-line card. */
  readonly detail: string;
  readonly names: readonly VocabularyName[];
  /** Whether its first name may be proposed for a misspelling. */
  readonly proposed: boolean;
}

/** What decides whether a text may be a free name: ordinary words and abbreviations are not. */
export interface Guard {
  readonly english: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** How well known something is, 0 to 15: the logarithm of its count. */
export const popularity = (count: number | undefined): number => Math.min(15, Math.floor(Math.log2((count ?? 0) + 1)));

/** Whether a text is too short or too ordinary to be a name by itself. */
export function isDoubtful(text: string, { english, abbreviations }: Guard): boolean {
  // hyphens count for nothing in prose: SAM-e is spelled like "same"
  const bare = text.replace(/[^\p{L}\p{N} ]/gu, "");
  return bare.length <= 2 || english.has(bare.toLowerCase()) || abbreviations.has(text);
}
