/**
 * A set of hashes that is made once and never changed: an XOR filter (Graf and Lemire, 2020). A hash has a place in each third of
 * the set; XORed, the values at its three places give ten bits that belong to this hash. One in 1,024 hashes that are not members
 * gives its own bits by chance; a Bloom filter of the same size, twelve bits a member, would take five times as many for members.
 */

/** How many bits a place has. */
const BITS = 10;
const MASK = (1 << BITS) - 1;
/** How many bytes stand before the places: one, the number that all hashes were mixed with. */
const HEAD = 1;
/** Places for each member: with so many, nearly every set can be made at the first try. */
const PLACES = 1.23;

/** A set of hashes that can be asked. */
export class HashSet {
  private readonly set: Uint8Array;
  private readonly number: number;
  private readonly third: number;
  private readonly scale: number;

  /** @param set the bytes that {@link hashSet} made; an empty array is an empty set */
  constructor(set: Uint8Array) {
    this.set = set;
    this.number = set[0] ?? 0;
    this.third = Math.max(0, Math.floor(((set.length - HEAD - 1) * 8) / BITS / 3));
    this.scale = scaleOf(this.third);
  }

  /** Whether a hash may be in the set; if false, it certainly is not. */
  has(h: number): boolean {
    const { set, third, scale } = this;
    const mixed = mix(h, this.number);
    const first = bitsAt(set, placeIn(mixed, FIRST, scale));
    const second = bitsAt(set, third + placeIn(mixed, SECOND, scale));
    const last = bitsAt(set, 2 * third + placeIn(mixed, LAST, scale));
    return (first ^ second ^ last) === knownBy(mixed) && third > 0;
  }
}

/** A hash mixed with the number of the set. */
function mix(h: number, number: number): number {
  const g = Math.imul(h ^ Math.imul(number + 1, 0x85ebca6b), 0x9e3779b1);
  return Math.imul(g ^ (g >>> 15), 0x2c1b3c6d);
}

const [FIRST, SECOND, LAST] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d] as const;

/** The factor that turns an unsigned hash into a place of a third: a product, since a remainder takes ten times as long. */
const scaleOf = (third: number): number => third / 2 ** 32;
const placeIn = (mixed: number, factor: number, scale: number): number => ((Math.imul(mixed ^ (mixed >>> 13), factor) >>> 0) * scale) | 0;

/** The places of a hash, one in each third. */
const placesOf = (mixed: number, third: number): readonly number[] =>
  [FIRST, SECOND, LAST].map((factor, i) => i * third + placeIn(mixed, factor, scaleOf(third)));

const knownBy = (mixed: number): number => (Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f) >>> 11) & MASK;

/** The ten bits of a place. They begin at an even bit, and so lie in two bytes. */
function bitsAt(set: Uint8Array, at: number): number {
  const bit = at * BITS;
  const byte = HEAD + (bit >>> 3);
  return ((set[byte]! | (set[byte + 1]! << 8)) >>> (bit & 7)) & MASK;
}

/** Makes the set of some hashes. @returns its bytes, for {@link HashSet}; throws where none of 256 numbers makes one */
export function hashSet(hashes: Iterable<number>): Uint8Array {
  const members = Int32Array.from(new Set(hashes));
  const third = Math.ceil((members.length * PLACES) / 3) + 8;
  for (let number = 0; number < 256; number++) {
    const set = new Uint8Array(HEAD + Math.ceil((third * 3 * BITS) / 8) + 1);
    set[0] = number;
    const order = peeled(members, number, third);
    if (!order) continue;
    // the last that was taken off is the first to be written: its own place is no other's by then
    for (let i = order.length - 2; i >= 0; i -= 2) {
      const [mixed, own] = [order[i]!, order[i + 1]!];
      let value = knownBy(mixed);
      for (const place of placesOf(mixed, third)) value ^= bitsAt(set, place);
      write(set, own, value);
    }
    return set;
  }
  throw new Error("a set of hashes has a core whatever its number");
}

/**
 * Finds for each member a place that none of those after it has.
 * @returns the members in that order, each with its place; nothing where this cannot be done with the given number
 */
function peeled(members: Int32Array, number: number, third: number): Int32Array | undefined {
  const counts = new Uint16Array(third * 3);
  const joined = new Int32Array(third * 3);
  const toggle = (mixed: number, by: 1 | -1, free: number[]) => {
    for (const at of placesOf(mixed, third)) {
      counts[at]! += by;
      joined[at]! ^= mixed;
      if (by < 0 && counts[at] === 1) free.push(at);
    }
  };
  for (const member of members) toggle(mix(member, number), 1, []);
  const free = Array.from(counts.keys()).filter((at) => counts[at] === 1);
  const order: number[] = [];
  for (let at = free.pop(); at !== undefined; at = free.pop()) {
    if (counts[at] !== 1) continue;
    const mixed = joined[at]!;
    order.push(mixed, at);
    toggle(mixed, -1, free);
  }
  return order.length === members.length * 2 ? Int32Array.from(order) : undefined;
}

function write(set: Uint8Array, at: number, value: number): void {
  const bit = at * BITS;
  const byte = HEAD + (bit >>> 3);
  const shifted = value << (bit & 7);
  set[byte]! |= shifted & 255;
  set[byte + 1]! |= shifted >>> 8;
}
