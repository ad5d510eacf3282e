/** Turns entities and their names into the sections that `server/dataset/` reads in place. */
import { KINDS, type Kind } from "../server/dataset/dataset";
import { type FoldTable, foldName, kindOf, LONGEST, WORD } from "../server/dataset/fold";
import { addToFilter, emptyFilter, hash } from "../server/dataset/hash";
import { type CASES, type Context, continuation, LONGEST_BEGINNING, type NameType, nameFlags } from "../server/dataset/lexicon";
import { BUCKETS, bucket, partOf, type Shape, signature } from "../server/dataset/spelling";
import { lendsWords } from "./proposals";

/** A name with the number of its entity. */
export interface EncodedName {
  readonly text: string;
  readonly entity: number;
  readonly type: NameType;
  readonly letterCase: (typeof CASES)[number];
  readonly context: Context;
  readonly rank: number;
  /** How well known it is among the names that may be proposed for a misspelling; 0 is never proposed. */
  readonly proposed: number;
  /** Its record names words that rule it out. */
  readonly vetoed?: boolean;
  /** Names inside it count for themselves. */
  readonly pointer?: boolean;
}

/** An entity; its index in the list is its number. */
export interface EncodedEntity {
  readonly kind: Kind;
  /** Must be the text of one of its names. */
  readonly preferred: string;
  readonly detail: string;
}

type Section = readonly [string, Uint8Array];

/**
 * Encodes everything.
 * @param fold the fold table
 * @param entities those with a record first
 * @param names any order; names that cannot start a match are left out
 * @param words ordinary words and those inside names, lower case
 * @param english those of them that are English, names of people and places with their capital
 * @returns the sections, and how many names they hold
 */
export function encode(
  fold: FoldTable,
  entities: readonly EncodedEntity[],
  names: readonly EncodedName[],
  words: ReadonlySet<string>,
  english: readonly string[],
): { sections: Section[]; count: number } {
  const keyed = sortByKey(fold, entities, names);
  const sections = [
    ...nameSections(fold, keyed),
    ...entitySections(entities, keyed),
    ...spellingSections(fold, entities, keyed),
    wordSection(fold, words),
    wordBeginnings(fold, english),
  ];
  sections.push(["foldKind", fold.kind], ["foldCode", asBytes(fold.code)]);
  return { sections, count: keyed.length };
}

interface Keyed {
  name: EncodedName;
  readonly key: Uint16Array;
  /** Lengths of the key where a word may end inside it, in this spelling or another of the same key. */
  readonly boundaries: Set<number>;
}

function sortByKey(fold: FoldTable, entities: readonly EncodedEntity[], names: readonly EncodedName[]): Keyed[] {
  const scratch = new Uint16Array(LONGEST + 1);
  const keyed: Keyed[] = [];
  const seen = new Map<string, Keyed>();
  for (const name of names) {
    if (kindOf(fold, name.text.charCodeAt(0)) < WORD) continue;
    const boundaries: number[] = [];
    const length = foldName(fold, name.text, scratch, boundaries);
    if (length === 0 || length >= LONGEST || Buffer.byteLength(name.text) > 255) continue;
    const key = scratch.slice(0, length);
    const identity = `${name.entity} ${name.letterCase} ${name.letterCase === "insensitive" ? String.fromCharCode(...key) : name.text}`;
    for (let i = 1; i < length; i++) if (isDigit(key[i - 1]!) !== isDigit(key[i]!)) boundaries.push(i);
    const twin = seen.get(identity);
    if (twin) {
      for (const boundary of boundaries) twin.boundaries.add(boundary);
      // of two spellings of one key the preferred one is kept
      if (name.text === entities[name.entity]!.preferred) twin.name = name;
      continue;
    }
    const entry = { name, key, boundaries: new Set(boundaries) };
    seen.set(identity, entry);
    keyed.push(entry);
  }
  // equal keys: best rank first, then the order of entities, so that records come before what is only recognised
  return keyed.sort(
    (a, b) =>
      compareKeys(a.key, b.key) || a.name.entity - b.name.entity || a.name.rank - b.name.rank || (a.name.text < b.name.text ? -1 : 1),
  );
}

function compareKeys(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function nameSections(fold: FoldTable, keyed: readonly Keyed[]): Section[] {
  const texts = keyed.map(({ name }) => Buffer.from(name.text, "utf8"));
  const flags = new Uint16Array(keyed.length);
  const slots = new Uint32Array(powerOfTwo(keyed.length * 2));
  const places = new Map(
    keyed.flatMap(({ key, boundaries }) => continuations(fold, key, boundaries)).map((place) => [place.join(), place]),
  );
  const beginnings = emptyFilter(places.size, 8);
  for (const [h, next] of places.values()) addToFilter(beginnings, h, next);
  keyed.forEach(({ name, key }, i) => {
    const sameKey = i > 0 && compareKeys(keyed[i - 1]!.key, key) === 0;
    flags[i] = nameFlags(name, sameKey);
    if (sameKey) return;
    const h = hash(key, key.length);
    let slot = h & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (i + 1) | (h & 0xff000000);
  });
  return [
    ["nameText", Buffer.concat(texts)],
    ["nameLength", Uint8Array.from(texts, (text) => text.length)],
    ["nameEntity", asBytes(Uint32Array.from(keyed, ({ name }) => name.entity))],
    ["nameFlags", asBytes(flags)],
    ["nameRank", Uint8Array.from(keyed, ({ name }) => name.rank)],
    ["slots", asBytes(slots)],
    ["beginnings", asBytes(beginnings)],
  ];
}

/**
 * The places where the name goes on behind a word, each with the two codes that its next word may begin with: at a space
 * or a mark, and between a letter and a digit, where a space may stand. (Behind a hyphen a name always may go on.)
 */
function continuations(fold: FoldTable, key: Uint16Array, boundaries: ReadonlySet<number>): Array<[h: number, next: number]> {
  return [...boundaries].flatMap((length) => {
    const isWord = (at: number) => at < key.length && kindOf(fold, key[at]!) >= WORD;
    if (isWord(length) && !(isDigit(key[length]!) && key[length - 1]! > 57)) return [];
    let next = length;
    while (next < key.length && !isWord(next)) next++;
    if (next === key.length) return [];
    const seconds = isWord(next + 1) ? [key[next + 1]!] : [];
    if (!isWord(next + 1) || boundaries.has(next + 1)) seconds.push(0);
    if (next + 1 === key.length) seconds.push(PLURAL);
    return seconds.map((second): [number, number] => [hash(key, length), continuation(key[next]!, second)]);
  });
}
const PLURAL = "s".charCodeAt(0);

function entitySections(entities: readonly EncodedEntity[], keyed: readonly Keyed[]): Section[] {
  const preferred = new Uint32Array(entities.length).fill(0xffffffff);
  keyed.forEach(({ name }, i) => {
    if (preferred[name.entity] === 0xffffffff || name.text === entities[name.entity]!.preferred) preferred[name.entity] = i;
  });
  const details = entities.map((entity) => Buffer.from(entity.detail, "utf8"));
  return [
    ["entityKind", Uint8Array.from(entities, (entity) => KINDS.indexOf(entity.kind))],
    ["entityName", asBytes(preferred)],
    ["detail", Buffer.concat(details)],
    ["detailLength", asBytes(Uint16Array.from(details, (detail) => detail.length))],
  ];
}

/** What may be proposed for a misspelling: names, and the words of names that have several. */
function spellingSections(fold: FoldTable, entities: readonly EncodedEntity[], keyed: readonly Keyed[]): Section[] {
  interface Place {
    readonly name: number;
    readonly part: number;
    readonly letters: number;
  }
  const buckets: Place[][] = Array.from({ length: BUCKETS }, () => []);
  const add = (shape: Shape, name: number, part: number, key: Uint16Array) => {
    const first = key[0]!;
    if (first >= 97 && first <= 122) buckets[bucket(shape, first, key.length)]!.push({ name, part, letters: signature(key, key.length) });
  };
  const words = new Set<string>();
  keyed.forEach(({ name, key }, i) => {
    if (name.proposed > 0) add(/[a-z]/.test(name.text) ? "word" : "symbol", i, 0, key);
    else if (lendsWords(name, entities[name.entity]!.kind)) {
      for (const { 0: word, index } of name.text.matchAll(/[A-Za-z]{6,}/g)) {
        if (words.has(word.toLowerCase()) || index > 255) continue;
        words.add(word.toLowerCase());
        const wordKey = new Uint16Array(LONGEST + 1);
        add("part", i, partOf(index, word.length), wordKey.subarray(0, foldName(fold, word, wordKey)));
      }
    }
  });
  const starts = new Uint32Array(BUCKETS + 1);
  buckets.forEach((names, i) => {
    starts[i + 1] = starts[i]! + names.length;
  });
  const places = buckets.flat();
  return [
    ["spellNames", asBytes(Uint32Array.from(places, ({ name }) => name))],
    ["spellParts", asBytes(Uint16Array.from(places, ({ part }) => part))],
    ["spellLetters", asBytes(Uint32Array.from(places, ({ letters }) => letters))],
    ["spellKnown", Uint8Array.from(keyed, ({ name }) => name.proposed)],
    ["spellStarts", asBytes(starts)],
  ];
}

function wordSection(fold: FoldTable, words: ReadonlySet<string>): Section {
  // one unknown word in some 300 passes for an ordinary one
  const filter = emptyFilter(words.size, 20);
  const key = new Uint16Array(LONGEST + 1);
  for (const word of words) addToFilter(filter, hash(key, foldName(fold, word, key)));
  return ["words", asBytes(filter)];
}

/** The beginnings of English words, from three letters on; those of names of people and places are members of their own. */
function wordBeginnings(fold: FoldTable, english: readonly string[]): Section {
  const key = new Uint16Array(LONGEST + 1);
  const members = [new Set<number>(), new Set<number>()] as const;
  for (const word of english) {
    const length = Math.min(foldName(fold, word, key), LONGEST_BEGINNING);
    for (let i = 3; i <= length; i++) members[/^[A-Z]/.test(word) ? 1 : 0].add(hash(key, i));
  }
  const filter = emptyFilter(members[0].size + members[1].size, 10);
  for (const member of [0, 1] as const) for (const h of members[member]) addToFilter(filter, h, member);
  return ["wordBeginnings", asBytes(filter)];
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const asBytes = (numbers: Uint16Array | Uint32Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(64, least)));
