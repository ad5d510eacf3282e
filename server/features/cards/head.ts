/** The beginning and end of every card: identity, status with its date, how the text matched; names, links, confidence. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, type DrugRecord, type Name, type RegulatoryEvent, referenceOf } from "../../dataset/records";
import { setbacksOf, trialName } from "../../dataset/setbacks";
import { type Status, statusOf } from "../../dataset/status";
import { longForm } from "../../note/longForm";
import { type Line, SEPARATOR, type Span } from "../print";
import type { Draft } from "./fit";
import { derivedFrom } from "./known";
import { isOwn, quotedFolders } from "./own";
import { identifierSpans, sourceSpan } from "./sources";
import { age, confidenceText, fact, few, firstSentence, fullNameOf, isSame, kindWord, MOST, stepOf, symbolOf } from "./words";

/** How a text led to a record; all that is not known is left out. */
export interface Match {
  /** The name of the lexicon that was found. */
  readonly name?: number;
  /** The text in the note. */
  readonly written?: string;
  /** The abbreviation, if the note itself defines it, and the line where it does, from 1. */
  readonly defined?: { readonly word: string; readonly line: number } | undefined;
  /** The variant of the target that is named right behind it: "G12C". */
  readonly variant?: string | undefined;
}

/** The lines above the facts. */
export function head(dataset: Dataset, record: AnyRecord, match: Match): Draft[] {
  const lines: Draft[] = [{ line: identity(record), rank: 0 }];
  // of a drug that is a folder's alone nothing is known but what it says
  if (record.kind === "drug" && (!isOwn(record) || record.regulatory.events.length > 0)) lines.push(...statusLines(dataset, record));
  const matched = matchLine(dataset, record, match);
  if (matched) lines.push({ line: [{ text: matched, style: "emphasis" }], rank: 0 });
  // the class of a drug says much of it already; an idea is what its summary says
  if (record.summary)
    lines.push({
      line: [{ text: firstSentence(record.summary), atLeast: 70 }],
      rank: isOwn(record) ? 0.5 : record.kind === "drug" ? 6 : 2.5,
    });
  return lines;
}

/** "VEGF-A (VEGFA) · target · vascular endothelial growth factor A". */
function identity(record: AnyRecord): Line {
  // the foot's link to the full card may be below what the editor shows
  const title: Span = { text: record.preferred_name, style: "strong", opens: referenceOf(record) };
  if (record.kind === "drug") {
    const what = record.class ?? record.modality.replaceAll("_", " ");
    return [title, { text: `${SEPARATOR}drug${what ? SEPARATOR : ""}` }, { text: what, atLeast: 50 }];
  }
  const symbol = symbolOf(record);
  const full = fullNameOf(record);
  const more = full && `${SEPARATOR}${full}`;
  return [title, { text: `${symbol && ` (${symbol})`}${SEPARATOR}${describeKind(record)}` }, { text: more, atLeast: 50 }];
}

function describeKind(record: AnyRecord): string {
  const step = stepOf(record);
  return kindWord(record.kind) + (step ? `${SEPARATOR}step ${step} of the metastatic cascade` : "");
}

const STATUS_ICONS: Readonly<Record<Status["word"], string>> = {
  approved: "pass",
  "approved regionally": "pass",
  "supportive care only": "pass",
  withdrawn: "warning",
  filed: "beaker",
  "in trials": "beaker",
  discontinued: "circle-slash",
  preclinical: "beaker",
  "not approved in oncology": "circle-slash",
  "status unknown": "question",
};

/** The status with its date and, beneath, what went wrong with a drug that is approved all the same. */
function statusLines(dataset: Dataset, drug: DrugRecord): Draft[] {
  const status = statusOf(drug);
  const { word, text, approvals, trials } = status;
  const setbacks = setbacksOf(drug);
  // what a drug failed in stands beneath
  const tried = word === "discontinued" && setbacks.length > 0 ? [] : (trials?.events ?? []);
  const uses = usesOf(dataset, approvals ?? tried, drug);
  const lead = approvals ? "; for " : word === "filed" ? " for " : " in ";
  const told = trials?.told ?? text;
  const lines: Draft[] = [
    {
      line: [
        { text: word, style: "strong", icon: STATUS_ICONS[word] },
        { text: told ? `: ${told}` : "", atLeast: 110 },
        ...(uses.length > 0 ? [{ text: lead + few(uses, MOST_USES), atLeast: `${lead}${leastOf(uses)}, …`.length }] : []),
        ...trialSpans(dataset, tried),
        { text: text.slice(told.length), atLeast: 110 },
        { text: `${SEPARATOR}as of ${status.asOf}${age(dataset, status.asOf)}` },
      ],
      rank: 0,
    },
  ];
  if (setbacks.length === 0) return lines;
  const said = setbacks.slice(0, MOST).flatMap(({ word, what, disease, event }, i): Span[] => {
    const where: Span[] = disease ? [{ text: `, ${disease}`, atLeast: 24 }] : [];
    const begins = setbacks[i - 1]?.word === word ? "" : `${word}: `;
    return [{ text: `${i > 0 ? "; " : ": "}${begins}` }, { text: what, ...linkOf(dataset, event) }, ...where];
  });
  const more = setbacks.length > MOST ? ` +${setbacks.length - MOST} more` : "";
  lines.push({ line: [{ text: "setbacks", style: "strong", icon: "warning" }, ...said, { text: more }], rank: 0 });
  return lines;
}

/** Where the trial of an event is registered, else its paper. */
function linkOf(dataset: Dataset, { sources }: RegulatoryEvent): Pick<Span, "link"> {
  const trial = sources.find((source) => source.startsWith("nct:")) ?? sources.find((source) => source.startsWith("pmid:"));
  const link = trial ? sourceSpan(dataset, trial).link : undefined;
  return link ? { link } : {};
}

/** " (PEAK-1 +1 more)": the newest of the trials that have a name or number; nothing if none has. */
function trialSpans(dataset: Dataset, events: readonly RegulatoryEvent[]): Span[] {
  const named = events.filter(({ trial }) => trial);
  const newest = named.at(-1);
  if (!newest) return [];
  const more = named.length > 1 ? ` +${named.length - 1} more` : "";
  return [{ text: " (" }, { text: trialName(newest), ...linkOf(dataset, newest) }, { text: `${more})` }];
}

/** How many uses are shown before "+2 more": a drug is looked up for them, and the main one need not be among the first. */
const MOST_USES = 5;

/** How long two uses are, at most, that even a full card shows. */
const TWO_USES = 45;

/** The uses that are never cut ("renal cell …"): the first, and the second where both are short. */
function leastOf(uses: readonly string[]): string {
  const two = uses.slice(0, 2).join(", ");
  return two.length <= TWO_USES ? two : uses[0]!;
}

/** Cancers of many kinds, of which a drug is approved for some, as the indication says. */
const OF_MANY_KINDS = /-metastasis$|:(?:solid-tumours|hematologic-malignancies|lymphoma|lung-cancer)$/;

/**
 * What approvals are for or trials were in, as far as they say so: the cancer, or the indication where that tells more
 * (imaging of glioma, skeletal events, small cell lung cancer). What an agency took back stands among the setbacks, what it
 * approved in the same cancer since does not. A use that a wider one says already is left out.
 */
function usesOf(dataset: Dataset, told: readonly RegulatoryEvent[], { regulatory: { events } }: DrugRecord): string[] {
  const isGone = (approval: RegulatoryEvent) =>
    events
      .slice(events.indexOf(approval))
      .some(({ event, agency, cancer }) => event === "indication-withdrawn" && cancer === approval.cancer && agency === approval.agency);
  const uses = told.flatMap((event) => {
    const { cancer, indication = "" } = event;
    if (cancer && isGone(event)) return [];
    if (cancer && !OF_MANY_KINDS.test(cancer)) return dataset.nameOf(cancer);
    return indication.split("; ").flatMap((use) => use.split(/, | \(/, 1));
  });
  const isSaid = (use: string) => uses.some((other) => other && other !== use && ` ${use} `.includes(` ${other} `));
  return [...new Set(uses)].filter((use) => use && !isSaid(use));
}

const NAME_WORDS: Readonly<Record<Name["type"], string>> = {
  inn: "another nonproprietary name",
  usan: "a US adopted name",
  synonym: "a synonym",
  prose: "another name",
  brand: "a brand name",
  code: "a code",
  abbreviation: "an abbreviation",
  salt: "a salt",
  "former-name": "a former name",
  symbol: "the gene symbol",
  "previous-symbol": "a previous symbol",
  "mouse-symbol": "the symbol of the mouse orthologue",
};

const CONCEPTS: ReadonlySet<string> = new Set(["process", "strategy", "nanoplatform", "challenge", "pathway", "cancer"]);

/** The end that the FDA gives to the name of one maker's biological: bevacizumab-awwb. */
const SUFFIXED = /-[a-z]{4}$/;

/** How the note of a name begins that is a biosimilar's. */
const BIOSIMILAR = /^biosimilar\b/;

/** What a name strictly means, as its note says: a group that has no record of its own, while prose mostly means this one. */
const strictlyOf = ({ note = "" }: Name): string | undefined => /\bstrictly ([^\n]+)/.exec(note)?.[1];

/** How the text matched, where it is not plain: "“Keytruda” is a brand name of pembrolizumab". */
function matchLine(dataset: Dataset, record: AnyRecord, { name, written: text, defined }: Match): string | undefined {
  if (defined) return `“${defined.word}” is defined in line ${defined.line} of this note`;
  if (name === undefined) return undefined;
  const derived = record.kind === "drug" ? derivedFrom(dataset, dataset.lexicon.entity(name), text) : undefined;
  if (derived) return derived;
  const type = dataset.lexicon.type(name);
  const written = dataset.lexicon.name(name);
  if (type === "seed-form") return `“${written}” points to ${record.preferred_name}`;
  const word = NAME_WORDS[type];
  if (!word || [record.preferred_name, record.id].some((plain) => isSame(plain, written))) return undefined;
  // a concept is wider than what its names say: CTCs are no abbreviation of survival in the circulation, nor is TNBC one of breast cancer
  const isShort = record.kind === "cancer" && longForm(written, record.preferred_name) === record.preferred_name.length;
  if (CONCEPTS.has(record.kind) && !isShort) return `“${written}” is counted under ${record.preferred_name}`;
  const own = record.names?.find((other) => isSame(other.text, written));
  const strictly = own && strictlyOf(own);
  if (strictly) return `“${written}” is strictly ${strictly}; shown is ${record.preferred_name}`;
  const what = type === "usan" && SUFFIXED.test(written) ? "a US name, with the FDA’s suffix," : word;
  const whose = BIOSIMILAR.test(own?.note ?? "") ? `a biosimilar of ${record.preferred_name}` : record.preferred_name;
  return `“${own?.text ?? written}” is ${what} of ${whose}${own?.region ? ` (${own.region})` : ""}`;
}

/** The lines beneath all others: names by type, what is not certain, links, confidence and dates. */
export function foot(dataset: Dataset, record: AnyRecord, { name }: Match): Draft[] {
  const lines: Draft[] = [];
  // how the text matched stands above
  const names = otherNames(record, name === undefined ? "" : dataset.lexicon.name(name));
  if (names) lines.push({ line: fact(names.label, { text: names.text, atLeast: 60 }), rank: 7 });
  const { confidence, checked, todo = [] } = record.review;
  const unsure = confidence !== "A" && todo.length > 0 && !isOwn(record);
  if (unsure) lines.push({ line: fact("To be confirmed", { text: few(todo, 1), atLeast: 60 }), rank: 0 });
  const ours = `${unsure ? `confidence ${confidence}` : confidenceText(confidence)}${SEPARATOR}checked ${checked}${age(dataset, checked)}${SEPARATOR}dataset ${dataset.version}`;
  const links: Span[] = [
    ...identifierSpans(record.xrefs, MOST),
    { text: "full card", action: { kind: "open-card", reference: referenceOf(record) } },
  ];
  lines.push({
    line: [
      ...links.flatMap((span): Span[] => [span, { text: SEPARATOR }]),
      { text: isOwn(record) ? `record of ${few(quotedFolders(record))}${ownDate(record)}` : ours },
    ],
    rank: 0,
  });
  return lines;
}

/** When a folder looked at its record last, where it says so. */
const ownDate = ({ own }: AnyRecord): string => {
  const checked = own?.find(({ data }) => data.review)?.data.review?.checked;
  return checked ? `, checked ${checked}` : "";
};

const NAME_GROUPS: ReadonlyArray<readonly [label: string, types: readonly string[]]> = [
  ["symbol", ["symbol"]],
  ["brand", ["brand"]],
  ["code", ["code"]],
  ["also", ["synonym", "prose", "abbreviation", "former-name", "usan", "inn", "preferred"]],
];

function otherNames(record: AnyRecord, matched: string): { label: string; text: string } | undefined {
  const shown = [record.preferred_name, record.id, fullNameOf(record), matched];
  // an organ's name stands for its metastases in some sentences only; a group's name is none of its member
  const isOwn = (name: Name) =>
    !(name.type === "prose" && name.match?.context === "tumour") && !strictlyOf(name) && !shown.some((one) => isSame(one, name.text));
  const names = (record.names ?? []).filter(isOwn);
  const groups = NAME_GROUPS.flatMap(([label, types]) => {
    const group: string[] = [];
    // spellings that differ in a hyphen alone are one name to a reader
    for (const { text } of names.filter(({ type }) => types.includes(type)))
      if (!group.some((other) => isSame(other, text))) group.push(text);
    return group.length > 0 ? [[label, few(group)] as const] : [];
  });
  const [[label, text] = ["", ""], second] = groups;
  if (!label) return undefined;
  if (label === "also" && !second) return { label: CONCEPTS.has(record.kind) ? "Counted under it" : "Also called", text };
  return { label: "Names", text: groups.map((group) => group.join(" ")).join(SEPARATOR) };
}
