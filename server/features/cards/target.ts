/** The facts on the card of a target, family or complex: its role, the drugs against it, what it belongs to. */
import type { Dataset } from "../../dataset/dataset";
import { type DrugRecord, referenceOf, type TargetRecord } from "../../dataset/records";
import { statusOf } from "../../dataset/status";
import { AMINO_ACID, LETTER } from "../../note/letters";
import { withSymbol } from "./drug";
import { drugsInShort, drugsOf } from "./fate";
import type { Draft } from "./fit";
import { facts, few, namesOf } from "./words";

/** The facts, in the order in which they are shown. @param variant what the note names right behind the target: "G12C" */
export function targetFacts(dataset: Dataset, target: TargetRecord, variant?: string): Draft[] {
  const usual = target.default_member && `${withSymbol(dataset, target.default_member)}, when prose names no member`;
  return facts(
    [0, variant ?? "", variant && neededBy(dataset, target, variant)],
    [3, "Role", target.role, 70],
    [1, "Drugs", drugsInShort(dataset, target)],
    [2, "Usually means", usual],
    [2.2, "Members", few(target.members?.map(({ ref }) => withSymbol(dataset, ref)) ?? [])],
    [5, "Belongs to", few(namesOf(dataset, target.families))],
    [8, "Processes", few(namesOf(dataset, target.processes))],
    [6, "Pathways", few(namesOf(dataset, target.pathways))],
  );
}

/** "needed by sotorasib (approved), adagrasib (approved)"; empty for a variant that none needs, which may be one of resistance. */
function neededBy(dataset: Dataset, target: TargetRecord, variant: string): string {
  const needing = drugsOfVariant(dataset, target, variant).map((drug) => `${drug.preferred_name} (${statusOf(drug).word})`);
  return needing.length > 0 ? `needed by ${few(needing)}` : "";
}

/** Whether a drug needs a variant of a target. */
export const isNeeded = (dataset: Dataset, target: TargetRecord, variant: string): boolean =>
  drugsOfVariant(dataset, target, variant).length > 0;

/** The drugs that act on a target only where it has a variant. What acts on several needs none of them, and others act on them, too: EGFR L858R. */
function drugsOfVariant(dataset: Dataset, target: TargetRecord, variant: string): DrugRecord[] {
  const self = referenceOf(target);
  const wanted = bare(variant);
  const needs = (needed: string | undefined) => needed !== undefined && !needed.includes(",") && isVariant(bare(needed), wanted);
  return drugsOf(dataset, target).filter((drug) =>
    drug.mechanisms.some((mechanism) => mechanism.target === self && needs(mechanism.variant)),
  );
}

/** Whether what a note names is the variant that a drug needs, or a case of it: V600 is that of V600E, exon 19 that of exon19deletion. */
const isVariant = (needed: string, wanted: string): boolean =>
  wanted === needed || (wanted.startsWith(needed) && !/^\d/.test(wanted.slice(needed.length)));

/** "p.V600E" → "v600e"; "Ex19del", "exon 19 deletions" → "exon19deletion". */
function bare(variant: string): string {
  return variant
    .toLowerCase()
    .replace(/^p\./, "")
    .replace(/^ex(?:on)?[\s-]*(\d+)[\s-]*/, "exon$1")
    .replace(/(?<=^exon\d+)(?:del|ins)(?:etion|ertion)?s?$/, (change) => (change.startsWith("del") ? "deletion" : "insertion"))
    .replace(/[\s-]/g, "");
}

const ONE_LETTER = `[${AMINO_ACID}]`;
const VARIANT = new RegExp(
  `^[\\s\\u00a0(-]{1,2}(?:p\\.\\s?)?(${ONE_LETTER}\\d{1,4}(?:${ONE_LETTER}|\\*|fs\\*?\\d*|del|dup|_${ONE_LETTER}\\d{1,4}(?:del|ins|dup)\\w*)?|[Ee]x(?:on)?[\\s-]?\\d{1,2}[\\s-]?(?:del|ins|skipping)[a-z]*)(?![${LETTER}\\d])`,
);

/**
 * The protein variant that is named right behind a target.
 * @param after the text behind its name
 * @returns as HGVS writes it but for the "p." ("G12C", "V600E", "ex19del"), or nothing
 */
export const variantBehind = (after: string): string | undefined => VARIANT.exec(after)?.[1];
