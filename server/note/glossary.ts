/** What lists of abbreviations explain: a table by the headings of its columns, and words as MkDocs has them, `*[word]: …`. */
import type { Dataset } from "../dataset/dataset";
import { namesOfAll } from "./affixes";
import { ABBREVIATION, type Definition } from "./definitions";
import { ofHeading } from "./headings";
import { isOfInitials, longForm } from "./longForm";
import { isNameOfProtein } from "./nameOfProtein";
import type { Passage } from "./passage";

const SHORT = /^\W*(?:abbr(?:eviation|ev)?|acronym|short(?: (?:form|name))?)(?:s|\(s\))?\W*$/i;
const LONG =
  /^\W*(?:meaning|definition|explanation|expansion|(?:full|long) (?:form|name|term)|stands for|name|term|drug|agent|compound|inn|gene|protein|target)(?:s|\(s\))?\W*$/i;
const columnOf = ofHeading((text) => ({ isShort: SHORT.test(text), isLong: LONG.test(text) }));

/** The abbreviation that a cell holds and another cell of its row explains: "CTX | cetuximab" under "Abbreviation | Meaning". */
export function tabled(dataset: Dataset, cell: Passage): Definition | undefined {
  const abbreviation = cell.row && columnOf(cell)?.isShort ? cell.text.trim() : "";
  if (!ABBREVIATION.test(abbreviation)) return undefined;
  const form = cell.row!.find((other) => columnOf(other)?.isLong && isInFull(abbreviation, other.text.trim()))?.text.trim();
  if (!form) return undefined;
  const names = namesOfAll(dataset, form);
  return { abbreviation, longForm: form, names, isProtein: isNameOfProtein(form), at: cell.text.indexOf(abbreviation) };
}

/** Whether an abbreviation has the first letters of all words of a text, or letters of them in their order. */
const isInFull = (abbreviation: string, text: string): boolean =>
  text !== "" && (isOfInitials(abbreviation, text) || longForm(abbreviation, text) === text.length);

/** The words in small letters that a text explains, so that they are no slips: `*[word]: …`. Those in capitals are abbreviations. */
export const wordsExplained = (dataset: Dataset, text: string): Definition[] =>
  Array.from(text.matchAll(WORD), ({ index, 1: word, 2: form }) => {
    const names = namesOfAll(dataset, form!.trim());
    return { abbreviation: word!, longForm: form!.trim(), names, isProtein: false, at: index + 2 };
  });
const WORD = /^\*\[([A-Za-z][a-z-]{2,30})\]:[ \t]+([^\n]{2,80})/gm;
