/** Names that mean several things, each told by the words of its sentence: `lexicon/homonyms.tsv`. */
import type { Homonym } from "../server/dataset/dataset";
import { NEVER } from "../server/dataset/rank";
import type { EncodedName } from "../server/dataset/recordNames";
import type { EncodedEntity } from "./encode";
import { cellsIn, type Row } from "./source";

/** The source of a pattern for any of the words of a cell, where a star stands for the rest of a word, and a space for a line end, too; empty for an empty cell. */
function patternOf(cell: string): string {
  const words = cellsIn(cell).map((word) =>
    word
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "\\w*")
      .replaceAll(" ", "\\s"),
  );
  return words.length > 0 ? `(?<![A-Za-z\\d])(?:${words.join("|")})(?![A-Za-z\\d])` : "";
}

/** The rows of the table. */
export const readHomonyms = (rows: readonly Row[]): Homonym[] =>
  rows.map((row) => [row["name"]!, row["of"]!, patternOf(row["unless"]!), patternOf(row["where"]!)]);

/**
 * Names and those that only words of their sentence speak for: what had none of these names has it, and what had it for look-ups alone
 * is read where they speak for it.
 */
export function withHomonyms(
  names: readonly EncodedName[],
  entities: readonly EncodedEntity[],
  homonyms: readonly Homonym[],
): EncodedName[] {
  const texts = new Set(homonyms.map(([name]) => name));
  const held = names.filter(({ text }) => texts.has(text));
  const made: EncodedName[] = [];
  const opened = new Set<EncodedName>();
  for (const [text, of, , where] of homonyms) {
    const entity = where === "" ? -1 : entities.findIndex(({ preferred }) => preferred === of);
    const own = held.find((name) => name.text === text && name.entity === entity);
    if (own?.context === "never") opened.add(own);
    if (entity >= 0 && !own) made.push({ text, entity, type: "synonym", letterCase: "exact", context: "own", rank: NEVER, proposed: 0 });
  }
  return [...names.map((name): EncodedName => (opened.has(name) ? { ...name, context: "own" } : name)), ...made];
}
