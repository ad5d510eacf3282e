/** Whether the words that an abbreviation stands for name a protein or gene. */
import type { Dataset } from "../dataset/dataset";
import { isGeneBeside } from "./cues";
import type { Definition } from "./definitions";

/** The words with which names of proteins, families of proteins and genes end. */
export const NAMES_PROTEIN =
  /(?:in|ase|ogen|receptor|factor|ligand|protein|antigen|channel|transporter|symporter|exchanger|pump|subunit|chain|hormone|interferon|chemokine|cytokine|oncogene|suppressor|gene|activator|inhibitor|regulator|homologue?|complex|molecule)s?(?:[\s-]+(?:\w{1,2}|[ivx]+|alpha|beta|gamma|delta|like|type|kinase))*$/i;
/** What is said of many genes, and words that end as the names of proteins do. */
const NO_PROTEIN =
  /\b(?:genes|inhibitors|activators)$|\b(?:suppressor|target|driver|marker|reporter|reference|candidate|housekeeping) gene$|^transcription factors?$|\b(?:disease|syndrome|(?:data)?base|case|phase|increase|decrease|release|pain|brain|skin|strain|stain|domain|resin|vitamin|margin|origin|gain)s?$/i;
/** Whether a long form, known or not, ends like the name of a protein. */
export const isNameOfProtein = (form: string): boolean => NAMES_PROTEIN.test(form) && !NO_PROTEIN.test(form);
/** What the lists call a gene by behind the words that notes call it by. */
const MORE = ["protein", "tumor suppressor"];
/** What is said behind the brackets of a protein or gene alone. */
const SAYS_PROTEIN = /^ (?:(?:protein |gene )?family|gene|proteins?|kinases?|enzymes?|transcription factors?)\b/;
/** How far behind an abbreviation it is looked, in UTF-16 units. */
const NEAR = 160;
/** Whether a note means a gene by a definition that may as well be that of a disease, or of nothing: "the von Hippel-Lindau (VHL) gene". */
export function isOfGene({ lexicon }: Dataset, text: string, { abbreviation, longForm: form, names, isProtein, at }: Definition): boolean {
  if (names.length > 0 || isProtein || NO_PROTEIN.test(form)) return false;
  const behind = text.slice(at, at + NEAR).replace(/^[^)\]]*[)\]]/, "");
  if (SAYS_PROTEIN.test(behind)) return true;
  if (!isGeneBeside(abbreviation + behind, { start: 0, end: abbreviation.length })) return false;
  const genes = new Set(lexicon.lookUp(abbreviation).map((name) => lexicon.entity(name)));
  return genes.size > 0 && MORE.some((word) => lexicon.lookUp(`${form} ${word}`).some((name) => genes.has(lexicon.entity(name))));
}
