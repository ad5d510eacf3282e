/** The recognise-only vocabulary: what is known by name, without a record. Entries of drugs here; of genes in genes.ts. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Stem } from "../server/dataset/dataset";
import { editDistance } from "../server/dataset/distance";
import type { NameType } from "../server/dataset/lexicon";
import { addTo } from "../server/dataset/lists";
import { longForm } from "../server/note/definitions";
import { asItsMaker, described } from "./described";
import { type Guard, isDoubtful, type VocabularyEntry, type VocabularyName } from "./entry";
import { WRITTEN_OF } from "./geneNames";
import { readGenes } from "./genes";
import { readMechanisms } from "./mechanisms";
import { cellsIn, type Row, readTable } from "./source";

export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
  /** Words that are no misspellings: English ones, and those inside names. Lower case. */
  readonly words: ReadonlySet<string>;
  /** The English ones of them; names of people and places with their capital. */
  readonly english: readonly string[];
  /** The longest first. */
  readonly stems: readonly Stem[];
  /** How often the literature or the trial registry speaks of a drug or gene, by its name in lower case. */
  readonly frequency?: ReadonlyMap<string, number>;
  /** In how many of the tables that were read a drug is, by its name in lower case. */
  readonly tables?: ReadonlyMap<string, number>;
}

/**
 * Reads the vocabulary's tables.
 * @param data path of `data/`
 * @returns entries in the order drugs, drug classes, genes, families, shared names, abbreviations
 */
export function readVocabulary(data: string): Vocabulary {
  const folder = path.join(data, "lexicon");
  const table = (name: string) => readTable(path.join(folder, name));
  const genes = table("genes.tsv");
  const english = readLines(path.join(folder, "words.txt"));
  const meanings = table("other-meanings.tsv");
  const otherThan = (...kinds: readonly string[]) => new Set(meanings.flatMap((row) => (kinds.includes(row["of"]!) ? [row["name"]!] : [])));
  const people = otherThan("brand");
  const guard: Guard = {
    english: new Set(english.map((word) => word.toLowerCase())),
    abbreviations: new Set(readLines(path.join(folder, "abbreviations.txt"))),
    noGenes: otherThan("gene", "both"),
    noDrugs: otherThan("drug", "both"),
    capitalised: new Set(english.filter((word) => /^\p{Lu}/u.test(word) && !people.has(word))),
  };
  const frequency = new Map<string, number>();
  for (const row of table("gene-frequency.tsv")) frequency.set(row["symbol"]!.toLowerCase(), Number(row["count"]));
  for (const row of table("drug-frequency.tsv")) frequency.set(row["name"]!.toLowerCase(), Number(row["count"]));
  const stems = table("stems.tsv").map((row): Stem => [row["ending"]!, row["meaning"]!, row["alone"] === "1"]);
  const misspellings = new Map<string, string[]>();
  for (const { text, name } of table("misspellings.tsv") as Array<{ text: string; name: string }>) addTo(misspellings, name, text);
  const mechanisms = readMechanisms(table("drug-mechanisms.tsv"), frequency);
  const drugs = table("drugs.tsv");
  const tables = new Map(drugs.map((row) => [row["name"]!.toLowerCase(), cellsIn(row["sources"]).length]));
  const entries = [
    ...drugs
      .map((row) => drugEntry(row, misspellings.get(row["name"]!) ?? [], guard, frequency, tables))
      .map((entry, i) => withDetail(entry, mechanisms.ofDrug(drugs[i]!["name"]!))),
    ...drugClasses(table("classes.tsv"), stems, tables),
    ...readGenes(genes, table, guard, frequency).map((entry) =>
      entry.kind === "known-gene" ? withDetail(entry, mechanisms.onGene(entry.preferred)) : entry,
    ),
    ...[...guard.abbreviations].map(abbreviationEntry),
  ].filter((entry) => entry.names.length > 0);
  shareNames(entries);
  shortenConjugates(entries);
  codesFirst(entries);
  const words = new Set([...guard.english, ...["rare-words.txt", "lab-words.txt"].flatMap((file) => readLines(path.join(folder, file)))]);
  for (const { names, preferred } of entries)
    for (const name of names) if (name.type !== "misspelling") addWords(words, name.text, preferred);
  for (const row of genes) for (const column of ["symbol", "aliases", "previous_symbols"]) addWords(words, row[column]!);
  for (const row of genes) {
    const initials = initialsOf(row["name"]!);
    const isWritten = initials.length > 3 && (frequency.get(row["symbol"]!.toLowerCase()) ?? 0) >= WRITTEN_OF;
    if (isWritten && isOneOff(initials, [row["symbol"]!, ...cellsIn(row["aliases"])])) words.add(initials);
  }
  for (const word of precursors(words, entries)) if (!guard.english.has(word)) words.delete(word);
  return { entries, words, english, stems, frequency, tables };
}

const withDetail = (entry: VocabularyEntry, more: string | undefined): VocabularyEntry =>
  more === undefined ? entry : { ...entry, detail: `${entry.detail} · ${more}` };

/** The first letters of a name in words, in small letters: PADI4, the peptidyl arginine deiminase 4, is written PAD4, too. */
const initialsOf = (name: string): string => (name.match(/(?<![A-Za-z\d])(?:[A-Za-z]|\d+)/g) ?? []).join("").toLowerCase();

/** Whether a word is a letter short of one of a gene's names: what is taken for a slip in that, and is none; others' slips stay what they are. */
const isOneOff = (word: string, names: readonly string[]): boolean =>
  names.some(
    (name) => name.length === word.length + 1 && editDistance(codes(word), word.length, codes(name.toLowerCase()), name.length, 1) === 1,
  );

/** The words that call a protein before it is cleaved: "procaspase". The matcher looks for a name inside words in no list. */
function* precursors(words: ReadonlySet<string>, entries: readonly VocabularyEntry[]): Generator<string> {
  for (const { kind, names } of entries) {
    if (kind !== "known-gene" && kind !== "known-family") continue;
    for (const { text, context } of names)
      for (const front of context === "none" && /^[A-Za-z]{5,}$/.test(text) ? ["pro", "prepro"] : [])
        if (words.has(front + text.toLowerCase())) yield front + text.toLowerCase();
  }
}

/** A protein's name in the name of the drug that it is: "recombinant human insulin-like growth factor 1". */
const proteinIn = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:recombinant |human )+| \(?(?:human|recombinant)\)?$/g, "")
    .replace(/-/g, " ");

/**
 * Where a drug is a protein of the body, all its names name the protein, too ("bFGF", "hGH"): which of them is meant, the
 * sentence says.
 */
function shareNames(entries: readonly VocabularyEntry[]): void {
  const proteins = new Map<string, VocabularyEntry>();
  for (const entry of entries) {
    if (entry.kind !== "known-gene") continue;
    for (const { text, type, context } of entry.names)
      if (type === "prose" && context === "none" && /\s/.test(text)) proteins.set(proteinIn(text), entry);
  }
  for (const { kind, names } of entries) {
    const protein = kind === "known-drug" ? names.map(({ text }) => proteins.get(proteinIn(text))).find(Boolean) : undefined;
    if (!protein) continue;
    const held = new Set(protein.names.map(({ text }) => text));
    const own = names.filter(({ type, text }) => (type === "inn" || type === "synonym") && !held.has(text));
    (protein.names as VocabularyName[]).push(...own.map((name): VocabularyName => ({ ...name, type: "synonym", hidden: true })));
  }
}

/** Lets the antibody of a conjugate name it where no other drug has it: "polatuzumab" is polatuzumab vedotin. */
function shortenConjugates(entries: readonly VocabularyEntry[]): void {
  const drugs = entries.filter(({ kind }) => kind === "known-drug");
  const firsts = drugs.flatMap(({ names }) => [...new Set(names.map(({ text }) => text.toLowerCase().split(/[ -]/)[0]!))]);
  const count = new Map<string, number>();
  for (const first of firsts) count.set(first, (count.get(first) ?? 0) + 1);
  for (const { names } of drugs) {
    const [name] = names;
    const antibody = name?.type === "inn" ? /^\w{6,}mab(?= [a-z]+$)/.exec(name.text)?.[0].toLowerCase() : undefined;
    if (antibody && count.get(antibody) === 1)
      (names as VocabularyName[]).push({ ...name!, text: antibody, type: "synonym", hidden: true });
  }
}

/** Gives a drug's code that is a gene's alias or old symbol, too, to the drug, unless molecular biology stands beside it: MRX34. */
function codesFirst(entries: readonly VocabularyEntry[]): void {
  const namesOf = (kind: VocabularyEntry["kind"]) =>
    entries
      .filter((entry) => entry.kind === kind)
      .flatMap(({ names }) => names.map((name, i) => ({ name, i, names: names as VocabularyName[] })));
  const codes = new Map(namesOf("known-drug").flatMap((one) => (one.name.type === "code" ? [[one.name.text, one]] : [])));
  for (const gene of namesOf("known-gene")) {
    const code = /^(?:synonym|previous-symbol)$/.test(gene.name.type) ? codes.get(gene.name.text) : undefined;
    if (!code) continue;
    gene.names[gene.i] = { ...gene.name, context: "beside" };
    code.names[code.i] = { ...code.name, context: "none" };
  }
}

/** The letter that tells substances of one name apart as a capital, which the tables write small: vitamin E, amphotericin B. */
const withCapital = (name: string): string => name.replace(/(?<=[a-z]{4} )(?<!\bcytochrome )[a-z]$/, (letter) => letter.toUpperCase());

/** What the name of an acid's salt gains beside other further names: it is written as often as the acid's. */
const SALT = 1.5;

/** @param tables what the table of drugs calls substances, lower case, with how many tables have each */
function drugEntry(
  row: Row,
  misspellings: readonly string[],
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
  tables: ReadonlyMap<string, number>,
): VocabularyEntry {
  const texts = row["synonyms"]!.split("|").map((typed) => /^(?:brand|code|syn):(.+)$/.exec(typed)?.[1] ?? "");
  const descriptions = [row["name"]!, ...texts].flatMap((text) => described(text) ?? []);
  const name = withCapital(asItsMaker(row["name"]!, descriptions));
  const names: VocabularyName[] = [];
  const foreign = foreignForms(name, texts);
  const add = (text: string, type: NameType) => {
    if (text.replace(/-/g, "").length < 3 || guard.noDrugs.has(text)) return;
    // A name that hardly is one, or a brand that is an English word, needs a word that speaks for a drug; a word with a capital
    // (Prozac) is the brand itself. Other English words in this table are substances (aspirin, glucose): its makers took the rest out (SOURCES.md, "Filtered").
    // Four capitals abbreviate other things, too (GABA, EDTA), but for those of our field (ATRA, CDDP). A small letter before
    // capitals tells from them: tPA from TPA.
    const doubtful =
      text.replace(/(?<=^\D+)-(?=\D+$)/, "").length <= 3 ||
      (type === "synonym" && /^[A-Z]{4}$/.test(text) && row["oncology"] !== "1") ||
      (type !== "inn" &&
        !(type === "brand" && guard.capitalised.has(text)) &&
        isDoubtful(text, guard) &&
        (type !== "synonym" || text.replace(/\P{L}/gu, "").length < 5));
    // nor is a sugar or an amino acid written otherwise: D-Tag, L-Asp, δ-ALA
    const isExact = doubtful || /^(?:[A-Z0-9-]{2,5}|[DL]-[A-Za-z][a-z]{2}|[a-zα-ω]-?[A-Z]{2,3})$/.test(text);
    const letterCase = type === "brand" ? "initial" : isExact ? "exact" : "insensitive";
    const context = doubtful || (type === "code" && text.replace(/\D/g, "").length < 3) ? "drug" : "none";
    // the more names a drug has, the less often each of them is written; but an acid's salt is what is given: valproate, folate
    const isSalt = text.toLowerCase() === name.replace(/ic acid$/, "ate");
    const gain = text === name ? 0 : isSalt ? SALT : -0.4 * Math.log(texts.length) - (type === "brand" ? 1 : 0);
    names.push({ text, type, letterCase, context, hidden: foreign.has(text), gain });
  };
  const seen = new Set([name]);
  const addPlain = (text: string) => {
    const plain = plainName(text);
    // a mirror image has not the name of the mixture: (-)-propranolol is no propranolol
    if (!seen.has(plain) && plain !== text && !tables.has(plain.toLowerCase())) add(plain, "synonym");
    seen.add(plain);
  };
  add(name, /\d{3}/.test(name) ? "code" : "inn");
  const whole = described(name);
  if (whole) {
    names[0] = { ...names[0]!, context: "never", hidden: true };
    add(whole.code, "code");
  }
  addPlain(name);
  for (const typed of row["synonyms"]!.split("|")) {
    const [, prefix, text] = /^(brand|code|syn):(.+)$/.exec(typed) ?? [];
    if (!prefix || !text) continue;
    if (described(text)) continue;
    if (prefix === "brand") add(text, "brand");
    else if (prefix === "code") add(text, "code");
    else if (!namesClass(text) && !isExplained(text)) {
      add(text, "synonym");
      addPlain(text);
    }
  }
  for (const text of misspellings) names.push({ text, type: "misspelling", letterCase: "insensitive", context: "none", hidden: true });
  const phase = row["max_phase"]!;
  const stage = phase === "approved" ? "approved for some use at some time" : /^[123]/.test(phase) ? `phase ${phase}` : phase;
  const detail = [descriptions[0]?.phrase || row["kind"] || "drug", stage].filter(Boolean).join(", ");
  return {
    kind: "known-drug",
    preferred: titleOf(name, names),
    detail,
    names,
    numbers: [Number(row["drugbank_id"]!.slice("DB".length)), Number(row["chembl_id"]!.slice("CHEMBL".length))],
    count: frequency.get(row["name"]!.toLowerCase()),
    tables: tables.get(row["name"]!.toLowerCase()),
    stage: phase === "approved" ? "approved" : /^[123]/.test(phase) ? "trials" : undefined,
    on: descriptions.map(({ on }) => on),
  };
}

/** A name by the rules of chemistry, of locants and brackets: "4-[4-(4-fluorophenyl)-2-[4-[(R)-methylsulfinyl]phenyl]…". */
const isSystematic = (text: string): boolean => text.length >= 25 && /\d/.test(text) && (text.match(/[-,()[\]{}]/g) ?? []).length >= 4;

/** What a card calls a drug: its name or, where that is systematic, the short one that people use: a code first. */
function titleOf(name: string, names: readonly VocabularyName[]): string {
  if (!isSystematic(name)) return name;
  const short = names.filter(({ text, type, context }) => text.length < 25 && type !== "misspelling" && context !== "never");
  return (short.find(({ type }) => type === "code") ?? short[0])?.text ?? name;
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

/**
 * A substance's name as prose has it: without the mirror image meant, that an ion is meant, or which end of a protein a
 * peptide is ("(−)-noradrenaline", "lithium cation", "cholecystokinin C-terminal octapeptide").
 */
const plainName = (text: string): string =>
  text
    .replace(/^\((?:±|\+|[-−]|\+\/[-−]|[RS]|DL?|L)\)-(?=[a-z]{5})/i, "")
    .replace(/(?<=^[a-z]{4,}) (?:cat|an)?ion$/i, "")
    .replace(/ [CN]-terminal(?= \p{L}+$)/u, "");

/** Whether a text is a name and its abbreviation: "acidic fibroblast growth factor (aFGF)" is two names to a note. */
function isExplained(text: string): boolean {
  const [, name, abbreviation] = /^(.+\S) \(([A-Za-z\d-]{2,10})\)$/.exec(text) ?? [];
  return name !== undefined && longForm(abbreviation!, name) === name.length;
}

/** Whether a synonym only says what the drug is against, as others are, too: "HER-2/neu inhibitor", "anti-CD80 monoclonal antibody". */
const namesClass = (text: string): boolean =>
  /^(?:[Aa]nti-\S+(?: \S+)?|[A-Z][\w/-]*[A-Z][\w/-]*) (?:[Mm]onoclonal )?(?:[Aa]ntibody|inhibitor|antagonist|agonist|blocker)$/.test(text);

/** The classes of drugs, and those that endings of drug names say ("taxane"), but for what is a drug's own name, too ("erythropoietin"). */
function drugClasses(rows: readonly Row[], stems: readonly Stem[], drugs: ReadonlyMap<string, unknown>): VocabularyEntry[] {
  const listed = new Set(rows.flatMap((row) => [row["term"]!, ...cellsIn(row["names"])]).map((name) => name.toLowerCase()));
  const isNew = (text: string) => !/\s/.test(text) && !listed.has(text.toLowerCase()) && !drugs.has(text.toLowerCase());
  const said = new Set(stems.flatMap(([, meaning, alone]) => (alone && isNew(meaning) ? [meaning] : [])));
  return [
    ...rows.map((row) => classEntry([row["term"]!, ...cellsIn(row["names"])], cellsIn(row["sources"]).includes("curated"))),
    ...[...said].map((meaning) => classEntry([meaning], false)),
  ];
}

/**
 * A class of drugs: "VEGFR inhibitor". One that people speak of as such is more than its target, "ACE inhibitor".
 * @param names the preferred one first
 */
function classEntry(names: readonly string[], isUsual: boolean): VocabularyEntry {
  return {
    kind: "known-class",
    preferred: names[0]!,
    detail: "class of drugs",
    names: names.map((text, i) => {
      const isAbbreviation = /^[A-Z][A-Z\d-]+$/.test(text);
      const type = isAbbreviation ? "abbreviation" : !isUsual ? "prose" : i === 0 ? "preferred" : "synonym";
      return { text, type, letterCase: isAbbreviation ? "exact" : "insensitive", context: "none", ...(isUsual && { pointer: false }) };
    }),
  };
}

function abbreviationEntry(text: string): VocabularyEntry {
  return {
    kind: "known-abbreviation",
    preferred: text,
    detail: "",
    names: [{ text, type: "abbreviation", letterCase: "exact", context: "none", hidden: true }],
  };
}

/** Adds the words of a name, but for one that is a slip in its entry's first name: "trans-Diethylstilbesterol". */
function addWords(words: Set<string>, text: string, preferred?: string): void {
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    if (!words.has(word) && !(preferred && word.length < text.length && isSlip(word, preferred.toLowerCase()))) words.add(word);
  // and what looks like a symbol: an alias that is no name by itself is no misspelling either
  if (/\d/.test(text))
    for (const symbol of text.match(/(?<![\p{L}\p{N}])[A-Z][A-Za-z0-9]*-?\d[A-Za-z0-9]*(?![\p{L}\p{N}])/gu) ?? [])
      words.add(symbol.toLowerCase());
}

function readLines(file: string): string[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
}

const LONG = 9;
const codes = (text: string): Uint16Array => Uint16Array.from(text, (char) => char.charCodeAt(0));

/** Whether a word is one edit from a long name, and not another form of it (a final e, a plural). */
const isSlip = (word: string, name: string): boolean =>
  name.length >= LONG &&
  Math.abs(word.length - name.length) <= 1 &&
  word.slice(0, -1) !== name &&
  editDistance(codes(word), word.length, codes(name), name.length, 1) === 1;
