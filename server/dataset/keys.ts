/** Finds keys among the names, which are sorted by key. */
import { type Codes, LONGEST, WORD } from "./fold";
import { inFilter } from "./hash";
import type { HashSet } from "./hashSet";
import type { Lexicon } from "./lexicon";
import { BLOCK } from "./pack";

/** How many keys are remembered with their places: a note says the same names again and again. */
const REMEMBERED = 1 << 14;

export class Keys {
  private readonly lexicon: Lexicon;
  /** All bundled keys: for most words of a text this says that they are no name. */
  private readonly keys: HashSet;
  /** Bloom filter of the keys of folders' own names; empty where there are none. */
  private readonly own: Uint32Array;
  /** The hashes of keys that were found, and the first name of each. */
  private readonly hashes = new Int32Array(REMEMBERED);
  private readonly places = new Uint32Array(REMEMBERED);
  private readonly other = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, keys: HashSet, own: Uint32Array) {
    this.lexicon = lexicon;
    this.keys = keys;
    this.own = own;
  }

  /** Whether some name may have a key with this hash; if false, certainly none has. */
  mayBe(h: number): boolean {
    return this.keys.has(h) || (this.own.length > 0 && inFilter(this.own, h));
  }

  /** First name whose key is the first `length` codes of `key`, of hash `h`, or -1. */
  first(key: Codes, length: number, h: number): number {
    if (length === 0 || !this.mayBe(h)) return -1;
    const slot = h & (REMEMBERED - 1);
    if (this.hashes[slot] === h) {
      const name = this.places[slot]!;
      if (this.isKeyOf(name, key, length)) return name;
    }
    const name = this.lowerBound(key, length, false, 0, this.lexicon.size);
    if (name === this.lexicon.size || !this.isKeyOf(name, key, length)) return -1;
    this.hashes[slot] = h;
    this.places[slot] = name;
    return name;
  }

  /**
   * First name of [low, high) whose key is not before the first `length` codes of `key`.
   * @param after look for the first that is behind all keys that begin with them instead
   */
  lowerBound(key: Codes, length: number, after: boolean, low: number, high: number): number {
    while (low < high) {
      let middle = (low + high) >> 1;
      // of a block that is not read the first name costs least
      if (high - low > 2 * BLOCK) middle -= middle % BLOCK;
      const order = this.order(middle, key, length);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Compares a name's key with the first `length` codes of `key`: negative, 0 or positive; 0 also where it goes on behind them. */
  order(name: number, key: Codes, length: number): number {
    const { other } = this;
    const plain = this.plainOrder(name, key, length);
    if (plain !== 0) return plain;
    const size = this.lexicon.keyOf(name, other);
    for (let i = 0; i < length; i++) {
      if (i >= size) return -1;
      if (other[i] !== key[i]) return other[i]! - key[i]!;
    }
    return 0;
  }

  /**
   * The same comparison, made only by the letters and digits of ASCII at the start: most keys differ in one of the first, and to
   * fold a name takes several times as long. 0 where these do not decide.
   */
  private plainOrder(name: number, key: Codes, length: number): number {
    const { text, fold } = this.lexicon;
    const start = this.lexicon.startOf(name);
    const most = Math.min(length, this.lexicon.endOf(name) - start);
    for (let i = 0; i < most; i++) {
      const c = text[start + i]!;
      if (c >= 0x80 || fold.kind[c] !== WORD) return 0;
      if (fold.code[c] !== key[i]) return fold.code[c]! - key[i]!;
    }
    return 0;
  }

  private isKeyOf(name: number, key: Codes, length: number): boolean {
    const { other } = this;
    if (this.lexicon.keyOf(name, other) !== length) return false;
    for (let i = 0; i < length; i++) if (other[i] !== key[i]) return false;
    return true;
  }
}
