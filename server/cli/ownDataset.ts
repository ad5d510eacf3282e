/** The dataset for the notes of a folder. */
import type { Dataset } from "../dataset/dataset";
import type { OwnPart } from "../dataset/own";
import { atOnce } from "../giveWay";
import { extend } from "../workspace/workspace";

/** The datasets that were made last, by what is said in them as JSON. */
const extended = new Map<string, Dataset>();
const MOST_HELD = 8;
/** The same by what was given, which is seldom read anew. */
let given = new WeakMap<readonly OwnPart[], Dataset>();

/** The dataset with what folders say; the bundled one where they say nothing. */
export function withOwn(bundled: Dataset, own: readonly OwnPart[] | undefined): Dataset {
  if (!own) return bundled;
  const known = given.get(own);
  if (known) return known;
  const said = JSON.stringify(own);
  const made = extended.get(said) ?? atOnce(extend(bundled, own));
  for (const old of extended.keys()) {
    if (extended.size < MOST_HELD) break;
    extended.delete(old);
    given = new WeakMap();
  }
  extended.set(said, made);
  given.set(own, made);
  return made;
}
