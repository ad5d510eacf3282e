/** What became of the drugs in a list: grouped at build time, so that a card of a hundred drugs opens none of their records. */
import { type DrugRecord, type Fated, referenceOf } from "./records";
import { isApproval, type Status, statusOf } from "./status";

/** Fates in the order in which they are shown, each with the status words in it. */
const FATES: ReadonlyArray<readonly [fate: string, words: ReadonlyArray<Status["word"]>]> = [
  ["approved", ["approved"]],
  ["approved regionally", ["approved regionally"]],
  ["supportive care only", ["supportive care only"]],
  ["filed", ["filed"]],
  ["in trials", ["in trials"]],
  ["dropped", ["withdrawn", "discontinued"]],
  ["preclinical", ["preclinical"]],
  ["not approved in oncology", ["not approved in oncology"]],
  ["status unknown", ["status unknown"]],
];

/**
 * Groups drugs by their fate.
 * @param cancers count only what happened in these cancers: approved elsewhere is not approved in them
 * @param spokenOf how often papers and trials speak of a drug: of many, cards name those that the reader knows
 * @returns groups without a drug are left out
 */
export function byFate(
  drugs: readonly DrugRecord[],
  cancers?: ReadonlySet<string>,
  spokenOf: (drug: DrugRecord) => number = () => 0,
): Fated[] {
  const sorted = [...drugs].sort((a, b) => spokenOf(b) - spokenOf(a) || a.preferred_name.localeCompare(b.preferred_name, "en"));
  const words = new Map(sorted.map((drug) => [drug, statusOf(cancers ? inCancers(drug, cancers) : drug).word]));
  return FATES.map(([fate, of]): Fated => [fate, sorted.filter((drug) => of.includes(words.get(drug)!)).map(referenceOf)]).filter(
    ([, group]) => group.length > 0,
  );
}

/** The drug as if only the events in some cancers had happened; what is said of no cancer counts, too, but for approvals. */
function inCancers(drug: DrugRecord, cancers: ReadonlySet<string>): DrugRecord {
  const events = drug.regulatory.events.filter((event) => (event.cancer ? cancers.has(event.cancer) : !isApproval(event)));
  return { ...drug, regulatory: { ...drug.regulatory, events } };
}
