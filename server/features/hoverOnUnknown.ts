/**
 * Hovers on text that is in no list: a drug's name as another language spells it, a word that is reported as unknown, on which the
 * card says more, or a code like those of drugs. Also on the variant behind a gene, and between the colons of a fusion.
 */
import type { Dataset } from "../dataset/dataset";
import { isProtein } from "../dataset/nameKinds";
import { LETTER } from "../note/letters";
import type { Note } from "../note/note";
import { type Passage, sourceRange, textOffset } from "../note/passage";
import { unknownWords } from "../note/words";
import { DEFAULTS, type Settings } from "../settings";
import { cardOf } from "./card";
import { unknownCard } from "./cards/unknown";
import { codeCardAt } from "./cards/unknownCode";
import { acceptance, silenceOf } from "./diagnostics";
import { type Hover, hoverOnName } from "./hover";
import type { Card } from "./print";
import { verdictOn } from "./remarks";
import { drugInOtherWords } from "./variants";

/**
 * The hover on a text that is no known name.
 * @param offset where the cursor is, in UTF-16 units of the note
 * @param settings which words are accepted and which rules are off
 * @returns nothing if no such text stands there
 */
export function hoverOnUnknown(dataset: Dataset, note: Note, offset: number, settings: Settings = DEFAULTS): Hover | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  if (note.text.slice(offset - 1, offset + 1) === "::") return hoverOnName(dataset, note, offset + 1);
  const { passage, start } = place;
  const ofGene = hoverOnVariant(dataset, note, place, offset - start);
  if (ofGene) return ofGene;
  const isAccepted = acceptance(note, settings);
  const at = offset - start;
  const word = unknownWords(dataset, passage).find(({ from, to }) => from <= at && at <= to);
  const code = codeCardAt(dataset, passage, textOffset(passage, at));
  if (code && !isAccepted(passage.text.slice(code.start, code.end).toLowerCase())) {
    const { from, to } = sourceRange(passage, code.start, code.end);
    return { card: code.card, from: start + from, to: start + to };
  }
  if (!word || isAccepted(word.text.toLowerCase())) return undefined;
  const card = (of: Card | undefined) => of && { card: of, from: start + word.from, to: start + word.to };
  const meant = word.misspelt === undefined ? drugInOtherWords(dataset, word.text) : undefined;
  if (meant !== undefined) return card(cardOf(dataset, dataset.lexicon.entity(meant), { name: meant, written: word.text }));
  const rule = verdictOn(dataset, word)?.rule;
  if (rule !== "unknown-drug-name" || settings.rules[rule] === "off" || silenceOf(dataset, note).isSilent(rule, start + word.from))
    return undefined;
  return card(unknownCard(dataset, word));
}

/** A change of one residue or of an exon, right behind a gene: " p.V600E", "^G12D^", " exon 14 skipping". */
const VARIANT = new RegExp(
  String.raw`^[\s\u00a0(^\ufffc-]{0,2}(?:p\.)?(?:(?:[A-Z][a-z]{2}|[A-Z])\d{1,4}(?:[A-Z][a-z]{2}|[A-Z*]|fs|del|dup|ins)\w{0,8}|[Ee]x(?:on)?[\s-]?\d{1,2}[\s-]?(?:del|ins|skip|mut)[a-z]*)(?![${LETTER}\d])`,
);
const LONGEST_VARIANT = 32;

/** The card of the gene whose variant stands at an offset of its block; nothing where none does. */
function hoverOnVariant(
  dataset: Dataset,
  note: Note,
  { passage, start }: { readonly passage: Passage; readonly start: number },
  offset: number,
): Hover | undefined {
  const at = textOffset(passage, offset);
  for (const { end, from, names } of note.mentions(dataset, passage)) {
    if (end > at || at > end + LONGEST_VARIANT || !isProtein(dataset, names[0]!)) continue;
    const length = VARIANT.exec(passage.text.slice(end, end + LONGEST_VARIANT))?.[0].length ?? 0;
    const hover = at < end + length ? hoverOnName(dataset, note, start + from) : undefined;
    if (hover) return { ...hover, to: start + sourceRange(passage, end, end + length).to };
  }
  return undefined;
}
