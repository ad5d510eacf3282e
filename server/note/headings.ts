/** What the heading of a column says of the cells of a table. */
import type { Passage } from "./passage";

const OF_DRUGS =
  /^\W*(?:drugs?|agents?|compounds?|inhibitors?|treatments?|therap(?:y|ies)|medications?|inn|antibod(?:y|ies)|adcs?|mabs?|tkis?)\b/i;
const OF_GENES =
  /(?:^|[^a-z])(?:genes?|symbols?|hgnc|hugo|proteins?|(?:bio)?markers?|loc(?:us|i))(?:[^a-z]|$)|^\W*(?:targets?|receptors?|ligands?|antigens?)\b|\btargets?\W*$/i;
const OF_CODES = /^\W*(?:clones?\b|cat(?:alog|\.| ?no| ?#)|rrid|lot\b|fluor(?:\b|o(?:ph|ch)))/i;
const OF_DATES = /dates?|days?|visits?|time|week|month|due|start|end\b/i;

/** Makes a function that looks at the heading of a column once, though each of its cells asks; of what is no cell it says nothing. */
export function ofHeading<T extends boolean | object>(look: (text: string) => T): (cell: Passage) => T | undefined {
  const held = new WeakMap<Passage, T>();
  return ({ heading }) => {
    let found = heading && held.get(heading);
    if (heading && found === undefined) {
      found = look(heading.text);
      held.set(heading, found);
    }
    return found;
  };
}

const said = ofHeading((text) => ({
  kind: OF_DRUGS.test(text) ? ("drug" as const) : OF_GENES.test(text) ? ("gene" as const) : undefined,
  isOfAntibodies: /^\W*antib/i.test(text),
  isOfCodes: OF_CODES.test(text),
  isOfDates: OF_DATES.test(text),
}));

/** What the column of a cell holds, by its heading; nothing if it does not say, or if the passage is no cell. */
export function columnOf(cell: Passage): "drug" | "gene" | undefined {
  const column = said(cell);
  // an antibody with its clone is called as what it stains
  return column?.isOfAntibodies && cell.row?.some(holdsCodes) ? "gene" : column?.kind;
}

/** Whether a cell's column holds codes and dyes, which may be spelled like names: the clones SP6 and AE1, APC. */
export const holdsCodes = (cell: Passage): boolean => said(cell)?.isOfCodes === true;

/** `2-Sep`, `Mar-01`: a day and a month, as spreadsheets write the symbols SEPT2 and MARCH1. */
const DATE = /^\s*(?:0?(?<day>\d{1,2})-(?<month>Mar|Sept?|Dec)|(?<monthFirst>Mar|Sept?|Dec)-0?(?<dayLast>\d{1,2}))\s*$/i;

/**
 * The date that a cell of a column of genes holds: no symbol, but what a spreadsheet made of one.
 * @returns the first three letters of the month, small, and the day; nothing in other columns, and in those of dates
 */
export function dateInGenes(passage: Passage): { month: string; day: number } | undefined {
  if (columnOf(passage) !== "gene" || said(passage)!.isOfDates) return undefined;
  const { day, month, monthFirst, dayLast } = DATE.exec(passage.text)?.groups ?? {};
  const name = month ?? monthFirst;
  return name === undefined ? undefined : { month: name.slice(0, 3).toLowerCase(), day: Number(day ?? dayLast) };
}

/** The months, cut short. */
export const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
/** One of them alone in its cell. */
const MONTH = new RegExp(String.raw`^\s*(?:${MONTHS})\.?\s*$`, "i");

/** Whether a cell holds a month and no protein that is spelled so (JUN, APR): other months stand in its row, or its column holds dates. */
export function isMonth(passage: Passage): boolean {
  if (!passage.row || !MONTH.test(passage.text)) return false;
  return said(passage)?.isOfDates ?? passage.row.some((other) => other !== passage && MONTH.test(other.text));
}
