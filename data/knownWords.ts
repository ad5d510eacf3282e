/** The words that are no misspellings of names: English words, and those that names are made of. */
import { codesOf, editDistance } from "../server/dataset/distance";
import { derivedFrom, ringNames } from "./derivedWords";
import type { Guard, VocabularyEntry } from "./entry";
import { WRITTEN_OF } from "./geneNames";
import { type GeneTables, papersOn } from "./geneTables";
import { cellsIn } from "./source";

/**
 * Gathers the words, in lower case.
 * @param listed words of the lists beside the English one
 * @param entries names in whose words no slip is to be found
 */
export function knownWords(
  { english }: Guard,
  listed: readonly string[],
  entries: readonly VocabularyEntry[],
  { genes, frequency }: GeneTables,
): ReadonlySet<string> {
  const words = new Set([...english, ...listed, ...ringNames()]);
  for (const { names, preferred } of entries)
    for (const name of names) {
      if (name.type === "misspelling") continue;
      addWords(words, name.text, preferred);
      for (const word of derivedFrom(name.text.toLowerCase())) words.add(word);
    }
  for (const row of genes) for (const column of ["symbol", "aliases", "previous_symbols"]) addWords(words, row[column]!);
  // names in words that no paper need have: mitostatin
  for (const row of genes) for (const name of cellsIn(row["alias_names"])) if (!name.includes(" ")) addWords(words, name);
  for (const row of genes) {
    const initials = initialsOf(row["name"]!);
    const isWritten = initials.length > 3 && papersOn([row["symbol"]!], frequency) >= WRITTEN_OF;
    if (isWritten && isOneShort(initials, [row["symbol"]!, ...cellsIn(row["aliases"])])) words.add(initials);
  }
  for (const word of precursors(words, entries)) if (!english.has(word)) words.delete(word);
  return words;
}

/** Adds the words of a name, except for one that is a slip in the first name of its entry: "trans-Diethylstilbesterol". */
function addWords(words: Set<string>, text: string, preferred?: string): void {
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    if (!words.has(word) && !(preferred && word.length < text.length && isSlip(word, preferred.toLowerCase()))) words.add(word);
  // and what looks like a symbol: an alias that is no name by itself is no misspelling either
  if (/\d/.test(text))
    for (const symbol of text.match(/(?<![\p{L}\p{N}])[A-Z][A-Za-z0-9]*-?\d[A-Za-z0-9]*(?![\p{L}\p{N}])/gu) ?? [])
      words.add(symbol.toLowerCase());
}

/** The first letters of a name in words, in small letters: PADI4, the peptidyl arginine deiminase 4, is written PAD4, too. */
const initialsOf = (name: string): string => (name.match(/(?<![A-Za-z\d])(?:[A-Za-z]|\d+)/g) ?? []).join("").toLowerCase();

/** Whether a word is a letter short of one of a gene's names, and would be taken for a slip in that. */
const isOneShort = (word: string, names: readonly string[]): boolean =>
  names.some((name) => name.length === word.length + 1 && isOneEdit(word, name.toLowerCase()));

/** The words that call a protein before it is cleaved: "procaspase". The matcher looks for a name inside words in no list. */
function* precursors(words: ReadonlySet<string>, entries: readonly VocabularyEntry[]): Generator<string> {
  for (const { kind, names } of entries) {
    if (kind !== "known-gene" && kind !== "known-family") continue;
    for (const { text, context } of names)
      for (const front of context === "none" && /^[A-Za-z]{5,}$/.test(text) ? ["pro", "prepro"] : [])
        if (words.has(front + text.toLowerCase())) yield front + text.toLowerCase();
  }
}

/** How many letters make a name long. */
const LONG = 9;

/** Whether a word is one edit from a long name, and not another form of it (a final e, a plural). */
const isSlip = (word: string, name: string): boolean =>
  name.length >= LONG && Math.abs(word.length - name.length) <= 1 && word.slice(0, -1) !== name && isOneEdit(word, name);

const isOneEdit = (one: string, other: string): boolean => editDistance(codesOf(one), one.length, codesOf(other), other.length, 1) === 1;
