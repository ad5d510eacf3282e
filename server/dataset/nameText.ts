/**
 * The names as they are written. In the file a name is what follows what it shares with the name before it (front coding): neighbours
 * begin alike, and packages compress this to three quarters. Names are put together block by block, when first asked for.
 */
import { BLOCK, blockSums, bytes, inTwoBytes, type Sections, sums, uint16 } from "./pack";

/** A byte below this begins a name and says how many bytes that shares with the name before it; no name has such bytes. */
const SHARED = 32;
/** `name >>> SHIFT` is the block of a name. */
const SHIFT = Math.log2(BLOCK);

export class NameText {
  /** All names one after the other, in UTF-8; of a block that nobody asked for it holds zeros. */
  readonly bytes: Uint8Array;
  /** Where each block starts among them, then where the last one ends. */
  private readonly blocks: Uint32Array;
  /** Where each name ends, counted from the start of its block; 0 where the block is not put together. */
  private readonly ends: Uint16Array;
  private readonly coded: Uint8Array;
  private readonly codedBlocks: Uint32Array;

  /** @param count of names */
  constructor(sections: Sections, count: number) {
    this.blocks = sums(uint16(sections, "nameBlocks"));
    // an extended dataset has all names put together
    this.bytes = sections.get("nameText") ?? new Uint8Array(this.blocks.at(-1)!);
    this.ends = sections.has("nameEnds") ? uint16(sections, "nameEnds") : new Uint16Array(count);
    this.coded = bytes(sections, "names");
    this.codedBlocks = sums(uint16(sections, "codedBlocks"));
  }

  /** Where a name starts. */
  start(name: number): number {
    if (this.ends[name] === 0) this.read(name);
    return this.blocks[name >>> SHIFT]! + (name & (BLOCK - 1) ? this.ends[name - 1]! : 0);
  }

  /** Where it ends. */
  end(name: number): number {
    if (this.ends[name] === 0) this.read(name);
    return this.blocks[name >>> SHIFT]! + this.ends[name]!;
  }

  /** Puts a block's names together, or its first one alone: a search asks the first names of many blocks. */
  private read(wanted: number): void {
    const { bytes, coded, ends } = this;
    const block = wanted >>> SHIFT;
    const start = this.blocks[block]!;
    const to = this.codedBlocks[block + 1]!;
    let name = block << SHIFT;
    let [at, begun] = [start, start];
    for (let from = this.codedBlocks[block]! + 1; from < to; from++) {
      const byte = coded[from]!;
      if (byte >= SHARED) {
        bytes[at++] = byte;
        continue;
      }
      ends[name] = at - start;
      if (wanted === block << SHIFT) return;
      name++;
      const before = begun;
      begun = at;
      for (let i = 0; i < byte; i++) bytes[at++] = bytes[before + i]!;
    }
    ends[name] = at - start;
  }
}

/** Writes names for {@link NameText}. @param names in UTF-8, in their order, none of them empty */
export function codeNames(names: readonly Uint8Array[]): Array<readonly [section: string, bytes: Uint8Array]> {
  const coded: number[] = [];
  const lengths: number[] = [];
  names.forEach((name, i) => {
    const before = i % BLOCK === 0 ? undefined : names[i - 1];
    let shared = 0;
    while (before && shared < SHARED - 1 && shared < name.length && name[shared] === before[shared]) shared++;
    coded.push(shared, ...name.subarray(shared));
    lengths.push(1 + name.length - shared);
  });
  const blocksOf = (all: readonly number[]) => inTwoBytes(blockSums(all, BLOCK));
  return [
    ["names", Uint8Array.from(coded)],
    ["nameBlocks", blocksOf(names.map(({ length }) => length))],
    ["codedBlocks", blocksOf(lengths)],
  ];
}
