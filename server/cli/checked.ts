/** What came of checking a note: plain data, which may cross threads, for the formats to print. */
import type { Place } from "../features/export/noteMentions";
import type { Level, RuleId } from "../settings";

/** A severity that is reported. */
export type Severity = Exclude<Level, "off">;

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** A finding as it is printed. */
export interface Found extends Range {
  readonly rule: RuleId;
  readonly level: Severity;
  readonly message: string;
  /** The word as it is written. */
  readonly word: string;
  readonly replacements: readonly string[];
  /** Further places of the same term. */
  readonly others: readonly Range[];
  /** A place that has to do with it, and what. */
  readonly related?: Range & { readonly message: string };
}

/** What came of checking a note. */
export interface Checked {
  /** Path of the note as it was given or found. */
  readonly file: string;
  readonly findings: readonly Found[];
  /** Sentences about the note itself. */
  readonly problems: readonly string[];
  /** Whether it could not be read or mended. */
  readonly failed: boolean;
  /** Count of words that were mended, or that the diff mends. */
  readonly mended: number;
  /** Whether its folder says that it is no note. */
  readonly isLeftOut?: boolean;
  /** The fixes as a unified diff, where that was asked for. */
  readonly diff?: string;
  /** The mended text of a note from standard input. */
  readonly text?: string;
}
