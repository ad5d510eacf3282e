/** Hover on what is in no list: a word that is reported as unknown, which the card says more of, or a code like others of drugs. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import { sourceRange, textOffset } from "../note/passage";
import { unknownWords } from "../note/words";
import { DEFAULTS, type Settings } from "../settings";
import { unknownCard } from "./cards/unknown";
import { codeCardAt } from "./cards/unknownCode";
import { silenceOf, verdictOn } from "./diagnostics";
import type { Hover } from "./hover";

/**
 * @param offset where the cursor is, in UTF-16 units of the note
 * @param settings which words are accepted and which rules are off
 * @returns nothing where no unknown word with a drug's ending and no such code stands
 */
export function hoverOnUnknown(dataset: Dataset, note: Note, offset: number, settings: Settings = DEFAULTS): Hover | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const { passage, start } = place;
  const isAccepted = (text: string) => {
    const low = text.toLowerCase();
    return settings.acceptedWords.has(low) || note.frontMatter.accepted.some((word) => word.text.toLowerCase() === low);
  };
  const at = offset - start;
  const word = unknownWords(dataset, passage).find(({ from, to }) => from <= at && at <= to);
  const code = codeCardAt(dataset, passage, textOffset(passage, at));
  if (code && !isAccepted(passage.text.slice(code.start, code.end))) {
    const { from, to } = sourceRange(passage, code.start, code.end);
    return { card: code.card, from: start + from, to: start + to };
  }
  if (!word || isAccepted(word.text)) return undefined;
  const rule = verdictOn(dataset, word)?.rule;
  if (rule !== "unknown-drug-name" || settings.rules[rule] === "off" || silenceOf(dataset, note).isSilent(rule, start + word.from))
    return undefined;
  const card = unknownCard(dataset, word);
  return card && { card, from: start + word.from, to: start + word.to };
}
