/** What is spelled as a name and is something else: a person, an instrument, a cell line among others, a part of a longer code. */
import type { Dataset } from "../dataset/dataset";
import { isOfRecord, isProtein, kindNamed } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { isOpenQuotation, LONGEST_QUOTED } from "../dataset/shapes";
import { PROTEIN_PREFIX } from "./affixes";
import { isSomethingElse } from "./homonyms";
import {
  AROUND,
  isAmongAbbreviations,
  isAmongCodes,
  isAmongRegimens,
  isExplanation,
  isInSeries,
  isNamedBefore,
  isNumberedLetter,
} from "./neighbours";
import { isPerson } from "./persons";

// all that names are made of: the classes of Unicode would take milliseconds of a start to compile
/** Makers of instruments, before a model: Leica SP8, Zeiss LSM. */
const MAKER =
  /\b(?:Zeiss|Leica|Nikon|Olympus|Beckman(?: Coulter)?|Becton Dickinson|Bio-Rad|B[Ii][Aa]core|Illumina|Agilent|Bruker|Shimadzu|Sartorius|Eppendorf)\s$/;
/** A recombinase, before what it is fused to: Cre-ERT2. */
const RECOMBINASE = /(?:Cre|Flp|Dre)-$/;
/** Rituximab in the name of a regimen: R-DHAP. */
const WITH_RITUXIMAB = /(?<![\w-])R-$/;
/** The number of a code, NVP-2; one that is no protein's, NCT-504, and no residue's or isoform's either, PAI-039. */
const OF_DRUG = /^-\d+(?![\w-])/;
const CODED = /^-\d{3,}(?!\w)/;
const NUMBER_BEHIND = /^-0\d+(?!\w)/;
/** A strategy's or cancer's abbreviation with a number of two digits is a product: the detergent NP-40, the dose calibrator CRC-55tR. */
const PRODUCT = /^-\d\d/;
/** A receptor of adrenaline: β2-AR, β(2)-AR, beta2-AR. */
const ADRENERGIC = /(?:[\u03b1\u03b2]|alpha|beta)\(?\d?[A-D]?\)?-$/;
/** The rest of a clone or plasmid (NK1.1, GK1.5, pMD2.G), which is none behind an antigen (the allele CD45.1); but for a full stop and the number of a reference before the next sentence. */
const DOTTED = /^\.[\dA-Z](?!\w)(?!\s+[A-Z](?![A-Z]))/;
/** A code that goes on with letters and a number: MDA-MB-231, MIA PaCa-2, MAR1-5A3, Rip1-Tag2. */
const GOES_ON = /^(?:(?:-[A-Z]{1,3}| (?:[A-Z][a-z]){2})-|-\d[A-Z]|-Tag)\d/;
/** A millionth of a unit: µl is no name of TRIM37. */
const MICRO = /^[\u00b5\u03bc][A-Za-z]$/;
const SECONDS = /^\d+[\u00b5\u03bc]$/;
/** Per minute; the other units that are written so are no names. */
const PER_MINUTE = /^min[-\u2010-\u2013\u2212]1$/;
/** How a company is called that is no word, before what form it has: AstraZeneca PLC. */
const COMPANY = /(?<![\w-])([A-Z][A-Za-z]*[a-z]) $/;
/** An element behind the number of its isotope, with how many there are of it: (13)C(2). */
const ELEMENT = /^[CHNO]\(?\d/;
const ISOTOPE = /[([]\d{1,2}[)\]]$/;
/** The number of an atom. */
const LOCANT = /(?<![\w-])\d{1,2}-$/;
/** What is transcribed the other way round: TP73-AS1, LOXL1-AS. */
const ANTISENSE = /^-AS\d?(?!\w)/;
/** What is sequenced so is a method's name: CLIC-seq, PhIP-Seq, CEL-seq2. */
const SEQUENCING = /^-[Ss]eq\d?(?!\w)/;
/** A name with a number below zero, or with its number behind a space, and a list's item that has a value with decimals: "TGFb 3.3, JAK-STAT -1". */
const VALUE = /^[A-Za-z\d]+ [-\u2212]\d$/;
const ITEM_WITH_VALUE = /(?:^|[,;:] )[A-Za-z][\w-]{1,15} [-\u2212]?\d\.\d+(?=[,;.]?(?:\s|$))/;
/** A month, cut short, and a day, a year or another month before it or behind it: "2004 Jun 3;350", "03-Jun-24", "May, Jun". */
const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const MONTH = new RegExp(`^(?:${MONTHS})$`, "i");
const DAY_BEFORE = new RegExp(`(?<![\\w-])(?:(?:0?[1-9]|[12]\\d|3[01]|(?:19|20)\\d\\d)(?:[ -]|\\. )|(?:${MONTHS})\\W{1,3})$`, "i");
const DAY_AFTER = new RegExp(
  `^(?:[.,]? (?:\\d{1,2}(?![\\w-]|\\.\\d)|(?:19|20)\\d\\d(?!\\w))|;\\d|-(?:\\d\\d){1,2}(?!\\w)|\\W{1,3}(?:${MONTHS})(?!\\w))`,
  "i",
);
/** An amount or a way to take it, before what is said of the day: "4 mg/kg BID" is twice a day. */
const AMOUNT = /(?:\d|\/\w{1,3}|\b(?:m?g|[mµ]cg|[uµμ]g|ml|IU|units?|(?:tab(?:let)?|cap(?:sule)?)s?|po|iv|sc))\s$/i;
/** What stands around a set of patients that were analysed: "in the FAS, which comprised". */
const THE_SET = /\b[Tt]he $/;
const SET_AFTER = /^(?:[,.;:)]|$| (?:\([nN]\b|and|at|compris|consist|includ|of|population|was|were))/;
/** What a formula is written behind, or a double bond: "has formula CHO2", R'N=CR2. */
const FORMULA_BEFORE = /\bformula $|N=$/;
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
/** An antibody against something else, before its clone: anti-mouse CD45 (A20), anti-caspase 8 5F7. */
const ANTI_BEFORE = /\banti-(?:(?:mouse|human|rat) )?(?!mouse|human|rat)[\w./-]+(?: \d)? \(?$/i;
/** A rabbit's antibody in brackets behind what it stains: ER (SP1). */
const CLONE = /^SP\d$/;
const STAINED = /(?<![\w-])[A-Z][\w-]{1,15} \($/;
/** What begins a code: the number of a clone, 30-F11, or letters, PRO-C3, KN-B21 (a trial of the KEYNOTE programme). */
const NUMBER_BEFORE = /(?<![\w-])(?:\d\d\d?|KN|[A-Z]{3,}[a-z]{0,3})-$/;
/** What words are cut short to in the names of variables. */
const SHORT_WORD = /^[A-Z]?[a-z]{2,5}$/;
/** What makes another substance of an acid: "caffeic acid phenethyl ester". */
const ESTER = /^ [a-z]+yl esters?\b/;
/** A word in small letters with an argument, or a changed chromosome, der(1); a name has brackets elsewhere: "integrin alpha(v)". */
const CALL = /^(?:[a-z]{4,}\([A-Za-z]+|[a-z]{3}\(\d+)\)$/;
/** A band of a chromosome, and what stands before it: "t(4;14)(p16;q32)", "inv(2)(p21p23)". */
const BAND = /^[pq]\d\d$/;
const BAND_BEFORE = /[\dXY?]\)\([pq\d.;?]*$/;
/** The rest of an accession number. */
const ACCESSION = /^_\d{4}/;
/** A chain of an integrin, or a subunit, named alone: "Arg214 (β3)". */
const CHAIN_ALONE = /^(?:[\u0370-\u03ff]|alpha|beta)[-\u2010\u2011 ]?\d$/i;
/** A short name with a capital, and another or a digit behind it. */
const ALIAS = /^(?=.*[A-Z].*[A-Z\d])[\w\u0370-\u03ff-]{3,8}$/;
/**
 * Whether the text around a name says that it is none, whatever the rest of the sentence speaks of.
 * @param name the reading in question
 * @param certain names of the passage that need no support, in order
 */
export function isLookalike(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const entity = dataset.lexicon.entity(name);
  const kind = dataset.kind(entity);
  const hasRecord = isOfRecord(dataset, name);
  const isCode = kind === "strategy" || kind === "cancer" ? PRODUCT : hasRecord ? NUMBER_BEHIND : isDrugKind(kind) ? OF_DRUG : CODED;
  if (isNumberOrCode(dataset, text, match, isCode, certain)) return true;
  if (isSomethingElse(dataset, text, match, name)) return true;
  if (isDrugKind(kind)) return isNoDrug(dataset, text, match, name, certain);
  if (!isProteinKind(kind)) return false;
  if (isNoProtein(dataset, text, match, name) || isProduct(text, match, certain)) return true;
  if (hasRecord) return false;
  if (isAmongRegimens(dataset, writtenAt(text, match), text, match)) return true;
  return isPartOfCode(dataset, text, match) || (kind !== "known-family" && isCodeOfOther(dataset, text, match, name, certain));
}

// all these are asked of every name: single characters first
const writtenAt = (text: string, { start, end }: Found): string => text.slice(start, end);
type Span = Pick<Found, "start" | "end">;
const textBefore = (text: string, { start }: Span): string => text.slice(Math.max(0, start - AROUND), start);
const textAfter = (text: string, { end }: Span): string => text.slice(end, end + AROUND);

/**
 * Whether what is spelled like any name is a residue, a label, a number that something else has, an amount of money, a variable or a call.
 * @param isCode what makes a code of letters before it
 */
function isNumberOrCode(dataset: Dataset, text: string, match: Found, isCode: RegExp, certain: readonly Found[]): boolean {
  const { start, end } = match;
  const last = text[start - 1];
  const next = text[end];
  const written = writtenAt(text, match);
  if (end - start < LONGEST_NUMBERED && /^[A-Z]\d{1,4}$/.test(written) && isNumberedLetter(dataset, text, match, certain)) return true;
  if (next === "_" && ACCESSION.test(textAfter(text, match))) return true;
  // a journal before its year and volume: CCR 2018;24
  if (next === " " && VOLUME.test(textAfter(text, match))) return true;
  // a number of microseconds, whose unit looks like a plural: 4µs
  if (next === "s" && SECONDS.test(written)) return true;
  // a part of a variable's name that is short for a word: chrom_start, Frame_Shift_Ins
  if ((next === "_" || last === "_") && isCode !== NUMBER_BEHIND && SHORT_WORD.test(written)) return true;
  // a call of a function, whose argument is no subscript: matrix(x)
  if (text[end - 1] === ")" && CALL.test(written)) return true;
  // the end of a strand: 5'-TGACTCA-3'
  if (/-[35]$/.test(written) && (next === "′" || isPrime(text, end))) return true;
  // an amount of money, what is traded, a variable: $4.1B, $MET
  if ((last === "$" && next !== "$") || last === "€") return true;
  // the code of a company whose letters abbreviate a strategy, too: ICI 118,630
  if (isCode === PRODUCT && next === " " && /^ \d{2,3},?\d{3}(?!\w)/.test(textAfter(text, match))) return true;
  return next === "-" && /^[A-Z]{2,5}$/.test(written) && isCode.test(textAfter(text, match));
}

const VOLUME = /^ (?:19|20)\d\d;\d/;

/** Whether a prime that is typed as an apostrophe stands at an offset: no possessive s behind it, and no quotation that it ends. */
const isPrime = (text: string, at: number): boolean =>
  /^['’](?!s)/.test(text.slice(at, at + 2)) && !isOpenQuotation(text.slice(Math.max(0, at - LONGEST_QUOTED), at));

/** A letter with a number is a short name; longer ones need not be looked at. */
const LONGEST_NUMBERED = 6;

/** Whether the name of a drug goes on as that of another, or its abbreviation is a family of receptors, or a part of a regimen's name or a code. */
function isNoDrug(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const { lexicon } = dataset;
  const last = text[match.start - 1];
  const next = text[match.end];
  if (next === " " && text[match.end - 1] === "d" && ESTER.test(textAfter(text, match))) return true;
  const written = writtenAt(text, match);
  if (lexicon.type(name) === "abbreviation") {
    if (isPerson(dataset, text, match, name)) return true;
    // capitals with a hyphen that the abbreviation lacks are others: P-TX is no PTX
    if (/^[A-Z]+-[A-Z]+$/.test(written) && /^[A-Z]+$/.test(lexicon.name(name))) return true;
    if (last === " " && METHOD_BEFORE.test(textBefore(text, match))) return true;
  }
  if (!/^[A-Z]{3,5}$/.test(written)) return false;
  // one end of a peptide: CTX-I is that of collagen
  if (next === "-" && NUMERAL.test(textAfter(text, match))) return true;
  // the locant of another substance: 7-DHC
  if (last === "-" && LOCANT.test(textBefore(text, match))) return true;
  // a family of kinases among others: TAM/VEGFR/MET
  const isBeforeProtein = () => certain.some((other) => other.start === match.end + 1 && isProtein(dataset, other.names[0]!));
  if (next === "/" && lexicon.context(name) === "drug" && isBeforeProtein()) return true;
  if (isOfRecord(dataset, name)) return false;
  return (last === "-" && WITH_RITUXIMAB.test(textBefore(text, match))) || (next === "-" && GOES_ON.test(textAfter(text, match)));
}

const NUMERAL = /^-I{1,3}(?!\w)/;

/** What is found out by it is no drug: "confirmed by DSF". */
export const METHOD_BEFORE =
  /\b(?:assessed|confirmed|determined|evaluated|measured|monitored|quantified|screened|tested) (?:by|using|via) (?:the |an? |nano)?$/;

/** Whether what is spelled like a protein is a month, a person, a formula, how often something is taken, a range, a microRNA or a fusion. */
function isNoProtein(dataset: Dataset, text: string, match: Found, name: number): boolean {
  const { lexicon } = dataset;
  const { start, end } = match;
  const last = text[start - 1];
  const written = writtenAt(text, match);
  if (end - start === 3 && BAND.test(written) && BAND_BEFORE.test(textBefore(text, match))) return true;
  // the haemoglobin of adults, of which the gene makes one chain
  if (written[0] === "H" && /^HbA\d$/.test(written)) return true;
  const isMonth = end - start <= 4 && MONTH.test(written);
  if (isMonth && (DAY_BEFORE.test(textBefore(text, match)) || DAY_AFTER.test(textAfter(text, match)))) return true;
  if (text[end] === "-" && (ANTISENSE.test(textAfter(text, match)) || SEQUENCING.test(textAfter(text, match)))) return true;
  if (VALUE.test(written) && ITEM_WITH_VALUE.test(text)) return true;
  if (last === "-" && written === "AR" && ADRENERGIC.test(textBefore(text, match))) return true;
  if (isPerson(dataset, text, match, name)) return true;
  if (((last === " " && text[start - 2] === "a") || last === "=") && FORMULA_BEFORE.test(textBefore(text, match))) return true;
  // a small i is an inhibitor: CDK4i is no CDK4I
  if (/[A-Z\d]i$/.test(written) && lexicon.name(name).endsWith("I")) return true;
  if (written === "BID" && AMOUNT.test(textBefore(text, match))) return true;
  if (written[0] === "m" && PER_MINUTE.test(written)) return true;
  if (written === "PLC" && last === " " && isCompany(lexicon, textBefore(text, match))) return true;
  if (written === "FAS" && THE_SET.test(textBefore(text, match)) && SET_AFTER.test(textAfter(text, match))) return true;
  if (written[0] === "m" && /^mi[rR]-?\d/.test(written) && isNoMicroRna(dataset, lexicon.entity(name))) return true;
  return last === "-" && lexicon.type(name) !== "symbol" && RECOMBINASE.test(textBefore(text, match));
}

/** Whether a text ends in the name of a company: with a capital, no word, and no name on the lists. */
function isCompany(lexicon: Dataset["lexicon"], before: string): boolean {
  const [, company] = COMPANY.exec(before) ?? [];
  return company !== undefined && !lexicon.isWord(company.toLowerCase()) && lexicon.lookUp(company).length === 0;
}

/** Whether a name is a part of a product's, which has capitals inside: Nano-Glo, Tissue-Tek; Bcr-Abl are two genes, Phospho-Akt is one. */
function isProduct(text: string, match: Found, certain: readonly Found[]): boolean {
  const written = writtenAt(text, match);
  if (/[a-z]-?[A-Z]$/.test(written) && /^[a-z]{2}/.test(text.slice(match.end, match.end + 2))) return true;
  return (
    text[match.start - 1] === "-" &&
    /^[A-Z][a-z]+$/.test(written) &&
    /(?<![\w-])[A-Z][a-z]{3,}-$/.test(textBefore(text, match)) &&
    !PROTEIN_PREFIX.test(textBefore(text, match).toLowerCase()) &&
    !certain.some(({ end }) => end === match.start - 1)
  );
}

/** Whether a gene is none of a microRNA: what is written like one may be another's alias. */
const isNoMicroRna = (dataset: Dataset, entity: number): boolean =>
  dataset.kind(entity) === "known-gene" && !dataset.preferredName(entity).startsWith("MIR");

/** Whether letters with a number are the end of a code, XMU-MP-1, or begin one, NRG-BR002, or are sex and age (F 52), a cancer and its grades (RCC 1–4) or the line of its treatment (RCC 1L). */
const isPartOfCode = (dataset: Dataset, text: string, { start, end }: Span): boolean =>
  // what a trial or a product is called after goes on: STIMULUS-MDS2, Kinavet-CA1
  (text[start - 1] === "-" && isBehindTitle(dataset.lexicon, text, start)) ||
  (text[end - 2] === " " && RANGE_AFTER.test(text.slice(end, end + 4)) && isCancer(dataset, text.slice(start, end - 2))) ||
  (text[end] === "-" && /[A-Z]/.test(text[end - 1]!) && CODE_AFTER.test(text.slice(end, end + 10))) ||
  // a piece of a longer word: libcommons-math3-java, D-manno-oct-2-ulose
  (text[start - 1] === "-" &&
    text[end] === "-" &&
    /^[a-z]+-?\d$/.test(text.slice(start, end)) &&
    PIECE.test(text.slice(start - 4, end + 4))) ||
  (text[start - 1] === "-"
    ? /^[A-Z]{1,3}-\d{1,2}$/.test(text.slice(start, end)) && LETTERS_BEFORE.test(text.slice(Math.max(0, start - 6), start))
    : // behind the p of a phosphate the protein's own number stands: p-4EBP1
      (text[start] !== "p" &&
        /[ -]/.test(text[start + 1]!) &&
        /\d/.test(text[start + 2]!) &&
        (text[start + 1] === " " || end - start > 3)) ||
      (text[end - 1] === "L" && / \dL$/.test(text.slice(start, end))));
const RANGE_AFTER = /^ ?[-–—] ?\d/;
const isCancer = (dataset: Dataset, text: string): boolean =>
  dataset.lexicon.lookUp(text).some((name) => kindNamed(dataset, name) === "cancer");
const TITLE_BEFORE = /(?<![\w-])([A-Z]{6,})-$/;
const PRODUCT_BEFORE = /(?<![\w-])([A-Z][a-z]{5,})-$/;
/** Whether a word of English in capitals stands before the hyphen, though not all is in capitals there, or a word in no list with a capital. */
function isBehindTitle(lexicon: Dataset["lexicon"], text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - AROUND), start);
  const [, product] = PRODUCT_BEFORE.exec(near) ?? [];
  if (product !== undefined && !PROTEIN_PREFIX.test(`${product.toLowerCase()}-`))
    return !lexicon.isWord(product.toLowerCase()) && lexicon.lookUp(product).length === 0;
  const [, title] = TITLE_BEFORE.exec(near) ?? [];
  return title !== undefined && /[a-z]{3}/.test(near) && lexicon.isWord(title.toLowerCase()) && lexicon.lookUp(title).length === 0;
}
const PIECE = /^[a-z]{3}-.*-[a-z]{3}$/;
const CODE_AFTER = /^-[A-Z]{2,4}\d{2,4}(?!\w)/;
const LETTERS_BEFORE = /(?<![\w-])[A-Z]{2,4}-$/;

/** Whether the name of a gene without a record is a part of a code, or the code of a cell line, a clone, an instrument, a patent, a regimen. */
function isCodeOfOther(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
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
  if (!isSymbol && last === " " && CLONE_BEFORE.test(before)) return true;
  if (!isSymbol && /\d/.test(written) && ANTI_BEFORE.test(before) && !isNamedBefore(dataset, start, name, certain)) return true;
  if ((next === ")" || next === ",") && CLONE.test(written) && STAINED.test(before)) return true;
  // the number of a patent: EP 3 456 789
  if (next === " " && text[end - 2] === " " && /^ \d{3}(?!\d)/.test(after)) return true;
  if (next === "." && /\d$/.test(written) && DOTTED.test(after) && !written.startsWith("CD")) return true;
  if ((next === "-" || (next === " " && text[end + 5] === "-")) && GOES_ON.test(after)) return true;
  if (last === " " && MAKER.test(before)) return true;
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

/** Whether capitals with a number are an ordinary word, as trials are called in lists: TOPAZ-1, KEYNOTE-966. */
const isTitle = ({ lexicon }: Dataset, written: string): boolean => {
  const [, title] = /^([A-Z]{5,})-\d$/.exec(written) ?? [];
  return title !== undefined && lexicon.isWord(title.toLowerCase()) && lexicon.lookUp(title).length === 0;
};

/** Whether a word of English in capitals, with a number that the gene's symbol has no hyphen before, stands beside what is said of trials: PEAK-1. */
function isTrial({ lexicon }: Dataset, written: string, before: string, after: string): boolean {
  const [, title] = /^([A-Z]{4,})-\d$/.exec(written) ?? [];
  if (title === undefined || !lexicon.isWord(title.toLowerCase())) return false;
  return TRIAL_AFTER.test(after) || TRIAL_BEFORE.test(before) || (after.startsWith(",") && /\bIn $/.test(before));
}
const TRIAL_AFTER = /^(?:,? (?:\((?:NCT|n ?=)|(?:phase|study|trial|part|randomi[sz]ed|enrolled|enrolment|met its|showed|did not meet)\b))/;
const TRIAL_BEFORE = /\b(?:phase [\dI]+[ab]?|trials?|study|in the) $/i;
