/** Random choices that can be had again: `SEED=123 npx mocha …` repeats a run whose title names that seed. */

/** Gives whole numbers from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** The seed of this run; another one with the environment variable SEED. */
export const SEED = Number(process.env["SEED"] ?? 20261126);

/** A fresh generator (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One of these. */
export const pick = <T>(random: Random, items: readonly T[]): T => items[random(items.length)]!;
