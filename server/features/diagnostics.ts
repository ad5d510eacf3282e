/** Findings: what the rules say of a note (`remarks.ts`), one for each term; further places of a term are marked as hints. */

import type { Dataset } from "../dataset/dataset";
import { atOnce } from "../giveWay";
import type { Notable } from "../note/block";
import { hasForeignPassage, isForeign } from "../note/language";
import type { Note } from "../note/note";
import type { Passage } from "../note/passage";
import type { Level, RuleId, Settings } from "../settings";
import { smallColumns } from "./columnCase";
import { hasRemarks, isOfSlip, kept, remarksOf, saidOf } from "./remarks";
import { brandName } from "./rules/brand-name";
import type { Remark, Verdict } from "./rules/finding";
import { inconsistentForm } from "./rules/inconsistent-form";
import { undeclaredTerm } from "./rules/undeclared-term";
import { unknownInFrontMatter } from "./rules/unknown-directive";
import { Silence } from "./silence";

export interface Finding {
  readonly rule: RuleId;
  readonly level: Exclude<Level, "off">;
  /** The message: what, why, as of when, and how often the term stands in the note. */
  readonly message: string;
  /** The word as it is written. */
  readonly word: string;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
  readonly replacements: readonly string[];
  /** The other places of the same term; on its first finding only. */
  readonly others: ReadonlyArray<{ readonly from: number; readonly to: number }>;
  /** A related place, and its relation. */
  readonly related?: { readonly from: number; readonly to: number; readonly message: string } | undefined;
  /**
   * Whether it stands in a quotation or in the target of a link, where no fix may touch it, or in the text of a link, where only a
   * fix that is asked for may.
   */
  readonly kept: Remark["kept"];
  readonly deprecated: boolean;
  /** See {@link Verdict.maybeNew}. */
  readonly maybeNew: boolean;
  /** The entity whose card tells more. */
  readonly entity: number | undefined;
}

/** Rules whose findings are words that somebody may want to keep. */
export const OF_WORDS: ReadonlySet<RuleId> = new Set([
  "misspelled-name",
  "unknown-drug-name",
  "undeclared-term",
  "unknown-code",
  "outdated-symbol",
  "inconsistent-form",
  "brand-name",
]);
/** Rules that also check notes in other languages: only what somebody asked for. */
const IN_ANY_LANGUAGE: ReadonlySet<RuleId> = new Set(["undeclared-term", "unknown-directive"]);

/** Reads a note in small steps to its end, so that {@link findings} and {@link groundsOf} hold nobody up. */
export function* readForFindings(dataset: Dataset, note: Note): Generator<void> {
  yield* note.blocks.readThrough(dataset, hasRemarks);
  if (slipsIn(notableOf(dataset, note)).length > 0) yield* note.readExplained(dataset);
}

/** All findings of a note. @returns in order of their place; empty when nothing is wrong */
export const findings = (dataset: Dataset, note: Note, settings: Settings): Finding[] => atOnce(findingSteps(dataset, note, settings));

/** Finds in small steps what {@link findings} returns. */
export function* findingSteps(dataset: Dataset, note: Note, settings: Settings): Generator<void, Finding[]> {
  const notable = notableOf(dataset, note);
  const isHeard = hearing(dataset, note, settings, silenceIn(note, notable));
  const found: Found[] = [];
  const say = (remark: Remark, start: number, isForeignHere = false) => {
    const level = levelOf(remark, settings);
    if (level && isHeard(remark, start + remark.from, isForeignHere)) found.push(findingOf(remark, start, level));
  };
  const { slots } = note.frontMatter;
  for (const remark of [...unknownInFrontMatter(dataset, note), ...slots.flatMap((slot) => undeclaredTerm(dataset, slot) ?? [])])
    say(remark, 0);
  for (const [passage, start] of notable) {
    const { list, isForeign } = remarksOf(passage);
    for (const remark of list) say(remark, start, isForeign);
    yield;
  }
  yield* styleRemarks(dataset, note, settings, say);
  return joined(found.sort((a, b) => a.from - b.from));
}

/** A finding whose further places are still to be counted. */
type Found = Finding & { others: Array<{ from: number; to: number }> };

function findingOf(remark: Remark, start: number, level: Finding["level"]): Found {
  const { rule, message, replacements, entity, related, kept, deprecated = false, maybeNew = false, text: word } = remark;
  const [from, to] = [start + remark.from, start + remark.to];
  const elsewhere = related ? { related: { from: start + related.from, to: start + related.to, message: related.message } } : {};
  return { rule, level, message, word, replacements, deprecated, maybeNew, entity, from, to, kept, others: [], ...elsewhere };
}

/** Tells whether a note or the settings accept a word, which is in small letters. */
export function acceptance({ frontMatter }: Note, { acceptedWords }: Settings): (word: string) => boolean {
  const words = new Set(frontMatter.accepted.map(({ text }) => text.toLowerCase()));
  return (word) => words.has(word) || acceptedWords.has(word);
}

/** Tells of a remark at an offset whether it is to be heard: the note may be silent there, accept or explain its word, or be in another language. */
function hearing(dataset: Dataset, note: Note, settings: Settings, silence: Silence) {
  const isAccepted = acceptance(note, settings);
  let isOther: boolean | undefined;
  let isMixed: boolean | undefined;
  let explained: ReadonlySet<string> | undefined;
  return (remark: Remark, from: number, isForeignHere: boolean): boolean => {
    if (silence.isSilent(remark.rule, from)) return false;
    const low = remark.text.toLowerCase();
    // what is said of a drug is no matter of words; a plural is accepted with its word
    if (OF_WORDS.has(remark.rule) && (isAccepted(low) || isAccepted(low.replace(/s$/, "")))) return false;
    if (isOfSlip(remark)) {
      // what the note explains is no slip in another passage, either
      explained ??= note.explained(dataset);
      if (explained.has(remark.text)) return false;
    }
    // what is near no other name may be a word of that language
    if (IN_ANY_LANGUAGE.has(remark.rule) && !remark.maybeNew) return true;
    if (remark.isForeign) {
      isMixed ??= hasForeignPassage(note);
      if (isMixed) return false;
    }
    isOther ??= isOtherLanguage(note);
    return !isOther && !(isForeignHere && note.frontMatter.language === undefined);
  };
}

/**
 * All that the findings of a note depend on, besides the settings: as long as it is the same, so are the findings and the lines
 * and columns where they stand. Most keys change nothing of it, and it is determined in a fraction of the time, in small steps.
 * @returns nothing where more than single passages decides: directives, house style
 */
export function* groundsOf(dataset: Dataset, note: Note, settings: Settings): Generator<void, readonly unknown[] | undefined> {
  if (HOUSE_STYLE.some((rule) => settings.rules[rule] !== "off")) return undefined;
  const grounds: unknown[] = [dataset, note.frontMatter];
  const notable = notableOf(dataset, note);
  for (const one of notable) {
    if (!addSaid(note, one, grounds)) return undefined;
    yield;
  }
  if (notable.length > 0) grounds.push(isOtherLanguage(note));
  if (notable.some(([passage]) => remarksOf(passage).list.some((remark) => remark.isForeign))) grounds.push(hasForeignPassage(note));
  const slips = slipsIn(notable);
  if (slips.length > 0) {
    const explained = note.explained(dataset);
    for (const slip of slips) grounds.push(explained.has(slip));
  }
  return grounds;
}

/** Adds what is said of a passage, and where. @returns whether that is all on which its findings rest */
function addSaid(note: Note, [passage, start]: Notable, grounds: unknown[]): boolean {
  // a note that is put to rest between two steps holds no blocks
  const said = passage.directive ? undefined : saidOf(passage, () => note.blocks.startingAt(start)?.source);
  if (said === undefined) return false;
  const { line, character } = note.positionAt(start + passage.from);
  grounds.push(said, line, character);
  return true;
}

/** The words that may be slips. Asked twice at each key. */
function slipsIn(notable: readonly Notable[]): string[] {
  const slips: string[] = [];
  for (const [passage] of notable) for (const slip of remarksOf(passage).slips) slips.push(slip);
  return slips;
}

const HOUSE_STYLE = ["inconsistent-form", "brand-name"] as const;

/** The passages with a remark or a directive. */
const notableOf = (dataset: Dataset, note: Note): readonly Notable[] => note.blocks.notable(dataset, hasRemarks);

/** Whether a note is not in English: it says so, or it surely is not. */
export function isOtherLanguage(note: Note): boolean {
  const { language } = note.frontMatter;
  return language === undefined || NO_LANGUAGE.test(language) ? isForeign(note) : !/^(?:en|british|american)/.test(language);
}
/** What names no language of people. */
const NO_LANGUAGE = /^(?:~|null|none|r|python|julia)$/;

/** Joins the findings of a term: the first counts the others, which become hints. */
function joined(found: readonly Found[]): Finding[] {
  const terms = new Map<string, Found>();
  const all = found.map((finding) => {
    const term = termOf(finding);
    const first = terms.get(term);
    if (!first) {
      terms.set(term, finding);
      return finding;
    }
    first.others.push({ from: finding.from, to: finding.to });
    return { ...finding, level: "hint" as const };
  });
  return all.map((finding) => ({ ...finding, message: finding.message + furtherPlaces(finding.others.length) }));
}

/**
 * The term of a finding, which is reported once in a note: its word, in any letter case, by its rule and, where that is known, of its
 * entity.
 */
export const termOf = ({ rule, word, entity }: Finding): string => `${rule} ${entity ?? ""} ${word.toLowerCase()}`;

const furtherPlaces = (count: number): string =>
  count > 0 ? ` It stands at ${count} more place${count > 1 ? "s" : ""} in this note.` : "";

/** What the directives of a note silence. */
export const silenceOf = (dataset: Dataset, note: Note): Silence => silenceIn(note, notableOf(dataset, note));

function silenceIn(note: Note, notable: readonly Notable[]): Silence {
  const silence = new Silence(note.frontMatter);
  if (notable.some(([{ directive }]) => directive))
    note.eachPassage((passage, start) => {
      if (!passage.slot) silence.read(passage, start);
    });
  return silence;
}

/** The remarks on house style; none in quotations and links. */
function* styleRemarks(dataset: Dataset, note: Note, settings: Settings, say: (remark: Remark, start: number) => void): Generator<void> {
  const isOwn = (remark: Remark, passage: Passage, start: number) => {
    const block = note.blocks.startingAt(start);
    return block !== undefined && !kept(remark, { passage, ...block }).kept;
  };
  if (settings.rules["inconsistent-form"] !== "off") yield* inconsistentForm(dataset, note, isOwn, say);
  if (settings.rules["brand-name"] === "off") return;
  const isSmall = smallColumns(dataset, note);
  yield* note.visiting((passage, start) => {
    const brands = passage.slot ? [] : brandName(dataset, passage, () => isSmall(passage, start + passage.from));
    for (const remark of brands) if (isOwn(remark, passage, start)) say(remark, start);
  });
}

function levelOf(verdict: Verdict, settings: Settings): Finding["level"] | undefined {
  const level = settings.rules[verdict.rule];
  if (level === "off") return undefined;
  return verdict.mild && (level === "error" || level === "warning") ? "information" : level;
}
