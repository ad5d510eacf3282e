/** What looks like prose and is not. */

/** Stands for what is not prose; no name crosses it. */
export const GAP = "\ufffc";

// comments of Obsidian, shortcodes of Hugo, attributes, tags, citation keys: each begins with a mark
const MARKED =
  /%%[\s\S]*?%%|\\[a-z]{1,12}\{[^{}\n]*\}|\{\{[<%][\s\S]{0,400}?[>%]\}\}|\{[#.:][^{}\n]*\}|#(?<![\p{L}\p{N}&/]#)[\p{L}\p{N}_][\p{L}\p{N}_/-]*|(?:-@(?<![\p{L}\p{N}]-@)|@(?<![\p{L}\p{N}]@))[\p{L}\p{N}_][^\s,;\])}]*/gu;
const ADDRESS = /\bdoi:\s?\S+|(?<![\p{L}\p{N}])(?:[A-Za-z0-9-]{1,40}\.){1,5}[a-z]{2,10}\/[^\s)\]]*/gu;
const FILE_END =
  /\.(?:md|txt|csv|tsv|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|html?|json|ya?ml|bib|tex|py|ipynb|rmd?|qmd|js|ts|sh|fastq|fasta|bam|vcf|gz|zip)(?![\p{L}\p{N}])/giu;
const MAIL_HOST = /@[\p{L}\p{N}][\p{L}\p{N}.-]*/gu;

/** Puts gaps over what is no prose; the length stays. */
export function maskProse(text: string): string {
  let masked = text;
  if (masked.includes("@")) masked = maskWithPrefix(masked, MAIL_HOST, /[\p{L}\p{N}_.+-]/u);
  if (/doi:|\.[a-z]+\//.test(masked)) masked = masked.replace(ADDRESS, gap);
  if (/[#@%{]/.test(masked)) masked = masked.replace(MARKED, gap);
  if (/\.[A-Za-z]/.test(masked)) masked = maskWithPrefix(masked, FILE_END, /[\p{L}\p{N}_./\\-]/u);
  return masked;
}

const gap = (part: string): string => GAP.repeat(part.length);

/** Puts a gap over each match of `ending` that has characters of a class before it, and over these. */
function maskWithPrefix(text: string, ending: RegExp, before: RegExp): string {
  let masked = "";
  let at = 0;
  for (const found of text.matchAll(ending)) {
    let start = found.index;
    while (start > at && before.test(text[start - 1]!)) start--;
    if (start === found.index) continue;
    const end = found.index + found[0].length;
    masked += text.slice(at, start) + GAP.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
