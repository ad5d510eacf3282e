/** The facts on the card of an idea: strategy, carrier, process, pathway, challenge, cancer or regimen. */
import type { Dataset } from "../../dataset/dataset";
import type { ConceptRecord } from "../../dataset/records";
import { withStep } from "./drug";
import { drugsInShort } from "./fate";
import type { Draft } from "./fit";
import { facts, few, namesOf } from "./words";

/** The facts, in the order in which they are shown. */
export function conceptFacts(dataset: Dataset, concept: ConceptRecord): Draft[] {
  const { kind } = concept;
  const isProcess = kind === "process";
  const names = (references: readonly string[] | undefined) => few(namesOf(dataset, references));
  return facts(
    [4, "Part of", names(concept.parents)],
    [1, "Components", few(concept.components?.map(({ ref, name }) => (ref ? dataset.nameOf(ref) : (name ?? ""))) ?? [], 6)],
    [5, "Given in", concept.cancer && dataset.nameOf(concept.cancer)],
    [3, isProcess ? "Molecules" : "Members", names(isProcess ? concept.targets : concept.members)],
    [5, "Pathways", names(concept.pathways)],
    [3, kind === "pathway" ? "Drives" : "Acts on", few((concept.acts_on ?? []).map((reference) => withStep(dataset, reference)))],
    [3, "Targets", isProcess || kind === "pathway" ? "" : names(concept.targets)],
    [1, isProcess ? "Drugs, in any cancer" : kind === "cancer" ? "Drugs tried in it" : "Drugs", drugsInShort(dataset, concept)],
    [4, kind === "challenge" ? "Limits" : "Strategies", names(concept.strategies)],
    [4, "Limited by", names(concept.challenges)],
  );
}
