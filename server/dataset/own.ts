/** The words for what a folder of notes has of its own. */
import type { AnyRecord, BaseRecord, DrugRecord, TargetRecord } from "./records";

/** A record of a folder's own data: any part of a record, for what is bundled; for what is not, at least a preferred name. */
export interface OwnData extends Pick<BaseRecord, "id" | "kind">, Partial<Omit<DrugRecord, "id" | "kind">> {
  readonly full_name?: string;
  readonly role?: string;
  readonly members?: TargetRecord["members"];
}

/** What one place of a folder's own data says of something. */
export interface OwnPart {
  /** What the folder is called, for readers. */
  readonly from: string;
  /** Address of the file, and the line in it, from 1. */
  readonly uri: string;
  readonly line: number;
  /** What it is of, as `kind:id`: one string for all who ask, since making it anew costs more than all that is done with it. */
  readonly reference: string;
  readonly data: OwnData;
}

/** A drug that a folder has act on something, or belong to it. */
export interface OwnDrug {
  /** What the folder is called. */
  readonly from: string;
  /** Its reference. */
  readonly drug: string;
}

/** What a folder's own data adds to the records; see `extend.ts`. */
export interface OwnRecords {
  /** What was said, that of the nearest folder first. */
  readonly parts: readonly OwnPart[];
  /** The numbers of what had no record before, by reference. */
  readonly references: ReadonlyMap<string, number>;
  /** The record of an entity with what is said of it here; the bundled one where nothing is. */
  record(entity: number, bundled: AnyRecord | undefined): AnyRecord | undefined;
  /** Whether anything is said of it here. */
  has(entity: number): boolean;
}
