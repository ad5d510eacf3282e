/** The abbreviations that a text defines: "vigabatrin (VGB)", "VGB (vigabatrin)", "VGB, vigabatrin". */
import type { Dataset } from "../dataset/dataset";
import { isDrug, isProtein } from "../dataset/nameKinds";
import { isDrugKind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { isBound, isSalt, SALT } from "./affixes";
import { inside } from "./joined";
import { CAPITAL, FIGURE, LETTER } from "./letters";
import { IN_WORDS, initialForm, isOfInitials, linkedBy, longForm, looseForm, SMALL_WORDS } from "./longForm";
import { isNameOfProtein, isOfGene } from "./nameOfProtein";
import { awaitedNames, CODE, isOtherName } from "./otherNames";
import { proteinsFirst } from "./readingOrder";
import { placesOf } from "./search";

/** An abbreviation that a text explains. */
export interface Definition {
  readonly abbreviation: string;
  /** The words that it stands for, as written. */
  readonly longForm: string;
  /** The readings of the long form; empty if it is nothing that we know. */
  readonly names: readonly number[];
  /** Whether the long form, known or not, ends like the name of a protein: "folylpolyglutamate synthetase". */
  readonly isProtein: boolean;
  /** Where the text defines it: where the abbreviation stands, or a name behind it that explains it. */
  readonly at: number;
}

/** Greatest length of an abbreviation, in characters. */
export const LONGEST_ABBREVIATION = 12;
export const ABBREVIATION = new RegExp(String.raw`^(?=\S*[${CAPITAL}\d])[${LETTER}][${LETTER}${FIGURE}/+.’'-]{1,11}$`);
const HOLDS_CAPITAL = new RegExp(String.raw`[${CAPITAL}\d]`);
/** Whether a word may hold an abbreviation, whatever is attached to it: it has a capital or a digit. */
export const mayHoldAbbreviation = (word: string): boolean => HOLDS_CAPITAL.test(word);
const MAY_BE_CLIPPED = new RegExp(`^[${LETTER}]{3,8}$`);
const SIGNS = ",:=–—([-";
const BEFORE_LONG_FORM = new RegExp(
  String.raw`(?<![${LETTER}${FIGURE}-])([${LETTER}${FIGURE}][${LETTER}${FIGURE}/+.-]{1,11})\]?\s?(?:,|:|=|–|—|\(|\[|\s-)\s?$`,
);
/** What is left of a Greek letter that was lost on the way from a journal: "retinoic acid receptor-". */
const LOST_GREEK = /-\s*$/;
/** Greatest length of a name with what may follow it, in UTF-16 units. */
export const LONGEST_NAME = 320;
/** How far back a long form is looked for, in UTF-16 units. */
const REACH = 160;

/**
 * Finds the definitions of abbreviations in a text.
 * @param text prose
 * @param found the names in it, in order, whatever their context
 * @returns empty if there are none
 */
export function definitionsIn(dataset: Dataset, text: string, found: readonly Found[]): Definition[] {
  const definitions = inBrackets(dataset, text, found);
  if (text.includes(" for short")) definitions.push(...forShort(dataset, text, found));
  if (text.includes("[[") && text.includes("|")) definitions.push(...inLinks(dataset, text, found));
  addBeforeNames(dataset, text, found, definitions);
  return definitions.length > 0 ? definitions.filter((definition) => !isOfGene(dataset, text, definition)) : definitions;
}

/** Definitions by brackets: "vigabatrin (VGB)", "FAP (familial adenomatous polyposis)". */
function inBrackets(dataset: Dataset, text: string, found: readonly Found[]): Definition[] {
  const definitions: Definition[] = [];
  for (const open of placesOf(text, "([")) {
    const [inside] = /^[^()[\]]{0,60}(?=[)\]])/.exec(text.slice(open + 1, open + 62)) ?? [];
    if (inside === undefined || isListed(text, open)) continue;
    const explained = explainedBy(text, open, inside, found);
    if (explained) definitions.push(explained);
    const parts = inside.split(/[,;]\s*/);
    for (const [i, part] of parts.entries()) {
      const abbreviation = part
        .trim()
        .replace(INTRODUCED, "")
        .replace(/(?<=[A-Z])s$/, "");
      if (!ABBREVIATION.test(abbreviation) && !MAY_BE_CLIPPED.test(abbreviation)) continue;
      // a catalogue's number: "nicotinamide [N0078]"
      if (text[open] === "[" && /^[A-Z]\d{4,}$/.test(abbreviation)) continue;
      if (parts.length > 1 && CODE.test(abbreviation) && parts.some((other) => isSeller(dataset, other))) continue;
      const unlinked = text.slice(0, open).replace(OPENED, "").trimEnd().replace(LINK_END, "");
      const before = IN_QUOTES.test(unlinked.slice(-2)) ? unlinked.slice(0, -1) : unlinked;
      const definition = defined(dataset, abbreviation, before, found, i === 0);
      if (definition) definitions.push({ ...definition, at: open + 1 + inside.indexOf(part) });
    }
  }
  return definitions;
}

/** What introduces an abbreviation in its brackets: "(hereafter GAL)". */
const INTRODUCED =
  /^(?:here(?:in)?after|henceforth|abbreviated|(?:here |also )?(?:called|referred to as)) (?:called |referred to as |as )?/i;

/** Definitions by words: "extracellular vesicles, or EV for short". */
function forShort(dataset: Dataset, text: string, found: readonly Found[]): Definition[] {
  const definitions: Definition[] = [];
  for (const { index, 1: sign, 2: abbreviation } of text.matchAll(FOR_SHORT)) {
    const definition = ABBREVIATION.test(abbreviation!) ? defined(dataset, abbreviation!, text.slice(0, index), found, true) : undefined;
    if (definition) definitions.push({ ...definition, at: index + sign!.length });
  }
  return definitions;
}
const FOR_SHORT = /((?:,|,? \(?or) )(\S{2,12}) for short(?![A-Za-z])/g;

/** Definitions by links: `[[DNA damage response|DDR]]`. */
function inLinks(dataset: Dataset, text: string, found: readonly Found[]): Definition[] {
  const definitions: Definition[] = [];
  for (const { 1: target, 2: label, index } of text.matchAll(LINKED)) {
    const linked = linkedBy(target!, label!);
    if (!linked) continue;
    const isLabel = linked.abbreviation === label;
    const labelAt = index + 3 + target!.length;
    const at = isLabel ? labelAt : index + 2;
    const end = isLabel ? labelAt - 1 : labelAt + label!.length;
    const last = found.find((one) => !one.pointer && one.end === end && one.start <= end - linked.longForm.length);
    const names = last ? proteinsFirst(dataset, text, last, last.names) : [];
    definitions.push({ ...linked, names, isProtein: isNameOfProtein(linked.longForm), at });
  }
  return definitions;
}

/** Adds definitions by an abbreviation before a name: "VGB, vigabatrin", "VGB (vigabatrin)"; or in a list, "FAP, familial adenomatous polyposis". */
function addBeforeNames(dataset: Dataset, text: string, found: readonly Found[], definitions: Definition[]): void {
  for (const { start, end, names, pointer } of found) {
    const listed = end - start > 2 && end - start < 9 ? listedBy(text, start, end, found) : undefined;
    if (listed) definitions.push(listed);
    const sign = text[start - 1] === " " ? text[start - 2] : text[start - 1];
    if (pointer || sign === undefined || !SIGNS.includes(sign)) continue;
    const form = text.slice(start, end);
    const before = text.slice(Math.max(0, start - 16), start);
    // a list of symbols explains nothing: "CD4, CD44", "Lox, Loxl2"; one that fills brackets may: "TACE (ADAM17)"
    const isInWords = IN_WORDS.test(form) && names.every((name) => dataset.lexicon.type(name) !== "symbol");
    if (!mayHoldAbbreviation(before) || !(isInWords || (sign === "(" && text[end] === ")"))) continue;
    const match = BEFORE_LONG_FORM.exec(before);
    const abbreviation = match?.[1];
    if (!abbreviation || !ABBREVIATION.test(abbreviation)) continue;
    if (form.toLowerCase().endsWith(abbreviation.toLowerCase())) continue;
    if (!(isInWords && longForm(abbreviation, form) === form.length) && awaitedNames(dataset, abbreviation, names).length === 0) continue;
    // one of several that the letters stand for: "TC (topotecan/cyclophosphamide)"
    if (sign === "(" && (PARTNER.test(text.slice(end, end + 3)) || isWithOther(dataset, text, found, end, names))) continue;
    if (isOfBoth(dataset, abbreviation, names[0]!, text.slice(end, end + 8))) continue;
    if (!SAME.test(sign)) {
      // two capitals are a firm's, a person's or a unit's as often: "dropped by AZ, azenosertib"
      if (sign === "," && /^[A-Z]{2}$/.test(abbreviation) && !form.includes(" ")) continue;
      // small letters are those that a name begins with, "Dato – dexamethasone" are two; and what several drugs stand behind is what
      // they are, "IO: ivonescimab, cadonilimab", but not "ENZ: enzalutamide or abiraterone", nor "DTX: docetaxel, PTX: paclitaxel"
      const isBeforeDrug = () =>
        found.some((one) => JOINS_DRUG.test(text.slice(end, one.start)) && text[one.end] !== ":" && isDrug(dataset, one.names[0]!));
      const isHeading = () => sign === ":" && isDrug(dataset, names[0]!) && isBeforeDrug();
      const isBeginning = form.toLowerCase().startsWith(abbreviation.toLowerCase());
      if (!isBeginning && (/[a-z]{2}/.test(abbreviation) || isHeading())) continue;
      // what is known as a target explains nothing before a colon or comma: the drug acts on it ("SRC: saracatinib")
      if (isOfOtherKind(dataset, abbreviation, names)) continue;
      // and what follows a name says more of that: "octreotide LAR, lanreotide"
      const at = start - before.length + match.index;
      if (text[at - 1] === " " && found.some((one) => one.end === at - 1)) continue;
    }
    definitions.push({ abbreviation, longForm: form, names, isProtein: isNameOfProtein(form), at: start });
  }
}

/** Whether a bracket begins an item of a list, or a wiki's link that is not itself in brackets, and so explains nothing: "[[Breast Cancer]], [[PTEN]]". */
function isListed(text: string, open: number): boolean {
  const last = text[open - 1] === " " ? text[open - 2] : text[open - 1];
  if (last === "[") return text[open - 2] !== "(";
  return last === "," || last === ";";
}

/** A link of a wiki by another name than its note's. */
const LINKED = /\[\[([^[\]|\n]{2,80})\|([^[\]|\n]{2,80})\]\]/g;

/** The abbreviation before a bracket of words that begin with its letters, where these are no name: "FAP (familial adenomatous polyposis)". */
function explainedBy(text: string, open: number, inside: string, found: readonly Found[]): Definition | undefined {
  const [, abbreviation, space] = inside.includes(" ") ? (BEFORE_BRACKET.exec(text.slice(Math.max(0, open - 12), open)) ?? []) : [];
  if (!abbreviation) return undefined;
  const form = inside.split(/[,;]/, 1)[0]!;
  return IN_WORDS.test(form) ? inInitials(abbreviation, open - space!.length - abbreviation.length, form, open + 1, found) : undefined;
}

/** The abbreviation of [start, end) in a list of such, where each of its letters begins a word of what is no name: "FAP, familial adenomatous polyposis; …", "EVG / Elastica van Gieson". */
function listedBy(text: string, start: number, end: number, found: readonly Found[]): Definition | undefined {
  const abbreviation = text.slice(start, end);
  if (!/^[A-Z]+$/.test(abbreviation)) return undefined;
  const [, sign, form] = LISTED_FORM.exec(text.slice(end, end + REACH)) ?? [];
  // a slash says the same in other words wherever it stands
  if (!form || !(sign!.includes("/") || IN_LIST.test(text.slice(Math.max(0, start - 4), start)))) return undefined;
  return inInitials(abbreviation, start, form, end + sign!.length, found);
}

/** The definition of an abbreviation by words that begin with its letters, at a place where no name begins or goes on; else nothing. */
function inInitials(abbreviation: string, at: number, form: string, formAt: number, found: readonly Found[]): Definition | undefined {
  if (!isOfInitials(abbreviation, form) || found.some(({ start, end }) => start <= formAt && end > formAt)) return undefined;
  return { abbreviation, longForm: form, names: [], isProtein: isNameOfProtein(form), at };
}
const LISTED_FORM = new RegExp(
  String.raw`^(, |\]?: | ?[=–—/] ?| - )([${LETTER}][${LETTER}\s'’/-]{6,80})(?=[;.,]| \(|$|\n\S{1,12} ?[:=–—-])`,
);
const IN_LIST = /(?:^\s*|[;:.]\s+|\n)(?:\*\[)?$/;
const BEFORE_BRACKET = new RegExp(String.raw`(?<![${LETTER}\d-])([A-Z]{3,8})( ?)$`);

/** What joins a drug to the next one of its combination. */
const PARTNER = /^ ?[/+]/;
const WITH = /^(?: (?:and|plus|with) | ?[/+] ?)([a-z])/i;

/** Whether an abbreviation's last letter is that of the next drug, so that it stands for both: "EC = epirubicin and cyclophosphamide". */
const isOfBoth = (dataset: Dataset, abbreviation: string, name: number, after: string): boolean =>
  isDrug(dataset, name) && WITH.exec(after)?.[1]?.toUpperCase() === abbreviation.at(-1);

/** Whether another drug follows one inside its brackets, so that what stands before them is the regimen: "AC (adriamycin, cyclophosphamide)". */
function isWithOther(dataset: Dataset, text: string, found: readonly Found[], end: number, [name]: readonly number[]): boolean {
  const { lexicon } = dataset;
  const close = text.indexOf(")", end);
  return (
    isDrug(dataset, name!) &&
    inside(found, end, close).some(({ names: [other] }) => isDrug(dataset, other!) && lexicon.entity(other!) !== lexicon.entity(name!))
  );
}

/** What joins a drug to the next one of a list. */
const JOINS_DRUG = /^(?:,? (?:and|or) |, | ?\/ ?)$/;

/** Signs behind which the same is said in other words. */
const SAME = /[=([]/;

/** Whether an abbreviation is the name of a protein with a record, or beyond doubt that of another drug, before the name of a drug. */
function isOfOtherKind(dataset: Dataset, abbreviation: string, names: readonly number[]): boolean {
  const { lexicon } = dataset;
  const entity = lexicon.entity(names[0]!);
  if (!isDrugKind(dataset.kind(entity))) return false;
  return lexicon.lookUp(abbreviation).some((name) => {
    const other = lexicon.entity(name);
    return isProtein(dataset, name) ? dataset.hasRecord(other) : other !== entity && lexicon.context(name) === "none";
  });
}

/** What brackets a link that is the abbreviation: "prostate-specific antigen ([PSA](psa.md))". */
const OPENED = /[([]{1,2}$/;
/** What closes a link behind its text. */
const LINK_END = /\]\]?(?:[([]\ufffc*[)\]])?$/;
/** What closes quotation marks around a long form. */
const IN_QUOTES = /[a-z]["”“’'»]$/i;

/**
 * The definition of an abbreviation by the words at the end of a text; nothing if no long form stands there.
 * @param isFirst whether it is the first abbreviation in its brackets
 */
function defined(
  dataset: Dataset,
  abbreviation: string,
  before: string,
  found: readonly Found[],
  isFirst: boolean,
): Omit<Definition, "at"> | undefined {
  const end = before.length;
  const last = inside(found, end - LONGEST_NAME, end).find(
    (one) => !one.pointer && end - one.end <= LONGEST_TAIL && isTail(dataset, one, before.slice(one.end)),
  );
  // the first letters of a drug's name, as people clip it: "dexamethasone (dex)"
  const isClipped =
    last?.end === end && MAY_BE_CLIPPED.test(abbreviation) && before.slice(last.start).toLowerCase().startsWith(abbreviation.toLowerCase());
  if (last && isClipped && end - last.start > abbreviation.length)
    return { abbreviation, longForm: before.slice(last.start), names: last.names, isProtein: false };
  const reach = before.slice(-REACH);
  // letters in order may be found by chance: behind others in the brackets they are looked for in the name alone, and a word is none
  const within = isFirst && ABBREVIATED.test(abbreviation) ? reach : last?.end === end ? before.slice(last.start) : "";
  const length = ABBREVIATION.test(abbreviation) ? initialForm(abbreviation, reach) || looseForm(abbreviation, within) : 0;
  if (length === 0) {
    if (last?.end !== end) return undefined;
    const names = isOtherName(dataset, before, abbreviation, last) ? last.names : awaitedNames(dataset, abbreviation, last.names);
    return names.length > 0 ? { abbreviation, longForm: before.slice(last.start), names, isProtein: false } : undefined;
  }
  const start = end - length;
  const form = before.slice(start);
  // one symbol is not short for another: "CARD (CRD)"
  if (/^[A-Z\d-]+$/.test(form)) return undefined;
  const isNamed = last && (last.start <= start || isSalt(before.slice(start, last.start).trimEnd(), before.slice(last.start, last.end)));
  const names = isNamed ? proteinsFirst(dataset, before, last, last.names) : [];
  // a list of drugs may end as proteins do: "irinotecan, fluorouracil, and leucovorin (IFL)"
  const isDrugs = last && /, |\b(?:and|plus|with)\b/.test(form) && isDrug(dataset, last.names[0]!);
  return { abbreviation, longForm: form, names, isProtein: !isDrugs && isNameOfProtein(form.replace(LOST_GREEK, "")) };
}

/** Two capitals, or a capital and a number. */
const ABBREVIATED = new RegExp(String.raw`[${CAPITAL}\d].*[${CAPITAL}\d]`);

/** Whether part of a bracket is in no list and begins as the name of a firm, whose catalogue has the code beside it: (D9170; Sigma). */
const isSeller = ({ lexicon }: Dataset, part: string): boolean => SELLER.test(part) && !lexicon.isName(part);
const SELLER = new RegExp(`^(?:[Cc]at(?:alog)?\\b|[${CAPITAL}][${LETTER}&.-]+(?: [${LETTER}&.]+)*$)`);
/** Whether a text may stand between a name and the bracket: nothing, which member of a family it is ("lactate dehydrogenase 5"), which salt, the s of several. */
function isTail(dataset: Dataset, { names }: Found, text: string): boolean {
  const isOfDrug = isDrug(dataset, names[0]!);
  if (text === "" || (text === "s" && !isOfDrug)) return true;
  return isOfDrug ? text.replace(SALT, "") === "" || isBound(dataset, text) : /^[ -](?:\d{1,2}|[A-Z]|[IVX]{1,3})$/.test(text);
}
const LONGEST_TAIL = 24;

/** Whether each letter of an abbreviation begins a word of what it stands for, or that ends in an abbreviation or is a disease (VHL). */
export const isSpelledOut = ({ abbreviation, longForm: form }: Definition): boolean =>
  /[A-Z]{2}$|disease$/.test(form) || initialForm(abbreviation, form.replace(SMALL_WORDS, "")) > 0;
