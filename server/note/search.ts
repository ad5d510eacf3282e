/**
 * Binary search in numbers in ascending order.
 * @param count how many there are
 * @param valueAt the number at an index
 * @returns index of the last number that is at most `limit`; -1 if there is none
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

/** The offsets at which one of some characters stands in a text, in order. */
export function placesOf(text: string, characters: string): readonly number[] {
  const places: number[] = [];
  let kinds = 0;
  for (const character of characters) {
    let at = text.indexOf(character);
    if (at >= 0) kinds++;
    for (; at >= 0; at = text.indexOf(character, at + 1)) places.push(at);
  }
  return kinds > 1 ? places.sort((a, b) => a - b) : places;
}
