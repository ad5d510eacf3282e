/** What a note as a whole says of its names: the abbreviations that it defines, and the records that it also calls by another name. */
import type { Dataset } from "../dataset/dataset";
import { isDrug, isOnRecord, isProtein, kindNamed } from "../dataset/nameKinds";
import { isGeneBeside, isOfGeneAlone } from "./cues";
import { type Definition, isSpelledOut, LONGEST_ABBREVIATION, LONGEST_NAME, mayHoldAbbreviation } from "./definitions";
import { classInPlural, type Mention, mentionOf } from "./mentions";
import type { Passage } from "./passage";
import { type Reading, reading } from "./reading";
import { lastUpTo } from "./search";
import { sentenceAround } from "./sentence";
import { joinedByStart } from "./spans";
import { wordsIn } from "./wordsIn";

export interface Bindings {
  readonly dataset: Dataset;
  /** The definitions of each abbreviation, in order, without repetitions of the one before. */
  readonly defined: ReadonlyMap<string, readonly Defined[]>;
  /** The abbreviations with the order of their definitions. */
  readonly order: ReadonlyMap<string, number>;
  /** Records that the note names beyond doubt, among those that it may also mean by a name that needs support. */
  readonly named: ReadonlySet<number>;
}

/** A definition, and the passage that holds it. */
interface Defined {
  readonly definition: Definition;
  readonly passage: Passage;
}

/** Whether the bindings of a note depend on a passage, or its reading depends on them. All other passages can be left out. */
export const isBinding = ({ definitions, pending }: Reading): boolean => definitions.length > 0 || pending.length > 0;

/** Whether a passage explains an abbreviation. */
export const hasDefinitions = ({ definitions }: Reading): boolean => definitions.length > 0;

/** The abbreviations that passages explain, and that are no proteins. */
export const explainedIn = (dataset: Dataset, passages: readonly Passage[]): readonly string[] =>
  passages.flatMap((passage) =>
    reading(dataset, passage).definitions.flatMap(({ abbreviation, names, isProtein }) =>
      names.length === 0 && !isProtein ? abbreviation : [],
    ),
  );

/**
 * Gathers the bindings of a note.
 * @param binding the passages of the note for which {@link isBinding} holds, in order
 * @param mentioned tells whether the note names a record beyond doubt, by another name than the given one
 * @param before the bindings before an edit; returned again if nothing has changed, so that all that rests on them stays
 */
export function bindingsOf(
  dataset: Dataset,
  binding: readonly Passage[],
  mentioned: (entity: number, otherThan: number) => boolean,
  before: Bindings | undefined,
): Bindings {
  const defined = new Map<string, Defined[]>();
  const pending = new Map<number, number>();
  for (const passage of binding) {
    const held = reading(dataset, passage);
    for (const definition of held.definitions) {
      // one in small letters has a capital where a sentence begins
      const { abbreviation } = definition;
      for (const written of new Set([abbreviation, abbreviation[0]!.toUpperCase() + abbreviation.slice(1)])) {
        const all = defined.get(written) ?? [];
        if (!saysSame(dataset, all.at(-1)?.definition, definition)) all.push({ definition, passage });
        defined.set(written, all);
      }
    }
    // a clipped name stands for the whole, which may be the one that the note has elsewhere
    for (const { names } of held.pending)
      pending.set(dataset.lexicon.entity(names[0]!), dataset.lexicon.context(names[0]!) === "none" ? NOBODY : names[0]!);
  }
  const named = new Set([...pending].flatMap(([entity, name]) => (mentioned(entity, name) ? [entity] : [])));
  if (before?.dataset === dataset && isSame(before, defined, named)) return before;
  return { dataset, defined, order: new Map([...defined.keys()].map((word, i) => [word, i])), named };
}

/** No name. */
const NOBODY = -1;

const saysSame = ({ lexicon }: Dataset, one: Definition | undefined, other: Definition): boolean =>
  one !== undefined &&
  (one.names[0] === other.names[0] ||
    (one.names[0] !== undefined && other.names[0] !== undefined && lexicon.entity(one.names[0]) === lexicon.entity(other.names[0])));

function isSame(before: Bindings, defined: Bindings["defined"], named: ReadonlySet<number>): boolean {
  if (before.defined.size !== defined.size || before.named.size !== named.size) return false;
  for (const [written, all] of defined) {
    const held = before.defined.get(written);
    if (held?.length !== all.length) return false;
    // of several the places count: a passage that an edit has replaced has none any more
    for (const [i, { definition, passage }] of all.entries())
      if (held[i]!.definition !== definition || (all.length > 1 && held[i]!.passage !== passage)) return false;
  }
  for (const entity of named) if (!before.named.has(entity)) return false;
  return true;
}

/** Tells the place of a passage among all passages of its note. */
type Order = (passage: Passage) => number;

/** The definition that holds at a place: the nearest one before it, else the first of the note; nothing if it has none. */
function holding(all: readonly Defined[] | undefined, passage: Passage, start: number, orderOf: Order): Definition | undefined {
  if (all === undefined || all.length < 2) return all?.[0]?.definition;
  const here = orderOf(passage);
  // in this passage those before the place alone
  let last = lastUpTo(all.length, (i) => orderOf(all[i]!.passage), here);
  while (all[last]?.passage === passage && all[last]!.definition.at > start + LONGEST_ABBREVIATION) last--;
  return (all[last] ?? all[0]!).definition;
}

/**
 * The mentions of a passage as its note binds them: those that its sentences speak for, the abbreviations that the note
 * defines, names of records that the note also calls otherwise; without names that the note defines as something else.
 * @returns in order of their start
 */
export function boundMentions(dataset: Dataset, passage: Passage, bindings: Bindings, orderOf: Order): readonly Mention[] {
  const held = reading(dataset, passage);
  if (held.bound?.to === bindings) return held.bound.mentions;
  const mentions = bind(dataset, passage, held, bindings, orderOf);
  held.bound = { to: bindings, mentions };
  return mentions;
}

function bind(dataset: Dataset, passage: Passage, held: Reading, { defined, order, named }: Bindings, orderOf: Order): readonly Mention[] {
  const awaited: Mention[] = [];
  for (const { start, end, names } of held.pending) {
    const definition = holding(defined.get(passage.text.slice(start, end)), passage, start, orderOf);
    const isMeant = definition ? definition.names.length === 0 && definition.isProtein : named.has(dataset.lexicon.entity(names[0]!));
    if (isMeant) awaited.push(mentionOf(passage, { start, end, names, pointer: false }));
  }
  const mentions = joined(held.mentions, awaited);
  const bound: Mention[] = [];
  const refuted = new Set<Mention>();
  for (const { start, word } of order.size > 0 ? wordsIn(passage.text, order, LONGEST_ABBREVIATION) : []) {
    const end = start + word.length;
    const definition = holding(defined.get(word), passage, start, orderOf)!;
    if (passage.text[end] === "-" && isPartOfOther(dataset, passage.text.slice(end, end + 8), definition)) continue;
    // a longer name that holds the abbreviation stays (VEGF in "VEGF receptor"), and so does a name that needs no help
    const other = firstTouching(mentions, start, end);
    if (other && (other.start < start || other.end > end + 1 || !isBindable(dataset, other, definition))) continue;
    const { names } = definition;
    if (names.length > 0) {
      if (!other || !isProteinHere(dataset, passage.text, other, mentions, names[0]!))
        bound.push({ ...mentionOf(passage, classInPlural(dataset, passage.text, { start, end, names, pointer: false })), definition });
    } else if (other && !definition.isProtein && !isOfGeneAlone(passage.text, other)) refuted.add(other);
  }
  return joined(refuted.size > 0 ? mentions.filter((mention) => !refuted.has(mention)) : mentions, bound);
}

/** Whether an abbreviation is the beginning of a method's, by what stands behind it (RT-qPCR), or, that of a drug, of a trial's name (EV-302). */
const isPartOfOther = (dataset: Dataset, behind: string, { names: [name] }: Definition): boolean =>
  /^-[a-z]{0,2}PCR/.test(behind) || (name !== undefined && /^-\d\d/.test(behind) && isDrug(dataset, name));

/** Whether a process is defined by a symbol that the words beside it, or a drug in its sentence that acts on it, say to mean a protein: MET. */
function isProteinHere(dataset: Dataset, text: string, one: Mention, mentions: readonly Mention[], defined: number): boolean {
  const { lexicon } = dataset;
  if (kindNamed(dataset, defined) !== "process") return false;
  const [from, to] = sentenceAround(text, one.start, one.end);
  const actsOnIt = (drug: number) =>
    dataset.kind(drug) === "drug" && one.names.some((name) => dataset.related(drug).has(lexicon.entity(name)));
  return (
    isGeneBeside(text, one) || mentions.some(({ start, end, names }) => start >= from && end <= to && actsOnIt(lexicon.entity(names[0]!)))
  );
}

/** Joins mentions with others that replace those they touch. Both are in order, and the others do not overlap. */
function joined(mentions: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  if (others.length === 0) return mentions;
  const kept = mentions.filter(({ start, end }) => {
    const before = others[lastUpTo(others.length, (i) => others[i]!.start, end - 1)];
    return !before || before.end <= start;
  });
  return joinedByStart(kept, others);
}

/** The first of the mentions, which are in order, that shares a character with [start, end). */
function firstTouching(mentions: readonly Mention[], start: number, end: number): Mention | undefined {
  let first: Mention | undefined;
  for (let i = lastUpTo(mentions.length, (k) => mentions[k]!.start, end - 1); i >= 0 && mentions[i]!.start > start - LONGEST_NAME; i--)
    if (mentions[i]!.end > start) first = mentions[i];
  return first;
}

/**
 * Whether a place is read the same whatever the rest of the note says: at a record's name that needs no support, or at an ordinary
 * word.
 * @param offset unit of the passage's text
 */
export function isSettled(dataset: Dataset, passage: Passage, offset: number): boolean {
  const { lexicon } = dataset;
  const here = reading(dataset, passage).mentions.filter(({ start, end }) => start <= offset && offset <= end);
  if (here.some(({ names: [name] }) => isOnRecord(dataset, name!) && lexicon.context(name!) === "none")) return true;
  const from = Math.max(0, offset - LONGEST_ABBREVIATION);
  const before = /[^\s()[\]]*$/.exec(passage.text.slice(from, offset))![0];
  const after = /^[^\s()[\]]*/.exec(passage.text.slice(offset, offset + LONGEST_ABBREVIATION))![0];
  const word = before + after;
  return !mayHoldAbbreviation(word) && (word.length < 3 || lexicon.isWord(/\p{L}*/u.exec(word)![0]));
}

/**
 * Whether a definition stands against the lexicon: where it names something else, and the lexicon's name needs support or, if that
 * something is known, has no record; if it is unknown, has two to four capitals, which may abbreviate anything, those of a record if
 * each begins a word: EGFR is a rate by "estimated glomerular filtration rate", but "Kirsten rat sarcoma" is KRAS.
 */
function isBindable(dataset: Dataset, mention: Mention, definition: Definition): boolean {
  const { lexicon } = dataset;
  const { abbreviation, names } = definition;
  const entity = lexicon.entity(mention.names[0]!);
  if (names.length > 0 && lexicon.entity(names[0]!) === entity) return false;
  // the symbol of a member stays its own behind the family's name: "tenascin (TNC)"
  if (names.length > 0 && lexicon.type(mention.names[0]!) === "symbol" && /family$/.test(kindNamed(dataset, names[0]!))) return false;
  if (lexicon.context(mention.names[0]!) !== "none") return true;
  // of a name with a number behind it the abbreviation tells which one is meant: LRP-1, "heparanase-2 (HPSE2)"
  if (names.length > 0 && /\d$/.test(abbreviation) && isNumbered(dataset, names[0]!)) return false;
  if (names.length > 0) return !dataset.hasRecord(entity);
  // a drug's code is no proof of it: CCK-8 is a cell counting kit
  if (isDrug(dataset, mention.names[0]!) && /^\p{Lu}{2,4}-?\d$/u.test(abbreviation)) return isSpelledOut(definition);
  return /^\p{Lu}{2,4}$/u.test(abbreviation) && (!dataset.hasRecord(entity) || isSpelledOut(definition));
}

/** Whether a name may be that of several proteins, which numbers tell apart. */
const isNumbered = (dataset: Dataset, name: number): boolean =>
  /family$/.test(kindNamed(dataset, name)) || (isProtein(dataset, name) && !/\d$/.test(dataset.lexicon.name(name)));
