/** The card of a name that is only recognised: one line. */
import type { Dataset } from "../../dataset/dataset";
import type { Kind } from "../../dataset/records";
import { isDerivative } from "../../note/derivatives";
import { type Card, type Line, SEPARATOR } from "../print";

/** What says of which kind it is, where its phrase does not say so itself ("protein-coding gene", "family of 8 genes"). */
const KNOWN: Partial<Record<Kind, string>> = { "known-drug": "drug", "known-gene": "gene" };

/**
 * What is known of an entity without a record, in a line.
 * @param name the name by which it was found, or nothing
 * @returns nothing for an abbreviation that is merely known
 */
export function knownLine(dataset: Dataset, entity: number, name?: number): Line | undefined {
  const kind = dataset.kind(entity);
  if (kind === "known-abbreviation") return undefined;
  const preferred = dataset.preferredName(entity);
  const inWords = kind === "known-gene" ? dataset.lexicon.fullName(entity) : undefined;
  const written = name === undefined ? preferred : dataset.lexicon.name(name);
  const detail = dataset.detail(entity);
  const word = KNOWN[kind] ?? "";
  const parts = [
    detail.includes(word) ? "" : word,
    inWords ?? "",
    detail,
    written !== preferred && written !== inWords && !detail.includes(`“${written}”`) ? `also “${written}”` : "",
    `recognised only, no record yet`,
    `lists of ${dataset.date}`,
  ];
  return [{ text: preferred, style: "strong" }, { text: `${SEPARATOR}${parts.filter(Boolean).join(SEPARATOR)}` }];
}

/**
 * The card of an entity without a record; nothing for an abbreviation that is merely known.
 * @param text what stands in the note
 */
export function knownCard(dataset: Dataset, entity: number, name?: number, text?: string): Card | undefined {
  const line = knownLine(dataset, entity, name);
  const derived = derivedFrom(dataset, entity, text);
  return line && { groups: [derived ? [line, [{ text: derived, style: "emphasis" }]] : [line]] };
}

/** What a card says where the note names what was made of a drug, and no list has it; nothing where it names the drug. */
export function derivedFrom(dataset: Dataset, entity: number, text: string | undefined): string | undefined {
  const drug = dataset.preferredName(entity);
  if (!text || !isDerivative(text, drug)) return undefined;
  return `“${text}” is by its name a derivative of ${drug}; shown is ${drug}`;
}
