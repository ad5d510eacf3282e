/**
 * What is written around a name and belongs to it: prefixes and suffixes of modified proteins (p-AKT, phospho-SMAD2, TNF-α), salts
 * of drugs, suffixes of biosimilars.
 */
import type { Dataset } from "../dataset/dataset";
import { held } from "../dataset/held";
import { isDrug, isProtein, kindNamed, proteinsAmong } from "../dataset/nameKinds";
import { type Found, LONGEST_CLIPPED } from "../dataset/scan";
import { DERIVED_PREFIX } from "./derivatives";
import { FIGURE, LETTER } from "./letters";

const readProtein = (dataset: Dataset, text: string): number[] => proteinsAmong(dataset, dataset.lexicon.lookUp(text));

/** The names that a text is from its first unit to its last, as they would be found in a note. */
export const namesOfAll = ({ lexicon }: Dataset, text: string): readonly number[] =>
  lexicon.find(text).find(({ start, end }) => start === 0 && end === text.length)?.names ?? [];

/** Whether a name stands for several proteins, so that the letter or number of one of them may follow. */
function isFamily(dataset: Dataset, name: number): boolean {
  const kind = kindNamed(dataset, name);
  return kind === "family" || kind === "known-family";
}

// a modification (p-, phospho-, pTyr-), what has it and what has not (total-), a precursor, the origin of a protein (h, m, r: human,
// mouse, rat; c, v: cellular, viral), which chain or isoform (β-fibrinogen), or what is raised against it
export const PROTEIN_PREFIX = new RegExp(
  String.raw`(?<![${LETTER}\d-])(?:[pP]|phospho|pTyr|pSer|pThr|total|cleaved|pro|hsa|mmu|h|m|r|c|v|s|[Aa]nti|alpha|beta|gamma|delta|[αβγδ])[-\u2010\u2011]$`,
);
// how US names tell apart conjugates and formulations of one substance; which mirror image or isomer is meant; a derivative
const IMAGE = String.raw`d,l|dl|[dlrs]|[rs]?\((?:[+\-−±]|\+\/[-−]|[rs])\)`;
// read from its end, since V8 makes this in 2 ms, and in 30 if it is read from its beginning
const DRUG_PREFIX = new RegExp(
  String.raw`$(?<=(?<![${LETTER}\d-])((?:ado|fam|ziv|nab|(?:(?:${IMAGE})-)?(?:${IMAGE}|${DERIVED_PREFIX})|cis|trans|\d{1,2}(?:alpha|beta|α|β))[-\u2010\u2011]))`,
  "i",
);
export const GREEK = "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|sigma|[αβγδεζηθκλσ]";
// a hyphen and an adjective may follow: "alpha-stimulated", but not "alpha-blocker"
const ISOFORM = new RegExp(
  `^[-\\u2010\\u2011 ]?(?:${GREEK})(?:\\d|I{1,2})?(?![${LETTER}\\d]|-(?![a-z]+(?:ed|ing|ent|ic|ive)(?![${LETTER}])))`,
);
/** The Roman number of a member's splice form, which is that member: PKCβII. */
const SPLICE_FORM = new RegExp(`(?<=${GREEK})I{1,2}$`);
/** What a Greek letter counts: "CD3-zeta chain". */
const CHAIN = /^ chain(?!s)/;
const COUNTED = new RegExp(`(?:${GREEK})$`, "u");
const MEMBER = new RegExp(String.raw`^[-\u2010\u2011](?:[IVX]{1,4}[AB]?|[A-Z]?\d{1,2}[A-Z]?|[A-Z])(?![${LETTER}\d])`);
/** A type of tissue by its serum, which is no receptor called DR3: "HLA-DR3". */
const TISSUE_TYPE = /^-D[PQR]w?\d{1,2}(?!\w)/;
/** The arm of a microRNA: miR-21-5p. */
const ARM = /^-[35]p(?!\w)/;
/** The number of a receptor, and no amount. */
const NUMBER = /^ \d[A-Z]?(?!\w|[.,]\d| ?(?:mg|of)\b)/;
/** Words that WHO's INN (modified) and USAN add to the name of an acid or base. */
export const SALT = new RegExp(
  String.raw`^ (?:HCl|acetate|axetil|bes[iy]late|bromide|calcium|chloride|citrate|disoproxil|esylate|ethanolate|(?:hemi)?fumarate|gluconate|hydrobromide|(?:di)?hydrochloride|isethionate|lactate|maleate|(?:[LSls]-)?malate|medoxomil|mes[iy]late|(?:di)?meglumine|mofetil|nitrate|oxalate|palmitate|pegol|phosphate|potassium|(?:di)?sodium|succinate|sul(?:f|ph)ate|tartrate|(?:di)?tosylate|(?:mono|tri)hydrate|trometamol|tromethamine|valerate|xinafoate)(?![${LETTER}\d-]| esters?\b)`,
);
/** A metal that a salt's name may begin with: "sodium nitroprusside". */
const CATION = /^(?:sodium|potassium|calcium|magnesium|lithium|zinc|ammonium|ferrous|ferric|silver|alumini?um|bismuth|strontium|barium)$/i;
/** Endings of the names of anions, and of esters. */
const ANION = /(?:ate|ite|ide)$/;
/** A word behind a drug that names its salt or ester, or what else it is bound to. */
const BOUND = new RegExp(String.raw`^ ([a-z]{4,}(?:ate|ite|ide))(?![${LETTER}\d-])`);

/** Whether two names beside each other are the cation and the anion of one salt. */
export const isSalt = (cation: string, anion: string): boolean => CATION.test(cation) && ANION.test(anion);

/** So end adjectives: "peritumoral calcium". */
const ADJECTIVE = /(?:al|ar|ic|ed|ous|ory|ive|ing)$/;
/** A word that ends as an anion's name does; not "provide", "outside". */
const ANION_BEHIND = /^ ([a-z]{2,}(?:[ai]te|(?<![csuvw])ide))(?![\w-])/;
/** Whether a name is the cation of a substance in no list, which goes on before or behind it: "croscarmellose sodium", "sodium azide". */
export function isCationOf({ lexicon }: Dataset, text: string, { start, end }: Found): boolean {
  if (!CATION.test(text.slice(start, end))) return false;
  const [, anion] = text[end] === " " ? (ANION_BEHIND.exec(text.slice(end, end + 24)) ?? []) : [];
  // that of a known one is joined with it; "calcium and zinc regulate", "zinc despite"
  if (anion !== undefined && !lexicon.isName(anion) && (anion.endsWith("ide") || !lexicon.isWord(anion))) return true;
  if (text[start - 1] !== " ") return false;
  const [substance] = /(?<![\w-])[A-Za-z][a-z]{5,}$/.exec(text.slice(Math.max(0, start - 24), start - 1)) ?? [];
  if (substance === undefined || ADJECTIVE.test(substance)) return false;
  return lexicon.isUnknown(substance);
}

/** Four letters without a meaning tell US biologicals with one INN apart: bevacizumab-awwb. */
const BIOSIMILAR = new RegExp(String.raw`^-([a-z]{4})(?![${LETTER}\d-])`);

/** An abbreviation in brackets inside a name: "interleukin (IL)-2", "tumor necrosis factor [TNF] alpha". */
const BRACKETED = new RegExp(
  `^ ?[([]([${LETTER}\\d-]{2,8})[)\\]]([-\u2010\u2011 ]?(?:\\d{1,2}[A-Z]?|[IVX]{1,3}|${GREEK})(?:${GREEK})?\\d?)(?![${LETTER}\\d])`,
);

/** The longer name that goes on behind an abbreviation in brackets, or nothing. */
function acrossBrackets(dataset: Dataset, text: string, found: Found): Found | undefined {
  const bracket = text[found.end] === " " ? text[found.end + 1] : text[found.end];
  if (bracket !== "(" && bracket !== "[") return undefined;
  const [all, abbreviation, rest] = BRACKETED.exec(text.slice(found.end, found.end + 24)) ?? [];
  if (!all || !rest) return undefined;
  const whole = readProtein(dataset, text.slice(found.start, found.end) + rest);
  const names = whole.length > 0 ? whole : readProtein(dataset, abbreviation + rest.replace(" ", "-"));
  return names.length > 0 ? { ...found, end: found.end + all.length, names } : undefined;
}

/**
 * The receptor of a ligand: HGNC calls it by the ligand's symbol and R ("FGF receptor 4" is FGFR4, "OSM receptor" OSMR).
 * @returns nothing where the text does not name it, or no name is made so
 */
function receptorOf(dataset: Dataset, text: string, found: Found): Found | undefined {
  if (!text.startsWith("receptor", found.end + 1)) return undefined;
  const [all, number = ""] = /^[- ]receptor(?:[- ](\d[A-Z]?)(?!\w))?/.exec(text.slice(found.end, found.end + 14)) ?? [];
  if (!all) return undefined;
  const named = (symbol: string) => readProtein(dataset, `${symbol}R${number}`);
  const written = named(text.slice(found.start, found.end).replace(/[- ]/g, ""));
  const names = written.length > 0 ? written : symbolsOf(dataset, dataset.lexicon.entity(found.names[0]!)).flatMap(named);
  return names.length > 0 ? { ...found, end: found.end + all.length, names } : undefined;
}

/** The symbol of an entity; looked up once. */
const symbolsOf = held(({ lexicon }, entity): readonly string[] => lexicon.namesOf(entity, "symbol").map((name) => lexicon.name(name)));

/** A Greek letter that has lost its alphabet on the way from a journal, with the number before it; "a" only where it is no article. */
const LATINISED = /([-\u2010\u2011 ]?\d{0,2})(?:([bgd])(?!\w)|(a)(?= ?[),;:/\](-]|$))/y;
const MAY_BE_LATIN: ReadonlySet<string> = new Set("abgd0123456789");
const GREEK_OF: Readonly<Record<string, string>> = { a: "alpha", b: "beta", g: "gamma", d: "delta" };

/** Such a letter before a name: "b-actin". */
const LATIN_CHAIN = new RegExp(String.raw`(?<![${LETTER}\d-])([abgd])-$`);
const NONE: readonly never[] = [];

/** The longer name that a Latin letter in place of a Greek one makes: "interferon g", "hepatocyte nuclear factor 1b"; nothing where none does. */
function withLatinised(dataset: Dataset, text: string, found: Found): Found | undefined {
  if (!MAY_BE_LATIN.has(text[found.end + 1] ?? "")) return undefined;
  LATINISED.lastIndex = found.end;
  const [all, number, letter, article] = LATINISED.exec(text) ?? [];
  if (!all) return undefined;
  const name = `${text.slice(found.start, found.end)}${number}${number!.length > 1 ? "-" : ""}${GREEK_OF[letter ?? article!]}`;
  const names = proteinsAmong(dataset, namesOfAll(dataset, name));
  return names.length > 0 ? { ...found, end: found.end + all.length, names } : undefined;
}

/** The target whose name goes on where a strategy against a shorter one ends: "anti-VEGF-A antibody" is not "anti-VEGF" with something behind. */
export function againstLonger({ lexicon }: Dataset, text: string, { start, end }: Found): Found | undefined {
  if (!isHyphen(text[end]) || !/^[Aa]nti-/.test(text.slice(start, start + 5))) return undefined;
  const target = lexicon.find(text.slice(start + 5, end + 8)).find((one) => one.start === 0 && !one.pointer);
  return target && start + 5 + target.end > end ? { ...target, start, end: start + 5 + target.end } : undefined;
}

/** A chain of an integrin before the word, by its Greek letter: "β1 integrin" is the integrin β1. */
const INTEGRIN_CHAIN = new RegExp(String.raw`(?<![${LETTER}${FIGURE}-])(?:(?:[αβ]|alpha|beta)-?(?:\d{1,2}|[VLMX])|[ab](?:\d|v))[- ]$`);

/** The chain that is named before "integrin"; nothing where none is. */
function chainOf(dataset: Dataset, text: string, found: Found): Found | undefined {
  const { start, end } = found;
  if (text[start - 1] !== " " && text[start - 1] !== "-") return undefined;
  if (!text.startsWith("ntegrin", start + 1) || !/^[Ii]ntegrins?$/.test(text.slice(start, end))) return undefined;
  const [chain] = INTEGRIN_CHAIN.exec(text.slice(Math.max(0, start - 10), start)) ?? [];
  const names = chain ? dataset.lexicon.lookUp(`integrin ${chain.slice(0, -1)}`) : [];
  return names.length > 0 ? { ...found, start: start - chain!.length, end: start + 8, names } : undefined;
}

/** All names of an entity; looked up once. */
const namesOf = held(({ lexicon }, entity): readonly string[] => lexicon.namesOf(entity).map((name) => lexicon.name(name)));

/** The members of a family that a letter or number behind its name tells, found by another of its names: "PKCζ" is protein kinase C zeta, "VEGF receptor 2" VEGFR2. */
export const membersOf = (dataset: Dataset, name: number, behind: string): readonly number[] => {
  if (!isFamily(dataset, name)) return [];
  const member = behind.replace(/^[- \u2010\u2011]/, "").replace(SPLICE_FORM, "");
  return [...new Set(namesOf(dataset, dataset.lexicon.entity(name)).flatMap((other) => readProtein(dataset, `${other} ${member}`)))];
};

/**
 * A name with what belongs to it before and after; the same object if nothing does. Looks at the characters beside it first, since
 * most names stand alone.
 */
export function withAffixes(dataset: Dataset, text: string, found: Found): Found {
  const chain = chainOf(dataset, text, found);
  if (chain) return chain;
  const isHyphenated = isHyphen(text[found.start - 1]);
  if (!isHyphenated && !MAY_GO_ON.test(text[found.end] ?? "") && !MAY_BE_OF_CLASS.test(text[found.start - 2] ?? "")) return found;
  const longer = withLatinised(dataset, text, found) ?? againstLonger(dataset, text, found);
  if (longer) return longer;
  const before = isHyphenated ? text.slice(Math.max(0, found.start - LONGEST_PREFIX), found.start) : "";
  const name = found.names[0]!;
  if (isProtein(dataset, name)) return ofProtein(dataset, text, found, before);
  if (isDrug(dataset, name)) return ofDrug(dataset, text, found, before);
  return kindNamed(dataset, name) === "known-class" ? ofClass(text, found) : found;
}

/** What a class may be called besides: "antiarrhythmic drugs", "sympatholytic medicinal products", "phenothiazine derivatives". */
const CLASS_HEAD = new RegExp(
  `^ (?:agent|compound|derivative|drug|medication|medicine|medicinal product|preparation)s?(?![${LETTER}${FIGURE}-])`,
);
const CLASS_NUMBER = "(?:I[A-Ca-c]?|1[A-Ca-c]?|III?|IV)";
/** Which members of a class: those of Vaughan Williams' classes of antiarrhythmics, one or two, or those that are like one: "coumarin-type". */
const OF_CLASS = new RegExp(
  String.raw`(?<![${LETTER}${FIGURE}-])(?:[Cc]lass ${CLASS_NUMBER}(?:(?:\/|,? (?:and|or) )${CLASS_NUMBER})?|[${LETTER}]{4,}-(?:type|like)) $`,
);
/** The last letter before the space of such words. */
const MAY_BE_OF_CLASS = /[1IVA-Ca-ce]/;

/** A class of drugs with what stands before it and behind it and tells which. */
function ofClass(text: string, found: Found): Found {
  const { start, end } = found;
  const head = text[end] === " " && text[end - 1] !== "s" ? lengthAt(CLASS_HEAD, text, end) : 0;
  const which = OF_CLASS.exec(text.slice(Math.max(0, start - LONGEST_PREFIX), start))?.[0].length ?? 0;
  return widened(found, start - which, end + head);
}

/** How far before a name its prefixes are looked for, in UTF-16 units: (S)-N-desmethyl-. */
const LONGEST_PREFIX = 24;

/** Length of what a pattern finds right at an offset; 0 where it finds nothing. */
const lengthAt = (pattern: RegExp, text: string, at: number): number => pattern.exec(text.slice(at, at + 32))?.[0].length ?? 0;

/** The same name, from one offset to another. */
const widened = (found: Found, start: number, end: number): Found =>
  start === found.start && end === found.end ? found : { ...found, start, end };

/** A protein with its state, species or chain, the number or letter of its isoform. @param before what stands before its hyphen */
function ofProtein(dataset: Dataset, text: string, found: Found, before: string): Found {
  const name = found.names[0]!;
  const next = text[found.end] ?? "";
  const further = next === "" ? undefined : (acrossBrackets(dataset, text, found) ?? receptorOf(dataset, text, found));
  if (further) return further;
  const chain = LATIN_CHAIN.exec(before)?.[1];
  const greek = chain ? readProtein(dataset, `${GREEK_OF[chain]}-${text.slice(found.start, found.end)}`) : NONE;
  if (greek.length > 0) return { ...found, start: found.start - 2, names: greek };
  const start = found.start - (PROTEIN_PREFIX.exec(before)?.[0].length ?? 0);
  const isOfSeveral = isFamily(dataset, name);
  let isoform = lengthAt(ISOFORM, text, found.end);
  if (isoform === 0 && isOfSeveral) {
    const isNumbered = next === " " && text.slice(found.end - 8, found.end) === "receptor";
    if (isNumbered) isoform = lengthAt(NUMBER, text, found.end);
    else if (isHyphen(next) && !/\d-\d/.test(text.slice(found.end - 1, found.end + 2))) isoform = lengthAt(MEMBER, text, found.end);
  }
  if (isoform === 0 && next === "-" && text.slice(found.start, found.end) === "HLA") isoform = lengthAt(TISSUE_TYPE, text, found.end);
  let end = found.end + isoform;
  if (isoform > 0) {
    // that may be a name of its own, "IL-1 beta" is IL-1-beta, or a member's
    const whole = readProtein(dataset, text.slice(start, end).replace(/ (?=\S+$)/, "-"));
    const names = whole.length > 0 ? whole : membersOf(dataset, name, text.slice(found.end, end));
    if (names.length > 0) return { ...found, start, end, names };
  } else if (isHyphen(next)) end += lengthAt(ARM, text, end);
  if (next === " " && text.startsWith(" chain", end) && COUNTED.test(text.slice(start, end))) end += lengthAt(CHAIN, text, end);
  return widened(found, start, end);
}

/** A drug with its salts or ester, a conjugate's prefix, a biosimilar's suffix. @param before what stands before its hyphen */
function ofDrug(dataset: Dataset, text: string, found: Found, before: string): Found {
  const [, prefix = ""] = (before !== "" && DRUG_PREFIX.exec(before)) || [];
  const start = found.start - prefix.length;
  let { end } = found;
  if (text[end] === " " && /[a-zHL]/.test(text[end + 1] ?? "")) {
    const salt = lengthAt(SALT, text, end);
    if (salt > 0) end += salt + lengthAt(SALT, text, end + salt);
    else if (isBound(dataset, text.slice(end, end + 32))) end += lengthAt(BOUND, text, end);
  }
  // what is clipped has none: in "palbo-fulv" another drug follows
  const suffix = text[end] === "-" && end - found.start > LONGEST_CLIPPED ? BIOSIMILAR.exec(text.slice(end, end + 8)) : null;
  if (suffix && dataset.lexicon.isUnknown(suffix[1]!)) end += suffix[0].length;
  return widened(found, start, end);
}

/**
 * Whether a drug is followed by an anion that is in no list: "chlorhexidine phosphanilate". An anion in a list is a name of its
 * own, and an ordinary word belongs to the sentence.
 */
export function isBound({ lexicon }: Dataset, after: string): boolean {
  const anion = BOUND.exec(after)?.[1];
  return anion !== undefined && lexicon.isUnknown(anion);
}

/** What stands right behind a name that may go on: a space, a hyphen, a bracket, a Greek letter. */
const MAY_GO_ON = /[ (\-[\u2010\u2011\u0370-\u03ff]/;
/** Whether a character is a hyphen. */
export const isHyphen = (char: string | undefined): boolean => char === "-" || char === "\u2010" || char === "\u2011";

/** Whether a name before or after one of its own members is only its apposition: "integrin αvβ3", "αvβ3 integrin". */
export function isGroupOf(dataset: Dataset, group: number, member: number): boolean {
  const record = dataset.record(dataset.lexicon.entity(group));
  if (!record || !("members" in record)) return false;
  const entity = dataset.lexicon.entity(member);
  return (record.members ?? []).some((one) => typeof one !== "string" && dataset.find(one.ref) === entity);
}
