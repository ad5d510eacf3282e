/** What a drug acts on, and how another target is related to that: for rules that compare a note with the records. */
import type { Dataset } from "../dataset/dataset";
import { held, heldOnce, heldWords } from "../dataset/held";
import { addTo } from "../dataset/lists";
import { type DrugRecord, isProteinKind, isTargetKind, type TargetRecord } from "../dataset/records";

/** The entities of a drug's targets; the first are its primary ones. Looked up once for each drug. */
export const targetsOf = held((dataset, drug: DrugRecord): { primary: readonly number[]; all: ReadonlySet<number> } => {
  const found = (wanted: DrugRecord["mechanisms"]) => wanted.flatMap(({ target }) => dataset.find(target) ?? []);
  const also = (drug.also_targets ?? []).flatMap((name) => targetsNamed(dataset, name));
  return {
    primary: found(drug.mechanisms.filter((mechanism) => mechanism.primary)),
    all: new Set([...found(drug.mechanisms), ...also]),
  };
});

/** The targets and families of a name in any spelling that have a record; where none has, the genes and families that are only known. */
export const targetsNamed = heldWords((dataset, name): readonly number[] => {
  const { lexicon } = dataset;
  const names = lexicon.lookUp(name).filter((found) => lexicon.type(found) !== "misspelling");
  const entities = [...new Set(names.map((found) => lexicon.entity(found)))].filter((entity) => isProteinKind(dataset.kind(entity)));
  const ours = entities.filter((entity) => dataset.hasRecord(entity));
  return ours.length > 0 ? ours : entities;
});

/**
 * Whether a target is one of a drug's, a family or complex that holds one, or a member of one. Members of the same family do not
 * count: PD-L1 is not PD-1.
 */
export function isAmong(dataset: Dataset, target: number, drugTargets: ReadonlySet<number>): boolean {
  if (drugTargets.has(target)) return true;
  const own = withMembers(dataset, target);
  return [...drugTargets].some((other) => own.has(other) || withMembers(dataset, other).has(target));
}

/** Whether one of some targets is a drug's, as {@link isAmong} says. */
export function isOneAmong(dataset: Dataset, targets: readonly number[], drug: DrugRecord): boolean {
  const { all } = targetsOf(dataset, drug);
  return targets.some((target) => isAmong(dataset, target, all));
}

/** Whether a target is in the same family as one of a drug's: chemicals often act on relatives of their targets. */
export function isRelative(dataset: Dataset, target: number, drugTargets: ReadonlySet<number>): boolean {
  const groups = new Set(groupsOf(dataset).get(target));
  return [...drugTargets].some((other) =>
    groupsOf(dataset)
      .get(other)
      ?.some((group) => groups.has(group)),
  );
}

/** The family that a drug's targets make up, but for one at most: MEK of MEK1 and MEK2, PARP of PARP1 and PARP2; nothing where they are none. */
export const familyOfAll = (dataset: Dataset, [first, ...others]: readonly number[]): number | undefined =>
  groupsOf(dataset)
    .get(first!)
    ?.find((group) => {
      const members = membersOf(dataset, group);
      return dataset.kind(group) === "family" && members.length <= others.length + 2 && others.every((other) => members.includes(other));
    });

/**
 * Whether a target is on the same pathway as one of a drug's: chemicals are called by what they block in the end, "the VEGF
 * inhibitor sunitinib".
 */
export function isOnPathway(dataset: Dataset, target: number, drugTargets: ReadonlySet<number>): boolean {
  const pathways = new Set(pathwaysOf(dataset, target));
  return [...drugTargets].some(
    (other) => pathways.has(other) || pathwaysOf(dataset, other).some((one) => one === target || pathways.has(one)),
  );
}

/**
 * Whether a pathway with one of a drug's targets has a name in its own: "VEGF inhibitors" are those of VEGF signalling,
 * "MET-targeted agents" those of HGF/MET signalling.
 */
export function namesPathway(dataset: Dataset, name: string, drugTargets: ReadonlySet<number>): boolean {
  const { lexicon } = dataset;
  const named = lexicon.lookUp(`${name} signalling`).map((found) => lexicon.entity(found));
  return [...drugTargets].some((target) =>
    pathwaysOf(dataset, target).some((pathway) => named.includes(pathway) || dataset.preferredName(pathway).split(/[/ ]/).includes(name)),
  );
}

/** Whether a name, which is a family's as well, is that of a pathway with one of a drug's targets: "MAPK inhibitors" are those of MEK, too. */
export function isPathwayOf(dataset: Dataset, name: string, drugTargets: ReadonlySet<number>): boolean {
  const named = dataset.lexicon.lookUp(name).map((found) => dataset.lexicon.entity(found));
  return [...drugTargets].some((target) => pathwaysOf(dataset, target).some((pathway) => named.includes(pathway)));
}

/** Fewest chemicals that make a class. */
const CLASS = 2;

/** Whether a drug acts on one thing: its primary targets are one, or of one family. */
export const isOfOneFamily = (dataset: Dataset, [first, ...others]: readonly number[]): boolean =>
  others.every((other) => isRelative(dataset, other, new Set([first!])));

/**
 * Whether the blockers of a target are a class of their own, to which a drug that acts on one other target or family does not belong:
 * since there are BRAF inhibitors, an inhibitor of KRAS is not called one, though both are on one pathway.
 * @param primary the drug's own targets
 */
export const isOwnClass = (dataset: Dataset, target: number, primary: readonly number[]): boolean =>
  isOfOneFamily(dataset, primary) && hasClass(dataset, target, isChemical);

/** Whether a drug is a small molecule, as opposed to antibodies and the like. */
export const isChemical = ({ modality }: DrugRecord): boolean => modality === "small_molecule";

/** Whether at least so many drugs of a kind have a target, or a member of it, as their primary one. */
export function hasClass(dataset: Dataset, target: number, isOfKind: (drug: DrugRecord) => boolean, least = CLASS): boolean {
  const members = withMembers(dataset, target);
  const drugs = new Set([...members].flatMap((one) => dataset.record(one)?.drugs ?? []).flatMap(([, list]) => list));
  const isOfClass = (reference: string) => {
    const drug = dataset.recordOf(reference) as DrugRecord | undefined;
    return (
      drug !== undefined &&
      isOfKind(drug) &&
      drug.mechanisms.some((mechanism) => mechanism.primary && members.has(dataset.find(mechanism.target) ?? -1))
    );
  };
  return [...drugs].filter(isOfClass).length >= least;
}

/** Whether a drug on record acts on a target or one of its members. */
export const isActedOn = (dataset: Dataset, target: number): boolean =>
  [...withMembers(dataset, target)].some((one) => dataset.record(one)?.drugs);

const pathwaysOf = (dataset: Dataset, target: number): number[] =>
  ((dataset.record(target) as TargetRecord | undefined)?.pathways ?? []).flatMap((reference) => dataset.find(reference) ?? []);

/** A target with its members and theirs. */
function withMembers(dataset: Dataset, target: number, found = new Set<number>()): Set<number> {
  if (found.has(target)) return found;
  found.add(target);
  for (const member of membersOf(dataset, target)) withMembers(dataset, member, found);
  return found;
}

function membersOf(dataset: Dataset, target: number): number[] {
  if (!isTargetKind(dataset.kind(target))) return [];
  return ((dataset.record(target) as TargetRecord | undefined)?.members ?? []).flatMap(({ ref }) => dataset.find(ref) ?? []);
}

/** The families and complexes of each member; gathered once, when first asked for. */
const groupsOf = heldOnce((dataset): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const entity of dataset.records()) for (const member of membersOf(dataset, entity)) addTo(found, member, entity);
  return found;
});
