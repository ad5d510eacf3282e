/** How likely it is that a name is the one being typed, before anything is known of the place: the order among completions. */
import type { NameType } from "./nameFlags";
import type { Kind } from "./records";

/** What a name's rank depends on besides the name itself. */
export interface Standing {
  readonly kind: Kind;
  /** How often papers (genes), cancer and other trials (drugs) or papers on its members (families) speak of it; 0 where nothing is known. */
  readonly count: number;
  /** How far a drug has come. */
  readonly stage?: "approved" | "trials" | undefined;
  /** In how many of the tables a drug stands; nothing where that is not known. */
  readonly tables?: number | undefined;
  /** Which dictionaries of English have the text, as they have names that people speak of; nothing where none has it. */
  readonly inDictionary?: (text: string) => Dictionary | undefined;
}

/** Dictionaries of English: large ones have aspirin and insulin, only the largest have isoproterenol and cytochalasin. */
type Dictionary = "large" | "largest";

/** Rank of a name that is never offered. */
export const NEVER = 255;

// The numbers are log-odds (a step of 0.1 is a rank), estimated from abstracts in which drugs and genes were marked by hand:
// which of all names with the same first three and four letters was meant there. What is curated was raised by hand, for the
// abstracts are on all of medicine.
/** Down to this rank every tenth of the log-odds counts; worse ranks are coarser, and coarser still below the other. */
const FINE = 60;
const FAR = 95;
/** The middle of the scale. */
const MIDDLE = 12;

/** For each kind the log-odds it starts from, and what one step of the natural logarithm of its count adds. */
const KINDS: Readonly<Record<Kind, readonly [start: number, count: number]>> = {
  drug: [2.6, 0.4],
  target: [0, 0.9],
  family: [2.5, 0.45],
  complex: [2.5, 0.45],
  pathway: [3.5, 0],
  process: [5.5, 0],
  strategy: [3.5, 0],
  nanoplatform: [3, 0],
  cancer: [4.5, 0],
  challenge: [3.5, 0],
  regimen: [3, 0],
  "known-drug": [1.5, 0.4],
  "known-gene": [-0.5, 0.9],
  "known-family": [1, 0.45],
  "known-class": [0, 0],
  "known-abbreviation": [0, 0],
};

const STAGES = { approved: 1.5, trials: 1 } as const;

// old drugs and those of no company have few trials; how well known these are, the number of tables that have them says
/** What one step of the natural logarithm of a drug's tables adds; {@link USUAL_TABLES}, as approved drugs have, add nothing. */
const TABLES = 0.8;
const USUAL_TABLES = 4;

const DRUG_TYPES: Readonly<Partial<Record<NameType, number>>> = {
  brand: -2.3,
  synonym: -1,
  "former-name": -0.8,
  code: -0.5,
  abbreviation: -0.8,
  variant: -1.5,
};
const OTHER_TYPES: Readonly<Partial<Record<NameType, number>>> = {
  symbol: 1,
  preferred: -0.4,
  prose: -0.4,
  synonym: -1.8,
  abbreviation: -0.5,
  "previous-symbol": -1,
  variant: -1.6,
};

/** What a name gains that dictionaries of English have; a drug's further name gains more, since nobody writes most of those. */
const IN_DICTIONARY: Readonly<Record<Dictionary, readonly [name: number, further: number]>> = { large: [1, 3], largest: [1, 2.5] };

/** What thesauri and vendors say a drug is, before its code or a number of their own; nobody writes it, and it begins as a target does. */
const DESCRIBES =
  /(?:[ -](?:inhibitor|antagonist|agonist|modulator|degrader|antibody|prodrug|conjugate|fusion protein)s?[ -].{0,40}\d|-targeting |(?:bispecific|monoclonal) antibody$)/i;

function spacesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) count++;
  return count;
}

/**
 * Rank of a name among completions.
 * @param isPreferred whether it is what its entity is called
 * @param gain see {@link VocabularyName.gain}
 * @returns 0 (first) to 254, or {@link NEVER}
 */
export function rankOf(text: string, type: NameType, isPreferred: boolean, standing: Standing, gain = 0): number {
  const { kind, count, stage, tables } = standing;
  const [start, step] = KINDS[kind];
  const isDrug = kind === "drug" || kind === "known-drug";
  if (isDrug && !isPreferred && DESCRIBES.test(text)) return NEVER;
  const types = isDrug ? DRUG_TYPES : OTHER_TYPES;
  const dictionary = type !== "brand" && (isDrug || kind.startsWith("known-")) ? standing.inDictionary?.(text) : undefined;
  const odds =
    start +
    (dictionary ? IN_DICTIONARY[dictionary][isDrug && !isPreferred ? 1 : 0] : 0) +
    step * Math.log(1 + count) +
    (stage ? STAGES[stage] : 0) +
    (tables ? TABLES * Math.log((1 + tables) / (1 + USUAL_TABLES)) : 0) +
    gain +
    (isPreferred ? Math.max(0.8, types[type] ?? 0) : (types[type] ?? 0)) -
    0.65 * spacesIn(text) -
    0.2 * Math.log(text.length) -
    (/[(,]/.test(text) ? 1.1 : 0);
  const rank = Math.max(0, Math.min(NEVER - 1, Math.round((MIDDLE - odds) * 10)));
  // further down the order is coarser, which makes the file smaller
  return rank <= FINE ? rank : rank <= FAR ? rank & ~3 : (rank & ~15) + 8;
}
