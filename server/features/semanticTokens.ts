/**
 * The names of a note that an editor may colour. Those that are only recognised have a token of their kind, too, but without the
 * modifier `record`: the extension gives colours to records alone, and a theme may colour more. Words that only point to a record
 * have no token.
 */
import type { Dataset } from "../dataset/dataset";
import { kindNamed } from "../dataset/nameKinds";
import type { Kind } from "../dataset/records";
import { BETWEEN_ITEMS } from "../note/lists";
import type { Mention } from "../note/mentions";
import type { Note } from "../note/note";
import { sentenceAround } from "../note/sentence";
import { isInWord } from "../note/wordsIn";

export const TOKEN_TYPES = ["drug", "target", "process", "strategy"] as const;
type TokenType = (typeof TOKEN_TYPES)[number];
/** `family`: several proteins of a kind, or a complex; `record`: it has a record, and a card of several lines. */
export const TOKEN_MODIFIERS = ["family", "record"] as const;
type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

const TOKEN_OF: Partial<Record<Kind, readonly [TokenType, ...TokenModifier[]]>> = {
  drug: ["drug", "record"],
  regimen: ["drug", "record"],
  target: ["target", "record"],
  family: ["target", "family", "record"],
  complex: ["target", "family", "record"],
  process: ["process", "record"],
  pathway: ["process", "record"],
  strategy: ["strategy", "record"],
  nanoplatform: ["strategy", "record"],
  "known-drug": ["drug"],
  "known-class": ["drug"],
  "known-gene": ["target"],
  "known-family": ["target", "family"],
};

/** Whether a class is named after what its members are (taxane, estrogen), not after what they do (antiviral, kinase inhibitor, NSAID). */
const isSubstance = (name: string): boolean => /^\p{L}\p{Ll}+$/u.test(name) && !/^anti|(?:ant|ic|ive|or|er|ist)s?$/i.test(name);

/**
 * Whether a class is spoken of, and not what a drug does: "sedative effect". Of usual classes the plural speaks; "analgesic drugs"
 * are any of them, and "an analgesic" is any, unless they stand among drugs or in what is said of interactions.
 */
function isSpokenOf({ lexicon }: Dataset, name: number, place: Place): boolean {
  const { text, from, to } = place;
  const written = text.slice(from, to);
  if (isSubstance(lexicon.name(name))) return true;
  if (lexicon.type(name) === "prose") return false;
  if (/(?:s| media)$/.test(written)) return !/ (?:agent|drug|medication)s$/.test(written) || place.isListed || isOfInteraction(place);
  return (
    !/ (?:agent|drug|medication)$/.test(written) &&
    ONE.test(text.slice(Math.max(0, from - 12), from)) &&
    ITSELF.test(text.slice(to, to + 8)) &&
    isOfInteraction(place)
  );
}

/** What stands before and behind one drug of a class, which is no attribute of another word: "an MAOI or". */
const ONE = /\b(?:an?|another|any|every|sole|this)\s$/i;
const ITSELF = /^(?:[.,;:)]|$|\s(?:and|are|at|by|for|has|in|is|may|on|or|should|such|that|to|was|which|who|with)\b)/;

const isOfInteraction = ({ text, from, to }: Place): boolean => INTERACTING.test(text.slice(...sentenceAround(text, from, to)));

/** What labels say of drugs that are given together. */
const INTERACTING =
  /\b(?:concomitant|concurrent|simultaneous)(?:ly)?\b|\bco-?administ|\bpotentiat|\bcontraindicated\b|\binteract|\badditive\b|\bcaution\b|\bshould (?:not )?be\b|\bmay (?:also )?(?:alter|antagoni|block|cause|decrease|diminish|enhance|impair|increase|inhibit|intensify|lower|need|potentiate|prolong|raise|reduce|require|reverse)|\b(?:such as|including) /i;

/** What a substance only helps to name: "iron overload", "mineralocorticoid excess", "lactose intolerance", "retinoid signalling". */
const STATE = /^ (?:overload|excess|deficien(?:cy|t)|intolerance|signall?ing)\b/;

/** Where a name stands in its passage. */
interface Place {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether a drug or another class stands right before or after it. */
  readonly isListed: boolean;
}

/** What stands between the items of a list; what is said of all that follows may begin it. */
const BETWEEN = new RegExp(`^${BETWEEN_ITEMS}(?:other |certain |some )?$`);

const isDrugOrUsualClass = (dataset: Dataset, name: number): boolean =>
  TOKEN_OF[kindNamed(dataset, name)]?.[0] === "drug" &&
  (kindNamed(dataset, name) !== "known-class" || dataset.lexicon.type(name) !== "prose");

/** Whether a name follows another in a list of drugs. */
const isBehind = (dataset: Dataset, text: string, before: Mention | undefined, mention: Mention | undefined): boolean =>
  before !== undefined &&
  mention !== undefined &&
  [before, mention].every(({ names }) => isDrugOrUsualClass(dataset, names[0]!)) &&
  BETWEEN.test(text.slice(before.end, mention.start));

export interface Token {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the tokens of a part of a note, in small steps.
 * @param from start of the part, as an offset
 * @param to its end
 * @returns in order, none overlapping
 */
export function* semanticTokens(dataset: Dataset, note: Note, from = 0, to = note.length): Generator<void, Token[]> {
  const tokens: Token[] = [];
  yield* note.visiting((passage, start) => {
    if (start + passage.from > to) return false;
    if (start + passage.to < from) return true;
    const mentions = note.mentions(dataset, passage);
    for (const [i, mention] of mentions.entries()) {
      const name = mention.names[0]!;
      const kind = kindNamed(dataset, name);
      const token = TOKEN_OF[kind];
      if (kind === "known-class") {
        const { text } = passage;
        const isListed = isBehind(dataset, text, mentions[i - 1], mention) || isBehind(dataset, text, mention, mentions[i + 1]);
        if (!isSpokenOf(dataset, name, { text, from: mention.start, to: mention.end, isListed })) continue;
      }
      if (kind.startsWith("known-") && token?.[0] === "drug" && STATE.test(passage.text.slice(mention.end, mention.end + 16))) continue;
      if (!token || mention.pointer || dataset.lexicon.context(name) === "tumour") continue;
      // what else stands between the lines of a cell is not coloured with its name
      if (passage.row && note.text.slice(start + mention.from, start + mention.to).includes("\n")) continue;
      const [type, ...modifiers] = token;
      const to = start + mention.to;
      // a class's name may end before the s of its plural
      const isPlural = note.text[to] === "s" && !isInWord(note.text, to + 1);
      tokens.push({ type, modifiers, from: start + mention.from, to: isPlural ? to + 1 : to });
    }
    return true;
  });
  return tokens.sort((a, b) => a.from - b.from);
}
