/** Entries of the vocabulary, and what decides whether a text may be a free name. */
import type { DrugNumbers } from "../server/dataset/identifiers";
import type { Flagged } from "../server/dataset/nameFlags";
import type { Kind } from "../server/dataset/records";

/** A name as the matcher will know it. */
export interface VocabularyName extends Omit<Flagged, "vetoed"> {
  readonly text: string;
  /** Never offered by completion; the order of those that are is decided in rank.ts. */
  readonly hidden?: boolean;
  /** How much more often it is written than other names of its type, as log-odds; see rank.ts. */
  readonly gain?: number;
  /** Whether it only points to what it is made of; the compiler decides where this does not. */
  readonly pointer?: boolean | undefined;
}

/** Something that is known by name only. */
export interface VocabularyEntry {
  readonly kind: Kind;
  readonly preferred: string;
  /** A short phrase for its one-line card. */
  readonly detail: string;
  readonly names: readonly VocabularyName[];
  /** How often it is spoken of, see rank.ts; nothing where that is not known. */
  readonly count?: number | undefined;
  /** In how many of the tables that were read a drug is. */
  readonly tables?: number | undefined;
  /** How far a drug has come. */
  readonly stage?: "approved" | "trials" | undefined;
  /** A drug's numbers in other databases. */
  readonly numbers?: DrugNumbers;
  /** On what a drug acts, in words: "VEGFR2", "FAK/ALK/ROS1". */
  readonly on?: readonly string[];
}

/** What decides whether a text may be a free name: ordinary words and abbreviations are not. */
export interface Guard {
  readonly english: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  /** Symbols and aliases of genes that are none in prose, whatever stands beside them, but for what has a hyphen: WAS, JAMA. */
  readonly noSymbols: ReadonlySet<string>;
  /** What genes and families are called as well, and drugs, where prose nearly always means something else. */
  readonly noGenes: ReadonlySet<string>;
  readonly noDrugs: ReadonlySet<string>;
  /** Those of the former that are genes where they are fused: BCR. */
  readonly fused: ReadonlySet<string>;
  /** Brands that people are called by, too. */
  readonly people: ReadonlySet<string>;
  /** Words that dictionaries have with a capital alone, but for the names of people. */
  readonly capitalised: ReadonlySet<string>;
  /** Names of one word that only the largest dictionaries have. In lower case. */
  readonly namesInDictionaries: ReadonlySet<string>;
}

/** Whether a text is a word of English; most are seen to be none without a look into the dictionary. */
export const isEnglish = (text: string, english: ReadonlySet<string>): boolean => /^[a-z]+$/i.test(text) && english.has(text.toLowerCase());

/** Whether a text is too short or too ordinary to be a name by itself. */
export function isDoubtful(text: string, { english, abbreviations }: Guard): boolean {
  // hyphens count for nothing in prose: SAM-e is spelled like "same"
  const bare = text.replace(/[^\p{L}\p{N} ]/gu, "");
  // nor is a word written like eNOS
  const isWord = isEnglish(bare, english) && !/\p{Ll}\p{Lu}/u.test(bare);
  return bare.length <= 2 || isWord || abbreviations.has(text.replace(/(?<=[A-Z])s$/, ""));
}
