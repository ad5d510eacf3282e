/** Findings: what the rules say of a note, one for each term; further places of a term are marked as hints. */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { textHash } from "../dataset/hash";
import { isForeign, isForeignPassage } from "../note/language";
import type { Note } from "../note/note";
import type { Passage } from "../note/passage";
import { isDisowned, isQuoted, linkPart } from "../note/quoted";
import { type UnknownWord, unknownWords } from "../note/words";
import type { Level, RuleId, Settings } from "../settings";
import { brandName } from "./rules/brand-name";
import type { Place, Remark, Verdict } from "./rules/finding";
import { inconsistentForm } from "./rules/inconsistent-form";
import { misspelledName } from "./rules/misspelled-name";
import { outdatedSymbol } from "./rules/outdated-symbol";
import { statusConflict } from "./rules/status-conflict";
import { targetMismatch } from "./rules/target-mismatch";
import { undeclaredTerm } from "./rules/undeclared-term";
import { unknownCode } from "./rules/unknown-code";
import { unknownDirective, unknownInFrontMatter } from "./rules/unknown-directive";
import { unknownDrugName } from "./rules/unknown-drug-name";
import { Silence } from "./silence";
import { drugInOtherWords, isForeignForm } from "./variants";

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
  /** The entity whose card tells more. */
  readonly entity: number | undefined;
}

/** The rules on unknown words in order; the first that has something to say of a word is heard. */
const WORD_RULES = [misspelledName, unknownDrugName] as const;
/** The rules on passages. What they say depends on the passage alone. */
const PASSAGE_RULES = [unknownDirective, targetMismatch, statusConflict, unknownCode, outdatedSymbol] as const;
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

/**
 * Whether a rule has something to say of a passage; the answer is kept on it. Takes a step for each unknown word, since to look
 * for its name may take a millisecond.
 */
export function hasRemarks(dataset: Dataset, passage: Passage, tree: Tree, source: string): boolean | Generator<void, boolean> {
  const held = passage.remarks as Remarks | undefined;
  if (held?.dataset === dataset) return held.list.length > 0;
  const place = { passage, tree, source };
  if (passage.slot) {
    const remark = undeclaredTerm(dataset, passage);
    return keep(dataset, passage, remark ? [remark] : []);
  }
  const words = passage.directive ? [] : unknownWords(dataset, passage);
  return words.length > 0 ? remarksInSteps(dataset, place, words) : keepRemarks(dataset, place, []);
}

/**
 * All findings of a note.
 * @returns in order of their place; empty when nothing is wrong
 */
export function findings(dataset: Dataset, note: Note, settings: Settings): Finding[] {
  const { frontMatter } = note;
  const notable = notableOf(dataset, note);
  const silence = silenceIn(note, notable);
  const words = new Set(frontMatter.accepted.map(({ text }) => text.toLowerCase()));
  const isAccepted = (word: string) => words.has(word) || settings.acceptedWords.has(word);
  let isOther: boolean | undefined;
  let explained: ReadonlySet<string> | undefined;
  const found: Array<Finding & { others: Array<{ from: number; to: number }> }> = [];
  const say = (remark: Remark, start: number, isForeignHere = false) => {
    const low = remark.text.toLowerCase();
    const level = levelOf(remark, settings);
    const from = start + remark.from;
    if (!level || silence.isSilent(remark.rule, from)) return;
    // what is said of a drug is no matter of words; a plural is accepted with its word
    if (OF_WORDS.has(remark.rule) && (isAccepted(low) || isAccepted(low.replace(/s$/, "")))) return;
    if (isOfSymbol(remark)) {
      // what the note explains is no slip in another passage, either
      explained ??= note.explained(dataset);
      if (explained.has(remark.text)) return;
    }
    if (!IN_ANY_LANGUAGE.has(remark.rule)) {
      isOther ??= isOtherLanguage(note);
      if (isOther || (isForeignHere && frontMatter.language === undefined)) return;
    }
    const { rule, message, replacements, entity, related, deprecated = false, text: word } = remark;
    const said = { rule, level, message, word, replacements, deprecated, entity };
    found.push({
      ...said,
      from,
      to: start + remark.to,
      kept: remark.kept,
      others: [],
      ...(related ? { related: { from: start + related.from, to: start + related.to, message: related.message } } : {}),
    });
  };
  for (const remark of [...unknownInFrontMatter(note), ...frontMatter.slots.flatMap((slot) => undeclaredTerm(dataset, slot) ?? [])])
    say(remark, 0);
  for (const [passage, start] of notable) {
    const { list, isForeign } = passage.remarks as Remarks;
    for (const remark of list) say(remark, start, isForeign);
  }
  styleRemarks(dataset, note, settings, say);
  return joined(found.sort((a, b) => a.from - b.from));
}

/**
 * All that the findings of a note depend on, besides the settings: as long as it is the same, so are the findings and the lines
 * and columns where they stand. Most keys change nothing of it, and it is determined in a fraction of the time.
 * @returns nothing where more than single passages decides: directives, house style
 */
export function groundsOf(dataset: Dataset, note: Note, settings: Settings): readonly unknown[] | undefined {
  if (HOUSE_STYLE.some((rule) => settings.rules[rule] !== "off")) return undefined;
  const grounds: unknown[] = [dataset, note.frontMatter];
  const notable = notableOf(dataset, note);
  for (const [passage, start] of notable) {
    if (passage.directive) return undefined;
    const { line, character } = note.positionAt(start);
    const remarks = passage.remarks as Remarks;
    remarks.said ??= hashOf(remarks, note.blocks.startingAt(start)!.source);
    grounds.push(remarks.said, line, character);
  }
  if (notable.length > 0) grounds.push(isOtherLanguage(note));
  const symbols = notable.flatMap(([{ remarks }]) => (remarks as Remarks).list.filter(isOfSymbol));
  if (symbols.length > 0) {
    const explained = note.explained(dataset);
    for (const { text } of symbols) grounds.push(explained.has(text));
  }
  return grounds;
}

/** Whether a remark is on a slip in a symbol. */
const isOfSymbol = ({ rule, text }: Remark): boolean => rule === "misspelled-name" && /^[A-Z][A-Z\d]+$/.test(text);

const HOUSE_STYLE = ["inconsistent-form", "brand-name"] as const;

/** The passages with a remark or a directive, each with the start its offsets count from. */
function notableOf(dataset: Dataset, note: Note): Array<readonly [passage: Passage, start: number]> {
  const notable: Array<readonly [Passage, number]> = [];
  note.blocks.eachNotable(dataset, hasRemarks, (passage, start) => {
    notable.push([passage, start]);
  });
  return notable;
}

/** Whether a note is not in English: it says so, or it surely is not. */
function isOtherLanguage(note: Note): boolean {
  const { language } = note.frontMatter;
  return language === undefined ? isForeign(note) : !/^en\b|^english$/.test(language);
}

/** Joins the findings of a term: the first counts the others, which become hints. */
function joined(found: ReadonlyArray<Finding & { others: Array<{ from: number; to: number }> }>): Finding[] {
  const terms = new Map<string, (typeof found)[number]>();
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

function silenceIn(note: Note, notable: ReadonlyArray<readonly [passage: Passage, start: number]>): Silence {
  const silence = new Silence(note.frontMatter);
  if (notable.some(([{ directive }]) => directive))
    note.eachPassage((passage, start) => {
      if (!passage.slot) silence.read(passage, start);
      return true;
    });
  return silence;
}

/** The remarks on house style; none in quotations and links. */
function styleRemarks(dataset: Dataset, note: Note, settings: Settings, say: (remark: Remark, start: number) => void): void {
  const sayHere = (remark: Remark, passage: Passage, start: number) => {
    const block = note.blocks.startingAt(start);
    if (block && !kept(remark, { passage, ...block }).kept) say(remark, start);
  };
  if (settings.rules["inconsistent-form"] !== "off") inconsistentForm(dataset, note, sayHere);
  if (settings.rules["brand-name"] === "off") return;
  note.eachPassage((passage, start) => {
    if (!passage.slot) for (const remark of brandName(dataset, passage)) sayHere(remark, passage, start);
    return true;
  });
}

/** What the rules say of a passage, for one dataset; kept on the passage. */
interface Remarks {
  readonly dataset: Dataset;
  readonly list: readonly Remark[];
  /** The passage is in another language than English, whatever the note is in: a quotation, a summary. */
  readonly isForeign: boolean;
  /**
   * The hash of what is said, and of the lengths of the lines up to the last remark, if it was asked for. It is the same if the
   * same is said at the same places.
   */
  said: number | undefined;
}

function* remarksInSteps(dataset: Dataset, place: Place, words: readonly UnknownWord[]): Generator<void, boolean> {
  const list: Remark[] = [];
  const { passage, tree, source } = place;
  for (const word of words) {
    const verdict = verdictOn(dataset, word);
    if (
      verdict &&
      !isForeignForm(dataset, passage, word.text, verdict.replacements) &&
      linkPart(tree, source, word.from) !== "target" &&
      !isDisowned(tree, source, word.from, word.to)
    )
      list.push(kept({ ...verdict, text: word.text, from: word.from, to: word.to }, place));
    yield;
  }
  return keepRemarks(dataset, place, list);
}

/** Keeps what is said of a passage's words, and what the rules on passages say. @returns whether there is anything */
function keepRemarks(dataset: Dataset, place: Place, list: Remark[]): boolean {
  for (const rule of PASSAGE_RULES)
    for (const remark of rule(dataset, place))
      if (!isDisowned(place.tree, place.source, remark.from, remark.to)) list.push(kept(remark, place));
  return keep(dataset, place.passage, list);
}

/** Keeps what is said of a passage. @returns whether there is anything */
function keep(dataset: Dataset, passage: Passage, list: readonly Remark[]): boolean {
  if (nothing?.dataset !== dataset) nothing = { dataset, list: [], isForeign: false, said: undefined };
  passage.remarks = list.length > 0 ? { dataset, list, isForeign: isForeignPassage(passage), said: undefined } : nothing;
  return list.length > 0;
}

/** @param source the block's text */
function hashOf({ list, isForeign }: Remarks, source: string): number {
  const last = Math.max(...list.map(({ to, related }) => Math.max(to, related?.to ?? 0)));
  return textHash(JSON.stringify([list, isForeign]) + source.slice(0, last).replace(/[^\r\n]+/g, (line) => `${line.length}`));
}

/** What is said of most passages. */
let nothing: Remarks | undefined;

/** The verdict on an unknown word; nothing on a regular variant of a name, unless it is a misspelling on record. */
export function verdictOn(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (leftAlone?.dataset !== dataset || leftAlone.words.size >= MOST_LEFT_ALONE) leftAlone = { dataset, words: new Set() };
  // a part of a text would hold all of it
  const key = ` ${word.text}`;
  if (word.misspelt === undefined && leftAlone.words.has(key)) return undefined;
  for (const rule of WORD_RULES) {
    const verdict = rule(dataset, word);
    if (verdict) return word.misspelt === undefined && drugInOtherWords(dataset, word.text) !== undefined ? undefined : verdict;
  }
  if (!word.isLookedAround) leftAlone.words.add(key);
  return undefined;
}
/** Words of which nothing is said whatever stands around them, as of most. */
let leftAlone: { readonly dataset: Dataset; readonly words: Set<string> } | undefined;
const MOST_LEFT_ALONE = 4096;

/** Marks a remark on somebody else's words or in a link. */
function kept(remark: Remark, { passage, tree, source }: Place): Remark {
  const part = linkPart(tree, source, remark.from);
  // a fix would write over the other cells between the lines of one
  const isAcross = passage.row !== undefined && source.slice(remark.from, remark.to).includes("\n");
  if (isAcross || isQuoted(tree, source, passage, remark.from) || (part && part !== "text")) return { ...remark, kept: "always" };
  return part ? { ...remark, kept: "unasked" } : remark;
}

function levelOf(verdict: Verdict, settings: Settings): Finding["level"] | undefined {
  const level = settings.rules[verdict.rule];
  if (level === "off") return undefined;
  return verdict.mild && (level === "error" || level === "warning") ? "information" : level;
}
