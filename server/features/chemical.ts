/** What chemists make of names: derivatives, and the words of systematic names. */
import type { Dataset } from "../dataset/dataset";
import { drugNamed } from "../dataset/nameKinds";
import type { UnknownWord } from "../note/unknownWord";

/** What chemists put before the name of a drug to name what comes of it: `hydroxymetoprolol`, `desmethylfluoxetine`. */
const PREFIXES =
  "hydro|hydroxy|methyl|ethyl|propyl|butyl|phenyl|benzyl|acetyl|carboxy|amino|nitro|oxo|keto|chloro|fluoro|bromo|iodo|deoxy|dehydro|nor|iso|epi|cyclo|sulfo|sulpho|phospho|lyso|gluco|azido|thio|des|di|tri|tetra|bis|pro|pre|post|anti|non|nano|lipo|peg|nab|pseudo|homo";
const PREFIX = new RegExp(`(?:${PREFIXES})$`);
/** A word's beginning of such alone: in that of a slip, `dipphenyltrichloro`, one may stand all the same. */
const OF_PREFIXES = new RegExp(`^(?:${PREFIXES})+$`);
const SHORTEST_NAME = 6;

/** Whether a word is a known drug's name behind such a prefix, or behind what else `prefix` says. */
export function isDrugBehindPrefix(dataset: Dataset, text: string, prefix = PREFIX): boolean {
  for (let at = 2; at <= text.length - SHORTEST_NAME; at++) {
    if (prefix.test(text.slice(0, at).toLowerCase()) && drugNamed(dataset, text.slice(at)) !== undefined) return true;
  }
  return false;
}

/** What counts a chain's carbon atoms and names what it ends in: tetradecenoic, N-docosanoyl, propynoate, pentaenedial, propanethiol. */
const CHAIN =
  /^(?:[NOS]-)?(?:(?:un|hen|do|tri|tetra|penta|hexa|hepta|octa|nona)?(?:meth|eth|prop|but|pent|hex|hept|oct|non|dec|i?cos))(?:an|a?en|yn|adien|atrien)?(?:e?(?:di|tri))?(?:oic|oates?|oyl|al|ol|one|e?thiol|amide|ylidene)$/i;
/** What binds what, of any length: ketoamine, arylalkylamine. */
const CLASS = new RegExp(`^(?:${PREFIXES}|aryl|alkyl|acyl|aralkyl)+(?:amines?|amides?|imines?|esters?|ethers?|ketones?)$`, "i");
/** The number of an atom and what is there, behind a word: "pyrrolidin-1-ylmethyl", "isoquinolin-1(2H)-one". */
const SITE = /^-\d\d?'?(?:,\d\d?'?)*(?:\(\d?H\))?-(?:yl|one|ol\b|al\b|amine|amide|carb|phosph|sulf)/;
/** An acid's group behind the name of a compound: pyrimidinecarboxylic. */
const ACID = /(?:di|tri)?(?:carboxyl|sulf[io]n)(?:ic|ate)$/;
/** So ends the name of a substance, of its salt or its acid, behind what is bound to it: methylphosphonic, glutamylcystine. */
const SUBSTANCE = /(?:[aeio]n|at|id|os)e$|(?:ic|al|[oy]l)$/i;

/** Whether an unknown word is one of a systematic name, however near to a drug's it is. */
export function isSystematic(dataset: Dataset, { text, after }: UnknownWord): boolean {
  if (CHAIN.test(text) || CLASS.test(text) || SITE.test(after)) return true;
  const compound = text.replace(ACID, "");
  return (compound !== text && isKnown(dataset, compound)) || isDrugBehindPrefix(dataset, text, OF_PREFIXES) || isBound(dataset, text);
}

/** Whether a word is an ordinary one or a name. */
export const isKnown = ({ lexicon }: Dataset, word: string): boolean => !lexicon.isUnknown(word);

/** Whether a word is that of a substance behind what is bound to it: such a prefix as above, or a known word in -yl. */
function isBound(dataset: Dataset, text: string): boolean {
  if (!SUBSTANCE.test(text)) return false;
  for (let at = 2; at <= text.length - SHORTEST_NAME; at++) {
    const [front, rest] = [text.slice(0, at).toLowerCase(), text.slice(at)];
    const isGroup = OF_PREFIXES.test(front) || (front.endsWith("yl") && dataset.lexicon.isWord(front));
    if (isGroup && (CHAIN.test(rest) || isKnown(dataset, rest))) return true;
  }
  return false;
}

/** What enzymes do, behind what they do it to. */
const DOES =
  /(?:(?:(?:transfer|kin|ly|synth|hydrol|reduct|oxid|dehydrogen|phosphat|phosphoryl|isomer|mut|epimer|(?:de)?carboxyl|hydroxyl|oxygen|lig|lip|ester|glycosid|(?:di|tri|endo|exo)?peptid|nucle|cycl|deamin|dehydrat)?ase)|synthetase)$/i;
/** A nucleotide and -ase: TTPase. */
const NUCLEOTIDASE = /^d?[ACGITUX][DMT]Pase$/;
/** How what is in an enzyme's name is written by itself: lacton(e), ribulo(se), fructosyl and fructose, cytidyl and cytidine; a verb, flop(p). */
const BY_ITSELF = [
  [/$/, ""],
  [/$/, "e"],
  [/o$/, "ose"],
  [/syl$/, "se"],
  [/yl$/, "ine"],
  [/([bdgmnpt])\1$/, "$1"],
] as const;

/** Whether a word is an enzyme's by what it acts on and what it does to it: heparinase, ribulokinase, fructosyltransferase. */
export function isEnzymeOf(dataset: Dataset, text: string): boolean {
  const { lexicon } = dataset;
  const [does] = DOES.exec(text) ?? [];
  if (!does) return false;
  if (NUCLEOTIDASE.test(text)) return true;
  // a letter twice in a known name is a slip: heparannase, but flippase
  if (isKnown(dataset, text.replace(/([bdgmnpt])\1(?=ase$)/, "$1"))) return false;
  const front = text.slice(0, -does.length).toLowerCase();
  const isSubstance = (word: string) =>
    lexicon.isWord(word) || lexicon.lookUp(word).some((name) => lexicon.letterCase(name) === "insensitive");
  if (front.length < (does === "ase" ? SHORTEST_SUBSTANCE : SHORTEST_BEFORE)) return false;
  return BY_ITSELF.some(([end, itself]) => end.test(front) && isSubstance(front.replace(end, itself)));
}
const SHORTEST_SUBSTANCE = 5;
const SHORTEST_BEFORE = 4;
