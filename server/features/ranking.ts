/** The order of names that begin as typed: how likely each is by itself, by its letter case, and by its place. */
import type { Dataset } from "../dataset/dataset";
import { ALPHA, GREEK } from "../dataset/fold";
import { isCapital, isDigit, isSmall } from "../dataset/shapes";
import { LETTER, SMALL } from "../note/letters";
import { GROUPS, type Place } from "./likely";
import { gainOfEnding } from "./stems";
import { LATIN_END } from "./written";

/** A name with its place in the order, and the piece of what was typed that it begins with. */
export interface Candidate {
  readonly name: number;
  /** Names with a lower rank come first. */
  readonly rank: number;
  readonly piece: string;
  readonly beginsSentence: boolean;
}

/** Order of candidates: the likeliest first, of equals the one that stands first in the lexicon. */
export const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank || a.name - b.name;

/** Capitals of a piece of text: none, the first letter alone, or further ones. */
type Capitals = 0 | 1 | 2;

// tenths of log-odds, as in likely.ts
/** What a name gains whose beginning is written as typed, by the capitals of what was typed. */
const AS_TYPED = [25, 14, 32] as const;
/** What any other gains: a row for the capitals typed, a column for those of the name. */
const OTHERWISE: ReadonlyArray<readonly [number, number, number]> = [
  [-12, 14, -32],
  [10, -10, -12],
  [-7, -11, -20],
];
const ABBREVIATED = 33;
/** What a name in words has and an abbreviation has not, "topo II" among them. */
const IN_WORDS = new RegExp(`[${SMALL}]{5}`);
const LISTED = -20;
const SAME_STEM = 12;
const OTHER_SHAPE = -4;
/** What a name gains that was typed to its end: in another case, or with its Greek letter spelled, it is meant; as it is, nothing is left to complete. */
const WHOLE = 15;
const DONE = -10;
/** The same with a number at its end, to which others have a further digit: whoever stops at IL-1 may mean IL-1. */
const NUMBERED = 10;

/**
 * Orders names.
 * @param names of the lexicon, each of which begins as typed
 * @param typed at least one character
 * @param longer what all gain, since what was typed goes further back than another piece that begins names
 */
export function ranked(dataset: Dataset, names: readonly number[], typed: string, place: Place, longer: number): Candidate[] {
  const { lexicon } = dataset;
  const capitals = capitalsOf(typed, typed.length);
  const isHyphenated = capitals === 0 && typed[1] === "-";
  const { abbreviated, itemBefore: item } = place;
  const isLongForm = abbreviated !== undefined && IN_WORDS.test(abbreviated.text);
  const isSymbolBefore = item !== undefined && capitalsOf(item, item.length) === 2;
  const stem = item === undefined ? "" : LETTERS.exec(item)![0];
  const endings = [...place.endings];
  const whole = new Set(lexicon.lookUp(typed));
  const isNumbered = isDigit(typed.charCodeAt(typed.length - 1));
  const isLatin = LATIN_END.test(typed);
  const order = names.map((name): Candidate => {
    const { codes, length } = lexicon.codesOf(name);
    const entity = lexicon.entity(name);
    const group = GROUPS[dataset.kind(entity)];
    let gain = longer + place.groups[group];
    const { same, of } = sameLetters(codes, length, typed);
    // whoever types "c-my" has left out the capitals of the symbol c-MYC, but for the first letter, which has none
    const judged = isHyphenated && codes[1] === HYPHEN && length <= LONGEST_SYMBOL ? 1 : typed.length;
    const own = capitalsOfCodes(codes, Math.min(length, judged));
    const isAsTyped = same >= judged || (place.beginsSentence && capitals === 1 && own === 0);
    gain += isAsTyped ? AS_TYPED[capitals] : OTHERWISE[capitals]![own];
    const isInBrackets = entity === abbreviated?.entity;
    // a drug's brand stands there too
    const isSaidAgain = isInBrackets && isLongForm && group !== "drug" && IN_WORDS.test(lexicon.name(name));
    if (place.listed.has(entity) || isSaidAgain) gain += LISTED;
    else gain += (place.near.get(entity) ?? 0) + (isInBrackets ? ABBREVIATED : 0);
    if (item !== undefined) {
      if (isSymbolBefore !== (capitalsOfCodes(codes, length) === 2)) gain += OTHER_SHAPE;
      if (stem.length >= 2 && hasStem(codes, length, stem)) gain += SAME_STEM;
    }
    if (group === "drug" && endings.length > 0) gain += gainOfEnding(endings, codes, length);
    if (whole.has(name)) gain += isNumbered ? NUMBERED : isLatin || of < length || of !== same ? WHOLE : DONE;
    return { name, rank: lexicon.rank(name) - gain, piece: typed, beginsSentence: place.beginsSentence };
  });
  return order.sort(byRank);
}

/** How many characters of what was typed a name begins with, and `of` how many of its own; a Greek letter may be spelled, to its first letter at least. */
function sameLetters(codes: Uint16Array, length: number, typed: string): { same: number; of: number } {
  let same = 0;
  let of = 0;
  for (; of < length && same < typed.length; of++) {
    // IL-12 is IL12 as it is written, PD173074 the code PD-173074, TGFβ TGF-β
    if (typed[same] === "-" && isDigit(codes[of]!)) same++;
    else if (codes[of] === HYPHEN && same > 0 && mayFollow(typed.charCodeAt(same))) continue;
    const letter = codes[of] === typed.charCodeAt(same) ? typed[same]! : (GREEK[codes[of]! - ALPHA] ?? "");
    let spelled = 0;
    while (spelled < letter.length && letter[spelled] === typed[same + spelled]) spelled++;
    if (spelled === 0) break;
    same += spelled;
  }
  return { same, of };
}

const HYPHEN = 45;
/** Longest symbol that has a hyphen behind its first letter: c-MYC, G-CSF, T-DM1. */
const LONGEST_SYMBOL = 8;

/** Whether the hyphen before a character may be left out: before a number and a Greek letter. */
const mayFollow = (code: number): boolean => isDigit(code) || GREEK[code - ALPHA] !== undefined;
const LETTERS = new RegExp(`^[${LETTER}]*`);

function capitalsOfCodes(codes: Uint16Array, length: number): Capitals {
  for (let i = 1; i < length; i++) if (isCapital(codes[i]!)) return 2;
  return length > 0 && isCapital(codes[0]!) ? 1 : 0;
}

function capitalsOf(text: string, length: number): Capitals {
  for (let i = 1; i < length; i++) if (isCapital(text.charCodeAt(i))) return 2;
  return length > 0 && isCapital(text.charCodeAt(0)) ? 1 : 0;
}

/** Whether a name begins with a stem and goes on with no letter: MMP-9 and MMP. */
function hasStem(codes: Uint16Array, length: number, stem: string): boolean {
  if (length <= stem.length) return false;
  for (let i = 0; i < stem.length; i++) if (codes[i] !== stem.charCodeAt(i)) return false;
  const next = codes[stem.length]!;
  return !isCapital(next) && !isSmall(next);
}
