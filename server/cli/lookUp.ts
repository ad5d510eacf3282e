/** `metastasis-notes lookup NAME`: prints the card of a name. */
import type { Dataset } from "../dataset/dataset";
import { cardOfReadings } from "../features/card";
import { print } from "../features/print";
import type { Surroundings } from "./surroundings";

/**
 * Prints what is known of a name; where it is unknown, the names that are spelled nearly so.
 * @returns exit status: 0 found, 1 not
 */
export async function lookUp(dataset: Dataset, name: string, around: Surroundings): Promise<number> {
  const names = dataset.lexicon.lookUp(name.trim());
  const card = cardOfReadings(dataset, names);
  if (card) {
    await around.out(`${print(card, "plaintext")}\n`);
    return 0;
  }
  const near = [...new Set(dataset.spelling.nearest(name.trim(), 2).map((found) => dataset.lexicon.name(found.name)))].slice(0, 5);
  around.error(`“${name}” is in no list of ${dataset.date}${near.length > 0 ? `; spelled nearly so: ${near.join(", ")}` : ""}.\n`);
  return 1;
}
