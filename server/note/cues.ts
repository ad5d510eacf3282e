/** The words around a name that speak for a reading: what is said of genes, of drugs, of tumours. */
import type { Context } from "../dataset/nameFlags";
import { AMINO_ACID, anyOf, LETTER } from "./letters";
import type { Span } from "./spans";

/** Words that speak for a reading when they stand in the same sentence. */
export const CUES: Partial<Record<Context, RegExp>> = {
  // molecular biology: what is done to genes and proteins, and what they do
  gene: new RegExp(
    [
      String.raw`\b${anyOf(
        // genes, their parts and products
        String.raw`genes?|genotyp\w+|(?:bio)?markers?|(?:hyper|hypo|de)?methylat\w+|mRNA|proteins?|exons?|alleles?|loc(?:us|i)|promoters?|transcripts?|transcription(?:al)?`,
        // how much there is of them, and how they differ
        String.raw`(?:over|co-?)?express\w*|amplif\w+|mutat\w+|mutants?|fusions?|rearrang\w+|variants?|polymorphi\w+|wild-?type?|mutierte?`,
        // what is done to them, and what they do
        String.raw`knock(?:-?down|-?out|ed|ing)\w*|silenc\w+|deplet\w+|inhibit\w+|antagonists?|agonists?|signall?ing|pathways?|kinases?|receptors?|ligands?|phospho\w*|(?:up|down)-?regulat\w+|repress\w+|induc\w+|activat\w+|degrad\w+`,
        // how they are measured
        String.raw`immuno\w+|IHC|ELISA|q?PCR|western|quantified|measured(?! [\d.,x× ]{1,14}[cm]m\b)|detected|assayed|stain(?:ed|ing)|antibod\w+`,
        // their kin, and how cells are changed
        String.raw`isoforms?|orthologu?es?|EMT|E-cadherin|CDH1|family members?|transfect\w+|sgRNA|siRNA|shRNA|CRISPR|axis`,
      )}\b`,
      // where those are that cells give off
      String.raw`(?:(?:loss|deletions?|gains?) of|serum|plasma|circulating|urinary) \ufffc`,
      String.raw`\ufffc (?:is|as) an? (?:\w{1,20} )?(?:target|driver|oncogene)\b`,
      String.raw`\ufffc[- ](?:positive?|negative?|mutant|mutated|amplified|altered|driven|null|deficient|high|low|positivity|dependent|mediated|FISH|loss)\b`,
      String.raw`\ufffc\+`,
    ].join("|"),
    "i",
  ),
  drug: /\b\d+(?:[.,]\d+)?\s?(?:mg|mpk|[uµμ]g|mcg|g|[umnµμ]M)\b|\b(?:AUC ?\d|treat(?:ed|ment|ing)|receiv\w+|given|gave|dos(?:e|ed|es|ing)|plus|combin\w+|regimens?|(?:mono|chemo)?therap\w+|infus\w+|instill\w+|intravesical|administ\w+|inhibitors?|agents?|drugs?|arms?|resistan\w+|patients?|q\d+w|nivo|ipi|pembro|atezo)\b|benefit (?:of|from) \ufffc|\ufffc(?:-induced\b|\s?[+/])|(?:(?<!\S)\+\s|\+|\/\s?)\ufffc/i,
  // of kinases that are fused, whose abbreviation means something else nearly always: ROS
  rearranged:
    /\ufffc(?:::|(?:-[A-Z][A-Z\d]{2,6})?[- ](?:gene )?(?:rearrange|fusion|translocat|break|FISH)|[- ](?:gene|exon|intron|locus)\b)|\b(?:ALK|RET)(?:[-+]?\/|, (?:and )?| (?:and|or) )\ufffc|\ufffc(?:\/|, (?:and )?| (?:and|or) )(?:ALK|RET)\b/,
  tumour:
    /\b(?:tumou?rs?|cancers?|cancerous|metasta\w+|malignan\w+|carcinomas?|neoplas\w+|oncolog\w+|anti-?cancer|[CD]TCs?|CRISPR|nanoparticles?|CAR-T|checkpoint)\b/i,
  // of organs, which are said of tumours that begin there, too
  spread:
    /\b(?:\w*metasta\w+|mets|disseminat\w+|coloni[sz]\w+|spread(?:s|ing)?|seed(?:s|ed|ing)?|homing|cells (?:extravasat\w+|home)|distant (?:lesions?|organs?|sites?|recurrences?|relapses?)|secondary (?:sites?|organs?|tumou?rs?)|organotropi\w+)\b/i,
};

/** In what state a protein or its gene is, or where, right beside its name, whatever sign parts them. */
const IN_STATE =
  /\ufffc(?:[\u207a\u207b]|\([+\u2212-]\)|[\u2010\u2011\u2013\u2212](?:positive|negative|mutant|low|high|null)\b|[- ](?:bright|dim|directed|targeted|targeting|specific|blockade|status|KO)\b)|\b(?:nuclear|cytoplasmic|cytosolic|membranous|soluble|secreted|endogenous|ectopic|cleaved|binds?(?: to)?|bound to|binding to) \ufffc|\ufffc binds?\b/i;
/** Whether the words around a name, which stands as U+FFFC, say in what state it is. */
export const isInState = (around: string): boolean => IN_STATE.test(around);

/** What of a gene or protein is spoken of, "levels of …". */
const OF_GENE = anyOf(
  "levels?|(?:over-?|co-?)?expression|activity|inhibition|activation",
  "amplification|mutations?|deletions?|phosphorylation|knock-?(?:down|out)|loss|silencing|depletion|induction|secretion|blockade|(?:hyper)?methylation|inactivation",
  "inhibitors?|antagonists?|agonists?|activators?|substrates?|ligands?",
);
/** What stands before its name and says what it is, "the cytokine …", or is done to proteins. */
const CALLED_GENE = anyOf(
  "activates?|phosphorylates?|genes?|proteins?|receptors?|kinase|ligands?|cytokines?|transporters?|enzymes?|transcription factors?|chemokines?",
  String.raw`anti|recombinant|(?<!\b(?:in|from) )(?:human|mouse|rat)`,
);
/** What stands behind its name: what it is or has, what happens to it, what is against it. */
const SAID_OF_GENE = anyOf(
  String.raw`genes?|genotypes?|oncogenes?|cDNAs?|staining|mRNA|proteins?|promoters?|transcripts?|(?:over)?express\w*`,
  "levels?|activity|activation|amplification|induction (?:by|of|in)|secretion|degradation|loss|nuclear|translocation",
  String.raw`mutat\w+|mutants?|deletions?|loc(?:i|us)|alleles?|isoforms?|fusions?|rearrange\w+|exons?|variants?|amplified`,
  String.raw`receptors?|ligands?|kinases?|transporters?|channels?|inhibit\w+|antagonists?|agonists?|antibod\w+|signal?ling|pathways?`,
  String.raw`knock-?(?:down|out|in)|siRNA|shRNA|FISH|deficien\w+|null|positive|negative|mediated|dependent|transfected|transgenic|phosphorylation`,
  "(?:is|are|was|were) (?:not |highly |strongly )?(?:(?:up|down|de)-?regulated|(?:over)?expressed|phosphorylated|methylated|mutated|silenced)",
);
/** A word of molecular biology right before or after the name: what a bare abbreviation needs to be a gene. */
const BESIDE = new RegExp(
  String.raw`(?:\b(?:${OF_GENE} of (?:the )?)|\b${CALLED_GENE},?[- ])\ufffc|\ufffc(?:\([+-]\)|[+\u207a](?=\W|$|CD))|\ufffc[- ]${SAID_OF_GENE}\b`,
  "i",
);

/** A change of the gene that it is in; behind another gene's, and behind "expression in", stands a tumour: "KRAS mutations in MCC". */
const CHANGED = /(?<![A-Z\d] )(?:[Mm]utations?|[Vv]ariants?|[Dd]eletions?|[Mm]ethylation|[Ii]nactivation) in (?:the )?\ufffc/;

/** Whether a word of molecular biology stands right beside a name, which stands as U+FFFC. */
export const isBeside = (around: string): boolean => BESIDE.test(around) || CHANGED.test(around);

/** Words that are said of much else, too, where a symbol means that nearly always: "SLN-positive melanoma". */
export const VAGUE = /\ufffc(?:[- ](?:dependent|inhibit(?:s|ed)|levels?|mediated|negative|positive)\b|\+)/i;

/** A variant or a phosphorylated residue right behind a gene: "KIT D816V", "METex14", "TAZ S89". */
const VARIANT_BEHIND = new RegExp(
  String.raw`^(?:[ -](?:p\.)?[${AMINO_ACID}]\d{2,4}(?:[${AMINO_ACID}X*]|fs|del)|[ -]p?(?:[SY]\d{2,4}|T\d{3,4})|[ -]?[Δ∆]?ex(?:on )?\d{1,2}(?:del|ins|skip)?)(?![${LETTER}\d])`,
);

/** How much of a protein there is in blood, right behind its name: "CEA 45 ng/ml", "CEA rose to 12". */
const IN_BLOOD =
  /^(?: levels?)?(?: (?:undetectable|nadir|doubling time|[<>≤≥] ?(?:\d[\d.]* ?[x×] ?)?ULN)\b|(?:(?: (?:was|is|of|at|now|rose|fell|increased|decreased|dropped|to|from)){0,3}[ :=]{1,2}[<>]?\d[\d.,]* ?(?:[npuµμ]g|k?I?U)\/m?[lL]| (?:rose|fell|dropped) (?:to|from) \d[\d.,]*(?! ?%)))/;

/** Whether what stands right behind a name is said of genes and proteins alone. */
export const isSaidOfGene = (text: string, end: number): boolean =>
  isBeforeVariant(text, { end }) || IN_BLOOD.test(text.slice(end, end + 48));

/** What stands around a name in [from, to), with U+FFFC in its place: without the quotes or the link that it stands in, and its possessive s. */
export function wordsAround(text: string, { start, end }: Span, from: number, to: number): string {
  while (start > from && OPENING.includes(text[start - 1]!)) start--;
  const isPossessive = (text[end] === "'" || text[end] === "’") && text[end + 1] === "s";
  if (isPossessive) end += 2;
  while (end < to && CLOSING.includes(text[end]!)) end++;
  // what is said behind others that slashes join to it is said of it, too: "ALK/ROS1-negative"
  if (text[end] === "/") end += SLASHED.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  if (text.startsWith("(\ufffc)", end)) end += 3;
  return `${text.slice(from, start)}\ufffc${text.slice(end, Math.max(end, to))}`;
}
const SLASHED = /^(?:\/[A-Z][A-Z\d-]{1,6}(?![A-Za-z\d]))+(?=[- ][a-z])/;
const OPENING = "[“‘\"'=";
const CLOSING = "]”’\"'=";

/** What stands close around a name, as {@link wordsAround} has it. */
const wordsNear = (text: string, name: Span): string => wordsAround(text, name, Math.max(0, name.start - 40), name.end + 30);
const isBeforeVariant = (text: string, { end }: Pick<Span, "end">): boolean => VARIANT_BEHIND.test(text.slice(end, end + 16));

/** Whether a word of molecular biology, or a variant, stands right beside a name. */
export const isGeneBeside = (text: string, name: Span): boolean => isBeside(wordsNear(text, name)) || isBeforeVariant(text, name);

/** What is said of genes and of much that a note may explain otherwise: levels, activity, staining. */
const OF_MUCH = new RegExp(
  String.raw`(?:\b(?:levels?|activity|activation|blockade|depletion|induction|inhibition|loss|secretion) of (?:the )?)?\ufffc` +
    String.raw`(?:[- ](?:activation|activity|degradation|deficien\w+|dependent|induction|inhibit\w+|levels?|loss|mediated|negative|null|positive|secretion|staining)\b|\([+-]\)|[+\u207a])?`,
  "i",
);
/** {@link isGeneBeside} by words that are said of genes and of little else: what tells one from what the note explains by the same letters. */
export const isOfGeneAlone = (text: string, name: Span): boolean =>
  isBeside(wordsNear(text, name).replace(OF_MUCH, "\ufffc")) || isBeforeVariant(text, name);

/** What antigen-presenting cells do it to, and with what; the gene that is called like them needs a word of genes right beside it there. */
export const PRESENTED = /\b(?:antigens?|dendritic|MHC|T[ -](?:cells?|lymphocytes?)|co-?stimulat\w+|cross-?(?:present|prim)\w+)\b/;
