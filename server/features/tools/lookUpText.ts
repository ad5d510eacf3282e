/** What is known of a name as a text that an assistant can quote: each statement with its date or source, the two voices apart. */
import type { Known, LookUp, Said } from "./lookUp";

/** Markdown with a section for each reading; where there is none, that nothing is known, and the names that are spelled nearly so. */
export function lookUpText({ query, dataset, readings, near, notice }: LookUp): string {
  if (readings.length === 0) {
    const names = near.length > 0 ? ` Similar names: ${near.join(", ")}.` : "";
    return `“${query}” is in no list of the Metastasis Notes dataset ${dataset}: nothing can be said of it from here.${names}`;
  }
  const several = readings.length > 1 ? [`“${query}” may stand for ${readings.length} things; which one, the text must decide.`] : [];
  return [...several, ...readings.map(readingText), `Source: Metastasis Notes, dataset ${dataset}. ${notice}`].join("\n\n");
}

function readingText(known: Known): string {
  const { id, kind, name, title, summary, status, statusAsOf, setbacks, checked, confidence } = known;
  const record = checked
    ? `record ${id}, checked ${checked}, confidence ${confidence}`
    : `${id}: recognised by its name only, there is no record`;
  const list = (label: string, items: readonly string[]) => (items.length > 0 ? [`${label}:`, ...items.map((item) => `- ${item}`)] : []);
  const groups = (held: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(held).map(([key, all]) => `${key}: ${all.join(", ")}`);
  return [
    `## ${name} (${kind})${title ? `: ${title}` : ""}`,
    ...(status ? [`Status: ${status}${statusAsOf ? ` (as of ${statusAsOf})` : ""}`] : []),
    ...(setbacks ? [`Setbacks: ${setbacks}`] : []),
    summary,
    ...list("Acts on", known.actsOn.map(saidText)),
    ...list("Connected with", groups(known.relations)),
    ...list("Drugs, by their fate", groups(known.drugs)),
    ...list(
      "What the review says that the dataset started from, in our words but not our word, and what we say to it",
      known.review.map(
        (said) =>
          `the review: ${said.text} [${said.sources.join("; ")}]; assessed: ${said.assessment}${said.weSay ? `; we say: ${said.weSay.text} [${said.weSay.sources.join("; ")}]` : ""}`,
      ),
    ),
    ...list("We say", known.weSay.map(saidText)),
    ...list("Names", groups(known.names)),
    ...list("Identifiers", groups(known.identifiers)),
    ...list("To be confirmed", known.toBeConfirmed),
    `(${record})`,
  ].join("\n");
}

const saidText = ({ text, sources }: Said): string => `${text} [${sources.join("; ")}]`;
