/**
 * Computes relations that records do not store, since others imply them: the drugs of a target, the families of a protein, the
 * partners of a drug.
 */
import { byFate } from "../server/dataset/fate";
import { addTo } from "../server/dataset/lists";
import { type AnyRecord, type Combination, type ConceptRecord, type DrugRecord, type Fated, referenceOf } from "../server/dataset/records";
import { isApproval } from "../server/dataset/status";

type Relation = "drugs" | "strategies" | "families" | "pathways";

/** What is added to a record. */
type Inverse = { readonly [relation in Exclude<Relation, "drugs">]?: readonly string[] } & {
  readonly drugs?: readonly Fated[] | undefined;
  readonly drugs_as_of?: string | undefined;
  readonly combinations?: readonly Combination[];
};

/**
 * Relations by reference; drugs come with their fate.
 * @param frequency how often papers and trials speak of a drug, by its name in lower case
 */
export function invert(records: readonly AnyRecord[], frequency: ReadonlyMap<string, number> = new Map()): Map<string, Inverse> {
  const spokenOf = (drug: DrugRecord) => frequency.get(drug.preferred_name.toLowerCase()) ?? 0;
  // records have what a drug is made for among the first two: of RET's drugs selpercatinib comes before sorafenib
  const isAside = ({ mechanisms }: DrugRecord, reference: string) =>
    mechanisms.some(({ target, primary }, i) => target === reference && (i > 1 || !primary));
  const inverse = related(records);
  const drugs = new Map(records.filter(({ kind }) => kind === "drug").map((record) => [referenceOf(record), record as DrugRecord]));
  const joined = new Map<string, Inverse>(
    [...inverse].map(([reference, relations]) => {
      const own = relations.drugs?.flatMap((drug) => drugs.get(drug) ?? []);
      const cancers = reference.startsWith("cancer:") ? partsOf(records, reference) : undefined;
      const looks = own?.map((drug) => drug.regulatory.as_of).sort();
      // one date would be wrong of those that were looked at before or after
      const asOf = looks && [...new Set([looks[0], looks.at(-1)])].join(" to ");
      return [
        reference,
        { ...relations, drugs: own && byFate(own, cancers, (drug) => (isAside(drug, reference) ? -1 : spokenOf(drug))), drugs_as_of: asOf },
      ];
    }),
  );
  for (const [reference, combinations] of combinationsOf([...drugs.values()]))
    joined.set(reference, { ...joined.get(reference), combinations });
  return joined;
}

/** Combinations by drug: a record's own, and those that its partners' records hold. */
function combinationsOf(drugs: readonly DrugRecord[]): Map<string, Combination[]> {
  const combinations = new Map<string, Combination[]>();
  for (const drug of drugs) {
    for (const combination of drug.combinations ?? []) {
      const together = [referenceOf(drug), ...combination.with];
      for (const one of together) addTo(combinations, one, { ...combination, with: together.filter((other) => other !== one) });
    }
  }
  return combinations;
}

/** A cancer and all cancers that are part of it, at any depth. */
function partsOf(records: readonly AnyRecord[], cancer: string): ReadonlySet<string> {
  const parts = new Set([cancer]);
  for (const part of parts)
    for (const record of records) if ("parents" in record && record.parents?.includes(part)) parts.add(referenceOf(record));
  return parts;
}

type Add = (reference: string, key: Relation, value: string) => void;

function related(records: readonly AnyRecord[]): Map<string, { [relation in Relation]?: string[] }> {
  const inverse = new Map<string, { [relation in Relation]?: string[] }>();
  const add: Add = (reference, key, value) => {
    const held = inverse.get(reference) ?? {};
    inverse.set(reference, held);
    const values = held[key] ?? [];
    held[key] = values;
    if (!values.includes(value)) values.push(value);
  };
  for (const record of records) addWhatItSays(record, add);
  const own = new Map([...inverse].map(([reference, { drugs }]) => [reference, [...(drugs ?? [])]]));
  // a family's or complex's drugs are also those of its members
  for (const record of records) {
    const members = "members" in record ? (record.members ?? []) : [];
    for (const member of members) {
      const reference = typeof member === "string" ? member : member.ref;
      for (const drug of [...(inverse.get(reference)?.drugs ?? [])]) add(referenceOf(record), "drugs", drug);
    }
  }
  addDrugsOfParts(records, own, add);
  return inverse;
}

function addWhatItSays(record: AnyRecord, add: Add): void {
  const self = referenceOf(record);
  if (record.kind === "drug") {
    for (const mechanism of record.mechanisms) add(mechanism.target, "drugs", self);
    for (const strategy of [...record.strategies, ...[record.platform ?? []].flat()]) add(strategy, "drugs", self);
    for (const process of record.processes ?? []) add(process, "drugs", self);
    for (const event of record.regulatory.events) if (event.cancer && isApproval(event)) add(event.cancer, "drugs", self);
  } else if (record.kind === "family" || record.kind === "complex") {
    for (const { ref } of record.members ?? []) add(ref, "families", self);
  } else if (record.kind === "pathway") {
    for (const process of record.acts_on ?? []) add(process, "pathways", self);
  } else if (record.kind === "strategy" || record.kind === "nanoplatform") {
    const { acts_on = [], targets = [], challenges = [] } = record;
    for (const reference of [...acts_on, ...targets, ...challenges]) add(reference, "strategies", self);
  }
}

/**
 * Adds to a strategy or cancer the drugs of those that are part of it, however deep; but a combination has drugs of each of its
 * parts: bevacizumab given with one is no checkpoint inhibitor.
 * @param own what the drugs' own records say
 */
function addDrugsOfParts(records: readonly AnyRecord[], own: ReadonlyMap<string, readonly string[]>, add: Add): void {
  const strategies = records.filter(({ kind }) => ["strategy", "nanoplatform", "cancer"].includes(kind)) as ConceptRecord[];
  const parents = new Map(
    strategies.map((strategy) => [
      referenceOf(strategy),
      (strategy.parents ?? []).filter((parent) => !strategy.combines?.includes(parent)),
    ]),
  );
  for (const reference of parents.keys()) {
    const above = new Set(parents.get(reference));
    for (const parent of above) for (const further of parents.get(parent) ?? []) above.add(further);
    for (const drug of own.get(reference) ?? []) for (const parent of above) add(parent, "drugs", drug);
  }
}
