/**
 * What MDX has besides Markdown: imports and exports, expressions in braces, elements whose attributes are code. None of it
 * is prose; what stands between an element's tags is.
 */
import type { BlockContext, InlineContext, Line, MarkdownConfig } from "@lezer/markdown";

/** Nodes of the tree that are code of MDX, as a block and within a line. */
const [BLOCK, INLINE] = ["MdxBlock", "MdxCode"];
const [OPEN, LESS] = [123, 60];
/** No tag is longer, in UTF-16 units: else each of many that never end would be looked through to the end of the text. */
const LONGEST_TAG = 5000;
/** Braces, and what may hold braces that count for none; what never ends goes on to the end of its line, or of the text. */
const TOKENS = /[{}]|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\/\/.*/g;

/** Parses an import or export, which goes on to the next blank line. @returns whether there was one */
function parseModule(context: BlockContext, line: Line): boolean {
  if (context.depth > 1 || line.basePos > 0 || !/^(?:import|export)[\s{*"']/.test(line.text)) return false;
  const from = context.lineStart;
  while (context.nextLine() && line.text.trim() !== "");
  context.addElement(context.elt(BLOCK, from, context.prevLineEnd()));
  return true;
}

/** An expression, or a tag of an element. @returns where it ends; -1 where none begins */
function parseCode(context: InlineContext, next: number, at: number): number {
  const isTag = next === LESS && /^<(?:\/?[\p{L}$_]|\/?>)/u.test(context.slice(at, Math.min(at + 3, context.end)));
  if (next !== OPEN && !isTag) return -1;
  const { text, offset } = context;
  const end = isTag ? tagEnd(text, at - offset, bracesOf(context)) : bracesOf(context).get(at - offset);
  return end === undefined ? -1 : context.addElement(context.elt(INLINE, at, offset + end));
}

/** Where the tag ends that begins at `at`; nothing where it does not. */
function tagEnd(text: string, at: number, braces: ReadonlyMap<number, number>): number | undefined {
  const last = Math.min(text.length, at + LONGEST_TAG);
  for (let i: number | undefined = at + 1; i !== undefined && i < last; ) {
    const sign = text[i];
    if (sign === ">") return i + 1;
    if (sign === "<") return undefined;
    if (sign === "{") i = braces.get(i);
    else if (sign === '"' || sign === "'") i = text.slice(i + 1, last).indexOf(sign) < 0 ? undefined : text.indexOf(sign, i + 1) + 1;
    else i++;
  }
  return undefined;
}

let seen: InlineContext | undefined;
let ends = new Map<number, number>();

/** Where each expression of a paragraph begins, and where it ends; found in one pass. */
function bracesOf(context: InlineContext): ReadonlyMap<number, number> {
  if (context === seen) return ends;
  seen = context;
  ends = new Map();
  const { text } = context;
  const open: number[] = [];
  // outside of braces a quotation mark is text
  for (let at = text.indexOf("{"); at >= 0; ) {
    TOKENS.lastIndex = at;
    const token = TOKENS.exec(text);
    if (!token) break;
    at = TOKENS.lastIndex;
    if (token[0] === "{") open.push(token.index);
    else if (token[0] === "}") ends.set(open.pop()!, at);
    if (open.length === 0) at = text.indexOf("{", at);
  }
  return ends;
}

/** Makes a Markdown parser one of MDX, which has no HTML and no code by indentation. */
export const MDX: MarkdownConfig = {
  remove: ["HTMLBlock", "IndentedCode", "Autolink"],
  defineNodes: [{ name: BLOCK, block: true }, INLINE],
  parseBlock: [{ name: "MdxModule", before: "SetextHeading", parse: parseModule }],
  parseInline: [{ name: "MdxCode", before: "Escape", parse: parseCode }],
};
