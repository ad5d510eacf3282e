/** Families, complexes and whatever else several genes are called in common. */
import { addTo } from "../server/dataset/lists";
import type { Context } from "../server/dataset/nameFlags";
import { NAMES_PROTEIN } from "../server/note/nameOfProtein";
import type { Guard, VocabularyEntry, VocabularyName } from "./entry";
import { alias, asProse, isAlias, numberSpaced, phrase, rewordings } from "./geneNames";
import { FIRST_PROTEIN_NAME, type GeneTables, isCoding, PROTEIN_NAME, papersOn } from "./geneTables";
import { cellsIn, type Row } from "./source";

/** What several genes are called in common: families on record, families that names imply, shared names on record, shared aliases. */
export function familyEntries(tables: GeneTables): VocabularyEntry[] {
  const symbols = new Set(tables.genes.map((row) => row["symbol"]!));
  return [
    ...tables.families.map((row) => familyEntry(row, symbols, tables)),
    ...stemFamilies(tables),
    ...microRnas(tables),
    ...tables.shared.map((row) => sharedEntry(row["name"]!, cellsIn(row["symbols"]), row["more"] === "1", "none", tables)),
    ...sharedAliases(symbols, tables),
  ];
}

function familyEntry(row: Row, symbols: ReadonlySet<string>, { guard, frequency }: GeneTables): VocabularyEntry {
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
    .flatMap(spelledChains)
    // HGNC calls its groups by the plural
    .flatMap((text) => (/[a-z]{3}[^s]s$/.test(text) ? [text, text.slice(0, -1)] : [text]));
  const names = [...new Set(texts.flatMap((text) => [text, numberSpaced(text)]))].flatMap(
    (text) => familyName(text, isFamPlex, guard) ?? [],
  );
  const kind = row["kind"]!.startsWith("complex") ? "complex" : "family";
  const members = cellsIn(row["members"]);
  const preferred = inShort(name, texts);
  // what no gene makes, as a sugar, is called what it is
  const detail = members.length > 0 || isFamPlex ? membersOf(kind, members, frequency) : row["kind"]!;
  return { kind: "known-family", preferred, detail, names, count: papersOn(members, frequency) };
}

/** The name of an integrin, and with its two chains spelled out and parted: "integrin alpha v beta 3", which is not all alpha chains. */
function spelledChains(text: string): string[] {
  const [, alpha, beta] = /^integrin α(\w{1,3})β(\d)$/.exec(text) ?? [];
  const spelled = alpha ? [`alpha ${alpha} beta ${beta}`, `alpha-${alpha} beta-${beta}`] : [];
  return [text, ...spelled.flatMap((chains) => [`integrin ${chains}`, `integrins ${chains}`, `${chains} integrin`])];
}

/** What a family of several texts is called: laminin where registers say "Laminin subunits", and both are its names. */
function inShort(name: string, texts: readonly string[]): string {
  const short = name.replace(/ (?:family(?: members)?|families|subunits?)$/, "").toLowerCase();
  return texts.find((text) => /[a-z]{3}/.test(text) && text.toLowerCase() === short) ?? name;
}

/** A name of a family on record; nothing where it is an ordinary word. */
function familyName(text: string, isFamPlex: boolean, guard: Guard): VocabularyName | undefined {
  const name = phrase(text, guard);
  // what papers call a family, in capitals that are no word, needs no support: AMPK, SMAD
  if (isFamPlex && name?.letterCase === "symbol" && /^[A-Z]{4,}$/.test(text)) return { ...name, context: "none" };
  // an antigen of leucocytes is abbreviated as one, and as nothing else: CD8
  return name && /^CD\d+$/.test(text) ? { ...name, context: "none" } : name;
}

/** The number or letter that ends an approved name of one gene among several: "lactate dehydrogenase A". */
const LAST =
  / (?:[A-Z]\d?\/[A-Z]?\d?|[A-Z]?\d{1,2}[A-Z]?|[A-Z]{1,2}|[IVX]+|alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|sigma)$/;
/** What is no family without the rest of its name: "solute carrier family 25 member", "zinc finger and BTB domain containing". */
const UNFINISHED =
  /\b(?:member|target|inhibitor|activator|interacting|binding|associated|regulated|related|dependent|containing|domain|like|homolog|subunit|chain|group|type|class|subfamily|family|and|of|to|in|reading frame)$/;

/** What is a disease but for the number of the gene that is called after it: "B-cell lymphoma 2". */
const DISEASE = /(?:ancer|arcinoma|blastoma|eukemia|glioma|lymphoma|melanoma|sarcoma|tumou?r|yndrome|disease|dystrophy|deficiency|anemia)$/;

/** Families that names imply: what two genes and more, or their proteins first of all, are called but for a number or letter at the end. */
function stemFamilies({ genes, further, familyTexts, guard, frequency }: GeneTables): VocabularyEntry[] {
  const stems = new Map<string, { readonly stem: string; readonly isApproved: boolean; readonly symbols: Set<string> }>();
  for (const row of genes.filter(isCoding)) {
    const symbol = row["symbol"]!;
    for (const written of [
      row["name"]!,
      ...(further.get(symbol) ?? []).filter(({ gain }) => gain > PROTEIN_NAME).map(({ text }) => text),
    ]) {
      const isApproved = written === row["name"];
      for (const stem of stemsOf(written)) {
        if (!isApproved && !/\s/.test(stem)) continue;
        const key = stem.toLowerCase();
        const held = stems.get(key) ?? { stem, isApproved, symbols: new Set<string>() };
        stems.set(key, held);
        held.symbols.add(symbol);
      }
    }
  }
  const listed = new Set(familyTexts.map((text) => text.toLowerCase()));
  const families = [...stems].filter(
    ([key, { symbols }]) => symbols.size > 1 && !UNFINISHED.test(key) && !DISEASE.test(key) && !listed.has(key),
  );
  return families.map(([, { stem, isApproved, symbols: set }]) => {
    const symbols = [...set];
    const names = rewordings(stem).flatMap((text) => phrase(text, guard) ?? []);
    const detail = isApproved ? membersOf("family", symbols, frequency) : severalOf(symbols, symbols.length > MOST_SHOWN, frequency);
    return { kind: "known-family", preferred: stem, detail, names, count: papersOn(symbols, frequency) };
  });
}

/** MicroRNAs that several genes make, which papers call without the number of the gene: miR-9 of MIR9-1, miR-125b of MIR125B2. */
function microRnas({ genes, familyTexts, frequency }: GeneTables): VocabularyEntry[] {
  const copies = new Map<string, string[]>();
  for (const { symbol } of genes) {
    const [, number] = /^MIR(\d+(?:[A-Z](?=\d$)|(?=-\d$)))-?\d$/.exec(symbol!) ?? [];
    if (number) addTo(copies, `miR-${number.toLowerCase()}`, symbol!);
  }
  const listed = new Set(familyTexts.map(asProse));
  return [...copies]
    .filter(([text, { length }]) => length > 1 && !listed.has(asProse(text)))
    .map(([text, symbols]) => ({
      kind: "known-family",
      preferred: text,
      detail: `microRNA of ${symbols.length} genes: ${shown(symbols, frequency)}`,
      names: [{ text, type: "prose", letterCase: "insensitive", context: "none" }],
      count: papersOn(symbols, frequency),
    }));
}

/** A name without the number or letter at its end, then without the next one: "subunit", behind "subunit alpha", of "subunit alpha 1". */
function* stemsOf(text: string): Generator<string> {
  let name = text.replace(/, .*$/, "");
  for (let stem = name.replace(LAST, ""); stem !== name; name = stem, stem = name.replace(LAST, "")) yield stem;
}

/** The number or letter of the first of a series, or of all there is of it. */
const FIRST = / (?:1|I|A|alpha)(?: 1)?$/;
/** Papers on a gene that notes call without its number: what is said of hardly known ones is said of others, too ("histone acetyltransferase" of HAT1). */
const WELL_WRITTEN_OF = 100;
/** What names have in common that differ in hyphens, or say that they are a protein's. */
const bareStem = (text: string): string =>
  text
    .toLowerCase()
    .replace(/-/g, " ")
    .replace(/ protein$/, "");

/**
 * What a gene or protein is called but for the number at its end, where no other gene has one: "fibroblast activation protein" (…,
 * alpha), "vascular cell adhesion molecule" (… 1).
 * @returns such names by the gene's symbol
 */
export function loneStems({ genes, further, familyTexts, isOfMany, frequency }: GeneTables): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, Set<string>>();
  const hold = (text: string, symbol: string) => holders.set(bareStem(text), (holders.get(bareStem(text)) ?? new Set()).add(symbol));
  for (const text of familyTexts) hold(text, "");
  for (const { symbol, name } of genes)
    for (const text of [name!, ...(further.get(symbol!) ?? []).map((one) => one.text)])
      for (const one of [text, ...stemsOf(text)]) hold(one, symbol!);
  const found = new Map<string, string[]>();
  for (const row of genes.filter(isCoding)) {
    const symbol = row["symbol"]!;
    if (papersOn([symbol], frequency) < WELL_WRITTEN_OF) continue;
    const own = (further.get(symbol) ?? []).filter(({ gain, text }) => gain === FIRST_PROTEIN_NAME && text.endsWith(" 1"));
    for (const text of [row["name"]!, ...own.map((one) => one.text)]) {
      const stem = text.replace(FIRST, "");
      if (stem === text || !/\s/.test(stem) || UNFINISHED.test(stem) || !NAMES_PROTEIN.test(stem)) continue;
      if (holders.get(bareStem(stem))?.size === 1 && !isOfMany(stem)) addTo(found, symbol, stem);
    }
  }
  return found;
}

/**
 * Aliases that several protein-coding genes carry (p75, TAZ): read with all their genes; those of three
 * characters or of letters alone only right beside a word of molecular biology, or joined to another protein.
 */
function sharedAliases(symbols: ReadonlySet<string>, tables: GeneTables): VocabularyEntry[] {
  const { genes, familyTexts, met, guard } = tables;
  const ofFamily = new Set(familyTexts.map(asProse));
  const holders = new Map<string, string[]>();
  for (const row of genes.filter(isCoding)) {
    for (const text of new Set([...cellsIn(row["aliases"]), ...cellsIn(row["previous_symbols"])])) {
      const prose = asProse(text);
      if (/^[A-Za-z][\w-]{2,}$/.test(text) && !symbols.has(text) && isAlias(text, guard) && !ofFamily.has(prose) && !met.has(prose))
        addTo(holders, text, row["symbol"]!);
    }
  }
  return [...holders]
    .filter(([, { length }]) => length > 1)
    .map(([text, of]) =>
      sharedEntry(text, of, of.length > MOST_SHOWN, text.length > 3 ? alias(text, "synonym").context : "beside", tables),
    );
}

/** @param more whether further genes than these have the name */
function sharedEntry(
  name: string,
  symbols: readonly string[],
  more: boolean,
  context: Context,
  { frequency }: GeneTables,
): VocabularyEntry {
  const letterCase = /\s/.test(name) ? "insensitive" : /\d/.test(name) ? "symbol" : "exact";
  return {
    kind: "known-family",
    preferred: name,
    detail: severalOf(symbols, more, frequency),
    names: [{ text: name, type: "prose", letterCase, context, gain: context === "none" ? 0 : -2 }],
    count: papersOn(symbols, frequency),
  };
}

/** How many members of a family are named. */
const MOST_SHOWN = 6;

const severalOf = (symbols: readonly string[], more: boolean, frequency: GeneTables["frequency"]): string =>
  `a name of several genes: ${shown(symbols, frequency)}${more ? " and more" : ""}`;

/** The table has the count alone where members are many: "(1414 genes)"; it has no members of what is too wide. */
function membersOf(kind: string, symbols: readonly string[], frequency: GeneTables["frequency"]): string {
  const [first] = symbols;
  if (!first) return kind;
  if (symbols.length === 1) return `${kind} of ${/^\((\d+ genes)\)$/.exec(first)?.[1] ?? `the gene ${first}`}`;
  return `${kind} of ${symbols.length} genes: ${shown(symbols, frequency)}${symbols.length > MOST_SHOWN ? " …" : ""}`;
}

/** Of many members those that most papers are on; few stay in their order. */
const shown = (symbols: readonly string[], frequency: GeneTables["frequency"]): string =>
  (symbols.length > MOST_SHOWN ? [...symbols].sort((a, b) => papersOn([b], frequency) - papersOn([a], frequency)) : symbols)
    .slice(0, MOST_SHOWN)
    .join(", ");
