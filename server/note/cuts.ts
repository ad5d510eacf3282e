/** What of a block's Markdown is left out of its prose, or said otherwise there: markup, code, math, names that links declare. */
import { decodeEntity } from "./htmlEntities";
import { FIGURE, LETTER, WIDE_STOP } from "./letters";
import { GAP, LINE_END } from "./mask";
import { plainMath } from "./math";
import type { Passage } from "./passage";
import { lastUpTo } from "./search";
import { slotLinks } from "./slotLinks";

/** Something of the source to leave out or to say otherwise. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** It is a mark of emphasis. */
  readonly isMark?: true;
}

/** Inline HTML that holds code, up to its closing tag; nothing for other nodes, or if it is not closed. */
export function codeElement(name: string, source: string, from: number, to: number): Cut | undefined {
  const tag =
    name === "HTMLTag" || name === "MdxCode" ? /^<(code|kbd|samp|tt|var|pre)\b[^>]*[^/]?>$/i.exec(source.slice(from, to))?.[1] : undefined;
  if (!tag) return undefined;
  const end = source.slice(to, to + 2000).search(new RegExp(`</${tag}\\s*>`, "i"));
  return end < 0 ? undefined : { from, to: to + end, text: GAP };
}

/** Elements that only say how text looks: a name goes on across their tags, as across emphasis. */
const FORMATTING = /^<\/?(?:abbr|b|bdi|big|dfn|em|font|i|ins|mark|small|span|strong|sub|u)(?:\s[^<>]*)?>$/i;

/**
 * What stands in place of a tag of HTML: nothing where it formats or allows a line to break, what Unicode has for a line's end where it
 * makes one, as in cells of tables, else a gap. A number on a line that was begun on purpose is none of the name before it: "MET<br>1 lesion".
 */
export function tagCut(source: string, from: number, to: number): Cut {
  const tag = source.slice(from, to);
  if (/^<wbr\s*\/?>$/i.test(tag)) return { from, to, text: "" };
  if (/^<br\s*\/?>$/i.test(tag)) return { from, to, text: /^\s*\d/.test(source.slice(to, to + 4)) ? GAP : LINE_END };
  return FORMATTING.test(tag) ? { from, to, text: "", isMark: true } : { from, to, text: GAP };
}

/**
 * What MyST has at the start of a paragraph that begins a line and is no prose: comments behind a percent sign, the label of
 * what follows, what cells of a notebook are told, code, and options of a directive; and the imports and exports of MDX, which
 * sites have in files that are called Markdown.
 */
export function mystCuts(source: string, from: number, text: string): Cut[] {
  const [all, opening = ""] = (!/[^\n]/.test(source[from - 1] ?? "\n") && MYST.exec(text)) || [];
  return all === undefined ? [] : [{ from: from + opening.length, to: from + all.length, text: GAP }];
}
const MYST =
  /^(?:(?:%(?!%)[^\n]*(?:\n|$))+|\([\w:.-]+\)=[ \t]*(?=\n|$)|\+{3} \{[^\n]*|:{3,} ?\{(?:code|math|mermaid)[\s\S]*|(:{3,} ?\{[^\n]*\n)(?::[a-z-]+:[^\n]*(?:\n|$))+|(?:import\s(?:[\w{*][^"';]*\sfrom\s*)?["'][^"'\n]+["'];?(?:\n|$))+|export\s(?:default|function|(?:const|let)\s\w+\s*=)[\s\S]*)/;

/** Whether a paragraph is a table by its spaces alone, as pandoc has it: each line has two or more behind what ends no sentence. */
export function isAligned(text: string): boolean {
  const lines = text.split("\n");
  return lines.length > 1 && lines.every((line) => /[^\s.!?:;] {2,}\S/.test(line));
}

/** Adds what parts the cells of such a table to its cuts. */
export function withColumns(from: number, text: string, cuts: Cut[]): Cut[] {
  const gaps = Array.from(text.matchAll(/\n| {2,}/g), ({ index, 0: gap }) => ({
    from: from + index,
    to: from + index + gap.length,
    text: GAP,
  }));
  return inOrder(cuts, gaps);
}

/** What to do with an inline node: nothing, or what stands in its place. */
export function cutFor(name: string, source: string, from: number, to: number): Cut | undefined {
  switch (name) {
    case "EmphasisMark":
      return { from, to, text: "", isMark: true };
    case "StrikethroughMark":
      // what is struck out is another word than what is put in its place: "~~sunitinib~~sorafenib"
      return isLetter(source[from - 1]) && isLetter(source[to]) ? { from, to, text: GAP } : { from, to, text: "", isMark: true };
    case "HeaderMark":
      return { from, to, text: "" };
    case "QuoteMark":
      return { from, to: source[to] === " " ? to + 1 : to, text: "" };
    case "HardBreak":
      return { from, to, text: " " };
    case "Escape":
      return { from, to: from + 1, text: "" };
    case "Entity":
      return { from, to, text: decodeEntity(source.slice(from, to)) ?? GAP };
    case "Link":
      return source[from + 1] === "^" || source[from + 1] === "@" ? { from, to, text: GAP } : undefined;
    case "URL":
      return { from, to: addressEnd(source, from, to), text: GAP };
    case "InlineCode":
    case "Autolink":
    case "LinkTitle":
    case "LinkLabel":
    case "Comment":
    case "ProcessingInstruction":
    case "MdxCode":
    case "TaskMarker":
      return { from, to, text: GAP };
    case "HTMLTag":
      return tagCut(source, from, to);
    default:
      return undefined;
  }
}

/** The end of an address: one in the midst of a sentence of Chinese ends at its punctuation, what a link leads to does not. */
function addressEnd(source: string, from: number, to: number): number {
  const stop = source.slice(from, to).search(STOP);
  return stop < 0 || /\]\(\s*<?$/.test(source.slice(Math.max(0, from - 9), from)) ? to : from + stop;
}
const STOP = new RegExp(`[${WIDE_STOP}]`);

const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char);

/**
 * Adds to a leaf's cuts the marks that stand inside names: of pandoc's subscripts, "5-HT~2A~", and signs raised, "CD8^+^", the
 * brackets around a letter whose case a quotation changes, "[B]evacizumab", and what highlights a part, "vemu==rafenib==".
 */
export function withMarksInside(source: string, from: number, to: number, cuts: Cut[]): Cut[] {
  const text = source.slice(from, to);
  if (!MAY_HOLD_MARKS.test(text)) return cuts;
  const marks: Cut[] = [];
  for (const { index, 0: all } of text.matchAll(MARKS_INSIDE)) {
    const [start, end] = [from + index, from + index + all.length];
    if (touchesOne(cuts, start, end)) continue;
    const width = all[0] === "=" ? 2 : 1;
    marks.push({ from: start, to: start + width, text: "", isMark: true }, { from: end - width, to: end, text: "", isMark: true });
  }
  return marks.length > 0 ? inOrder(cuts, marks) : cuts;
}
const MAY_HOLD_MARKS = /[~^]|\[[A-Za-z]\]|==/;
const MARKS_INSIDE = new RegExp(
  [
    `~(?<=[${LETTER}${FIGURE})]~)[${LETTER}${FIGURE}]{1,4}~`,
    String.raw`\^(?<=[${LETTER}${FIGURE})]\^)[+−–-]{1,2}\^`,
    String.raw`\[(?<![${LETTER}${FIGURE}[\]]\[)[A-Za-z]\](?=[a-z]{3})`,
    `==[${LETTER}]{1,40}==(?=[${LETTER}])`,
    `==(?<=[${LETTER}]==)[${LETTER}]{1,40}==`,
  ].join("|"),
  "g",
);

/** Adds the leaf's math to its cuts: Greek names as text, all other math as a gap. What only may be math, since it stands between escaped brackets, stays unless it is. */
export function withMath(source: string, from: number, to: number, cuts: Cut[]): Cut[] {
  const text = source.slice(from, to);
  if (!/\$|\\[([b]/.test(text)) return cuts;
  const math: Cut[] = [];
  // cuts stand in order, and none inside another
  const gaps = cuts.filter((cut) => cut.text === GAP);
  for (const found of text.matchAll(MATH)) {
    const start = from + found.index;
    const end = start + found[0].length;
    const isBracketed = /^\\[([]/.test(found[0]);
    const formula = isBracketed ? `$${found[0].slice(2, -2).trim()}$` : found[0];
    const plain = plainMath(formula) ?? (isBracketed && !/[\\^_]|^\$\S{1,8} ?=/.test(formula) ? undefined : GAP);
    if (plain !== undefined && !touchesOne(gaps, start, end)) math.push({ from: start, to: end, text: plain });
  }
  const outside = cuts.filter((cut) => !touchesOne(math, cut.from, cut.to));
  return inOrder(outside, math);
}

/** Adds the names that links declare to the passages, and cuts them from the prose around them. */
export function withSlots(passages: Passage[], source: string, from: number, to: number, cuts: Cut[]): Cut[] {
  const declared = slotLinks(source, from, to);
  if (declared.length === 0) return cuts;
  const gaps = cuts.filter((cut) => cut.text === GAP);
  const links = declared.filter((link) => !touchesOne(gaps, link.from, link.passage.to));
  const slots = links.map((link): Cut => ({ from: link.from, to: link.passage.to, text: GAP }));
  for (const { passage } of links) passages.push(passage);
  return inOrder(
    cuts.filter((cut) => !touchesOne(slots, cut.from, cut.to)),
    slots,
  );
}

/** All cuts of two lists by where they begin. */
export const inOrder = (cuts: readonly Cut[], more: readonly Cut[]): Cut[] => [...cuts, ...more].sort((a, b) => a.from - b.from);

/** Whether one of the cuts, which stand in order, has to do with [from, to). */
export function touchesOne(cuts: readonly Cut[], from: number, to: number): boolean {
  const last = lastUpTo(cuts.length, (i) => cuts[i]!.from, to - 1);
  return last >= 0 && cuts[last]!.to > from;
}

// an opening dollar with text after it, a closing one with text before it and no digit behind, as pandoc reads it, but for a command alone
// (TGF$\beta$1); a formula in a line is short
const MATH =
  /\$\$[^$]*\$\$|(?<!\\)\$(?![\s$])(?:\\[\s\S]|[^$\\]){0,1000}?(?<![\s\\]|\b(?:US|AU|CA))\$(?!\d)|(?<!\\)\$\\[a-z]{2,8}\$|\\\([^\n]{1,400}?\\\)|\\\[[\s\S]{1,400}?\\\]|\\begin\{(equation|align|gather|multline|eqnarray|cases|[bpv]?matrix)\*?\}[\s\S]{0,4000}?\\end\{\1\*?\}/g;
