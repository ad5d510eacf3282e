/** The view *Network*: drugs, targets, pathways, processes and strategies, and what the records say of each pair. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, type DrugRecord, type Kind, referenceOf } from "../../dataset/records";
import { sourceSpan } from "../cards/sources";
import { relationsOf } from "../relations";
import type { Network, NetworkEdge, NetworkNode } from "./shown";
import { shown } from "./tree";

/** The kinds that are drawn. */
const DRAWN: ReadonlySet<Kind> = new Set(["drug", "target", "family", "complex", "pathway", "process", "strategy", "nanoplatform"]);

/**
 * The network of some entities. A drug whose targets are not among them brings its primary ones along.
 * @param entities what is named; those without a record, and kinds that are not drawn, are left out
 * @param most how many nodes at most
 */
export function network(dataset: Dataset, entities: Iterable<number>, most: number): Network {
  const named = new Map<string, AnyRecord>();
  for (const entity of entities) {
    const record = DRAWN.has(dataset.kind(entity)) ? dataset.record(entity) : undefined;
    if (record) named.set(referenceOf(record), record);
  }
  const drawn = new Map(named);
  for (const record of named.values()) if (record.kind === "drug") addTargets(dataset, record, named, drawn);
  const edges = distinct([...drawn.values()].flatMap((record) => edgesOf(dataset, record))).filter(
    ({ from, to }) => drawn.has(from) && drawn.has(to),
  );
  const degree = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const ranked = [...drawn.keys()].sort(
    (a, b) => Number(named.has(b)) - Number(named.has(a)) || (degree.get(b) ?? 0) - (degree.get(a) ?? 0),
  );
  const kept = new Set(ranked.slice(0, most));
  return {
    nodes: [...drawn].filter(([id]) => kept.has(id)).map(([id, record]) => nodeOf(record, named.has(id))),
    edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    left: drawn.size - kept.size,
  };
}

/** The edges without repetitions: what two records say alike is drawn once. */
const distinct = (edges: readonly NetworkEdge[]): NetworkEdge[] =>
  [...new Map(edges.map((edge) => [`${edge.from} ${edge.verb} ${edge.to}`, edge] as const).reverse()).values()].reverse();

function addTargets(dataset: Dataset, drug: DrugRecord, named: ReadonlyMap<string, AnyRecord>, drawn: Map<string, AnyRecord>): void {
  if (drug.mechanisms.some(({ target }) => named.has(target))) return;
  for (const { target, primary } of drug.mechanisms) {
    const record = primary ? dataset.recordOf(target) : undefined;
    if (record) drawn.set(target, record);
  }
}

function nodeOf(record: AnyRecord, isNamed: boolean): NetworkNode {
  return { ...shown(record), id: referenceOf(record), isNamed };
}

/** What a record says of others, in the direction in which it reads. */
function edgesOf(dataset: Dataset, record: AnyRecord): NetworkEdge[] {
  const self = referenceOf(record);
  const acts = ((record as Partial<DrugRecord>).mechanisms ?? []).map(({ target, verb, variant, sources }) => ({
    from: self,
    to: target,
    verb,
    ...(variant ? { variant } : {}),
    sources: [...new Set(sources.map((source) => sourceSpan(dataset, source).text))],
  }));
  const sources = [`record of ${record.preferred_name}, checked ${record.review.checked}`];
  const related = relationsOf(record).map(({ reference = "", verb, drawn = verb, drawnBack }) =>
    drawnBack ? { from: reference, to: self, verb: drawnBack, sources } : { from: self, to: reference, verb: drawn, sources },
  );
  return [...acts, ...related];
}
