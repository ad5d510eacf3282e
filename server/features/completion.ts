/** Completion of names: what was typed, back across hyphens and spaces, to the names that begin so. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import type { Settings } from "../settings";
import { cardOf, kindWord, summaryWord } from "./card";
import { cellValueAt, keysAt } from "./keys";
import type { Card } from "./print";
import { type Candidate, candidates, POOL } from "./typed";

export interface Completion {
  /** The name offered, as it is written in the dataset. */
  readonly label: string;
  /** What is written when it is chosen. */
  readonly insert: string;
  /** What the editor filters by: begins with what was typed. */
  readonly filter: string;
  /** What it is: "drug", "family". */
  readonly kind: string;
  /** What is written, where that is another name than the label. */
  readonly leadsTo: string | undefined;
  /** Whether it is a name that was given up: a previous symbol, a former name. */
  readonly deprecated: boolean;
  /** Offset in the note from which a choice replaces: names of several words begin before the word at the place. */
  readonly from: number;
  readonly entity: number;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** The place: end of what a choice replaces. */
  readonly to: number;
  /** End of the word that the place is in: what an editor replaces that writes over. */
  readonly wordEnd: number;
  /** Whether there are more than are given. */
  readonly isIncomplete: boolean;
}

/** How many items are given. */
const LIMIT = 20;
/** How far the word at the place is looked at, in UTF-16 units. */
const LONGEST_REST = 80;
/**
 * @param offset where the cursor is
 * @returns nothing where no name may stand, and where none begins so
 */
export function complete(dataset: Dataset, note: Note, offset: number, settings: Settings): Completions | undefined {
  const other = keysAt(note, offset) ?? cellValueAt(dataset, note, offset);
  if (other) return other;
  const order = candidates(dataset, note, offset);
  if (order.length === 0) return undefined;
  const { items, left } = itemsFor(dataset, order, offset, settings, isInTable(note, offset));
  if (items.length === 0) return undefined;
  const wordEnd = offset + /^[\p{L}\p{N}]*/u.exec(note.text.slice(offset, offset + LONGEST_REST))![0].length;
  return { items, to: offset, wordEnd, isIncomplete: left };
}

/** The card shown beside a completion. */
export const completionCard = (dataset: Dataset, entity: number): Card | undefined => cardOf(dataset, entity);

/** Kind and status of a completion, "drug, approved"; asked for when it is looked at, since it needs the record. */
export const completionDetail = (dataset: Dataset, entity: number): string => summaryWord(dataset, entity);

const DEPRECATED = new Set(["previous-symbol", "former-name"]);

/** The items for names in order: one for each thing that would be written. `left` says that not all names are among them. */
function itemsFor(
  dataset: Dataset,
  order: readonly Candidate[],
  offset: number,
  settings: Settings,
  inTable: boolean,
): { items: Completion[]; left: boolean } {
  const { lexicon } = dataset;
  const seen = new Set<string | number>();
  const items: Completion[] = [];
  let left = order.length >= POOL;
  for (const { name, piece } of order) {
    if (items.length === LIMIT) return { items, left: true };
    const entity = lexicon.entity(name);
    const asTyped = settings.completion.prefer === "asTyped";
    if (!asTyped && seen.has(entity)) {
      left = true;
      continue;
    }
    const preferred = dataset.preferredName(entity);
    const own = lexicon.name(name);
    const written = asTyped ? own : labelOf(own, preferred, piece);
    const label = spelledAs(written, piece);
    const isLike = label.toLowerCase().startsWith(piece.toLowerCase());
    // behind a space only what goes on with one
    if (piece.endsWith(" ") && !isLike) continue;
    const chosen = asTyped ? own : nameToWrite(dataset, entity, settings);
    // two things of one name look the same
    if (seen.has(`${label} ${chosen}`)) continue;
    seen.add(`${label} ${chosen}`).add(entity);
    const insert = withCase(chosen, piece, label);
    items.push({
      label,
      insert: inTable ? insert.replaceAll("|", "\\|") : insert,
      // in the letter case of what was typed: editors score that, and would bring another order
      filter: isLike ? piece + label.slice(piece.length) : `${piece} ${label}`,
      kind: kindWord(dataset, entity),
      leadsTo: label === chosen ? undefined : chosen,
      deprecated: written !== preferred && DEPRECATED.has(lexicon.type(name)),
      from: offset - piece.length,
      entity,
    });
  }
  return { items, left };
}

/**
 * The label of a name: the preferred one where one goes on from the other ("bev", "fibronectin 1"), for whoever types on comes
 * to both; else the name itself, which may be what is being typed (MMP9 for MMP-9).
 */
function labelOf(name: string, preferred: string, typed: string): string {
  if (!preferred.toLowerCase().startsWith(typed.toLowerCase())) return name;
  if (name.toLowerCase() === preferred.toLowerCase()) return preferred;
  const [a, b] = [lettersOf(name), lettersOf(preferred)];
  return a !== b && (a.startsWith(b) || b.startsWith(a)) ? preferred : name;
}

const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** What stands for an entity in the note: its preferred name or, by setting, the approved symbol of its gene. */
function nameToWrite(dataset: Dataset, entity: number, { completion }: Settings): string {
  const name = dataset.preferredName(entity);
  const kind = dataset.kind(entity);
  if (completion.prefer === "symbol") return kind === "target" ? (dataset.record(entity)?.id ?? name) : name;
  // a gene without a record is called by its symbol, which prose writes as it does those of its relatives
  const [, stem, number] = (kind === "known-gene" && /^([A-Z]+)(\d+)$/.exec(name)) || [];
  return stem && dataset.hyphenated.has(stem) ? `${stem}-${number}` : name;
}

const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );

/** A name whose Greek first letter is spelled out where that is what was typed: beta-catenin for `bet`. */
function spelledAs(name: string, typed: string): string {
  const spelled = GREEK[name.charCodeAt(0) - 0x3b1];
  const begins = spelled !== undefined && (spelled.startsWith(typed.toLowerCase()) || typed.toLowerCase().startsWith(spelled));
  return begins ? spelled + name.slice(1) : name;
}

/** Whether the line of a place has a pipe: a pipe in what is written would end its cell. */
function isInTable(note: Note, offset: number): boolean {
  return note.lineAt(note.positionAt(offset).line).includes("|");
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
