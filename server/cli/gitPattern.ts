/**
 * Patterns of `.gitignore`, as git reads them, but that `?` and a set stand for a letter here and for a byte there (é), and that no slash
 * stands behind a backslash or in a set. They come with notes of others, so no pattern takes longer than its length times that of the
 * path: an expression made of one with several `**` would double its time with every few folders.
 */

/** Stands for any number of signs in a name, or of folders in a path. */
const ANY = undefined;
/** The signs that stand at one place of a name; {@link ANY} for any number of them. */
type Sign = ((sign: string) => boolean) | typeof ANY;
/** A name in a pattern, to the letter or sign by sign. */
type Name = string | readonly Sign[];

/** A line of `.gitignore`. */
interface Pattern {
  /** Whether it takes back what others leave out. */
  readonly isNegated: boolean;
  readonly isOfFolders: boolean;
  /** The names in a path from the file's folder; {@link ANY} for any number of them. */
  readonly names: ReadonlyArray<Name | typeof ANY>;
}

/** The patterns in the text of a file, in their order; those that fit nothing are left out. @param ignoreCase whether paths come in small letters */
export function readPatterns(text: string, ignoreCase: boolean): Pattern[] {
  return (ignoreCase ? text.toLowerCase() : text)
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) => withoutSpaces(line.endsWith("\r") ? line.slice(0, -1) : line))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => patternOf(line) ?? []);
}

/** Whether patterns leave out a path from their folder, or take that back; nothing where none fits. The last that fits decides. */
export function verdict(patterns: readonly Pattern[], path: string, isFolder: boolean): boolean | undefined {
  const names = path.split("/");
  const last = patterns.findLast((one) => (isFolder || !one.isOfFolders) && fits(one.names, names, isName));
  return last && !last.isNegated;
}

/** A line without spaces at its end, unless a backslash stands before one. */
function withoutSpaces(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === " ") continue;
    end = Math.min(at + 1, line.length);
  }
  return line.slice(0, end);
}

function patternOf(line: string): Pattern | undefined {
  const isNegated = line.startsWith("!");
  const given = line.slice(isNegated ? 1 : 0);
  const isOfFolders = given.endsWith("/");
  const path = isOfFolders ? given.slice(0, -1) : given;
  // a single name may stand anywhere
  const names: Array<Name | typeof ANY> = path.includes("/") ? [] : [ANY];
  for (const part of path.replace(/^\//, "").split("/")) {
    const name = /^\*\*+$/.test(part) ? ANY : /[*?[\\]/.test(part) ? signsOf(part) : part;
    if (name === null) return undefined;
    names.push(name);
  }
  // what is inside a folder, not the folder itself
  if (names.at(-1) === ANY) names.push([ANY]);
  return { isNegated, isOfFolders, names };
}

/** The signs of a name in a pattern; null where that fits nothing. */
function signsOf(part: string): Sign[] | null {
  const signs: Sign[] = [];
  for (let at = 0; at < part.length; at++) {
    const sign = part[at]!;
    if (sign === "*") signs.push(ANY);
    else if (sign === "?") signs.push(() => true);
    else if (sign === "[") {
      const [set, end] = setOf(part, at + 1);
      if (!set) return null;
      signs.push(set);
      at = end;
    } else {
      const literal = sign === "\\" ? part[++at] : sign;
      if (literal === undefined) return null;
      signs.push((other) => other === literal);
    }
  }
  return signs;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z\d]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[\da-f]/i,
};

/** What stands in brackets from a place on, and where they end; no set where they do not, or name an unknown class. */
function setOf(part: string, start: number): [set: ((sign: string) => boolean) | undefined, end: number] {
  const isNegated = part[start] === "!" || part[start] === "^";
  const first = isNegated ? start + 1 : start;
  const tests: Array<(sign: string) => boolean> = [];
  for (let at = first; at < part.length; at++) {
    if (part[at] === "]" && at > first) return [(sign) => tests.some((test) => test(sign)) !== isNegated, at];
    const named = /^\[:(\w*):\]/.exec(part.slice(at, at + 12))?.[1];
    if (named !== undefined) {
      const signs = CLASSES[named];
      if (!signs) break;
      tests.push((sign) => signs.test(sign));
      at += named.length + 3;
      continue;
    }
    if (part[at] === "\\") at++;
    const from = part[at]!;
    const isRange = part[at + 1] === "-" && at + 2 < part.length && part[at + 2] !== "]";
    if (isRange) at += part[at + 2] === "\\" ? 3 : 2;
    const to = part[at]!;
    // where a range leads backwards, its first sign counts
    tests.push((sign) => sign === from || (sign >= from && sign <= to));
  }
  return [undefined, part.length];
}

const isName = (said: Name, name: string): boolean =>
  typeof said === "string" ? said === name : fits(said, name, (set, sign) => set(sign));

/**
 * Whether items fit a pattern in which {@link ANY} stands for any number of them. What does not fit goes back to the last such place
 * alone, for what an earlier one takes, that one may take as well.
 */
function fits<P, T>(pattern: ReadonlyArray<P | typeof ANY>, items: ArrayLike<T>, isOne: (part: P, item: T) => boolean): boolean {
  const end = pattern.at(-1);
  // most differ at their ends
  if (end !== ANY && (items.length === 0 || !isOne(end, items[items.length - 1]!))) return false;
  let [at, item, any, from] = [0, 0, -1, 0];
  while (item < items.length) {
    const part = pattern[at];
    if (at < pattern.length && part === ANY) {
      any = at++;
      from = item;
    } else if (at < pattern.length && isOne(part as P, items[item]!)) {
      at++;
      item++;
    } else if (any >= 0) {
      at = any + 1;
      item = ++from;
    } else return false;
  }
  while (at < pattern.length && pattern[at] === ANY) at++;
  return at === pattern.length;
}
