/** What is spelled as a name and is something else: a person, an instrument, a cell line among others, a part of a longer code. */
import type { Dataset } from "../dataset/dataset";
import type { Context } from "../dataset/lexicon";
import { isDrugKind, isProteinKind } from "../dataset/records";
import type { Found } from "../dataset/scan";

/** A word that may be a surname: "Notch", not "NOTCH1". */
const SURNAME = /^\p{Lu}\p{Ll}{2,}$/u;
/** What stands before a surname: a title, with a first name or without, or an initial. */
const TITLED =
  /(?:(?<!\p{L})(?:Drs?|Profs?|Professor|Mr|Mrs|Ms|Herr|Herrn|Frau)\.?\s(?:\p{Lu}[\p{Ll}.]*\s)?|(?<![\p{L}\p{N}])\p{Lu}\.\s)$/u;
/** What a line begins with that lists people, in minutes and mails. */
const PEOPLE =
  /^\W{0,4}(?:present|attend(?:ees|ing)|participants|apologies|absent|from|to|b?cc|presenter|speakers?|chair|minutes(?: by)?|anwesend|teilnehmer)\W{0,4}:/iu;
/** Makers of instruments, before a model: Leica SP8, Zeiss LSM. */
const MAKER =
  /\b(?:Zeiss|Leica|Nikon|Olympus|Beckman(?: Coulter)?|Becton Dickinson|Bio-Rad|Biacore|Illumina|Agilent|Bruker|Shimadzu|Sartorius|Eppendorf)\s$/;
/** A recombinase, before what it is fused to: Cre-ERT2. */
const RECOMBINASE = /(?:Cre|Flp|Dre)-$/;
/** Rituximab in the name of a regimen: R-DHAP. */
const WITH_RITUXIMAB = /(?<![\p{L}\p{N}-])R-$/u;
/** The rest of a clone or plasmid: NK1.1, GK1.5, pMD2.G; but for a full stop and the number of a reference. */
const DOTTED = /^\.[\dA-Z](?![\p{L}\p{N}])(?!\s+\p{Lu})/u;
/** A code that goes on with letters and a number: MDA-MB-231. */
const GOES_ON = /^-\p{Lu}{1,3}-\d/u;
/** A code in a list, before and after. */
const CODE_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}.-]{1,14})(?:\s\([^()]{1,16}\))?,\s$/u;
const CODE_AFTER = /^(?:\s\([^()]{1,16}\))?,\s(\p{Lu}[\p{L}\p{N}.-]{1,14})/u;
/** A quantity that was measured: "DC50 8 nM". */
const MEASURED = /^\s?[=<>~≈]?\s?\d[\d.,]{0,6}\s?(?:[npµμm]M|%)/u;
/** A chain of an integrin, or a subunit, named alone: "Arg214 (β3)". */
const CHAIN_ALONE = /^\p{Script=Greek}[-\u2010\u2011 ]?\d$/u;
/** How far around a name these look, in UTF-16 units. */
const AROUND = 40;

/**
 * Whether the text around a name says that it is none, whatever the rest of the sentence speaks of.
 * @param name the reading in question
 * @param certain names of the passage that need no support, in order
 */
export function isLookalike(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const { lexicon } = dataset;
  const { start, end } = match;
  const entity = lexicon.entity(name);
  const kind = dataset.kind(entity);
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AROUND), start);
  if (isDrugKind(kind)) return !dataset.hasRecord(entity) && /^[A-Z]{3,5}$/.test(written) && WITH_RITUXIMAB.test(before);
  if (!isProteinKind(kind)) return false;
  if (SURNAME.test(written) && (TITLED.test(before) || PEOPLE.test(text.slice(0, AROUND)))) return true;
  const type = lexicon.type(name);
  const isAlias = type !== "symbol" && /^[\p{L}\p{N}-]{3,8}$/u.test(written) && /\p{Lu}.*[\p{Lu}\d]/u.test(written);
  if (type !== "symbol" && before.endsWith("-") && RECOMBINASE.test(before)) return true;
  if (dataset.hasRecord(entity) || kind === "known-family") return false;
  const after = text.slice(end, end + AROUND);
  if (/\d$/.test(written) && DOTTED.test(after)) return true;
  if (CHAIN_ALONE.test(written) || (isAlias && MEASURED.test(after))) return true;
  if (GOES_ON.test(after) || MAKER.test(before)) return true;
  // letters that a hyphen numbers are no symbol any more, nor its range (CXCL9-11): Calu-1, RPE-1, HERIZON-BTC-01
  if (type === "symbol" && /\D$/.test(written) && /^-\d/.test(after)) return true;
  return isAlias && (isExplanation(dataset, text, match, entity, certain) || isAmongCodes(dataset, before, after));
}

/** Whether an alias stands alone in the brackets behind another gene: CDH1 (HDGC) names its disease. */
const isExplanation = (dataset: Dataset, text: string, { start, end }: Found, entity: number, certain: readonly Found[]): boolean =>
  text[start - 1] === "(" &&
  text[end] === ")" &&
  certain.some((other) => {
    const of = dataset.lexicon.entity(other.names[0]!);
    return other.end === start - 2 && of !== entity && isProteinKind(dataset.kind(of));
  });

/** Whether an alias stands between codes that are no names: cell lines are listed so. */
function isAmongCodes({ lexicon }: Dataset, before: string, after: string): boolean {
  const codes = [CODE_BEFORE.exec(before)?.[1], CODE_AFTER.exec(after)?.[1]];
  return codes.every((code) => code !== undefined && /\d/.test(code) && lexicon.lookUp(code).length === 0);
}

/**
 * What must speak for a name as it is written. The alias of a gene without a record that is parted from its number otherwise than
 * HGNC has it may be anything that is counted: "ARM 1", "Oct 4", B-27 supplement; but for leucocyte antigens (CD-31).
 */
export function supportFor(dataset: Dataset, written: string, name: number): Context {
  const { lexicon } = dataset;
  const context = lexicon.context(name);
  const parted = context === "none" ? /^(?!CD-)\p{L}+([ \u00a0-])\d/u.exec(written)?.[1] : undefined;
  const type = parted && lexicon.type(name);
  if ((type !== "synonym" && type !== "previous-symbol") || dataset.kind(lexicon.entity(name)) !== "known-gene") return context;
  return parted === "-" ? (/-/.test(lexicon.name(name)) ? context : "gene") : / /.test(lexicon.name(name)) ? context : "beside";
}
