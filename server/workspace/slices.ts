/** Long work in slices that give way to requests. */
import { giveWay } from "../giveWay";

/** How long a slice may take, in milliseconds. */
const SLICE = 4;

/** Goes through the steps of a work, giving way to others between slices; returns what it makes. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const began = performance.now();
    do {
      const { done, value } = steps.next();
      if (done) return value as T;
    } while (performance.now() - began < SLICE);
    await giveWay();
  }
}
