/** What the words around a word say of it: that a drug is meant, or a gene or protein. */
import type { Dataset } from "../dataset/dataset";
import { isProtein, kindNamed } from "../dataset/nameKinds";
import { isDrugKind, isProteinKind, type Kind } from "../dataset/records";
import { columnOf } from "./headings";
import { anyOf, LETTER } from "./letters";
import { initialForm, longForm } from "./longForm";
import type { Mention } from "./mentions";
import { isAmongOthers } from "./neighbours";
import type { Passage } from "./passage";
import { mentionsOf } from "./reading";
import { lastUpTo } from "./search";
import { sentenceAround } from "./sentence";

/** The words beside the word say what it is, or speak of such a thing, or others in its sentence do; or they say that it is something else. */
export type Evidence = "named" | "beside" | "sentence" | "against" | undefined;

/** How far beside a word is looked, in UTF-16 units. */
const BESIDE = 60;

const AMOUNT =
  "\\d[\\d.,]*(?:\\s?[-–]\\s?[\\d.,]+)?\\s?(?:mg|g|[uµμ]g|mcg|ng|IU|[numµμ]M|[mnpuµμ]mol|(?:micro|nano|pico|milli)(?:[glM]|mol\\w*)|AUC|[muµμ]L|Gy)\\b";
const DRUG_AFTER = new RegExp(
  [
    `^[\\s(,]{0,3}(?:at\\s|of\\s)?\\(?${AMOUNT}`,
    "^\\s(?:BID|TID|QD|QW|Q\\dW|b\\.i\\.d|once daily|twice daily|daily|weekly|monthly|every (?:\\d+|other|second|two|three|four|six) (?:hours?|days?|weeks?|months?))\\b",
    "^[\\s-](?:treat(?:ed|ment)|(?:mono|chemo)?therapy|resistan(?:t|ce)|sensitiv(?:e|ity)|refractory|naive|arms?|group|doses?|dosing|regimens?|infusions?|injections?|tablets?|capsules?|administration|exposure|concentrations?|toxicity|combination|cycles?|induced|injected|addict(?:s|ion)?|abuse|users?|overdoses?|poisoning|intoxication|withdrawal|analog(?:ue)?s?)\\b",
    "^\\s(?:was|were|is|has been)\\s(?:well |also |then )?(?:given|administered|infused|injected|prescribed|tolerated|started|stopped|held|paused|resumed|restarted|approved|discontinued|added|withdrawn|an? (?:\\w+[\\s-]){0,4}(?:inhibitor|antibody|agonist|antagonist|drug|agent|degrader))",
    "^\\s(?:inhibit(?:s|ed)|block(?:s|ed)|antagoni[sz](?:es|ed)|improved|prolonged|plus|versus|vs)\\b",
    "^,? an? (?:\\w+[\\s-]){0,4}(?:inhibitor|antibody|agonist|antagonist|modulator|blocker|activator|drug|agent|degrader)\\b",
    // what a trial found: "ORR 34%"
    "^:\\s(?:ORR|DCR|m?PFS|mOS|MTD|RP2D|DLTs?)\\b",
    // a schedule: "day 8–21", "d1 d8"
    "^\\s\\(?d(?:ays?)?\\s?\\d{1,2}(?:\\s?[-–,]\\s?\\d|(?:,| and)?\\s(?:d(?:ays?)?\\s?)?(?:8|1\\d|2\\d)\\b)",
  ].join("|"),
  "i",
);
/** What is done with drugs, and said of them, right before their names. */
const BEFORE_DRUG = anyOf(
  String.raw`treat(?:ed|ment|ing)? (?:\w+ )?with|therapy with|combin(?:ed|ation) with|receiv(?:ed|ing|es?)|given|gave|took|taking|administered|administration of|infused|injected|prescribed`,
  "inhibitors?(?: of)?|antibod(?:y|ies)|agents?|drugs?",
  "added|start(?:ed)?(?: on)?|stop(?:ped)?|held|hold|paused?|resumed?|restart(?:ed)?|continued|switched to|doses? of|dosed with|pretreated with|rechallenged? with",
  "resistan(?:t|ce) to|sensitiv(?:e|ity) to|refractory to|intoleran(?:t|ce) (?:to|of)|allerg(?:ic|y) to|progress(?:ed|ing|ion) on|exposed to|exposure to|respon(?:se|ses|ded|d) to",
  "phase (?:[1-4]|I{1,3}V?)[ab]?(?: trial| study)? of|combinations? of|reductions? of|escalation of|efficacy of|safety of|toxicity of|pharmacokinetics of|activity of",
  "effects? of|(?:IC|EC|ED)50 (?:values? )?(?:of|for)",
  "cycles of|courses? of|infusions? of|injections? of|induced by|use of",
  "(?:compar(?:ed|ing)|adjuvant|first-line|second-line|third-line|maintenance|weekly|daily|oral|intravenous|liposomal|order(?:ed)?(?: more)?)",
);
const DRUG_BEFORE = new RegExp(String.raw`${AMOUNT}(?:/\w+)?\s(?:of\s)?$|\b${BEFORE_DRUG}\s$|\banti-$`, "i");
/** Drug words of a sentence, further off. */
const DRUG_SENTENCE = new RegExp(
  `${AMOUNT}|\\b(?:treat(?:ed|ment|ing)|receiv(?:ed|ing|e)|given|administ\\w+|dos(?:es?|ed|ing)|regimens?|(?:mono|chemo)?therap\\w+|infusions?|inhibitors?|antagonists?|agonists?|resistan\\w+|pharmacokinetic\\w*|placebo|randomi[sz]ed|phase (?:[1-4]|I{1,3}V?)|IC50|approved|drugs?)\\b`,
  "i",
);

/** What is said of genes and of little else: how they are changed. */
const CHANGED = [
  "mRNAs?|mutations?|mutants?|mutated|alter(?:ations?|ed)|variants?|polymorphisms?|alleles?|haploinsufficiency",
  "amplifi(?:cations?|ed)|fusions?|rearrange(?:d|ments?)|translocations?|silencing|knock-?(?:down|out)",
].join("|");
/** What is said of genes and proteins beside their names: what they are and have, how they are changed, what they do. */
const GENE_NOUN = [
  "genes?|proteins?|transcripts?|(?:ortho|homo|para)log(?:ue)?s?",
  CHANGED,
  "genotypes?|methylation",
  "(?:co-?|over-?)?express(?:ion|ed|es|ing)|(?:up|down)-?regulat(?:ion|ed|es)|depletion",
  "inhibit(?:ors?|ion|s|ed)|antagonists?|agonists?|activat(?:ion|ed|es|ors?)|inactivation|phosphorylat(?:ion|ed|es)",
  "signal(?:l?ing| transduction)|pathways?|promoters?|exons?|loc(?:us|i)|isoforms?|kinases?|receptors?|ligands?",
  "antibod(?:y|ies)|siRNA|shRNA|sgRNA|copy number|immunoreactivity|immunostaining|staining",
].join("|");
const GENE_AFTER = new RegExp(
  `^(?:(?:/\\d)?[\\s-](?:${GENE_NOUN}|(?:homo|hetero)zygous|wild-?type|positiv(?:e|ity)|negativ(?:e|ity)|null|deficient|driven|dependent|mediated|overexpressing|encod(?:es|ed|ing)|binds?|binding|represses|levels?|loss|deletions?|status|axis|family|activity|blockade|transcription|GCN)\\b|\\s\\(?\\d[\\d.]*\\s?[npµμ]g/m[lL]\\b|[-−](?:/[-−]|$)|\\s\\((?:p\\.)?[A-Z]\\d+[A-Z*]\\)|\\s(?:p\\.)?[A-Z]\\d{2,4}[A-Z*]\\b)`,
  "i",
);
const GENE_BEFORE = new RegExp(
  `\\b(?:${GENE_NOUN}|levels?|loss|gains?|deletions?|presence|absence|overexpression|degradation|target(?:s|ing)?|block(?:s|ade|ing)?|role|binds?|binding|interact(?:s|ions?)|encod(?:es|ed|ing)|phospho|homozygous|heterozygous|wild-?type|anti|called|named)\\s$|\\b(?:phospho|anti)-$|\\b(?:genes|proteins|transcripts|(?:bio)?markers|targets)(?:[,:]| including| as follows:)\\s$`,
  "i",
);
/** Small words between these and a gene, which is none of several: "a fine tube called a PICC". */
const SMALL_WORDS =
  /(?:\b(?:of|in|to|for|by|on|against|with|between|including|both|the|human|mouse|murine|endogenous|recombinant|high|low|as)\s){1,3}$/i;
/** Behind a word that is meant as a symbol. */
const GENE_NAMED_AFTER = new RegExp(
  String.raw`^(?:,\s(?:which )?encod(?:es|ed|ing)\b|[\s-](?:gene|${CHANGED}|phosphorylates|frameshift|missense|nonsense|truncat(?:ion|ing))\b|\s\(?(?:p\.)?[A-Z]\d{2,4}[A-Z*]\b)`,
);
const GENE_NAMED_BEFORE =
  /\b(?:(?:mutations?|alterations?|variants?|polymorphisms?|deletions?) (?:of|in)|(?:amplification|loss|over-?expression|knock-?(?:down|out)|silencing|depletion|haploinsufficiency|phosphorylation|methylation|inhibitors?|inhibition) of|(?:si|sh|sg)RNAs? (?:against|targeting)|genes? (?:called|encoding|such as)|encoded by)\s(?:(?:the|human|mouse|murine|both|wild-type|mutant)\s){0,2}$/i;
/** What is said of a gene, in something that is none: "KRAS mutations in LGSOC", "BRAF fusion PLGG". */
const SAID_IN = new RegExp(
  `[\\s-](?:(?:${GENE_NOUN}|levels?|loss|gains?|deletions?|status)\\s(?:in|among)\\s(?:(?:a|the|human|mouse|both|most|some|all|advanced|metastatic|primary)\\s){0,2}|(?:${CHANGED})\\s)$`,
  "i",
);
/** Genes of other beings are not in our lists. */
const OTHER_BEINGS =
  /\b(?:yeasts?|Saccharomyces|cerevisiae|pombe|fung(?:us|i|al)|Drosophila|fl(?:y|ies)|elegans|Arabidopsis|plants?|bacteri(?:a|al|um)|E\. coli|coli|viral|virus(?:es)?|phage|zebrafish|Xenopus|rice|maize|wheat)\b/i;
const GENE_SENTENCE = new RegExp(`\\b(?:${GENE_NOUN})\\b`, "i");
/** A cell line, a mouse, a trial, a score or a complex has such a name, too; and so has a substance: "the γ-secretase inhibitor DAPT", "DMNT synthase". */
const NO_GENE_AFTER =
  /^[\s-](?:complex(?:es)?|(?:synth|reduct|oxid|hydroxyl|dehydrogen|hydrol|transfer)ase|cells?|lines?|cell lines?|xenografts?|mice|mouse|rats?|trials?|stud(?:y|ies)|assays?|scores?|criteria|tests?|questionnaires?|scales?|guidelines?|databases?|cohorts?|software|kits?|group|values?|units?|RNA-?seq|(?:genes? )?(?:symbols?|IDs?|identifiers?|names?|sets?|lists?|models?|annotations?|panels?)|genes? (?:catalog(?:ue)?s?|claims?|curat\w+|definitions?|entr(?:y|ies)|guides?|nomenclature|ontolog(?:y|ies)|pages?|records?|reports?|tables?))\b/i;
/** A product's version or number is none, either: CAM5.2. */
const PRODUCT_AFTER = /^(?:\.\d|[\s-](?:\w+ )?(?:antibod(?:y|ies)|mAbs?|clones?)\b)/;
/** Cell lines are listed by names like symbols; what the sentence says of genes does not make them such. */
const LINES = /\b(?:lines|cell line)\b/i;
/** A word that a hyphen joins to it says what it is, not the rest of the sentence: "DAPI-sulforhodamine staining". */
const COMPOUND = /^-[a-z]{4}/;
const NO_GENE_BEFORE =
  /\b(?:inhibitors?|(?:ant)?agonists?|blockers?|degraders?|antibod(?:y|ies)|mAbs?|blockade with|cells?|lines?|clones?|strains?|trials?|stud(?:y|ies)|codes?|by|using|via|haplotype|log[\ufffc\d]*)\s\(?$/i;
/** What one gene does to another: "repression of CDH1 by …", "induced by …". */
const DONE_BY =
  /\b(?:(?:up|down)-?)?(?:activat|induc|phosphorylat|regulat|repress|silenc|stabili[sz]|suppress|transactivat)(?:ed|ion)(?: of (?:the )?[\w-]{2,12})?(?: \w+ly)? by\s$/i;

/** What joins names of a kind. @param more further words that do, after a bar */
const joining = (isOfKind: (kind: Kind) => boolean, more: "" | "|with") => ({
  before: new RegExp(`(?:\\b(?:and|or|plus|versus|vs\\.?${more})|[+/&,])\\s{0,2}$`, "i"),
  after: new RegExp(`^\\s{0,2}(?:,?\\s?(?:and|or)\\b|(?:plus|versus|vs${more})\\b|[+/&,])\\s{0,2}`, "i"),
  isOfKind,
});
type Joining = ReturnType<typeof joining>;
// a drug is given with another; a disease comes with a gene
const DRUGS = joining(isDrugKind, "|with");
const GENES = joining(isProteinKind, "");

const DRUG_CELL = new RegExp(`^\\W*${AMOUNT}`, "i");
const GENE_CELL = /\b(?:missense|nonsense|frameshift|in-frame|splice|truncating|amplification|homozygous deletion|hotspot)\b|\bp\.[A-Z]/i;

/** A word of a passage, by its place in the text, and what stands beside it. */
interface Framed {
  readonly dataset: Dataset;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

function framed(dataset: Dataset, passage: Passage, start: number, end: number): Framed {
  const { text } = passage;
  return { dataset, passage, start, end, before: text.slice(Math.max(0, start - BESIDE), start), after: text.slice(end, end + BESIDE) };
}

/** What speaks for a drug being meant by the word that is [start, end) in the passage's text. */
export function drugEvidence(dataset: Dataset, passage: Passage, start: number, end: number): Evidence {
  const word = framed(dataset, passage, start, end);
  if (DRUG_AFTER.test(word.after) || DRUG_BEFORE.test(word.before) || isJoined(word, DRUGS)) return "beside";
  if (isInTable(passage, "drug", DRUG_CELL)) return "beside";
  return speaks(word, DRUG_SENTENCE) ? "sentence" : undefined;
}

/** What speaks for a gene or protein being meant; see {@link drugEvidence}. */
export function geneEvidence(dataset: Dataset, passage: Passage, start: number, end: number): Evidence {
  const word = framed(dataset, passage, start, end);
  const { before, after } = word;
  const called = geneCalled(word);
  if (called !== "open") return called;
  if (DONE_BY.test(before)) return "beside";
  if (AT_LEVEL_BEFORE.test(before) && LEVEL_AFTER.test(after)) return undefined;
  if (GENE_AFTER.test(after) || GENE_BEFORE.test(before.replace(SMALL_WORDS, "")) || isJoined(word, GENES)) return "beside";
  if (COMPOUND.test(after) || speaks(word, LINES)) return undefined;
  return speaks(word, GENE_SENTENCE) ? "sentence" : undefined;
}

/** Whether {@link geneEvidence} is that the word is named a gene or protein: known sooner, as it mostly is not. */
export const isNamedGene = (dataset: Dataset, passage: Passage, start: number, end: number): boolean =>
  geneCalled(framed(dataset, passage, start, end)) === "named";

/** What the words beside a word call it, where that decides on a gene; "open" where they do not. */
function geneCalled(word: Framed): Evidence | "open" {
  const { dataset, passage, start, end, before, after } = word;
  if (NO_GENE_AFTER.test(after) || (NO_GENE_BEFORE.test(before) && !DONE_BY.test(before))) return "against";
  if (isAbbreviated(dataset, passage, start, end)) return "named";
  const saidIn = SAID_IN.exec(before)?.[0].length;
  if (saidIn && mentionsOf(dataset, passage).some((one) => one.end === start - saidIn && isProtein(dataset, one.names[0]!)))
    return undefined;
  if (speaks(word, OTHER_BEINGS) || isInRegimen(word)) return "against";
  if (GENE_NAMED_AFTER.test(after) || GENE_NAMED_BEFORE.test(before) || isInTable(passage, "gene", GENE_CELL)) return "named";
  return isAmongOthers(dataset, passage.text, start, end) ? "against" : "open";
}

/** Whether the text behind a symbol says that it is no gene, but a cell line, an antibody or the like. */
export const isCalledOther = (after: string): boolean => NO_GENE_AFTER.test(after) || PRODUCT_AFTER.test(after);

/** Whether a symbol is what an antibody is against: "anti-EGFR antibodies", "anti-TPO and anti-GAD65 antibodies". */
export const isAntigen = (before: string, after: string): boolean => /\banti-$/i.test(before) && ANTIBODIES_AFTER.test(after);
const ANTIBODIES_AFTER = /^(?:,?\s(?:(?:and|or)\s)?anti-[\w-]{1,16})*[\s-](?:\w+ )?(?:antibod(?:y|ies)|mAbs?)\b/i;

/** The level at which something is: "a postdoc at NRSA level". */
const AT_LEVEL_BEFORE = /\bat (?:an? |the )?$/i;
const LEVEL_AFTER = /^[ -]level\b/i;

/** Whether the word stands in brackets behind a gene or protein, as its abbreviation: it begins as one of the name's words. */
export function isAbbreviated(dataset: Dataset, passage: Passage, start: number, end: number): boolean {
  if (passage.text[start - 1] !== "(" || !/[);,]/.test(passage.text[end] ?? "")) return false;
  const mentions = mentionsOf(dataset, passage);
  const before = mentions[lastUpTo(mentions.length, (i) => mentions[i]!.start, start)];
  if (!before) return false;
  const name = passage.text.slice(before.start, before.end);
  // it is short for more than that: "phosphatidylinositol 3-kinase-related protein kinase (PIKK)"
  if (longForm(passage.text.slice(start, end), passage.text.slice(Math.max(0, start - 80), start - 1).trimEnd()) > start - before.start)
    return false;
  // a number that the name has not is a clone's: granzyme B (GB11)
  const number = /\d\d$/.exec(passage.text.slice(start, end))?.[0] ?? "";
  return (
    name.includes(number) &&
    /^\s?\($/.test(passage.text.slice(before.end, start)) &&
    (name.match(INITIALS) ?? []).some((letter) => letter.toLowerCase() === passage.text[start]!.toLowerCase()) &&
    isProtein(dataset, before.names[0]!)
  );
}

/** The name before the bracket that a word stands in, or in the bracket behind it, for the same thing: "imatinib (Glivek)"; nothing elsewhere. */
export function acrossBracket(dataset: Dataset, passage: Passage, start: number, end: number): Mention | undefined {
  const { text } = passage;
  // most words stand beside no bracket: what the names around them mean need not be read then
  if (text[start - 1] !== "(" && text[end] !== "(" && text[end + 1] !== "(") return undefined;
  const mentions = mentionsOf(dataset, passage);
  const before = lastUpTo(mentions.length, (i) => mentions[i]!.start, start);
  const [previous, next] = [mentions[before], mentions[before + 1]];
  if (previous && OPENS.test(text.slice(previous.end, start)) && /[);,]/.test(text[end] ?? "")) return previous;
  return next && OPENS.test(text.slice(end, next.start)) ? next : undefined;
}

const OPENS = /^\s?\($/;

const LONG_FORM = /^ \(([^()]{8,80})[()]/;
const INITIALS = new RegExp(String.raw`(?<![${LETTER}\d])[${LETTER}]`, "g");

/** What stands behind an item of a glossary and before what it is short for. */
const EXPLAINED = /^(?:,|:|\s?[=\u2013\u2014]|\s-|)\s([^,;.()]{8,80})/;

/**
 * Whether a glossary explains a word, by the words behind it or in another cell of its row, and these are not what `meant` is short
 * for as well: "FNAC, fine-needle aspiration cytology" has each first letter, and is no FANC.
 */
export function isExplained(passage: Passage, start: number, end: number, meant: string): boolean {
  const { text, row = [] } = passage;
  const word = text.slice(start, end);
  const [, behind = ""] = EXPLAINED.exec(text.slice(end, end + 2 * BESIDE)) ?? [];
  return [behind.trimEnd(), ...row.filter((cell) => cell !== passage).map((cell) => cell.text.trim())].some((form) => {
    const isOf = (letters: string, formOf: typeof longForm) => form.length > 0 && formOf(letters, form) === form.length;
    return isOf(word, longForm) && !isOf(meant, isOf(word, initialForm) ? initialForm : longForm);
  });
}

/** Whether the passage says what the word is short for, `longer words (SHORT)` or `SHORT (longer words)`: then it is no misspelling. */
export function isDefined(text: string, word: string): boolean {
  const opens = text.indexOf(`${word} (`);
  const [, form] = (opens >= 0 && LONG_FORM.exec(text.slice(opens + word.length))) || [];
  if (form && [word, word.replace(/\d{1,3}$/, "")].some((letters) => longForm(letters, form) === form.length)) return true;
  const at = text.indexOf(`(${word})`);
  if (at < 2) return false;
  const initials = text.slice(Math.max(0, at - 80), at).match(INITIALS) ?? [];
  return initials.slice(-word.length - 2).some((letter) => letter.toLowerCase() === word[0]!.toLowerCase());
}

/** Whether the rest of a word's sentence speaks of something. */
function speaks({ passage: { text }, start, end }: Framed, cue: RegExp): boolean {
  const [from, to] = sentenceAround(text, start, end);
  return cue.test(text.slice(from, start)) || cue.test(text.slice(end, to));
}

/** Whether the column's heading or another cell of the row says what a cell is. */
function isInTable(passage: Passage, kind: "drug" | "gene", cell: RegExp): boolean {
  const { row, text } = passage;
  return row !== undefined && (columnOf(passage) === kind || (text.length < BESIDE && row.some((other) => cell.test(other.text))));
}

/** Whether a plus joins a drug to the word: it is given with that, "decitabine+BUCY". */
function isInRegimen(word: Framed): boolean {
  const [added, adds] = [/\+\s?$/.test(word.before), /^\s?\+/.test(word.after)];
  return (added || adds) && isJoined({ ...word, before: added ? word.before : "", after: adds ? word.after : "" }, DRUGS);
}

/** Whether a known name of such a kind is joined to the word: "and", a comma, a slash. */
function isJoined({ dataset, passage, start, end, before, after }: Framed, joining: Joining): boolean {
  const joinedBefore = joining.before.exec(before)?.[0].length;
  const joinedAfter = joining.after.exec(after)?.[0].length;
  if (joinedBefore === undefined && joinedAfter === undefined) return false;
  const mentions = mentionsOf(dataset, passage);
  const isKind = (mention: Mention | undefined) => mention !== undefined && joining.isOfKind(kindNamed(dataset, mention.names[0]!));
  const next = lastUpTo(mentions.length, (i) => mentions[i]!.start, start) + 1;
  const following = mentions[next];
  if (joinedAfter !== undefined && following?.start === end + joinedAfter && isKind(following)) return true;
  const previous = mentions[next - 1];
  if (joinedBefore === undefined || !previous || !isKind(previous)) return false;
  const gap = passage.text.slice(previous.end, start - joinedBefore);
  return /^\s*(?:,\s*)?$/.test(gap);
}
