/** What the records say of two things: a verb between them and who says so. */
import type { Dataset } from "../../dataset/dataset";
import { type DrugRecord, referenceOf, relatedBy } from "../../dataset/records";
import type { Tally } from "./tally";
import { type Thing, thingOf } from "./things";

interface Edge {
  /** Entities. */
  readonly from: number;
  readonly to: number;
  /** "inhibits the kinase of", "belongs to strategy". */
  readonly verb: string;
  /** The nearest predicate of the Biolink model (https://w3id.org/biolink/vocab/). */
  readonly predicate: "affects" | "member_of" | "participates_in" | "part_of" | "has_part" | "related_to";
  /** Keys of sources, "pmid:25163906"; for what stands in a record without a source of its own the record. */
  readonly sources: readonly string[];
}

const TARGETS = ["target", "family", "complex"];
const GROUPS = ["family", "complex"];
const STRATEGIES = ["strategy", "nanoplatform"];

/** Keys of records that hold references, with the verb and the predicate they stand for; what the build computes from other records is left out. */
const RELATIONS: ReadonlyArray<readonly [kinds: readonly string[], key: string, verb: string, predicate: Edge["predicate"]]> = [
  [["drug"], "strategies", "belongs to strategy", "member_of"],
  [["drug"], "platform", "is carried by", "part_of"],
  [["drug"], "processes", "works against", "affects"],
  [TARGETS, "processes", "takes part in", "participates_in"],
  [TARGETS, "pathways", "takes part in", "participates_in"],
  [GROUPS, "members", "has member", "has_part"],
  [["pathway"], "members", "has member", "has_part"],
  [["process"], "targets", "is driven by", "related_to"],
  [["pathway"], "acts_on", "drives", "affects"],
  [STRATEGIES, "acts_on", "acts on", "affects"],
  [STRATEGIES, "targets", "targets", "affects"],
  [STRATEGIES, "challenges", "is limited by", "related_to"],
  [["regimen"], "components", "contains", "has_part"],
  [["regimen"], "cancer", "is given in", "related_to"],
  [[...STRATEGIES, "cancer"], "parents", "is part of", "part_of"],
];

/**
 * The edges that a record says itself.
 * @returns in the order of the record; references without a record are left out
 */
export function edgesOf(dataset: Dataset, entity: number): Edge[] {
  const record = dataset.record(entity);
  if (!record) return [];
  const own = [`record ${referenceOf(record)}, checked ${record.review.checked}`];
  const edges: Edge[] = [];
  const add = (reference: string | undefined, edge: Omit<Edge, "from" | "to">) => {
    const to = reference === undefined ? undefined : dataset.find(reference);
    if (to !== undefined && to !== entity) edges.push({ from: entity, to, ...edge });
  };
  for (const { target, verb, variant, sources } of (record as Partial<DrugRecord>).mechanisms ?? [])
    add(target, { verb: variant ? `${verb} (${variant})` : verb, predicate: "affects", sources });
  for (const [kinds, key, verb, predicate] of RELATIONS) {
    if (!kinds.includes(record.kind)) continue;
    for (const item of relatedBy(record, key)) add(typeof item === "string" ? item : item.ref, { verb, predicate, sources: own });
  }
  return edges;
}

/** The edges between things that notes mention. */
export function edgesAmong(tally: Tally): Array<Omit<Edge, "from" | "to"> & { readonly from: Thing; readonly to: Thing }> {
  return tally.all().flatMap(({ dataset, entity }) =>
    edgesOf(dataset, entity)
      .map((edge) => ({ ...edge, from: thingOf(dataset, edge.from), to: thingOf(dataset, edge.to) }))
      .filter(({ to }) => tally.has(to.id)),
  );
}
