/** Joins a record with what folders say of it. Their names and claims stand beside ours, never in place of them. */
import { addTo } from "./lists";
import type { OwnData, OwnDrug, OwnPart } from "./own";
import { type AnyRecord, type Claim, type DrugRecord, type Fated, idOf, isTargetKind, type Name } from "./records";

/**
 * @param bundled the record of the dataset, where there is one
 * @param parts what folders say, the nearest first; at least one
 * @returns the bundled record with their names, claims and parts; where nothing is bundled, what the nearest says,
 *   completed by the others
 */
export function mergedRecord(bundled: AnyRecord | undefined, parts: readonly OwnPart[]): AnyRecord {
  const base = bundled ?? standingAlone(parts);
  const claims = parts.flatMap(({ data, from }) => (data.claims ?? []).map((claim): Claim => ({ ...claim, voice: "own", from })));
  // what the dataset says already is not said again
  const isNew = (claim: Claim) => !bundled?.claims?.some(({ text }) => text === claim.text);
  const targets = parts.flatMap(({ data }) => (bundled ? (data.mechanisms ?? []) : []).map(({ target }) => idOf(target)));
  const drug = base as DrugRecord;
  return {
    ...base,
    names: namesOf(base, parts),
    claims: [...(bundled?.claims ?? []), ...claims.filter(isNew)],
    own: parts,
    // what a folder has a drug act on is no mistake in its notes
    ...(targets.length > 0 ? { also_targets: [...(drug.also_targets ?? []), ...targets] } : {}),
  } as AnyRecord;
}

/** A record with the drugs that folders have for it, behind those of the dataset and under the folders' names. */
export function withDrugs(record: AnyRecord, own: readonly OwnDrug[]): AnyRecord {
  const known = new Set(record.drugs?.flatMap(([, drugs]) => drugs));
  const groups = new Map<string, string[]>();
  for (const { from, drug } of own) {
    if (known.has(drug)) continue;
    known.add(drug);
    addTo(groups, from, drug);
  }
  if (groups.size === 0) return record;
  return { ...record, drugs: [...(record.drugs ?? []), ...[...groups].map(([from, drugs]): Fated => [`of ${from}`, drugs])] };
}

function namesOf(base: AnyRecord, parts: readonly OwnPart[]): Name[] {
  const names = new Map((base.names ?? []).map((name) => [name.text, name]));
  for (const { data } of parts) for (const name of data.names ?? []) if (!names.has(name.text)) names.set(name.text, name);
  return [...names.values()];
}

/** A record that only folders have: what the nearest says, completed by the others. */
function standingAlone(parts: readonly OwnPart[]): AnyRecord {
  const said = Object.assign({}, ...parts.map(({ data }) => data).reverse()) as OwnData;
  const called = said.preferred_name ?? said.names?.[0]?.text ?? said.id;
  const usual = { summary: "", preferred_name: called };
  const review = { checked: "", confidence: "A" as const };
  if (said.kind !== "drug") return { ...usual, ...said, ...membersOf(said), review } as AnyRecord;
  const drug = { modality: "", class: "", mechanisms: [], strategies: [], regulatory: { as_of: "", events: [] } };
  return { ...usual, ...drug, ...said, review } as AnyRecord;
}

/** Members in the form that the kind of record asks for: with their roles in families and complexes, else references alone. */
function membersOf({ kind, members }: OwnData): { readonly members?: unknown } {
  if (!members) return {};
  const all = members as ReadonlyArray<string | { readonly ref: string }>;
  const hasRoles = isTargetKind(kind);
  return {
    members: all.map((one) => (hasRoles ? (typeof one === "string" ? { ref: one } : one) : typeof one === "string" ? one : one.ref)),
  };
}
