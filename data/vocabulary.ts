/** The names that are recognised without a record. `drugEntries.ts` and `genes.ts` decide which names drugs and genes have here. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Homonym, Stem } from "../server/dataset/dataset";
import { addTo } from "../server/dataset/lists";
import { drugClasses, drugEntries } from "./drugEntries";
import type { Guard, VocabularyEntry, VocabularyName } from "./entry";
import { familyEntries } from "./families";
import { geneEntries, sharedFormerSymbols } from "./genes";
import { readGeneTables } from "./geneTables";
import { readHomonyms } from "./homonyms";
import { knownWords } from "./knownWords";
import { readMechanisms } from "./mechanisms";
import { cellsIn, type Row, readTable } from "./source";

export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
  /** Words that are no misspellings: English words, and those inside names. In lower case. */
  readonly words: ReadonlySet<string>;
  /** The English ones among them; names of people and places with their capital. */
  readonly english: readonly string[];
  /** Names of one word that only the largest dictionaries of English have. In lower case. */
  readonly namesInDictionaries?: ReadonlySet<string>;
  /** Endings that mark a drug, the longest first. */
  readonly stems: readonly Stem[];
  /** Names that the words of a sentence tell apart. */
  readonly homonyms?: readonly Homonym[];
  /** How often the literature or the trial registry speaks of a drug or gene, by its name in lower case. */
  readonly frequency?: ReadonlyMap<string, number>;
  /** In how many of the tables a drug stands, by its name in lower case. */
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
  const lines = (name: string) => readLines(path.join(folder, name));
  const english = lines("words.txt");
  const namesInDictionaries = new Set(lines("names-in-dictionaries.txt"));
  const guard = guardOf({ english, abbreviations: lines("abbreviations.txt"), namesInDictionaries, meanings: table("other-meanings.tsv") });
  const frequency = new Map<string, number>();
  for (const row of table("gene-frequency.tsv")) frequency.set(row["symbol"]!.toLowerCase(), Number(row["count"]));
  for (const row of table("drug-frequency.tsv")) frequency.set(row["name"]!.toLowerCase(), Number(row["count"]));
  const stems = table("stems.tsv").map((row): Stem => [row["ending"]!, row["meaning"]!, row["alone"] === "1"]);
  const misspellings = new Map<string, string[]>();
  for (const row of table("misspellings.tsv")) addTo(misspellings, row["name"]!, row["text"]!);
  const compounds = table("lab-compounds.tsv");
  const mechanisms = readMechanisms(table("drug-mechanisms.tsv"), table("drug-targets.tsv"), compounds, frequency);
  const drugs = [...table("drugs.tsv"), ...compounds.map(asDrug)];
  const tables = new Map(drugs.map((row) => [row["name"]!.toLowerCase(), cellsIn(row["sources"]).length]));
  const geneTables = readGeneTables(table, guard, frequency);
  const inns = new Map(table("titles.tsv").map((row) => [row["name"]!, row["title"]!]));
  const ofDrugs = drugEntries({ drugs, misspellings, titles: inns, tables, guard, frequency });
  const titles = new Map(ofDrugs.map(({ preferred }, i) => [drugs[i]!["name"]!, preferred]));
  const entries = [
    ...ofDrugs.map((entry, i) => withDetail(entry, mechanisms.ofDrug(drugs[i]!["name"]!))),
    ...drugClasses(table("classes.tsv"), stems, tables),
    ...geneEntries(geneTables).map((entry) => withDetail(entry, mechanisms.onGene(entry.preferred, titles))),
    ...familyEntries(geneTables),
    ...[...new Set([...guard.abbreviations, ...sharedFormerSymbols(geneTables)])].map(abbreviationEntry),
  ].filter((entry) => entry.names.length > 0);
  shareNames(entries);
  shortenNames(entries);
  codesFirst(entries);
  const words = knownWords(guard, [...lines("rare-words.txt"), ...lines("lab-words.txt")], entries, geneTables);
  return { entries, words, english, namesInDictionaries, stems, homonyms: readHomonyms(table("homonyms.tsv")), frequency, tables };
}

/** A compound of the laboratory as a row of the drugs' table. */
const asDrug = (compound: Row): Row => ({
  ...compound,
  kind: "tool compound",
  max_phase: "",
  oncology: "0",
  drugbank_id: "",
  chembl_id: "",
  sources: "curated",
});

/** What {@link Guard} is made of: lines of the word lists, rows of a table. */
interface Lists {
  readonly english: readonly string[];
  readonly abbreviations: readonly string[];
  readonly namesInDictionaries: ReadonlySet<string>;
  readonly meanings: readonly Row[];
}

/** The lists of texts that are no free names: ordinary words, and abbreviations of other things. */
function guardOf({ english, abbreviations, namesInDictionaries, meanings }: Lists): Guard {
  const otherThan = (...kinds: readonly string[]) => new Set(meanings.flatMap((row) => (kinds.includes(row["of"]!) ? [row["name"]!] : [])));
  const people = otherThan("brand");
  return {
    english: new Set(english.map((word) => word.toLowerCase())),
    abbreviations: new Set(abbreviations),
    noSymbols: otherThan("never"),
    noGenes: otherThan("gene", "both", "fusion"),
    noDrugs: otherThan("drug", "both"),
    fused: otherThan("fusion"),
    people,
    capitalised: new Set(english.filter((word) => /^\p{Lu}/u.test(word) && !people.has(word))),
    namesInDictionaries,
  };
}

const withDetail = (entry: VocabularyEntry, more: string | undefined): VocabularyEntry =>
  more === undefined ? entry : { ...entry, detail: `${entry.detail} · ${more}` };

/** A protein's name in the name of the drug that it is: "recombinant human insulin-like growth factor 1". */
const proteinIn = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:recombinant |human )+| \(?(?:human|recombinant)\)?$/g, "")
    .replace(/-/g, " ");

/** The name of a medicine that is one word: alteplase, mecasermin, agalsidase alfa. */
const COINED = /^[a-z]+(?: (?:alfa|beta))?$/;

/**
 * Where a drug is a protein of the body, its further names name the protein, too ("bFGF", "hGH"): which of them is meant, the
 * sentence says. A word that was made for the medicine is the medicine's alone: {@link COINED}; protein C is not made for it.
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
    const own = names.filter(({ type, text }) => (type === "synonym" || (type === "inn" && !COINED.test(text))) && !held.has(text));
    (protein.names as VocabularyName[]).push(...own.map((name): VocabularyName => ({ ...name, type: "synonym" })));
  }
}

/** First words of names that stand for the whole: an antibody before what it carries, a gene before its vector or cells, a protein before its form. */
const FIRST_WORD = /^\w{5,}(?:mab(?= [a-z]+$)|gene(?= [a-z]+(?:vec|plasmid|leucel)$)|(?:leukin|fusp|imod)(?= al(?:f|ph)a$))/;

/** Lets the first word of a name say it where no other drug has it: "polatuzumab" is polatuzumab vedotin, "cretostimogene" … grenadenorepvec. */
function shortenNames(entries: readonly VocabularyEntry[]): void {
  const drugs = entries.filter(({ kind }) => kind === "known-drug");
  const firsts = drugs.flatMap(({ names }) => [...new Set(names.map(({ text }) => text.toLowerCase().split(/[ -]/)[0]!))]);
  const count = new Map<string, number>();
  for (const first of firsts) count.set(first, (count.get(first) ?? 0) + 1);
  for (const { names } of drugs) {
    const [name] = names;
    const first = name?.type === "inn" ? FIRST_WORD.exec(name.text)?.[0].toLowerCase() : undefined;
    if (first && count.get(first) === 1) (names as VocabularyName[]).push({ ...name!, text: first, type: "synonym", hidden: true });
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

function abbreviationEntry(text: string): VocabularyEntry {
  return {
    kind: "known-abbreviation",
    preferred: text,
    detail: "",
    names: [{ text, type: "abbreviation", letterCase: "exact", context: "none", hidden: true }],
  };
}

function readLines(file: string): string[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
}
