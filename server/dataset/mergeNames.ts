/** Merges the names that folders add into the bundled ones: makes all columns of names anew, in small steps. */

import { firstWhere } from "./binarySearch";
import type { Dataset } from "./dataset";
import { NOBODY, PREFERRED } from "./entities";
import { LONGEST } from "./fold";
import { SAME_KEY } from "./nameFlags";
import type { Filters, OwnEntity, OwnName } from "./ownNames";
import { BLOCK, bytes, type Sections, uint16, uint32 } from "./pack";
import { partNames, partOf } from "./proposals";
import { KINDS } from "./records";
import { type Sort, SortNumbers, Sorts } from "./sorts";

/** How many steps are taken before others have their turn. */
const STEPS = 256;
/** How many bundled names are copied before others have their turn. */
const MANY = 8192;

/** What is merged. */
interface Own {
  /** In the order of their keys. */
  readonly names: readonly OwnName[];
  readonly filters: Filters;
  readonly entities: ReadonlyMap<number, OwnEntity>;
  /** How many entities there are in all, the bundled ones too. */
  readonly count: number;
}

/** The sections that differ from those of the bundled dataset. */
export function* mergeNames(base: Dataset, own: Own): Generator<void, Sections> {
  yield* place(base, own.names);
  const { columns, moved } = yield* merged(base, own.names);
  yield;
  const { nameText, nameEnds, nameBlocks, nameSort, entities } = columns;
  const names = { nameText, nameEnds, nameBlocks, nameSort, ...columns.sorts.sections(), entities };
  const preferred = yield* preferredOf(base, own, moved, entities);
  const parts = yield* partsOf(base, own, moved);
  const all = { ...names, preferred, allKinds: kindsOf(base, own), ...parts, ...own.filters };
  return new Map(
    Object.entries(all).map(([name, { buffer, byteOffset, byteLength }]) => [name, new Uint8Array(buffer, byteOffset, byteLength)]),
  );
}

/**
 * Calls a function for pieces of a long range, and gives way between them. The work is in plain functions because V8 resumes a
 * generator without its optimised code.
 */
function* inSteps(count: number, step: number, take: (from: number, to: number) => void): Generator<void> {
  for (let from = 0; from < count; from += step) {
    take(from, Math.min(count, from + step));
    yield;
  }
}

const key = new Uint16Array(LONGEST + 1);

/** Compares the key of a bundled name with that of a folder's. */
function compare({ lexicon }: Dataset, bundled: number, own: string): number {
  const length = lexicon.keyOf(bundled, key);
  for (let i = 0; i < length && i < own.length; i++) if (key[i] !== own.charCodeAt(i)) return key[i]! - own.charCodeAt(i);
  return length - own.length;
}

/** Finds the place of each of the folders' names. */
function* place(base: Dataset, names: readonly OwnName[]): Generator<void> {
  let from = 0;
  for (let i = 0; i < names.length; i++) {
    if (i % STEPS === 0) yield;
    const own = names[i]!;
    from = firstFrom(base, from, own.key);
    own.before = from;
  }
}

/** The first bundled name, from a given one on, whose key is not less than another. */
function firstFrom(base: Dataset, from: number, key: string): number {
  const { size } = base.lexicon;
  let reach = 1;
  while (from + reach <= size && compare(base, from + reach - 1, key) < 0) {
    from += reach;
    reach *= 2;
  }
  const start = from;
  return start + firstWhere(Math.min(size - start, reach), (i) => compare(base, start + i, key) >= 0);
}

/** Columns of names. */
class Columns {
  readonly nameText: Uint8Array;
  /** As in {@link NameText}, with the length of each block. */
  readonly nameEnds: Uint16Array;
  readonly nameBlocks: Uint16Array;
  readonly nameSort: Uint8Array;
  readonly sorts: SortNumbers;
  /** For each name its entity + 1. */
  readonly entities: Uint32Array;
  private at = 0;
  private byte = 0;
  /** Where the block at hand starts. */
  private block = 0;

  constructor(size: number, bytes: number, sorts: readonly Sort[]) {
    this.nameText = new Uint8Array(bytes);
    this.nameEnds = new Uint16Array(size);
    this.nameBlocks = new Uint16Array(Math.ceil(size / BLOCK));
    this.nameSort = new Uint8Array(2 * size);
    this.sorts = new SortNumbers(sorts);
    this.entities = new Uint32Array(size);
  }

  /** Copies a range of bundled names. @param moved receives their new indexes */
  addBundled(base: Bundled, from: number, to: number, moved: Uint32Array): void {
    const { lexicon, sorts } = base;
    const start = lexicon.startOf(from);
    for (let name = from; name < to; name++) {
      const at = this.at++;
      moved[name] = at;
      this.setSort(at, sorts.of(name));
      this.entities[at] = lexicon.entity(name) + 1;
      this.endAt(at, this.byte + lexicon.endOf(name) - start);
    }
    // the names stand there now, for each was asked where it ends
    const text = lexicon.text.subarray(start, lexicon.endOf(to - 1));
    this.nameText.set(text, this.byte);
    this.byte += text.length;
  }

  setSort(at: number, sort: number): void {
    this.nameSort[at] = sort;
    this.nameSort[at + this.entities.length] = sort >> 8;
  }

  /** A name ends here; its block, as far as it goes. */
  private endAt(at: number, byte: number): void {
    const block = Math.floor(at / BLOCK);
    if (at % BLOCK === 0) this.block = at === 0 ? 0 : this.block + this.nameBlocks[block - 1]!;
    this.nameEnds[at] = this.nameBlocks[block] = byte - this.block;
  }

  /** @param sameKey whether the name before it has the same key */
  addOwn({ text, entity, bytes, flags, rank, known }: OwnName, sameKey: boolean): void {
    const { at, byte } = this;
    this.setSort(at, this.sorts.of({ flags: sameKey ? flags | SAME_KEY : flags, rank, known }));
    this.entities[at] = entity + 1;
    if (bytes === text.length) for (let i = 0; i < bytes; i++) this.nameText[byte + i] = text.charCodeAt(i);
    else encoder.encodeInto(text, this.nameText.subarray(byte, byte + bytes));
    this.byte += bytes;
    this.endAt(this.at++, this.byte);
  }
}

const encoder = new TextEncoder();

/** The bundled names. */
interface Bundled {
  readonly lexicon: Dataset["lexicon"];
  readonly sorts: Sorts;
}

/** The columns of all names, and the new index of each bundled one. */
function* merged(base: Dataset, names: readonly OwnName[]): Generator<void, { columns: Columns; moved: Uint32Array }> {
  const { lexicon, sections } = base;
  const bundled: Bundled = {
    lexicon,
    sorts: new Sorts(sections),
  };
  const columns = new Columns(
    lexicon.size + names.length,
    lexicon.text.length + names.reduce((sum, own) => sum + own.bytes, 0),
    bundled.sorts.all(),
  );
  const moved = new Uint32Array(lexicon.size);
  let from = 0;
  for (let i = 0, done = 0; i <= names.length; i++) {
    const own = names[i];
    for (const end = own?.before ?? lexicon.size; from < end; ) {
      const to = Math.min(end, from + MANY);
      columns.addBundled(bundled, from, to, moved);
      done += to - from;
      from = to;
      if (done < MANY) continue;
      done = 0;
      yield;
    }
    if (own) columns.addOwn(own, names[i - 1]?.key === own.key);
  }
  // bundled names stand behind own ones of the same key
  for (let i = 0; i < names.length; i++) {
    if (i % STEPS === 0) yield;
    const { before, key } = names[i]!;
    const isLast = names[i + 1]?.before !== before;
    if (isLast && before < lexicon.size && compare(base, before, key) === 0) {
      const sort = { flags: bundled.sorts.flags(before) | SAME_KEY, rank: bundled.sorts.rank(before), known: bundled.sorts.known(before) };
      columns.setSort(before + i + 1, columns.sorts.of(sort));
    }
  }
  return { columns, moved };
}

/** For each entity the name to show: the bundled one, else that of the folders' record. */
function* preferredOf(
  { sections }: Dataset,
  { entities, count, names }: Own,
  moved: Uint32Array,
  numbers: Uint32Array,
): Generator<void, Uint32Array> {
  const preferred = new Uint32Array(count).fill(NOBODY);
  const ofRecords = uint32(sections, "entityName");
  for (let entity = 0; entity < ofRecords.length; entity++) preferred[entity] = moved[ofRecords[entity]!]!;
  const sorts = new Sorts(sections);
  const takeBundled = (from: number, to: number) => {
    for (let name = from; name < to; name++) if (sorts.flags(name) & PREFERRED) preferred[numbers[moved[name]!]! - 1] = moved[name]!;
  };
  const last = bytes(sections, "entityKind").length;
  const takeOwn = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const { text, entity, before } = names[i]!;
      if (entity < last) continue;
      if (preferred[entity] === NOBODY || text === entities.get(entity)!.called) preferred[entity] = before + i;
    }
  };
  yield* inSteps(sorts.size, MANY, takeBundled);
  yield* inSteps(names.length, MANY / 4, takeOwn);
  return preferred;
}

const NUMBERS = new Map(KINDS.map((kind, number) => [kind, number]));

function kindsOf({ sections }: Dataset, { entities, count }: Own): Uint8Array {
  const kinds = new Uint8Array(count);
  kinds.set(bytes(sections, "entityKind"));
  for (const [entity, { kind }] of entities) kinds[entity] = NUMBERS.get(kind)!;
  return kinds;
}

/** Words long enough to be proposed for a misspelling. */
const LENT = /[A-Za-z]{6,}/g;

/** The words inside names of several words that may be proposed for a misspelling. */
function* partsOf({ sections }: Dataset, { names }: Own, moved: Uint32Array) {
  const spellNames: number[] = [];
  const spellParts: number[] = [];
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const { text, before, isLent } = names[i]!;
      if (!isLent) continue;
      for (let word = LENT.exec(text); word; word = LENT.exec(text)) {
        if (word.index > 255) continue;
        spellNames.push(before + i);
        spellParts.push(partOf(word.index, word[0].length));
      }
    }
  };
  yield* inSteps(names.length, MANY / 16, take);
  const held = partNames(sections);
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
