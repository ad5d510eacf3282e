/** How a note spells its names: new ones are offered in the same way. */
import type { Dataset } from "../dataset/dataset";
import { LETTER, SMALL } from "../note/letters";
import type { Mentioned } from "./likely";

/** A word and a number, as proteins are named. */
const WORD_AND_NUMBER = new RegExp(String.raw`^([${LETTER}][${SMALL}]{3,})[- ](\d+[A-Z]?)$`);

/** How a note writes symbols of letters and a number. */
interface Style {
  /** For the letters of each symbol that was met, such as MMP of "MMP-9", whether a hyphen follows. */
  readonly hyphens: ReadonlyMap<string, boolean>;
  /**
   * Whether a hyphen follows in all other symbols, if the note has departed from the usual way ("FGFR-4", "IL6"), always to the
   * same side.
   */
  readonly habit: boolean | undefined;
}

export class Spelled {
  /** The last name that the note has for each entity. */
  readonly names: ReadonlyMap<number, string>;
  private style: Style | undefined;
  private isSpaced: boolean | undefined;
  private greek: ReadonlySet<boolean> | undefined;
  private readonly abbreviated: Mentioned | undefined;

  /** @param abbreviated what has its abbreviation behind it at the place, if one is being typed */
  constructor(names: ReadonlyMap<number, string>, abbreviated?: Mentioned) {
    this.names = names;
    this.abbreviated = abbreviated;
  }

  /** Whether the note has just called an entity by another name, and this one goes into the brackets behind it. */
  isInBrackets(entity: number): boolean {
    return entity === this.abbreviated?.entity;
  }

  /** A symbol for those brackets, with its hyphen where the name before them has one there: "heme oxygenase-1 (HO-1)". */
  inBrackets(name: string): string {
    const [, stem, number] = NUMBERED.exec(name) ?? [];
    return stem !== undefined && this.abbreviated?.text.endsWith(`-${number}`) ? `${stem}-${number}` : name;
  }

  /** Whether the note spells Greek letters out, "TNF-alpha"; nothing if it has none in names, or has them both ways. */
  get spellsGreek(): boolean | undefined {
    this.greek ??= new Set(
      [...this.names.values()].flatMap((text) => [...(GREEK_LETTER.test(text) ? [false] : []), ...(GREEK_WORD.test(text) ? [true] : [])]),
    );
    return this.greek.size === 1 ? this.greek.has(true) : undefined;
  }

  /** A protein's name of a word and a number, with a space between them where the note has one in such names, else with a hyphen. */
  numbered(name: string): string {
    const [, word, number] = WORD_AND_NUMBER.exec(name) ?? [];
    if (word === undefined) return name;
    this.isSpaced ??= [...this.names.values()].some((text) => text.includes(" ") && WORD_AND_NUMBER.test(text));
    return this.isSpaced ? `${word} ${number}` : `${word}-${number}`;
  }

  /** A symbol with or without its hyphen where the note has a relative's: "TSP-2" after "TSP-1"; else as it is. */
  asRelatives(dataset: Dataset, name: string): string {
    const stem = NUMBERED.exec(name)?.[1];
    this.style ??= styleOf(dataset, this.names);
    return stem !== undefined && this.style.hyphens.has(stem) ? this.inStyle(dataset, name) : name;
  }

  /** A symbol with or without its hyphen, as the note has those of its relatives, else as the records do. */
  inStyle(dataset: Dataset, name: string): string {
    const [, stem, number] = NUMBERED.exec(name) ?? [];
    if (stem === undefined) return name;
    this.style ??= styleOf(dataset, this.names);
    const hasHyphen = this.style.hyphens.get(stem) ?? this.style.habit ?? houseHyphen(dataset, stem, name);
    return hasHyphen ? `${stem}-${number}` : `${stem}${number}`;
  }
}

const GREEK_LETTER = /[α-ω]/;
/** A letter spelled out at the end of a name or before its last part, or before a name: "IL-1beta", "NF-kappaB", "growth factor-beta", "alpha-SMA". */
const GREEK_WORD = /(?:^|[A-Z\d]-?|[a-z][ -])(?:alpha|beta|gamma|delta|epsilon|kappa)(?![a-z])/;

/** Letters and number, as the symbols of relatives are made. */
const NUMBERED = /^([A-Z]{2,})-?(\d+[A-Z]?)$/;

function styleOf(dataset: Dataset, names: ReadonlyMap<number, string>): Style {
  const hyphens = new Map<string, boolean>();
  const habits = new Set<boolean>();
  for (const [entity, text] of names) {
    const stem = NUMBERED.exec(text)?.[1];
    if (stem === undefined) continue;
    const hasHyphen = text.includes("-");
    hyphens.set(stem, hasHyphen);
    const house = dataset.preferredName(entity);
    // an alias has a way of its own: "TSP-1" of THBS1 says nothing of CD9
    if (house.replace("-", "") === text.replace("-", "") && hasHyphen !== houseHyphen(dataset, stem, house)) habits.add(hasHyphen);
  }
  return { hyphens, habit: habits.size === 1 ? habits.has(true) : undefined };
}

const houseHyphen = ({ hyphenated }: Dataset, stem: string, name: string): boolean =>
  hyphenated.has(stem) || (NUMBERED.test(name) && name.includes("-"));
