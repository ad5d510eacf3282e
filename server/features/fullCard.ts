/** The full card: everything that a record holds, as a Markdown document whose links open the next card. */
import type { Dataset } from "../dataset/dataset";
import { addTo } from "../dataset/lists";
import {
  type AnyRecord,
  type Claim,
  type ConceptRecord,
  type DrugRecord,
  FOLDERS,
  type Mechanism,
  type RegulatoryEvent,
  referenceOf,
  relatedBy,
  type TargetRecord,
} from "../dataset/records";
import { setbackInFull, setbacksOf } from "../dataset/setbacks";
import { dateOf, doubtOf, isSupportive, provisional, statusOf } from "../dataset/status";
import { correctionOf, inOrder } from "./cards/claims";
import { evidenceSections } from "./cards/evidenceTable";
import { drugsOf } from "./cards/fate";
import { cardLink, itemOf, listOf, section, sourceList, table } from "./cards/markdown";
import { differencesOf, foldersOf, isOwn, quotedFolders } from "./cards/own";
import { databaseOf, identifierSpan, sentences } from "./cards/sources";
import { age, confidenceText, fullNameOf, inWords, isSame, kindWord, stepOf, symbolOf } from "./cards/words";
import { markdownSpan, escapeMarkdown as plain } from "./print";

/** The document on a record. */
export function fullCard(dataset: Dataset, record: AnyRecord): string {
  const sections = [
    title(dataset, record),
    ...(record.kind === "drug" ? drugSections(dataset, record) : []),
    relations(dataset, record),
    drugsSection(dataset, record),
    claimsSection(dataset, record),
    ownSection(dataset, record),
    ...evidenceSections(dataset, record.evidence),
    namesSection(record),
    identifiersSection(record),
    section("See also", listOf((record.see_also ?? []).map((reference) => cardLink(dataset, reference)))),
    correction(dataset, record),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function title(dataset: Dataset, record: AnyRecord): string {
  const step = stepOf(record);
  const drug = record.kind === "drug" ? record : undefined;
  const what = [
    kindWord(record.kind),
    symbolOf(record),
    drug ? whatDrug(drug) : "",
    fullNameOf(record),
    step ? `step ${step} of the metastatic cascade` : "",
  ];
  const lines = [`# ${plain(record.preferred_name)}`, plain(what.filter(Boolean).join(" · "))];
  if (drug && (!isOwn(record) || drug.regulatory.events.length > 0)) {
    const { word, text, asOf } = statusOf(drug);
    const setbacks = setbacksOf(drug).map(setbackInFull);
    const more = setbacks.length > 0 ? `  \n**setbacks**: ${plain(setbacks.join("; "))}` : "";
    lines.push(`**${plain(word)}**${plain(text ? `: ${text}` : "")} · as of ${plain(asOf + age(dataset, asOf))}${more}`);
  }
  lines.push(plain(record.summary));
  const role = (record as TargetRecord).role;
  if (role) lines.push(`*Role:* ${plain(role)}`);
  return lines.join("\n\n");
}

/** Modalities whose keys are no words of a reader; the class says what they are, "HER2-derived peptide vaccine". */
const SAID_BY_CLASS = /^(?:adc|bispecific_tce|vaccine_|photoimmuno_|nanoparticle_)/;

/** "small molecule, EZH2 inhibitor"; the class alone where it says the modality, "anti-PD-1 monoclonal antibody". */
function whatDrug(drug: DrugRecord): string {
  const modality = drug.modality.replaceAll("_", " ");
  return drug.class?.includes(modality) || (drug.class && SAID_BY_CLASS.test(drug.modality))
    ? drug.class
    : [modality, drug.class].filter(Boolean).join(", ");
}

function drugSections(dataset: Dataset, drug: DrugRecord): string[] {
  const events = drug.regulatory.events.map((event) => eventItem(dataset, event));
  const mechanisms = drug.mechanisms.map((mechanism) => mechanismItem(dataset, mechanism));
  const combined = (drug.combinations ?? []).map(({ with: partners, cancer, trial, result, sources }) => {
    const what = partners.map((partner) => cardLink(dataset, partner)).join(", ") + (cancer ? ` in ${cardLink(dataset, cancer)}` : "");
    return itemOf(dataset, what, plain([result, trial].filter(Boolean).join("; ")), sources);
  });
  const listed = (drug.also_approved ?? []).map(([region, sources]) => `${plain(region)} (${sourceList(dataset, sources)})`);
  const had = statusOf(drug).word === "withdrawn" ? "Had been approved" : "Approved";
  const undated = listed.length > 0 ? `${had} also, by lists that give neither date nor use: ${listed.join(", ")}.` : "";
  return [
    section("Timeline", [listOf(events), undated].filter(Boolean).join("\n\n")),
    section("Given with", listOf(combined)),
    section(
      "What it acts on",
      [
        listOf(mechanisms),
        plain(
          drug.no_target_reason ? `${mechanisms.length > 0 ? "Beside that" : "No agreed protein target"}: ${drug.no_target_reason}` : "",
        ),
      ]
        .filter(Boolean)
        .join("\n\n"),
    ),
  ];
}

/** "**2012** EMA approved: breast cancer (EMA EMEA/H/C/000582)". */
function eventItem(dataset: Dataset, event: RegulatoryEvent): string {
  const what = `${event.agency && event.agency !== "none" ? `${event.agency} ` : ""}${event.event === "approved-accelerated" ? `approved (${provisional(event)})` : inWords(event.event)}${doubtOf(event)}`;
  const details = [
    event.indication,
    isSupportive(event) ? "supportive care" : event.oncology === false ? "outside oncology" : "",
    event.trial,
    event.note,
  ];
  return itemOf(dataset, `**${plain(dateOf(event))}** ${plain(what)}`, plain(details.filter(Boolean).join("; ")), event.sources);
}

/** "blocks [CXCR4](…): antagonist; secondary (ChEMBL)"; what the verb says, "inhibits …: inhibitor", is not said again. */
function mechanismItem(dataset: Dataset, { verb, target, variant, action, primary, note, sources }: Mechanism): string {
  const what = `${plain(verb)} ${cardLink(dataset, target)}${variant ? ` ${plain(variant)}` : ""}`;
  const kind = action.toLowerCase();
  const isSaid = verb.slice(0, STEM) === kind.slice(0, STEM);
  return itemOf(dataset, what, plain([isSaid ? "" : kind, primary ? "" : "secondary", note].filter(Boolean).join("; ")), sources);
}

/** How many letters a verb has in common with the word for what does it: block, inhib, activ. */
const STEM = 5;

/** Keys of a record that hold references, with what they mean to a reader. */
const RELATIONS: ReadonlyArray<readonly [label: string, key: string]> = [
  ["Strategies", "strategies"],
  ["Carrier", "platform"],
  ["Part of", "parents"],
  ["Acts on", "acts_on"],
  ["Targets", "targets"],
  ["Members", "members"],
  ["In prose it usually means", "default_member"],
  ["Belongs to", "families"],
  ["Components", "components"],
  ["Given in", "cancer"],
  ["Processes", "processes"],
  ["Pathways", "pathways"],
  ["Limited by", "challenges"],
];

/** What a relation is called on records of a kind, where that is not the usual. */
const CALLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  challenge: { strategies: "Limits" },
  pathway: { acts_on: "Drives" },
  process: { targets: "Molecules" },
};

function relations(dataset: Dataset, record: AnyRecord): string {
  const rows = RELATIONS.flatMap(([usual, key]) => {
    const label = CALLED[record.kind]?.[key] ?? usual;
    const items = relatedBy(record, key).map((item) => {
      if (typeof item === "string") return cardLink(dataset, item);
      const name = item.ref ? cardLink(dataset, item.ref) : plain(item.name ?? "");
      const more = [item.role, item.note].filter(Boolean).join("; ");
      return more ? `${name} (${plain(more)})` : name;
    });
    const given = key === "components" ? ((record as ConceptRecord).sources ?? []) : [];
    const from = given.length > 0 ? ` (${sourceList(dataset, given)})` : "";
    return items.length > 0 ? [[plain(label), items.join(", ") + from]] : [];
  });
  return rows.length > 0 ? section("How it is connected", table(["Relation", "To"], rows)) : "";
}

function drugsSection(dataset: Dataset, record: AnyRecord): string {
  if (record.kind === "drug") return "";
  const rows = (record.drugs ?? []).map(([fate, group]) => [plain(fate), group.map((drug) => cardLink(dataset, drug)).join(", ")]);
  const self = referenceOf(record);
  const byVariant = new Map<string, string[]>();
  for (const drug of drugsOf(dataset, record)) {
    const needed = drug.mechanisms.flatMap(({ target, variant }) => (target === self && variant ? [variant] : []));
    for (const variant of new Set(needed)) addTo(byVariant, variant, cardLink(dataset, referenceOf(drug)));
  }
  const needing = [...byVariant].map(([variant, drugs]) => [`only with ${plain(variant)}`, drugs.join(", ")]);
  const asOf = record.drugs_as_of;
  const status = asOf ? `Status as of ${plain(asOf + age(dataset, asOf))}` : "Status";
  return rows.length > 0 ? section("Drugs", table([status, "Drugs"], [...rows, ...needing])) : "";
}

/** Both voices: each claim of the review with our note beside it, then what we say beyond them. */
function claimsSection(dataset: Dataset, record: AnyRecord): string {
  const all = record.claims ?? [];
  const seed = inOrder(all);
  const corrections = new Map(seed.map((claim) => [claim, correctionOf(all, claim)]));
  const ours = (claim: Claim | undefined) =>
    claim ? `${plain(claim.text)} *(${plain(inWords(claim.evidence_level ?? "no level"))})* ${sourceList(dataset, claim.sources)}` : "";
  const rows = seed.map((claim) => [
    `${plain(claim.text)} *(${plain(sentences(claim.sources))})*`,
    [`*Assessed:* **${plain(claim.assessment ?? "")}**`, ours(corrections.get(claim))].filter(Boolean).join(" · "),
  ]);
  const shown = new Set(corrections.values());
  const further = all.filter((claim) => claim.voice === "curated" && !shown.has(claim)).map(ours);
  return [
    rows.length > 0 ? section("What the review says, and what we say", table(["The review says", "We say"], rows)) : "",
    further.length > 0 ? section(rows.length > 0 ? "We also say" : "What we say", listOf(further)) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What folders say beside the record, a list for each. */
function ownSection(dataset: Dataset, record: AnyRecord): string {
  const sections = foldersOf(record).map((from) => {
    const items = (record.own ?? [])
      .filter((part) => part.from === from)
      .map((part) => differencesOf(record, part))
      .flatMap(({ events, name, summary, mechanisms }) => [
        ...(name ? [`It is called ${plain(name)}.`] : []),
        ...(summary ? [plain(summary)] : []),
        ...events.map((event) => eventItem(dataset, event)),
        ...mechanisms.map((mechanism) => mechanismItem(dataset, mechanism)),
      ]);
    const claims = (record.claims ?? []).filter((claim) => claim.voice === "own" && claim.from === from);
    return section(
      `What ${plain(from)} says`,
      listOf([...items, ...claims.map(({ text, sources }) => `${plain(text)} ${sourceList(dataset, sources)}`)]),
    );
  });
  return sections.filter(Boolean).join("\n\n");
}

/** Types of names that read otherwise than their key does. */
const TYPES: Readonly<Record<string, string>> = { inn: "INN", usan: "USAN", prose: "in prose", "seed-form": "in the review" };

/** The names, a row for each of their types. */
function namesSection(record: AnyRecord): string {
  const rows = new Map<string, string[]>();
  const all = record.names ?? [];
  for (const [i, { text, type, region, note }] of all.entries()) {
    // another spelling of the same, "EMD-121974" beside "EMD 121974", tells a reader nothing
    if (!region && !note && all.slice(0, i).some((before) => before.type === type && isSame(before.text, text))) continue;
    const more = [region, note].filter(Boolean).join("; ");
    addTo(rows, type, plain(more ? `${text} (${more})` : text));
  }
  const byType = [...rows].map(([type, names]) => [plain(TYPES[type] ?? inWords(type)), names.join(", ")]);
  return byType.length > 0 ? section("Names", table(["Type", "Names"], byType)) : "";
}

function identifiersSection(record: AnyRecord): string {
  const rows = Object.entries(record.xrefs ?? {}).map(([xref, value]) => [
    plain(databaseOf(xref)),
    [value]
      .flat()
      .map((id) => markdownSpan(identifierSpan(xref, id)))
      .join(", "),
  ]);
  return rows.length > 0 ? section("Identifiers", table(["Database", "Id"], rows)) : "";
}

/** Lists in `data/vocab/`, by the kind of their records. */
const LISTS: Readonly<Record<string, string>> = {
  process: "processes",
  pathway: "pathways",
  challenge: "challenges",
  cancer: "cancers",
  regimen: "regimens",
};

function correction(dataset: Dataset, record: AnyRecord): string {
  const { kind, id, review } = record;
  if (isOwn(record))
    return section(
      "About this card",
      plain(
        `A record of ${quotedFolders(record).join(", ")}, not of the dataset; with the cursor on its name in a note, the command “Show Where This Name Comes From” opens it.`,
      ),
    );
  const code = (text: string) => `\`${text.replaceAll("`", "")}\``;
  const file = FOLDERS[kind] ? code(`data/${FOLDERS[kind]}/${id}.yaml`) : `${code(`data/vocab/${LISTS[kind]}.yaml`)}, id ${code(id)},`;
  const lines = [
    `${plain(confidenceText(review.confidence))} · checked ${plain(review.checked + age(dataset, review.checked))} · dataset ${plain(dataset.version)} of ${plain(dataset.date)}`,
    `Something wrong or missing? The record is in the file ${file} of the project; CONTRIBUTING.md says how to mend it and which sources count.`,
    "A writing aid for research; not medical advice.",
  ];
  if (review.todo?.length) lines.splice(1, 0, `Still to be looked up:\n\n${listOf(review.todo.map(plain))}`);
  return section("About this card", lines.join("\n\n"));
}
