/** How a name is written when it is chosen, and shown before: the note's own way, the house's, or as it was begun. */
import type { Dataset } from "../dataset/dataset";
import { ALPHA, GREEK } from "../dataset/fold";
import { kindNamed } from "../dataset/nameKinds";
import { isProteinKind } from "../dataset/records";
import { CAPITAL, LETTER, SMALL } from "../note/letters";
import type { Settings } from "../settings";
import { GROUPS, type Group } from "./likely";
import type { Spelled } from "./noteSpelling";

/** Whether what stands at an offset of a text begins a sentence. */
export const beginsSentence = (text: string, start: number): boolean => /(?:^|[.!?:]\s+)$/.test(text.slice(0, start));

/** What an item of a list shows and writes. */
interface Written {
  readonly label: string;
  /** What is written, but for a capital; see {@link withCase}. */
  readonly chosen: string;
}

/**
 * What is shown and written for a name.
 * @param name of the lexicon, which begins as typed
 * @param typed the piece of what was typed that the name begins with
 * @param spelled how the note writes its names
 */
export function writtenFor(dataset: Dataset, name: number, typed: string, spelled: Spelled, settings: Settings): Written {
  const { label, chosen } = writtenUsually(dataset, name, typed, spelled, settings);
  const isLoose = GROUPS[kindNamed(dataset, name)] === "drug" && CODE_WITHOUT_HYPHEN.test(typed);
  const asNote = (text: string) => {
    const inGreek = spelled.spellsGreek === true ? withGreekSpelled(text) : text;
    return isLoose ? withoutHyphen(inGreek, typed) : withHyphen(joined(inGreek, typed), typed);
  };
  return { label: asNote(label), chosen: asNote(chosen) };
}

/** The same, but for the hyphen that was typed. */
function writtenUsually(dataset: Dataset, name: number, typed: string, spelled: Spelled, settings: Settings): Written {
  const { lexicon } = dataset;
  const own = lexicon.name(name);
  const { prefer } = settings.completion;
  if (prefer === "asTyped") return { label: withGreek(own, typed), chosen: own };
  const entity = lexicon.entity(name);
  const kind = dataset.kind(entity);
  const isProtein = isProteinKind(kind);
  const usual = lexicon.preferred(entity);
  const heading = usual === name ? own : lexicon.name(usual);
  // a heading such as "STK11 (LKB1)" is two names, of which one was begun; what stands behind a drug says which it is
  const pair = PAIR.exec(heading);
  const preferred = pair && isProtein && isNameOf(dataset, entity, pair[1]!) ? pair[1]! : heading;
  // the tables' name may say more than anybody does: lithium is their "lithium cation"
  if (!isProtein && preferred.startsWith(`${own} `) && lexicon.rank(name) < lexicon.rank(usual)) return same(own);
  const said = labelOf(own, preferred, typed, !isProtein);
  const shown = isProtein ? asInProse(dataset, entity, said, typed, spelled) : said;
  const styled = isProtein ? spelled.asRelatives(dataset, shown) : shown;
  const label = withGreek(styled !== shown && begins(styled, typed) ? styled : shown, typed);
  // its other name stands right before the brackets
  if (spelled.isInBrackets(entity)) return same(spelled.inBrackets(label));
  if (prefer === "symbol" && kind === "target") return { label, chosen: dataset.record(entity)?.id ?? preferred };
  const noted = isProtein ? spelled.names.get(entity) : undefined;
  // a capital that began a sentence is no part of a name in words
  if (noted !== undefined && begins(noted, typed))
    return same(isFullName(noted) && BEGINS_SMALL.test(own) ? firstLetterAs(typed, noted) : noted);
  const letter = isProtein && prefer !== "symbol" ? withGreekForLatin(dataset, entity, own, preferred) : undefined;
  if (letter !== undefined) return same(letter);
  if (isProtein && (shown !== preferred || kind === "known-family") && isFullName(label) && prefer !== "symbol")
    return same(firstLetterAs(typed, label));
  // what lists call a family, nobody writes: HERC is no "HECT and RLD domain containing E3 ubiquitin protein ligases"
  if (kind === "known-family") return same(label);
  // a phrase says what it says: for "KRAS inhibition" nobody wants "RAS inhibition"
  if (SAID.has(GROUPS[kind]) && lexicon.type(name) !== "abbreviation") return same(label);
  if (pair) return same(label);
  const greek = kind === "known-gene" && prefer !== "symbol" ? inGreek(dataset, label, spelled) : undefined;
  if (greek !== undefined) return same(greek);
  const chosen = kind === "target" || (kind === "known-gene" && prefer !== "symbol") ? spelled.inStyle(dataset, preferred) : preferred;
  return { label, chosen };
}

/**
 * A protein's name as sentences have it. Families are named in the singular, to which a plural's *s* is one key; and where
 * HGNC has a space before the number, "caspase 3", three in four texts have a hyphen.
 */
function asInProse(dataset: Dataset, entity: number, name: string, typed: string, spelled: Spelled): string {
  if (!isFullName(name)) return name;
  const kind = dataset.kind(entity);
  const isFamily = kind === "family" || kind === "known-family";
  const said = isFamily ? name.replace(/s$/, "") : spelled.numbered(name);
  return said !== name && begins(said, typed) && isNameOf(dataset, entity, said) ? said : name;
}

const isNameOf = ({ lexicon }: Dataset, entity: number, text: string): boolean =>
  lexicon.lookUp(text).some((name) => lexicon.entity(name) === entity);

const PAIR = /^(.+?) \([^()]+\)$/;

const SAID: ReadonlySet<Group> = new Set(["strategy", "concept"]);

const same = (text: string): Written => ({ label: text, chosen: text });
const begins = (text: string, beginning: string): boolean => text.toLowerCase().startsWith(beginning.toLowerCase());

/** Whether a name is one in words, which whoever has begun it means to write: "tumor necrosis factor", "prothrombin"; no "TNF". */
const isFullName = (text: string): boolean => FULL_NAME.test(text);
const FULL_NAME = new RegExp(`^[${LETTER}][${SMALL}]{3,}(?=$|[ -])`);
const BEGINS_SMALL = new RegExp(`^[${SMALL}]`);
const BEGINS_CAPITAL = new RegExp(`^[${CAPITAL}]`);
const ENDS_SMALL = new RegExp(`[${SMALL}]$`);
const BEGINS_NO_WORD = new RegExp(`^[^${LETTER}]`);

/** A name in words, its first letter small or a capital as that of what was typed. */
const firstLetterAs = (typed: string, name: string): string =>
  (BEGINS_CAPITAL.test(typed) ? name[0]!.toUpperCase() : name[0]!.toLowerCase()) + name.slice(1);

/**
 * The label of a name: the preferred one where one is the beginning of the other ("fibronectin" and "fibronectin 1"), since who types
 * on comes to both; else the name itself, which may be what is being typed (MMP9 for MMP-9, insulin for INS).
 */
function labelOf(name: string, preferred: string, typed: string, isDrug: boolean): string {
  if (!begins(preferred, typed)) return name;
  if (name.toLowerCase() === preferred.toLowerCase()) return preferred;
  const goesOn = (long: string, short: string) =>
    begins(long, short) && (isDrug || ENDS_SMALL.test(short) || BEGINS_NO_WORD.test(long.slice(short.length)));
  return goesOn(name, preferred) || goesOn(preferred, name) ? preferred : name;
}

/** A name whose Greek first letter is spelled out where that is what was typed: beta-catenin for `bet`. */
function withGreek(name: string, typed: string): string {
  const letter = name.charCodeAt(0) - ALPHA;
  const spelled = letter >= 0 ? GREEK[letter] : undefined;
  return spelled !== undefined && (begins(spelled, typed) || begins(typed, spelled)) ? spelled + name.slice(1) : name;
}

/** A small letter at the end of a symbol, where a Greek one may be meant: TGFb. */
export const LATIN_END = /[A-Z\d][abgd]$/;

/** A name with its Greek letters spelled out: TGF-beta1 for TGF-β1. */
export const withGreekSpelled = (name: string): string => name.replace(/[α-ω]/g, (letter) => GREEK[letter.charCodeAt(0) - ALPHA]!);

/** A symbol whose Greek letter is spelled out at its end. */
const ENDS_GREEK = /^([A-Z][A-Z\d/-]*?)-?([Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta|[Ee]psilon|ALPHA|BETA|GAMMA|DELTA|EPSILON)$/;

/** The same as registers have it, IL1B for IL-1beta; nothing for any other name. */
export function inLatin(name: string): string | undefined {
  const [, symbol, letter] = ENDS_GREEK.exec(withGreekSpelled(name)) ?? [];
  return symbol === undefined ? undefined : symbol.replaceAll("-", "") + letter![0]!.toUpperCase();
}

/** A name whose small letter at the end stands for a Greek one, where that is on record as well: TGF-β for TGFb, PKCα for PKCa; else nothing: CD11d. */
function withGreekForLatin(dataset: Dataset, entity: number, name: string, preferred: string): string | undefined {
  const [, symbol, letter] = ENDS_SMALL_LATIN.exec(name) ?? [];
  if (symbol === undefined) return undefined;
  if (inLatin(preferred) === name.toUpperCase()) return preferred;
  const greek = symbol + String.fromCharCode(ALPHA + GREEK.findIndex((spelled) => spelled[0] === letter));
  return isNameOf(dataset, entity, greek) ? greek : undefined;
}
const ENDS_SMALL_LATIN = /^([A-Z]{2,}\d*)([abgd])$/;

/** A symbol with its Greek letter as sentences have it, IL-1β for IL-1beta or IL1-BETA; nothing for any other name. */
function inGreek(dataset: Dataset, label: string, spelled: Spelled): string | undefined {
  const [, symbol, letter] = ENDS_GREEK.exec(label) ?? [];
  if (symbol === undefined) return undefined;
  const greek = String.fromCharCode(ALPHA + GREEK.indexOf(letter!.toLowerCase()));
  return spelled.inStyle(dataset, symbol) + (/\d$/.test(symbol) ? "" : "-") + greek;
}

/** A name with the hyphens that were typed for its spaces: platelet-derived growth factor for `platelet-der`. */
function joined(name: string, typed: string): string {
  const words = typed.replace(/-/g, " ").toLowerCase();
  if (words === typed || begins(name, typed) || !begins(name, words)) return name;
  return typed.replace(/[^-]/g, (_, i: number) => name[i]!) + name.slice(typed.length);
}

/** A symbol with the hyphen before its number that was typed: BMP-2 for `BMP-`. */
function withHyphen(name: string, typed: string): string {
  const hyphen = typed.indexOf("-");
  if (hyphen < 2 || begins(name, typed) || !begins(name, typed.slice(0, hyphen)) || !BEGINS_NUMBER.test(name.slice(hyphen))) return name;
  const hyphenated = `${name.slice(0, hyphen)}-${name.slice(hyphen)}`;
  return begins(hyphenated, typed) ? hyphenated : name;
}
const BEGINS_NUMBER = /^\d/;

/** A drug's code without the hyphen that was not typed: PD173074 for `PD17`. One that is yet to come stays: HER3-DXd for `HER3`. */
function withoutHyphen(name: string, typed: string): string {
  const joined = name.replace("-", "");
  return !begins(name, typed) && begins(joined, typed) ? joined : name;
}
const CODE_WITHOUT_HYPHEN = /^[a-z]{2,}\d/i;

/** A name that is written small takes the capital that was typed. */
export function withCase(name: string, typed: string, label = name): string {
  if (typed === typed.toLowerCase()) return name;
  const first = typed[0]!;
  const isCapital = first !== first.toLowerCase();
  const isShouted = /^[^-]{4,}$/.test(typed) && typed === typed.toUpperCase() && /^[a-z -]+$/.test(name) && /^[a-z -]+$/.test(label);
  if (isShouted) return name.toUpperCase();
  return isCapital ? capitalized(name) : name;
}

/** A name with a capital where it is a word in small letters: "mTOR" stays. */
export const capitalized = (name: string): string => (/^[a-z]{3}/.test(name) ? name[0]!.toUpperCase() + name.slice(1) : name);
