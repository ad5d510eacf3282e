/** What is known of a name, as plain data and as a text that an assistant can quote: dated, with sources, both voices apart. */
import type { Dataset } from "../../dataset/dataset";
import { addTo } from "../../dataset/lists";
import type { Claim, DrugRecord, Name, TargetRecord } from "../../dataset/records";
import { namesNear, spellingOf } from "../../dataset/spelling";
import { newPassage } from "../../note/passage";
import { mentionsOf } from "../../note/reading";
import { correctionOf, inOrder } from "../cards/claims";
import { withSymbol } from "../cards/drug";
import { sourceSpan } from "../cards/sources";
import { inWords } from "../cards/words";
import { relationEdges } from "../export/edges";
import { type Thing, thingOf, versionOf } from "../export/things";

/** Said of everything that is handed to an assistant. */
export const NOTICE = "A writing aid for research; not medical advice.";

/** A statement with who says so. */
export interface Said {
  readonly text: string;
  /** "PMID 25163906", "the review, Introduction, sentence 8". */
  readonly sources: readonly string[];
}

/** What is known of one meaning of a name. */
export interface Known extends Omit<Thing, "record" | "xrefs"> {
  /** What it is: a target's full name, a drug's class. */
  readonly title: string;
  readonly summary: string;
  /** A drug's targets, "blocks PD-1 (PDCD1)". */
  readonly actsOn: readonly Said[];
  /** What else its record connects it with, by the verb between them: strategies, processes, members. */
  readonly relations: Readonly<Record<string, readonly string[]>>;
  /** The drugs of a target, strategy or process, by their fate. */
  readonly drugs: Readonly<Record<string, readonly string[]>>;
  /** What the review says, kept apart from our own words: with our assessment and, if there is one, our correction. */
  readonly review: ReadonlyArray<Said & { readonly assessment: string; readonly weSay: Said | undefined }>;
  /** What we say beyond that. */
  readonly weSay: readonly Said[];
  /** Other names by their type. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  /** When the record was checked, and how sure it is (A to C); empty for what is only recognised. */
  readonly checked: string;
  readonly confidence: string;
  /** What is not certain, of a record of confidence B. */
  readonly toBeConfirmed: readonly string[];
}

export interface LookUp {
  readonly query: string;
  /** "2026.11 of 2026-11-26". */
  readonly dataset: string;
  /** The likeliest first; empty where the name is in no list. */
  readonly readings: readonly Known[];
  /** Names that are spelled nearly so, where there is no reading. */
  readonly near: readonly string[];
  readonly notice: string;
}

/** Looks a name up, in any spelling. */
export function lookUp(dataset: Dataset, query: string): LookUp {
  const name = query.trim();
  const readings = entitiesNamed(dataset, name).map((entity) => known(dataset, entity));
  const near = readings.length > 0 ? [] : nearNames(dataset, name);
  return { query: name, dataset: versionOf(dataset), readings, near, notice: NOTICE };
}

/**
 * All names that are spelled so: first those of records, and of these and the others first what is called so above all. Of a
 * reference, "target:CXCR4", as answers and exports have it, the name of its record.
 * Where there is none, those of the one thing that a note would name by it: `pSTAT3`, `VEGF-165`, `KRAS G12C`.
 */
export function namesSpelled(dataset: Dataset, name: string): number[] {
  const { lexicon } = dataset;
  const text = name.trim();
  const referred = text.includes(":") ? dataset.find(text) : undefined;
  if (referred !== undefined) return [lexicon.preferred(referred)];
  const behind = (found: number) => {
    const entity = lexicon.entity(found);
    return (dataset.hasRecord(entity) ? 0 : 2) + (lexicon.preferred(entity) === found ? 0 : 1);
  };
  const spelled = lexicon.lookUp(text).sort((a, b) => behind(a) - behind(b));
  if (spelled.length > 0) return spelled;
  const mentions = mentionsOf(dataset, newPassage(0, text.length, text));
  const things = new Set(mentions.map(({ names }) => lexicon.entity(names[0]!)));
  return mentions[0]?.start === 0 && things.size === 1 ? [...mentions[0].names] : [];
}

/** What a name may stand for; those with a record alone where there are any. */
export function entitiesNamed(dataset: Dataset, name: string): number[] {
  const entities = [...new Set(namesSpelled(dataset, name).map((found) => dataset.lexicon.entity(found)))];
  const ours = entities.filter((entity) => dataset.hasRecord(entity));
  return ours.length > 0 ? ours : entities;
}

/** At most five names that are spelled nearly so: of what looks like a symbol first symbols, one edit away. */
export function nearNames(dataset: Dataset, name: string): string[] {
  const asked = name.trim();
  const symbols = SYMBOL.test(asked)
    ? spellingOf(dataset)
        .nearest(asked, 1, "symbol")
        .map(({ text }) => text)
    : [];
  return [...new Set([...symbols, ...namesNear(dataset, asked, MOST_NEAR)])].slice(0, MOST_NEAR);
}

const MOST_NEAR = 5;
const SYMBOL = /^(?=.*[A-Z])[A-Z0-9-]{3,12}$/;

/** All that is on record of an entity; of one without a record its phrase alone. */
function known(dataset: Dataset, entity: number): Known {
  const { record, xrefs, ...thing } = thingOf(dataset, entity);
  const identifiers = grouped(
    xrefs,
    ([database]) => database,
    ([, id]) => id,
  );
  const none = { actsOn: [], relations: {}, drugs: {}, review: [], weSay: [], names: {}, checked: "", confidence: "", toBeConfirmed: [] };
  if (!record) {
    const title = dataset.kind(entity) === "known-gene" ? (dataset.lexicon.fullName(entity) ?? "") : "";
    return { ...thing, title, summary: dataset.detail(entity), ...none, identifiers };
  }
  const { mechanisms = [], class: drugClass } = record as Partial<DrugRecord>;
  const all = record.claims ?? [];
  const corrections = new Set(inOrder(all).map((claim) => correctionOf(all, claim)));
  return {
    ...thing,
    title: drugClass ?? (record as TargetRecord).full_name ?? "",
    summary: record.summary,
    actsOn: mechanisms.map(({ verb, target, variant, note, sources }) => {
      const text = [`${verb} ${withSymbol(dataset, target)}`, variant, note ? `(${note})` : ""].filter(Boolean).join(" ");
      return { text, sources: sourceNames(dataset, sources) };
    }),
    relations: grouped(
      relationEdges(dataset, entity),
      ({ verb }) => verb,
      ({ to }) => dataset.preferredName(to),
    ),
    drugs: Object.fromEntries((record.drugs ?? []).map(([fate, drugs]) => [fate, drugs.map((drug) => dataset.nameOf(drug))])),
    review: inOrder(all).map((claim) => {
      const correction = correctionOf(all, claim);
      return { ...said(dataset, claim), assessment: claim.assessment ?? "", weSay: correction && said(dataset, correction) };
    }),
    weSay: all.filter((claim) => claim.voice === "curated" && !corrections.has(claim)).map((claim) => said(dataset, claim)),
    names: grouped<Name>(
      record.names ?? [],
      ({ type }) => type,
      ({ text }) => text,
    ),
    identifiers,
    checked: record.review.checked,
    confidence: record.review.confidence,
    toBeConfirmed: record.review.confidence === "A" ? [] : (record.review.todo ?? []),
  };
}

const said = (dataset: Dataset, { text, evidence_level, sources }: Claim): Said => ({
  text: evidence_level ? `${text} (${inWords(evidence_level)})` : text,
  sources: sourceNames(dataset, sources),
});

/** Sources as readers know them, each once; addresses of the web in full. */
const sourceNames = (dataset: Dataset, sources: readonly string[]): string[] => [
  ...new Set(sources.map((source) => (source.startsWith("web:") ? source.slice(4) : sourceSpan(dataset, source).text))),
];

function grouped<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => string): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) addTo(groups, key(item), value(item));
  return Object.fromEntries(groups);
}
