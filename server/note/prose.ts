/**
 * Which parts of a block are prose, and what they say once markup is taken away. Emphasis, soft line breaks and
 * quote marks vanish, entities and short Greek math become their characters, code, addresses, HTML, other math,
 * citation keys and tags become a break that no name crosses. Every character knows where it stands in the note.
 */
import type { Tree } from "@lezer/common";
import { TableReader } from "./cells";
import { type Cut, codeElement, cutFor, touchesOne, withMath, withSlots, withSubscripts } from "./cuts";
import { type Directive, directiveAt } from "./directives";
import type { SlotKind } from "./frontmatter";
import { GAP, maskProse } from "./mask";
import type { Reading } from "./mentions";
import { eachNode } from "./nodes";
import type { Readings } from "./readings";
import { lastUpTo } from "./search";
import type { UnknownWord } from "./words";

/** A piece of prose: a paragraph, heading, table cell, task or list text. Offsets count from its block's start. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  /** What it says, without markup. */
  readonly text: string;
  /** Where the parts of `text` come from, in order; nothing when it is the source as it stands from `from` on. */
  readonly segments: readonly Segment[] | undefined;
  /** Where this "passage" is a comment for us, with an empty text: what it says. */
  readonly directive?: Directive;
  /** Where it is a name declared in the front matter or by a link: of what kind the name must be. */
  readonly slot?: SlotKind;
  /** The readings that its note chooses. */
  readings?: Readings | undefined;
  /** A table's cell: the cells of its row, itself among them, and the cell that heads its column. */
  row?: readonly Passage[];
  heading?: Passage | undefined;
  /** What was found in it; see mentions.ts and words.ts. */
  reading?: Reading;
  words?: readonly UnknownWord[];
  /** What the rules say of it; see features/diagnostics.ts. */
  remarks?: unknown;
}

/** A part of a passage's text, from `at` to the next part: it comes from [from, to) of the block, verbatim when both are as long. */
interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** A mark of emphasis stands between the part before and this one. */
  readonly afterMark?: true;
}

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
      if (name === "CommentBlock") addDirective(passages, source, from, to);
      else if (name === "HTMLBlock") passages.push(...htmlPassages(source, from, to));
      else if (LEAVES.has(name)) {
        cuts = [];
        return true;
      }
      return !SKIPPED.has(name);
    },
    leave(name, from, to) {
      if (!cuts || !LEAVES.has(name)) return;
      const text = source.slice(from, to);
      // what no parser of ours knows; most leaves have none of it
      if (UNPARSED.test(text)) {
        obsidianDirectives(passages, source, from, to, cuts);
        cuts = withSubscripts(source, from, to, cuts);
        cuts = withMath(source, from, to, cuts);
        cuts = withSlots(passages, source, from, to, cuts);
      }
      if (name === "TableCell") passages.push(table.add(assemble(source, from, to, cuts)));
      else for (const [start, end] of pieces(source, from, to, cuts)) passages.push(assemble(source, start, end, cuts));
      cuts = undefined;
    },
  });
  return passages.sort((a, b) => a.from - b.from);
}
/** Where a directive in percent signs, a subscript, math or a link that declares a name may stand. */
const UNPARSED = /[~$]|%%|\[\[/;

/** So long a passage may be, in UTF-16 units: it is read in one step, and while a paragraph of many thousand lines is read others are answered. */
const LONGEST_PASSAGE = 1 << 13;

/** What of a leaf becomes a passage: all of it, or where it is very long, as much as ends with a line or sentence, or else a word. */
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

function assemble(source: string, from: number, to: number, cuts: readonly Cut[]): Passage {
  if (cuts.length === 0) return { from, to, text: maskProse(source.slice(from, to)), segments: undefined };
  const segments: Segment[] = [];
  let text = "";
  let at = from;
  let marked = false;
  const add = (part: string, start: number, end: number) => {
    if (part === "") return;
    segments.push({ at: text.length, from: start, to: end, ...(marked ? { afterMark: true } : {}) });
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
  return { from, to, text: maskProse(text), segments };
}

/**
 * Where a piece of a passage stands in its block.
 * @param start first unit of the piece in the passage's text
 * @param end unit after its last; greater than `start`
 * @returns offsets in the block
 */
export function sourceRange(passage: Passage, start: number, end: number): { from: number; to: number } {
  const { segments } = passage;
  if (!segments) return { from: passage.from + start, to: passage.from + end };
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  const isVerbatim = (i: number) => segments[i]!.to - segments[i]!.from === (segments[i + 1]?.at ?? passage.text.length) - segments[i]!.at;
  let from = isVerbatim(first) ? segments[first]!.from + start - segments[first]!.at : segments[first]!.from;
  let to = isVerbatim(last) ? segments[last]!.from + end - segments[last]!.at : segments[last]!.to;
  // where emphasis begins inside and ends at the edge, or the other way round, its mark belongs to the range
  let marks = 0;
  for (let i = first + 1; i <= last; i++) if (segments[i]!.afterMark) marks++;
  if (marks % 2 === 1) {
    if (to === segments[last]!.to && segments[last + 1]?.afterMark) to = segments[last + 1]!.from;
    else if (to === segments[last]!.to && last === segments.length - 1 && passage.to > to) to = passage.to;
    else if (from === segments[first]!.from && segments[first]!.afterMark) from = segments[first - 1]?.to ?? passage.from;
  }
  return { from, to };
}

/** The unit of a passage's text that stands at an offset of the block: that of the part before where markup stands. */
export function textOffset(passage: Passage, offset: number): number {
  const { segments } = passage;
  if (!segments) return offset - passage.from;
  const index = lastUpTo(segments.length, (i) => segments[i]!.from, offset);
  const segment = segments[index];
  if (!segment) return 0;
  const next = segments[index + 1]?.at ?? passage.text.length;
  return Math.min(segment.at + Math.max(0, offset - segment.from), next);
}

/** Index of the part that holds a unit of the text. */
const segmentAt = (segments: readonly Segment[], at: number): number => lastUpTo(segments.length, (i) => segments[i]!.at, at);

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

/** The prose inside an HTML block: none in code and scripts; tags and comments are gaps. */
function htmlPassages(source: string, from: number, to: number): Passage[] {
  const text = source.slice(from, to);
  const comments: Passage[] = [];
  for (const { index } of text.matchAll(/<!--/g)) addDirective(comments, source, from + index, to);
  if (/^<(pre|script|style|textarea|code)\b/i.test(text)) return [];
  const blank = text.replace(/<!--[\s\S]*?(?:-->|$)|<(pre|code|kbd|samp)\b[\s\S]*?(?:<\/\1>|$)|<[^<>]*(?:>|$)/gi, (tag) =>
    GAP.repeat(tag.length),
  );
  return [...comments, { from, to, text: maskProse(blank), segments: undefined }];
}
