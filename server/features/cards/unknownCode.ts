/** The card of a code that is in no list but begins as codes of drugs do: which ones, so that a reader sees whose it may be. */
import type { Dataset } from "../../dataset/dataset";
import { isDrugKind } from "../../dataset/records";
import { drugEvidence, isCalledOther } from "../../note/frames";
import type { Passage } from "../../note/passage";
import { type Card, SEPARATOR } from "../print";
import { fact, few } from "./words";

interface CodeCard {
  readonly card: Card;
  /** In the passage's text. */
  readonly start: number;
  readonly end: number;
}

/** A code as companies make them: letters, then a number, which may have a hyphen (TAK-788, BAY 86-9766). */
const CODE = /(?<![\p{L}\p{N}_/-])(\p{Lu}{2,5})[-\u2010\u2011 ]?(?:\d{2}-\d{4}|\d{3,8})(?![\p{L}\p{N}_]|[-.,]\d)/gu;
/** How far around the cursor a code reaches. */
const REACH = 16;
/** Drugs whose codes begin so, of which one more is likely: cell lines and reagents share letters with few. */
const SEVERAL = 5;
/** Names looked at for each first digit. */
const LOOKED_AT = 20;

/**
 * @param at unit of the passage's text
 * @returns nothing where no such code stands beside what speaks of a drug
 */
export function codeCardAt(dataset: Dataset, passage: Passage, at: number): CodeCard | undefined {
  const from = Math.max(0, at - REACH);
  for (const { index, 0: code, 1: letters } of passage.text.slice(from, at + REACH).matchAll(CODE)) {
    const [start, end] = [from + index, from + index + code.length];
    if (at < start || end < at || isCalledOther(passage.text.slice(end)) || !drugEvidence(dataset, passage, start, end)) continue;
    const known = codesLike(dataset, letters!);
    if (known.length < SEVERAL) return undefined;
    const text = `${SEPARATOR}a code in none of our lists of ${dataset.date}: mistyped, or newer than they are`;
    return { start, end, card: { groups: [[[{ text: code, style: "strong" }, { text }], fact(`Codes in ${letters}-`, few(known))]] } };
  }
  return undefined;
}

/** The codes of drugs that begin with these letters and a digit, one for each drug, each with what it is called. */
function codesLike(dataset: Dataset, letters: string): string[] {
  const { lexicon } = dataset;
  const found = new Map<number, string>();
  for (let digit = 0; digit <= 9; digit++)
    for (const name of lexicon.complete(letters + digit, LOOKED_AT)) {
      const entity = lexicon.entity(name);
      if (lexicon.type(name) !== "code" || found.has(entity) || !isDrugKind(dataset.kind(entity))) continue;
      const [code, called] = [lexicon.name(name), dataset.preferredName(entity)];
      found.set(entity, code === called ? code : `${code} (${called})`);
    }
  return [...found.values()];
}
