/** The sentence that a name stands in. */

/** How far a sentence is looked at on each side, in UTF-16 units; no name is as long. */
export const REACH = 300;

/** Bounds of the sentence around a match; a semicolon ends it but inside brackets. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  const first = Math.max(0, start - REACH);
  const last = Math.min(text.length, end + REACH);
  // a name in brackets may stand in a list there, which no semicolon ends; `depth` says of a semicolon whether it is in other ones
  let bracketed: boolean | undefined;
  const isEnd = (at: number, depth: number) => {
    const c = text.charCodeAt(at);
    if ((c !== 46 && c !== 33 && c !== 63 && c !== 59) || !/\s/.test(text[at + 1] ?? " ")) return false;
    if (c !== 59) return true;
    bracketed ??= /\([^()]*$/.test(text.slice(first, start));
    return !bracketed && depth === 0;
  };
  let from = start;
  for (let depth = 0; from > first && !(isEnd(from - 1, depth) && !/\d/.test(text[from + 1] ?? "")); from--)
    depth = deeper(depth, text.charCodeAt(from - 1), CLOSE, OPEN);
  let to = end;
  for (let depth = 0; to < last && !isEnd(to, depth); to++) depth = deeper(depth, text.charCodeAt(to), OPEN, CLOSE);
  return [from, to];
}
const [OPEN, CLOSE] = [40, 41];

/** In how many brackets a place is, behind a further character; none where more close than open. */
const deeper = (depth: number, c: number, open: number, close: number): number =>
  c === open ? depth + 1 : c === close && depth > 0 ? depth - 1 : depth;
