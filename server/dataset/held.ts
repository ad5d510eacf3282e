/** Remembers what was looked up in a dataset, for as long as the dataset is in use. */
import type { Dataset } from "./dataset";

/** Makes a function that remembers its result, an object, for each dataset. */
export function heldOnce<T extends object>(make: (dataset: Dataset) => T): (dataset: Dataset) => T {
  const all = new WeakMap<Dataset, T>();
  return (dataset) => {
    let known = all.get(dataset);
    if (!known) {
      known = make(dataset);
      all.set(dataset, known);
    }
    return known;
  };
}

/** How many results are remembered. */
const MOST = 1 << 14;

/** Makes a function that remembers its result for each dataset and key: the number of an entity or a name, a record, a word. */
export function held<T, Key = number>(make: (dataset: Dataset, key: Key) => T): (dataset: Dataset, key: Key) => T {
  const all = heldOnce(() => new Map<Key, T>());
  return (dataset, key) => {
    const known = all(dataset);
    if (!known.has(key)) {
      if (known.size >= MOST) known.clear();
      known.set(key, make(dataset, key));
    }
    return known.get(key) as T;
  };
}

/** As {@link held}, for words of a text: a part of a text would hold all of it. */
export function heldWords<T>(make: (dataset: Dataset, word: string) => T): (dataset: Dataset, word: string) => T {
  const find = held((dataset, key: string) => make(dataset, key.slice(1)));
  return (dataset, word) => find(dataset, ` ${word}`);
}
