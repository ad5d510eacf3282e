/** The card of a word that is in no list but has a drug's ending: what the ending suggests, what is spelled nearly so. */
import type { Dataset } from "../../dataset/dataset";
import { namesNear } from "../../dataset/spelling";
import type { UnknownWord } from "../../note/unknownWord";
import { type Card, type Line, SEPARATOR } from "../print";
import { fact, MOST } from "./words";

/**
 * @param word a word that is reported as unknown
 * @returns nothing for a word whose ending marks no drug
 */
export function unknownCard(dataset: Dataset, word: UnknownWord): Card | undefined {
  if (!word.stem) return undefined;
  const [ending, meaning] = word.stem;
  const lines: Line[] = [
    [
      { text: word.text, style: "strong" },
      { text: `${SEPARATOR}in none of our lists of ${dataset.date}: misspelled, or newer than they are` },
    ],
    fact("By its ending", `-${ending} marks a drug, likely: ${meaning}`),
  ];
  const near = namesNear(dataset, word.text, MOST);
  if (near.length > 0) lines.push(fact("Similar names", near.join(", ")));
  lines.push([{ text: "accept this word", action: { kind: "accept-word", word: word.text } }]);
  return { groups: [lines] };
}
