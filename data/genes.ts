/** Genes, proteins and families that have no record: which of their many names may be taken for a name in prose. */
import type { Context } from "../server/dataset/lexicon";
import { addTo } from "../server/dataset/lists";
import { type Guard, isDoubtful, type VocabularyEntry, type VocabularyName } from "./entry";
import {
  alias,
  aliasNames,
  asProse,
  isAlias,
  isSymbolOf,
  numberSpaced,
  outweighs,
  PROTEIN,
  phrase,
  proteinNames,
  rewordings,
} from "./geneNames";
import { cellsIn, type Row } from "./source";

/**
 * Reads the tables of genes.
 * @param genes the rows of `genes.tsv`
 * @param table reads a table of `data/lexicon/` by its name
 * @param guard ordinary words and abbreviations
 * @param frequency papers for each symbol, lower case
 * @returns genes in order of their symbols, then families, then names that several genes share
 */
export function readGenes(
  genes: readonly Row[],
  table: (name: string) => Row[],
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry[] {
  const families = table("families.tsv");
  const further = new Map<string, Further[]>();
  const add = (symbol: string, text: string, gain: number) => addTo(further, symbol, { text, gain });
  for (const row of table("gene-texts.tsv")) add(row["symbol"]!, row["text"]!, IN_TEXTS);
  for (const row of table("proteins.tsv"))
    for (const [i, text] of proteinNames(cellsIn(row["protein_names"]), frequency.get(row["symbol"]!.toLowerCase()) ?? 0).entries())
      add(row["symbol"]!, text, i === 0 ? FIRST_PROTEIN_NAME : PROTEIN_NAME);
  for (const row of genes)
    for (const text of aliasNames(cellsIn(row["alias_names"]), frequency.get(row["symbol"]!.toLowerCase()) ?? 0))
      add(row["symbol"]!, text, ALIAS_NAME);
  const shared = sharedTexts(genes, families, further);
  const symbols = new Set(genes.map((row) => row["symbol"]!));
  return [
    ...genes.map((row) => geneEntry(row, further.get(row["symbol"]!) ?? [], shared, guard, frequency)),
    ...families.map((row) => familyEntry(row, guard, symbols, frequency)),
    ...stemFamilies(genes, families, further, guard, frequency),
    ...table("shared-names.tsv").map((row) => sharedEntry(row["name"]!, cellsIn(row["symbols"]), row["more"] === "1", "none", frequency)),
    ...sharedAliases(genes, symbols, families, further, guard, frequency),
  ];
}

/** Names that HGNC gives by the place of a transcript alone; in prose they are called by their symbols. */
const SYSTEMATIC =
  / (?:antisense|sense|head to head) RNA(?: \d+)?$| (?:intronic|overlapping|divergent) transcript(?: \d+)?$|^long intergenic non-protein coding RNA /;

/** Papers on a gene that is well known, and fewer than there are on one that hardly is. */
const WELL_KNOWN = 511;
const HARDLY_KNOWN = 25;

/** A name of a gene that other tables add. */
interface Further {
  readonly text: string;
  /** See {@link VocabularyName.gain}. */
  readonly gain: number;
}

/** What names gain by where they come from: those that were met in papers; the first name of a protein, and its others; the further names of a gene. */
const IN_TEXTS = 0.9;
const FIRST_PROTEIN_NAME = -0.4;
const PROTEIN_NAME = -1.5;
const ALIAS_NAME = -1.2;

/** Loci whose further names are written in prose; nobody writes the aliases of pseudogenes and the like. */
const isWritten = (locus: string): boolean => /^(?:gene with protein product|RNA, (?:micro|long non-coding))$/.test(locus);

/**
 * Texts that several genes carry as symbol, alias or previous symbol, or a gene as alias and a family as its name: none of
 * them is a name of one gene. An approved symbol stays that of its gene, whatever other genes' aliases say; so does a text
 * that papers are known to use for one gene alone.
 */
function sharedTexts(
  genes: readonly Row[],
  families: readonly Row[],
  further: ReadonlyMap<string, readonly Further[]>,
): ReadonlySet<string> {
  const holder = new Map<string, string>();
  const shared = new Set<string>();
  for (const { symbol } of genes as unknown as Array<{ symbol: string }>) holder.set(asProse(symbol), symbol);
  for (const row of families) for (const text of [row["name"]!, ...cellsIn(row["synonyms"])]) shared.add(asProse(text));
  for (const row of genes) {
    const symbol = row["symbol"]!;
    const short = (further.get(symbol) ?? []).filter(({ text }) => /^[A-Za-z0-9-]{2,8}$/.test(text)).map(({ text }) => text);
    for (const text of [
      symbol,
      ...(isWritten(row["locus_type"]!) ? [...cellsIn(row["aliases"]), ...cellsIn(row["previous_symbols"])] : []),
      ...short,
    ]) {
      const prose = asProse(text);
      const other = holder.get(prose);
      if (other !== undefined && other !== symbol) shared.add(prose);
      else holder.set(prose, symbol);
    }
  }
  for (const texts of further.values()) for (const { text, gain } of texts) if (gain === IN_TEXTS) shared.delete(asProse(text));
  return shared;
}

/**
 * What must speak for an approved symbol. Two letters and three abbreviate many things (CPP, LPS, MTT), unless the gene is one that
 * hundreds of papers are on.
 */
function contextOf(symbol: string, count: number, guard: Guard): Context {
  const isHardlyKnown = count < HARDLY_KNOWN;
  // what abbreviates something else is never a gene that hardly any paper is on (MSC), and a word seldom is; small words are none
  if (/^(?:[A-Z]{2}|SHE|WAS)$/.test(symbol) || (isHardlyKnown && guard.abbreviations.has(symbol))) return "never";
  const isOther = isDoubtful(symbol, guard);
  if (guard.noGenes.has(symbol) || (isHardlyKnown && /^[A-Z]+$/.test(symbol) && (isOther || symbol.length === 3))) return "beside";
  return isOther || (/^[A-Z]{3}$/.test(symbol) && count < WELL_KNOWN) ? "gene" : "none";
}

function geneEntry(
  row: Row,
  further: readonly Further[],
  shared: ReadonlySet<string>,
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry {
  const symbol = row["symbol"]!;
  const locus = row["locus_type"]!;
  const coding = locus === "gene with protein product";
  const count = frequency.get(symbol.toLowerCase()) ?? 0;
  const names: VocabularyName[] = [
    {
      text: symbol,
      type: "symbol",
      letterCase: "symbol",
      context: contextOf(symbol, count, guard),
    },
  ];
  const met = new Set(further.flatMap(({ text, gain }) => (gain === IN_TEXTS ? [text] : [])));
  for (const text of isWritten(locus) ? cellsIn(row["previous_symbols"]) : [])
    if (isAlias(text, shared, guard)) names.push(alias(text, "previous-symbol"));
  for (const text of isWritten(locus) ? cellsIn(row["aliases"]) : [])
    if (isAlias(text, shared, guard) || (outweighs(text, symbol, count, frequency) && isAlias(text, NONE_SHARED, guard)))
      names.push({ ...alias(text, "synonym"), gain: met.has(text) ? IN_TEXTS + 1 : 0 });
  for (const { text: written, gain } of isWritten(locus)
    ? [...(SYSTEMATIC.test(row["name"]!) ? [] : [{ text: row["name"]!, gain: 0 }]), ...further]
    : [])
    for (const text of rewordings(written)) {
      if (gain === IN_TEXTS && isSymbolOf(text, symbol)) names.push({ text, type: "prose", letterCase: "exact", context: "beside", gain });
      if (/^[A-Za-z0-9-]{2,8}$/.test(text) && shared.has(asProse(text))) continue;
      const name = phrase(text, guard);
      // the approved name is known by its type
      if (name) names.push({ ...name, gain, type: text === row["name"] ? "preferred" : name.type });
    }
  // a symbol that is the protein's name: furin
  const inWords = coding && symbol.length >= 5 && PROTEIN.test(symbol) ? phrase(symbol.toLowerCase(), guard) : undefined;
  if (inWords) names.push(inWords);
  return {
    kind: "known-gene",
    preferred: symbol,
    detail: `${coding ? "protein-coding gene" : locus} · ${row["hgnc_id"]}`,
    names,
    count,
  };
}

/** The number or letter that ends an approved name of one gene among several: "lactate dehydrogenase A". */
const LAST =
  / (?:[A-Z]\d?\/[A-Z]?\d?|[A-Z]?\d{1,2}[A-Z]?|[A-Z]{1,2}|[IVX]+|alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|sigma)$/;
/** What is no family without the rest of its name: "solute carrier family 25 member", "zinc finger and BTB domain containing". */
const UNFINISHED =
  /\b(?:member|target|inhibitor|activator|interacting|binding|associated|regulated|related|dependent|containing|domain|like|homolog|subunit|chain|group|type|class|subfamily|family|and|of|to|in|reading frame)$/;

/** Families that names imply: what two genes and more, or their proteins first of all, are called but for a number or letter at the end. */
function stemFamilies(
  genes: readonly Row[],
  known: readonly Row[],
  further: ReadonlyMap<string, readonly Further[]>,
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry[] {
  const members = new Map<string, { readonly stem: string; readonly isApproved: boolean; readonly symbols: Set<string> }>();
  for (const row of genes) {
    if (row["locus_type"] !== "gene with protein product") continue;
    const symbol = row["symbol"]!;
    for (const written of [
      row["name"]!,
      ...(further.get(symbol) ?? []).filter(({ gain }) => gain > PROTEIN_NAME).map(({ text }) => text),
    ]) {
      const isApproved = written === row["name"];
      let name = written.replace(/, .*$/, "");
      for (let stem = name.replace(LAST, ""); stem !== name; name = stem, stem = name.replace(LAST, "")) {
        if (!isApproved && !/\s/.test(stem)) continue;
        const key = stem.toLowerCase();
        const held = members.get(key) ?? { stem, isApproved, symbols: new Set<string>() };
        members.set(key, held);
        held.symbols.add(symbol);
      }
    }
  }
  const listed = new Set(known.flatMap((row) => [row["name"]!, ...cellsIn(row["synonyms"])]).map((text) => text.toLowerCase()));
  const stems = [...members].filter(([key, { symbols }]) => symbols.size > 1 && !UNFINISHED.test(key) && !listed.has(key));
  return stems.flatMap(([, { stem, isApproved, symbols: set }]) => {
    const symbols = [...set];
    const names = rewordings(stem).flatMap((text) => phrase(text, guard) ?? []);
    const count = papersOn(symbols, frequency);
    return {
      kind: "known-family",
      preferred: stem,
      detail: isApproved ? membersOf("family", symbols, frequency) : severalOf(symbols, symbols.length > MOST_SHOWN, frequency),
      names,
      count,
    };
  });
}

/** How many members of a family are named. */
const MOST_SHOWN = 6;
const severalOf = (symbols: readonly string[], more: boolean, frequency: ReadonlyMap<string, number>): string =>
  `a name of several genes: ${shown(symbols, frequency)}${more ? " and more" : ""}`;

/** Of many members those that most papers are on; few stay in their order. */
const shown = (symbols: readonly string[], frequency: ReadonlyMap<string, number>): string =>
  (symbols.length > MOST_SHOWN ? [...symbols].sort((a, b) => papersOn([b], frequency) - papersOn([a], frequency)) : symbols)
    .slice(0, MOST_SHOWN)
    .join(", ");

/** How many papers are on the members of a family; one on several of them counts for each. */
const papersOn = (members: readonly string[], frequency: ReadonlyMap<string, number>): number =>
  members.reduce((sum, symbol) => sum + (frequency.get(symbol.toLowerCase()) ?? 0), 0);

/** The table has the count alone where members are many: "(1414 genes)"; it has no members of what is too wide. */
function membersOf(kind: string, symbols: readonly string[], frequency: ReadonlyMap<string, number>): string {
  const [first] = symbols;
  if (!first) return kind;
  if (symbols.length === 1) return `${kind} of ${/^\((\d+ genes)\)$/.exec(first)?.[1] ?? `the gene ${first}`}`;
  return `${kind} of ${symbols.length} genes: ${shown(symbols, frequency)}${symbols.length > MOST_SHOWN ? " …" : ""}`;
}

function familyEntry(row: Row, guard: Guard, symbols: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): VocabularyEntry {
  const name = row["name"]!;
  const isFamPlex = row["source"]!.startsWith("FamPlex");
  // a fusion is read as its two genes, each of which has more to say
  const isFusion = (text: string) =>
    /^[^-:/]+(?:-|::|\/)[^-:/]+$/.test(text) &&
    text
      .replace(/ fusion$/, "")
      .split(/-|::|\//)
      .every((part) => symbols.has(part));
  const texts = [name, ...cellsIn(row["synonyms"])]
    .filter((text) => !isFusion(text))
    // HGNC calls its groups by the plural
    .flatMap((text) => (/[a-z]{3}[^s]s$/.test(text) ? [text, text.slice(0, -1)] : [text]));
  const names = [...new Set(texts.flatMap((text) => [text, numberSpaced(text)]))]
    .flatMap((text) => phrase(text, guard) ?? [])
    // what papers call a family, in capitals that are no word, needs no support: AMPK, SMAD
    .map((one) => (isFamPlex && /^[A-Z]{4,}$/.test(one.text) && one.letterCase === "symbol" ? { ...one, context: "none" as const } : one))
    // an antigen of leucocytes is abbreviated as one, and as nothing else: CD8
    .map((one) => (/^CD\d+$/.test(one.text) && one.context === "beside" ? { ...one, context: "gene" as const } : one));
  const kind = row["kind"]!.startsWith("complex") ? "complex" : "family";
  const members = cellsIn(row["members"]);
  const count = papersOn(members, frequency);
  return { kind: "known-family", preferred: name, detail: membersOf(kind, members, frequency), names, count };
}

function sharedEntry(
  name: string,
  symbols: readonly string[],
  more: boolean,
  context: Context,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry {
  return {
    kind: "known-family",
    preferred: name,
    detail: severalOf(symbols, more, frequency),
    names: [
      {
        text: name,
        type: "prose",
        letterCase: /\s/.test(name) ? "insensitive" : /\d/.test(name) ? "symbol" : "exact",
        context,
        gain: context === "none" ? 0 : -2,
      },
    ],
    count: papersOn(symbols, frequency),
  };
}

/**
 * Aliases that several protein-coding genes carry (p75, TAZ): read with all their genes; those of three
 * characters or of letters alone only right beside a word of molecular biology, or joined to another protein.
 */
function sharedAliases(
  genes: readonly Row[],
  symbols: ReadonlySet<string>,
  families: readonly Row[],
  further: ReadonlyMap<string, readonly Further[]>,
  guard: Guard,
  frequency: ReadonlyMap<string, number>,
): VocabularyEntry[] {
  // what is the name of a family or, in papers, of one gene alone
  const known = new Set(families.flatMap((row) => [row["name"]!, ...cellsIn(row["synonyms"])]).map(asProse));
  for (const texts of further.values()) for (const { text, gain } of texts) if (gain === IN_TEXTS) known.add(asProse(text));
  const holders = new Map<string, string[]>();
  for (const row of genes) {
    if (row["locus_type"] !== "gene with protein product") continue;
    for (const text of new Set([...cellsIn(row["aliases"]), ...cellsIn(row["previous_symbols"])])) {
      if (/^[A-Za-z][\w-]{2,}$/.test(text) && !symbols.has(text) && isAlias(text, NONE_SHARED, guard) && !known.has(asProse(text)))
        addTo(holders, text, row["symbol"]!);
    }
  }
  return [...holders]
    .filter(([, { length }]) => length > 1)
    .map(([text, symbols]) =>
      sharedEntry(text, symbols, symbols.length > MOST_SHOWN, text.length > 3 ? alias(text, "synonym").context : "beside", frequency),
    );
}

const NONE_SHARED: ReadonlySet<string> = new Set();
