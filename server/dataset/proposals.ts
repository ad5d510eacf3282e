/** Which names may be proposed for a misspelling, and how well known each is. */
import type { Context, NameType } from "./nameFlags";
import { bytes, numbersOf, type Sections, uint32 } from "./pack";
import { isConcept, isDrugKind, isProteinKind, type Kind } from "./records";

/** How well known something is, 0 to 15: the logarithm of how often it is spoken of. */
export const popularity = (count: number): number => Math.min(15, Math.floor(Math.log2(count + 1)));

const DRUG_TYPES = new Set<NameType>(["inn", "usan", "preferred", "former-name", "brand", "synonym"]);
const WORD_TYPES = new Set<NameType>(["prose", "preferred", "synonym"]);
const LONG = 7;
/** How much less well known than its first name a drug's further names are taken to be, in steps of popularity. */
const SYNONYM_LESS = 2;
/** How much less well known than the gene's symbol a name of each type is taken to be, in steps of popularity. */
const SYMBOL_TYPES: Readonly<Partial<Record<NameType, number>>> = {
  symbol: 0,
  preferred: 0,
  prose: 1,
  abbreviation: 1,
  synonym: 3,
  "previous-symbol": 4,
};

/** One word of letters, hyphens in it: `bevacizumab`, `E-cadherin`; not `VEGFA`. */
const WORD = /^(?=.*[a-z])[A-Za-z]+(?:-[A-Za-z]+){0,2}$/;
/** The same without what a symbol has: `perlecan`, not `ACC-beta`. */
const PLAIN = /^[A-Za-z][a-z]+$/;
/** Capitals and digits: `VEGFA`, `IL6`, `PD-L1`. */
const SYMBOL = /^[A-Z][A-Z0-9-]{2,11}$/;

/**
 * How well known a name is among those that may be proposed.
 * @param known how well known what it stands for is, 0 to 15
 * @returns 1 (hardly ever written) to 16; 0 for a name that is never proposed: codes, salts, names of several words, and those that are words too
 */
export function proposal(name: { text: string; type: NameType; context: Context }, kind: Kind, known: number): number {
  const { text, type, context } = name;
  if (WORD.test(text) && text.length >= 5) {
    // an English word that is a drug's name too asks for a drug's context: aspirin, but also many a short word; so do some proteins' for a gene's: perlecan
    const isInContext = context === "drug" || (context === "gene" && PLAIN.test(text));
    const isFree = context === "none" || (isInContext && type === "synonym" && text.length >= LONG);
    const isName = (isDrugKind(kind) && DRUG_TYPES.has(type)) || ((isProteinKind(kind) || isConcept(kind)) && WORD_TYPES.has(type));
    return isFree && isName ? Math.max(1, 1 + known - (type === "synonym" ? SYNONYM_LESS : 0)) : 0;
  }
  // a symbol that is a word, too, is proposed of genes with a record: ROS1
  const isAsked = context === "none" || type === "synonym" || type === "previous-symbol" || (type === "symbol" && kind === "target");
  if (!SYMBOL.test(text) || !isProteinKind(kind) || !isAsked) return 0;
  const less = SYMBOL_TYPES[type];
  return less === undefined ? 0 : Math.max(1, 1 + known - less);
}

/** Where a word stands in the text of its name, in 16 bits. */
export const partOf = (start: number, length: number): number => (start << 8) | length;

/** The names of several words whose words may be proposed; stored as the steps from one to the next. */
export const partNames = (sections: Sections): Uint32Array =>
  sections.has("spellNames") ? uint32(sections, "spellNames") : numbersOf(bytes(sections, "spellSteps"));

/** Whether the words of a name of several words may be proposed for a misspelt word. */
export const lendsWords = ({ text, context }: { text: string; context: Context }, kind: Kind): boolean =>
  text.includes(" ") &&
  context === "none" &&
  (isDrugKind(kind) || isProteinKind(kind) || isConcept(kind)) &&
  /^[A-Za-z][A-Za-z0-9 -]*$/.test(text);
