/** What is spelled as the name of a gene without a record, and is a code or a part of one: of a cell line, a clone, an instrument, a trial, an atom. */
import type { Dataset } from "../dataset/dataset";
import type { Lexicon } from "../dataset/lexicon";
import { kindNamed } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { PROTEIN_PREFIX } from "./affixes";
import { isAmongAbbreviations, isAmongCodes, isExplanation, isInSeries, isNamedBefore } from "./neighbours";
import { AROUND, type Span, textAfter, textBefore, writtenAt } from "./spans";

/** Makers of instruments, before a model: Leica SP8, Zeiss LSM. */
const MAKER =
  /\b(?:Zeiss|Leica|Nikon|Olympus|Beckman(?: Coulter)?|Becton Dickinson|Bio-Rad|B[Ii][Aa]core|Illumina|Agilent|Bruker|Shimadzu|Sartorius|Eppendorf)\s$/;
/** The rest of a clone or plasmid (NK1.1, GK1.5, pMD2.G), which is none behind an antigen (the allele CD45.1); but for a full stop and the number of a reference before the next sentence. */
const DOTTED = /^\.[\dA-Z](?!\w)(?!\s+[A-Z](?![A-Z]))/;
/** A code that goes on with letters and a number: MDA-MB-231, MIA PaCa-2, MAR1-5A3, Rip1-Tag2. */
export const GOES_ON = /^(?:(?:-[A-Z]{1,3}| (?:[A-Z][a-z]){2})-|-\d[A-Z]|-Tag)\d/;
/** The rest of an institute's or product's name, which has capitals at its end: CIC bioGUNE; kinds of RNA and phosphoERK are written so, too. */
const INSTITUTE = /^ (?!phospho)[a-z]{3,}(?!\w*RNA)[A-Z]{3,}(?!\w)/;
/** A millionth of a unit: µl is no name of TRIM37. */
const MICRO = /^[\u00b5\u03bc][A-Za-z]$/;
/** An element behind the number of its isotope, with how many there are of it: (13)C(2). */
const ELEMENT = /^[CHNO]\(?\d/;
const ISOTOPE = /[([]\d{1,2}[)\]]$/;
/** A carbon atom by its number, what speaks of it around it, and a motif of cysteines: "the acyl groups at C-1 and C-2", acetylcarnitine (C2), C-X2-C. */
const CARBON = /^C-?\d\d?$/;
const OF_ATOMS =
  /(?<![\w-])(?:C-?\d\d? (?:and|or) $|carbons?|\w*carnitines?|positions?|bonds?|(?:acyl|alkyl|hydroxy|keto|methyl|oxo)(?:ated|l)?(?!\w))/;
const MOTIF = /^C-X\d$/;
/** What a sugar is bound to, "Galp-(1->3)"; NPY-(3-36) is a fragment. */
const GLYCOSIDIC = /^-\(\d(?:->|\u2192)/;
/** What is numbered by a letter and a number, before these: "Box C2", the medium Ham's F12. */
const NUMBERED =
  /(?:\b(?:box|chain|clones?|clusters?|columns?|fig(?:ure|s)?\.?|ham[’']?s|lanes?|linker|msigdb|panels?|plates?|rows?|tables?|wells?)\s|\bD?MEM\/)$/i;
const LETTER_AND_NUMBER = /^[A-Z]-?\d{1,2}$/;
const CLONE_BEFORE = /\b(?:clones?|strain) $/i;
/** Where brackets tell the clone of an antibody, a symbol is none either: P-selectin antibody (clone AK4). */
const CLONE_TOLD = /[(,;] ?clone:? $/i;
/** An antibody against something else, before its clone: anti-mouse CD45 (A20), anti-caspase 8 5F7. */
const ANTI_BEFORE = /\banti-(?:(?:mouse|human|rat) )?(?!mouse|human|rat)[\w./-]+(?: \d)? \(?$/i;
/** A rabbit's antibody in brackets behind what it stains: ER (SP1). */
const CLONE = /^SP\d$/;
const STAINED = /(?<![\w-])[A-Z][\w-]{1,15} \($/;
/** What begins a code: the number of a clone, 30-F11, or letters, PRO-C3, KN-B21 (a trial of the KEYNOTE programme). */
const NUMBER_BEFORE = /(?<![\w-])(?:\d\d\d?|KN|[A-Z]{3,}[a-z]{0,3})-$/;
/** A chain of an integrin, or a subunit, named alone: "Arg214 (β3)". */
const CHAIN_ALONE = /^(?:[\u0370-\u03ff]|alpha|beta)[-\u2010\u2011 ]?\d$/i;
/** A short name with a capital, and another or a digit behind it. */
const ALIAS = /^(?=.*[A-Z].*[A-Z\d])[\w\u0370-\u03ff-]{3,8}$/;

/** Whether letters with a number are the end of a code, XMU-MP-1, or begin one, NRG-BR002, or are sex and age (F 52), a cancer and its grades (RCC 1–4) or the line of its treatment (RCC 1L). */
export function isPartOfCode(dataset: Dataset, text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end);
  const isBehindHyphen = text[start - 1] === "-";
  // what a trial or a product is called after goes on: STIMULUS-MDS2, Kinavet-CA1
  if (isBehindHyphen && isBehindTitle(dataset.lexicon, text, start)) return true;
  if (text[end - 2] === " " && RANGE_AFTER.test(text.slice(end, end + 4)) && isCancer(dataset, written.slice(0, -2))) return true;
  if (text[end] === "-" && /[A-Z]$/.test(written) && CODE_AFTER.test(text.slice(end, end + 10))) return true;
  if (!isBehindHyphen) {
    // behind the p of a phosphate the protein's own number stands: p-4EBP1
    const isOneLetter = /^[^p][ -]\d/.test(written) && (written[1] === " " || written.length > 3);
    return isOneLetter || / \dL$/.test(written);
  }
  // a piece of a longer word: libcommons-math3-java, D-manno-oct-2-ulose
  if (text[end] === "-" && /^[a-z]+-?\d$/.test(written) && PIECE.test(text.slice(start - 4, end + 4))) return true;
  return /^[A-Z]{1,3}-\d{1,2}$/.test(written) && LETTERS_BEFORE.test(text.slice(Math.max(0, start - 6), start));
}
const RANGE_AFTER = /^ ?[-–—] ?\d/;
const isCancer = (dataset: Dataset, text: string): boolean =>
  dataset.lexicon.lookUp(text).some((name) => kindNamed(dataset, name) === "cancer");
const TITLE_BEFORE = /(?<![\w-])([A-Z]{6,})-$/;
const PRODUCT_BEFORE = /(?<![\w-])([A-Z][a-z]{5,})-$/;
/** Whether a word of English in capitals stands before the hyphen, though not all is in capitals there, or a word in no list with a capital. */
function isBehindTitle(lexicon: Lexicon, text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - AROUND), start);
  const [, product] = PRODUCT_BEFORE.exec(near) ?? [];
  // a brand of an animal's drug has that behind it while its approval is conditional: Laverdia-CA1
  if (product !== undefined && !PROTEIN_PREFIX.test(`${product.toLowerCase()}-`))
    return lexicon.isUnknown(product) || CONDITIONAL.test(text.slice(start, start + 4));
  const [, title] = TITLE_BEFORE.exec(near) ?? [];
  return title !== undefined && /[a-z]{3}/.test(near) && isOnlyWord(lexicon, title);
}
const CONDITIONAL = /^CA\d(?!\w)/;
const PIECE = /^[a-z]{3}-.*-[a-z]{3}$/;
const CODE_AFTER = /^-[A-Z]{2,4}-?\d{2,4}(?!\w)/;
const LETTERS_BEFORE = /(?<![\w-])[A-Z]{2,4}-$/;

/** Whether the name of a gene without a record is a part of a code, or the code of a cell line, a clone, an instrument, a patent, a regimen. */
export function isCodeOfOther(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const { start, end } = match;
  const [last, next] = [text[start - 1], text[end]];
  const written = writtenAt(text, match);
  const before = textBefore(text, match);
  const after = textAfter(text, match);
  const isSymbol = dataset.lexicon.type(name) === "symbol";
  if (end - start === 2 && MICRO.test(written)) return true;
  if ((last === ")" || last === "]") && ELEMENT.test(written) && ISOTOPE.test(before)) return true;
  if (end - start <= 4 && LETTER_AND_NUMBER.test(written) && (NUMBERED.test(before) || NUMBER_BEFORE.test(before))) return true;
  if (written[0] === "C" && CARBON.test(written) && (OF_ATOMS.test(before) || OF_ATOMS.test(after))) return true;
  if (next === "-" && (MOTIF.test(written) || GLYCOSIDIC.test(after))) return true;
  if (last === " " && (isSymbol ? CLONE_TOLD : CLONE_BEFORE).test(before)) return true;
  if (!isSymbol && /\d/.test(written) && ANTI_BEFORE.test(before) && !isNamedBefore(dataset, start, name, certain)) return true;
  if ((next === ")" || next === ",") && CLONE.test(written) && STAINED.test(before)) return true;
  // the number of a patent: EP 3 456 789
  if (next === " " && text[end - 2] === " " && /^ \d{3}(?!\d)/.test(after)) return true;
  if (next === "." && /\d$/.test(written) && DOTTED.test(after) && !written.startsWith("CD")) return true;
  if ((next === "-" || (next === " " && text[end + 5] === "-")) && GOES_ON.test(after)) return true;
  if (last === " " && MAKER.test(before)) return true;
  if (next === " " && INSTITUTE.test(after)) return true;
  if (isOfOtherBeing(text, written) || (!/[\w ]/.test(next ?? ".") && isTitle(dataset, written))) return true;
  if (/[A-Z]-\d$/.test(written) && isTrial(dataset, written, before, after)) return true;
  if (isInSeries(dataset, written, before, after) || isAmongAbbreviations(dataset, written, text, match)) return true;
  // letters that a hyphen numbers are no symbol any more, nor its range (CXCL9-11): Calu-1, RPE-1, HERIZON-BTC-01
  if (isSymbol) return next === "-" && /\D$/.test(written) && /^-\d(?!p\b)/.test(after);
  if (CHAIN_ALONE.test(written)) return true;
  return ALIAS.test(written) && (isExplanation(dataset, text, match, name, certain) || isAmongCodes(dataset, before, after));
}

/** Genes of worms are written mig-6, those of flies Dcp-1; people have others by these names. */
const OF_WORM = /^[a-z]{3,4}-\d{1,2}$/;
const OF_FLY = /^[A-Z][a-z]{2}-?\d{1,2}$/;
const isOfOtherBeing = (text: string, written: string): boolean =>
  (OF_WORM.test(written) && /\b(?:elegans|worms?|nematodes?|UNC-\d)\b/i.test(text)) ||
  (OF_FLY.test(written) && /\b(?:Drosophila|(?<!on the )fl(?:y|ies))\b/i.test(text));

/** Whether a word is an ordinary one and no name. */
const isOnlyWord = (lexicon: Lexicon, word: string): boolean => lexicon.isWord(word) && !lexicon.isName(word);

/** Whether capitals with a number are an ordinary word, as trials are called in lists: TOPAZ-1, KEYNOTE-966. */
const isTitle = ({ lexicon }: Dataset, written: string): boolean => {
  const [, title] = /^([A-Z]{5,})-\d$/.exec(written) ?? [];
  return title !== undefined && isOnlyWord(lexicon, title);
};

/** Whether a word of English in capitals, with a number that the gene's symbol has no hyphen before, stands beside what is said of trials: PEAK-1. */
function isTrial({ lexicon }: Dataset, written: string, before: string, after: string): boolean {
  const [, title] = /^([A-Z]{4,})-\d$/.exec(written) ?? [];
  if (title === undefined || !lexicon.isWord(title.toLowerCase())) return false;
  return TRIAL_AFTER.test(after) || TRIAL_BEFORE.test(before) || (after.startsWith(",") && /\bIn $/.test(before));
}
const TRIAL_AFTER = /^(?:,? (?:\((?:NCT|n ?=)|(?:phase|study|trial|part|randomi[sz]ed|enrolled|enrolment|met its|showed|did not meet)\b))/;
const TRIAL_BEFORE = /\b(?:phase [\dI]+[ab]?|trials?|study|in the) $/i;
