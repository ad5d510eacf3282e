/** Turns entities and their names into the sections that `server/dataset/` reads in place. */
import { LINES } from "../server/dataset/dataset";
import { type FoldTable, foldName } from "../server/dataset/fold";
import { hash } from "../server/dataset/hash";
import { HashSet, hashSet, type Member } from "../server/dataset/hashSet";
import { type DrugNumbers, packNumbers } from "../server/dataset/identifiers";
import { LONGEST_BEGINNING } from "../server/dataset/lexicon";
import { nameFlags } from "../server/dataset/nameFlags";
import { codeNames } from "../server/dataset/nameText";
import { BLOCK, blockSums, columnsOf, inTwoBytes, stepsOf } from "../server/dataset/pack";
import { lendsWords, partOf } from "../server/dataset/proposals";
import type { EncodedName } from "../server/dataset/recordNames";
import { KINDS, type Kind } from "../server/dataset/records";
import { type Sort, SortNumbers } from "../server/dataset/sorts";
import { continuations, LONGEST_NAME, spell } from "../server/dataset/spelled";
import { slipsTakenForWords } from "./chance";
import { codes, keyInCodes } from "./keys";
import { shorten } from "./phrases";

/** An entity; its index in the list is its number. */
export interface EncodedEntity {
  readonly kind: Kind;
  /** Must be the text of one of its names. */
  readonly preferred: string;
  readonly detail: string;
  /** Of a drug without a record. */
  readonly numbers?: DrugNumbers | undefined;
}

type Section = readonly [string, Uint8Array];

/** What is encoded. */
interface Content {
  /** Those with a record first; the others are numbered anew, in the order of their preferred names. */
  readonly entities: readonly EncodedEntity[];
  /** Count of those with a record. */
  readonly records: number;
  /** In any order; names that cannot start a match are left out. */
  readonly names: readonly EncodedName[];
  /** Ordinary words and those inside names, lower case. */
  readonly words: ReadonlySet<string>;
  /** Those of them that are English, names of people and places with their capital. */
  readonly english: readonly string[];
  /** What has a record, and a drug without one that acts on it. */
  readonly partners: ReadonlyArray<readonly [record: number, drug: number]>;
}

/** Encodes a dataset. @returns the sections, and how many names they hold */
export function encode(
  fold: FoldTable,
  { entities, records, names, words, english, partners }: Content,
): { sections: Section[]; count: number } {
  const keyed = withKeys(fold, entities, names);
  const known = withoutNames(words, english, keyed);
  const hashOf = (word: string) => hash(codes, foldName(fold, word, codes));
  const wordSet = hashSet(
    Array.from(known, (word) => [hashOf(word), 0]),
    10,
  );
  const held = new HashSet(wordSet);
  const written = new Set(names.map(({ text }) => text.toLowerCase()));
  const isWord = (word: string) => known.has(word) || written.has(word);
  const slips = slipsTakenForWords(names, records, (word) => held.has(hashOf(word)), isWord);
  keyed.push(...withKeys(fold, entities, slips));
  sortByKey(entities, keyed);
  const order = byPreferred(entities, keyed, records);
  const sections = [
    ...nameSections(fold, keyed, order, records),
    ...entitySections(order, records),
    ...spellingSections(entities, keyed),
    ["words", wordSet] as const,
    wordBeginnings(fold, english),
    ["partners", asBytes(Uint32Array.from(partners.flatMap(([record, drug]) => [record, order.numbers[drug]!])))] as const,
  ];
  sections.push(["foldKind", fold.kind], ["foldCode", asBytes(fold.code)]);
  return { sections, count: keyed.length };
}

interface Keyed {
  name: EncodedName;
  readonly key: string;
  /** Lengths of the key where a word may end inside it, in this spelling or another of the same key. */
  readonly boundaries: number[];
}

/** The names that may start a match, with their keys; each spelling of an entity once. */
function withKeys(fold: FoldTable, entities: readonly EncodedEntity[], names: readonly EncodedName[]): Keyed[] {
  const keyed: Keyed[] = [];
  const seen = new Map<string, Keyed>();
  for (const name of names) {
    const boundaries: number[] = [];
    const key = keyInCodes(spell(fold, name.text, codes, boundaries));
    if (key === "" || Buffer.byteLength(name.text) > LONGEST_NAME) continue;
    const identity = `${name.entity} ${name.letterCase} ${name.letterCase === "insensitive" ? key : name.text}`;
    const twin = seen.get(identity);
    if (twin) {
      twin.boundaries.push(...boundaries);
      // of two spellings of one key the preferred one is kept, of one spelling the first: a symbol, before what papers are known to say
      if (name.text === entities[name.entity]!.preferred && name.text !== twin.name.text) twin.name = name;
      continue;
    }
    const entry = { name, key, boundaries };
    seen.set(identity, entry);
    keyed.push(entry);
  }
  return keyed;
}

/** Puts names in the order of their keys, and of what counts first among equal ones. */
function sortByKey(entities: readonly EncodedEntity[], keyed: Keyed[]): void {
  // a symbol is approved for one gene alone and an INN is one substance's: they come before the aliases of others that are
  // spelled so (FGF2, once said of FGF13; propranolol of dexpropranolol); of aliases, that of the one more spoken of (NRF2)
  const kindOf = ({ entity }: EncodedName) => entities[entity]!.kind;
  const isOwn = ({ entity, text }: EncodedName) => Number(entities[entity]!.preferred.toLowerCase() === text.toLowerCase());
  const ownFirst = (a: EncodedName, b: EncodedName) =>
    kindOf(a) === kindOf(b) && (kindOf(a) === "known-gene" || kindOf(a) === "known-drug") ? isOwn(b) - isOwn(a) || a.rank - b.rank : 0;
  // equal keys: the order of entities, so that records come before what is only recognised
  keyed.sort(
    (a, b) =>
      (a.key === b.key ? 0 : a.key < b.key ? -1 : 1) ||
      ownFirst(a.name, b.name) ||
      a.name.entity - b.name.entity ||
      a.name.rank - b.name.rank ||
      (a.name.text < b.name.text ? -1 : 1),
  );
}

/** The entities in the order of their numbers. */
interface Order {
  readonly entities: readonly EncodedEntity[];
  /** The number of each entity, by its index in the list that was given. */
  readonly numbers: Uint32Array;
  /** For each number the name to show. */
  readonly preferred: Uint32Array;
}

/**
 * Numbers the entities without a record in the order of their preferred names: so neither the number of such a name's
 * entity nor the preferred name of such an entity need be stored.
 */
function byPreferred(entities: readonly EncodedEntity[], keyed: readonly Keyed[], records: number): Order {
  const names = new Uint32Array(entities.length).fill(NONE);
  keyed.forEach(({ name }, i) => {
    if (names[name.entity] === NONE || name.text === entities[name.entity]!.preferred) names[name.entity] = i;
  });
  const vocabulary = Array.from({ length: entities.length - records }, (_, i) => records + i).sort((a, b) => names[a]! - names[b]!);
  const order = [...Array.from({ length: records }, (_, i) => i), ...vocabulary];
  const numbers = new Uint32Array(entities.length);
  order.forEach((entity, number) => {
    numbers[entity] = number;
  });
  return { entities: order.map((entity) => entities[entity]!), numbers, preferred: Uint32Array.from(order, (entity) => names[entity]!) };
}
const NONE = 0xffffffff;

function nameSections(fold: FoldTable, keyed: readonly Keyed[], { numbers, preferred }: Order, records: number): Section[] {
  const sortOf: Sort[] = [];
  const isShown: number[] = [];
  const others: number[] = [];
  const keys: Member[] = [];
  /** By how a name goes on: the hashes of what stands before that. */
  const places = new Map<number, Set<number>>();
  const addPlace = (h: number, next: number) => {
    const held = places.get(next);
    if (held) held.add(h);
    else places.set(next, new Set([h]));
  };
  keyed.forEach(({ name, key, boundaries }, i) => {
    const sameKey = key === keyed[i - 1]?.key;
    const entity = numbers[name.entity]!;
    const isPreferred = entity >= records && preferred[entity] === i;
    sortOf.push({ flags: nameFlags(name, sameKey, isPreferred), rank: name.rank, known: name.proposed });
    isShown.push(isPreferred ? 1 : 0);
    if (!isPreferred) others.push(entity);
    const length = foldName(fold, name.text, codes);
    if (!sameKey) keys.push([hash(codes, length), 0]);
    continuations(fold, codes, length, boundaries, name.type, addPlace);
  });
  const sorts = numbered(sortOf);
  const beginnings = Array.from(places, ([next, hashes]) => Array.from(hashes, (h): Member => [h, next])).flat();
  return [
    ...codeNames(keyed.map(({ name }) => Buffer.from(name.text))),
    ["entityBlocks", Uint8Array.from(blockSums(isShown, BLOCK))],
    ["nameEntity", columnsOf(others)],
    [
      "nameSort",
      columnsOf(
        sortOf.map((sort) => sorts.of(sort)),
        2,
      ),
    ],
    ...Object.entries(sorts.sections()).map(([section, numbers]) => [section, asBytes(numbers)] as const),
    // one in so many passes for a key, or for a place where a name goes on, which costs a look and no more
    ["keys", hashSet(keys, 6)],
    ["beginnings", hashSet(beginnings, 5)],
  ];
}

/** Numbers sorts, those of most names first: packages compress small numbers better. */
function numbered(sortOf: readonly Sort[]): SortNumbers {
  const asMet = new SortNumbers([]);
  const counts: number[] = [];
  for (const sort of sortOf) {
    const number = asMet.of(sort);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return new SortNumbers(asMet.sorts.toSorted((a, b) => counts[asMet.of(b)]! - counts[asMet.of(a)]!));
}

function entitySections({ entities, preferred }: Order, records: number): Section[] {
  const { phrases, shortened } = shorten(entities.map(({ detail }) => detail));
  const ofRecords = shortened.slice(0, records).map((detail) => Buffer.from(detail));
  const others = shortened.slice(records).map((detail) => Buffer.from(`${detail}\n`));
  const lengths = (details: readonly Buffer[]) => details.map(({ length }) => length);
  const drugs = entities.flatMap(({ kind, numbers }) => (kind === "known-drug" ? [numbers ?? ([0, 0] as const)] : []));
  return [
    ["entityKind", Uint8Array.from(entities, (entity) => KINDS.indexOf(entity.kind))],
    ["entityName", asBytes(preferred.slice(0, records))],
    ["phrases", Buffer.from(phrases.join("\n"))],
    ["detail", Buffer.concat([...ofRecords, ...others, packNumbers(drugs)])],
    ["recordLength", inTwoBytes(lengths(ofRecords))],
    ["detailBlocks", inTwoBytes(blockSums(lengths(others), LINES))],
  ];
}

/** What may be proposed for a misspelling: how well known each name is, and the words of names that have several. */
function spellingSections(entities: readonly EncodedEntity[], keyed: readonly Keyed[]): Section[] {
  const names: number[] = [];
  const parts: number[] = [];
  const words = new Set<string>();
  keyed.forEach(({ name }, i) => {
    if (name.proposed > 0 || !lendsWords(name, entities[name.entity]!.kind)) return;
    for (const { 0: word, index } of name.text.matchAll(/[A-Za-z]{5,}/g)) {
      if (words.has(word.toLowerCase()) || index > 255) continue;
      words.add(word.toLowerCase());
      names.push(i);
      parts.push(partOf(index, word.length));
    }
  });
  return [
    ["spellSteps", stepsOf(names)],
    ["spellParts", asBytes(Uint16Array.from(parts))],
  ];
}

/** Words without those that are known by name: these are looked up as names. English words stay, since prose is full of them. */
function withoutNames(words: ReadonlySet<string>, english: readonly string[], keyed: readonly Keyed[]): ReadonlySet<string> {
  const kept = new Set(words);
  for (const { name } of keyed) if (!name.text.includes(" ")) kept.delete(name.text.toLowerCase());
  for (const word of english) kept.add(word.toLowerCase());
  return kept;
}

/** The beginnings of English words, from three letters on; those of names of people and places are members of their own. */
function wordBeginnings(fold: FoldTable, english: readonly string[]): Section {
  const members = [new Set<number>(), new Set<number>()] as const;
  for (const word of english) {
    const length = Math.min(foldName(fold, word, codes), LONGEST_BEGINNING);
    const hashes = members[/^[A-Z]/.test(word) ? 1 : 0];
    for (let i = 3; i <= length; i++) hashes.add(hash(codes, i));
  }
  const all = members.flatMap((hashes, member) => Array.from(hashes, (h): Member => [h, member]));
  return ["wordBeginnings", hashSet(all, 6)];
}

const asBytes = (numbers: Uint8Array | Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
