/** What a file of own data says: names, records, words or settings. While it is broken, the last good state of a part stays. */
import { acceptedWordsIn, COMMENT } from "../acceptedWords";
import { type ConfigRead, readConfig } from "../config";
import type { Dataset } from "../dataset/dataset";
import type { OwnPart } from "../dataset/own";
import type { FileRead } from "../files";
import { CONFIG, WORD_LIST } from "../protocol";
import { type DataFile, isData, type Pointer, readData } from "./dataFile";
import { sentence } from "./explain";
import { decoded } from "./text";
import type { Place, Problem } from "./workspace";

/** Greatest size of a file, in bytes. */
export const LARGEST = 8e6;
/** Greatest length of a list of words, in UTF-16 units: it is read in one go. */
const LONGEST_LIST = 1e6;

/** What a file last said. */
export interface OwnFile {
  /** Its bytes, or why there are none. */
  readonly was: Uint8Array | string;
  readonly parts: readonly OwnPart[];
  readonly words: readonly string[];
  readonly config: ConfigRead | undefined;
  readonly problems: readonly Problem[];
  readonly pointers: readonly Pointer[];
}

/** The state of a file that was not read yet. */
export const NOTHING: OwnFile = { was: "", parts: [], words: [], config: undefined, problems: [], pointers: [] };

/** Whether a file with this name counts in a place. */
export const isOwnFile = (name: string, { isFolder }: Place): boolean =>
  name === WORD_LIST ||
  (name === CONFIG ? isFolder : isData(name) || (isFolder && (SHEET.test(name) || LIST.test(name) || HIDDEN_ENDING.test(name))));

/** How many files of a folder are read, at most. */
const MOST_FILES = 500;
/** Those that a folder cannot have under another name, and its list of names: they are never left out. */
const FIRST: readonly string[] = [CONFIG, WORD_LIST, "names.tsv"];

/**
 * The files that count in a place, in the order of the names.
 * @returns those to be read; where there are too many, the first of the others with a problem that speaks for all of them
 */
export function ownFilesOf(
  names: readonly string[],
  place: Place,
): { readonly read: string[]; readonly left?: string; readonly problem: string } {
  const wanted = names.filter((name) => isOwnFile(name, place));
  const others = wanted.filter((name) => !FIRST.includes(name));
  const left = others.slice(MOST_FILES - (wanted.length - others.length));
  const [are, their] = left.length > 1 ? [`, nor are ${left.length - 1} others`, "their"] : ["", "its"];
  const problem = `is not read${are}, for ${their} folder holds more than ${MOST_FILES} files; join some of them`;
  const unread = new Set(left);
  return { read: wanted.filter((name) => !unread.has(name)), problem, ...(left.length > 0 ? { left: left[0]! } : {}) };
}

/** Files as which spreadsheets save a table that is meant for us. */
const SHEET = /^(?:.*\.(?:csv|xlsx?|ods)|names\.(?:txt|tab))$/i;
/** Names that Windows' editor ends with an ending of its own, which it hides. */
const HIDDEN_ENDING = /\.(?:ya?ml|tsv|txt|json)\.txt$/i;
/** Other names that people give the configuration. */
const SETTINGS = /^config(?:\.ya?ml|\.json|uration\.ya?ml)$/i;

/** Other names that people give the list of words. */
const LIST = /^words?\.(?:txt|md)$/i;

/** Why a file of a folder is not read, with the cure; nothing if it is. */
function misnamed(name: string): string | undefined {
  if (HIDDEN_ENDING.test(name)) return `This is not read, because of its ending; call it ${name.slice(0, -".txt".length)}.`;
  if (SHEET.test(name)) return "This is not read; save the sheet as tab-separated text in UTF-8, and call it names.tsv.";
  if (name !== WORD_LIST && LIST.test(name)) return `This is not read; if it holds accepted words, call it ${WORD_LIST}.`;
  return name !== CONFIG && SETTINGS.test(name) ? `This is not read; if it holds settings, call it ${CONFIG}.` : undefined;
}

/**
 * Reads a file, in small steps.
 * @param uri its address
 * @param name its name
 * @param read its bytes, or why they cannot be read
 * @param held what it last said; returned itself if nothing has changed
 * @returns what it says, with a problem for each part that is wrong
 */
export function* readOwnFile(
  place: Place,
  uri: string,
  name: string,
  read: Exclude<FileRead, undefined>,
  held: OwnFile,
  bundled: Dataset | undefined,
): Generator<void, OwnFile> {
  const was = read instanceof Uint8Array ? read : read.problem;
  if (isSame(held.was, was)) return held;
  const message = place.isFolder ? misnamed(name) : undefined;
  if (message) return { ...held, was, problems: [{ line: 0, from: 0, to: 1, message }] };
  const text = read instanceof Uint8Array ? decoded(read) : { line: 0, from: 0, to: 1, message: `This ${read.problem}.` };
  if (typeof text !== "string") return { ...held, was, problems: [text] };
  if (name === WORD_LIST && text.length > LONGEST_LIST)
    return {
      ...held,
      was,
      problems: [{ line: 0, from: 0, to: 1, message: "This is longer than a million characters; leave some words out." }],
    };
  if (name === WORD_LIST) return { ...NOTHING, was, words: acceptedWordsIn(text), problems: patternsIn(text) };
  if (name === CONFIG) {
    const config = readConfig(text);
    const lines = text.split(/\r\n|\r|\n/);
    const problems = config.problems.map(({ line, column, message }) => {
      const from = column - 1;
      const word = /^[\w-]*/.exec(lines[line - 1]?.slice(from) ?? "")![0];
      return { line: line - 1, from, to: from + Math.max(1, word.length), message: sentence(message) };
    });
    return { ...NOTHING, was, config, problems };
  }
  const data = yield* readData(name, text, bundled);
  return { ...NOTHING, was, parts: partsOf(place, uri, data, held), problems: data.problems, pointers: data.pointers };
}

/** The stars in a list of words: a pattern accepts nothing. */
const patternsIn = (text: string): Problem[] =>
  text.split(/\r\n|\r|\n/).flatMap((line, number) => {
    const from = line.replace(COMMENT, "").indexOf("*");
    const message = "A word with a star is no pattern and accepts nothing; write each word out.";
    return from < 0 ? [] : [{ line: number, from, to: from + 1, message }];
  });

/** What a file says now; where it is broken, what it last said. */
function partsOf({ from }: Place, uri: string, { records, problems }: DataFile, held: OwnFile): OwnPart[] {
  const parts = records.map(({ data, line, reference }): OwnPart => ({ from, uri, line, reference, data }));
  if (!problems.some((problem) => !problem.isRead)) return parts;
  const said = new Set(records.map(({ reference }) => reference));
  return [...parts, ...held.parts.filter(({ reference }) => !said.has(reference))];
}

function isSame(a: Uint8Array | string, b: Uint8Array | string): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
