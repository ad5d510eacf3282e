/** What a table's column holds, by its header, and what the records say for its cells. */
import type { Dataset } from "../dataset/dataset";
import { kindNamed } from "../dataset/nameKinds";
import type { AnyRecord } from "../dataset/records";
import { datedText, statusOf } from "../dataset/status";
import type { Table } from "../note/table";

const ROLES = ["drug", "target", "status", "class", "mechanism", "strategy", "cancer", "pmid"] as const;
export type Role = (typeof ROLES)[number];

/** Headers by what they mean; the first that fits counts, so that "drug class" is no drug and "target" in "on-target effect" no target. */
const HEADERS: ReadonlyArray<readonly [Role, RegExp]> = [
  ["class", /^(?:drug |therapeutic )?class(?:es)?$|^modality$|^type of drug$/],
  ["status", /^(?:(?:approval|regulatory|development|clinical) )?(?:status|stage|phase)$|^approv(?:al|ed)$/],
  ["pmid", /^(?:pmids?|pubmed(?: ids?)?|refs?|references?|citations?|sources?)$/],
  ["mechanism", /^(?:mechanisms?(?: of action)?|moa|mode of action)$/],
  ["strategy", /^(?:strateg(?:y|ies)|approach(?:es)?)$/],
  ["cancer", /^(?:cancers?|tumou?rs?|indications?|diseases?|histolog(?:y|ies)|entit(?:y|ies))$/],
  ["target", /^(?:(?:drug |molecular )?targets?|genes?|symbols?|proteins?|receptors?|(?:bio)?markers?)(?: \(s\)|\(s\))?$/],
  [
    "drug",
    /^(?:drugs?|compounds?|agents?|medicines?|medications?|substances?|treatments?|therap(?:y|ies)|inn|inhibitors?|antibod(?:y|ies))(?: names?| ?\(s\))?$/,
  ],
];

/** What a column holds; nothing where its header says nothing we know. */
export function roleOf(header: string): Role | undefined {
  const words = header
    .replace(/[*_`#[\]]/g, "")
    .trim()
    .toLowerCase();
  return HEADERS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Words for a column that is added. */
export const TITLES: Readonly<Record<Role, string>> = {
  drug: "Drug",
  target: "Targets",
  status: "Status",
  class: "Class",
  mechanism: "Mechanism",
  strategy: "Strategy",
  cancer: "Cancer",
  pmid: "PMID",
};

/** What a row is about: the record of its first cell that names a drug, else, where no drug is named at all, of its first that names a target. */
export function subjectOf(dataset: Dataset, table: Table, row: number): AnyRecord | undefined {
  for (const role of ["drug", "target"] as const)
    for (const [column, { text }] of (table.rows[row] ?? []).entries()) {
      if (roleOf(table.header[column]?.text ?? "") !== role) continue;
      const record = recordNamed(dataset, text, role);
      if (record) return record;
      // a drug that we do not know is none of what is on record of its target
      if (role === "drug" && /\p{L}/u.test(text)) return undefined;
    }
  return undefined;
}

function recordNamed(dataset: Dataset, cell: string, role: "drug" | "target"): AnyRecord | undefined {
  const kinds = role === "drug" ? ["drug"] : ["target", "family", "complex"];
  const text = cell
    .replace(/\[\[?([^[\]|]*)(?:\|[^[\]]*)?\]\]?(?:\([^()]*\))?/g, "$1")
    .replace(/[*_`]/g, "")
    .trim();
  const name = dataset.lexicon
    .lookUp(text)
    .find((found) => kinds.includes(kindNamed(dataset, found)) && dataset.lexicon.type(found) !== "misspelling");
  return name === undefined ? undefined : dataset.record(dataset.lexicon.entity(name));
}

/** How many names a cell has, at most; the full card has them all. */
const MOST = 3;

/**
 * The text that a record has for a cell.
 * @param role of the cell's column
 * @returns the text without pipes; nothing if the record does not say
 */
export function valueFor(dataset: Dataset, record: AnyRecord, role: Role): string | undefined {
  const names = (references: readonly string[] | undefined) =>
    [...new Set(references ?? [])]
      .slice(0, MOST)
      .map((reference) => dataset.nameOf(reference))
      .join(", ") || undefined;
  const plain = (text: string | undefined) => text?.replaceAll("|", "/");
  if (role === "pmid") return record.evidence?.items[0]?.[7] ?? pmidOf(record);
  if (record.kind === "drug") {
    if (role === "status") return plain(datedText(statusOf(record)));
    if (role === "mechanism") return plain(record.class);
    if (role === "class") return plain(record.class ?? record.modality.replaceAll("_", " "));
    if (role === "strategy") return names(record.strategies);
    const primary = record.mechanisms.filter((mechanism) => mechanism.primary);
    if (role === "target") return names((primary.length > 0 ? primary : record.mechanisms).map(({ target }) => target));
    return undefined;
  }
  if (role === "drug") return names(record.drugs?.flatMap(([, drugs]) => drugs));
  return role === "strategy" || role === "mechanism" ? names(record.strategies) : undefined;
}

/** The PMID of the first paper that a record's claims cite; nothing if they cite none. */
const pmidOf = (record: AnyRecord): string | undefined =>
  record.claims
    ?.flatMap((claim) => claim.sources)
    .find((source) => source.startsWith("pmid:"))
    ?.slice(5);
