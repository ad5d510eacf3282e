/** How likely one word was meant where another was typed: habits of hands (QWERTY) and of ears. */
import { LONGEST } from "./fold";

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** What is written for the same or a near sound, or looks alike. */
const ALIKE =
  "ae ai ao au ay ei eo eu ey io iu iy ou oy uy ck cq cs cz kq sz xs fv fp ph vw bp bv dt gj gk mn lr il 0o 1i 1l 2z 5s 6g 8b xz jy".split(
    " ",
  );

/** Two letters that are written for one, or one for two: they sound alike (ph, cs, th), or look so in print (rn, cl). */
const TWO_FOR_ONE = new Set<number>();
const threeOf = (a: number, b: number, c: number): number => (a << 14) | (b << 7) | c;
for (const three of "phf csx ksx ckk ckc tht rhr chc aee oee rnm cld".split(" "))
  TWO_FOR_ONE.add(threeOf(three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2)));

/** For each pair of characters 1 where the second lies beside the first on the keyboard, 2 where they are alike. */
const pairs = new Uint8Array(128 * 128);
const BESIDE = 1;
const LOOKS_ALIKE = 2;
const note = (a: string, b: string, how: number): void => {
  pairs[a.charCodeAt(0) * 128 + b.charCodeAt(0)]! |= how;
};

ROWS.forEach((row, r) => {
  [...row].forEach((char, i) => {
    const others = [row[i - 1], row[i + 1], ROWS[r - 1]?.[i], ROWS[r - 1]?.[i + 1], ROWS[r + 1]?.[i], ROWS[r + 1]?.[i - 1]];
    for (const other of others) if (other) note(char, other, BESIDE);
  });
});
for (const [a, b] of ALIKE) {
  note(a!, b!, LOOKS_ALIKE);
  note(b!, a!, LOOKS_ALIKE);
}

const how = (a: number, b: number): number => (a < 128 && b < 128 ? pairs[a * 128 + b]! : 0);
const bit = (c: number): number => 1 << (c & 31);
const VOWELS = bit(97) | bit(101) | bit(105) | bit(111) | bit(117) | bit(121);
const isLetter = (c: number): boolean => c >= 97 && c <= 122;
const isVowel = (c: number): boolean => isLetter(c) && (VOWELS & bit(c)) !== 0;

/** What it costs to swap two neighbouring letters: hardly more than to double one, for as few words are made by it. */
export const SWAPPED = 1.75;
/** The same where one is a digit: another number is mostly another of its kind. */
const SWAPPED_DIGIT = 2;
const DOUBLED = 1.5;
/** What a slip costs that hands and ears make: a key beside, a sound alike, a letter left out. */
export const LIKELY = 3;
const UNLIKELY = 6;
const CODE_E = 101;

/** Whether a character, in small letters, is typed for another by hand or ear: it looks or sounds alike or lies beside it. */
export const isMistakable = (typed: number, meant: number): boolean => how(typed, meant) > 0;

const replaced = (typed: number, meant: number): number => (typed === meant ? 0 : isMistakable(typed, meant) ? LIKELY : UNLIKELY);

/** A letter too many at `i`: one typed twice, or one beside the letter meant. */
function added(typed: Uint16Array, i: number, length: number): number {
  const c = typed[i]!;
  if ((i > 0 && typed[i - 1] === c) || (i + 1 < length && typed[i + 1] === c)) return DOUBLED;
  // languages and habits put an e behind names: endostatine
  if (c === CODE_E && i === length - 1) return LIKELY - 0.5;
  const isBeside = (i > 0 && how(c, typed[i - 1]!) & BESIDE) || (i + 1 < length && how(c, typed[i + 1]!) & BESIDE);
  return isBeside ? LIKELY : UNLIKELY - 1;
}

/** A letter too few: `i` in the word meant. */
function dropped(meant: Uint16Array, i: number, length: number): number {
  const c = meant[i]!;
  if ((i > 0 && meant[i - 1] === c) || (i + 1 < length && meant[i + 1] === c)) return DOUBLED;
  return isVowel(c) ? LIKELY - 0.5 : LIKELY;
}

/** Whether the two letters before `i` of one word are written for the one before `j` of the other. */
const isTwoForOne = (two: Uint16Array, i: number, one: Uint16Array, j: number): boolean =>
  i > 1 && TWO_FOR_ONE.has(threeOf(two[i - 2]!, two[i - 1]!, one[j - 1]!));

/** Whether the two letters before `i` are the two before them once more: bevacizizumab. */
const isRepeated = (word: Uint16Array, i: number): boolean => i > 3 && word[i - 1] === word[i - 3] && word[i - 2] === word[i - 4];

/** What it costs to write the letters of a syllable in another order: "metropolol", "dacabarzine". */
const REORDERED = 4;
/** How many letters that are. */
const SYLLABLE = 4;

/** Whether two words of one length differ in the order of a few letters alone. */
function isReordered(typed: Uint16Array, meant: Uint16Array, length: number): boolean {
  let from = 0;
  let to = length;
  while (from < to && typed[from] === meant[from]) from++;
  while (to > from && typed[to - 1] === meant[to - 1]) to--;
  return to - from <= SYLLABLE && typed.slice(from, to).sort().join() === meant.slice(from, to).sort().join();
}

const rows = [new Float32Array(LONGEST + 2), new Float32Array(LONGEST + 2), new Float32Array(LONGEST + 2)];

/**
 * What it costs to have typed one word where another was meant, in bits: the less, the likelier.
 * Each edit is weighed by its kind: swapped neighbours, a letter or two doubled or not, a key beside it, a sound alike, any other.
 */
export function slipCost(typed: Uint16Array, typedLength: number, meant: Uint16Array, meantLength: number): number {
  let [before, previous, current] = rows as [Float32Array, Float32Array, Float32Array];
  previous[0] = 0;
  for (let j = 1; j <= meantLength; j++) previous[j] = previous[j - 1]! + dropped(meant, j - 1, meantLength);
  for (let i = 1; i <= typedLength; i++) {
    const extra = added(typed, i - 1, typedLength);
    current[0] = previous[0]! + extra;
    for (let j = 1; j <= meantLength; j++) {
      let cost = Math.min(
        previous[j - 1]! + replaced(typed[i - 1]!, meant[j - 1]!),
        previous[j]! + extra,
        current[j - 1]! + dropped(meant, j - 1, meantLength),
      );
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1])
        cost = Math.min(cost, before[j - 2]! + (isLetter(typed[i - 1]!) && isLetter(typed[i - 2]!) ? SWAPPED : SWAPPED_DIGIT));
      if (isRepeated(meant, j)) cost = Math.min(cost, current[j - 2]! + LIKELY);
      if (isRepeated(typed, i)) cost = Math.min(cost, before[j]! + LIKELY);
      if (isTwoForOne(typed, i, meant, j)) cost = Math.min(cost, before[j - 1]! + LIKELY);
      if (isTwoForOne(meant, j, typed, i)) cost = Math.min(cost, previous[j - 2]! + LIKELY);
      current[j] = cost;
    }
    [before, previous, current] = [previous, current, before];
  }
  const cost = previous[meantLength]!;
  return cost > REORDERED && typedLength === meantLength && isReordered(typed, meant, typedLength) ? REORDERED : cost;
}
