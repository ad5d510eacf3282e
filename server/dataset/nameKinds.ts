/** What a name stands for: its kind, its record. */
import type { Dataset } from "./dataset";
import { isDrugKind, isProteinKind, type Kind } from "./records";

/** The kind of what a name stands for. */
export const kindNamed = (dataset: Dataset, name: number): Kind => dataset.kind(dataset.lexicon.entity(name));

/** What the thing that a name stands for is called first of all. */
export const preferredFor = (dataset: Dataset, name: number): string => dataset.preferredName(dataset.lexicon.entity(name));

/** Whether what a name stands for has a record. */
export const isOnRecord = (dataset: Dataset, name: number): boolean => dataset.hasRecord(dataset.lexicon.entity(name));

/** Whether a name stands for a drug, with a record or without. */
export const isDrug = (dataset: Dataset, name: number): boolean => isDrugKind(kindNamed(dataset, name));

/** The name of a drug that a text is, in any spelling; nothing where it is none. */
export const drugNamed = (dataset: Dataset, text: string): number | undefined =>
  dataset.lexicon.lookUp(text).find((name) => isDrug(dataset, name));

/** Whether a name stands for a gene or protein, or for several. */
export const isProtein = (dataset: Dataset, name: number): boolean => isProteinKind(kindNamed(dataset, name));

/** Whether a name stands for one gene, with a record or without. */
export function isOneGene(dataset: Dataset, name: number): boolean {
  const kind = kindNamed(dataset, name);
  return kind === "target" || kind === "known-gene";
}

/** Whether a name is a record's, and of a drug's one that a curator wrote: what the vocabulary adds to that is as loose as of any other. */
export const isOfRecord = (dataset: Dataset, name: number): boolean =>
  isOnRecord(dataset, name) && !(dataset.lexicon.type(name) === "synonym" && isDrug(dataset, name));

/** Those among some names that stand for genes or proteins. */
export const proteinsAmong = (dataset: Dataset, names: readonly number[]): number[] => names.filter((name) => isProtein(dataset, name));
