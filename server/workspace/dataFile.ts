/** Reads a file of own data into records and problems. */
import type { Dataset } from "../dataset/dataset";
import type { OwnData } from "../dataset/own";
import { readRecords } from "./records";
import { readTable } from "./table";
import type { Problem } from "./workspace";

/** A record with the line in its file, from 1. */
export interface OwnRecord {
  readonly line: number;
  /** `kind:id`. */
  readonly reference: string;
  readonly data: OwnData;
}

/** A record's reference to another that is not bundled: it may be a folder's own, or a mistake. */
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
 * @param name of the file, which tells its form
 * @param bundled the bundled dataset; nothing if there is none
 * @returns the records that are sound, each once, and the problems
 */
export function readData(name: string, text: string, bundled: Dataset | undefined): Generator<void, DataFile> {
  return /\.tsv$/i.test(name) ? readTable(text, bundled) : readRecords(text, bundled);
}
