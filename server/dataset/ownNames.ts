/** The names that folders add, in the form of the lexicon: with their keys, sorted, and in the filters. */
import type { Dataset } from "./dataset";
import { type Codes, foldName, LONGEST } from "./fold";
import { addToFilter, emptyFilter, hash } from "./hash";
import { letterCaseOf, nameFlags } from "./nameFlags";
import type { OwnData, OwnPart } from "./own";
import { lendsWords } from "./proposals";
import { type EncodedName, namesOf } from "./recordNames";
import type { AnyRecord, Kind, TargetRecord } from "./records";
import { continuations, LONGEST_NAME, spell } from "./spelled";

/** How many names are read before others have their turn. */
const STEPS = 64;
/** How many names are sorted at a time. */
const PIECE = 1024;

/** An entity that folders speak of. */
export interface OwnEntity {
  readonly kind: Kind;
  readonly parts: OwnPart[];
  /** The name to show, if no bundled one is known. */
  readonly called: string | undefined;
}

/** A name to be merged: one object, since there are many and all of them are kept until the end. */
export interface OwnName {
  readonly text: string;
  readonly entity: number;
  /** Its key as a string. Strings sort by their codes, as keys do. */
  readonly key: string;
  /** Length in bytes of UTF-8. */
  readonly bytes: number;
  /** As `nameFlags` packs them, rank and how well known it is: see {@link Sort}. */
  readonly flags: number;
  readonly rank: number;
  readonly known: number;
  /** Whether its words may be proposed for a misspelling. */
  readonly isLent: boolean;
  /** The first bundled name whose key is not before it: so many bundled names stand before it among all names. */
  before: number;
}

/** Filters of keys, of places where names go on, and of words that are no misspellings: see {@link Lexicon}. */
export type Filters = Readonly<Record<"ownKeys" | "ownBeginnings" | "ownWords", Uint32Array>>;

/** How well known a lab's own compound is taken to be: enough to be offered before names that are only recognised. */
const OWN_COUNT = 500;

const boundaries: number[] = [];
const key: Codes = new Uint16Array(LONGEST + 1);
const wordKey: Codes = new Uint16Array(LONGEST + 1);

/**
 * Gathers the folders' names that are not bundled, sorted by key, and their filters.
 * @param entities the entities that folders speak of, by number
 */
export function* ownNames(
  base: Dataset,
  entities: ReadonlyMap<number, OwnEntity>,
): Generator<void, { names: OwnName[]; filters: Filters }> {
  const filter = () => emptyFilter(WORDS * countOf(entities), 12);
  const filters: Filters = { ownKeys: filter(), ownBeginnings: filter(), ownWords: filter() };
  const names: OwnName[] = [];
  let steps = 0;
  for (const [entity, own] of entities) {
    const first = names.length;
    for (const { data } of own.parts) {
      addNames(base, { names, filters, first }, entity, own.kind, data);
      if (++steps % STEPS === 0) yield;
    }
  }
  return { names: yield* sorted(names, inOrder), filters };
}

/** What is gathered. */
interface Gathered {
  readonly names: OwnName[];
  readonly filters: Filters;
  /** Where the names of the entity at hand begin. */
  readonly first: number;
}

/** Adds the names that a folder has for an entity. */
function addNames(base: Dataset, { names, filters, first }: Gathered, entity: number, kind: Kind, data: OwnData): void {
  const { fold } = base.lexicon;
  const listed = data.names ?? [];
  const called = data.preferred_name ?? listed[0]?.text ?? data.id;
  const { species } = data as Pick<TargetRecord, "species">;
  const record = { kind: data.kind, names: listed, preferred_name: called, species };
  for (const name of namesOf(record as unknown as AnyRecord, entity, { kind, count: OWN_COUNT })) {
    if (name.type === "variant" && listed.length > 1 && listed.some(({ text }) => text === name.text)) continue;
    boundaries.length = 0;
    const length = spell(fold, name.text, key, boundaries);
    const bytes = bytesOf(name.text);
    if (length === 0 || bytes > LONGEST_NAME) continue;
    const spelling = String.fromCharCode.apply(null, key.subarray(0, length) as unknown as number[]);
    const h = hash(key, length);
    if (isAmong(names, first, name, spelling) || isBundled(base, name, length, h)) continue;
    const { text, rank, proposed } = name;
    const flags = nameFlags(name, false, false);
    const isLent = proposed === 0 && lendsWords(name, kind);
    names.push({ text, entity, key: spelling, bytes, flags, rank, known: proposed, isLent, before: 0 });
    addToFilter(filters.ownKeys, h);
    continuations(fold, key, length, boundaries, name.type, (at, next) => addToFilter(filters.ownBeginnings, at, next));
    for (const word of wordsInside(name.text)) addToFilter(filters.ownWords, hash(wordKey, foldName(fold, word, wordKey)));
  }
}

/** Whether one of some names, from the first of the same entity on, counts where this one would. */
function isAmong(names: readonly OwnName[], first: number, { text, letterCase }: EncodedName, spelling: string): boolean {
  for (let i = first; i < names.length; i++) {
    const own = names[i]!;
    if (letterCaseOf(own.flags) === letterCase && (letterCase === "insensitive" ? own.key === spelling : own.text === text)) return true;
  }
  return false;
}

/** Whether a bundled name of the same entity, whose key stands in {@link key}, counts wherever this one would. */
function isBundled({ lexicon }: Dataset, { entity, text, letterCase, context }: EncodedName, length: number, h: number): boolean {
  const first = lexicon.keys.first(key, length, h);
  for (let name = first; name >= 0 && name < lexicon.size && (name === first || lexicon.isSameKey(name)); name++) {
    if (lexicon.entity(name) !== entity) continue;
    const held = lexicon.letterCase(name);
    const isWider = held === "insensitive" || (held === letterCase && lexicon.name(name) === text);
    if (isWider && (lexicon.context(name) === context || lexicon.context(name) === "none")) return true;
  }
  return false;
}

/** How many words, and spellings, a name has on average, at most. */
const WORDS = 4;

function countOf(entities: ReadonlyMap<number, OwnEntity>): number {
  let count = 0;
  for (const { parts } of entities.values()) for (const { data } of parts) count += 1 + (data.names?.length ?? 0);
  return count;
}

/** The words inside a name of several words that have four letters or more. */
function wordsInside(text: string): readonly string[] {
  const inside = text.match(/\p{L}{4,}/gu) ?? [];
  return inside[0]?.length === text.length ? [] : inside;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // half of a surrogate pair takes two of its four bytes
    bytes += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
  }
  return bytes;
}

/** The order of compiled names: by key, entity, rank, text. */
function inOrder(a: OwnName, b: OwnName): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.entity - b.entity || a.rank - b.rank || (a.text < b.text ? -1 : 1);
}

/** Sorts in small steps: first pieces, which are then joined two by two. */
function* sorted<T>(items: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < items.length; i += PIECE) {
    runs.push(items.slice(i, i + PIECE).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const joined: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) joined.push(runs[i + 1] ? yield* join(runs[i]!, runs[i + 1]!, order) : runs[i]!);
    runs = joined;
  }
  return runs[0] ?? [];
}

/** Joins two sorted lists. */
function* join<T>(one: readonly T[], other: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  const all: T[] = [];
  const places: [number, number] = [0, 0];
  while (all.length < one.length + other.length) {
    joinSome(all, one, other, order, places);
    yield;
  }
  return all;
}

// plain functions: V8 resumes a generator without the code that it has made fast
function joinSome<T>(all: T[], one: readonly T[], other: readonly T[], order: (a: T, b: T) => number, places: [number, number]): void {
  let [i, j] = places;
  for (let count = 0; count < PIECE && (i < one.length || j < other.length); count++) {
    const isOne = j >= other.length || (i < one.length && order(one[i]!, other[j]!) <= 0);
    all.push(isOne ? one[i++]! : other[j++]!);
  }
  places[0] = i;
  places[1] = j;
}
