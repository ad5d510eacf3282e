/** Names that others are joined to: fusions, axes, lists. */
import type { Dataset } from "../dataset/dataset";
import { isProtein, kindNamed } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { LETTER } from "./letters";
import { lastUpTo } from "./search";
import { REACH } from "./sentence";

/**
 * Whether a name is joined to the certain name of a protein: in fusions and axes, "EWS-FLI1", "PML::RARA", or, where it looks
 * like a symbol or stands between two, in a list, "MMP-1, bFGF and BAP", but for lists of cells ("AGS and SPC-A1 cells").
 */
export function isJoined(dataset: Dataset, text: string, { start, end }: Found, certain: readonly Found[]): boolean {
  if (isFused(dataset, text, start, end)) return true;
  const isSymbol = /\d|^[^A-Z\u0391-\u03a9]*[A-Z\u0391-\u03a9].*[A-Z]./.test(text.slice(start, end));
  const sides = new Set<boolean>();
  return inside(certain, start - REACH, end + REACH).some((other) => {
    const isBehind = other.start > end;
    const [from, to] = isBehind ? [end, other.start] : [other.end, start];
    if (from > to || to - from > LONGEST_JOIN) return false;
    const gap = text.slice(from, to);
    // what is said of a pathway is said of what "and" joins to it, too: "Smad and NF-κB signalling"
    if (!isProtein(dataset, other.names[0]!)) return isBehind && BOTH.test(gap) && kindNamed(dataset, other.names[0]!) === "pathway";
    if (JOIN.test(gap)) return true;
    if (!LIST.test(gap) || (isBehind && isSaidOfIt(text, gap, other))) return false;
    const last = isBehind ? other.end : end;
    // what does not look like a symbol must have a protein on both sides: "Lck, Kit, EGFR"
    return !CELLS.test(text.slice(last, last + 24)) && (isSymbol || sides.add(isBehind).size === 2);
  });
}
const BOTH = /^ (?:and|or|&) $/;
const LONGEST_JOIN = 6;

/** Whether words behind the second of two names are said of it alone: "MCC and HER2-positive cancers", "MCC; MYC amplification". */
const isSaidOfIt = (text: string, gap: string, { end }: Found): boolean =>
  DESCRIBES.test(text.slice(end, end + 12)) || (gap.startsWith(";") && text[end] === " ");
const DESCRIBES = /^-(?:amplified|driven|high|low|mutant|mutated|negative|positive|rearranged)/;

/** Two names joined by a hyphen, or the second in brackets right behind, need no certain one between them: "EWS-FLI", "p18(Ink4c)". */
const FUSED = new RegExp(
  String.raw`^(?:-|::|\((?=[^\s()]{3,8}\)))([A-Z]{2,}\d+|[A-Z]{3,}|(?<=\()[A-Z][${LETTER}\d]{2,})(?![${LETTER}\d-])`,
);
const FUSED_BEFORE = new RegExp(String.raw`(?<![${LETTER}\d-])([A-Z]{3,}\d*)(?:-|::)$`);
function isFused(dataset: Dataset, text: string, start: number, end: number): boolean {
  const [last, next] = [text[start - 1], text[end]];
  const partner =
    (next === "-" || next === ":" || next === "(" ? FUSED.exec(text.slice(end, end + 12))?.[1] : undefined) ??
    (last === "-" || last === ":" ? FUSED_BEFORE.exec(text.slice(Math.max(0, start - 12), start))?.[1] : undefined);
  const names = partner ? dataset.lexicon.lookUp(partner) : [];
  return names.length > 0 && names.every((name) => isProtein(dataset, name));
}
const JOIN = /^(?:[-\u2010-\u2013/]|::)$/;
const LIST = /^(?:[,;] ?|,? (?:and|or|&) | ?(?:→|⊣|->) ?)$/;
/** What is said of lines of cells, not of genes. */
export const CELLS =
  /^[- ](?:cells?|(?:cell )?lines?|xenografts?|mice|tumou?rs?|monocytes|macrophages|lymphocytes|fibroblasts|m?ESCs?|strains?)\b/;

/** The names that stand in a part of the text. */
export function inside(found: readonly Found[], from: number, to: number): Found[] {
  const first = lastUpTo(found.length, (i) => found[i]!.start, from - 1) + 1;
  const here: Found[] = [];
  for (let i = first; i < found.length && found[i]!.start < to; i++) if (found[i]!.end <= to) here.push(found[i]!);
  return here;
}
