/**
 * Phrases that many texts share ("protein-coding gene · HGNC:"), each written as one character that no text holds. The file is a
 * third smaller so than by compression alone, which forgets what it saw 32 kB before, and each text can still be read by itself.
 */

/** The characters that stand for phrases: Cyrillic to NKo, two bytes each in UTF-8. */
const FIRST = 0x400;
/** How many phrases there can be. */
export const MOST_PHRASES = 0x400;
const STANDINS = /[\u0400-\u07ff]/g;

/** The character that stands for a phrase. */
export const standIn = (index: number): string => String.fromCharCode(FIRST + index);

/** Whether a text holds such characters itself, and so cannot be shortened. */
export const holdsStandIn = (text: string): boolean => text.search(STANDINS) >= 0;

/** A shortened text as it was. @param phrases those of the file, in their order */
export const expand = (text: string, phrases: readonly string[]): string =>
  text.replace(STANDINS, (character) => phrases[character.charCodeAt(0) - FIRST]!);
