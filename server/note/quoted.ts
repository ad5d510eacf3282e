/**
 * Text that is not the author's to change, such as quotations and the text of links, or that no longer counts, such as what is
 * struck out.
 */
import type { SyntaxNode, Tree } from "@lezer/common";
import { LETTER } from "./letters";
import { type Passage, textOffset } from "./passage";
import { lastUpTo } from "./search";

/** Fewest words in quotation marks that make a quotation; fewer are a term or a title. */
const FEWEST = 3;

/**
 * Whether a place stands in somebody else's words: in a block quote that is no callout, or in quotation marks.
 * @param source text of the block
 * @param from offset in the block
 */
export function isQuoted(tree: Tree, source: string, passage: Passage, from: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node; node = node.parent)
    if (node.name === "Blockquote" && !/^>\s*\[!/.test(source.slice(node.from, node.from + 12))) return true;
  if (TITLED.test(source.slice(source.lastIndexOf("\n", from - 1) + 1, from))) return false;
  return quotationAt(passage, from) !== undefined;
}

/** The quotation in quotation marks that a place stands in. @param from offset in the block */
export function quotationAt(passage: Passage, from: number): string | undefined {
  const at = textOffset(passage, from);
  const quotations = quotationsIn(passage);
  const before = lastUpTo(quotations.length / 2, (i) => quotations[2 * i]!, at - 1);
  const end = before >= 0 ? quotations[2 * before + 1]! : 0;
  return at < end ? passage.text.slice(quotations[2 * before], end) : undefined;
}

/** The title of an admonition or a tab, in quotation marks and the author's own: !!! note "Dose of bevacizumab". */
const TITLED = /^[ \t>]{0,40}(?:!!!|\?{3}\+?|===)[+!]?[ \t][^"]{0,80}"[^"]*$/;

/**
 * Whether the author does not stand by what is written in a place: it is struck out, "~~cilengitide is approved~~", said to be
 * somebody else's slip, "bevacizumb [sic]", quoted as one of a kind, OCR "lmatinib", or the name of something on the web, whose address has it as well.
 * @param source text of the block
 * @param from offset in the block; so is `to`
 */
export function isDisowned(tree: Tree, source: string, from: number, to: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node; node = node.parent) {
    if (node.name === "Strikethrough") return true;
    const url = node.name === "Link" ? node.getChild("URL") : null;
    const address = url ? source.slice(url.from, url.to).toLowerCase() : "";
    if (/^https?:/.test(address) && address.includes(source.slice(from, to).toLowerCase())) return true;
  }
  const before = source.slice(Math.max(0, from - LONGEST_STRUCK), from);
  const isInQuotes = /["'”’»]/.test(source[to] ?? "");
  if (isInQuotes && (SLIPS_BEFORE.test(source.slice(Math.max(0, from - 80), from)) || SLIPS_AFTER.test(source.slice(to + 1, to + 24))))
    return true;
  return SIC.test(source.slice(to, to + 16)) || STRUCK.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
const SIC = /^[\s*_"'”’»)]{0,6}[[(][*_]{0,2}sic\b/i;
/** Slips are spoken of, and the quotation marks of one, or of another after it, open: typos such as "lmatinib". */
const SLIPS_BEFORE = /\b(?:OCR|typos?|misspel\w{2,6}|misread\w{0,4})\b[^.;\n]{0,60}["'“‘„«]$/i;
/** A quotation is called a slip, or has what it was made: “bevacizumb” typos, “bevacizumb” should read “bevacizumab”, “bevacizumb” → “bevacizumab”. */
const SLIPS_AFTER =
  /^,?\s(?:→|->|=>|typos?\b|misspel|(?:is|was) (?:an? |the )?(?:typo|wrong|misspel|mistyp)|should (?:be|read)\b|instead of\b|to ["'“‘„«]|\((?:typo|misspel))/i;
/** What else than two tildes strikes out: elements of HTML, marks of an editor. */
const STRUCK = [
  ["<del>", "</del>"],
  ["<s>", "</s>"],
  ["{--", "--}"],
] as const;
const LONGEST_STRUCK = 400;

/** Starts and ends, by turns, of the quotations in a passage; looked for once, though each of its findings asks. */
function quotationsIn(passage: Passage): readonly number[] {
  let quotations = held.get(passage);
  if (!quotations) {
    quotations = [];
    for (const found of passage.text.matchAll(QUOTATION))
      if (found[0].trim().split(/\s+/).length >= FEWEST) quotations.push(found.index, found.index + found[0].length);
    held.set(passage, quotations);
  }
  return quotations;
}
const held = new WeakMap<Passage, number[]>();
const QUOTATION = new RegExp(String.raw`“[^“”]*”|«[^«»]*»|„[^„“]*“|(?<![${LETTER}\d])"(?!\s)[^"]*(?<!\s)"(?![${LETTER}\d])`, "g");

/**
 * What a place is of a link: its text, where it leads elsewhere; its name, which says where it leads, `[name]` and `[[name]]`, so that it
 * would lose its target; a part of its target that nobody sees, `[[target|text]]`, `[[folder/note#heading]]`, `![[note]]`, or that
 * calls a note by more than a name, `[[sunitinib-notes]]`.
 * @param from offset in the block; so is `to`
 */
export function linkPart(tree: Tree, source: string, from: number, to: number): "text" | "name" | "target" | undefined {
  const before = source.slice(Math.max(0, from - LONGEST_LABEL), from);
  const open = before.lastIndexOf("[[");
  const [said, after] = [before.slice(open), source.slice(from, from + LONGEST_LABEL)];
  // what is not closed in its line is being typed, or no link
  if (open > before.lastIndexOf("]]") && !said.includes("\n") && /^(?:(?!\[\[).)*?\]\]/.test(after)) {
    const rest = after.split("]", 1)[0]!;
    if (said.includes("|")) return "text";
    const isWhole = (said.slice(2) + rest).trim() === source.slice(from, to);
    return !isWhole || /[#!]$/.test(before.slice(0, open)) ? "target" : "name";
  }
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node; node = node.parent) {
    if (node.name !== "Image" && node.name !== "Link") continue;
    const label = node.getChild("LinkLabel");
    if (node.getChild("URL") || (label && label.to - label.from > 2)) return "text";
    // text with attributes, as pandoc has it: "[nivolumab]{.mark}"
    if (node.name === "Link" && source[node.to] === "{") return undefined;
    if (node.name === "Image" || !isBracket(node, source)) return "name";
  }
  return undefined;
}

/** Marks that no link's name holds. */
const NO_LABEL = /[,;:()<>=]/;
/** Most words of a link's name, and of its characters that are looked at. */
const MOST_WORDS = 4;
const LONGEST_LABEL = 200;

/** Whether what may be a link by its name alone is prose in square brackets: "[bevacizumab 10 mg/kg, then weekly]", "(AZD6244 [selumetinib])". */
function isBracket(link: SyntaxNode, source: string): boolean {
  if (link.getChild("LinkLabel")) return false;
  const text = source.slice(link.from, Math.min(link.to, link.from + LONGEST_LABEL));
  return NO_LABEL.test(text) || text.split(/\s+/).length > MOST_WORDS || endsBrackets(link, source);
}

/** Whether square brackets end round ones that hold more before them: brackets within brackets. */
function endsBrackets({ from, to }: SyntaxNode, source: string): boolean {
  if (source[to] !== ")") return false;
  const before = source.slice(Math.max(0, from - LONGEST_LABEL), from);
  const open = before.lastIndexOf("(");
  return open >= 0 && !before.includes(")", open) && before.slice(open + 1).trim() !== "";
}
