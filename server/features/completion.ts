/** Completion of names: from what was typed, also across hyphens and spaces, to the names that begin so. */

import type { Dataset } from "../dataset/dataset";
import type { DrugRecord } from "../dataset/records";
import { isCapital } from "../dataset/shapes";
import { CAPITAL, LETTER, SMALL } from "../note/letters";
import type { Note } from "../note/note";
import { isInWord } from "../note/wordsIn";
import type { Settings } from "../settings";
import { kindWord } from "./cards/words";
import { isSmallColumn } from "./columnCase";
import { completeDirective } from "./directiveCompletion";
import { isOneAmong, targetsNamed } from "./drugTargets";
import { cellValueAt, keysAt } from "./keyCompletion";
import { GROUPS } from "./likely";
import type { Spelled } from "./noteSpelling";
import type { Candidate } from "./ranking";
import { candidates, POOL } from "./typed";
import { inLatin, LATIN_END, withCase, withGreekSpelled, writtenFor } from "./written";

export interface Completion {
  /** The name offered, as it is written in the dataset. */
  readonly label: string;
  /** What is written when it is chosen. */
  readonly insert: string;
  /** What the editor filters by; it begins with what was typed. */
  readonly filter: string;
  /** What it is: "drug", "family". */
  readonly kind: string;
  /** What is written, if that is another name than the label. */
  readonly leadsTo: string | undefined;
  /** Whether the name is out of use: a previous symbol, a former name. */
  readonly deprecated: boolean;
  /** Offset in the note from which the choice replaces text: a name of several words may begin before the word at the place. */
  readonly from: number;
  readonly entity: number;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** The place, where the replaced text ends. */
  readonly to: number;
  /** End of the word at the place, for editors that are set to overwrite words. */
  readonly wordEnd: number;
  /** Whether there are more than are given. */
  readonly isIncomplete: boolean;
}

/** How many items are given. */
const LIMIT = 20;
/** How far the word at the place is looked at, in UTF-16 units. */
const LONGEST_REST = 80;

/**
 * The completions at a place: names or, where they are being written, our keys and directives, or what the records say for a cell.
 * @param offset where the cursor is
 * @returns nothing if none of these may stand there, or none begins so
 */
export function complete(dataset: Dataset, note: Note, offset: number, settings: Settings): Completions | undefined {
  const other = completeDirective(note, offset) ?? keysAt(note, offset) ?? cellValueAt(dataset, note, offset);
  if (other) return other;
  const { order, spelled } = candidates(dataset, note, offset);
  if (order.length === 0) return undefined;
  const { items, left } = itemsFor(dataset, order, spelled, { offset, ...cellAt(dataset, note, offset) }, settings);
  if (items.length === 0) return undefined;
  const behind = note.slice(offset, offset + LONGEST_REST);
  let length = 0;
  while (isInWord(behind, length)) length++;
  return { items: withDrugs(dataset, items, note.slice(items[0]!.from, offset)), to: offset, wordEnd: offset + length, isIncomplete: left };
}

/** The items with the first one's drugs, if it is a strategy whose name was begun, behind all its names. */
function withDrugs(dataset: Dataset, items: readonly Completion[], typed: string): readonly Completion[] {
  const [first] = items;
  const drugs = drugsBehind(dataset, first!, typed);
  if (drugs.length === 0) return items;
  const known = new Set(drugs.map(({ entity }) => entity));
  const names = items.filter(({ entity }) => entity === first!.entity);
  const rest = items.filter(({ entity }) => entity !== first!.entity && !known.has(entity));
  return [...names, ...drugs, ...rest].slice(0, LIMIT);
}

/** How many drugs of a strategy are given. */
const MOST_DRUGS = 6;

/**
 * The drugs of a strategy of whose name the second word was begun ("integrin inh"); else none. Where its name says a target, only
 * those that act on it: dasatinib is of SRC and FAK inhibition, and no FAK inhibitor.
 */
function drugsBehind(dataset: Dataset, { entity, from, kind, label: strategy, filter: name }: Completion, typed: string): Completion[] {
  if (kind !== "strategy" || !/\s\S/.test(typed)) return [];
  const targets = targetsNamed(dataset, strategy.slice(0, strategy.lastIndexOf(" ")));
  const drugs = (dataset.record(entity)?.drugs ?? []).flatMap(([fate, references]) =>
    references.flatMap((reference) => {
      const drug = dataset.find(reference);
      if (drug === undefined) return [];
      if (targets.length > 0 && !isOneAmong(dataset, targets, dataset.record(drug) as DrugRecord)) return [];
      const label = dataset.preferredName(drug);
      const filter = `${name}${GAP}${label}`;
      return {
        label,
        insert: label,
        filter,
        kind: kindWord("drug"),
        leadsTo: undefined,
        deprecated: fate.startsWith("dropped"),
        from,
        entity: drug,
      };
    }),
  );
  return drugs.slice(0, MOST_DRUGS);
}

/** Parts what was typed from what follows in the filter text, and is no space: behind one that is typed the list closes. */
const GAP = "\u00a0";

/**
 * The rest of the filter text behind what was typed. Editors put a name that was typed in full first; but "pem" is seldom PEM, and
 * behind PDGFR, which is written, PDGFRα comes first: a gap behind it keeps it in its place.
 */
const restOf = (label: string, piece: string): string => label.slice(piece.length) || GAP;

const DEPRECATED = new Set(["previous-symbol", "former-name"]);

/** Whether what was typed goes as far as to a Greek letter inside a name: `TNF-` and `IL-1b`; `IL-1` may be that itself. */
function reachesGreek(typed: string, name: string): boolean {
  const letter = /^\S+?(?=[α-ω])/.exec(name)?.[0].length ?? 0;
  return letter > 0 && (typed.length > letter || (typed.length === letter && typed.endsWith("-")));
}

/** What an item looks like: two things of one name look the same, and so do a family by its singular and by its plural. */
const looksOf = (label: string, chosen: string): string => `${singular(label)} → ${singular(chosen)}`;

/** A text in small letters with its words in the singular, as far as their ends tell. */
function singular(text: string): string {
  const small = text.toLowerCase();
  return small.includes("s") ? small.replace(/ies(?= |$)/g, "y").replace(/s(?= |$)/g, "") : small;
}

/** The place that the items are for. */
interface Place {
  readonly offset: number;
  readonly isInTable: boolean;
  /** Whether it is in a column whose names begin with small letters. */
  readonly isSmall: boolean;
}

/** The items for names in order, one for each text that would be written. `left` says whether some names have none. */
function itemsFor(
  dataset: Dataset,
  order: readonly Candidate[],
  spelled: Spelled,
  place: Place,
  settings: Settings,
): { items: Completion[]; left: boolean } {
  const { lexicon } = dataset;
  const asTyped = settings.completion.prefer === "asTyped";
  const entities = new Set<number>();
  const seen = new Set<string>();
  const begun = new Map<string, Begun>();
  const items: Completion[] = [];
  // a drug's further names come last, where there is room: who looks for isoproterenol need not know that it is isoprenaline;
  // a strategy's stand for themselves: FAK inhibitor and FAK inhibition
  const again: Candidate[] = [];
  let left = order.length >= POOL;
  let isGreekOpen = !asTyped && spelled.spellsGreek === undefined;
  for (const round of [order, again])
    for (const candidate of round) {
      const { name, piece } = candidate;
      if (items.length === LIMIT) return { items, left: true };
      const entity = lexicon.entity(name);
      const group = GROUPS[dataset.kind(entity)];
      const isFurther = !asTyped && round === order && entities.has(entity);
      if (isFurther && group !== "strategy") {
        if (group === "drug" && !lexicon.name(name).includes(" ")) again.push(candidate);
        else left = true;
        continue;
      }
      const { small, isName } = begun.get(piece) ?? asBegun(piece, begun);
      const { label, chosen } = writtenFor(dataset, inShape(dataset, candidate, order, isName), piece, spelled, settings);
      if (isFurther && label !== chosen) continue;
      const offer = (shown: string, written: string): boolean => {
        const isLike = shown.toLowerCase().startsWith(small);
        const looks = looksOf(shown, written);
        // behind a space only what goes on with one
        if ((piece.endsWith(" ") && (!isLike || written === piece.trim())) || seen.has(looks) || items.length === LIMIT) return false;
        seen.add(looks);
        // in the letter case of what was typed: editors score that, and would bring another order
        const filter = isLike ? piece + (items.length > 0 ? restOf(shown, piece) : shown.slice(piece.length)) : `${piece}${GAP}${shown}`;
        items.push({ ...itemOf(dataset, candidate, shown, written, place), filter });
        return true;
      };
      if (!offer(label, chosen)) continue;
      entities.add(entity);
      // as long as the note leaves it open, the first name of which a Greek letter comes next or was begun is offered in both ways
      if (isGreekOpen && label === chosen && reachesGreek(piece, label)) {
        const other = withGreekSpelled(label);
        isGreekOpen = !offer(other, other);
      }
    }
  return { items, left };
}

/** The item of a name that is shown as `label` and for which `chosen` is written. */
function itemOf(
  dataset: Dataset,
  { name, piece, beginsSentence }: Candidate,
  label: string,
  chosen: string,
  { offset, isInTable, isSmall }: Place,
): Omit<Completion, "filter"> {
  const { lexicon } = dataset;
  const entity = lexicon.entity(name);
  const isOther = label !== chosen;
  // a brand has a capital of its own: the INN takes one only at the start of a sentence
  const insert = isOther && isCapital(label.charCodeAt(0)) && (isSmall || !beginsSentence) ? chosen : withCase(chosen, piece, label);
  return {
    label,
    insert: isInTable ? insert.replaceAll("|", "\\|") : insert,
    kind: kindWord(dataset.kind(entity)),
    leadsTo: isOther ? chosen : undefined,
    deprecated: isOther && DEPRECATED.has(lexicon.type(name)),
    from: offset - piece.length,
    entity,
  };
}

/** A piece of what was typed, in small letters, and whether it begins like a name in words: a capital and small letters. */
interface Begun {
  readonly small: string;
  readonly isName: boolean;
}

const NAME = new RegExp(`^[${CAPITAL}][${SMALL}]{2}`);

/** Looks at a piece, once for all names that begin with it. */
function asBegun(piece: string, known: Map<string, Begun>): Begun {
  const begun = { small: piece.toLowerCase(), isName: NAME.test(piece) };
  known.set(piece, begun);
  return begun;
}

/** Among the names of the same entity, the one that was begun: whoever writes "Nes" means nestin, not NES, and "IL-1" or "IL1b" IL-1β, not IL1B. */
function inShape({ lexicon }: Dataset, { name, piece }: Candidate, order: readonly Candidate[], isName: boolean): number {
  const symbol = lexicon.name(name);
  const isLatin = LATIN_END.test(symbol) || (LATIN_END.test(piece) && symbol.length <= piece.length);
  if (!SYMBOL.test(symbol) || !(isName || isLatin || piece.includes("-"))) return name;
  const entity = lexicon.entity(name);
  const isLike = (text: string) => (isName ? IN_WORDS.test(text) : inLatin(text) === symbol.replaceAll("-", "").toUpperCase());
  const isBegun = (other: Candidate) => other.piece === piece && lexicon.entity(other.name) === entity && isLike(lexicon.name(other.name));
  return order.find(isBegun)?.name ?? name;
}

const SYMBOL = new RegExp(`^[${CAPITAL}]{2}`);
const IN_WORDS = new RegExp(`^[${LETTER}][${SMALL}]{2}`);

/** What a place is of a table. A line with a pipe may be a row: a pipe in what is written would end its cell. */
function cellAt(dataset: Dataset, note: Note, offset: number): Pick<Place, "isInTable" | "isSmall"> {
  const isInTable = note.lineAt(note.positionAt(offset).line).includes("|");
  return { isInTable, isSmall: isInTable && isSmallColumn(dataset, note, offset) };
}
