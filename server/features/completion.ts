/** Completion of names: what was typed, back across hyphens and spaces, to the names that begin so. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import { GAP, textOffset } from "../note/prose";
import type { Settings } from "../settings";
import { cardOf, summaryWord } from "./card";
import type { Card } from "./print";

export interface Completion {
  /** The name offered, as it is written in the dataset. */
  readonly label: string;
  /** What is written when it is chosen. */
  readonly insert: string;
  /** What the editor filters by: begins with what was typed. */
  readonly filter: string;
  /** Kind and status: "drug, approved". */
  readonly detail: string;
  /** The preferred name, where the label is another one. */
  readonly leadsTo: string | undefined;
  readonly entity: number;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Offsets in the note that a choice replaces. */
  readonly from: number;
  readonly to: number;
  /** Whether there are more than are given. */
  readonly isIncomplete: boolean;
}

const LIMIT = 50;
/** How many words back a name may have begun. */
const WORDS_BACK = 4;
/** How far back it is looked, in UTF-16 units. */
const REACH = 80;

/**
 * @param offset where the cursor is
 * @returns nothing outside prose, and where no name begins so
 */
export function complete(dataset: Dataset, note: Note, offset: number, settings: Settings): Completions | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const at = textOffset(place.passage, offset - place.start);
  const before = place.passage.text.slice(Math.max(0, at - REACH), at);
  // what stands before the cursor must be the source itself, so that it can be replaced as it stands
  const source = note.text.slice(offset - before.length, offset);
  const reach = source === before ? before : (/[\p{L}\p{N}-]*$/u.exec(source)?.[0] ?? "");
  // a name is completed within its line, and not in code or a link's target that is not closed yet
  const typed = reach.slice(Math.max(reach.lastIndexOf("\n"), reach.lastIndexOf("\r")) + 1);
  if (before.endsWith(GAP) || isOpen(note, offset)) return undefined;
  for (const beginning of beginnings(typed)) {
    const names = dataset.lexicon.complete(beginning, LIMIT + 1);
    if (names.length === 0) continue;
    const items = itemsFor(dataset, names, beginning, settings);
    if (items.length === 0) continue;
    return { items: items.slice(0, LIMIT), from: offset - beginning.length, to: offset, isIncomplete: names.length > LIMIT };
  }
  return undefined;
}

/** The card shown beside a completion. */
export const completionCard = (dataset: Dataset, entity: number): Card | undefined => cardOf(dataset, entity);

/** The pieces before the cursor that may begin a name, the longest first. */
function beginnings(typed: string): string[] {
  const starts: number[] = [];
  const wordStart = /(?<![\p{Script=Latin}\p{Script=Greek}\p{N}])[\p{Script=Latin}\p{Script=Greek}\p{N}]/gu;
  for (const found of typed.matchAll(wordStart)) starts.push(found.index);
  return starts
    .slice(-WORDS_BACK)
    .map((start) => typed.slice(start))
    .filter((beginning) => /[\p{L}\p{N})-]$/u.test(beginning) || beginning.includes(" "));
}

function itemsFor(dataset: Dataset, names: readonly number[], typed: string, settings: Settings): Completion[] {
  const seen = new Set<string>();
  const items: Completion[] = [];
  for (const name of names) {
    const entity = dataset.lexicon.entity(name);
    const label = dataset.lexicon.name(name);
    // behind a space only what goes on with one
    if (typed.endsWith(" ") && !label.toLowerCase().startsWith(typed.toLowerCase())) continue;
    const preferred = dataset.preferredName(entity);
    const insert = settings.completion.insert === "preferred" ? preferred : label;
    const identity = `${label}\n${insert}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const filter = label.toLowerCase().startsWith(typed.toLowerCase()) ? label : `${typed} ${label}`;
    items.push({
      label,
      insert: withCase(insert, typed, label),
      filter,
      detail: summaryWord(dataset, entity),
      leadsTo: label === preferred ? undefined : preferred,
      entity,
    });
  }
  return items;
}

/** Whether the line up to a place opens code or a link's target and does not close it. */
function isOpen(note: Note, offset: number): boolean {
  const { line } = note.positionAt(offset);
  const before = note.text.slice(note.offsetAt({ line, character: 0 }), offset);
  return (before.split("`").length - 1) % 2 === 1 || /\]\([^)\s]*$/.test(before);
}

/** A name that is written small takes the capital that was typed. */
export function withCase(name: string, typed: string, label = name): string {
  const first = typed[0] ?? "";
  const isCapital = first !== first.toLowerCase();
  const isShouted =
    typed.length > 3 &&
    typed === typed.toUpperCase() &&
    typed !== typed.toLowerCase() &&
    /^[a-z -]+$/.test(name) &&
    /^[a-z -]+$/.test(label);
  if (isShouted) return name.toUpperCase();
  return isCapital && /^[a-z]{3}/.test(name) ? name[0]!.toUpperCase() + name.slice(1) : name;
}
