/** Findings: what the rules say of a note, one for each term; further places of a term are marked as hints. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import { type UnknownWord, unknownWords } from "../note/words";
import type { Level, RuleId, Settings } from "../settings";
import type { Verdict } from "./rules/finding";
import { misspelledName } from "./rules/misspelled-name";
import { unknownDrugName } from "./rules/unknown-drug-name";

export interface Finding {
  readonly rule: RuleId;
  readonly level: Exclude<Level, "off">;
  /** What, why, as of when; how often the term stands in the note. */
  readonly message: string;
  /** The word as it is written. */
  readonly word: string;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
  readonly replacements: readonly string[];
  /** The other places of the same term; on its first finding only. */
  readonly others: ReadonlyArray<{ readonly from: number; readonly to: number }>;
}

/** The rules in order; the first that has something to say of a word is heard. */
const RULES = [misspelledName, unknownDrugName] as const;

/**
 * All findings of a note.
 * @returns in order of their place; empty when nothing is wrong
 */
export function findings(dataset: Dataset, note: Note, settings: Settings): Finding[] {
  const found: Finding[] = [];
  const terms = new Map<string, Finding & { others: Array<{ from: number; to: number }> }>();
  const switches: Array<{ at: number; off: boolean }> = [];
  note.eachNotable(dataset, (passage, start) => {
    if (passage.directive) switches.push({ at: start + passage.from, off: passage.directive === "off" });
  });
  const isSilent = (at: number) => switches.findLast((change) => change.at < at)?.off === true;
  note.eachNotable(dataset, (passage, start) => {
    for (const word of unknownWords(dataset, passage)) {
      const low = word.text.toLowerCase();
      if (settings.acceptedWords.has(low) || isSilent(start + word.from)) continue;
      const verdict = verdictOn(dataset, word);
      const level = verdict && levelOf(verdict, settings);
      if (!verdict || !level) continue;
      const range = { from: start + word.from, to: start + word.to };
      const first = terms.get(low);
      first?.others.push(range);
      const finding = {
        rule: verdict.rule,
        level: first ? ("hint" as const) : level,
        message: verdict.message,
        word: word.text,
        ...range,
        replacements: verdict.replacements,
        others: [],
      };
      if (!first) terms.set(low, finding);
      found.push(finding);
    }
  });
  return found.map((finding) => ({ ...finding, message: finding.message + furtherPlaces(finding.others.length) }));
}

const furtherPlaces = (count: number): string =>
  count > 0 ? ` It stands at ${count} more place${count > 1 ? "s" : ""} in this note.` : "";

function verdictOn(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (word.verdict === undefined) {
    word.verdict = null;
    for (const rule of RULES) {
      word.verdict = rule(dataset, word) ?? null;
      if (word.verdict) break;
    }
  }
  return (word.verdict as Verdict | null) ?? undefined;
}

function levelOf(verdict: Verdict, settings: Settings): Finding["level"] | undefined {
  const level = settings.rules[verdict.rule];
  if (level === "off") return undefined;
  return verdict.mild && (level === "error" || level === "warning") ? "information" : level;
}
