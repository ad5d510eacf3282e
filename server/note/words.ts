/** The words of a passage that are in no list, each with the signs that a drug or a gene is meant. */
import type { Dataset, Stem } from "../dataset/dataset";
import { INVISIBLE } from "../dataset/fold";
import { held } from "../dataset/held";
import { isDrug } from "../dataset/nameKinds";
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
import type { Mention } from "./mentions";
import { brokenBefore, isScanned, mayBeSwapped, misprinted, misread, swappedAmong, swappedIn } from "./misread";
import { isAmongUnknown } from "./neighbours";
import { type Passage, sourceRange } from "./passage";
import { isSurname } from "./persons";
import { mentionsOf, reading } from "./reading";
import { lastUpTo } from "./search";
import { sentenceAround } from "./sentence";
import { isInWord } from "./wordsIn";

/** Least length of a word with a stem. */
const SHORTEST_STEMMED = 7;
/** How much of the text on each side of a word is given. */
const AROUND = 60;
/** Length of the beginning of a broken name, with what stands on both sides of it. */
const LONGEST_PIECE = 26;
/** How far on each side the definition of a word, and the word itself, is looked for: most passages are shorter. */
const NEAR = 4000;
const WORD = /^(?:[A-Za-z]+-)?[A-Za-z]{5,}$/;
const SYMBOL = /^[A-Z][A-Z0-9]{3,11}$/;
/** A word, joined to a name by a hyphen, that is long enough to be judged. */
const JOINED = /^[a-z]{7,}$/;
/** Other signs than a hyphen that join two names. */
const DASH = /[\u2010-\u2014\u2212]/;
/** What parts two words, whatever they are: an em dash sets off a parenthesis. */
const EM_DASH = "\u2014";
/** What joins two: argatroban-to-warfarin. */
const JOINING = /^(?:to|and|plus|or|versus|vs)$/;
/** What the clinic puts before a drug, or the laboratory before a protein: pre-nivolumab, p-STAT3. */
const PREFIX = /^(?:non|pre|post|peri|anti|co|off|on|p|phospho)$/i;
/** A residue of a protein and what it was changed to: `G12D`. */
export const VARIANT = /^[ACDEFGHIKLMNPQRSTVWY]\d{1,4}[ACDEFGHIKLMNPQRSTVWYX]$/;

/** What stands in a list before and behind a brand. */
const BRAND_BEFORE = /(?<![\w-])([A-Z][a-z][\w-]{1,24})(?: [A-Z\d]{1,3})?, $/;
const BRAND_AFTER = /^(?:[ -][A-Z\d]{1,3})?, ([A-Z][a-z][\w-]{1,24})/;
/** How many names of drugs with small letters say that others would have them. */
const LEAST_SMALL = 2;

/** A unit whose prefix is spelled out, since texts without Greek letters have no µ, "microg"; and the dose or concentration of half an effect, IC50. */
const UNIT = /^(?:(?:milli|micro|nano|pico|femto)(?:[glM]|mol|molar|moles?|grams?|lit(?:er|re)s?)|(?:[ACDEIL]C|GI|[EL]D)[59]0)$/i;

/** Before the last part of a chemical's systematic name, which is made up as it is needed: bis(benzylidene)-4-piperidone, 1-methyl-4-piperidone. */
const HEAD_OF_SYSTEMATIC = /(?:[)\]]|yl|oxy|oro|omo|odo|tro|ino)-\d[\d,]*-$/;

/** The unknown words of a passage, in order; found once for each dataset. Empty if there are none. */
export function unknownWords(dataset: Dataset, passage: Passage): readonly UnknownWord[] {
  const { unknown, misspelt } = reading(dataset, passage);
  passage.words ??= unknown.length + misspelt.length > 0 || mayBeSwapped(passage.text) ? describe(dataset, passage) : NONE;
  return passage.words;
}

const NONE: readonly UnknownWord[] = [];

function describe(dataset: Dataset, passage: Passage): UnknownWord[] {
  const { unknown, misspelt } = reading(dataset, passage);
  const words: UnknownWord[] = [];
  const add = (start: number, end: number, entity: number | undefined) => {
    let text = passage.text.slice(start, end);
    const hyphen = Math.max(text.lastIndexOf("-"), text.search(DASH));
    // a symbol or a word joined to a known name: BCR-JAKK2, metoprolol-tervinafine, argatroban-to-warfarinn
    const [front, back] = [text.slice(0, hyphen), text.slice(hyphen + 1)];
    const isJoined = hyphen > 0 && (SYMBOL.test(back) || JOINED.test(back));
    if (
      (hyphen > 0 && text[hyphen] === EM_DASH) ||
      (isJoined &&
        (dataset.lexicon.lookUp(front).length > 0 || PREFIX.test(front) || (JOINING.test(front) && passage.text[start - 1] === "-")))
    ) {
      text = back;
      start += hyphen + 1;
    }
    text = text.replace(INVISIBLE, "");
    const broken = entity === undefined ? brokenBefore(dataset, passage.text, start, text) : undefined;
    if (broken) return addRead(broken.start, end, broken.readAs, false);
    const isSymbol = SYMBOL.test(text) && !VARIANT.test(text);
    const isKnown = dataset.lexicon.lookUp(text).length > 0;
    const isMisread = !isKnown && isScanned(text);
    const readAs = isKnown ? undefined : isMisread ? misread(dataset, text) : misprinted(dataset, text);
    if (isMisread ? !readAs : entity === undefined && ((!isSymbol && !WORD.test(text)) || UNIT.test(text) || isKnown)) return;
    // an ending that is spoken of: -rafenib
    if (/[-\u2010\u2011]/.test(passage.text[start - 1] ?? "") && !isInWord(passage.text, start - 2)) return;
    if (isSurname(passage.text, start, end) || HEAD_OF_SYSTEMATIC.test(passage.text.slice(Math.max(0, start - AROUND), start))) return;
    const { from, to } = sourceRange(passage, start, end);
    // a code goes on: UBEI-41
    if (isSymbol && /^-\d/.test(passage.text.slice(end, end + 2))) return;
    // a star or dash inside a symbol is an allele's (CYP2C9*2), though Markdown may read emphasis
    if (isSymbol && to - from !== end - start) return;
    const written = { text, from, to, isSymbol, misspelt: entity, readAs, mayBePart: true, mayBeMeant: false };
    words.push(new UnknownWord(dataset, passage, start, end, written));
  };
  const addRead = (start: number, end: number, readAs: string, mayBeMeant: boolean) => {
    const text = passage.text.slice(start, end);
    const isSymbol = /[A-Z]{2}/.test(readAs);
    // a part of it may be a name as well: TFG
    const written = { text, ...sourceRange(passage, start, end), isSymbol, misspelt: undefined, readAs, mayBePart: false, mayBeMeant };
    words.push(new UnknownWord(dataset, passage, start, end, written));
  };
  for (let i = 0; i < unknown.length; i += 2) add(unknown[i]!, unknown[i + 1]!, undefined);
  for (const match of misspelt) add(match.start, match.end, dataset.lexicon.entity(match.names[0]!));
  for (const { start, end, readAs } of swappedIn(dataset, passage.text)) addRead(start, end, readAs, false);
  for (const { start, end, readAs } of swappedAmong(dataset, passage.text)) addRead(start, end, readAs, true);
  return words.sort((a, b) => a.from - b.from);
}

/** Whether a name holds [start, end), or one of a record begins it, before a splice form: VEGF145; phrases that point may overlap others, names do not. */
function isInName(dataset: Dataset, mentions: readonly Mention[], start: number, end: number): boolean {
  let at = lastUpTo(mentions.length, (i) => mentions[i]!.start, start);
  while (at >= 0 && mentions[at]!.pointer) at--;
  if (at < 0) return false;
  const { start: from, end: to, names } = mentions[at]!;
  return end <= to || (start === from && dataset.hasRecord(dataset.lexicon.entity(names[0]!)));
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

  /** Whether it ends a known name that is broken before it: "beva cizumab", "pembro[lizumab]". */
  get endsName(): boolean {
    const beginning = /$(?<=(?<!\p{L})(\p{L}{1,24})[^\p{L}\p{N}])/u.exec(this.before.slice(-LONGEST_PIECE))?.[1];
    return beginning !== undefined && this.dataset.lexicon.lookUp(beginning + this.text).length > 0;
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
