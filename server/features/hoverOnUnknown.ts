/**
 * Hovers on text that is in no list: a drug's name as another language spells it, a word that is reported as unknown, on which the
 * card says more, or a code like those of drugs. Also on the variant behind a gene, and between the colons of a fusion.
 */
import type { Dataset } from "../dataset/dataset";
import { isDrug, isProtein } from "../dataset/nameKinds";
import { isForeign } from "../note/language";
import { LETTER } from "../note/letters";
import type { Note } from "../note/note";
import { sourceRange, textOffset } from "../note/passage";
import { unknownWords } from "../note/words";
import { isInWord } from "../note/wordsIn";
import { DEFAULTS, type Settings } from "../settings";
import { cardOf } from "./card";
import { unknownCard } from "./cards/unknown";
import { codeCardAt } from "./cards/unknownCode";
import { acceptance, readForFindings, silenceOf } from "./diagnostics";
import { type Hover, hoverOnName } from "./hover";
import type { Card } from "./print";
import { verdictOn } from "./remarks";
import { drugInOtherWords } from "./variants";

/** A passage and where its block starts. */
type Place = NonNullable<ReturnType<Note["passageAt"]>>;

/**
 * The hover on a text that is no known name, in small steps: of what is reported the rest of the note may say that it is not to be.
 * @param offset where the cursor is, in UTF-16 units of the note
 * @param settings which words are accepted and which rules are off
 * @returns nothing if no such text stands there
 */
export function* hoverOnUnknown(
  dataset: Dataset,
  note: Note,
  offset: number,
  settings: Settings = DEFAULTS,
): Generator<void, Hover | undefined> {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  if (note.text.slice(offset - 1, offset + 1) === "::") return hoverOnName(dataset, note, offset + 1);
  const { passage, start } = place;
  const ofGene = yield* hoverOnVariant(dataset, note, place, offset - start);
  if (ofGene) return ofGene;
  const isAccepted = acceptance(note, settings);
  const at = offset - start;
  const word = unknownWords(dataset, passage).find((one) => one.from <= at && at <= one.to && !one.isInName);
  const code = codeCardAt(dataset, passage, textOffset(passage, at));
  if (code && !isAccepted(passage.text.slice(code.start, code.end).toLowerCase())) {
    const { from, to } = sourceRange(passage, code.start, code.end);
    return { card: code.card, from: start + from, to: start + to };
  }
  if (!word) return hoverOnForeign(dataset, note, place, at);
  if (isAccepted(word.text.toLowerCase())) return undefined;
  const card = (of: Card | undefined) => of && { card: of, from: start + word.from, to: start + word.to };
  const meant = word.misspelt === undefined ? drugInOtherWords(dataset, word.text) : undefined;
  if (meant !== undefined) return card(cardOf(dataset, dataset.lexicon.entity(meant), { name: meant, written: word.text }));
  const rule = verdictOn(dataset, word)?.rule;
  if (rule !== "unknown-drug-name" || settings.rules[rule] === "off") return undefined;
  yield* readForFindings(dataset, note);
  return silenceOf(dataset, note).isSilent(rule, start + word.from) ? undefined : card(unknownCard(dataset, word));
}

/** The card of a drug whose name stands there as a language with accents spells it, or another in a note of that: bévacizumab, cisplatine. */
function hoverOnForeign(dataset: Dataset, note: Note, { passage, start }: Place, offset: number): Hover | undefined {
  const at = textOffset(passage, offset);
  let [from, to] = [at, at];
  while (isInWord(passage.text, from - 1) && at - from < LONGEST_WORD) from--;
  while (isInWord(passage.text, to) && to - at < LONGEST_WORD) to++;
  const written = passage.text.slice(from, to);
  const plain = written.normalize("NFD").replace(/\p{M}/gu, "");
  if (plain === written && !isForeign(note)) return undefined;
  const name = plain.length < SHORTEST_FOREIGN ? undefined : drugNamed(dataset, plain);
  const card = name === undefined ? undefined : cardOf(dataset, dataset.lexicon.entity(name), { name, written });
  const range = sourceRange(passage, from, to);
  return card && { card, from: start + range.from, to: start + range.to };
}
const LONGEST_WORD = 40;
const SHORTEST_FOREIGN = 7;

/** The drug's name that a word is, or is by the rules of another language. */
const drugNamed = (dataset: Dataset, word: string): number | undefined =>
  dataset.lexicon.lookUp(word).find((name) => isDrug(dataset, name) && dataset.lexicon.context(name) === "none") ??
  drugInOtherWords(dataset, word);

/** A change of one residue or of an exon, right behind a gene: " p.V600E", "^G12D^", " exon 14 skipping". */
const VARIANT = new RegExp(
  String.raw`^[\s\u00a0(^\ufffc-]{0,2}(?:p\.)?(?:(?:[A-Z][a-z]{2}|[A-Z])\d{1,4}(?:[A-Z][a-z]{2}|[A-Z*]|fs|del|dup|ins)\w{0,8}|[Ee]x(?:on)?[\s-]?\d{1,2}[\s-]?(?:del|ins|skip|mut)[a-z]*)(?![${LETTER}\d])`,
);
const LONGEST_VARIANT = 32;

/** The card of the gene whose variant stands at an offset of its block; nothing where none does. */
function* hoverOnVariant(dataset: Dataset, note: Note, { passage, start }: Place, offset: number): Generator<void, Hover | undefined> {
  const at = textOffset(passage, offset);
  const lengthBehind = (end: number) => VARIANT.exec(passage.text.slice(end, end + LONGEST_VARIANT))?.[0].length ?? 0;
  // what a gene is called may hang on the whole note, which is read only where a variant may stand
  let first = Math.max(0, at - LONGEST_VARIANT);
  while (first <= at && at >= first + lengthBehind(first)) first++;
  if (first > at) return undefined;
  yield* note.readBindings(dataset);
  for (const { end, from, names } of note.mentions(dataset, passage)) {
    if (end > at || at > end + LONGEST_VARIANT || !isProtein(dataset, names[0]!)) continue;
    const length = lengthBehind(end);
    const hover = at < end + length ? hoverOnName(dataset, note, start + from) : undefined;
    if (hover) return { ...hover, to: start + sourceRange(passage, end, end + length).to };
  }
  return undefined;
}
