/** What is looked up of a dataset once, and then held as long as the dataset is. */
import type { Dataset } from "./dataset";

/** Has a function remember what it made of each dataset and key: the number of an entity or a name, a record. */
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
