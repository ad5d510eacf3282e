/**
 * The first of the numbers from 0 on, below `count`, for which something holds that holds for all behind it as well; `count` where it
 * holds for none.
 */
export function firstWhere(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
