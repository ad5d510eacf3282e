/** The recognise-only vocabulary: names of drugs and genes that have no record, and abbreviations that are never reported. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Kind } from "../server/dataset/dataset";
import type { Context, NameType } from "../server/dataset/lexicon";
import { type Row, readTable } from "./source";

/** A name as the matcher will know it. */
export interface VocabularyName {
  readonly text: string;
  readonly type: NameType;
  readonly letterCase: "insensitive" | "initial" | "exact";
  readonly context: Context;
  /** Order among completions, 0 first, 255 never. */
  readonly rank: number;
}

/** Something that is known by name only. */
export interface VocabularyEntry {
  readonly kind: Kind;
  readonly preferred: string;
  /** A short phrase for its one-line card. */
  readonly detail: string;
  readonly names: readonly VocabularyName[];
  /** Whether its name may be proposed for a misspelling. */
  readonly proposed: boolean;
}

export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
  /** Words that are no misspellings: English ones, and those inside names. Lower case. */
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlyArray<readonly [string, string]>;
}

/**
 * Reads the vocabulary's tables.
 * @param data path of `data/`
 * @returns entries in the order drugs, genes, abbreviations
 */
export function readVocabulary(data: string): Vocabulary {
  const folder = path.join(data, "lexicon");
  const english = new Set(readLines(path.join(folder, "words.txt")));
  const abbreviations = readLines(path.join(folder, "abbreviations.txt"));
  const drugs = readTable(path.join(folder, "drugs.tsv"));
  const genes = readTable(path.join(folder, "genes.tsv"));
  const words = new Set(english);
  for (const row of drugs) for (const text of [row["name"]!, ...untyped(row["synonyms"]!)]) addWords(words, text);
  for (const row of genes)
    for (const text of [row["name"]!, row["symbol"]!, row["aliases"]!, row["previous_symbols"]!]) addWords(words, text);
  const short = new Set(abbreviations);
  const entries = [
    ...drugs.map((row) => drugEntry(row, english)),
    ...genes.map((row) => geneEntry(row, english, short)),
    ...abbreviations.map(abbreviationEntry),
  ];
  const stems = readTable(path.join(folder, "stems.tsv")).map((row) => [row["ending"]!, row["meaning"]!] as const);
  return { entries, words, stems };
}

function drugEntry(row: Row, english: ReadonlySet<string>): VocabularyEntry {
  const name = row["name"]!;
  const known = row["oncology"] === "1" || /^(approved|withdrawn|[123])/.test(row["max_phase"]!);
  const names: VocabularyName[] = [];
  const add = (text: string, type: NameType, rank: number) => {
    const word = text.toLowerCase();
    if (text.length < 2) return;
    // a name that is an English word, or hardly a name at all, needs a word that speaks for a drug
    const doubtful = text.length <= 3 || (english.has(word) && type !== "inn");
    const letterCase = type === "brand" ? "initial" : doubtful || /^[A-Z0-9-]{2,5}$/.test(text) ? "exact" : "insensitive";
    const context = doubtful || (type === "code" && text.replace(/\D/g, "").length < 3) ? "drug" : "none";
    names.push({ text, type, letterCase, context, rank });
  };
  add(name, /\d{3}/.test(name) ? "code" : "inn", known ? 20 : 40);
  for (const typed of row["synonyms"]!.split("|")) {
    const [, prefix, text] = /^(brand|code|syn|misspelling):(.+)$/.exec(typed) ?? [];
    if (!prefix || !text) continue;
    if (prefix === "brand") add(text, "brand", 50);
    else if (prefix === "code") add(text, "code", 55);
    else if (prefix === "syn") add(text, "synonym", 60);
    else names.push({ text, type: "misspelling", letterCase: "insensitive", context: "none", rank: 255 });
  }
  const phase = row["max_phase"]!;
  const stage =
    phase === "approved" ? "approved somewhere" : phase === "withdrawn" ? "withdrawn" : /^[123]/.test(phase) ? `phase ${phase}` : phase;
  const detail = [row["kind"] || "drug", stage].filter(Boolean).join(", ");
  return { kind: "known-drug", preferred: name, detail, names, proposed: known && /^[A-Za-z-]{6,}$/.test(name) };
}

function geneEntry(row: Row, english: ReadonlySet<string>, abbreviations: ReadonlySet<string>): VocabularyEntry {
  const symbol = row["symbol"]!;
  const doubtful = symbol.length <= 2 || english.has(symbol.toLowerCase()) || abbreviations.has(symbol) || /^\d/.test(symbol);
  const locus = row["locus_type"]!;
  const coding = locus === "gene with protein product";
  const names: VocabularyName[] = [
    { text: symbol, type: "symbol", letterCase: "exact", context: doubtful ? "gene" : "none", rank: coding ? 30 : 80 },
  ];
  const name = row["name"]!;
  if (name.length >= 4 && !english.has(name.toLowerCase())) {
    names.push({ text: name, type: "prose", letterCase: "insensitive", context: "none", rank: coding ? 70 : 255 });
  }
  return {
    kind: "known-gene",
    preferred: symbol,
    detail: `${name} · ${coding ? "protein-coding gene" : locus} · ${row["hgnc_id"]}`,
    names,
    proposed: false,
  };
}

function abbreviationEntry(text: string): VocabularyEntry {
  return {
    kind: "known-abbreviation",
    preferred: text,
    detail: "",
    names: [{ text, type: "abbreviation", letterCase: "exact", context: "none", rank: 255 }],
    proposed: false,
  };
}

const untyped = (synonyms: string): string[] =>
  synonyms
    .split("|")
    .filter((typed) => !typed.startsWith("misspelling:"))
    .map((typed) => typed.slice(typed.indexOf(":") + 1));

function addWords(words: Set<string>, text: string): void {
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) if (word.length >= 4) words.add(word);
}

function readLines(file: string): string[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
}
