/** Turns the bytes of a file into text. */
import { encodingOf } from "../textIn";
import type { Problem } from "./workspace";

/** The text of a file's bytes, without a byte-order mark; or what is wrong with them. */
export function decoded(bytes: Uint8Array): string | Problem {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes("\0") ? problemAt(text, text.indexOf("\0"), "This holds a NUL, which no text does; save it as UTF-8 text.") : text;
  } catch {
    const text = plainText(bytes);
    return problemAt(text, text.indexOf("\ufffd"), "From here on this is not UTF-8 text; save it as UTF-8.");
  }
}

/** The text of bytes, whatever they are, in order to show what is wrong with it: what is no text becomes U+FFFD. */
export const plainText = (read: Uint8Array | string): string =>
  typeof read === "string" ? "" : new TextDecoder(encodingOf(read)).decode(read);

function problemAt(text: string, at: number, message: string): Problem {
  const before = text.slice(0, Math.max(0, at)).split(/\r\n|\r|\n/);
  const from = before.at(-1)!.length;
  return { line: before.length - 1, from, to: from + 1, message };
}
