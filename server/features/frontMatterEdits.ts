/** Edits that add something to a note's front matter, or make it where there is none. */
import { markLength } from "../note/input";
import type { Note } from "../note/note";
import type { Mapping, Value, Word } from "../note/yaml";

/** A replacement in a note; offsets of the note as it is. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Puts a text at an offset. */
export const insertion = (at: number, text: string): Edit => ({ from: at, to: at, text });

/**
 * Adds a word to a list of the front matter.
 * @param keys path to the list: `["metastasis-notes", "accept"]`, `["drugs"]`
 * @returns one edit; nothing if the front matter is such that it cannot be made safely, and in a notebook's cell without one
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

/** The addition as a line or an item of its own. */
const entryOf = ({ key, word }: Addition): string => (key === undefined ? word : `${key}: ${word}`);
/** The addition as the only content of a list or mapping in brackets. */
const inBrackets = (addition: Addition): string => (addition.key === undefined ? `[${addition.word}]` : `{ ${entryOf(addition)} }`);

function add(note: Note, keys: readonly string[], addition: Addition): Edit | undefined {
  const { frontMatter } = note;
  if (frontMatter.faults.length > 0 || frontMatter.syntax !== "yaml") return undefined;
  const head = () => ["---", ...lines(keys, addition, ""), "---", "", ""].join(lineEndOf(note));
  // a notebook shows what stands in its cells
  if (frontMatter.end === 0) return note.beside ? undefined : insertion(markLength(note.text), head());
  let mapping = frontMatter.root;
  let end = closingLine(frontMatter.source);
  let indent = "";
  for (const [i, name] of keys.entries()) {
    const entry = mapping.entries.findLast(({ key }) => key.text.toLowerCase() === name);
    if (!entry) return insertKeys(note, mapping, end, keys.slice(i), addition, indent);
    const { value } = entry;
    if (i === keys.length - 1) return addTo(note, value, entry.key.to, addition);
    if (value?.kind !== "mapping")
      return value ? undefined : linesAfter(note, entry.key.to, lines(keys.slice(i + 1), addition, `${indent}  `));
    mapping = value;
    end = value.to;
    indent = " ".repeat(note.positionAt(value.from).character);
  }
  return undefined;
}

/** Adds to the value of the last key. */
function addTo(note: Note, value: Value | undefined, keyEnd: number, addition: Addition): Edit | undefined {
  const { key, word } = addition;
  const text = entryOf(addition);
  if (!value) return insertion(colonAfter(note, keyEnd), ` ${inBrackets(addition)}`);
  if (value.kind === "word") {
    if (key !== undefined) return undefined;
    // a word alone becomes a list; its quotes stay with it
    const place = withQuotes(note, value);
    return place && { ...place, text: `[${note.text.slice(place.from, place.to)}, ${text}]` };
  }
  if ((value.kind === "list") !== (key === undefined)) return undefined;
  const held = value.kind === "mapping" ? value.entries.findLast((entry) => quoted(entry.key.text) === key)?.value : undefined;
  if (held) {
    const place = held.kind === "word" ? withQuotes(note, held) : undefined;
    return place && { ...place, text: word };
  }
  const isEmpty = value.kind === "list" ? value.items.length === 0 : value.entries.length === 0;
  if (value.inBrackets) {
    const inside = note.text.slice(value.from + 1, value.to - 1).trimEnd();
    if (endsInComment(inside)) return atFront(note, value, text, isEmpty);
    const at = value.from + 1 + inside.length;
    return insertion(at, isEmpty ? text : `${inside.endsWith(",") ? "" : ","} ${text}`);
  }
  const own = " ".repeat(note.positionAt(value.from).character);
  return linesAfter(note, value.to, [own + (key === undefined ? `- ${text}` : text)]);
}

/** Where a word stands, with its quotes where it has some; nothing where it is written as our reader of YAML does not know it. */
function withQuotes({ text }: Note, { from, to }: Word): Omit<Edit, "text"> | undefined {
  const quote = /["']/.exec(text[to] ?? "")?.[0];
  // an anchor, an alias, a text of several lines, a quote in quotes
  if (quote === undefined ? /[&*!|>%@`]/.test(text[from]!) : text[from - 1] !== quote || text[to + 1] === quote) return undefined;
  return quote === undefined ? { from, to } : { from: from - 1, to: to + 1 };
}

/** Whether what is written behind a text would belong to a comment. */
const endsInComment = (text: string): boolean => /(?:^|\s)#/.test(text.slice(text.lastIndexOf("\n") + 1));

/** Puts something right behind the bracket that opens a list or a mapping. */
function atFront(note: Note, { from }: Value, text: string, isEmpty: boolean): Edit {
  const space = /\s/.test(note.text[from + 1]!) ? "" : " ";
  return insertion(from + 1, text + (isEmpty ? "" : `,${space}`));
}

/** New lines for all keys and the addition. */
function lines(keys: readonly string[], addition: Addition, indent: string): string[] {
  const [first, ...rest] = keys;
  if (rest.length === 0) return [`${indent}${first}: ${inBrackets(addition)}`];
  return [`${indent}${first}:`, ...lines(rest, addition, `${indent}  `)];
}

/** Puts keys with what is added at the end of a mapping: of the whole head before its closing line, of one in brackets inside them. */
function insertKeys(
  note: Note,
  mapping: Mapping,
  end: number,
  keys: readonly string[],
  addition: Addition,
  indent: string,
): Edit | undefined {
  if (mapping.inBrackets) {
    if (keys.length > 1) return undefined;
    const inside = note.text.slice(mapping.from + 1, mapping.to - 1).trimEnd();
    const at = mapping.from + 1 + inside.length;
    const text = `${keys[0]}: ${inBrackets(addition)}`;
    if (endsInComment(inside)) return atFront(note, mapping, text, mapping.entries.length === 0);
    return insertion(at, inside === "" ? ` ${text}${note.text[at] === "}" ? " " : ""}` : `, ${text}`);
  }
  const more = lines(keys, addition, indent);
  if (mapping !== note.frontMatter.root) return linesAfter(note, end, more);
  return insertion(end, more.map((line) => line + lineEndOf(note)).join(""));
}

/** How the lines of a note end: as its first one does. */
export const lineEndOf = (note: Note): string => /\r?\n/.exec(note.text)?.[0] ?? "\n";

/** Puts lines below the line of an offset. */
function linesAfter(note: Note, offset: number, more: readonly string[]): Edit {
  const end = /\r?\n|$/.exec(note.text.slice(offset))!.index + offset;
  return insertion(end, more.map((line) => lineEndOf(note) + line).join(""));
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
