/** A word that is in no list, with the signs that a drug or a gene is meant by it. */
import type { Dataset, Stem } from "../dataset/dataset";
import { held } from "../dataset/held";
import { isDrug, isOnRecord, isProtein } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import {
  acrossBracket,
  drugEvidence,
  type Evidence,
  geneEvidence,
  isAbbreviated,
  isAntigen,
  isCalledOther,
  isDefined,
  isExplained,
  isNamedGene,
} from "./frames";
import { inside } from "./joined";
import { LETTER } from "./letters";
import type { Mention } from "./mentions";
import { isAmongUnknown } from "./neighbours";
import type { Passage } from "./passage";
import { mentionsOf } from "./reading";
import { lastUpTo } from "./search";
import { sentenceAround } from "./sentence";

/** Least length of a word with a stem. */
const SHORTEST_STEMMED = 7;
/** How much of the text on each side of a word is given. */
export const AROUND = 60;
/** Length of the beginning of a broken name, with what stands on both sides of it. */
const LONGEST_PIECE = 26;
/** A word with the sign behind it, at the end of a text. */
const WORD_BEFORE = new RegExp(String.raw`(?<![${LETTER}])([${LETTER}]+)[^${LETTER}\d]$`);
/** How far on each side the definition of a word, and the word itself, is looked for: most passages are shorter. */
const NEAR = 4000;

/** What stands in a list before and behind a brand. */
const BRAND_BEFORE = /(?<![\w-])([A-Z][a-z][\w-]{1,24})(?: [A-Z\d]{1,3})?, $/;
const BRAND_AFTER = /^(?:[ -][A-Z\d]{1,3})?, ([A-Z][a-z][\w-]{1,24})/;
/** How many names of drugs with small letters say that others would have them. */
const LEAST_SMALL = 2;

/** Whether a name holds [start, end), or one of a record begins it, before a splice form: VEGF145; phrases that point may overlap others, names do not. */
function isInName(dataset: Dataset, mentions: readonly Mention[], start: number, end: number): boolean {
  let at = lastUpTo(mentions.length, (i) => mentions[i]!.start, start);
  while (at >= 0 && mentions[at]!.pointer) at--;
  if (at < 0) return false;
  const { start: from, end: to, names } = mentions[at]!;
  return end <= to || (start === from && isOnRecord(dataset, names[0]!));
}

/** What a word shows by itself. */
type Written = Pick<UnknownWord, "text" | "from" | "to" | "isSymbol" | "misspelt" | "readAs"> & {
  /** Whether it is none where a name holds it. */
  readonly mayBePart: boolean;
  /** Whether it is a name or word as it stands, so that what it is read as must be spoken for. */
  readonly mayBeMeant: boolean;
};

/** An unknown word. The signs of what is meant are looked up when a rule asks; for most words none does. */
export class UnknownWord {
  readonly text: string;
  /** Offsets in the block. */
  readonly from: number;
  readonly to: number;
  /** Whether it has capitals and digits like a gene's symbol. */
  readonly isSymbol: boolean;
  /** The entity that it is a misspelling of, if it is one on record. */
  readonly misspelt: number | undefined;
  /** The word that is meant if a scanned page shows one digit or letter for another, two capitals were swapped, or a space breaks it. */
  readonly readAs: string | undefined;
  /** Whether what is written may be meant as well, so that more must speak for {@link readAs}: KARS. */
  readonly mayBeMeant: boolean;
  /** Whether anybody has asked for what stands around it. */
  isLookedAround = false;
  private readonly dataset: Dataset;
  private readonly within: Passage;
  private readonly start: number;
  private readonly end: number;
  private readonly mayBePart: boolean;
  private heldStem: Stem | null | undefined;
  private heldDrug: Evidence | null = null;
  private heldGene: Evidence | null = null;

  /** @param start offset in the passage's text; so is `end` */
  constructor(dataset: Dataset, passage: Passage, start: number, end: number, written: Written) {
    this.dataset = dataset;
    this.within = passage;
    this.start = start;
    this.end = end;
    this.text = written.text;
    this.from = written.from;
    this.to = written.to;
    this.isSymbol = written.isSymbol;
    this.misspelt = written.misspelt;
    this.readAs = written.readAs;
    this.mayBePart = written.mayBePart;
    this.mayBeMeant = written.mayBeMeant;
  }

  private get passage(): Passage {
    this.isLookedAround = true;
    return this.within;
  }

  /** Whether it is a part of a name: pPaxillin. To be asked last, since it takes reading what the names of the passage mean. */
  get isInName(): boolean {
    return this.mayBePart && isInName(this.dataset, mentionsOf(this.dataset, this.within), this.start, this.end);
  }

  /** Whether it has a capital inside a sentence, as names of persons and places have. */
  get isProper(): boolean {
    const before = this.passage.text.slice(Math.max(0, this.start - 4), this.start);
    return /^[A-Z][a-z]/.test(this.text) && /[\p{L}\p{N},;)+&=/→–—−]\s+$/u.test(before);
  }

  /** Whether it has a capital inside a sentence though names of drugs in the passage have none, as brands have. */
  get isBrandLike(): boolean {
    if (!this.isProper) return false;
    const { dataset, passage } = this;
    const drugs = mentionsOf(dataset, passage).filter(
      ({ names }) => isDrug(dataset, names[0]!) && dataset.lexicon.type(names[0]!) === "inn",
    );
    const small = drugs.filter(({ start }) => /\p{Ll}/u.test(passage.text[start]!)).length;
    return small >= LEAST_SMALL && small > (drugs.length - small) * LEAST_SMALL;
  }

  /** Whether it stands in a list between what may be brands, which have capitals and are no INNs or ordinary words: "Ibrunat, Palbace, Verzenios". */
  get isAmongBrands(): boolean {
    if (!/^[A-Z][a-z]/.test(this.text)) return false;
    const { lexicon } = this.dataset;
    const others = [BRAND_BEFORE.exec(this.before)?.[1], BRAND_AFTER.exec(this.after)?.[1]];
    const mayBeBrand = (word: string) => !lexicon.isWord(word) && lexicon.lookUp(word).every((name) => lexicon.type(name) === "brand");
    return others.every((other) => other !== undefined && mayBeBrand(other));
  }

  /** Whether it stands in a list of which several other items are in no list of ours, either. */
  get isAmongUnknown(): boolean {
    return isAmongUnknown(this.dataset, this.passage.text, this.start, this.end);
  }

  /** Its ending that marks a drug's name, and what that means; nothing if it has none. */
  get stem(): Stem | undefined {
    if (this.heldStem === undefined) this.heldStem = stemOf(this.dataset, this.text) ?? null;
    return this.heldStem ?? undefined;
  }

  /** How far a drug is meant: by a dose, a treatment or a known drug beside it or in its sentence. */
  get drug(): Evidence {
    if (this.heldDrug === null) this.heldDrug = drugEvidence(this.dataset, this.passage, this.start, this.end);
    return this.heldDrug;
  }

  /** How far a gene or protein is meant. */
  get gene(): Evidence {
    if (this.heldGene === null) this.heldGene = geneEvidence(this.dataset, this.passage, this.start, this.end);
    return this.heldGene;
  }

  /** Whether the words beside it speak of a gene. */
  get isGeneBeside(): boolean {
    return this.gene === "beside" || this.gene === "named";
  }

  /** Whether {@link gene} is "named", known without the rest. */
  get isNamedGene(): boolean {
    return this.heldGene === null ? isNamedGene(this.dataset, this.passage, this.start, this.end) : this.heldGene === "named";
  }

  /** The name that a bracket sets beside it, as another for the same: what it stands for, and how it is written. */
  get otherName(): { readonly entity: number; readonly text: string } | undefined {
    const { dataset, passage } = this;
    const other = acrossBracket(dataset, passage, this.start, this.end);
    return other && { entity: dataset.lexicon.entity(other.names[0]!), text: passage.text.slice(other.start, other.end) };
  }

  /** The names in its sentence. */
  get company(): readonly Found[] {
    const { dataset, passage, start, end } = this;
    const [from, to] = sentenceAround(passage.text, start, end);
    return inside(mentionsOf(dataset, passage), from, to).filter((one) => one.end <= start || one.start >= end);
  }

  /** Whether the name of a protein ends right before it. */
  get isBehindProtein(): boolean {
    const { dataset, passage, start } = this;
    const at = passage.text[start - 1] === " " ? start - 1 : -1;
    return mentionsOf(dataset, passage).some(({ end, names }) => end === at && isProtein(dataset, names[0]!));
  }

  /** Whether it ends a known name that is broken before it: "beva cizumab", "pembro[lizumab]". */
  get endsName(): boolean {
    const beginning = WORD_BEFORE.exec(this.before.slice(-LONGEST_PIECE))?.[1];
    return beginning !== undefined && this.dataset.lexicon.isName(beginning + this.text);
  }

  /** Whether the passage holds no known name. */
  get isAlone(): boolean {
    return mentionsOf(this.dataset, this.passage).length === 0;
  }

  /** Whether the passage says what it is short for. */
  get isDefined(): boolean {
    const { dataset, passage, text, start, end } = this;
    return this.isSymbol && isDefined(this.near, text) && !isAbbreviated(dataset, passage, start, end);
  }

  /** Whether a glossary explains it, by words that `meant` is not short for. */
  isExplained(meant: string): boolean {
    return isExplained(this.passage, this.start, this.end, meant);
  }

  /** How often it stands {@link NEAR} this place in the passage: what is written again and again is meant so. */
  get count(): number {
    return this.parts.length - 1;
  }

  /** Whether it is called a cell line, an antibody or the like anywhere {@link NEAR} this place. */
  get isCalledOther(): boolean {
    return this.parts.some((part, i, parts) => i > 0 && isCalledOther(part) && !isAntigen(parts[i - 1]!, part));
  }

  /** What is between the places {@link NEAR} this one where it stands, with or without a hyphen before its number: GCTM2, GCTM-2. */
  private get parts(): readonly string[] {
    const hyphened = this.text.replace(/\D(?=\d+$)/, "$&-");
    return (hyphened === this.text ? this.near : this.near.replaceAll(hyphened, this.text)).split(this.text);
  }

  /** The part of the passage around it. */
  private get near(): string {
    return this.passage.text.slice(Math.max(0, this.start - NEAR), this.end + NEAR);
  }

  /** The text before it, at most {@link AROUND} units, for names of several words. */
  get before(): string {
    return this.passage.text.slice(Math.max(0, this.start - AROUND), this.start);
  }

  /** The text behind it, as much. */
  get after(): string {
    return this.passage.text.slice(this.end, this.end + AROUND);
  }
}

function stemOf(dataset: Dataset, word: string): Stem | undefined {
  if (word.length < SHORTEST_STEMMED || word.includes("-")) return undefined;
  const low = word.toLowerCase();
  return stemsEnding(dataset, low.slice(-2)).find(([ending]) => low.endsWith(ending));
}
const stemsEnding = held(({ stems }, letters: string) => stems.filter(([ending]) => ending.endsWith(letters)));
