/** A name that the front matter declares under `drugs:` or `targets:`, or a link by `[[drug:name]]`, and that is no known drug or target. */
import type { Dataset } from "../../dataset/dataset";
import { isOnRecord, kindNamed, preferredFor } from "../../dataset/nameKinds";
import { isProteinKind, type Kind } from "../../dataset/records";
import { spellingOf } from "../../dataset/spelling";
import { beginsDrug } from "../../note/clipped";
import type { SlotKind } from "../../note/frontmatter";
import type { Passage } from "../../note/passage";
import { DECLARED, mentionsOf } from "../../note/reading";
import { overlaps } from "../../note/spans";
import { VARIANT } from "../../note/words";
import { kindWord } from "../cards/words";
import { withCase } from "../written";
import { type Remark, remark } from "./finding";

/** Shortest name for which a near one is proposed, and from which two edits count as near. */
const ONE_EDIT = 5;
const TWO_EDITS = 8;

/**
 * Checks a declared name.
 * @param slot the name; see note/frontmatter.ts and note/slotLinks.ts
 * @returns nothing if it is known, also as a part of what is declared ("nivolumab + ipilimumab", "sunitinib 50 mg", "KRAS G12C")
 */
export function undeclaredTerm(dataset: Dataset, slot: Passage): Remark | undefined {
  const kind = slot.slot!;
  const { text } = slot;
  // a receptor may stand there with its status: ER+
  if (/[+−]$/.test(text) && dataset.lexicon.isName(text.slice(0, -1))) return undefined;
  const known = mentionsOf(dataset, slot);
  const isKnown = (start: number, end: number) =>
    VARIANT.test(text.slice(start, end)) || EXPOSURE.test(text.slice(start, end)) || overlaps({ start, end }, known);
  const unknown = dataset.lexicon.scan(text).unknown.filter((_, i, all) => !isKnown(all[i & ~1]!, all[i | 1]!));
  if (known.length > 0 && (unknown.length === 0 || known[0]!.end === text.length)) return undefined;
  const [start, end] = known.length > 0 ? [unknown[0]!, unknown[1]!] : [0, text.length];
  const word = text.slice(start, end);
  if (isNoName(dataset, word, kind)) return undefined;
  const other = otherKind(dataset, word);
  if (!other && isAnything(dataset, word)) return undefined;
  const near = other ? [] : nearestNames(dataset, word, kind);
  const maybeNew = !other && near.length === 0;
  if (maybeNew && [ABBREVIATION, IDENTIFIER, CHEMICAL].some((form) => form.test(word))) return undefined;
  // ordinary words, where the key means something else: "target: publication in March"
  if (maybeNew && known.length + unknown.length === 0 && /\s/.test(text)) return undefined;
  const reason = other
    ? `; it is known as a ${other}.`
    : near.length > 0
      ? `: did you mean ${near.join(" or ")}?`
      : `; nothing in the lists of ${dataset.date} is called so.`;
  const message = `“${word}” is declared as a ${kind}, but no ${kind} of that name is known${reason}`;
  return remark(slot, start, end, { rule: "undeclared-term", message, replacements: near, maybeNew });
}

/** What carboplatin is dosed by: AUC5. */
const EXPOSURE = /^AUC\d/;
/** What is written like a gene's symbol, in which any slip counts where it is declared to be one. */
const SYMBOL = /^[A-Z][A-Z\d]{3,}$/;
/** What drugs act on besides proteins: "targets: [DNA, microtubules]". */
const MATTER =
  /^(?:microtubules?|G-quadruplex(?:es)?|(?:multi-?|tyrosine )?kinases?|.{1,24} cells?|H\d[A-Z]\d{1,3}(?:me[1-3]?|ac|ub1?)|[a-z]{1,5}[DR]NAs?)$/i;
/**
 * Proteins of the body that are given as they are, and called so: G-CSF, IL-15, as stimuli HGF, TGF-β1, PDGF-BB, CXCL12. What is given is
 * one of them: VEGF and TGF-β are targets.
 */
const GIVEN =
  /^(?:(?:GM?|M)-?CSF|IL-?\d{1,2}[AB]?|TNF-?α?|TRAIL|TSH|[EHN]GF|b?FGF-?\d{0,2}|PDGF-?[A-D]{2}|TGF-?(?:α|β\d|beta-?\d)|IGF-?[12]|VEGF-?(?:[B-D]|A?\d{3})|IFN-?(?:[αβγ]|alpha|beta|gamma)\w{0,2}|BMP-?\d{1,2}|C?X?CL\d{1,2}|SDF-?1[αβ]?|Wnt-?\d{1,2}[ab]?)$/;
/** What is short for a kind of things, of cells, methods or treatments: TAMs, GnRHa, AI, UPR. */
const ABBREVIATION = /^(?:(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{1,5}[a-z]|[A-Z]{2,3}|[a-z]{1,5}[DR]NAs?)$/;
/** Endings of words that no drug and no protein has, of treatments, processes and what is planted: chemoradiation, efferocytosis, xenografts. */
const NO_NAME = /^[a-z-]+(?:therap(?:y|ies)|[acst]tions?|oses|[cpt]osis|grafts?|biotics?|odia|lysis|genesis|poiesis|stas[ei]s)$/;
/** A compound by its formula, As2O3 or H2O2, a radioisotope, I-131 or 131I, an RNA made against a microRNA, antagomir-21, or an antibody without a target, IgG2a. */
const CHEMICAL =
  /^(?:(?=.*(?:\d|[a-z]))(?!.*\d{3})(?:(?:[HBCNOFPSKI]|Li|Na|Mg|Al|Si|Cl|Ca|Ti|Mn|Fe|Co|Ni|Cu|Zn|As|Se|Br|Sr|Ag|Pt|Au|Hg|Bi|Gd)\d{0,2}){2,}|\d{2,3}-?[A-Z][a-z]?|[A-Z][a-z]?-?\d{2,3}|.*(?:anti-?miR|antagomi[rR]).*|Ig[AEGM]\d?[abc]?)$/;
/** What a register or database calls a thing (HGNC:6407, P04637, NCT01234567), a place in a genome, a file; an arm of a trial is one letter. */
const IDENTIFIER = /^(?:[A-Za-z]|[A-Za-z]\w*:\S+|[\w-]+\.[a-z]+|(?:ENS[A-Z]*|NCT|CHEMBL|DB)\d+|[OPQ]\d[A-Z\d]{3}\d)$/;
/** A class of drugs by what it acts on, BTKi, anti-CD20, aCSF1R; what is made of a protein, rhIL-6, or takes it away, siSNAI1. An antibody may have its clone behind it. */
const BY_TARGET = /^(?:(?:anti-|α-?|(?:a|r[hm]?|s[ihg]-?)(?=[A-Z]))(\S+)(?: \(.*)?|(.+)i)$/;

/**
 * Whether a word is meant as it stands though it names no drug and no protein: an abbreviation of the clinic or lab, HRD and MSI-H;
 * under `drugs:` also a class by its target and names clipped so that they may be of several, under `targets:` a process, pathway or cancer.
 */
function isNoName(dataset: Dataset, word: string, slot: SlotKind): boolean {
  const { lexicon } = dataset;
  const kindsOf = (text: string) => lexicon.lookUp(text).map((name) => kindNamed(dataset, name));
  const kinds = [word, `${word}s`, word.replace(/(?:s|-(?:[HL]|high|low|positive|negative))$/, ""), `${word} pathway`].flatMap(kindsOf);
  if (kinds.includes("known-abbreviation")) return true;
  // as French has it: bévacizumab, oxaliplatine, claudine-2
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const inOtherWords = [plain, plain.replace(/(?<=in)e(?!\p{L})/u, "")].some((form) =>
    kindsOf(form).some((kind) => DECLARED[slot].has(kind)),
  );
  if (inOtherWords) return true;
  if (slot === "target") return MATTER.test(word) || kinds.some((kind) => ACTED_ON.has(kind) || DECLARED.target.has(kind));
  if (GIVEN.test(word)) return true;
  const [, against, inhibited] = BY_TARGET.exec(word) ?? [];
  const target = against ?? inhibited;
  if (target !== undefined && kindsOf(target).some((kind) => isProteinKind(kind) || ACTED_ON.has(kind))) return true;
  return word.split(/[-/+&]/).every((part) => beginsDrug(dataset, part) || kindsOf(part).some((kind) => DECLARED.drug.has(kind)));
}
const ACTED_ON: ReadonlySet<Kind> = new Set(["process", "pathway", "challenge", "cancer"]);

/**
 * Whether a word may as well be something that no list of ours would have: one of the language, bone, Matrigel and tumour-stroma, or a name of
 * the other kind that no record vouches for: hormones are given, and substances acted on (EPO, cholesterol).
 */
export function isAnything({ lexicon }: Dataset, word: string): boolean {
  if (NO_NAME.test(word) || lexicon.lookUp(word).some((name) => lexicon.type(name) !== "misspelling")) return true;
  const isWord = (part: string) => [part, part.replace(/s$/, "")].some((one) => lexicon.isWord(one.toLowerCase()));
  // with what tells its form, D-luciferin; in capitals throughout: GLYCOLYSIS
  const plain = word.replace(/^[DL]-(?=[a-z]{5})/, "");
  return /^(?:[A-Z]?[a-z]+|[A-Z]{6,})$|^[A-Za-z]{3,}(?:-[a-z]{3,})+$/.test(plain) && plain.split("-").every(isWord);
}

/** What else a name is known as by a record wherever it stands: "target"; nothing where it is unknown, or may be another thing (TAM). */
function otherKind(dataset: Dataset, word: string): string | undefined {
  const { lexicon } = dataset;
  const isSure = (name: number) => lexicon.context(name) === "none" && lexicon.type(name) !== "misspelling";
  const name = lexicon.lookUp(word).find((each) => isSure(each) && isOnRecord(dataset, each));
  return name === undefined ? undefined : kindWord(kindNamed(dataset, name));
}

/** The known names that are spelled nearly so, the best first; at most three. */
export function nearestNames(dataset: Dataset, word: string, slot: SlotKind): string[] {
  const { lexicon } = dataset;
  const onRecord = lexicon.lookUp(word).find((name) => lexicon.type(name) === "misspelling");
  if (onRecord !== undefined) return [withCase(preferredFor(dataset, onRecord), word)];
  const spelling = spellingOf(dataset);
  const symbols = slot === "target" && SYMBOL.test(word) ? spelling.nearest(word, 1, "symbol") : [];
  if (symbols.length === 0 && word.length < ONE_EDIT) return [];
  const near = symbols.length > 0 ? symbols : spelling.nearest(word, word.length >= TWO_EDITS ? 2 : 1);
  return [...new Set(near.map(({ name }) => withCase(lexicon.name(name), word)))].slice(0, 3);
}
