/** Whether the words around a name speak for one of its readings. */
import type { Dataset } from "../dataset/dataset";
import { held } from "../dataset/held";
import type { Lexicon } from "../dataset/lexicon";
import type { Context } from "../dataset/nameFlags";
import { isDrug, isOfRecord, isOneGene, isProtein, kindNamed, preferredFor } from "../dataset/nameKinds";
import { isProteinKind, type Kind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { CUES, isBeside, isGeneBeside, isInState, isSaidOfGene, PRESENTED, VAGUE, wordsAround } from "./cues";
import { isGiven, isTaken } from "./given";
import { isSpokenOf } from "./homonyms";
import { CELLS, inside, isJoined } from "./joined";
import { CAPITAL, LETTER, SMALL } from "./letters";
import { isLookalike, METHOD_BEFORE } from "./lookalikes";
import { sentenceAround } from "./sentence";
import { isOfMice, supportFor } from "./support";
import { wordAfter, wordBefore } from "./wordsIn";

/** Whether a reading needs nobody to speak for it. */
export const isCertain = (dataset: Dataset, text: string, match: Found, name: number): boolean =>
  supportFor(dataset, text, match, name) === "none" &&
  dataset.lexicon.type(name) !== "misspelling" &&
  !isSmallBrand(dataset, text, match, name);

/** Contexts that the rest of a note may stand in for. */
const AWAITED: ReadonlySet<Context> = new Set(["gene", "drug", "beside"]);

/** Whether a name that its sentence does not speak for stands for one thing only, and is not written like a word; nor is it a part of something else. */
export function isAwaited(dataset: Dataset, text: string, match: Found): boolean {
  const { lexicon } = dataset;
  const { start, end, names } = match;
  const entity = lexicon.entity(names[0]!);
  if (names.some((name) => lexicon.entity(name) !== entity || !AWAITED.has(lexicon.context(name)))) return false;
  const written = text.slice(start, end);
  return (NO_WORD.test(written) || isClip(dataset, written, names[0]!)) && !isLookalike(dataset, text, match, names[0]!, []);
}

/** Whether a word in small letters is what a drug's name is shortened to, and none of English: osi, cabo. */
const isClip = (dataset: Dataset, written: string, name: number): boolean =>
  dataset.lexicon.type(name) === "abbreviation" &&
  isDrug(dataset, name) &&
  !dataset.lexicon.isWord(written) &&
  preferredFor(dataset, name).startsWith(written);

const NO_WORD = new RegExp(String.raw`[${CAPITAL}].*[${CAPITAL}\d]|[${SMALL}][${CAPITAL}]`);

/**
 * Whether a reading of a match counts: nothing around it rules it out and, if it needs support, its sentence or its column gives it.
 * @param certain the names of the text that need no support, in order
 * @param column what the column of the cell holds, by its heading
 */
export function isMeant(
  dataset: Dataset,
  text: string,
  match: Found,
  name: number,
  certain: readonly Found[],
  column: "drug" | "gene" | undefined,
): boolean {
  const { lexicon } = dataset;
  const context = supportFor(dataset, text, match, name);
  // of one drug there are no several, nor of one gene whose symbol means other things, too: TAMs are macrophages, APCs cells
  const isOfOne = context === "drug" || (context !== "none" && isOneGene(dataset, name));
  if (isOfOne && text[match.end] === "s" && IN_PLURAL.test(text.slice(match.start, match.end + 2))) return false;
  if (isRefused(dataset, text, match, name, certain)) return false;
  if (isSmallBrand(dataset, text, match, name)) return isGiven(text, match) || isTaken(text, match);
  if (context === "none" || isSpokenOf(dataset, text, match, name)) return true;
  if (context === "own") return false;
  const isOfGene = context === "gene" || context === "beside";
  if (column !== undefined && column === (isOfGene ? "gene" : context) && isCell(text, match)) return true;
  if (isOfGene && (hasState(text, match) || isInhibited(dataset, text, match, name))) return true;
  const [from, to] = sentenceAround(text, match.start, match.end);
  if (match.start - from < 2 && text[match.end] !== "-" && isOfMice(lexicon, text.slice(match.start, match.end), name)) return false;
  const around = wordsAround(text, match, from, to);
  if (text.startsWith("APC", match.start) && PRESENTED.test(around) && !isBeside(around)) return false;
  if (isOfGene && (isWrittenLikeSymbol(dataset, text, match, context) || isJoined(dataset, text, match, certain))) return true;
  const isSpoken = context === "gene" || (context === "beside" && isOfRecord(dataset, name));
  if (isSpoken && isBeforeDrug(dataset, text, match, certain)) return true;
  if (context === "gene" && isShouted(lexicon, text, match, from, to)) return false;
  if (context === "beside" && lexicon.type(name) === "symbol" && VAGUE.test(around)) return false;
  if (CUES[context]?.test(around) || (context === "gene" && isInState(around))) return true;
  if (isOfGene && (isSaidOfGene(text, match.end) || isBeside(around))) return true;
  if (context === "beside") return false;
  const speaks = COMPANIONS[context];
  return (
    speaks !== undefined &&
    inside(certain, from, to).some((other) => {
      if (other === match) return false;
      const entity = lexicon.entity(other.names[0]!);
      // a drug speaks for what it acts on: "RET: selpercatinib"
      return speaks(dataset.kind(entity)) || (context === "gene" && dataset.related(entity).has(lexicon.entity(name)));
    })
  );
}

/** Whether names of proteins that the words around them speak for do so for another, which those leave open: "YAP/TAZ", "the ratio of ERK to p38". */
export function isInCompany(dataset: Dataset, text: string, match: Found, name: number, company: readonly Found[]): boolean {
  const context = supportFor(dataset, text, match, name);
  // what is counted may be anything, whatever stands beside it: PN 4
  if ((context !== "gene" && context !== "beside") || context !== dataset.lexicon.context(name)) return false;
  const others = company.filter((other) => other.names[0] !== name);
  // most stand alone, which is known sooner than what a name may be instead
  return isJoined(dataset, text, match, others) && !isRefused(dataset, text, match, name, company);
}

/** Whether a reading does not count, whatever speaks for it: a misspelling on record, a word beside it rules it out, or it is something else. */
function isRefused(dataset: Dataset, text: string, match: Found, name: number, certain: readonly Found[]): boolean {
  const { lexicon } = dataset;
  if (lexicon.type(name) === "misspelling") return true;
  if (lexicon.isVetoed(name) && isRuledOut(dataset, text, match, name)) return true;
  return isLabel(dataset, text, match, name) || isLookalike(dataset, text, match, name, certain);
}

const IN_PLURAL = new RegExp(`^[A-Z\\d-]+s(?![${LETTER}\\d])`);

/** Whether a name that is also a word stands in a sentence of capitals, which tell nothing there, and no word of molecular biology beside it: "CAMP WAS MEASURED". */
function isShouted(lexicon: Lexicon, text: string, match: Found, from: number, to: number): boolean {
  const written = text.slice(match.start, match.end);
  const sentence = text.slice(from, to);
  if (/\p{Ll}/u.test(sentence) || !SMALL_WORD.test(sentence)) return false;
  return SMALL_WORD.test(written) || (lexicon.isWord(written.toLowerCase()) && !isGeneBeside(text, match));
}
/** Words that sentences have and lists of symbols lack. */
const SMALL_WORD = /\b(?:A|AN|AND|ARE|BY|FOR|FROM|IN|IS|OF|ON|THE|TO|WAS|WERE|WITH)\b/;

const TEST_AFTER = /^(?:[- ](?:[a-z]+ )?(?:assays?|kits?|reagents?)\b|(?:,| and)(?: [\w-]+,?){1,5} assays?\b)/;
const SCALE_AFTER = /^[- ](?:class|criteria|guidelines?|hazards?|physical|proportional|regression|scores?|scale)\b/;
const DYE_AFTER = /^(?:[- ](?:conjugat\w+|labell?ed|coupled|anti-)|[-/ ]?(?:Cy\d|Cyanine|Fire|eFluor|H7|R700)\b)/;
const DYE_BEFORE = new RegExp(
  String.raw`\b(?:anti-[${LETTER}\d-]+[- ]|(?:CD\d+[${LETTER}]?|F4/80|Ly-?6[CG]|B220|NK1\.1|Gr-?1|PD-?L?1|EpCAM)[- ])$`,
);
const CODE_BEFORE = new RegExp(String.raw`(?<![${LETTER}\d])([A-Z]+\d+)-$`);

/**
 * Whether a short name without a record is that of a test, a scale, a model, a dye, a cohort of The Cancer Genome Atlas, a cell line or a part of a
 * longer code: CCK-8 assay, APC-conjugated, anti-CD8-APC, TCGA-BRCA, THP-1 cells, B16-F10. A protein whose name needs no support is no
 * test or dye: it may itself be assayed or labelled.
 */
function isLabel(dataset: Dataset, text: string, { start, end }: Found, name: number): boolean {
  const { lexicon } = dataset;
  const type = lexicon.type(name);
  if (end - start > LONGEST_LABEL || isOfRecord(dataset, name)) return false;
  // of drugs and proteins in words there are no cells; of what is written like a code there are: ID8 tumours, PC9 cells
  const isCode = /^[A-Z]+-?\d+$/.test(text.slice(start, end));
  if (type === "inn" && !isCode) return false;
  const [last, next] = [text[start - 1], text[end]];
  const before = last === "-" || last === " " ? text.slice(Math.max(0, start - 24), start) : "";
  const after = next === "-" || next === " " || next === "/" || next === "," ? text.slice(end, end + 48) : "";
  if (before.endsWith("TCGA-") || after.startsWith("-TCGA")) return true;
  if (lexicon.context(name) !== "none" || isDrug(dataset, name)) {
    if (TEST_AFTER.test(after) || SCALE_AFTER.test(after) || DYE_AFTER.test(after) || DYE_BEFORE.test(before)) return true;
    if (last === " " && isDrug(dataset, name) && METHOD_BEFORE.test(before)) return true;
  }
  // a symbol that is parted from its number by a hyphen may be a line of cells: HK-2 is none of hexokinase
  const isParted = isCode && text.slice(start, end).includes("-") && !lexicon.name(name).includes("-");
  if (type !== "symbol" || isParted) return (type !== "prose" || isCode) && CELLS.test(after) && !/^CD-?\d/.test(text.slice(start, end));
  // two symbols are a fusion: SS18-SSX1
  const code = last === "-" && end - start <= 4 ? CODE_BEFORE.exec(before)?.[1] : undefined;
  return code !== undefined && !lexicon.lookUp(code).some((other) => isProtein(dataset, other));
}
const LONGEST_LABEL = 6;

/** Whether a cell of a table holds a name and hardly more, or a list of single words: "KIT", "KIT (CD117)", "Bcr-Abl, Kit, PDGFRβ". */
const isCell = (text: string, { start, end }: Found): boolean =>
  ITEMS_BEFORE.test(text.slice(Math.max(0, start - LONGEST_CELL), start)) && !/\w\w\s+\w/.test(text.slice(end));
/** How much of a cell before a name is looked at: of a longer list its last items tell. */
const LONGEST_CELL = 100;
const ITEMS_BEFORE = new RegExp(String.raw`^[^${LETTER}\d,;/-]*(?:[${LETTER}\d][${LETTER}\d-]{0,15}[,;/] ?)*$`);

/** Whether a name is written as only symbols are: several of a kind (CDKs), a letter and a hyphen before others (G-CSF, P-gp, N-myc, c-Jun), one small letter before capitals (iNOS), or a capital at its end, which its name has as well (FasL, JAM-A). */
function isWrittenLikeSymbol(dataset: Dataset, text: string, { start, end, names }: Found, context: Context): boolean {
  const { lexicon } = dataset;
  const isOne = (kind: Kind) => names.some((name) => kindNamed(dataset, name) === kind);
  const written = text.slice(start, end + 2);
  const bare = text.startsWith("p-", start) ? start + 2 : start;
  if (text[bare - 1] === "-" && PHOSPHO.test(text.slice(Math.max(0, bare - 9), bare))) return !isOne("known-abbreviation");
  // what abbreviates other things, too, does so in the plural (APCs, PPIs), and of one gene there are no several (HSCs are cells)
  if (SEVERAL.test(written)) return context === "gene" && !isOne("known-abbreviation") && !names.some((name) => isOneGene(dataset, name));
  const isCamel = CAMEL.test(text.slice(start, end)) && names.every((name) => lexicon.name(name) === text.slice(start, end));
  return (isCamel || LIKE_SYMBOL.test(written)) && !isOne("known-abbreviation");
}
/**
 * What is written on to a protein alone, or behind it: how much there is of it, what became of its gene, what it is fused to (p38high,
 * RASwt, POLE mut, OPG-Fc); raised, as by ^high^ and a tag of HTML, of its alleles as well (LOX^fl/fl^, TEK^−/−^).
 */
const STATE =
  /^(?:[\^\ufffc]?(?:hi|lo|neg|pos|mut|wt|WT|fus|amp|null|Min\/)|[- ](?:Fc|mut|wt|KO)\b|[\^\ufffc](?:fl(?:ox)?\/|KO|LSL|[+\u2212\u2013-]\/))/;
/** Whether such a state is that of a symbol; a word has a weight: "low mol wt". */
const hasState = (text: string, { start, end }: Found): boolean =>
  STATE.test(text.slice(end, end + 6)) && !/^[A-Z]?[a-z]+$/.test(text.slice(start, end));
/** Whether an i behind a symbol says that it is inhibited: LOXi, ATRi. A gene without a record may be a word, or anything: CATi. */
const isInhibited = (dataset: Dataset, text: string, { start, end }: Found, name: number): boolean =>
  text[end - 1] === "i" && /^[A-Z][A-Z\d-]*[A-Z\d]i$/.test(text.slice(start, end)) && kindNamed(dataset, name) !== "known-gene";
/** Phosphorylated, before a protein or as the beginning of its name: "p-ERK fell", p-S6. */
const PHOSPHO = /(?<![\w-])p(?:hospho)?-$/;
const SEVERAL = new RegExp(String.raw`^[A-Z][A-Z\d]{2,}s(?![${LETTER}\d'’])`);
const CAMEL = /^(?:[A-Z][a-z]{2,}|[A-Z]{3}-)[A-Z]$/;
const LIKE_SYMBOL = new RegExp(`^[A-Zcv]-(?:[A-Z]{3}|[A-Za-z][a-z]{1,2}(?![${LETTER}]))|^s?[${SMALL}][A-Z]{3}|^(?:[Δ∆]N|TA)p\\d`);

/** Whether a drug that a name does not abbreviate stands behind it, in brackets or behind a colon, as what acts on it: "NGF (tanezumab)", "ERK: ulixertinib". */
function isBeforeDrug(dataset: Dataset, text: string, { start, end }: Found, certain: readonly Found[]): boolean {
  const sign = text.slice(end, end + 2);
  if (sign !== ": " && sign !== " (") return false;
  const drugAt = (at: number) => certain.find((other) => other.start === at && isDrug(dataset, other.names[0]!));
  const drug = drugAt(end + 2);
  if (!drug || text[drug.start]!.toLowerCase() === text[start]!.toLowerCase()) return false;
  // of several in brackets the letters before them are the regimen: MAP (methotrexate, …)
  return sign === ": " || !drugAt(drug.end + 2);
}

/** Kinds of other names that speak for a reading when they stand in the same sentence. */
const COMPANIONS: Partial<Record<Context, (kind: Kind) => boolean>> = {
  gene: isProteinKind,
  drug: (kind) => kind === "drug" || kind === "regimen",
};

/** Words right before or after a name that rule it out (`not_after`, `not_before` in its record), in small letters. */
interface Vetoes {
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** Those of a name; its record is looked through once. */
const vetoesOf = held((dataset, name): Vetoes => {
  const written = dataset.lexicon.name(name);
  const names = dataset.record(dataset.lexicon.entity(name))?.names?.filter((other) => other.match?.not_before ?? other.match?.not_after);
  // a computed variant has the rules of the name it comes from
  const rules = (names?.find((other) => other.text === written) ?? names?.[0])?.match;
  const words = (list: readonly string[] = []) => new Set(list.map((word) => word.toLowerCase().replace(/^\W+|(?<!\W)\W+$/g, "")));
  return { after: words(rules?.not_before), before: words(rules?.not_after) };
});

/** Whether a word right before or after rules the reading out. */
function isRuledOut(dataset: Dataset, text: string, match: Found, name: number): boolean {
  const { after, before } = vetoesOf(dataset, name);
  return (
    (after.size > 0 && after.has(wordAfter(text, match.end).toLowerCase())) ||
    (before.size > 0 && before.has(wordBefore(text, match.start).toLowerCase()))
  );
}

const PROTEIN_HEAD =
  /^(?:(?:\/\w+)?[- ](?:[A-Z]?\d[A-Z]? |\(?[A-Z]\d?\)? |protein[- ]|nucleotide[- ]|[Ee]poxide )?(?:receptors?|(?:co-?)?transporters?|(?:co-?|sym|anti)porters?|channels?|exchangers?|exchange factors?|pumps?|binding protein|kinases?|(?:qu|c)inasas?|chinasi|(?!(?:(?:in|de)creas|releas|diseas|databas|freebas|purchas|\w*phr?as)es?\b)\w{3,}ases?)|-(?:activated|binding|inducible|inhibiting|regulated|releasing|repressed|requiring|responsive|sensing|sensitive) (?:[\w-]{2,20} ){0,2}(?:channels?|enzymes?|factors?|genes?|kinases?|proteins?|receptors?))\b/;

/**
 * Whether a substance only names the protein that binds, carries or makes it, or that it acts on: "dopamine transporter",
 * "choline acetyltransferase", "tyrosine-protein kinase", "inositol-requiring enzyme".
 */
export const isPartOfProtein = (dataset: Dataset, text: string, { end }: Found, name: number): boolean =>
  (text[end] === " " || text[end] === "-" || text[end] === "/") &&
  kindNamed(dataset, name) === "known-drug" &&
  PROTEIN_HEAD.test(text.slice(end, end + 40));

/** Amino acids and bases of DNA, which the description of a variant names. */
const BUILDING_BLOCK =
  /^(?:alanine|arginine|asparagine|aspart(?:ic acid|ate)|cysteine|glutam(?:ine|ic acid|ate)|glycine|histidine|(?:iso)?leucine|lysine|methionine|phenylalanine|proline|serine|threonine|tryptophan|tyrosine|valine|amino acids?|adenine|cytosine|guanine|thymi(?:n|dine)e?|uracil)$/i;
const VARIANT_AROUND =
  /\b(?:substitut\w*|replac\w*|mutat\w*|missense|codons?|residues?|trans(?:version|ition)|position|deletion|insertion|exon|histone|methylation|phosphorylat\w*)\b|-->|→/i;

/** What goes on behind a building block that is named with another: "tyrosine and serine/threonine kinases", "adenosine-5' triphosphate". */
const GOES_ON =
  /^(?: methyltransferases?|(?:,? (?:and|or|&) |, |\/)(?:(?:serine|threonine|tyrosine)\/)?(?:serine|threonine|tyrosine)(?: protein)? (?:kinase|phosphatase)|(?:-5['′’]|-)? ?(?:mono|di|tri)phosphate)s?\b/i;
const MAY_GO_ON = /^(?:arginine|serine|threonine|tyrosine|adenosine|guanosine|cytidine|uridine|thymidine|inosine)$/i;

/** What an alcohol is, that is not the one people drink: "polyvinyl alcohol". */
const OTHER_ALCOHOL = /yl[ -]alcohol$/i;

/**
 * Whether a substance is only a building block of a protein or gene that the words around speak of: "arginine to cysteine at codon
 * 132"; or a part of another one's name.
 */
export const isBuildingBlock = (text: string, { start, end }: Found): boolean =>
  OTHER_ALCOHOL.test(text.slice(Math.max(0, start - 3), end)) ||
  (MAY_GO_ON.test(text.slice(start, end)) && GOES_ON.test(text.slice(end, end + 40))) ||
  (BUILDING_BLOCK.test(text.slice(start, end)) && VARIANT_AROUND.test(text.slice(Math.max(0, start - 50), end + 50)));

/** Whether a brand name stands in small letters and so may be a word; one of a record that is no word (taxol) may not, nor may axi-cel and gp100, which have no capital. */
function isSmallBrand(dataset: Dataset, text: string, { start, end }: Found, name: number): boolean {
  const { lexicon } = dataset;
  if (lexicon.letterCase(name) !== "initial") return false;
  const written = text.slice(start, end);
  return !/[A-Z]/.test(written) && /[A-Z]/.test(lexicon.name(name)) && !(isOfRecord(dataset, name) && !lexicon.isWord(written));
}
