/** What notes mention, once each in the order of first use: a glossary, as Markdown or as a table for spreadsheets. */
import type { Dataset } from "../../dataset/dataset";
import type { DrugRecord } from "../../dataset/records";
import { section, table } from "../cards/markdown";
import { fullNameOf } from "../cards/words";
import { escapeMarkdown as plain } from "../print";
import { BYTE_ORDER_MARK, csvRow } from "./spreadsheet";
import { type Count, Tally } from "./tally";
import { fateOf, type Thing, thingOf, versionOf } from "./things";
import { atEnd, type Writer } from "./writer";

/** An entry of the glossary. */
interface Entry extends Thing {
  readonly count: Count;
  /** Class of a drug, full name of a target; else what it is in a sentence. */
  readonly meaning: string;
  readonly brands: string;
}

function entryOf(count: Count): Entry {
  const thing = thingOf(count.dataset, count.entity);
  const { record } = thing;
  const brands = (record?.names ?? []).filter(({ type }) => type === "brand").map(({ text }) => text);
  return { ...thing, count, meaning: meaningOf(count, thing), brands: brands.join(", ") };
}

function meaningOf({ dataset, entity }: Count, { kind, record }: Thing): string {
  if (!record) return (kind === "gene" && dataset.lexicon.fullName(entity)) || dataset.detail(entity);
  const { class: drugClass } = record as DrugRecord;
  return drugClass ?? (fullNameOf(record) || record.summary);
}

/** Markdown with a table for drugs, one for targets and one for everything else. */
export function glossaryWriter(dataset: Dataset): Writer {
  return writer((tally) => {
    const entries = tally.all().map(entryOf);
    const [isDrug, isTarget] = [/^drug$/, /^(target|gene|family|complex)$/].map((kind) => (entry: Entry) => kind.test(entry.kind));
    const drugs = entries.filter(isDrug!).map((entry) => {
      const { name, brands, meaning, chembl, count } = entry;
      return [name, brands, meaning, fateOf(entry), chembl, String(count.uses)];
    });
    const targets = entries
      .filter(isTarget!)
      .map(({ name, kind, meaning, hgnc, count }) => [name, kind, meaning, hgnc, String(count.uses)]);
    const others = entries
      .filter((entry) => !isDrug!(entry) && !isTarget!(entry))
      .map(({ name, kind, meaning, count }) => [name, kind, meaning, String(count.uses)]);
    const part = (title: string, head: string[], rows: string[][]) => {
      const cells = rows.map((row) => row.map(plain));
      return rows.length > 0 ? [section(title, table(head, cells))] : [];
    };
    return [
      "# Glossary",
      ...part("Drugs", ["Name", "Brands", "Class", "Status", "ChEMBL", "Uses"], drugs),
      ...part("Targets", ["Name", "Kind", "Full name", "HGNC", "Uses"], targets),
      ...part("Further terms", ["Name", "Kind", "What it is", "Uses"], others),
      ...(entries.length === 0 ? ["No known name is used."] : []),
      `*${plain(`Metastasis Notes, dataset ${versionOf(dataset)}`)}. A writing aid for research; not medical advice.*\n`,
    ].join("\n\n");
  });
}

const COLUMNS = [
  ...["name", "kind", "id", "meaning", "brands", "status", "statusAsOf", "setbacks", "hgnc", "chembl", "drugbank"],
  ...["written", "uses", "notes", "firstFile", "firstLine", "dataset"],
];

/** The same as a table for spreadsheets, a row for each entry. */
export function glossaryCsvWriter(dataset: Dataset): Writer {
  return writer((tally) => {
    const rows = tally.all().map((count) => {
      const { name, kind, id, meaning, brands, status, statusAsOf, setbacks, hgnc, chembl, drugbank } = entryOf(count);
      return csvRow([
        ...[name, kind, id, meaning, brands, status, statusAsOf, setbacks, hgnc, chembl, drugbank],
        ...[[...count.written.keys()].join("; "), count.uses, count.notes],
        ...[count.first.file, count.first.span.from.line, versionOf(dataset)],
      ]);
    });
    return BYTE_ORDER_MARK + csvRow(COLUMNS) + rows.join("");
  });
}

function writer(write: (tally: Tally) => string): Writer {
  const tally = new Tally();
  return atEnd(
    (note) => tally.add(note),
    () => write(tally),
  );
}
