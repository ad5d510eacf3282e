/** The directive that silences one finding, and where it must stand so that the note looks as before. */
import { NAME } from "../note/directives";
import type { Note } from "../note/note";
import type { Finding } from "./diagnostics";
import { type Edit, lineEndOf } from "./frontMatterEdits";

/**
 * Writes `<!-- metastasis-notes: ignore-next rule -->` for a finding: on a line of its own above a paragraph or heading,
 * inside a table's cell or a list's item right before the word.
 * @returns nothing where no comment can stand, as in front matter
 */
export function ignoreHere(note: Note, finding: Finding): Edit | undefined {
  const place = note.passageAt(finding.from);
  const block = place && !place.passage.slot ? note.blocks.startingAt(place.start) : undefined;
  if (!place || !block) return undefined;
  const comment = `<!-- ${NAME}: ignore-next ${finding.rule} -->`;
  const eol = lineEndOf(note);
  const start = place.start + place.passage.from;
  if (/^(?:Paragraph|ATXHeading|SetextHeading)/.test(block.tree.type.name))
    return { from: place.start, to: place.start, text: comment + eol };
  const line = note.offsetAt({ line: note.positionAt(start).line, character: 0 });
  const isFirst = /^[\s>]*$/.test(note.text.slice(start, finding.from));
  // at the head of an item it would make the item a block of HTML: it goes above, as deep as the item's text
  if (isFirst && block.tree.type.name !== "Table") {
    const indent = note.text.slice(line, start).replace(/[^>\s]/g, " ");
    return { from: line, to: line, text: indent + comment + eol };
  }
  return { from: finding.from, to: finding.from, text: comment };
}
