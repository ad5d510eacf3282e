/** What is spelled as a name and is something else: a person, an instrument, a cell line among others, a part of a longer code. */
import type { Dataset } from "../dataset/dataset";
import { isOfRecord, isProtein } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { isOpenQuotation, LONGEST_QUOTED } from "../dataset/shapes";
import { PROTEIN_PREFIX } from "./affixes";
import { MONTHS } from "./headings";
import { isSomethingElse } from "./homonyms";
import { isAmongRegimens, isNumberedLetter } from "./neighbours";
import { GOES_ON, isCodeOfOther, isPartOfCode } from "./otherCodes";
import { isPerson } from "./persons";
import { textAfter, textBefore, writtenAt } from "./spans";

// all that names are made of: the classes of Unicode would take milliseconds of a start to compile
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
const SECONDS = /^\d+[\u00b5\u03bc]$/;
/** Per minute; the other units that are written so are no names. */
const PER_MINUTE = /^min[-\u2010-\u2013\u2212]1$/;
/** How a company is called that is no word, before what form it has: AstraZeneca PLC. */
const COMPANY = /(?<![\w-])([A-Z][A-Za-z]*[a-z]) $/;
/** The number of an atom, or the sugar of a nucleotide: Ara-CMP. */
const LOCANT = /(?<![\w-])(?:\d{1,2}|[Aa]ra)-$/;
/** What is transcribed the other way round: TP73-AS1, LOXL1-AS. */
const ANTISENSE = /^-AS\d?(?!\w)/;
/** What is sequenced so is a method's name: CLIC-seq, PhIP-Seq, CEL-seq2. */
const SEQUENCING = /^-[Ss]eq\d?(?!\w)/;
/** A name with a number below zero, or with its number behind a space, and a list's item that has a value with decimals: "TGFb 3.3, JAK-STAT -1". */
const VALUE = /^[A-Za-z\d]+ [-\u2212]\d$/;
const ITEM_WITH_VALUE = /(?:^|[,;:] )[A-Za-z][\w-]{1,15} [-\u2212]?\d\.\d+(?=[,;.]?(?:\s|$))/;
/** A month, cut short, and a day, a year or another month before it or behind it: "2004 Jun 3;350", "03-Jun-24", "May, Jun". */
const MONTH = new RegExp(`^(?:${MONTHS})$`, "i");
const DAY_BEFORE = new RegExp(`(?<![\\w-])(?:(?:0?[1-9]|[12]\\d|3[01]|(?:19|20)\\d\\d)(?:[ -]|\\. )|(?:${MONTHS})\\W{1,3})$`, "i");
const DAY_AFTER = new RegExp(
  `^(?:[.,]? (?:\\d{1,2}(?![\\w-]|\\.\\d)|(?:19|20)\\d\\d(?!\\w))|;\\d|-(?:\\d\\d){1,2}(?!\\w)|\\W{1,3}(?:${MONTHS})(?!\\w))`,
  "i",
);
/** A month of a year, which is no code: "Apr 2020". */
const MONTH_OF_YEAR = new RegExp(`^(?:${MONTHS})[ -](?:19|20)\\d\\d$`, "i");
export const isMonthOfYear = (written: string): boolean => MONTH_OF_YEAR.test(written);
/** An amount or a way to take it, before what is said of the day: "4 mg/kg BID" is twice a day. */
const AMOUNT = /(?:\d|\/\w{1,3}|\b(?:m?g|[mµ]cg|[uµμ]g|ml|IU|units?|(?:tab(?:let)?|cap(?:sule)?)s?|po|iv|sc))\s$/i;
/** What stands around a set of patients that were analysed: "in the FAS, which comprised". */
const THE_SET = /\b[Tt]he $/;
const SET_AFTER = /^(?:[,.;:)]|$| (?:\([nN]\b|and|at|compris|consist|includ|of|population|was|were))/;
/** What a formula is written behind, or a double bond: "has formula CHO2", R'N=CR2. */
const FORMULA_BEFORE = /\bformula $|N=$/;
/** What words are cut short to in the names of variables. */
const SHORT_WORD = /^[A-Z]?[a-z]{2,5}$/;
/** What makes another substance of an acid: "caffeic acid phenethyl ester". */
const ESTER = /^ [a-z]+yl esters?\b/;
/** What makes a polymer of a substance, with the mirror image it is made of, poly-L-lysine; drugs on record are bound to one: poly-doxorubicin. */
const POLYMER = /(?<!\w)[Pp]oly-(?:\S\S?-)?$/;
/** A word in small letters with an argument, or a changed chromosome, der(1); a name has brackets elsewhere: "integrin alpha(v)". */
const CALL = /^(?:[a-z]{4,}\([A-Za-z]+|[a-z]{3}\(\d+)\)$/;
/** A band of a chromosome, and what stands before it: "t(4;14)(p16;q32)", "inv(2)(p21p23)". */
const BAND = /^[pq]\d\d$/;
const BAND_BEFORE = /[\dXY?]\)\([pq\d.;?]*$/;
/** The rest of an accession number. */
const ACCESSION = /^_\d{4}/;
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
  if (end - start > 7 && end - start < 10 && isMonthOfYear(written)) return true;
  if (next === "_" && (ACCESSION.test(textAfter(text, match)) || isWithDot(dataset, written, textAfter(text, match)))) return true;
  // numbers of what an abbreviation counts: visits TDM 1–5
  if (RANGE.test(textAfter(text, match)) && isCounted(dataset, written, textAfter(text, match))) return true;
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

/** Whether the dot of a longer name is written as variables have it: NAV1_7. */
function isWithDot({ lexicon }: Dataset, written: string, after: string): boolean {
  const [, number] = /^_(\d{1,2})(?![A-Za-z\d])/.exec(after) ?? [];
  return number !== undefined && /\d$/.test(written) && lexicon.isName(`${written}.${number}`);
}

/** Whether a number behind a space begins a range at whose end no name stands. */
function isCounted({ lexicon }: Dataset, written: string, after: string): boolean {
  const [, stem, first] = /^(.+ )(\d{1,2})$/.exec(written) ?? [];
  const last = RANGE.exec(after)![1]!;
  return stem !== undefined && Number(first) < Number(last) && !lexicon.isName(stem + last);
}
const RANGE = /^[-\u2010-\u2013](\d{1,2})(?!\w|-|\.\d)/;

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
  if (last === "-" && !isOfRecord(dataset, name) && POLYMER.test(textBefore(text, match))) return true;
  const written = writtenAt(text, match);
  if (lexicon.type(name) === "abbreviation") {
    if (isPerson(dataset, text, match, name)) return true;
    // capitals with a hyphen that the abbreviation lacks are others: P-TX is no PTX
    if (/^[A-Z]+-[A-Z]+$/.test(written) && /^[A-Z]+$/.test(lexicon.name(name))) return true;
    if (last === " " && METHOD_BEFORE.test(textBefore(text, match))) return true;
    if (last === "-" && WITH_RITUXIMAB.test(textBefore(text, match))) return true;
  }
  if (!/^[A-Z]{3,5}$/.test(written)) return false;
  // one end of a peptide: CTX-I is that of collagen
  if (next === "-" && NUMERAL.test(textAfter(text, match))) return true;
  // what begins another substance: 7-DHC, Ara-CMP
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
  return company !== undefined && lexicon.isUnknown(company);
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
