/** What the rules say of a passage, whatever the settings; it is kept on the passage. */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { textHash } from "../dataset/hash";
import { isOnRecord } from "../dataset/nameKinds";
import { isForeignPassage } from "../note/language";
import type { Passage } from "../note/passage";
import { isDisowned, isQuoted, linkPart } from "../note/quoted";
import type { UnknownWord } from "../note/unknownWord";
import { unknownWords } from "../note/words";
import type { Place, Remark, Verdict } from "./rules/finding";
import { misspelledName } from "./rules/misspelled-name";
import { outdatedSymbol } from "./rules/outdated-symbol";
import { statusConflict } from "./rules/status-conflict";
import { targetMismatch } from "./rules/target-mismatch";
import { undeclaredTerm } from "./rules/undeclared-term";
import { unknownCode } from "./rules/unknown-code";
import { unknownDirective } from "./rules/unknown-directive";
import { unknownDrugName } from "./rules/unknown-drug-name";
import { drugInOtherWords, isForeignForm, isFrench, isOtherLanguages } from "./variants";

/** The rules on passages. What they say depends on the passage alone. */
const PASSAGE_RULES = [unknownDirective, targetMismatch, statusConflict, unknownCode, outdatedSymbol] as const;

/** What the rules say of a passage, for one dataset; kept on the passage. */
interface Remarks {
  readonly dataset: Dataset;
  readonly list: readonly Remark[];
  /** The passage is in another language than English, whatever the note is in: a quotation, a summary. */
  readonly isForeign: boolean;
  /** The words of those on slips: whether they are heard depends on what the note explains. */
  readonly slips: readonly string[];
  /** {@link saidOf}, once it was asked for. */
  said: number | undefined;
}

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

function* remarksInSteps(dataset: Dataset, place: Place, words: readonly UnknownWord[]): Generator<void, boolean> {
  const list: Remark[] = [];
  const { passage, tree, source } = place;
  for (const word of words) {
    const verdict = verdictOn(dataset, word);
    if (
      verdict &&
      !isForeignForm(dataset, passage, word, verdict.replacements) &&
      !(verdict.isForeign && isQuoted(tree, source, passage, word.from)) &&
      linkPart(tree, source, word.from, word.to) !== "target" &&
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
  if (nothing?.dataset !== dataset) nothing = { dataset, list: [], isForeign: false, slips: [], said: undefined };
  const slips = list.filter(isOfSlip).map(({ text }) => text);
  passage.remarks = list.length > 0 ? { dataset, list, isForeign: isForeignPassage(passage), slips, said: undefined } : nothing;
  return list.length > 0;
}

/** Whether a remark takes a word for a slip or a new drug; it is neither where the note explains the word. */
export const isOfSlip = ({ rule }: Remark): boolean => rule === "misspelled-name" || rule === "unknown-drug-name";

/** What the rules said of a passage when {@link hasRemarks} asked them last. */
export const remarksOf = (passage: Passage): Remarks => passage.remarks as Remarks;

/**
 * The hash of what the rules said of a passage, and of the lengths of its lines up to the last remark: it is the same if the same is
 * said at the same places, where the passage begins at the same place.
 * @param sourceOf gives the block's text; only asked where the hash is not known
 * @returns nothing without that text
 */
export function saidOf(passage: Passage, sourceOf: () => string | undefined): number | undefined {
  const remarks = remarksOf(passage);
  if (remarks.said === undefined) {
    const source = sourceOf();
    if (source !== undefined) remarks.said = hashOf(remarks, source, passage.from);
  }
  return remarks.said;
}

function hashOf({ list, isForeign }: Remarks, source: string, from: number): number {
  const last = Math.max(...list.map(({ to, related }) => Math.max(to, related?.to ?? 0)));
  return textHash(JSON.stringify([list, isForeign]) + source.slice(from, last).replace(/[^\r\n]+/g, (line) => `${line.length}`));
}

/** What is said of most passages. */
let nothing: Remarks | undefined;

/** The verdict on an unknown word; nothing on a part of a name, nor on a regular variant of one, unless it is a misspelling on record. */
export function verdictOn(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (leftAlone?.dataset !== dataset || leftAlone.words.size >= MOST_LEFT_ALONE) leftAlone = { dataset, words: new Set() };
  // a part of a text would hold all of it
  const key = ` ${word.text}`;
  if (word.misspelt === undefined && leftAlone.words.has(key)) return undefined;
  const verdict = misspelledName(dataset, word) ?? unknownDrugName(dataset, word);
  if (!verdict && !word.isLookedAround) leftAlone.words.add(key);
  if (!verdict || word.isInName) return undefined;
  const variantOf = word.misspelt === undefined ? drugInOtherWords(dataset, word.text) : undefined;
  if (variantOf === undefined) return verdict;
  return mayBeSlip(dataset, word, variantOf) ? { ...verdict, isForeign: true } : undefined;
}

/**
 * Whether a word is a drug's with a record, spelled as another language has it, which in English is a slip (`isForeignForm`); of other drugs the lists lack
 * many a national name: clamoxyquine.
 */
function mayBeSlip(dataset: Dataset, { text }: UnknownWord, name: number): boolean {
  if (!isOnRecord(dataset, name)) return false;
  const meant = dataset.lexicon.name(name);
  return isFrench(text, meant) || isOtherLanguages(text, meant);
}

/** Words of which nothing is said whatever stands around them, as of most. */
let leftAlone: { readonly dataset: Dataset; readonly words: Set<string> } | undefined;
const MOST_LEFT_ALONE = 4096;

/** Marks a remark on somebody else's words or in a link. */
export function kept(remark: Remark, { passage, tree, source }: Place): Remark {
  const part = linkPart(tree, source, remark.from, remark.to);
  // a fix would write over the other cells between the lines of one
  const isAcross = passage.row !== undefined && source.slice(remark.from, remark.to).includes("\n");
  if (isAcross || isQuoted(tree, source, passage, remark.from) || (part && part !== "text")) return { ...remark, kept: "always" };
  return part ? { ...remark, kept: "unasked" } : remark;
}
