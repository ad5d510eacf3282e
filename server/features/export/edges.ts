/** What the records say of two things: a verb between them and who says so. */
import type { Dataset } from "../../dataset/dataset";
import { type DrugRecord, referenceOf } from "../../dataset/records";
import { type Predicate, relationsOf } from "../relations";
import type { Tally } from "./tally";
import { type Thing, thingOf } from "./things";

interface Edge {
  /** Entities. */
  readonly from: number;
  readonly to: number;
  /** "inhibits the kinase of", "belongs to strategy". */
  readonly verb: string;
  readonly predicate: Predicate;
  /** Keys of sources, "pmid:25163906"; for what stands in a record without a source of its own the record. */
  readonly sources: readonly string[];
}

/** What a drug does to its targets; empty for what is no drug. */
function actsOf(dataset: Dataset, entity: number): Edge[] {
  const { mechanisms = [] } = (dataset.record(entity) ?? {}) as Partial<DrugRecord>;
  return mechanisms.flatMap(({ target, verb, variant, sources }) =>
    edgeTo(dataset, entity, target, { verb: variant ? `${verb} (${variant})` : verb, predicate: "affects", sources }),
  );
}

/** What else a record says itself that it has to do with others, in its order; references without a record are left out. */
export function relationEdges(dataset: Dataset, entity: number): Edge[] {
  const record = dataset.record(entity);
  if (!record) return [];
  const sources = [`record ${referenceOf(record)}, checked ${record.review.checked}`];
  return relationsOf(record).flatMap(({ reference, verb, predicate }) => edgeTo(dataset, entity, reference, { verb, predicate, sources }));
}

function edgeTo(dataset: Dataset, from: number, reference: string | undefined, edge: Omit<Edge, "from" | "to">): Edge[] {
  const to = reference === undefined ? undefined : dataset.find(reference);
  return to === undefined || to === from ? [] : [{ from, to, ...edge }];
}

/** All edges that a record says itself. */
export const edgesOf = (dataset: Dataset, entity: number): Edge[] => [...actsOf(dataset, entity), ...relationEdges(dataset, entity)];

/** The edges between things that notes mention. */
export function edgesAmong(tally: Tally): Array<Omit<Edge, "from" | "to"> & { readonly from: Thing; readonly to: Thing }> {
  return tally.all().flatMap(({ dataset, entity }) =>
    edgesOf(dataset, entity)
      .map((edge) => ({ ...edge, from: thingOf(dataset, edge.from), to: thingOf(dataset, edge.to) }))
      .filter(({ to }) => tally.has(to.id)),
  );
}
