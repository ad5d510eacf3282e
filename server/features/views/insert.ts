/** What can be put into a note: a table of drugs with their status, the citation for what a drug does to a target. */
import type { Dataset } from "../../dataset/dataset";
import type { AnyRecord, DrugRecord, Kind, Mechanism } from "../../dataset/records";
import { setbacksOf, setbackText } from "../../dataset/setbacks";
import { decisiveEvents, statusOf, statusText } from "../../dataset/status";
import { drugsOf } from "../cards/fate";
import { sourceList, table } from "../cards/markdown";
import { sentences, sourceSpan } from "../cards/sources";
import { stepOf } from "../cards/words";
import { versionOf } from "../export/things";
import { escapeMarkdown as plain } from "../print";
import type { Choice, Shown } from "./shown";
import { shown } from "./tree";

/** How many sources of a status that one agency gave, and of each setback, are given; the card has all. */
const MOST_SOURCES = 2;
/** How many setbacks are given behind a status. */
const MOST_SETBACKS = 2;

/**
 * What a table of drugs can be made for: processes of the cascade in its order, then strategies and carriers, then targets;
 * those without a drug are left out.
 */
export function tableChoices(dataset: Dataset): Shown[] {
  const found: AnyRecord[] = [];
  for (const entity of dataset.records()) {
    if (RANKS[dataset.kind(entity)] === undefined) continue;
    const record = dataset.record(entity);
    if (record?.drugs?.length) found.push(record);
  }
  const order = (record: AnyRecord) => stepOf(record) ?? 99;
  found.sort((a, b) => RANKS[a.kind]! - RANKS[b.kind]! || order(a) - order(b) || a.preferred_name.localeCompare(b.preferred_name, "en"));
  return found.map((record) => ({ ...shown(record), counts: { drug: drugsOf(dataset, record).length } }));
}

const RANKS: Readonly<Partial<Record<Kind, number>>> = { process: 0, strategy: 1, nanoplatform: 1, target: 2, family: 2, complex: 2 };

/**
 * A Markdown table of the drugs of a strategy, process or target: those that are approved first. Status is that in oncology,
 * with what went wrong beside what went well and the day of the last look; sources are those of the events that decide it.
 * @returns nothing where there is no such record, or none of its drugs
 */
export function drugTable(dataset: Dataset, reference: string): string | undefined {
  const record = dataset.recordOf(reference);
  const drugs = record ? drugsOf(dataset, record) : [];
  if (!record || drugs.length === 0) return undefined;
  const rows = drugs.map((drug) => {
    const held = statusOf(drug);
    const setbacks = setbacksOf(drug).slice(0, MOST_SETBACKS);
    const status = [statusText(held), ...setbacks.map(setbackText)].join("; ");
    const deciding = decisiveEvents(drug);
    const ofAgency = (one: string | undefined) => deciding.flatMap(({ agency, sources }) => (agency === one ? sources : []));
    // each agency that the status names has a source
    const agencies = [...new Set(deciding.map(({ agency }) => agency))];
    const sources = [
      ...agencies.flatMap((one) => best(ofAgency(one)).slice(0, agencies.length > 1 ? 1 : MOST_SOURCES)),
      ...setbacks.flatMap(({ event }) => best(event.sources).slice(0, MOST_SOURCES)),
    ];
    return [plain(drug.preferred_name), actsOn(dataset, drug), plain(status), plain(held.asOf), sourceList(dataset, sources)];
  });
  const caption = `Drugs: ${record.preferred_name}. Metastasis Notes, dataset ${versionOf(dataset)}; status in oncology, not medical advice.`;
  return `${table(["Drug", "Acts on", "Status", "As of", "Sources"], rows)}\n\n*${plain(caption)}*\n`;
}

function actsOn(dataset: Dataset, drug: DrugRecord): string {
  const primary = drug.mechanisms.filter((mechanism) => mechanism.primary);
  const names = [...new Set((primary.length > 0 ? primary : drug.mechanisms).map(({ target }) => dataset.nameOf(target)))];
  return plain(names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", "));
}

const BEST_FIRST = [/^(?:pmid|doi|nct):/, /^(?:fda|ema|nmpa|pmda):/, /^web:/, /^/];

/** Sources each once, papers and trials first, then agencies, then pages, then the rest. */
function best(sources: readonly string[]): string[] {
  const rank = (source: string) => BEST_FIRST.findIndex((kind) => kind.test(source));
  return [...new Set(sources)].sort((a, b) => rank(a) - rank(b));
}

/**
 * Sentences that cite what a drug does to its targets, or what drugs do to a target, the primary ones first.
 * @returns empty where the record is neither a drug nor a target, or nothing is on record
 */
export function pairCitations(dataset: Dataset, reference: string): Choice[] {
  const record = dataset.recordOf(reference);
  if (!record) return [];
  if (record.kind === "drug") return ofDrug(record, () => true);
  return drugsOf(dataset, record).flatMap((drug) => ofDrug(drug, ({ target }) => target === reference));

  function ofDrug(drug: DrugRecord, wanted: (mechanism: Mechanism) => boolean): Choice[] {
    const mechanisms = drug.mechanisms.filter(wanted).sort((a, b) => Number(b.primary) - Number(a.primary));
    return mechanisms.map((mechanism) => {
      const { verb, target, variant, sources } = mechanism;
      const said = `${drug.preferred_name} ${verb} ${dataset.nameOf(target)}${variant ? ` ${variant}` : ""}`;
      const own = best(sources.filter((source) => !source.startsWith("seed:")));
      const from = own.length > 0 ? sourceList(dataset, own) : plain(`the review, ${sentences(sources)}; no other source on record`);
      const described = own.map((source) => sourceSpan(dataset, source).text).join(", ") || "the review alone";
      return { label: said, description: described, value: `${plain(said)} (${from})` };
    });
  }
}
