/** The text in the bytes of a note's file: UTF-8, or UTF-16 where a byte-order mark says so, as editors read it. */

/** How many bytes at the start of a file are searched for a NUL, which shows that it is no text. */
const START = 8000;

/** The encoding that a byte-order mark tells; without one it is UTF-8. */
export const encodingOf = ([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";

/** The text without its mark; wrong bytes become U+FFFD. Nothing where the bytes are no text. */
export function textIn(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  const decode = (some: Uint8Array) => new TextDecoder(encoding).decode(some);
  return decode(bytes.subarray(0, START)).includes("\0") ? undefined : decode(bytes);
}
