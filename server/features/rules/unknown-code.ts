/** A code that is in no list and a digit off one that is, or a digit longer or shorter, in a dose or treatment frame: a slip, or another drug; or with two of its letters swapped, anywhere. */
import type { Dataset } from "../../dataset/dataset";
import { swappedAt } from "../../dataset/distance";
import { drugNamed, isDrug } from "../../dataset/nameKinds";
import { drugEvidence } from "../../note/frames";
import { LETTER } from "../../note/letters";
import { isMonthOfYear } from "../../note/lookalikes";
import { NONE, type Place, type Remark, remark } from "./finding";

/** The digits of a code that is judged, of which Bayer's have two apart: BAY 73-4506. */
const DIGITS = /(?:(?<!\d)\d\d-)?\d{4,8}/g;
const FOUR_DIGITS = /\d{4}/;
/** Of codes with fewer so many exist that a real one may be a digit off another by chance. */
const MANY = 5;
/** The letters of a code; one alone with a hyphen, as in Y-27632, for a letter and a number may count anything. */
const LETTERS_BEFORE = new RegExp(String.raw`(?<![${LETTER}\d/_-])([A-Z]{2,4}|[A-Z](?=[-‐‑]))([-‐‑\s]?)$`);
/** What else has such numbers, in a dose frame too: "Lot ER-886526 (5 mg)". */
const COUNTS = /\b(?:lot|batch|cat(?:alog(?:ue)?)?|no\.|number|grant|sample|box|protocol|patent|order|ref)\.?:?\s?#?\s?$/i;
const GOES_ON = new RegExp(String.raw`^(?:[${LETTER}\d_]|[-.,]\d)`);
/** More known codes than this that differ in their last two digits alone are a series, in which neighbours are other drugs. */
const SERIES = 2;

/** A known drug's code that may have been meant, written as the note writes codes. */
interface Meant {
  readonly written: string;
  readonly name: number;
  /** How the two differ. */
  readonly differs: string;
}

/**
 * Finds codes that differ in one digit, or in the order of two letters, from exactly one that is known.
 * @returns a remark on each; its fix says what may have been meant, which is not certain
 */
export function unknownCode(dataset: Dataset, { passage }: Place): Remark[] {
  const { text } = passage;
  if (!FOUR_DIGITS.test(text)) return NONE;
  const found: Remark[] = [];
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const [before, letters, joint] = LETTERS_BEFORE.exec(text.slice(Math.max(0, index - 8), index)) ?? [];
    const end = index + digits.length;
    if (!before || GOES_ON.test(text.slice(end, end + 2))) continue;
    const start = index - before.length;
    if (COUNTS.test(text.slice(Math.max(0, start - 16), start))) continue;
    const code = text.slice(start, end);
    if (dataset.lexicon.isName(code) || isMonthOfYear(code)) continue;
    const swapped = codesSwapped(dataset, letters!, joint!, digits);
    const isLong = digits.length >= MANY;
    if (swapped.length === 0 && !isLong) continue;
    if ((swapped.length === 0 || !isLong) && drugEvidence(dataset, passage, start, end) !== "beside") continue;
    const near = swapped.length === 0 ? codesNear(dataset, letters!, joint!, digits) : swapped;
    if (near.length !== 1) continue;
    const { written, name, differs } = near[0]!;
    const entity = dataset.lexicon.entity(name);
    const preferred = dataset.preferredName(entity);
    const known = preferred === written ? written : `${written}, a code of ${preferred},`;
    const message = `“${code}” is not in the lists of ${dataset.date}; ${known} ${differs}.`;
    found.push(remark(passage, start, end, { rule: "unknown-code", message, replacements: [written], entity }));
  }
  return found;
}

/**
 * The known drugs' codes that one digit changed, left out or added, or two neighbours swapped, lead to; one for each drug, none in a series.
 * Not the next number: whoever made that drug may have made this one after it or before it, SAR245408 and SAR245409.
 */
function codesNear(dataset: Dataset, letters: string, joint: string, digits: string): Meant[] {
  const found = new Map<number, Meant>();
  const number = digits.replace(/^0+/, "");
  // known but for its zeros, and no slip in another: PF-6463922, and INCB28050, which is INCB028050 and not INCB28060
  if (["", "0", "00"].some((zeros) => drugNamed(dataset, letters + zeros + number) !== undefined)) return [];
  for (const other of slips(digits)) {
    if (Math.abs(Number(other.replace("-", "")) - Number(digits.replace("-", ""))) === 1) continue;
    const name = drugNamed(dataset, letters + other);
    if (name !== undefined)
      found.set(dataset.lexicon.entity(name), {
        written: letters + joint + other,
        name,
        differs: differing(digits, other),
      });
  }
  return found.size === 0 || isSeries(dataset, letters + digits.slice(0, -2)) ? [] : [...found.values()];
}

/** How the digits of a known code differ from those that are written. */
function differing(digits: string, other: string): string {
  if (other.length !== digits.length) return `has one digit ${other.length > digits.length ? "more" : "less"}`;
  return [...other].filter((digit, i) => digit !== digits[i]).length > 1 ? "has two digits the other way round" : "differs in one digit";
}

/**
 * The known drugs' codes that two swapped letters lead to, GKS2118436 to GSK2118436, where no drug's code begins as it is written:
 * companies have their letters, and hardly two have given one number.
 */
function codesSwapped(dataset: Dataset, letters: string, joint: string, digits: string): Meant[] {
  const found: Meant[] = [];
  if (letters.length < LEAST_LETTERS) return found;
  for (let i = 1; i < letters.length; i++) {
    if (letters[i] === letters[i - 1]) continue;
    const other = swappedAt(letters, i);
    const name = drugNamed(dataset, other + digits);
    if (name !== undefined && !isPrefix(dataset, letters))
      found.push({ written: other + joint + digits, name, differs: "has two letters the other way round" });
  }
  return found;
}

/** Two letters swapped are often a unit, a country or a small word. */
const LEAST_LETTERS = 3;

/** Whether a known drug's code has such letters before its number. */
const isPrefix = (dataset: Dataset, letters: string): boolean =>
  [..."0123456789"].some((digit) => dataset.lexicon.complete(letters + digit, POOL).some((name) => isDrug(dataset, name)));
/** How many names with such a beginning are looked at. */
const POOL = 8;

function* slips(digits: string): Generator<string> {
  for (let i = 0; i < digits.length; i++) {
    if (digits[i] === "-") continue;
    const before = digits.slice(0, i);
    for (let digit = 0; digit < 10; digit++) if (String(digit) !== digits[i]) yield before + digit + digits.slice(i + 1);
    if (i > 0 && digits[i] !== digits[i - 1] && digits[i - 1] !== "-") yield swappedAt(digits, i);
  }
  // a digit left out or too many
  if (digits.length < LEAST_TO_DROP || digits.includes("-")) return;
  for (let i = 0; i <= digits.length; i++) {
    const [before, rest] = [digits.slice(0, i), digits.slice(i)];
    for (let digit = 0; digit < 10; digit++) yield before + digit + rest;
    if (i < digits.length && digits.length > LEAST_TO_DROP) yield before + rest.slice(1);
  }
}
/** Digits of which one is missed or too many only by mistake: companies' numbers of fewer grew by one in time. */
const LEAST_TO_DROP = 6;

const isSeries = (dataset: Dataset, beginning: string): boolean =>
  new Set(dataset.lexicon.complete(beginning, 20).map((name) => dataset.lexicon.entity(name))).size > SERIES;
