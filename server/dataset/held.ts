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

/** How many words are remembered. */
const MOST_WORDS = 4096;

/** Makes a function that remembers its result for each dataset and the words that it was asked of last. */
export function heldWords<T>(make: (dataset: Dataset, word: string) => T): (dataset: Dataset, word: string) => T {
  const all = heldOnce(() => new Map<string, T>());
  return (dataset, word) => {
    const known = all(dataset);
    // a part of a text would hold all of it
    const key = ` ${word}`;
    if (!known.has(key)) {
      if (known.size >= MOST_WORDS) known.clear();
      known.set(key, make(dataset, word));
    }
    return known.get(key) as T;
  };
}

/** Makes a function that remembers its result for each dataset and key: the number of an entity or a name, or a record. */
export function held<T, Key = number>(make: (dataset: Dataset, key: Key) => T): (dataset: Dataset, key: Key) => T {
  const all = heldOnce(() => new Map<Key, T>());
  return (dataset, key) => {
    const known = all(dataset);
    if (!known.has(key)) known.set(key, make(dataset, key));
    return known.get(key) as T;
  };
}
