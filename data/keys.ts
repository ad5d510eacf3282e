/** Keys of names as strings, for sets and maps. Strings stand in the order of their codes, as keys do. */
import { type FoldTable, foldName, LONGEST } from "../server/dataset/fold";

/** The array in which keys are made. */
export const codes = new Uint16Array(LONGEST + 1);
const bytes = Buffer.from(codes.buffer);

/** The key that stands in {@link codes}, as a string; `String.fromCharCode` takes five times as long. */
export const keyInCodes = (length: number): string => bytes.toString("utf16le", 0, 2 * length);

/** Makes a function that gives the key of a text; the empty string if the text can be no name. */
export const keysBy =
  (fold: FoldTable) =>
  (text: string): string =>
    keyInCodes(foldName(fold, text, codes));
