/**
 * A set of hashes that is made once and never changed: a binary fuse filter (Graf and Lemire, 2022). A hash has a place in each of four
 * neighbouring segments; XORed, the values at its places give the bits that belong to this hash. A hash that is no member gives its own
 * bits by chance: with ten of them one in 1,024 does. A Bloom filter of the same size would take five times as many for members.
 */

/** How many bytes stand before the places: the number that all hashes were mixed with, the bits of a place, the logarithm of a segment. */
const HEAD = 3;
/** How many places a hash has. */
const PARTS = 4;
/** Places for each member, at least: a larger set than most can be made with so few. */
const PLACES = 1.08;
/** How often a size is tried. */
const TRIES = 3;
/** Segments are so long, or twice as long: places fill whole bytes. */
const SHORTEST = 8;

/** A set of hashes that can be asked. */
export class HashSet {
  private readonly set: Uint8Array;
  private readonly number: number;
  private readonly bits: number;
  private readonly segment: number;
  private readonly scale: number;

  /** @param set the bytes that {@link hashSet} made; an empty array is an empty set */
  constructor(set: Uint8Array) {
    this.set = set;
    this.number = set[0] ?? 0;
    this.bits = set[1] ?? 1;
    this.segment = 1 << (set[2] ?? 0);
    const segments = Math.floor(((set.length - HEAD - 1) * 8) / this.bits / this.segment);
    this.scale = segments < PARTS ? 0 : scaleOf(segments, this.segment);
  }

  /** Whether a hash may be in the set; if false, it certainly is not. @param member a number that tells members with the same hash apart */
  has(h: number, member = 0): boolean {
    const { set, bits, segment, scale } = this;
    const mixed = mix(h, member, this.number);
    const spread = spreadOf(mixed);
    const own = ownOf(mixed);
    const at = ((mixed >>> 0) * scale) | 0;
    const value =
      bitsAt(set, bits, at) ^
      bitsAt(set, bits, secondOf(at, segment, spread)) ^
      bitsAt(set, bits, thirdOf(at, segment, spread)) ^
      bitsAt(set, bits, lastOf(at, segment, own));
    return ((value ^ (own >>> OWN)) & ((1 << bits) - 1)) === 0 && scale > 0;
  }
}

/** A hash and the number of a member, mixed with the number of the set. */
function mix(h: number, member: number, number: number): number {
  const g = Math.imul(h ^ Math.imul(member, 0x27d4eb2f) ^ Math.imul(number + 1, 0x85ebca6b), 0x9e3779b1);
  return Math.imul(g ^ (g >>> 15), 0x297a2d39);
}

/** The factor that turns an unsigned hash into its first place: a product, since a remainder takes ten times as long. */
const scaleOf = (segments: number, segment: number): number => ((segments - PARTS + 1) * segment) / 2 ** 32;

/** A number that says where in its second and third segment a hash stands. */
function spreadOf(mixed: number): number {
  const g = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca77);
  return g ^ (g >>> 15);
}
/** A number whose bits from {@link OWN} on belong to a hash; those below say where in its last segment it stands. */
const ownOf = (mixed: number): number => Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae3d);
const OWN = 20;

const secondOf = (at: number, segment: number, spread: number): number => (at + segment) ^ (spread & (segment - 1));
const thirdOf = (at: number, segment: number, spread: number): number => (at + 2 * segment) ^ ((spread >>> 16) & (segment - 1));
const lastOf = (at: number, segment: number, own: number): number => (at + 3 * segment) ^ ((own >>> 5) & (segment - 1));

/** The bits of a place, and others above them: those of a place lie in two bytes. */
function bitsAt(set: Uint8Array, bits: number, at: number): number {
  const bit = at * bits;
  const byte = HEAD + (bit >>> 3);
  return (set[byte]! | (set[byte + 1]! << 8)) >>> (bit & 7);
}

/** A member of a set: its hash, and a number that tells it from others of the same hash. */
export type Member = readonly [h: number, member: number];

/**
 * Makes the set of some hashes.
 * @param bits how many a place has, at most ten and even above nine: one in 2^bits hashes that are no members is taken for one
 * @returns its bytes, for {@link HashSet}
 */
export function hashSet(members: Iterable<Member>, bits: number): Uint8Array {
  const all = Array.from(members);
  // as long as its authors found best
  const log = Math.max(Math.log2(SHORTEST), Math.floor(Math.log(all.length + 1) / Math.log(2.91) - 0.5));
  const segment = 1 << log;
  for (let segments = Math.max(PARTS, Math.ceil((all.length * PLACES) / segment)); ; segments++)
    for (let number = 0; number < TRIES; number++) {
      const mixed = Int32Array.from(new Set(Array.from(all, ([h, member]) => mix(h, member, number))));
      const order = peeled(mixed, segments, segment);
      if (!order) continue;
      const set = new Uint8Array(HEAD + (segments * segment * bits) / 8 + 1);
      set.set([number, bits, log]);
      const scale = scaleOf(segments, segment);
      // the last that was taken off is the first to be written: its own place is no other's by then
      for (let i = order.length - 2; i >= 0; i -= 2) {
        const [one, place] = [order[i]!, order[i + 1]!];
        let value = ownOf(one) >>> OWN;
        for (const at of placesOf(one, scale, segment)) value ^= bitsAt(set, bits, at);
        write(set, bits, place, value & ((1 << bits) - 1));
      }
      return set;
    }
}

function placesOf(mixed: number, scale: number, segment: number): readonly number[] {
  const at = ((mixed >>> 0) * scale) | 0;
  const spread = spreadOf(mixed);
  return [at, secondOf(at, segment, spread), thirdOf(at, segment, spread), lastOf(at, segment, ownOf(mixed))];
}

/**
 * Finds for each member a place that none of those after it has.
 * @returns the members in that order, each with its place; nothing where this cannot be done
 */
function peeled(members: Int32Array, segments: number, segment: number): Int32Array | undefined {
  const scale = scaleOf(segments, segment);
  const counts = new Uint16Array(segments * segment);
  const joined = new Int32Array(counts.length);
  for (const member of members)
    for (const at of placesOf(member, scale, segment)) {
      counts[at]!++;
      joined[at]! ^= member;
    }
  const free = Array.from(counts.keys()).filter((at) => counts[at] === 1);
  const order: number[] = [];
  for (let place = free.pop(); place !== undefined; place = free.pop()) {
    if (counts[place] !== 1) continue;
    const member = joined[place]!;
    order.push(member, place);
    for (const at of placesOf(member, scale, segment)) {
      joined[at]! ^= member;
      if (--counts[at]! === 1) free.push(at);
    }
  }
  return order.length === members.length * 2 ? Int32Array.from(order) : undefined;
}

function write(set: Uint8Array, bits: number, at: number, value: number): void {
  const bit = at * bits;
  const byte = HEAD + (bit >>> 3);
  const shifted = value << (bit & 7);
  set[byte]! |= shifted & 255;
  set[byte + 1]! |= shifted >>> 8;
}
