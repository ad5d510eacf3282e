/** Where texts are put into a note, so that they take nothing apart that stands there. */

/** The text of a line by its number; nothing before the first and behind the last one. */
export type Lines = (line: number) => string | undefined;

/** A text and the place where it is inserted. */
export interface Insertion {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** What of a name is left behind a place in it. */
const REST = /^[\p{L}\p{N}]*(?:[-/][\p{L}\p{N}]+)*/u;
/** A sentence's end; none where it goes on in small letters or digits, as behind "vs." and "et al.". */
const END = /[.!?](?=\s+[^\s\p{Ll}\d]|\s*$)/u;
/** What begins something else than the paragraph before it. */
const BEGINS = /^\s*(?:[-*+>#|]|\d+[.)]\s|$)/;

const isRow = (text: string | undefined): boolean => text !== undefined && /^\s*\|/.test(text);

const isQuoted = (text: string | undefined): boolean => text !== undefined && /^\s*>/.test(text);
/** Whether a sentence goes on in the next line; many write each on a line of its own. */
const goesOn = (text: string | undefined, next: string | undefined): boolean =>
  text !== undefined && next !== undefined && !/^\s*(?:#|$)|[.:!?]["')\]]?\s*$/.test(text) && !BEGINS.test(next);

/** The line below which a block goes, so that it takes nothing apart: the last of what the cursor's line is a part of. */
export function lineOfBlock(lines: Lines, line: number): number {
  const end = endOfOpen(lines, line);
  return endOfList(lines, end ?? line) ?? end ?? endOfText(lines, line);
}

/** A text as a block of its own below the cursor's: an empty line stands before and behind it, unless the note begins or ends there. */
export function blockAt(lines: Lines, cursor: number, text: string): Insertion {
  const line = lineOfBlock(lines, cursor);
  const [before, here = "", next] = [lines(line - 1), lines(line), lines(line + 1)];
  const isText = (one: string | undefined) => one !== undefined && !isEmpty(one);
  const start = isText(here) ? "\n\n" : isText(before) ? "\n" : "";
  return { line, character: here.length, text: `${start}${text.trimEnd()}${isText(next) ? "\n" : ""}` };
}

/** A line drawn across the page. */
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
/** An item of a list, and what is indented, as all of an item but its first line is. */
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const INDENTED = /^(?: {2}|\t| \t)\s*\S/;
const isItem = (text: string): boolean => ITEM.test(text) && !RULE.test(text);
const isEmpty = (text: string | undefined): boolean => text !== undefined && text.trim() === "";
/** What ends a list though no empty line stands before it. */
const ENDS_LIST = /^ ?(?:#{1,6}\s|>|\||```|~~~|\$\$|<)/;

/** The last line of the list that a line is in, empty ones between its items included; nothing where it is in none. */
function endOfList(lines: Lines, line: number): number | undefined {
  let first = line;
  for (let text = lines(first); text === undefined || !isItem(text); text = lines(--first)) {
    // behind an empty line only what is indented may go on with an item
    if (text === undefined || isEmpty(text) || ENDS_LIST.test(text) || RULE.test(text)) return undefined;
    if (INDENTED.test(text)) while (isEmpty(lines(first - 1))) first--;
  }
  let last = line;
  for (let next = line + 1; lines(next) !== undefined; next++) {
    const text = lines(next)!;
    if (isEmpty(text)) continue;
    const goesOn = isItem(text) || INDENTED.test(text) || (last === next - 1 && !ENDS_LIST.test(text) && !RULE.test(text));
    if (!goesOn) break;
    last = next;
  }
  return last;
}

/** The last line of the table, the quotation or the sentence that a line is in. */
function endOfText(lines: Lines, line: number): number {
  let last = line;
  for (let next = lines(last + 1); ; next = lines(last + 1)) {
    const text = lines(last);
    if (!(isRow(text) && isRow(next)) && !(isQuoted(text) && isQuoted(next)) && !goesOn(text, next)) return last;
    last++;
  }
}

/** What opens code or a formula; the same sign closes it, or a longer one. */
const OPENS = /^[\s>]*(```+|~~~+|\$\$)/;

/** Where the front matter, the code or the formula that is open at a line ends; nothing where none is. */
function endOfOpen(lines: Lines, line: number): number | undefined {
  const bars = /^(?:---|\+\+\+)(?=\s*$)/.exec(lines(0) ?? "")?.[0];
  let sign = bars;
  for (let at = bars ? 1 : 0; ; at++) {
    const text = lines(at);
    if (text === undefined) return sign && sign !== bars ? at - 1 : undefined;
    if (sign) {
      const said = text.replace(/^[\s>]+/, "").trimEnd();
      if (!said.startsWith(sign) || said.replaceAll(sign[0]!, "") !== "") continue;
      if (at >= line) return at;
      sign = undefined;
    } else if (at > line) return undefined;
    else {
      const opened = OPENS.exec(text);
      // what is closed in its own line opens nothing
      if (opened && !text.slice(opened[0].length).includes(opened[1]![0]!)) sign = opened[1];
    }
  }
}

/** What is left of a cell of a table behind a place in it. */
const CELL = /^(?:\\.|[^|\\])*/;

/**
 * Where a citation goes that is asked for at a name: behind the sentence, as one of its own; where no full stop follows, as in an item
 * of a list and in its cell of a table, at the end behind a semicolon; right behind the name and without it, if the citation begins so
 * and nothing else follows.
 * @param said the citation, "cilengitide blocks integrin αvβ3 (PMID 1)"
 */
export function citationAt(lines: Lines, line: number, character: number, said: string): Insertion {
  const text = lines(line) ?? "";
  const end = character + REST.exec(text.slice(character))![0].length;
  if (isRow(text)) return { line, ...goingOn(text, end, CELL.exec(text.slice(end))![0], said) };
  for (let at = line, from = end; ; at++, from = 0) {
    const rest = (lines(at) ?? "").slice(from);
    const stop = rest.search(END);
    if (stop >= 0) return { line: at, character: from + stop + 1, text: ` ${asSentence(said)}` };
    if (!BEGINS.test(lines(at + 1) ?? "")) continue;
    return { line: at, ...goingOn(lines(at) ?? "", from, rest, said) };
  }
}

/** A citation behind a text that no full stop ends. @param rest what stands between the name, or the line's beginning, and the end */
function goingOn(text: string, from: number, rest: string, said: string): Omit<Insertion, "line"> {
  const character = from + rest.trimEnd().length;
  const before = text.slice(0, character);
  const isBegun = character === from && endsWith(before, said.split(" ", 1)[0]!);
  const apart = /[\p{L}\p{N})\]]$/u.test(before) ? "; " : " ";
  return { character, text: isBegun ? said.slice(said.indexOf(" ")) : apart + said };
}

/** Whether a text ends with a word, in whatever letter case. */
const endsWith = (text: string, word: string): boolean =>
  text.toLowerCase().endsWith(word.toLowerCase()) && !/[\p{L}\p{N}-]/u.test(text.slice(0, -word.length).slice(-1));

/** With a dot and, before a word in small letters, a capital: codes and mRNA keep theirs. */
const asSentence = (said: string): string => `${said.replace(/^\p{Ll}+(?= )/u, (word) => word.slice(0, 1).toUpperCase() + word.slice(1))}.`;

/** A name as it is written between what stands before and behind its place: with a space where a word or its full stop would touch it. */
export const keptApart = (before: string, name: string, behind: string): string =>
  `${/[\p{L}\p{N},;:.!?)\]]$/u.test(before) ? " " : ""}${name}${/^[\p{L}\p{N}([]/u.test(behind) ? " " : ""}`;
