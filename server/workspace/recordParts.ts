/** Where the parts of a record stand in its text, and which of them refer to other records. */
import { isMap, isNode, isSeq, type Node, type ParsedNode } from "yaml";

/** An offset in the text. */
type Offset = number;

/** What is said in words, and whence; references stand elsewhere. */
const REFERENCE = /^(?:drug|target|family|complex|pathway|process|strategy|nanoplatform|cancer|challenge|regimen):[\w+.-]+$/;
const SAID = new Set(["claims", "names", "sources", "summary", "note", "review", "xrefs"]);

/** The place of a part of a record: keys, and numbers of items. */
type Place = ReadonlyArray<string | number>;

/** The texts in a record, each with its place. @param but the keys behind which none is looked for */
function* textsIn(value: unknown, but?: ReadonlySet<string>, place: Place = []): Generator<[Place, string]> {
  if (typeof value === "string") yield [place, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inside] of Object.entries(value))
      if (!but?.has(key)) yield* textsIn(inside, but, [...place, Array.isArray(value) ? Number(key) : key]);
}

/** The references of a record to others, each with its place in it. */
export function* referencesIn(value: unknown): Generator<[Place, string]> {
  for (const found of textsIn(value, SAID)) if (REFERENCE.test(found[1])) yield found;
}

/** The place of a text with half a character, which an escape may write and of which no address can be made; nothing where none has. */
export function halfIn(value: unknown): Place | undefined {
  for (const [place, text] of textsIn(value)) if (/\p{Cs}/u.test(text)) return place;
  return undefined;
}

/** The part of the text for a place in a record: a key, with its value if that is a single one, or an item; else the nearest around it. */
export function placeIn(node: Node, place: Place): [from: Offset, to: Offset] {
  for (let depth = place.length; depth > 0; depth--) {
    const parent =
      depth > 1 && isNode(node)
        ? (node as { getIn(path: unknown[], keep: boolean): unknown }).getIn(place.slice(0, depth - 1), true)
        : node;
    const key = place[depth - 1];
    // a key that should not be there is marked itself
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
    const found = (pair?.key ?? (isSeq(parent) ? parent.items[Number(key)] : undefined)) as ParsedNode | undefined;
    const value = pair?.value as ParsedNode | null | undefined;
    if (found?.range)
      return value?.range && !isMap(value) && !isSeq(value) ? [found.range[0], value.range[1]] : [found.range[0], found.range[1]];
  }
  const range = node.range ?? [0, 1];
  return [range[0], range[1]];
}
