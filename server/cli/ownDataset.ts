/** The dataset for the notes of a folder. */
import type { Dataset } from "../dataset/dataset";
import { extend } from "../dataset/extend";
import type { OwnPart } from "../dataset/own";

/** The datasets of folders that were made last, by the files that say something. */
const extended = new Map<string, Dataset>();
const MOST_HELD = 8;

/** The dataset with what folders say; the bundled one where they say nothing. */
export function withOwn(bundled: Dataset, own: readonly OwnPart[] | undefined): Dataset {
  if (!own) return bundled;
  const key = [...new Set(own.map(({ uri }) => uri))].join("\n");
  const held = extended.get(key);
  if (held) return held;
  const steps = extend(bundled, own);
  let step = steps.next();
  while (!step.done) step = steps.next();
  for (const old of extended.keys()) if (extended.size >= MOST_HELD) extended.delete(old);
  extended.set(key, step.value);
  return step.value;
}
