/** The names that a passage means, among those that are spelled in it: each with the readings that its sentence speaks for. */
import type { Dataset } from "../dataset/dataset";
import { heldOnce } from "../dataset/held";
import { isDrug, kindNamed } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { againstLonger, isCationOf, isGroupOf, isSalt, withAffixes } from "./affixes";
import { isAwaited, isBuildingBlock, isCertain, isInCompany, isMeant, isPartOfProtein } from "./context";
import type { Definition } from "./definitions";
import { columnOf, ofHeading } from "./headings";
import { listedWith, sharingNoun } from "./lists";
import { type Passage, sourceRange } from "./passage";
import { byCompany, proteinsFirst } from "./readingOrder";
import { lastUpTo } from "./search";
import { overlaps } from "./spans";

/** A name in a note. */
export interface Mention {
  /** Offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  /** Offsets in the block, of the name alone, without markup around it. */
  readonly from: number;
  readonly to: number;
  /** Its readings, the likeliest first; never empty. */
  readonly names: readonly number[];
  /** Whether it is a phrase that only points to its record, so that names inside it count as well. */
  readonly pointer: boolean;
  /** The definition in the note that gives it its meaning. */
  readonly definition?: Definition;
}

const NONE: readonly never[] = [];

/** Whether a match is a misspelling on record, and not a name as well. */
export const isMisspelt = ({ lexicon }: Dataset, { names }: Found): boolean => names.every((name) => lexicon.type(name) === "misspelling");

/** A name where it stands in a passage. */
export function mentionOf(passage: Passage, { start, end, names, pointer }: Found): Mention {
  const { from, to } = sourceRange(passage, start, end);
  return { start, end, from, to, names, pointer };
}

/** The names that are meant, among those that are found. @param pending receives those for which the rest of the note may speak */
export function mentionsAmong(dataset: Dataset, passage: Passage, found: readonly Found[], pending: Found[]): Mention[] {
  const mentions: Mention[] = [];
  const silent = readInOrder(dataset, passage, found, mentions);
  // what was silent beside names that needs support may be spoken for by those that had it: TAZ by YAP
  const company = silent.length > 0 ? mentions : NONE;
  for (const match of silent) {
    const { text } = passage;
    const names = company.length > 0 ? match.names.filter((name) => isInCompany(dataset, text, match, name, company)) : NONE;
    const isFree = names.length > 0 && !overlaps(match, mentions);
    if (isFree) mentions.push(mentionOf(passage, withAffixes(dataset, text, { ...match, names })));
    else if (isAwaited(dataset, text, match)) pending.push(match);
  }
  if (company.length > 0) mentions.sort((a, b) => a.start - b.start);
  return withNeighbours(dataset, passage, mentions);
}

/** Adds the names that their sentences or columns speak for, in order. @returns the others */
function readInOrder(dataset: Dataset, passage: Passage, found: readonly Found[], mentions: Mention[]): readonly Found[] {
  const { text } = passage;
  const certain = allOf(found, (match) => match.names.some((name) => isCertain(dataset, text, match, name)));
  const column = columnOf(passage);
  const columnFor = (name: number) => column ?? (isActedOnInRow(dataset, passage, name) ? "gene" : undefined);
  const silent: Found[] = [];
  const add = (one: Found) => mentions.push(mentionOf(passage, one));
  const read = (one: Found): void => {
    const match = asWritten(dataset, passage, one);
    const last = mentions.at(-1);
    if (last && match.start < last.end && !match.pointer && !last.pointer) return;
    const spoken = allOf(match.names, (name) => isMeant(dataset, text, match, name, certain, columnFor(name)));
    if (spoken.length === 0) {
      silent.push(match);
      for (const part of partsOf(dataset, text, match)) read(part);
      return;
    }
    const sharing = sharingNoun(dataset, text, last, match);
    if (sharing) add(sharing);
    else readMeant(match, spoken, last);
  };
  const readMeant = (match: Found, spoken: readonly number[], last: Mention | undefined): void => {
    let names = allOf(spoken, (name) => !isPartOfProtein(dataset, text, match, name));
    if (names.length === 0 || isBuildingBlock(text, match) || isCationOf(dataset, text, match)) return;
    if (hasSeveral(dataset, names)) names = proteinsFirst(dataset, text, match, byCompany(dataset, text, match, names, certain), certain);
    const meant = names === match.names ? match : { ...match, names };
    const whole = match.pointer ? meant : withAffixes(dataset, text, meant);
    // a chain that is a name by itself belongs to what follows: "β3 integrin"
    if (last && whole.start < last.end && whole.start < match.start && !last.pointer) mentions.pop();
    const list = match.pointer ? undefined : listedWith(dataset, text, whole);
    if (list) list.forEach(add);
    else add(whole);
  };
  for (const one of found) read(one);
  return silent;
}

/**
 * Whether another cell of the row names a drug that acts on what a name may stand for: "| ALK | alectinib |". Not where a name is spelled
 * as a word is, or nearly always means otherwise, "| dasatinib | Yes |", nor where the column says what was met.
 */
function isActedOnInRow(dataset: Dataset, passage: Passage, name: number): boolean {
  const { lexicon } = dataset;
  if (!passage.row || lexicon.context(name) !== "gene" || !/[A-Z\d]/.test(lexicon.name(name)) || isOfOutcome(passage)) return false;
  const entity = lexicon.entity(name);
  return drugsOf(dataset, passage.row).some(
    ({ cell, drugs }) => cell !== passage && drugs.some((drug) => dataset.related(drug).has(entity)),
  );
}

const isOfOutcome = ofHeading((text) => /end-?\s?point|outcome|objective|goal|criteri/i.test(text));

/** The drugs that the cells of a row name, looked for once. */
function drugsOf(dataset: Dataset, row: readonly Passage[]): ReadonlyArray<{ readonly cell: Passage; readonly drugs: readonly number[] }> {
  const { lexicon } = dataset;
  const held = rows(dataset);
  const known = held.get(row);
  if (known) return known;
  const found = row.flatMap((cell) => {
    const first = lexicon.find(cell.text).map(({ names }) => names[0]!);
    const drugs = new Set(first.filter((name) => isDrug(dataset, name)).map((name) => lexicon.entity(name)));
    return drugs.size > 0 ? { cell, drugs: [...drugs] } : [];
  });
  held.set(row, found);
  return found;
}
const rows = heldOnce(() => new WeakMap<readonly Passage[], ReturnType<typeof drugsOf>>());

/**
 * Whether what is found may turn out to have a name that fulfils a condition on drugs or previous symbols, as it is, or as a shorter or
 * longer one. False is certain, and known without looking at the words around. Of families it is not: "PDGF receptor" is one by the word
 * behind PDGF. Nor is it of the further items of a list, which no text has in full.
 */
export function mayHold(dataset: Dataset, passage: Passage, found: Found, isOne: (name: number) => boolean): boolean {
  const { text } = passage;
  const one = asWritten(dataset, passage, found);
  return (
    one.names.some(isOne) ||
    partsOf(dataset, text, one).some((part) => mayHold(dataset, passage, part, isOne)) ||
    againstLonger(dataset, text, one)?.names.some(isOne) === true
  );
}

/** What is found without the word before it or the score behind it, where it is a name without these; a class to the end of its plural. */
function asWritten(dataset: Dataset, passage: Passage, found: Found): Found {
  const { text } = passage;
  const written = withoutScore(dataset, text, mathAlone(dataset, passage, found));
  return classInPlural(dataset, text, written);
}

/** The names on both sides of the last space of one that nothing speaks for: "CD19 CAR-T" is a product, or CAR-T against CD19. */
function partsOf(dataset: Dataset, text: string, found: Found): readonly Found[] {
  const { lexicon } = dataset;
  const { start, end } = found;
  const space = text.lastIndexOf(" ", end - 1);
  if (space <= start || found.pointer || isMisspelt(dataset, found)) return NONE;
  const parts = `${text.slice(start, space)}\ufffc${text.slice(space + 1, end)}`;
  return lexicon.find(parts).map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
}

/** A name without the score behind it, "PSMA 3+", where it is one by itself. */
function withoutScore({ lexicon }: Dataset, text: string, found: Found): Found {
  if (text[found.end] !== "+" || text[found.end - 2] !== " ") return found;
  const end = found.end - 2;
  const names = /\d/.test(text[found.end - 1]!) ? lexicon.lookUp(text.slice(found.start, end)) : [];
  return names.length > 0 ? { ...found, end, names } : found;
}

/** A class of drugs to the s of its plural, in which it is mostly written; "tetracyclines" are the class alone. */
export function classInPlural(dataset: Dataset, text: string, found: Found): Found {
  if (text[found.end] !== "s") return found;
  const classes = found.names.filter((name) => kindNamed(dataset, name) === "known-class");
  return classes.length > 0 ? { ...found, end: found.end + 1, names: classes } : found;
}

/** The items that fulfil a condition; the list itself where all do, as nearly always. */
function allOf<T>(list: readonly T[], isOne: (item: T) => boolean): readonly T[] {
  for (const item of list) if (!isOne(item)) return list.filter(isOne);
  return list;
}

/** Whether names stand for more than one thing. */
const hasSeveral = ({ lexicon }: Dataset, names: readonly number[]): boolean =>
  names.length > 1 && names.some((name) => lexicon.entity(name) !== lexicon.entity(names[0]!));

/** A name without the word before it where it ends in math that is a name of the same record by itself: "integrin $\\alpha_v\\beta_3$". */
function mathAlone({ lexicon }: Dataset, { text, segments }: Passage, found: Found): Found {
  if (!segments) return found;
  const index = lastUpTo(segments.length, (i) => segments[i]!.at, found.end - 1);
  const last = segments[index]!;
  if (last.at <= found.start || last.to - last.from === (segments[index + 1]?.at ?? text.length) - last.at) return found;
  const alone = lexicon.lookUp(text.slice(last.at, found.end)).map((name) => lexicon.entity(name));
  return found.names.every((name) => alone.includes(lexicon.entity(name))) ? { ...found, start: last.at } : found;
}

/**
 * Joins what stands beside each other and is one name: the two parts of a salt ("sodium nitroprusside"), a family that only
 * introduces one of its members ("integrin αvβ3", which is left out) or follows it ("αvβ3 integrin": part of its name).
 */
function withNeighbours(dataset: Dataset, passage: Passage, mentions: Mention[]): Mention[] {
  const { text } = passage;
  const isNext = (before: Mention, { start }: Mention) => start === before.end + 1 && text[before.end] === " ";
  if (!mentions.some((mention, i) => i > 0 && isNext(mentions[i - 1]!, mention))) return mentions;
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const before = kept.at(-1);
    if (before && isNext(before, mention)) {
      if (isSalt(text.slice(before.start, before.end), text.slice(mention.start, mention.end))) {
        kept.pop();
        kept.push({ ...mention, start: before.start, from: before.from });
        continue;
      }
      if (isGroupOf(dataset, before.names[0]!, mention.names[0]!)) kept.pop();
      else if (isGroupOf(dataset, mention.names[0]!, before.names[0]!)) {
        kept.pop();
        kept.push({ ...before, end: mention.end, to: mention.to });
        continue;
      }
    }
    kept.push(mention);
  }
  return kept;
}
