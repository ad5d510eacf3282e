/** The facts on a drug's card: what it does to what, in which strategy, against which step, with what evidence. */
import type { Dataset } from "../../dataset/dataset";
import { addTo } from "../../dataset/lists";
import { type DrugRecord, idOf, type Mechanism } from "../../dataset/records";
import { evidenceLine } from "./evidence";
import type { Draft } from "./fit";
import { facts, few, hasSymbol, MOST, namesOf, stepOf } from "./words";

/** The facts, in the order in which they are shown. */
export function drugFacts(dataset: Dataset, drug: DrugRecord): Draft[] {
  const primaryFirst = [...drug.mechanisms].sort((a, b) => Number(b.primary) - Number(a.primary));
  const evidence = evidenceLine(dataset, drug.evidence);
  return [
    ...facts(
      [1, "Acts on", few(byVerb(dataset, primaryFirst), MOST, "; "), 80],
      [1, "Action", primaryFirst.length > 0 ? "" : drug.no_target_reason, 80],
      [4, "Strategy", few(namesOf(dataset, [...drug.strategies, ...[drug.platform ?? []].flat()]))],
      [8, "Against", few((drug.processes ?? []).map((process) => withStep(dataset, process)))],
    ),
    ...(evidence ? [{ line: evidence, rank: 5 }] : []),
  ];
}

/** "neutralises VEGF-A (VEGFA)", targets of one verb together. */
function byVerb(dataset: Dataset, mechanisms: readonly Mechanism[]): string[] {
  const groups = new Map<string, string[]>();
  for (const mechanism of mechanisms) {
    const written = withSymbol(dataset, mechanism.target);
    const shown = mechanism.variant ? `${written} ${mechanism.variant}` : written;
    addTo(groups, mechanism.verb, shown);
  }
  return [...groups].map(([verb, names]) => `${verb} ${few(names)}`);
}

/** "VEGF-A (VEGFA)"; the name alone where it is or has the symbol, "OCT4 (POU5F1)", or no single gene is meant. */
export function withSymbol(dataset: Dataset, reference: string): string {
  const name = dataset.nameOf(reference);
  const id = idOf(reference);
  return reference.startsWith("target:") && !hasSymbol(name, id) ? `${name} (${id})` : name;
}

/** "invasion (step 2)"; the name alone for what is no step of the cascade. */
export function withStep(dataset: Dataset, reference: string): string {
  const record = dataset.recordOf(reference);
  const step = record && stepOf(record);
  return step ? `${dataset.nameOf(reference)} (step ${step})` : dataset.nameOf(reference);
}
