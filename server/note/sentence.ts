/** The sentence that a name stands in. */
import { isDigit } from "../dataset/shapes";
import { lastUpTo } from "./search";

/** How far a sentence is looked for on each side, in UTF-16 units; no name is so long. */
export const REACH = 300;

/** Start and end of the sentence around a match. A semicolon ends a sentence, except inside brackets. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  const first = Math.max(0, start - REACH);
  const last = Math.min(text.length, end + REACH);
  const ends = endsOf(text);
  // a name in brackets may stand in a list there, which no semicolon ends
  let bracketed: boolean | undefined;
  const isEnd = (at: number) => {
    if (text.charCodeAt(at) !== SEMICOLON) return true;
    bracketed ??= /\([^()]*$/.test(text.slice(first, start));
    return !bracketed && (at < start ? depthBehind(text, at, start) : depthBefore(text, end, at)) === 0;
  };
  const next = lastUpTo(ends.length, (i) => ends[i]!, start - 1) + 1;
  let from = next - 1;
  while (from >= 0 && ends[from]! >= first && (isDigit(text.charCodeAt(ends[from]! + 2)) || !isEnd(ends[from]!))) from--;
  let to = next;
  while (to < ends.length && (ends[to]! < end || (ends[to]! < last && !isEnd(ends[to]!)))) to++;
  return [from >= 0 && ends[from]! >= first ? ends[from]! + 1 : first, Math.min(ends[to] ?? last, last)];
}
const SEMICOLON = 59;
const [OPEN, CLOSE] = [40, 41];

/**
 * The offsets at which a sentence may end, not behind "i.e.", "e.g.", "cf." and "vs.", nor between two words that are cut short, "Alk. phos.".
 * They are held, since all names of a text ask.
 */
function endsOf(text: string): readonly number[] {
  if (text !== held.text) {
    const ends: number[] = [];
    END.lastIndex = 0;
    while (END.test(text)) ends.push(END.lastIndex - 1);
    held = { text, ends };
  }
  return held.ends;
}
const END = /[.!?;](?!\S)(?<!\b(?:i\.e|e\.g|cf|vs)\.)(?!(?<=\b[A-Za-z]{2,5}\.) [a-z]{2,5}\.)/g;
let held: { readonly text: string; readonly ends: readonly number[] } = { text: "", ends: [] };

/** In how many brackets a place is that close before `end`; none where more open than close. */
function depthBehind(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i > at; i--) depth = deeper(depth, text.charCodeAt(i), CLOSE, OPEN);
  return depth;
}

/** In how many brackets a place is that open from `start` on. */
function depthBefore(text: string, start: number, at: number): number {
  let depth = 0;
  for (let i = start; i < at; i++) depth = deeper(depth, text.charCodeAt(i), OPEN, CLOSE);
  return depth;
}

/** In how many brackets a place is, behind a further character; none where more close than open. */
const deeper = (depth: number, c: number, open: number, close: number): number =>
  c === open ? depth + 1 : c === close && depth > 0 ? depth - 1 : depth;
