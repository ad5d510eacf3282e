/** Hashes of keys and of texts, and Bloom filters of hashes. */

/** Hash of the first `length` codes of a key, as a signed number: V8 would store every other unsigned one as an object. */
export function hash(key: Uint16Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ key[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Another hash for the same key, for a name that goes on behind a hyphen where the text may have a space. */
export const hyphenated = (h: number): number => h ^ 0x5bd1e995;

/** Words of 32 bits in a block. All bits of a member lie in one block, which is one line of the processor's cache. */
const BLOCK = 16;
/** How many bits are set for each member. */
const PROBES = 6;
/**
 * An empty Bloom filter.
 * @param count how many members it is made for
 * @param bits how many bits each of them has; more make fewer mistakes
 */
export const emptyFilter = (count: number, bits: number): Uint32Array => new Uint32Array(Math.ceil((count * bits) / 32 / BLOCK) * BLOCK);

/** Adds a member to a Bloom filter. @param member a number that tells members with the same hash apart */
export function addToFilter(filter: Uint32Array, h: number, member = 0): void {
  const block = blockOf(filter, h);
  const g = bitsOf(h, member);
  for (let i = 0, bit = g & 511; i < PROBES; i++, bit = (bit + stepOf(g)) & 511) filter[block + (bit >>> 5)]! |= 1 << (bit & 31);
}

/** Whether a member may be in a Bloom filter; if false, it certainly is not. */
export function inFilter(filter: Uint32Array, h: number, member = 0): boolean {
  const block = blockOf(filter, h);
  const g = bitsOf(h, member);
  for (let i = 0, bit = g & 511; i < PROBES; i++, bit = (bit + stepOf(g)) & 511)
    if (!(filter[block + (bit >>> 5)]! & (1 << (bit & 31)))) return false;
  return true;
}

/** The block of a hash. It is found by a product, since a remainder takes ten times as long. */
const blockOf = (filter: Uint32Array, h: number): number => Math.floor((h >>> 0) * (filter.length / BLOCK / 2 ** 32)) * BLOCK;

/** The step from one bit of a member to the next: an odd number, so that no bit comes twice. */
const stepOf = (g: number): number => ((g >>> 9) & 511) | 1;

/** A number that holds, in nine bits, which bit of its block is a member's first, and above them the step to the others. */
function bitsOf(h: number, member: number): number {
  const g = Math.imul(h ^ Math.imul(member, 0x85ebca6b), 0x9e3779b1);
  return (g ^ (g >>> 15)) >>> 5;
}

/** A number for a text, by which a change is noticed. It has 53 bits: that two texts have the same by chance can be left out of account. */
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
