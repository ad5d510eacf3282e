/** Titles in a BibTeX or BibLaTeX file; all else of it is passed over. */
import { GREEK } from "./math";

/**
 * The titles by key ("@smith2019"). What is written for TeX (braces, accents, commands) is made plain as far as names need it.
 * @returns empty for a text without entries; an entry without a title is left out
 */
export function titlesInBibtex(text: string): Map<string, string> {
  const titles = new Map<string, string>();
  for (const entry of text.matchAll(/@(\w+)\s*[{(]\s*([^\s,{}()"]+)\s*,/g)) {
    if (/^(?:comment|preamble|string)$/i.test(entry[1]!)) continue;
    const body = text.slice(entry.index + entry[0].length, nextEntry(text, entry.index + entry[0].length));
    const title = titleIn(body);
    if (title) titles.set(`@${entry[2]}`, title);
  }
  return titles;
}

/** Where the next entry begins: an @ at the start of a line. */
function nextEntry(text: string, from: number): number {
  const next = text.slice(from).search(/^[ \t]*@\w+\s*[{(]/m);
  return next < 0 ? text.length : from + next;
}

function titleIn(body: string): string | undefined {
  const field = /(?:^|[,\s])title\s*=\s*(["{])/i.exec(body);
  if (!field) return undefined;
  const start = field.index + field[0].length;
  let depth = 0;
  for (let i = start; i < body.length; i++) {
    const c = body[i];
    if (c === "\\") i++;
    else if (depth === 0 && c === (field[1] === "{" ? "}" : '"')) return plain(body.slice(start, i));
    else if (c === "{") depth++;
    else if (c === "}") depth--;
  }
  return undefined;
}

const LETTER = new RegExp(`\\\\(?:text)?(${Object.keys(GREEK).join("|")})\\b\\s?`, "g");

/** Accents as they are written for TeX, and the signs that combine with a letter to the same. */
const ACCENTS: Readonly<Record<string, string>> = {
  '"': "\u0308",
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
};

function plain(text: string): string {
  return text
    .replace(LETTER, (_, letter: string) => GREEK[letter]!)
    .replace(/\\["'`^~=.]\s*\{?(\w)\}?/g, (whole) => (whole.match(/\w/)![0] + ACCENTS[whole[1]!]!).normalize("NFC"))
    .replace(/\\(?:emph|textit|textbf|textsuperscript|textsubscript|mathrm|text)\b/g, "")
    .replace(/\\([&%$#_])/g, "$1")
    .replace(/[{}$]/g, "")
    .replace(/--+/g, "–")
    .replace(/\s+/g, " ")
    .trim();
}
