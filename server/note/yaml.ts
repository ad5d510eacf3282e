/**
 * A reader for the YAML that people write at the head of a note: mappings, lists (`[a, b]` and `- a`), plain and quoted
 * words, comments. Every value knows where it stands, so that it can be marked and edited. A whole YAML parser would be a
 * third of the server; what this one does not know (anchors, tags, texts of several lines) it reads as a word or leaves out.
 */

export interface Word {
  readonly kind: "word";
  readonly text: string;
  /** Offsets of the text, without quotes. */
  readonly from: number;
  readonly to: number;
}
interface List {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** Offsets; of a list in brackets with them. */
  readonly from: number;
  readonly to: number;
  readonly inBrackets: boolean;
}
export interface Mapping {
  readonly kind: "mapping";
  readonly entries: readonly Entry[];
  readonly from: number;
  readonly to: number;
  readonly inBrackets: boolean;
}
interface Entry {
  readonly key: Word;
  /** Nothing if no value stands there. */
  readonly value: Value | undefined;
}
export type Value = Word | List | Mapping;

/** A place that cannot be read, and why. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** What the head of a note may be written in. */
export type Syntax = "yaml" | "toml" | "json";

/** How deep lists and mappings may lie in each other. */
const DEEPEST = 16;
/** Longest text that is read, in UTF-16 units. */
const LONGEST = 20_000;
/** Longest key. */
const LONGEST_KEY = 200;
/** Longest word; of a longer one the beginning is read. */
const LONGEST_WORD = 1000;

/**
 * Reads a mapping.
 * @param text where it stands
 * @param from its start, at the start of a line
 * @param to its end
 * @param syntax TOML is YAML with another sign as far as it is read here, and JSON is YAML in braces
 * @returns what could be read, and the places that could not; never throws
 */
export function readYaml(text: string, from: number, to: number, syntax: Syntax): { root: Mapping; faults: readonly Fault[] } {
  const reader = new Reader(text, from, Math.min(to, from + LONGEST), syntax);
  const value = syntax === "json" ? reader.inBrackets(0) : reader.block(0, 0);
  const root: Mapping = value?.kind === "mapping" ? value : { kind: "mapping", entries: [], from, to, inBrackets: false };
  return { root, faults: reader.faults };
}

const LINE_END = /[\r\n]|$/g;
/** `key:` at the beginning of a text. */
const KEY = /^(?:(["'])(?:(?!\1).)*\1|[^\s#"'[\]{},:-][^:#]*?|-[^\s:#][^:#]*?)[ \t]*:(?=\s|$)/;

/** The same in TOML: `key =`. */
const TOML_KEY = /^(?:(["'])(?:(?!\1).)*\1|[\w.-]+)[ \t]*=/;

/** The first of several links of Obsidian. */
const LINKS = /^\[\[[^\]]*\]\],\s/;

/** A text in quotes. Behind a backslash, `"` is no quote. */
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/;

class Reader {
  readonly faults: Fault[] = [];
  private readonly text: string;
  private readonly end: number;
  private readonly syntax: Syntax;
  private at: number;
  /** The part of the line that was last looked at, up to its end. */
  private lineFrom = 0;
  private lineTo = -1;

  constructor(text: string, from: number, end: number, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
    this.at = from;
    this.end = end;
  }

  /** The mapping or list whose lines are indented by at least `least`; nothing where there is none. */
  block(least: number, depth: number): Value | undefined {
    const indent = this.nextLine();
    if (indent < least || depth > DEEPEST) return undefined;
    return /^-(?:\s|$)/.test(this.rest(2)) ? this.blockList(indent, depth) : this.blockMapping(indent, depth);
  }

  private blockList(indent: number, depth: number): List {
    const from = this.at;
    const items: Value[] = [];
    let to = from;
    while (this.nextLine() === indent && /^-(?:\s|$)/.test(this.rest(2))) {
      this.at++;
      this.skipSpaces();
      // a mapping may begin behind the dash
      const isMapping = KEY.test(this.line().slice(0, LONGEST_KEY));
      const item = isMapping ? this.blockMapping(this.at - this.lineStart(), depth + 1) : this.value(indent + 1, depth + 1);
      if (item) items.push(item);
      to = item?.to ?? this.at;
    }
    return { kind: "list", items, from, to, inBrackets: false };
  }

  private blockMapping(indent: number, depth: number): Mapping | undefined {
    const from = this.at;
    const entries: Entry[] = [];
    let to = from;
    for (let found = this.nextLine(); found >= indent; found = this.nextLine()) {
      const key = found === indent ? this.key() : undefined;
      if (!key) {
        this.skipLine();
        continue;
      }
      const before = this.at;
      // a list may stand as far to the left as its key
      const value =
        this.value(indent + 1, depth + 1) ??
        (this.nextLine() === indent && this.rest(1) === "-" ? this.block(indent, depth + 1) : undefined);
      entries.push({ key, value });
      to = value?.to ?? before;
    }
    return entries.length > 0 ? { kind: "mapping", entries, from, to, inBrackets: false } : undefined;
  }

  /** `key:` at the reader's place, which is then behind the colon. */
  private key(): Word | undefined {
    const line = this.line().slice(0, LONGEST_KEY);
    const [all, quote] = (this.syntax === "toml" ? TOML_KEY : KEY).exec(line) ?? [];
    if (all === undefined) return undefined;
    const written = all.slice(0, all.length - 1).trimEnd();
    const skip = quote ? 1 : 0;
    const from = this.at + skip;
    const key: Word = { kind: "word", text: written.slice(skip, written.length - skip), from, to: this.at + written.length - skip };
    this.at += all.length;
    return key;
  }

  /** The value that follows a key or a dash: on the same line, or the block below that is indented by `least`. */
  private value(least: number, depth: number): Value | undefined {
    this.skipSpaces();
    const first = this.rest(1);
    // links side by side, which no YAML has, are words
    if ((first === "[" && !LINKS.test(this.line())) || first === "{") {
      const value = this.inBrackets(depth);
      this.skipLine();
      return value;
    }
    if (first !== "" && !/[\r\n#]/.test(first)) {
      const word = this.word(/(?<![ \t])(?:[ \t]+#|[ \t]*(?=[\r\n]|$))/g);
      this.skipLine();
      return word;
    }
    this.skipLine();
    return this.block(least, depth);
  }

  /** `[…]` or `{…}`, which may go on over several lines that are indented; nothing where it is not closed. */
  inBrackets(depth: number): List | Mapping | undefined {
    const from = this.at;
    const open = this.text[from]!;
    const isList = open === "[";
    const items: Value[] = [];
    const entries: Entry[] = [];
    this.at++;
    for (;;) {
      this.skipBlank();
      const c = this.rest(1);
      if (c === (isList ? "]" : "}")) break;
      if (c === "" || depth > DEEPEST || (this.syntax !== "json" && this.lineStart() === this.at)) {
        this.faults.push({ from, to: from + 1, message: `“${open}” is not closed.` });
        this.at = this.lineEnd(from);
        return undefined;
      }
      if (/[,\]}]/.test(c)) this.at++;
      else if (!isList) {
        const entry = this.entryInBrackets(depth);
        if (!entry) return undefined;
        entries.push(entry);
      } else {
        const value = /[[{]/.test(c) ? this.inBrackets(depth + 1) : this.word(/(?<![ \t])[ \t]*(?=[,\]\r\n]|[ \t]#|$)/g);
        if (!value) return undefined;
        items.push(value);
      }
    }
    this.at++;
    const place = { from, to: this.at, inBrackets: true };
    return isList ? { kind: "list", items, ...place } : { kind: "mapping", entries, ...place };
  }

  /** `key: value` inside braces; nothing where the value is not closed. */
  private entryInBrackets(depth: number): Entry | undefined {
    const key = this.word(/(?<![ \t])[ \t]*(?=:(?:\s|$)|[,}\r\n]|$)/g);
    this.skipBlank();
    if (this.rest(1) !== ":") return { key, value: undefined };
    this.at++;
    this.skipBlank();
    const c = this.rest(1);
    if (c === "" || /[,}]/.test(c)) return { key, value: undefined };
    const value = /[[{]/.test(c) ? this.inBrackets(depth + 1) : this.word(/(?<![ \t])[ \t]*(?=[,}\r\n]|[ \t]#|$)/g);
    return value && { key, value };
  }

  /** A word in quotes, or plain up to a match of `stop`. */
  private word(stop: RegExp): Word {
    const start = this.at;
    const line = this.line().slice(0, LONGEST_WORD);
    const [quoted] = QUOTED.exec(line) ?? [];
    if (quoted !== undefined) {
      this.at = start + quoted.length;
      return { kind: "word", text: quoted.slice(1, -1), from: start + 1, to: this.at - 1 };
    }
    stop.lastIndex = 1;
    const length = Math.max(1, stop.exec(line)?.index ?? line.length);
    this.at = start + length;
    return { kind: "word", text: line.slice(0, length), from: start, to: start + length };
  }

  /** Goes to the first character of the next line with content, unless it is there or right behind a dash; returns its column, -1 at the end. */
  private nextLine(): number {
    while (this.at < this.end) {
      const start = this.lineStart();
      if (!/^[\s-]*$/.test(this.text.slice(start, this.at))) this.skipLine();
      else {
        this.skipSpaces();
        const c = this.rest(1);
        if (c !== "" && c !== "\n" && c !== "\r" && c !== "#") return this.at - start;
        this.skipLine();
      }
    }
    return -1;
  }

  private lineStart(): number {
    return this.text.lastIndexOf("\n", this.at - 1) + 1;
  }

  private lineEnd(at: number): number {
    // asked for again and again on one line
    if (at < this.lineFrom || at > this.lineTo) {
      LINE_END.lastIndex = at;
      this.lineFrom = at;
      this.lineTo = Math.min(LINE_END.exec(this.text)?.index ?? this.end, this.end);
    }
    return this.lineTo;
  }

  private line(): string {
    return this.text.slice(this.at, this.lineEnd(this.at));
  }

  private rest(length: number): string {
    return this.text.slice(this.at, Math.min(this.end, this.at + length));
  }

  private skipLine(): void {
    this.at = this.lineEnd(this.at);
    if (this.rest(2) === "\r\n") this.at += 2;
    else if (this.at < this.end) this.at++;
  }

  private skipSpaces(): void {
    while (this.at < this.end && /[ \t]/.test(this.text[this.at]!)) this.at++;
  }

  /** Skips spaces, line ends and comments. */
  private skipBlank(): void {
    while (this.at < this.end) {
      const c = this.text[this.at]!;
      if (c === "#" && /\s/.test(this.text[this.at - 1] ?? " ")) this.at = this.lineEnd(this.at);
      else if (/\s/.test(c)) this.at++;
      else return;
    }
  }
}
