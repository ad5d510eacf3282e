/** Genes and proteins that have no record: which of their many names may be taken for a name in prose. */
import type { Context } from "../server/dataset/nameFlags";
import { type Guard, isDoubtful, type VocabularyEntry, type VocabularyName } from "./entry";
import { loneStems } from "./families";
import { alias, asProse, isAlias, isSymbolOf, outweighs, PROTEIN, phrase, rewordings } from "./geneNames";
import { type GeneTables, IN_TEXTS, isCoding, PROTEIN_NAME, papersOn } from "./geneTables";
import { cellsIn, type Row } from "./source";

/** The genes in order of their symbols. */
export function geneEntries(tables: GeneTables): VocabularyEntry[] {
  const shared = sharedTexts(tables);
  const stems = loneStems(tables);
  return tables.genes.map((row) => geneEntry(row, shared, stems.get(row["symbol"]!) ?? [], tables));
}

/** Names that HGNC gives by the place of a transcript alone; in prose they are called by their symbols. */
const SYSTEMATIC =
  / (?:antisense|sense|head to head) RNA(?: \d+)?$| (?:intronic|overlapping|divergent) transcript(?: \d+)?$|^long intergenic non-protein coding RNA /;

/** Papers on a gene that is well known, and fewer than there are on one that hardly is. */
const WELL_KNOWN = 511;
const HARDLY_KNOWN = 25;

/** Whether prose uses the further names of a locus; nobody writes the aliases of pseudogenes and the like. */
const isWritten = (row: Row): boolean => isCoding(row) || /^RNA, (?:micro|long non-coding)$/.test(row["locus_type"]!);

/** Whether a text may be a symbol, and may abbreviate many things: such a name that several genes have is none of one gene. */
const isShort = (text: string): boolean => /^[A-Za-z0-9-]{2,8}$/.test(text);

/**
 * Texts that several genes carry as symbol, alias or previous symbol, or a gene as alias and a family as its name: none of
 * them is a name of one gene. An approved symbol stays that of its gene, whatever other genes' aliases say; so does a text
 * that papers are known to use for one gene alone.
 */
function sharedTexts({ genes, further, familyTexts, met }: GeneTables): ReadonlySet<string> {
  const holder = new Map(genes.map(({ symbol }) => [asProse(symbol!), symbol!]));
  const shared = new Set(familyTexts.map(asProse));
  for (const row of genes) {
    const symbol = row["symbol"]!;
    const aliases = isWritten(row) ? [...cellsIn(row["aliases"]), ...cellsIn(row["previous_symbols"])] : [];
    const short = (further.get(symbol) ?? []).map(({ text }) => text).filter(isShort);
    for (const text of [symbol, ...aliases, ...short]) {
      const prose = asProse(text);
      const other = holder.get(prose);
      if (other !== undefined && other !== symbol) shared.add(prose);
      else holder.set(prose, symbol);
    }
  }
  for (const text of met) shared.delete(text);
  return shared;
}

/**
 * Former symbols that several genes carry, and that look like nothing but a symbol: ADH2, once that of ADH1B and now said of ADH4. Whoever
 * writes one misspells nothing, though no card can say which is meant.
 */
export function sharedFormerSymbols(tables: GeneTables): string[] {
  const shared = new Set(sharedTexts(tables));
  // an approved symbol is that of its gene
  for (const { symbol } of tables.genes) shared.delete(asProse(symbol!));
  const former = tables.genes.flatMap((row) => cellsIn(row["previous_symbols"]));
  return [...new Set(former)].filter((text) => /^[A-Z]{2,}\d+[A-Z]?\d*$/.test(text) && shared.has(asProse(text)));
}

/**
 * What must speak for an approved symbol. Two letters and three abbreviate many things (CPP, LPS, MTT), unless the gene is one that
 * hundreds of papers are on.
 */
function contextOf(symbol: string, count: number, guard: Guard): Context {
  const isHardlyKnown = count < HARDLY_KNOWN;
  // what abbreviates something else is never a gene that hardly any paper is on (MSC), and a word seldom is
  if (/^[A-Z]{2}$/.test(symbol) || guard.noSymbols.has(symbol) || (isHardlyKnown && guard.abbreviations.has(symbol))) return "never";
  if (guard.fused.has(symbol)) return "rearranged";
  const isOther = isDoubtful(symbol, guard);
  if (guard.noGenes.has(symbol) || (isHardlyKnown && /^[A-Z]+$/.test(symbol) && (isOther || symbol.length === 3))) return "beside";
  return isOther || (/^[A-Z]{3}$/.test(symbol) && count < WELL_KNOWN) ? "gene" : "none";
}

function geneEntry(row: Row, shared: ReadonlySet<string>, stems: readonly string[], tables: GeneTables): VocabularyEntry {
  const { guard, frequency } = tables;
  const symbol = row["symbol"]!;
  const count = papersOn([symbol], frequency);
  // a symbol that is the protein's name: furin
  const inWords = isCoding(row) && symbol.length >= 5 && PROTEIN.test(symbol) ? phrase(symbol.toLowerCase(), guard) : undefined;
  return {
    kind: "known-gene",
    preferred: symbol,
    detail: [isCoding(row) ? "protein-coding gene" : row["locus_type"], row["hgnc_id"], ...groupOf(symbol, tables)].join(" · "),
    names: [
      { text: symbol, type: "symbol", letterCase: "symbol", context: contextOf(symbol, count, guard) },
      ...(isWritten(row) ? [...aliasesOf(row, shared, tables), ...namesInWords(row, shared, tables)] : []),
      ...(inWords ? [inWords] : []),
      ...stems.flatMap(rewordings).flatMap((text) => withGain(phrase(text, guard), PROTEIN_NAME)),
    ],
    count,
  };
}

/** The group of HGNC that a gene's card names, if any. */
function groupOf(symbol: string, { groups }: GeneTables): string[] {
  const group = groups.get(symbol);
  return group ? [`group: ${group["name"]!}`] : [];
}

const withGain = (name: VocabularyName | undefined, gain: number): VocabularyName[] => (name ? [{ ...name, gain }] : []);

/** Symbols that genes had from the disease they were sought for, by the roots that HGNC gave these: whoever writes MEN2A or MODY2 means the disease. */
const OF_DISEASE =
  /^(?:ACHM|ALS|ARVD|BBS|CCM|CDPX|CELIAC|CLN|CM[DHT]|COCA|CORD|CSNB|DFN[ABX]?|DYT|EB[NRS]|EDM|EVR|FEB|FEOM|FSGS|GLC|HHC|HPE|HSCR|HSN|HTX|IBD|IBM|IDDM|IMD|KAL|LCA|LCCS|LGMD|LQT|MCPH|MEN|MFS|MHS|MODY|MRT|NEM|OPD|ORW|PARK|PDB|PEO|PFIC|PFM|PGL|PSORS|SCA|SLEB|SPG|STGD|USH|WS)\d/;
/** Whether a former symbol of a solute carrier says what it carries, or of a receptor what binds it: so the protein is called to this day, GLUT4 and TNFR2. */
const isOfProtein = (text: string, symbol: string): boolean =>
  /^(?:SLC|TNFRSF)/.test(symbol) && /^(?:ANT|DAT|ENT|GLUT|NCX|NET|NHE|NRAMP|SGLT|TNFR|VMAT|ZNT)\d+$/.test(text);

/** The old symbols of a gene and its aliases that are names of it alone; of the former those that papers still call its protein by count as aliases. */
function aliasesOf(row: Row, shared: ReadonlySet<string>, { further, guard, frequency }: GeneTables): VocabularyName[] {
  const symbol = row["symbol"]!;
  const met = new Set(further.get(symbol)?.flatMap(({ text, gain }) => (gain === IN_TEXTS ? [text] : [])));
  const isUnshared = (text: string) => !shared.has(asProse(text));
  const isAlone = (text: string) => isUnshared(text) || outweighs(text, symbol, frequency);
  return [
    ...cellsIn(row["previous_symbols"])
      .filter((text) => isUnshared(text) && isAlias(text, guard) && !OF_DISEASE.test(text))
      .map((text) => alias(text, met.has(text) || isOfProtein(text, symbol) ? "synonym" : "previous-symbol")),
    ...cellsIn(row["aliases"])
      .filter((text) => isAlone(text) && isAlias(text, guard))
      .map((text) => ({ ...alias(text, "synonym"), gain: met.has(text) ? IN_TEXTS + 1 : 0 })),
  ];
}

/** What a gene and its protein are called in words, and what other tables call them. */
function namesInWords(row: Row, shared: ReadonlySet<string>, { further, isOfMany, guard }: GeneTables): VocabularyName[] {
  const { symbol, name: approved } = row;
  const names: VocabularyName[] = [];
  const own = SYSTEMATIC.test(approved!) ? [] : [{ text: approved!, gain: 0 }];
  for (const { text: written, gain } of [...own, ...(further.get(symbol!) ?? [])])
    for (const text of rewordings(written)) {
      if (gain === IN_TEXTS && isSymbolOf(text, symbol!)) names.push({ text, type: "prose", letterCase: "exact", context: "beside", gain });
      if (isShort(asProse(text)) && shared.has(asProse(text))) continue;
      if (gain !== IN_TEXTS && text !== approved && isOfMany(text)) continue;
      const name = phrase(text, guard);
      // the approved name is known by its type
      if (name) names.push({ ...name, gain, type: text === approved ? "preferred" : name.type });
    }
  return names;
}
