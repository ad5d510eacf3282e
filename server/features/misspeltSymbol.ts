/** Slips in symbols of genes and proteins, which are short, so that more must speak for them than for one in a word. */
import type { Dataset } from "../dataset/dataset";
import { swapped } from "../dataset/distance";
import { isOnRecord, kindNamed, preferredFor } from "../dataset/nameKinds";
import { isMistakable, LIKELY } from "../dataset/slips";
import { type Near, spellingOf } from "../dataset/spelling";
import { isAntigen } from "../note/frames";
import type { UnknownWord } from "../note/unknownWord";
import { isSpokenFor } from "./company";

/**
 * The greatest cost of a slip in a symbol of five characters, by what speaks for a gene; each further character adds one.
 * Where nothing does, the likeliest slip in the best known symbol is just too much. A sentence on genes adds 1.1 bits, words
 * beside it 4.3: by so much more often has such company a gene than another word in capitals (logarithms of the ratios in
 * 1,321 such words of abstracts marked by hand). What is named a gene is one: any slip counts, and two likely ones. What the passage defines is
 * hardly ever a slip, though a definition of genes speaks for one as a sentence does, in part.
 */
const SYMBOL_LIMITS = { named: 6, beside: 1.3, sentence: -1.9, none: -3, defined: -2.5 } as const;
/** Length from which two edits of a symbol count, where its neighbours say that it is one. */
const TWO_IN_SYMBOL = 5;
/** As five, where the first letter is another: it is hardly ever the one that is missed, and tells abbreviations apart (GDAC and HDAC). */
const OTHER_FIRST = 8;
/** What a passage has more often is no slip. */
export const MOST_OFTEN = 2;

/**
 * The symbols that a would-be symbol of capitals and digits is a slip in, the likeliest first: one edit, or two where the words beside
 * it say that it is one.
 * @returns empty where none is near, or too little speaks for one being meant
 */
export function misspeltSymbol(dataset: Dataset, word: UnknownWord): readonly Near[] {
  const { length } = word.text;
  const spelling = spellingOf(dataset);
  let near = spelling.nearest(word.text, 1, "symbol");
  if ((near.length === 0 && length < TWO_IN_SYMBOL) || word.count > MOST_OFTEN) return [];
  const other = near.length > 0 ? word.otherName : undefined;
  const same = other && near.find(({ name }) => dataset.lexicon.entity(name) === other.entity);
  // another name of the same gene is no swap of its symbol: HER2 (EBRB2)
  if (same && isSwapOf(word.text, same.text)) return [same];
  if (same && !isReadFrom(word.text, other.text) && !isOtherThing(dataset, word, same.text) && !isCounted(dataset, word.text))
    return [same];
  // what speaks for a gene is asked last: that takes longest
  if (near.length === 0 && word.isNamedGene) near = spelling.nearest(word.text, 2, "symbol");
  if (near.length === 0 || isNumbered(word.text, near[0]!.text) || word.gene === "against") return [];
  // a symbol that needs a gene's company to be read needs it where it is misspelt
  const isBeside = word.isGeneBeside;
  if (!isBeside) near = near.filter(({ name }) => dataset.lexicon.type(name) !== "symbol" || dataset.lexicon.context(name) === "none");
  if (near.length === 0) return [];
  const spoken = near.find(
    ({ name, slip }) => slip <= LIKELY && isOnRecord(dataset, name) && isSpokenFor(dataset, word, dataset.lexicon.entity(name)),
  );
  if (spoken) near = [spoken, ...near.filter((one) => one !== spoken)];
  const limit = SYMBOL_LIMITS[word.isDefined ? "defined" : spoken && !isBeside ? "beside" : (word.gene ?? "none")];
  const isFirst = near[0]!.text[0] === word.text[0];
  // a pathway may be called by what happens in it, ERAD, or by a substance, DOXP
  if (!isFirst && /^ pathways?\b/.test(word.after)) return [];
  const isSure = isFirst || isBeside || spoken !== undefined;
  // what heads a line of drugs that act on it, with two letters swapped, is nothing else: "FTL3: midostaurin"
  const isHeading = spoken !== undefined && word.before === "" && word.after.startsWith(": ") && isSwapOf(word.text, spoken.text);
  const isSlip =
    near[0]!.cost <= limit + length - (isSure ? 5 : OTHER_FIRST) &&
    (isHeading || !isOtherThing(dataset, word, near[0]!.text)) &&
    ((spoken && isBeside) || isHeading || !isCounted(dataset, word.text)) &&
    !isRoot(dataset, word.text);
  return isSlip ? near : [];
}

/** Whether a text is another one with two neighbouring characters swapped. */
const isSwapOf = (text: string, meant: string): boolean => swapped(text, 1, text.length, (other) => other === meant) !== undefined;

/** Whether an abbreviation may be one of a name: it begins as that does, and has its letters in their order. */
function isReadFrom(abbreviation: string, name: string): boolean {
  const [short, long] = [abbreviation.toLowerCase(), name.toLowerCase()];
  let found = 0;
  for (const char of long) if (char === short[found]) found++;
  return long[0] === short[0] && found === short.length;
}

/** Prostaglandins, leukotrienes and thromboxanes have the number of their double bonds: PGH2. */
const EICOSANOID = /^(?:PG[A-J][1-3]|LT[A-F][3-5]|TX[AB][1-3])$/;

/** What concentration in blood, and in which cycle: CAVG1. */
const CONCENTRATION = /^C(?:AVG|MAX|MIN)\d?$/;

/**
 * Whether a would-be symbol is something else: another name in brackets behind a symbol (PADI4 (PAD4)), a chemical, the clone of an
 * antibody, or a chain of a collagen.
 */
function isOtherThing(dataset: Dataset, word: UnknownWord, meant: string): boolean {
  const { text, before, after } = word;
  if (word.isCalledOther || word.isExplained(meant)) return true;
  // antibodies are against more than proteins, anti-LKM1, and a code right behind a protein is the clone of one against it, MSH6 SP93,
  // β-tubulin DM1A: letters must have been swapped
  const isAntibody = isAntigen(before, after) || (/\d/.test(text) && word.isBehindProtein);
  if (isAntibody && !isSwapOf(text, meant)) return true;
  // one of several that are counted side by side: TIP3 or TIP4
  const [counted] = /^[A-Z]{2,}(?=\d$)/.exec(text) ?? [];
  if (counted && new RegExp(`(?<![\\w-])${counted}\\d(?!\\w)`).test(`${before} ${after}`)) return true;
  // a chain of a collagen: collagen XIA1
  if (/^[IVX]+A\d$/.test(text) && /\bcollagens?\s/i.test(before)) return true;
  if (isOfSeries(dataset, text, `${before} ${after}`)) return true;
  if (EICOSANOID.test(text) || CONCENTRATION.test(text)) return true;
  // other names side by side: ASNA1/TRC4 in brackets, KHDC3/KHDC3L, TMP1 (aka TMED10)
  if (after.startsWith(`/${text}`) || /^ \((?:aka|a\.k\.a\.|also)\b/.test(after)) return true;
  if (/[A-Z][A-Z0-9-]{2,11}\s?\((?:[\w-]{2,12}\/)?$/.test(before) || /\b(?:clones?\s|[Aa]nti-[^()]{1,24}\()$/.test(before)) return true;
  // a receptor by its ligand and number: AT1R, but GF1R for IGF1R
  if (/^[A-Z]{1,2}\d[A-Z]?R$/.test(text) && !meant.endsWith(text.slice(-2))) return true;
  // a position of chemistry: 5-HIAA
  if (/(?<![\w-])\d{1,2}-$/.test(before)) return true;
  return isNamedAlike(dataset, text, meant);
}

/** Whether a would-be symbol is a known one or abbreviation with the number of a reference or stage, which a drug may stand beside as well: EGFR12, CKD4. */
function isCounted(dataset: Dataset, text: string): boolean {
  const { lexicon } = dataset;
  const symbol = /^([A-Z0-9]*[A-Z])\d{1,2}$/.exec(text)?.[1];
  const isSymbol = (name: number) => lexicon.type(name) === "symbol" || kindNamed(dataset, name) === "known-abbreviation";
  return symbol !== undefined && lexicon.lookUp(symbol).some((name) => isSymbol(name) && lexicon.context(name) === "none");
}

/**
 * Whether several abbreviations around one begin as it does and are no known names either: what is named by a scheme, as a trial's
 * tables (ADAE, ADTTE, ADLB), is no gene. Of genes in a list most are known.
 */
function isOfSeries({ lexicon }: Dataset, text: string, around: string): boolean {
  const others = around.match(new RegExp(`(?<![\\w-])${text.slice(0, 2)}[A-Z]{1,4}(?![\\w-])`, "g")) ?? [];
  return new Set(others.filter((other) => other !== text && !lexicon.isName(other))).size >= LEAST_IN_SERIES;
}
const LEAST_IN_SERIES = 3;

/** Whether another member of the family is called so, PP6R1 is PPP6R1 as PP6R3 is PPP6R3, or another isoform: PKM1 as PKM2. */
const isNamedAlike = (dataset: Dataset, text: string, meant: string): boolean =>
  /\d$/.test(text) &&
  [..."123456789"].some((digit) =>
    dataset.lexicon
      .lookUp(text.slice(0, -1) + digit)
      .some((name) => [meant.slice(0, -1) + digit, text.slice(0, -1)].includes(preferredFor(dataset, name))),
  );

/**
 * Whether a number stands in another's place, as genes of rats are numbered (CYP2B1), or in a letter's that is neither beside it on
 * the keyboard, nor looks alike, nor was swapped with it: P1NP is no PRNP.
 */
const isNumbered = (text: string, meant: string): boolean =>
  text.length === meant.length &&
  [...text].some((typed, i) => {
    const isSwapped = [i - 1, i + 1].some((other) => typed === meant[other] && text[other] === meant[i]);
    if (!/\d/.test(typed) || typed === meant[i] || isSwapped) return false;
    return /\d/.test(meant[i]!) || !isMistakable(typed.charCodeAt(0), meant.toLowerCase().charCodeAt(i));
  });

/** Whether several symbols begin so and go on with a letter or number: `AURK` is the family of AURKA and AURKB. */
function isRoot(dataset: Dataset, text: string): boolean {
  const { lexicon } = dataset;
  return (
    lexicon.complete(text, 8).filter((name) => lexicon.type(name) === "symbol" && lexicon.name(name).length <= text.length + 2).length > 1
  );
}
