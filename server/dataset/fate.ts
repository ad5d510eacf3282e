/** What became of the drugs in a list: grouped at build time, so that a card of a hundred drugs opens none of their records. */
import { type DrugRecord, type Fated, referenceOf } from "./records";
import { decisiveEvents, doubtOf, isApproval, type Status, statusOf } from "./status";

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
  const groups = new Map<string, string[]>(
    FATES.flatMap(([fate]) => [
      [fate, []],
      [fate + UNSURE, []],
    ]),
  );
  for (const drug of sorted) groups.get(fateOf(cancers ? inCancers(drug, cancers) : drug))!.push(referenceOf(drug));
  return [...groups].filter(([, group]) => group.length > 0);
}

/** What follows a fate that is one of unconfirmed events: "approved regionally (unconfirmed)". */
export const UNSURE = doubtOf({ unconfirmed: true });

/** The fate of a drug. That it was approved or dropped may rest on unconfirmed events alone: then the fate says so, as the drug's own card does. */
function fateOf(drug: DrugRecord): string {
  const { word } = statusOf(drug);
  const [fate] = FATES.find(([, words]) => words.includes(word))!;
  const isTold = fate === "dropped" || fate.startsWith("approved");
  return isTold && decisiveEvents(drug).every(({ unconfirmed }) => unconfirmed) ? fate + UNSURE : fate;
}

/** The drug as if only the events in some cancers had happened; what is said of no cancer counts, too, but for approvals. */
function inCancers(drug: DrugRecord, cancers: ReadonlySet<string>): DrugRecord {
  const events = drug.regulatory.events.filter((event) => (event.cancer ? cancers.has(event.cancer) : !isApproval(event)));
  return { ...drug, regulatory: { ...drug.regulatory, events } };
}
