/** What a note cites: its list of references, its footnotes, and where the text points to them. */
import type { Note } from "./note";

/** A place where the text cites something. */
export interface Citation {
  /** Offsets of the marker in the note: "[3]", "[^a]", "[@smith2019]". */
  readonly from: number;
  readonly to: number;
  /** What it cites, by the keys of {@link referencesOf} or of a bibliography: "3", "^a", "@smith2019". */
  readonly keys: readonly string[];
}

/** A heading of a list of references, whether marked as one or not. */
const HEADING = /^[#*_\s]*(?:references?|bibliography|literature(?: cited)?|works cited|literatur(?:verzeichnis)?)[:*_\s]*$/i;
/** An entry: "[3] …", "- [3] …", "3. …"; the last only below a heading. */
const BRACKETED = /^\s{0,8}(?:[-*+]\s+)?\\?\[(\d{1,3})\\?\](?!:)\s+(\S.*)$/;
const NUMBERED = /^\s{0,3}(\d{1,3})[.)]\s+(\S.*)$/;
const FOOTNOTE = /^\s{0,3}\[(\^[^\]\s]+)\]:\s+(\S.*)$/;
/** Greatest length of an entry, in UTF-16 units. */
const LONGEST = 2000;

/** The references of a note and where their list begins. */
interface References {
  /** The text of the entry for each key. */
  readonly entries: ReadonlyMap<string, string>;
  /** The first line of the list; behind the last line where there is none. */
  readonly firstLine: number;
}

/**
 * The note's own list of references: footnotes, and numbered entries below a heading "References" or the like, or in square brackets.
 * @returns without entries where the note has no list
 */
export function referencesOf(note: Note): References {
  const entries = new Map<string, string>();
  let firstLine = note.lineCount;
  let isBelowHeading = false;
  let key: string | undefined;
  for (let line = 0; line < note.lineCount; line++) {
    const text = note.lineAt(line);
    if (HEADING.test(text)) {
      isBelowHeading = true;
      firstLine = Math.min(firstLine, line);
    }
    const footnote = FOOTNOTE.exec(text);
    const found = footnote ?? (isBelowHeading ? (BRACKETED.exec(text) ?? NUMBERED.exec(text)) : null);
    if (found) {
      key = found[1]!;
      if (!entries.has(key)) entries.set(key, found[2]!);
    } else if (text.trim() === "" || text.startsWith("#")) key = undefined;
    else if (key && entries.get(key)!.length < LONGEST) entries.set(key, `${entries.get(key)} ${text.trim()}`);
  }
  return { entries, firstLine };
}

/** Markers: numbers in brackets ("[3]", "[1, 4-6]"), footnotes, groups of citation keys; lone keys too. */
const MARKERS =
  /\\?\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\\?\](?![(:\w])|\[(\^[^[\]\s]+)\](?!:)|\[((?:[^[\]@]|@(?!\w))*@\w[^[\]]*)\]|(?<![\w@.[])@(\w[\w:.#$%&+?<>~/-]*\w)/g;

/** The citations in a piece of a note, `start` being where it begins. */
export function citationsIn(source: string, start: number): Citation[] {
  return [...source.matchAll(MARKERS)].map((found) => {
    const [marker, numbers, footnote, group, key] = found;
    const keys = numbers ? numbersOf(numbers) : footnote ? [footnote] : group ? keysOf(group) : [`@${key}`];
    return { from: start + found.index, to: start + found.index + marker.length, keys };
  });
}

/** "1, 4-6" → 1, 4, 5, 6. */
function numbersOf(text: string): string[] {
  return text.split(/[,;]/).flatMap((part) => {
    const [first, last = first] = part.split(/[–-]/).map(Number) as [number, number?];
    return Array.from({ length: Math.max(0, Math.min(last! - first, 99)) + 1 }, (_, i) => String(first + i));
  });
}

const keysOf = (group: string): string[] =>
  [...group.matchAll(/@\{([^{}]+)\}|@(\w[\w:.#$%&+?<>~/-]*\w|\w)/g)].map(([, braced, key]) => `@${braced ?? key}`);

/** A shorter piece in quotation marks is no title. */
const SHORTEST_TITLE = 12;

/** The title of a reference: what stands in quotation marks, else all of it, since its authors and journal say little that misleads. */
export function titleOf(entry: string): string {
  const opened = entry.search(/[“"„»]/);
  const text = entry.slice(opened + 1);
  const closed = opened < 0 ? -1 : text.slice(SHORTEST_TITLE).search(/[”"“«]/);
  return closed < 0 ? entry : text.slice(0, SHORTEST_TITLE + closed).replace(/[,.]$/, "");
}
