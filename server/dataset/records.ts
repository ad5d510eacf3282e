/**
 * The words of the project: what a record is. The shapes mirror `data/schema/*.schema.json`; the build checks every record
 * against these schemas before it compiles them.
 */
import type { OwnPart } from "./own";

/** Kinds of entities, by number. The last five have no record: names that are only recognised. */
export const KINDS = [
  "drug",
  "target",
  "family",
  "complex",
  "pathway",
  "process",
  "strategy",
  "nanoplatform",
  "cancer",
  "challenge",
  "regimen",
  "known-drug",
  "known-gene",
  "known-family",
  "known-class",
  "known-abbreviation",
] as const;
export type Kind = (typeof KINDS)[number];

/** The kinds that have records. */
export const RECORDED: readonly Kind[] = KINDS.slice(0, KINDS.indexOf("known-drug"));

/** Whether records of a kind are those of targets: one gene or protein, or several. */
export const isTargetKind = (kind: Kind): kind is TargetRecord["kind"] => kind === "target" || kind === "family" || kind === "complex";
/** Whether what is of a kind is a gene or protein, or several, with a record or without. */
export const isProteinKind = (kind: Kind): boolean => isTargetKind(kind) || kind === "known-gene" || kind === "known-family";
/** Whether what is of a kind is called by words of medicine, and has no name of its own: a process, pathway, strategy or class of drugs. */
export const isConcept = (kind: Kind): boolean => kind === "process" || kind === "pathway" || kind === "strategy" || kind === "known-class";
/** Whether what is of a kind is a drug, with a record or without. */
export const isDrugKind = (kind: Kind): boolean => kind === "drug" || kind === "known-drug";

/** Folders below `data/` of records that have a file each; the others are lists in `data/vocab/`. */
export const FOLDERS: Readonly<Partial<Record<Kind, string>>> = {
  drug: "drugs",
  target: "targets",
  family: "targets",
  complex: "targets",
  strategy: "strategies",
  nanoplatform: "strategies",
};

/** A typed name of a record. */
export interface Name {
  readonly text: string;
  readonly type: string;
  readonly region?: string;
  readonly note?: string;
  readonly shared_with?: readonly string[];
  readonly match?: {
    readonly case?: string;
    readonly context?: string;
    readonly not_before?: readonly string[];
    readonly not_after?: readonly string[];
  };
}

/** A statement with its source: the review's (`seed`, with an assessment), our own (`curated`, with a level), or a folder's (`own`, with its name). */
export interface Claim {
  readonly id?: string;
  readonly voice?: "seed" | "curated" | "own";
  /** Of a folder's claim: what the folder is called. */
  readonly from?: string;
  readonly text: string;
  readonly sources: readonly string[];
  readonly assessment?: string;
  readonly corrected_by?: string;
  readonly evidence_level?: string;
}

/** What a drug does to a target. */
export interface Mechanism {
  readonly target: string;
  readonly action: string;
  readonly verb: string;
  readonly primary: boolean;
  readonly variant?: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A dated event in a drug's fate. `date` is as precise as its source: year, month or day. */
export interface RegulatoryEvent {
  readonly date: string;
  readonly agency?: string;
  readonly event: string;
  readonly indication?: string;
  readonly cancer?: string;
  readonly oncology?: boolean;
  /** For people with cancer, yet not against the tumour, as what spares the marrow; its `oncology` is false. */
  readonly supportive?: true;
  readonly trial?: string;
  readonly note?: string;
  /** The year of the agency's last list known to us that calls the approval conditional. */
  readonly conditional_in?: number;
  /** The event or its date rests on memory or on one secondary source. */
  readonly unconfirmed?: true;
  readonly sources: readonly string[];
}

/** Drugs that are given together. */
export interface Combination {
  /** The partners, as references. */
  readonly with: readonly string[];
  readonly cancer?: string;
  readonly trial?: string;
  readonly result?: string;
  readonly sources: readonly string[];
}

/**
 * An item of CIViC: that a molecular profile goes, or does not go, with something in a disease. A tuple, since there are
 * thousands. Levels are A (validated), B (clinical), C (case study), D (preclinical) and E (inferential); `supports`
 * says whether it speaks for what `significance` says ("Sensitivity/Response", "Resistance", "Poor Outcome" …);
 * `therapy` is empty where no drug is meant or, on a drug, that drug alone; `rating` is 1 to 5 stars, 0 for none.
 */
export type EvidenceItem = readonly [
  level: string,
  supports: 0 | 1,
  significance: string,
  disease: string,
  profile: string,
  therapy: string,
  rating: number,
  pmid: string,
];

/** What CIViC and DrugMechDB have on a drug or target; joined at build time, `data/evidence.ts`. */
export interface Evidence {
  /** Items of each level, best first. */
  readonly levels: ReadonlyArray<readonly [level: string, supporting: number, against: number]>;
  /** How many of the supporting items are on resistance to the drug. */
  readonly resistance: number;
  /** How many of those against deny a resistance, and so speak for the drug; absent where none does. */
  readonly denied?: number;
  /** The first items, best first; `levels` counts all. */
  readonly items: readonly EvidenceItem[];
  /** Ways of action on record in DrugMechDB. */
  readonly mechanisms: ReadonlyArray<{
    readonly drug: string;
    readonly disease: string;
    readonly targets: readonly string[];
    readonly pmids: readonly string[];
    /** Its id in DrugMechDB. */
    readonly id: string;
  }>;
}

/** Drugs of one fate: "approved", references in the order of their names. */
export type Fated = readonly [fate: string, drugs: readonly string[]];

/** What records of all kinds have. References are `kind:id`. */
export interface BaseRecord {
  readonly id: string;
  readonly kind: Kind;
  readonly preferred_name: string;
  readonly summary: string;
  readonly names?: readonly Name[];
  readonly xrefs?: Readonly<Record<string, string | readonly string[]>>;
  readonly claims?: readonly Claim[];
  /** What folders' own data say of it, the nearest folder first; only where one does. */
  readonly own?: readonly OwnPart[];
  readonly see_also?: readonly string[];
  readonly review: { readonly checked: string; readonly confidence: "A" | "B" | "C"; readonly todo?: readonly string[] };
  /** Computed at build time: the drugs that act on this target or process, that belong to this strategy or platform, or that were approved for this cancer, by their fate. */
  readonly drugs?: readonly Fated[];
  /** When somebody last looked at their status: a month, or the first and last of several, "2025-12 to 2026-09". */
  readonly drugs_as_of?: string;
  /** Computed at build time: the strategies that act on this target or process, or that this challenge limits. */
  readonly strategies?: readonly string[];
  /** Joined at build time: what open tables know of this drug or target. */
  readonly evidence?: Evidence;
}

export interface DrugRecord extends BaseRecord {
  readonly kind: "drug";
  readonly modality: string;
  readonly class?: string;
  readonly mechanisms: readonly Mechanism[];
  readonly no_target_reason?: string;
  readonly strategies: readonly string[];
  readonly platform?: string | readonly string[];
  readonly processes?: readonly string[];
  readonly regulatory: { readonly as_of: string; readonly events: readonly RegulatoryEvent[] };
  /** Drugs it is given with; a curator writes each once, on the record whose id sorts first, and the build joins it to the others. */
  readonly combinations?: readonly Combination[];
  /** Joined at build time: names of targets that open tables have the drug act on. */
  readonly also_targets?: readonly string[];
  /** Joined at build time: regions ("EU", "Japan") where open tables have it approved, without a date, and those tables. */
  readonly also_approved?: ReadonlyArray<readonly [region: string, sources: readonly string[]]>;
}

export interface TargetRecord extends BaseRecord {
  readonly kind: "target" | "family" | "complex";
  readonly full_name?: string;
  readonly members?: ReadonlyArray<{ readonly ref: string; readonly role?: string; readonly note?: string }>;
  readonly default_member?: string;
  /** Symbols of the gene by species. */
  readonly species?: { readonly human?: string; readonly mouse?: string };
  readonly role?: string;
  readonly processes?: readonly string[];
  readonly pathways?: readonly string[];
  /** Computed at build time: the families and complexes of which it is a member. */
  readonly families?: readonly string[];
}

export interface ConceptRecord extends BaseRecord {
  readonly kind: "strategy" | "nanoplatform" | "process" | "pathway" | "challenge" | "cancer" | "regimen";
  readonly parents?: readonly string[];
  /** The strategies whose drugs are given together in it. */
  readonly combines?: readonly string[];
  readonly acts_on?: readonly string[];
  readonly targets?: readonly string[];
  readonly members?: readonly string[];
  readonly cascade_order?: number;
  readonly challenges?: readonly string[];
  /** Computed at build time: the pathways that drive this process. */
  readonly pathways?: readonly string[];
  /** The cancer a regimen is for. */
  readonly cancer?: string;
  readonly components?: ReadonlyArray<{ readonly ref?: string; readonly name?: string }>;
  /** Where the components of a regimen are given. */
  readonly sources?: readonly string[];
}

export type AnyRecord = DrugRecord | TargetRecord | ConceptRecord;

/** How other records refer to a record: "drug:bevacizumab". */
export const referenceOf = ({ kind, id }: Pick<BaseRecord, "kind" | "id">): string => `${kind}:${id}`;

/** The id in a reference: "bevacizumab". */
export const idOf = (reference: string): string => reference.slice(reference.indexOf(":") + 1);

/** How a record says what it has to do with another, which may have no record. */
type Related = string | { readonly ref?: string; readonly name?: string; readonly role?: string; readonly note?: string };

/** All that a record says so under a key; empty where it says nothing. */
export const relatedBy = (record: AnyRecord, key: string): Related[] =>
  [(record as unknown as Readonly<Record<string, Related | readonly Related[] | undefined>>)[key] ?? []].flat();
