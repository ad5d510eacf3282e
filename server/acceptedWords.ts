/** `.metastasis-notes/words.txt`: the words that are never reported, one in a line. */

export const COMMENT = /(?:^|\s)#[\s\S]*/;

/**
 * Reads a word list.
 * @param text of the file: a word in a line, or several with commas, semicolons or tabs between; `#` at the start of a line or after a space begins a comment; a byte-order
 *   mark and every kind of line end are taken
 * @returns the words as they are written, each once, in order; empty when there is none
 */
export function acceptedWordsIn(text: string): string[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const words = lines.flatMap((line) => line.replace(COMMENT, "").split(/,(?=\s|$)|[;\t]/));
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ""))];
}
