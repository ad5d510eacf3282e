/** What chemists make of names: derivatives, and the words of systematic names. */
import type { Dataset } from "../dataset/dataset";
import { isDrug } from "../dataset/nameKinds";
import type { UnknownWord } from "../note/words";

/** What chemists put before the name of a drug to name what comes of it: `hydroxymetoprolol`, `desmethylfluoxetine`. */
const PREFIXES =
  "hydro|hydroxy|methyl|ethyl|propyl|butyl|phenyl|benzyl|acetyl|carboxy|amino|nitro|oxo|keto|chloro|fluoro|bromo|iodo|deoxy|dehydro|nor|iso|epi|cyclo|sulfo|sulpho|phospho|lyso|gluco|azido|thio|des|di|tri|tetra|bis|pro|pre|anti|non|nano|lipo|peg|nab|pseudo|homo";
const PREFIX = new RegExp(`(?:${PREFIXES})$`);
/** A word's beginning of such alone: in that of a slip, `dipphenyltrichloro`, one may stand all the same. */
const OF_PREFIXES = new RegExp(`^(?:${PREFIXES})+$`);
const SHORTEST_NAME = 6;

/** Whether a word is a known drug's name behind such a prefix, or behind what else `prefix` says. */
export function isDrugBehindPrefix(dataset: Dataset, text: string, prefix = PREFIX): boolean {
  const { lexicon } = dataset;
  for (let at = 2; at <= text.length - SHORTEST_NAME; at++) {
    if (!prefix.test(text.slice(0, at).toLowerCase())) continue;
    if (lexicon.lookUp(text.slice(at)).some((name) => isDrug(dataset, name))) return true;
  }
  return false;
}

/** What counts a chain's carbon atoms and names what it ends in: tetradecenoic, N-docosanoyl, propynoate. */
const CHAIN =
  /^(?:[NOS]-)?(?:(?:un|hen|do|tri|tetra|penta|hexa|hepta|octa|nona)?(?:meth|eth|prop|but|pent|hex|hept|oct|non|dec|i?cos))(?:an|a?en|yn|adien|atrien)?(?:oic|oates?|oyl|al|amide|ylidene)$/i;
/** What binds what, of any length: ketoamine, arylalkylamine. */
const CLASS = new RegExp(`^(?:${PREFIXES}|aryl|alkyl|acyl|aralkyl)+(?:amines?|amides?|imines?|esters?|ethers?|ketones?)$`, "i");
/** The number of an atom and what is there, behind a word: "pyrrolidin-1-ylmethyl", "benzodiazepin-2-one". */
const SITE = /^-\d\d?(?:,\d\d?)*-(?:yl|one|ol\b|al\b|amine|amide|carb|phosph|sulf)/;
/** An acid's group behind the name of a compound: pyrimidinecarboxylic. */
const ACID = /(?:carboxyl|sulf[io]n)(?:ic|ate)$/;

/** Whether an unknown word is one of a systematic name, however near to a drug's it is. */
export function isSystematic(dataset: Dataset, { text, after }: UnknownWord): boolean {
  if (CHAIN.test(text) || CLASS.test(text) || SITE.test(after)) return true;
  const compound = text.replace(ACID, "");
  const { lexicon } = dataset;
  return (
    (compound !== text && (lexicon.isWord(compound) || lexicon.lookUp(compound).length > 0)) ||
    isDrugBehindPrefix(dataset, text, OF_PREFIXES)
  );
}
