/** Turns the bytes of a file into text. */
import type { Problem } from "./workspace";

/** Whether bytes begin as UTF-16 does, with a byte-order mark of two bytes. */
export const isUtf16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The text of a file's bytes, without a byte-order mark; or what is wrong with them. */
export function decoded(bytes: Uint8Array): string | Problem {
  if (isUtf16(bytes)) return { line: 0, from: 0, to: 1, message: "This is UTF-16 text; save it as UTF-8." };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? problemAt(text, text.indexOf("\0"), "This holds a NUL, which no text does; save it as UTF-8 text.") : text;
  } catch {
    const text = new TextDecoder().decode(bytes);
    return problemAt(text, text.indexOf("\ufffd"), "From here on this is not UTF-8 text; save it as UTF-8.");
  }
}

/** The text of bytes, whatever they are, in order to show what is wrong with it: what is no text becomes U+FFFD. */
export const plainText = (read: Uint8Array | string): string => (typeof read === "string" ? "" : new TextDecoder().decode(read));

function problemAt(text: string, at: number, message: string): Problem {
  const before = text.slice(0, Math.max(0, at)).split(/\r\n|\r|\n/);
  const from = before.at(-1)!.length;
  return { line: before.length - 1, from, to: from + 1, message };
}
