/** The evidence on a full card: CIViC's items with their counts, and the ways of action of DrugMechDB. */
import type { Dataset } from "../../dataset/dataset";
import type { Evidence } from "../../dataset/records";
import { escapeMarkdown as plain } from "../print";
import { cardLink, section, sourceList, table } from "./markdown";

/** Two sections at most; none where the tables have nothing. */
export function evidenceSections(dataset: Dataset, evidence: Evidence | undefined): string[] {
  if (!evidence) return [];
  const counts = evidence.levels.map(([level, supporting, against]) => `level ${level}: ${supporting} for, ${against} against`);
  const items = evidence.items.map(([level, supports, significance, disease, profile, therapy, rating, pmid]) => [
    plain(level),
    supports ? "for" : "against",
    plain(significance),
    plain(disease),
    plain(profile),
    plain(therapy),
    rating > 0 ? `${rating} of 5` : "",
    sourceList(dataset, [`pmid:${pmid}`]),
  ]);
  const total = evidence.levels.reduce((sum, [, supporting, against]) => sum + supporting + against, 0);
  const { resistance: count } = evidence;
  const resistance = count > 0 ? [`${count} of those for ${count === 1 ? "is" : "are"} on resistance`] : [];
  const about = [
    `${plain([...counts, ...resistance].join(" · "))}.`,
    `An item is about a molecular profile in a disease, never about a drug alone.${total > items.length ? ` The best ${items.length} of ${total}:` : ""}`,
  ];
  const mechanisms = evidence.mechanisms.map(({ drug, disease, targets, pmids, id }) => [
    plain(drug),
    plain(disease),
    targets.map((target) => (target.includes(":") ? cardLink(dataset, target) : plain(target))).join(", "),
    sourceList(
      dataset,
      pmids.map((pmid) => `pmid:${pmid}`),
    ),
    plain(id),
  ]);
  const heads = ["Level", "Speaks", "Significance", "Disease", "Molecular profile", "Given as", "Rating", "Source"];
  return [
    items.length > 0 ? section("Evidence (CIViC)", `${about.join(" ")}\n\n${table(heads, items)}`) : "",
    section("Ways of action (DrugMechDB)", table(["Drug", "Disease", "Targets", "Sources", "Id"], mechanisms)),
  ];
}
