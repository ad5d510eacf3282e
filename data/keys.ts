/** Keys of names as strings, for sets and maps. Strings stand in the order of their codes, as keys do. */
import { type FoldTable, foldName, LONGEST } from "../server/dataset/fold";

/** Where keys are put together. */
export const codes = new Uint16Array(LONGEST + 1);
const bytes = Buffer.from(codes.buffer);

/** The key of so many codes that stands in {@link codes}; `String.fromCharCode` takes five times as long. */
export const keyInCodes = (length: number): string => bytes.toString("utf16le", 0, 2 * length);

/** What gives the key of a text; the empty one where it can be no name. */
export const keysBy =
  (fold: FoldTable) =>
  (text: string): string =>
    keyInCodes(foldName(fold, text, codes));
