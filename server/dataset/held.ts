/** What is looked up of a dataset once, and then held as long as the dataset is. */
import type { Dataset } from "./dataset";

/** A function that holds what another makes of a dataset and a number: an entity's, a name's. */
export function held<T>(make: (dataset: Dataset, number: number) => T): (dataset: Dataset, number: number) => T {
  const all = new WeakMap<Dataset, Map<number, T>>();
  return (dataset, number) => {
    let known = all.get(dataset);
    if (!known) {
      known = new Map();
      all.set(dataset, known);
    }
    if (!known.has(number)) known.set(number, make(dataset, number));
    return known.get(number) as T;
  };
}
