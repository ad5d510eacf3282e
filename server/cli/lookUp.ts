/** `metastasis-notes lookup NAME`: prints the card of a name. */
import type { Dataset } from "../dataset/dataset";
import { cardOfReadings } from "../features/card";
import { variantBehind } from "../features/cards/target";
import { print } from "../features/print";
import { lookUp as find, namesSpelled, nearNames } from "../features/tools/lookUp";
import type { PlainFormat } from "./arguments";
import type { Surroundings } from "./surroundings";

/**
 * Prints what is known of a name, as a card or all of it as JSON; where it is unknown, the names that are spelled nearly so.
 * @returns exit status: 0 found, 1 not
 */
export async function lookUp(dataset: Dataset, name: string, format: PlainFormat, around: Surroundings): Promise<number> {
  if (format === "json") {
    const found = find(dataset, name);
    await around.out(`${JSON.stringify(found, undefined, 2)}\n`);
    return found.readings.length > 0 ? 0 : 1;
  }
  const asked = name.trim();
  const variant = variantBehind(asked.slice(/[ (]|$/.exec(asked)!.index));
  const card = cardOfReadings(dataset, namesSpelled(dataset, name), variant ? { variant } : {}, asked);
  if (card) {
    await around.out(`${print(card, "plaintext")}\n`);
    return 0;
  }
  const near = nearNames(dataset, name);
  around.error(`“${name}” is in no list of ${dataset.date}${near.length > 0 ? `; similar names: ${near.join(", ")}` : ""}.\n`);
  return 1;
}
