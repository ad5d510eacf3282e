/** The facts on the card of an idea: strategy, carrier, process, pathway, challenge, cancer or regimen. */
import type { Dataset } from "../../dataset/dataset";
import type { ConceptRecord } from "../../dataset/records";
import { withStep } from "./drug";
import { drugsInShort } from "./fate";
import type { Draft } from "./fit";
import { fact, few, namesOf } from "./words";

/** The facts, in the order in which they are shown. */
export function conceptFacts(dataset: Dataset, concept: ConceptRecord): Draft[] {
  const drafts: Draft[] = [];
  const add = (rank: number, label: string, said: string | undefined) => {
    if (said) drafts.push({ line: fact(label, said), rank });
  };
  const { kind } = concept;
  const isProcess = kind === "process";
  add(4, "Part of", few(namesOf(dataset, concept.parents)));
  add(1, "Components", few(concept.components?.map(({ ref, name }) => (ref ? dataset.nameOf(ref) : (name ?? ""))) ?? [], 6));
  add(5, "Given in", concept.cancer ? dataset.nameOf(concept.cancer) : "");
  add(3, isProcess ? "Molecules" : "Members", few(namesOf(dataset, isProcess ? concept.targets : concept.members)));
  add(5, "Pathways", few(namesOf(dataset, concept.pathways)));
  add(3, kind === "pathway" ? "Drives" : "Acts on", few((concept.acts_on ?? []).map((reference) => withStep(dataset, reference))));
  add(3, "Targets", isProcess || kind === "pathway" ? "" : few(namesOf(dataset, concept.targets)));
  add(1, isProcess ? "Drugs, in any cancer" : kind === "cancer" ? "Drugs tried in it" : "Drugs", drugsInShort(dataset, concept));
  add(4, kind === "challenge" ? "Limits" : "Strategies", few(namesOf(dataset, concept.strategies)));
  add(4, "Limited by", few(namesOf(dataset, concept.challenges)));
  return drafts;
}
