/** Words that are a name but for signs that look alike, on a scanned page or in print, and short ones in which two capitals were swapped. */
import type { Dataset } from "../dataset/dataset";
import { swappedAt } from "../dataset/distance";
import { kindNamed } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind, type Kind } from "../dataset/records";

/** Three or four capitals before a Greek letter, which may be spelled, or a hyphen and a number; also behind anti-. */
const CAPITALS = /(?<!\w|(?<!\b[Aa]nti)-)([A-Z]{3,4})(?:-?(?:[\u03b1-\u03c9\u00df]|alpha|beta|gamma)(?![a-z])|-(\d{1,2})(?![\w-]|\.\d))/;
const EACH_CAPITALS = new RegExp(CAPITALS, "g");

/** Whether {@link swappedIn} may find something in a text. */
export const mayBeSwapped = (text: string): boolean => CAPITALS.test(text);

/**
 * The names of proteins with a Greek letter or a number in which two capitals were swapped, and what each is read as: TFG-β, INF-γ,
 * CTAL-4. They are too short for other slips to tell.
 * @returns in order, with offsets in the text; mostly empty
 */
export function swappedIn(dataset: Dataset, text: string): readonly Swapped[] {
  const { lexicon } = dataset;
  const found: Swapped[] = [];
  const isProtein = (name: number) => isProteinKind(kindNamed(dataset, name)) && lexicon.context(name) === "none";
  for (const { 0: written, 1: capitals, 2: number, index: start } of text.matchAll(EACH_CAPITALS)) {
    // a stage or a level has a number as well: CKD-4
    if (lexicon.lookUp(written).length > 0 || (number && lexicon.lookUp(capitals!).length > 0)) continue;
    for (let i = 2; i < capitals!.length; i++) {
      const readAs = swappedAt(written, i);
      if (!lexicon.lookUp(readAs).some(isProtein)) continue;
      found.push({ start, end: start + written.length, readAs, isNumbered: number !== undefined });
      break;
    }
  }
  return found;
}
interface Swapped {
  readonly start: number;
  readonly end: number;
  readonly readAs: string;
  /** Whether it has a number, as much else has: the words around it must speak for a protein. */
  readonly isNumbered: boolean;
}

/** A digit that a scanned page may show for a letter, and the letters; a letter for a digit in a symbol. */
const DIGIT_IN_WORD = /^([A-Z]?[a-z]*)([015])([a-z]*)$/;
const READ_AS: Readonly<Record<string, string>> = { 0: "o", 1: "li", 5: "s" };
const L_IN_SYMBOL = /^[A-Z][A-Z\d]*l[A-Z\d]*$/;

/** Whether a word has a digit where a scanned page may have had a letter, or an l in a symbol. */
export const isScanned = (text: string): boolean => DIGIT_IN_WORD.test(text) || L_IN_SYMBOL.test(text);

/** The drug's name or symbol that a word is but for a digit or letter that looks like another: "nivo1umab", "BRCAl"; nothing for others. */
export function misread(dataset: Dataset, text: string): string | undefined {
  const { lexicon } = dataset;
  const [, before, digit, after] = DIGIT_IN_WORD.exec(text) ?? [];
  const words = digit ? [...READ_AS[digit]!].map((letter) => before! + letter + after!) : [text.replace("l", "1")];
  const isOfKind = digit ? isDrugKind : isProteinKind;
  return words.find((word) => lexicon.lookUp(word).some((name) => isOfKind(kindNamed(dataset, name)) && lexicon.context(name) === "none"));
}

/** What print shows for a letter, with that letter: "rnitoxantrone", "clasatinib", "aIisertib", "lmlunestrant". */
const PRINTED = [
  [/rn/g, "m"],
  [/cl/g, "d"],
  [/I(?=[a-z])/g, "l"],
  [/^l/g, "i"],
] as const;

/** Shorter words are that near to a name by chance. */
const SHORTEST_PRINTED = 7;
/** Most words hold none of these. */
const MAY_BE_PRINTED = /rn|cl|I[a-z]|^l/;

/** The name that a word is but for one letter that print shows otherwise; nothing for others. No slip of a hand is that likely, so that nothing else need speak for it. */
export function misprinted(dataset: Dataset, text: string): string | undefined {
  if (text.length < SHORTEST_PRINTED || !MAY_BE_PRINTED.test(text)) return undefined;
  const { lexicon } = dataset;
  for (const [shown, meant] of PRINTED)
    for (const { index, 0: found } of text.matchAll(shown)) {
      const word = text.slice(0, index) + meant + text.slice(index + found.length);
      const isMeant = (name: number) =>
        lexicon.context(name) === "none" && lexicon.letterCase(name) === "insensitive" && isNamed(kindNamed(dataset, name));
      if (lexicon.lookUp(word).some(isMeant)) return word;
    }
  return undefined;
}
const isNamed = (kind: Kind): boolean => isDrugKind(kind) || isProteinKind(kind);
