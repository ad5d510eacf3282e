/** Random Markdown: what notes hold, what nobody would write, and both mixed up. */
import { pick, type Random } from "../random";

const WORDS =
  "bevacizumab sunitinib bevacizumb sunitnib pembrolizumab Keytruda MK-3475 LY2157299 VEGF VEGFR2 EFGR KRAS G12C MET TGF-β TGF-beta PD-1 PD‑L1 αvβ3 p-AKT MMP-2/-9 FGFR1-4 2-Sep foltinib the was approved treated with expression of mutations in 10 mg/kg inhibitor (VEGF) [PD-1] vascular endothelial growth factor receptor".split(
    " ",
  );
const MARKS =
  "* ** _ ~~ ` ``` ~~~ # ## > - + 1. | || |---|---| --- === [ ] ]( ![ [^1] [[ ]] [[drug: [[target: < > <b> </b> <code> <!-- --> <pre> $ $$ \\ \\( %% {{< >}} {#a} & &alpha; &#x3b1; @smith2020 [@pmid:1] a@b.org https://a.org/b file.csv doi:10.1/x #tag ( ) “ ” \" ' : ; , . - – /".split(
    " ",
  );
const DIRECTIVES = [
  "<!-- metastasis-notes: off -->",
  "<!-- metastasis-notes: on -->",
  "<!-- metastasis-notes: ignore-next misspelled-name -->",
  "%% metastasis-notes: of brand-name %%",
  "<!-- metastasis-notes",
];
const HEADS = [
  "---\ndrugs: [sunitinib, sunitnib]\ntargets:\n  - PD-L1\nlang: en\n---\n",
  "---\nmetastasis-notes: { off: [brand-name], accept: [foltinib], readings: { MET: MET } }\n---\n",
  "---\n__proto__: { a: [1, {b: 'c\n---\n",
  "---\n? [x\n: &a *a\n...\n",
];
const STRANGE = [
  "\r", "\r\n", "\0", "\ufeff", "\ud83d", "\udc00", "😀", "e\u0301", "\u202e", "\u2028", "\t", "    ", "\u00a0", "\u200b", "İ", "ß",
  "a-".repeat(40), "a".repeat(300),
]; // biome-ignore format: a list
const BETWEEN = [" ", " ", " ", "\n", "\n\n", "", "-", " (", ") ", "\r\n"];

/** One thing to write. */
export function piece(random: Random): string {
  const kind = random(20);
  if (kind < 10) return pick(random, WORDS);
  if (kind < 15) return pick(random, MARKS);
  if (kind === 15) return pick(random, DIRECTIVES);
  if (kind === 16) return pick(random, STRANGE);
  if (kind === 17) return String.fromCharCode(random(0x300));
  if (kind === 18) return `\n| drug | target |\n|---|---|\n| ${pick(random, WORDS)} | ${pick(random, WORDS)} |\n`;
  return slip(random, pick(random, WORDS));
}

/** A text of so many pieces. */
export function markdown(random: Random, pieces: number): string {
  let text = random(4) === 0 ? pick(random, HEADS) : "";
  const repeated = random(10) === 0 ? piece(random) : undefined;
  for (let i = 0; i < pieces; i++) text += (repeated ?? piece(random)) + pick(random, BETWEEN);
  return text;
}

/** A word with one letter gone, doubled or swapped. */
export function slip(random: Random, word: string): string {
  const at = random(word.length);
  return word.slice(0, at) + pick(random, ["", word[at]! + word[at]!, (word[at + 1] ?? "") + word[at]!]) + word.slice(at + 1);
}

/** A value of any shape, as JSON has them. */
export function json(random: Random, depth = 0): unknown {
  const kind = random(depth > 3 ? 7 : 10);
  if (kind < 2) return pick(random, [null, true, false]);
  if (kind < 4) return pick(random, [0, -1, 1, 1.5, 1e308, -1e9, 2147483648]);
  if (kind < 7) return pick(random, ["", "off", "error", "warning", "table", "symbol", "x".repeat(1000), "__proto__", piece(random)]);
  if (kind === 7) return Array.from({ length: random(4) }, () => json(random, depth + 1));
  return Object.fromEntries(Array.from({ length: random(4) }, () => [pick(random, KEYS), json(random, depth + 1)]));
}
const KEYS =
  "metastasisNotes rules card completion acceptedWords semanticColours misspelled-name layout prefer automatic minimumLetters __proto__ constructor toString textDocument uri position line character range start end context diagnostics only contentChanges text version data settings changes".split(
    " ",
  );
