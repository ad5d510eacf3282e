/** What is looked up of a dataset once, and then held as long as the dataset is. */
import type { Dataset } from "./dataset";

/** A function that holds what another makes of a dataset and what is held by it as well: an entity's or name's number, a record. */
export function held<T, Key = number>(make: (dataset: Dataset, key: Key) => T): (dataset: Dataset, key: Key) => T {
  const all = new WeakMap<Dataset, Map<Key, T>>();
  return (dataset, key) => {
    let known = all.get(dataset);
    if (!known) {
      known = new Map();
      all.set(dataset, known);
    }
    if (!known.has(key)) known.set(key, make(dataset, key));
    return known.get(key) as T;
  };
}
