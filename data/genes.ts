/** Genes, proteins and families that have no record: which of their many names may be taken for a name in prose. */
import type { NameType } from "../server/dataset/lexicon";
import { type Guard, isDoubtful, popularity, type VocabularyEntry, type VocabularyName } from "./entry";
import type { Row } from "./source";

/**
 * Reads the tables of genes.
 * @param table reads a table of `data/lexicon/` by its name
 * @param guard ordinary words and abbreviations
 * @param frequency papers for each symbol, lower case
 * @returns genes in order of their symbols, then families, then names that several genes share
 */
export function readGenes(table: (name: string) => Row[], guard: Guard, frequency: ReadonlyMap<string, number>): VocabularyEntry[] {
  const genes = table("genes.tsv");
  const shared = sharedTexts(genes);
  const further = new Map<string, string[]>();
  const add = (symbol: string, text: string) => further.set(symbol, [...(further.get(symbol) ?? []), text]);
  for (const row of table("gene-texts.tsv")) add(row["symbol"]!, row["text"]!);
  for (const row of table("proteins.tsv")) for (const text of list(row["protein_names"])) add(row["symbol"]!, text);
  return [
    ...genes.map((row) => geneEntry(row, further.get(row["symbol"]!) ?? [], shared, guard, frequency)),
    ...table("families.tsv").map((row) => familyEntry(row, guard)),
    ...table("shared-names.tsv").map(sharedEntry),
  ];
}

/** Texts that several genes carry as symbol, alias or previous symbol: none of them is a name of one gene. */
function sharedTexts(genes: readonly Row[]): ReadonlySet<string> {
  const holder = new Map<string, string>();
  const shared = new Set<string>();
  for (const row of genes) {
    const symbol = row["symbol"]!;
    for (const text of [symbol, ...list(row["aliases"]), ...list(row["previous_symbols"])]) {
      const low = text.toLowerCase();
      const other = holder.get(low);
      if (other !== undefined && other !== symbol) shared.add(low);
      else holder.set(low, symbol);
    }
  }
  return shared;
}

function geneEntry(
  row: Row,
  further: readonly string[],
  shared: ReadonlySet<string>,
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry {
  const symbol = row["symbol"]!;
  const locus = row["locus_type"]!;
  const coding = locus === "gene with protein product";
  const known = popularity(frequency.get(symbol.toLowerCase()));
  const names: VocabularyName[] = [
    {
      text: symbol,
      type: "symbol",
      letterCase: "symbol",
      // three letters abbreviate many things (CPP, LPS, MTT)
      context: isDoubtful(symbol, guard) || /^[A-Z]{3}$/.test(symbol) ? "gene" : "none",
      rank: (coding ? 40 : 80) - known,
    },
  ];
  const isWritten = coding || /^RNA, (micro|long non-coding)$/.test(locus);
  // nobody writes the aliases of pseudogenes and the like in prose
  for (const text of isWritten ? list(row["previous_symbols"]) : [])
    if (isAlias(text, shared, guard)) names.push(alias(text, "previous-symbol"));
  for (const text of isWritten ? list(row["aliases"]) : []) if (isAlias(text, shared, guard)) names.push(alias(text, "synonym"));
  for (const text of isWritten ? [row["name"]!, ...further] : []) {
    const name = phrase(text, guard, text === row["name"] ? 69 : 70);
    if (name) names.push(name);
  }
  return {
    kind: "known-gene",
    preferred: symbol,
    detail: `${coding ? "protein-coding gene" : locus} · ${row["hgnc_id"]}`,
    names,
    proposed: false,
  };
}

/**
 * Whether an alias may be read in prose: it belongs to one gene, is no word and no abbreviation, and has three
 * characters at least. HGNC's aliases hold many that are words, or short, or claimed by several genes.
 */
export const isAlias = (text: string, shared: ReadonlySet<string>, guard: Guard): boolean =>
  text.length >= 3 && !isDoubtful(text, guard) && !shared.has(text.toLowerCase()) && !/\s/.test(text) && /[A-Za-z]/.test(text);

/**
 * An alias with a digit and four characters looks like nothing but a symbol. One of letters alone may abbreviate
 * anything: five letters ask for molecular biology in the sentence, three and four for a word of it right beside them.
 */
function alias(text: string, type: NameType): VocabularyName {
  const looksLikeSymbol = text.length >= 4 && /\d/.test(text);
  const context = looksLikeSymbol ? "none" : text.length >= 5 || /\d/.test(text) ? "gene" : "beside";
  return { text, type, letterCase: "symbol", context, rank: 255 };
}

/** Endings of the names of proteins and enzymes: an English word that has one means the protein (insulin, renin, collagen, catalase). */
const PROTEIN = /^\w{2,}(?:in|ase|ogen)s?$/i;

/** A name in words ("vascular endothelial growth factor A"), or nothing where it is an ordinary word. */
function phrase(text: string, guard: Guard, rank: number): VocabularyName | undefined {
  if (text.length < 3 || (isDoubtful(text, guard) && !PROTEIN.test(text))) return undefined;
  const isShort = /^[A-Za-z0-9-]{2,5}$/.test(text);
  return {
    text,
    type: "prose",
    letterCase: isShort && !PROTEIN.test(text) ? "symbol" : "insensitive",
    context: isShort && !PROTEIN.test(text) && !/\d/.test(text) ? "gene" : "none",
    rank,
  };
}

function familyEntry(row: Row, guard: Guard): VocabularyEntry {
  const members = list(row["members"]);
  const name = row["name"]!;
  const names = [name, ...list(row["synonyms"])].flatMap((text) => phrase(text, guard, text === name ? 62 : 75) ?? []);
  const kind = row["kind"]!.startsWith("complex") ? "complex" : "family";
  const shown = members.slice(0, 6).join(", ");
  return {
    kind: "known-family",
    preferred: name,
    detail: `${kind} of ${members.length} genes: ${shown}${members.length > 6 ? " …" : ""}`,
    names,
    proposed: false,
  };
}

function sharedEntry(row: Row): VocabularyEntry {
  const symbols = list(row["symbols"]).join(", ");
  return {
    kind: "known-family",
    preferred: row["name"]!,
    detail: `a name of several genes: ${symbols}${row["more"] === "1" ? " and more" : ""}`,
    names: [{ text: row["name"]!, type: "prose", letterCase: "insensitive", context: "none", rank: 255 }],
    proposed: false,
  };
}

const list = (cell: string | undefined): string[] => (cell ? cell.split("|") : []);
