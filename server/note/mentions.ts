/** The names in a passage, each with the readings that its sentence speaks for. Found once, kept on the passage. */
import type { Dataset, Name } from "../dataset/dataset";
import type { Context, Found } from "../dataset/lexicon";
import { type Passage, sourceRange } from "./prose";

/** A name in a note. */
export interface Mention {
  /** In the passage's text. */
  readonly start: number;
  readonly end: number;
  /** In the block: the name alone, without markup around it. */
  readonly from: number;
  readonly to: number;
  /** Readings, the likeliest first; never empty. */
  readonly names: readonly number[];
  /** A phrase that only points to its record; names inside it count for themselves. */
  readonly pointer: boolean;
}

interface Derived {
  readonly dataset: Dataset;
  readonly mentions: readonly Mention[];
}

/**
 * The mentions of a passage.
 * @returns in order of their start; empty when there are none
 */
export function mentionsOf(dataset: Dataset, passage: Passage): readonly Mention[] {
  const derived = passage.derived as Derived | undefined;
  if (derived?.dataset === dataset) return derived.mentions;
  const mentions = read(dataset, passage);
  passage.derived = { dataset, mentions } satisfies Derived;
  return mentions;
}

function read(dataset: Dataset, passage: Passage): Mention[] {
  const found = dataset.lexicon.find(passage.text);
  if (found.length === 0) return [];
  const certain = found.filter((match) => match.names.some((name) => isCertain(dataset, name)));
  const mentions: Mention[] = [];
  for (const match of found) {
    const names = match.names.filter((name) => isMeant(dataset, passage.text, match, name, certain));
    if (names.length === 0) continue;
    const { from, to } = sourceRange(passage, match.start, match.end);
    mentions.push({ start: match.start, end: match.end, from, to, names, pointer: match.pointer });
  }
  return mentions;
}

const isCertain = (dataset: Dataset, name: number): boolean =>
  dataset.lexicon.context(name) === "none" && dataset.lexicon.type(name) !== "misspelling";

/** Whether the sentence around a match speaks for one of its readings. */
function isMeant(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const { lexicon } = dataset;
  if (lexicon.type(name) === "misspelling") return false;
  const context = lexicon.context(name);
  if (context === "none") return true;
  if (context === "never" || isVetoed(dataset, text, match, name)) return false;
  const [from, to] = sentenceAround(text, match.start, match.end);
  const around = `${text.slice(from, match.start)}\ufffc${text.slice(match.end, to)}`;
  const cue = CUES[context];
  if (cue?.test(around)) return true;
  const kinds = COMPANIONS[context];
  return (
    kinds !== undefined &&
    certain.some(
      (other) => other !== match && other.start >= from && other.end <= to && kinds.has(dataset.kind(lexicon.entity(other.names[0]!))),
    )
  );
}

/** Words that speak for a reading when they stand in the same sentence. */
const CUES: Partial<Record<Context, RegExp>> = {
  // molecular biology: what is done to genes and proteins, and what they do
  gene: /\b(?:genes?|mRNA|protein|proteins|exons?|alleles?|loc(?:us|i)|promoters?|transcripts?|transcription(?:al)?|express\w*|overexpress\w*|co-?express\w*|amplif\w+|mutat\w+|mutants?|mutations?|fusions?|rearrang\w+|variants?|wild-type|knock(?:ed|down|out|-?down|-?out|ing)\w*|silenc\w+|deplet\w+|inhibit\w+|antagonists?|agonists?|signall?ing|pathways?|kinases?|receptors?|ligands?|phosphorylat\w+|phospho\w*|up-?regulat\w+|down-?regulat\w+|repress\w+|induc\w+|activat\w+|immunoblot\w*|immunostain\w*|stain(?:ed|ing)|antibod\w+|isoforms?|orthologu?es?|EMT|E-cadherin|CDH1|family members?|transfect\w+|sgRNA|siRNA|shRNA|CRISPR|axis)\b|\ufffc[- ](?:positive|negative|mutant|mutated|amplified|altered|driven|null|deficient|high|low|positivity|dependent|mediated)\b|\ufffc\+/i,
  drug: /\b\d+(?:[.,]\d+)?\s?(?:mg|µg|μg|mcg|g|mg\/kg|mg\/m|µM|μM|nM|mM|AUC)\b|\b(?:treat(?:ed|ment|ing)|receiv\w+|given|gave|dos(?:e|ed|es|ing)|plus|combin\w+|regimens?|therap\w+|monotherapy|chemotherapy|infus\w+|administ\w+|inhibitors?|agents?|drugs?|arms?|resistan\w+|patients?|nivo|ipi|pembro|atezo)\b|\ufffc\s?[+/]|[+/]\s?\ufffc/i,
  tumour:
    /\b(?:tumou?rs?|cancers?|cancerous|metasta\w+|malignan\w+|carcinomas?|neoplas\w+|oncolog\w+|anti-?cancer|CRISPR|nanoparticles?|CAR-T|checkpoint)\b/i,
};

/** Kinds of other names that speak for a reading when they stand in the same sentence. */
const COMPANIONS: Partial<Record<Context, ReadonlySet<string>>> = {
  gene: new Set(["target", "family", "complex"]),
  drug: new Set(["drug", "regimen"]),
};

/** Whether a word right before or after rules the reading out (`not_after`, `not_before` in its record). */
function isVetoed(dataset: Dataset, text: string, match: Found, name: number): boolean {
  const record = dataset.record(dataset.lexicon.entity(name));
  const written = record ? dataset.lexicon.name(name) : "";
  const rules = record?.names?.find((other: Name) => other.text === written)?.match;
  if (!rules?.not_before && !rules?.not_after) return false;
  const after = /^[\s-]*([\p{L}\p{N}-]+)/u.exec(text.slice(match.end, match.end + 40))?.[1]?.toLowerCase();
  const before = /([\p{L}\p{N}-]+)[\s-]*$/u.exec(text.slice(Math.max(0, match.start - 40), match.start))?.[1]?.toLowerCase();
  return (
    (after !== undefined && rules.not_before?.includes(after) === true) ||
    (before !== undefined && rules.not_after?.includes(before) === true)
  );
}

/** How far a sentence is looked at on each side, in UTF-16 units. */
const REACH = 300;

/** Bounds of the sentence around a match. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  const first = Math.max(0, start - REACH);
  while (from > first && !(/[.!?;]/.test(text[from - 1]!) && /\s/.test(text[from] ?? " ") && !/\d/.test(text[from + 1] ?? ""))) from--;
  let to = end;
  const last = Math.min(text.length, end + REACH);
  while (to < last && !(/[.!?;]/.test(text[to]!) && /\s/.test(text[to + 1] ?? " "))) to++;
  return [from, to];
}
