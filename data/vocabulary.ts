/** The recognise-only vocabulary: what is known by name, without a record. Entries of drugs here; of genes in genes.ts. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { NameType } from "../server/dataset/lexicon";
import { type Guard, isDoubtful, type VocabularyEntry, type VocabularyName } from "./entry";
import { readGenes } from "./genes";
import { type Row, readTable } from "./source";

export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
  /** Words that are no misspellings: English ones, and those inside names. Lower case. */
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlyArray<readonly [string, string]>;
  /** How often the literature or the trial registry speaks of a drug or gene, by its name in lower case. */
  readonly frequency?: ReadonlyMap<string, number>;
}

/**
 * Reads the vocabulary's tables.
 * @param data path of `data/`
 * @returns entries in the order drugs, drug classes, genes, families, shared names, abbreviations
 */
export function readVocabulary(data: string): Vocabulary {
  const folder = path.join(data, "lexicon");
  const table = (name: string) => readTable(path.join(folder, name));
  const guard: Guard = {
    english: new Set(readLines(path.join(folder, "words.txt"))),
    abbreviations: new Set(readLines(path.join(folder, "abbreviations.txt"))),
  };
  const frequency = new Map<string, number>();
  for (const row of table("gene-frequency.tsv")) frequency.set(row["symbol"]!.toLowerCase(), Number(row["count"]));
  for (const row of table("drug-frequency.tsv")) frequency.set(row["name"]!.toLowerCase(), Number(row["count"]));
  const stems = table("stems.tsv").map((row) => [row["ending"]!, row["meaning"]!] as const);
  const entries = [
    ...table("drugs.tsv").map((row) => drugEntry(row, guard, frequency)),
    ...[
      ...new Set([
        ...table("classes.tsv").map((row) => row["term"]!),
        ...stems.map(([, meaning]) => meaning).filter((meaning) => !/\s/.test(meaning)),
      ]),
    ].map(classEntry),
    ...readGenes(table, guard, frequency),
    ...[...guard.abbreviations].map(abbreviationEntry),
  ].filter((entry) => entry.names.length > 0);
  const words = new Set(guard.english);
  for (const entry of entries) for (const name of entry.names) if (name.type !== "misspelling") addWords(words, name.text);
  for (const row of table("genes.tsv")) for (const column of ["aliases", "previous_symbols"]) addWords(words, row[column]!);
  return { entries, words, stems, frequency };
}

function drugEntry(row: Row, guard: Guard, frequency: ReadonlyMap<string, number>): VocabularyEntry {
  const name = row["name"]!;
  const known = row["oncology"] === "1" || /^(approved|withdrawn|[123])/.test(row["max_phase"]!);
  const names: VocabularyName[] = [];
  const texts = row["synonyms"]!.split("|").map((typed) => /^(?:brand|code|syn):(.+)$/.exec(typed)?.[1] ?? "");
  const foreign = foreignForms(name, texts);
  const add = (text: string, type: NameType) => {
    if (text.length < 2) return;
    // A name that hardly is one, or a brand that is an English word, needs a word that speaks for a drug. Other English
    // words in this table are substances (aspirin, glucose): its makers took the rest out (SOURCES.md, "Filtered").
    const doubtful =
      text.length <= 3 || (type !== "inn" && isDoubtful(text, guard) && (type !== "synonym" || text.replace(/\P{L}/gu, "").length < 5));
    const letterCase = type === "brand" ? "initial" : doubtful || /^[A-Z0-9-]{2,5}$/.test(text) ? "exact" : "insensitive";
    const context = doubtful || (type === "code" && text.replace(/\D/g, "").length < 3) ? "drug" : "none";
    // the more names a drug has, the less often each of them is written
    const gain = text === name ? 0 : -0.4 * Math.log(texts.length);
    names.push({ text, type, letterCase, context, hidden: foreign.has(text), gain });
  };
  const seen = new Set([name]);
  const addPlain = (text: string) => {
    const plain = plainName(text);
    if (!seen.has(plain) && plain !== text) add(plain, "synonym");
    seen.add(plain);
  };
  add(name, /\d{3}/.test(name) ? "code" : "inn");
  addPlain(name);
  for (const typed of row["synonyms"]!.split("|")) {
    const [, prefix, text] = /^(brand|code|syn|misspelling):(.+)$/.exec(typed) ?? [];
    if (!prefix || !text) continue;
    if (prefix === "brand") add(text, "brand");
    else if (prefix === "code") add(text, "code");
    else if (prefix === "syn") {
      add(text, "synonym");
      addPlain(text);
    } else names.push({ text, type: "misspelling", letterCase: "insensitive", context: "none", hidden: true });
  }
  const phase = row["max_phase"]!;
  const stage = phase === "approved" ? "approved somewhere" : /^[123]/.test(phase) ? `phase ${phase}` : phase;
  const detail = [row["kind"] || "drug", stage].filter(Boolean).join(", ");
  return {
    kind: "known-drug",
    preferred: name,
    detail,
    names,
    proposed: known && /^[A-Za-z-]{6,}$/.test(name),
    count: frequency.get(name.toLowerCase()),
    stage: phase === "approved" ? "approved" : /^[123]/.test(phase) ? "trials" : undefined,
  };
}

/**
 * Of names that differ in their last vowels alone (Pethidine, Pethidin, Pethidinum, Petidina), those that are not the English one:
 * the preferred name where it is among them, else what ends in -e, else the first.
 */
function foreignForms(preferred: string, texts: readonly string[]): ReadonlySet<string> {
  const chosen = new Map<string, string>();
  const stemOf = (text: string) => text.toLowerCase().replace(/(?:um|us|[aeiou])$/, "");
  for (const text of [preferred, ...texts]) {
    const stem = stemOf(text);
    const held = chosen.get(stem);
    if (held === undefined || (held !== preferred && text.endsWith("e") && !held.endsWith("e"))) chosen.set(stem, text);
  }
  return new Set(texts.filter((text) => chosen.get(stemOf(text)) !== text));
}

/** A substance's name as prose has it: without the mirror image meant, or that an ion is meant ("(±)-isoproterenol", "lithium cation"). */
const plainName = (text: string): string =>
  text.replace(/^\((?:±|\+|-|\+\/-|[RS]|DL?|L)\)-(?=[a-z]{5})/i, "").replace(/(?<=^[a-z]{4,}) (?:cat|an)?ion$/i, "");

/** A class of drugs: "VEGFR inhibitor". One word alone is a class only where it is long enough not to be a word of prose. */
function classEntry(term: string): VocabularyEntry {
  return {
    kind: "known-class",
    preferred: term,
    detail: "class of drugs",
    names: [{ text: term, type: "prose", letterCase: "insensitive", context: "none" }],
    proposed: false,
  };
}

function abbreviationEntry(text: string): VocabularyEntry {
  return {
    kind: "known-abbreviation",
    preferred: text,
    detail: "",
    names: [{ text, type: "abbreviation", letterCase: "exact", context: "none", hidden: true }],
    proposed: false,
  };
}

function addWords(words: Set<string>, text: string): void {
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) if (word.length >= 4) words.add(word);
}

function readLines(file: string): string[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
}
