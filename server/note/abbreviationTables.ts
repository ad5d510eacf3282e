/** Tables of abbreviations: a column that is headed so, each explained by another cell of its row. */
import type { Definition } from "./definitions";
import { ofHeading } from "./headings";
import { initialForm, longForm, SMALL_WORDS } from "./longForm";
import type { Mention } from "./mentions";
import { isNameOfProtein } from "./nameOfProtein";
import type { Passage } from "./passage";

const isOfAbbreviations = ofHeading((text) =>
  /^\W*(?:abbr(?:ev(?:iations?)?)?|acronyms?|short\sforms?|abk(?:ürzung(?:en)?)?)\W*$/i.test(text),
);

/** The cell that says in full what a cell of such a column holds; nothing where none does. */
export function explanationOf(cell: Passage): Passage | undefined {
  return isOfAbbreviations(cell) ? cell.row?.find((other) => other !== cell && isInFull(cell.text.trim(), other.text.trim())) : undefined;
}

/** Whether an abbreviation has the first letters of all words, or letters of them in their order. */
function isInFull(abbreviation: string, text: string): boolean {
  const words = text.replace(SMALL_WORDS, "");
  return initialForm(abbreviation, words) === words.length || longForm(abbreviation, text) === text.length;
}

/**
 * What a cell's row says that its abbreviation stands for.
 * @param mentionsOf finds the names in another cell
 */
export function definitionOf(cell: Passage, mentionsOf: (cell: Passage) => readonly Mention[]): Definition | undefined {
  const explanation = explanationOf(cell);
  if (!explanation) return undefined;
  const form = explanation.text.trim();
  const names = mentionsOf(explanation).find(({ start, end }) => explanation.text.slice(start, end) === form)?.names ?? [];
  return { abbreviation: cell.text.trim(), longForm: form, names, isProtein: isNameOfProtein(form), at: 0 };
}
