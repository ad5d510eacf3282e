/**
 * What is found in a passage, kept on it: names and unknown words at once, since findings rest on these. What the names mean, and what
 * the passage explains, is read when it is first asked for: for most passages of a note that is only checked it never is.
 */
import type { Dataset } from "../dataset/dataset";
import { kindNamed } from "../dataset/nameKinds";
import type { Found, Scan } from "../dataset/scan";
import type { Bindings } from "./bindings";
import { clippedElsewhere, clippedNames, listedWithDrugs } from "./clipped";
import { type Definition, definitionsIn } from "./definitions";
import type { SlotKind } from "./frontmatter";
import { tabled, wordsExplained } from "./glossary";
import { dateInGenes, holdsCodes, isMonth } from "./headings";
import { namesInside, symbolsOfFish } from "./insideWords";
import { isMisspelt, type Mention, mayHold, mentionOf, mentionsAmong } from "./mentions";
import type { Passage } from "./passage";
import { withReadings } from "./readings";
import { joinedByStart, overlaps } from "./spans";
import { writtenCodes } from "./writtenCodes";

/** What the names of a passage mean. */
interface Meant {
  readonly mentions: readonly Mention[];
  readonly pending: readonly Found[];
}

export class Reading {
  readonly dataset: Dataset;
  /** Starts and ends, by turns, of the words of the passage's text that are in no list. */
  readonly unknown: readonly number[];
  /** Misspellings on record, each with the name that it stands for. */
  readonly misspelt: readonly Found[];
  /** The mentions as the note's bindings make them; see bindings.ts. */
  bound: { readonly to: Bindings; readonly mentions: readonly Mention[] } | undefined;
  private readonly passage: Passage;
  /** The names that are written there, whatever they mean, but for clipped ones. */
  private readonly written: readonly Found[];
  private readonly hasClipped: boolean;
  private heldNames: readonly Found[] | undefined;
  private heldMeant: Meant | undefined;
  private heldDefinitions: readonly Definition[] | undefined;

  /** @param meant what its names mean, where that is known */
  constructor(dataset: Dataset, passage: Passage, { names, unknown, hasClipped }: Scan, meant?: Meant) {
    this.dataset = dataset;
    this.passage = passage;
    this.written = kept(names);
    this.unknown = kept(unknown);
    this.misspelt = names.some((match) => isMisspelt(dataset, match)) ? names.filter((match) => isMisspelt(dataset, match)) : NONE;
    this.hasClipped = hasClipped;
    this.heldMeant = meant;
  }

  /** The mentions of the passage, in order of their start. */
  get mentions(): readonly Mention[] {
    return this.meant.mentions;
  }

  /** Names that nothing in their sentence speaks for, each of one record; the rest of the note may speak for them. */
  get pending(): readonly Found[] {
    return this.meant.pending;
  }

  /** Abbreviations that the passage defines. */
  get definitions(): readonly Definition[] {
    const { dataset, passage, names } = this;
    if (!this.heldDefinitions) {
      const mayDefine = !passage.slot && (names.length > 0 || /[([]/.test(passage.text));
      const definitions = mayDefine ? definitionsIn(dataset, passage.text, names) : [];
      if (passage.text.startsWith("*[")) definitions.push(...wordsExplained(dataset, passage.text));
      const inTable = passage.row && tabled(dataset, passage);
      this.heldDefinitions = kept(inTable ? [...definitions, inTable] : definitions);
    }
    return this.heldDefinitions;
  }

  /**
   * Whether a mention may have a name that fulfils a condition on drugs or previous symbols, and stands there in full. False is certain,
   * and known without reading what the names mean.
   * @param isOfDrug whether drugs fulfil it, whose names may be clipped
   */
  mayMention(isOne: (name: number) => boolean, isOfDrug = true): boolean {
    if (this.heldMeant) return this.heldMeant.mentions.some(({ names }) => names.some(isOne));
    const { dataset, passage } = this;
    const names = isOfDrug ? this.names : this.written;
    return passage.readings !== undefined || names.some((found) => mayHold(dataset, passage, found, isOne));
  }

  /**
   * The reading of a passage that says the same, so many units of its block further on.
   * @param isRowSame whether the rest of a cell's row says the same: it may explain what the cell holds, and speak for names there
   */
  movedTo(passage: Passage, by: number, isRowSame: boolean): Reading {
    const { dataset, written, unknown, hasClipped } = this;
    const moved = new Reading(
      dataset,
      passage,
      { names: written, unknown, mixed: NONE, hasClipped },
      isRowSame && this.heldMeant ? movedBy(this.heldMeant, by) : undefined,
    );
    moved.heldNames = this.heldNames;
    if (isRowSame) moved.heldDefinitions = this.heldDefinitions;
    if (isRowSame && by === 0) moved.bound = this.bound;
    return moved;
  }

  /** The names that are written there, whatever they mean. */
  private get names(): readonly Found[] {
    const { dataset, passage, written, hasClipped } = this;
    this.heldNames ??= passage.slot ? NONE : joinedByStart(written, clippedNames(dataset, passage.text, written, hasClipped));
    return this.heldNames;
  }

  private get meant(): Meant {
    this.heldMeant ??= this.read();
    return this.heldMeant;
  }

  private read(): Meant {
    const { dataset, passage, names, unknown } = this;
    const pending: Found[] = [];
    let meant: readonly Mention[] = names.length > 0 ? mentionsAmong(dataset, passage, names, pending) : NONE;
    const clipped = unknown.length > 0 ? clippedElsewhere(dataset, passage.text, unknown) : NONE;
    const open = clipped.filter((one) => !overlaps(one, meant));
    if (open.length > 0) {
      const listed = listedWithDrugs(dataset, passage.text, open, meant);
      meant = joinedByStart(
        meant,
        Array.from(listed, (one) => mentionOf(passage, one)),
      );
      for (const one of open) if (!listed.has(one)) pending.push(one);
    }
    if (!passage.readings) return { mentions: kept(meant), pending: kept(pending) };
    // where the note has chosen, nothing else may speak
    const mentions = withReadings(dataset, passage, meant);
    return { mentions: kept(mentions), pending: kept(pending.filter((found) => !overlaps(found, mentions))) };
  }
}

const movedBy = ({ mentions, pending }: Meant, by: number): Meant => ({
  mentions: by === 0 ? mentions : mentions.map((one) => ({ ...one, from: one.from + by, to: one.to + by })),
  pending,
});

/** Reads a passage, once for each dataset, and keeps what was found on it. */
export function reading(dataset: Dataset, passage: Passage): Reading {
  if (passage.reading?.dataset === dataset) return passage.reading;
  // unknown in another dataset
  passage.words = undefined;
  passage.reading = passage.slot
    ? new Reading(dataset, passage, NOTHING, { mentions: kept(declared(dataset, passage, passage.slot)), pending: NONE })
    : new Reading(dataset, passage, scanOf(dataset, passage));
  return passage.reading;
}

/** The mentions of a passage. @returns in order of their start; empty when there are none */
export const mentionsOf = (dataset: Dataset, passage: Passage): readonly Mention[] => reading(dataset, passage).mentions;

/** What stands in a passage, with the names inside its words. */
function scanOf(dataset: Dataset, passage: Passage): Scan {
  if (passage.row && (dateInGenes(passage) || holdsCodes(passage) || isMonth(passage))) return NOTHING;
  const scan = dataset.lexicon.scan(passage.text);
  const { names } = scan;
  const inside = [...namesInside(dataset, passage, scan), ...writtenCodes(dataset, passage.text)];
  const further = [...inside, ...symbolsOfFish(dataset, passage.text, names)];
  if (further.length === 0) return scan;
  // of "trastuzumab deruxtecan12" the first word is no name by itself
  const apart = names.filter((name) => !inside.some(({ start, end }) => start <= name.start && name.end <= end));
  return { ...scan, names: joinedByStart(apart, further) };
}

const NONE: readonly never[] = [];
/** A list that is held with its passage; most are empty, and need not be lists of their own. */
const kept = <T>(list: readonly T[]): readonly T[] => (list.length > 0 ? list : NONE);

const NOTHING: Scan = { names: NONE, unknown: NONE, mixed: NONE, hasClipped: true };

/** The kinds of entities that each slot may declare. */
export const DECLARED: Readonly<Record<SlotKind, ReadonlySet<string>>> = {
  drug: new Set(["drug", "regimen", "strategy", "nanoplatform", "known-drug", "known-class"]),
  target: new Set(["target", "family", "complex", "pathway", "known-gene", "known-family"]),
};

/** The names in a declared slot, those inside its words and clipped ones as well. No sentence need speak for them, but they must be of the slot's kind. */
function declared(dataset: Dataset, passage: Passage, slot: SlotKind): Mention[] {
  const { lexicon } = dataset;
  const { text } = passage;
  const fitting = (names: readonly number[]) =>
    names.filter((name) => DECLARED[slot].has(kindNamed(dataset, name)) && lexicon.type(name) !== "misspelling");
  const whole = fitting(lexicon.lookUp(text));
  const written = (): readonly Found[] => {
    const scan = lexicon.scan(text);
    const clipped = slot === "drug" ? clippedElsewhere(dataset, text, wordsOf(text)) : NONE;
    return [...scan.names, ...namesInside(dataset, passage, scan), ...clipped];
  };
  const found = whole.length > 0 ? [{ start: 0, end: text.length, names: whole }] : written();
  const mentions: Mention[] = [];
  for (const { start, end, names: all } of found) {
    const names = fitting(all);
    if (names.length === 0 || overlaps({ start, end }, mentions)) continue;
    mentions.push({ start, end, from: passage.from + start, to: passage.from + end, names, pointer: false });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Starts and ends of the words of letters, by turns. */
const wordsOf = (text: string): number[] =>
  Array.from(text.matchAll(/[A-Za-z]+/g)).flatMap(({ 0: word, index }) => [index, index + word.length]);
