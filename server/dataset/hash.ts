/** The hash of a key and that of a text, and Bloom filters of hashes. */

/** Hash of the first `length` codes of a key, as a signed number: V8 would make an object of every other unsigned one. */
export function hash(key: Uint16Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ key[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The hash of a place where a name goes on behind a hyphen and a text may have a space: another than that of the word before. */
export const hyphenated = (h: number): number => h ^ 0x5bd1e995;

/** Words of a block: what belongs to one hash lies in one line of the processor's cache. */
const BLOCK = 16;
/** Bits of each member. */
const PROBES = 6;
/** A Bloom filter for so many members, with so many bits for each. */
export const emptyFilter = (count: number, bits: number): Uint32Array => new Uint32Array(Math.ceil((count * bits) / 32 / BLOCK) * BLOCK);

/** Puts a member into a Bloom filter: a hash, and a number that tells members of one hash apart. */
export function addToFilter(filter: Uint32Array, h: number, member = 0): void {
  const block = blockOf(filter, h);
  const g = bitsOf(h, member);
  for (let i = 0, bit = g & 511; i < PROBES; i++, bit = (bit + stepOf(g)) & 511) filter[block + (bit >>> 5)]! |= 1 << (bit & 31);
}

/** Whether a member may be in a Bloom filter; false is certain. */
export function inFilter(filter: Uint32Array, h: number, member = 0): boolean {
  const block = blockOf(filter, h);
  const g = bitsOf(h, member);
  for (let i = 0, bit = g & 511; i < PROBES; i++, bit = (bit + stepOf(g)) & 511)
    if (!(filter[block + (bit >>> 5)]! & (1 << (bit & 31)))) return false;
  return true;
}

/** A product, since a remainder costs ten times as much. */
const blockOf = (filter: Uint32Array, h: number): number => Math.floor((h >>> 0) * (filter.length / BLOCK / 2 ** 32)) * BLOCK;

/** From one bit of a member in its block to the next: an odd number, so that none comes twice. */
const stepOf = (g: number): number => ((g >>> 9) & 511) | 1;

/** Nine bits for the first bit of a member in its block, and more for the step to the others. */
function bitsOf(h: number, member: number): number {
  const g = Math.imul(h ^ Math.imul(member, 0x85ebca6b), 0x9e3779b1);
  return (g ^ (g >>> 15)) >>> 5;
}

/** Makes a number of a text, by which a changed one is known: two of 53 bits are the same by chance once in many lives of a workspace. */
export function textHash(text: string): number {
  let [a, b] = [0xdeadbeef ^ text.length, 0x41c6ce57 ^ text.length];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
