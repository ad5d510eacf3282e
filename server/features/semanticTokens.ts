/** Names to colour: those with a card, quietly. Words that only point to a record, and mere vocabulary, stay plain. */
import type { Dataset, Kind } from "../dataset/dataset";
import { mentionsOf } from "../note/mentions";
import type { Note } from "../note/note";

export const TOKEN_TYPES = ["drug", "target", "family", "process", "strategy"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

const TYPE_OF: Partial<Record<Kind, TokenType>> = {
  drug: "drug",
  regimen: "drug",
  target: "target",
  family: "family",
  complex: "family",
  process: "process",
  pathway: "process",
  strategy: "strategy",
  nanoplatform: "strategy",
};

export interface Token {
  readonly type: TokenType;
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens of a part of a note.
 * @param from start of the part, as an offset
 * @param to its end
 * @returns in order, none overlapping
 */
export function semanticTokens(dataset: Dataset, note: Note, from = 0, to = note.text.length): Token[] {
  const tokens: Token[] = [];
  note.eachPassage((passage, start) => {
    if (start + passage.from > to) return false;
    if (start + passage.to < from) return true;
    for (const mention of mentionsOf(dataset, passage)) {
      const name = mention.names[0]!;
      const type = TYPE_OF[dataset.kind(dataset.lexicon.entity(name))];
      if (!type || mention.pointer || dataset.lexicon.context(name) === "tumour") continue;
      tokens.push({ type, from: start + mention.from, to: start + mention.to });
    }
    return true;
  });
  return tokens;
}
