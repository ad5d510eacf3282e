/** What a card says: one glance at a drug, target or idea, at most 12 lines. */
import type { AnyRecord, ConceptRecord, Dataset, DrugRecord, TargetRecord } from "../dataset/dataset";
import { type Status, statusOf } from "../dataset/status";
import { claims } from "./claims";
import { evidenceLine } from "./evidence";
import type { Card, Line, Span } from "./print";
import { identifierSpans } from "./sources";

/** At most so many of anything, then "+4 more". */
const MOST = 3;
/** At most so many lines on a card, less one that a second reading may need. */
const LINES = 11;

/**
 * The card of an entity.
 * @param name the name by which it was found, or nothing
 * @returns nothing for what has no card (abbreviations that are merely known)
 */
export function cardOf(dataset: Dataset, entity: number, name?: number): Card | undefined {
  const record = dataset.record(entity);
  if (!record) return knownOnly(dataset, entity);
  const top = head(dataset, record, name);
  const bottom = foot(dataset, record);
  const room = LINES - top.length - bottom.length;
  const known = facts(dataset, record).slice(0, room - 2);
  const groups = [top, known, claims(dataset, record, room - known.length), bottom];
  return { groups: groups.filter((group) => group.length > 0) };
}

/** A card for a name with several readings: the first one's, and a line for the others. */
export function cardOfReadings(dataset: Dataset, names: readonly number[]): Card | undefined {
  const readings: number[] = [];
  for (const name of names)
    if (!readings.some((other) => dataset.lexicon.entity(other) === dataset.lexicon.entity(name))) readings.push(name);
  const first = readings[0];
  if (first === undefined) return undefined;
  const card = cardOf(dataset, dataset.lexicon.entity(first), first);
  const others = readings
    .slice(1)
    .map((name) => dataset.lexicon.entity(name))
    .filter((entity) => dataset.kind(entity) !== "known-abbreviation")
    .slice(0, MOST - 1);
  if (!card || others.length === 0) return card;
  const line: Line = [
    { text: "May also mean: " },
    { text: others.map((entity) => `${dataset.preferredName(entity)} (${kindWord(dataset, entity)})`).join(", "), style: "emphasis" },
  ];
  return { groups: [[...card.groups[0]!, line], ...card.groups.slice(1)] };
}

/** What an entity is, in a word: "drug", "complex", "gene". */
export function kindWord(dataset: Dataset, entity: number): string {
  const kind = dataset.kind(entity);
  return kind === "known-class" ? "drug class" : kind.replace("known-", "");
}

/** Kind and, for a drug, status in a few words, for lists: "drug, approved". */
export function summaryWord(dataset: Dataset, entity: number): string {
  const record = dataset.record(entity);
  return record?.kind === "drug" ? `drug, ${statusOf(record as DrugRecord).word}` : kindWord(dataset, entity);
}

const KNOWN: Partial<Record<string, string>> = {
  "known-drug": "a known drug name",
  "known-gene": "an approved gene symbol",
  "known-family": "a known family name",
  "known-class": "a known drug class",
};

function knownOnly(dataset: Dataset, entity: number): Card | undefined {
  const kind = dataset.kind(entity);
  if (kind === "known-abbreviation") return undefined;
  const what = KNOWN[kind] ?? "a known name";
  const inWords = kind === "known-gene" ? dataset.lexicon.nameOfType(entity, "prose") : undefined;
  const detail = inWords ? `${inWords} · ${dataset.detail(entity)}` : dataset.detail(entity);
  return {
    groups: [
      [
        [
          { text: dataset.preferredName(entity), style: "strong" },
          { text: ` · ${detail} · ${what}, no record yet · lists of ${dataset.date}` },
        ],
      ],
    ],
  };
}

const STATUS_ICONS: Readonly<Record<Status["word"], string>> = {
  approved: "pass",
  "approved regionally": "pass",
  withdrawn: "warning",
  filed: "beaker",
  "in trials": "beaker",
  discontinued: "circle-slash",
  preclinical: "beaker",
  "not approved in oncology": "circle-slash",
  "status unknown": "question",
};

function head(dataset: Dataset, record: AnyRecord, name: number | undefined): Line[] {
  const lines: Line[] = [];
  const title: Span = { text: record.preferred_name, style: "strong" };
  if (record.kind === "drug") {
    const drug = record as DrugRecord;
    const status = statusOf(drug);
    lines.push([title, { text: ` · ${drug.class ?? drug.modality.replaceAll("_", " ")}` }]);
    lines.push([
      { text: status.word, style: "strong", icon: STATUS_ICONS[status.word] },
      {
        text: `${status.text ? `: ${status.text}` : ""} · as of ${status.asOf}${isOld(dataset, status.asOf) ? ", more than a year ago" : ""}`,
      },
    ]);
  } else {
    const symbol = record.kind === "target" && record.id !== record.preferred_name ? ` (${record.id})` : "";
    const full = (record as TargetRecord).full_name;
    lines.push([title, { text: `${symbol} · ${describeKind(record)}${full && full !== record.preferred_name ? ` · ${full}` : ""}` }]);
  }
  const matched = name === undefined ? undefined : matchLine(dataset, record, name);
  if (matched) lines.push([{ text: matched, style: "emphasis" }]);
  lines.push([{ text: record.summary }]);
  return lines;
}

function describeKind(record: AnyRecord): string {
  if (record.kind === "family" || record.kind === "complex") {
    const count = (record as TargetRecord).members?.length ?? 0;
    return `${record.kind === "family" ? "target family" : "complex"} of ${count} member${count === 1 ? "" : "s"} here`;
  }
  const step = (record as ConceptRecord).cascade_order;
  return step ? `${record.kind}, step ${step} of the cascade` : record.kind;
}

const NAME_WORDS: Readonly<Record<string, string>> = {
  brand: "a brand name",
  code: "a code name",
  abbreviation: "an abbreviation",
  salt: "a salt",
  "former-name": "a former name",
  symbol: "the gene symbol",
  "previous-symbol": "a previous symbol",
  "mouse-symbol": "the mouse's symbol",
};

/** How the text matched, where it is not plain: "“Keytruda” is a brand name of pembrolizumab". */
function matchLine(dataset: Dataset, record: AnyRecord, name: number): string | undefined {
  const type = dataset.lexicon.type(name);
  const written = dataset.lexicon.name(name);
  if (type === "seed-form") return `“${written}” points to ${record.preferred_name}`;
  const word = NAME_WORDS[type];
  return word && written !== record.preferred_name && written !== record.id
    ? `“${written}” is ${word} of ${record.preferred_name}`
    : undefined;
}

function facts(dataset: Dataset, record: AnyRecord): Line[] {
  const lines: Line[] = [];
  const add = (label: string, items: readonly string[], most = MOST) => {
    if (items.length > 0) lines.push([{ text: `${label}:`, style: "emphasis" }, { text: ` ${few(items, most)}` }]);
  };
  const named = (references: readonly string[] | undefined) => (references ?? []).map((reference) => dataset.nameOf(reference));
  if (record.kind === "drug") {
    const drug = record as DrugRecord;
    const mechanisms = [...drug.mechanisms].sort((a, b) => Number(b.primary) - Number(a.primary));
    add("Acts on", groupByVerb(dataset, mechanisms));
    if (drug.mechanisms.length === 0 && drug.no_target_reason) add("Acts on", [`no agreed protein target: ${drug.no_target_reason}`]);
    add("Strategy", named([...drug.strategies, ...(drug.platform ? [drug.platform] : [])]));
    lines.push(...evidenceLine(dataset, drug.evidence));
  } else if (record.kind === "target" || record.kind === "family" || record.kind === "complex") {
    const target = record as TargetRecord;
    if (target.role) add("In metastasis", [target.role]);
    if (target.members)
      add(
        "Members",
        target.members.map((member) => dataset.nameOf(member.ref)),
        6,
      );
    if (target.default_member) add("In prose it usually means", named([target.default_member]));
    add("Drugs", drugsByFate(dataset, record.drugs), 4);
    add("Processes", named(target.processes));
    add("Pathways", named(target.pathways));
  } else {
    const concept = record as ConceptRecord;
    add("Part of", named(concept.parents));
    if (concept.components)
      add(
        "Components",
        concept.components.map((part) => (part.ref ? dataset.nameOf(part.ref) : (part.name ?? ""))),
        6,
      );
    if (record.kind === "process") add("Molecules", named(concept.targets), 5);
    else add("Acts on", named([...(concept.acts_on ?? []), ...(record.kind === "pathway" ? [] : (concept.targets ?? []))]), 5);
    add("Members", named(concept.members), 6);
    add("Drugs", drugsByFate(dataset, record.drugs), 4);
    add(record.kind === "challenge" ? "Limits" : "Strategies", named(record.strategies));
    add("Limited by", named(concept.challenges));
  }
  return lines;
}

/** "neutralises VEGF-A (VEGFA)", targets of one verb together. */
function groupByVerb(dataset: Dataset, mechanisms: DrugRecord["mechanisms"]): string[] {
  const groups = new Map<string, string[]>();
  for (const mechanism of mechanisms) {
    const name = dataset.nameOf(mechanism.target);
    const id = mechanism.target.slice(mechanism.target.indexOf(":") + 1);
    const written = mechanism.target.startsWith("target:") && id !== name ? `${name} (${id})` : name;
    const shown = mechanism.variant ? `${written} ${mechanism.variant}` : written;
    const held = groups.get(mechanism.verb);
    if (held) held.push(shown);
    else groups.set(mechanism.verb, [shown]);
  }
  return [...groups].map(([verb, names]) => `${verb} ${few(names, MOST)}`);
}

const FATES: ReadonlyArray<Status["word"]> = [
  "approved",
  "approved regionally",
  "filed",
  "in trials",
  "withdrawn",
  "discontinued",
  "preclinical",
  "not approved in oncology",
  "status unknown",
];

/** Drugs with their fate, the approved ones first. */
function drugsByFate(dataset: Dataset, references: readonly string[] | undefined): string[] {
  const drugs = (references ?? []).flatMap((reference) => {
    const entity = dataset.find(reference);
    return entity === undefined ? [] : [dataset.record(entity) as DrugRecord];
  });
  const fated = drugs.map((drug) => ({ drug, word: statusOf(drug).word }));
  fated.sort((a, b) => FATES.indexOf(a.word) - FATES.indexOf(b.word) || a.drug.preferred_name.localeCompare(b.drug.preferred_name, "en"));
  return fated.map(({ drug, word }) => `${drug.preferred_name} (${word})`);
}

function foot(dataset: Dataset, record: AnyRecord): Line[] {
  const lines: Line[] = [];
  const names = otherNames(record);
  if (names) lines.push([{ text: "Names:", style: "emphasis" }, { text: ` ${names}` }]);
  const links = identifierSpans(record.xrefs, 3).flatMap((span): Span[] => [span, { text: " · " }]);
  const doubt = record.review.confidence === "A" ? "confidence A" : `confidence ${record.review.confidence}: details to be confirmed`;
  lines.push([...links, { text: `${doubt} · checked ${record.review.checked} · dataset ${dataset.version}` }]);
  return lines;
}

const NAME_GROUPS: ReadonlyArray<readonly [label: string, types: readonly string[]]> = [
  ["symbol", ["symbol"]],
  ["brand", ["brand"]],
  ["code", ["code"]],
  ["also", ["synonym", "prose", "abbreviation", "former-name", "usan", "inn", "preferred"]],
];

function otherNames(record: AnyRecord): string {
  const names = (record.names ?? []).filter((name) => name.text !== record.preferred_name);
  return NAME_GROUPS.flatMap(([label, types]) => {
    const group = names.filter((name) => types.includes(name.type)).map((name) => name.text);
    return group.length > 0 ? [`${label} ${few(group, MOST)}`] : [];
  }).join(" · ");
}

/** The first few of a list, and how many more there are. */
function few(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} +${items.length - most} more` : shown;
}

/** Whether a date lies more than twelve months before the dataset's. */
function isOld(dataset: Dataset, date: string): boolean {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7) || "12");
  return months(dataset.date) - months(date) > 12;
}
