/** Names that are no words of their own: the gene before a variant or an allele's star, the drug before a number, proteins before they are cleaved. */
import type { Dataset } from "../dataset/dataset";
import { isDrug } from "../dataset/nameKinds";
import type { Found, Scan } from "../dataset/scan";
import { nameInside } from "./affixes";
import { LETTER } from "./letters";
import { type Passage, sourceRange } from "./passage";

/**
 * The names inside words that hold one, before a variant, and inside words in no list that say what a protein is before it is cleaved.
 * @param scan what was found in the passage's text
 * @returns in no order; empty if there are none
 */
export function namesInside(dataset: Dataset, passage: Passage, { names: written, mixed, unknown }: Scan): Found[] {
  const inside = precursors(dataset, passage.text, unknown);
  for (let i = 0; i < mixed.length; i += 2) {
    const [start, end] = [mixed[i]!, mixed[i + 1]!];
    const gene = beforeVariant(dataset, passage.text, start, end);
    if (gene && !written.some((one) => one.start < gene.end && gene.start < one.end)) inside.push(gene);
    const found =
      withAllele(dataset, passage, start, end) ??
      nameInside(dataset, passage.text, start, end) ??
      beforeNumber(dataset, passage.text, start, end);
    if (found) inside.push(found);
    else inside.push(...markers(dataset, passage.text, start, end));
  }
  return inside;
}

/** A change of one amino acid or base by another. */
const VARIANT = /^[A-IK-NP-TVWY]\d{2,4}[A-IK-NP-TVWYX]$/;
const LONGEST_VARIANT = 6;
const BEFORE_VARIANT = /(?<![\w-])[a-z][a-zA-Z0-9]{2,7}(?= (?:p\.)?$)/;

/** The gene right before a variant, though in letters that would be no symbol elsewhere: "egfr L858R", "dCK A9846G". English words are none. */
function beforeVariant({ lexicon }: Dataset, text: string, start: number, end: number): Found | undefined {
  if (end - start > LONGEST_VARIANT || (text[start - 1] !== " " && text[start - 1] !== ".")) return undefined;
  if (!VARIANT.test(text.slice(start, end))) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  const gene = BEFORE_VARIANT.exec(before);
  const names = gene && !lexicon.beginsWord(gene[0]) ? lexicon.lookUp(gene[0]).filter((name) => lexicon.type(name) === "symbol") : [];
  const from = start - before.length + (gene?.index ?? 0);
  return names.length > 0 ? { start: from, end: from + gene![0].length, names, pointer: false } : undefined;
}

/** The gene before the star of an allele; two of them in a paragraph, CYP2C9*2 and CYP2C9*3, are emphasis to Markdown. */
function withAllele({ lexicon }: Dataset, passage: Passage, start: number, end: number): Found | undefined {
  const { from, to } = sourceRange(passage, start, end);
  if (to - from === end - start) return undefined;
  let star = start + 1;
  while (star < end && sourceRange(passage, star, end).from - from === star - start) star++;
  const names = /\d/.test(passage.text[star] ?? "") ? lexicon.lookUp(passage.text.slice(start, star)) : [];
  const genes = names.filter((name) => lexicon.type(name) === "symbol");
  return genes.length > 0 ? { start, end: star, names: genes, pointer: false } : undefined;
}

/** How much there is of a marker, before the next: CD44hiCD62Llo. */
const AMOUNT = /(?<=[A-Z\d])(?:hi(?:gh)?|low?|int|dim)(?=[A-Z]|$)/g;

/** The markers of cells that are written as one word with how much there is of each. */
function markers({ lexicon }: Dataset, text: string, start: number, end: number): Found[] {
  const word = text.slice(start, end);
  const apart = word.replace(AMOUNT, (amount) => "\ufffc".repeat(amount.length));
  return apart === word ? [] : lexicon.find(apart).map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
}

const NUMBERED = new RegExp(`^([${LETTER}]{6,})\\d{1,4}(?:[munµμ]?[gM]|mcg)?$`);

/** The drug before the number of a reference that was raised in print, "bevacizumab12,13", or before an amount without a space, "paclitaxel80mg". Few of their names end in a number. */
function beforeNumber(dataset: Dataset, text: string, start: number, end: number): Found | undefined {
  const [, word] = NUMBERED.exec(text.slice(start, end)) ?? [];
  const { lexicon } = dataset;
  const names = word ? lexicon.lookUp(word).filter((name) => isDrug(dataset, name) && lexicon.context(name) === "none") : [];
  return names.length > 0 ? { start, end: start + word!.length, names, pointer: false } : undefined;
}

const PRECURSOR = /^[Pp]r(?:o|epro)[a-z]{3}/;

/** Proteins before they are cleaved: prorelaxin, procaspase-8. Such words are in no list. */
function precursors(dataset: Dataset, text: string, unknown: readonly number[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < unknown.length; i += 2) {
    if (!PRECURSOR.test(text.slice(unknown[i]!, unknown[i]! + 9))) continue;
    const inside = nameInside(dataset, text, unknown[i]!, unknown[i + 1]!);
    if (inside) found.push(inside);
  }
  return found;
}
