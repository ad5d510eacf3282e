/**
 * Binary search in numbers that never fall.
 * @param count how many there are
 * @param valueAt the number at an index
 * @returns index of the last number that is at most `limit`; -1 when there is none
 */
export function lastUpTo(count: number, valueAt: (index: number) => number, limit: number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
