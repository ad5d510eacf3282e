/** A drug-shaped word that is in no list: real and newer than the lists, or wrong. */
import type { Dataset } from "../../dataset/dataset";
import type { UnknownWord } from "../../note/words";
import type { Verdict } from "./finding";

/** @returns nothing when the word's ending does not mark a drug */
export function unknownDrugName(dataset: Dataset, word: UnknownWord): Verdict | undefined {
  if (!word.stem) return undefined;
  const [ending, meaning] = word.stem;
  return {
    rule: "unknown-drug-name",
    message: `“${word.text}” is not in the drug lists of ${dataset.date}; its ending -${ending} marks a drug (${meaning}).`,
    replacements: [],
    mild: !word.framed,
  };
}
