/** A symbol that HGNC has given up for another. */
import type { Dataset } from "../../dataset/dataset";
import { mentionsOf } from "../../note/mentions";
import { NONE, type Place, type Remark, remark } from "./finding";

/** @returns a remark on each previous symbol of one gene alone; a name that is anything else as well is left alone */
export function outdatedSymbol(dataset: Dataset, { passage }: Place): Remark[] {
  const { lexicon } = dataset;
  let found: Remark[] = NONE;
  for (const { names, start, end, pointer } of mentionsOf(dataset, passage)) {
    if (lexicon.type(names[0]!) !== "previous-symbol") continue;
    const entity = lexicon.entity(names[0]!);
    if (pointer || !names.every((name) => lexicon.type(name) === "previous-symbol" && lexicon.entity(name) === entity)) continue;
    const symbol = symbolOf(dataset, entity);
    const text = passage.text.slice(start, end);
    // another spelling, or one with a hyphen, is what the protein is called: G-CSF
    if (!symbol || text.includes("-") || !names.some((name) => lexicon.name(name) === text)) continue;
    const message = `“${text}” is a previous symbol; the approved one is ${symbol} (HGNC, lists of ${dataset.date}).`;
    if (found === NONE) found = [];
    found.push(remark(passage, start, end, { rule: "outdated-symbol", message, replacements: [symbol], deprecated: true, entity }));
  }
  return found;
}

/** The approved symbol of a gene; nothing for families and the like. */
function symbolOf(dataset: Dataset, entity: number): string | undefined {
  const kind = dataset.kind(entity);
  if (kind === "known-gene") return dataset.preferredName(entity);
  return kind === "target" ? dataset.record(entity)?.names?.find(({ type }) => type === "symbol")?.text : undefined;
}
