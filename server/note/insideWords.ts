/** Names that are no words of their own: a protein with its state, isoform or variant written on, the gene before a variant or an allele's star, the drug before a number. */
import type { Dataset } from "../dataset/dataset";
import { isDrug, isOnRecord, isProtein, kindNamed, proteinsAmong } from "../dataset/nameKinds";
import type { Found, Scan } from "../dataset/scan";
import { GREEK, membersOf, namesOfAll } from "./affixes";
import { parentsOf, startOfDerivative } from "./derivatives";
import { AMINO_ACID, CAPITAL, LETTER } from "./letters";
import { type Passage, sourceRange } from "./passage";
import { overlaps } from "./spans";

/**
 * The names inside words that hold one, before a variant, and inside words in no list that say what a protein is before it is cleaved.
 * @param scan what was found in the passage's text
 * @returns in no order; empty if there are none
 */
export function namesInside(dataset: Dataset, passage: Passage, { names: written, mixed, unknown }: Scan): Found[] {
  const inside = precursors(dataset, passage.text, unknown);
  for (const { 0: word, index } of passage.text.matchAll(INHIBITED_AFTER_HYPHEN)) {
    const found = inhibitors(dataset, passage.text, index, index + word.length);
    if (found) inside.push(found);
  }
  for (let i = 0; i < mixed.length; i += 2) {
    const [start, end] = [mixed[i]!, mixed[i + 1]!];
    const gene = beforeVariant(dataset, passage.text, start, end);
    if (gene && !overlaps(gene, written)) inside.push(gene);
    const found =
      withAllele(dataset, passage, start, end) ??
      beforeAlleles(dataset, passage.text, start, end) ??
      inhibitors(dataset, passage.text, start, end) ??
      nameInside(dataset, passage.text, start, end) ??
      beforeNumber(dataset, passage.text, start, end);
    if (found) inside.push(found);
    else if (passage.text.slice(start, end).search(AMOUNT) >= 0) inside.push(...markers(dataset, passage.text, start, end));
  }
  return inside;
}

/** What is written on to the front of a symbol: the state of a protein (s: soluble, γ: H2AX phosphorylated, ΔN and TA: without and with p63's first domain), its origin, what is made against its RNA or itself (aCD8), a mutant, in the germline (gBRCA1). */
const FRONT =
  /^(?:phospho|(?:[Δ∆]N|TA)(?=p\d\d$)|circ(?=[A-Z])|[gst](?=BRCA)|[Pp]r(?:epr)?o(?=[a-z]{3}|[A-Z]{2})|(?:p|r[hm]?|h|m|dn|s[hig]?|γ)(?=[A-Z])|mut|wt|anti|ITG|α|a(?=[A-Z]{2,}\d))/;
/** What silences a gene, and its symbol with a number. */
const SILENCER = /^s[hig]$/;
const AGAINST = /^([A-Z][A-Z\d]{1,8})-\d{1,2}(?!\w)/;
const LONGEST_SILENCER = 16;
/** What is lost from an exon or put into it, behind a symbol: EGFR19del, HER2ins20. */
const EXON = /(?<=[A-Z]\d?)(?:\d\d(?:del|ins)|(?:del|ins)\d\d)$/;
/** A splice form behind a symbol: by its exon, a letter, or the length of the protein (CD44v6, FGFR2b, VEGF165). */
const SPLICED = /(?:(?<=\d)v\d{1,2}|(?<=[A-Z]{2}\d{1,2})[abc]|(?<=[A-Z]{4})\d{3}b?)$/;
/** A variant or how much there is of it behind a symbol: not part of the name (BRAFV600E, METex14, KRASmut, CD44high), nor is a mouse's allele (Trp53fl/fl, KrasLSL, ApcMin). */
const VARIANT_END = new RegExp(
  String.raw`(?:[${AMINO_ACID}][1-9](?:\d{1,3}(?:[${AMINO_ACID}X]|fs|del)|\d{1,2})|[Δ∆]?ex\d{1,2}(?:del|ins|skip)?|[Δ∆]\d{2,3}|mut|wt|WT|KO|OE|alt|amp|def|del|fus|loss|null|fl(?:ox)?|LSL|Min|(?<=[${CAPITAL}\d])(?:hi|high|lo|low|int|pos|neg)|(?<=^[A-Z]{3}[A-Z\d]{0,5})m)$`,
);
/** Which of several a symbol tells by a letter before its hyphen: B-Raf, K-Ras, c-Kit. */
const BEFORE_HYPHEN = /(?<![\w-])[A-Zc]-$/;
/** Serine, threonine or tyrosine with a number of two digits and more. */
const RESIDUE = /^[STY]\d{2,4}$/;
/** The chains of an integrin by their Greek letters. */
const CHAIN = /^[αβ]/;
/** An RNA or guide against nothing: siCtrl. */
const CONTROL = /^s[hig](?:C(?:on)?tr|CTRL)/;
const REARRANGED = /^[A-Z]{3}[A-Z\d]{0,4}r$/;
const GREEK_END = new RegExp(`(?:${GREEK})(?:\\d|I{1,2})?$`, "u");

/**
 * The protein's name inside a word that is no name itself: pSMAD2, BRAFV600E, CK1delta.
 * @returns the name with what belongs to it, a variant left out; nothing where there is none
 */
function nameInside(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  const { lexicon } = dataset;
  const word = text.slice(start, end);
  if (CONTROL.test(word)) return undefined;
  const front = FRONT.exec(word)?.[0] ?? "";
  const core = word.slice(front.length);
  // three letters that may be anything are no gene of a species: hMSC are stem cells
  const isAnything = /^[hmr]$/.test(front) && word.length <= 4;
  const isFree = (name: number) => lexicon.context(name) === "none" || isOnRecord(dataset, name);
  const isMeant = (name: number) => isProtein(dataset, name) && (!isAnything || isFree(name));
  const read = (part: string): readonly number[] => (part.length < 3 ? [] : namesOfAll(dataset, part).filter(isMeant));
  // a phosphorylated residue: "stathmin pS16"; S6 is a protein that is measured so. pCDH is a vector: a cadherin has its number
  if (front === "p" && (RESIDUE.test(core) || core === "CDH")) return undefined;
  const found = (names: readonly number[], length = word.length): Found | undefined =>
    names.length > 0 ? { start, end: start + length, names, pointer: false } : undefined;
  // the chain that follows is an integrin's: β3 alone is BHLHE22, too
  if (front === "ITG") return CHAIN.test(core) ? found(read(`integrin ${core}`)) : undefined;
  // the name may go on behind the word: pERK1/2, rhTNF-alpha
  const whole = front
    ? lexicon.find(text.slice(start + front.length, end + 12)).find((one) => one.start === 0 && one.end >= core.length)
    : undefined;
  // a number behind a gene that is called so without it counts the guides or siRNAs against it: sgPTEN-2 is no PTEN2; but siNRF-2 is
  // against the one on record, and siLOX-1 against what is written so
  const against = SILENCER.test(front) ? AGAINST.exec(text.slice(start + front.length, start + LONGEST_SILENCER))?.[1] : undefined;
  const silenced = against
    ? namesOfAll(dataset, against).filter((name) => isProtein(dataset, name) && !/family$/.test(kindNamed(dataset, name)))
    : [];
  const isMeantWhole = (name: number) =>
    (isOnRecord(dataset, name) && !silenced.some((one) => isOnRecord(dataset, one))) ||
    text.startsWith(lexicon.name(name), start + front.length);
  if (silenced.length > 0 && !whole?.names.some(isMeantWhole)) return found(silenced, front.length + against!.length);
  // a space parts the number from what is a name without it, rhIL 2, but the score mGPS 2 is no GPS2 of mice
  const isParted = text[end] === " " && whole !== undefined && whole.end > core.length && !lexicon.isName(core);
  if (whole && !whole.pointer && !isParted && isMeant(whole.names[0]!)) return { ...whole, start, end: start + front.length + whole.end };
  const variant = (EXON.exec(core) ?? VARIANT_END.exec(core))?.index;
  // rearranged, unless that is a receptor's name: KMT2Ar, but IL6r
  const rearranged = REARRANGED.test(core) && !lexicon.isName(core) ? core.length - 1 : undefined;
  // the letter before a symbol's hyphen, which is no word of its own: B-RafV600E
  const letter = variant !== undefined && front === "" ? BEFORE_HYPHEN.exec(text.slice(Math.max(0, start - 3), start)) : null;
  const lettered = letter ? read(letter[0] + core.slice(0, variant)) : [];
  if (letter && lettered.length > 0) return { start: start - 2, end: start + variant!, names: lettered, pointer: false };
  const spliced = SPLICED.exec(core)?.index;
  const isoform = GREEK_END.exec(core)?.index;
  // a letter of the name is no residue: STAT18 is no STA T18
  const isResidue = (at: number) => !/\d$/.test(core) || read(core.slice(0, at + 1)).length === 0;
  return (
    found(front ? read(core) : []) ??
    (variant !== undefined && isResidue(variant) ? found(read(core.slice(0, variant)), front.length + variant) : undefined) ??
    (rearranged !== undefined ? found(read(core.slice(0, rearranged)), front.length + rearranged) : undefined) ??
    (spliced !== undefined ? found(read(core.slice(0, spliced)), front.length + spliced) : undefined) ??
    (isoform !== undefined ? found(ofIsoform(dataset, read(core.slice(0, isoform)), core.slice(isoform))) : undefined)
  );
}

/** What is inhibited: a symbol, with its variant or without, and the i of inhibitors, also of several. */
const INHIBITED = /^(\S{3,}?)(?:(?<=[A-Z]{3})[A-Z]\d{2,3}[A-Z])?is?$/;
/** The same where a symbol has a hyphen: what stands behind that is too short to be looked into by itself. */
const INHIBITED_AFTER_HYPHEN = /(?<![\w-])[A-Z]{2,5}-(?:[A-Z]?\d{1,2}|[A-Z]{2})is?(?!\w)/g;

/** The class of drugs that a word names by what they inhibit, MEKi, KRASG12Ci, PD-1i, PI3Kis; by the protein alone where it has no name. */
function inhibitors(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  if (text[end - 1] !== "i" && text[end - 2] !== "i") return undefined;
  const [, blocked] = INHIBITED.exec(text.slice(start, end)) ?? [];
  if (!blocked) return undefined;
  const inhibited = proteinsAmong(dataset, namesOfAll(dataset, blocked));
  // BET is no name of a protein, "BET inhibitor" is one of a class
  if (inhibited.length === 0 && /[a-z]/.test(blocked)) return undefined;
  const classes = dataset.lexicon.find(`${blocked} inhibitor`).find((one) => one.end === blocked.length + 10);
  const names = classes?.names ?? inhibited;
  return names.length > 0 ? { start, end: text[end - 1] === "s" ? end - 1 : end, names, pointer: false } : undefined;
}

/** The members of a family that the letter of an isoform tells; the names themselves where it tells none. */
function ofIsoform(dataset: Dataset, names: readonly number[], letter: string): readonly number[] {
  const members = names[0] === undefined ? [] : membersOf(dataset, names[0], letter);
  return members.length > 0 ? members : names;
}

/** A change of one amino acid or base by another. */
const VARIANT = /^[A-IK-NP-TVWY]\d{2,4}[A-IK-NP-TVWYX]$/;
const LONGEST_VARIANT = 6;
const BEFORE_VARIANT = /(?<![\w-])[a-z][a-zA-Z0-9]{2,7}(?= (?:p\.)?$)/;

/** The gene right before a variant, though in letters that would be no symbol elsewhere: "egfr L858R", "dCK A9846G". English words are none. */
function beforeVariant({ lexicon }: Dataset, text: string, start: number, end: number): Found | undefined {
  if (end - start > LONGEST_VARIANT || (text[start - 1] !== " " && text[start - 1] !== ".")) return undefined;
  if (!VARIANT.test(text.slice(start, end))) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  const gene = BEFORE_VARIANT.exec(before);
  const names = gene && !lexicon.beginsWord(gene[0]) ? lexicon.lookUp(gene[0]).filter((name) => lexicon.type(name) === "symbol") : [];
  const from = start - before.length + (gene?.index ?? 0);
  return names.length > 0 ? { start: from, end: from + gene![0].length, names, pointer: false } : undefined;
}

/** The gene before the star of an allele; two of them in a paragraph, CYP2C9*2 and CYP2C9*3, are emphasis to Markdown. */
function withAllele({ lexicon }: Dataset, passage: Passage, start: number, end: number): Found | undefined {
  const { from, to } = sourceRange(passage, start, end);
  if (to - from === end - start) return undefined;
  let star = start + 1;
  while (star < end && sourceRange(passage, star, end).from - from === star - start) star++;
  const names = /\d/.test(passage.text[star] ?? "") ? lexicon.lookUp(passage.text.slice(start, star)) : [];
  const genes = names.filter((name) => lexicon.type(name) === "symbol");
  return genes.length > 0 ? { start, end: star, names: genes, pointer: false } : undefined;
}

/** The alleles that mice have of a gene, written on to its symbol: Ptenlox/lox, Cdh1f/f, BrafCA/+. */
const ALLELES = /^([A-Z][A-Za-z\d]{2,9}?)(f|fl|flox|lox|CA|Min|null)\/(?:\2|[-+\u2212])(?!\w)/;

/** The gene before the alleles that are written on to it. */
function beforeAlleles(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  const symbol = text[end] === "/" ? ALLELES.exec(text.slice(start, end + 6))?.[1] : undefined;
  const names = symbol ? proteinsAmong(dataset, dataset.lexicon.lookUp(symbol)) : [];
  return names.length > 0 ? { start, end: start + symbol!.length, names, pointer: false } : undefined;
}

/** How much there is of a marker, before the next: CD44hiCD62Llo. */
const AMOUNT = /(?<=[A-Z\d])(?:hi(?:gh)?|low?|int|dim)(?=[A-Z]|$)/g;

/** The markers of cells that are written as one word with how much there is of each. */
function markers({ lexicon }: Dataset, text: string, start: number, end: number): Found[] {
  const word = text.slice(start, end);
  const apart = word.replace(AMOUNT, (amount) => "\ufffc".repeat(amount.length));
  return apart === word ? [] : lexicon.find(apart).map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
}

/** Small letters with a number, as the symbols of zebrafish are written. */
const SMALL_SYMBOL = /(?<![\w.-])[a-z]{2,6}\d{1,3}[a-z]?(?!\w)/g;
const OF_FISH = /[Zz]ebrafish|\bDanio\b/;

/** The genes that a text on zebrafish calls as they are called there, tp53, found by the symbols of people; without a number they may be words. */
export function symbolsOfFish({ lexicon }: Dataset, text: string, written: readonly Found[]): Found[] {
  if (!OF_FISH.test(text)) return [];
  return Array.from(text.matchAll(SMALL_SYMBOL), ({ 0: symbol, index: start }): Found => {
    const names = lexicon.lookUp(symbol).filter((name) => lexicon.type(name) === "symbol");
    return { start, end: start + symbol.length, names, pointer: false };
  }).filter((one) => one.names.length > 0 && !overlaps(one, written));
}

const NUMBERED = new RegExp(`^([${LETTER}]{4,})\\d{1,4}([munµμ]?[gM]|mcg)?$`);
/** Shorter words are no drug's name before a number, but may end one. */
const SHORTEST_NUMBERED = 6;
/** The words before one that may end a drug's name. */
const WORDS_BEFORE = new RegExp(`(?<![${LETTER}\\d-])(?:[${LETTER}-]{4,30} ){1,2}$`);
const LONGEST_BEFORE = 62;

/**
 * The drug before the number of a reference that was raised in print, "bevacizumab12,13", or before an amount without a space,
 * "paclitaxel80mg", with the words before it that are the name's, "trastuzumab deruxtecan12". Few of their names end in a number; a
 * brand with one may be another product: Valium20 is a vector.
 */
function beforeNumber(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  const [, word, unit] = NUMBERED.exec(text.slice(start, end)) ?? [];
  const { lexicon } = dataset;
  const isMeant = (name: number) =>
    isDrug(dataset, name) &&
    lexicon.context(name) === "none" &&
    (unit !== undefined || lexicon.type(name) !== "brand" || isOnRecord(dataset, name));
  if (!word) return undefined;
  let before = WORDS_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_BEFORE), start))?.[0] ?? "";
  for (; ; before = before.slice(before.indexOf(" ") + 1)) {
    const names = before !== "" || word.length >= SHORTEST_NUMBERED ? lexicon.lookUp(before + word).filter(isMeant) : [];
    if (names.length > 0) return { start: start - before.length, end: start + word.length, names, pointer: false };
    if (before === "") return undefined;
  }
}

const PRECURSOR = /^[Pp]r(?:o|epro)[a-z]{3}/;

/** Proteins before they are cleaved, prorelaxin, procaspase-8, and derivatives of drugs. Such words are in no list. */
function precursors(dataset: Dataset, text: string, unknown: readonly number[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < unknown.length; i += 2) {
    const [start, end] = [unknown[i]!, unknown[i + 1]!];
    const inside = PRECURSOR.test(text.slice(start, start + 9))
      ? nameInside(dataset, text, start, end)
      : (beforeAlleles(dataset, text, start, end) ?? derivative(dataset, text, start, end));
    if (inside) found.push(inside);
  }
  return found;
}

/** The drug that a word names a derivative of, with where on it something was changed: "N-desmethyldiltiazem". */
function derivative(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  // the part before a hyphen may be a locant: "N-desmethyldiltiazem"
  const from = Math.max(start, text.lastIndexOf("-", end) + 1);
  const { lexicon } = dataset;
  const isOwnName = (name: number) => isDrug(dataset, name) && (lexicon.type(name) === "inn" || lexicon.type(name) === "preferred");
  for (const parent of parentsOf(text.slice(from, end))) {
    const names = lexicon.lookUp(parent).filter(isOwnName);
    if (names.length > 0) return { start: startOfDerivative(text, from), end, names, pointer: false };
  }
  return undefined;
}
