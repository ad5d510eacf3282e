/** Completion inside comments for us: what they begin with, what they may ask, and the rules. */
import { NAME } from "../note/directives";
import type { Note } from "../note/note";
import { RULES } from "../settings";
import type { Completions } from "./completion";
import { words } from "./keyCompletion";
import { VERBS } from "./silence";

/** What opens a comment; in braces only for MDX. */
const OPENED = /<!--|%%/;
const OPENED_IN_MDX = /<!--|%%|\{\/\*/;
/** What stands in a comment behind its opening, up to the cursor, on its line. */
const COMMENT = /^[ \t]*(?<word>[a-z-]+)$/;
/** What it asks, be it spelled well or not, and the rules. */
const ORDER = new RegExp(`^[ \\t]*${NAME}:[ \\t]*(?<before>(?:[\\w-]+[ \\t,]+)*)(?<word>[\\w-]*)$`);
/** How far back a comment is looked for, in UTF-16 units. */
const REACH = 400;
/** What is shown of such a word. */
const KIND = "directive";

/**
 * Completes what is being written in a comment for us.
 * @param offset where the cursor is
 * @returns nothing if no comment for us is being written
 */
export function completeDirective(note: Note, offset: number): Completions | undefined {
  const { line } = note.positionAt(offset);
  const before = note.slice(Math.max(note.offsetAt({ line, character: 0 }), offset - REACH), offset);
  const [, ...comments] = before.split(note.languageId === "mdx" ? OPENED_IN_MDX : OPENED);
  const comment = comments.pop();
  if (comment === undefined) return undefined;
  const order = ORDER.exec(comment)?.groups;
  if (order) {
    const named = new Set(order["before"]!.split(/[\s,]+/));
    const open = order["before"] === "" ? VERBS : RULES.filter((rule) => !named.has(rule));
    return words(open, order["word"]!, offset, KIND);
  }
  const word = COMMENT.exec(comment)?.groups?.["word"];
  if (word === undefined || !NAME.startsWith(word)) return undefined;
  const orders = VERBS.map((verb) => `${NAME}: ${verb}`);
  return words(orders, word, offset, KIND);
}
