/** Makes a card fit: with at most so many lines and characters; the least important lines go first. */
import { firstWhere } from "../../dataset/binarySearch";
import { type Card, type Line, lineLength, type Span } from "../print";

/** How many lines a card has, at most. */
export const LINES = 12;
/** How many characters a reader sees of a card, at most. */
export const CHARACTERS = 900;

/** A line that may stand on a card. */
export interface Draft {
  readonly line: Line;
  /** Its importance: 0 always stays, the highest number goes first; lines of the same rank go together. */
  readonly rank: number;
}

/**
 * Fits drafts into a card: first the longest of the texts that may be cut are cut, down to their least lengths, then lines go.
 * @returns the card, and how many lines went
 */
export function fitted(groups: ReadonlyArray<readonly Draft[]>): { card: Card; dropped: number } {
  const count = groups.flat().length;
  let kept = groups;
  for (;;) {
    const drafts = kept.flat();
    const last = Math.max(0, ...drafts.map(({ rank }) => rank));
    const cap = drafts.length <= LINES ? capFor(drafts) : undefined;
    if (cap === undefined && last > 0) {
      kept = kept.map((group) => group.filter(({ rank }) => rank !== last));
      continue;
    }
    const shown = shownOf(drafts, cap ?? 0);
    const cut = kept.map((group) => group.map(({ line }) => line.map((span) => shown.get(span)!)));
    return { card: { groups: cut.filter((group) => group.length > 0) }, dropped: count - drafts.length };
  }
}

/** The length to which texts must be cut for the drafts to fit, as large as can be; nothing where their least lengths are too much. */
function capFor(drafts: readonly Draft[]): number | undefined {
  const elastic = drafts.flatMap(({ line }) => line.filter(isElastic));
  const fixed = drafts.reduce((sum, { line }) => sum + lineLength(line), 0) - elastic.reduce((sum, { text }) => sum + text.length, 0);
  const fits = (cap: number) =>
    fixed + elastic.reduce((sum, { text, atLeast }) => sum + Math.min(text.length, Math.max(cap, atLeast)), 0) <= CHARACTERS;
  if (fits(CHARACTERS)) return CHARACTERS;
  if (!fits(0)) return undefined;
  return firstWhere(CHARACTERS, (cap) => !fits(cap)) - 1;
}

/** The texts as they are shown, each cut to a length. Cuts are made between words and so leave some room: what fits into that stays whole. */
function shownOf(drafts: readonly Draft[], cap: number): ReadonlyMap<Span, Span> {
  const spans = drafts.flatMap(({ line }) => line);
  const shown = new Map(spans.map((span) => [span, cutSpan(span, cap)] as const));
  let room = CHARACTERS - drafts.reduce((sum, { line }) => sum + lineLength(line.map((span) => shown.get(span)!)), 0);
  const lacking = (span: Span) => span.text.length - shown.get(span)!.text.length;
  for (const span of spans.sort((a, b) => lacking(a) - lacking(b))) {
    if (lacking(span) > room) break;
    room -= lacking(span);
    shown.set(span, span);
  }
  return shown;
}

/** Whether a text may be cut. */
const isElastic = (span: Span): span is Span & { readonly atLeast: number } => span.atLeast !== undefined;

const cutSpan = (span: Span, cap: number): Span =>
  isElastic(span) ? { ...span, text: shorten(span.text, Math.max(cap, span.atLeast)) } : span;

/** Words that lead on to others, and say nothing at an end: "survival and its", "18 α and 8". */
const LEADING_ON =
  /(?:\s(?:and|or|so|but|a|an|the|its|their|of|in|to|with|for|by|on|at|from|as|than|is|are|was|were|which|that|who)|\s(?:and|or)\s\d+)+$/;
/** The only word of a sentence that is left of it. */
const BEGUN = /(?<=[a-z)]{2}[.;])\s+\S+$/;

/** Cuts a text to at most so many characters, 3 or more. A text that is cut ends in "…" behind a whole word that means something. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most - 2);
  const cut = text
    .slice(0, end > 0 ? end : most - 2)
    .replace(/\s(?:\([^()]*|\+\d+)$/, "")
    .replace(LEADING_ON, "")
    .replace(BEGUN, "");
  // nor does the word for a group of names stand without them: "brand A · also …"
  return `${cut.replace(/\s·\s[a-z]+$/, "").replace(/(?<![\s,;:·])[\s,;:·]+$/, "")} …`;
}
