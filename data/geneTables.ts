/** The tables that genes and families are read from, joined by symbol. */
import { addTo } from "../server/dataset/lists";
import type { Guard } from "./entry";
import { aliasNames, asProse, isGeneric, proteinNames, wordsOf } from "./geneNames";
import { cellsIn, type Row } from "./source";

export interface GeneTables {
  readonly genes: readonly Row[];
  readonly families: readonly Row[];
  /** By a gene's symbol, the smallest group that HGNC has it in, which says most of what it is. */
  readonly groups: ReadonlyMap<string, Row>;
  /** Names that several genes share, on record. */
  readonly shared: readonly Row[];
  /** Names that other tables add to those that `genes.tsv` has, by the gene's symbol. */
  readonly further: ReadonlyMap<string, readonly Further[]>;
  /** How families are called, as the tables write it. */
  readonly familyTexts: readonly string[];
  /** Texts, see {@link asProse}, by which papers are known to call one gene alone. */
  readonly met: ReadonlySet<string>;
  /** See {@link namesOfMany}. */
  readonly isOfMany: (text: string) => boolean;
  readonly guard: Guard;
  /** Papers for each symbol, lower case. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** A name of a gene that other tables add. */
export interface Further {
  readonly text: string;
  /** See {@link VocabularyName.gain}. */
  readonly gain: number;
}

/** What names gain by where they come from: those that were met in papers; the first name of a protein, and its others; the further names of a gene. */
export const IN_TEXTS = 0.9;
export const FIRST_PROTEIN_NAME = -0.4;
export const PROTEIN_NAME = -1.5;
const ALIAS_NAME = -1.2;

/**
 * Joins the tables of genes.
 * @param table reads a table of `data/lexicon/` by its name
 * @param guard ordinary words and abbreviations
 * @param frequency papers for each symbol, lower case
 */
export function readGeneTables(table: (name: string) => Row[], guard: Guard, frequency: ReadonlyMap<string, number>): GeneTables {
  const genes = table("genes.tsv");
  const families = table("families.tsv").map(spelledOut);
  const papersOnIts = (row: Row) => papersOn([row["symbol"]!], frequency);
  const further = new Map<string, Further[]>();
  const add = (row: Row, text: string, gain: number) => addTo(further, row["symbol"]!, { text, gain });
  for (const row of table("gene-texts.tsv")) add(row, row["text"]!, IN_TEXTS);
  const proteins = table("proteins.tsv");
  for (const row of proteins)
    for (const [i, text] of proteinNames(cellsIn(row["protein_names"]), papersOnIts(row)).entries())
      add(row, text, i === 0 ? FIRST_PROTEIN_NAME : PROTEIN_NAME);
  for (const row of genes) for (const text of aliasNames(cellsIn(row["alias_names"]), papersOnIts(row))) add(row, text, ALIAS_NAME);
  const familyTexts = families.flatMap((row) => [row["name"]!, ...cellsIn(row["synonyms"])]);
  const met = new Set([...further.values()].flat().flatMap(({ text, gain }) => (gain === IN_TEXTS ? [asProse(text)] : [])));
  const isOfMany = namesOfMany([...genes, ...proteins], [...families, ...table("classes.tsv")]);
  return {
    genes,
    families,
    groups: smallestGroups(families),
    shared: table("shared-names.tsv"),
    further,
    familyTexts,
    met,
    isOfMany,
    guard,
    frequency,
  };
}

/** Groups of HGNC with a name of their own, each gene's smallest; of two of one size, the last of the table. */
function smallestGroups(families: readonly Row[]): ReadonlyMap<string, Row> {
  const groups = families.filter((row) => row["kind"] === "gene group").map((row) => ({ row, members: cellsIn(row["members"]) }));
  const smallest = new Map<string, Row>();
  for (const { row, members } of groups.sort((a, b) => b.members.length - a.members.length))
    for (const symbol of members) smallest.set(symbol, row);
  return smallest;
}

/** A family with what its abbreviation stands for, if it is one of interleukins: interleukin 12, whose chains alone registers spell out. */
const spelledOut = (row: Row): Row => {
  const [, number] = /^IL(\d+)$/.exec(row["name"]!) ?? [];
  return number ? { ...row, synonyms: [...cellsIn(row["synonyms"]), `interleukin ${number}`].join("|") } : row;
};

/**
 * Tells which further names in words are not those of one gene, though the registers have them there: what a family or a class of
 * drugs is called ("E3 ubiquitin ligase", "calcineurin inhibitor"), and what is said of any protein ("nuclear associated protein").
 * @param genes rows of genes and of proteins
 * @param groups rows of families and classes
 */
function namesOfMany(genes: readonly Row[], groups: readonly Row[]): (text: string) => boolean {
  const bare = (text: string) => text.toLowerCase().replace(/-/g, " ");
  const called = new Set(
    groups
      .filter((row) => cellsIn(row["members"]).length !== 1)
      .flatMap((row) => [row["name"] ?? row["term"]!, ...cellsIn(row["synonyms"] ?? row["names"])])
      .map(bare),
  );
  const holders = new Map<string, Set<string>>();
  const texts = (row: Row) => [row["name"] ?? "", ...cellsIn(row["alias_names"]), ...cellsIn(row["protein_names"])];
  for (const row of genes)
    for (const word of texts(row).flatMap(wordsOf)) holders.set(word, (holders.get(word) ?? new Set()).add(row["symbol"]!));
  return (text) => called.has(bare(text)) || isGeneric(text, holders);
}

/** How many papers are on genes; one on several of them counts for each. */
export const papersOn = (symbols: readonly string[], frequency: ReadonlyMap<string, number>): number =>
  symbols.reduce((sum, symbol) => sum + (frequency.get(symbol.toLowerCase()) ?? 0), 0);

/** Whether a gene makes a protein. */
export const isCoding = (row: Row): boolean => row["locus_type"] === "gene with protein product";
