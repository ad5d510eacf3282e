/** A symbol that HGNC has given up for another, or that a spreadsheet has made a date. */
import type { Dataset } from "../../dataset/dataset";
import { held } from "../../dataset/held";
import type { Context } from "../../dataset/nameFlags";
import { dateInGenes, ofHeading } from "../../note/headings";
import type { Passage } from "../../note/passage";
import { isQuoted } from "../../note/quoted";
import { reading } from "../../note/reading";
import { isInSentence, NONE, type Place, type Remark, remark } from "./finding";

/**
 * Finds symbols that are out of use.
 * @returns a remark on each previous symbol of exactly one gene, where a name that is anything else as well is left alone, and so are
 *   quotations and sentences with the new symbol; in a cell that holds a date in place of a symbol, one on that
 */
export function outdatedSymbol(dataset: Dataset, { passage, tree, source }: Place): Remark[] {
  const { lexicon } = dataset;
  const date = spreadsheetDate(dataset, passage);
  if (date) return [date];
  let found: Remark[] = NONE;
  const read = reading(dataset, passage);
  const isInGenes = isOfGenes(passage) === true;
  if (!read.mayMention((name) => symbolInstead(dataset, name, isInGenes) !== undefined, false)) return NONE;
  const { mentions } = read;
  for (const mention of mentions) {
    const { names, start, end, from, pointer } = mention;
    if (pointer || lexicon.type(names[0]!) !== "previous-symbol") continue;
    const entity = lexicon.entity(names[0]!);
    if (!names.every((name) => lexicon.type(name) === "previous-symbol" && lexicon.entity(name) === entity)) continue;
    const text = passage.text.slice(start, end);
    const written = names.find((name) => lexicon.name(name) === text);
    const symbol = written === undefined ? undefined : symbolInstead(dataset, written, isInGenes);
    if (!symbol) continue;
    if (OF_PROTEIN_AFTER.test(passage.text.slice(end)) || OF_PROTEIN_BEFORE.test(passage.text.slice(Math.max(0, start - NEAR), start)))
      continue;
    // the sentence has the gene by its symbol as well, and tells of the change: "ACPP, now ACP3", "C10orf54 (VSIR)"
    const isSymbol = (name: number) => lexicon.type(name) === "symbol" && lexicon.entity(name) === entity;
    if (isInSentence(passage.text, mentions, mention, (others) => others.some(isSymbol)) || isQuoted(tree, source, passage, from)) continue;
    const message = `“${text}” is a previous symbol; the approved one is ${symbol} (HGNC, lists of ${dataset.date}).`;
    if (found === NONE) found = [];
    found.push(remark(passage, start, end, { rule: "outdated-symbol", message, replacements: [symbol], deprecated: true, entity }));
  }
  return found;
}

/**
 * The approved symbol of the gene that a name surely means and is a previous symbol of; nothing for other names.
 * @param isInGenes whether it stands in a column of genes, where it can mean nothing else
 */
function symbolInstead(dataset: Dataset, name: number, isInGenes: boolean): string | undefined {
  const { lexicon } = dataset;
  if (lexicon.type(name) !== "previous-symbol" || !(isInGenes || isSure(lexicon.context(name), lexicon.name(name)))) return undefined;
  return approvedFor(dataset, name);
}
const approvedFor = held((dataset, name): string | undefined => {
  const { lexicon } = dataset;
  const text = lexicon.name(name);
  // whether or not the sentence speaks for what else has this name: MRX34, a gene once, is a drug
  if (!isPlain(text) || lexicon.lookUp(text).some((other) => lexicon.type(other) === "code")) return undefined;
  const symbol = symbolOf(dataset, lexicon.entity(name));
  return symbol && !isOfSeveral(dataset, text) ? symbol : undefined;
});

/** What is said of a protein, which may keep its name whatever its gene is called: "MTH1 inhibitors", "the kinase MEKK1". */
const OF_PROTEIN_AFTER =
  /^[\s-](?:inhibitors?|inhibition|antagonis\w+|agonis\w+|blockade|degraders?|antibod(?:y|ies)|proteins?|kinases?|phosphorylat\w+|activity|ligands?|channels?|transporters?)\b/;
const OF_PROTEIN_BEFORE =
  /(?:\b(?:[Aa]nti|[Pp]hospho|p)-|\b[Ii]nhibit(?:ors?|ion) of\s|\b(?:kinase|protein|receptor|enzyme|transporter|antigen|chaperone|phosphatase)\s)$/;
const NEAR = 20;

/** Whether a symbol out of use is what several are called whose symbols go on with a number or letter: P4HA1 and P4HA2, CDK11A and CDK11B. */
const isOfSeveral = ({ lexicon }: Dataset, text: string): boolean =>
  ["12", "AB"].some((ends) => [...ends].every((end) => lexicon.lookUp(text + end).some((name) => lexicon.type(name) === "symbol")));

/** Whether a text is a symbol alone; with a hyphen (G-CSF), or in a nomenclature of its own, it is what the protein is called. */
const isPlain = (text: string): boolean => !text.includes("-") && !LEUCOCYTE_ANTIGEN.test(text);
/** The nomenclature of leucocyte antigens (HLDA), which is in use for the protein whatever its gene is called: CD45, CD20. */
const LEUCOCYTE_ANTIGEN = /^CD\d+[A-Za-z]?$/;

/** Whether a previous symbol surely means its gene. A short one, or one without a digit, may be a disease or a reagent: ALD, LPS. */
const isSure = (context: Context, text: string): boolean => context === "none" || (text.length >= 4 && /\d/.test(text));

/** A column of genes by their symbols; one of targets or proteins calls them as it likes. */
const isOfGenes = ofHeading((text) => /(?:^|[^a-z])(?:genes?|symbols?|hgnc)(?:[^a-z]|$)/i.test(text));

/** The approved symbol of a gene; nothing for families and the like. */
function symbolOf(dataset: Dataset, entity: number): string | undefined {
  const kind = dataset.kind(entity);
  if (kind === "known-gene") return dataset.preferredName(entity);
  return kind === "target" ? dataset.record(entity)?.names?.find(({ type }) => type === "symbol")?.text : undefined;
}

/** What these symbols are called since HGNC renamed them for this very reason (in 2020), by month. */
const RENAMED: Readonly<Record<string, readonly string[]>> = { mar: ["MARCHF", "MTARC"], sep: ["SEPTIN"], dec: ["DELEC"] };

/** What is said of a date in a column of genes; nothing of dates elsewhere, and where no gene has such a symbol. */
function spreadsheetDate(dataset: Dataset, passage: Passage): Remark | undefined {
  const date = dateInGenes(passage);
  if (!date) return undefined;
  const { lexicon } = dataset;
  const symbols = RENAMED[date.month]!.map((root) => root + date.day).filter((symbol) =>
    lexicon.lookUp(symbol).some((found) => lexicon.type(found) === "symbol" && lexicon.name(found) === symbol),
  );
  if (symbols.length === 0) return undefined;
  const text = passage.text.trim();
  const start = passage.text.indexOf(text);
  const message = `“${text}” stands in a column of genes: a spreadsheet may have made a date of the symbol, now ${symbols.join(" or ")} (HGNC, lists of ${dataset.date}).`;
  return remark(passage, start, start + text.length, { rule: "outdated-symbol", message, replacements: symbols, deprecated: true });
}
