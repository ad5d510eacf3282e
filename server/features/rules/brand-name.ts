/** A brand where house style wants the INN. */
import type { Dataset } from "../../dataset/dataset";
import type { Passage } from "../../note/passage";
import { mentionsOf } from "../../note/reading";
import { beginsSentence, withCase } from "../written";
import { isBesideOther, isInSentence, type Remark, remark } from "./finding";

/**
 * Finds brand names where house style wants the INN.
 * @param isSmall whether the passage is a cell of a column whose names begin with small letters
 * @returns a remark on each brand name, unless the INN stands in its sentence or its row of a table: whoever writes both means the brand
 */
export function brandName(dataset: Dataset, passage: Passage, isSmall: () => boolean): Remark[] {
  const { lexicon } = dataset;
  const found: Remark[] = [];
  const mentions = mentionsOf(dataset, passage);
  mentions.forEach((mention, i) => {
    const { names, start, end, pointer } = mention;
    const entity = lexicon.entity(names[0]!);
    if (pointer || !names.every((name) => lexicon.type(name) === "brand" && lexicon.entity(name) === entity)) return;
    // "osimertinib, sold as Tagrisso", "generic imatinib replaced Glivec"
    const isOtherName = ([name]: readonly number[]) => lexicon.type(name!) !== "brand" && lexicon.entity(name!) === entity;
    const isExplained =
      isBesideOther(dataset, passage.text, mentions, i) ||
      isInSentence(passage.text, mentions, mention, isOtherName) ||
      passage.row?.some(
        (cell) => cell !== passage && mentionsOf(dataset, cell).some((other) => lexicon.entity(other.names[0]!) === entity),
      );
    const text = passage.text.slice(start, end);
    const preferred = dataset.preferredName(entity);
    if (isExplained || preferred.toLowerCase() === text.toLowerCase()) return;
    const message = `“${text}” is a brand name of ${preferred} (lists of ${dataset.date}).`;
    // a brand has a capital of its own: the INN takes one only at the start of a sentence
    const replacement = beginsSentence(passage.text, start) && !(start === 0 && isSmall()) ? withCase(preferred, text) : preferred;
    found.push(remark(passage, start, end, { rule: "brand-name", message, replacements: [replacement], entity }));
  });
  return found;
}
