/** Words that are a name but for signs that look alike, on a scanned page or in print, for two capitals that were swapped, or for a space inside. */
import type { Dataset } from "../dataset/dataset";
import { swapped } from "../dataset/distance";
import { heldWords } from "../dataset/held";
import { isOnRecord, kindNamed, preferredFor } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind, isTargetKind, type Kind } from "../dataset/records";

/** Three or four capitals before a Greek letter, which may be spelled. */
const BEFORE_GREEK = /(?<![\w-])([A-Z]{3,4})-?(?:[\u03b1-\u03c9\u00df]|alpha|beta|gamma)(?![a-z])/;
const EACH_BEFORE_GREEK = new RegExp(BEFORE_GREEK, "g");

/** What may be a symbol of four characters or more, for shorter ones are near to one another by chance: capitals, with a number behind them or two with a slash between; also behind anti-. */
const SYMBOL = /(?<!\w|(?<!\b[Aa]nti)-)([A-Z]{4,5}|[A-Z]{3}(?=-?\d))(-?\d{1,2}(?:\/\d{1,2})?)?(?![\w*]|-\d)/;
const EACH_SYMBOL = new RegExp(SYMBOL, "g");

/** A word, by its offsets in a text, and what is meant if two of its letters were swapped. */
interface Swapped {
  readonly start: number;
  readonly end: number;
  readonly readAs: string;
}

/** Whether {@link swappedIn} or {@link swappedAmong} may find something in a text. */
export const mayBeSwapped = (text: string): boolean => BEFORE_GREEK.test(text) || SYMBOL.test(text);

/**
 * The names of proteins with a Greek letter in which two capitals were swapped, and what each is read as: TFG-β, INF-γ. They are too
 * short for other slips to tell.
 * @returns in order, with offsets in the text; mostly empty
 */
export function swappedIn(dataset: Dataset, text: string): readonly Swapped[] {
  const { lexicon } = dataset;
  const isMeant = (name: number) => isProteinKind(kindNamed(dataset, name)) && lexicon.context(name) === "none";
  return Array.from(text.matchAll(EACH_BEFORE_GREEK)).flatMap(({ 0: written, 1: capitals, index: start }) => {
    if (lexicon.isName(written)) return [];
    const readAs = swapped(written, 2, capitals!.length, (one) => lexicon.lookUp(one).some(isMeant));
    return readAs ? [{ start, end: start + written.length, readAs }] : [];
  });
}

/**
 * The targets on record in whose symbols two capitals were swapped, so that they are a word or another name that needs company
 * (BARF, KARS), or hold a hyphen or slash (CTAL-4, CKD4/6). What is written may be meant, so that more must speak for a slip.
 * @returns in order, with offsets in the text; mostly empty
 */
export const swappedAmong = (dataset: Dataset, text: string): readonly Swapped[] =>
  Array.from(text.matchAll(EACH_SYMBOL)).flatMap(({ 0: written, index: start }) => {
    const readAs = meantBySwapped(dataset, written);
    return readAs ? [{ start, end: start + written.length, readAs }] : [];
  });

/** The symbol that is meant by one that {@link SYMBOL} finds; looked up once, for a note has the same symbols again and again. */
const meantBySwapped = heldWords((dataset, written): string | undefined => {
  const { lexicon } = dataset;
  const isSymbolOf = (symbol: string) => (name: number) =>
    isTargetKind(kindNamed(dataset, name)) && lexicon.context(name) === "none" && bare(preferredFor(dataset, name)) === bare(symbol);
  const letters = /^[A-Z]+/.exec(written)![0].length;
  const number = written.slice(letters);
  const own = lexicon.lookUp(written);
  // a known symbol behind which a number is joined: ARC-1
  if (number.startsWith("-") && lexicon.isName(written.slice(0, letters))) return undefined;
  // one that is neither a name nor a word is judged as other unknown words are; one that is read wherever it stands is meant
  const isJudged = /\W/.test(number) ? own.length === 0 : own.length > 0 || lexicon.isWord(written);
  if (!isJudged || own.some((name) => isOnRecord(dataset, name) || lexicon.context(name) === "none")) return undefined;
  return swapped(written, 1, letters, (one) => lexicon.lookUp(one).some(isSymbolOf(one)));
});

const bare = (text: string): string => text.replaceAll("-", "");

/** Least length of a drug's name that is broken by a space. */
const SHORTEST_BROKEN = 8;
const PIECE_BEFORE = /(?<![\w-])[A-Za-z]{2,15}$/;

/**
 * The name of a drug that a word is with the one before it, where a space broke it: "pembro lizumab".
 * @param start where the word begins in the text
 * @returns the name and where it begins; nothing for most words
 */
export function brokenBefore(
  { lexicon }: Dataset,
  text: string,
  start: number,
  word: string,
): { readonly start: number; readonly readAs: string } | undefined {
  if (text[start - 1] !== " " || !/^[a-z]{4,}$/.test(word)) return undefined;
  const piece = PIECE_BEFORE.exec(text.slice(Math.max(0, start - 17), start - 1))?.[0];
  const readAs = piece && piece + word;
  if (!readAs || readAs.length < SHORTEST_BROKEN) return undefined;
  const isName = (name: number) => ["inn", "brand"].includes(lexicon.type(name)) && lexicon.context(name) === "none";
  return lexicon.lookUp(readAs).some(isName) ? { start: start - 1 - piece.length, readAs } : undefined;
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
