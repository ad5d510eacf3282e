/** Comments of a note that are meant for us: `<!-- metastasis-notes: off brand-name -->`; in percent signs as Obsidian has it, in braces as MDX does. */
import { newPassage, type Passage } from "./passage";

/** A comment for us, as it is written; what it asks is told by features/silence.ts. */
export interface Directive {
  /** What stands where `metastasis-notes` should, and whether a colon follows. */
  readonly name: Piece;
  readonly colon: boolean;
  /** The words behind it: what to do, then rules. */
  readonly words: readonly Piece[];
}

/** A word of a directive; offsets count from its block's start. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What a directive begins with. */
export const NAME = "metastasis-notes";

// near misses too, so that they can be told: with a colon behind them, or with what can only be an order
const BODY = /^\s*(metastas[a-z]*[-_ ]?notes?)(?:\s*(:)|\s+(?=(?:off|on|ignore\S*)(?:\s|$)))/i;
const LONGEST = 400;

/**
 * A comment, if it is a directive.
 * @param source the block's text
 * @param from where the comment opens, with `<!--`, `%%` or `{/*`
 * @param to its end, or that of the block
 * @returns a passage without text; nothing for other comments and for one that is not closed
 */
export function directiveAt(source: string, from: number, to: number): Passage | undefined {
  const comment = /^(?:<!--([\s\S]*?)-->|%%([\s\S]*?)%%|\{\/\*([\s\S]*?)\*\/\})/.exec(source.slice(from, Math.min(to, from + LONGEST)));
  const body = comment?.[1] ?? comment?.[2] ?? comment?.[3] ?? "";
  const begun = BODY.exec(body);
  if (!comment || !begun) return undefined;
  const inside = from + comment[0].indexOf(body);
  const piece = (text: string, at: number): Piece => ({ text, from: inside + at, to: inside + at + text.length });
  const name = piece(begun[1]!, body.indexOf(begun[1]!));
  const words = [...body.slice(begun[0].length).matchAll(/[^\s,]+/g)].map((word) => piece(word[0], begun[0].length + word.index));
  return newPassage(from, from + comment[0].length, "", undefined, undefined, { name, colon: begun[2] === ":", words });
}
