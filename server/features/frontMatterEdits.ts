/** Edits that add something to a note's front matter, and make one where there is none. */
import type { Note } from "../note/note";
import type { Mapping, Value, Word } from "../note/yaml";

/** A replacement in a note; offsets of the note as it is. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Adds a word to a list of the front matter.
 * @param keys where the list stands: `["metastasis-notes", "accept"]`, `["drugs"]`
 * @returns one edit; nothing where the front matter is such that it cannot be made safely
 */
export function addToList(note: Note, keys: readonly string[], word: string): Edit | undefined {
  return add(note, keys, { word: quoted(word) });
}

/** Adds `key: word` to a mapping of the front matter; see {@link addToList}. */
export function addToMapping(note: Note, keys: readonly string[], key: string, word: string): Edit | undefined {
  return add(note, keys, { key: quoted(key), word: quoted(word) });
}

/** What is added: a word to a list, or a key with a word to a mapping. */
interface Addition {
  readonly key?: string;
  readonly word: string;
}

function add(note: Note, keys: readonly string[], addition: Addition): Edit | undefined {
  const { frontMatter } = note;
  const eol = lineEndOf(note);
  if (frontMatter.faults.length > 0 || frontMatter.isToml) return undefined;
  if (frontMatter.end === 0) return { from: 0, to: 0, text: ["---", ...lines(keys, addition, ""), "---", "", ""].join(eol) };
  let mapping = frontMatter.root;
  let end = closingLine(frontMatter.source);
  let indent = "";
  for (const [i, name] of keys.entries()) {
    const entry = mapping.entries.findLast(({ key }) => key.text.toLowerCase() === name);
    if (!entry) return insertLines(note, mapping, end, lines(keys.slice(i), addition, indent), eol, keys.slice(i), addition);
    const { value } = entry;
    if (i === keys.length - 1) return addTo(note, value, entry.key.to, addition, eol);
    if (value?.kind !== "mapping")
      return value ? undefined : lineAfter(note, entry.key.to, lines(keys.slice(i + 1), addition, `${indent}  `), eol);
    mapping = value;
    end = value.to;
    indent = " ".repeat(note.positionAt(value.from).character);
  }
  return undefined;
}

/** Adds to the value of the last key. */
function addTo(note: Note, value: Value | undefined, keyEnd: number, addition: Addition, eol: string): Edit | undefined {
  const { key, word } = addition;
  const text = key === undefined ? word : `${key}: ${word}`;
  if (!value)
    return { from: colonAfter(note, keyEnd), to: colonAfter(note, keyEnd), text: key === undefined ? ` [${text}]` : ` { ${text} }` };
  if (value.kind === "word") {
    if (key !== undefined) return undefined;
    // a word alone becomes a list; its quotes stay with it
    const { from, to } = withQuotes(note, value);
    return { from, to, text: `[${note.text.slice(from, to)}, ${text}]` };
  }
  if ((value.kind === "list") !== (key === undefined)) return undefined;
  const held = value.kind === "mapping" ? value.entries.findLast((entry) => quoted(entry.key.text) === key)?.value : undefined;
  if (held) return held.kind === "word" ? { ...withQuotes(note, held), text: word } : undefined;
  const isEmpty = value.kind === "list" ? value.items.length === 0 : value.entries.length === 0;
  if (value.inBrackets) {
    const inside = note.text.slice(value.from + 1, value.to - 1).trimEnd();
    if (endsInComment(inside)) return atFront(note, value, text, isEmpty);
    const at = value.from + 1 + inside.length;
    return { from: at, to: at, text: isEmpty ? text : `${inside.endsWith(",") ? "" : ","} ${text}` };
  }
  const own = " ".repeat(note.positionAt(value.from).character);
  return lineAfter(note, value.to, [own + (key === undefined ? `- ${text}` : text)], eol);
}

/** Where a word stands, with its quotes where it has some. */
function withQuotes(note: Note, { from, to }: Word): Omit<Edit, "text"> {
  return /["']/.test(note.text[to] ?? "") ? { from: from - 1, to: to + 1 } : { from, to };
}

/** Whether what is written behind a text would belong to a comment. */
const endsInComment = (text: string): boolean => /(?:^|\s)#/.test(text.slice(text.lastIndexOf("\n") + 1));

/** Puts something right behind the bracket that opens a list or a mapping. */
function atFront(note: Note, { from }: Value, text: string, isEmpty: boolean): Edit {
  const space = /\s/.test(note.text[from + 1]!) ? "" : " ";
  return { from: from + 1, to: from + 1, text: text + (isEmpty ? "" : `,${space}`) };
}

/** Lines that say all of it anew. */
function lines(keys: readonly string[], { key, word }: Addition, indent: string): string[] {
  const [first, ...rest] = keys;
  if (rest.length === 0) return [`${indent}${first}: ${key === undefined ? `[${word}]` : `{ ${key}: ${word} }`}`];
  return [`${indent}${first}:`, ...lines(rest, { word, ...(key === undefined ? {} : { key }) }, `${indent}  `)];
}

/** Puts lines at the end of a mapping: of the whole head before its closing line, of one in brackets inside them. */
function insertLines(
  note: Note,
  mapping: Mapping,
  end: number,
  more: readonly string[],
  eol: string,
  keys: readonly string[],
  { key, word }: Addition,
): Edit | undefined {
  if (mapping.inBrackets) {
    if (keys.length > 1) return undefined;
    const inside = note.text.slice(mapping.from + 1, mapping.to - 1).trimEnd();
    const at = mapping.from + 1 + inside.length;
    const text = `${keys[0]}: ${key === undefined ? `[${word}]` : `{ ${key}: ${word} }`}`;
    if (endsInComment(inside)) return atFront(note, mapping, text, mapping.entries.length === 0);
    return { from: at, to: at, text: inside === "" ? ` ${text}${note.text[at] === "}" ? " " : ""}` : `, ${text}` };
  }
  if (mapping === note.frontMatter.root) return { from: end, to: end, text: more.map((line) => line + eol).join("") };
  return lineAfter(note, end, more, eol);
}

/** How the lines of a note end: as its first one does. */
export const lineEndOf = (note: Note): string => /\r?\n/.exec(note.text)?.[0] ?? "\n";

/** Puts lines below the line of an offset. */
function lineAfter(note: Note, offset: number, more: readonly string[], eol: string): Edit {
  const end = /\r?\n|$/.exec(note.text.slice(offset))!.index + offset;
  return { from: end, to: end, text: more.map((line) => eol + line).join("") };
}

/** Where the line that closes the head begins. */
const closingLine = (source: string): number => /(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/.exec(source)!.index;

/** The offset behind the colon of a key that ends at an offset. */
const colonAfter = (note: Note, keyEnd: number): number => note.text.indexOf(":", keyEnd) + 1;

/** A word as YAML: in quotes where it would be read as something else. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}_./+-]*(?: [\p{L}\p{N}_./+-]+)*$/u.test(word) && !/^(?:true|false|yes|no|null|on|off|[\d.]+)$/i.test(word))
    return word;
  return /["\\]/.test(word) ? `'${word.replaceAll("'", "''")}'` : `"${word}"`;
}
