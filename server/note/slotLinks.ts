/** Links that declare a name, as front matter does: `[[drug:sunitinib]]`, `[[target:VEGFA|our target]]`. */
import type { SlotKind } from "./frontmatter";
import { newPassage, type Passage } from "./passage";

// in a table the bar before what is shown is escaped; what templates fill in is no name yet
const LINK = /\[\[(drug|target):([^[\]\\|#\r\n{}<]+)(?=\]\]|\\?\||#)/gi;

/** A declared name as a passage of its own, and where what declares it begins. */
interface SlotLink {
  readonly from: number;
  readonly passage: Passage;
}

/**
 * The names that links of a part of a block declare.
 * @param source the block's text
 * @returns in order, offsets from the block's start; also those in code, which the caller knows
 */
export function slotLinks(source: string, from: number, to: number): SlotLink[] {
  const text = source.slice(from, to);
  if (!text.includes("[[")) return [];
  return Array.from(text.matchAll(LINK), ({ index, 0: link, 1: kind, 2: said }) => {
    const name = said!.trim();
    const end = from + index + link.trimEnd().length;
    return {
      from: from + index,
      passage: newPassage(end - name.length, end, name, undefined, kind!.toLowerCase() as SlotKind),
    };
  }).filter(({ passage }) => passage.text !== "");
}
