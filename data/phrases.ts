/** Finds the phrases that many texts share, and writes each of them as one character: see `server/dataset/phrases.ts`. */
import { holdsStandIn, MOST_PHRASES, standIn } from "../server/dataset/phrases";

/**
 * Shortens texts. Neighbours that stand together most often are joined to one piece, again and again; the pieces that save most
 * become phrases (byte-pair encoding, Gage 1994).
 * @returns the phrases, none with a line end, and the shortened texts in their order; throws if a text cannot be written so
 */
export function shorten(texts: readonly string[]): { phrases: string[]; shortened: string[] } {
  const held = texts.find((text) => holdsStandIn(text) || text.includes("\n"));
  if (held !== undefined) throw new Error(`a Cyrillic, Hebrew or Arabic letter or a line end has to be taken out of: ${held.slice(0, 80)}`);
  const pieces = new Pieces();
  let row = pieces.of(texts);
  for (let round = 0; round < ROUNDS; round++) row = pieces.join(row, commonPairs(row));
  const phrases = worthwhile(row, pieces.texts);
  const short = [...pieces.texts];
  phrases.forEach((piece, i) => {
    short[piece] = standIn(i);
  });
  const shortened = Array.from(row, (piece) => short[piece]!)
    .join("")
    .split("\n");
  return { phrases: phrases.map((piece) => pieces.texts[piece]!), shortened: shortened.slice(0, texts.length) };
}
const ROUNDS = 12;
/** Pairs that are joined in a round. */
const JOINED = 100;
/** A pair that stands more seldom is not joined. */
const SELDOM = 3;

/** The end of a text, the first piece; it is never joined. */
const END = 0;
/** More than there are pieces: two of them make one number, which stays exact. */
const PAIR = 1 << 24;

/** What texts are made of, as numbers. */
class Pieces {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor() {
    this.numberOf("\n");
  }

  /** The words and marks of texts, one after the other, with an {@link END} behind each text. */
  of(texts: readonly string[]): Uint32Array {
    return Uint32Array.from(
      texts.flatMap((text) => [...(text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []).map((word) => this.numberOf(word)), END]),
    );
  }

  /** Joins pairs, from left to right, to single pieces. */
  join(row: Uint32Array, pairs: readonly number[]): Uint32Array {
    const joined = new Map(pairs.map((pair) => [pair, this.numberOf(this.texts[Math.floor(pair / PAIR)]! + this.texts[pair % PAIR]!)]));
    const next: number[] = [];
    for (let i = 0; i < row.length; i++) {
      const piece = joined.get(row[i]! * PAIR + row[i + 1]!);
      next.push(piece ?? row[i]!);
      if (piece !== undefined) i++;
    }
    return Uint32Array.from(next);
  }

  private numberOf(text: string): number {
    const held = this.numbers.get(text);
    if (held !== undefined) return held;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** The pairs of neighbours that stand most often, none of which takes a piece that another needs. */
function commonPairs(row: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (let i = 1; i < row.length; i++) {
    if (row[i - 1] === END || row[i] === END) continue;
    const pair = row[i - 1]! * PAIR + row[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= SELDOM).sort((a, b) => b[1] - a[1]);
  const lefts = new Set<number>();
  const rights = new Set<number>();
  return common.slice(0, JOINED).flatMap(([pair]) => {
    const [left, right] = [Math.floor(pair / PAIR), pair % PAIR];
    if (left === right || rights.has(left) || lefts.has(right)) return [];
    lefts.add(left);
    rights.add(right);
    return [pair];
  });
}

/** The pieces that save most bytes as one character, those that stand most often first. */
function worthwhile(row: Uint32Array, texts: readonly string[]): number[] {
  const counts = new Map<number, number>();
  for (const piece of row) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  counts.delete(END);
  const saved = ([piece, count]: readonly [number, number]) => {
    const length = Buffer.byteLength(texts[piece]!);
    return (length - 2) * count - length;
  };
  return [...counts]
    .filter((counted) => saved(counted) > 0)
    .sort((a, b) => saved(b) - saved(a))
    .slice(0, MOST_PHRASES)
    .sort((a, b) => b[1] - a[1])
    .map(([piece]) => piece);
}
