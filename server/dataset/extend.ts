/**
 * A dataset with the names and records that folders add. The bundled entities keep their numbers; the added names are merged into
 * the sorted names (`mergeNames.ts`), and every index of a name is brought up to date.
 */
import type { Dataset } from "./dataset";
import { addTo } from "./lists";
import { mergeNames } from "./mergeNames";
import type { OwnDrug, OwnPart } from "./own";
import { type OwnEntity, ownNames } from "./ownNames";
import { mergedRecord, withDrugs } from "./ownRecord";
import { bytes } from "./pack";
import type { Kind } from "./records";

/** How many records are taken before others have their turn. */
const STEPS = 128;

/**
 * Extends a dataset, in small steps so that a server can answer others between them.
 * @param base the bundled dataset; stays as it is
 * @param parts what the folders say, the nearest folder first
 * @returns a dataset that answers like one compiled from all of it, except that the folders' readings of a name come first
 */
export function* extend(base: Dataset, parts: readonly OwnPart[]): Generator<void, Dataset> {
  const { byNumber, references, count } = yield* entitiesOf(base, parts);
  const { names, filters } = yield* ownNames(base, byNumber);
  const sections = yield* mergeNames(base, { names, filters, entities: byNumber, count });
  const drugs = drugsBy(parts, (reference) => base.find(reference) ?? references.get(reference));
  const extended = base.with(sections, {
    parts,
    references,
    has: (entity) => byNumber.has(entity) || drugs.has(entity),
    record: (entity, bundled) => {
      const own = byNumber.get(entity);
      const record = own ? mergedRecord(bundled, own.parts) : bundled;
      return record && withDrugs(record, drugs.get(entity) ?? []);
    },
  });
  return extended;
}

/** The folders' drugs that act on or belong to something, by the number of that entity. */
function drugsBy(parts: readonly OwnPart[], find: (reference: string) => number | undefined): ReadonlyMap<number, readonly OwnDrug[]> {
  const drugs = new Map<number, OwnDrug[]>();
  for (const { data, from, reference: drug } of parts) {
    // most are names alone
    if (data.kind !== "drug" || !(data.mechanisms || data.strategies || data.processes || data.platform)) continue;
    const { mechanisms = [], strategies = [], processes = [], platform = [] } = data;
    for (const reference of [...mechanisms.map(({ target }) => target), ...strategies, ...processes, platform].flat()) {
      const entity = find(reference);
      if (entity !== undefined) addTo(drugs, entity, { from, drug });
    }
  }
  return drugs;
}

interface Entities {
  readonly byNumber: ReadonlyMap<number, OwnEntity>;
  /** The numbers of entities without a bundled record, by reference. */
  readonly references: ReadonlyMap<string, number>;
  /** How many entities there are in all, with the bundled ones. */
  readonly count: number;
}

/**
 * Numbers the entities that folders speak of: a bundled entity keeps its number, even if it is only recognised there; new ones
 * follow behind.
 */
function* entitiesOf(base: Dataset, parts: readonly OwnPart[]): Generator<void, Entities> {
  const byNumber = new Map<number, OwnEntity & { called: string | undefined }>();
  const references = new Map<string, number>();
  let count = bytes(base.sections, "entityKind").length;
  for (let i = 0; i < parts.length; i++) {
    if (i % STEPS === 0) yield;
    const part = parts[i]!;
    const { reference } = part;
    const { kind, preferred_name } = part.data;
    const bundled = base.find(reference);
    const entity = bundled ?? references.get(reference) ?? recognised(base, part) ?? count++;
    if (bundled === undefined) references.set(reference, entity);
    const held = byNumber.get(entity);
    if (held) {
      held.parts.push(part);
      held.called ??= preferred_name;
    } else byNumber.set(entity, { kind, parts: [part], called: preferred_name });
  }
  return { byNumber, references, count };
}

const RECOGNISED: Readonly<Partial<Record<Kind, Kind>>> = {
  drug: "known-drug",
  target: "known-gene",
  family: "known-family",
  complex: "known-family",
};

/**
 * The entity of the same kind that the bundled dataset only recognises, by the name of the folder's record; nothing where there is
 * none.
 */
function recognised(base: Dataset, { data }: OwnPart): number | undefined {
  const { lexicon } = base;
  const names = lexicon.lookUp(data.preferred_name ?? data.id);
  const name = names.find((one) => {
    const entity = lexicon.entity(one);
    return lexicon.preferred(entity) === one && base.kind(entity) === RECOGNISED[data.kind];
  });
  return name === undefined ? undefined : lexicon.entity(name);
}
