/** Lists that say the common part of their names once: MMP-2/-9, pSMAD2/3, FGFR1-4, miR-29a/b, interferon-alpha/beta, L- and P-selectin, caspases 3 and 9, EGFR/HER2 inhibitor. */
import type { Dataset } from "../dataset/dataset";
import { isProtein, kindNamed, proteinsAmong } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { GREEK } from "./affixes";
import { LETTER } from "./letters";

/** What stands between the items of a list, as a regular expression. */
export const BETWEEN_ITEMS = String.raw`(?:,|\/|,? (?:and(?:\/or)?|or)) ?`;

const AMOUNT = "[.,]\\d|\\s?(?:[muµμ]?g|ml|%|[nuµμ]M)";
// "/9" and "/-9", "/B", "&9"; "-3", "and -9" only with a hyphen, since a bare number may count anything
const GAP = "(?:\\s?/\\s?-?|&-?|,?\\s(?:and|or|&)\\s(?=-)-|,\\s?(?:(?:and|or)\\s)?-)";
const NEXT = new RegExp(`^${GAP}(\\d{1,3}[A-Za-d]?|[A-Zαβγδ]\\d{0,2}|[b-d])(?![${LETTER}\\d]|-\\d|${AMOUNT})`);
/** What is said of proteins behind a list of bare numbers. */
const SAID = String.raw`(?=[,;:)]|\.?$|\. | (?:and|or|in|on|by|are|is|was|were) | (?:activ|agonis|antagon|block|deplet|expr|inhib|isoform|level|ligand|mutat|phosphoryl|signal))`;
const AND = ",?\\s(?:and|or|&)\\s";
const BARE = "(?:\\d{1,2}|[αβγδ])";
/** A bare number or Greek letter joined by a word, before such: "CDK4 and 6 were high"; and those before it: "HDAC1, 2 and 6", "RARα, β and γ". */
const AND_BARE = new RegExp(`^(?:${AND}(?=${BARE}${SAID})|,\\s(?=(?:${BARE},\\s){0,6}${BARE}${AND}${BARE}${SAID}))(${BARE})`);
/** How far a list is read on for its next item, in UTF-16 units: as long as the longest of bare numbers, and what is said behind. */
const AHEAD = 52;
// "-2α" says the number again: "HIF-1α and -2α"
const NEXT_GREEK = new RegExp(`^${GAP}(\\d{0,2}(?:${GREEK}))(?![${LETTER}\\d])`);
// a dash that only has a space before it is a minus, "MMP9 -50"; a number with a prime is an end of the RNA: "CDK4-5′UTR"
const TO = new RegExp(`^(?:[-\\u2010-\\u2013]\\s?|\\s[-\\u2010-\\u2013]\\s)(\\d{1,2})(?![${LETTER}\\d]|['’′]|${AMOUNT})`);

/** What an item of a list ends with: the common part, and what differs. */
const ITEM = [
  new RegExp(String.raw`^(.*?[${LETTER}-] ?)(\d{1,3}[A-Za-d]?)$`),
  /^(.*\d|.{2,}[A-Z -])([A-Z])$/,
  new RegExp(String.raw`^(.*?[${LETTER}\d][- ]?)(${GREEK})$`),
];
/** What stands before the abbreviation in brackets that a name ends with, and it. */
const ABBREVIATED = new RegExp(String.raw`^.*[([]([${LETTER}\d-]{2,8})[)\]]`);
/** What is written on to the front of a symbol, and goes for all of the list: p-SMAD1/5/9. */
const PREFIX = /^[a-zα]{1,8}[-\u2010\u2011]?(?=[A-Z])/;
/** The end of a name, and what stands right behind it where a list or range may follow. */
const MAY_BE_LISTED = /[\dA-Za-dαβγδ](?:&|\s?(?:\/|[\u2010-\u2013-]\s?\d)|,\s?(?:(?:and|or)\s)?-|(?:,|,?\s(?:and|or|&))\s[-\dαβγδ])/y;

/** Whether a name begins with a letter and a hyphen, to which those of items before it may belong. */
const isOfLetter = (text: string, start: number): boolean => text[start + 1] === "-" && /[ /]/.test(text[start - 1] ?? "");

/**
 * The names that a list goes on with after saying the common part once, or has before it.
 * @param found a name
 * @returns the name itself, longer where a range follows ("FGFR1-4"), with the further members, in order; nothing where there is no list
 */
export function listedWith(dataset: Dataset, text: string, found: Found): readonly Found[] | undefined {
  const before = isOfLetter(text, found.start) ? itemsBefore(dataset, text, found) : [];
  if (before.length > 0) return [...before, found];
  if (isBeforeNumber(text, found.end)) return numbered(dataset, text, found);
  MAY_BE_LISTED.lastIndex = found.end - 1;
  if (!MAY_BE_LISTED.test(text) || !isProtein(dataset, found.names[0]!)) return undefined;
  // after a bracket its abbreviation goes on: "… receptor (VEGFR)-1, -2"
  const all = text.slice(found.start, found.end).replace(ABBREVIATED, "$1");
  const written = dataset.lexicon.isName(all) ? all : all.replace(PREFIX, "");
  const [, stem, last] = ITEM.reduce<RegExpExecArray | null>((item, pattern) => item ?? pattern.exec(written), null) ?? [];
  if (!stem || !last) return undefined;
  const read = (name: string) => membersNamed(dataset, name);
  const range = TO.exec(text.slice(found.end, found.end + 8));
  if (range && Number(range[1]) > Number(last)) {
    // an old name of one member is none of the family: LOXL was LOXL1
    const family = read(stem.replace(/[- ]$/, "")).filter((name) => !/gene$|^target$/.test(kindNamed(dataset, name)));
    const names = family.length > 0 ? family : [...found.names, ...read(stem + range[1])];
    if (family.length > 0 || names.length > found.names.length) return [{ ...found, end: found.end + range[0].length, names }];
  }
  const isGreek = !/^(?:\d|[A-Z]$)/.test(last);
  const list = [found];
  for (let end = found.end; ; ) {
    const behind = text.slice(end, end + AHEAD);
    const next = (isGreek ? NEXT_GREEK : NEXT).exec(behind) ?? AND_BARE.exec(behind);
    const isSame = isGreek || (next && /^\d/.test(next[1]!) === /^\d/.test(last));
    const names = next ? read(withItem(stem, next[1]!, isGreek) ?? stem + (isSame ? next[1] : last.slice(0, -1) + next[1])) : [];
    if (!next || names.length === 0) return list;
    const hyphen = /-$/.test(next[0].slice(0, -next[1]!.length)) ? 1 : 0;
    const start = end + next[0].length - next[1]!.length - hyphen;
    end += next[0].length;
    list.push({ start, end, names, pointer: false });
  }
}

/** The name of an item that says again what stands before its number, "S100A8/A9", "TGF-β1, -β2", or letter: "HIF-1α/2α". */
function withItem(stem: string, item: string, isGreek: boolean): string | undefined {
  if (isGreek && /^\d/.test(item)) return stem.replace(/\d{1,2}-?$/, "") + item;
  return /^[A-Zαβγδ]\d/.test(item) && stem.endsWith(item[0]!) ? stem.slice(0, -1) + item : undefined;
}

/** The proteins of a member's name, which may have a space where the list has a hyphen, or R for "receptor". */
function membersNamed(dataset: Dataset, name: string): number[] {
  const [names = []] = [name, name.replace("-", " "), name.replace(/[- ]receptor[- ]/, "R")]
    .map((written) => dataset.lexicon.lookUp(written))
    .filter((all) => all.length > 0);
  return proteinsAmong(dataset, names);
}

/** Whether a plural is followed by a space and what may be a number: the s may be the name's. */
function isBeforeNumber(text: string, end: number): boolean {
  const space = text[end] === "s" ? end + 1 : end;
  return text[space - 1] === "s" && text[space] === " " && /[A-Z\d]/.test(text[space + 1] ?? "");
}

const NUMBER = "[A-Z]?\\d{1,2}[A-Z]?|[IVX]{1,3}|[A-Z]";
const FIRST_NUMBER = new RegExp(`^(s?) (${NUMBER})(?=,| and | or | & |[/&])`);
const NEXT_NUMBER = new RegExp(`^(?:, ?|,? (?:and|or|&) |[/&])(${NUMBER})(?!\\w|${AMOUNT})`);

/** Both ends of a range of them. */
const NUMBERS = new RegExp(`^(s?) (\\d{1,2})[-\\u2010-\\u2013](\\d{1,2})(?![${LETTER}\\d]|${AMOUNT})`);

/** The members of a family that a plural counts: "matrix metalloproteinases 2 and 9", "FGF receptors 1, 2 and 4", "HDACs 1-3"; nothing where it does not. */
function numbered(dataset: Dataset, text: string, found: Found): Found[] | undefined {
  const behind = text.slice(found.end, found.end + 12);
  const [all, plural, first, to] = NUMBERS.exec(behind) ?? FIRST_NUMBER.exec(behind) ?? [];
  if (!all || !first || !isProtein(dataset, found.names[0]!)) return undefined;
  const stem = text.slice(found.start, plural ? found.end : found.end - 1);
  const read = (number: string) => membersNamed(dataset, `${stem} ${number}`);
  if (to) return read(first).length > 0 && read(to).length > 0 ? [{ ...found, end: found.end + all.length }] : undefined;
  const list: Found[] = [{ ...found, end: found.end + all.length, names: read(first) }];
  for (let end = found.end + all.length; list.at(-1)!.names.length > 0; ) {
    const [next, number] = NEXT_NUMBER.exec(text.slice(end, end + 20)) ?? [];
    const names = number ? read(number) : [];
    if (!next || names.length === 0) return list.length > 1 ? list : undefined;
    end += next.length;
    list.push({ start: end - number!.length, end, names, pointer: false });
  }
  return undefined;
}

const ITEM_BEFORE = new RegExp(String.raw`(?<![${LETTER}\d-])([A-Z])-(?:(?:,|,? and|,? or|/) |/)$`);

/** The items of a list before its last, which says the common part: "E-, L- and P-selectin". */
function itemsBefore(dataset: Dataset, text: string, { start, end }: Found): Found[] {
  const common = text.slice(start + 1, end);
  const items: Found[] = [];
  for (let at = start; ; ) {
    const [all, letter] = ITEM_BEFORE.exec(text.slice(Math.max(0, at - 8), at)) ?? [];
    const names = letter ? membersNamed(dataset, letter + common) : [];
    if (!all || names.length === 0) return items.reverse();
    at -= all.length;
    items.push({ start: at, end: at + 2, names, pointer: false });
  }
}

/**
 * The protein in the name of its inhibitors or its pathway where a slash joins another one to it: the noun is said of both.
 * @param before the name before
 * @returns nothing where none is joined so
 */
export function sharingNoun(
  dataset: Dataset,
  text: string,
  before: Pick<Found, "end" | "names"> | undefined,
  { start, end, names, pointer }: Found,
): Found | undefined {
  if (pointer || text[start - 1] !== "/" || before?.end !== start - 1) return undefined;
  if (!isProtein(dataset, before.names[0]!) || isProtein(dataset, names[0]!)) return undefined;
  const noun = /\s\S+$/.exec(text.slice(start, end));
  const proteins = noun ? membersNamed(dataset, text.slice(start, start + noun.index)) : [];
  return proteins.length > 0 ? { start, end: start + noun!.index, names: proteins, pointer } : undefined;
}
