/**
 * Identifiers in other databases of the drugs without a record. They are numbers, stored behind the details of all entities,
 * database by database, in the order of the drugs: of each database the lowest bytes of all numbers first, then the next bytes. They
 * are read when an export first asks for one.
 */
import type { Dataset } from "./dataset";
import { heldOnce } from "./held";

/** A drug's numbers in DrugBank and ChEMBL; 0 where it has none there. */
export type DrugNumbers = readonly [drugbank: number, chembl: number];

/** Bytes of a number. */
const BYTES = 3;
const DIGITS = 5;

/** The numbers of drugs as {@link identifiersOf} reads them. */
export function packNumbers(drugs: readonly DrugNumbers[]): Uint8Array {
  const bytes: number[] = [];
  for (const database of [0, 1] as const)
    for (let byte = 0; byte < BYTES; byte++) for (const numbers of drugs) bytes.push((numbers[database] >> (8 * byte)) & 255);
  return Uint8Array.from(bytes);
}

/** Identifiers of a drug without a record. @returns for example "DB00619" and "CHEMBL941"; empty strings for what the tables do not have */
export function identifiersOf(dataset: Dataset, entity: number): { readonly drugbank: string; readonly chembl: string } {
  const { places, bytes } = tableOf(dataset);
  const place = places.get(entity);
  const numberOf = (database: number): number => {
    let number = 0;
    for (let byte = BYTES - 1; byte >= 0; byte--) number = number * 256 + bytes[(database * BYTES + byte) * places.size + place!]!;
    return number;
  };
  const [drugbank, chembl] = place === undefined ? [0, 0] : [numberOf(0), numberOf(1)];
  return { drugbank: drugbank > 0 ? `DB${String(drugbank).padStart(DIGITS, "0")}` : "", chembl: chembl > 0 ? `CHEMBL${chembl}` : "" };
}

interface Table {
  /** The index of each drug among the drugs without a record. */
  readonly places: ReadonlyMap<number, number>;
  readonly bytes: Uint8Array;
}

const tableOf = heldOnce((dataset): Table => {
  const places = new Map<number, number>();
  const { count } = dataset.detailStarts;
  for (let entity = dataset.recordCount; entity < count; entity++)
    if (dataset.kind(entity) === "known-drug") places.set(entity, places.size);
  const start = count > 0 ? dataset.detailStarts.end(count - 1) : 0;
  return { places, bytes: dataset.readDetail(start, start + 2 * BYTES * places.size) };
});
