/** The types of a folder's own data. */
import type { AnyRecord, BaseRecord, DrugRecord, TargetRecord } from "./records";

/** A record in a folder's own data: parts of a record, which complete a bundled one; without one, at least a preferred name. */
export interface OwnData extends Pick<BaseRecord, "id" | "kind">, Partial<Omit<DrugRecord, "id" | "kind">> {
  readonly full_name?: string;
  readonly role?: string;
  readonly members?: TargetRecord["members"];
}

/** What one record in a folder's own data says. */
export interface OwnPart {
  /** What the folder is called, for readers. */
  readonly from: string;
  /** Address of the file, and the line in it, from 1. */
  readonly uri: string;
  readonly line: number;
  /** The record's reference, `kind:id`. It is made once, since that takes longer than all that is done with it. */
  readonly reference: string;
  readonly data: OwnData;
}

/** A folder's drug that acts on something or belongs to it. */
export interface OwnDrug {
  /** What the folder is called. */
  readonly from: string;
  /** Its reference. */
  readonly drug: string;
}

/** What a folder's own data adds to the records; see `extend.ts`. */
export interface OwnRecords {
  /** What the folders say, the nearest first. */
  readonly parts: readonly OwnPart[];
  /** The numbers of entities without a bundled record, by reference. */
  readonly references: ReadonlyMap<string, number>;
  /** The record of an entity, completed by what folders say of it; the bundled record where they say nothing. */
  record(entity: number, bundled: AnyRecord | undefined): AnyRecord | undefined;
  /** Whether folders say anything of an entity. */
  has(entity: number): boolean;
}
