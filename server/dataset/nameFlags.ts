/** What is known of a name in 16 bits: its type, letter case and context, and how it stands to the name before it. */
import { PREFERRED } from "./entities";

/** Types of names, by number: the schema's, then `variant` (another spelling of a name) and `mouse-symbol`, made at build time. At most 16. */
const NAME_TYPES = [
  "inn",
  "usan",
  "preferred",
  "synonym",
  "abbreviation",
  "brand",
  "code",
  "salt",
  "former-name",
  "symbol",
  "previous-symbol",
  "prose",
  "seed-form",
  "misspelling",
  "variant",
  "mouse-symbol",
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** What letter case a name asks for, by number. */
const CASES = ["insensitive", "initial", "exact", "symbol"] as const;
/** What a sentence must speak of for a name to count, by number. */
const CONTEXTS = ["none", "gene", "drug", "tumour", "spread", "never", "beside", "rearranged", "own"] as const;
export type Context = (typeof CONTEXTS)[number];

/** On what condition a spelling counts as a name. */
export interface Policy {
  readonly letterCase: (typeof CASES)[number];
  readonly context: Context;
}

/** What the search for names must know of a name. */
export interface Flagged extends Policy {
  readonly type: NameType;
  /** Whether its record lists words beside it that rule it out. */
  readonly vetoed?: boolean;
  /** Whether it only points to its entity, so that names inside it count as well. */
  readonly pointer?: boolean | undefined;
}

/** Packs it into 16 bits. */
export function nameFlags(
  { type, letterCase, context, vetoed, pointer }: Flagged,
  /** Whether the name before it has the same key. */
  sameKey: boolean,
  /** Whether an entity without a record is shown by it. */
  isPreferred: boolean,
): number {
  const condition = CONTEXTS.indexOf(context);
  const policy = NAME_TYPES.indexOf(type) | (CASES.indexOf(letterCase) << 4) | ((condition & 7) << 6) | ((condition & 8) << 10);
  return policy | (sameKey ? SAME_KEY : 0) | (vetoed ? VETOED : 0) | (pointer ? POINTER : 0) | (isPreferred ? PREFERRED : 0);
}
/** The type of a name with these flags. */
export const typeOf = (flags: number): NameType => NAME_TYPES[flags & 15]!;
/** What must stand in the sentence of a name with these flags. */
export const contextOf = (flags: number): Context => CONTEXTS[((flags >> 6) & 7) | ((flags >> 10) & 8)]!;
/** What letter case a name with these flags asks for. */
export const letterCaseOf = (flags: number): Policy["letterCase"] => CASES[(flags >> 4) & 3]!;
/** Flag: the name before it has the same key. */
export const SAME_KEY = 1 << 9;
/** Flag: words beside the name may rule it out. */
export const VETOED = 1 << 10;
/** Flag: the name only points to its entity. */
export const POINTER = 1 << 11;
