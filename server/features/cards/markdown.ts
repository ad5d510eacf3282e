/** Pieces of the Markdown documents that full cards are. */
import type { Dataset } from "../../dataset/dataset";
import { escapeMarkdown, inAddress, markdownSpan, type Span } from "../print";
import { sourceSpan } from "./sources";

/** A section with its heading; empty where it would have no content. */
export const section = (heading: string, content: string): string => (content ? `## ${heading}\n\n${content}` : "");

/** A list; empty where there are no items. */
export const listOf = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** An item of a list, `what: details (sources)`. It wraps in a narrow preview, where a table of three columns would be cut off. */
export function itemOf(dataset: Dataset, what: string, details: string, sources: readonly string[]): string {
  return `${what}${details && `: ${details}`}${sources.length > 0 ? ` (${sourceList(dataset, sources)})` : ""}`;
}

/**
 * A table, without the columns that are empty in all rows. Full cards have none of more than two.
 * @param rows cells as Markdown in which pipes are escaped
 * @returns an empty text where there are no rows
 */
export function table(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  if (rows.length === 0) return "";
  const used = heads.map((_, column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A record's name, with a link to its full card. */
export function cardLink(dataset: Dataset, reference: string): string {
  const name = escapeMarkdown(dataset.nameOf(reference));
  return dataset.find(reference) === undefined ? name : `[${name}](..${cardPath(reference, dataset.nameOf(reference))})`;
}

/**
 * The path of a record's full card, encoded, as its tab is called: "/drug/bevacizumab.md"; a protein's id is a symbol, and has its
 * name before it where that is another, "/target/PD-L1 (CD274).md".
 */
export function cardPath(reference: string, name: string): string {
  const colon = reference.indexOf(":");
  const [kind, id] = [reference.slice(0, colon), reference.slice(colon + 1)];
  const [said, known] = [name, id].map((text) => text.toLowerCase().replace(/[^a-z\d]/g, ""));
  const isNamed = said === known || !/^(?:target|family|complex)$/.test(kind);
  return `/${kind}/${inAddress(isNamed ? id : `${name.replace(/[/\\\p{C}]/gu, "-")} (${id})`)}.md`;
}

/** Sources with their links, each once, also where two are called the same; an agency that one of its papers names ("EMA EMEA/H/C/000582") not again. */
export function sourceList(dataset: Dataset, sources: readonly string[]): string {
  const spans = sources.map((source) => sourceSpan(dataset, source));
  const isSaid = ({ text, link }: Span) => !link && spans.some((other) => other.text.startsWith(`${text} `));
  return [...new Set(spans.filter((span) => !isSaid(span)).map((span) => markdownSpan(span)))].join(", ");
}
