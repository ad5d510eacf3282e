/** Drugs in a list, grouped by what became of them: "approved A, B +2 more · in trials C · dropped D". */
import type { AnyRecord, Dataset, DrugRecord } from "../../dataset/dataset";
import { type Status, statusOf } from "../../dataset/status";
import { SEPARATOR } from "../print";
import { few, MOST } from "./words";

/** Groups in the order in which they are shown, each with the status words in it. */
const FATES: ReadonlyArray<readonly [fate: string, words: ReadonlyArray<Status["word"]>]> = [
  ["approved", ["approved"]],
  ["approved regionally", ["approved regionally"]],
  ["in trials", ["filed", "in trials"]],
  ["dropped", ["withdrawn", "discontinued"]],
  ["preclinical", ["preclinical"]],
  ["not approved in oncology", ["not approved in oncology"]],
  ["status unknown", ["status unknown"]],
];

/** The drugs among references, in the order of their names. */
export function drugsAmong(dataset: Dataset, references: readonly string[] | undefined): DrugRecord[] {
  const drugs = (references ?? []).flatMap((reference) => {
    const entity = dataset.find(reference);
    const record = entity === undefined ? undefined : dataset.record(entity);
    return record?.kind === "drug" ? [record as DrugRecord] : [];
  });
  return drugs.sort((a, b) => a.preferred_name.localeCompare(b.preferred_name, "en"));
}

/**
 * Drugs by their fate; groups without a drug are left out.
 * @param cancer count only what happened in this cancer: approved elsewhere is not approved in it
 */
export function byFate(drugs: readonly DrugRecord[], cancer?: string): Array<readonly [fate: string, drugs: readonly DrugRecord[]]> {
  const words = new Map(drugs.map((drug) => [drug, statusOf(cancer ? inCancer(drug, cancer) : drug).word]));
  return FATES.map(([fate, of]) => [fate, drugs.filter((drug) => of.includes(words.get(drug)!))] as const).filter(
    ([, group]) => group.length > 0,
  );
}

/** The drug as if only what happened in one cancer had happened; what ended all of it counts everywhere. */
function inCancer(drug: DrugRecord, cancer: string): DrugRecord {
  const events = drug.regulatory.events.filter(
    (event) => event.cancer === cancer || (!event.cancer && !event.event.startsWith("approved")),
  );
  return { ...drug, regulatory: { ...drug.regulatory, events } };
}

/** Longest line of drugs, if it names more than one of each fate. */
const LONGEST = 170;

/** The drugs of a record in a line, every fate with at most three of its drugs, fewer where that gets long; empty without drugs. */
export function drugsInShort(dataset: Dataset, references: AnyRecord["drugs"], cancer?: string): string {
  const fates = byFate(drugsAmong(dataset, references), cancer);
  for (let most = MOST; ; most--) {
    const line = fates
      .map(
        ([fate, drugs]) =>
          `${fate}: ${few(
            drugs.map((drug) => drug.preferred_name),
            most,
          )}`,
      )
      .join(SEPARATOR);
    if (line.length <= LONGEST || most === 1) return line;
  }
}
