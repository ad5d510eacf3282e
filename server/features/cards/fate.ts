/** The drugs of a record by what became of them: "approved: A, B +2 more · in trials: C · dropped: D · as of 2025-12". */
import type { Dataset } from "../../dataset/dataset";
import { UNSURE } from "../../dataset/fate";
import type { AnyRecord, DrugRecord } from "../../dataset/records";
import { SEPARATOR } from "../print";
import { age, few, MOST, namesOf } from "./words";

/** Longest line of drugs, if it names more than one of each fate. */
const LONGEST = 170;

/** The drugs of a record in a line, every fate with at most three of its drugs, the last fates with fewer where that gets long; empty without drugs. */
export function drugsInShort(dataset: Dataset, { drugs = [], drugs_as_of: asOf }: AnyRecord): string {
  const when = asOf ? `${SEPARATOR}as of ${asOf}${age(dataset, asOf)}` : "";
  // the unsure ones stand behind the others, with one heading for both: the line is short
  const named = new Map<string, string[]>();
  for (const [fate, references] of drugs) {
    const doubt = fate.endsWith(UNSURE) ? UNSURE : "";
    const sure = fate.slice(0, fate.length - doubt.length);
    named.set(sure, [...(named.get(sure) ?? []), ...namesOf(dataset, references).map((name) => name + doubt)]);
  }
  const fates = [...named];
  const shown = fates.map(([, names]) => Math.min(names.length, MOST));
  for (;;) {
    const line = fates.map(([fate, names], i) => `${fate}: ${few(names, shown[i])}`).join(SEPARATOR);
    const most = Math.max(...shown);
    if (line.length <= LONGEST || most <= 1) return line && line + when;
    shown[shown.lastIndexOf(most)] = most - 1;
  }
}

/** The drugs of a record, in the order in which their fates are shown. */
export const drugsOf = (dataset: Dataset, { drugs = [] }: AnyRecord): DrugRecord[] =>
  drugs.flatMap(([, references]) => references.flatMap((reference) => (dataset.recordOf(reference) as DrugRecord | undefined) ?? []));
