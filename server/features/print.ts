/** A card as lines of styled text, printed as Markdown or as plain text. Nothing in a card can act. */

/** A piece of a line. */
export interface Span {
  /** Styled text begins and ends with no space: Markdown's marks must touch it. */
  readonly text: string;
  readonly style?: "strong" | "emphasis";
  /** A web address. */
  readonly link?: string;
  /** A theme icon's name ("pass"), printed only for clients that draw them. */
  readonly icon?: string;
}

export type Line = readonly Span[];

/** Groups of lines; a group is a paragraph. */
export interface Card {
  readonly groups: ReadonlyArray<readonly Line[]>;
}

/** Count of lines of a card. */
export const lineCount = (card: Card): number => card.groups.reduce((count, group) => count + group.length, 0);

/**
 * Prints a card.
 * @param format what the client shows
 * @param icons whether it draws theme icons
 */
export function print(card: Card, format: "markdown" | "plaintext", icons: boolean): string {
  if (format === "plaintext") return card.groups.map((group) => group.map(plainLine).join("\n")).join("\n\n");
  return card.groups.map((group) => group.map((line) => line.map((span) => markdownSpan(span, icons)).join("")).join("  \n")).join("\n\n");
}

const plainLine = (line: Line): string => line.map((span) => span.text.replace(/\s*[\r\n]+\s*/g, " ")).join("");

function markdownSpan(span: Span, icons: boolean): string {
  const text = escapeMarkdown(span.text);
  const styled = span.style === "strong" ? `**${text}**` : span.style === "emphasis" ? `*${text}*` : text;
  const linked = span.link && /^https?:\/\/[^\s()<>\\]+$/.test(span.link) ? `[${styled}](${span.link})` : styled;
  return span.icon && icons ? `$(${span.icon}) ${linked}` : linked;
}

/** Takes every meaning from what a dataset says: it is shown as it is written. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, " ")
    .replace(/^[ \t]+/, " ")
    .replace(/&/g, "&amp;")
    .replace(/[\\`*_{}[\]<>#|~$!]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/(https?|mailto|xmpp|ftp):/gi, "$1&#58;")
    .replace(/\bwww\./gi, (host) => `${host.slice(0, 3)}&#46;`)
    .replace(/@/g, "&#64;");
}
