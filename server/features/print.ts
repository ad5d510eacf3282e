/** A card as lines of styled text, printed as Markdown or as plain text. Nothing in it acts, whatever a dataset says. */

/** What a link of a card may do; `lsp.ts` gives each action the client's command for it. */
export type Action =
  | { readonly kind: "open-card"; readonly reference: string }
  | { readonly kind: "use-reading"; readonly word: string; readonly name: string }
  | { readonly kind: "accept-word"; readonly word: string };

/** A piece of a line. */
export interface Span {
  /** The text. If styled, it begins and ends without a space, since the marks of Markdown must touch it. */
  readonly text: string;
  /** The style. A label begins its line; a group of such lines may be shown as a table. */
  readonly style?: "strong" | "emphasis" | "label";
  /** A web address. */
  readonly link?: string;
  /** What a click does. For clients that cannot do it the span is left out, with the separator before it. */
  readonly action?: Action;
  /** The record whose full card a click opens, for clients that can; for others it is text alone. */
  readonly opens?: string;
  /** A theme icon's name ("pass"), printed only for clients that draw them. */
  readonly icon?: string;
  /** The length to which it may be cut if a card is too long; see `cards/fit.ts`. */
  readonly atLeast?: number;
}

export type Line = readonly Span[];

/** Groups of lines; a group is a paragraph. */
export interface Card {
  readonly groups: ReadonlyArray<readonly Line[]>;
}

/** How a client shows a card, beyond its format. */
export interface Style {
  /** Whether it draws theme icons. */
  readonly icons?: boolean;
  /** How labelled lines are laid out in Markdown; as a list by default. */
  readonly layout?: "table" | "list";
  /** The address that does an action in this client; nothing where it cannot. */
  readonly addressOf?: (action: Action) => string | undefined;
}

/** Stands between the parts of a line. */
export const SEPARATOR = " · ";

/** Count of lines of a card. */
export const lineCount = (card: Card): number => card.groups.reduce((count, group) => count + group.length, 0);

/** Count of characters that a reader sees of a card. */
export const textLength = (card: Card): number =>
  card.groups.reduce((sum, group) => sum + group.reduce((length, line) => length + lineLength(line), 0), 0);

/** Count of characters that a reader sees of a line. */
export const lineLength = (line: Line): number =>
  line.reduce((length, span) => length + span.text.length + (span.style === "label" ? 2 : 0), 0);

/**
 * Prints a card.
 * @param format what the client shows
 * @param style how it shows it; without one as a plain list
 */
export function print(card: Card, format: "markdown" | "plaintext", style: Style = {}): string {
  const groups = card.groups.map((group) => group.map((line) => possible(line, format, style)).filter((line) => line.length > 0));
  const full = groups.filter((group) => group.length > 0);
  if (format === "plaintext") return full.map((group) => group.map(plainLine).join("\n")).join("\n\n");
  return full.map((group) => markdownGroup(group, style)).join("\n\n");
}

/** A line without the actions that the client cannot do, and without the separators before them. */
function possible(line: Line, format: "markdown" | "plaintext", { addressOf }: Style): Line {
  const can = (span: Span) => !span.action || (format === "markdown" && addressOf?.(span.action) !== undefined);
  if (line.every(can)) return line;
  const kept: Span[] = [];
  for (const span of line) {
    if (can(span)) kept.push(span);
    else if (kept.at(-1)?.text === SEPARATOR) kept.pop();
  }
  return kept[0]?.text === SEPARATOR ? kept.slice(1) : kept;
}

const plainLine = (line: Line): string =>
  line.map((span) => span.text.replace(/(?<!\s)\s*[\r\n]\s*/g, " ") + (span.style === "label" ? ": " : "")).join("");

function markdownGroup(group: readonly Line[], style: Style): string {
  if (style.layout !== "table" || group.length < 2 || group.some((line) => line[0]?.style !== "label"))
    return group.map((line) => line.map((span) => markdownSpan(span, style)).join("")).join("  \n");
  // a table wants a head, which editors show in bold: the first fact is no more than the others, and stands below an empty one
  const rows = group.map(
    ([label, ...rest]) => `| ${escapeMarkdown(label!.text)} | ${rest.map((span) => markdownSpan(span, style)).join("")} |`,
  );
  return ["| | |", "|:--|:--|", ...rows].join("\n");
}

/** A span as Markdown. */
export function markdownSpan(span: Span, style: Style = {}): string {
  const text = escapeMarkdown(span.text);
  const action: Action | undefined = span.opens ? { kind: "open-card", reference: span.opens } : span.action;
  const address = action ? style.addressOf?.(action) : webAddress(span.link);
  const linked = (inner: string) => (address ? `[${inner}](${address})` : inner);
  if (span.style === "label") return `*${text}:* `;
  const styled = linked(span.style === "strong" ? `**${text}**` : span.style === "emphasis" ? `*${text}*` : text);
  return span.icon && style.icons ? `$(${span.icon}) ${styled}` : styled;
}

/** A text as a part of an address in Markdown, with the characters escaped that would end it. */
export const inAddress = (text: string): string =>
  encodeURIComponent(text).replace(/[()*!~']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** The address, if it is one of the web and can stand in Markdown as it is; else nothing. */
const webAddress = (link: string | undefined): string | undefined => (link && /^https?:\/\/[^\s()<>\\|]+$/.test(link) ? link : undefined);

/** Texts without any character that could mean something to Markdown: most of them. */
const HARMLESS = /^ ?[A-Za-z(“·;:,][A-Za-z0-9 ,;()'“”·/-]*$/;

/** Escapes a text so that Markdown shows it as it is written. */
export function escapeMarkdown(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .replace(/(?<!\s)\s*[\r\n]\s*/g, " ")
    .replace(/^[ \t]+/, " ")
    .replace(/&/g, "&amp;")
    .replace(/[\\`*_{}[\]<>#|~$!]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/(https?|mailto|xmpp|ftp):/gi, "$1&#58;")
    .replace(/\bwww\./gi, (host) => `${host.slice(0, 3)}&#46;`)
    .replace(/@/g, "&#64;");
}
