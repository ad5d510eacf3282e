/** Whether completion may open by itself: only where a known name is likely, and never in the way of ordinary words. */
import type { Dataset } from "../dataset/dataset";
import { LONGEST_BEGINNING } from "../dataset/lexicon";
import { kindNamed, preferredFor } from "../dataset/nameKinds";
import { LETTER } from "../note/letters";
import type { Note } from "../note/note";
import { isInWord } from "../note/wordsIn";
import type { Settings } from "../settings";
import { GROUPS } from "./likely";
import type { Candidate } from "./ranking";
import { candidates } from "./typed";
import { withGreekSpelled } from "./written";

/**
 * Ranks, as typed.ts gives them, up to which a name is likely. What holds digits looks less like prose than words do; capitals
 * alone look like the abbreviations of which prose is full; one capital before letters that begin no word is that of a name.
 */
const LIKELY = { word: 55, withDigits: 70, capitals: 20, capital: 67 } as const;
/** And up to which one is in a column or a list of the front matter for names, where "none" and "placebo" are written too. */
const EXPECTED = -10;
/** From how many letters on that begin no English word hardly anything but a drug's name is left, even a rare one. */
const TELLING = 6;
const RARER = 15;
/** How far back the word at the place is looked at, in UTF-16 units. */
const REACH = 40;
const TYPED = new RegExp(String.raw`[${LETTER}][${LETTER}\d]*(?:[-\u2010\u2011/][${LETTER}\d]+)*$`);
const SIGN = new RegExp(String.raw`[^${LETTER}\d]`, "g");
/** Beginnings that English puts before any word with a hyphen. */
const AFFIX = /^(?:anti|co|de|down|ex|inter|intra|mid|multi|non|over|post|pre|pro|re|self|semi|sub|super|trans|un|under|up)$/i;

/**
 * Whether a list of names may open by itself behind what was just typed: there are enough letters, at the end of a word, which
 * begin no ordinary word but a name of one word that is likely here.
 */
export function opensByItself(dataset: Dataset, note: Note, offset: number, { completion }: Settings): boolean {
  if (!completion.automatic || isInWord(note.slice(offset, offset + 1), 0)) return false;
  const before = note.slice(Math.max(0, offset - REACH), offset);
  const word = TYPED.exec(before)?.[0] ?? "";
  const { length } = word.replaceAll(SIGN, "");
  // of the seventh letter on the dictionary knows nothing; hardly any of its words goes on as one of our drugs then
  const ordinary = isOrdinary(dataset, word);
  if (length < completion.minimumLetters) return false;
  const { order, role } = candidates(dataset, note, offset);
  const isNamed = role === "drug" || role === "target";
  if (ordinary && length <= LONGEST_BEGINNING && !isNamed) return false;
  const best = order.find((candidate) => mayBeMeant(dataset, candidate, word));
  if (!best) return false;
  if (ordinary && isNamed) return best.rank <= EXPECTED;
  const entity = dataset.lexicon.entity(best.name);
  const kind = dataset.kind(entity);
  if (ordinary && !(kind === "drug" && dataset.lexicon.preferred(entity) === best.name)) return false;
  return best.rank <= LIKELY[shapeOf(word)] + (length >= TELLING && GROUPS[kind] === "drug" ? RARER : 0);
}

function shapeOf(word: string): keyof typeof LIKELY {
  if (/^[A-Z]+$/.test(word)) return "capitals";
  if (/\d/.test(word)) return "withDigits";
  return /^[A-Z][a-z]+$/.test(word) ? "capital" : "word";
}

/** Whether a word is an ordinary one or may become one: its last part begins one, and its other parts are ordinary. */
function isOrdinary({ lexicon }: Dataset, word: string): boolean {
  if (/\d|[a-z][A-Z]|[a-z]-[A-Z]{2}/.test(word)) return false;
  const parts = word.split(SIGN);
  const last = parts.pop()!;
  if (parts.length === 0 && lexicon.isWord(last)) return true;
  const begins = last.length < 3 ? parts.length > 0 : lexicon.beginsWord(last);
  const isWord = (part: string) => /[a-z]/.test(part) && part.length > 1 && lexicon.beginsWord(part);
  return begins && parts.every((part) => AFFIX.test(part) || isWord(part));
}

/** "T-cell-factor-7" is as much of several words as "T-cell antigen" is. */
const WORD_FOLLOWS = / |-[a-z]{3}/;
/** But the first of them may be the drug's own: "enfortumab vedotin". */
const OWN_WORD = new RegExp(`^[${LETTER}]{${TELLING},}$`);

/** Whether a name goes on with a word as it is typed, to its own end: a name of several words begins with ordinary ones as a rule. */
function mayBeMeant(dataset: Dataset, { name, piece }: Candidate, word: string): boolean {
  const text = dataset.lexicon.name(name);
  const isCapitals = /^[A-Z]+$/.test(word);
  const isDrug = () => GROUPS[kindNamed(dataset, name)] === "drug";
  if (piece.length < word.length || (WORD_FOLLOWS.test(text.slice(piece.length)) && !(OWN_WORD.test(word) && isDrug()))) return false;
  if (isCapitals && dataset.lexicon.lookUp(word).some((known) => kindNamed(dataset, known) === "known-abbreviation")) return false;
  // what was typed to its end needs no list
  if (text === piece && text === preferredFor(dataset, name)) return false;
  if (!isCapitals && !word.includes("-")) return true;
  // "TNF-a" goes on as TNF-alpha does
  return startsWith(text, piece, isCapitals) || startsWith(withGreekSpelled(text), piece, isCapitals);
}

const startsWith = (text: string, piece: string, exactly: boolean): boolean =>
  exactly ? text.startsWith(piece) : text.toLowerCase().startsWith(piece.toLowerCase());
