/**
 * The words of the project: what a record is, and the dataset that holds them all. The shapes mirror
 * `data/schema/*.schema.json`; the build checks every record against these schemas before it compiles them.
 */
import type { Fated } from "./fate";
import { Lexicon } from "./lexicon";
import type { OwnPart, OwnRecords } from "./own";
import { bytes, headLength, type PartlyRead, readPack, type Sections, Starts, uint16, uint32 } from "./pack";
import { Spelling } from "./spelling";

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

/** Whether what is of a kind is a gene or protein, or several. */
export const isProteinKind = (kind: Kind): boolean =>
  kind === "target" || kind === "family" || kind === "complex" || kind === "known-gene" || kind === "known-family";
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
  readonly trial?: string;
  readonly note?: string;
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
  /** When somebody last looked at the status of the one among them that was not looked at for longest. */
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
}

export type AnyRecord = DrugRecord | TargetRecord | ConceptRecord;

/** An ending ("tinib"), what it means, and whether it marks a drug by itself; other words end so too in "tide" or "stat". */
export type Stem = readonly [ending: string, meaning: string, alone: boolean];

/** Parts that the file must have. */
const PARTS =
  "about references nameText nameLength nameBlocks nameEntity nameFlags nameRank keys beginnings entityKind entityName entityBlocks detail detailLength detailBlocks spellNames spellParts spellKnown words wordBeginnings foldKind foldCode".split(
    " ",
  );

/** Kinds below this number have a record. */
const KNOWN = KINDS.indexOf("known-drug");

/** What is known, loaded and never changed. Entities are numbers; {@link Dataset.hasRecord} says which have a record. */
export class Dataset {
  /** "2026.11". */
  readonly version: string;
  /** Day it was made, "2026-11-26". */
  readonly date: string;
  /** Count of the bundled records. */
  readonly recordCount: number;
  /** The parts of the file, as {@link readPack} gives them. */
  readonly sections: Sections;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  /** Endings that mark a drug name, the longest first. */
  readonly stems: readonly Stem[];
  /** Beginnings of symbols that are written with a hyphen before their number: "MMP" for MMP-9. */
  readonly hyphenated: ReadonlySet<string>;
  /** What source keys such as "src:hub" stand for. */
  readonly sources: Readonly<Record<string, string>>;
  private readonly kinds: Uint8Array;
  private readonly references: Uint8Array;
  /** Bytes of the last section, `detail`, from one of its offsets to another; behind the details are identifiers (identifiers.ts). */
  readonly readDetail: (from: number, to: number) => Uint8Array;
  readonly detailStarts: Starts;
  private readonly decoder = new TextDecoder();
  private readonly parsed = new Map<number, AnyRecord>();
  private readonly relations = new Map<number, ReadonlySet<number>>();
  private ids: Map<string, number> | undefined;

  private readonly own: OwnRecords | undefined;

  private constructor(sections: Sections, readDetail: (from: number, to: number) => Uint8Array, own?: OwnRecords) {
    const about = JSON.parse(this.decoder.decode(bytes(sections, "about"))) as {
      version: string;
      date: string;
      records: number;
      stems: Stem[];
      sources: Record<string, string>;
      hyphenated: string[];
    };
    this.version = about.version;
    this.date = about.date;
    this.recordCount = about.records;
    this.stems = about.stems;
    this.sources = about.sources;
    this.hyphenated = new Set(about.hyphenated);
    this.lexicon = new Lexicon(sections);
    this.spelling = new Spelling(this.lexicon, sections);
    this.kinds = bytes(sections, "entityKind");
    this.references = bytes(sections, "references");
    this.readDetail = readDetail;
    this.detailStarts = new Starts(uint16(sections, "detailLength"), uint32(sections, "detailBlocks"));
    this.own = own;
    this.sections = sections;
  }

  /**
   * Opens the compiled dataset.
   * @param file its bytes, or its head's and a way to the others
   * @returns the dataset, or a sentence that says what is wrong with the file
   */
  static open(file: Uint8Array | PartlyRead): Dataset | string {
    const [head, size] = file instanceof Uint8Array ? [file, file.length] : [file.head, file.size];
    const sections = readPack(head, size);
    if (typeof sections === "string") return sections;
    const missing = PARTS.find((part) => !sections.has(part));
    if (missing) return `the file lacks its part "${missing}"`;
    try {
      const details = bytes(sections, "detail");
      const tail = headLength(head);
      return new Dataset(
        sections,
        file instanceof Uint8Array ? (from, to) => details.subarray(from, to) : (from, to) => file.read(tail + from, tail + to),
      );
    } catch {
      return "the file's parts do not fit together";
    }
  }

  /** What folders add to the bundled dataset, the nearest first. */
  get ownParts(): readonly OwnPart[] {
    return this.own?.parts ?? [];
  }

  /**
   * This dataset with what a folder adds.
   * @param sections those that differ from this dataset's; the numbers of its entities must stay as they are
   */
  with(sections: Sections, own: OwnRecords): Dataset {
    return new Dataset(new Map([...this.sections, ...sections]), this.readDetail, own);
  }

  /** Whether an entity has a record; others are only recognised. */
  hasRecord(entity: number): boolean {
    return this.kinds[entity]! < KNOWN;
  }

  /** The numbers of all entities with a record. */
  *records(): Generator<number> {
    for (let entity = 0; entity < this.recordCount; entity++) yield entity;
    if (this.own) for (let entity = this.recordCount; entity < this.kinds.length; entity++) if (this.hasRecord(entity)) yield entity;
  }

  /** Whether there is an entity of this number. */
  has(entity: number): boolean {
    return entity >= 0 && entity < this.kinds.length;
  }

  kind(entity: number): Kind {
    return KINDS[this.kinds[entity]!]!;
  }

  /** The name to show for an entity. */
  preferredName(entity: number): string {
    return this.lexicon.name(this.lexicon.preferred(entity));
  }

  /** The record of an entity; nothing for one that is only recognised, or whose bytes were damaged. */
  record(entity: number): AnyRecord | undefined {
    const held = this.parsed.get(entity);
    if (held || !this.hasRecord(entity)) return held;
    const bundled = entity < this.recordCount ? this.bundledRecord(entity) : undefined;
    const record = this.own ? this.own.record(entity, bundled) : bundled;
    if (record) this.parsed.set(entity, record);
    return record;
  }

  private bundledRecord(entity: number): AnyRecord | undefined {
    try {
      return JSON.parse(this.detail(entity)) as AnyRecord;
    } catch {
      return undefined;
    }
  }

  /** What is known of an entity: JSON of a record; for others a short phrase ("small molecule", "HGNC:12680 …"). */
  detail(entity: number): string {
    return this.decoder.decode(this.readDetail(this.detailStarts.of(entity), this.detailStarts.end(entity)));
  }

  /** The entity of a reference ("drug:bevacizumab"), or nothing. */
  find(reference: string): number | undefined {
    this.ids ??= new Map(
      this.decoder
        .decode(this.references)
        .split("\n")
        .map((id, entity) => [id, entity]),
    );
    return this.ids.get(reference) ?? this.own?.references.get(reference);
  }

  /** The entities that a record refers to, in whatever way; empty for an entity without a record. */
  related(entity: number): ReadonlySet<number> {
    const held = this.relations.get(entity);
    if (held) return held;
    const related = new Set<number>();
    if (!this.hasRecord(entity)) return related;
    this.relations.set(entity, related);
    const detail = this.own?.has(entity) ? JSON.stringify(this.record(entity)) : this.detail(entity);
    for (const [reference] of detail.matchAll(/(?<=")[a-z]+:[\w+.-]+(?=")/g)) {
      const other = this.find(reference);
      if (other !== undefined) related.add(other);
    }
    return related;
  }

  /** The drugs without a record of which a name says that they act on a target; the targets of such a drug. */
  partners(entity: number): number[] {
    const pairs = uint32(this.sections, "partners");
    const found: number[] = [];
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] === entity) found.push(pairs[i + 1]!);
      else if (pairs[i + 1] === entity) found.push(pairs[i]!);
    }
    return found;
  }

  /** The name to show for a reference; its id when there is no such record. */
  nameOf(reference: string): string {
    const entity = this.find(reference);
    return entity === undefined ? reference.slice(reference.indexOf(":") + 1) : this.preferredName(entity);
  }
}
