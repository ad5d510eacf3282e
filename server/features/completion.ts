/** Completion of names: what was typed, back across hyphens and spaces, to the names that begin so. */
import type { Dataset } from "../dataset/dataset";
import type { Note } from "../note/note";
import { GAP, type Passage, textOffset } from "../note/prose";
import type { Settings } from "../settings";
import { cardOf, kindWord, summaryWord } from "./card";
import { namedNear, placeOf } from "./likely";
import type { Card } from "./print";
import { ranked } from "./ranking";

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
/** How many names are looked at for each piece that was typed. */
const POOL = 120;
/** What a name gains by each further word that it shares with what was typed, as in ranking.ts. */
const FURTHER_WORD = 50;
/** Letters from which the last word is completed by itself though more words before it begin a name. */
const LEAST = 3;
/** How many words back a name may have begun. */
const WORDS_BACK = 4;
/** How far back it is looked, in UTF-16 units. */
const REACH = 80;

/**
 * @param offset where the cursor is
 * @returns nothing outside prose, and where no name begins so
 */
export function complete(dataset: Dataset, note: Note, offset: number, settings: Settings): Completions | undefined {
  const typed = typedAt(note, offset);
  if (!typed) return undefined;
  const pieces = beginnings(typed.text);
  const order: Candidate[] = [];
  const near = namedNear(dataset, note, typed.passage, typed.at, offset);
  for (const [i, piece] of pieces.entries()) {
    // a letter or two alone begin too much where a longer piece begins something
    if (order.length > 0 && piece.length < LEAST) continue;
    const names = dataset.lexicon.complete(piece, POOL, near.names);
    if (names.length === 0) continue;
    const place = placeOf(dataset, typed.passage, typed.at - piece.length, near.gains);
    const gain = FURTHER_WORD * (pieces.length - 1 - i);
    for (const { name, rank } of ranked(dataset, names, piece, place)) order.push({ name, rank: rank - gain, piece });
  }
  if (order.length === 0) return undefined;
  order.sort((a, b) => a.rank - b.rank || a.name - b.name);
  const { items, left } = itemsFor(dataset, order, offset, settings, isInTable(note, offset));
  if (items.length === 0) return undefined;
  const wordEnd = offset + /^[\p{L}\p{N}]*/u.exec(note.text.slice(offset, offset + REACH))![0].length;
  return { items, to: offset, wordEnd, isIncomplete: left };
}

/** A name and the piece of what was typed that it begins with. */
interface Candidate {
  readonly name: number;
  readonly rank: number;
  readonly piece: string;
}

/** The card shown beside a completion. */
export const completionCard = (dataset: Dataset, entity: number): Card | undefined => cardOf(dataset, entity);

/** Kind and status of a completion, "drug, approved"; asked for when it is looked at, since it needs the record. */
export const completionDetail = (dataset: Dataset, entity: number): string => summaryWord(dataset, entity);

/** What stands in prose before a place, in its line. */
interface Typed {
  readonly text: string;
  readonly passage: Passage;
  /** The place in the passage's text. */
  readonly at: number;
}

/** What was typed at a place; nothing where that is no prose. */
function typedAt(note: Note, offset: number): Typed | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const { passage } = place;
  const at = textOffset(passage, offset - place.start);
  const before = passage.text.slice(Math.max(0, at - REACH), at);
  // what stands before the cursor must be the source itself, so that it can be replaced as it stands
  const source = note.text.slice(offset - before.length, offset);
  const reach = source === before ? before : (/[\p{L}\p{N}-]*$/u.exec(source)?.[0] ?? "");
  // a name is completed within its line, and not in code or a link's target that is not closed yet
  const text = reach.slice(Math.max(reach.lastIndexOf("\n"), reach.lastIndexOf("\r")) + 1);
  return before.endsWith(GAP) || isOpen(note, offset) ? undefined : { text, passage, at };
}

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
      filter: isLike ? label : `${piece} ${label}`,
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
