/**
 * Which parts of a block are prose, and what they say once markup is taken away. Emphasis, soft line breaks and
 * quote marks vanish, entities and short Greek math become their characters, code, addresses, HTML, other math,
 * citation keys and tags become a break that no name crosses. Every character knows where it stands in the note.
 */
import type { Tree } from "@lezer/common";
import { TableReader } from "./cells";
import {
  type Cut,
  codeElement,
  cutFor,
  inOrder,
  isAligned,
  mystCuts,
  tagCut,
  touchesOne,
  withColumns,
  withMarksInside,
  withMath,
  withSlots,
} from "./cuts";
import { directiveAt } from "./directives";
import { type GridRow, gridRows } from "./grid";
import { decodeEntity } from "./htmlEntities";
import { markdown } from "./markdown";
import { GAP, maskProse } from "./mask";
import { eachNode } from "./nodes";
import { newPassage, type Passage, type Segment } from "./passage";
import { lastUpTo } from "./search";

const HEADINGS = [..."123456"].flatMap((level) => [`ATXHeading${level}`, `SetextHeading${level}`]);
const LEAVES: ReadonlySet<string> = new Set(["Paragraph", "TableCell", "Task", ...HEADINGS]);
const SKIPPED: ReadonlySet<string> = new Set(
  "FencedCode CodeBlock CommentBlock HTMLBlock ProcessingInstructionBlock LinkReference MdxBlock HorizontalRule ListMark QuoteMark TableDelimiter".split(
    " ",
  ),
);

/**
 * The prose of a block.
 * @param tree its Markdown tree
 * @param source its text
 * @returns passages in order; empty for code and the like
 */
export function passagesOf(tree: Tree, source: string): Passage[] {
  const passages: Passage[] = [];
  let cuts: Cut[] | undefined;
  const table = new TableReader();
  eachNode(tree, {
    enter(name, from, to) {
      if (cuts) {
        if (name === "Comment" || name === "MdxCode") addDirective(passages, source, from, to);
        const cut = codeElement(name, source, from, to) ?? cutFor(name, source, from, to);
        if (cut) cuts.push(cut);
        return !cut;
      }
      table.enter(name);
      if (LEAVES.has(name)) cuts = [];
      else if (name === "CommentBlock" && source[from] === "%") addDirective(passages, source, from, to);
      // behind a comment of HTML its line may go on
      else if (name === "CommentBlock" || name === "HTMLBlock") passages.push(...htmlPassages(source, from, to));
      else if (name === "FencedCode") passages.push(...admonition(source, from, to));
      return !SKIPPED.has(name);
    },
    leave(name, from, to) {
      if (!cuts || !LEAVES.has(name)) return;
      const text = source.slice(from, to);
      if (isEntryOfContents(source, from, text)) {
        cuts = undefined;
        return;
      }
      if (UNPARSED.test(text)) cuts = unparsedCuts(passages, source, from, to, cuts);
      const drawn = name === "Paragraph" && /^\+[-=:]/.test(text) ? gridRows(text, from) : undefined;
      if (name === "Paragraph") cuts = paragraphCuts(source, from, text, cuts);
      if (drawn) addRows(passages, drawn, source, cuts);
      else if (name === "TableCell") passages.push(table.add(assemble(source, from, to, cuts)));
      else if (to - from <= LONGEST_PASSAGE) passages.push(assemble(source, from, to, cuts));
      else for (const [start, end] of pieces(source, from, to, cuts)) passages.push(assemble(source, start, end, cuts));
      cuts = undefined;
    },
  });
  return passages.sort((a, b) => a.from - b.from);
}
/** Where a directive in percent signs, a mark inside a name, math or a link that declares a name may stand; most leaves have none. */
const UNPARSED = /[~$]|%%|==|\[\[|\\[([b]|\^[+−–-]|\[[A-Za-z]\]/;

/** Whether a leaf is an entry of a table of contents, as tools make them: an item of a list that is a link to a heading of the note, which is read there. */
const isEntryOfContents = (source: string, from: number, text: string): boolean =>
  /^\[[^\]\n]*\]\(#[^)\n]*\)$/.test(text) && /(?:^|\n)[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+$/.test(source.slice(Math.max(0, from - 64), from));

/** Adds to the cuts of a leaf what no parser of ours knows; directives and names that links declare become passages. */
function unparsedCuts(passages: Passage[], source: string, from: number, to: number, cuts: Cut[]): Cut[] {
  obsidianDirectives(passages, source, from, to, cuts);
  return withSlots(passages, source, from, to, withMathAndMarks(source, from, to, cuts));
}

/** Adds to the cuts of a leaf its math and the marks inside its names. */
const withMathAndMarks = (source: string, from: number, to: number, cuts: Cut[]): Cut[] =>
  withMath(source, from, to, withMarksInside(source, from, to, cuts));

/** Adds to the cuts of a paragraph what is MyST, or parts the cells of a table by spaces alone. */
function paragraphCuts(source: string, from: number, text: string, cuts: Cut[]): Cut[] {
  const all = /^[%(:+ei]/.test(text) ? [...mystCuts(source, from, text), ...cuts] : cuts;
  return text.includes("  ") && isAligned(text) ? withColumns(from, text, all) : all;
}

/**
 * Greatest length of a passage, in UTF-16 units: a passage is read in one step, and while a paragraph of many thousand lines is
 * read, others are answered.
 */
const LONGEST_PASSAGE = 1 << 13;

/** Cuts a leaf of the tree into passages: one or, if it is very long, several that end with a line or sentence, or else a word. */
function* pieces(source: string, from: number, to: number, cuts: readonly Cut[]): Generator<readonly [from: number, to: number]> {
  let start = from;
  while (to - start > LONGEST_PASSAGE) {
    const part = source.slice(start, start + LONGEST_PASSAGE);
    const [piece] = /^[\s\S]+(?:\n|[.!?]\s)/.exec(part) ?? /^[\s\S]+\s/.exec(part) ?? [part];
    const end = start + piece.length;
    const last = cuts[lastUpTo(cuts.length, (i) => cuts[i]!.from, end - 1)];
    const next = Math.max(end, last?.to ?? end);
    if (next >= to) break;
    yield [start, next];
    start = next;
  }
  yield [start, to];
}

/** Adds the cells of a table that is drawn with lines; what stands between the lines of a cell is other cells'. */
function addRows(passages: Passage[], rows: readonly GridRow[], source: string, cuts: readonly Cut[]): void {
  const table = new TableReader();
  for (const { isHeader, cells } of rows) {
    table.enter(isHeader ? "TableHeader" : "TableRow");
    for (const [column, all] of cells.entries()) {
      const lines = all.filter(({ from, to }) => to > from);
      const [first] = lines;
      if (!first) continue;
      const between = lines.slice(1).map((line, i): Cut => {
        const above = lines[i]!;
        return { from: above.to, to: line.from, text: all[all.indexOf(line) - 1] === above ? "\n" : GAP };
      });
      passages.push(table.add(assemble(source, first.from, lines.at(-1)!.to, inOrder(between, cuts)), column));
    }
  }
}

function assemble(source: string, from: number, to: number, cuts: readonly Cut[]): Passage {
  if (cuts.length === 0) return newPassage(from, to, maskProse(source.slice(from, to)));
  const segments: Segment[] = [];
  let text = "";
  let at = from;
  let marked = false;
  const add = (part: string, start: number, end: number) => {
    if (part === "") return;
    const segment = { at: text.length, from: start, to: end };
    segments.push(marked ? { ...segment, afterMark: true } : segment);
    marked = false;
    text += part;
  };
  for (let i = lastUpTo(cuts.length, (i) => cuts[i]!.from, from - 1) + 1; i < cuts.length && cuts[i]!.from < to; i++) {
    const cut = cuts[i]!;
    if (cut.from < at) continue;
    add(source.slice(at, cut.from), at, cut.from);
    add(cut.text, cut.from, cut.to);
    if (cut.isMark) marked = true;
    at = Math.min(cut.to, to);
  }
  add(source.slice(at, to), at, to);
  return newPassage(from, to, maskProse(text), segments);
}

function addDirective(passages: Passage[], source: string, from: number, to: number): void {
  const directive = directiveAt(source, from, to);
  if (directive) passages.push(directive);
}

/** Directives in comments of Obsidian, outside code. */
function obsidianDirectives(passages: Passage[], source: string, from: number, to: number, cuts: readonly Cut[]): void {
  const text = source.slice(from, to);
  const gaps = text.includes("%%") ? cuts.filter((cut) => cut.text === GAP) : [];
  for (let at = text.indexOf("%%"); at >= 0; at = text.indexOf("%%", at + 2)) {
    if (touchesOne(gaps, from + at, from + at + 1)) continue;
    const directive = directiveAt(source, from + at, to);
    if (!directive) continue;
    passages.push(directive);
    at = directive.to - from - 2;
  }
}

/** The prose in a fence that holds a note: of MyST, `{note}`, and Obsidian's plugin, `ad-note`. Line breaks keep its offsets. */
function admonition(source: string, from: number, to: number): Passage[] {
  const text = source.slice(from, to);
  const start = text.indexOf("\n") + 1;
  if (!ADMONITION.test(text.slice(0, Math.min(start, 32)))) return [];
  const last = text.lastIndexOf("\n") + 1;
  const end = last > start && CLOSING.test(text.slice(last)) ? last : text.length;
  const body = text.slice(start, end).replace(OPTIONS, (options) => "\n".repeat(options.length));
  const prose = "\n".repeat(from + start) + body;
  return passagesOf(markdown.parse(prose), prose);
}
const ADMONITION =
  /^[`~]{3,} ?(?:ad-\w|\{(?:admonition|aside|attention|card|caution|danger|dropdown|epigraph|error|figure|glossary|hint|important|list-table|margin|note|pull-quote|seealso|sidebar|tab-item|table|tip|topic|warning)\})/;
/** What a directive of MyST is told in its first lines. */
const OPTIONS = /^(?:---\n[\s\S]{0,2000}?\n---\n|(?:[ >]*:[a-z-]+:.*\n)+)/;
const CLOSING = /^[ >]*[`~]{3,}\s*$/;

/** The prose inside an HTML block: none in code and scripts; tags and entities are what they are in a line. */
function htmlPassages(source: string, from: number, to: number): Passage[] {
  const text = source.slice(from, to);
  const comments: Passage[] = [];
  for (const { index } of text.matchAll(/<!--/g)) addDirective(comments, source, from + index, to);
  if (/^<(pre|script|style|textarea|code)\b/i.test(text)) return [];
  const cuts = Array.from(text.matchAll(HTML), ({ index, 0: part }): Cut => {
    const [start, end] = [from + index, from + index + part.length];
    return part[0] === "&" ? { from: start, to: end, text: decodeEntity(part) ?? GAP } : tagCut(source, start, end);
  });
  const prose = assemble(source, from, to, UNPARSED.test(text) ? withMathAndMarks(source, from, to, cuts) : cuts);
  return /[^\s\ufffc]/.test(prose.text) ? [...comments, prose] : comments;
}
/** Comments, elements that hold code, tags and entities of HTML; what is not closed goes to the end. */
const HTML = /<!--[\s\S]*?(?:-->|$)|<(pre|code|kbd|samp)\b[\s\S]*?(?:<\/\1>|$)|<[^<>]*(?:>|$)|&#?[A-Za-z\d]{1,31};/gi;
