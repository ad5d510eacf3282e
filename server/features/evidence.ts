/** What CIViC has on a drug, in a line: never as if it were about the drug alone, always for a molecular profile in a disease. */
import type { Dataset, Evidence } from "../dataset/dataset";
import type { Line } from "./print";
import { sourceSpan } from "./sources";

/** Profiles of many alternatives are cut to so many characters. */
const LONGEST = 60;

/**
 * Counts of evidence by level, and the best item.
 * @returns the line; none where CIViC has nothing
 */
export function evidenceLine(dataset: Dataset, evidence: Evidence | undefined): Line[] {
  const best = evidence?.items[0];
  if (!evidence || !best) return [];
  const [level, supports, significance, disease, profile, therapy, , pmid] = best;
  const levels = evidence.levels.filter(([, supporting]) => supporting > 0).map(([name, supporting]) => `${name} ${supporting}`);
  const against = evidence.levels.reduce((sum, [, , count]) => sum + count, 0);
  const counts = [
    levels.length > 0 ? `level ${levels.join(", ")}` : "",
    evidence.resistance > 0 ? `${evidence.resistance} of them on resistance` : "",
    against > 0 ? `${against} against` : "",
  ];
  const what = `${supports ? "" : "against "}${significance.toLowerCase().replace("sensitivity/", "")}`;
  const whose = profile.length > LONGEST ? `${profile.slice(0, profile.lastIndexOf(" ", LONGEST))} …` : profile;
  const given = therapy ? `, given as ${therapy}` : "";
  const text = ` by molecular profile, ${counts.filter(Boolean).join("; ")} · best: ${level}, ${what} in ${disease}, ${whose}${given} `;
  return [[{ text: "Evidence (CIViC):", style: "emphasis" }, { text }, sourceSpan(dataset, `pmid:${pmid}`)]];
}
