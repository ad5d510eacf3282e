/** Completion inside comments for us: what they begin with, what they may ask, and the rules. */
import { NAME } from "../note/directives";
import type { Note } from "../note/note";
import { RULES } from "../settings";
import type { Completion, Completions } from "./completion";
import { VERBS } from "./silence";

/** What stands in a comment up to the cursor, on its line. */
const COMMENT = /(?:<!--|%%)[ \t]*(?<word>[a-z-]+)$/;
const VERB = new RegExp(`(?:<!--|%%)[ \\t]*${NAME}:[ \\t]*(?<word>[a-z-]*)$`);
const RULE = new RegExp(`(?:<!--|%%)[ \\t]*${NAME}:[ \\t]*(?:${VERBS.join("|")})(?<before>(?:[ \\t,]+[a-z-]+)*)[ \\t,]+(?<word>[a-z-]*)$`);

/** The entity of what is no name. */
export const NO_ENTITY = -1;

/**
 * @param offset where the cursor is
 * @returns nothing where no comment for us is being written
 */
export function completeDirective(note: Note, offset: number): Completions | undefined {
  const { line } = note.positionAt(offset);
  const before = note.slice(Math.max(note.offsetAt({ line, character: 0 }), offset - 400), offset);
  if (!before.includes("<!--") && !before.includes("%%")) return undefined;
  const rule = RULE.exec(before)?.groups;
  if (rule) {
    const named = new Set((rule["before"] ?? "").split(/[\s,]+/));
    return offered(
      offset,
      rule["word"] ?? "",
      RULES.filter((one) => !named.has(one)),
    );
  }
  const verb = VERB.exec(before)?.groups;
  if (verb) return offered(offset, verb["word"] ?? "", VERBS);
  const word = COMMENT.exec(before)?.groups?.["word"];
  if (word === undefined || !NAME.startsWith(word)) return undefined;
  return offered(
    offset,
    word,
    VERBS.map((each) => `${NAME}: ${each}`),
  );
}

function offered(offset: number, typed: string, words: readonly string[]): Completions | undefined {
  const items = words
    .filter((word) => word.startsWith(typed))
    .map(
      (word): Completion => ({
        label: word,
        insert: word,
        filter: word,
        kind: "directive",
        leadsTo: undefined,
        deprecated: false,
        from: offset - typed.length,
        entity: NO_ENTITY,
      }),
    );
  return items.length > 0 ? { items, to: offset, wordEnd: offset, isIncomplete: false } : undefined;
}
