/** What CIViC has on a drug, in a line: never as if it were about the drug alone, always for a molecular profile in a disease. */
import type { Dataset } from "../../dataset/dataset";
import type { Evidence } from "../../dataset/records";
import type { Line } from "../print";
import { shorten } from "./fit";
import { sourceSpan } from "./sources";
import { fact } from "./words";

/** Profiles of many alternatives are cut to so many characters. */
const LONGEST = 40;

/** Counts of evidence by level and direction, and the best item. @returns the line, or nothing where CIViC has nothing */
export function evidenceLine(dataset: Dataset, evidence: Evidence | undefined): Line | undefined {
  const best = evidence?.items[0];
  if (!evidence || !best) return undefined;
  const [level, supports, significance, disease, profile, therapy, , pmid] = best;
  const levels = evidence.levels
    .filter(([, supporting]) => supporting > 0)
    .map(([name, supporting], i) => `${supporting}${i === 0 ? " at level" : ""} ${name}`);
  const { resistance, denied = 0 } = evidence;
  // that a mutant is not resistant speaks for the drug
  const against = evidence.levels.reduce((sum, [, , count]) => sum + count, 0) - denied;
  const counts = [
    levels.join(", "),
    resistance > 0 ? `${resistance} on resistance` : "",
    denied > 0 ? `${denied} against ${resistance > 0 ? "it" : "resistance"}` : "",
    against > 0 ? `${against} against response` : "",
  ];
  const what = `${supports ? "" : "against "}${significance.toLowerCase().replace("sensitivity/", "")}`;
  const given = therapy ? `, given as ${therapy}` : "";
  return fact(
    "Evidence",
    `CIViC by molecular profile: ${counts.filter(Boolean).join("; ")} · best (${level}): `,
    { text: `${shorten(profile, LONGEST)}, ${what} in ${disease}${given}`, atLeast: 24 },
    // CIViC also has abstracts of meetings, which have no number
    ...(pmid ? [" ", sourceSpan(dataset, `pmid:${pmid}`)] : []),
  );
}
