/** What a mention stands for, as other programs know it: stable identifiers, kind, dated status. */
import type { Dataset } from "../../dataset/dataset";
import { held } from "../../dataset/held";
import { identifiersOf } from "../../dataset/identifiers";
import { type AnyRecord, type DrugRecord, referenceOf } from "../../dataset/records";
import { setbackInFull, setbacksOf } from "../../dataset/setbacks";
import { statusOf, statusText } from "../../dataset/status";

export interface Thing {
  /** "drug:imatinib" of a record; of what is only recognised its kind and name, "known-drug:befotertinib". */
  readonly id: string;
  /** "drug", "target", "gene" …: the key that records have, since programs read it, where cards may say another word. */
  readonly kind: string;
  readonly name: string;
  /** "HGNC:7029"; empty where it has none, as all identifiers here. */
  readonly hgnc: string;
  /** "CHEMBL941". */
  readonly chembl: string;
  /** "DB00619". */
  readonly drugbank: string;
  /** All identifiers on record, by the key of their database. */
  readonly xrefs: ReadonlyArray<readonly [database: string, id: string]>;
  /** "approved: FDA 2001"; empty for what is no drug, or has no record. */
  readonly status: string;
  /** When somebody last looked at the status, "2025-12". */
  readonly statusAsOf: string;
  /** What went wrong with a drug, "failed: CENTRIC 2013"; empty where nothing is on record. */
  readonly setbacks: string;
  readonly record: AnyRecord | undefined;
}

/** The thing that an entity is; looked up once. */
export const thingOf = held((dataset, entity): Thing => {
  const record = dataset.record(entity);
  const name = dataset.preferredName(entity);
  const kind = dataset.kind(entity).replace("known-class", "drug class").replace("known-", "");
  const none = { hgnc: "", chembl: "", drugbank: "", xrefs: [], status: "", statusAsOf: "", setbacks: "", record };
  if (!record) {
    const [hgnc = ""] = (dataset.kind(entity) === "known-gene" && /HGNC:\d+/.exec(dataset.detail(entity))) || [];
    const ids = { hgnc, ...identifiersOf(dataset, entity) };
    return { ...none, id: `${dataset.kind(entity)}:${name}`, kind, name, ...ids, xrefs: Object.entries(ids).filter(([, id]) => id !== "") };
  }
  const xrefs = Object.entries(record.xrefs ?? {}).flatMap(([database, value]) =>
    [value].flat().map((id): [string, string] => [database, id]),
  );
  const of = (...databases: string[]) => xrefs.find(([database]) => databases.includes(database))?.[1] ?? "";
  const ids = { hgnc: of("hgnc"), chembl: of("chembl", "chembl_target"), drugbank: of("drugbank"), xrefs };
  const fate = record.kind === "drug" ? statusesOf(record) : {};
  return { ...none, id: referenceOf(record), kind, name, ...ids, ...fate };
});

function statusesOf(drug: DrugRecord): Pick<Thing, "status" | "statusAsOf" | "setbacks"> {
  const status = statusOf(drug);
  return { status: statusText(status), statusAsOf: status.asOf, setbacks: setbacksOf(drug).map(setbackInFull).join("; ") };
}

/** What became of a drug, with its date: "approved: FDA 2001 (as of 2025-12); failed: …"; empty for all else. */
export const fateOf = ({ status, statusAsOf, setbacks }: Pick<Thing, "status" | "statusAsOf" | "setbacks">): string =>
  [status && statusAsOf ? `${status} (as of ${statusAsOf})` : status, setbacks].filter(Boolean).join("; ");

/** The dataset's version as exports have it: "2026.11 of 2026-11-26". */
export const versionOf = ({ version, date }: Dataset): string => `${version} of ${date}`;
