/** Lists by key. */

/** Adds a value to the end of the list of a key, which may be the first that the key has. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const held = lists.get(key);
  if (held) held.push(value);
  else lists.set(key, [value]);
}
