/** A code that is in no list, in a dose or treatment frame, and a digit off one that is: a slip, or another drug. */
import type { Dataset } from "../../dataset/dataset";
import { isDrug } from "../../dataset/nameKinds";
import { drugEvidence } from "../../note/frames";
import { LETTER } from "../../note/letters";
import { NONE, type Place, type Remark, remark } from "./finding";

/** The digits of a code that is judged: of codes with fewer so many exist that a real one may be a digit off another by chance. */
const DIGITS = /\d{5,8}/g;
const FIVE_DIGITS = /\d{5}/;
const LETTERS_BEFORE = new RegExp(String.raw`(?<![${LETTER}\d/_-])([A-Z]{2,4})([-‐‑\s]?)$`);
const GOES_ON = new RegExp(String.raw`^(?:[${LETTER}\d_]|[-.,]\d)`);
/** More known codes than this that differ in their last two digits alone are a series, in which neighbours are other drugs. */
const SERIES = 2;

/**
 * Finds codes that differ in one digit from exactly one that is known.
 * @returns a remark on each that stands where a drug is meant; its fix says what may have been meant, which is not certain
 */
export function unknownCode(dataset: Dataset, { passage }: Place): Remark[] {
  const { text } = passage;
  if (!FIVE_DIGITS.test(text)) return NONE;
  const found: Remark[] = [];
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const letters = LETTERS_BEFORE.exec(text.slice(Math.max(0, index - 8), index));
    const end = index + digits.length;
    if (!letters || GOES_ON.test(text.slice(end, end + 2))) continue;
    const start = index - letters[0].length;
    const code = text.slice(start, end);
    if (dataset.lexicon.lookUp(code).length > 0 || drugEvidence(dataset, passage, start, end) !== "beside") continue;
    const near = codesNear(dataset, letters[1]!, letters[2]!, digits);
    if (near.length !== 1 || isSeries(dataset, letters[1]! + digits.slice(0, -2))) continue;
    const { written, name } = near[0]!;
    const entity = dataset.lexicon.entity(name);
    const preferred = dataset.preferredName(entity);
    const message = `“${code}” is not in the lists of ${dataset.date}; ${written}, a code of ${preferred}, differs in one digit.`;
    found.push(remark(passage, start, end, { rule: "unknown-code", message, replacements: [written], entity }));
  }
  return found;
}

/**
 * The known drugs' codes that one digit changed, or two neighbours swapped, lead to; one for each drug, written as the note writes codes.
 * Not the next number: whoever made that drug may have made this one after it or before it, SAR245408 and SAR245409.
 */
function codesNear(dataset: Dataset, letters: string, joint: string, digits: string): Array<{ written: string; name: number }> {
  const found = new Map<number, { written: string; name: number }>();
  for (const other of slips(digits)) {
    if (Math.abs(Number(other) - Number(digits)) === 1) continue;
    const name = dataset.lexicon.lookUp(letters + other).find((each) => isDrug(dataset, each));
    if (name !== undefined) found.set(dataset.lexicon.entity(name), { written: letters + joint + other, name });
  }
  return [...found.values()];
}

function* slips(digits: string): Generator<string> {
  for (let i = 0; i < digits.length; i++) {
    const before = digits.slice(0, i);
    for (let digit = 0; digit < 10; digit++) if (String(digit) !== digits[i]) yield before + digit + digits.slice(i + 1);
    if (i > 0 && digits[i] !== digits[i - 1]) yield before.slice(0, -1) + digits[i] + digits[i - 1] + digits.slice(i + 1);
  }
}

const isSeries = (dataset: Dataset, beginning: string): boolean =>
  new Set(dataset.lexicon.complete(beginning, 20).map((name) => dataset.lexicon.entity(name))).size > SERIES;
