/** What can be copied of a record into a note or a table: citation, citation keys, identifiers. */
import type { Dataset } from "../dataset/dataset";
import { type AnyRecord, type DrugRecord, type RegulatoryEvent, referenceOf } from "../dataset/records";
import { datedText, decisiveEvents, type Status, statusOf } from "../dataset/status";
import { sourceList } from "./cards/markdown";
import { versionOf } from "./export/things";
import { escapeMarkdown as plain } from "./print";

/** A sentence with its sources, to be put into a note: what the record says, as of when, and who says so. */
export function citation(dataset: Dataset, record: AnyRecord): string {
  const status = record.kind === "drug" ? statusOf(record) : undefined;
  const sources = [...(status ? sourcesOf(record as DrugRecord, status) : []), ...papersOf(record)];
  const said = status ? `: ${datedText(status, ", ")}` : "";
  const from = `Metastasis Notes, dataset ${versionOf(dataset)}, record ${referenceOf(record)}, checked ${record.review.checked}`;
  const list = sources.length > 0 ? ` Sources: ${sourceList(dataset, sources)}.` : "";
  return `${plain(`${record.preferred_name}${said}. ${from}.`)}${list}`;
}

/** The sources of what a drug's status says: of approvals the first by each agency, whose year is given. */
function sourcesOf(drug: DrugRecord, { approvals }: Status): string[] {
  const first = new Map<string | undefined, RegulatoryEvent>();
  for (const approval of approvals ?? []) {
    const held = first.get(approval.agency);
    if (!held || approval.date < held.date) first.set(approval.agency, approval);
  }
  return (approvals ? [...first.values()] : decisiveEvents(drug)).flatMap(({ sources }) => sources);
}

/** The papers and trials of a record as citation keys for Pandoc and BibTeX: `[@pmid:25163906; @nct:NCT00689221]`; empty without any. */
export function citationKeys(record: AnyRecord): string {
  const keys = papersOf(record).map((source) => (/^[\w:./-]*\w$/.test(source) ? `@${source}` : `@{${source}}`));
  return keys.length > 0 ? `[${keys.join("; ")}]` : "";
}

/** The identifiers, one in a line: "chembl: CHEMBL1201583"; the record's own id first. */
export function identifiers(record: AnyRecord): string {
  const xrefs = Object.entries(record.xrefs ?? {}).flatMap(([xref, value]) => [value].flat().map((id) => `${xref}: ${id}`));
  return [`metastasis-notes: ${referenceOf(record)}`, ...xrefs].join("\n");
}

/** The papers and trials that a record cites for what it says itself, each once, in the order of events, mechanisms and claims. */
function papersOf(record: AnyRecord): string[] {
  const drug = record as Partial<DrugRecord>;
  const said = [...(drug.regulatory?.events ?? []), ...(drug.mechanisms ?? []), ...(record.claims ?? [])];
  return [...new Set(said.flatMap(({ sources }) => sources))].filter((source) => /^(?:pmid|doi|nct):/.test(source));
}
