/** The Markdown parser: GitHub's dialect, with a shortcut past characters that mean nothing in Markdown. */
import {
  type BlockContext,
  parser as commonmark,
  GFM,
  type InlineContext,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
} from "@lezer/markdown";
import { asDelimiters } from "./input";
import { MDX } from "./mdx";

/** Characters at which an inline parser of CommonMark or GFM may begin something; a space only before another space. */
const MARK = 1;
/** Characters behind which no address begins. */
const WORD = 2;
const KIND = new Uint8Array(128);
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") KIND[char.charCodeAt(0)] = WORD;
for (const char of "\\&`<_*[]!~") KIND[char.charCodeAt(0)] = MARK;
const SPACE = 32;
/** What every address without angle brackets contains. */
const ADDRESS = /www\.|:\/\/|@|mailto:|xmpp:/;

/**
 * Skips the run of plain characters at `at`. Without it, eleven inline parsers look at every letter.
 * @returns where the next parser must look; -1 where it is `at`: at a mark, and where an address may begin
 */
function skipPlain(context: InlineContext, _next: number, at: number): number {
  const { text, offset } = context;
  if (context !== last) {
    last = context;
    holdsAddress = ADDRESS.test(text);
  }
  let i = at - offset;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128 && (KIND[c] === MARK || (c === SPACE && beginsRun(text, i)))) break;
    if (holdsAddress && !(i > 0 && KIND[text.charCodeAt(i - 1)] === WORD)) break;
  }
  return i + offset > at ? i + offset : -1;
}
let last: InlineContext | undefined;
let holdsAddress = false;

/** Whether the first of several spaces stands there: with them a line may break, and each would be looked at to the end of all. */
const beginsRun = (text: string, at: number): boolean => text.charCodeAt(at + 1) === SPACE && text.charCodeAt(at - 1) !== SPACE;

/** Skips spaces behind the first of a run. @returns where the next parser must look; -1 where it is `at` */
function skipSpaces(context: InlineContext, next: number, at: number): number {
  if (next !== SPACE || context.char(at - 1) !== SPACE) return -1;
  let to = at;
  while (context.char(to) === SPACE) to++;
  return to;
}

/**
 * Greatest number of marks that are paired in one go: of many that have no partner each is held against all before it. Hardly a
 * paragraph that is prose has so many.
 */
const MOST_PAIRED = 1 << 12;

/** Makes a parser go through a paragraph full of marks in parts of whole lines, beyond which none but those of code has its partner. */
function inParts(parser: MarkdownParser): MarkdownParser {
  const whole = parser.parseInline.bind(parser);
  parser.parseInline = (text, offset) => {
    if (text.length <= MOST_PAIRED) return whole(text, offset);
    const elements: ReturnType<typeof whole> = [];
    let from = 0;
    const addUpTo = (to: number) => {
      for (const element of whole(text.slice(from, to), offset + from)) elements.push(element);
      from = to;
    };
    let marks = 0;
    let codes: readonly number[] | undefined;
    for (let i = 0, k = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c < 128 && KIND[c] === MARK) marks++;
      if (c !== LINE_FEED || marks <= MOST_PAIRED) continue;
      codes ??= codesIn(text);
      while (k < codes.length && codes[k + 1]! <= i) k += 2;
      if (k < codes.length && codes[k]! <= i) continue;
      addUpTo(i + 1);
      marks = 0;
    }
    addUpTo(text.length);
    return elements;
  };
  return parser;
}
const LINE_FEED = 10;

/** Starts and ends of code in a paragraph, by turns: each from some grave accents in a row to the next as many. */
function codesIn(text: string): readonly number[] {
  const runs = Array.from(text.matchAll(/`+/g), ({ index, 0: run }) => [index, run.length] as const);
  const next = new Map<number, number>();
  const partners = runs.map(() => -1);
  for (let i = runs.length - 1; i >= 0; i--) {
    const [, length] = runs[i]!;
    partners[i] = next.get(length) ?? -1;
    next.set(length, i);
  }
  const codes: number[] = [];
  for (let i = 0; i < runs.length; i++) {
    const [start] = runs[i]!;
    // an escaped one begins none
    if (partners[i]! < 0 || (text[start - 1] === "\\" && text[start - 2] !== "\\")) continue;
    i = partners[i]!;
    codes.push(start, runs[i]![0] + runs[i]![1]);
  }
  return codes;
}

/** Environments of LaTeX that hold no prose. */
const RAW = /^\\begin\{((?:(?:semi)?[Vv]erbatim|lstlisting|minted|tikzpicture|comment)\*?)\}/;
const rawOf = (text: string): string | undefined => (text.charCodeAt(0) === 92 ? RAW.exec(text)?.[1] : undefined);

/**
 * Parses what goes on through blank lines to a line that closes it: a comment of Obsidian, up to the next two percent signs, or code
 * of LaTeX. @returns whether there was one
 */
function parseThrough(context: BlockContext, line: Line): boolean {
  const { text } = line;
  const raw = rawOf(text);
  const isComment = text.startsWith("%%") && !text.includes("%%", 2);
  if (!(raw || isComment) || context.depth > 1 || line.basePos > 0) return false;
  const from = context.lineStart;
  const closing = raw ? `\\end{${raw}}` : "%%";
  while (!(raw && line.text.includes(closing)) && context.nextLine() && !line.text.includes(closing));
  context.nextLine();
  context.addElement(context.elt(raw ? "CodeBlock" : "CommentBlock", from, context.prevLineEnd()));
  return true;
}

/** What begins a block that goes on with all that is indented below: a footnote, an admonition or tab of MkDocs, what a term means. */
const HEAD = /^(?:\[\^[^\]\s]{1,200}\]:|(?:!!!|\?\?\?\+?|===(?= *")|:)(?=[ \t]))[ \t]*/;
const INDENT = 4;

const headOf = ({ text, pos, next, indent, baseIndent }: Line): RegExpExecArray | null =>
  (next === 91 || next === 33 || next === 63 || next === 61 || next === 58) && indent < baseIndent + INDENT
    ? HEAD.exec(text.slice(pos))
    : null;

/** Begins such a block, behind its mark or label. */
function parseHead(context: BlockContext, line: Line): boolean | null {
  const head = headOf(line);
  if (!head) return false;
  context.startComposite("Indented", line.pos, INDENT);
  line.moveBase(line.pos + head[0].length);
  return null;
}

const INDENTED: MarkdownConfig = {
  defineNodes: [
    {
      name: "Indented",
      block: true,
      composite(_, line, indent) {
        if (line.indent < line.baseIndent + indent && line.next > -1) return false;
        line.moveBaseColumn(line.baseIndent + indent);
        return true;
      },
    },
  ],
  parseBlock: [{ name: "Indented", before: "SetextHeading", parse: parseHead, endLeaf: (_, line) => headOf(line) !== null }],
};

/**
 * Lets blanks stand behind the last stroke of the line below a table's header, as GFM does: the parser of tables reads the line
 * afterwards. (Texts with Windows line ends come so already, since a table that ends a paragraph is looked for in the text.)
 */
const BLANKS: MarkdownConfig = {
  parseBlock: [
    {
      name: "Blanks",
      before: "Table",
      leaf: (_, { content }) => (content.includes("|") ? new Blanks() : null),
    },
  ],
};
class Blanks implements LeafBlockParser {
  nextLine(_: BlockContext, line: Line): boolean {
    line.text = asDelimiters(line.text);
    return false;
  }
  finish(): boolean {
    return false;
  }
}

/** Parses CommonMark and GFM to the same tree as `parser.configure(GFM)` does, comments of Obsidian, and what is indented below a footnote and its like. */
export const markdown: MarkdownParser = inParts(
  commonmark.configure([
    GFM,
    BLANKS,
    INDENTED,
    {
      parseBlock: [{ name: "Through", before: "SetextHeading", parse: parseThrough, endLeaf: (_, { text }) => rawOf(text) !== undefined }],
      parseInline: [{ name: "Plain", before: "Escape", parse: skipPlain }],
    },
  ]),
);

/** The parser for MDX; made when it is first asked for. */
const mdx = (): MarkdownParser => {
  mdxParser ??= inParts(
    commonmark.configure([GFM, BLANKS, INDENTED, MDX, { parseInline: [{ name: "Spaces", before: "Escape", parse: skipSpaces }] }]),
  );
  return mdxParser;
};
let mdxParser: MarkdownParser | undefined;

/** The parser for notes in a language, by the editor's identifier: Quarto and R Markdown are Markdown to us. */
export const parserFor = (languageId: string): MarkdownParser => (languageId === "mdx" ? mdx() : markdown);
