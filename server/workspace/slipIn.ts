/** Whether a name of a folder looks like a slip in one of the dataset's. It is compared letter by letter: the search for misspellings is in another bundle. */
import type { Dataset } from "../dataset/dataset";
import { codesOf, editDistance } from "../dataset/distance";
import { heldWords } from "../dataset/held";
import type { Kind } from "../dataset/records";

/** Lengths from which one and two edits look like a slip. */
const ONE_EDIT = 6;
const TWO_EDITS = 9;
/** How many letters at the start of the name are as they should be, and how many names that begin so are looked at. */
const SAME = 3;
const MOST = 120;

/** The name of a bundled record of a kind that another is a slip in; nothing where there is none, or where it is in the lists itself. */
export function slipIn(bundled: Dataset, kind: Kind, shown: string): string | undefined {
  const most = shown.length >= TWO_EDITS ? 2 : shown.length >= ONE_EDIT ? 1 : 0;
  if (most === 0) return undefined;
  const { lexicon } = bundled;
  if (lexicon.lookUp(shown).some((name) => lexicon.type(name) !== "misspelling")) return undefined;
  const written = codesOf(shown.toLowerCase());
  return recordedFrom(bundled, shown.slice(0, SAME)).find(
    (one) => one.kind === kind && editDistance(written, written.length, one.codes, one.codes.length, most) <= most,
  )?.text;
}

/** The names of records that begin so. They are held, for those of a table mostly begin alike. */
const recordedFrom = heldWords((bundled, beginning) => {
  const { lexicon } = bundled;
  return lexicon
    .complete(beginning, MOST)
    .filter((name) => bundled.hasRecord(lexicon.entity(name)))
    .map((name) => {
      const text = lexicon.name(name);
      return { text, kind: bundled.kind(lexicon.entity(name)), codes: codesOf(text.toLowerCase()) };
    });
});
