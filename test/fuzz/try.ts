/** Tries targets with one seed after the other; a fault is told with the seed that shows it again. */
import { randomOf } from "../random";
import { TARGETS } from "./targets";

/**
 * Tries a target.
 * @param seed the first seed; the next ones follow
 * @param goesOn whether to try once more, after so many tries
 * @returns how often it was tried
 * @throws the first fault, its seed in the message
 */
export function tryAtRandom(target: string, seed: number, goesOn: (tries: number) => boolean): number {
  let tries = 0;
  for (; goesOn(tries); tries++) {
    try {
      TARGETS[target]!(randomOf(seed + tries));
    } catch (error) {
      const { message, stack } = error as Error;
      throw Object.assign(
        new Error(`seed ${seed + tries}: ${message}\nagain: npm run fuzz -- --target ${target} --seed ${seed + tries} --seconds 0`),
        { stack },
      );
    }
  }
  return tries;
}
