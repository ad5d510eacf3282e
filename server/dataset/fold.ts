/**
 * What counts as the same spelling. Folding turns a piece of text into a key of UTF-16 codes; two spellings
 * are the same name when their keys are equal. Letter case is checked apart, since it depends on the name.
 *
 * - letters: lower case, Unicode compatibility forms resolved, Greek letters spelled out (`β` → `beta`)
 * - hyphens of any kind: nothing; soft hyphens and zero-width characters: nothing, and they part no word (`PD-1`, `PD1`, `PD‑1`)
 * - space: one space; nothing after a hyphen (`TGF- β`), beside a slash, or between letter and digit (`PD 1`)
 * - other marks (slash, plus, brackets, apostrophe): themselves
 */

/** What a character is in a name: it ends names, parts words, joins them, counts as itself, or belongs to a word. */
export const BREAK = 0;
export const SPACE = 1;
export const JOINER = 2;
export const MARK = 3;
export const WORD = 4;
/** A word character that folds to several codes. */
const SPELLED = 5;
/** An invisible character (soft hyphen, zero-width space): part of a word, folds to nothing. */
export const HIDDEN = 6;

/** All of them in a text; those that say in which direction it runs are among them. */
export const INVISIBLE = /\u00ad|\u034f|[\u200b-\u200f\u202a-\u202e]|\u2060|[\u2066-\u2069]|\ufeff/g;

/** Characters from here on (Chinese, emoji, halves of surrogate pairs …) break a name. */
export const LIMIT = 0x2600;

/** Kind and folded code of every character below {@link LIMIT}: compiled once, shipped with the dataset. */
export interface FoldTable {
  /** One of BREAK … HIDDEN for each code. */
  readonly kind: Uint8Array;
  /** Folded code; for SPELLED the index into {@link SPELLINGS}. */
  readonly code: Uint16Array;
}

/** Code of the first small letter of Greek. */
export const ALPHA = 0x3b1;
/** The small letters of Greek in the order of their codes, spelled out. */
export const GREEK: readonly string[] =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );
/** What SPELLED characters fold to. */
const SPELLINGS: readonly string[] = [...GREEK, "ss"];
/** Typographic ligatures, from U+FB00 on, as PDFs have them: the letters they stand for. */
const LIGATURES = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
const FIRST_LIGATURE = 0xfb00;
const ligature = (c: number): string | undefined => (c >= FIRST_LIGATURE ? LIGATURES[c - FIRST_LIGATURE] : undefined);

/**
 * Builds the table from Unicode properties (slow: some 10 ms, hence compiled).
 * @returns kind and code of every character below {@link LIMIT}
 */
export function buildFoldTable(): FoldTable {
  const kind = new Uint8Array(LIMIT);
  const code = new Uint16Array(LIMIT);
  const set = (c: number, k: number, folded: number) => {
    kind[c] = k;
    code[c] = folded;
  };
  for (let c = 0; c < LIMIT; c++) {
    const char = String.fromCharCode(c);
    const compatible = char.normalize("NFKC");
    if (char.search(INVISIBLE) === 0) set(c, HIDDEN, 0);
    else if (/[-\u058a\u2010-\u2015\u2212\u2043]/.test(char)) set(c, JOINER, 0);
    else if (/[\s\u2028\u2029]/.test(char)) set(c, SPACE, 32);
    else if (/[\u2070-\u207e\u00b2\u00b3\u00b9\u02b0-\u02ff\u1d2c-\u1d61]/.test(char)) set(c, BREAK, 0);
    else if (/[\u2018\u2019\u02bc]/.test(char)) set(c, MARK, 39);
    else if (/[\p{L}\p{N}\p{M}]/u.test(char)) {
      const lower = (compatible.length === 1 ? compatible : char).toLowerCase();
      set(c, WORD, lower.length === 1 ? lower.charCodeAt(0) : c);
    } else if (c > 32 && c < 127) set(c, MARK, c);
  }
  for (let i = 0; i < 25; i++) {
    set(ALPHA + i, SPELLED, i);
    if (i !== 17) set(0x391 + i, SPELLED, i);
  }
  set(0xb5, SPELLED, 11);
  for (const [symbol, like] of ["ϐβ", "ϑθ", "ϕφ", "ϖπ", "ϰκ", "ϱρ", "ϵε"].map((pair) => [...pair])) {
    set(symbol!.charCodeAt(0), SPELLED, like!.charCodeAt(0) - ALPHA);
  }
  set(0xdf, SPELLED, 25);
  set(0x1e9e, SPELLED, 25);
  return { kind, code };
}

/** Longest key, in codes. The key of a longer name is cut, so that this name is never found. */
export const LONGEST = 255;

/** The UTF-16 codes of a text. The array may be longer than the text: it is used again. */
export type Codes = Uint16Array;

const name = new Uint16Array(1024);

/**
 * Folds a whole name.
 * @param table the fold table
 * @param text the name, any spelling; what goes beyond 1024 units is not looked at
 * @param into receives the codes; at most {@link LONGEST}
 * @param boundaries receives the key length at the end of each word but the last, for prefix look-ups
 * @returns length of the key; 0 for one of spaces and hyphens alone, or with a character that ends names
 */
export function foldName(table: FoldTable, text: string, into: Codes, boundaries?: number[]): number {
  const length = Math.min(text.length, name.length);
  for (let i = 0; i < length; i++) name[i] = text.charCodeAt(i);
  return foldCodes(table, name, length, into, boundaries);
}

/** {@link foldName} for a text that stands in an array. */
export function foldCodes(table: FoldTable, text: Codes, length: number, into: Codes, boundaries?: number[]): number {
  let size = 0;
  let at = 0;
  while (at < length) {
    const { end, length: folded, before, marks } = foldGap(table, text, length, at, into, size);
    if (end < 0) return 0;
    at = end;
    if (size > 0 || marks) size = folded;
    if (at >= length) break;
    if (boundaries && before > 0) boundaries.push(before);
    size = foldWord(table, text, length, at, into, size);
    at = lastEnd;
  }
  return size;
}

/** What a character is, BREAK … HIDDEN; from {@link LIMIT} on all but ligatures are BREAK. */
export const kindOf = (table: FoldTable, c: number): number => (c < LIMIT ? table.kind[c]! : ligature(c) ? SPELLED : BREAK);

/** Where the word ends that {@link foldWord} folded last: index behind its last character. */
export const wordEnd = (): number => lastEnd;
let lastEnd = 0;

/**
 * Folds the word that starts at `at` and appends it to a key. Sets {@link wordEnd}, which is `at` where no word starts.
 * @param length length of the key so far
 * @returns the new length of the key
 */
export function foldWord(table: FoldTable, text: Codes, textLength: number, at: number, into: Codes, length: number): number {
  const { kind, code } = table;
  let end = at;
  for (; at < textLength; at++) {
    const c = text[at]!;
    const k = c < LIMIT ? kind[c]! : kindOf(table, c);
    if (k < WORD) break;
    if (k === HIDDEN) continue;
    end = at + 1;
    if (k === WORD) {
      if (length < LONGEST) into[length++] = code[c]!;
    } else {
      const spelled = c < LIMIT ? SPELLINGS[code[c]!]! : ligature(c)!;
      for (let i = 0; i < spelled.length && length < LONGEST; i++) into[length++] = spelled.charCodeAt(i);
    }
  }
  lastEnd = end;
  return length;
}

/** What stands between two words. */
interface Gap {
  /** Index of the next word's first character, or the text's length; -1 where a break ends the name. */
  end: number;
  /** Length of the key with the gap folded in. */
  length: number;
  /** Length of the key before the gap. */
  before: number;
  /** True when a mark other than a hyphen stands in it. */
  marks: boolean;
  /** Index after the first closing bracket or plus sign in the gap, else -1: names may end there. */
  closed: number;
  /** Length of the key up to `closed`. */
  closedLength: number;
}
const gap: Gap = { end: 0, length: 0, before: 0, marks: false, closed: -1, closedLength: 0 };
const SLASH = 47;
const LONGEST_GAP = 12;

/** Whether a name may end with this mark: `)` and `+`. */
export const closes = (c: number): boolean => c === 41 || c === 43;

/** Folds the gap from `at` to the next word into a key. @returns a shared object, overwritten by the next call */
export function foldGap(table: FoldTable, text: Codes, textLength: number, at: number, into: Codes, length: number): Gap {
  gap.before = length;
  gap.marks = false;
  gap.closed = -1;
  gap.end = -1;
  const start = at;
  let spaces = false;
  let joined = false;
  for (; at < textLength; at++) {
    const c = text[at]!;
    const kind = kindOf(table, c);
    if (kind === HIDDEN) continue;
    if (kind >= WORD) break;
    // two spaces and a hyphen part a field from what it holds: "IP  - 10" is an issue of a journal
    if (kind === BREAK || at - start > LONGEST_GAP || (kind === JOINER && spaces && at - start > 1)) {
      gap.length = length;
      return gap;
    }
    if (kind === SPACE) spaces = !joined;
    else if (kind === JOINER) joined = true;
    else {
      if (spaces && c !== SLASH && length < LONGEST) into[length++] = 32;
      spaces = false;
      joined = c === SLASH;
      gap.marks = true;
      if (length < LONGEST) into[length++] = table.code[c]!;
      if (gap.closed < 0 && closes(c)) {
        gap.closed = at + 1;
        gap.closedLength = length;
      }
    }
  }
  if (spaces && at < textLength) {
    const next = text[at]!;
    const last = length > 0 ? into[length - 1]! : 0;
    const digitAfterLetter = next >= 48 && next <= 57 && last > 57;
    if (!digitAfterLetter && length < LONGEST) into[length++] = 32;
  }
  gap.end = at;
  gap.length = length;
  return gap;
}
