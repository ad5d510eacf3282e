/** What was typed before a place, and the names that begin so, the likeliest first. */
import type { Dataset } from "../dataset/dataset";
import { kindNamed, preferredFor } from "../dataset/nameKinds";
import { CAPITAL, FIGURE, LETTER } from "../note/letters";
import { GAP } from "../note/mask";
import type { Note } from "../note/note";
import { newPassage, type Passage, textOffset } from "../note/passage";
import { DECLARED } from "../note/reading";
import { tableAt } from "../note/table";
import { type Role, roleOf } from "./columns";
import { slotAt } from "./keyCompletion";
import { GROUPS, type Mentioned, namedNear, placeOf } from "./likely";
import { Spelled } from "./noteSpelling";
import { byRank, type Candidate, ranked } from "./ranking";

interface Candidates {
  /** The likeliest first. */
  readonly order: readonly Candidate[];
  readonly spelled: Spelled;
  /** What the column of a table, or the key of the front matter, is there for. */
  readonly role: Role | undefined;
}

const NONE: Candidates = { order: [], spelled: new Spelled(new Map()), role: undefined };

/** How many names are looked at for each piece that was typed. */
export const POOL = 120;
/** What a name gains by each further word that it shares with what was typed, as in ranking.ts. */
const FURTHER_WORD = 50;
/** What it gains besides if it begins with "anti-": what is against VEGF is called anti-VEGF, whatever else begins with VEG. */
const AGAINST = 25;
const ANTI = /^anti-/i;
/** From how many letters on the last word is also completed by itself, where words before it begin a name with it. */
const LEAST = 3;
/** And behind a slash, where symbols stand: PD-1/PD may be that of PD-L1, or PD-1/PD-L1 blockade. */
const LEAST_OF_PAIR = 2;
/** How many words back a name may have begun. */
const WORDS_BACK = 6;
/** How far back names are looked for, in UTF-16 units, and how far the beginning of what is no prose. */
const REACH = 80;
const LONGEST_OPEN = 200;

/** The last answer for a note as it stands: our client asks whether a name is likely, and then for the list. */
const lastOf = new WeakMap<Note, { readonly dataset: Dataset; readonly offset: number; readonly found: Candidates }>();

/** The names that begin with what was typed. @returns none outside prose, and where no name begins so */
export function candidates(dataset: Dataset, note: Note, offset: number): Candidates {
  const last = lastOf.get(note);
  if (last?.dataset === dataset && last.offset === offset) return last.found;
  const found = candidatesAt(dataset, note, offset);
  lastOf.set(note, { dataset, offset, found });
  return found;
}

function candidatesAt(dataset: Dataset, note: Note, offset: number): Candidates {
  const slot = slotAt(note, offset);
  const typed = slot ? inSlot(slot.typed) : typedAt(note, offset);
  const pieces = typed ? beginnings(typed.text).filter((piece) => !isWithinName(dataset, typed.text, piece)) : [];
  if (!typed || pieces.length === 0) return NONE;
  const isMarked = pieces.length > 1 && isPhosphorylated(typed.text, pieces.at(-1)!);
  const near = namedNear(dataset, note, typed.passage, typed.at, offset);
  const table = tableAt(note, offset);
  const declared = slot?.role ?? typed.passage.slot;
  const role = declared ?? (table && roleOf(table.header[table.column]?.text ?? ""));
  // what is of another kind would be reported once it is chosen
  const mayStand = (name: number) => !declared || DECLARED[declared].has(kindNamed(dataset, name));
  let order: readonly Candidate[] = [];
  let abbreviated: Mentioned | undefined;
  for (const [i, piece] of pieces.entries()) {
    // a letter or two alone begin too much where a longer piece begins something
    if (order.length > 0 && piece.length < leastOf(typed.text, piece) && !isMarked) continue;
    const spellings = new Set([piece, piece.replace(JOINED, " "), piece.replace(LATIN, greekFor)]);
    // avb3 is on record as keyboards have it
    if (INTEGRIN.test(piece) && dataset.lexicon.complete(piece, 1).length === 0) spellings.add(piece.replace(INTEGRIN, "α$1β"));
    for (const spelled of spellings) {
      const names = dataset.lexicon.complete(spelled, POOL, near.names).filter(mayStand);
      if (names.length === 0) continue;
      const place = placeOf(dataset, typed.passage, typed.at - piece.length, near.gains, order.length === 0, role);
      abbreviated = place.abbreviated;
      const further = Math.max(0, pieces.length - (isMarked ? 2 : 1) - i);
      const ranks = ranked(dataset, names, spelled, place, FURTHER_WORD * further + (ANTI.test(piece) ? AGAINST : 0));
      const behind = (name: number) => (isMarked && i === pieces.length - 1 && isRenamed(dataset, name, piece) ? RENAMED : 0);
      const found = ranks.map((candidate) => ({ ...candidate, piece, rank: candidate.rank + behind(candidate.name) }));
      order = order.length === 0 ? found : [...order, ...found].sort(byRank);
    }
  }
  return { order, spelled: new Spelled(near.spelled, abbreviated), role };
}

/** Letters that names are made of: a name may begin right behind a letter of another script, but not inside what programs call so, arm_beva. */
const LATIN_OR_GREEK = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u03ff\u1d00-\u1fff`;
const BEHIND_WORD = `(?<![${LATIN_OR_GREEK}${FIGURE}]_?)`;
/** The mark of a phosphorylated protein, behind which its name begins: pAKT, p-ERK. */
const PHOSPHORYLATED = `${BEHIND_WORD}p`;
const WORD_START = new RegExp(`${BEHIND_WORD}[${LATIN_OR_GREEK}${FIGURE}]|(?<=${PHOSPHORYLATED})[${CAPITAL}]`, "g");
const MARK = new RegExp(`${PHOSPHORYLATED}-?$`);
const SYMBOL = new RegExp(`^[${CAPITAL}][${LETTER}${FIGURE}]`);
const WORDS_END = new RegExp(`[${LETTER}${FIGURE}-]*$`);
const MAY_GO_ON = new RegExp(`[${LETTER}${FIGURE})-]$`);

/** What stands in prose before a place, in its line. */
interface Typed {
  readonly text: string;
  readonly passage: Passage;
  /** The place in the passage's text. */
  readonly at: number;
}

/** A value of the front matter as a passage of its own. */
const inSlot = (text: string): Typed => ({ text, passage: newPassage(0, text.length, text), at: text.length });

/** What was typed at a place; nothing where that is no prose. */
function typedAt(note: Note, offset: number): Typed | undefined {
  const place = note.passageAt(offset);
  if (!place) return undefined;
  const { passage } = place;
  const at = textOffset(passage, offset - place.start);
  const before = passage.text.slice(Math.max(0, at - REACH), at);
  // what stands before the cursor must be the source itself, so that it can be replaced as it stands
  const source = note.slice(offset - before.length, offset);
  const reach = source === before ? before : (WORDS_END.exec(source)?.[0] ?? "");
  // a name is completed within its line, and not in code or a link's target that is not closed yet
  const text = reach.slice(Math.max(reach.lastIndexOf("\n"), reach.lastIndexOf("\r")) + 1);
  return before.endsWith(GAP) || isOpen(note, offset) ? undefined : { text, passage, at };
}

/** The pieces before the cursor that may begin a name, the longest first. */
function beginnings(typed: string): string[] {
  const starts: number[] = [];
  for (const found of typed.matchAll(WORD_START)) starts.push(found.index);
  return starts
    .slice(-WORDS_BACK)
    .map((start) => typed.slice(start))
    .filter((beginning) => (MAY_GO_ON.test(beginning) || beginning.includes(" ")) && !isOpened(beginning));
}

/** Whether a piece goes on into brackets of the sentence's, in which another name begins; those of names close again: (S)-warfarin. */
function isOpened(piece: string): boolean {
  const bracket = piece.lastIndexOf(" (");
  return bracket >= 0 && !piece.includes(")", bracket);
}

/** A hyphen between words, where registers have a space: platelet-derived growth factor. */
const JOINED = /(?<=[a-z]{3})-(?=[a-z])/gi;

const leastOf = (typed: string, piece: string): number => (typed.at(-piece.length - 1) === "/" ? LEAST_OF_PAIR : LEAST);

/** Whether a piece is the symbol of a protein that is said to be phosphorylated. */
const isPhosphorylated = (typed: string, piece: string): boolean =>
  SYMBOL.test(piece) && MARK.test(typed.slice(0, typed.length - piece.length));

/** What a symbol loses behind that mark for which another name would be written: hardly anybody who writes p-ER means p-HER2. */
const RENAMED = 10;
const isRenamed = (dataset: Dataset, name: number, piece: string): boolean =>
  !preferredFor(dataset, name).toLowerCase().startsWith(piece.toLowerCase());

/** A small letter with a hyphen, which keyboards have for a Greek one: b-catenin. */
const LATIN = /^[abg]-(?=[a-z]{2})/i;
/** An integrin whose β is the keyboard's, whatever its α is: αvb3, a5b1. */
const INTEGRIN = /^[aα](\d{1,2}|[delmvx]|iib)b(?=\d?$)/i;
const greekFor = (letter: string): string => ({ a: "α-", b: "β-", g: "γ-" })[letter[0]!] ?? letter;

/** A residue and its number, as variants are written. */
const RESIDUE = /^[AC-IK-NP-TVWY]\d+$/;

/** A word in small letters, which behind the hyphen of a symbol says something of it: EGFR-mut, HER2-pos. */
const SMALL_WORD = /^[a-z]+(?![\w-])/;

/**
 * Whether a piece begins within a name that is complete: with "E-cadherin" nobody means "cadherin related", with "KRAS G12" no
 * "G12/13", with "MMP-9s" no "9S", with "EGFR-mut" no "mutL".
 */
function isWithinName(dataset: Dataset, typed: string, piece: string): boolean {
  const { lexicon } = dataset;
  const before = typed.slice(0, typed.length - piece.length);
  const first = WORDS_END.exec(before.slice(0, -1))![0];
  if (RESIDUE.test(piece)) return lexicon.isName(first);
  if (!before.endsWith("-") || isPhosphorylated(typed, piece)) return false;
  if (SMALL_WORD.test(piece) && SYMBOL.test(first) && lexicon.lookUp(first).some((name) => !mayJoinDrug(dataset, name))) return true;
  const whole = `${first}-${piece.split(" ", 1)[0]!}`;
  return [whole, whole.replace(/s$/, "")].some((text) => lexicon.isName(text));
}

/** Two drugs may be joined, so that their names follow one another. */
const mayJoinDrug = (dataset: Dataset, name: number): boolean => GROUPS[kindNamed(dataset, name)] === "drug";

/** What is no prose and goes on to the place: an address or a path, a command of LaTeX, an entity, a template, a tag. */
const OPEN =
  /(?:^|[\s(<"'[])(?:www\.|[a-z][a-z\d+.-]{1,20}:\/\/|(?:~|\.\.?)\/|[a-z]:\\|\/[\w.-]+\/)\S*$|[\\&]\p{L}+$|\{\{(?!c\d+::|cloze )[^{}]*$|\{%[^{}]*$|<%[^<>]*$|<[a-z][\w-]*\s[^<>]*$/iu;

/** Whether the line up to a place opens code, a link's target or something else that is no prose, and does not close it. */
function isOpen(note: Note, offset: number): boolean {
  const { line, character } = note.positionAt(offset);
  const before = note.lineAt(line).slice(0, character);
  if (OPEN.test(before.slice(-LONGEST_OPEN))) return true;
  const link = before.lastIndexOf("](");
  return (before.split("`").length - 1) % 2 === 1 || (link >= 0 && !/[)\s]/.test(before.slice(link + 2)));
}
