/** A file of own data -> records and problems. */
import type { Dataset } from "../dataset/dataset";
import type { OwnData } from "../dataset/own";
import { readRecords } from "./records";
import { readTable } from "./table";
import type { Problem } from "./workspace";

/** A record with the line in its file, from 1. */
export interface OwnRecord {
  readonly line: number;
  readonly data: OwnData;
}

/** A reference of a record to another that is not bundled: a folder's own, or a mistake. */
export interface Pointer extends Omit<Problem, "message" | "isRead"> {
  /** "target:VEGFA". */
  readonly reference: string;
}

export interface DataFile {
  readonly records: readonly OwnRecord[];
  readonly problems: readonly Problem[];
  readonly pointers: readonly Pointer[];
}

/** Whether a file of this name holds own data. */
export const isData = (name: string): boolean => /\.(?:ya?ml|json|tsv)$/i.test(name) && !name.startsWith(".");

/**
 * Reads a file, in small steps.
 * @param bundled what the bundled dataset knows; nothing where there is none
 * @returns what of it is sound, each record once, and what is not
 */
export function readData(name: string, text: string, bundled: Dataset | undefined): Generator<void, DataFile> {
  return /\.tsv$/i.test(name) ? readTable(text, bundled) : readRecords(text, bundled);
}
