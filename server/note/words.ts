/** The words of a passage that are in no list. */
import type { Dataset } from "../dataset/dataset";
import { INVISIBLE } from "../dataset/fold";
import { AMINO_ACID } from "./letters";
import { brokenBefore, isScanned, mayBeSwapped, misprinted, misread, swappedAmong, swappedIn } from "./misread";
import { type Passage, sourceRange } from "./passage";
import { isSurname } from "./persons";
import { reading } from "./reading";
import { AROUND, UnknownWord } from "./unknownWord";
import { isInWord } from "./wordsIn";

const WORD = /^(?:[A-Za-z]+-)?[A-Za-z]{5,}$/;
const SYMBOL = /^[A-Z][A-Z0-9]{3,11}$/;
/** A word, joined to a name by a hyphen, that is long enough to be judged. */
const JOINED = /^[a-z]{7,}$/;
/** Other signs than a hyphen that join two names. */
const DASH = /[\u2010-\u2014\u2212]/;
/** What parts two words, whatever they are: an em dash sets off a parenthesis. */
const EM_DASH = "\u2014";
/** What joins two: argatroban-to-warfarin. */
const JOINING = /^(?:to|and|plus|or|versus|vs)$/;
/** What the clinic puts before a drug, or the laboratory before a protein: pre-nivolumab, p-STAT3. */
const PREFIX = /^(?:non|pre|post|peri|anti|co|off|on|p|phospho)$/i;
/** A residue of a protein and what it was changed to: `G12D`. */
export const VARIANT = new RegExp(`^[${AMINO_ACID}]\\d{1,4}[${AMINO_ACID}X]$`);

/** A unit whose prefix is spelled out, since texts without Greek letters have no µ, "microg"; and the dose or concentration of half an effect, IC50. */
const UNIT = /^(?:(?:milli|micro|nano|pico|femto)(?:[glM]|mol|molar|moles?|grams?|lit(?:er|re)s?)|(?:[ACDEIL]C|GI|[EL]D)[59]0)$/i;

/** Before the last part of a chemical's systematic name, which is made up as it is needed: bis(benzylidene)-4-piperidone, 1-methyl-4-piperidone. */
const HEAD_OF_SYSTEMATIC = /(?:[)\]]|yl|oxy|oro|omo|odo|tro|ino)-\d[\d,]*-$/;

/** The unknown words of a passage, in order; found once for each dataset. Empty if there are none. */
export function unknownWords(dataset: Dataset, passage: Passage): readonly UnknownWord[] {
  const { unknown, misspelt } = reading(dataset, passage);
  passage.words ??= unknown.length + misspelt.length > 0 || mayBeSwapped(passage.text) ? describe(dataset, passage) : NONE;
  return passage.words;
}

const NONE: readonly UnknownWord[] = [];

function describe(dataset: Dataset, passage: Passage): UnknownWord[] {
  const { unknown, misspelt } = reading(dataset, passage);
  const { text } = passage;
  const words: Array<UnknownWord | undefined> = [];
  for (let i = 0; i < unknown.length; i += 2) words.push(wordAt(dataset, passage, unknown[i]!, unknown[i + 1]!));
  for (const { start, end, names } of misspelt) words.push(wordAt(dataset, passage, start, end, dataset.lexicon.entity(names[0]!)));
  for (const { start, end, readAs } of swappedIn(dataset, text)) words.push(readAt(dataset, passage, start, end, readAs, false));
  for (const { start, end, readAs } of swappedAmong(dataset, text)) words.push(readAt(dataset, passage, start, end, readAs, true));
  return words.filter((word) => word !== undefined).sort((a, b) => a.from - b.from);
}

/**
 * The word at [start, end) of a passage's text that is in no list, without a known name that is joined before it.
 * @param entity what it is a misspelling of, where it is one on record
 * @returns nothing where it is no word to be judged: a code, a unit, an ending, a surname, a part of a chemical's name
 */
function wordAt(dataset: Dataset, passage: Passage, start: number, end: number, entity?: number): UnknownWord | undefined {
  start += lengthOfFront(dataset, passage.text, start, end);
  const text = passage.text.slice(start, end).replace(INVISIBLE, "");
  const broken = entity === undefined ? brokenBefore(dataset, passage.text, start, text) : undefined;
  if (broken) return readAt(dataset, passage, broken.start, end, broken.readAs, false);
  const isSymbol = SYMBOL.test(text) && !VARIANT.test(text);
  const isKnown = dataset.lexicon.isName(text);
  const isMisread = !isKnown && isScanned(text);
  const readAs = isKnown ? undefined : isMisread ? misread(dataset, text) : misprinted(dataset, text);
  if (isMisread ? !readAs : entity === undefined && ((!isSymbol && !WORD.test(text)) || UNIT.test(text) || isKnown)) return undefined;
  // an ending that is spoken of: -rafenib
  if (/[-\u2010\u2011]/.test(passage.text[start - 1] ?? "") && !isInWord(passage.text, start - 2)) return undefined;
  if (isSurname(passage.text, start, end) || HEAD_OF_SYSTEMATIC.test(passage.text.slice(Math.max(0, start - AROUND), start)))
    return undefined;
  const { from, to } = sourceRange(passage, start, end);
  // a code goes on: UBEI-41; and a star or dash inside a symbol is an allele's (CYP2C9*2), though Markdown may read emphasis
  if (isSymbol && (/^-\d/.test(passage.text.slice(end, end + 2)) || to - from !== end - start)) return undefined;
  const written = { text, from, to, isSymbol, misspelt: entity, readAs, mayBePart: true, mayBeMeant: false };
  return new UnknownWord(dataset, passage, start, end, written);
}

/** How much of a word stands before the part to be judged, a symbol or word joined to a known name: BCR-JAKK2, metoprolol-tervinafine, argatroban-to-warfarinn. */
function lengthOfFront({ lexicon }: Dataset, text: string, start: number, end: number): number {
  const word = text.slice(start, end);
  const hyphen = Math.max(word.lastIndexOf("-"), word.search(DASH));
  if (hyphen <= 0) return 0;
  const [front, back] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
  const isPart = () => lexicon.isName(front) || PREFIX.test(front) || (JOINING.test(front) && text[start - 1] === "-");
  return word[hyphen] === EM_DASH || ((SYMBOL.test(back) || JOINED.test(back)) && isPart()) ? hyphen + 1 : 0;
}

/** A word at [start, end) that is read as another. @param mayBeMeant whether it may be meant as it stands */
function readAt(dataset: Dataset, passage: Passage, start: number, end: number, readAs: string, mayBeMeant: boolean): UnknownWord {
  const text = passage.text.slice(start, end);
  const isSymbol = /[A-Z]{2}/.test(readAs);
  // a part of it may be a name as well: TFG
  const written = { text, ...sourceRange(passage, start, end), isSymbol, misspelt: undefined, readAs, mayBePart: false, mayBeMeant };
  return new UnknownWord(dataset, passage, start, end, written);
}
