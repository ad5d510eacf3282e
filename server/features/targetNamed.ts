/** Which target a phrase names: "anti-VEGF", "EGFR tyrosine kinase", "KRAS G12C". */
import type { Dataset } from "../dataset/dataset";
import { LETTER } from "../note/letters";
import { targetsNamed } from "./drugTargets";

/** A target in a phrase. */
export interface Named {
  /** Where it stands in the phrase, with its "anti-". */
  readonly start: number;
  readonly end: number;
  readonly anti: string;
  /** The target as it is written, without "anti-". */
  readonly target: string;
  /** The variant right behind it, with what parts them: " G12C". */
  readonly variant?: string;
}

export const ANTI = new RegExp(String.raw`^(?:[Aa]nti[-‐‑–\s]?|α-?)(?=[${LETTER}\d])`);
/** What a noun of blockers has between it and its target: "EGFR tyrosine kinase inhibitor", "TROP2 bispecific antibody". */
const LINK =
  /\s(?:tyrosine kinase|kinase|monoclonal|bispecific|blocking|humani[sz]ed|therapeutic|small[- ]molecule|(?:immune )?checkpoint)$/;
/** What may be joined to the target's name. */
export const DIRECTED = /[-‐‑–\s](?:targeting|targeted|directed|blocking|binding|neutrali[sz]ing|specific|selective)$/;
const VARIANT = /\s?\(?\b[A-Z]\d{2,4}[A-Z*]\)?$/;
const PAN = /^pan-/i;
/** How many words a target's name has at most. */
const LONGEST_NAME = 6;
/** The chain of a receptor, or its number alone. */
const CHAIN = /^(?:[\u0370-\u03ff]|alpha|beta|gamma|delta)?[-\s]?\d?$/i;

/** The target that a phrase ends with, without what is joined to its name; nothing where it is none. */
export function targetAt(dataset: Dataset, phrase: string): Named | undefined {
  const whole = phrase.replace(DIRECTED, "");
  const directed = whole.replace(VARIANT, "");
  const short = directed.replace(LINK, "");
  const named = longestName(dataset, directed);
  if (named && whole !== directed) return { ...named, variant: whole.slice(directed.length) };
  return named ?? longestName(dataset, short.replace(LINK, "").replace(DIRECTED, ""));
}

/** What may stand behind the target when nothing else is said: "against EGFR signalling" says less, "against EGFR and HER2" more. */
const ENDS_CLAIM =
  /^(?:\s*$|\s+(?:was|were|is|has|had|in|with|that|which|for|at|on|by|given|used|approved|while|whereas|but|and (?:is|was|has|thus|thereby|(?:block|inhibit|prevent|neutrali[sz]e|slow|reduce|delay|stop|improve|deplete|cause|restore|suppresse|kill)s))(?![\p{L}-]))/u;

/** The target that a phrase names from somewhere on, where the claim ends with it: "human antibody against RANKL". */
export function namedFrom(dataset: Dataset, phrase: string, start: number): Named | undefined {
  const words = phrase.slice(start).split(/(?<=\s)/);
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const target = words.slice(0, count).join("").trimEnd();
    const end = start + target.length;
    if (ENDS_CLAIM.test(phrase.slice(end)) && !CHAIN.test(target) && isTarget(dataset, target)) return { start, end, anti: "", target };
  }
  return undefined;
}

/** The longest name of a target that a phrase ends with. */
function longestName(dataset: Dataset, phrase: string): Named | undefined {
  const end = phrase.length;
  let start = end;
  let found: Named | undefined;
  for (let words = 0; words < LONGEST_NAME && start > 0; words++) {
    start = phrase.lastIndexOf(" ", start - 2) + 1;
    const word = phrase.slice(start, end);
    // αvβ3 is no antibody against it
    const anti = isTarget(dataset, word) ? "" : (ANTI.exec(word)?.[0] ?? "");
    const skipped = anti ? 0 : (PAN.exec(word)?.[0].length ?? 0);
    const target = word.slice(anti.length + skipped);
    if (!CHAIN.test(target) && isTarget(dataset, target)) found = { start: start + skipped, end, anti, target };
  }
  return found;
}

/** Whether a word or several are the name of a target or family, or of some that a slash joins. */
const isTarget = (dataset: Dataset, text: string): boolean =>
  targetsNamed(dataset, text).length > 0 || (text.includes("/") && text.split("/").every((part) => targetsNamed(dataset, part).length > 0));
