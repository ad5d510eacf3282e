/** The hash of a key, and Bloom filters of hashes. */

/** Hash of the first `length` codes of a key. */
export function hash(key: Uint16Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ key[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Hash of a place inside a name where a word may end.
 * @param h hash of the key up to there
 * @param first the next word's first code
 * @param second its second one; 0 where it has one only
 */
export const continuation = (h: number, first: number, second: number): number =>
  Math.imul(h ^ Math.imul((first << 14) ^ second, 0x9e3779b1), 0x85ebca6b) >>> 0;

/** Words of a block: what belongs to one hash lies in one line of the processor's cache. */
const BLOCK = 16;
/** A Bloom filter for so many hashes, with so many bits for each. */
export const emptyFilter = (count: number, bits: number): Uint32Array => new Uint32Array(Math.ceil((count * bits) / 32 / BLOCK) * BLOCK);

/** Puts a hash into a Bloom filter. */
export function addToFilter(filter: Uint32Array, h: number): void {
  const block = blockOf(filter, h);
  for (let i = 0, g = mix(h); i < 3; i++, g >>>= 9) filter[block + ((g >>> 5) & 15)]! |= 1 << (g & 31);
}

/** Whether a hash may be in a Bloom filter; false is certain. */
export function inFilter(filter: Uint32Array, h: number): boolean {
  const block = blockOf(filter, h);
  for (let i = 0, g = mix(h); i < 3; i++, g >>>= 9) if (!(filter[block + ((g >>> 5) & 15)]! & (1 << (g & 31)))) return false;
  return true;
}

/** A product, since a remainder costs ten times as much. */
const blockOf = (filter: Uint32Array, h: number): number => Math.floor(h * (filter.length / BLOCK / 2 ** 32)) * BLOCK;
const mix = (h: number): number => Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> 0;
