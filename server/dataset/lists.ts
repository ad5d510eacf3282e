/** Lists by key. */

/** Appends a value to the list of a key; begins the list where there is none. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const held = lists.get(key);
  if (held) held.push(value);
  else lists.set(key, [value]);
}
