/** Finds the record that a table means by a name, through all names of the records, in any spelling. */
import type { FoldTable } from "../server/dataset/fold";
import { addTo } from "../server/dataset/lists";
import { type AnyRecord, type DrugRecord, referenceOf, type TargetRecord } from "../server/dataset/records";
import { keysBy } from "./keys";

/** Who is meant by a name, and who is a member of what; all by reference ("drug:imatinib"). */
export interface Book {
  /** Drugs of this name in any spelling; mostly one or none. */
  drugs(name: string): readonly string[];
  /** Targets, families and complexes of this name in any spelling. */
  targets(name: string): readonly string[];
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** The families and complexes that a target is a member of. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Drugs whose name stands as words inside this drug's name. */
  parts(drug: DrugRecord): readonly string[];
}

const UNUSABLE = new Set(["seed-form", "misspelling"]);

/** Reads all names of the records. */
export function bookOf(records: readonly AnyRecord[], fold: FoldTable): Book {
  const keyOf = keysBy(fold);
  // tables write "gamma secretase" for γ-secretase, so spaces do not count either
  const spelled = (text: string) => keyOf(text).replaceAll(" ", "");
  const index = (kinds: readonly string[]) => {
    const found = new Map<string, string[]>();
    for (const record of records) {
      if (!kinds.includes(record.kind)) continue;
      const names = (record.names ?? []).filter((name) => !UNUSABLE.has(name.type)).map((name) => name.text);
      for (const text of new Set([record.id, record.preferred_name, ...names].map(spelled))) {
        addTo(found, text, referenceOf(record));
      }
    }
    found.delete("");
    return (name: string) => found.get(spelled(name)) ?? [];
  };
  const members = new Map<string, Set<string>>();
  for (const record of records) {
    const refs = ((record as TargetRecord).members ?? []).flatMap((member) => member.ref ?? []);
    if (record.kind === "family" || record.kind === "complex") members.set(referenceOf(record), new Set(refs));
  }
  const groups = new Map<string, string[]>();
  for (const [group, refs] of members) for (const ref of refs) addTo(groups, ref, group);
  const drugs = index(["drug"]);
  const parts = (drug: DrugRecord) =>
    drug.preferred_name.split(" ").flatMap((word) => drugs(word).filter((other) => other !== referenceOf(drug)));
  return { drugs, targets: index(["target", "family", "complex"]), members, groups, parts };
}
