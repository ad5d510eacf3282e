/** The dataset: what is known of all entities, their names and records. */
import { Lexicon } from "./lexicon";
import type { OwnPart, OwnRecords } from "./own";
import { bytes, headLength, type PartlyRead, readPack, type Sections, sums, uint16, uint32 } from "./pack";
import { expand } from "./phrases";
import { type AnyRecord, idOf, KINDS, type Kind, RECORDED } from "./records";
import type { Spelling } from "./spelling";

/** An ending ("tinib"), what it means, and whether it is enough to mark a drug: other words, too, end in "tide" or "stat". */
export type Stem = readonly [ending: string, meaning: string, alone: boolean];

/** A name that means several things, one of them, and sources of patterns for words of its sentence: that say it is not meant; that say it is. Either may be empty. */
export type Homonym = readonly [name: string, of: string, unless: string, where: string];

/** How many details of entities without a record are read together. */
export const LINES = 32;
const LINE_END = 10;

/** Parts that the file must have. */
const PARTS =
  "about references names nameBlocks codedBlocks nameEntity nameSort sortFlags sortRank sortKnown keys beginnings entityKind entityName entityBlocks phrases detail recordLength detailBlocks spellSteps spellParts words wordBeginnings foldKind foldCode".split(
    " ",
  );

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
  /** The search for near spellings, made when it is first asked for: see {@link spellingOf}. */
  spelling: Spelling | undefined;
  /** Endings that mark a drug name, the longest first. */
  readonly stems: readonly Stem[];
  /** Beginnings of symbols that are written with a hyphen before their number: "MMP" for MMP-9. */
  readonly hyphenated: ReadonlySet<string>;
  readonly homonyms: readonly Homonym[];
  /** What source keys such as "src:hub" stand for. */
  readonly sources: Readonly<Record<string, string>>;
  private readonly kinds: Uint8Array;
  private readonly references: Uint8Array;
  /** Reads the bytes of the last section, `detail`, between two of its offsets. Identifiers stand behind the details (identifiers.ts). */
  readonly readDetail: (from: number, to: number) => Uint8Array;
  /** Where the detail of each record starts there, and where that of the last one ends. */
  private readonly recordStarts: Uint32Array;
  /** Where each block of {@link LINES} other details starts, and where the last one ends. */
  readonly detailBlocks: Uint32Array;
  private readonly decoder = new TextDecoder();
  private readonly parsed = new Map<number, AnyRecord>();
  private readonly relations = new Map<number, ReadonlySet<number>>();
  private ids: Map<string, number> | undefined;
  private phrases: readonly string[] | undefined;

  private readonly own: OwnRecords | undefined;

  private constructor(sections: Sections, readDetail: (from: number, to: number) => Uint8Array, own?: OwnRecords) {
    const about = JSON.parse(this.decoder.decode(bytes(sections, "about"))) as {
      version: string;
      date: string;
      records: number;
      stems: Stem[];
      sources: Record<string, string>;
      hyphenated: string[];
      homonyms: Homonym[];
    };
    this.version = about.version;
    this.date = about.date;
    this.recordCount = about.records;
    this.stems = about.stems;
    this.sources = about.sources;
    this.hyphenated = new Set(about.hyphenated);
    this.homonyms = about.homonyms;
    this.lexicon = new Lexicon(sections);
    this.kinds = bytes(sections, sections.has("allKinds") ? "allKinds" : "entityKind");
    this.references = bytes(sections, "references");
    this.readDetail = readDetail;
    this.recordStarts = sums(uint16(sections, "recordLength"));
    this.detailBlocks = sums(uint16(sections, "detailBlocks"), this.recordStarts.at(-1));
    this.own = own;
    this.sections = sections;
  }

  /**
   * Opens the compiled dataset.
   * @param file all its bytes, or the bytes of its head and a way to read the rest
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

  /** This dataset with what a folder adds. @param sections those that differ from this dataset's; the entities must keep their numbers */
  with(sections: Sections, own: OwnRecords): Dataset {
    return new Dataset(new Map([...this.sections, ...sections]), this.readDetail, own);
  }

  /** Whether an entity has a record; others are only recognised. */
  hasRecord(entity: number): boolean {
    return this.kinds[entity]! < RECORDED.length;
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

  /** What kind of thing an entity is. */
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

  /** The record of a reference ("drug:bevacizumab"), or nothing. */
  recordOf(reference: string): AnyRecord | undefined {
    const entity = this.find(reference);
    return entity === undefined ? undefined : this.record(entity);
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
    this.phrases ??= this.decoder.decode(bytes(this.sections, "phrases")).split("\n");
    const detail =
      entity < this.recordCount
        ? this.readDetail(this.recordStarts[entity]!, this.recordStarts[entity + 1]!)
        : this.line(entity - this.recordCount);
    return expand(this.decoder.decode(detail), this.phrases);
  }

  /** The detail of an entity without a record: a line of its block. */
  private line(index: number): Uint8Array {
    const block = Math.floor(index / LINES);
    const lines = this.readDetail(this.detailBlocks[block]!, this.detailBlocks[block + 1]!);
    let start = 0;
    for (let before = index % LINES; before > 0; before--) start = lines.indexOf(LINE_END, start) + 1;
    return lines.subarray(start, lines.indexOf(LINE_END, start));
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

  /** The entities that a record refers to in any way; empty for an entity without a record. */
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

  /** For a target, the drugs without a record whose names say that they act on it; for such a drug, its targets. Empty for all others. */
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
    return entity === undefined ? idOf(reference) : this.preferredName(entity);
  }
}
