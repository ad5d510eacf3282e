/** What is not the author's to change: quotations, and the text of links. */
import type { SyntaxNode, Tree } from "@lezer/common";
import { type Passage, textOffset } from "./prose";

/** Fewest words between quotation marks that are a quotation; fewer are a term or a title. */
const FEWEST = 3;

/**
 * Whether a place stands in somebody else's words: a block quote that is no callout, or between quotation marks.
 * @param source text of the block
 * @param from offset in the block
 */
export function isQuoted(tree: Tree, source: string, passage: Passage, from: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node; node = node.parent)
    if (node.name === "Blockquote" && !/^>\s*\[!/.test(source.slice(node.from, node.from + 12))) return true;
  const at = textOffset(passage, from);
  for (const found of passage.text.matchAll(/“[^“”]*”|«[^«»]*»|„[^„“]*“|(?<![\p{L}\p{N}])"(?!\s)[^"]*(?<!\s)"(?![\p{L}\p{N}])/gu))
    if (found.index < at && at < found.index + found[0].length && found[0].trim().split(/\s+/).length >= FEWEST) return true;
  return false;
}

/** Whether a place is a link's text; also that of a link by its name alone, `[name]` and `[[name]]`, which would lose its target. */
export function isLinked(tree: Tree, source: string, from: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(from, 1); node; node = node.parent)
    if (/^(?:Link|Image)$/.test(node.name)) return true;
  const before = source.slice(Math.max(0, from - 200), from);
  return before.lastIndexOf("[[") > before.lastIndexOf("]]");
}
