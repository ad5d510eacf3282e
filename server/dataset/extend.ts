/**
 * A dataset with a folder's own names and records. The numbers of the bundled entities stay; the own names are merged into
 * the sorted names in one pass over columns of bytes, and what pointed at a name by its index is pointed anew.
 */
import { type AnyRecord, type Dataset, KINDS, type Kind } from "./dataset";
import { NOBODY, PREFERRED } from "./entities";
import { foldName, LONGEST } from "./fold";
import { addToFilter, hash } from "./hash";
import { nameFlags, SAME_KEY } from "./lexicon";
import type { OwnPart } from "./own";
import { mergedRecord } from "./ownRecord";
import { blocksOf, bytes, type Sections, uint16, uint32 } from "./pack";
import { lendsWords } from "./proposals";
import type { Standing } from "./rank";
import { type EncodedName, namesOf } from "./recordNames";
import { compareKeys, continuations, LONGEST_NAME, type Spelled, spelled } from "./spelled";
import { partOf } from "./spelling";

/** After so many steps of a kind, others have their turn. */
const STEPS = 256;

/** A name to be merged. */
interface Own extends Spelled {
  readonly name: EncodedName;
  /** Its key as a string: these are compared in the order of their codes, as keys are. */
  readonly spelling: string;
  readonly text: Uint8Array;
  /** The first bundled name whose key is not before it. */
  before: number;
  /** Its index among all names. */
  index: number;
}

/** How well known a lab's own compound is to the lab: it is offered before what is only recognised. */
const OWN_COUNT = 500;

/**
 * Extends a dataset, in small steps so that a server can answer others between them.
 * @param base the bundled dataset; stays as it is
 * @param parts what is said, that of the nearest folder first
 * @returns a dataset that answers as one compiled of all would, but that own readings of a name come first
 */
export function* extend(base: Dataset, parts: readonly OwnPart[]): Generator<void, Dataset> {
  const entities = yield* entitiesOf(base, parts);
  const names = yield* ownNames(base, entities);
  const sections = yield* merged(base, entities, names);
  const { byNumber, references } = entities;
  return base.with(sections, {
    parts,
    references,
    has: (entity) => byNumber.has(entity),
    record: (entity, bundled) => {
      const own = byNumber.get(entity);
      return own ? mergedRecord(bundled, own.parts) : bundled;
    },
  });
}

/** Something that a folder speaks of. */
interface OwnEntity {
  readonly kind: Kind;
  readonly parts: OwnPart[];
  /** Whether it has a bundled record. */
  readonly isBundled: boolean;
}

interface Entities {
  readonly byNumber: ReadonlyMap<number, OwnEntity>;
  /** Of those without a bundled record. */
  readonly references: ReadonlyMap<string, number>;
  /** How many there are in all, the bundled ones too. */
  readonly count: number;
}

/** Numbers what is spoken of: as it is bundled, also where it is only recognised there; what is new behind all others. */
function* entitiesOf(base: Dataset, parts: readonly OwnPart[]): Generator<void, Entities> {
  const byNumber = new Map<number, OwnEntity>();
  const references = new Map<string, number>();
  let count = bytes(base.sections, "entityKind").length;
  for (const [i, part] of parts.entries()) {
    if (i % STEPS === 0) yield;
    const { kind, id } = part.data;
    const reference = `${kind}:${id}`;
    const bundled = base.find(reference);
    const entity = bundled ?? references.get(reference) ?? recognised(base, part) ?? count++;
    if (bundled === undefined) references.set(reference, entity);
    const held = byNumber.get(entity);
    if (held) held.parts.push(part);
    else byNumber.set(entity, { kind, parts: [part], isBundled: bundled !== undefined });
  }
  return { byNumber, references, count };
}

const RECOGNISED: Readonly<Partial<Record<Kind, Kind>>> = {
  drug: "known-drug",
  target: "known-gene",
  family: "known-family",
  complex: "known-family",
};

/** What is recognised by the name that a record is called, and is of its kind. */
function recognised(base: Dataset, { data }: OwnPart): number | undefined {
  const { lexicon } = base;
  const names = lexicon.lookUp(data.preferred_name ?? data.id);
  const name = names.find((one) => {
    const entity = lexicon.entity(one);
    return lexicon.preferred(entity) === one && base.kind(entity) === RECOGNISED[data.kind];
  });
  return name === undefined ? undefined : lexicon.entity(name);
}

/** The names that are not bundled, in the order of their keys. */
function* ownNames(base: Dataset, { byNumber }: Entities): Generator<void, Own[]> {
  const { lexicon } = base;
  const encoder = new TextEncoder();
  const names: Own[] = [];
  let steps = 0;
  for (const [entity, own] of byNumber) {
    const standing: Standing = { kind: own.kind, count: OWN_COUNT };
    const seen = new Set<string>();
    for (const { data } of own.parts) {
      if (++steps % STEPS === 0) yield;
      const listed = (data.names ?? []).map(({ text }) => text);
      const record = { ...data, names: data.names ?? [], preferred_name: data.preferred_name ?? data.names?.[0]?.text ?? data.id };
      for (const name of namesOf(record as unknown as AnyRecord, entity, standing)) {
        const spelling = spelled(lexicon.fold, name.text);
        const text = encoder.encode(name.text);
        if (!spelling || text.length > LONGEST_NAME || (name.type === "variant" && listed.includes(name.text))) continue;
        const written = String.fromCharCode.apply(null, spelling.key as unknown as number[]);
        const key = name.letterCase === "insensitive" ? written : name.text;
        const isHeld = lexicon.lookUp(name.text).some((one) => lexicon.entity(one) === entity && covers(base, one, name));
        if (seen.has(`${name.letterCase} ${key}`) || isHeld) continue;
        seen.add(`${name.letterCase} ${key}`);
        names.push({ key: spelling.key, boundaries: spelling.boundaries, spelling: written, name, text, before: 0, index: 0 });
      }
    }
  }
  yield;
  return names.sort(inOrder);
}

/** As the compiled names are sorted: by key, entity, rank, text. */
function inOrder(a: Own, b: Own): number {
  if (a.spelling !== b.spelling) return a.spelling < b.spelling ? -1 : 1;
  return a.name.entity - b.name.entity || a.name.rank - b.name.rank || (a.name.text < b.name.text ? -1 : 1);
}

/** Whether a bundled name of the same key and entity counts wherever an own one would. */
function covers({ lexicon }: Dataset, bundled: number, { text, letterCase, context }: EncodedName): boolean {
  const isWider =
    lexicon.letterCase(bundled) === "insensitive" || (lexicon.letterCase(bundled) === letterCase && lexicon.name(bundled) === text);
  return isWider && (lexicon.context(bundled) === context || lexicon.context(bundled) === "none");
}

/** The sections that differ. */
function* merged(base: Dataset, entities: Entities, names: readonly Own[]): Generator<void, Sections> {
  const { lexicon, sections } = base;
  yield* place(base, names);
  /** The new index of each bundled name. */
  const moved = new Uint32Array(lexicon.size);
  const runs = runsOf(lexicon.size, names);
  for (const [i, { from, to, at }] of runs.entries()) {
    for (let name = from; name < to; name++) moved[name] = name + at - from;
    if (i % (4 * STEPS) === 0) yield;
  }
  yield;
  const spread = <T extends Uint8Array | Uint16Array | Uint32Array>(all: T, column: T, of: (own: Own) => number): T => {
    for (const { from, to, at } of runs) all.set(column.subarray(from, to), at);
    for (const own of names) all[own.index] = of(own);
    return all;
  };
  const size = lexicon.size + names.length;
  const flags = spread(new Uint16Array(size), uint16(sections, "nameFlags"), (own) => nameFlags(own.name, false, false));
  names.forEach((own, i) => {
    const next = names[i + 1];
    const isNextOwn = next?.spelling === own.spelling;
    const isNextBundled = next?.before !== own.before && isKey(base, own.before, own.key);
    if (isNextOwn || isNextBundled) flags[own.index + 1]! |= SAME_KEY;
  });
  yield;
  const lengths = spread(new Uint8Array(size), bytes(sections, "nameLength"), (own) => own.text.length);
  yield;
  const ranks = spread(new Uint8Array(size), bytes(sections, "nameRank"), (own) => own.name.rank);
  const known = spread(new Uint8Array(size), bytes(sections, "spellKnown"), (own) => own.name.proposed);
  const bundled = yield* numbersOf(base);
  const numbers = spread(new Uint32Array(size), bundled, (own) => own.name.entity + 1);
  yield;
  return new Map<string, Uint8Array>(
    Object.entries({
      nameText: textOf(base, runs, names),
      nameLength: lengths,
      nameBlocks: blocksOf(lengths),
      nameFlags: flags,
      nameRank: ranks,
      spellKnown: known,
      entities: numbers,
      preferred: preferredOf(base, bundled, entities, names, moved),
      entityKind: kindsOf(base, entities),
      ...partsOf(base, entities, names, moved),
      ...(yield* filtersOf(base, names)),
    }).map(([name, column]) => [name, new Uint8Array(column.buffer, column.byteOffset, column.byteLength)]),
  );
}

/** Finds where each own name goes. */
function* place(base: Dataset, names: readonly Own[]): Generator<void> {
  const key = new Uint16Array(LONGEST + 1);
  const isBefore = (name: number, own: Own) => compareKeys(key, base.lexicon.keyOf(name, key), own.key) < 0;
  let from = 0;
  for (const [i, own] of names.entries()) {
    if (i % STEPS === 0) yield;
    let reach = 1;
    while (from + reach <= base.lexicon.size && isBefore(from + reach - 1, own)) {
      from += reach;
      reach *= 2;
    }
    let to = Math.min(base.lexicon.size, from + reach);
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(middle, own)) from = middle + 1;
      else to = middle;
    }
    own.before = from;
    own.index = from + i;
  }
}

/** Bundled names that stay side by side: from one index to another, and where the first of them goes. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function runsOf(size: number, names: readonly Own[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  names.forEach(({ before }, i) => {
    if (before > from) runs.push({ from, to: before, at: from + i });
    from = before;
  });
  if (size > from) runs.push({ from, to: size, at: from + names.length });
  return runs;
}

function textOf({ lexicon, sections }: Dataset, runs: readonly Run[], names: readonly Own[]): Uint8Array {
  const text = bytes(sections, "nameText");
  const all = new Uint8Array(text.length + names.reduce((sum, own) => sum + own.text.length, 0));
  let at = 0;
  let next = 0;
  const put = (part: Uint8Array) => {
    all.set(part, at);
    at += part.length;
  };
  for (const { from, to, at: index } of runs) {
    for (; next < names.length && names[next]!.index < index; next++) put(names[next]!.text);
    put(text.subarray(lexicon.startOf(from), lexicon.startOf(to)));
  }
  for (; next < names.length; next++) put(names[next]!.text);
  return all;
}

const other = new Uint16Array(LONGEST + 1);

/** Whether a bundled name has a key. */
function isKey({ lexicon }: Dataset, name: number, key: Uint16Array): boolean {
  return name < lexicon.size && compareKeys(other, lexicon.keyOf(name, other), key) === 0;
}

/** For each bundled name its entity + 1. */
function* numbersOf({ lexicon }: Dataset): Generator<void, Uint32Array> {
  const numbers = new Uint32Array(lexicon.size);
  for (let name = 0; name < numbers.length; name++) {
    if (name % (16 * STEPS) === 0) yield;
    numbers[name] = lexicon.entity(name) + 1;
  }
  return numbers;
}

/** For each entity the name to show; an own record's where nothing is bundled. */
function preferredOf(
  { sections }: Dataset,
  numbers: Uint32Array,
  { byNumber, count }: Entities,
  names: readonly Own[],
  moved: Uint32Array,
): Uint32Array {
  const preferred = new Uint32Array(count).fill(NOBODY);
  const ofRecords = uint32(sections, "entityName");
  for (let entity = 0; entity < ofRecords.length; entity++) preferred[entity] = moved[ofRecords[entity]!]!;
  const flags = uint16(sections, "nameFlags");
  for (let name = 0; name < flags.length; name++) if (flags[name]! & PREFERRED) preferred[numbers[name]! - 1] = moved[name]!;
  const last = bytes(sections, "entityKind").length;
  for (const { name, index } of names) {
    if (name.entity < last) continue;
    const called = byNumber.get(name.entity)!.parts.find(({ data }) => data.preferred_name)?.data.preferred_name;
    if (preferred[name.entity] === NOBODY || name.text === called) preferred[name.entity] = index;
  }
  return preferred;
}

function kindsOf({ sections }: Dataset, { byNumber, count }: Entities): Uint8Array {
  const kinds = new Uint8Array(count);
  kinds.set(bytes(sections, "entityKind"));
  for (const [entity, { kind }] of byNumber) kinds[entity] = KINDS.indexOf(kind);
  return kinds;
}

/** The words of names that have several, which a misspelling may be mended by. */
function partsOf({ sections }: Dataset, { byNumber }: Entities, names: readonly Own[], moved: Uint32Array) {
  const spellNames: number[] = [];
  const spellParts: number[] = [];
  for (const { name, index } of names) {
    if (name.proposed > 0 || !lendsWords(name, byNumber.get(name.entity)!.kind)) continue;
    for (const { 0: word, index: start } of name.text.matchAll(/[A-Za-z]{6,}/g)) {
      if (start > 255) continue;
      spellNames.push(index);
      spellParts.push(partOf(start, word.length));
    }
  }
  const held = uint32(sections, "spellNames");
  const all = {
    spellNames: new Uint32Array(held.length + spellNames.length),
    spellParts: new Uint16Array(held.length + spellNames.length),
  };
  for (let i = 0; i < held.length; i++) all.spellNames[i] = moved[held[i]!]!;
  all.spellNames.set(spellNames, held.length);
  all.spellParts.set(uint16(sections, "spellParts"));
  all.spellParts.set(spellParts, held.length);
  return all;
}

/** Which keys there are, where names go on, and which words are no misspellings: what is bundled and what is own. */
function* filtersOf({ lexicon, sections }: Dataset, names: readonly Own[]) {
  const beginnings = uint32(sections, "beginnings").slice();
  const keys = uint32(sections, "keys").slice();
  const words = uint32(sections, "words").slice();
  const key = new Uint16Array(LONGEST + 1);
  for (const [i, { name, key: own, boundaries }] of names.entries()) {
    if (i % STEPS === 0) yield;
    addToFilter(keys, hash(own, own.length));
    for (const [h, next] of continuations(lexicon.fold, own, new Set(boundaries))) addToFilter(beginnings, h, next);
    const inside = name.text.split(/[^\p{L}]+/u);
    if (inside.length > 1)
      for (const word of inside) if (word.length >= 4) addToFilter(words, hash(key, foldName(lexicon.fold, word, key)));
  }
  return { keys, beginnings, words };
}
