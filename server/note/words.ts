/** The words of a passage that are in no list. */
import type { Dataset } from "../dataset/dataset";
import { INVISIBLE } from "../dataset/fold";
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
export const VARIANT = /^[ACDEFGHIKLMNPQRSTVWY]\d{1,4}[ACDEFGHIKLMNPQRSTVWYX]$/;

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
  const words: UnknownWord[] = [];
  const add = (start: number, end: number, entity: number | undefined) => {
    let text = passage.text.slice(start, end);
    const hyphen = Math.max(text.lastIndexOf("-"), text.search(DASH));
    // a symbol or a word joined to a known name: BCR-JAKK2, metoprolol-tervinafine, argatroban-to-warfarinn
    const [front, back] = [text.slice(0, hyphen), text.slice(hyphen + 1)];
    const isJoined = hyphen > 0 && (SYMBOL.test(back) || JOINED.test(back));
    if (
      (hyphen > 0 && text[hyphen] === EM_DASH) ||
      (isJoined &&
        (dataset.lexicon.lookUp(front).length > 0 || PREFIX.test(front) || (JOINING.test(front) && passage.text[start - 1] === "-")))
    ) {
      text = back;
      start += hyphen + 1;
    }
    text = text.replace(INVISIBLE, "");
    const broken = entity === undefined ? brokenBefore(dataset, passage.text, start, text) : undefined;
    if (broken) return addRead(broken.start, end, broken.readAs, false);
    const isSymbol = SYMBOL.test(text) && !VARIANT.test(text);
    const isKnown = dataset.lexicon.lookUp(text).length > 0;
    const isMisread = !isKnown && isScanned(text);
    const readAs = isKnown ? undefined : isMisread ? misread(dataset, text) : misprinted(dataset, text);
    if (isMisread ? !readAs : entity === undefined && ((!isSymbol && !WORD.test(text)) || UNIT.test(text) || isKnown)) return;
    // an ending that is spoken of: -rafenib
    if (/[-\u2010\u2011]/.test(passage.text[start - 1] ?? "") && !isInWord(passage.text, start - 2)) return;
    if (isSurname(passage.text, start, end) || HEAD_OF_SYSTEMATIC.test(passage.text.slice(Math.max(0, start - AROUND), start))) return;
    const { from, to } = sourceRange(passage, start, end);
    // a code goes on: UBEI-41
    if (isSymbol && /^-\d/.test(passage.text.slice(end, end + 2))) return;
    // a star or dash inside a symbol is an allele's (CYP2C9*2), though Markdown may read emphasis
    if (isSymbol && to - from !== end - start) return;
    const written = { text, from, to, isSymbol, misspelt: entity, readAs, mayBePart: true, mayBeMeant: false };
    words.push(new UnknownWord(dataset, passage, start, end, written));
  };
  const addRead = (start: number, end: number, readAs: string, mayBeMeant: boolean) => {
    const text = passage.text.slice(start, end);
    const isSymbol = /[A-Z]{2}/.test(readAs);
    // a part of it may be a name as well: TFG
    const written = { text, ...sourceRange(passage, start, end), isSymbol, misspelt: undefined, readAs, mayBePart: false, mayBeMeant };
    words.push(new UnknownWord(dataset, passage, start, end, written));
  };
  for (let i = 0; i < unknown.length; i += 2) add(unknown[i]!, unknown[i + 1]!, undefined);
  for (const match of misspelt) add(match.start, match.end, dataset.lexicon.entity(match.names[0]!));
  for (const { start, end, readAs } of swappedIn(dataset, passage.text)) addRead(start, end, readAs, false);
  for (const { start, end, readAs } of swappedAmong(dataset, passage.text)) addRead(start, end, readAs, true);
  return words.sort((a, b) => a.from - b.from);
}
