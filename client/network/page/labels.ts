/** Labels in boxes: a name that is too long for one line is written in two smaller ones. */

/** Letters that fit into a line, and into one of two. */
const [LONGEST, LONGEST_OF_TWO] = [20, 23];

/** The lines of a label: as even as spaces, hyphens and slashes allow. What then is still too long loses its brackets, or ends in "…". */
export function linesOf(label: string): string[] {
  const lines = broken(label);
  const isWhole = lines.every((line) => line.length <= LONGEST_OF_TWO);
  const bare = label.replace(/ \([^()]*\)$/, "");
  if (!isWhole && bare !== label) return linesOf(bare);
  return lines.map((line) => (line.length > LONGEST_OF_TWO ? `${line.slice(0, LONGEST_OF_TWO - 1)}…` : line));
}

function broken(label: string): string[] {
  if (label.length <= LONGEST) return [label];
  const breaks = [...label.matchAll(/(?<=[\s/-])(?=[^\s/-])/g)].map(({ index }) => index);
  const longer = (at: number) => Math.max(at, label.length - at);
  const [first] = breaks.sort((a, b) => longer(a) - longer(b));
  return first === undefined ? [label, ""] : [label.slice(0, first).trimEnd(), label.slice(first)];
}
