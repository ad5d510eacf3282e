/**
 * Parts of regular expressions. Classes of characters, without their brackets: Latin, Greek, Cyrillic and the other alphabets up to
 * U+1FFF. Unicode's own classes, such as `\p{L}`, take a tenth of a millisecond to parse when a pattern is made, up to half a
 * millisecond to compile each time, and three the first time; whoever opens a note would wait for that.
 */

export const LETTER = String.raw`A-Za-z\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff`;
/** With the signs of Eastern scripts, for what its writer names: tags, keys of citations. */
export const ANY_LETTER = String.raw`${LETTER}\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff\uff66-\uffdc`;
/** Punctuation of Chinese and Japanese, which put no spaces beside it; no part of an address. */
export const WIDE_STOP = String.raw`\u3001-\u3003\u3008-\u3020\uff01-\uff0c\uff0e\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65`;
/** Capitals and small letters of Latin-1, Greek and Cyrillic. */
export const CAPITAL = String.raw`A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03ab\u0410-\u042f`;
export const SMALL = String.raw`a-z\u00b5\u00df-\u00f6\u00f8-\u00ff\u03ac-\u03ce\u0430-\u045f`;
/** Digits, raised and lowered ones too. */
export const FIGURE = String.raw`\d\u00b2\u00b3\u00b9\u2070-\u2089`;

/** Amino acids by their one-letter codes. */
export const AMINO_ACID = "ACDEFGHIKLMNPQRSTVWY";

/** A pattern for any of some words, which are given in lists of those that belong together. */
export const anyOf = (...lists: readonly string[]): string => `(?:${lists.join("|")})`;
