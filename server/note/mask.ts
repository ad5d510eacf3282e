/** What looks like prose and is not, and letters that look otherwise than they are. */
import { ANY_LETTER, FIGURE, LETTER, WIDE_STOP } from "./letters";

/** Stands for what is not prose; no name crosses it. */
export const GAP = "\ufffc";
/** What `<br>` becomes: a space to names, while nothing is claimed across it, since lines of a cell are items as a rule. */
export const LINE_END = "\u2028";

/** What is no prose and begins with a mark. */
const MARKED = new RegExp(
  [
    // a comment of Obsidian
    String.raw`%%[\s\S]*?%%`,
    // a command of LaTeX
    String.raw`\\[a-z]{1,20}\*?(?:\[[^[\]\n]{0,99}\]|\ufffc){0,2}\{[^{}\n]*\}`,
    // what a template fills in, but for what a cloze hides
    String.raw`\{\{(?!c\d+::|cloze )[\s\S]{0,400}?\}\}`,
    String.raw`\{\{[<%][^}]{0,400}$`,
    // a comment of Liquid, of MDX or of an editor
    String.raw`\{%-?\s?comment\b[\s\S]{0,400}?\{%-?\s?endcomment\s?-?%\}`,
    String.raw`\{(?:%|>>|\/\*)[\s\S]{0,400}?(?:%|<<|\*\/)\}`,
    String.raw`<%[\s\S]{0,400}?%>`,
    // a comment of kramdown
    String.raw`\{::comment\}[\s\S]{0,400}?\{:\/(?:comment)?\}`,
    // attributes, a variable
    String.raw`\{(?: ?(?:[#.:]|[a-z-]{1,20}=)[^{}\n]*|\w{1,40}(?:\.\w{1,40})+)\}|\$\{\w{1,40}\}`,
    // an element that holds braces
    String.raw`<[A-Z][\w.]*\s+[\w@:-]+=(?:[^<>{}]|\{(?:[^{}]|\{[^{}]{0,99}\}){0,400}\}){0,400}>`,
    // a block's id
    String.raw`\^(?<![^\s#]\^)[\w-]+(?=[\n\]|]|$)`,
    // a tag
    `#(?<![${ANY_LETTER}${FIGURE}&/]#)[${ANY_LETTER}${FIGURE}_][${ANY_LETTER}${FIGURE}_/-]*`,
    // a sign or directive by its name
    String.raw`:(?<![\w:]:)(?:(?:\w[\w+-]*:)+(?!\w)|:?[a-z][\w-]*(?=[[{])|::+ ?[a-z][\w-]*)`,
    // a variable, a column of R's tables
    String.raw`\$(?:(?<!\w\$)[A-Z_]{3,}(?!\w)|(?<!\$\$)[a-z]\w+(?![\w$]))`,
    // a citation key
    String.raw`(?:-@(?<![${ANY_LETTER}${FIGURE}]-@)|@(?<![${ANY_LETTER}${FIGURE}]@))(?:[${ANY_LETTER}${FIGURE}_][^\s,;\])}]*|\{[^{}\n]*\})`,
  ].join("|"),
  "g",
);
const MAY_BE_MARKED = /[#@{^]|%%|<%|:\w[\w+-]*[:[]|:::|\$[A-Za-z_]/;
/** Commands of LaTeX whose argument is prose. */
const TEXT_COMMAND =
  /^\\(?:emph|text(?!tt)[a-z]+|underline|[a-z]*(?:section|paragraph)|chapter|title|caption|footnote|mbox)\*?(?:\[[^\]]*\])*\{/;
/** Addresses and paths. */
const ADDRESS = new RegExp(
  [
    // a DOI
    String.raw`\bdoi:\s?[^\s${WIDE_STOP}]+`,
    String.raw`\b10\.\d{4,9}\/[!-~]+`,
    // addresses that no parser of Markdown knows
    String.raw`(?<![${LETTER}${FIGURE}])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s<>)\]${WIDE_STOP}]*`,
    // a path from a folder that is known by a sign
    String.raw`(?<![^\s("'])(?:(?:~|\.\.?)\/|[A-Z]:\\|\\{1,2}[\w$.-]+\\|\/(?=[\w.-]+\/[\w.-]+\/))[^\s<>()"'${WIDE_STOP}]*`,
    // an address without its scheme
    String.raw`(?<![${LETTER}${FIGURE}])(?:[A-Za-z0-9-]{1,40}\.){1,5}[a-z]{2,10}\/[^\s)\]${WIDE_STOP}]*`,
  ].join("|"),
  "g",
);
const MAY_BE_ADDRESS = /doi:|\.[a-z]+\/|10\.\d{4}|:\/\/|(?:^|[\s("'])(?:[~.]{0,2}\/|[A-Z]:\\|\\{1,2}[\w$.-]+\\)/;
/** A chemical formula as SMILES has it: ten atoms, bonds, brackets and ring numbers or more, a bond or an atom in brackets among them. */
const FORMULA =
  /(?<![^\s"'`(:=])(?=\S{0,200}(?:=|\[[A-Za-z@]))(?=\S{0,200}\()(?:Cl|Br|\[[A-Za-z\d@+-]{1,8}\]|[BCNOPSFIHbcnops\d@+()=#/\\%.-]){10,}(?![\w])/g;
/** What files, addresses without a path, things inside things of programs, and calls end in. */
const FILE_END = new RegExp(
  String.raw`(?:\.(?:md|txt|csv|tsv|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|html?|json|ya?ml|bib|tex|py|ipynb|rmd?|qmd|js|ts|sh|fastq|fasta|bam|vcf|gz|zip|git|com|org|eu|io|uk|[a-z]\w+\.[a-z]\w+)|\(\))(?![${LETTER}${FIGURE}])`,
  "gi",
);
/** Behind the end of a mailbox's name: a hyphen before the sign is pandoc's, `[-@sec:x]`. */
const MAIL_HOST = new RegExp(`(?<=[${LETTER}${FIGURE}_])@[${LETTER}${FIGURE}][${LETTER}${FIGURE}.-]*`, "g");
/** What stands before these; a Chinese sentence, which has no spaces, is no part of the file that it names. */
const FILE_NAME = new RegExp(String.raw`[${LETTER}${FIGURE}_./\\-]`);
const MAIL_NAME = new RegExp(`[${LETTER}${FIGURE}_.+-]`);

/**
 * Puts gaps over what is no prose, plain letters, digits and hyphens for those that are as wide as Chinese ones, and a β for
 * a ß that German spelling does not know: behind no small letter, as in TGF-ß1, or a b that only one chain of an integrin has
 * (αvb3). An x between two antigens becomes a sign, a letter of an Eastern script that touches a Latin one a gap, and a Cyrillic
 * letter among Latin ones the one that it looks like. The length stays.
 */
export function maskProse(text: string): string {
  if (!ANY.test(text)) return text;
  let masked = EASTERN.test(text) ? narrowed(text).replace(GLUED, GAP) : text;
  // a soft hyphen at a line's end is seen there, and breaks a word as any hyphen does; a word processor shows it as the sign for not
  if (/[\u00ad¬]/.test(masked)) masked = masked.replace(/(?:\u00ad|(?<=\p{L})¬)(?=\r?\n)/gu, "-");
  // a byte order mark that joining files left inside a text is a space of no width
  if (masked.includes("\ufeff")) masked = masked.replaceAll("\ufeff", "\u200b");
  if (masked.includes("ß")) masked = masked.replace(/(?<!\p{Ll})ß|(?<=αv)ß/gu, "β");
  if (CYRILLIC.test(masked)) masked = masked.replace(MIXED_SCRIPT, inLatin);
  if (HALF_GREEK.test(masked)) masked = masked.replace(LATIN_CHAIN, (letter) => (letter === "a" ? "α" : "β"));
  if (/x[A-Z]/.test(masked)) masked = masked.replace(CROSSED, "×");
  // what tables and glossaries that were inserted name as their source
  if (masked.includes("Metastasis Notes")) masked = masked.replaceAll("Metastasis Notes", gap);
  if (masked.includes("@")) masked = maskWithPrefix(masked, MAIL_HOST, MAIL_NAME);
  if (/[/:\\]/.test(masked) && MAY_BE_ADDRESS.test(masked)) masked = masked.replace(ADDRESS, gap);
  if (MAY_BE_MARKED.test(masked)) masked = masked.replace(MARKED, marked);
  if (masked.includes("(=") || masked.includes("C(")) masked = masked.replace(FORMULA, gap);
  if (/\.[A-Za-z]|\(\)/.test(masked)) masked = maskWithPrefix(masked, FILE_END, FILE_NAME);
  return masked;
}

/** What each of these needs: most texts have none of it. */
const ANY =
  /[@#/:\\{^\u00ad¬\ufeffß\u0400-\u1cff\uff0d-\uff5a]|α[vV\d]{1,2}b|a[vV\d]{1,2}β|x[A-Z]|Metastasis Notes|%%|<%|\$[A-Za-z_]|\(=|C\(|\.[A-Za-z]|\(\)/;

/** Cyrillic letters that look like Latin ones, as keyboards and the recognition of scanned pages leave them in Latin words. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Array.from("АВЕКМНОРСТХУІЅЈаеорсхуіѕј", (letter, i) => [letter, "ABEKMHOPCTXYISJaeopcxyisj"[i]!]),
);
const CYRILLIC = /[\u0400-\u052f]/;
/** A word of such letters, Latin ones and digits alone: no word of Russian that stands among Latin ones. */
const MIXED_SCRIPT = new RegExp(String.raw`(?<![${LETTER}${FIGURE}])[A-Za-z\dАВЕКМНОРСТХУІЅЈаеорсхуіѕј]+(?![${LETTER}${FIGURE}])`, "g");
const inLatin = (word: string): string => (/[A-Za-z]/.test(word) ? word.replace(/[\u0400-\u052f]/g, (letter) => ALIKE.get(letter)!) : word);
/** The Latin letter of an integrin's chain whose other chain has its Greek one: αvb3, a5β1. */
const LATIN_CHAIN = new RegExp(String.raw`(?<=α[vV\d]{1,2})b(?=\d)|(?<![${LETTER}${FIGURE}])a(?=[vV\d]{1,2}β\d)`, "g");
const HALF_GREEK = /α[vV\d]{1,2}b|a[vV\d]{1,2}β/;

/** An x between capitals is a sign: what binds two antigens is EGFRxHER3. */
const CROSSED = /(?<=[A-Z\d])x(?=[A-Z][A-Z\d])/g;
/** A letter of Hebrew, Arabic, Thai and others right before or behind a Latin one: they put small words there, and some no spaces. */
const GLUED = /[\u0530-\u1cff](?=[A-Za-z])|(?<=[A-Za-z])[\u0530-\u1cff]/g;
const WIDE = /[\uff0d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const FROM_WIDE = 0xfee0;
const narrowed = (text: string): string => text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - FROM_WIDE));
/** What these are among: hardly any text of Latin letters has one. */
const EASTERN = /[\u0530-\u1cff\uff0d-\uff5a]/;

/** The gap for what a mark begins; of a command of LaTeX that sets prose, for the command alone. */
function marked(part: string): string {
  const [command] = TEXT_COMMAND.exec(part) ?? [];
  return command ? gap(command) + part.slice(command.length, -1) + GAP : gap(part);
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
