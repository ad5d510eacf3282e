/** The hash of a key, and Bloom filters of hashes. */

/** Hash of the first `length` codes of a key. */
export function hash(key: Uint16Array, length: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ key[i]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Puts a hash into a Bloom filter of any length. */
export function addToFilter(filter: Uint32Array, h: number): void {
  const bits = filter.length * 32;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g ^ (g >>> 15), 0x9e3779b1) >>> 0) {
    const bit = g % bits;
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
}

/** Whether a hash may be in a Bloom filter; false is certain. */
export function inFilter(filter: Uint32Array, h: number): boolean {
  const bits = filter.length * 32;
  if (bits === 0) return false;
  for (let i = 0, g = h; i < 3; i++, g = Math.imul(g ^ (g >>> 15), 0x9e3779b1) >>> 0) {
    const bit = g % bits;
    if (!(filter[bit >>> 5]! & (1 << (bit & 31)))) return false;
  }
  return true;
}
