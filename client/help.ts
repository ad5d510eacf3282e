/** What the README says under one of its headings, as a document: a finding's code leads there. */

/**
 * The README's bytes.
 * @param read gives a file of the extension's folder; vsce has written the README's name small there
 */
export async function readmeBy(read: (name: string) => PromiseLike<Uint8Array>): Promise<Uint8Array> {
  try {
    return await read("README.md");
  } catch {
    return read("readme.md");
  }
}

/**
 * @param heading as links have it: "misspelled-name", "your-labs-own-words"
 * @param readme the README's bytes
 * @returns the part from that heading on, and of a rule how loud it may be, which stands before all rules; links to other parts as
 *   those of such documents; the whole README where there is no such heading
 */
export function helpOn(heading: string, readme: Uint8Array): string {
  const text = new TextDecoder().decode(readme);
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => /^#+ /.test(line) && anchorOf(line) === heading);
  if (from < 0) return text;
  const level = /^#+/.exec(lines[from]!)![0].length;
  const end = lines.findIndex((line, i) => i > from && /^#+ /.test(line) && /^#+/.exec(line)![0].length <= level);
  const ofAllRules = level === 3 ? lines.slice(lines.findLastIndex((line, i) => i < from && line.startsWith("## ")) + 2)[0] : undefined;
  const part = [...lines.slice(from, end < 0 ? undefined : end), ...(ofAllRules ? [ofAllRules] : [])].join("\n");
  return part.replace(/\]\(#([\w-]+)\)/g, "]($1.md)");
}

/** What a link to a heading says: `## Your lab's own words` is `your-labs-own-words`. */
const anchorOf = (line: string): string =>
  line
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");
