/**
 * Identifiers in other databases of the drugs without a record. They are numbers, stored behind the details of all entities,
 * database by database, in the order of the drugs. They are read when an export first asks for one.
 */
import type { Dataset } from "./dataset";
import { heldOnce } from "./held";
import { bytes, COLUMNS, columnsOf, inColumns } from "./pack";
import { KINDS } from "./records";

/** A drug's numbers in DrugBank and ChEMBL; 0 where it has none there. */
export type DrugNumbers = readonly [drugbank: number, chembl: number];

const DIGITS = 5;

/** The numbers of drugs as {@link identifiersOf} reads them. */
export const packNumbers = (drugs: readonly DrugNumbers[]): Uint8Array =>
  Uint8Array.from([0, 1].flatMap((database) => [...columnsOf(drugs.map((numbers) => numbers[database]!))]));

/** Identifiers of a drug without a record. @returns for example "DB00619" and "CHEMBL941"; empty strings for what the tables do not have */
export function identifiersOf(dataset: Dataset, entity: number): { readonly drugbank: string; readonly chembl: string } {
  const { places, columns } = tableOf(dataset);
  const place = places.get(entity);
  const [drugbank, chembl] = columns.map((numbers) => (place === undefined ? 0 : inColumns(numbers, place))) as [number, number];
  return { drugbank: drugbank > 0 ? `DB${String(drugbank).padStart(DIGITS, "0")}` : "", chembl: chembl > 0 ? `CHEMBL${chembl}` : "" };
}

interface Table {
  /** The index of each drug among the drugs without a record. */
  readonly places: ReadonlyMap<number, number>;
  /** The numbers of each database, as {@link columnsOf} writes them. */
  readonly columns: readonly Uint8Array[];
}

const tableOf = heldOnce((dataset): Table => {
  const places = new Map<number, number>();
  // as the file has them: a folder may have made a record of such a drug
  bytes(dataset.sections, "entityKind").forEach((kind, entity) => {
    if (KINDS[kind] === "known-drug") places.set(entity, places.size);
  });
  const start = dataset.detailBlocks.at(-1)!;
  const length = COLUMNS * places.size;
  return { places, columns: [start, start + length].map((from) => dataset.readDetail(from, from + length)) };
});
