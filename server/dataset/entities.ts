/** Which entity each name stands for, and which name is shown for an entity. Names are numbered block by block, when first asked for. */

import { firstWhere } from "./binarySearch";
import { BLOCK, bytes, inColumns, type Sections, sums, uint32 } from "./pack";
import { Sorts } from "./sorts";

/** Flag of a name: an entity without a record is shown by this name. */
export const PREFERRED = 1 << 12;

/** Stands for the name of an entity that has none. */
export const NOBODY = 0xffffffff;

export class Entities {
  private readonly sorts: Sorts;
  /**
   * The entities of all names except the preferred names of entities without a record, which are numbered in the order of the names:
   * as {@link columnsOf} writes them.
   */
  private readonly others: Uint8Array;
  /** For each entity with a record the name to show. */
  private readonly ofRecords: Uint32Array;
  /** How many preferred names of entities without a record stand before each block of names. */
  private readonly before: Uint32Array;
  /** For each name its entity + 1; 0 where its block is not numbered yet. */
  private readonly numbers: Uint32Array;
  /** For each entity the name to show; only in an extended dataset, which knows them all. */
  private readonly shown: Uint32Array | undefined;

  constructor(sections: Sections) {
    this.sorts = new Sorts(sections);
    this.others = bytes(sections, "nameEntity");
    this.ofRecords = uint32(sections, "entityName");
    this.before = sums(bytes(sections, "entityBlocks"));
    this.shown = sections.has("preferred") ? uint32(sections, "preferred") : undefined;
    this.numbers = this.shown ? uint32(sections, "entities") : new Uint32Array(this.sorts.size);
  }

  /** The entity that a name stands for. */
  of(name: number): number {
    return (this.numbers[name] || this.number(name)) - 1;
  }

  /** The name to show for an entity; -1 where none of its names is known, so that nothing leads to it. */
  preferred(entity: number): number {
    const { before, sorts, ofRecords, shown } = this;
    if (shown) return shown[entity] === NOBODY ? -1 : shown[entity]!;
    let count = entity - ofRecords.length;
    if (count < 0) return ofRecords[entity]!;
    const block = firstWhere(before.length, (i) => before[i]! > count) - 1;
    count -= before[block]!;
    for (let name = block * BLOCK; name < sorts.size; name++) if (sorts.flags(name) & PREFERRED && count-- === 0) return name;
    return -1;
  }

  /** Numbers the block of a name. @returns the name's entity + 1 */
  private number(name: number): number {
    const { before, sorts, numbers, others, ofRecords } = this;
    const block = Math.floor(name / BLOCK);
    let count = before[block]!;
    for (let i = block * BLOCK; i < Math.min(sorts.size, (block + 1) * BLOCK); i++)
      numbers[i] = 1 + (sorts.flags(i) & PREFERRED ? ofRecords.length + count++ : inColumns(others, i - count));
    return numbers[name]!;
  }
}
