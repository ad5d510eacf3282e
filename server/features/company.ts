/** Whether the names beside a would-be symbol speak for a target: what acts on it, what it is related to, what it was changed to. */
import type { Dataset } from "../dataset/dataset";
import { type DrugRecord, isTargetKind, type TargetRecord } from "../dataset/records";
import type { UnknownWord } from "../note/unknownWord";
import { isNeeded, variantBehind } from "./cards/target";
import { isAmong, isRelative, targetsOf } from "./drugTargets";

/**
 * Whether a target is spoken for: a drug in the sentence acts on it ("KARS and sotorasib"), a relative stands there ("KARS, NRAS"), or
 * a variant behind the word is one that a drug needs ("BARF V600E").
 * @param target its entity, which has a record
 */
export function isSpokenFor(dataset: Dataset, word: UnknownWord, target: number): boolean {
  const variant = variantBehind(word.after);
  if (variant !== undefined && isNeeded(dataset, dataset.record(target) as TargetRecord, variant)) return true;
  return word.company.some(({ names }) => {
    const entity = dataset.lexicon.entity(names[0]!);
    if (entity === target || !dataset.hasRecord(entity)) return false;
    if (isTargetKind(dataset.kind(entity))) return isRelative(dataset, target, new Set([entity]));
    return dataset.kind(entity) === "drug" && isAmong(dataset, target, targetsOf(dataset, dataset.record(entity) as DrugRecord).all);
  });
}
