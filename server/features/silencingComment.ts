/** The comment that silences one finding, and where it must stand so that the note looks as before. */
import type { SyntaxNode, Tree } from "@lezer/common";
import { NAME } from "../note/directives";
import { markLength } from "../note/input";
import type { Note } from "../note/note";
import type { Finding } from "./diagnostics";
import { type Edit, insertion, lineEndOf } from "./frontMatterEdits";

/**
 * Writes `<!-- metastasis-notes: ignore-next rule -->`, or what MDX has for it, for a finding: on a line of its own above a
 * paragraph or heading, inside a table's cell or a list's item right before the word. At the head of a line there it would
 * begin a block of HTML, and goes above.
 * @returns nothing where no comment can stand, as in front matter
 */
export function ignoreHere(note: Note, finding: Finding): Edit | undefined {
  const place = note.passageAt(finding.from);
  const block = place && !place.passage.slot ? note.blocks.startingAt(place.start) : undefined;
  if (!place || !block) return undefined;
  // MDX has no comments of HTML
  const [opening, closing] = note.languageId === "mdx" ? ["{/*", "*/}"] : ["<!--", "-->"];
  const comment = `${opening} ${NAME}: ignore-next ${finding.rule} ${closing}`;
  const eol = lineEndOf(note);
  const start = place.start + place.passage.from;
  if (/^(?:Paragraph|ATXHeading|SetextHeading|LinkReference)/.test(block.tree.type.name))
    return insertion(Math.max(place.start, markLength(note.text)), comment + eol);
  const inPlace = insertion(finding.from, comment);
  if (place.passage.row) return inPlace;
  const lineOf = (offset: number) => note.positionAt(offset).line;
  const lineStart = (line: number) => note.offsetAt({ line, character: 0 });
  const isBlank = (from: number) => /^[\s>]*$/.test(note.text.slice(from, finding.from));
  // above the item, into the one before where there is one
  if (isBlank(start)) {
    const line = lineStart(lineOf(start));
    const before = note.text.slice(line, start);
    const marks = before.replace(/^[\s>]*/, "");
    // above it would part a definition from its term
    if (marks.startsWith(":")) return inPlace;
    const outside = before.slice(0, before.length - marks.length);
    const indent = hasItemBefore(block.tree, start - place.start) ? outside + marks.replace(/\S/g, " ") : outside;
    return insertion(line, indent + comment + eol);
  }
  // behind the line above
  const line = lineOf(finding.from);
  if (!isBlank(lineStart(line))) return inPlace;
  const above = note.lineAt(line - 1).trimEnd();
  const end = lineStart(line - 1) + above.length - (above.endsWith("\\") ? 1 : 0);
  return insertion(end, ` ${comment}`);
}

/** Whether an offset of a block stands in an item of a list that is not its first. */
function hasItemBefore(tree: Tree, offset: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(offset, 1); node; node = node.parent)
    if (node.name === "ListItem") return node.prevSibling?.name === "ListItem";
  return false;
}
