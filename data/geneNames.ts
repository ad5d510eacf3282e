/** How genes and proteins are called in prose: which of the names that registers have may be read, in which case and context, and how they are turned round. */
import type { NameType } from "../server/dataset/nameFlags";
import { NAMES_PROTEIN } from "../server/note/nameOfProtein";
import { type Guard, isDoubtful, type VocabularyName } from "./entry";

/** What prose tells apart: iNOS from INOS, TSP-1 from T-SP1, but neither Tsp1 nor TSP1 from TSP-1. */
export const asProse = (text: string): string =>
  (/^[a-z][A-Z]{2,}/.test(text) ? text : text.toLowerCase()).replace(/[-\u2010\u2011 ](?=\d)/g, "");

/** Whether prose means something else than a gene by a text; Puf-A is spelled like PUFA, but the case of p63 tells it from P63. */
function meansElse(text: string, { noGenes, noSymbols }: Guard): boolean {
  const bare = text.replaceAll("-", "");
  return noSymbols.has(text) || noGenes.has(/\d/.test(bare) ? bare : bare.toUpperCase());
}

/**
 * Whether an alias may be read in prose: it is no word and no abbreviation, and has three characters at least.
 * HGNC's aliases hold many that are words, or short.
 */
export const isAlias = (text: string, guard: Guard): boolean =>
  text.length >= 3 && !/\s/.test(text) && /[A-Za-z]/.test(text) && !meansElse(text, guard) && !isDoubtful(text, guard);

/**
 * An alias with a digit and four characters looks like nothing but a symbol. A shorter one with a digit, or one of five
 * letters and more, asks for molecular biology in the sentence; three or four letters alone may abbreviate anything, and ask for a word
 * of it right beside them.
 */
export function alias(text: string, type: NameType): VocabularyName {
  const looksLikeSymbol = text.length >= 4 && /\d/.test(text);
  // "4.1B" is an amount of money, as a rule, what meetings number so, too, an abstract (CT114, LBA1), and a letter with two digits a day, a well, an isotope
  const context = /^(?:\d+\.\d|CT\d{2,3}$|LBA\d{1,3}$|[A-Z]\d\d$)/.test(text)
    ? "beside"
    : looksLikeSymbol
      ? "none"
      : text.length >= 5 || /\d/.test(text)
        ? "gene"
        : "beside";
  return { text, type, letterCase: "symbol", context };
}

/** Whether two letters are a symbol but for its number: Rb of RB1. */
export const isSymbolOf = (text: string, symbol: string): boolean =>
  /^[A-Z][A-Za-z]$/.test(text) && text !== symbol && symbol.replace(/\d+$/, "") === text.toUpperCase();

/** How prose turns the registers' names in words round, each with an example of what it makes. */
const REWORDINGS: ReadonlyArray<readonly [RegExp, string]> = [
  // mucin 1 (…, cell surface associated); not where that tells one of several: interleukin 1, beta, convertase
  [/(?<=\d[A-Z]?), (?!regulatory|catalytic|(?:sub)?family|subunit|member [A-Z\d]|(?:alpha|beta|gamma|delta|zeta)\b|p\d)[a-z].*$/, ""],
  // tissue plasminogen activator (plasminogen activator, tissue type)
  [/^([^,]{4,}), ([a-z]{4,})(?: type)?$/, "$2 $1"],
  // choline acetyltransferase, without the locants of chemistry
  [/(?<= )[CNOS]-(?=[a-z]{5})/g, ""],
  [/\bsynthase\b/, "synthetase"],
  // topo II
  [/^(?:DNA )?topoisomerase (?=[IVX]+\b)/i, "topo "],
  // histamine H4 receptor
  [/^(.+) receptor ([A-Z]?\d{1,2}[A-Z]?)$/, "$1 $2 receptor"],
  // H4 receptor
  [/^[a-z]+ receptor ([A-Z]\d[A-Z]?)$/, "$1 receptor"],
  // endothelin A receptor
  [/^(.+) receptor type ([A-Z]\d?)$/, "$1 $2 receptor"],
  // tissue inhibitor of metalloproteinase 3, of matrix metalloproteinase 3
  [/^(tissue inhibitor of )metalloproteinases (?=\d)/i, "$1metalloproteinase "],
  [/^(tissue inhibitor of )metalloproteinases (?=\d)/i, "$1matrix metalloproteinase "],
  // Aurora A
  [/^(aurora) kinase ([A-C])$/, "$1 $2"],
  // dopamine transporter (sodium-dependent …)
  [/^(?:sodium|potassium|calcium|zinc|chloride|proton)(?:- and \w+)*[- ](?:dependent|coupled) (?=\w+ transporter)/i, ""],
  // sonic hedgehog
  [/ signaling molecule$/, ""],
  // heat shock factor 1
  [/ factor protein (?=\d)/, " factor "],
  // Krüppel-like factor 4, and how English writes it
  [/\bKrueppel/i, "Krüppel"],
  [/\bKrueppel/i, "Kruppel"],
  // cytokeratin 18
  [/^keratin (?=\d+$)/, "cytokeratin "],
  // sex determining region Y-box 2
  [/^SRY-box transcription factor (?=\d)/, "sex determining region Y-box "],
  // cyclinD1, ephrinB2, plexinA1
  [/^(cyclin|ephrin|plexin) (?=[A-Z]\d$)/, "$1"],
  // autophagy-related gene 5
  [/^(autophagy[ -]related) (?=\d)/, "$1 gene "],
  // ubiquitin-specific protease 7
  [/^(ubiquitin specific) peptidase (?=\d)/, "$1 protease "],
  // glucose transporter 1, somatostatin receptor 2
  [/(?<= (?:transporter|receptor)) type[- ](\d[A-Z]?)(?:, .*)?$/, " $1"],
  // CXC chemokine receptor 4, CC chemokine ligand 2, C-C chemokine ligand 2, chemokine (C-C motif) ligand 2
  [/^C-X-C motif (?=chemokine)/, "CXC "],
  [/^C-C motif (?=chemokine)/, "CC "],
  [/(?<=^C-(?:X-)?C) motif(?= chemokine)/, ""],
  [/^(C-(?:X-)?C motif) chemokine (?=ligand|receptor)/, "chemokine ($1) "],
  // type III collagen (collagen type III alpha 1 chain)
  [/^collagen type ([IVX]+) alpha \d chain$/, "type $1 collagen"],
  [/^(collagen) type ([IVX]+) alpha \d chain$/, "$1 $2"],
  // platelet derived growth factor B (… subunit B), succinate dehydrogenase subunit A (… complex flavoprotein subunit A)
  [/ factor subunit ([A-Z])$/, " factor $1"],
  [/ complex(?: \w+){0,2} subunit ([A-Z])$/, " subunit $1"],
  // aSMA, a-SMA
  [/^([abgd])(?:lpha|eta|amma|elta)-(?=[A-Z][A-Za-z]?[A-Z])/, "$1"],
  // C/EBPa, PKCa
  [/^([A-Z][A-Z/]{2,})([abgde])(?:lpha|eta|amma|elta|psilon)$/, "$1$2"],
  // protein kinase Calpha, which is Cα as well, DNA topoisomerase IIalpha
  [/(?<= (?:[A-Z]|[IVX]{2,3})) (?=(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota)$)/, ""],
  // hepatocyte nuclear factor 4-alpha, 4alpha
  [/(?<=\d) (?=(?:alpha|beta|gamma|delta|epsilon|zeta|theta)\b)/g, "-"],
];

/** A name with a space for the hyphen behind its number: "phosphatidylinositol 3 kinase", "PI3 kinase", "PI 3 kinase". */
export const numberSpaced = (text: string): string => text.replace(/(?<=(?:[a-z]{4} |\bPI ?)\d)-(?=[a-z]{5})/i, " ");

/** American spellings in the registers, and the British ones. */
const BRITISH: ReadonlyArray<readonly [RegExp, string]> = [
  [/\btumor\b/gi, "tumour"],
  [/\bhem(?=o|e\b)/g, "haem"],
  [/\bestr(?=ogen)/g, "oestr"],
  [/\bfetoprotein\b/g, "foetoprotein"],
  [/\bsignaling\b/g, "signalling"],
  [/\bhomolog\b/g, "homologue"],
];

/** A name in words and what prose says for it; the British spellings of all last. */
export function rewordings(text: string): string[] {
  const found = new Set([text, numberSpaced(text), ...REWORDINGS.map(([pattern, by]) => text.replace(pattern, by))]);
  // factor VII, FVII, and the a of the activated one: FVIIa
  const [, factor] = /^coagulation factor ([IVX]+)\b/.exec(text) ?? [];
  for (const name of factor ? [`factor ${factor}`, `F${factor}`] : []) found.add(name).add(`${name}a`);
  for (const name of [...found]) found.add(BRITISH.reduce((turned, [pattern, by]) => turned.replace(pattern, by), name));
  return [...found];
}

/** Class nouns: which proteins they mean, the rest of the sentence says. */
const CLASS_NOUN =
  /^(?!death receptor \d)(?:(?:growth|secreted|complement|heparan sulfate|small g|collagen|transcription|coagulation|regulatory|adaptor|signall?ing|binding|nuclear|surface|death|cell|adhesion|(?:trans)?membrane|scavenger|neurotrophic|cytoskeletal|envelope|coat|capsid|matrix|golgi(?:-associated)?|proton|[DR]NA-binding)[ -])*(?:(?:glyco|lipo|proteo)?proteins?|proteoglycans?|factors?|receptors?|molecules?|enzymes?|hormones?|(?:cyto|chemo)kines?|ligands?|antigens?|(?:neuro)?peptides?|channels?|transporters?|pumps?)(?: \d{1,2})?$/i;

/** Endings of the names of proteins and enzymes: an English word that has one means the protein (insulin, renin, collagen, catalase, interferon). */
export const PROTEIN = /^\w{2,}(?:in|ase|[ao]gen|feron)s?$/i;

/** Capitals with the Latin letter that stands for a Greek one: TNFa, IKKb. */
const LATIN_GREEK = /^[A-Z]{3,}[abgd]$/;

/** What somebody thought a gene to be before anybody knew is said of many: "putative ABC transporter". */
const SUPPOSED = /^(?:hypothetical|novel|possible|probable|putative|uncharacterized) /i;

/** A name in words ("vascular endothelial growth factor A"), or nothing where it is an ordinary word. */
export function phrase(text: string, guard: Guard): VocabularyName | undefined {
  if (text.length < 3 || CLASS_NOUN.test(text) || SUPPOSED.test(text) || meansElse(text, guard)) return undefined;
  // a god is no enzyme: Odin
  const isProper = guard.capitalised.has(text[0]!.toUpperCase() + text.slice(1));
  const isWord = isDoubtful(text, guard) && (isProper || !PROTEIN.test(text));
  // a word in small letters is a word; in capitals it may be a symbol (TRAIL, Patched)
  if (isWord && !/^\p{Lu}/u.test(text)) return undefined;
  const isShort = /^[A-Za-z0-9-]{2,5}$/.test(text) && !PROTEIN.test(text);
  const needsSupport = isWord || (isShort && !LATIN_GREEK.test(text) && (text.length < 4 || !/\d/.test(text)));
  const context = !needsSupport ? "none" : isWord && /^[^a-z]+s?$/.test(text) ? "beside" : "gene";
  return { text, type: "prose", letterCase: isWord ? "exact" : isShort ? "symbol" : "insensitive", context };
}

/** The words of a name in small letters, each without a plural's s. */
export const wordsOf = (text: string): string[] => (text.toLowerCase().match(/[a-z\d]+/g) ?? []).map((word) => word.replace(/s$/, ""));

/** In the names of how many genes a word stands that tells none of them, and how many genes have all words of such a name; how many words it may have. */
const OF_MANY = 90;
const OF_SEVERAL = 8;
const MOST_WORDS = 4;
/** What tells one of several: a letter or number, Roman or Greek, or what a word belongs to. */
const TELLS = /^(?:[a-z\d]|[ivx]+|alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|.*\d.*|in|of|by|to|for)$/;

/**
 * Whether a name says of one gene only what is said of many: "RNA binding protein", "tyrosine kinase receptor", "serine/threonine kinase".
 * @param holders the genes in whose names each word stands
 */
export function isGeneric(text: string, holders: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  const sets = words.map((word, i) => ((i === 0 && word === "e3") || !TELLS.test(word) ? holders.get(word) : undefined));
  if (!sets.every((set) => set !== undefined && set.size >= OF_MANY)) return false;
  const [first, ...others] = sets as ReadonlySet<string>[];
  return Array.from(first!).filter((gene) => others.every((set) => set.has(gene))).length >= OF_SEVERAL;
}

/** How long a further name of a gene or protein may be, in characters: prose says longer ones by their abbreviation. */
const LONGEST_ALIAS_NAME = 50;
/** Papers on a gene from which its further names are read: of genes that hardly anyone writes of they are written in registers only. */
export const WRITTEN_OF = 20;
/** Further names of HGNC that are those of a disease, a place on a chromosome or an observation of another being's gene. */
const NO_PROTEIN =
  /\b(?:disease|syndrome|retardation|deafness|susceptibility|homolog|Drosophila|elegans|yeast|chromosome|candidate|sequence|clone|family|DNA segment)\b/i;

/** Hyphens where prose has spaces: "T-cell-factor-7". */
const HYPHENS_ALONE = /^[^\s-]+(?:-[^\s-]+){2,}$/;

/**
 * The further names in words that HGNC has for a gene and that name its protein ("osteocalcin", "keratinocyte growth factor",
 * "dopamine transporter"): those that end as names of proteins do.
 * @param count papers on the gene
 */
export const aliasNames = (texts: readonly string[], count: number): readonly string[] =>
  count < WRITTEN_OF
    ? []
    : texts.filter(
        (text) => text.length <= LONGEST_ALIAS_NAME && NAMES_PROTEIN.test(text) && !NO_PROTEIN.test(text) && !HYPHENS_ALONE.test(text),
      );

/** The names of a protein: the first, and others where they are written (see {@link WRITTEN_OF}). */
export const proteinNames = (texts: readonly string[], count: number): readonly string[] =>
  texts.filter((text, i) => i === 0 || (count >= WRITTEN_OF && text.length <= LONGEST_ALIAS_NAME));

/** How many times more papers are on the gene that has an alias than on the one whose symbol it is but for its hyphen. */
const OUTWEIGHS = 3;

/**
 * Whether an alias with a hyphen is meant where it is written so, though without it it is another gene's symbol, which
 * far fewer papers are on: TTF-1 is NKX2-1, SF-1 is NR5A1, MIB-1 stains MKI67; but BAP-1 is BAP1, though RNF2 was called so, too. Not where both are of one series: ADAMTS-2 is ADAMTS2, not ADAMTS4.
 * @param symbol that of the gene with the alias
 * @param frequency papers for each symbol, lower case
 */
export function outweighs(text: string, symbol: string, frequency: ReadonlyMap<string, number>): boolean {
  const series = (name: string) => name.replace(/-?\d.*$/, "").toLowerCase();
  if (series(text) === series(symbol)) return false;
  const other = /[A-Za-z]-\d/.test(text) ? frequency.get(text.replace("-", "").toLowerCase()) : undefined;
  return other !== undefined && (frequency.get(symbol.toLowerCase()) ?? 0) >= OUTWEIGHS * other;
}
