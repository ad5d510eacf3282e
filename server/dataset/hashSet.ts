/**
 * A set of hashes that is made once: an XOR filter (Graf and Lemire, 2020). Each hash has ten bits to be known by and a place in
 * each third of the set; what the three places hold, XORed, is these bits. Of hashes that are no members one in 1,024 has them
 * by chance. A Bloom filter of the same size, twelve bits a member, holds six times as many.
 */

/** Bits of a place. */
const BITS = 10;
const MASK = (1 << BITS) - 1;
/** Bytes before the places: the number that the places were mixed with. */
const HEAD = 1;
/** Places for each member, of which three thirds of a random graph hardly ever have a core. */
const PLACES = 1.23;

/** A set to be asked. */
export class HashSet {
  private readonly set: Uint8Array;
  private readonly number: number;
  private readonly third: number;
  private readonly scale: number;

  /** @param set what {@link hashSet} made; nothing is in an empty one */
  constructor(set: Uint8Array) {
    this.set = set;
    this.number = set[0] ?? 0;
    this.third = Math.max(0, Math.floor(((set.length - HEAD - 1) * 8) / BITS / 3));
    this.scale = scaleOf(this.third);
  }

  /** Whether a hash may be in the set; false is certain. */
  has(h: number): boolean {
    const { set, third, scale } = this;
    const mixed = mix(h, this.number);
    const first = bitsAt(set, placeIn(mixed, FIRST, scale));
    const second = bitsAt(set, third + placeIn(mixed, SECOND, scale));
    const last = bitsAt(set, 2 * third + placeIn(mixed, LAST, scale));
    return (first ^ second ^ last) === knownBy(mixed) && third > 0;
  }
}

/** Another hash of the same, by the set's number. */
function mix(h: number, number: number): number {
  const g = Math.imul(h ^ Math.imul(number + 1, 0x85ebca6b), 0x9e3779b1);
  return Math.imul(g ^ (g >>> 15), 0x2c1b3c6d);
}

const [FIRST, SECOND, LAST] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d] as const;

/** What makes a place in a third of an unsigned hash: a product, since a remainder costs ten times as much. */
const scaleOf = (third: number): number => third / 2 ** 32;
const placeIn = (mixed: number, factor: number, scale: number): number => ((Math.imul(mixed ^ (mixed >>> 13), factor) >>> 0) * scale) | 0;

/** The places of a hash, one in each third. */
const placesOf = (mixed: number, third: number): readonly number[] =>
  [FIRST, SECOND, LAST].map((factor, i) => i * third + placeIn(mixed, factor, scaleOf(third)));

const knownBy = (mixed: number): number => (Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f) >>> 11) & MASK;

/** What a place holds: ten bits from an even bit on lie in two bytes. */
function bitsAt(set: Uint8Array, at: number): number {
  const bit = at * BITS;
  const byte = HEAD + (bit >>> 3);
  return ((set[byte]! | (set[byte + 1]! << 8)) >>> (bit & 7)) & MASK;
}

/** @returns the set of these hashes */
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

/** Members in the order in which each has a place of its own once those before are taken away, each with that place; nothing where some never have one. */
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
